//! What is printed of a question, from its own words: what lacks is said with the way to its field.

use super::{
    choice::{Chosen, Print, choice},
    forms::{Blank, forms},
    letter::letter,
    poster::{Posted, poster},
    sender::Sender,
};
use crate::{
    domain::{language::Language, room::Room},
    files::content::manuscript::handout::{Handout, Lack, Stale},
    texts::{fields, handout as said, printed as t, writing},
    view::desk::{Desk, address::short},
};
use leptos::prelude::*;
use std::sync::Arc;

/// The element with the text for a village paper.
pub const NOTICE: &str = "desk-notice";

/// What is known of the question.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Printed {
    /// It is being read.
    Reading,
    /// There is none, or no work folder.
    None,
    /// It can’t be read.
    NoJson,
    /// This.
    Is(Arc<Standing>),
}

/// A question that can be printed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Standing {
    /// Its name in addresses.
    pub slug: String,
    /// In each of its languages.
    pub all: Vec<Handout>,
    /// What lacks.
    pub lacks: Vec<Lack>,
    /// Whether it is on the site that one works on.
    pub online: bool,
    /// Whether what is ready says something else.
    pub changed: bool,
    /// Why nothing is to be hung up any more, if that is so.
    pub stale: Option<Stale>,
}

/// What somebody wants.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Want {
    /// To print.
    Print,
    /// To copy the text for a village paper.
    Copy,
    /// To be led to a field.
    Field(Lack),
}

/// The room.
#[component]
pub fn PrintedRoom(desk: Desk, printed: RwSignal<Printed>, want: Callback<Want>) -> impl IntoView {
    let language = desk.language;
    let body = move || match printed.get() {
        Printed::Reading => plain(language, t::reading(language)).into_any(),
        Printed::None => plain(language, t::none(language)).into_any(),
        Printed::NoJson => plain(language, t::no_json(language)).into_any(),
        Printed::Is(standing) => whole(desk, &standing, want).into_any(),
    };
    view! { <div>{body}</div> }
}

fn plain(language: Language, text: &'static str) -> impl IntoView {
    view! { <div class="desk-part"><p role="status">{text}</p><p><a href=Room::Drafts.href()>{writing::room(language)}</a></p></div> }
}

fn whole(desk: Desk, standing: &Arc<Standing>, want: Callback<Want>) -> impl IntoView + use<> {
    let language = desk.language;
    let chosen = Chosen::new();
    let at = RwSignal::new(standing.all.iter().position(|one| one.language == language).unwrap_or_default());
    let offered = || vec![Print::Poster, Print::Letter, Print::Forms, Print::Notice];
    let act = Callback::new(move |()| {
        want.run(if chosen.what.get_untracked() == Print::Notice { Want::Copy } else { Want::Print });
    });
    let languages = (standing.all.len() > 1).then(|| {
        let one = |(n, handout): (usize, &Handout)| {
            view! {
                <label class="choice">
                    <input type="radio" name="paper-language" prop:checked=move || at.get() == n on:change=move |_| at.set(n) />
                    <span>{fields::choice(language, handout.language.code())}</span>
                </label>
            }
        };
        let all: Vec<_> = standing.all.iter().enumerate().map(one).collect();
        view! { <fieldset class="desk-choices"><legend>{t::language(language)}</legend>{all}</fieldset> }
    });
    let of = standing.clone();
    let preview = move || match of.all.get(at.get()) {
        Some(handout) => sheet(desk, chosen, handout).into_any(),
        None => ().into_any(),
    };
    let title = standing.all.first().map(|one| one.title.clone()).filter(|title| !title.is_empty());
    let back = format!("{}/{}", Room::Drafts.href(), standing.slug);
    view! {
        <div class="desk-part desk-paper">
            <div class="desk-paper__side">
                <div class="desk-all">
                    <p>{t::lead(language)}</p>
                    <p dir="auto"><strong>{title}</strong>" "<a href=back>{t::back(language)}</a></p>
                    {notes(language, standing)}
                </div>
                <div class="desk-form">{languages}</div>
                {choice(language, chosen, offered, help, act)}
                <p class="soft" hidden=move || chosen.what.get() != Print::Forms>{t::whole_form(language)}</p>
                {lacks(language, standing, want)}
            </div>
            <section class="desk-paper__sheets">
                <h2>{said::preview(language)}</h2>
                {preview}
            </section>
        </div>
    }
}

