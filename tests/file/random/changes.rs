//! One change, of any kind, as anybody might make it.

use proptest::collection::{btree_set, vec};
use proptest::prelude::*;
use proptest::sample::select;
use waymark::domain::dates::{Day, Moment, Month};
use waymark::domain::document::*;
use waymark::domain::framework::model::Target;
use waymark::domain::ids::*;
use waymark::domain::limits;
use waymark::domain::score::Score;
use waymark::domain::sorted_set::SortedSet;
use waymark::domain::web_address::WebAddress;

/// One change.
#[derive(Clone, Debug)]
pub enum Op {
    Profile(ProfileAnswer),
    Rate(CompetencyId, WhichEntry, EntryChange),
    Topic(TopicId, Vec<TopicId>, AnswerChange<TopicStatus>),
    Requirement(RequirementId, AnswerChange<RequirementStatus>),
    Action(ActionId, ActionEdit),
    Link(ResourceId, String),
    Course(CourseId, Course),
    RemoveCourse(CourseId),
    AchievedAt(Score),
    Review(ReviewId, Box<Review>),
    RemoveReview(ReviewId),
    Accept(ReviewId, ActionId),
    SavedPlan(PlanHash),
    InCalendar(ActionId),
}

impl Op {
    pub fn apply(self, document: &mut Document, at: ClockReading) -> Result<(), ChangeError> {
        match self {
            Self::Profile(answer) => document.set_profile(answer, at),
            Self::Rate(competency, which, change) => document.rate(&competency, which, change, at),
            Self::Topic(topic, same, change) => document.answer_topic(&topic, &same, change, at),
            Self::Requirement(id, change) => document.answer_requirement(&id, change, at),
            Self::Action(action, part) => document.change_action(&action, part, at),
            Self::Link(resource, url) => document.replace_link(&resource, &url, at),
            Self::Course(id, course) => document.put_course(&id, course, at),
            Self::RemoveCourse(id) => document.remove_course(&id, at),
            Self::AchievedAt(score) => document.choose_achieved_at(score, at),
            Self::Review(id, review) => document.receive_review(&id, *review, at),
            Self::RemoveReview(id) => document.remove_review(&id, at),
            Self::Accept(id, action) => document.accept_agreed(&id, &action, at),
            Self::SavedPlan(plan) => document.note_saved_plan(&plan, at),
            Self::InCalendar(action) => document.note_in_calendar(&action, at),
        }
    }
}

/// Texts of up to about `most` UTF-16 units: ordinary, hostile, at the limit
/// and just over it.
pub fn text(most: usize) -> BoxedStrategy<String> {
    let pieces = select(vec![
        "",
        "a",
        "é",
        "\"",
        "\\",
        "\n",
        "\r\n",
        "\t",
        "\0",
        "\u{7f}",
        "\u{1f}",
        "😀",
        "👩‍👩‍👧",
        "नमस्ते",
        "שלום",
        "\u{202e}",
        "\u{2028}",
        "\u{feff}",
        "\u{ffff}",
        "\u{10ffff}",
        "<b>",
        "]]>",
        "null",
        "{\"a\":1}",
        "javascript:",
        "'; --",
        "=1+1",
    ]);
    let at_limit = select(vec!["x", "\0", "\"", "न"]);
    prop_oneof![
        6 => vec(pieces, 0..8).prop_map(|pieces| pieces.concat()),
        2 => any::<String>(),
        1 => at_limit.clone().prop_map(move |c| c.repeat(most)),
        1 => at_limit.prop_map(move |c| c.repeat(most + 1)),
        1 => Just("😀".repeat(most / 2)),
    ]
    .boxed()
}

/// A few ids that meet often, and some that no framework has.
fn id<T: for<'a> From<&'a str> + Clone + std::fmt::Debug + 'static>() -> BoxedStrategy<T> {
    let common = select(vec![
        "one",
        "two",
        "three/four",
        "own:five",
        "resource:one",
        "a\"b\\c",
    ]);
    prop_oneof![
        12 => common.prop_map(T::from),
        1 => any::<String>().prop_map(|id| T::from(&id)),
        1 => Just(T::from(&"y".repeat(limits::ID.most))),
        1 => Just(T::from(&"y".repeat(limits::ID.most + 1))),
        1 => Just(T::from("")),
    ]
    .boxed()
}

pub fn day() -> BoxedStrategy<Day> {
    let start = Day::new(2026, 11, 20).expect("a day");
    prop_oneof![
        9 => (0..9i64).prop_map(move |days| start.plus_days(days)),
        1 => (-4_000_000..4_000_000i64).prop_map(move |days| start.plus_days(days)),
    ]
    .boxed()
}

fn month() -> BoxedStrategy<Month> {
    day().prop_map(Day::month).boxed()
}

/// Times on a few days, in any order: clocks go wrong.
pub fn at() -> BoxedStrategy<ClockReading> {
    (day(), 0..4i64)
        .prop_map(|(today, seconds)| {
            let now = Moment::start_of(today).unix() + 12 * 3600 + seconds;
            ClockReading {
                now: Moment::from_unix(now).expect("a moment"),
                today,
            }
        })
        .boxed()
}

