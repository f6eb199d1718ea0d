//! Plays what was drawn, and compares what is stored with what must be kept
//! after each step.

use fantoccini::wd::WindowHandle;
use waymark::domain::document::Document;
use waymark::domain::file::{KnownIds, decode};
use waymark::domain::framework::bundled;

use crate::fail;
use crate::journeys::{data::fill_storage, offline};
use crate::rig::{Check, Failure, Page, until};

use super::action::{Action, about};
use super::draw::{Range, Step, drawn};
use super::kept::Kept;
use super::mishap;
use super::perform::{go, perform, settle};

/// Where the app keeps the document, as served here.
const KEY: &str = "waymark:/any/place/:document";

/// Plays so many steps of this seed: how many things were done. A failure says
/// after which steps it came.
pub async fn play(page: &mut Page, seed: u64, count: usize, range: Range) -> Check<usize> {
    let steps = drawn(seed, count, range);
    let mut player = Player::begin(page, range).await?;
    for (place, step) in steps.iter().enumerate() {
        if let Err(failure) = player.step(step, place).await {
            let so_far: Vec<String> = steps[..=place].iter().map(|it| format!("{it:?}")).collect();
            fail!(
                "seed {seed}, step {place}: {failure}\nSo far:\n{}",
                so_far.join("\n")
            );
        }
    }
    player.end().await
}

struct Player<'a> {
    page: &'a mut Page,
    kept: Kept,
    /// How many things were done.
    done: usize,
    here: WindowHandle,
    /// The second tab, once there is one.
    there: Option<WindowHandle>,
}

impl<'a> Player<'a> {
    async fn begin(page: &'a mut Page, range: Range) -> Check<Self> {
        if range == Range::Everything {
            offline::visit(page).await?;
            // The server is taken away now and then, and a pack may be none.
            for words in ["net::ERR_", "local.json", "sw.js", "ServiceWorker"] {
                page.forgive(words);
            }
        } else {
            page.open("").await?;
        }
        let here = page.tab().await?;
        Ok(Self {
            page,
            kept: Kept::default(),
            done: 0,
            here,
            there: None,
        })
    }

    async fn step(&mut self, step: &Step, place: usize) -> Check {
        // Every third waits until the app stores by itself.
        let hurries = !place.is_multiple_of(3);
        match step {
            Step::Do(action) => self.act(action, hurries).await?,
            Step::Elsewhere(action) => {
                self.go_elsewhere().await?;
                self.act(action, hurries).await?;
                self.is_stored().await?;
                self.come_back().await?;
            }
            Step::InBoth(here, there) => {
                self.go_elsewhere().await?;
                self.come_back().await?;
                self.act(here, false).await?;
                self.go_elsewhere().await?;
                self.act(there, false).await?;
                self.is_stored().await?;
                self.come_back().await?;
            }
            Step::WhileFull(actions) => {
                fill_storage(self.page).await?;
                for action in actions {
                    self.act(action, true).await?;
                }
                mishap::free_storage(self.page).await?;
            }
            Step::WhileAway(actions) => {
                self.page.server.stop().await;
                for action in actions {
                    self.act(action, hurries).await?;
                    self.is_stored().await?;
                }
                self.page.server.start().await?;
            }
            other => self.mishap(other).await?,
        }
        self.is_stored().await?;
        if !matches!(step, Step::Do(_)) {
            mishap::close_messages(self.page).await?;
        }
        Ok(())
    }

    /// Something that is no action, where there is something to do for it.
    async fn mishap(&mut self, step: &Step) -> Check {
        let page = &mut *self.page;
        let kept = &mut self.kept;
        match step {
            Step::RemoveAndPutBack | Step::Restore if kept.is_empty() => return Ok(()),
            Step::TakeReview if mishap::has_review(kept) => return Ok(()),
            Step::Agree(..) | Step::RemoveReview if !mishap::has_review(kept) => return Ok(()),
            Step::BadFile(name) => mishap::bad_file(page, name).await?,
            Step::OpenAndUndo(name, merge) => mishap::open_and_undo(page, name, *merge).await?,
            Step::RemoveAndPutBack => mishap::remove_and_put_back(page).await?,
            Step::Restore => mishap::restore(page, kept).await?,
            Step::AnswerPlan(seen, comment) => {
                mishap::answer_plan(page, seen, comment, kept).await?;
            }
            Step::TakeReview => mishap::take_review(page, kept).await?,
            Step::Agree(title, yes) => mishap::agree(page, title, *yes, kept).await?,
            Step::RemoveReview => mishap::remove_review(page, kept).await?,
            Step::ChangePack(name) => {
                // A tab that stays open stays with the pack it has.
                self.close_elsewhere().await?;
                mishap::change_pack(self.page, name, &mut self.kept).await?;
            }
            Step::CloseBrowser => {
                page.close_and_reopen().await?;
                page.open("").await?;
                (self.here, self.there) = (page.tab().await?, None);
            }
            _ => unreachable!("done by the player"),
        }
        self.done += 1;
        Ok(())
    }