/// What one does with what is printed.
fn help(language: Language, print: Print) -> &'static str {
    match print {
        Print::Letter => t::letter_help(language),
        Print::Forms => t::forms_help(language),
        Print::Notice => t::notice_help(language),
        _ => t::poster_help(language),
    }
}

/// What one should know before hanging anything up.
fn notes(language: Language, standing: &Standing) -> Vec<AnyView> {
    let page = standing.all.first().map(|one| one.page.clone()).unwrap_or_default();
    let said = [
        standing.stale.map(|stale| t::stale(language, stale)),
        (!standing.online).then(|| t::not_online(language, short(&page))),
        (standing.online && standing.changed).then(|| t::changed(language).to_owned()),
        standing.lacks.iter().any(|lack| lack.at == "address").then(|| t::no_address(language).to_owned()),
    ];
    said.into_iter().flatten().map(|text| view! { <p class="desk-late">{text}</p> }.into_any()).collect()
}

/// What lacks, each with the way to its field.
fn lacks(language: Language, standing: &Standing, want: Callback<Want>) -> impl IntoView + use<> {
    (!standing.lacks.is_empty()).then(|| {
        let one = |lack: &Lack| {
            let lack = *lack;
            let href = if lack.site { Room::Site.href() } else { format!("{}/{}", Room::Drafts.href(), standing.slug) };
            let of = lack.site.then(|| format!("{}: ", t::of_site(language)));
            let lead = move |_| want.run(Want::Field(lack));
            view! { <li>{of}<a href=href on:click=lead>{fields::label(language, lack.at)}</a></li> }
        };
        let all: Vec<_> = standing.lacks.iter().map(one).collect();
        view! { <section class="desk-card"><h2>{t::lacks(language)}</h2><p>{t::lacks_help(language)}</p><ul class="desk-list">{all}</ul></section> }
    })
}

/// What was chosen, as it comes on paper.
fn sheet(desk: Desk, chosen: Chosen, handout: &Handout) -> impl IntoView + use<> {
    match chosen.what.get() {
        Print::Letter => letter(handout, desk.today).into_any(),
        Print::Forms => forms(desk, chosen, handout.language, &blank(handout)).into_any(),
        Print::Notice => {
            let text = t::notice(handout, short(&handout.page));
            let count = t::counts(desk.language, t::words(&text));
            view! { <p><strong>{count}</strong></p><p class="desk-passed" id=NOTICE lang=handout.language.code()>{text}</p> }.into_any()
        }
        _ => poster(desk, chosen.class(), posted(handout)).into_any(),
    }
}

/// What stands on its poster.
fn posted(handout: &Handout) -> Posted {
    let language = handout.language;
    let closes = handout.closes.map(|closes| {
        view! { <p class="poster__time">{t::until(handout)}</p><p class="poster__day">{closes.in_full(language)}</p> }
    });
    let due = handout.due.map(|due| {
        view! { <p class="poster__time">{t::answer_by(language)}</p><p class="poster__place poster__place--1">{due.written(language)}</p> }
    });
    Posted {
        language,
        sender: Sender { site: handout.site.clone(), organisation: handout.organisation.clone() },
        call: t::call(language),
        asked: handout.title.clone(),
        about: handout.about(),
        facts: view! { {closes}{due} }.into_any(),
        before: said::or_go_to(language),
        page: handout.page.clone(),
        more: if handout.phone.is_empty() { String::new() } else { t::or_call(language, &handout.phone) },
    }
}

/// What stands on its form.
fn blank(handout: &Handout) -> Blank {
    let until = handout.closes.map(|closes| t::can_until(handout.language, handout.opens, closes));
    Blank {
        about: handout.title.clone(),
        where_when: until.unwrap_or_default(),
        stops: Vec::new(),
        back: t::returned(handout),
        page: handout.page.clone(),
    }
}
