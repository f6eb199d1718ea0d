// The app in Chromium, beside a bare page in the same run.
import { readFileSync } from "node:fs";
import { chromium, tab } from "./chromium.mjs";
import { rating } from "./rating.mjs";
import { both, table } from "./table.mjs";

const WATCH = readFileSync(new URL("watch.js", import.meta.url), "utf8");
/** How many times slower the processor is made; and a slow network, as Lighthouse has it. */
const ROUNDS = [
  { name: "1×", rate: 1 },
  { name: "4×", rate: 4 },
  { name: "4×, slow 4G", rate: 4, network: { offline: false, latency: 150, downloadThroughput: 1_600_000 / 8, uploadThroughput: 750_000 / 8 } },
];
const FREE = { offline: false, latency: 0, downloadThroughput: -1, uploadThroughput: -1 };
/** Typed and deleted again, letter by letter: many found, few, none. 50 keys. */
const WORDS = ["dementia", "somerset", "xylophone"];

export async function pages(site, runs) {
  const browser = await chromium(site.proxy);
  try {
    const page = await tab(browser);
    try {
      await page.cdp("Page.addScriptToEvaluateOnNewDocument", { source: WATCH });
      console.log(`  ${page.version}`);
      await visit(page, site); // The first visit warms up the browser itself.
      const rounds = [];
      await page.cdp("Network.enable");
      for (const { name, rate, network = FREE } of ROUNDS) {
        const visits = [];
        await page.cdp("Emulation.setCPUThrottlingRate", { rate });
        await page.cdp("Network.emulateNetworkConditions", network);
        for (let run = 0; run < runs; run += 1) visits.push(await visit(page, site));
        rounds.push({ name, visits, keys: network === FREE && (await keys(page, site)) });
      }
      await page.cdp("Emulation.setCPUThrottlingRate", { rate: 1 });
      await page.cdp("Network.emulateNetworkConditions", FREE);
      print(rounds, runs);
      await rating(page, site);
      await memory(page, site);
    } finally {
      await page.stop();
    }
  } finally {
    await browser.stop();
  }
}

/** One first visit to the bare page and one to the app, with a walk to two pages. */
async function visit(page, site) {
  const load = `
    const { painted } = __watch;
    while (given[0] && __watch.usable === undefined) await painted();
    await painted();
    await new Promise((resolve) => requestIdleCallback(resolve));
    // A paint is reported once it is on the screen, a little later.
    for (__watch.take(); __watch.first === undefined || __watch.largest === undefined; __watch.take()) await painted();
    const [wasm] = performance.getEntriesByType("resource").filter((it) => it.name.endsWith(".wasm"));
    const [navigation] = performance.getEntriesByType("navigation");
    const { first, largest, shift, ready } = __watch;
    return { first, largest, shift, ready, arrived: wasm?.responseEnd, usable: __watch.usable ?? navigation.domInteractive };`;
  await page.go(site.bare);
  const bare = await page.run(load, false);
  await page.go(site.app);
  const app = await page.run(load, true);
  const framework = await arrive(page, "#/framework");
  const resources = await arrive(page, "#/resources");
  const back = await arrive(page, "#/framework");
  const again = await arrive(page, "#/resources");
  return { bare, app, framework, back, resources, again };
}

/** Clicks a link of the navigation; milliseconds from the click to the next paint with the page. */
async function arrive(page, href) {
  const { x, y, before } = await page.run(`
    const it = document.querySelector('.site-nav a[href="' + given[0] + '"]').getBoundingClientRect();
    return { x: it.x + it.width / 2, y: it.y + it.height / 2, before: __watch.arrivals.length };`, href);
  const mouse = { x, y, button: "left", clickCount: 1 };
  await page.cdp("Input.dispatchMouseEvent", { ...mouse, type: "mousePressed" });
  await page.cdp("Input.dispatchMouseEvent", { ...mouse, type: "mouseReleased" });
  const { took, at, heading } = await page.run(`
    while (__watch.arrivals.length === given[0]) await __watch.painted();
    return { took: __watch.arrivals.at(-1), at: location.hash, heading: document.querySelector("#page h1")?.textContent };`, before);
  if (at !== href || !heading) throw new Error(`the link to ${href} led to ${at}, with the heading ${heading}`);
  return took;
}

