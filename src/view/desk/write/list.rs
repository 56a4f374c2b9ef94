//! All questions that are being written, and beginning one.

use super::Html;
use crate::{
    domain::language::Language,
    domain::room::Room,
    texts::{own_site, printed, publishing, writing as t},
    view::desk::handouts,
};

/// The field for the name of a new one.
pub const SLUG: &str = "write-slug";
/// The field for its title.
pub const TITLE: &str = "write-new-title";
/// What is said about the name.
pub const SLUG_SAID: &str = "write-slug-said";
/// The field for what it begins with.
pub const FROM: &str = "write-from";
/// What it begins with that is no other question.
pub const NOTHING: &str = "";
/// The example.
pub const EXAMPLE: &str = "~";

/// One that is being written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    /// Its name in addresses.
    pub slug: String,
    /// What it is called.
    pub title: String,
    /// How it stands.
    pub stands: Stands,
}

/// How a question stands that is being written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stands {
    /// So many things stand in the way of publishing it.
    Open(usize),
    /// What is ready says the same.
    Ready,
    /// It is, and says that it is withdrawn.
    Withdrawn,
    /// It was changed after it was set ready.
    Changed,
}

/// What can be begun with, and gone on with.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Earlier {
    /// Its name in addresses.
    pub slug: String,
    /// What it is called.
    pub title: String,
    /// Whether it is in the work folder, so that one can go on with it.
    pub here: bool,
}

/// Where no work folder is open.
pub fn closed(language: Language) -> String {
    let mut html = Html::default();
    html.put("p", &[("class", Some("desk-lead"))], t::lead(language));
    html.open("section", &[("class", Some("desk-card"))]);
    html.put("p", &[], publishing::nothing(language));
    html.open("p", &[("class", Some("row"))]);
    html.put(
        "button",
        &[("class", Some("button button--primary")), ("type", Some("button")), ("data-do", Some("begin"))],
        publishing::begin(language),
    );
    html.put("a", &[("class", Some("button")), ("href", Some(&Room::Fetch.href()))], publishing::open(language));
    html.close("p");
    html.close("section");
    html.done()
}

/// A button about a question.
fn act(html: &mut Html, what: &str, slug: &str, text: &str, title: &str) {
    html.open(
        "button",
        &[
            ("class", Some("button button--link")),
            ("type", Some("button")),
            ("data-do", Some(what)),
            ("data-at", Some(slug)),
        ],
    );
    html.text(text);
    html.put("span", &[("class", Some("visually-hidden"))], &format!(": {title}"));
    html.close("button");
}

fn told(language: Language, stands: Stands) -> String {
    match stands {
        Stands::Open(count) => t::open(language, count),
        Stands::Ready => t::stands_ready(language).to_owned(),
        Stands::Withdrawn => t::stands_withdrawn(language).to_owned(),
        Stands::Changed => t::stands_changed(language).to_owned(),
    }
}

