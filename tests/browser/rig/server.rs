//! A static web host as plain as real ones are: folders under a path, content
//! types by extension, text compressed and programs not, no caching.

use std::collections::{HashMap, HashSet};
use std::convert::Infallible;
use std::hash::{DefaultHasher, Hash, Hasher};
use std::io::Read;
use std::net::{Ipv4Addr, SocketAddr};
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, MutexGuard};

use flate2::Compression;
use flate2::read::GzEncoder;
use http_body_util::Full;
use hyper::body::{Bytes, Incoming};
use hyper::header::{
    ALLOW, CACHE_CONTROL, CONTENT_ENCODING, CONTENT_TYPE, ETAG, HeaderValue, IF_NONE_MATCH,
    LOCATION,
};
use hyper::{Method, Request, Response, StatusCode};
use tokio::net::TcpListener;
use tokio::sync::Notify;

use super::Failure;
use super::listen::{self, Serving};

/// Where the app lies: not the root, because a host may put it anywhere.
pub const APP: &str = "/any/place/";
/// Where the gallery of components lies.
pub const GALLERY: &str = "/gallery/";
/// Where the rig's own pages lie.
pub const FIXTURE: &str = "/fixture/";
/// An empty page without a policy, for clearing storage.
pub const BLANK: &str = "/rig/blank";
const COLLECT: &str = "/rig/collect.js";

/// What the server says instead of the file.
#[derive(Clone)]
pub enum Answer {
    NotFound,
    Bytes {
        content_type: &'static str,
        bytes: Vec<u8>,
    },
}

/// One request the server got. `bytes` counts the body it answered with.
#[derive(Clone, Debug)]
pub struct Asked {
    pub method: String,
    /// Without the query.
    pub path: String,
    pub status: u16,
    pub bytes: usize,
}

#[derive(Default)]
struct State {
    answers: HashMap<String, Answer>,
    held: HashSet<String>,
    asked: Vec<Asked>,
    answered: usize,
    collect: bool,
    worker: bool,
    plain: bool,
}

