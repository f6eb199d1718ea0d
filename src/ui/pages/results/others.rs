//! What others sent back, beside the worker's own ratings.

use leptos::html;
use leptos::prelude::*;

use crate::app::review::{
    AgreedShown, ReviewShown, SideBySide, next_review_offered, reviews, side_by_side,
};
use crate::app::session::{Change, Event};
use crate::domain::dates::Day;
use crate::domain::document::ProfileAnswer;
use crate::domain::framework::bundled;
use crate::domain::ids::{ActionId, ReviewId};
use crate::ui::components::{Each, Hidden, Table, TableRow};
use crate::ui::focus::focus_when_there;
use crate::ui::parts::{self, DrawHere};
use crate::ui::session::{REVIEWS, use_session};
use crate::ui::when_here::WhenHere;

/// What readers of the plan sent back, where there is any.
#[component]
pub fn Others() -> impl IntoView {
    let session = use_session();
    let has_any = session.memo(|document| document.reviews().next().is_some());
    view! {
        <Show when=move || has_any.get()>
            <section class="flow" aria-labelledby=REVIEWS>
                <h2 id=REVIEWS tabindex="-1">"How others see it"</h2>
                <WhenHere part=parts::reviews draw=move |draw: DrawHere| draw()/>
            </section>
        </Show>
    }
}

/// Theirs beside the worker's, and each review.
#[component]
pub fn Reviews() -> impl IntoView {
    let session = use_session();
    let all = session.memo(reviews);
    let side = session.memo(|document| side_by_side(bundled(), document));
    view! {
        <p>
            "What readers of your plan sent back stands beside your own ratings. It changes none of them, and is never put together into one score."
        </p>
        {move || side.get().map(|side| view! { <Beside side/> })}
        <NextReview/>
        <ul class="cards" role="list">
            <Each each=move || all.get() key=|it| it.id.clone() let:review>
                <ReviewCard review all/>
            </Each>
        </ul>
    }
}

/// Bars with a mark for each reader, and the same as a table.
#[component]
fn Beside(side: SideBySide) -> impl IntoView {
    let bars = side.rows.iter().map(|row| {
        let said = side.readers.iter().zip(&row.theirs);
        let said: Vec<String> = said.map(|(who, it)| format!("{who}: {}", it.1)).collect();
        let talk = if row.worth_talking { " Worth talking about." } else { "" };
        let marks = row
            .theirs
            .iter()
            .filter_map(|it| it.0)
            .map(|score| view! { <span class="their-mark" data-at=score.to_string()></span> });
        let look = row.mine.map_or("not-rated".to_owned(), |score| score.to_string());
        view! {
            <li>
                <p><strong>{row.title}</strong>": me: "{row.my_words.clone()}"; "{said.join("; ")}"."{talk}</p>
                <div class="bar" aria-hidden="true" data-is=look data-aim=row.looks_for.map(|it| it.to_string())>
                    {row.looks_for.map(|_| view! { <span class="aim-mark"></span> })}
                    {marks.collect_view()}
                    <span class="fill"></span>
                </div>
            </li>
        }
    });
    let bars = bars.collect_view();
    let mut headings = vec!["Competency".to_owned(), "Me".to_owned()];
    headings.extend(side.readers.iter().cloned());
    headings.push("So".to_owned());
    let rows = side.rows.iter().map(|row| {
        let mut cells = vec![row.my_words.clone()];
        cells.extend(row.theirs.iter().map(|it| it.1.clone()));
        cells.push(
            if row.worth_talking {
                "Worth talking about"
            } else {
                "–"
            }
            .to_owned(),
        );
        TableRow {
            heading: row.title.to_owned(),
            href: format!("#/assess/{}", row.competency),
            cells,
        }
    });
    let rows: Vec<TableRow> = rows.collect();
    let labels = headings[1..].to_vec();
    view! {
        <p class="hint">"The bar is your score, each dot a reader’s. The line across marks what your aim looks for."</p>
        <ul class="bars" role="list">{bars}</ul>
        <details>
            <summary>"The same as a table"<Hidden>": my ratings beside those of others"</Hidden></summary>
            <Table
                caption="My ratings beside those of others"
                labels
                headings=Signal::stored(headings)
                rows=Signal::stored(rows)
            />
        </details>
    }
}

