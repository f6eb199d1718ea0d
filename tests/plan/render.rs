//! A plan as a person would read it.

use std::fmt::Write;
use std::fs;
use std::path::PathBuf;

use waymark::domain::framework::model::{Band, Origin};
use waymark::domain::plan::{Action, Plan, summary};

fn band(band: Band) -> &'static str {
    match band {
        Band::UnderAnHour => "under an hour",
        Band::HalfADay => "half a day",
        Band::ADayOrMore => "a day or more",
        Band::Ongoing => "ongoing",
    }
}

fn action(out: &mut String, number: usize, action: &Action) {
    let mut line = |text: String| writeln!(out, "{text}").expect("a text");
    line(format!("{number}. {}  [{}]", action.title, action.id));
    for reason in &action.reasons {
        line(format!("   Why: {}", reason.sentence));
    }
    if !action.how.is_empty() {
        line(format!("   How: {}", action.how));
    }
    if let Some(practice) = &action.practice {
        line(format!(
            "   From score {}, towards {}:",
            practice.now, practice.goal
        ));
        for step in &practice.steps {
            line(format!("   - {step}"));
        }
        line(format!("   Seen least: {}", practice.features.join(" ")));
        line(format!("   Watch for: {}", practice.watch_for));
    }
    if let Some(url) = action.resource.as_ref().and_then(|it| it.url.as_ref()) {
        line(format!("   Link: {}", url));
    }
    if let Some(host) = action.resource.as_ref().and_then(|it| it.added_by) {
        line(format!("   Added by: {host}"));
    }
    if !action.helps_with.is_empty() {
        let helps = action.helps_with.iter().map(|help| {
            let own = if help.origin == Origin::Tool { "*" } else { "" };
            match help.part {
                Some(part) => format!("{}{own} ({part})", help.title),
                None => format!("{}{own}", help.title),
            }
        });
        line(format!(
            "   Helps with: {}",
            helps.collect::<Vec<_>>().join("; ")
        ));
    }
    if let Some(about) = action.resource.as_ref().and_then(|it| it.about.as_ref()) {
        line(format!("   About it: {}, {}", about.title, about.url));
    }
    if let Some(whom) = &action.whom {
        line(format!("   Ask: {whom}"));
    }
    for service in &action.services {
        let url = service.url.as_deref().unwrap_or("no address");
        line(format!("   To tell people about: {}, {url}", service.title));
    }
    if !action.other_ways.is_empty() {
        let ways = action.other_ways.iter().map(|way| way.title.as_str());
        line(format!(
            "   Other ways: {}",
            ways.collect::<Vec<_>>().join("; ")
        ));
    }
    let mut facts = vec![action.stage.title.to_owned()];
    facts.extend(action.effort.map(|effort| match effort.origin {
        Origin::Framework | Origin::Host => band(effort.band).to_owned(),
        Origin::Tool => format!("{}*", band(effort.band)),
    }));
    if action.this_week {
        facts.push("this week".to_owned());
    }
    let month = action
        .month
        .filter(|_| !action.this_week || action.month_is_yours());
    facts.extend(month.map(|month| {
        let suggested = if action.month_is_suggested() {
            " (suggested)"
        } else {
            ""
        };
        format!("{}{suggested}", month.long())
    }));
    if action.overtaken {
        facts.push("that month is past: is it done?".to_owned());
    }
    if action.slipped {
        facts.push("slipped".to_owned());
    }
    line(format!("   {}", facts.join(" · ")));
}

/// The whole plan; `*` marks what is this tool's own view.
pub fn plan(plan: &Plan) -> String {
    let mut out = format!("{}\n", summary(plan));
    for note in &plan.notes {
        writeln!(out, "Note: {}", note.sentence()).expect("a text");
    }
    for (title, actions) in [
        ("Next", &plan.next),
        ("Ask your employer or network", &plan.ask),
        ("Later", &plan.later),
        ("Done", &plan.done),
        ("Put aside", &plan.dismissed),
    ] {
        if !actions.is_empty() {
            writeln!(out, "\n{title}\n").expect("a text");
        }
        for (place, it) in actions.iter().enumerate() {
            action(&mut out, place + 1, it);
        }
    }
    for open in &plan.open {
        let why = open.because.sentence();
        writeln!(out, "\nOpen: {}. {why}", open.title).expect("a text");
    }
    if let Some(growth) = &plan.growth {
        writeln!(out, "\nNothing is left to work on. To grow in:").expect("a text");
        if let Some(level) = growth.next_level {
            writeln!(out, "- Aim for {level}.").expect("a text");
        }
        for choice in &growth.choices {
            let practice = &choice.practice;
            let (title, now, goal) = (choice.title, practice.now, practice.goal);
            writeln!(
                out,
                "- {title}, from {now} towards {goal}: {}",
                practice.steps.join(" ")
            )
            .expect("a text");
        }
    }
    out
}

/// Holds a plan against its committed text. `WAYMARK_WRITE_PLANS=1` writes it
/// anew, to be read before it is committed.
pub fn check(name: &str, it: &Plan) {
    let path = PathBuf::from(std::env::var_os("CARGO_MANIFEST_DIR").expect("run by cargo"))
        .join("tests/plan")
        .join(format!("{name}.txt"));
    let now = plan(it);
    if std::env::var_os("WAYMARK_WRITE_PLANS").is_some() {
        fs::write(&path, &now).expect("writable");
    }
    let committed = fs::read_to_string(&path).unwrap_or_default();
    assert!(
        now == committed,
        "{name}.txt differs; what it is now:\n{now}"
    );
}
