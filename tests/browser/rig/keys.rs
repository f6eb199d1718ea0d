//! Mouse and keyboard.

use fantoccini::actions::{InputSource, KeyAction, KeyActions};
use fantoccini::key::Key;

use super::wait::until;
use super::{Check, Failure, Page};

impl Page {
    /// Clicks what has this role and name.
    pub async fn click(&self, role: &str, name: &str) -> Check {
        // The page may put another element in its place between finding it and
        // clicking on it: then nothing was clicked, and the new one is meant.
        until(
            &format!("a click on the {role} “{name}”"),
            async || match self.click_now(role, name).await {
                Err(failure) if failure.is_stale() => Err(failure),
                other => Ok(Some(other)),
            },
        )
        .await?
    }

    async fn click_now(&self, role: &str, name: &str) -> Check {
        let element = self.find(role, name).await?;
        // WebKit's driver fails, without a word, on a link below the window.
        let script = "arguments[0].scrollIntoView({block: 'center', behavior: 'instant'})";
        self.run(script, vec![serde_json::to_value(&element)?])
            .await?;
        Ok(element.click().await?)
    }

    /// Clicks a button inside the open dialog, once it is there: the page
    /// behind may have one of the same name.
    pub async fn click_in(&self, container: &str, name: &str) -> Check {
        let script = "const box = document.querySelector(arguments[0]);
            return [...(box?.querySelectorAll('button') ?? [])].find(b => b.textContent === arguments[1]) ?? null";
        let button = until(
            &format!("a button “{name}” in the {container}"),
            async || {
                let found = self
                    .run(script, vec![container.into(), name.into()])
                    .await?;
                Ok((!found.is_null()).then_some(found))
            },
        )
        .await?;
        self.run("arguments[0].click()", vec![button]).await?;
        Ok(())
    }

    /// Presses Tab until the focus is on what has this role and name.
    pub async fn tab_to(&self, role: &str, name: &str) -> Check {
        for _ in 0..60 {
            self.press("Tab").await?;
            if let Some(found) = self.focused().await?
                && found.role == role
                && found.name == name
            {
                return Ok(());
            }
        }
        crate::fail!("60 times Tab, and no {role} “{name}”")
    }

    /// Empties a field and types into it.
    pub async fn fill(&self, role: &str, name: &str, text: &str) -> Check {
        let field = self.find(role, name).await?;
        field.clear().await?;
        Ok(field.send_keys(text).await?)
    }

    /// Types where the focus is.
    pub async fn type_text(&self, text: &str) -> Check {
        Ok(self
            .client()
            .active_element()
            .await?
            .send_keys(text)
            .await?)
    }

    /// Presses a key where the focus is: a character, or a name as in
    /// `KeyboardEvent.key`, with modifiers as in `Shift+Tab`, `Control+a`.
    pub async fn press(&self, keys: &str) -> Check {
        let keys: Vec<char> = keys.split('+').map(key).collect::<Check<_>>()?;
        let down = keys.iter().map(|&value| KeyAction::Down { value });
        let up = keys.iter().rev().map(|&value| KeyAction::Up { value });
        let actions = down
            .chain(up)
            .fold(KeyActions::new("keyboard".to_owned()), |all, action| {
                all.then(action)
            });
        Ok(self.client().perform_actions(actions).await?)
    }
}

fn key(name: &str) -> Check<char> {
    let key = match name {
        "Alt" => Key::Alt,
        "ArrowDown" => Key::Down,
        "ArrowLeft" => Key::Left,
        "ArrowRight" => Key::Right,
        "ArrowUp" => Key::Up,
        "Backspace" => Key::Backspace,
        "Control" => Key::Control,
        "Delete" => Key::Delete,
        "End" => Key::End,
        "Enter" => Key::Enter,
        "Escape" => Key::Escape,
        "Home" => Key::Home,
        "PageDown" => Key::PageDown,
        "PageUp" => Key::PageUp,
        "Shift" => Key::Shift,
        "Space" => return Ok(' '),
        "Tab" => Key::Tab,
        _ => {
            let mut characters = name.chars();
            return match (characters.next(), characters.next()) {
                (Some(one), None) => Ok(one),
                _ => Err(Failure(format!("no key is called “{name}”"))),
            };
        }
    };
    Ok(key.into())
}
