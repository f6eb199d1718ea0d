// How fast and how big: `node scripts/bench.mjs [rules] [pages] [lighthouse]`, all
// of them if none is named. It measures and prints; it never judges. Reads
// dist/ and reaches nothing but this machine. WAYMARK_BENCH_RUNS says how often
// (10, and half of that for Lighthouse), WAYMARK_TOOLS where Lighthouse is.
import { execSync } from "node:child_process";
import { cpus, loadavg } from "node:os";
import { join } from "node:path";
import { lighthouse } from "./bench/lighthouse.mjs";
import { pages } from "./bench/pages.mjs";
import { rules } from "./bench/rules.mjs";
import { serve } from "./bench/server.mjs";

const named = process.argv.slice(2);
const wants = (part) => named.length === 0 || named.includes(part);
const runs = Number(process.env.WAYMARK_BENCH_RUNS ?? 10);

const busy = loadavg()[0];
console.log(`  ${cpus().length} processors (${cpus()[0].model}), load ${busy.toFixed(1)}, Node ${process.version}, ${execSync("rustc --version").toString().trim()}`);
if (busy > 1) console.log("  The machine is busy with something else: the figures will be too slow.");

if (wants("rules")) rules();
if (wants("pages") || wants("lighthouse")) {
  const site = await serve("dist");
  try {
    if (wants("pages")) await pages(site, runs);
    if (wants("lighthouse")) await lighthouse(site, join(process.env.WAYMARK_TOOLS, "lighthouse"), Math.max(1, Math.round(runs / 2)));
    if (site.refused.length) console.log(`  Refused, as it was not this machine: ${[...new Set(site.refused)].join(", ")}`);
  } finally {
    site.close();
  }
}
