//! What a person should look at before a question goes out, who else reads it, and what can happen to it once people see it.

use super::{Form, Html, rows};
use crate::{
    domain::{consultation::Amended, language::Language, room::Room},
    files::content::manuscript::{
        amend::{code, is_withdrawn},
        gate::{Asked, Care, is_reason},
        spots::words,
    },
    texts::{fields, gate as t, publishing, writing},
};
use std::collections::{BTreeMap, BTreeSet};

/// The element with all of it.
pub const GATE: &str = "write-gate";
/// What is folded away in it that stood so already.
const STOOD: &str = "write-stood";
/// The button that sets it ready, or what leads on from there.
pub const READY: &str = "write-ready";
/// Before the key of something to look at: the id of the field for a reason.
pub const PASS: &str = "g.";
/// The field for the name of a second person.
pub const WHO: &str = "gate-who";
/// The field for their role.
pub const ROLE: &str = "gate-role";
/// What is said of those.
pub const SECOND_SAID: &str = "gate-said";
/// Before the code of an act: the ids of its fields.
pub const ACT: &str = "act.";

/// What stands between a question and the site.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Gated {
    /// Whether the form is whole, so that only this is left.
    pub whole: bool,
    /// Whether two people made something else of a field, and nobody chose yet.
    pub twice: bool,
    /// Whether what is ready says the same already.
    pub ready: bool,
    /// What there is to look at, and why it is left as it is, if it is.
    pub asked: Vec<(Asked, String)>,
    /// What stood so already in what is published: it does not stand in the way.
    pub stood: Vec<Asked>,
    /// Whether a second person is asked for; who said yes, and whether that holds.
    pub second: Option<Option<(String, bool)>>,
}

impl Gated {
    /// Whether the question may go out.
    pub fn opens(&self) -> bool {
        let seen = self.second.as_ref().is_none_or(|seen| seen.as_ref().is_some_and(|(_, holds)| *holds));
        self.whole && !self.twice && seen && self.left() == 0
    }

    fn left(&self) -> usize {
        self.asked.iter().filter(|(_, reason)| !is_reason(reason)).count()
    }
}

/// The inside of its element. `half` is what is typed in fields of no draft.
pub fn gate(language: Language, gated: &Gated, half: &BTreeMap<String, String>, unfolded: &BTreeSet<String>) -> String {
    let mut html = Html::default();
    write(&mut html, language, gated, half, unfolded);
    html.done()
}

pub(super) fn write(
    html: &mut Html,
    language: Language,
    gated: &Gated,
    half: &BTreeMap<String, String>,
    unfolded: &BTreeSet<String>,
) {
    html.put("h2", &[], t::title(language));
    let left = gated.left();
    if !gated.whole {
        html.put("p", &[], t::first(language));
    }
    if gated.twice {
        html.put("p", &[], t::choose_first(language));
    }
    if left > 0 {
        html.put("p", &[], &format!("{}.", t::left(language, left)));
        html.put("p", &[("class", Some("soft"))], t::help(language));
        items(html, language, gated, false, unfolded);
    }
    if left < gated.asked.len() {
        html.open("details", &[("data-fold", Some(GATE)), ("open", unfolded.contains(GATE).then_some(""))]);
        html.put("summary", &[], &format!("{}: {}", t::passed(language), gated.asked.len() - left));
        items(html, language, gated, true, unfolded);
        html.close("details");
    }
    if !gated.stood.is_empty() {
        html.open("details", &[("data-fold", Some(STOOD)), ("open", unfolded.contains(STOOD).then_some(""))]);
        html.put("summary", &[], &format!("{}: {}", t::stood(language), gated.stood.len()));
        html.put("p", &[("class", Some("soft"))], t::stood_help(language));
        html.open("ul", &[("class", Some("desk-list write-care"))]);
        for asked in &gated.stood {
            html.open("li", &[]);
            point(html, language, asked);
            html.close("li");
        }
        html.close("ul");
        html.close("details");
    }
    if let Some(seen) = &gated.second {
        second(html, language, seen.as_ref(), half);
    }
    if gated.opens() && gated.ready {
        html.put("p", &[], t::same(language));
        html.open("p", &[]);
        let class = Some("button button--primary");
        html.put(
            "a",
            &[("class", class), ("id", Some(READY)), ("href", Some(&Room::Publish.href()))],
            publishing::room(language),
        );
        html.close("p");
    } else if gated.opens() {
        html.put("p", &[], t::nothing(language));
        html.open("p", &[]);
        html.put(
            "button",
            &[
                ("class", Some("button button--primary")),
                ("type", Some("button")),
                ("id", Some(READY)),
                ("data-do", Some("ready")),
            ],
            writing::ready(language),
        );
        html.close("p");
    }
}

