//! The reader's view: kept with every change, saved as a file to send back.

use leptos::html;
use leptos::prelude::*;

use crate::app::handover;
use crate::app::plan_page::months;
use crate::app::review::{PlanLine, ReaderPage, ToAgree, reader_view, shown_to_reader, view_word};
use crate::app::session::{Event, ReviewEdit, StoreError};
use crate::domain::dates::{Day, Month};
use crate::domain::document::Review;
use crate::domain::framework::bundled;
use crate::domain::ids::ActionId;
use crate::domain::limits::{NAME, REVIEW_COMMENT, REVIEWER_ROLE, TITLE};
use crate::platform::clock;
use crate::ui::components::fields::{Answer, DateField, RadioGroup, Shape, TextArea, TextField};
use crate::ui::components::{Each, Hidden, Select, SelectOption};
use crate::ui::focus::focus_when_there;
use crate::ui::session::use_session;

/// The form in which a reader of a plan gives their view.
#[component]
pub fn YourView(read: Memo<Option<ReaderPage>>) -> impl IntoView {
    let session = use_session();
    let draft = session.review_draft();
    let edit = move |edit| session.send(Event::EditReview(edit));
    let of = move |read: fn(&Review) -> String| {
        Signal::derive(move || draft.with(|it| it.as_ref().map_or(String::new(), read)))
    };
    let competencies = read
        .get_untracked()
        .map_or_else(Vec::new, |it| it.lines)
        .into_iter()
        .map(|line| view! { <Competency line read/> })
        .collect_view();
    let next_review = of(|it| it.next_review.map_or(String::new(), Day::iso));
    let on_date = move |(text, broken): (String, bool)| {
        let day = Day::parse(&text);
        if broken || (day.is_none() && !text.is_empty()) {
            return Some("Give a whole date: day, month and year.".to_owned());
        }
        edit(ReviewEdit::NextReview(day));
        None
    };
    view! {
        <section class="your-view flow" aria-labelledby="your-view">
            <h2 id="your-view">"Your view"</h2>
            <p>
                "Say what you have seen. You may leave out any or all of it. Your scores will stand beside theirs, and are never put together into one."
            </p>
            <Kept/>
            {competencies}
            <h3>"What you want to say"</h3>
            <TextArea
                id="review-comment"
                label="Your comment"
                hint="What goes well? Where do you see it differently, and what have you seen?"
                value=of(|it| it.comment.clone())
                limit=REVIEW_COMMENT.most
                on_input=move |text| edit(ReviewEdit::Comment(text))
                rows=6
                free=true
            />
            <Agreed read draft/>
            <h3>"The next review, and who you are"</h3>
            <DateField
                id="review-next"
                label="Next review"
                hint="The day you both look at it again."
                value=next_review
                latest="9999-12-31"
                on_date=on_date
            />
            <TextField
                id="reviewer-name"
                label="Your name"
                value=of(|it| it.reviewer.name.clone())
                limit=NAME.most
                on_input=move |text| edit(ReviewEdit::Name(text))
            />
            <TextField
                id="reviewer-role"
                label="What you are to them"
                hint="For example supervisor, line manager, mentor."
                value=of(|it| it.reviewer.role.clone())
                limit=REVIEWER_ROLE.most
                on_input=move |text| edit(ReviewEdit::Role(text))
            />
            <SendBack/>
        </section>
    }
}

/// Whether what was said is stored.
#[component]
fn Kept() -> impl IntoView {
    let session = use_session();
    let draft = session.review_draft();
    let failure = session.review_failure();
    let is_saved = session.review_is_saved();
    let said = move || match (failure.get(), draft.with(Option::is_some)) {
        (Some(StoreError::Full), _) => {
            "There is no room left in this browser, so your view is not stored. It stays here until you close or reload this page: save the file."
        }
        (Some(_), _) => {
            "This browser does not store your view. It stays here until you close or reload this page: save the file."
        }
        (None, true) if is_saved.get() => {
            "Your view is in the file you saved. You can still change it and save it again; once you close the plan, this browser keeps it no longer."
        }
        (None, true) => {
            "Your view is kept in this browser until you have saved it as a file and closed the plan, or remove it."
        }
        (None, false) => "",
    };
    view! {
        <p
            role="status"
            class=move || if failure.with(Option::is_some) { "notice caution" } else { "soft" }
            prop:textContent=said
        ></p>
    }
}

