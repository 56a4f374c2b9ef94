//! `/mijn-reacties/` and `/volg/`: pages about what is on the device. Nothing is known of it here, so without
//! JavaScript they say what they are for and what to do.

use super::{Around, Body, reach};
use crate::{
    domain::{
        consultation::{Amended, Consultation},
        endpoint::Endpoint,
        language::Language,
        route::Route,
        trace::Traceable,
    },
    files::content::Content,
    texts::{outbox, page as say, site as t},
    view::{
        block::{Hero, amended::last_first},
        follow, mine,
    },
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
                <p>{one.withdrawn.unwrap_or_else(|| outbox::begun_help(one.language).to_owned())}</p>
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
            withdrawn: withdrawn(consultation, language),
        })
    };
    content.consultations.values().filter_map(one).collect()
}

/// That it was withdrawn, and why.
fn withdrawn(consultation: &Consultation, language: Language) -> Option<String> {
    let (one, then) = last_first(consultation).into_iter().find(|(one, _)| one.what == Amended::Withdrawn)?;
    let (what, _) = say::amendment(&one, then, language);
    Some(format!("{what} {} {}", say::because(language), one.reason.get(language)))
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        domain::{consultation::Amendment, from_json, language::Localised},
        view::{follow::FollowView, page},
    };

    #[test]
    fn a_withdrawn_question_says_why_and_is_not_awaited() {
        let (around, mut content) = page::example("/", "2026-11-24");
        let slug = "drenthe-dichterbij";
        content.feedback.clear();
        let awaited = |content: &Content| {
            let known = traceables(&around, content, Language::Nl);
            let text = serde_json::to_string(&known).unwrap();
            let known = from_json::read::<Vec<Traceable>>(&text).unwrap();
            let one = known.iter().find(|one| one.slug.as_str() == slug).cloned().unwrap();
            let [typed, said] = [RwSignal::new(String::new()), RwSignal::new(String::new())];
            let (answers, ask) = (RwSignal::new(Vec::new()), Callback::new(|_| {}));
            let (language, base) = (Language::Nl, "/".to_owned());
            let page = view! { <FollowView typed answers said ask traceables=known language base /> }.to_html();
            (one.withdrawn, page.contains(&format!("/{slug}/")))
        };
        Owner::new().with(|| {
            assert_eq!(awaited(&content), (None, true));
            let one = content.consultations.values_mut().find(|one| one.slug.as_str() == slug).unwrap();
            one.amended = vec![Amendment {
                what: Amended::Withdrawn,
                on: "2026-11-20".try_into().unwrap(),
                closes_was: one.closes,
                feedback_due_was: None,
                reason: Localised::Same("Het geld is op.".into()),
            }];
            let why = "Ingetrokken op 20 november 2026. Waarom: Het geld is op.";
            assert_eq!(awaited(&content), (Some(why.to_owned()), false));
        });
    }
}