/// The day somebody named for the next review, to take over.
#[component]
fn NextReview() -> impl IntoView {
    let session = use_session();
    let offered = session.memo(move |document| next_review_offered(document, session.today()));
    let taken = RwSignal::new(None::<Day>);
    let said = NodeRef::<html::P>::new();
    let take = move |day: Day| {
        session.change(Change::Profile(ProfileAnswer::NextReview(Some(day))));
        taken.set(Some(day));
        // The button goes with the offer.
        focus_when_there(said);
    };
    view! {
        {move || {
            offered.get().map(|day| {
                view! {
                    <p>{format!("They name {} as the day of your next review. ", day.long())}
                        <button type="button" class="button plain" on:click=move |_| take(day)>"Make it mine"</button>
                    </p>
                }
            })
        }}
        {move || {
            let day = taken.get()?;
            Some(view! { <p node_ref=said tabindex="-1">{format!("Your next review is on {}.", day.long())}</p> })
        }}
    }
}

#[component]
fn ReviewCard(review: ReviewShown, all: Memo<Vec<ReviewShown>>) -> impl IntoView {
    let session = use_session();
    let id = review.id.clone();
    let of = id.clone();
    let now = Memo::new(move |_| all.with(|all| all.iter().find(|it| it.id == of).cloned()));
    let about = move || now.get().map_or(String::new(), |it| it.about);
    let comment = move || now.get().map_or(String::new(), |it| it.comment);
    let actions = Memo::new(move |_| now.get().map_or_else(Vec::new, |it| it.actions));
    let (under, gone) = (StoredValue::new(id.clone()), id);
    let remove = move |_| {
        session.send(Event::AskRemoveReview(gone.clone()));
    };
    let from = review.from.clone();
    view! {
        <li class="card">
            <h3><bdi>{review.from}</bdi></h3>
            <p class="soft">{format!("Saved on {}.", review.on.long())}</p>
            <p class="notice" hidden=move || about().is_empty() prop:textContent=about></p>
            <p class="own-words" dir="auto" hidden=move || comment().is_empty() prop:textContent=comment></p>
            <Show when=move || actions.with(|all| !all.is_empty())>
                <h4>"Actions to agree"</h4>
                <ul>
                    <Each each=move || actions.get() key=|it| it.id.clone() let:action>
                        <AgreedLine review=under.get_value() action all=actions/>
                    </Each>
                </ul>
            </Show>
            <p>
                <button type="button" class="link-button" on:click=remove>
                    "Remove this view" <Hidden>": " <bdi>{from}</bdi></Hidden>
                </button>
            </p>
        </li>
    }
}

/// One action that was agreed: to take on or leave, or what became of it.
#[component]
fn AgreedLine(review: ReviewId, action: AgreedShown, all: Memo<Vec<AgreedShown>>) -> impl IntoView {
    let session = use_session();
    let AgreedShown {
        id, title, month, ..
    } = action;
    let month = month.map_or(String::new(), |month| format!(", by {}", month.long()));
    let of = StoredValue::new(title.clone());
    let now_of = id.clone();
    let now = Memo::new(move |_| all.with(|all| all.iter().find(|it| it.id == now_of).cloned()));
    let line = NodeRef::<html::P>::new();
    let ids = StoredValue::new((review, id));
    let change = move |change: fn((ReviewId, ActionId)) -> Change| {
        session.change(change(ids.get_value()));
        // The button that was pressed goes.
        focus_when_there(line);
    };
    let take = move |_| change(|(review, action)| Change::AcceptAgreed { review, action });
    let leave = move |_| change(|(review, action)| Change::DeclineAgreed { review, action });
    let said = move || match now.get() {
        Some(AgreedShown {
            accepted: Some(day),
            since,
            ..
        }) if since.is_empty() => format!("In your plan since {}.", day.long()),
        Some(AgreedShown {
            accepted: Some(day),
            since,
            ..
        }) => format!(
            "In your plan since {}. Changed since it was agreed: {}",
            day.long(),
            since.join(" ")
        ),
        Some(AgreedShown { declined: true, .. }) => {
            "You said no to it. It is under “Put aside” in your plan.".to_owned()
        }
        _ => String::new(),
    };
    let is_open = move || now.with(|it| it.as_ref().is_some_and(|it| it.accepted.is_none()));
    let may_decline = move || now.with(|it| it.as_ref().is_some_and(|it| !it.declined));
    view! {
        <li>
            <p node_ref=line tabindex="-1"><bdi>{title}</bdi>{month}</p>
            <p class="soft" prop:textContent=said></p>
            <Show when=is_open>
                <p class="buttons">
                    <button type="button" class="button plain" on:click=take>
                        "Take it into my plan" <Hidden>": " <bdi>{of.get_value()}</bdi></Hidden>
                    </button>
                    <Show when=may_decline>
                        <button type="button" class="link-button" on:click=leave>
                            "Not this one" <Hidden>": " <bdi>{of.get_value()}</bdi></Hidden>
                        </button>
                    </Show>
                </p>
            </Show>
        </li>
    }
}
