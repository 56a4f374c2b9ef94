//! `/mijn-reacties/` and `/volg/`: pages about what is on the device. Nothing is known of it here, so without
//! JavaScript they say what they are for and what to do.

use super::{Around, Body, reach};
use crate::{
    domain::{consultation::Consultation, endpoint::Endpoint, language::Language, trace::Traceable},
    files::content::Content,
    texts::site as t,
    view::{block::Hero, follow, mine},
};
use leptos::prelude::*;

/// What this device sent or still holds.
pub fn mine(around: &Around, language: Language) -> Body {
    shown(around, t::mine_title(language), t::mine_lead(language), mine::LIST, language)
}

/// Look up by receipt.
pub fn follow(around: &Around, language: Language) -> Body {
    shown(around, t::follow_title(language), t::follow_lead(language), follow::ROOT, language)
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

fn shown(around: &Around, title: &str, lead: &str, root: &'static str, language: Language) -> Body {
    let email = around.site.contact.email.clone();
    let to = around.site.endpoint.all().iter().find_map(|endpoint| match endpoint {
        Endpoint::File { mail } => Some(mail.clone()),
        _ => None,
    });
    let to = to.unwrap_or_else(|| email.clone());
    let view = view! {
        <Hero title=title.to_owned() summary=lead.to_owned() language />
        <section class="section section--wide">
            <noscript><p>{t::needs_script(language)}</p></noscript>
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
