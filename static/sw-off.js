// For a host that wants no offline copies: put this file in the place of sw.js
// and leave it there. Each browser that comes by gives up its copy of the app;
// what people entered is kept elsewhere and stays. Deleting sw.js is not enough.
"use strict";
const PREFIX = "waymark:" + new URL("./", self.location).pathname + ":";
self.addEventListener("install", () => self.skipWaiting());
self.addEventListener("activate", (event) => {
  event.waitUntil(
    caches
      .keys()
      .then((names) => Promise.all(names.filter((name) => name.startsWith(PREFIX)).map((name) => caches.delete(name))))
      .then(() => self.registration.unregister())
  );
});
