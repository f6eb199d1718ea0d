// The rules, natively, by criterion: one file a subject in benches/.
import { spawnSync } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { table } from "./table.mjs";

const us = (ns) => (ns / 1000).toFixed(1);

export function rules() {
  const home = mkdtempSync(join(tmpdir(), "waymark-criterion-"));
  try {
    const args = ["bench", "--quiet", "--locked", "--bench", "*", "--", "--noplot"];
    const { status, stdout, stderr } = spawnSync("cargo", args, { env: { ...process.env, CRITERION_HOME: home }, encoding: "utf8" });
    if (status !== 0) throw new Error(`cargo bench failed\n${stdout}${stderr}`);
    const read = (folder, file) => JSON.parse(readFileSync(join(home, folder, file)));
    const rows = readdirSync(home, { recursive: true })
      .filter((path) => path.endsWith("new/estimates.json"))
      .sort()
      .map((path) => {
        const folder = dirname(path);
        const { iters, times } = read(folder, "sample.json");
        const each = times.map((time, i) => time / iters[i]);
        return [read(folder, "benchmark.json").full_id, us(read(folder, "estimates.json").median.point_estimate), us(Math.max(...each)), each.length];
      });
    table("The rules, natively, µs", ["", "median", "worst", "samples"], rows);
  } finally {
    rmSync(home, { recursive: true, force: true });
  }
}
