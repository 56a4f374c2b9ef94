//! `/mijn-reacties/` and `/volg/`: pages about what is on the device. Nothing is known of it here, so without
//! JavaScript they say what they are for and what to do.

use super::super::{Pages, assets::App, shell::Page};
use crate::{
    domain::{consultation::Consultation, endpoint::Endpoint, language::Language, route::Route, trace::Traceable},
    native::content_dir::Content,
    texts::site as t,
    view::{block::Hero, follow, looked, mine},
};
use leptos::prelude::*;

/// What this device sent or still holds.
pub fn mine(pages: &Pages, content: &Content, language: Language) -> String {
    let (title, lead) = (t::mine_title(language), t::mine_lead(language));
    let page = Page { apps: &[App::Device], qr: true, ..Page::new(Route::Mine, language, title, lead) };
    shown(pages, content, page, mine::LIST)
}

/// Look up by receipt.
pub fn follow(pages: &Pages, content: &Content, language: Language) -> String {
    let (title, lead) = (t::follow_title(language), t::follow_lead(language));
    let page = Page { apps: &[App::Device], ..Page::new(Route::Follow, language, title, lead) };
    shown(pages, content, page, follow::ROOT)
}

/// Which consultations can be looked up, and where.
fn traceables(pages: &Pages, content: &Content, language: Language) -> Vec<Traceable> {
    let one = |consultation: &Consultation| {
        let language = pages.site.page_language(&consultation.languages, language)?;
        Some(Traceable {
            slug: consultation.slug.clone(),
            language,
            title: consultation.title.get(language).to_owned(),
            feedback_due: consultation.feedback_due,
            bits: content.feedback.get(&consultation.slug).and_then(|told| told.bits),
        })
    };
    content.consultations.values().filter_map(one).collect()
}

fn shown(pages: &Pages, content: &Content, mut page: Page, root: &'static str) -> String {
    let language = page.language;
    page.later = &["form", "receipt", "signpost", "looked"];
    page.data = Some((looked::DATA, serde_json::to_string(&traceables(pages, content, language)).unwrap_or_default()));
    let (title, lead) = (page.title.clone(), page.description.clone());
    let email = pages.site.contact.email.clone();
    let to = pages.site.endpoint.all().iter().find_map(|endpoint| match endpoint {
        Endpoint::File { mail } => Some(mail.clone()),
        _ => None,
    });
    let to = to.unwrap_or_else(|| email.clone());
    pages.document(page, || {
        view! {
            <Hero title summary=lead language />
            <section class="section section--wide">
                <noscript><p>{t::needs_script(language)}</p></noscript>
                <div id=root data-mail=to></div>
                <div role="status">
                    <p data-app="away" hidden>{t::app_away(language)}</p>
                    <p data-app="unable" hidden>
                        {t::app_unable(language)}" "<a href=format!("mailto:{email}")>{email.clone()}</a>
                    </p>
                </div>
            </section>
        }
        .into_any()
    })
}
