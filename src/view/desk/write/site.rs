//! What is of the site alone, beside its fields: where reactions go in full and trying that, its look, and its lists of places.

use super::{Form, Html};
use crate::{
    domain::language::Language,
    files::theme::choice::{Choice, Letters},
    texts::own_site as t,
};

/// The element with the addresses to which reactions go.
pub const GOES: &str = "site-goes";
/// What came of a test reaction.
pub const TRIED: &str = "site-tried";
/// The part with colours and letters.
pub const THEME: &str = "site-theme";
/// What is said of them, and the samples in light and in dark.
pub const THEME_SAID: &str = "site-theme-said";
/// See [`THEME_SAID`].
pub const SAMPLES: [&str; 2] = ["site-sample-light", "site-sample-dark"];
/// The colours, the letters, and what was pasted.
pub const COLOURS: [&str; 3] = ["site-main", "site-accent", "site-link"];
/// See [`COLOURS`].
pub const LETTERS: &str = "site-letters";
/// See [`COLOURS`].
pub const PASTED: &str = "site-pasted";
/// The part with places, its fields, and what is said.
pub const PLACES: &str = "site-places";
/// Province, rows, source, licence.
pub const PLACES_FIELDS: [&str; 4] = ["places-province", "places-rows", "places-source", "places-licence"];
/// See [`PLACES`].
pub const PLACES_SAID: &str = "site-places-said";

/// The element with the sentences that stand beside what is filled in on privacy.
pub const FIXED: &str = "site-fixed";

/// The parts of the form, and what is in each.
pub(super) const PARTS: &[(&str, &[&str])] = &[
    ("site.about", &["name", "organisation", "intro", "notice", "languages", "address", "second_person"]),
    ("site.contact", &["contact.email", "contact.phone", "contact.post", "contact.security"]),
    (PRIVACY, &["privacy.controller", "privacy.retention", "privacy.basis"]),
    (WAYS, &["endpoint"]),
    (LOOK, &["logo", "picture.file", "picture.alt", "picture.maker"]),
    (VILLAGES, &[]),
    ("site.pen", &["paper.send", "paper.bring"]),
    ("site.lists", &["touchstones"]),
];

const PRIVACY: &str = "site.privacy";
const WAYS: &str = "site.ways";
const LOOK: &str = "site.look";
const VILLAGES: &str = "site.places";

/// What stands behind the fields of a part.
pub(super) fn beside(html: &mut Html, form: &Form, part: &str) {
    let language = form.language;
    match part {
        WAYS => {
            html.put("div", &[("id", Some(GOES))], "");
            html.open("p", &[("class", Some("row"))]);
            button(html, "try", t::try_now(language), false);
            html.close("p");
            html.put("p", &[("id", Some(TRIED)), ("role", Some("status"))], "");
        }
        // It is filled in once the fields are there.
        PRIVACY => html.put("div", &[("id", Some(FIXED))], ""),
        LOOK => {
            super::pictures::add(html, language);
            // It is filled in once the fields are there.
            html.put("div", &[("id", Some(THEME)), ("class", Some("write-list"))], "");
        }
        VILLAGES => places(html, form),
        _ => {}
    }
}

fn button(html: &mut Html, what: &str, text: &str, primary: bool) {
    let class = if primary { "button button--primary" } else { "button" };
    html.put("button", &[("class", Some(class)), ("type", Some("button")), ("data-do", Some(what))], text);
}

/// Where reactions go, as the inside of its element.
pub fn goes(language: Language, addresses: &[String], while_open: bool) -> String {
    let mut html = Html::default();
    for address in addresses {
        html.put("p", &[], &t::goes_to(language, address));
    }
    if while_open {
        html.put("p", &[], t::while_open(language));
    }
    html.done()
}

/// What the page on privacy says in any case, as the inside of its element.
pub fn fixed(language: Language, sentences: &[String]) -> String {
    let mut html = Html::default();
    html.put("h3", &[], t::fixed(language));
    html.open("ul", &[("class", Some("desk-list"))]);
    sentences.iter().for_each(|one| html.put("li", &[], one));
    html.close("ul");
    html.done()
}

