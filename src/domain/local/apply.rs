//! The framework with a pack put into it. A pure function of the two: ids,
//! rubrics, levels and rules are the framework's, whatever the pack says.

use super::pack::{FoundLink, LocalCourse, OfResource, Pack};
use crate::domain::dates::Day;
use crate::domain::framework::model::{
    Address, Area, Audience, Band, Cover, Description, Effort, Framework, Host, HostContact,
    HostNote, HostWords, Kind, List, Origin, Resource, Text,
};
use crate::domain::ids::ResourceId;
use crate::domain::web_address::WebAddress;
use crate::domain::words::isolated;

impl Framework {
    /// The framework as this pack's host shows it. Of the framework as it is
    /// shipped: the links a pack mends are those.
    pub fn with_pack(&self, pack: &Pack) -> Framework {
        let name = text(pack.host());
        let mut resources: Vec<Resource> = Vec::new();
        // First, for that is what somebody nearby looks for first.
        for (id, course) in pack.courses.iter() {
            resources.push(self.added(id, course, name));
        }
        let mut hidden = Vec::new();
        for resource in &self.resources {
            let said = pack.resources.get(&resource.id);
            let mended = mended(resource, pack, said);
            match said {
                Some(said) if said.hidden => hidden.push(mended),
                _ => resources.push(mended),
            }
        }
        Framework {
            host: Some(Box::leak(Box::new(self.host_of(pack, name)))),
            resources: resources.into(),
            hidden: hidden.into(),
            ..self.clone()
        }
    }

    fn host_of(&self, pack: &Pack, name: Text) -> Host {
        let area = text(&pack.area);
        let contacts: Vec<HostContact> = pack
            .contacts
            .iter()
            .map(|it| HostContact {
                about: text(&it.about),
                text: text(&it.text),
                url: it.url.as_ref().map(address),
            })
            .collect();
        let notes = pack.notes.iter().filter(|it| self.has(&it.about));
        let notes: Vec<HostNote> = notes
            .map(|it| HostNote {
                about: it.about.clone(),
                text: text(&it.text),
                url: it.url.as_ref().map(address),
            })
            .collect();
        Host {
            name,
            area,
            question: match area {
                "" => "",
                area => text(&format!("Do I work in {area}?")),
            },
            checked: pack.checked.map(words),
            smallest_group: pack.smallest_group.map_or(0, usize::from),
            contacts: contacts.into(),
            notes: notes.into(),
        }
    }

    /// A resource of the host's own.
    fn added(&self, id: &ResourceId, course: &LocalCourse, name: Text) -> Resource {
        let covers = course.helps_with.iter().filter(|it| self.has(it));
        let covers: Vec<Cover> = covers
            .map(|target| Cover {
                target: target.clone(),
                group: None,
                origin: Origin::Host,
                teaches: None,
            })
            .collect();
        let about = some(&course.about).into_iter().collect::<Vec<_>>();
        let words = HostWords {
            offers: Some(Description {
                text: about.into(),
                own: List::default(),
            }),
            checked: course.checked.map(words),
            booking: some(&course.booking),
            who: some(&course.who),
            dates: dates(&course.dates),
            ..HostWords::default()
        };
        let url = course.url.iter().map(|url| own(address(url)));
        Resource {
            id: id.clone(),
            title: text(&course.title),
            provider: text(&course.provider),
            kind: course.kind.unwrap_or(Kind::Course),
            audience: Audience::Worker,
            area: Area::Local,
            level: None,
            roles: List::default(),
            introductory: course.introductory,
            addresses: url.collect::<Vec<_>>().into(),
            parts: List::default(),
            duration: some(&course.length),
            sessions: None,
            cost: some(&course.cost),
            licence: None,
            provider_rule: None,
            open_to_all_sectors: false,
            effort: match course.time {
                Some(band) => Effort {
                    band,
                    origin: Origin::Host,
                },
                None => Effort {
                    band: Band::HalfADay,
                    origin: Origin::Tool,
                },
            },
            covers: covers.into(),
            source: text(&format!("Added by {name}")),
            dated: None,
            host: Some(Box::leak(Box::new(words))),
        }
    }
}

/// One of the framework's resources, with the links that work and what else
/// the host says of it.
fn mended(resource: &Resource, pack: &Pack, said: Option<&OfResource>) -> Resource {
    let mut addresses = Vec::new();
    // Told only where all were looked at: by the day of the first.
    let mut checked = Some(Day::LAST).filter(|_| !resource.addresses.is_empty());
    let mut is_touched = said.is_some();
    for listed in &resource.addresses {
        let link = pack.found(listed.url);
        is_touched |= link.is_some();
        checked = checked.min(link.and_then(|it| it.checked));
        match link.map(|it| &it.found) {
            Some(FoundLink::Gone) => {}
            Some(FoundLink::Moved(url)) => addresses.push(Address {
                url: address(url),
                label: listed.label,
            }),
            Some(FoundLink::Works) | None => addresses.push(listed.clone()),
        }
    }
    if !is_touched {
        return resource.clone();
    }
    let url = said.and_then(|it| it.url.as_ref());
    if let Some(url) = url {
        // Another page of its own takes the place of the one listed.
        addresses.retain(|it| it.label.is_some());
        addresses.insert(0, own(address(url)));
    }
    let is_gone = addresses.is_empty() && !resource.addresses.is_empty();
    let mut host = HostWords {
        is_gone,
        ..HostWords::default()
    };
    if let Some(said) = said {
        checked = said.checked.or(checked);
        host.is_hidden = said.hidden;
        host.booking = some(&said.booking);
        host.dates = dates(&said.dates);
        host.note = some(&said.note);
    }
    host.checked = checked.map(words);
    Resource {
        addresses: addresses.into(),
        host: Some(Box::leak(Box::new(host))),
        ..resource.clone()
    }
}

/// Its own page, and not something about it.
fn own(url: Text) -> Address {
    Address { url, label: None }
}

/// Somebody else's words, which stay for as long as the program runs, like the
/// framework's: on one line, and so that no mark in them turns ours around.
fn text(words: &str) -> Text {
    let on_one_line: String = words
        .trim()
        .chars()
        .map(|c| if c.is_control() { ' ' } else { c })
        .collect();
    isolated(&on_one_line).leak()
}

fn some(words: &str) -> Option<Text> {
    Some(text(words)).filter(|it| !it.is_empty())
}

fn address(url: &WebAddress) -> Text {
    url.as_str().to_owned().leak()
}

fn words(day: Day) -> Text {
    day.long().leak()
}

fn dates(days: &[Day]) -> List<Text> {
    let mut days = days.to_vec();
    days.sort_unstable();
    let days: Vec<Text> = days.into_iter().map(|day| &*day.iso().leak()).collect();
    days.into()
}
