// What a first visit sends, and what any page by its address does, beside their
// budgets. Printed by every build; `--check` fails above a budget. The browser
// tests check that a visit requests these files and no others.
import { readdirSync, readFileSync } from "node:fs";
import { extname, join } from "node:path";
import { brotliCompressSync, constants } from "node:zlib";

const FIRST = { what: "first load", aim: 80_000, budget: 100_000, requests: 10 };
// 300 is what a page should keep to. What `view!` makes of some is above it (the
// README says by how much), of the plan most of all: until that is mended, they
// must not grow.
const LARGEST = "part_plan";
const PLAN = { what: "the page of the plan", aim: 260_000, budget: 368_000, requests: Infinity };
const PAGE = { what: "any other page by its address", aim: 260_000, budget: 331_000, requests: Infinity };
/** Every page needs this part beside its own. */
const EVERY_PAGE = "part_session";

const dist = process.argv[2];
// Written by `split.mjs`: the program's first files, which each part needs,
// and which are asked for after a page can be used.
const { first, parts: needs, later } = JSON.parse(readFileSync("target/parts.json", "utf8"));
const sizes = new Map(readdirSync(dist, { withFileTypes: true }).filter((it) => it.isFile()).map(({ name }) => {
  const raw = readFileSync(join(dist, name));
  const params = { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_SIZE_HINT]: raw.length };
  return [name, { raw: raw.length, brotli: brotliCompressSync(raw, { params }).length }];
}));
const sum = (names) => [...names].reduce((sum, name) => {
  const { raw, brotli } = sizes.get(name) ?? missing(name);
  return { raw: sum.raw + raw, brotli: sum.brotli + brotli, requests: sum.requests + 1 };
}, { raw: 0, brotli: 0, requests: 0 });
function missing(name) {
  throw new Error(`${dist} has no ${name}: build again`);
}

const kb = (n) => (n / 1000).toFixed(1).padStart(8);
const line = (what, { raw, brotli }, note = "") => console.log(`  ${what.padEnd(24)} ${kb(raw)}  ${kb(brotli)}   ${note}`);
const without = (part) => part.replace(/^part_/, "").replaceAll("_", "-");

const visited = [...sizes.keys()].filter((name) =>
  first.includes(name) || /^(index\.html|boot\.js|icon\.svg|icon-180\.png|waymark\.webmanifest|local\.json|style-.*\.css)$/.test(name));
console.log(`  ${"".padEnd(24)}   raw kB brotli kB`);
for (const kind of ["html", "css", "js", "wasm", "other"]) {
  line(kind, sum(visited.filter((name) => (/^\.(html|css|js|wasm)$/.test(extname(name)) ? extname(name).slice(1) : "other") === kind)));
}

const files = new Set(Object.values(needs).flat());
for (const [part, needed] of Object.entries(needs).sort()) {
  const beside = needed.filter((name) => !name.startsWith(`part-${without(part)}-`));
  line(without(part), sum(needed.filter((name) => !beside.includes(name))), beside.length ? `needs ${beside.map((name) => name.replace(/^part-|-[0-9a-f]+\.wasm$/g, "")).join(", ")}` : "");
}
for (const name of [...files].filter((name) => name.startsWith("shared-")).sort()) line(name.replace(/-[0-9a-f]+\.wasm$/, ""), sum([name]));

const pages = Object.keys(needs)
  .filter((part) => part !== EVERY_PAGE && !later.includes(part))
  .map((part) => ({ part, ...sum(new Set([...visited, ...(needs[EVERY_PAGE] ?? missing(EVERY_PAGE)), ...needs[part]])) }))
  .sort((a, b) => b.brotli - a.brotli);
const others = pages.filter(({ part }) => part !== LARGEST);
const found = [
  [FIRST, sum(visited), ""],
  [PLAN, pages.find(({ part }) => part === LARGEST) ?? missing(LARGEST), ""],
  [PAGE, others[0], ` (the largest: ${without(others[0].part)}; the smallest: ${without(others.at(-1).part)}, ${kb(others.at(-1).brotli).trim()})`],
];
for (const [{ what, aim, budget, requests }, it, note] of found) {
  const at = requests === Infinity ? "" : ` and ${requests} requests`;
  console.log(`  ${what}: ${kb(it.brotli).trim()} kB brotli in ${it.requests} requests${note}; aim ${aim / 1000}, budget ${budget / 1000} kB${at}`);
}
const all = sum(new Set([...visited, ...files]));
console.log(`  everything: ${kb(all.brotli).trim()} kB brotli in ${all.requests} requests; packed for hosts that compress nothing: ${kb(sum([...sizes.keys()].filter((name) => name.endsWith(".packed"))).raw).trim()}`);

const over = found.filter(([{ budget, requests }, it]) => it.brotli > budget || it.requests > requests).map(([{ what }]) => what);
if (process.argv.includes("--check") && over.length) {
  console.error(`Over its budget: ${over.join(", ")}.`);
  process.exit(1);
}
