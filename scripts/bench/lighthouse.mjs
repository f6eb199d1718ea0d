// Lighthouse's mobile preset (a slow phone on a slow network, simulated) on the
// compressed copy.
import { execFile } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { promisify } from "node:util";
import { chromium } from "./chromium.mjs";
import { both, table } from "./table.mjs";

const AUDITS = [
  ["first words, s", "first-contentful-paint", 1000, 2],
  ["largest paint, s", "largest-contentful-paint", 1000, 2],
  ["layout shift", "cumulative-layout-shift", 1, 3],
  ["blocked, ms", "total-blocking-time", 1, 0],
];
const SCORES = ["performance", "accessibility", "best-practices"];

export async function lighthouse(site, folder, runs) {
  const at = join(folder, "node_modules/lighthouse");
  const { version } = JSON.parse(readFileSync(join(at, "package.json")));
  const pages = [["first page", site.app], ["resources", `${site.app}#/resources`], ["bare page", site.bare]];
  const rows = [];
  const notes = new Set();
  for (const [name, url] of pages) {
    const reports = [];
    for (let run = 0; run < runs; run += 1) reports.push(await report(site, at, url));
    // Negative, because the worst score is the lowest.
    const scores = SCORES.map((id) => both(reports.map((it) => -100 * it.categories[id].score)).replaceAll("-", ""));
    rows.push([name, ...scores, ...AUDITS.map(([, id, unit, digits]) => both(reports.map((it) => it.audits[id].numericValue / unit), digits))]);
    for (const id of SCORES.slice(1)) {
      for (const { id: audit, weight } of reports[0].categories[id].auditRefs) {
        if (weight && reports[0].audits[audit].score === 0) notes.add(`${name}: ${reports[0].audits[audit].title}`);
      }
    }
  }
  table(`Lighthouse ${version}, mobile; median / worst of ${runs} runs`, ["", ...SCORES, ...AUDITS.map(([head]) => head)], rows);
  for (const note of notes) console.log(`    ${note}`);
}

async function report(site, at, url) {
  const browser = await chromium(site.proxy);
  try {
    const args = [join(at, "cli/index.js"), url, `--port=${browser.port}`, "--output=json", "--quiet", "--no-enable-error-reporting", `--only-categories=${SCORES}`];
    const { stdout } = await promisify(execFile)(process.execPath, args, { maxBuffer: 1 << 26 });
    const result = JSON.parse(stdout);
    if (result.runtimeError) throw new Error(result.runtimeError.message);
    return result;
  } finally {
    await browser.stop();
  }
}
