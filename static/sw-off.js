// For a host that wants no offline copies: put this file in the place of sw.js
// and leave it there. Each browser that comes by gives up its copy of the app;
// what people entered is kept elsewhere and stays. Deleting sw.js is not enough.
"use strict";
const PREFIX = "waymark:" + new URL("./", self.location).pathname + ":";
self.addEventListener("install", () => self.skipWaiting());
const forget = async () => {
  for (const name of await caches.keys()) if (name.startsWith(PREFIX)) await caches.delete(name);
};
self.addEventListener("activate", (event) => {
  event.waitUntil(
    forget()
      .then(() => self.registration.unregister())
      // The worker before this one may have been in the middle of keeping something.
      .then(() => new Promise((done) => setTimeout(done, 1000)))
      .then(forget)
  );
});
