// The app as one HTML file that opens from a disk: `single-file.mjs DIST OUT`,
// and `LOCAL` where a host's local pack is to be in it.
// Everything that dist/ has in files stands in the page: the program packed
// with gzip, and a policy that allows exactly these scripts and no request.
import { createHash } from "node:crypto";
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { buildSync } from "esbuild";

const [dist, out, local] = process.argv.slice(2);
const names = readdirSync(dist);
const one = (pattern) => {
  const name = names.find((name) => pattern.test(name));
  if (!name) throw new Error(`${dist} has nothing like ${pattern}`);
  return join(dist, name);
};
const text = (pattern) => readFileSync(one(pattern), "utf8");
// Within an inline script or style nothing may look like its end.
const inline = (code) => code.replaceAll(/<\/(script|style)/gi, "<\\/$1");
const policy = (code) => `'sha256-${createHash("sha256").update(code).digest("base64")}'`;
const packed = (name) =>
  `<script type="text/plain" id="${name}">${readFileSync(join(dist, `${name}.packed`)).toString("base64")}</script>`;

const style = inline(text(/^style-.*\.css$/));
const boot = inline(text(/^boot\.js$/));
const program = inline(
  buildSync({
    stdin: {
      contents: `
        import * as program from ${JSON.stringify("./" + names.find((name) => /^waymark-.*\.js$/.test(name)))};
        const unpack = (name) => {
          const packed = Uint8Array.from(atob(document.getElementById(name).textContent), (c) => c.charCodeAt(0));
          return new Response(new Blob([packed]).stream().pipeThrough(new DecompressionStream("gzip"))).arrayBuffer();
        };
        window.waymarkFiles = {
          program: () => Promise.resolve(program),
          first: () => unpack(${JSON.stringify(names.find((name) => /^waymark-.*\.wasm$/.test(name)))}),
          part: unpack,
          pack: () => (document.getElementById("local.json") || { textContent: "" }).textContent,
        };`,
      resolveDir: dist,
    },
    bundle: true,
    write: false,
    format: "iife",
    minify: true,
    charset: "utf8",
    legalComments: "none",
    target: "es2022",
    // Only used where no program is handed over.
    logOverride: { "empty-import-meta": "silent" },
  }).outputFiles[0].text,
);
const icon = `data:image/svg+xml,${encodeURIComponent(text(/^icon\.svg$/))}`;

let html = text(/^index\.html$/);
const put = (pattern, instead) => {
  if (!pattern.test(html)) throw new Error(`index.html has nothing like ${pattern}`);
  html = html.replace(pattern, () => instead);
};
put(
  /(?<=http-equiv="Content-Security-Policy" content=")[^"]*/,
  `default-src 'none'; script-src ${policy(program)} ${policy(boot)} 'wasm-unsafe-eval'; style-src ${policy(style)}; img-src data:; base-uri 'none'; form-action 'none'`,
);
// There is no host that could answer for another address.
put(/ *<!-- Where a host answers[^]*?<\/script>\n/, "");
put(/<link[^>]*rel="stylesheet"[^>]*>/, `<style>${style}</style>`);
put(/<link rel="icon"[^>]*>/, `<link rel="icon" href="${icon}">`);
put(/ *<link rel="apple-touch-icon"[^>]*>\n/, "");
put(/ *<link rel="manifest"[^>]*>\n/, "");
html = html.replaceAll(/ *<link rel="(modulepreload|preload)"[^>]*>\n?/g, "");
put(/<script[^>]*src="boot\.js"[^>]*><\/script>/, "");
put(
  /<\/body>/,
  [
    ...names.filter((name) => name.endsWith(".wasm")).map(packed),
    // What a host adds, as text that nothing in it can end: in JSON a "<" may be
    // written so.
    ...(local ? [`<script type="text/plain" id="local.json">${readFileSync(local, "utf8").replace(/^\uFEFF/, "").replaceAll("<", "\\u003c")}</script>`] : []),
    `<script>${program}</script>`,
    `<script>${boot}</script>`,
    "</body>",
  ].join("\n"),
);
writeFileSync(out, html);
console.log(`  ${out}: ${(html.length / 1000).toFixed(0)} kB`);
