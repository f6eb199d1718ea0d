//! Chromium, driven by chromedriver.

use serde_json::json;

use super::Failure;
use super::browser::{Start, driver};
use super::process::{Home, program};
use super::proxy::Proxy;

/// Without these Chromium asks for things by itself, and the proxy could not
/// tell its requests from the page's.
const QUIET: &[&str] = &[
    "--disable-background-networking",
    "--disable-breakpad",
    "--disable-client-side-phishing-detection",
    "--disable-component-extensions-with-background-pages",
    "--disable-component-update",
    "--disable-default-apps",
    "--disable-domain-reliability",
    "--disable-extensions",
    "--disable-field-trial-config",
    "--disable-search-engine-choice-screen",
    "--disable-sync",
    "--disable-features=AutofillServerCommunication,CertificateTransparencyComponentUpdater,\
     DialMediaRouteProvider,HttpsUpgrades,InterestFeedContentSuggestions,LensOverlay,MediaRouter,\
     NetworkTimeServiceQuerying,OptimizationGuideModelDownloading,OptimizationHints,\
     OptimizationTargetPrediction,Translate",
    "--metrics-recording-only",
    "--no-first-run",
    "--no-pings",
    "--no-service-autorun",
    // What no flag turns off is asked of a port of this machine instead.
    "--component-updater=url-source=http://127.0.0.1:1/",
    "--gaia-url=http://127.0.0.1:1/",
    // A box that is written in makes it fetch a dictionary, whatever its
    // preferences say.
    "--proxy-bypass-list=redirector.gvt1.com",
    "--host-resolver-rules=MAP redirector.gvt1.com 127.0.0.1:1",
];

pub fn start(home: &Home, port: u16, proxy: &Proxy) -> Result<Start, Failure> {
    let install = "the packages chromium and chromium-driver";
    let mut command = home.command(&driver(&["chromedriver"], install)?);
    command.arg(format!("--port={port}"));
    let browsers = ["chromium", "chromium-browser", "google-chrome"];
    let binary = program(&browsers)
        .ok_or_else(|| Failure(format!("{} was not found: install {install}", browsers[0])))?;
    let mut arguments = vec![
        "--headless".to_owned(),
        "--no-sandbox".to_owned(),
        "--disable-gpu".to_owned(),
        "--disable-quic".to_owned(),
        "--password-store=basic".to_owned(),
        "--window-size=1280,900".to_owned(),
        format!("--user-data-dir={}", home.path().join("profile").display()),
        // Loopback goes around it, which is Chromium's rule for every proxy.
        format!("--proxy-server={}", proxy.address()),
    ];
    arguments.extend(QUIET.iter().map(|&argument| argument.to_owned()));
    let capabilities = json!({
        "browserName": "chrome",
        "goog:loggingPrefs": {"browser": "ALL"},
        "goog:chromeOptions": {
            "binary": binary,
            "args": arguments,
            "prefs": {
                "alternate_error_pages.enabled": false,
                "download.default_directory": home.downloads(),
                "download.prompt_for_download": false,
                "net.network_prediction_options": 2,
                "safebrowsing.enabled": false,
                "search.suggest_enabled": false,
                // Debian's Chromium would load a search engine's page first.
                "session.restore_on_startup": 4,
                "session.startup_urls": ["about:blank"],
                "signin.allowed": false,
            },
        },
    });
    Ok(Start {
        driver: command,
        capabilities,
        display: None,
    })
}
