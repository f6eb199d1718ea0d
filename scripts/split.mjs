// Trunk's hook: parts the program with Leptos' own splitter, at the seams that
// `src/ui/parts.rs` names, and puts it in the place of what Trunk made. Each
// file is named by the hash of what it is at last, and index.html told.
//
// For every set of parts that share something the splitter writes a file, more
// than a hundred. Here they are joined: what the session needs goes with it, as
// every page needs that part, and whatever else is shared is one file.
import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { buildSync } from "esbuild";

const EVERY_PAGE = "part_session";
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
  const isEveryPages = (chunk) => chunks.get(chunk).includes(EVERY_PAGE);
  const every = [...chunks.keys()].filter(isEveryPages);
  const shared = [...chunks.keys()].filter((chunk) => !isEveryPages(chunk));

  const first = add("waymark_bg.wasm", "waymark", "_bg.wasm");
  const files = new Map([
    [EVERY_PAGE, merge([`split_${EVERY_PAGE}`, ...every], "part-session")],
    ["shared", merge(shared, "shared")],
  ]);
  for (const part of parts.keys()) {
    if (part === EVERY_PAGE) continue;
    const name = `split_${part}.wasm`;
    // None of its own where all of it is shared.
    files.set(part, existsSync(file(name)) ? add(name, `part-${part.replace(/^part_/, "").replaceAll("_", "-")}`) : null);
  }
  const needs = new Map([...parts].map(([part, needed]) => {
    const own = part === EVERY_PAGE ? [] : [part];
    return [part, [needed.some(isEveryPages) && part !== EVERY_PAGE && EVERY_PAGE, needed.some((chunk) => !isEveryPages(chunk)) && "shared", ...own].filter(Boolean)];
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
    writeFileSync("target/parts.json", JSON.stringify({ first: [program, first], parts: list }, null, 2));
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
    `const shared = makeLoad(${own("shared")}, []);\n`,
    ...[...needs].map(([part, needed]) => {
      const beside = needed.filter((name) => name !== part);
      return `export const __wasm_split_load_${part} = wrapAsyncCb(${part === EVERY_PAGE ? part : `makeLoad(${own(part)}, [${beside.join(", ")}])`});\n`;
    }),
  ].join("");
}

// Joins files of the splitter in one, and adds it; none of none.
function merge(names, as) {
  const wasm = names.filter((name) => existsSync(file(`${name}.wasm`)));
  if (wasm.length === 0) return null;
  // All take memory, table and globals from the first part. Each is to be taken
  // once: from a module that stands between, and is joined with them.
  const taken = new Map();
  for (const name of wasm) {
    const imports = WebAssembly.Module.imports(new WebAssembly.Module(readFileSync(file(`${name}.wasm`))));
    if (imports.every(({ name }) => taken.has(name))) continue;
    const text = execFileSync("wasm-dis", [file(`${name}.wasm`)], { encoding: "utf8", maxBuffer: 1 << 30, stdio: ["ignore", "pipe", "ignore"] });
    for (const [, word, kind, type] of text.matchAll(/^ \(import "__wasm_split" "(\w+)" \((\w+) \$\S+ (.*)\)\)$/gm)) taken.set(word, [kind, type]);
  }
  const between = [...taken].map(([word, [kind, type]], place) => `(import "__wasm_parts" "${word}" (${kind} $${place} ${type})) (export "${word}" (${kind} $${place}))`);
  writeFileSync(file("between.wat"), `(module ${between.join("\n")})`);
  run("wasm-merge", ...FEATURES, file("between.wat"), "__wasm_split", ...wasm.flatMap((name) => [file(`${name}.wasm`), name]), "-o", file("merged.wasm"));
  const bytes = readFileSync(file("merged.wasm"));
  for (let at = bytes.indexOf("__wasm_parts"); at >= 0; at = bytes.indexOf("__wasm_parts", at)) bytes.write("__wasm_split", at);
  writeFileSync(file("merged.wasm"), bytes);
  return add("merged.wasm", as);
}

// Puts a file into the folder of the app, and says its name there.
function add(name, as, end = ".wasm") {
  if (isRelease) run("wasm-opt", ...FEATURES, "-Oz", "--converge", "--strip-debug", "--strip-producers", file(name), "-o", file(name));
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
