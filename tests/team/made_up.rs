//! Made-up people, each with a plan file as the app itself writes it. The same
//! seed makes the same files.

use waymark::domain::dates::{Day, Moment};
use waymark::domain::document::*;
use waymark::domain::file::{FrameworkName, Header, Purpose, ShareOption, encode, encode_review};
use waymark::domain::framework::bundled;
use waymark::domain::framework::section_of;
use waymark::domain::ids::ReviewId;
use waymark::domain::plan;
use waymark::domain::plan_hash::plan_hash;
use waymark::domain::score::Score;

/// A row of numbers that looks like chance (SplitMix64).
pub struct Chance(pub u64);

impl Chance {
    pub fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut it = self.0;
        it = (it ^ (it >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        it = (it ^ (it >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        it ^ (it >> 31)
    }

    /// True so many times in a hundred.
    pub fn hits(&mut self, of_hundred: u64) -> bool {
        self.next() % 100 < of_hundred
    }

    /// A place, the first weights more often.
    pub fn place(&mut self, weights: &[u64]) -> usize {
        let mut left = self.next() % weights.iter().sum::<u64>();
        for (place, weight) in weights.iter().enumerate() {
            match left.checked_sub(*weight) {
                Some(less) => left = less,
                None => return place,
            }
        }
        unreachable!("a place was found")
    }

    /// 32 letters, as the app draws them.
    pub fn word(&mut self) -> String {
        format!("{:016x}{:016x}", self.next(), self.next())
    }
}

pub fn at(day: Day) -> ClockReading {
    ClockReading {
        now: Moment::start_of(day),
        today: day,
    }
}

fn header(day: Day) -> Header {
    Header {
        created: Moment::start_of(day),
        app: "Waymark, made up".into(),
        framework: FrameworkName::of(bundled()),
    }
}

/// A person's document, saved on a day, with what they ticked.
pub struct MadeUp {
    pub document: Document,
    pub ticks: Vec<ShareOption>,
    pub day: Day,
}

impl MadeUp {
    /// Anybody.
    pub fn new(chance: &mut Chance) -> Self {
        let framework = bundled();
        let day = Day::new(2026, 11, 2).expect("a day");
        let day = day.plus_days((chance.next() % 26) as i64 as _);
        let mut document = Document::default();
        let mut says = |answer| document.set_profile(answer, at(day)).expect("an answer");
        says(ProfileAnswer::Name("Somebody Private".into()));
        if chance.hits(95) {
            let role = chance.place(&[60, 22, 12, 3]);
            says(ProfileAnswer::Role(Some(framework.roles[role].id.clone())));
        }
        if chance.hits(85) {
            let aim = chance.place(&[0, 30, 40, 20, 8]);
            says(ProfileAnswer::Aim(Some(framework.ladder[aim].id.clone())));
        }
        if chance.hits(50) {
            says(ProfileAnswer::Experience(Some(Experience::JustStarting)));
        }
        if chance.hits(10) {
            let score = Score::new(4).expect("a score");
            document.choose_achieved_at(score, at(day)).expect("a rule");
        }
        for competency in &framework.competencies {
            let rating = match chance.place(&[3, 8, 22, 28, 12, 4, 9, 14]) {
                score @ 0..=5 => Rating::Score(Score::new(score as u8).expect("a score")),
                6 => Rating::NoOpportunity,
                _ => continue,
            };
            let new = chance.word().as_str().into();
            let change = EntryChange::Rating(rating);
            document
                .rate(
                    &competency.id,
                    WhichEntry::RateAgain { new },
                    change,
                    at(day),
                )
                .expect("a rating");
        }
        if chance.hits(80) {
            for topic in &framework.topics {
                let status = match chance.place(&[30, 10, 25, 5, 30]) {
                    0 => TopicStatus::Confident,
                    1 => TopicStatus::InProgress,
                    2 => TopicStatus::NotYet,
                    3 => TopicStatus::NotRelevant,
                    _ => continue,
                };
                // One answer serves those that are the same thing.
                let is_core = section_of(&topic.id) != "key-conditions";
                if is_core && document.topic(&topic.id, &topic.same_as).is_none() {
                    let change = AnswerChange::Status(Some(status));
                    document
                        .answer_topic(&topic.id, &topic.same_as, change, at(day))
                        .expect("an answer");
                }
            }
            for requirement in framework.roles.iter().flat_map(|it| it.requirements.iter()) {
                let status = match chance.place(&[40, 30, 15, 15]) {
                    0 => RequirementStatus::Met,
                    1 => RequirementStatus::NotMet,
                    2 => RequirementStatus::Unsure,
                    _ => continue,
                };
                let change = AnswerChange::Status(Some(status));
                document
                    .answer_requirement(&requirement.id, change, at(day))
                    .expect("an answer");
            }
        }
        // Some of what their plan says is done already.
        for action in plan::generate(framework, &document, day).actions() {
            if chance.hits(12) {
                let done = ActionEdit::Status(Some(ActionStatus::Done));
                document
                    .change_action(&action.id, done, at(day))
                    .expect("a change");
            }
        }
        let mut ticks = Vec::new();
        for (tick, of_hundred) in [
            (ShareOption::Name, 30),
            (ShareOption::Answers, 65),
            (ShareOption::Details, 40),
            (ShareOption::History, 20),
        ] {
            if chance.hits(of_hundred) {
                ticks.push(tick);
            }
        }
        Self {
            document,
            ticks,
            day,
        }
    }

    /// The plan file.
    pub fn plan(&self) -> String {
        self.write(Purpose::Plan(&self.ticks))
    }

    /// The backup file.
    pub fn backup(&self) -> String {
        self.write(Purpose::Backup)
    }

    fn write(&self, purpose: Purpose<'_>) -> String {
        let plan = plan::write_out(bundled(), &self.document, self.day);
        let header = header(self.day);
        encode(&self.document, purpose, &header, &plan)
    }

    /// Rates one thing again on a later day.
    pub fn later(&mut self, chance: &mut Chance) {
        self.day = self.day.plus_days(40);
        let score = Score::new((chance.next() % 6) as u8).expect("a score");
        let new = chance.word().as_str().into();
        let competency = &bundled().competencies[0].id;
        let change = EntryChange::Rating(Rating::Score(score));
        let which = WhichEntry::RateAgain { new };
        self.document
            .rate(competency, which, change, at(self.day))
            .expect("a rating");
    }
}

/// The plan files of so many people.
pub fn team(seed: u64, people: usize) -> Vec<String> {
    let mut chance = Chance(seed);
    let people = std::iter::repeat_with(|| MadeUp::new(&mut chance)).take(people);
    people.map(|it| it.plan()).collect()
}

/// What a reader of this plan file sends back.
pub fn review(chance: &mut Chance, plan: &str) -> String {
    let day = Day::new(2026, 12, 1).expect("a day");
    let of = ReviewedPlan::new(None, plan_hash(plan.as_bytes()));
    let mut review = Review::new(day, of);
    for competency in &bundled().competencies {
        let view = match chance.place(&[2, 6, 20, 30, 14, 4, 12, 12]) {
            score @ 0..=5 => ReaderView::Score(Score::new(score as u8).expect("a score")),
            6 => ReaderView::NotSeen,
            _ => continue,
        };
        review
            .ratings
            .insert(competency.id.clone(), ReviewRating::new(view));
    }
    let id = ReviewId::new(chance.word());
    encode_review(&id, &review, &header(day), false)
}
