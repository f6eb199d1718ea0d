// The last touch on dist/: minifies the two scripts, whose comments and long
// names are for us. Trunk's own minifier fails on wasm-bindgen's output.
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { transformSync } from "esbuild";

const dist = process.argv[2];
for (const name of readdirSync(dist).filter((name) => name.endsWith(".js"))) {
  const path = join(dist, name);
  const { code } = transformSync(readFileSync(path, "utf8"), {
    minify: true,
    charset: "utf8",
    legalComments: "none",
    // boot.js must be read by browsers that are too old for the rest.
    target: name === "boot.js" ? "es2020" : "es2022",
  });
  writeFileSync(path, code);
}
