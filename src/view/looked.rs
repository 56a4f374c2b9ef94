//! What became of a reaction that was looked up: its way through the signpost, or a kind word about why there is none.

use super::signpost::{Own, post, theme_anchor};
use crate::{
    domain::{
        id::Id,
        language::Language,
        receipt::{NotAReceipt, Receipt},
        route::Route,
        signpost::Signpost,
        trace::Outcome,
    },
    texts::{feedback as t, lookup},
};
use leptos::{either::EitherOf3, prelude::*};
use std::sync::Arc;

/// The element with the consultations that can be looked up.
pub const DATA: &str = "trace-data";

/// A reaction that was found.
#[derive(Clone, Debug)]
pub struct Found {
    /// The consultation.
    pub slug: Id,
    /// The language of its page.
    pub language: Language,
    /// Its title in that language.
    pub title: String,
    /// What became of it.
    pub outcome: Outcome,
    /// Through what it went.
    pub signpost: Arc<Signpost>,
}

/// What looking up gave.
#[derive(Clone, Debug)]
pub enum Looked {
    /// It is under way.
    Looking,
    /// Found; in more than one consultation only if the same code was used twice.
    Found(Vec<Found>),
    /// In no feedback.
    Unknown,
    /// The network did not answer, or not with what was asked for.
    Failed,
    /// The site was renewed since the page was loaded.
    Stale,
}

/// The answer to one typed code.
#[derive(Clone, Debug)]
pub enum Answer {
    /// What was typed is no receipt.
    Typo(String, NotAReceipt),
    /// What became of it, once that is known. Each has a signal of its own, so that one answer does not make all others
    /// anew.
    Code(Receipt, ArcRwSignal<Looked>),
}

/// The answer. `unknown` is what to say when it is in no feedback.
#[component]
pub fn LookedView(looked: Looked, unknown: &'static str, base: String, language: Language) -> impl IntoView {
    let say = |text: &'static str| EitherOf3::A(view! { <p prop:textContent=text></p> });
    match looked {
        Looked::Looking => say(lookup::looking(language)),
        Looked::Failed => say(lookup::lookup_failed(language)),
        Looked::Stale => say(lookup::lookup_stale(language)),
        Looked::Unknown => EitherOf3::B(view! { <p>{unknown}</p> }),
        Looked::Found(all) => {
            let all: Vec<_> = all.into_iter().map(|found| one(found, &base, language)).collect();
            EitherOf3::C(view! { <div class="stack">{all}</div> })
        }
    }
}

fn one(found: Found, base: &str, language: Language) -> impl IntoView + use<> {
    let Found { slug, language: written, title, outcome, signpost } = found;
    let page = Route::Feedback(slug).href(base, written);
    let Outcome { themes, set_aside, later } = outcome;
    let landed = !themes.is_empty();
    let aside = set_aside.map(|why| {
        let what =
            if landed || later.is_some() { lookup::part_set_aside(language) } else { lookup::was_set_aside(language) };
        view! { <p><b>{what}</b>" "{lookup::because(language, &why)}</p> }
    });
    let later = later.map(|day| {
        let what = if landed { lookup::part_later(language) } else { lookup::not_read(language) };
        view! { <p><b>{what}</b>" "{lookup::read_by(language, day)}</p> }
    });
    let own: Vec<_> = themes.iter().filter_map(|at| signpost.themes.get(*at)).map(|theme| {
        let landings = theme.landings.iter().map(|landing| {
            let (what, with) = (landing.what.get(language).to_owned(), landing.with.get(language).to_owned());
            view! { <li><b>{t::status(language, landing.status)}</b>": "{what}<span class="looked__with soft small">{with}</span></li> }
        });
        let landings: Vec<_> = landings.collect();
        let href = format!("{page}#{}", theme_anchor(theme.id.as_str()));
        view! {
            <li class="looked__theme">
                <h4>{theme.title.get(language).to_owned()}</h4>
                <ul>{landings}</ul>
                <p><a href=href>{lookup::read_theme(language)}<span class="visually-hidden">": "{theme.title.get(language).to_owned()}</span></a></p>
            </li>
        }
    }).collect();
    let way = landed.then(|| {
        let post = post::view(&signpost, &Own(Some(themes)), &page, usize::MAX, language);
        view! {
            <ul class="looked__themes">{own}</ul>
            <details class="looked__way">
                <summary>{lookup::your_way(language)}</summary>
                <div class="signpost">{post}</div>
            </details>
        }
    });
    view! {
        <div class="looked">
            <h3><a href=page lang=written.code()>{title}</a></h3>
            {later}
            {aside}
            {way}
        </div>
    }
}
