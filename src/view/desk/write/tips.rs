//! Tips beside a Dutch text: what is hard to read in it, why that matters, and a way to do better. Under its field, and of the
//! whole question together.

use super::{Html, rows};
use crate::{
    domain::{
        language::Language,
        plain::{Counts, Judged, Signal, SignalKind},
    },
    texts::plain as t,
    view::desk::turns::beginning,
};

/// Before the place of a text: the id of the element with its tips.
pub const TIPS: &str = "t.";
/// The element with how it stands with all texts.
pub const PLAIN: &str = "write-plain";

/// Where the tips about the text at this place come.
pub(super) fn place(html: &mut Html, path: &str) {
    html.put("div", &[("class", Some("write-tips")), ("id", Some(&format!("{TIPS}{path}")))], "");
}

/// The tips about the text at this place, as the inside of its element; nothing where there is none.
pub fn tips(language: Language, path: &str, text: &str, judged: &Judged, unfolded: bool) -> String {
    let mut html = Html::default();
    if judged.signals.is_empty() {
        return html.done();
    }
    let fold = format!("{TIPS}{path}");
    html.open("details", &[("data-fold", Some(&fold)), ("open", unfolded.then_some(""))]);
    html.put("summary", &[], &t::tips(language, judged.signals.len()));
    html.open("ul", &[("class", Some("desk-list"))]);
    let mut kinds = Vec::new();
    for signal in &judged.signals {
        let name = t::name(language, signal.kind);
        // Why it matters is said once.
        let is_first = !kinds.contains(&name);
        kinds.push(name);
        tip(&mut html, language, (path, text), signal, is_first);
    }
    html.close("ul");
    html.close("details");
    html.done()
}

fn tip(html: &mut Html, language: Language, (path, text): (&str, &str), signal: &Signal, is_first: bool) {
    let Some(words) = text.get(signal.at.clone()) else { return };
    let advice = t::advice(language, signal.kind, words);
    // As the browser counts letters.
    let count = |text: &str| text.encode_utf16().count();
    let from = text.get(..signal.at.start).map(count).unwrap_or_default();
    html.open("li", &[]);
    html.put("strong", &[], t::name(language, signal.kind));
    html.text(": ");
    html.text(&advice.what);
    if let SignalKind::LongSentence { .. } = signal.kind {
        html.text(" ");
        html.put("q", &[("lang", Some("nl"))], &beginning(words));
    }
    for more in [if is_first { advice.why } else { "" }, &advice.better] {
        html.text(" ");
        html.text(more);
    }
    html.text(" ");
    html.open(
        "button",
        &[
            ("class", Some("button button--link")),
            ("type", Some("button")),
            ("data-do", Some("words")),
            ("data-at", Some(path)),
            ("data-from", Some(&from.to_string())),
            ("data-to", Some(&(from + count(words)).to_string())),
        ],
    );
    html.text(t::show(language));
    html.put("span", &[("class", Some("visually-hidden"))], &format!(": {}", beginning(words)));
    html.close("button");
    html.close("li");
}

/// How it stands with all Dutch texts: how easy they are by the formula, and which have tips. Of each text: its place, what leads
/// to it, and how many tips it has.
pub fn all(language: Language, counts: &Counts, texts: &[(String, String, usize)]) -> String {
    let mut html = Html::default();
    html.put("h2", &[], t::heading(language));
    html.put("p", &[], t::what_it_is(language));
    if let Some(score) = t::score(language, counts) {
        html.open("p", &[]);
        html.put("strong", &[], &score);
        html.text(&format!(" ({}). ", t::size(language, counts)));
        html.text(t::about_score(language));
        html.close("p");
    }
    if texts.is_empty() {
        html.put("p", &[], t::nothing(language));
        return html.done();
    }
    html.open("ul", &[("class", Some("desk-list"))]);
    for (path, way, tips) in texts {
        html.open("li", &[]);
        html.put("a", &[("href", Some(&format!("#{}{path}", rows::FIELD))), ("data-go", Some(path))], way);
        html.text(": ");
        html.text(&t::tips(language, *tips));
        html.close("li");
    }
    html.close("ul");
    html.done()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::plain;

    #[test]
    fn what_was_typed_is_shown_as_text_and_found_in_the_field() {
        let text = "Nu 😀 <b>. Thans is het zover.";
        let judged = plain::judge(text);
        let html = tips(Language::Nl, "summary.nl", text, &judged, true);
        let at = text.find("Thans").unwrap();
        let from = text[..at].encode_utf16().count();
        assert!(html.contains(&format!("data-from=\"{from}\" data-to=\"{}\"", from + 5)), "{html}");
        assert!(html.contains("‘Thans’") && !html.contains("<b>"), "{html}");
    }

    #[test]
    fn why_it_matters_is_said_once_of_each_kind() {
        let text = "Thans is het zover. Het plan is conform de regels.";
        let html = tips(Language::Nl, "summary.nl", text, &plain::judge(text), true);
        assert_eq!(html.matches("Kantoorwoord").count(), 2, "{html}");
        assert_eq!(html.matches("Thuis zegt bijna niemand dit.").count(), 1, "{html}");
    }

    #[test]
    fn a_text_without_tips_shows_nothing_and_gets_no_seal() {
        let judged = plain::judge("De bus komt vaker.");
        assert_eq!(tips(Language::Nl, "summary.nl", "De bus komt vaker.", &judged, false), "");
        let html = all(Language::Nl, &judged.counts, &[]);
        assert!(html.contains("Dat zegt niet dat iedereen dit begrijpt."), "{html}");
    }
}
