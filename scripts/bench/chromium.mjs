// A fresh Chromium, and chromedriver spoken to in plain HTTP. Both are ended
// by their process ids, whatever happens.
import { spawn } from "node:child_process";
import { existsSync, mkdtempSync } from "node:fs";
import { rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";

const running = new Set();
process.on("exit", () => running.forEach((child) => child.kill("SIGKILL")));
for (const signal of ["SIGINT", "SIGTERM"]) process.on(signal, () => process.exit(1));

const FLAGS = [
  "--headless",
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-default-apps",
  "--disable-extensions",
  // It would drop the changes of address of a walk through every page.
  "--disable-ipc-flooding-protection",
  "--disable-sync",
  "--disable-features=AutofillServerCommunication,CertificateTransparencyComponentUpdater,MediaRouter,NetworkTimeServiceQuerying,OptimizationHints,Translate",
  "--no-first-run",
  "--no-default-browser-check",
  "--no-pings",
  "--password-store=basic",
  "--remote-debugging-port=0",
  "--window-size=1280,900",
  // What no flag turns off is asked of a closed port of this machine instead.
  "--component-updater=url-source=http://127.0.0.1:1/",
  "--gaia-url=http://127.0.0.1:1/",
];

/** The first of these programs on the PATH. */
function program(...names) {
  for (const name of names) {
    for (const folder of process.env.PATH.split(":")) {
      if (existsSync(join(folder, name))) return join(folder, name);
    }
  }
  throw new Error(`${names[0]} was not found: install the packages chromium and chromium-driver`);
}

/** Starts a program and waits until it has written what `pattern` looks for. */
async function start(path, args, pattern) {
  const child = spawn(path, args, { stdio: ["ignore", "pipe", "pipe"] });
  running.add(child);
  const ended = new Promise((resolve) => child.once("exit", resolve));
  ended.then(() => running.delete(child));
  const said = await new Promise((resolve, reject) => {
    let text = "";
    const hear = (chunk) => {
      text += chunk;
      const found = pattern.exec(text);
      if (found) resolve(found[1]);
    };
    child.stdout.on("data", hear);
    child.stderr.on("data", hear);
    child.once("error", reject);
    ended.then(() => reject(new Error(`${path} ended before it was ready: ${text}`)));
  });
  return {
    said,
    async stop() {
      child.kill();
      const late = setTimeout(() => child.kill("SIGKILL"), 5000);
      await ended;
      clearTimeout(late);
    },
  };
}

/** A Chromium with a profile of its own: `{ port, stop }`, the port for debugging. */
export async function chromium(proxy) {
  const profile = mkdtempSync(join(tmpdir(), "waymark-bench-"));
  const path = program("chromium", "chromium-browser", "google-chrome");
  const args = [...FLAGS, `--user-data-dir=${profile}`, `--proxy-server=${proxy}`, "about:blank"];
  const browser = await start(path, args, /DevTools listening on ws:\/\/[^/]*:(\d+)\//);
  return {
    port: browser.said,
    async stop() {
      await browser.stop();
      // Its children write for a moment longer.
      await rm(profile, { recursive: true, force: true, maxRetries: 9, retryDelay: 200 });
    },
  };
}

/** A tab of that Chromium to drive: `{ version, go, run, cdp, stop }`. */
export async function tab(browser) {
  const driver = await start(program("chromedriver"), ["--port=0"], /successfully on port (\d+)/);
  const call = async (path, body, method = "POST") => {
    const response = await fetch(`http://127.0.0.1:${driver.said}/session${path}`, { method, body: body && JSON.stringify(body) });
    const { value } = await response.json();
    if (!response.ok) throw new Error(`${path}: ${value.message}`);
    return value;
  };
  const alwaysMatch = { browserName: "chrome", timeouts: { script: 300_000 }, "goog:chromeOptions": { debuggerAddress: `127.0.0.1:${browser.port}` } };
  const { sessionId, capabilities } = await call("", { capabilities: { alwaysMatch } });
  const at = `/${sessionId}`;
  return {
    version: `Chromium ${capabilities.browserVersion}`,
    go: (url) => call(`${at}/url`, { url }),
    /** Runs the body of an async function in the page and gives what it returns. */
    run: (body, ...args) =>
      call(`${at}/execute/async`, {
        script: `const done = arguments[arguments.length - 1];
          (async (...given) => { ${body} })(...arguments).then(done, (error) => done({ failed: String(error) }));`,
        args,
      }).then((value) => {
        if (value?.failed) throw new Error(value.failed);
        return value;
      }),
    cdp: (cmd, params = {}) => call(`${at}/goog/cdp/execute`, { cmd, params }),
    async stop() {
      await call(at, undefined, "DELETE").catch(() => {});
      await driver.stop();
    },
  };
}