/// Colours and letters, as the inside of their part.
pub fn theme(language: Language, choice: &Choice) -> String {
    let mut html = Html::default();
    html.put("h3", &[], t::theme(language));
    html.open("div", &[("class", Some("site-colours"))]);
    let names = [t::theme_main(language), t::theme_accent(language), t::theme_link(language)];
    for ((id, name), value) in COLOURS.iter().zip(names).zip([&choice.main, &choice.accent, &choice.link]) {
        html.open("div", &[("class", Some("write-field"))]);
        html.put("label", &[("for", Some(id))], name);
        html.open("input", &[("id", Some(id)), ("type", Some("color")), ("value", Some(value))]);
        html.close("div");
    }
    html.open("div", &[("class", Some("write-field"))]);
    html.put("label", &[("for", Some(LETTERS))], t::theme_letters(language));
    html.open("select", &[("id", Some(LETTERS))]);
    for one in Letters::ALL {
        let chosen = (one == choice.letters).then_some("");
        html.put("option", &[("value", Some(one.code())), ("selected", chosen)], t::letters(language, one));
    }
    html.close("select");
    html.close("div");
    html.close("div");
    html.open("details", &[("open", (!choice.pasted.is_empty()).then_some(""))]);
    html.put("summary", &[], t::theme_pasted(language));
    html.put("label", &[("for", Some(PASTED))], t::theme_pasted_help(language));
    let own = [("id", Some(PASTED)), ("rows", Some("6")), ("spellcheck", Some("false")), ("class", Some("write-raw"))];
    html.put("textarea", &own, &choice.pasted);
    html.close("details");
    html.put("h4", &[], t::theme_sample(language));
    html.open("div", &[("class", Some("desk-pair"))]);
    for (id, name) in SAMPLES.iter().zip([t::light(language), t::dark(language)]) {
        html.open(
            "div",
            &[("id", Some(id)), ("class", Some("site-sample")), ("role", Some("group")), ("aria-label", Some(name))],
        );
        html.put("strong", &[("class", Some("site-sample__heading"))], t::sample_heading(language));
        html.open("p", &[]);
        html.text(t::sample_text(language));
        html.put("span", &[("class", Some("site-sample__link"))], t::sample_link(language));
        html.text(".");
        html.close("p");
        html.put("span", &[("class", Some("site-sample__button"))], t::sample_button(language));
        html.close("div");
    }
    html.close("div");
    html.put("div", &[("id", Some(THEME_SAID)), ("role", Some("status"))], "");
    html.open("p", &[("class", Some("row"))]);
    button(&mut html, "theme-keep", t::theme_keep(language), false);
    button(&mut html, "theme-own", t::theme_own(language), false);
    html.close("p");
    html.done()
}

/// What is said of colours: what can't be read, and a way out.
pub fn theme_said(language: Language, faults: &[String], nearest: bool) -> String {
    let mut html = Html::default();
    if faults.is_empty() {
        html.put("p", &[], t::theme_fine(language));
        return html.done();
    }
    html.open("ul", &[("class", Some("desk-list write-said--wrong"))]);
    faults.iter().for_each(|fault| html.put("li", &[], fault));
    html.close("ul");
    if nearest {
        html.open("p", &[]);
        button(&mut html, "theme-nearest", t::theme_nearest(language), false);
        html.close("p");
    }
    html.done()
}

/// What the fields for places are called, and what helps with them.
pub fn places_names(language: Language) -> [(&'static str, &'static str); 4] {
    [
        (t::places_province(language), ""),
        (t::places_pasted(language), t::places_pasted_help(language)),
        (t::places_source(language), ""),
        (t::places_licence(language), t::places_licence_help(language)),
    ]
}

fn places(html: &mut Html, form: &Form) {
    let language = form.language;
    html.open("div", &[("id", Some(PLACES))]);
    if form.around.places.is_empty() {
        html.put("p", &[], t::places_none(language));
    }
    html.open("ul", &[("class", Some("desk-list"))]);
    form.around.places.iter().for_each(|(_, name)| html.put("li", &[], name));
    html.close("ul");
    for (id, (name, help)) in PLACES_FIELDS.iter().zip(places_names(language)) {
        let help_id = format!("{id}-help");
        html.open("div", &[("class", Some("write-field"))]);
        html.put("label", &[("for", Some(id))], name);
        if !help.is_empty() {
            html.put("p", &[("class", Some("soft")), ("id", Some(&help_id))], help);
        }
        let by = (!help.is_empty()).then_some(help_id.as_str());
        match *id == PLACES_FIELDS[1] {
            true => html.put("textarea", &[("id", Some(id)), ("rows", Some("6")), ("aria-describedby", by)], ""),
            false => html.open("input", &[("id", Some(id)), ("type", Some("text")), ("aria-describedby", by)]),
        }
        html.close("div");
    }
    html.open("p", &[]);
    button(html, "places-make", t::places_make(language), false);
    html.close("p");
    html.put("p", &[("id", Some(PLACES_SAID)), ("role", Some("status"))], "");
    html.close("div");
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::files::content::manuscript::{form::Is, site::SITE};

    #[test]
    fn every_field_of_the_site_is_in_one_part() {
        let ours: Vec<_> = PARTS.iter().flat_map(|(_, keys)| *keys).copied().collect();
        let seen = SITE.iter().filter(|field| !matches!(field.is, Is::Own)).map(|field| field.key);
        let missing: Vec<_> = seen.filter(|key| !ours.contains(key)).collect();
        assert_eq!(missing, [""; 0]);
    }

    #[test]
    fn a_sample_has_no_colours_of_the_page() {
        let html = theme(Language::Nl, &Choice::default());
        assert!(html.contains("id=\"site-sample-dark\"") && html.contains("type=\"color\""), "{html}");
        assert!(theme_said(Language::Nl, &["te licht".into()], true).contains("data-do=\"theme-nearest\""));
    }
}
