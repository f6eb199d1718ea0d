// What a good host would send: dist/ compressed once, and a bare page of plain
// HTML to measure beside it. It is also the browser's proxy, which refuses
// everything and counts what was asked of it: nothing but loopback is reached.
import { readdirSync, readFileSync, statSync } from "node:fs";
import { createServer } from "node:http";
import { extname, join } from "node:path";
import { brotliCompressSync, constants } from "node:zlib";

const TYPES = {
  ".css": "text/css; charset=utf-8",
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".png": "image/png",
  ".svg": "image/svg+xml",
  ".wasm": "application/wasm",
  ".webmanifest": "application/manifest+json",
};

const radios = ["0", "1", "2", "3", "4", "5"]
  .map((score) => `<label><input type="radio" name="score" value="${score}"> ${score}</label>`)
  .join("\n");
const BARE = `<!doctype html>
<html lang="en-GB">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="description" content="A bare page to measure beside.">
<title>A bare page</title>
<link rel="icon" href="data:,">
</head>
<body>
<main>
<h1>A bare page</h1>
<label>Search <input id="words"></label>
<label>Reflection <textarea id="reflection"></textarea></label>
<fieldset><legend>Score</legend>
${radios}
</fieldset>
</main>
</body>
</html>
`;

function compressed(raw) {
  const params = { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_SIZE_HINT]: raw.length };
  return brotliCompressSync(raw, { params });
}

/** Serves on a free port of 127.0.0.1: `{ app, bare, proxy, refused, close }`. */
export async function serve(dist) {
  const files = new Map();
  const add = (path, raw) => files.set(path, { body: compressed(raw), type: TYPES[extname(path)] ?? "application/octet-stream" });
  for (const entry of readdirSync(dist, { recursive: true })) {
    const path = join(dist, entry);
    if (statSync(path).isFile()) add(`/app/${entry}`, readFileSync(path));
  }
  files.set("/app/", files.get("/app/index.html"));
  add("/bare.html", Buffer.from(BARE));

  const refused = [];
  const server = createServer((request, response) => {
    if (!request.url.startsWith("/")) {
      refused.push(request.url);
      response.writeHead(403).end();
      return;
    }
    const file = files.get(new URL(request.url, "http://127.0.0.1").pathname);
    if (!file) {
      response.writeHead(404).end();
      return;
    }
    // Not stored, so that every visit is a first visit.
    response.writeHead(200, { "content-type": file.type, "content-encoding": "br", "content-length": file.body.length, "cache-control": "no-store" });
    response.end(file.body);
  });
  server.on("connect", (request, socket) => {
    refused.push(request.url);
    socket.end("HTTP/1.1 403 Forbidden\r\n\r\n");
  });
  await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
  const proxy = `127.0.0.1:${server.address().port}`;
  return {
    app: `http://${proxy}/app/`,
    bare: `http://${proxy}/bare.html`,
    proxy,
    refused,
    close() {
      server.closeAllConnections();
      server.close();
    },
  };
}
