// Trunk's hook: parts the program with Leptos' own splitter, at the seams that
// `src/ui/parts.rs` names, and puts it in the place of what Trunk made. Each
// file is named by the hash of what it is at last, and index.html told.
//
// For every set of parts that share something the splitter writes a file, more
// than a hundred. Here they are joined: what the session needs goes with it, as
// every page needs that part, and what else is shared goes into a few files, so
// that a page sends little that it does not need.
import { execFile, execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { availableParallelism, tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { buildSync } from "esbuild";

const EVERY_PAGE = "part_session";
/** As many bytes a page may send in vain, if that is a file less to ask for. */
const FILE = 25000;
/** What so many of the parts need goes with the session: two files are packed
 * worse than one. */
const MOST = 0.75;
/** Asked for by something that is done, or for what stands below on a page that
 * is drawn and can be used without it. */
const LATER = ["backup_text", "export", "local_form", "local_pack", "plan_below", "plan_opened", "rate_below", "requests", "results_below", "results_reviews", "review_opened", "team_figures"].map((name) => `part_${name}`);
/** What a byte sent in vain to such a part counts beside one of a page's. */
const OF_LATER = 0.25;
/** The page that sends most, and what a byte sent in vain to it counts. */
const LARGEST = "part_plan";
const OF_LARGEST = 3;
const staged = process.env.TRUNK_STAGING_DIR;
const isRelease = process.env.TRUNK_PROFILE === "release";
// The splitter drops the section in which a program says what it uses.
const FEATURES = [
  "mutable-globals",
  "sign-ext",
  "nontrapping-float-to-int",
  "bulk-memory",
  "bulk-memory-opt",
  "multivalue",
  "reference-types",
  "call-indirect-overlong",
].map((name) => `--enable-${name}`);

/** What the parts take from the first: its kind and its type, by its name. */
const types = new Map();
const folder = mkdtempSync(join(tmpdir(), "waymark-parts-"));
const file = (name) => join(folder, name);
const run = (tool, ...words) => execFileSync(tool, words, { stdio: ["ignore", "ignore", "pipe"] });
const hashOf = (bytes) => createHash("sha256").update(bytes).digest("hex").slice(0, 16);
try {
  // What cargo built: wasm-bindgen's output has lost what the splitter reads.
  const { target_directory: target } = JSON.parse(execFileSync("cargo", ["metadata", "--format-version", "1", "--no-deps", "--offline"]));
  run("wasm-split-cli", "--out-name", "waymark", join(target, "wasm32-unknown-unknown", isRelease ? "release" : "debug", "waymark.wasm"), folder);
  run("wasm-bindgen", file("waymark.wasm"), "--target", "web", "--keep-lld-exports", "--no-demangle", "--no-typescript", "--out-dir", folder);

  const { head, chunks, parts } = readLoader(readFileSync(file("__wasm_split.js"), "utf8"));
  const ofSession = [...chunks.keys()].filter((chunk) => chunks.get(chunk).includes(EVERY_PAGE));
  const bundled = bundles([...chunks].filter(([chunk]) => !ofSession.includes(chunk) && existsSync(file(`${chunk}.wasm`))));
  const isMost = ({ users }) => users.size >= MOST * parts.size;
  const every = [...ofSession, ...bundled.filter(isMost).flatMap(({ joined }) => joined)];
  const isEveryPages = (chunk) => every.includes(chunk);
  const shared = bundled.filter((it) => !isMost(it)).map(({ joined }, at) => ({ name: `shared-${at + 1}`, joined }));

  const made = new Map([
    ["first", { from: "waymark_bg.wasm", as: "waymark", end: "_bg.wasm" }],
    [EVERY_PAGE, { from: merge([`split_${EVERY_PAGE}`, ...every], "part-session"), as: "part-session" }],
    ...shared.map(({ name, joined }) => [name, { from: merge(joined, name), as: name }]),
  ]);
  for (const part of parts.keys()) {
    const from = `split_${part}.wasm`;
    // None of its own where all of it is shared.
    if (part !== EVERY_PAGE && existsSync(file(from))) made.set(part, { from, as: `part-${part.replace(/^part_/, "").replaceAll("_", "-")}` });
  }
  if (isRelease) await shrinkAll([...made.values()].map(({ from }) => file(from)));
  const files = new Map([...made].map(([part, { from, as, end }]) => [part, add(from, as, end)]));
  const first = files.get("first");
  const needs = new Map([...parts].map(([part, needed]) => {
    if (part === EVERY_PAGE) return [part, []];
    const beside = shared.filter(({ joined }) => joined.some((chunk) => needed.includes(chunk))).map(({ name }) => name);
    return [part, [...(needed.some(isEveryPages) ? [EVERY_PAGE] : []), ...beside, part]];
  }));
  writeFileSync(file("__wasm_split.js"), head + loaders(files, needs));

  // wasm-bindgen names the loader once for every function it takes from it.
  const glue = readFileSync(file("waymark.js"), "utf8");
  writeFileSync(file("waymark.js"), glue.replace(/("\.\/__wasm_split\.js": \w+,\s*)+/, "$1"));
  // One module: the loader and the program share what stands in it, so there
  // must never be two of it.
  const script = buildSync({
    entryPoints: [file("waymark.js")],
    bundle: true,
    write: false,
    format: "esm",
    minify: isRelease,
    charset: "utf8",
    legalComments: "none",
    target: "es2022",
    logLevel: "warning",
  }).outputFiles[0].contents;
  for (const name of readdirSync(staged)) {
    if (/^waymark.*\.(js|wasm)$/.test(name) && name !== first) rmSync(join(staged, name));
  }
  rmSync(join(staged, "snippets"), { recursive: true, force: true });
  const program = `waymark-${hashOf(script)}.js`;
  writeFileSync(join(staged, program), script);
  tell({ "PROGRAM.js": program, "PROGRAM.wasm": first });
  // For `sizes.mjs`.
  const sent = (part) => [files.get(EVERY_PAGE)].filter(() => part === EVERY_PAGE).concat(needs.get(part).map((name) => files.get(name))).filter(Boolean);
  if (isRelease) {
    const list = Object.fromEntries([...parts.keys()].map((part) => [part, sent(part)]));
    writeFileSync("target/parts.json", JSON.stringify({ first: [program, first], parts: list, later: LATER }, null, 2));
  }
} finally {
  rmSync(folder, { recursive: true });
}

// The splitter's loader: what it begins with, which parts use which chunk, and
// which chunks each part needs.
function readLoader(text) {
  const chunks = new Map();
  const file = new Map();
  const load = String.raw`makeLoad\(\(\) => (?:\{[^]*?\n\}\n|async \(_imp\) => \(\{\}\))`;
  const rest = text
    .replace(new RegExp(String.raw`/\* ([^*]*) \*/\nconst (__chunk_\d+) = (${load}), \[\]\);\n`, "g"), (_, users, name, code) => {
      file.set(name, code.match(/"\.\/(\w+)\.wasm"/)[1]);
      chunks.set(file.get(name), users.split(", "));
      return "";
    });
  const parts = new Map();
  const head = rest.replace(new RegExp(String.raw`export const __wasm_split_load_(\w+) = wrapAsyncCb\(${load}, \[([^\]]*)\]\)\);\n`, "g"), (_, part, list) => {
    parts.set(part, list.split(", ").filter(Boolean).map((name) => file.get(name)));
    return "";
  });
  const report = "console.error(e)";
  if (!parts.has(EVERY_PAGE) || /fetch\(|__chunk_|__wasm_split_load/.test(head) || !head.includes(report)) {
    throw new Error("the splitter writes its loader in another way than this script knows");
  }
  return { head: head.replace(report, "waymark.partFailed(e)"), chunks, parts };
}

// The list of loaders, with what `boot.js` knows about hosts in the place of
// a plain `fetch`.
function loaders(files, needs) {
  const fetcher = `const fetcher = (name) => () => {
    const part = waymark.fetchPart(name);
    part.catch(() => {});
    return (imports) => waymark.joinPart(part, imports);
};
`;
  const own = (part) => (files.get(part) ? `fetcher(${JSON.stringify(files.get(part))})` : "() => async () => ({})");
  return [
    fetcher,
    `const ${EVERY_PAGE} = makeLoad(${own(EVERY_PAGE)}, []);\n`,
    ...[...files.keys()].filter((name) => name.startsWith("shared")).map((name) => `const ${constant(name)} = makeLoad(${own(name)}, []);\n`),
    ...[...needs].map(([part, needed]) => {
      const beside = needed.filter((name) => name !== part);
      return `export const __wasm_split_load_${part} = wrapAsyncCb(${part === EVERY_PAGE ? part : `makeLoad(${own(part)}, [${beside.map(constant).join(", ")}])`});\n`;
    }),
  ].join("");
}

function constant(name) {
  return name.replaceAll("-", "_");
}

// Joins what is shared: always the two sets that are best in one file, as long
// as the files no longer asked for are more than the bytes sent in vain.
function bundles(chunks) {
  const sets = new Map();
  for (const [chunk, users] of chunks) {
    const key = [...users].sort().join();
    const { joined, bytes } = sets.get(key) ?? { joined: [], bytes: 0 };
    sets.set(key, { users: new Set(users), joined: [...joined, chunk], bytes: bytes + code(chunk) });
  }
  const counts = (user) => (user === LARGEST ? OF_LARGEST : LATER.includes(user) ? OF_LATER : 1);
  const weight = (users) => [...users].reduce((sum, user) => sum + counts(user), 0);
  const gain = (a, b) => {
    const both = a.weight + b.weight - weight([...b.users].filter((user) => a.users.has(user)));
    return FILE * (a.weight + b.weight - both) - (both - a.weight) * a.bytes - (both - b.weight) * b.bytes;
  };
  const all = [...sets.values()].map((it) => ({ ...it, weight: weight(it.users) }));
  let pairs = all.flatMap((a, at) => all.slice(at + 1).map((b) => ({ a, b, gain: gain(a, b) })));
  for (;;) {
    const best = pairs.reduce((best, pair) => (pair.gain > best.gain ? pair : best), { gain: 0 });
    if (best.gain === 0) break;
    const { a, b } = best;
    const users = new Set([...a.users, ...b.users]);
    const both = { users, joined: [...a.joined, ...b.joined], bytes: a.bytes + b.bytes, weight: weight(users) };
    pairs = pairs.filter((it) => ![it.a, it.b].some((one) => one === a || one === b));
    for (const gone of [a, b]) all.splice(all.indexOf(gone), 1);
    pairs.push(...all.map((one) => ({ a: both, b: one, gain: gain(both, one) })));
    all.push(both);
  }
  return all;
}

// What a file of the splitter sends, without the names for our eyes.
function code(chunk) {
  const bytes = readFileSync(file(`${chunk}.wasm`));
  const names = WebAssembly.Module.customSections(new WebAssembly.Module(bytes), "name");
  return bytes.length - names.reduce((sum, section) => sum + section.byteLength, 0);
}

// Joins files of the splitter in one.
function merge(names, as) {
  const wasm = names.filter((name) => existsSync(file(`${name}.wasm`)));
  // All take memory, table and globals from the first part. Each is to be taken
  // once: from a module that stands between, and is joined with them.
  const taken = new Set();
  for (const name of wasm) {
    const imports = WebAssembly.Module.imports(new WebAssembly.Module(readFileSync(file(`${name}.wasm`)))).map(({ name }) => name);
    for (const word of imports) taken.add(word);
    if (imports.every((word) => types.has(word))) continue;
    const text = execFileSync("wasm-dis", [file(`${name}.wasm`)], { encoding: "utf8", maxBuffer: 1 << 30, stdio: ["ignore", "pipe", "ignore"] });
    for (const [, word, kind, type] of text.matchAll(/^ \(import "__wasm_split" "(\w+)" \((\w+) \$\S+ (.*)\)\)$/gm)) types.set(word, [kind, type]);
  }
  const between = [...taken].map((word) => [word, ...types.get(word)]).map(([word, kind, type], place) => `(import "__wasm_parts" "${word}" (${kind} $${place} ${type})) (export "${word}" (${kind} $${place}))`);
  writeFileSync(file("between.wat"), `(module ${between.join("\n")})`);
  const merged = `${as}.merged.wasm`;
  run("wasm-merge", ...FEATURES, file("between.wat"), "__wasm_split", ...wasm.flatMap((name) => [file(`${name}.wasm`), name]), "-o", file(merged));
  const bytes = readFileSync(file(merged));
  for (let at = bytes.indexOf("__wasm_parts"); at >= 0; at = bytes.indexOf("__wasm_parts", at)) bytes.write("__wasm_split", at);
  writeFileSync(file(merged), bytes);
  return merged;
}

// Makes them as small as they get: the largest first, one for each processor.
async function shrinkAll(paths) {
  const left = [...paths].sort((a, b) => statSync(b).size - statSync(a).size);
  const shrink = promisify(execFile);
  await Promise.all(Array.from({ length: availableParallelism() }, async () => {
    for (let path; (path = left.shift()); ) await shrink("wasm-opt", [...FEATURES, "-Os", "--strip-debug", "--strip-producers", path, "-o", path]);
  }));
}

// Puts a file into the folder of the app, and says its name there.
function add(name, as, end = ".wasm") {
  const bytes = readFileSync(file(name));
  const named = `${as}-${hashOf(bytes)}${end}`;
  writeFileSync(join(staged, named), bytes);
  return named;
}

function tell(names) {
  const index = join(staged, "index.html");
  let html = readFileSync(index, "utf8");
  for (const [place, name] of Object.entries(names)) {
    if (!html.includes(place)) throw new Error(`index.html has no ${place}`);
    html = html.replaceAll(place, name);
  }
  writeFileSync(index, html);
}
