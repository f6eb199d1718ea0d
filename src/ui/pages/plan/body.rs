//! What a card says: what to do, how, why, the link or whom to ask.

use leptos::prelude::*;

use super::asked_link::AskedLink;
use crate::app::plan_page::{Card, Practise};
use crate::ui::components::ExternalLink;
use crate::ui::pages::copy_button::CopyButton;

/// Everything but the link to learn from. What is the same in the plan worked
/// out anew keeps its element.
#[component]
pub fn Body(card: Memo<Card>) -> impl IntoView {
    view! {
        <ul class="tags" role="list">
            <For each=move || card.with(tags) key=|tag| tag.clone() let((words, is_strong))>
                <li class=if is_strong { "tag score" } else { "tag" }>{words}</li>
            </For>
        </ul>
        {move || card.with(how)}
        {move || card.with(start)}
        {move || card.with(whom)}
        {move || card.with(services)}
        {move || card.with(why)}
        {move || card.with(helps)}
    }
}

/// Tags, and whether each is the worker's own mark.
fn tags(card: &Card) -> Vec<(String, bool)> {
    let pinned = card.pinned.then(|| ("Kept at the top".to_owned(), true));
    let said = [card.kind, &card.effort, &card.when, card.stage];
    let said = said.into_iter().filter(|words| !words.is_empty());
    let said = said.map(|words| (words.to_owned(), false));
    pinned.into_iter().chain(said).collect()
}

fn how(card: &Card) -> impl IntoView + use<> {
    let how = card.how.clone();
    let how = (!how.is_empty()).then(|| view! { <p>{how}</p> });
    let practise = card.practise.clone();
    (
        how,
        practise.map(|practise| view! { <HowToPractise practise/> }),
    )
}

/// What one score up asks for.
#[component]
pub fn HowToPractise(practise: Practise) -> impl IntoView {
    let list = |items: &[&'static str]| {
        let items = items.iter().map(|it| view! { <li>{*it}</li> });
        items.collect_view()
    };
    let features = (!practise.features.is_empty()).then(|| {
        view! {
            <dt>{practise.look}</dt>
            <dd><ul>{list(&practise.features)}</ul></dd>
        }
    });
    view! {
        <dl class="practice">
            <dt>"My goal"</dt>
            <dd>{practise.goal}</dd>
            <dt>"Do more of this, or begin it"</dt>
            <dd><ul>{list(&practise.steps)}</ul></dd>
            {features}
            <dt>"Watch for"</dt>
            <dd>{practise.watch_for}</dd>
            <dd class="small soft">{practise.source}</dd>
        </dl>
    }
}

fn start(card: &Card) -> impl IntoView + use<> {
    let of = card.title.clone();
    let start = card.start.clone();
    start.map(|(asked, words)| view! { <p><AskedLink asked words of/></p> })
}

fn whom(card: &Card) -> impl IntoView + use<> {
    let whom = card.whom.clone();
    (!whom.is_empty()).then(|| view! { <p><strong>"Whom to ask: "</strong> {whom}</p> })
}

fn services(card: &Card) -> impl IntoView + use<> {
    let services = card.services.clone().into_iter();
    let services = services
        .map(|(title, url)| match url {
            Some(url) => view! { <li><ExternalLink url text=title/></li> }.into_any(),
            None => view! { <li>{title}</li> }.into_any(),
        })
        .collect::<Vec<_>>();
    (!services.is_empty()).then(|| {
        view! {
            <p><strong>"Services to tell people about:"</strong></p>
            <ul>{services}</ul>
        }
    })
}

fn why(card: &Card) -> impl IntoView + use<> {
    match card.why.as_slice() {
        [one] => {
            let one = one.clone();
            view! { <p><strong>"Why: "</strong> {one}</p> }.into_any()
        }
        many => {
            let many = many.iter().map(|why| view! { <li>{why.clone()}</li> });
            let many = many.collect_view();
            view! {
                <div>
                    <p><strong>"Why:"</strong></p>
                    <ul>{many}</ul>
                </div>
            }
            .into_any()
        }
    }
}

fn helps(card: &Card) -> impl IntoView + use<> {
    let helps = card.helps.join("; ");
    (!helps.is_empty())
        .then(|| view! { <p class="small"><strong>"Helps with: "</strong> {helps} "."</p> })
}

/// The link of a course or page, and how to find it without.
#[component]
pub fn Learning(card: Memo<Card>) -> impl IntoView {
    let first = card.get_untracked();
    let is_there = first.resource.is_some() || first.course.is_some();
    is_there.then(|| {
        let title = first.link.map_or(first.title, |(_, title, _)| title);
        let copied = format!("{title}, {}", first.provider);
        view! {
            <p class="learn-from">
                {move || card.with(learn_from)}
                <CopyButton label="Copy title and provider" of=title text=copied/>
            </p>
            {move || card.with(about)}
        }
    })
}

fn learn_from(card: &Card) -> impl IntoView + use<> {
    let (name, remark) = match card.link.clone() {
        Some((url, text, remark)) => (view! { <ExternalLink url text/> }.into_any(), remark),
        None => {
            let title = card.title.clone();
            let remark = match card.course.is_some() {
                true => "A course you added.",
                false => "No address was listed in March 2021.",
            };
            (
                view! { <strong><bdi>{title}</bdi></strong> }.into_any(),
                remark,
            )
        }
    };
    let provider = card.provider.clone();
    let provider = (!provider.is_empty()).then(|| view! { ", " <bdi>{provider}</bdi> });
    view! { {name} <span>{provider} ". " <span prop:textContent=remark></span> " "</span> }
}

fn about(card: &Card) -> impl IntoView + use<> {
    card.about
        .map(|(text, url)| view! { <p class="small">"About it: " <ExternalLink url text/></p> })
}

/// What to answer now that it is done. Nothing is answered by itself.
#[component]
pub fn Offers(card: Memo<Card>) -> impl IntoView {
    let offers = move || card.with(|card| card.offers.clone());
    let has_offers = Memo::new(move |_| card.with(|card| !card.offers.is_empty()));
    move || {
        has_offers.get().then(|| {
            view! {
                <div>
                    <p>"Has it changed an answer? You decide: nothing is answered for you."</p>
                    <ul>
                        <For each=offers key=|(_, words)| words.clone() let((asked, words))>
                            <li><AskedLink asked words/></li>
                        </For>
                    </ul>
                </div>
            }
        })
    }
}
