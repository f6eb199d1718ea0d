//! The HTTP loop that the server and the proxy share.

use std::convert::Infallible;
use std::future::Future;

use http_body_util::Full;
use hyper::body::{Bytes, Incoming};
use hyper::server::conn::http1;
use hyper::service::service_fn;
use hyper::{Request, Response};
use hyper_util::rt::TokioIo;
use tokio::net::TcpListener;
use tokio::task::{JoinHandle, JoinSet};

/// A running listener.
pub struct Serving(JoinHandle<()>);

impl Serving {
    /// Closes the port and every connection, and returns once they are closed.
    pub async fn stop(mut self) {
        self.0.abort();
        // The error says that it was aborted, which is what was asked.
        let _ = (&mut self.0).await;
    }
}

impl Drop for Serving {
    fn drop(&mut self) {
        self.0.abort();
    }
}

/// Answers every request on `listener` with `service`.
pub fn serve<S, F>(listener: TcpListener, service: S) -> Serving
where
    S: Fn(Request<Incoming>) -> F + Clone + Send + 'static,
    F: Future<Output = Result<Response<Full<Bytes>>, Infallible>> + Send + 'static,
{
    Serving(tokio::spawn(async move {
        // Dropping the set with this task drops the connections.
        let mut connections = JoinSet::new();
        loop {
            tokio::select! {
                Ok((stream, _)) = listener.accept() => {
                    let service = service_fn(service.clone());
                    connections.spawn(async move {
                        // A browser that hangs up is not our concern.
                        let _ = http1::Builder::new()
                            .serve_connection(TokioIo::new(stream), service)
                            .await;
                    });
                }
                Some(_) = connections.join_next() => {}
            }
        }
    }))
}
