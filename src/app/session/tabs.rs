//! Meeting what stands in the store: at the start, when another tab has
//! changed it, and before every write.

use super::record::{ANCESTORS, Head, mark_of};
use super::state::{Agreed, Both, Question, Undo, UndoOf, Unreadable, begun};
use super::told::Told;
use super::{Effect, Prefer, Session, Store, StoreError, Turn};
use crate::domain::document::Document;
use crate::domain::file::{Remark, decode, preview};
use crate::domain::reconcile::reconcile;

impl Session {
    /// Looks at the store without having anything to write.
    pub(super) fn look(&mut self, turn: &Turn, store: &dyn Store) {
        self.meet(store);
        if self.keeping.unsaved && self.keeping.may_write() {
            self.effects.push(Effect::SaveSoon);
        }
        super::state::adopt_if_none(&mut self.document, turn);
    }

    /// Another tab stored or removed something. Where it removed everything
    /// and nothing here is unsaved, this tab follows: the person confirmed it.
    pub(super) fn storage_changed(&mut self, key: Option<&str>, turn: &Turn, store: &dyn Store) {
        if key.is_some_and(|key| !key.starts_with(self.setup.keys.prefix())) {
            return;
        }
        self.look(turn, store);
        let gone = matches!(self.keeping.question, Some(Question::Gone));
        if gone && !self.keeping.unsaved {
            self.let_go_here(turn);
        }
    }

    /// Takes in what the store holds. False where it cannot be read at all;
    /// afterwards there may be a question, or something unreadable.
    pub(super) fn meet(&mut self, store: &dyn Store) -> bool {
        let met = self.try_to_meet(store);
        match met {
            Err(error) => {
                self.keeping.failure = Some(error);
                false
            }
            Ok(()) => {
                if !self.keeping.unsaved {
                    self.keeping.failure = None;
                }
                true
            }
        }
    }

    fn try_to_meet(&mut self, store: &dyn Store) -> Result<(), StoreError> {
        self.find_key(store.keys(self.setup.keys.prefix())?);
        if self.keeping.unreadable.is_some() {
            return Ok(());
        }
        self.keeping.question = None;
        match store.read(&self.key())? {
            Some(text) => self.meet_text(text),
            None if self.keeping.expected => self.keeping.question = Some(Question::Gone),
            None => {}
        }
        Ok(())
    }

    /// The highest document number is in use: another tab may have gone on
    /// under a new key.
    fn find_key(&mut self, keys: Vec<String>) {
        let number = |key: &String| self.setup.keys.number(key);
        let highest = keys.iter().filter_map(number).max().unwrap_or(1);
        let moved = highest > self.keeping.number;
        let in_use = highest.max(self.keeping.number);
        let aside = |key: &String| number(key).is_some_and(|number| number != in_use);
        self.keeping.copies = keys.iter().filter(|key| aside(key)).cloned().collect();
        self.keeping.has_undo_copy = keys.contains(&self.setup.keys.undo());
        self.keeping.number = in_use;
        if moved {
            self.keeping.unreadable = None;
            self.keeping.expected = true;
            // The other tab could not read what this one may still have.
            self.keeping.unsaved |= !self.document.is_empty();
        }
    }

    fn meet_text(&mut self, text: String) {
        let (head, file) = Head::split(&text);
        let mark = mark_of(&text);
        let newest = self.keeping.agreed.last();
        // The mark too: a text this tab did not write may be damaged.
        if newest.is_some_and(|newest| newest.revision == head.revision && newest.mark == mark) {
            self.keeping.expected = true;
            return;
        }
        match decode(file.as_bytes(), &self.setup.known) {
            Err(why) => {
                self.keeping.unreadable = Some(Unreadable {
                    key: self.key(),
                    why,
                    text,
                });
            }
            Ok(opened) => {
                let lossy = opened.remarks.iter().any(loses_something);
                self.take_in(Agreed {
                    revision: head.revision,
                    after: head.after,
                    document: opened.document,
                    backup: head.backup,
                    saved: opened.created,
                    mark,
                });
                if lossy {
                    self.next_key();
                    self.keeping.unsaved = true;
                    self.talk.tell(Told::KeptAside);
                }
            }
        }
    }

    /// Lays another tab's document and this one together.
    fn take_in(&mut self, theirs: Agreed) {
        let base = self
            .common(&theirs)
            .unwrap_or_else(|| self.document.clone());
        let together = |prefer| reconcile(&base, &self.document, &theirs.document, prefer);
        let (base, conflicts) = match (together(Prefer::Mine), together(Prefer::Theirs)) {
            (Ok(mine), Ok(others)) => {
                // Changed in both, but to the same: no question.
                if preview(&mine.document, &others.document).is_empty() {
                    return self.accept(others.document, theirs);
                }
                (Some(base), mine.conflicts)
            }
            _ => (None, Vec::new()),
        };
        let both = Both {
            theirs,
            base,
            conflicts,
        };
        self.keeping.question = Some(Question::Both(Box::new(both)));
        self.keeping.unsaved = true;
    }

