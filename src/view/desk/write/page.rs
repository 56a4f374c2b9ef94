//! The form of one question, with what stands around it: what is still needed, undoing, and what is different from what is
//! published.

use super::{
    Form, How, Html, Said,
    gate::{self, GATE, Gated},
    pictures, preview, rows, site,
    tips::PLAIN,
    together::{self, Twice, VERSIONS},
};
use crate::{
    domain::{language::Language, room::Room},
    files::content::manuscript::{
        matter::{self, Matter},
        spots::{Change, Spot},
        versions::Version,
    },
    texts::{fields, gate as gate_texts, own_site, preview as preview_texts, printed, publishing, writing as t},
    view::desk::handouts::href,
};

/// The element with what is said of all fields.
pub const TOLD: &str = "write-told";
/// The element with what is different.
pub const CHANGES: &str = "write-changes";
/// What changing does to reactions.
const CHANGING: &str = "write-changing";
/// The heading.
pub const HEADING: &str = "write-title";
/// The field of what is no JSON.
pub const RAW: &str = "write-raw";

/// The parts of the form, and what is in each.
const PARTS: &[(&str, &[&str])] = &[
    ("about", &["kind", "languages", "title", "summary", "why_now", "where", "subject", "minutes", "example"]),
    ("days", &["opens", "closes", "feedback_due", "amended"]),
    ("decision", &["decision.who", "decision.when", "decision.about"]),
    ("scope", &["scope.fixed", "scope.open", "scope.undecided", "scope.agreed.by", "scope.agreed.on"]),
    ("law", &["law.phase", "law.ordinance.title", "law.ordinance.url", "law.ordinance.year"]),
    ("questions", &["questions"]),
    ("dilemmas", &["dilemmas"]),
    ("background", &["facts", "tables", "phases", "initiatives", "touchstones", "tested", "sources"]),
    ("picture", &["picture.file", "picture.alt", "picture.maker"]),
    ("owner", &["owner.name", "owner.email"]),
];

/// Whether a part of the form is called after this list.
pub(super) fn is_part(list: &str) -> bool {
    PARTS.iter().chain(site::PARTS).any(|(part, _)| *part == list)
}

/// What stands around the form.
pub struct Shown<'a> {
    /// What it is.
    pub matter: &'a Matter,
    /// What is said of its fields.
    pub said: &'a [Said],
    /// What stands between it and the site.
    pub gated: &'a Gated,
    /// What is different from what is published, if anything is.
    pub changes: Option<&'a [Change]>,
    /// Whether there is something to undo, and to do again.
    pub ways: (bool, bool),
    /// What two people made of one field.
    pub both: &'a [Twice],
    /// Earlier versions, the oldest first.
    pub versions: &'a [Version],
    /// The one that is compared with how it stands now, and what differs.
    pub looked: Option<(&'a Version, &'a [Change])>,
}

/// All of it.
pub fn html(form: &Form, shown: &Shown) -> String {
    let (mut html, language) = (Html::default(), form.language);
    let Shown { matter, said, gated, changes, ways, both, versions, looked } = *shown;
    let handouts = if let Matter::Question(slug) = matter { Some(slug.as_str()) } else { None };
    if *matter == Matter::Site {
        html.put("p", &[("class", Some("desk-lead"))], own_site::lead(language));
    }
    head(&mut html, language, &heading(form, matter), handouts);
    html.open("p", &[("class", Some("row write-bar"))]);
    for (what, text, key, can) in
        [("undo", t::undo(language), "Ctrl+Z", ways.0), ("redo", t::redo(language), "Ctrl+Y", ways.1)]
    {
        let off = (!can).then_some("true");
        html.open(
            "button",
            &[
                ("class", Some("button")),
                ("type", Some("button")),
                ("id", Some(what)),
                ("data-do", Some(what)),
                ("aria-disabled", off),
            ],
        );
        html.text(text);
        html.text(" ");
        html.put("kbd", &[], key);
        html.close("button");
    }
    html.put("a", &[("class", Some("button")), ("href", Some(&Room::Publish.href()))], publishing::room(language));
    if matches!(matter, Matter::Question(_)) {
        html.put(
            "button",
            &[
                ("class", Some("button")),
                ("type", Some("button")),
                ("id", Some(preview::OPENS)),
                ("data-do", Some("view")),
                ("aria-controls", Some(preview::PREVIEW)),
            ],
            preview_texts::open(language),
        );
    }
    html.close("p");
    html.open("section", &[("class", Some("desk-card")), ("id", Some(TOLD))]);
    write_told(&mut html, language, said, form.unfolded.contains(TOLD));
    html.close("section");
    together::both(&mut html, language, both);
    html.open("section", &[("class", Some("desk-card desk-form write-part")), ("id", Some(GATE))]);
    gate::write(&mut html, language, gated, form.half, form.unfolded);
    html.close("section");
    let (fields, owner) = matter::fields(form.root);
    let parts = if *matter == Matter::Site { site::PARTS } else { PARTS };
    for (part, keys) in parts {
        html.open("section", &[("class", Some("desk-card desk-form write-part"))]);
        html.put("h2", &[], fields::label(language, part));
        let help = fields::help(language, &format!("part.{part}"));
        if !help.is_empty() {
            html.put("p", &[], help);
        }
        for key in *keys {
            if let Some(field) = fields.iter().find(|field| field.key == *key) {
                rows::one(&mut html, form, field, owner, key);
            }
        }
        match *matter {
            Matter::Site => site::beside(&mut html, form, part),
            Matter::Question(_) if *part == "picture" => pictures::add(&mut html, language),
            Matter::Question(_) => {}
        }
        html.close("section");
    }
    // It is filled in once the fields are there.
    html.put("section", &[("class", Some("desk-card")), ("id", Some(PLAIN))], "");
    if changes.is_some() && matches!(matter, Matter::Question(_)) {
        gate::acts(&mut html, form, form.half);
    }
    html.open("section", &[("class", Some("desk-card")), ("id", Some(CHANGES))]);
    write_changes(&mut html, language, changes, form.unfolded.contains(CHANGES));
    html.close("section");
    html.open("section", &[("class", Some("desk-card")), ("id", Some(VERSIONS))]);
    together::versions(&mut html, language, versions, looked);
    html.close("section");
    html.done()
}

