//! The fields of a question that is being written: a small function for each kind of field.

use super::{Form, Html, Said, tips};
use crate::{
    files::content::manuscript::{
        form::{Among, Field, Is},
        path::{get, join},
        spots::words,
    },
    texts::{fields as t, gate, writing},
};
use serde_json::Value;

/// Before the place of a field: the id of it, of what helps with it, and of what is said about it.
pub const FIELD: &str = "w.";
const HELP: &str = "h.";
/// See [`FIELD`].
pub const SAID: &str = "s.";

/// Writes the fields of an object at a place; `owner` is the list that it is in.
pub(super) fn fields(html: &mut Html, form: &Form, fields: &[Field], owner: &str, path: &str) {
    let Some(object) = get(form.root, path) else { return };
    for field in fields.iter().filter(|field| field.belongs(object)) {
        one(html, form, field, owner, &join(path, field.key));
    }
}

/// Writes one field.
pub(super) fn one(html: &mut Html, form: &Form, field: &Field, owner: &str, at: &str) {
    let name = if owner.is_empty() { field.key.to_owned() } else { format!("{owner}.{}", field.key) };
    let row = Row { form, name: &name, at, need: field.need };
    match &field.is {
        Is::Own | Is::Id => {}
        Is::Line => row.texts(html, false, t::label(form.language, &name)),
        Is::Text => row.texts(html, true, t::label(form.language, &name)),
        Is::Plain => row.input(html, "plain", &[("type", Some("text"))]),
        Is::Whole => row.input(html, "whole", &[("type", Some("text")), ("inputmode", Some("numeric"))]),
        Is::Number => row.input(html, "number", &[("type", Some("text")), ("inputmode", Some("decimal"))]),
        Is::Day => row.day(html),
        Is::Flag => row.flag(html),
        Is::Choice(codes) => {
            let all =
                codes.iter().map(|code| ((*code).to_owned(), t::choice(form.language, code).to_owned())).collect();
            row.select(html, "choice", all);
        }
        Is::One(among) => row.select(html, "one", form.among(*among)),
        Is::Some(among) => row.ticks(html, "some", form.among(*among)),
        Is::Languages => {
            let all = form.site.iter().map(|code| (code.clone(), t::choice(form.language, code).to_owned())).collect();
            row.ticks(html, "languages", all);
        }
        Is::Lines(min, max) => row.list(html, None, *min, *max),
        Is::List(inner, min, max) => row.list(html, Some(inner), *min, *max),
    }
}

pub(super) struct Row<'a> {
    pub(super) form: &'a Form<'a>,
    pub(super) name: &'a str,
    pub(super) at: &'a str,
    pub(super) need: bool,
}

