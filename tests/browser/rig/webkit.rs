//! WebKitGTK (Safari's engine), driven by WebKitWebDriver.

use std::path::PathBuf;

use serde_json::json;

use super::Failure;
use super::browser::{Start, display, driver};
use super::process::Home;
use super::proxy::Proxy;

/// MiniBrowser's buttons keep its window wider than a phone. Small buttons
/// let it go down to 320 px; pages do not see this sheet.
const NARROW: &str = "* { padding: 0; margin: 0; min-width: 0; border-width: 0; font-size: 1px }";

pub async fn start(home: &Home, port: u16, proxy: &Proxy, dark: bool) -> Result<Start, Failure> {
    let install = "the package webkit2gtk-driver";
    let driver = driver(&["WebKitWebDriver"], install)?;
    let browser = mini_browser()
        .ok_or_else(|| Failure(format!("MiniBrowser was not found: install {install}")))?;
    let settings = home.path().join(".config/gtk-3.0");
    std::fs::create_dir_all(&settings)?;
    std::fs::write(settings.join("gtk.css"), NARROW)?;
    let downloads = format!("XDG_DOWNLOAD_DIR=\"{}\"\n", home.downloads().display());
    std::fs::write(home.path().join(".config/user-dirs.dirs"), downloads)?;
    let (display, name) = display(home).await?;
    let mut command = home.command(&driver);
    command
        .arg(format!("--port={port}"))
        .env("DISPLAY", name)
        .env("GDK_BACKEND", "x11");
    // No bus of the desktop, so no services behind it.
    command
        .env("GSETTINGS_BACKEND", "memory")
        .env("NO_AT_BRIDGE", "1");
    if dark {
        command.env("GTK_THEME", "Adwaita:dark");
    }
    let capabilities = json!({
        "webkitgtk:browserOptions": {"binary": browser, "args": ["--automation"]},
        "proxy": {
            "proxyType": "manual",
            "httpProxy": proxy.address(),
            "sslProxy": proxy.address(),
            "noProxy": ["127.0.0.1"],
        },
    });
    Ok(Start {
        driver: command,
        capabilities,
        display: Some(display),
    })
}

/// MiniBrowser lies in a folder of its version and this machine's kind.
fn mini_browser() -> Option<PathBuf> {
    let kinds = std::fs::read_dir("/usr/lib")
        .ok()?
        .flatten()
        .map(|entry| entry.path());
    let folders: Vec<PathBuf> = kinds.chain([PathBuf::from("/usr/libexec")]).collect();
    ["webkit2gtk-4.1", "webkitgtk-6.0", "webkit2gtk-4.0"]
        .iter()
        .flat_map(|version| folders.iter().map(move |folder| folder.join(version)))
        .map(|folder| folder.join("MiniBrowser"))
        .find(|file| file.is_file())
}
