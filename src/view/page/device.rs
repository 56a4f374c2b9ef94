//! `/mijn-reacties/` and `/volg/`: pages about what is on the device. Nothing is known of it here, so without
//! JavaScript they say what they are for and what to do.

use super::{Around, Body, reach};
use crate::{
    domain::{consultation::Consultation, endpoint::Endpoint, language::Language, route::Route, trace::Traceable},
    files::content::Content,
    texts::{outbox, site as t},
    view::{block::Hero, follow, mine},
};
use leptos::prelude::*;

/// What this device sent or still holds.
pub fn mine(around: &Around, content: &Content, language: Language) -> Body {
    let draft = |one: Traceable| {
        let href = Route::Consultation(one.slug.clone()).href(&around.base, one.language) + "#reageren";
        let id = format!("{}{}", mine::DRAFT, one.slug);
        view! {
            <li class="mine__draft" id=id lang=one.language.code() hidden>
                <h2 class="mine__title">{one.title.clone()}</h2>
                <p class="badge badge--waiting">{outbox::begun(one.language)}</p>
                <p>{outbox::begun_help(one.language)}</p>
                <p>
                    <a class="button button--primary" href=href>
                        {outbox::go_on(one.language)}<span class="visually-hidden">": "{one.title}</span>
                    </a>
                </p>
            </li>
        }
    };
    let drafts = traceables(around, content, language).into_iter().map(draft).collect_view();
    let drafts = view! { <ul class="mine" id="drafts">{drafts}</ul> }.into_any();
    shown(around, t::mine_title(language), t::mine_lead(language), mine::LIST, drafts, language)
}

/// Look up by receipt.
pub fn follow(around: &Around, language: Language) -> Body {
    shown(around, t::follow_title(language), t::follow_lead(language), follow::ROOT, ().into_any(), language)
}

/// Which consultations can be looked up, and where.
pub fn traceables(around: &Around, content: &Content, language: Language) -> Vec<Traceable> {
    let one = |consultation: &Consultation| {
        let language = around.site.page_language(&consultation.languages, language)?;
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

/// `before` stands above what the app shows.
fn shown(around: &Around, title: &str, lead: &str, root: &'static str, before: AnyView, language: Language) -> Body {
    let email = around.site.contact.email.clone();
    let to = around.site.endpoint.all().iter().find_map(|endpoint| match endpoint {
        Endpoint::File { mail } => Some(mail.clone()),
        _ => None,
    });
    let to = to.unwrap_or_else(|| email.clone());
    let view = view! {
        // No picture: what one came for begins on the first screen.
        <Hero title=title.to_owned() summary=lead.to_owned() picture=Some(().into_any()) language />
        <section class="section section--wide">
            <noscript><p>{t::needs_script(language)}</p></noscript>
            {before}
            <div id=root data-mail=to></div>
            {(root == mine::LIST).then(|| reach(around, language))}
            <div role="status">
                <p data-app="away" hidden>{t::app_away(language)}</p>
                <p data-app="unable" hidden>
                    {t::app_unable(language)}" "<a href=format!("mailto:{email}")>{email.clone()}</a>
                </p>
            </div>
        </section>
    }
    .into_any();
    Body { title: title.to_owned(), lead: lead.to_owned(), view }
}