    /// Does one thing where the page is and it is offered; in a hurry, the page
    /// is put away at once.
    async fn act(&mut self, action: &Action, hurries: bool) -> Check {
        if !action.is_offered(&self.kept) {
            return Ok(());
        }
        let met = perform(self.page, action, &self.kept).await?;
        action.apply(&met, &mut self.kept);
        self.done += 1;
        match hurries {
            true => settle(self.page).await,
            false => Ok(()),
        }
    }

    async fn go_elsewhere(&mut self) -> Check {
        match self.there.clone() {
            Some(there) => self.page.switch_tab(&there).await,
            None => {
                self.there = Some(self.page.new_tab().await?);
                self.page.open("").await
            }
        }
    }

    async fn come_back(&mut self) -> Check {
        self.page.switch_tab(&self.here.clone()).await
    }

    async fn close_elsewhere(&mut self) -> Check {
        if let Some(there) = self.there.take() {
            self.page.switch_tab(&there).await?;
            self.page.client().close_window().await?;
            self.page
                .client()
                .switch_to_window(self.here.clone())
                .await?;
        }
        Ok(())
    }

    /// Waits until exactly what must be kept is stored.
    async fn is_stored(&self) -> Check {
        until("what is stored to be what must be kept", async || {
            let differences = self.kept.differences(&stored(self.page).await?);
            match differences.is_empty() {
                true => Ok(Some(())),
                false => fail!("{}", differences.join("; ")),
            }
        })
        .await
    }

    /// Loaded again, all is still stored, and the page about the worker shows
    /// it. How many things were done.
    async fn end(self) -> Check<usize> {
        self.page.reload().await?;
        self.is_stored().await?;
        is_shown(self.page, &self.kept).await?;
        Ok(self.done)
    }
}

/// What is stored, read as the app reads it.
async fn stored(page: &Page) -> Check<Document> {
    let script = "return localStorage.getItem(arguments[0])";
    let text: Option<String> = page.ask(script, vec![KEY.into()]).await?;
    let Some(text) = text else {
        return Ok(Document::default());
    };
    match decode(text.as_bytes(), &KnownIds::of(bundled())) {
        Ok(opened) => Ok(opened.document),
        Err(refusal) => Err(Failure(refusal.sentence("what is stored"))),
    }
}

async fn is_shown(page: &Page, kept: &Kept) -> Check {
    go(page, "#/about-you").await?;
    let mut wanted: Vec<String> = Vec::new();
    for question in ["role", "experience", "aim", "here", "scheme", "somerset"] {
        let answer = kept.get(&about(kept, question));
        wanted.extend(answer.map(|answer| format!("{question}-{answer}")));
    }
    wanted.extend(
        kept.all("taken on ")
            .map(|(what, _)| format!("wider-{what}")),
    );
    let picked = kept.all("picked ");
    wanted.extend(picked.map(|(topic, _)| format!("caseload-{}", topic.replace('/', "-"))));
    if kept.get("hours") == Some("unknown") {
        wanted.push("hours-known-unknown".to_owned());
    }
    wanted.sort_unstable();
    let ticked =
        "return [...document.querySelectorAll('#page input:checked')].map(it => it.id).sort()";
    page.until_is("what is ticked", &wanted, ticked, vec![])
        .await?;
    let fields = ["name", "workplace", "start", "next-review"];
    let wanted = fields.map(|it| kept.get(it).unwrap_or_default().to_owned());
    let shown = "return [...arguments].map(id => document.getElementById(id).value)";
    let fields = fields.map(Into::into).to_vec();
    page.until_is("what is written", &wanted.to_vec(), shown, fields)
        .await
}