struct Shared {
    folders: Vec<(&'static str, PathBuf)>,
    state: Mutex<State>,
    let_through: Notify,
}

/// The server. It keeps its port for life, so that a page can come back to it
/// after `stop` and `start`.
pub struct Server {
    address: SocketAddr,
    shared: Arc<Shared>,
    serving: Option<Serving>,
}

impl Server {
    /// Serves each folder under its path (which begins and ends with `/`) on a
    /// free port of 127.0.0.1.
    pub async fn new(folders: Vec<(&'static str, PathBuf)>) -> Result<Self, Failure> {
        let mut server = Server {
            address: (Ipv4Addr::LOCALHOST, 0).into(),
            shared: Arc::new(Shared {
                folders,
                state: Mutex::default(),
                let_through: Notify::new(),
            }),
            serving: None,
        };
        server.start().await?;
        Ok(server)
    }

    /// `http://127.0.0.1:port`, without a slash at the end.
    pub fn origin(&self) -> String {
        format!("http://{}", self.address)
    }

    /// Starts again on the same port; does nothing if it runs.
    pub async fn start(&mut self) -> Result<(), Failure> {
        if self.serving.is_none() {
            let listener = TcpListener::bind(self.address).await?;
            self.address = listener.local_addr()?;
            let shared = self.shared.clone();
            self.serving = Some(listen::serve(listener, move |request| {
                let shared = shared.clone();
                async move {
                    shared.until_let_through(request.uri().path()).await;
                    Ok::<_, Infallible>(shared.answer(&request))
                }
            }));
        }
        Ok(())
    }

    /// Closes the port and every open connection, as a lost network would.
    pub async fn stop(&mut self) {
        if let Some(serving) = self.serving.take() {
            serving.stop().await;
        }
    }

    /// Answers `path` (from the root, as in [`Asked::path`]) otherwise until
    /// the end of the test.
    pub fn answer(&self, path: impl Into<String>, answer: Answer) {
        self.state().answers.insert(path.into(), answer);
    }

    /// Answers `path` only once it is let through, as a network does that is
    /// slower than anybody waits.
    pub fn hold(&self, path: impl Into<String>) {
        self.state().held.insert(path.into());
    }

    /// Answers what was held, and holds nothing more.
    pub fn let_through(&self) {
        self.state().held.clear();
        self.shared.let_through.notify_waiters();
    }

    /// Everything asked since the test began or since `forget`.
    pub fn asked(&self) -> Vec<Asked> {
        self.state().asked.clone()
    }

    /// How many requests it has answered in all tests so far.
    pub fn answered(&self) -> usize {
        self.state().answered
    }

    /// Empties the list of requests.
    pub fn forget(&self) {
        self.state().asked.clear();
    }

    /// Back to how it was before a test.
    pub async fn reset(&mut self) -> Result<(), Failure> {
        {
            let mut state = self.state();
            state.answers.clear();
            state.asked.clear();
            state.worker = false;
            state.plain = false;
        }
        self.let_through();
        self.start().await
    }

    /// Serves the app's service worker. Otherwise it is served empty, so that
    /// what a journey sees comes from this server.
    pub fn serve_worker(&self) {
        self.state().worker = true;
    }

    /// Compresses nothing, as the plainest hosts do. Like them, it says which
    /// file it sends, and does not send again what the browser has.
    pub fn compress_nothing(&self) {
        self.state().plain = true;
    }

    /// Puts a script before all others in every page, which collects errors:
    /// for WebKit, whose driver has no log. The strict policy allows it, as
    /// it comes from the same origin.
    pub fn collect_errors(&self, on: bool) {
        self.state().collect = on;
    }

    fn state(&self) -> MutexGuard<'_, State> {
        self.shared.state()
    }
}

impl Shared {
    fn state(&self) -> MutexGuard<'_, State> {
        // A test that panicked while holding it leaves nothing half-done.
        self.state
            .lock()
            .unwrap_or_else(|poisoned| poisoned.into_inner())
    }

    async fn until_let_through(&self, path: &str) {
        loop {
            let let_through = self.let_through.notified();
            tokio::pin!(let_through);
            // From here on nothing is missed.
            let_through.as_mut().enable();
            if !self.state().held.contains(path) {
                return;
            }
            let_through.await;
        }
    }

    fn answer(&self, request: &Request<Incoming>) -> Response<Full<Bytes>> {
        let path = request.uri().path().to_owned();
        let mut answer = match *request.method() {
            Method::GET | Method::HEAD => self.find(&path),
            _ => {
                let mut no = plain(StatusCode::METHOD_NOT_ALLOWED, "");
                no.headers_mut()
                    .insert(ALLOW, "GET, HEAD".parse().expect("a header"));
                no
            }
        };
        answer
            .headers_mut()
            .insert(CACHE_CONTROL, "no-cache".parse().expect("a header"));
        let known = request.headers().get(IF_NONE_MATCH);
        if known.is_some() && known == answer.headers().get(ETAG) {
            *answer.status_mut() = StatusCode::NOT_MODIFIED;
            *answer.body_mut() = Full::default();
        }
        let bytes = hyper::body::Body::size_hint(answer.body())
            .exact()
            .unwrap_or(0);
        let mut state = self.state();
        state.answered += 1;
        state.asked.push(Asked {
            method: request.method().to_string(),
            path,
            status: answer.status().as_u16(),
            bytes: usize::try_from(bytes).unwrap_or(usize::MAX),
        });
        answer
    }