/// The six statements of a competency, as the worker would say them.
#[component]
fn Competency(line: PlanLine, read: Memo<Option<ReaderPage>>) -> impl IntoView {
    let session = use_session();
    let id = line.competency.clone();
    let now = {
        let id = id.clone();
        Memo::new(move |_| {
            read.with(|it| {
                let mut lines = it.iter().flat_map(|it| it.lines.iter());
                lines.find(|line| line.competency == id).cloned()
            })
        })
    };
    let said = move || {
        now.with(|line| {
            line.as_ref().map(|line| {
                let apart = if line.worth_talking {
                    " You are two or more apart: worth talking about."
                } else {
                    ""
                };
                format!("They say: {}.{apart}", line.words)
            })
        })
    };
    let known = bundled().competency(id.as_str());
    let levels = &bundled().scale.levels;
    let mut answers = Vec::new();
    for statement in known.iter().flat_map(|it| it.statements.iter()) {
        let level = levels.iter().find(|level| level.score == statement.score);
        answers.push(Answer {
            value: statement.score.to_string(),
            label: format!("{} – {}", statement.score, statement.text),
            hint: level.map_or("", |level| level.name).to_owned(),
        });
    }
    answers.push(Answer {
        value: view_word(crate::domain::document::ReaderView::NotSeen),
        label: "I have not seen this".to_owned(),
        hint: "This is not a score, and never counts as 0.".to_owned(),
    });
    let chosen = Signal::derive(move || {
        now.with(|line| line.as_ref().and_then(|line| line.view).map(view_word))
    });
    let choose = move |word: Option<String>| {
        let view = word.as_deref().and_then(reader_view);
        session.send(Event::EditReview(ReviewEdit::View(id.clone(), view)));
    };
    view! {
        <h3>{line.title}</h3>
        <RadioGroup
            name=format!("view-{}", line.competency)
            legend="What they do is most like this, as they would say it"
            answers
            chosen
            on_choose=choose
            shape=Shape::Statements
            clear="Clear my answer"
            clear_of=line.title
        />
        <p role="status" prop:textContent=said></p>
    }
}

/// The actions both agree.
#[component]
fn Agreed(read: Memo<Option<ReaderPage>>, draft: Memo<Option<Review>>) -> impl IntoView {
    let session = use_session();
    let edit = move |edit| session.send(Event::EditReview(edit));
    let heading = NodeRef::<html::H3>::new();
    let added = RwSignal::new(None::<ActionId>);
    let actions = move || {
        draft.with(|it| {
            let actions = it.iter().flat_map(|it| it.actions.iter());
            actions.map(|it| it.id.clone()).collect::<Vec<_>>()
        })
    };
    // More come where some were hidden until all is scored.
    let of_the_plan = Memo::new(move |_| {
        read.with(|it| it.as_ref().map_or_else(Vec::new, |it| it.actions.clone()))
    });
    let add_own = move |_| {
        let id = ActionId::new(format!("own:{}", clock::random_word()));
        added.set(Some(id.clone()));
        edit(ReviewEdit::Agree(id, String::new()));
    };
    view! {
        <h3 node_ref=heading tabindex="-1">"Actions for their plan"</h3>
        <p class="hint">"What the two of you agree they do. They say yes or no to each before it goes into their plan."</p>
        <ul class="cards" role="list">
            <Each each=actions key=ActionId::clone let:id>
                <AgreedCard id draft added on_gone=Callback::new(move |()| focus_when_there(heading))/>
            </Each>
        </ul>
        {move || of_the_plan.with(|all| !all.is_empty()).then(|| view! { <OfThePlan of_the_plan actions=Signal::derive(actions) added/> })}
        <p class="buttons">
            <button type="button" class="button plain" on:click=add_own>"Add an action in your own words"</button>
        </p>
    }
}

/// The actions of the plan, to agree one of them.
#[component]
fn OfThePlan(
    of_the_plan: Memo<Vec<ToAgree>>,
    /// What is agreed.
    actions: Signal<Vec<ActionId>>,
    /// What was added last, to take the focus.
    added: RwSignal<Option<ActionId>>,
) -> impl IntoView {
    let session = use_session();
    let all = of_the_plan.get();
    let options = all.iter().map(|it| SelectOption {
        label: it.shown.clone(),
        group: None,
    });
    let options: Vec<_> = options.collect();
    let picked = RwSignal::new(None::<usize>);
    let said = RwSignal::new("");
    let add = move |_| {
        let Some(chosen) = picked.get_untracked().and_then(|at| all.get(at).cloned()) else {
            said.set("Choose one of their actions first.");
            return;
        };
        if actions.with_untracked(|all| all.contains(&chosen.id)) {
            said.set("That one is among the actions above.");
            return;
        }
        said.set("");
        picked.set(None);
        added.set(Some(chosen.id.clone()));
        let agree = ReviewEdit::Agree(chosen.id, chosen.title);
        session.send(Event::EditReview(agree));
    };
    view! {
        <Select
            id="agree-which"
            label="An action of their plan"
            none="Choose one"
            options
            chosen=picked
            on_choose=move |at| {
                said.set("");
                picked.set(at);
            }
        />
        <p class="buttons">
            <button type="button" class="button plain" on:click=add>"Agree this action"</button>
        </p>
        <p class="problem" role="status" prop:textContent=said></p>
    }
}

