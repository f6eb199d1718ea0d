// Parts the program with Leptos' own splitter, in Trunk's post_build hook:
// Trunk has one program for wasm-bindgen, and the splitter comes before it.
// The first part keeps the frame; what is asked for later travels in a few
// files with names by their content, and one module of JavaScript knows them.
import { execFile, execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { cpus, tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { buildSync } from "esbuild";

const { TRUNK_STAGING_DIR: staged, TRUNK_PROFILE: profile } = process.env;
const release = profile === "release";
const built = join(process.env.CARGO_TARGET_DIR || "target", "wasm32-unknown-unknown", profile, "waymark.wasm");
const run = (tool, ...words) => execFileSync(tool, words, { stdio: ["ignore", "ignore", "inherit"] });
const hashOf = (bytes) => createHash("sha256").update(bytes).digest("hex").slice(0, 16);
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
// What the splitter calls its own module.
const LOADER = "__wasm_split.js";

const folder = mkdtempSync(join(tmpdir(), "split-"));
try {
  const split = join(folder, "split");
  const bound = join(folder, "bound");
  mkdirSync(split);
  run("wasm-split-cli", "--out-name", "waymark", built, split);
  run("wasm-bindgen", join(split, "waymark.wasm"), "--out-dir", bound, "--target", "web", "--keep-lld-exports", "--no-demangle", "--no-typescript");

  const loader = readFileSync(join(split, LOADER), "utf8");
  const names = readdirSync(split)
    .filter((file) => /^(split|chunk)_.*\.wasm$/.test(file))
    .sort((a, b) => a.localeCompare(b, "en", { numeric: true }));
  const programs = [join(bound, "waymark_bg.wasm"), ...names.map((file) => join(split, file))];
  const left = release ? [...programs] : [];
  // As many at once as there are processors.
  await Promise.all(cpus().map(async () => {
    for (let file; (file = left.shift()); ) await optimise(file);
  }));
  const files = names.map((file) => ({ file, neededBy: neededBy(file, loader), bytes: readFileSync(join(split, file)) }));
  const table = {};
  const sent = new Map();
  for (const name of new Set(files.map(travelsIn))) {
    const together = files.filter((file) => travelsIn(file) === name);
    const bytes = Buffer.concat(together.map(({ bytes }) => bytes));
    const named = `${name}-${hashOf(bytes)}.wasm`;
    writeFileSync(join(staged, named), bytes);
    let at = 0;
    for (const { file, bytes } of together) {
      table[file] = [named, at, bytes.length];
      at += bytes.length;
    }
    sent.set(named, together);
  }
  // boot.js knows packed files, wrong content types and the edition of one file.
  writeFileSync(join(bound, LOADER), `const { fetch, WebAssembly } = window.waymark.loader(${JSON.stringify(table)});\n${loader}`);

  const first = forgetPath(readFileSync(programs[0]));
  const program = buildSync({
    entryPoints: [join(bound, "waymark.js")],
    bundle: true,
    write: false,
    format: "esm",
    target: "es2022",
    legalComments: "none",
    minify: release,
    charset: "utf8",
  }).outputFiles[0].contents;

  // Trunk's own, of the program before it was split, make way.
  const index = join(staged, "index.html");
  let html = readFileSync(index, "utf8");
  for (const [pattern, named, bytes] of [
    [/^waymark-.*\.js$/, `waymark-${hashOf(program)}.js`, program],
    [/^waymark-.*\.wasm$/, `waymark-${hashOf(first)}_bg.wasm`, first],
  ]) {
    const trunks = readdirSync(staged).find((name) => pattern.test(name));
    rmSync(join(staged, trunks));
    writeFileSync(join(staged, named), bytes);
    html = html.replaceAll(trunks, named);
  }
  writeFileSync(index, html);
  const parts = new Set(files.flatMap(({ neededBy }) => neededBy));
  const needs = (part) => [...sent.keys()].filter((named) => sent.get(named).some(({ neededBy }) => neededBy.includes(part)));
  writeFileSync(join("target", "parts.json"), JSON.stringify(Object.fromEntries([...parts].map((part) => [part, needs(part)]))));
  console.log(`  ${parts.size} parts and what they share: ${files.length} modules in ${sent.size} files`);
} finally {
  rmSync(folder, { recursive: true });
}

// As small as a release is; what one looks at while building need not be.
function optimise(file) {
  return promisify(execFile)("wasm-opt", ["-Oz", ...FEATURES, "--strip-debug", "--strip-producers", file, "-o", file]);
}

// The parts that need a file of the splitter's. It says so in its own module.
function neededBy(file, loader) {
  const own = file.match(/^split_part_(\w+)\.wasm$/);
  if (own) return [own[1]];
  const [, chunk] = file.match(/^chunk_(\d+)\.wasm$/);
  const said = loader.match(new RegExp(`/\\* (.*) \\*/\nconst __chunk_${chunk} =`))[1];
  return said.split(", ").map((part) => part.replace(/^part_/, ""));
}

// The splitter makes a module for every set of parts that share something,
// well over a hundred. What the session needs travels together, as every page
// needs the session, and with it what is too small for a request of its own.
function travelsIn({ file, neededBy, bytes }) {
  if (neededBy.includes("session") || (neededBy.length > 1 && bytes.length < 4000)) return "shared";
  if (neededBy.length === 1) return `part-${neededBy[0].replaceAll("_", "-")}`;
  return file.replace(/^chunk_(\d+)\.wasm$/, "shared-$1");
}

// The splitter's library exports a name made from the path it was built under;
// the same code is to give the same bytes everywhere.
function forgetPath(bytes) {
  const marker = "_WASM_SPLIT_MARKER_";
  for (let at = bytes.indexOf(marker); at >= 0; at = bytes.indexOf(marker, at + 1)) {
    bytes.fill("0", at + marker.length, at + marker.length + 16);
  }
  return bytes;
}
