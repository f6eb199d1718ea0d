//! Mouse and keyboard.

use std::time::Duration;

use fantoccini::actions::{
    InputSource, KeyAction, KeyActions, MOUSE_BUTTON_LEFT, MouseActions, PointerAction,
};
use fantoccini::elements::Element;
use fantoccini::key::Key;
use serde::Deserialize;

use super::wait::{until, within};
use super::{Check, Failure, Page};

/// How long a page may take to see a click that the driver has said is done;
/// after that it was lost.
const UNSEEN: Duration = Duration::from_secs(3);

/// Where a click has landed.
#[derive(Deserialize)]
struct Landed {
    /// The page has seen it, or is another page by now.
    seen: bool,
    /// What it fell on instead, if on something else.
    beside: Option<String>,
}

impl Page {
    /// Clicks what has this role and name.
    pub async fn click(&self, role: &str, name: &str) -> Check {
        let what = format!("a click on the {role} “{name}”");
        again(&what, async || {
            let element = self.find(role, name).await?;
            // Also brings it into the window: WebKit's driver fails, without a
            // word, on a link below it.
            let aim = include_str!("scripts/aim.js");
            self.run(aim, vec![serde_json::to_value(&element)?]).await?;
            element.click().await?;
            self.landed().await
        })
        .await
    }

    /// Clicks twice at the same place, as fast as a double click.
    pub async fn double_click(&self, element: &Element) -> Check {
        let aim = include_str!("scripts/aim.js");
        self.run(aim, vec![serde_json::to_value(element)?]).await?;
        let button = MOUSE_BUTTON_LEFT;
        let press = || [PointerAction::Down { button }, PointerAction::Up { button }];
        self.mouse(element, press().into_iter().chain(press()))
            .await
    }

    /// Presses what has this role and name and lets go a moment later at the
    /// same place, as a hand does: what moves meanwhile is missed, and then this
    /// fails.
    pub async fn press_in_place(&self, role: &str, name: &str) -> Check {
        let element = self.find(role, name).await?;
        let aim = include_str!("scripts/aim.js");
        self.run(aim, vec![serde_json::to_value(&element)?]).await?;
        let button = MOUSE_BUTTON_LEFT;
        let duration = Duration::from_millis(150);
        let press = [
            PointerAction::Down { button },
            PointerAction::Pause { duration },
            PointerAction::Up { button },
        ];
        self.mouse(&element, press.into_iter()).await?;
        self.landed().await
    }

    /// Moves the mouse to an element and does this there.
    async fn mouse(&self, element: &Element, then: impl Iterator<Item = PointerAction>) -> Check {
        let to = PointerAction::MoveToElement {
            element: element.clone(),
            duration: None,
            x: 0.0,
            y: 0.0,
        };
        let mouse = MouseActions::new("mouse".to_owned()).then(to);
        let mouse = then.fold(mouse, |all, action| all.then(action));
        Ok(self.client().perform_actions(mouse).await?)
    }

    /// Fails as [`Failure::is_too_early`] if the click fell on something else:
    /// a page may move under the hand between aiming and pressing.
    async fn landed(&self) -> Check {
        let seen = until("the page to see the click", async || {
            let script = include_str!("scripts/landed.js");
            let landed: Landed = self.ask(script, vec![]).await?;
            Ok(landed.seen.then_some(landed))
        });
        match within(UNSEEN, seen).await {
            Ok(landed) => match landed?.beside {
                None => Ok(()),
                Some(beside) => Err(Failure::beside(&beside)),
            },
            Err(_) => Err(Failure::beside("nothing that says so")),
        }
    }

    /// Clicks a button inside the open dialog, once it is there: the page
    /// behind may have one of the same name.
    pub async fn click_in(&self, container: &str, name: &str) -> Check {
        // In one step, so that it is not drawn again in between.
        let script = "const box = document.querySelector(arguments[0]);
            const button = [...(box?.querySelectorAll('button') ?? [])].find(b => b.textContent === arguments[1]);
            button?.click();
            return button !== undefined";
        let what = format!("a button “{name}” in the {container}");
        let arguments = || vec![container.into(), name.into()];
        self.until_is(&what, &true, script, arguments()).await
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
        let what = format!("“{text}” in the {role} “{name}”");
        again(&what, async || {
            let field = self.find(role, name).await?;
            // WebKit's driver types into nothing that is below the window.
            let there = "arguments[0].scrollIntoView({block: 'center', behavior: 'instant'})";
            self.run(there, vec![serde_json::to_value(&field)?]).await?;
            field.clear().await?;
            Ok(field.send_keys(text).await?)
        })
        .await
    }

    /// Types where the focus is.
    pub async fn type_text(&self, text: &str) -> Check {
        again(&format!("“{text}” where the focus is"), async || {
            let active = self.client().active_element().await?;
            Ok(active.send_keys(text).await?)
        })
        .await
    }

    /// Walks with Tab from the top of a page that was just opened to its end,
    /// with everything unfolded: what was not reached, not in the page's order,
    /// or not seen to have the focus. It presses Tab once for each control, so
    /// what holds the focus fast keeps the walk from the rest.
    pub async fn walk_with_tab(&self) -> Check<Vec<String>> {
        let stops = self.run_async(include_str!("scripts/walk.js"), vec![]);
        let stops: usize = serde_json::from_value(stops.await?)?;
        let value = key("Tab")?;
        let mut actions = KeyActions::new("keyboard".to_owned());
        for _ in 0..stops {
            actions = actions
                .then(KeyAction::Down { value })
                .then(KeyAction::Up { value });
        }
        self.client().perform_actions(actions).await?;
        self.ask(include_str!("scripts/walked.js"), vec![]).await
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

/// Does it again for as long as it was done too early: the page may put another
/// element in the place of what was found, before anything is done with it.
async fn again(what: &str, act: impl AsyncFn() -> Check) -> Check {
    until(what, async || match act().await {
        Err(failure) if failure.is_too_early() => Err(failure),
        other => Ok(Some(other)),
    })
    .await?
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
