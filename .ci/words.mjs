// Takes the framework's words out of the wasm file into a file of their own,
// named by their hash, and writes its address into index.html.
import { createHash } from "node:crypto";
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

const SECTION = "waymark-words";
const staged = process.env.TRUNK_STAGING_DIR;
const wasm = join(staged, readdirSync(staged).find((name) => name.endsWith(".wasm")));
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
if (!words) throw new Error(`${wasm} has no section ${SECTION}`);

const hash = createHash("sha256").update(words).digest("hex").slice(0, 16);
const name = `framework-${hash}.txt`;
writeFileSync(wasm, Buffer.concat(kept));
writeFileSync(join(staged, name), words);
const index = join(staged, "index.html");
const html = readFileSync(index, "utf8");
if (!html.includes('data-words=""')) throw new Error("index.html has no place for the words");
writeFileSync(index, html.replace('data-words=""', `data-words="./${name}"`));
