// Keeps the whole app for use without a network. The build fills in what it
// consists of. A release is fetched whole and checked, or not at all; which
// one is served is a stored pointer, moved only when the person says so:
// closing every tab would otherwise let a waiting worker take over unasked.
"use strict";
const RELEASE = "";
// [path, SHA-256 as hex, whether the name carries a hash, whether there is a
// packed file beside it]
const FILES = [];

const HERE = new URL("./", self.location).href;
const PREFIX = "waymark:" + new URL(HERE).pathname + ":";
const MINE = PREFIX + RELEASE;
const META = PREFIX + "taken";
const DONE = HERE + "__whole";
// What the host adds: no part of a release, so it has no hash.
const LOCAL = HERE + "local.json";
const LOCAL_KEPT = PREFIX + "local";
const PATHS = new Set(FILES.map(([path]) => HERE + path));

const NAMED = /\/(waymark|style|part|shared)-[^/]+$/;

// What a cache holds, without making the cache: one that its host has withdrawn
// (sw-off.js) would otherwise come back.
const held = (cacheName, url) => caches.match(url, { cacheName });

const hex = (buffer) =>
  Array.from(new Uint8Array(buffer), (byte) => byte.toString(16).padStart(2, "0")).join("");

async function unpacked(path) {
  const answer = await fetch(HERE + path + ".packed");
  if (!answer.ok) throw new Error("No packed file");
  return new Response(answer.body.pipeThrough(new DecompressionStream("gzip"))).arrayBuffer();
}

async function fetchOne([path, hash, named, packed], compressing) {
  const isWhole = async (bytes) => hex(await crypto.subtle.digest("SHA-256", bytes)) === hash;
  // As boot.js does, so that the browser has these already.
  if (packed && !compressing) {
    const bytes = await unpacked(path).catch(() => null);
    if (bytes && (await isWhole(bytes))) return [HERE + path, bytes, "text/plain; charset=utf-8"];
  }
  // A name without a hash must come fresh, whatever its host lets browsers keep.
  const answer = await fetch(HERE + path, { cache: named ? "default" : "reload" });
  const bytes = await answer.arrayBuffer();
  if (!answer.ok || !(await isWhole(bytes))) throw new Error(path + " did not arrive as it was built");
  return [HERE + path, bytes, answer.headers.get("content-type"), answer.headers.has("content-encoding")];
}

async function fetchWhole() {
  // What is whole already may be what is served now.
  if (await isWhole(RELEASE)) return;
  const boot = FILES.findIndex(([path]) => path === "boot.js");
  const first = await fetchOne(FILES[boot], true);
  const parts = await Promise.all(
    FILES.map((file, place) => (place === boot ? first : fetchOne(file, first[3])))
  );
  await caches.delete(MINE);
  const cache = await caches.open(MINE);
  for (const [url, bytes, type] of parts) {
    // The program is compiled while it streams only if it has this type.
    const kind = url.endsWith(".wasm") ? "application/wasm" : type;
    await cache.put(url, new Response(bytes, { headers: kind ? { "content-type": kind } : {} }));
  }
  await cache.put(DONE, new Response(""));
}

// Fresh where there is a network, and kept where it can be read; the last that
// could be where there is none, or none that answers in time.
async function local() {
  const kept = await held(LOCAL_KEPT, LOCAL);
  const fresh = fetch(LOCAL, { cache: "no-cache" }).then(async (answer) => {
    if (answer.ok) {
      const text = await answer.clone().text();
      try {
        JSON.parse(text.replace(/^\uFEFF/, ""));
        await (await caches.open(LOCAL_KEPT)).put(LOCAL, answer.clone());
      } catch { /* the app says what is wrong with it */ }
    } else if (answer.status === 404 || answer.status === 410) await caches.delete(LOCAL_KEPT);
    return answer;
  });
  if (!kept) return fresh;
  const late = new Promise((done) => setTimeout(done, 2000, kept));
  return Promise.race([fresh.catch(() => kept), late]);
}

async function taken() {
  const answer = await held(META, DONE);
  return answer ? answer.text() : null;
}

async function take(release) {
  const meta = await caches.open(META);
  await meta.put(DONE, new Response(release));
}

async function isWhole(release) {
  return Boolean(await held(PREFIX + release, DONE));
}

// Old releases go when no other tab could still need them.
async function tidy() {
  const tabs = await self.clients.matchAll({ type: "window", includeUncontrolled: true });
  if (tabs.length > 1) return;
  const kept = [META, LOCAL_KEPT, MINE, PREFIX + (await taken())];
  for (const name of await caches.keys()) {
    if (name.startsWith(PREFIX) && !kept.includes(name)) await caches.delete(name);
  }
}

self.addEventListener("install", (event) => {
  event.waitUntil(
    fetchWhole().then(async () => {
      await local().catch(() => {});
      const now = await taken();
      if (now === null || !(await isWhole(now))) await take(RELEASE);
    })
  );
});

self.addEventListener("activate", (event) => event.waitUntil(tidy()));

self.addEventListener("message", (event) => {
  const answer = (value) => event.ports[0] && event.ports[0].postMessage(value);
  if (event.data === "is it new?") {
    event.waitUntil(
      Promise.all([taken(), isWhole(RELEASE)]).then(([now, whole]) => answer(whole && now !== RELEASE))
    );
  } else if (event.data === "take it") {
    event.waitUntil(
      isWhole(RELEASE).then(async (whole) => {
        if (whole) {
          await take(RELEASE);
          await self.skipWaiting();
        }
        answer(whole);
      })
    );
  }
});

async function serve(url, request) {
  // A tab may still run another release and ask for a part of that one: a name
  // with a hash means the same file in whatever release it is.
  if (NAMED.test(url)) {
    for (const name of await caches.keys()) {
      const kept = name.startsWith(PREFIX) && (await held(name, url));
      if (kept) return kept;
    }
    return fetch(request);
  }
  const now = await taken();
  const kept = now !== null && (await held(PREFIX + now, url));
  if (kept) return kept;
  return fetch(request);
}

self.addEventListener("fetch", (event) => {
  const { request } = event;
  if (request.method !== "GET") return;
  const url = new URL(request.url);
  url.hash = "";
  url.search = "";
  let asked = url.href;
  if (asked === LOCAL) return event.respondWith(local());
  if (asked === HERE) asked = HERE + "index.html";
  // Another release's named files are in its own cache, listed or not.
  if (!PATHS.has(asked) && !NAMED.test(asked)) return;
  if (!asked.startsWith(HERE) || asked.slice(HERE.length).includes("/")) return;
  event.respondWith(serve(asked, request));
});
