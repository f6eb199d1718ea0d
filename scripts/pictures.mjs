// The pictures at the top of the README, from the release: somebody's plan and
// where they stand, on a desk and on a phone, in light and dark. The worker is
// made up (pictures/worker.json), and the day is always the same. And the one
// that a browser may show where it offers to install the app.
// `pictures.mjs DIST OUT SCREENSHOT`
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { chromium, tab } from "./bench/chromium.mjs";
import { serve } from "./bench/server.mjs";

const [dist, out, screenshot] = process.argv.slice(2);
const TODAY = "2026-11-24T09:30:00Z";
/** Each page, and the heading that is to stand at the top; none for the page's own. */
const PAGES = { plan: ["#/plan", "Next", "Next"], results: ["#/results", "", "The six competencies and your aim"] };
/** Its size stands in static/waymark.webmanifest. */
const INSTALL = { width: 1280, height: 800, deviceScaleFactor: 1, mobile: false };
const SCREENS = {
  desk: { width: 1040, height: 860, deviceScaleFactor: 1, mobile: false },
  phone: { width: 390, height: 860, deviceScaleFactor: 1, mobile: true },
};
// The page's clock begins on that day, and goes on.
const CLOCK = `{
  const Real = Date, ahead = Real.parse("${TODAY}") - Real.now();
  Date = class extends Real {
    constructor(...given) { if (given.length) super(...given); else super(Real.now() + ahead); }
    static now() { return Real.now() + ahead; }
  };
}`;

// Waits until the page is drawn, and brings the heading to the top.
const SETTLE = `
  const find = () => [...document.querySelectorAll("#page h2")].find((it) => !given[0] || it.textContent === given[0]);
  while (document.querySelector("[aria-busy]") || !find()) await new Promise(requestAnimationFrame);
  document.activeElement.blur();
  if (given[0]) scrollTo(0, find().getBoundingClientRect().top + scrollY - 24);
  await new Promise((then) => setTimeout(then, 300));`;

async function take(file, kind) {
  const { data } = await page.cdp("Page.captureScreenshot", kind);
  const bytes = Buffer.from(data, "base64");
  writeFileSync(file, bytes);
  console.log(`  ${file}: ${(bytes.length / 1000).toFixed(1)} kB`);
}

const site = await serve(dist);
const browser = await chromium(site.proxy);
const page = await tab(browser);
try {
  await page.cdp("Page.addScriptToEvaluateOnNewDocument", { source: CLOCK });
  await page.go(site.app);
  await page.run(
    "localStorage.setItem(`waymark:${new URL('./', location).pathname}:document`, given[0])",
    readFileSync("scripts/pictures/worker.json", "utf8"),
  );
  await page.cdp("Emulation.setScrollbarsHidden", { hidden: true });
  for (const [name, [route, ...headings]] of Object.entries(PAGES)) {
    for (const [place, [screen, metrics]] of Object.entries(SCREENS).entries()) {
      await page.cdp("Emulation.setDeviceMetricsOverride", metrics);
      for (const scheme of ["light", "dark"]) {
        await page.cdp("Emulation.setEmulatedMedia", { features: [{ name: "prefers-color-scheme", value: scheme }] });
        await page.go("about:blank");
        await page.go(site.app + route);
        await page.run(SETTLE, headings[place]);
        await take(join(out, `${name}-${screen}-${scheme}.webp`), { format: "webp", quality: 45 });
      }
    }
  }
  await page.cdp("Emulation.setDeviceMetricsOverride", INSTALL);
  await page.cdp("Emulation.setEmulatedMedia", { features: [{ name: "prefers-color-scheme", value: "light" }] });
  await page.go("about:blank");
  await page.go(site.app + "#/plan");
  await page.run(SETTLE, "");
  await take(screenshot, { format: "png" });
} finally {
  await page.stop();
  await browser.stop();
  site.close();
}
