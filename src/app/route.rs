//! The map: every page has a hash address, and others link to them.
//! Parsing and printing stand side by side; a table tests that they agree.

use crate::domain::ids::{CompetencyId, ResourceId, SectionId, is_well_formed};

/// A place in the app. What a route names is only a word here; whether the
/// framework knows it is asked by the page, which answers "Page not found".
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Route {
    Home,
    AboutYou,
    Assess,
    AssessCompetency(CompetencyId),
    Topics,
    TopicsSection(SectionId),
    Requirements,
    Results,
    Plan,
    Resources,
    /// The list of resources, opened at one of them.
    Resource(ResourceId),
    Framework,
    /// One part of the framework, or `section/topic` in it.
    FrameworkPart(String),
    YourData,
    Privacy,
    Accessibility,
    Review,
    Team,
    /// Make or mend this place's local pack.
    Local,
    /// Every component in every state; only in builds with the `gallery` feature.
    #[cfg(feature = "gallery")]
    Gallery,
    NotFound,
}

impl Route {
    /// Reads the part of an address after `#`. `None` is a fragment that is
    /// not a route (a skip link, an error link): it moves the focus only.
    pub fn parse(fragment: &str) -> Option<Route> {
        if let Some(mended) = mended(fragment) {
            return Route::parse(&mended);
        }
        let path = match fragment {
            "" => "",
            _ => fragment.strip_prefix('/')?,
        };
        let path = path.strip_suffix('/').unwrap_or(path);
        let (head, rest) = match path.split_once('/') {
            Some((head, rest)) => (head, Some(rest)),
            None => (path, None),
        };
        let route = match (head, rest) {
            ("", None) => Route::Home,
            ("about-you", None) => Route::AboutYou,
            ("assess", None) => Route::Assess,
            ("assess", Some(id)) if is_word(id) => Route::AssessCompetency(id.into()),
            ("topics", None) => Route::Topics,
            ("topics", Some(id)) if is_word(id) => Route::TopicsSection(id.into()),
            ("requirements", None) => Route::Requirements,
            ("results", None) => Route::Results,
            ("plan", None) => Route::Plan,
            ("resources", None) => Route::Resources,
            ("resources", Some(id)) if is_word(id) => Route::Resource(id.into()),
            ("framework", None) => Route::Framework,
            ("framework", Some(part)) if is_well_formed(part) => {
                Route::FrameworkPart(part.to_owned())
            }
            ("your-data", None) => Route::YourData,
            ("privacy", None) => Route::Privacy,
            ("accessibility", None) => Route::Accessibility,
            ("review", None) => Route::Review,
            ("team", None) => Route::Team,
            ("local", None) => Route::Local,
            #[cfg(feature = "gallery")]
            ("gallery", None) => Route::Gallery,
            _ => Route::NotFound,
        };
        Some(route)
    }

    /// The page of an address when the app is opened at it: `#plan`, where the
    /// page has no such element, is read as `#/plan`.
    pub fn of(fragment: &str, is_element: fn(&str) -> bool) -> Route {
        match Route::parse(fragment) {
            Some(route) => route,
            None if is_element(fragment) => Route::Home,
            None => Route::parse(&format!("/{fragment}")).unwrap_or(Route::NotFound),
        }
    }

    /// The address, with its `#`. "Page not found" has none of its own.
    pub fn href(&self) -> String {
        let fixed = match self {
            Route::AssessCompetency(id) => return format!("#/assess/{id}"),
            Route::TopicsSection(id) => return format!("#/topics/{id}"),
            Route::Resource(id) => return format!("#/resources/{id}"),
            Route::FrameworkPart(part) => return format!("#/framework/{part}"),
            Route::Home | Route::NotFound => "#/",
            Route::AboutYou => "#/about-you",
            Route::Assess => "#/assess",
            Route::Topics => "#/topics",
            Route::Requirements => "#/requirements",
            Route::Results => "#/results",
            Route::Plan => "#/plan",
            Route::Resources => "#/resources",
            Route::Framework => "#/framework",
            Route::YourData => "#/your-data",
            Route::Privacy => "#/privacy",
            Route::Accessibility => "#/accessibility",
            Route::Review => "#/review",
            Route::Team => "#/team",
            Route::Local => "#/local",
            #[cfg(feature = "gallery")]
            Route::Gallery => "#/gallery",
        };
        fixed.to_owned()
    }

    /// The heading of its page, as far as the address alone tells it: a part
    /// of the framework is named by what the framework calls it.
    pub fn heading(&self) -> &'static str {
        match self {
            Route::Home => "Your own practice, your own plan",
            Route::AboutYou => "About you",
            Route::Assess | Route::AssessCompetency(_) => "Rate your practice",
            Route::Topics | Route::TopicsSection(_) => "Induction, knowledge and skills",
            Route::Requirements => "What your role requires",
            Route::Results => "Where you stand",
            Route::Plan => "Your training plan",
            Route::Resources | Route::Resource(_) => "Training resources",
            Route::Framework | Route::FrameworkPart(_) => "The framework",
            Route::YourData => "Your data",
            Route::Privacy => "Privacy",
            Route::Accessibility => "Accessibility",
            Route::Review => "Somebody’s plan",
            Route::Team => "What a team needs",
            Route::Local => "What is near you: the local pack",
            #[cfg(feature = "gallery")]
            Route::Gallery => "Gallery",
            Route::NotFound => "Page not found",
        }
    }

    /// The address of the part of the app a page belongs to: the navigation
    /// marks this one as current.
    pub fn root_href(&self) -> String {
        match self {
            Route::AssessCompetency(_) => Route::Assess.href(),
            Route::TopicsSection(_) => Route::Topics.href(),
            Route::Resource(_) => Route::Resources.href(),
            Route::FrameworkPart(_) => Route::Framework.href(),
            // Not a place in the navigation: marking Home would be untrue.
            Route::NotFound => String::new(),
            other => other.href(),
        }
    }
}

