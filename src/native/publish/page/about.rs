//! `/over/`: what this is, privacy, accessibility, and what is not promised.

use super::super::{Pages, offline, shell::Page};
use crate::{
    domain::{endpoint::Endpoint, language::Language, route::Route},
    texts::site::{self as t, Plain},
    view::block::Hero,
};
use leptos::prelude::*;
use std::collections::BTreeSet;

/// The page.
pub fn render(pages: &Pages, language: Language) -> String {
    let (title, lead) = (t::about_title(language), t::about_lead(language));
    let page = Page::new(Route::About, language, title, lead);
    let privacy = &pages.site.privacy;
    let items = [
        (t::privacy_controller(language), privacy.controller.get(language)),
        (t::privacy_retention(language), privacy.retention.get(language)),
        (t::privacy_basis(language), privacy.basis.get(language)),
    ];
    let items = items.map(|(term, text)| view! { <div><dt>{term}</dt><dd>{text.to_owned()}</dd></div> });
    fn list<T: Into<String>>(lines: impl IntoIterator<Item = T>) -> Vec<impl IntoView> {
        lines.into_iter().map(|line| view! { <li>{line.into()}</li> }).collect()
    }
    let stays = offline::wanted(pages).then(|| t::privacy_offline(language));
    let points = privacy_points(pages, language);
    pages.document(page, || {
        view! {
            <Hero title=title.to_owned() summary=lead.to_owned() language />
            <section class="section" aria-labelledby="privacy">
                <h2 id="privacy">{t::privacy_title(language)}</h2>
                <ul>{list(points)}{list(stays)}</ul>
                <dl>{items.into_iter().collect::<Vec<_>>()}</dl>
            </section>
            <section class="section" aria-labelledby="beloften">
                <h2 id="beloften">{t::limits_title(language)}</h2>
                <ul>{list(t::limits_points(language))}</ul>
            </section>
            <section class="section" aria-labelledby="toegankelijk">
                <h2 id="toegankelijk">{t::access_title(language)}</h2>
                <ul>{list(t::access_points(language))}</ul>
            </section>
        }
        .into_any()
    })
}

/// What happens with data, where reactions go as this site's do.
fn privacy_points(pages: &Pages, language: Language) -> Vec<String> {
    let endpoints = pages.site.endpoint.all();
    let elsewhere: BTreeSet<_> = endpoints.iter().flat_map(Endpoint::hosts).map(str::to_owned).collect();
    let plain = endpoints.iter().find_map(|endpoint| match endpoint {
        Endpoint::Collector { .. } => Some(Plain::Ours),
        Endpoint::Form(_) => Some(Plain::Others),
        Endpoint::S3 { .. } | Endpoint::File { .. } => None,
    });
    let elsewhere: Vec<_> = elsewhere.into_iter().collect();
    t::privacy_points(language, &elsewhere, plain.unwrap_or(Plain::Nobody))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        domain::{
            day::Day,
            endpoint::{Endpoints, tests::every_kind},
        },
        native::{content_dir, publish::assets::Assets},
    };
    use std::{collections::BTreeMap, path::Path};

    fn said(endpoints: &[Endpoint]) -> String {
        let content = content_dir::load(&Path::new(env!("CARGO_MANIFEST_DIR")).join("public/content")).unwrap();
        let assets = Assets { base: "/".into(), theme: String::new(), apps: BTreeMap::new() };
        let mut pages = Pages::new(content.site, assets, Day::try_from("2026-11-26").unwrap());
        pages.site.endpoint = Endpoints::InOrder(endpoints.to_vec());
        privacy_points(&pages, Language::Nl).join(" ")
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
