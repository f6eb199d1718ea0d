//! Firefox, driven by geckodriver.

use serde_json::{Value, json};

use super::Failure;
use super::browser::{Start, driver};
use super::process::{Home, program};
use super::proxy::Proxy;

/// Everything Firefox would ask for by itself, off. geckodriver sets most of
/// these too; they stand here so that a newer one cannot turn them on again.
const QUIET: &[(&str, bool)] = &[
    ("app.normandy.enabled", false),
    ("app.shield.optoutstudies.enabled", false),
    ("app.update.disabledForTesting", true),
    ("browser.contentblocking.report.monitor.enabled", false),
    ("browser.discovery.enabled", false),
    (
        "browser.newtabpage.activity-stream.feeds.section.topstories",
        false,
    ),
    ("browser.newtabpage.activity-stream.feeds.topsites", false),
    ("browser.newtabpage.enabled", false),
    ("browser.ping-centre.telemetry", false),
    ("browser.region.update.enabled", false),
    ("browser.safebrowsing.blockedURIs.enabled", false),
    ("browser.safebrowsing.downloads.enabled", false),
    ("browser.safebrowsing.malware.enabled", false),
    ("browser.safebrowsing.phishing.enabled", false),
    ("browser.search.geoSpecificDefaults", false),
    ("browser.search.suggest.enabled", false),
    ("browser.search.update", false),
    ("browser.translations.enable", false),
    ("browser.urlbar.suggest.searches", false),
    ("datareporting.healthreport.uploadEnabled", false),
    ("datareporting.policy.dataSubmissionEnabled", false),
    ("dom.push.connection.enabled", false),
    ("extensions.blocklist.enabled", false),
    ("extensions.getAddons.cache.enabled", false),
    ("extensions.systemAddon.update.enabled", false),
    ("extensions.update.enabled", false),
    ("media.gmp-manager.updateEnabled", false),
    ("messaging-system.rsexperimentloader.enabled", false),
    ("network.captive-portal-service.enabled", false),
    ("network.connectivity-service.enabled", false),
    ("network.dns.disablePrefetch", true),
    // It asks the host again where its own disk is slow: what was sent twice
    // could then not be told from it.
    ("network.http.rcwn.enabled", false),
    ("network.prefetch-next", false),
    ("privacy.trackingprotection.enabled", false),
    ("security.OCSP.require", false),
    ("signon.management.page.breach-alerts.enabled", false),
    ("toolkit.telemetry.unified", false),
    // What pages write on their console goes to the driver's output; what the
    // browser itself writes there does not.
    ("devtools.console.stdout.chrome", false),
    ("devtools.console.stdout.content", true),
];

pub fn start(home: &Home, port: u16, proxy: &Proxy) -> Result<Start, Failure> {
    let install = "the package firefox-esr, and geckodriver \
                   (cargo install --locked geckodriver --version 0.37.1)";
    let mut command = home.command(&driver(&["geckodriver"], install)?);
    command.args(["--port", &port.to_string(), "--websocket-port", "0"]);
    // Lets the rig read the browser's own console and set its preferences.
    command.args(["--allow-system-access", "--log", "error"]);
    // Without it a released Firefox asks its settings' real server whatever
    // the preference below says.
    command.env("MOZ_REMOTE_SETTINGS_DEVTOOLS", "1");
    let browsers = ["firefox-esr", "firefox"];
    let binary = program(&browsers)
        .ok_or_else(|| Failure(format!("{} was not found: install {install}", browsers[0])))?;

    // The driver's own profile would go with its session.
    let profile = home.path().join("profile");
    std::fs::create_dir_all(&profile)?;

    let mut preferences = json!({
        "browser.startup.homepage": "about:blank",
        "browser.download.dir": home.downloads(),
        "browser.download.folderList": 2,
        "browser.helperApps.neverAsk.saveToDisk": "application/json,text/csv,text/calendar,text/plain",
        "browser.search.serpEventTelemetryCategorization.enabled": false,
        "geo.provider.network.url": "",
        "network.proxy.http": "127.0.0.1",
        "network.proxy.http_port": proxy.port(),
        "network.proxy.ssl": "127.0.0.1",
        "network.proxy.ssl_port": proxy.port(),
        "network.proxy.type": 1,
        "network.http.speculative-parallel-limit": 0,
        "security.OCSP.enabled": 0,
        "services.settings.server": "data:,#remote-settings-dummy/v1",
        "toolkit.telemetry.server": "data:,",
    });
    for (name, value) in QUIET {
        preferences[*name] = Value::Bool(*value);
    }
    let capabilities = json!({
        "moz:firefoxOptions": {
            "binary": binary,
            "args": ["-headless", "--width=1280", "--height=900", "-profile", profile],
            "prefs": preferences,
        },
    });
    Ok(Start {
        driver: command,
        capabilities,
        display: None,
    })
}
