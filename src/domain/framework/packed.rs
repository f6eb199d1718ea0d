//! How the data travels from `build.rs` into the program: its words in a row,
//! with a separator between. 11 kB brotli less than the same data as static
//! tables, whose addresses do not compress.

use super::text::List;
use crate::domain::ids::{
    CompetencyId, FeatureId, LevelId, RequirementId, ResourceId, RoleId, SectionId, TopicId,
};

/// Stands after every word, and in none.
const SEPARATOR: char = '\u{1f}';

/// The words still to be unpacked.
pub struct Words(&'static str);

impl Words {
    /// From the beginning of packed data.
    pub fn new(packed: &'static str) -> Self {
        Words(packed)
    }

    /// The next word. `build.rs` packed as many as are asked for.
    pub fn word(&mut self) -> &'static str {
        let (word, rest) = self.0.split_once(SEPARATOR).expect("packed data is whole");
        self.0 = rest;
        word
    }

    /// The next word, which is a number.
    pub fn number(&mut self) -> u32 {
        self.word().parse().expect("packed data has a number here")
    }
}

/// What can be packed, and unpacked the same.
pub trait Pack: Sized {
    /// For `build.rs`; the program itself only unpacks.
    #[allow(dead_code)]
    fn pack(&self, out: &mut String);
    fn unpack(words: &mut Words) -> Self;
}

/// A struct is packed as its fields, in the order given; those after a `;` come
/// later, and are not packed.
macro_rules! pack {
    ($name:ident: $($field:ident)+ $(; $($later:ident)+)?) => {
        impl Pack for $name {
            fn pack(&self, out: &mut String) {
                $(self.$field.pack(out);)+
            }
            fn unpack(words: &mut Words) -> Self {
                $name {
                    $($field: Pack::unpack(words),)+
                    $($($later: Default::default(),)+)?
                }
            }
        }
    };
}
pub(super) use pack;

impl Pack for &'static str {
    fn pack(&self, out: &mut String) {
        assert!(!self.contains(SEPARATOR), "a separator in {self:?}");
        out.push_str(self);
        out.push(SEPARATOR);
    }
    fn unpack(words: &mut Words) -> Self {
        words.word()
    }
}

macro_rules! numbers {
    ($($number:ty)+) => {
        $(impl Pack for $number {
            fn pack(&self, out: &mut String) {
                out.push_str(&self.to_string());
                out.push(SEPARATOR);
            }
            fn unpack(words: &mut Words) -> Self {
                words.number() as $number
            }
        })+
    };
}
numbers!(u8 u16 u32);

impl Pack for bool {
    fn pack(&self, out: &mut String) {
        u32::from(*self).pack(out);
    }
    fn unpack(words: &mut Words) -> Self {
        words.number() == 1
    }
}

impl<T: Pack> Pack for Option<T> {
    fn pack(&self, out: &mut String) {
        self.is_some().pack(out);
        if let Some(it) = self {
            it.pack(out);
        }
    }
    fn unpack(words: &mut Words) -> Self {
        bool::unpack(words).then(|| T::unpack(words))
    }
}

impl<A: Pack, B: Pack> Pack for (A, B) {
    fn pack(&self, out: &mut String) {
        self.0.pack(out);
        self.1.pack(out);
    }
    fn unpack(words: &mut Words) -> Self {
        (A::unpack(words), B::unpack(words))
    }
}

impl<T: Pack> Pack for List<T> {
    fn pack(&self, out: &mut String) {
        (self.len() as u32).pack(out);
        for it in self {
            it.pack(out);
        }
    }
    fn unpack(words: &mut Words) -> Self {
        let count = words.number() as usize;
        let mut list = Vec::with_capacity(count);
        for _ in 0..count {
            list.push(T::unpack(words));
        }
        List::from(list)
    }
}

macro_rules! ids {
    ($($id:ident)+) => {
        $(impl Pack for $id {
            fn pack(&self, out: &mut String) {
                out.push_str(self.as_str());
                out.push(SEPARATOR);
            }
            fn unpack(words: &mut Words) -> Self {
                $id::known(words.word())
            }
        })+
    };
}
ids!(CompetencyId FeatureId LevelId RequirementId ResourceId RoleId SectionId TopicId);
