// Parts the program with Leptos' own splitter, in Trunk's post_build hook:
// Trunk has one program for wasm-bindgen, and the splitter comes before it.
// The first part keeps the frame; every other has a name by its content, and
// one module of JavaScript knows them all.
import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { copyFileSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
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

  const parts = new Map();
  let loader = readFileSync(join(split, LOADER), "utf8");
  for (const file of readdirSync(split).filter((file) => /^(split|chunk)_.*\.wasm$/.test(file)).sort()) {
    const bytes = small(join(split, file));
    const name = file.replace(/^split_part_/, "part-").replace(/^chunk_/, "shared-").replace(/\.wasm$/, "").replaceAll("_", "-");
    const named = `${name}-${hashOf(bytes)}.wasm`;
    writeFileSync(join(staged, named), bytes);
    parts.set(file, named);
    loader = loader.replaceAll(`"./${file}"`, `"./${named}"`);
  }
  // boot.js knows packed files, wrong content types and the edition of one file.
  writeFileSync(join(bound, LOADER), `const { fetch, WebAssembly } = window.waymark.loader;\n${loader}`);

  const first = forgetPath(small(join(bound, "waymark_bg.wasm")));
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
  writeFileSync(join("target", "parts.json"), JSON.stringify(needs(loader), null, 1));
  console.log(`  ${parts.size} parts beside the first`);
} finally {
  rmSync(folder, { recursive: true });
}

// As small as a release is; what one looks at while building need not be.
function small(file) {
  if (release) run("wasm-opt", "-Oz", ...FEATURES, "--strip-debug", "--strip-producers", file, "-o", file);
  return readFileSync(file);
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

// Which files each part needs, for the sizes that a build prints.
function needs(loader) {
  const chunks = new Map();
  for (const [, chunk, body] of loader.matchAll(/^const (__chunk_\d+) = makeLoad\(([^]*?), \[\]\);/gm)) {
    chunks.set(chunk, body.match(/"\.\/([^"]+)"/)[1]);
  }
  const found = {};
  for (const [, part, body, shared] of loader.matchAll(/^export const __wasm_split_load_(\w+) = wrapAsyncCb\(makeLoad\(([^]*?), \[([^\]]*)\]\)\);/gm)) {
    const own = body.match(/"\.\/([^"]+)"/)?.[1];
    const others = shared.split(", ").filter(Boolean).map((chunk) => chunks.get(chunk));
    found[part.replace(/^part_/, "")] = [...others, ...(own ? [own] : [])];
  }
  return found;
}
