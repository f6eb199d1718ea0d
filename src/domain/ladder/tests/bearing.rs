//! The role and the aim, as chosen or as the tool supposes them.

use super::*;

#[test]
fn until_chosen_the_aim_is_the_highest_that_something_speaks_for_and_says_why() {
    let experience = |it| Example::new().says(ProfileAnswer::Experience(Some(it)));
    let here = |level: &str| ProfileAnswer::Here(Some(level.into()));
    for (name, example, aim, because) in [
        (
            "nothing",
            Example::new(),
            EARLY,
            "it is the first level to aim for",
        ),
        (
            "just starting",
            experience(Experience::JustStarting),
            EARLY,
            "you say that you are just starting",
        ),
        (
            "two years",
            experience(Experience::OneToTwoYears),
            MID,
            "you have done this for one or two years",
        ),
        (
            "years before a rating that belongs to the same level",
            experience(Experience::ThreeYearsOrMore).scores("self-monitoring", 1),
            ESTABLISHED,
            "you have done this for three years or more",
        ),
        (
            "a rating that belongs to a higher level",
            experience(Experience::UnderAYear).scores("promoting-autonomy", 0),
            MID,
            "you rated Promoting Autonomy, which belongs to it",
        ),
        (
            "no opportunity is no rating",
            Example::new().rates("self-monitoring", Rating::NoOpportunity),
            EARLY,
            "it is the first level to aim for",
        ),
        (
            "the level after what is covered",
            early(Example::new()),
            MID,
            "what you have recorded covers Early career",
        ),
        (
            "the level after where they say they are",
            experience(Experience::UnderAYear).says(here("mid-career")),
            ESTABLISHED,
            "you say that you are at Mid-career",
        ),
        (
            "at the highest there is no level after",
            Example::new().says(here("wider-responsibilities")),
            WIDER,
            "you say that you are at Wider responsibilities",
        ),
    ] {
        let document = example.document();
        let bearing = Bearing::of(bundled(), &document);
        assert_eq!(bearing.aim_index, aim, "{name}");
        let reason = bearing.supposed.map(|it| it.because());
        assert_eq!(reason.as_deref(), Some(because), "{name}");
        assert!(!bearing.aims_below(bundled(), &document), "{name}");
    }
}

#[test]
fn a_covered_level_or_a_choice_decides_the_aim() {
    let expert = at_five().says(taken_on(&[Wider::Leadership]));
    for (name, example, aim, chosen) in [
        ("nothing answered", Example::new(), EARLY, false),
        ("entry covered", in_post(), MID, false),
        ("early covered", early(in_post()), MID, false),
        (
            "established covered",
            established(Example::new()),
            WIDER,
            false,
        ),
        ("the highest covered", expert, WIDER, false),
        (
            "chosen",
            early(in_post()).says(ProfileAnswer::Aim(Some("entry".into()))),
            ENTRY,
            true,
        ),
        (
            "an unknown level",
            in_post().says(ProfileAnswer::Aim(Some("chief-executive".into()))),
            MID,
            false,
        ),
    ] {
        let bearing = Bearing::of(bundled(), &example.document());
        assert_eq!(
            (bearing.aim_index, bearing.aim_chosen),
            (aim, chosen),
            "{name}"
        );
        assert_eq!(bearing.aim.id, bundled().ladder[aim].id, "{name}");
    }
}

#[test]
fn until_chosen_the_role_is_link_worker() {
    for (role, expected, chosen) in [
        (None, "social-prescribing-link-worker", false),
        (Some("care-coordinator"), "care-coordinator", true),
        (
            Some("dragon-keeper"),
            "social-prescribing-link-worker",
            false,
        ),
    ] {
        let example = Example::new().says(ProfileAnswer::Role(role.map(Into::into)));
        let bearing = Bearing::of(bundled(), &example.document());
        assert_eq!(
            (bearing.role.id.as_str(), bearing.role_chosen),
            (expected, chosen)
        );
    }
}

#[test]
fn an_aim_below_what_is_covered_or_said_is_seen() {
    let aims = |level: &str| ProfileAnswer::Aim(Some(level.into()));
    let here = |level: &str| ProfileAnswer::Here(Some(level.into()));
    for (name, example, expected) in [
        ("nothing", Example::new(), false),
        ("above", early(in_post()).says(aims("mid-career")), false),
        (
            "the same",
            early(in_post()).says(aims("early-career")),
            false,
        ),
        (
            "below what is covered",
            early(in_post()).says(aims("entry")),
            true,
        ),
        (
            "below what is said",
            Example::new()
                .says(aims("early-career"))
                .says(here("mid-career")),
            true,
        ),
        (
            "said, and no aim chosen",
            Example::new().says(here("mid-career")),
            false,
        ),
    ] {
        let document = example.document();
        let bearing = Bearing::of(bundled(), &document);
        assert_eq!(bearing.aims_below(bundled(), &document), expected, "{name}");
    }
}

#[test]
fn the_aim_looks_only_at_what_its_levels_assess() {
    let looks = |aim: &str, competency: &str| {
        let document = Example::new()
            .says(ProfileAnswer::Aim(Some(aim.into())))
            .achieves_at(4)
            .document();
        let bearing = Bearing::of(bundled(), &document);
        let competency = bundled().competency(competency).unwrap();
        bearing
            .looks_for(bundled(), &document, competency)
            .map(Score::get)
    };
    for (aim, competency, expected) in [
        ("entry", "person-centred-approach", None),
        ("early-career", "person-centred-approach", Some(4)),
        ("early-career", "promoting-autonomy", None),
        ("mid-career", "promoting-autonomy", Some(4)),
        ("mid-career", "self-monitoring", None),
        ("established-career", "self-monitoring", Some(4)),
        ("wider-responsibilities", "person-centred-approach", Some(5)),
        ("wider-responsibilities", "self-monitoring", Some(5)),
    ] {
        assert_eq!(looks(aim, competency), expected, "{aim}: {competency}");
    }
}
