//! The commands beyond WebDriver's common ground.

use fantoccini::Client;
use fantoccini::wd::WebDriverCompatibleCommand;
use http::Method;
use serde_json::{Value, json};
use url::{ParseError, Url};

use super::Failure;

#[derive(Debug)]
struct Command {
    method: Method,
    path: String,
    body: Option<Value>,
}

impl WebDriverCompatibleCommand for Command {
    fn endpoint(&self, base: &Url, session: Option<&str>) -> Result<Url, ParseError> {
        base.join(&format!(
            "session/{}/{}",
            session.unwrap_or_default(),
            self.path
        ))
    }

    fn method_and_body(&self, _: &Url) -> (Method, Option<String>) {
        (
            self.method.clone(),
            self.body.as_ref().map(Value::to_string),
        )
    }
}

pub async fn get(client: &Client, path: String) -> Result<Value, Failure> {
    Ok(client
        .issue_cmd(Command {
            method: Method::GET,
            path,
            body: None,
        })
        .await?)
}

pub async fn post(client: &Client, path: &str, body: Value) -> Result<Value, Failure> {
    let command = Command {
        method: Method::POST,
        path: path.to_owned(),
        body: Some(body),
    };
    Ok(client.issue_cmd(command).await?)
}

/// A command of Chromium's own protocol.
pub async fn cdp(client: &Client, command: &str, parameters: Value) -> Result<Value, Failure> {
    post(
        client,
        "goog/cdp/execute",
        json!({"cmd": command, "params": parameters}),
    )
    .await
}

/// A script with the rights of Firefox itself.
pub async fn in_firefox(
    client: &Client,
    script: &str,
    arguments: Vec<Value>,
) -> Result<Value, Failure> {
    post(client, "moz/context", json!({"context": "chrome"})).await?;
    let result = client.execute(script, arguments).await;
    post(client, "moz/context", json!({"context": "content"})).await?;
    Ok(result?)
}