impl Row<'_> {
    /// What a field is called, and that it may stay empty.
    fn label(&self, html: &mut Html, tag: &'static str, of: Option<&str>, label: &str) {
        html.open(tag, &[("for", of)]);
        html.text(label);
        if !self.need {
            html.put("span", &[("class", Some("write-may"))], writing::may(self.form.language));
        }
        html.close(tag);
    }

    /// What helps with it; whether there is anything.
    pub(super) fn help(&self, html: &mut Html) -> bool {
        let help = t::help(self.form.language, self.name);
        if !help.is_empty() {
            html.put("p", &[("class", Some("soft")), ("id", Some(&format!("{HELP}{}", self.at)))], help);
        }
        !help.is_empty()
    }

    /// The place for what is said about it.
    pub(super) fn said(&self, html: &mut Html, path: &str) {
        html.put("p", &[("class", Some("write-said")), ("id", Some(&format!("{SAID}{path}")))], "");
    }

    /// A field of its own, around what one types in.
    fn control(&self, html: &mut Html, within: impl FnOnce(&mut Html, &str, &str)) {
        let id = format!("{FIELD}{}", self.at);
        html.open("div", &[("class", Some("write-field"))]);
        self.label(html, "label", Some(&id), t::label(self.form.language, self.name));
        let helped = self.help(html);
        let said = format!("{SAID}{}", self.at);
        let by = if helped { format!("{HELP}{} {said}", self.at) } else { said };
        within(html, &id, &by);
        self.said(html, self.at);
        html.close("div");
    }

    fn input(&self, html: &mut Html, is: &'static str, more: &[(&'static str, Option<&str>)]) {
        let value = match get(self.form.root, self.at) {
            Some(Value::Number(number)) if is == "number" => t::decimal(self.form.language, &number.to_string()),
            _ => words(self.form.root, self.at),
        };
        self.control(html, |html, id, by| {
            let own = [
                ("id", Some(id)),
                ("data-at", Some(self.at)),
                ("data-is", Some(is)),
                ("aria-describedby", Some(by)),
                ("value", Some(value.as_str())),
            ];
            html.open("input", &[&own, more].concat());
        });
    }

    /// What is no day stays as it was typed.
    fn day(&self, html: &mut Html) {
        let text = words(self.form.root, self.at);
        let is_day = text.is_empty() || crate::domain::day::Day::try_from(text.as_str()).is_ok();
        self.input(html, "plain", &[("type", Some(if is_day { "date" } else { "text" }))]);
    }

    /// A text for people: a field for each language, side by side.
    pub(super) fn texts(&self, html: &mut Html, long: bool, label: &str) {
        let Form { root, language, languages, .. } = *self.form;
        let together = languages.len() > 1;
        html.open(if together { "fieldset" } else { "div" }, &[("class", Some("write-field"))]);
        let first = format!("{FIELD}{}.{}", self.at, languages[0]);
        match together {
            true => self.label(html, "legend", None, label),
            false => self.label(html, "label", Some(&first), label),
        }
        let helped = self.help(html);
        html.open("div", &[("class", Some("desk-pair"))]);
        for code in languages {
            let path = format!("{}.{code}", self.at);
            let (id, said) = (format!("{FIELD}{path}"), format!("{SAID}{path}"));
            let by = if helped { format!("{HELP}{} {said}", self.at) } else { said };
            html.open("div", &[]);
            if together {
                html.put("label", &[("for", Some(&id)), ("class", Some("write-language"))], t::choice(language, code));
            }
            let value = words(root, &path);
            let own = [
                ("id", Some(id.as_str())),
                ("data-at", Some(self.at)),
                ("data-is", Some(if long { "text" } else { "line" })),
                ("lang", Some(code.as_str())),
                ("dir", Some("auto")),
                ("aria-describedby", Some(by.as_str())),
            ];
            match long {
                true => html.put("textarea", &[&own[..], &[("rows", Some("2"))]].concat(), &value),
                false => html.open("input", &[&own[..], &[("type", Some("text")), ("value", Some(&value))]].concat()),
            }
            self.said(html, &path);
            if code == "nl" {
                tips::place(html, &path);
            }
            html.close("div");
        }
        html.close("div");
        html.close(if together { "fieldset" } else { "div" });
    }

    fn flag(&self, html: &mut Html) {
        let id = format!("{FIELD}{}", self.at);
        let on = get(self.form.root, self.at) == Some(&Value::Bool(true));
        html.open("div", &[("class", Some("write-field"))]);
        self.tick(html, &id, "flag", "true", on, t::label(self.form.language, self.name));
        self.help(html);
        self.said(html, self.at);
        html.close("div");
    }

    fn tick(&self, html: &mut Html, id: &str, is: &'static str, value: &str, on: bool, label: &str) {
        html.open("label", &[("class", Some("choice"))]);
        html.open(
            "input",
            &[
                ("type", Some("checkbox")),
                ("id", Some(id)),
                ("data-at", Some(self.at)),
                ("data-is", Some(is)),
                ("value", Some(value)),
                ("checked", on.then_some("")),
            ],
        );
        html.put("span", &[], label);
        html.close("label");
    }

    fn ticks(&self, html: &mut Html, is: &'static str, mut all: Vec<(String, String)>) {
        let has: Vec<_> = get(self.form.root, self.at).and_then(Value::as_array).into_iter().flatten().collect();
        let chosen: Vec<String> = has.iter().filter_map(|one| one.as_str()).map(str::to_owned).collect();
        all.extend(
            chosen
                .iter()
                .filter(|id| all.iter().all(|(one, _)| one != *id))
                .map(|id| (id.clone(), id.clone()))
                .collect::<Vec<_>>(),
        );
        html.open("fieldset", &[("class", Some("write-field"))]);
        self.label(html, "legend", None, t::label(self.form.language, self.name));
        self.help(html);
        for (n, (id, title)) in all.iter().enumerate() {
            let own = format!("{FIELD}{}{}", self.at, if n == 0 { String::new() } else { format!(" {id}") });
            self.tick(html, &own, is, id, chosen.contains(id), title);
        }
        if all.is_empty() {
            html.put("p", &[], writing::none_there(self.form.language));
        }
        self.said(html, self.at);
        html.close("fieldset");
    }

    fn select(&self, html: &mut Html, is: &'static str, mut all: Vec<(String, String)>) {
        let now = words(self.form.root, self.at);
        if !all.iter().any(|(id, _)| *id == now) && !now.is_empty() {
            // An id tells nobody anything.
            let name =
                if is == "one" { writing::not_there_any_more(self.form.language).to_owned() } else { now.clone() };
            all.push((now.clone(), name));
        }
        self.control(html, |html, id, by| {
            html.open(
                "select",
                &[("id", Some(id)), ("data-at", Some(self.at)), ("data-is", Some(is)), ("aria-describedby", Some(by))],
            );
            html.put("option", &[("value", Some(""))], writing::choose(self.form.language));
            for (code, title) in &all {
                let chosen = (*code == now).then_some("");
                html.put("option", &[("value", Some(code)), ("selected", chosen)], title);
            }
            html.close("select");
            let means = t::choice_help(self.form.language, &now);
            if !means.is_empty() {
                html.put("p", &[("class", Some("soft"))], means);
            }
        });
    }
}