/// What other programs make of an address: `#%2Fplan`, `#!/plan`, `##/plan`.
/// None for a fragment that is as it should be, or is no route.
fn mended(fragment: &str) -> Option<String> {
    let mut mended = fragment.replace("%2F", "/").replace("%2f", "/");
    if let Some(at) = mended.find('/') {
        let before = mended[..at].replace("%23", "#").replace("%21", "!");
        if before.bytes().all(|it| it == b'#' || it == b'!') {
            mended.replace_range(..at, "");
        }
    }
    let is_route = mended.starts_with('/') && mended != fragment;
    is_route.then_some(mended)
}

/// The window's title for a page with this heading.
pub fn window_title(heading: &str) -> String {
    format!("{heading} – Waymark")
}

/// One word: an id without parts.
fn is_word(id: &str) -> bool {
    is_well_formed(id) && !id.contains('/')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(fragment: &str, expected: Option<Route>) {
        assert_eq!(Route::parse(fragment), expected, "#{fragment}");
    }

    #[test]
    fn every_address_of_the_map_is_read_and_printed_back() {
        let table = [
            ("/", Route::Home),
            ("/about-you", Route::AboutYou),
            ("/assess", Route::Assess),
            (
                "/assess/self-monitoring",
                Route::AssessCompetency("self-monitoring".into()),
            ),
            ("/topics", Route::Topics),
            (
                "/topics/level-1-skills",
                Route::TopicsSection("level-1-skills".into()),
            ),
            ("/requirements", Route::Requirements),
            ("/results", Route::Results),
            ("/plan", Route::Plan),
            ("/resources", Route::Resources),
            ("/resources/mycaw", Route::Resource("mycaw".into())),
            ("/framework", Route::Framework),
            ("/framework/pay", Route::FrameworkPart("pay".into())),
            (
                "/framework/level-1-skills/empathy",
                Route::FrameworkPart("level-1-skills/empathy".into()),
            ),
            ("/your-data", Route::YourData),
            ("/privacy", Route::Privacy),
            ("/accessibility", Route::Accessibility),
            ("/review", Route::Review),
            ("/team", Route::Team),
            ("/local", Route::Local),
        ];
        for (fragment, route) in table {
            assert_eq!(route.href(), format!("#{fragment}"));
            check(fragment, Some(route));
        }
    }

    #[test]
    fn no_fragment_is_home_and_a_trailing_slash_is_forgiven() {
        check("", Some(Route::Home));
        check("/plan/", Some(Route::Plan));
    }

    #[test]
    fn what_the_map_does_not_have_is_not_found() {
        for fragment in [
            "/nowhere",
            "/plan/extra",
            "/assess/self-monitoring/extra",
            "/assess/Self-Monitoring",
            "/assess/<script>",
            "/framework/%20",
            "/framework/a//b",
            "/resources/résumé",
        ] {
            check(fragment, Some(Route::NotFound));
        }
    }

    #[test]
    fn what_other_programs_make_of_an_address_is_mended() {
        for fragment in [
            "%2Fplan", "%2fplan", "!/plan", "#/plan", "%23/plan", "#!/plan", "!%2Fplan", "/plan%2F",
        ] {
            check(fragment, Some(Route::Plan));
        }
        check(
            "!%2Fframework%2fpay",
            Some(Route::FrameworkPart("pay".into())),
        );
        check("%2Fnowhere", Some(Route::NotFound));
    }

    #[test]
    fn another_fragment_is_no_route() {
        for fragment in [
            "main", "error-1", "plan", " /plan", "aim/plan", "#plan", "%2",
        ] {
            check(fragment, None);
        }
    }

    #[test]
    fn a_fragment_that_names_nothing_is_read_as_a_page() {
        for (fragment, route) in [
            ("main", Route::Home),
            ("plan", Route::Plan),
            (
                "assess/self-monitoring",
                Route::AssessCompetency("self-monitoring".into()),
            ),
            ("nothing-here", Route::NotFound),
            ("!plan", Route::NotFound),
        ] {
            assert_eq!(Route::of(fragment, |it| it == "main"), route, "{fragment}");
        }
    }

    #[test]
    fn a_page_within_a_part_marks_that_part_as_current() {
        let table = [
            (Route::FrameworkPart("pay".into()), "#/framework"),
            (Route::Resource("mycaw".into()), "#/resources"),
            (Route::Plan, "#/plan"),
            (Route::NotFound, ""),
        ];
        for (route, expected) in table {
            assert_eq!(route.root_href(), expected);
        }
    }
}
