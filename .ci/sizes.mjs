// What a first visit sends, by part, beside the budget. Printed by every
// build; `--check` fails above the budget. The browser tests check that a
// first visit requests these files and no others.
import { readdirSync, readFileSync, statSync } from "node:fs";
import { extname, join } from "node:path";
import { brotliCompressSync, constants } from "node:zlib";

const BUDGET = 240_000;
const AIM = 180_000;
const REQUESTS = 8;

const dist = process.argv[2];
const first = /^(index\.html|boot\.js|icon\.svg|icon-180\.png|waymark\.webmanifest|(waymark|style)-.*\.(js|css|wasm))$/;
const parts = new Map();
let requests = 0;
for (const name of readdirSync(dist).sort()) {
  const path = join(dist, name);
  if (!statSync(path).isFile()) continue;
  const raw = readFileSync(path);
  const brotli = brotliCompressSync(raw, {
    params: { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_SIZE_HINT]: raw.length },
  }).length;
  const visited = first.test(name);
  if (visited) requests += 1;
  const part = visited
    ? extname(name).slice(1).replace(/^(svg|png|webmanifest)$/, "other")
    : name.endsWith(".packed") ? "packed"
    : /^(framework|rest)-/.test(name) ? "next" : "later";
  const sum = parts.get(part) ?? { raw: 0, brotli: 0 };
  parts.set(part, { raw: sum.raw + raw.length, brotli: sum.brotli + brotli });
}

const kb = (n) => (n / 1000).toFixed(1).padStart(8);
console.log("  part      raw kB  brotli kB");
let total = 0;
const notFirst = {
  next: "  (the framework's words and the rest of the program: every page but the first)",
  later: "  (not asked for by a first visit)",
  packed: "  (instead of wasm, next and later, where a host compresses nothing)",
};
for (const part of ["html", "css", "js", "wasm", "other", "next", "later", "packed"]) {
  const { raw, brotli } = parts.get(part) ?? { raw: 0, brotli: 0 };
  if (!(part in notFirst)) total += brotli;
  console.log(`  ${part.padEnd(6)} ${kb(raw)}   ${kb(brotli)}${notFirst[part] ?? ""}`);
}
console.log(`  first load ${kb(total)} kB brotli in ${requests} requests (aim ${AIM / 1000}, budget ${BUDGET / 1000} kB and ${REQUESTS} requests)`);
if (process.argv.includes("--check") && (total > BUDGET || requests > REQUESTS)) {
  console.error("The first load is over its budget.");
  process.exit(1);
}
