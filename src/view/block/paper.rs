//! For who would rather write on paper: the questions printed as a form, and where that can go.

use crate::{
    domain::{day::Day, language::Language, site::Paper},
    texts::paper as say,
};
use leptos::prelude::*;

/// Where a form that was filled in by pen can go, until `closes`. On a screen with a button that prints.
#[component]
pub fn PaperBlock(paper: Paper, closes: Day, language: Language) -> impl IntoView {
    let send = paper.send.map(|to| view! { <p>{format!("{} {}.", say::send(language), to.get(language))}</p> });
    let places: Vec<_> = paper.bring.iter().map(|place| place.get(language).to_owned()).collect();
    let first = if send.is_some() { say::or_bring(language) } else { say::bring(language) };
    let bring = (!places.is_empty()).then(|| view! { <p>{format!("{first} {}.", places.join("; "))}</p> });
    view! {
        <section class="paper" aria-labelledby="papier">
            <h3 id="papier">{say::title(language)}</h3>
            <p class="paper__how">{say::how(language)}</p>
            {send}
            {bring}
            <p>{say::until(closes, language)}</p>
            <p class="paper__how"><button type="button" class="button button--secondary js-only" data-print="">{say::print(language)}</button></p>
        </section>
    }
}

#[cfg(test)]
mod tests {
    use leptos::prelude::*;

    use crate::{
        domain::{id::Id, language::Language, site::Paper},
        view::page::{consultation::body, example},
    };

    #[test]
    fn what_is_said_of_paper_is_what_the_site_says_and_nothing_where_it_says_nothing() {
        let (mut around, content) = example("/", "2026-11-26");
        let consultation = &content.consultations[&Id::try_from("drenthe-dichterbij").unwrap()];
        let place = |text: &str| serde_json::from_value(serde_json::json!(text)).unwrap();
        let mut html = |paper| {
            around.site.paper = paper;
            body(&around, consultation, Language::Nl).view.to_html()
        };
        let send = html(Some(Paper { send: Some(place("Postbus 1")), bring: vec![] }));
        assert!(send.contains("Stuur het formulier naar: Postbus 1.") && !send.contains("het naar:"), "{send}");
        let bring = html(Some(Paper { send: None, bring: vec![place("de bieb"), place("het dorpshuis")] }));
        assert!(bring.contains("Breng het formulier naar: de bieb; het dorpshuis."), "{bring}");
        assert!(bring.contains("uiterlijk 31 oktober 2027"), "{bring}");
        let none = html(None);
        assert!(!none.contains("papier\"") && !none.contains("Stuur het"), "{none}");
    }
}
