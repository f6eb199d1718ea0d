//! Reading many files, one at a time, and giving way to the page between them.

use leptos::prelude::*;

use crate::app::team::{FilesRead, TeamFile};
use crate::domain::file::KnownIds;
use crate::domain::framework::bundled;
use crate::domain::limits::FILE_BYTES;
use crate::platform::clock;
use crate::platform::files::Chosen;
use crate::platform::many_files::{Waiting, give_way};

/// How far it is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Progress {
    pub read: usize,
    pub all: usize,
    pub stopped: bool,
}

impl Progress {
    /// "12 of 40 files read".
    pub fn sentence(self) -> String {
        format!("{} of {} files read", self.read, self.all)
    }
}

/// For how long files are read before the page has its turn, in milliseconds.
const TURN: f64 = 40.0;

/// Reads them all, or until somebody says stop. Nothing comes of it where the
/// page was left meanwhile.
pub async fn read(
    waiting: Vec<Waiting>,
    files: RwSignal<FilesRead>,
    progress: RwSignal<Option<Progress>>,
    said: RwSignal<String>,
) {
    let mut now = Progress {
        all: waiting.len(),
        ..Progress::default()
    };
    progress.set(Some(now));
    said.set(String::new());
    let Some(mut sum) = files.try_get_untracked() else {
        return;
    };
    let known = KnownIds::of(bundled());
    let mut since = clock::ticks();
    for file in waiting {
        let file = match file.read(FILE_BYTES).await {
            Chosen::Read { name, bytes } => TeamFile::Read { name, bytes },
            Chosen::TooLarge { name, bytes } => TeamFile::TooLarge { name, bytes },
            Chosen::NotRead { name } | Chosen::Folder { name } => TeamFile::NotRead { name },
        };
        sum.take(file, &known, bundled());
        now.read += 1;
        if clock::ticks() - since > TURN {
            match progress.try_get_untracked() {
                None => return,
                Some(asked) => now.stopped = asked.is_some_and(|it| it.stopped),
            }
            if now.stopped {
                break;
            }
            progress.try_set(Some(now));
            give_way().await;
            since = clock::ticks();
        }
    }
    let mut sentence = sum.summary();
    if now.read < now.all {
        sentence = format!(
            "Stopped after {} of {} files. {sentence}",
            now.read, now.all
        );
    }
    // None of these is there once the page was left.
    files.try_set(sum);
    said.try_set(sentence);
    progress.try_set(None);
}
