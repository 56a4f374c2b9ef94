//! What two people made of one field, side by side; and earlier versions, each beside how it stands now.

use super::Html;
use crate::{
    domain::{day::Day, language::Language},
    files::content::manuscript::{spots::Change, versions::Version},
    texts::{fields, together as t, writing},
};

/// The element with earlier versions.
pub const VERSIONS: &str = "write-versions";

/// A field that two people made something else of.
pub struct Twice {
    /// Its place, with items by their id.
    pub at: String,
    /// What leads to it, in words.
    pub way: String,
    /// What stands there.
    pub ours: String,
    /// What the other made of it.
    pub theirs: String,
}

/// Those of a draft; nothing where there are none.
pub fn both(html: &mut Html, language: Language, all: &[Twice]) {
    if all.is_empty() {
        return;
    }
    html.open("section", &[("class", Some("desk-card"))]);
    html.put("h2", &[], t::both(language));
    html.put("p", &[], t::both_help(language));
    for Twice { at, way, ours, theirs } in all {
        html.put("h3", &[], way);
        let words = |words: &String| if words.is_empty() { t::taken_out(language).to_owned() } else { words.clone() };
        let (ours, theirs) = (words(ours), words(theirs));
        pair(html, language, [(t::ours(language), &ours), (t::theirs(language), &theirs)], None);
        html.open("p", &[("class", Some("row"))]);
        for (what, text) in [("ours", t::leave(language)), ("theirs", t::take(language))] {
            button(html, what, at, text, way);
        }
        html.close("p");
    }
    html.close("section");
}

/// Earlier versions, the newest first; what differs from one of them, if somebody looks at that.
pub fn versions(html: &mut Html, language: Language, all: &[Version], looked: Option<(&Version, &[Change])>) {
    html.open("details", &[("data-fold", Some(VERSIONS)), ("open", looked.is_some().then_some(""))]);
    html.put("summary", &[], &format!("{} ({})", t::versions(language), all.len()));
    html.put("p", &[("class", Some("soft"))], t::versions_help(language));
    html.open("p", &[]);
    button(html, "version", "", t::keep(language), "");
    html.close("p");
    html.open("ul", &[("class", Some("desk-list"))]);
    for version in all.iter().rev() {
        let name = t::version(language, version);
        html.open("li", &[]);
        html.open("p", &[("class", Some("row"))]);
        html.put("span", &[], &name);
        button(html, "version-look", &version.sum, t::look(language), &name);
        html.close("p");
        if let Some((_, changes)) = looked.filter(|(looked, _)| *looked == version) {
            html.open("div", &[("id", Some("write-looked")), ("tabindex", Some("-1"))]);
            if changes.is_empty() {
                html.put("p", &[], t::same(language));
            }
            for Change { spot, before, after } in changes {
                html.put("h3", &[], &fields::way(language, spot, true));
                pair(
                    html,
                    language,
                    [(t::then(language), before), (t::now(language), after)],
                    spot.language.as_deref(),
                );
            }
            if !changes.is_empty() {
                html.open("p", &[]);
                button(html, "version-back", &version.sum, t::put_back(language), &name);
                html.close("p");
            }
            html.close("div");
        }
        html.close("li");
    }
    html.close("ul");
    html.close("details");
}

/// Two texts side by side, each with what it is.
pub(super) fn pair(html: &mut Html, language: Language, both: [(&str, &String); 2], lang: Option<&str>) {
    html.open("div", &[("class", Some("desk-pair"))]);
    for (name, words) in both {
        html.open("div", &[("class", Some("write-version"))]);
        html.put("p", &[("class", Some("soft"))], name);
        match words.is_empty() {
            true => html.put("p", &[], writing::nothing(language)),
            false if lang.is_none() => html.put("p", &[("dir", Some("auto"))], &as_read(language, words)),
            false => html.put("p", &[("dir", Some("auto")), ("lang", lang)], words),
        }
        html.close("div");
    }
    html.close("div");
}

/// What stands in a field that is no text for people, as people read it: a day, or what was chosen.
fn as_read(language: Language, words: &str) -> String {
    let chosen = fields::choice(language, words);
    match Day::try_from(words) {
        Ok(day) => day.written(language),
        Err(_) if !chosen.is_empty() => chosen.to_owned(),
        Err(_) => words.to_owned(),
    }
}

fn button(html: &mut Html, what: &str, at: &str, text: &str, of: &str) {
    html.open(
        "button",
        &[("class", Some("button")), ("type", Some("button")), ("data-do", Some(what)), ("data-at", Some(at))],
    );
    html.text(text);
    if !of.is_empty() {
        html.put("span", &[("class", Some("visually-hidden"))], &format!(": {of}"));
    }
    html.close("button");
}
