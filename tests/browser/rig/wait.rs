//! Waiting for a condition, never for a time.

use std::time::{Duration, Instant};

use super::{Check, Failure};

/// How long a condition may take before the test fails.
pub const PATIENCE: Duration = Duration::from_secs(20);
/// How long to leave a browser alone between two questions.
pub const POLL: Duration = Duration::from_millis(20);

/// Asks until the answer is there. An error is taken as "not yet", because a
/// question can fall between two documents, and reported if it stays.
pub async fn until<T>(
    what: &str,
    mut ask: impl AsyncFnMut() -> Result<Option<T>, Failure>,
) -> Result<T, Failure> {
    let end = Instant::now() + PATIENCE;
    loop {
        let answer = ask().await;
        if let Ok(Some(answer)) = answer {
            return Ok(answer);
        }
        if Instant::now() > end {
            let why = answer
                .err()
                .map(|error| format!(" ({error})"))
                .unwrap_or_default();
            crate::fail!("waited {} s in vain for {what}{why}", PATIENCE.as_secs());
        }
        tokio::time::sleep(POLL).await;
    }
}

/// What the future gives, or a failure if that takes longer than `limit`.
pub async fn within<T>(limit: Duration, future: impl Future<Output = T>) -> Check<T> {
    let over = |_| Failure(format!("not done after {} s", limit.as_secs()));
    tokio::time::timeout(limit, future).await.map_err(over)
}
