//! The files a team is read from: how many, and why some are not counted. Their
//! names are kept while the page is open, and stand in no print and no
//! spreadsheet.

use crate::app::words::count;
use crate::domain::file::{KnownIds, Refusal};
use crate::domain::framework::model::Framework;
use crate::domain::team::{Figures, NotCounted, SetAside, SmallestGroup, Taken, Team, TooFew};

/// A file as the browser brings it.
pub enum TeamFile {
    Read { name: String, bytes: Vec<u8> },
    TooLarge { name: String, bytes: usize },
    NotRead { name: String },
}

/// A file that is not counted, and why.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct FileNote {
    pub file: String,
    /// A sentence that names it.
    pub sentence: String,
}

/// All that was read so far.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct FilesRead {
    team: Team,
    /// The name of each plan of the team.
    plans: Vec<String>,
    reviews: usize,
    not_counted: Vec<FileNote>,
}

impl FilesRead {
    /// Reads one more.
    pub fn take(&mut self, file: TeamFile, known: &KnownIds, framework: &Framework) {
        let (name, why) = match file {
            TeamFile::NotRead { name } => {
                let why = format!("“{name}” could not be read. Copy it again, and try again.");
                (name, why)
            }
            TeamFile::TooLarge { name, bytes } => {
                let why = Refusal::TooLarge { bytes }.sentence(&name);
                (name, why)
            }
            TeamFile::Read { name, bytes } => match self.team.take(&bytes, known, framework) {
                Ok(Taken::Plan(_)) => {
                    self.plans.push(name);
                    return;
                }
                Ok(Taken::Review) => {
                    self.reviews += 1;
                    return;
                }
                Err(why) => {
                    let why = not_counted(&name, &why);
                    (name, why)
                }
            },
        };
        let sentence = why;
        self.not_counted.push(FileNote {
            file: name,
            sentence,
        });
    }

    /// How many files were read.
    pub fn count(&self) -> usize {
        self.plans.len() + self.reviews + self.not_counted.len()
    }

    /// Every file that is not counted, by name.
    pub fn not_counted(&self) -> Vec<FileNote> {
        let aside = self.team.set_aside();
        let aside = self.plans.iter().zip(aside);
        let aside = aside.filter_map(|(name, why)| {
            let sentence = match why? {
                SetAside::Older => {
                    format!("“{name}” is not counted: there is a newer file of the same plan.")
                }
                SetAside::SameDay => format!(
                    "“{name}” is not counted: there is another file of the same plan, saved on the same day. One of the two is counted; which is newer cannot be told."
                ),
            };
            Some(FileNote {
                file: name.clone(),
                sentence,
            })
        });
        let mut all: Vec<FileNote> = self.not_counted.iter().cloned().chain(aside).collect();
        all.sort();
        all
    }

    /// "40 files were read: 37 plans are counted, 3 files are not."
    pub fn summary(&self) -> String {
        let not = self.not_counted().len();
        let plans = self.count() - not - self.reviews;
        let mut parts = vec![count(plans, "plan is counted", "plans are counted")];
        if self.reviews > 0 {
            let of_nobody = self.team.views_of_nobody();
            let reviews = count(self.reviews, "file has", "files have");
            let mut said = format!("{reviews} what a reader said of a plan");
            if of_nobody > 0 {
                let those = count(of_nobody, "is", "are");
                said = format!("{said} (of which {those} of no plan counted here, and left out)");
            }
            parts.push(said);
        }
        if not > 0 {
            parts.push(count(not, "file is not counted", "files are not counted"));
        }
        let files = count(self.count(), "file was read", "files were read");
        format!("{files}: {}.", parts.join("; "))
    }

    /// What may be told of them. `TooFew`.
    pub fn figures(
        &self,
        framework: &Framework,
        smallest: SmallestGroup,
    ) -> Result<Figures, TooFew> {
        Figures::of(framework, &self.team, smallest)
    }
}

fn not_counted(name: &str, why: &NotCounted) -> String {
    match why {
        NotCounted::NotOpened(refusal) => refusal.sentence(name),
        NotCounted::Backup => format!(
            "“{name}” is not counted: it is a backup, and holds more than was chosen for sharing. Ask for the plan file instead."
        ),
        NotCounted::Same => {
            format!("“{name}” is not counted: the very same file was read already.")
        }
    }
}