    /// What both began from; None where theirs is to be taken as it is.
    fn common(&self, theirs: &Agreed) -> Option<Document> {
        let keeping = &self.keeping;
        let known = |agreed: &&Agreed| {
            agreed.revision == theirs.revision || theirs.after.contains(&agreed.revision)
        };
        if let Some(base) = keeping.agreed.iter().rev().find(known) {
            return Some(base.document.clone());
        }
        // They do not say. Where nothing here is unsaved, theirs is taken if
        // it is another document, or so far ahead that the list of what it was
        // made from no longer reaches back to ours.
        let clear = keeping.agreed.last().is_none_or(|ours| {
            ours.document.id() != theirs.document.id()
                || theirs.revision.counter >= ours.revision.counter + ANCESTORS as u64
        });
        (keeping.unsaved || !clear).then(Document::default)
    }

    /// The document to go on with, now that theirs is taken in.
    fn accept(&mut self, document: Document, theirs: Agreed) {
        let first = self.keeping.agreed.is_empty() && self.document.is_empty();
        let news = !preview(&self.document, &document).is_empty();
        let backup = if self.keeping.unsaved {
            self.backup.with(&theirs.backup)
        } else {
            theirs.backup.clone()
        };
        self.document = document;
        self.backup = backup;
        // What was just loaded needs no saving, even if it had no id.
        let same = self.document == theirs.document && self.backup == theirs.backup;
        self.keeping.unsaved = !first && !same;
        self.keeping.last_saved = theirs.saved;
        self.keeping.agree(theirs);
        self.compare_opening();
        if news && !first {
            self.talk.tell(Told::OtherTab);
        }
    }

    /// The person decided between two tabs; what was not chosen is kept to go
    /// back to.
    pub(super) fn choose(&mut self, prefer: Prefer, turn: &Turn, store: &dyn Store) {
        let Both { theirs, base, .. } = match self.keeping.question.take() {
            Some(Question::Both(both)) => *both,
            other => {
                self.keeping.question = other;
                return;
            }
        };
        let side = |prefer| {
            let together = base
                .as_ref()
                .and_then(|base| reconcile(base, &self.document, &theirs.document, prefer).ok());
            let whole = match prefer {
                Prefer::Mine => &self.document,
                Prefer::Theirs => &theirs.document,
            };
            together.map_or_else(|| whole.clone(), |together| together.document)
        };
        let (chosen, other) = match prefer {
            Prefer::Mine => (side(Prefer::Mine), side(Prefer::Theirs)),
            Prefer::Theirs => (side(Prefer::Theirs), side(Prefer::Mine)),
        };
        self.store_undo_or_tell(&other, turn, store);
        self.back.undo = Some(Undo {
            of: UndoOf::Choice,
            document: other,
        });
        self.accept(chosen, theirs);
        self.keeping.unsaved = true;
        self.save(turn, store);
    }

    /// What was stored is gone; what is here is stored again.
    pub(super) fn keep_here(&mut self, turn: &Turn, store: &dyn Store) {
        if matches!(self.keeping.question, Some(Question::Gone)) {
            self.keeping.question = None;
            self.keeping.expected = false;
            self.keeping.unsaved = true;
            self.save(turn, store);
        }
    }

    /// What was stored is gone; it is let go here too.
    pub(super) fn let_go_here(&mut self, turn: &Turn) {
        if matches!(self.keeping.question, Some(Question::Gone)) {
            self.begin_anew(turn);
            self.talk.tell(Told::RemovedElsewhere);
        }
    }

    /// Nothing entered, nothing stored, no way back.
    pub(super) fn begin_anew(&mut self, turn: &Turn) {
        self.document = begun(&turn.fresh);
        self.backup = Default::default();
        self.keeping = super::state::Keeping {
            number: self.keeping.number,
            counter: self.keeping.counter,
            failure: self.keeping.failure.take(),
            ..Default::default()
        };
        self.back = Default::default();
        self.talk.dialog = None;
        self.talk.reading = None;
        self.talk.download = None;
        self.talk.told.clear();
    }
}

/// What a decoder left out would be lost with the next write.
fn loses_something(remark: &Remark) -> bool {
    matches!(
        remark,
        Remark::LinkDropped { .. } | Remark::RepeatedName { .. } | Remark::RepeatedEntry { .. }
    )
}
