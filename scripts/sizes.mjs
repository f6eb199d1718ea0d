// What a first visit sends, by part, and what any page by its address sends in
// all, beside the budgets. Printed by every build; `--check` fails above a
// budget. The browser tests check that a first visit requests the files of the
// first load and no others.
import { readdirSync, readFileSync } from "node:fs";
import { extname, join } from "node:path";
import { brotliCompressSync, constants } from "node:zlib";

const FIRST = { most: 100_000, aim: 80_000, requests: 10 };
const PAGE = { most: 300_000, aim: 260_000 };

const dist = process.argv[2];
const needs = JSON.parse(readFileSync("target/parts.json", "utf8"));
const sizes = new Map();
for (const name of readdirSync(dist)) {
  const raw = readFileSync(join(dist, name));
  const brotli = brotliCompressSync(raw, {
    params: { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_SIZE_HINT]: raw.length },
  }).length;
  sizes.set(name, { raw: raw.length, brotli });
}
const sum = (names, kind) => names.reduce((all, name) => all + sizes.get(name)[kind], 0);
const kb = (n) => (n / 1000).toFixed(1).padStart(8);
const row = (title, names, said = "") =>
  console.log(`  ${title.padEnd(20)} ${kb(sum(names, "raw"))}   ${kb(sum(names, "brotli"))}${said}`);

const first = [...sizes.keys()].filter((name) =>
  /^(index\.html|boot\.js|icon\.svg|icon-180\.png|waymark\.webmanifest|(waymark|style)-.*\.(js|css|wasm))$/.test(name));
console.log("  part                   raw kB  brotli kB");
for (const kind of ["html", "css", "js", "wasm", "other"]) {
  const kindOf = (name) => extname(name).slice(1).replace(/^(svg|png|webmanifest)$/, "other");
  row(`first load, ${kind}`, first.filter((name) => kindOf(name) === kind));
}
row("first load", first, ` in ${first.length} requests (aim ${FIRST.aim / 1000}, at most ${FIRST.most / 1000} kB and ${FIRST.requests} requests)`);

const session = needs.session;
row("session", session, ` in ${session.length} more, for every page`);
let largest = 0;
const pages = Object.keys(needs).filter((part) => part !== "session" && part !== "export").sort();
for (const page of pages) {
  const all = [...new Set([...first, ...session, ...needs[page]])];
  largest = Math.max(largest, sum(all, "brotli"));
  const own = all.filter((name) => !first.includes(name) && !session.includes(name));
  row(page.replaceAll("_", " "), own, ` in ${own.length} more; in all ${kb(sum(all, "brotli")).trim()} kB in ${all.length} requests`);
}
const program = [...sizes.keys()].filter((name) => /\.(html|js|css|wasm)$/.test(name) && !name.startsWith("sw"));
row("everything", program);
console.log(`  the largest page by its address ${kb(largest).trim()} kB (aim ${PAGE.aim / 1000}, at most ${PAGE.most / 1000})`);

if (process.argv.includes("--check")) {
  const over = [
    sum(first, "brotli") > FIRST.most && "The first load is over its budget.",
    first.length > FIRST.requests && "The first load asks for too much.",
    largest > PAGE.most && "A page by its address is over its budget.",
  ].filter(Boolean);
  if (over.length) {
    console.error(over.join("\n"));
    process.exit(1);
  }
}
