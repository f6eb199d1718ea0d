//! The proxy every engine stands behind. It lets nothing through; what is
//! asked of it beyond this machine is a finding.

use std::convert::Infallible;
use std::net::{IpAddr, Ipv4Addr};
use std::sync::{Arc, Mutex, MutexGuard};

use http_body_util::Full;
use hyper::body::{Bytes, Incoming};
use hyper::{Request, Response, StatusCode};
use tokio::net::TcpListener;

use super::Failure;
use super::listen::{self, Serving};

pub struct Proxy {
    port: u16,
    foreign: Arc<Mutex<Vec<String>>>,
    _serving: Serving,
}

impl Proxy {
    pub async fn new() -> Result<Self, Failure> {
        let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).await?;
        let port = listener.local_addr()?.port();
        let foreign = Arc::new(Mutex::new(Vec::new()));
        let list = foreign.clone();
        let serving = listen::serve(listener, move |request| {
            if let Some(asked) = foreign_request(&request) {
                lock(&list).push(asked);
            }
            let mut no = Response::new(Full::new(Bytes::new()));
            *no.status_mut() = StatusCode::FORBIDDEN;
            std::future::ready(Ok::<_, Infallible>(no))
        });
        Ok(Proxy {
            port,
            foreign,
            _serving: serving,
        })
    }

    pub fn port(&self) -> u16 {
        self.port
    }

    /// `127.0.0.1:port`.
    pub fn address(&self) -> String {
        format!("{}:{}", Ipv4Addr::LOCALHOST, self.port)
    }

    /// What was asked of other machines so far, as `METHOD address`.
    pub fn foreign(&self) -> Vec<String> {
        lock(&self.foreign).clone()
    }

    /// The same, and forgets it.
    pub fn take_foreign(&self) -> Vec<String> {
        std::mem::take(&mut *lock(&self.foreign))
    }
}

fn lock(list: &Mutex<Vec<String>>) -> MutexGuard<'_, Vec<String>> {
    list.lock().unwrap_or_else(|poisoned| poisoned.into_inner())
}

fn foreign_request(request: &Request<Incoming>) -> Option<String> {
    let host = request.uri().host().unwrap_or_default();
    let here = host == "localhost"
        || host
            .trim_matches(['[', ']'])
            .parse::<IpAddr>()
            .is_ok_and(|address| address.is_loopback());
    (!here).then(|| format!("{} {}", request.method(), request.uri()))
}
