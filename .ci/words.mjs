// Takes the framework's words out of the wasm file into a file of their own,
// splits a release in what the first page needs and the rest, names these and
// the program `export` by their hashes (Trunk names only the app so), and
// writes their addresses into index.html.
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
writeFileSync(index, html);
