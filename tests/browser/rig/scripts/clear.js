// Everything a site can keep, gone. What does not come to an end is named: the
// driver would only say that it has waited.
async function within(what, promise) {
  let late;
  const over = new Promise((_, fail) => {
    late = setTimeout(() => fail(new Error(`${what}: not done after 10 s`)), 10_000);
  });
  try {
    return await Promise.race([promise, over]);
  } finally {
    clearTimeout(late);
  }
}
localStorage.clear();
sessionStorage.clear();
const workers = await within('list the workers', navigator.serviceWorker?.getRegistrations()) ?? [];
for (const worker of workers) await within('let a worker go', worker.unregister());
for (const name of await within('list the caches', caches.keys())) await within(`delete the cache ${name}`, caches.delete(name));
for (const { name } of await within('list the databases', indexedDB.databases())) {
  await within(`delete the database ${name}`, new Promise((done, fail) => {
    const request = indexedDB.deleteDatabase(name);
    request.onsuccess = done;
    request.onerror = request.onblocked = () => fail(`could not delete the database ${name}`);
  }));
}
