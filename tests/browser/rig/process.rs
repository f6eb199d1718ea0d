//! Programs the rig starts, and stops again however the run ends.

use std::ffi::OsString;
use std::io::{BufRead, BufReader, Read};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::sync::{Arc, Mutex};
use std::time::{Duration, Instant};

use super::Failure;
use super::wait::POLL;

/// A program of ours with what it prints. Dropping it ends it.
pub struct Process {
    child: Child,
    lines: Arc<Mutex<Vec<String>>>,
}

impl Process {
    /// Starts `command`, reading both its outputs line by line.
    pub fn start(mut command: Command) -> Result<Self, Failure> {
        command
            .stdin(Stdio::null())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped());
        let mut child = command.spawn().map_err(|error| {
            Failure(format!(
                "{} did not start: {error}",
                command.get_program().display()
            ))
        })?;
        let lines = Arc::default();
        read(child.stdout.take(), &lines);
        read(child.stderr.take(), &lines);
        Ok(Process { child, lines })
    }

    /// What it has printed from line `from` on.
    pub fn lines(&self, from: usize) -> Vec<String> {
        let lines = self
            .lines
            .lock()
            .unwrap_or_else(|poisoned| poisoned.into_inner());
        lines.get(from..).unwrap_or_default().to_vec()
    }

    /// Waits until it listens on `port` of this machine.
    pub async fn listens(&mut self, port: u16) -> Result<(), Failure> {
        let end = Instant::now() + Duration::from_secs(20);
        loop {
            if tokio::net::TcpStream::connect(("127.0.0.1", port))
                .await
                .is_ok()
            {
                return Ok(());
            }
            if let Some(status) = self.child.try_wait()? {
                crate::fail!("ended at once ({status}): {}", self.lines(0).join("\n"));
            }
            crate::ensure!(
                Instant::now() < end,
                "does not listen on port {port} after 20 s"
            );
            tokio::time::sleep(POLL).await;
        }
    }
}

impl Process {
    /// Ends it.
    pub fn end(&mut self) {
        // It may have ended by itself.
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

impl Drop for Process {
    fn drop(&mut self) {
        self.end();
    }
}

fn read(from: Option<impl Read + Send + 'static>, into: &Arc<Mutex<Vec<String>>>) {
    let (Some(from), into) = (from, into.clone()) else {
        return;
    };
    std::thread::spawn(move || {
        for line in BufReader::new(from).split(b'\n').map_while(Result::ok) {
            let line = String::from_utf8_lossy(&line).trim_end().to_owned();
            into.lock()
                .unwrap_or_else(|poisoned| poisoned.into_inner())
                .push(line);
        }
    });
}

/// A home folder for one browser. Dropping it ends every program that was
/// started with it as `HOME`, also those that left their parent, and removes it.
pub struct Home(tempfile::TempDir);

impl Home {
    pub fn new() -> Result<Self, Failure> {
        let mut folder = tempfile::Builder::new();
        let home = Home(folder.prefix("waymark-browser-").tempdir()?);
        std::fs::create_dir(home.downloads())?;
        Ok(home)
    }

    pub fn path(&self) -> &Path {
        self.0.path()
    }

    /// Where this home's browser puts what a page saves.
    pub fn downloads(&self) -> PathBuf {
        self.path().join("Downloads")
    }

    /// `program` with this as its home and its place for temporary files.
    pub fn command(&self, program: &Path) -> Command {
        let mut command = Command::new(program);
        command
            .env("HOME", self.path())
            .env("TMPDIR", self.path())
            .env("XDG_CONFIG_HOME", self.path().join(".config"))
            .env("XDG_CACHE_HOME", self.path().join(".cache"))
            .env("XDG_DATA_HOME", self.path().join(".local/share"))
            // Where the shell has no language, Chromium saves nothing under a
            // name with an umlaut.
            .env("LC_ALL", "C.UTF-8")
            // Nothing of a desktop that may be running around the tests.
            .env_remove("DBUS_SESSION_BUS_ADDRESS")
            .env_remove("WAYLAND_DISPLAY");
        command
    }

    /// Whether nothing that was started in it still runs.
    pub fn is_empty(&self) -> bool {
        self.inhabitants().is_empty()
    }

    /// The processes that have this home in their environment (Linux only;
    /// elsewhere none, and the driver's own clean-up has to do).
    fn inhabitants(&self) -> Vec<String> {
        let home = format!("HOME={}", self.path().display());
        let Ok(processes) = std::fs::read_dir("/proc") else {
            return Vec::new();
        };
        processes
            .flatten()
            .filter_map(|process| {
                let id = process.file_name().into_string().ok()?;
                id.parse::<u32>().ok()?;
                let environment = std::fs::read(process.path().join("environ")).ok()?;
                let lives_here = environment.split(|&b| b == 0).any(|v| v == home.as_bytes());
                lives_here.then_some(id)
            })
            .collect()
    }
}

impl Drop for Home {
    fn drop(&mut self) {
        let end = Instant::now() + Duration::from_secs(5);
        // A helper that hides its environment may write until it notices that
        // its browser has gone.
        while self.path().exists() && Instant::now() < end {
            let left = self.inhabitants();
            if left.is_empty() {
                let _ = std::fs::remove_dir_all(self.path());
            } else {
                // One may have gone in between, which `kill` reports and nobody needs.
                let mut kill = Command::new("kill");
                let _ = kill.arg("-KILL").args(left).stderr(Stdio::null()).status();
            }
            std::thread::sleep(POLL);
        }
    }
}

/// A program on `PATH`, in `$WAYMARK_TOOLS/bin` or in the tools' usual place.
pub fn program(names: &[&str]) -> Option<PathBuf> {
    let path = std::env::var_os("PATH").unwrap_or_default();
    let tools = std::env::var_os("WAYMARK_TOOLS").map(PathBuf::from);
    let usual = std::env::var_os("HOME")
        .map(|home: OsString| Path::new(&home).join(".cache/waymark-tools"));
    let folders: Vec<PathBuf> = std::env::split_paths(&path)
        .chain(
            tools
                .into_iter()
                .chain(usual)
                .map(|folder| folder.join("bin")),
        )
        .collect();
    names
        .iter()
        .flat_map(|name| folders.iter().map(move |folder| folder.join(name)))
        .find(|file| file.is_file())
}

/// A port nobody listens on.
pub fn free_port() -> Result<u16, Failure> {
    Ok(std::net::TcpListener::bind(("127.0.0.1", 0))?
        .local_addr()?
        .port())
}
