//! The role and the aim everything is shown for. Until an aim is chosen, the
//! tool supposes one, and says why: nobody is told that they aim for what they
//! did not choose.

use super::{Step, looks_for, steps};
use crate::domain::document::{Document, Experience};
use crate::domain::file::OpenedFile;
use crate::domain::framework::model::{CareerLevel, Competency, Framework, Role, Section};
use crate::domain::ids::LevelId;
use crate::domain::score::Score;

/// The role and the aim everything is shown for. Until chosen, the role is
/// link worker.
#[derive(Clone, Copy, Debug)]
pub struct Bearing<'a> {
    pub role: &'a Role,
    pub role_chosen: bool,
    pub aim: &'a CareerLevel,
    /// Its place in the ladder, 0 for Entry.
    pub aim_index: usize,
    pub aim_chosen: bool,
    /// Why the tool supposes this aim; None where the worker chose it.
    pub supposed: Option<AimReason<'a>>,
    /// The highest level covered, by its place; none where too little is
    /// answered to say.
    pub covered: Option<usize>,
}

/// A competency rated below what is expected.
#[derive(Clone, Copy, Debug)]
pub struct Weak<'a> {
    pub competency: &'a Competency,
    pub now: Score,
    /// What the aim looks for, or else what counts as achieved.
    pub expected: Score,
}