/// One agreed action.
#[component]
fn AgreedCard(
    id: ActionId,
    draft: Memo<Option<Review>>,
    /// What was added last: it takes the focus.
    added: RwSignal<Option<ActionId>>,
    on_gone: Callback<()>,
) -> impl IntoView {
    let session = use_session();
    let edit = move |edit| session.send(Event::EditReview(edit));
    let of = id.clone();
    let now =
        Memo::new(move |_| draft.with(|it| it.as_ref().and_then(|it| it.action(&of).cloned())));
    let title = Signal::derive(move || now.get().map_or(String::new(), |it| it.title));
    let shown_of = id.clone();
    let shown = Signal::derive(move || title.with(|title| shown_to_reader(&shown_of, title)));
    let card = NodeRef::<html::Li>::new();
    if added.get_untracked().as_ref() == Some(&id) {
        added.set(None);
        focus_when_there(card);
    }
    let month = Memo::new(move |_| now.get().and_then(|it| it.month));
    let today = clock::today();
    let all = months(today, month.get_untracked(), None);
    let values: Vec<_> = all.iter().map(|it| Month::parse(&it.0)).collect();
    let places = values.clone();
    let options = all.into_iter().map(|it| SelectOption {
        label: it.1,
        group: None,
    });
    let options = options.collect::<Vec<_>>();
    let dated = id.clone();
    let choose = Callback::new(move |at: Option<usize>| {
        let month = at.and_then(|at| values.get(at).copied().flatten());
        edit(ReviewEdit::ActionMonth(dated.clone(), month));
    });
    let element = id.as_str().replace([':', '/'], "-");
    let is_own = id.as_str().starts_with("own:");
    let (titled, gone) = (id.clone(), id);
    let words = if is_own {
        view! {
            <TextField
                id=format!("agreed-{element}")
                label="What to do"
                value=title
                limit=TITLE.most
                on_input=move |text| edit(ReviewEdit::ActionTitle(titled.clone(), text))
                free=true
            />
        }
        .into_any()
    } else {
        view! { <p><strong><bdi prop:textContent=shown></bdi></strong></p> }.into_any()
    };
    view! {
        <li class="card" node_ref=card tabindex="-1">
            <div role="group" aria-label=move || format!("Agreed: {}", shown.get())>
            {words}
            <Select
                id=format!("agreed-month-{element}")
                label="By when"
                label_of=shown
                options=options
                chosen=Signal::derive(move || {
                    places.iter().position(|it| *it == month.get())
                })
                on_choose=choose
            />
            <p>
                <button
                    type="button"
                    class="link-button"
                    on:click=move |_| {
                        edit(ReviewEdit::NoLonger(gone.clone()));
                        on_gone.run(());
                    }
                >
                    "Take this out again"<Hidden>": " <bdi prop:textContent=shown></bdi></Hidden>
                </button>
            </p>
            </div>
        </li>
    }
}

/// The file, paper, and taking it all back.
#[component]
fn SendBack() -> impl IntoView {
    let session = use_session();
    let draft = session.review_draft();
    let given = RwSignal::new(String::new());
    let is_begun = move || draft.with(Option::is_some);
    let save = move |_| {
        let Some((name, _)) = session.review_file() else {
            return;
        };
        session.send_and(Event::SaveReview, move || {
            if session.was_not_saved(&name) {
                given.set(String::new());
            } else {
                given.set(handover::given(&name));
                session.send(Event::ReviewGiven);
            }
        });
    };
    let remove = move |_| {
        if let Some(plan) = session.plan_being_read() {
            given.set(String::new());
            session.send(Event::AskRemoveDraft(plan));
        }
    };
    view! {
        <Show when=is_begun fallback=|| view! { <p>"Once you have said something, you can save it as a file and send it back."</p> }>
            <p>"Save your view as a file, and send that file to them. They open it in Waymark, and see it beside their own."</p>
            <p class="buttons">
                <button type="button" class="button" id="save-review" on:click=save>"Save my view as a file"</button>
                <button type="button" class="button plain" on:click=remove>"Remove my view from this browser"</button>
            </p>
        </Show>
        <p id="review-given" role="status" prop:textContent=given></p>
    }
}