fn items(html: &mut Html, language: Language, gated: &Gated, passed: bool, unfolded: &BTreeSet<String>) {
    html.open("ul", &[("class", Some("desk-list write-care"))]);
    for (asked, reason) in gated.asked.iter().filter(|(_, reason)| is_reason(reason) == passed) {
        item(html, language, asked, reason, unfolded);
    }
    html.close("ul");
}

/// What it is, which leads to its field, and why that matters.
fn point(html: &mut Html, language: Language, asked: &Asked) {
    let (said, why) = t::care(language, &asked.what);
    html.open("p", &[]);
    html.put("a", &[("href", Some(&format!("#{}{}", rows::FIELD, asked.at))), ("data-go", Some(&asked.at))], &said);
    html.close("p");
    html.put("p", &[("class", Some("soft"))], why);
}

fn item(html: &mut Html, language: Language, asked: &Asked, reason: &str, unfolded: &BTreeSet<String>) {
    html.open("li", &[]);
    point(html, language, asked);
    match &asked.what {
        Care::NotAsked { id, .. } => press(html, "ask", id, t::ask(language), ""),
        Care::Untested { id, points, .. } => {
            let fold = format!("{PASS}{}", asked.key);
            let open = unfolded.contains(&fold).then_some("");
            html.open("details", &[("data-fold", Some(&fold)), ("open", open)]);
            html.put("summary", &[], &t::points(language, points.len()));
            html.open("ul", &[("class", Some("desk-list"))]);
            for (number, point) in points {
                html.open("li", &[]);
                html.text(&format!("{number}. {point} "));
                press(html, "test", &format!("{id} {number}"), t::say_how(language), &format!(": {number}"));
                html.close("li");
            }
            html.close("ul");
            html.close("details");
        }
        _ => {}
    }
    let id = format!("{PASS}{}", asked.key);
    html.put("label", &[("for", Some(&id))], t::reason(language));
    let short = !reason.trim().is_empty() && !is_reason(reason);
    let said = format!("{id}.said");
    html.open(
        "input",
        &[
            ("id", Some(&id)),
            ("type", Some("text")),
            ("data-pass", Some(&asked.key)),
            ("value", Some(reason)),
            ("aria-describedby", short.then_some(&said)),
        ],
    );
    if short {
        html.put("p", &[("class", Some("write-said")), ("id", Some(&said))], &t::more_words(language));
    }
    html.close("li");
}

/// A button about something; `more` is for who can't see what stands around it.
fn press(html: &mut Html, what: &str, at: &str, text: &str, more: &str) {
    html.open(
        "button",
        &[
            ("class", Some("button button--link")),
            ("type", Some("button")),
            ("data-do", Some(what)),
            ("data-at", Some(at)),
        ],
    );
    html.text(text);
    html.put("span", &[("class", Some("visually-hidden"))], more);
    html.close("button");
}