fn score() -> BoxedStrategy<Score> {
    select(Score::ALL.to_vec()).boxed()
}

fn link() -> BoxedStrategy<Option<WebAddress>> {
    let links = [
        "https://example.org/",
        "http://example.org/?a=\"b\"#é",
        "HTTPS://例え.jp/",
    ];
    let long = format!(
        "https://example.org/{}",
        "न".repeat(limits::ADDRESS.most - 20)
    );
    let mut all: Vec<_> = links.iter().map(|link| WebAddress::parse(link)).collect();
    all.extend([WebAddress::parse(&long), None]);
    select(all).boxed()
}

fn profile_answer() -> BoxedStrategy<ProfileAnswer> {
    use ProfileAnswer as A;
    let experience = select(vec![
        None,
        Some(Experience::JustStarting),
        Some(Experience::UnderAYear),
        Some(Experience::OneToTwoYears),
        Some(Experience::ThreeYearsOrMore),
    ]);
    let funded = select(vec![
        None,
        Some(SchemeFunded::Yes),
        Some(SchemeFunded::No),
        Some(SchemeFunded::DontKnow),
    ]);
    let hours = prop_oneof![
        Just(None),
        Just(Some(LearningHours::Unknown)),
        (0..800u16).prop_map(|hours| Some(LearningHours::Known(hours))),
    ];
    let wider = select(vec![
        WiderWork::WiderResponsibilities,
        WiderWork::Leadership,
        WiderWork::Specialism,
    ]);
    prop_oneof![
        proptest::option::of(id()).prop_map(A::Role),
        experience.prop_map(A::Experience),
        proptest::option::of(id()).prop_map(A::Aim),
        proptest::option::of(id()).prop_map(A::Here),
        text(limits::NAME.most).prop_map(A::Name),
        text(limits::WORKPLACE.most).prop_map(A::Workplace),
        funded.prop_map(A::SchemeFunded),
        any::<Option<bool>>().prop_map(A::InSomerset),
        (text(limits::NAME.most), any::<Option<bool>>())
            .prop_map(|(area, answer)| A::InArea(area, answer)),
        hours.prop_map(A::HoursAMonth),
        proptest::option::of(day()).prop_map(A::Start),
        proptest::option::of(btree_set(id(), 0..4))
            .prop_map(|topics| A::Caseload(topics.map(SortedSet::from_iter))),
        proptest::option::of(btree_set(wider, 0..4))
            .prop_map(|wider| A::Wider(wider.map(SortedSet::from_iter))),
        proptest::option::of(day()).prop_map(A::NextReview),
    ]
    .boxed()
}

fn which() -> BoxedStrategy<WhichEntry> {
    let ids = || "[a-z]{2}".prop_map(|id| EntryId::from(id.as_str()));
    prop_oneof![
        6 => ids().prop_map(|new| WhichEntry::Today { new }),
        2 => (ids(), ids()).prop_map(|(entry, new)| WhichEntry::Sitting { entry, new }),
        2 => ids().prop_map(|new| WhichEntry::RateAgain { new }),
        1 => ids().prop_map(WhichEntry::Existing),
        1 => id().prop_map(|new| WhichEntry::RateAgain { new }),
    ]
    .boxed()
}

fn entry_change() -> BoxedStrategy<EntryChange> {
    let rating = prop_oneof![
        score().prop_map(Rating::Score),
        Just(Rating::NoOpportunity),
        Just(Rating::Cleared),
    ];
    let seen = select(vec![
        None,
        Some(FeatureSeen::Seen),
        Some(FeatureSeen::Partly),
        Some(FeatureSeen::NotThere),
    ]);
    let evidence = (
        id(),
        text(limits::EVIDENCE_WHAT.most),
        text(limits::EVIDENCE_WHEN.most),
        link(),
    );
    prop_oneof![
        4 => rating.prop_map(EntryChange::Rating),
        3 => text(limits::REFLECTION.most).prop_map(EntryChange::Reflection),
        3 => (id(), seen).prop_map(|(id, seen)| EntryChange::Feature(id, seen)),
        3 => evidence
            .prop_map(|(id, what, when, link)| EntryChange::Evidence(Evidence::new(id, what, when, link))),
        1 => id().prop_map(EntryChange::RemoveEvidence),
        1 => Just(EntryChange::Blank),
    ].boxed()
}

fn answer<S: Clone + std::fmt::Debug + 'static>(
    statuses: Vec<Option<S>>,
) -> BoxedStrategy<AnswerChange<S>> {
    prop_oneof![
        select(statuses).prop_map(AnswerChange::Status),
        text(limits::NOTE.most).prop_map(AnswerChange::Note),
        text(limits::REASON.most).prop_map(AnswerChange::Reason),
    ]
    .boxed()
}