/// What a question is called so far.
pub fn heading(form: &Form, matter: &Matter) -> String {
    let title = rows::title(form, "");
    let title = title.trim_start_matches(": ");
    match matter {
        _ if !title.is_empty() => title.to_owned(),
        Matter::Site => own_site::title(form.language).to_owned(),
        Matter::Question(slug) => slug.to_string(),
    }
}

/// What stands above it; `handouts` is the name in addresses of what can be printed.
fn head(html: &mut Html, language: Language, title: &str, handouts: Option<&str>) {
    html.open("p", &[("class", Some("row write-ways"))]);
    html.put("a", &[("href", Some(&Room::Drafts.href()))], t::back(language));
    if let Some(slug) = handouts {
        html.put("a", &[("href", Some(&href(slug)))], printed::title(language));
    }
    html.close("p");
    html.put("h2", &[("id", Some(HEADING)), ("tabindex", Some("-1")), ("dir", Some("auto"))], title);
}

/// A draft that is no JSON: its text, to be mended, and where it is wrong.
pub fn raw(language: Language, slug: &str, text: &str, wrong: &str) -> String {
    let mut html = Html::default();
    head(&mut html, language, slug, None);
    html.open("section", &[("class", Some("desk-card desk-form"))]);
    html.put("p", &[], t::raw_help(language));
    html.put("label", &[("for", Some(RAW))], t::raw(language));
    html.put("p", &[("class", Some("question__error")), ("id", Some("write-wrong")), ("role", Some("status"))], wrong);
    html.put(
        "textarea",
        &[
            ("id", Some(RAW)),
            ("class", Some("write-raw")),
            ("spellcheck", Some("false")),
            ("aria-describedby", Some("write-wrong")),
        ],
        text,
    );
    html.open("p", &[]);
    html.put(
        "button",
        &[("class", Some("button")), ("type", Some("button")), ("data-do", Some("spot"))],
        t::to_spot(language),
    );
    html.close("p");
    html.close("section");
    html.done()
}

/// What is said of all fields, as the inside of its element.
pub fn told(language: Language, said: &[Said], unfolded: bool) -> String {
    let mut html = Html::default();
    write_told(&mut html, language, said, unfolded);
    html.done()
}

fn write_told(html: &mut Html, language: Language, said: &[Said], unfolded: bool) {
    html.put("h2", &[], t::stands(language));
    if said.is_empty() {
        return html.put("p", &[], t::whole(language));
    }
    let mut part = |how: How, title: String, class: &'static str| {
        let all: Vec<_> = said.iter().filter(|one| one.how == how).collect();
        if all.is_empty() {
            return;
        }
        let open = how == How::Wrong || unfolded;
        html.open(
            "details",
            &[("class", Some(class)), ("open", open.then_some("")), ("data-fold", (how != How::Wrong).then_some(TOLD))],
        );
        html.put("summary", &[], &title);
        html.open("ul", &[("class", Some("desk-list"))]);
        let mut whys = Vec::new();
        for one in all {
            html.open("li", &[]);
            rows::point(html, one);
            let why = one.at.as_deref().map_or("", |at| gate_texts::why(language, at));
            // Why it matters is said once.
            if !why.is_empty() && !whys.contains(&why) {
                whys.push(why);
                html.put("p", &[("class", Some("soft"))], why);
            }
            html.close("li");
        }
        html.close("ul");
        html.close("details");
    };
    let count = |how: How| said.iter().filter(|one| one.how == how).count();
    part(How::Wrong, t::wrong(language, count(How::Wrong)), "write-wrongs");
    part(How::Needed, t::needed(language, count(How::Needed)), "write-needs");
    part(How::Untranslated, t::untranslated(language, count(How::Untranslated)), "write-needs");
}

