// Runs the programs of the README over real files: both must print the same,
// and what those files say.
import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

const cases = {
  "backup.json": ["backup | social-prescribing-link-worker", "promoting-autonomy | 0", "self-monitoring | no score", "Visit the allotment project | to-do | no month"],
  "byte-order-mark.json": [],
  "plan-default.json": ["person-centred-approach | 3"],
  "smallest.json": ["backup | role not chosen"],
  "zero-no-opportunity-cleared.json": [],
};
const readme = readFileSync("README.md", "utf8");
const program = (name) => {
  const found = readme.match(new RegExp("```" + name + "\\n([^]*?)```"));
  if (!found) throw new Error(`README.md has no program in ${name}`);
  return found[1];
};
const folder = mkdtempSync(join(tmpdir(), "readme-"));
try {
  const [python, javascript] = ["read.py", "read.mjs"].map((name) => join(folder, name));
  writeFileSync(python, program("python"));
  writeFileSync(javascript, program("javascript"));
  for (const [name, lines] of Object.entries(cases)) {
    const file = join("tests/fixtures/v1", name);
    const said = [["python3", python], [process.execPath, javascript]].map(([command, path]) =>
      execFileSync(command, [path, file], { encoding: "utf8", env: { ...process.env, PYTHONIOENCODING: "utf-8" } }));
    if (said[0] !== said[1]) throw new Error(`${name}: Python says\n${said[0]}JavaScript says\n${said[1]}`);
    for (const line of lines) {
      if (!said[0].split("\n").includes(line)) throw new Error(`${name}: no line “${line}” in\n${said[0]}`);
    }
  }
} finally {
  rmSync(folder, { recursive: true });
}
