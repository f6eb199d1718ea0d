//! What a version of the format is written down in: for every group its
//! fields, and for every field its shape with its limit and the copies it goes
//! into. One table, read by `check` (opening), `write` and `schema`, so that
//! the program has each of these once and not once for every group.

use super::scope::FieldScope;

/// A group of named fields.
pub struct Group {
    /// In the order they are written.
    pub fields: &'static [Field],
    #[cfg(test)]
    pub name: &'static str,
    #[cfg(test)]
    pub about: &'static str,
}

/// A named field of a group.
pub struct Field {
    pub name: &'static str,
    pub shape: Shape,
    /// A group without it is refused.
    pub required: bool,
    /// The copies it goes into.
    pub scope: FieldScope,
    #[cfg(test)]
    pub says: &'static str,
}

/// What a value can be.
pub enum Shape {
    /// A text of so many UTF-16 units at most.
    Text(usize),
    /// A text with something in it, of as many units as an id may have.
    Id,
    /// A web address; another kind of link is dropped and named.
    Link,
    Word(&'static Words),
    YesNo,
    /// 0 to 5.
    Score,
    Day,
    Month,
    /// A moment in UTC.
    Moment,
    /// The number of this version, which can be no other.
    Version,
    /// Hours in a month, or `unknown`.
    Hours,
    /// People in a group, from 5 to 1,000.
    People,
    /// What a course helps with: `topic:level-1-skills/empathy`.
    Target,
    Group(&'static Group),
    /// So many at most.
    List(&'static Shape, usize),
    /// A group by id, of so many at most.
    Table(&'static Shape, usize),
}

/// The words of a choice.
pub struct Words {
    pub words: &'static [&'static str],
    /// What a refusal says was wanted.
    pub wanted: &'static str,
}

impl Words {
    /// Which it is; None for none of them.
    pub fn find(&self, word: &str) -> Option<usize> {
        self.words.iter().position(|known| *known == word)
    }
}

impl Group {
    /// A group; its name and what it is are for the schema alone.
    #[cfg_attr(not(test), allow(unused_variables))]
    pub const fn of(name: &'static str, about: &'static str, fields: &'static [Field]) -> Self {
        Self {
            fields,
            #[cfg(test)]
            name,
            #[cfg(test)]
            about,
        }
    }

    /// The field of this name.
    pub fn field(&self, name: &str) -> Option<&Field> {
        self.fields.iter().find(|field| field.name == name)
    }
}

/// A field that may be left out; `null` is the same as not there.
#[cfg_attr(not(test), allow(unused_variables))]
pub const fn field(
    name: &'static str,
    shape: Shape,
    scope: FieldScope,
    says: &'static str,
) -> Field {
    Field {
        name,
        shape,
        required: false,
        scope,
        #[cfg(test)]
        says,
    }
}

/// A field that must be there.
pub const fn required(
    name: &'static str,
    shape: Shape,
    scope: FieldScope,
    says: &'static str,
) -> Field {
    Field {
        required: true,
        ..field(name, shape, scope, says)
    }
}
