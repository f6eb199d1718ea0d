// A tap on a score, and a key in a reflection of 5,000 characters, with 200
// entries of history stored: beside the same controls of a bare page.
import { both, table } from "./table.mjs";

const TIMES = 50;
const COMPETENCY = "person-centred-approach";

/** A backup with so much in it. */
function backup() {
  const day = (n) => new Date(Date.UTC(2026, 0, 1 + n)).toISOString().slice(0, 10);
  const entries = Array.from({ length: 200 }, (_, n) => ({
    id: `entry-${n}`,
    date: day(n),
    started: `${day(n)}T09:00:00Z`,
    changed: `${day(n)}T09:00:00Z`,
    by: "self",
    score: n % 6,
    reflection: n === 199 ? "word ".repeat(999) : "A short reflection.",
  }));
  return JSON.stringify({
    format: "waymark",
    version: 1,
    kind: "backup",
    created: "2026-11-23T12:00:00Z",
    app: "bench",
    framework: { id: "somerset-social-prescribing", version: "4.0" },
    id: "bench",
    ratings: { [COMPETENCY]: entries },
  });
}

/** Prints the times at full speed and with the processor slowed four times. */
export async function rating(page, site) {
  await page.go(`${site.app}#/your-data`);
  await page.run(`
    while (!document.querySelector("#open-file")) await __watch.painted();
    const files = new DataTransfer();
    files.items.add(new File([given[0]], "bench.json", { type: "application/json" }));
    const input = document.querySelector("#open-file");
    input.files = files.files;
    input.dispatchEvent(new Event("change", { bubbles: true }));
    const open = () => [...document.querySelectorAll("dialog button")].find((it) => it.textContent === "Open it");
    while (!open()) await __watch.painted();
    open().click();
    while (!Object.values(localStorage).some((text) => text.includes("entry-199"))) await __watch.painted();`, backup());
  const rows = [];
  for (const rate of [1, 4]) {
    await page.cdp("Emulation.setCPUThrottlingRate", { rate });
    for (const [name, url, radios, box] of [
      ["bare page", site.bare, "input[type=radio]", "#reflection"],
      ["app", `${site.app}#/assess/${COMPETENCY}`, "input[type=radio][value='0'], input[type=radio][value='1'], input[type=radio][value='2'], input[type=radio][value='3'], input[type=radio][value='4'], input[type=radio][value='5']", "textarea"],
    ]) {
      await page.go(url);
      await page.run(`while (!document.querySelector(given[0])) await __watch.painted();`, box);
      const taps = await tap(page, radios);
      const keys = await type(page, box);
      rows.push([`${name}, ${rate}×`, both(taps, 1), both(keys, 1)]);
    }
  }
  await page.cdp("Emulation.setCPUThrottlingRate", { rate: 1 });
  table(`Rating, 200 entries stored; median / worst of ${TIMES}, ms to the next paint`, ["", "tap on a score", "key in 5,000 characters"], rows);
}

async function tap(page, radios) {
  for (let n = 0; n < TIMES; n += 1) {
    const { x, y, taps } = await page.run(`
      const all = [...document.querySelectorAll(given[0])];
      const free = all.filter((it) => !it.checked);
      const it = free[given[1] % free.length];
      it.scrollIntoView({ block: "center", behavior: "instant" });
      await __watch.painted();
      const at = it.getBoundingClientRect();
      return { x: at.x + at.width / 2, y: at.y + at.height / 2, taps: __watch.taps.length };`, radios, n);
    const mouse = { x, y, button: "left", clickCount: 1 };
    await page.cdp("Input.dispatchMouseEvent", { ...mouse, type: "mousePressed" });
    await page.cdp("Input.dispatchMouseEvent", { ...mouse, type: "mouseReleased" });
    await page.run("while (__watch.taps.length <= given[0]) await __watch.painted();", taps);
  }
  return page.run("return __watch.taps;");
}

async function type(page, box) {
  await page.run(`
    const it = document.querySelector(given[0]);
    if (!it.value) it.value = "word ".repeat(999);
    it.focus();
    it.setSelectionRange(it.value.length, it.value.length);
    __watch.keys.length = 0;
    await __watch.painted();`, box);
  for (let n = 0; n < TIMES; n += 1) {
    const key = n % 2 ? "Backspace" : "a";
    const text = n % 2 ? undefined : key;
    const event = { key, text, windowsVirtualKeyCode: text ? 65 : 8 };
    await page.cdp("Input.dispatchKeyEvent", { ...event, type: text ? "keyDown" : "rawKeyDown" });
    await page.cdp("Input.dispatchKeyEvent", { ...event, text: undefined, type: "keyUp" });
    await page.run("while (__watch.keys.length <= given[0]) await __watch.painted();", n);
  }
  return page.run("return __watch.keys;");
}
