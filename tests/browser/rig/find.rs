//! Finding things as their users do: by role and accessible name.
//!
//! Both are computed by axe-core, in the same way in every engine; see
//! [`Page::computed`] for what the browser itself makes of an element.

use fantoccini::elements::{Element, ElementRef};
use serde_json::{Value, json};

use super::wait::until;
use super::{Check, Failure, Page, driver};
use crate::{ensure, fail};

/// WebDriver's name for "this is an element".
const REFERENCE: &str = "element-6066-11e4-a52e-4f735466cecf";

/// An element with the role and name it has for assistive technology.
pub struct Found {
    pub element: Element,
    pub role: String,
    pub name: String,
}

impl Page {
    /// The one element with this role and exactly this name, once it is there.
    pub async fn find(&self, role: &str, name: &str) -> Check<Element> {
        let (many, element) = until(&format!("a {role} named “{name}”"), async || {
            let mut all = self.find_all(role).await?;
            let names: Vec<String> = all.iter().map(|found| found.name.clone()).collect();
            all.retain(|found| found.name == name);
            match all.len() {
                0 => fail!("there are: {names:?}"),
                many => Ok(Some((many, all.swap_remove(0).element))),
            }
        })
        .await?;
        ensure!(many == 1, "{many} elements are a {role} named “{name}”");
        Ok(element)
    }

    /// Every element with this role now, in the order of the page.
    pub async fn find_all(&self, role: &str) -> Check<Vec<Found>> {
        self.look(json!([role, null])).await
    }

    /// Waits until there is no such element. It must have been there before,
    /// or nothing is waited for.
    pub async fn until_gone(&self, role: &str, name: &str) -> Check {
        until(&format!("no {role} named “{name}”"), async || {
            Ok((!self.has(role, name).await?).then_some(()))
        })
        .await
    }

    /// Whether there is such an element now. To see that something is *not*
    /// there, wait first for what should be there instead.
    pub async fn has(&self, role: &str, name: &str) -> Check<bool> {
        Ok(self
            .find_all(role)
            .await?
            .iter()
            .any(|found| found.name == name))
    }

    /// Role and name of what has the focus; `None` if nothing with a role has.
    pub async fn focused(&self) -> Check<Option<Found>> {
        Ok(self.look(json!([null, "focus"])).await?.pop())
    }

    /// Waits until the element with this role and name has the focus.
    pub async fn focus_is_on(&self, role: &str, name: &str) -> Check {
        until(
            &format!("the focus on the {role} named “{name}”"),
            async || match self.focused().await? {
                Some(found) if found.role == role && found.name == name => Ok(Some(())),
                Some(found) => fail!("it is on the {} named “{}”", found.role, found.name),
                None => fail!("it is on nothing with a role"),
            },
        )
        .await
    }

    /// Role and name as the browser's own accessibility tree has them.
    pub async fn computed(&self, element: &Element) -> Check<(String, String)> {
        let of = |what: &str| format!("element/{}/computed{what}", &*element.element_id());
        let said = |value: Value| value.as_str().unwrap_or_default().to_owned();
        let role = driver::get(self.client(), of("role")).await?;
        let name = driver::get(self.client(), of("label")).await?;
        Ok((said(role), said(name)))
    }

    async fn look(&self, arguments: Value) -> Check<Vec<Found>> {
        self.load_axe().await?;
        let arguments = arguments.as_array().cloned().unwrap_or_default();
        let found = self.run(include_str!("scripts/find.js"), arguments).await?;
        let found = found.as_array().cloned().unwrap_or_default();
        found.iter().map(|one| self.found(one)).collect()
    }

    fn found(&self, one: &Value) -> Check<Found> {
        let text = |of: &Value| of.as_str().map(str::to_owned);
        let read = || {
            let id = ElementRef::from(text(&one["element"][REFERENCE])?);
            let element = Element::from_element_id(self.client().clone(), id);
            Some(Found {
                element,
                role: text(&one["role"])?,
                name: text(&one["name"])?,
            })
        };
        read().ok_or_else(|| Failure(format!("not an element: {one}")))
    }
}
