//! `#/privacy`: for the worker first, then for whoever looks after information
//! governance, with what the browser itself says of this page.

use leptos::prelude::*;

use super::PageTitle;
use super::statements::{Passage, Passages};
use crate::app::route::Route;
use crate::app::words::each_once;
use crate::domain::framework::bundled;
use crate::platform::witness;
use crate::ui::local_pack::HostLines;

/// The page, at `#/privacy`.
#[component]
pub fn Privacy() -> impl IntoView {
    view! {
        <div class="flow">
            <PageTitle>{Route::Privacy.heading()}</PageTitle>
            <p class="lead">
                "Waymark has no server of its own, no account and no tracking. It runs in your browser."
            </p>
            {bundled().host.map(|host| view! { <h2>"Who hosts this page"</h2> <HostLines host/> })}
            <Passages passages=FOR_WORKERS/>
            <h2>"For whoever looks after information governance"</h2>
            <p>
                "What you would ask about any tool, and how to check each answer yourself. None of it is legal advice."
            </p>
            <Passages passages=FOR_OFFICERS below=true/>
            <h3>"The rules your browser enforces"</h3>
            <p>
                "This page carries a content security policy. These are its rules, read from the page as you have it. “self” is the place the page came from; what no rule allows, the browser refuses. So nothing can be sent to another place, and no form can be sent at all. A link somebody follows is the one way out."
            </p>
            <Codes texts=witness::policy()/>
            <h3>"What was asked for"</h3>
            <p>
                "Since it was opened, this page has asked for what is listed here. The list is the browser’s own."
            </p>
            <Codes texts=each_once(witness::asked_for())/>
            <p>
                "To see the same without trusting this page, open the browser’s tools with F12 and choose “Network”. Tick “Preserve log” (“Persist logs” in Firefox), load the page again, give a rating, look at the plan and save a file. You should see the app’s own files and no others, and nothing sent: each of its parts once, some small ones again for the copy that works without a network, a second small program when somebody saves a calendar or a spreadsheet, and later a look at whether there is a newer version."
            </p>
            <Passages passages=REBUILD below=true/>
        </div>
    }
}

/// Short texts that are to be read to the letter.
#[component]
fn Codes(texts: Vec<String>) -> impl IntoView {
    let items = texts
        .into_iter()
        .map(|text| view! { <li><code>{text}</code></li> });
    view! { <ul>{items.collect_view()}</ul> }
}

const FOR_WORKERS: &[Passage] = &[
    (
        "What happens when you open it",
        "Your browser fetches the page and its program from the place you opened it from. Whoever runs that place can see that somebody asked for it, as with any web page. After that nothing is asked from anywhere else.",
        &[],
    ),
    (
        "What you enter, and where it is kept",
        "In this browser’s own storage, on this device, and nowhere else. Anybody who can use this browser on this device could open it. “Your data” shows what is there, saves it as a file and removes it. After one visit to an address that begins with https the browser also keeps a copy of the app, so that it works without a network; that copy holds nothing about you.",
        &[],
    ),
    (
        "Can my manager see it?",
        "Not unless you show it, print it or send a file. On a computer from work, whoever looks after it may be able to look at the device, as with all you do there.",
        &[],
    ),
    (
        "Who is responsible for a file",
        "You are, once you save it, and whoever you send it to is responsible for their copy. A plan file has your role and aim, your latest scores and your actions, with days and no times; your name, notes and earlier ratings only if you tick them. Who reads it in Waymark and says something about it has that and your plan in their browser until they remove it; what they send back is a file, too. A backup file has everything you entered. Neither is protected by a password. “What a team needs” reads many plan files together, keeps nothing of them, and tells nothing of fewer than five people.",
        &[],
    ),
    (
        "What leaves your browser",
        "Only what you take out yourself: a file you save or share, something you print or copy, or a link you follow to somebody else’s website. A link opens in a new tab, and that website is not told where you came from.",
        &[],
    ),
    (
        "What never happens",
        "",
        &[
            "Nothing you type is sent anywhere.",
            "No cookies are set, and nobody counts visits.",
            "Nothing is loaded from another website.",
        ],
    ),
    (
        "How to check",
        "You need not take our word for it. The end of this page shows the rules your browser enforces and what it has asked for.",
        &[],
    ),
];

const FOR_OFFICERS: &[Passage] = &[
    (
        "What it is",
        "A folder of files that any web host can serve. There is no server program, database, account, cookie, analytics or content from elsewhere. The host receives what every web host does: that an address asked for these files. Whoever wrote Waymark receives nothing.",
        &[],
    ),
    (
        "What is stored, and where",
        "All of it in the worker’s own browser, for the place this page came from.",
        &[
            "In local storage, as readable text, under names that begin with “waymark:” and the folder of the app: role and aim, ratings with reflections and evidence, answers, changes to the plan; a name, a workplace and dates if the worker gives them; when a backup was last saved; views that others sent back, and a mark of each plan file saved to share. For whoever reads somebody’s plan and says something about it: that view and that plan, until they remove them.",
            "In the same way, what was there before a file was last opened, so that this can be undone. “Remove everything” removes it too.",
            "In the same way, for whoever makes or mends a local pack on “What is near you”: the pack begun, and the pack tried out, until they are taken back.",
            "In cache storage, under names of the same kind: the app’s own files and what the host of this page adds, nothing about the person. The edition of one file has no such copy.",
            "In session storage, under a name of the same kind, until the tab is closed: what was typed on the plan’s page and not added yet. Removing everything removes it too.",
            "No cookies and no other kind of storage.",
        ],
    ),
    (
        "How it is protected, and for how long",
        "By the device and its account, and by nothing else: it is not encrypted and has no password. A browser extension that may read pages, or software that copies browser profiles, can read it. It stays until the worker or the browser removes it; a browser may do so when space is short, and Safari does after seven days without a visit. “Finish on a shared computer”, under “Your data”, offers a file and then removes everything.",
        &[],
    ),
    (
        "What people might write",
        "Reflections and evidence are free text. The page asks for one real conversation with nobody named, but it cannot know what was written. In a plan file they are there only if they were ticked. Look for names before a file is passed on.",
        &[],
    ),
    (
        "Once a file is sent",
        "A plan file holds what its sender ticked and saw beforehand; a backup holds everything. Whoever receives one has a copy of their own, and your rules on staff records, keeping and sharing apply to it. Waymark has no copy and cannot take one back.",
        &[],
    ),
    (
        "Opened from a disk",
        "The edition of one file stores what is entered where any other page opened from that computer’s disk, in the same browser, could read it. Two copies of the file share it. Where a browser stores nothing for such pages, a backup file is the only copy, and the page says so.",
        &[],
    ),
];

const REBUILD: &[Passage] = &[(
    "The same files, built again",
    "Each release comes with a manifest: the commit it was built from, the compiler, and the SHA-256 of every file. Fetch a file from your host and compare its hash, or check out that commit, run “make release” and compare the two manifests. The same commit and the same compiler give the same files.",
    &[],
)];