/// What is different from what is published, as the inside of its element.
pub fn changes(language: Language, changes: Option<&[Change]>, unfolded: bool) -> String {
    let mut html = Html::default();
    write_changes(&mut html, language, changes, unfolded);
    html.done()
}

fn write_changes(html: &mut Html, language: Language, changes: Option<&[Change]>, unfolded: bool) {
    let Some(changes) = changes else { return html.put("p", &[], t::not_there(language)) };
    html.open("details", &[("data-fold", Some(CHANGES)), ("open", unfolded.then_some(""))]);
    html.put("summary", &[], &t::different(language, changes.len()));
    for Change { spot, before, after } in changes {
        html.put("h3", &[], &fields::way(language, spot, true));
        let both = [(t::before(language), before), (t::after(language), after)];
        together::pair(html, language, both, spot.language.as_deref());
    }
    html.close("details");
    // What that does to reactions.
    let asked = |change: &&Change| {
        change.spot.way.first().is_some_and(|(list, _)| ["questions", "dilemmas"].contains(&list.as_str()))
    };
    html.open("details", &[("data-fold", Some(CHANGING)), ("open", unfolded.then_some(""))]);
    html.put("summary", &[], gate_texts::changing(language));
    let mut items: Vec<_> = changes.iter().filter(asked).map(|change| item_of(language, change)).collect();
    items.dedup();
    match items.is_empty() {
        true => html.put("p", &[], gate_texts::no_change(language)),
        false => {
            html.put("p", &[], &format!("{} {}.", gate_texts::change(language), items.join("; ")));
            html.put("p", &[], gate_texts::change_means(language));
        }
    }
    html.put("p", &[], gate_texts::removing(language));
    html.close("details");
}

/// Which question or dilemma a change is in; the list itself where one came or went.
fn item_of(language: Language, change: &Change) -> String {
    let mut way = change.spot.way.clone();
    way.truncate(1);
    let spot = Spot { way, language: None, path: String::new() };
    fields::way(language, &spot, false).to_lowercase()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        domain::id::Id,
        files::content::manuscript::{
            Manuscript,
            form::{CONSULTATION, Is},
            spots,
        },
        view::desk::write::Around,
    };
    use std::collections::{BTreeMap, BTreeSet};

    #[test]
    fn every_field_that_can_be_seen_is_in_a_part_and_has_a_name_of_its_own() {
        let ours: Vec<_> = PARTS.iter().flat_map(|(_, keys)| *keys).collect();
        let seen = CONSULTATION.iter().filter(|field| !matches!(field.is, Is::Own | Is::Id));
        assert_eq!(
            seen.clone().filter(|field| !ours.contains(&&field.key)).map(|field| field.key).collect::<Vec<_>>(),
            [""; 0]
        );
        assert_eq!(seen.count(), ours.len());
    }

    #[test]
    fn whatever_can_be_said_of_has_a_place_on_the_page() {
        let slug = Id::try_from("bus").unwrap();
        for languages in [&["nl"][..], &["nl", "en"]] {
            let manuscript = Manuscript::example(&slug, languages);
            let of = spots::languages(manuscript.root());
            let form = Form {
                root: manuscript.root(),
                language: Language::Nl,
                languages: &of,
                site: &of,
                around: &Around::default(),
                unfolded: &BTreeSet::new(),
                half: &BTreeMap::new(),
            };
            let gated = Gated::default();
            let matter = Matter::Question(slug.clone());
            let shown = Shown {
                matter: &matter,
                said: &[],
                gated: &gated,
                changes: None,
                ways: (false, false),
                both: &[],
                versions: &[],
                looked: None,
            };
            let html = html(&form, &shown);
            for spot in spots::spots(manuscript.root()) {
                assert!(html.contains(&format!("id=\"{}{}\"", rows::SAID, spot.path)), "{spot:?}");
                let way = fields::way(Language::Nl, &spot, true);
                assert!(!way.contains(['_', '.']) && !way.is_empty(), "{way}");
            }
        }
    }
}
