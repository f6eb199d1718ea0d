// The last touch on dist/: minifies the scripts whose comments and long names
// are for us, and tells the service worker what the app consists of. The parts
// of the program are there packed too, for hosts that compress nothing; boot.js
// chooses.
import { createHash } from "node:crypto";
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { transformSync } from "esbuild";
import { gzipSync } from "fflate";

const dist = process.argv[2];
const WORKER = "sw.js";
// Not parts of the app: the worker, what would withdraw it, a picture for whoever installs it,
// and what the host may replace.
const APART = [WORKER, "sw-off.js", "screenshot.png", "local.json"];

const read = (name) => readFileSync(join(dist, name), "utf8");
const write = (name, text) => writeFileSync(join(dist, name), text);
const sha256 = (bytes) => createHash("sha256").update(bytes).digest("hex");
const minified = (text, target) =>
  transformSync(text, { minify: true, charset: "utf8", legalComments: "none", target }).code;
function fill(text, empty, filled) {
  if (!text.includes(empty)) throw new Error(`no place for ${filled.slice(0, 40)}`);
  return text.replace(empty, () => filled);
}

for (const name of readdirSync(dist).filter((name) => name.endsWith(".js") && !APART.includes(name))) {
  // The program is minified already, as its name is its hash. boot.js must be
  // read by browsers that are too old for the rest.
  if (!name.startsWith("waymark-")) write(name, minified(read(name), "es2020"));
}
write("index.html", fill(read("index.html"), 'data-worker="" data-packed=""', `data-worker="./${WORKER}" data-packed="gzip"`));

const files = readdirSync(dist)
  .filter((name) => !APART.includes(name))
  .sort()
  .map((name) => [name, sha256(readFileSync(join(dist, name))), /-[0-9a-f]{12,}[._]/.test(name), name.endsWith(".wasm")]);
// The worker too: one that changed alone must not rewrite the copy in use.
const release = sha256(JSON.stringify(files) + read(WORKER)).slice(0, 16);
const worker = fill(read(WORKER), 'const RELEASE = ""', `const RELEASE = "${release}"`);
write(WORKER, minified(fill(worker, "const FILES = []", `const FILES = ${JSON.stringify(files)}`), "es2022"));

for (const [name, , , packed] of files) {
  if (!packed) continue;
  // Packed by a library, as Node's own zlib changes with Node.
  writeFileSync(join(dist, `${name}.packed`), gzipSync(readFileSync(join(dist, name)), { level: 9, mtime: 0 }));
}
