// Everything a site can keep, gone.
localStorage.clear();
sessionStorage.clear();
for (const worker of await navigator.serviceWorker?.getRegistrations() ?? []) await worker.unregister();
for (const name of await caches.keys()) await caches.delete(name);
for (const { name } of await indexedDB.databases()) {
  await new Promise((done, fail) => {
    const request = indexedDB.deleteDatabase(name);
    request.onsuccess = done;
    request.onerror = request.onblocked = () => fail(`could not delete the database ${name}`);
  });
}