fn action_part() -> BoxedStrategy<ActionEdit> {
    let status = select(vec![
        None,
        Some(ActionStatus::ToDo),
        Some(ActionStatus::Doing),
        Some(ActionStatus::Done),
    ]);
    prop_oneof![
        status.prop_map(ActionEdit::Status),
        proptest::option::of(month()).prop_map(ActionEdit::Month),
        text(limits::NOTE.most).prop_map(ActionEdit::Notes),
        text(limits::NOTE.most).prop_map(ActionEdit::Obstacles),
        text(limits::NOTE.most).prop_map(ActionEdit::Help),
        text(limits::NOTE.most).prop_map(ActionEdit::Learned),
        proptest::option::of(text(limits::REASON.most)).prop_map(ActionEdit::Dismissed),
        any::<bool>().prop_map(ActionEdit::Pinned),
        proptest::option::of(id()).prop_map(ActionEdit::Swapped),
        text(limits::TITLE.most).prop_map(ActionEdit::Own),
    ]
    .boxed()
}

fn course() -> BoxedStrategy<Course> {
    let target = prop_oneof![
        id().prop_map(Target::Topic),
        id().prop_map(Target::Competency),
        id().prop_map(Target::Section),
        id().prop_map(Target::Requirement),
    ];
    let texts = (
        text(limits::TITLE.most),
        text(limits::PROVIDER.most),
        text(limits::NOTE.most),
    );
    (texts, link(), vec(target, 0..3), any::<bool>(), at())
        .prop_map(|((title, provider, notes), url, helps_with, removed, at)| {
            let mut course = Course::new(title, provider, at);
            course.notes = notes;
            course.url = url;
            course.helps_with = helps_with;
            course.removed = removed;
            course
        })
        .boxed()
}

pub fn review() -> BoxedStrategy<Review> {
    let view = prop_oneof![
        score().prop_map(ReaderView::Score),
        Just(ReaderView::NotSeen),
    ];
    let ratings = vec((id::<CompetencyId>(), view), 0..4);
    let action = (
        id::<ActionId>(),
        text(limits::TITLE.most),
        proptest::option::of(month()),
    );
    let actions = vec(action, 0..4);
    let texts = (
        text(limits::NAME.most),
        text(limits::REVIEWER_ROLE.most),
        text(limits::REVIEW_COMMENT.most),
    );
    let days = (
        day(),
        proptest::option::of(day()),
        proptest::option::of(day()),
    );
    (id(), texts, days, ratings, actions)
        .prop_map(|(hash, (name, role, comment), days, ratings, actions)| {
            let (created, of, next_review) = days;
            let mut review = Review::new(created, ReviewedPlan::new(of, hash));
            review.reviewer.name = name;
            review.reviewer.role = role;
            review.comment = comment;
            review.next_review = next_review;
            for (competency, view) in ratings {
                review.ratings.insert(competency, ReviewRating::new(view));
            }
            for (id, title, month) in actions {
                review.actions.push(AgreedAction::new(id, title, month));
            }
            review
        })
        .boxed()
}

fn url() -> BoxedStrategy<String> {
    prop_oneof![
        Just(String::new()),
        text(limits::ADDRESS.most),
        link().prop_map(|link| link.map_or(String::new(), |link| link.as_str().to_owned())),
    ]
    .boxed()
}

pub fn op() -> BoxedStrategy<Op> {
    use RequirementStatus as R;
    use TopicStatus as T;
    let topics = vec![
        None,
        Some(T::Confident),
        Some(T::InProgress),
        Some(T::NotYet),
        Some(T::NotRelevant),
    ];
    let requirements = vec![
        None,
        Some(R::Met),
        Some(R::NotMet),
        Some(R::Unsure),
        Some(R::DoesNotApply),
    ];
    prop_oneof![
        3 => profile_answer().prop_map(Op::Profile),
        6 => (id(), which(), entry_change()).prop_map(|(id, which, change)| Op::Rate(id, which, change)),
        3 => (id(), vec(id(), 0..3), answer(topics)).prop_map(|(id, same, change)| Op::Topic(id, same, change)),
        2 => (id(), answer(requirements)).prop_map(|(id, change)| Op::Requirement(id, change)),
        3 => (id(), action_part()).prop_map(|(id, part)| Op::Action(id, part)),
        1 => (id(), url()).prop_map(|(id, url)| Op::Link(id, url)),
        2 => (id(), course()).prop_map(|(id, course)| Op::Course(id, course)),
        1 => id().prop_map(Op::RemoveCourse),
        1 => score().prop_map(Op::AchievedAt),
        3 => ("[a-c]", review()).prop_map(|(id, review)| Op::Review(ReviewId::from(id.as_str()), Box::new(review))),
        1 => (id(), review()).prop_map(|(id, review)| Op::Review(id, Box::new(review))),
        1 => "[a-c]".prop_map(|id| Op::RemoveReview(ReviewId::from(id.as_str()))),
        3 => ("[a-c]", id()).prop_map(|(id, action)| Op::Accept(ReviewId::from(id.as_str()), action)),
        1 => id().prop_map(Op::SavedPlan),
        1 => id().prop_map(Op::InCalendar),
    ].boxed()
}

#[test]
fn every_kind_of_answer_about_the_worker_is_made() {
    let answers = profile_answer().prop_map(|answer| vec![answer]);
    super::kinds::check(answers, super::config(), &[]);
}