fn second(html: &mut Html, language: Language, seen: Option<&(String, bool)>, half: &BTreeMap<String, String>) {
    html.put("h3", &[], t::second(language));
    if let Some((who, holds)) = seen {
        html.put("p", &[], &t::seen(language, who, *holds));
    }
    if seen.is_some_and(|(_, holds)| *holds) {
        return;
    }
    html.put("p", &[("class", Some("soft"))], t::second_help(language));
    for (id, label) in [(WHO, t::second_who(language)), (ROLE, t::second_role(language))] {
        field(html, "input", id, label, Some("text"), half, None);
    }
    html.put("p", &[("class", Some("question__error")), ("id", Some(SECOND_SAID)), ("role", Some("alert"))], "");
    html.open("p", &[]);
    html.put(
        "button",
        &[("class", Some("button")), ("type", Some("button")), ("data-do", Some("seen"))],
        t::second_yes(language),
    );
    html.close("p");
}

/// A field of no draft: what is typed in it is remembered by its id.
fn field(
    html: &mut Html,
    tag: &'static str,
    id: &str,
    label: &str,
    is: Option<&'static str>,
    half: &BTreeMap<String, String>,
    lang: Option<&str>,
) {
    let value = half.get(id).map(String::as_str).unwrap_or_default();
    html.open("div", &[]);
    html.put("label", &[("for", Some(id))], label);
    let own = [("id", Some(id)), ("data-half", Some("")), ("lang", lang), ("type", is)];
    match tag {
        "textarea" => html.put(tag, &[&own[..], &[("rows", Some("2"))]].concat(), value),
        _ => html.open(tag, &[&own[..], &[("value", Some(value))]].concat()),
    }
    html.close("div");
}

/// What can happen to a question that people see, each with what that means before it is done.
pub(super) fn acts(html: &mut Html, form: &Form, half: &BTreeMap<String, String>) {
    let language = form.language;
    if is_withdrawn(form.root) {
        html.open("section", &[("class", Some("desk-card"))]);
        html.put("h2", &[], t::acts(language));
        html.put("p", &[], t::take_back(language));
        html.open("p", &[("class", Some("row"))]);
        html.put(
            "button",
            &[("class", Some("button")), ("type", Some("button")), ("data-do", Some("stay"))],
            t::stay(language),
        );
        html.put("a", &[("class", Some("button")), ("href", Some(&Room::Publish.href()))], publishing::room(language));
        html.close("p");
        html.close("section");
        return;
    }
    html.open("section", &[("class", Some("desk-card desk-form write-part"))]);
    html.put("h2", &[], t::acts(language));
    html.put("p", &[], t::acts_help(language));
    for what in Amended::ALL {
        let begin = format!("{ACT}{}", code(what));
        html.open("details", &[("data-fold", Some(&begin)), ("open", form.unfolded.contains(&begin).then_some(""))]);
        html.put("summary", &[], t::act(language, what));
        html.open("div", &[("class", Some("write-fields"))]);
        for means in t::act_means(language, what) {
            html.put("p", &[], means);
        }
        if what == Amended::Extended {
            for (key, label) in [("closes", t::new_last(language)), ("feedback_due", t::new_due(language))] {
                let id = format!("{begin}.{key}");
                let mut known = half.clone();
                known.entry(id.clone()).or_insert_with(|| words(form.root, key));
                field(html, "input", &id, label, Some("date"), &known, None);
            }
        }
        for lang in form.languages {
            let of =
                if form.languages.len() > 1 { format!(" ({})", fields::choice(language, lang)) } else { String::new() };
            let label = format!("{}{of}", t::reason_for_residents(language));
            field(html, "textarea", &format!("{begin}.{lang}"), &label, None, half, Some(lang));
        }
        let said = format!("{begin}.said");
        html.put("p", &[("class", Some("question__error")), ("id", Some(&said)), ("role", Some("alert"))], "");
        html.open("p", &[]);
        html.put(
            "button",
            &[
                ("class", Some("button")),
                ("type", Some("button")),
                ("data-do", Some("amend")),
                ("data-at", Some(code(what))),
            ],
            t::act(language, what),
        );
        html.close("p");
        html.close("div");
        html.close("details");
    }
    html.close("section");
}
