//! `/over/`: what this is, privacy, accessibility, and what is not promised.

use super::{Around, Body};
use crate::{domain::language::Language, texts::site as t, view::block::Hero};
use leptos::prelude::*;

/// What stands on it; `stays` when the site may stay on devices.
pub fn body(around: &Around, stays: bool, language: Language) -> Body {
    let (title, lead) = (t::about_title(language), t::about_lead(language));
    let privacy = &around.site.privacy;
    let items = [
        (t::privacy_controller(language), privacy.controller.get(language)),
        (t::privacy_retention(language), privacy.retention.get(language)),
        (t::privacy_basis(language), privacy.basis.get(language)),
    ];
    let items = items.map(|(term, text)| view! { <div><dt>{term}</dt><dd>{text.to_owned()}</dd></div> });
    fn list<T: Into<String>>(lines: impl IntoIterator<Item = T>) -> Vec<impl IntoView> {
        lines.into_iter().map(|line| view! { <li>{line.into()}</li> }).collect()
    }
    let stays = stays.then(|| t::privacy_offline(language));
    let points = t::privacy_of(language, around.site.endpoint.all());
    let view = view! {
        <Hero title=title.to_owned() summary=lead.to_owned() language />
        <section class="section" aria-labelledby="privacy">
            <h2 id="privacy">{t::privacy_title(language)}</h2>
            <ul class="told">{list(points)}{list(stays)}</ul>
            <dl class="told">{items.into_iter().collect::<Vec<_>>()}</dl>
        </section>
        <section class="section" aria-labelledby="beloften">
            <h2 id="beloften">{t::limits_title(language)}</h2>
            <ul class="told">{list(t::limits_points(language))}</ul>
        </section>
        <section class="section" aria-labelledby="toegankelijk">
            <h2 id="toegankelijk">{t::access_title(language)}</h2>
            <ul class="told">{list(t::access_points(language))}</ul>
        </section>
    }
    .into_any();
    Body { title: title.to_owned(), lead: lead.to_owned(), view }
}

#[cfg(test)]
mod tests {
    use super::{super::example, *};
    use crate::domain::endpoint::{Endpoint, Endpoints, tests::every_kind};

    fn said(endpoints: &[Endpoint]) -> String {
        let (mut around, _) = example("/", "2026-11-26");
        around.site.endpoint = Endpoints::InOrder(endpoints.to_vec());
        t::privacy_of(Language::Nl, around.site.endpoint.all()).join(" ")
    }

    #[test]
    fn it_says_what_is_true_for_where_reactions_go() {
        let [collector, s3, form, _, _, file]: [Endpoint; 6] = every_kind().try_into().unwrap();
        let (nothing, addresses) = ("vraagt niets op bij andere bedrijven", "kan uw IP-adres zien");
        for (endpoints, hosts, code) in [
            (vec![collector.clone()], None, Some("maakt onze server de code")),
            (vec![s3.clone()], Some("s3.example.org"), None),
            (
                vec![s3, collector, form.clone()],
                Some("formspree.io, s3.example.org"),
                Some("maakt onze server de code"),
            ),
            (vec![form], Some("formspree.io"), Some("krijgt u geen volgcode")),
            (vec![file], None, None),
        ] {
            let said = said(&endpoints);
            assert_eq!(said.contains(nothing) && !said.contains("Zolang u leest"), hosts.is_none(), "{said}");
            assert_eq!(said.contains(addresses), hosts.is_some(), "{said}");
            assert!(said.contains(&hosts.map(|hosts| format!("gaat die naar {hosts}.")).unwrap_or_default()), "{said}");
            assert_eq!(said.contains("Staat JavaScript uit?"), code.is_some(), "{said}");
            assert!(said.contains(code.unwrap_or_default()), "{said}");
        }
    }
}