/** The same keys in the search and in the bare page's box; milliseconds from key to paint. */
async function keys(page, site) {
  const taken = {};
  for (const [name, url, box, found] of [["bare", site.bare, "#words", null], ["app", `${site.app}#/resources`, "#resource-words", ".found"]]) {
    await page.go(url);
    await page.run(`
      while (!document.querySelector(given[0])) await __watch.painted();
      document.querySelector(given[0]).focus();
      await __watch.painted();`, box);
    const counts = new Set();
    let pressed = 0;
    for (const word of WORDS) {
      for (const key of [...word, ...Array(word.length).fill("Backspace")]) {
        const text = key.length === 1 ? key : undefined;
        const code = text ? text.toUpperCase().charCodeAt(0) : 8;
        const event = { key, text, windowsVirtualKeyCode: code };
        await page.cdp("Input.dispatchKeyEvent", { ...event, type: text ? "keyDown" : "rawKeyDown" });
        await page.cdp("Input.dispatchKeyEvent", { ...event, text: undefined, type: "keyUp" });
        pressed += 1;
        counts.add(await page.run(`
          while (__watch.keys.length < given[0]) await __watch.painted();
          return given[1] && document.querySelector(given[1]).textContent;`, pressed, found));
      }
    }
    if (found && counts.size < WORDS.length) throw new Error(`the search did not answer: ${[...counts]}`);
    taken[name] = await page.run("__watch.take(); const { keys, slowest } = __watch; return { keys, slowest };");
  }
  return taken;
}

/** What the tab holds at first, and after every page once and twice. */
async function memory(page, site) {
  const rows = [];
  const hold = async (name) => {
    await page.cdp("HeapProfiler.collectGarbage");
    const wasm = await page.run("return __watch.memory?.buffer.byteLength ?? 0;");
    const { metrics } = await page.cdp("Performance.getMetrics");
    const of = (metric) => metrics.find((it) => it.name === metric).value;
    const mb = (bytes) => (bytes / 1e6).toFixed(2);
    rows.push([name, mb(of("JSHeapUsedSize")), mb(wasm), mb(of("JSHeapUsedSize") + wasm), of("Nodes"), of("JSEventListeners")]);
  };
  await page.cdp("Performance.enable");
  await page.go(site.bare);
  await hold("bare page");
  await page.go(site.app);
  await page.run("while (__watch.usable === undefined) await __watch.painted();");
  await hold("app, first page");
  for (const times of ["once", "twice"]) {
    const seen = await page.run(`
      const turn = async (href) => {
        if (location.hash === href) return;
        location.hash = href;
        await new Promise((resolve) => addEventListener("hashchange", resolve, { once: true }));
        do await __watch.painted(); while (document.querySelector("#main[aria-busy]"));
      };
      const ahead = ["#/"];
      const known = new Set(ahead);
      while (ahead.length) {
        await turn(ahead.pop());
        for (const link of document.querySelectorAll('a[href^="#/"]')) {
          const href = link.getAttribute("href");
          if (!known.has(href)) known.add(href), ahead.push(href);
        }
      }
      await turn("#/");
      return known.size;`);
    await hold(`app, all ${seen} addresses ${times}`);
  }
  table("Memory of the tab after a clean-up, MB", ["", "JS heap", "wasm", "both", "DOM nodes", "listeners"], rows);
}

function print(rounds, runs) {
  const heads = (some) => ["", ...some.flatMap(({ name }) => [`app ${name}`, "bare"])];
  const row = (name, app, bare, digits) => [
    name,
    ...rounds.flatMap(({ visits }) => [both(visits.map(app), digits), bare ? both(visits.map(bare), digits) : "–"]),
  ];
  table(`A first visit, ms; median / worst of ${runs}`, heads(rounds), [
    row("first words", (it) => it.app.first, (it) => it.bare.first),
    row("largest paint", (it) => it.app.largest, (it) => it.bare.largest),
    row("layout shift", (it) => it.app.shift, (it) => it.bare.shift, 3),
    row("first usable control", (it) => it.app.usable, (it) => it.bare.usable),
    row("  program arrived", (it) => it.app.arrived),
    row("  compiled after that", (it) => it.app.ready - it.app.arrived),
    row("  mounted after that", (it) => it.app.usable - it.app.ready),
  ]);
  // The network has no part in what follows.
  const local = rounds.filter(({ keys }) => keys);
  const click = (name, which) => [name, ...local.map(({ visits }) => both(visits.map((it) => it[which])))];
  table(`A click on a link to the next paint with its page, ms; median / worst of ${runs}`, ["", ...local.map(({ name }) => `app ${name}`)], [
    click("The framework, first time", "framework"),
    click("The framework, from the resources", "back"),
    click("Training resources, first time", "resources"),
    click("Training resources, again", "again"),
  ]);
  const count = local[0].keys.app.keys.length;
  table(`A key in the resource search to the next paint, ms; median / worst of ${count} keys`, heads(local), [
    ["main thread done", ...local.flatMap(({ keys }) => [both(keys.app.keys, 1), both(keys.bare.keys, 1)])],
    ["worst on the screen, Event Timing", ...local.flatMap(({ keys }) => [keys.app, keys.bare].map((it) => it.slowest || "under 16"))],
  ]);
}
