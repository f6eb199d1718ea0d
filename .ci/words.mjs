// Takes the framework's words out of the wasm file into a file of their own,
// splits a release in what the first page needs and the rest, names each file by
// the hash of what it is at last, and writes their addresses into index.html.
import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { readdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";

const SECTION = "waymark-words";
const staged = process.env.TRUNK_STAGING_DIR;
const app = join(staged, readdirSync(staged).find((name) => /^waymark-.*\.wasm$/.test(name)));

// The words in a wasm file, which loses them.
function takeWords(wasm) {
  const bytes = readFileSync(wasm);
  forgetPath(bytes);
  const kept = [bytes.subarray(0, 8)];
  let words;
  for (let at = 8; at < bytes.length; ) {
    const begin = at;
    const kind = bytes[at++];
    const size = number();
    const end = at + size;
    if (kind === 0) {
      const length = number();
      const name = bytes.toString("utf8", at, at + length);
      if (name === SECTION) {
        words = bytes.subarray(at + length, end);
        at = end;
        continue;
      }
    }
    at = end;
    kept.push(bytes.subarray(begin, end));

    // An unsigned LEB128 number.
    function number() {
      let value = 0;
      for (let shift = 0; ; shift += 7) {
        const byte = bytes[at++];
        value |= (byte & 0x7f) << shift;
        if (byte < 0x80) return value;
      }
    }
  }
  writeFileSync(wasm, Buffer.concat(kept));
  return words;
}

// A library that Leptos brings exports a name made from the path it was built
// under; the same code is to give the same bytes everywhere.
function forgetPath(bytes) {
  const marker = "_WASM_SPLIT_MARKER_";
  for (let at = bytes.indexOf(marker); at >= 0; at = bytes.indexOf(marker, at + 1)) {
    bytes.fill("0", at + marker.length, at + marker.length + 16);
  }
}

const hashOf = (bytes) => createHash("sha256").update(bytes).digest("hex").slice(0, 16);
const index = join(staged, "index.html");
let html = readFileSync(index, "utf8");
function address(attribute, name) {
  const empty = `${attribute}=""`;
  if (!html.includes(empty)) throw new Error(`index.html has no ${empty}`);
  html = html.replace(empty, `${attribute}="./${name}"`);
}

const words = takeWords(app);
if (!words) throw new Error(`${app} has no section ${SECTION}`);
const name = `framework-${hashOf(words)}.txt`;
writeFileSync(join(staged, name), words);
address("data-words", name);
// The library that both programs are made of brings the words into either.
takeWords(join(staged, "export_bg.wasm"));
for (const [from, kind, attribute] of [
  ["export.js", "js", "data-export"],
  ["export_bg.wasm", "wasm", "data-export-wasm"],
]) {
  const named = `export-${hashOf(readFileSync(join(staged, from)))}.${kind}`;
  renameSync(join(staged, from), join(staged, named));
  address(attribute, named);
}

// Only a release: what one looks at while building need not be small.
if (process.env.TRUNK_PROFILE === "release") {
  const rest = join(staged, "rest.wasm");
  execFileSync(process.execPath, [".ci/split.mjs", app, app, rest], { stdio: "inherit" });
  const named = `rest-${hashOf(readFileSync(rest))}.wasm`;
  renameSync(rest, join(staged, named));
  address("data-rest", named);
  const glue = join(staged, readdirSync(staged).find((name) => /^waymark-.*\.js$/.test(name)));
  const code = readFileSync(glue, "utf8");
  const imports = '"./waymark_bg.js": import0,';
  if (!code.includes(imports)) throw new Error(`${glue} has no ${imports}`);
  writeFileSync(glue, code.replace(imports, `${imports} rest: { load: () => waymark.loadRest() },`));
}
for (const [pattern, ending] of [[/^waymark-.*\.js$/, ".js"], [/^waymark-.*\.wasm$/, "_bg.wasm"]]) {
  const trunks = readdirSync(staged).find((name) => pattern.test(name));
  const named = `waymark-${hashOf(readFileSync(join(staged, trunks)))}${ending}`;
  renameSync(join(staged, trunks), join(staged, named));
  html = html.replaceAll(trunks, named);
}
writeFileSync(index, html);
