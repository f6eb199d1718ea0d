// What a host is given: a dated zip, the edition of one file, and a manifest
// with the hash of every file, so that anybody can build the same bytes again.
// `release.mjs DIST OUT DATE COMMIT`; the same input gives the same bytes.
import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { zipSync } from "fflate";

const [dist, out, date, commit] = process.argv.slice(2);
const name = `waymark-${date}`;
rmSync(out, { recursive: true, force: true });
mkdirSync(out);
execFileSync(process.execPath, ["scripts/single-file.mjs", dist, join(out, `${name}.html`)], { stdio: "inherit" });

const sha256 = (bytes) => createHash("sha256").update(bytes).digest("hex");
const files = readdirSync(dist).sort().map((file) => [file, readFileSync(join(dist, file))]);
// No time but the release's own, at noon where nothing rounds it to another day.
const mtime = new Date(`${date}T12:00:00`);
const zip = zipSync(Object.fromEntries(files.map(([file, bytes]) => [`waymark/${file}`, [bytes, { mtime, level: 9 }]])));
writeFileSync(join(out, `${name}.zip`), zip);

const says = (command, ...words) => execFileSync(command, words, { encoding: "utf8" }).trim();
const lines = [
  `Waymark, ${date}, commit ${commit}`,
  `Built with ${says("rustc", "--version")}; ${says("trunk", "--version")}; Node ${process.version}.`,
  "SHA-256 of the zip, the edition of one file, and each file in the zip:",
  "",
  ...[`${name}.zip`, `${name}.html`].map((file) => `${sha256(readFileSync(join(out, file)))}  ${file}`),
  ...files.map(([file, bytes]) => `${sha256(bytes)}  waymark/${file}`),
];
writeFileSync(join(out, `${name}.txt`), lines.join("\n") + "\n");
console.log(lines.slice(4, 6).join("\n"));