/// What is said of one field, with a link that leads to it.
pub(super) fn point(html: &mut Html, one: &Said) {
    match &one.at {
        Some(at) => html.put("a", &[("href", Some(&format!("#{}{at}", FIELD))), ("data-go", Some(at))], &one.way),
        None => html.text(&one.way),
    }
    html.text(": ");
    html.text(&one.text);
}

/// What an item is called so far.
pub fn title(form: &Form, at: &str) -> String {
    let named = ["title", "name", "label", "text"]
        .iter()
        .map(|key| words(form.root, &format!("{at}.{key}.{}", form.languages[0])));
    named.filter(|text| !text.is_empty()).map(|text| format!(": {text}")).next().unwrap_or_default()
}

impl Form<'_> {
    /// What there is to refer to: its id, and what it is called.
    fn among(&self, among: Among) -> Vec<(String, String)> {
        match among {
            Among::Dilemmas => {
                let all = self.root.get("dilemmas").and_then(Value::as_array).map_or(0, Vec::len);
                let one = |n: usize| {
                    let id = words(self.root, &format!("dilemmas[{n}].id"));
                    let name = t::nth(self.language, "dilemmas", n) + &title(self, &format!("dilemmas[{n}]"));
                    (id, name)
                };
                (0..all).map(one).collect()
            }
            Among::Places => self.around.places.clone(),
            Among::Touchstones => self.around.touchstones.clone(),
            Among::Pictures => self.around.pictures.clone(),
        }
    }

    /// What an item is about that the program made: the point of a touchstone, or what happened on which day.
    pub(super) fn about(&self, at: &str) -> String {
        let of = |key: &str| words(self.root, &format!("{at}.{key}"));
        let point = of("point").parse::<usize>().ok().and_then(|point| point.checked_sub(1));
        let points = self.around.points.iter().find(|(id, _)| *id == of("touchstone"));
        if let Some(words) = points.zip(point).and_then(|((_, points), at)| points.get(at)) {
            return format!("{}. {words}", of("point"));
        }
        match crate::domain::day::Day::try_from(of("on").as_str()) {
            Ok(on) => gate::happened(self.language, t::choice(self.language, &of("what")), on),
            Err(_) => format!("{} {}", of("touchstone"), of("point")),
        }
    }

    /// Whether items of this list can be folded though they have few fields: sides hold lists themselves.
    pub(super) fn folds(&self, list: &str) -> bool {
        list.ends_with("sides") || list == "sources"
    }
}
