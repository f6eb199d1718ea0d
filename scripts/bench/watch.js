// Runs in the page before anything of the page's own, and takes the times.
// The app knows nothing of it.
(() => {
  const watch = (window.__watch = { shift: 0, arrivals: [], keys: [], taps: [], slowest: 0 });
  const observers = [];
  const observe = (type, each, options) => {
    const observer = new PerformanceObserver((list) => list.getEntries().forEach(each));
    observer.observe({ type, buffered: true, ...options });
    observers.push([observer, each]);
  };
  observe("paint", (entry) => {
    if (entry.name === "first-contentful-paint") watch.first = entry.startTime;
  });
  observe("largest-contentful-paint", (entry) => (watch.largest = entry.startTime));
  observe("layout-shift", (entry) => (watch.shift += entry.hadRecentInput ? 0 : entry.value));
  // In steps of 8 ms, until the frame is presented; from 16 ms on.
  observe("event", (entry) => {
    if (entry.name === "keydown") watch.slowest = Math.max(watch.slowest, entry.duration);
  }, { durationThreshold: 16 });
  watch.take = () => observers.forEach(([observer, each]) => observer.takeRecords().forEach(each));

  // The time when the main thread has finished the next frame: style, layout and paint.
  const painted = (then) =>
    requestAnimationFrame(() => {
      const channel = new MessageChannel();
      channel.port1.onmessage = () => then(performance.now());
      channel.port2.postMessage(0);
    });
  watch.painted = () => new Promise(painted);

  const streaming = WebAssembly.instantiateStreaming;
  WebAssembly.instantiateStreaming = async (...given) => {
    const result = await streaming.apply(WebAssembly, given);
    watch.ready = performance.now();
    watch.memory = result.instance.exports.memory;
    return result;
  };

  // A page is there when `main` is no longer busy; from the click, if there was one.
  let clicked;
  addEventListener("click", (event) => (clicked = event.timeStamp), true);
  new MutationObserver(() => {
    if (document.getElementById("main").hasAttribute("aria-busy")) return;
    watch.usable ??= performance.now();
    if (clicked === undefined) return;
    const began = clicked;
    clicked = undefined;
    painted((now) => watch.arrivals.push(now - began));
  }).observe(document, { subtree: true, attributes: true, attributeFilter: ["aria-busy"] });

  let tapped;
  addEventListener("click", (event) => (tapped = event.timeStamp), true);
  addEventListener("change", () => {
    const began = tapped;
    painted((now) => watch.taps.push(now - began));
  }, true);

  let pressed;
  addEventListener("keydown", (event) => (pressed = event.timeStamp), true);
  addEventListener("input", () => {
    const began = pressed;
    painted((now) => watch.keys.push(now - began));
  }, true);
})();