/// Why the tool supposes an aim (the tool's rule).
#[derive(Clone, Copy, Debug)]
pub enum AimReason<'a> {
    /// The worker says that they are at the level before it, or at the highest.
    Here(&'a CareerLevel),
    /// What the time in the role suggests.
    Time(Experience),
    /// The recorded answers cover the level before it, or the highest.
    Covered(&'a CareerLevel),
    /// A competency that belongs to it is rated.
    Rated(&'a Competency),
    /// Nothing is said yet.
    First,
    /// The plan that was shared was made for it.
    Written,
}

impl AimReason<'_> {
    /// Words that follow "because": "you have done this for three years or more".
    pub fn because(&self) -> String {
        match self {
            Self::Here(level) => format!("you say that you are at {}", level.title),
            Self::Time(experience) => match experience {
                Experience::JustStarting => "you say that you are just starting",
                Experience::UnderAYear => "you have done this for less than a year",
                Experience::OneToTwoYears => "you have done this for one or two years",
                Experience::ThreeYearsOrMore => "you have done this for three years or more",
            }
            .to_owned(),
            Self::Covered(level) => format!("what you have recorded covers {}", level.title),
            Self::Rated(competency) => {
                format!("you rated {}, which belongs to it", competency.title)
            }
            Self::First => "it is the first level to aim for".to_owned(),
            Self::Written => "the plan was made for it".to_owned(),
        }
    }
}

impl<'a> Bearing<'a> {
    /// Role and aim as chosen, or else as the tool supposes them (Table 1).
    pub fn of(framework: &'a Framework, document: &Document) -> Self {
        let profile = document.profile();
        let chosen_role = profile
            .role
            .get()
            .and_then(|id| framework.roles.iter().find(|role| role.id == *id));
        let covered = steps(framework, document)
            .iter()
            .rposition(Step::is_covered);
        let chosen_aim = profile.aim.get().and_then(|id| place(framework, id));
        let (aim_index, supposed) = match chosen_aim {
            Some(aim) => (aim, None),
            None => {
                let (aim, reason) = suppose(framework, document, covered);
                (aim, Some(reason))
            }
        };
        Self {
            role: chosen_role.unwrap_or(&framework.roles[0]),
            role_chosen: chosen_role.is_some(),
            aim: &framework.ladder[aim_index],
            aim_index,
            aim_chosen: chosen_aim.is_some(),
            supposed,
            covered,
        }
    }

    /// The same of a plan that somebody shared. Where they chose no aim, it is
    /// the one their plan was made for: what they shared may not say enough to
    /// suppose it again.
    pub fn of_shared(framework: &'a Framework, opened: &OpenedFile) -> Self {
        let mut bearing = Self::of(framework, &opened.document);
        let written = opened.plan.supposed_aim.as_ref();
        if !bearing.aim_chosen
            && let Some(aim) = written.and_then(|id| place(framework, id))
        {
            bearing.aim_index = aim;
            bearing.aim = &framework.ladder[aim];
            bearing.supposed = Some(AimReason::Written);
        }
        bearing
    }

    /// The aim was chosen, and lies below what the answers cover, or below
    /// where the worker says they are.
    pub fn aims_below(&self, framework: &Framework, document: &Document) -> bool {
        let here = document.profile().here.get();
        let here = here.and_then(|id| place(framework, id));
        self.aim_chosen && self.covered.max(here).is_some_and(|at| at > self.aim_index)
    }

    /// The levels up to the aim, lowest first.
    pub fn levels(&self, framework: &'a Framework) -> &'a [CareerLevel] {
        &framework.ladder[..=self.aim_index]
    }

    /// The score the aim looks for in a competency; none where it does not
    /// look at it yet.
    pub fn looks_for(
        &self,
        framework: &Framework,
        document: &Document,
        competency: &Competency,
    ) -> Option<Score> {
        let highest = self.aim_index + 1 == framework.ladder.len();
        self.levels(framework)
            .iter()
            .any(|level| level.competencies.contains(&competency.id))
            .then(|| looks_for(document, highest))
    }

    /// The score below which a competency is weak, whatever the aim: what the
    /// aim looks for, or else what counts as achieved.
    pub fn expects(
        &self,
        framework: &Framework,
        document: &Document,
        competency: &Competency,
    ) -> Score {
        self.looks_for(framework, document, competency)
            .unwrap_or(document.achieved_at())
    }

    /// The competencies that are weak, the lowest first; of equals the one
    /// farthest below what is expected, then the order of the framework.
    pub fn weak(&self, framework: &'a Framework, document: &Document) -> Vec<Weak<'a>> {
        let mut weak = Vec::new();
        for competency in &framework.competencies {
            let expected = self.expects(framework, document, competency);
            if let Some(now) = document.score(&competency.id)
                && now < expected
            {
                weak.push(Weak {
                    competency,
                    now,
                    expected,
                });
            }
        }
        weak.sort_by_key(|it| (it.now, u8::MAX - (it.expected.get() - it.now.get())));
        weak
    }

    /// The sections of topics the levels up to the aim ask for, in order.
    pub fn sections(&self, framework: &'a Framework) -> Vec<&'a Section> {
        let mut sections = Vec::new();
        for level in self.levels(framework) {
            for id in &level.sections {
                sections.extend(framework.section(id.as_str()));
            }
        }
        sections
    }
}

fn place(framework: &Framework, id: &LevelId) -> Option<usize> {
    framework.ladder.iter().position(|level| level.id == *id)
}

/// The highest of what speaks for a level; of equals, what the worker said of
/// themselves.
fn suppose<'a>(
    framework: &'a Framework,
    document: &Document,
    covered: Option<usize>,
) -> (usize, AimReason<'a>) {
    let profile = document.profile();
    let ladder = &framework.ladder;
    let mut found = (1, AimReason::First);
    let mut known = false;
    let mut speaks = |level: usize, reason| {
        let level = level.clamp(1, ladder.len() - 1);
        if level > found.0 || !known {
            found = (level, reason);
            known = true;
        }
    };
    if let Some(here) = profile.here.get().and_then(|id| place(framework, id)) {
        speaks(here + 1, AimReason::Here(&ladder[here]));
    }
    if let Some(experience) = profile.experience.get() {
        let level = match experience {
            Experience::JustStarting | Experience::UnderAYear => 1,
            Experience::OneToTwoYears => 2,
            Experience::ThreeYearsOrMore => 3,
        };
        speaks(level, AimReason::Time(*experience));
    }
    if let Some(covered) = covered {
        speaks(covered + 1, AimReason::Covered(&ladder[covered]));
    }
    for competency in &framework.competencies {
        if document.score(&competency.id).is_some()
            && let Some(level) = place(framework, &competency.level)
        {
            speaks(level, AimReason::Rated(competency));
        }
    }
    found
}
