//! What a worker knows better than the framework of 2021: a link that works,
//! a course nearby.

use super::{
    ChangeError, ClockReading, Document, JsonFields, change_time, check_count, check_id, check_text,
};
use crate::domain::dates::Moment;
use crate::domain::framework::model::Target;
use crate::domain::ids::{CourseId, ResourceId};
use crate::domain::limits::{COURSES, HELPS_WITH, LINKS, NOTE, PROVIDER, TITLE};
use crate::domain::web_address::WebAddress;

/// A link to use instead of a resource's own. Without one: it was replaced
/// and put back.
#[derive(Clone, Debug, PartialEq)]
pub struct BetterLink {
    pub url: Option<WebAddress>,
    pub changed: Moment,
    pub(in crate::domain) extra: JsonFields,
}

/// A course the worker added.
#[derive(Clone, Debug, PartialEq)]
pub struct Course {
    pub changed: Moment,
    pub title: String,
    pub provider: String,
    pub url: Option<WebAddress>,
    pub notes: String,
    pub helps_with: Vec<Target>,
    /// Taken out again; kept so that a merge does not bring it back.
    pub removed: bool,
    pub(in crate::domain) extra: JsonFields,
}

impl Course {
    /// A course to add. `put_course` sets when it was changed.
    pub fn new(title: impl Into<String>, provider: impl Into<String>, at: ClockReading) -> Self {
        Self {
            changed: at.now,
            title: title.into(),
            provider: provider.into(),
            url: None,
            notes: String::new(),
            helps_with: Vec::new(),
            removed: false,
            extra: JsonFields::new(),
        }
    }

    fn check(&self) -> Result<(), ChangeError> {
        check_text(&self.title, TITLE)?;
        check_text(&self.provider, PROVIDER)?;
        check_text(&self.notes, NOTE)?;
        check_count(self.helps_with.len(), HELPS_WITH)?;
        self.helps_with
            .iter()
            .try_for_each(|target| check_id(target.id()))
    }
}

impl Document {
    /// Every replaced link, and those put back.
    pub fn links(&self) -> impl Iterator<Item = (&ResourceId, &BetterLink)> {
        self.parts.links.iter()
    }

    /// The link to use instead of a resource's own.
    pub fn link(&self, resource: &ResourceId) -> Option<&WebAddress> {
        self.parts.links.get(resource)?.url.as_ref()
    }

    /// Replaces a resource's link as typed; an empty text puts its own back.
    /// `NotAWebAddress`, `TooMany`, `BadId`, `DocumentFull`.
    pub fn replace_link(
        &mut self,
        resource: &ResourceId,
        url: &str,
        at: ClockReading,
    ) -> Result<(), ChangeError> {
        let url = match url.trim() {
            "" => None,
            typed => Some(
                WebAddress::parse(typed).ok_or_else(|| ChangeError::NotAWebAddress {
                    text: typed.to_owned(),
                })?,
            ),
        };
        let old = self.parts.links.get(resource);
        if old.map_or(url.is_none(), |old| old.url == url) {
            return Ok(());
        }
        let link = BetterLink {
            url,
            changed: change_time(at, old.map(|old| old.changed)),
            extra: old.map(|old| old.extra.clone()).unwrap_or_default(),
        };
        self.put(|parts| &mut parts.links, resource, link, LINKS)
    }

    /// The courses the worker added, without those taken out again.
    pub fn courses(&self) -> impl Iterator<Item = (&CourseId, &Course)> {
        self.parts
            .courses
            .iter()
            .filter(|(_, course)| !course.removed)
    }

    /// An added course; None for an id that is not there.
    pub fn course(&self, id: &CourseId) -> Option<&Course> {
        self.parts.courses.get(id).filter(|course| !course.removed)
    }

    /// Adds a course, or replaces the one with its id. `TooLong`, `TooMany`,
    /// `BadId`, `DocumentFull`.
    pub fn put_course(
        &mut self,
        id: &CourseId,
        course: Course,
        at: ClockReading,
    ) -> Result<(), ChangeError> {
        course.check()?;
        let old = self.parts.courses.get(id);
        let mut new = Course {
            changed: at.now,
            extra: JsonFields::new(),
            ..course
        };
        if let Some(old) = old {
            new.changed = old.changed;
            new.extra = old.extra.clone();
            if *old == new {
                return Ok(());
            }
            new.changed = change_time(at, Some(old.changed));
        }
        self.put(|parts| &mut parts.courses, id, new, COURSES)
    }

    /// Takes a course out again. `NotThere`.
    pub fn remove_course(&mut self, id: &CourseId, at: ClockReading) -> Result<(), ChangeError> {
        let course = self.course(id).ok_or_else(|| ChangeError::NotThere {
            id: id.as_str().to_owned(),
        })?;
        let removed = Course {
            removed: true,
            ..course.clone()
        };
        self.put_course(id, removed, at)
    }
}
