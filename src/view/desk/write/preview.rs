//! What stands beside a question that is being written: its page, how wide and how light that shows, and what to do with it.

use super::{Html, Said, rows};
use crate::{
    domain::language::Language,
    texts::{preview as t, publishing},
    view::desk::publish::WINDOW,
};

/// The element with all of it.
pub const PREVIEW: &str = "write-preview";
/// Its heading.
pub const HEADING: &str = "preview-title";
/// What is said of the page.
pub const SAID: &str = "preview-said";
/// The name of the choice how wide it is, and of the choice how light.
pub const CHOICES: [&str; 2] = ["preview-width", "preview-dark"];
/// The button that opens it, in the bar of the question.
pub const OPENS: &str = "view";
/// The button that lets one try it, and goes back.
pub const TRIES: &str = "preview-try";

/// How many things that are needed are named; the others stand with the question.
const NAMED: usize = 4;

/// All of it. `chosen`: whether it is wide, and whether it is dark.
pub fn html(language: Language, chosen: [bool; 2]) -> String {
    let mut html = Html::default();
    html.open("div", &[("class", Some("row write-preview__head"))]);
    html.put("h2", &[("id", Some(HEADING)), ("tabindex", Some("-1"))], t::title(language));
    press(&mut html, "view-close", t::close(language), None);
    html.close("div");
    html.open("div", &[("class", Some("desk-looks"))]);
    let choices = [
        (publishing::width(language), [publishing::phone(language), publishing::laptop(language)]),
        (publishing::light(language), [publishing::bright(language), publishing::dark(language)]),
    ];
    for ((name, (legend, texts)), chosen) in CHOICES.into_iter().zip(choices).zip(chosen) {
        html.open("fieldset", &[("class", Some("desk-choices"))]);
        html.put("legend", &[("class", Some("visually-hidden"))], legend);
        for (text, value) in texts.into_iter().zip([false, true]) {
            html.open("label", &[("class", Some("choice"))]);
            let checked = (value == chosen).then_some("");
            let value = value.then_some("1");
            html.open(
                "input",
                &[("type", Some("radio")), ("name", Some(name)), ("value", value), ("checked", checked)],
            );
            html.put("span", &[], text);
            html.close("label");
        }
        html.close("fieldset");
    }
    press(&mut html, "view-try", t::attempt(language), Some(TRIES));
    press(&mut html, "view-keep", t::keep(language), None);
    html.close("div");
    html.put("p", &[("class", Some("soft write-preview__help"))], t::keep_help(language));
    html.put("div", &[("id", Some(SAID)), ("role", Some("status"))], t::making(language));
    html.put("div", &[("class", Some("desk-look")), ("id", Some(WINDOW))], "");
    html.done()
}

fn press(html: &mut Html, what: &str, text: &str, id: Option<&str>) {
    let own = [("class", Some("button")), ("type", Some("button")), ("data-do", Some(what)), ("id", id)];
    html.put("button", &own, text);
}

/// Why there is no page of it as it is now. `earlier`: one from before shows.
pub fn lacking(language: Language, said: &[Said], earlier: bool) -> String {
    let mut html = Html::default();
    if said.is_empty() {
        html.put("p", &[], t::not_of_it(language));
        return html.done();
    }
    html.put("p", &[], if earlier { t::earlier(language) } else { t::not_yet(language) });
    html.open("ul", &[("class", Some("desk-list"))]);
    for one in &said[..said.len().min(NAMED)] {
        html.open("li", &[]);
        rows::point(&mut html, one);
        html.close("li");
    }
    if said.len() > NAMED {
        html.put("li", &[], &t::more(language, said.len() - NAMED));
    }
    html.close("ul");
    html.done()
}
