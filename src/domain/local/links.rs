//! The framework's links, to be gone through by hand.

use crate::domain::framework::model::{Framework, Resource, Text};

/// An address the framework lists, and the first resource it lists it for.
#[derive(Clone, Copy, Debug)]
pub struct ListedLink {
    pub address: Text,
    pub resource: &'static Resource,
    /// What is found there, where the resource has several.
    pub label: Option<Text>,
}

/// Every address once, in the framework's order. Of the framework as it was
/// shipped: a mended one lists what it was mended to.
pub fn listed_links(framework: &Framework) -> Vec<ListedLink> {
    let mut all: Vec<ListedLink> = Vec::new();
    for resource in &framework.resources {
        for address in &resource.addresses {
            if all.iter().all(|it| it.address != address.url) {
                all.push(ListedLink {
                    address: address.url,
                    resource,
                    label: address.label,
                });
            }
        }
    }
    all
}