/// All of them; of what was `thrown` away: its name in addresses, and what it is called.
pub fn html(language: Language, all: &[Entry], earlier: &[Earlier], thrown: &[(String, String)]) -> String {
    let mut html = Html::default();
    html.put("p", &[("class", Some("desk-lead"))], t::lead(language));
    html.open("section", &[("class", Some("desk-card"))]);
    html.put("h2", &[], own_site::title(language));
    html.put("p", &[], own_site::lead(language));
    html.open("p", &[]);
    html.put("a", &[("class", Some("button")), ("href", Some(&Room::Site.href()))], own_site::room(language));
    html.close("p");
    html.close("section");
    html.open("section", &[("class", Some("desk-card"))]);
    html.put("h2", &[], t::drafts(language));
    if all.is_empty() {
        html.put("p", &[], t::no_drafts(language));
    }
    html.open("ul", &[("class", Some("desk-list"))]);
    for Entry { slug, title, stands } in all {
        html.open("li", &[]);
        html.put("a", &[("href", Some(&format!("{}/{slug}", Room::Drafts.href()))), ("dir", Some("auto"))], title);
        html.text(" – ");
        html.text(&told(language, *stands));
        html.open("details", &[("class", Some("write-throw"))]);
        html.open("summary", &[]);
        html.text(t::throw(language));
        html.put("span", &[("class", Some("visually-hidden"))], &format!(": {title}"));
        html.close("summary");
        html.put("p", &[("class", Some("soft"))], t::throw_means(language));
        act(&mut html, "throw", slug, t::throw_yes(language), title);
        html.close("details");
        html.close("li");
    }
    html.close("ul");
    html.open("p", &[]);
    html.put("a", &[("href", Some(&Room::Fetch.href()))], t::to_folder(language));
    html.close("p");
    if !thrown.is_empty() {
        html.put("h3", &[], t::thrown_away(language));
        html.open("ul", &[("class", Some("desk-list"))]);
        for (slug, title) in thrown {
            html.open("li", &[]);
            html.text(title);
            html.text(" ");
            act(&mut html, "back", slug, t::put_back(language), title);
            html.close("li");
        }
        html.close("ul");
    }
    html.close("section");
    html.open("section", &[("class", Some("desk-card desk-form"))]);
    html.put("h2", &[], t::begin(language));
    html.open("div", &[]);
    html.put("label", &[("for", Some(FROM))], t::from(language));
    html.open("select", &[("id", Some(FROM))]);
    html.put("option", &[("value", Some(NOTHING))], t::from_nothing(language));
    html.put("option", &[("value", Some(EXAMPLE))], t::from_example(language));
    for one in earlier {
        html.put("option", &[("value", Some(&one.slug))], &t::like(language, &one.title));
    }
    html.close("select");
    html.close("div");
    html.open("div", &[]);
    html.put("label", &[("for", Some(TITLE))], t::new_title(language));
    html.put("p", &[("class", Some("soft")), ("id", Some("write-title-help"))], t::new_title_help(language));
    html.open("input", &[("id", Some(TITLE)), ("type", Some("text")), ("aria-describedby", Some("write-title-help"))]);
    html.close("div");
    html.open("div", &[]);
    html.put("label", &[("for", Some(SLUG))], t::slug(language));
    html.put("p", &[("class", Some("soft")), ("id", Some("write-slug-help"))], t::slug_help(language));
    let by = format!("write-slug-help {SLUG_SAID}");
    html.open(
        "input",
        &[
            ("id", Some(SLUG)),
            ("type", Some("text")),
            ("autocapitalize", Some("none")),
            ("spellcheck", Some("false")),
            ("aria-describedby", Some(&by)),
        ],
    );
    html.put("p", &[("class", Some("question__error")), ("id", Some(SLUG_SAID)), ("role", Some("alert"))], "");
    html.close("div");
    html.open("p", &[]);
    html.put(
        "button",
        &[("class", Some("button button--primary")), ("type", Some("button")), ("data-do", Some("new"))],
        t::start(language),
    );
    html.close("p");
    html.close("section");
    let here: Vec<_> =
        earlier.iter().filter(|one| one.here && all.iter().all(|draft| draft.slug != one.slug)).collect();
    if !here.is_empty() {
        html.open("section", &[("class", Some("desk-card"))]);
        html.put("h2", &[], t::there(language));
        html.put("p", &[], t::there_help(language));
        html.open("ul", &[("class", Some("desk-list"))]);
        for one in here {
            html.open("li", &[]);
            html.put(
                "button",
                &[
                    ("class", Some("button button--link")),
                    ("type", Some("button")),
                    ("data-do", Some("again")),
                    ("data-at", Some(&one.slug)),
                ],
                &one.title,
            );
            html.text(" ");
            html.open("a", &[("class", Some("write-prints")), ("href", Some(&handouts::href(&one.slug)))]);
            html.text(printed::title(language));
            html.put("span", &[("class", Some("visually-hidden"))], &format!(": {}", one.title));
            html.close("a");
            html.close("li");
        }
        html.close("ul");
        html.close("section");
    }
    html.done()
}