    fn find(&self, path: &str) -> Response<Full<Bytes>> {
        match self.state().answers.get(path) {
            Some(Answer::NotFound) => return plain(StatusCode::NOT_FOUND, "Not found"),
            Some(Answer::Bytes {
                content_type,
                bytes,
            }) => {
                return with_type(StatusCode::OK, content_type, bytes.clone());
            }
            None => {}
        }
        match path {
            BLANK => {
                let page = "<!doctype html><link rel=\"icon\" href=\"data:,\"><title>Blank</title>";
                return with_type(StatusCode::OK, "text/html; charset=utf-8", page.into());
            }
            COLLECT => {
                let script = include_str!("scripts/collect.js");
                return with_type(StatusCode::OK, "text/javascript", script.into());
            }
            _ => {}
        }
        for (under, folder) in &self.folders {
            if path == under.trim_end_matches('/') {
                let mut moved = plain(StatusCode::MOVED_PERMANENTLY, "");
                moved
                    .headers_mut()
                    .insert(LOCATION, under.parse().expect("a path"));
                return moved;
            }
            if let Some(rest) = path.strip_prefix(under) {
                if rest == "sw.js" && !self.state().worker {
                    return with_type(StatusCode::OK, "text/javascript", Vec::new());
                }
                return self.file(folder, rest);
            }
        }
        plain(StatusCode::NOT_FOUND, "Not found")
    }

    fn file(&self, folder: &Path, rest: &str) -> Response<Full<Bytes>> {
        if rest.split('/').any(|part| part == "..") {
            return plain(StatusCode::NOT_FOUND, "Not found");
        }
        let mut file = folder.join(rest);
        if rest.is_empty() || rest.ends_with('/') {
            file.push("index.html");
        }
        let Ok(mut bytes) = std::fs::read(&file) else {
            return plain(StatusCode::NOT_FOUND, "Not found");
        };
        let kind = content_type(&file);
        if kind.starts_with("text/html") && self.state().collect {
            bytes = put_first(bytes);
        }
        if self.state().plain {
            let mark = mark(&bytes);
            let mut response = with_type(StatusCode::OK, &kind, bytes);
            response.headers_mut().insert(ETAG, mark);
            return response;
        }
        if !kind.starts_with("text/") {
            return with_type(StatusCode::OK, &kind, bytes);
        }
        let mut response = with_type(StatusCode::OK, &kind, packed(&bytes));
        response
            .headers_mut()
            .insert(CONTENT_ENCODING, "gzip".parse().expect("a header"));
        response
    }
}

/// A name for exactly these bytes.
fn mark(bytes: &[u8]) -> HeaderValue {
    let mut hasher = DefaultHasher::new();
    bytes.hash(&mut hasher);
    let mark = format!("\"{:x}\"", hasher.finish());
    mark.parse().expect("a header")
}

fn packed(bytes: &[u8]) -> Vec<u8> {
    let mut packed = Vec::new();
    GzEncoder::new(bytes, Compression::default())
        .read_to_end(&mut packed)
        .expect("memory does not fail");
    packed
}

/// The collecting script as the first thing in `<head>`, or the page as it is
/// where there is no head.
fn put_first(page: Vec<u8>) -> Vec<u8> {
    let text = String::from_utf8(page).expect("pages are UTF-8");
    let script = format!("<head><script src=\"{COLLECT}\"></script>");
    text.replacen("<head>", &script, 1).into_bytes()
}

fn content_type(file: &Path) -> String {
    let kind = match file.extension().and_then(|extension| extension.to_str()) {
        Some("webmanifest") => "application/manifest+json".to_owned(),
        _ => mime_guess::from_path(file)
            .first_or_octet_stream()
            .to_string(),
    };
    match kind.as_str() {
        "text/html" | "text/plain" => format!("{kind}; charset=utf-8"),
        _ => kind,
    }
}

fn plain(status: StatusCode, text: &str) -> Response<Full<Bytes>> {
    with_type(
        status,
        "text/plain; charset=utf-8",
        text.as_bytes().to_vec(),
    )
}

fn with_type(status: StatusCode, kind: &str, bytes: Vec<u8>) -> Response<Full<Bytes>> {
    let mut response = Response::new(Full::new(Bytes::from(bytes)));
    *response.status_mut() = status;
    response
        .headers_mut()
        .insert(CONTENT_TYPE, kind.parse().expect("a content type"));
    response
}
