//! Forms to fill in by pen: what somebody wants to tell, what kind of remark that is, and a name only with a tick.

use super::choice::Chosen;
use crate::{
    domain::{gathering::Kind, language::Language},
    texts::handout as t,
    view::{
        desk::{Desk, address::typed, practice::PracticeMark},
        qr::PrintedQr,
    },
};
use leptos::prelude::*;

/// The lines to write on.
const LINES: [usize; 2] = [16, 5];

/// What stands on one.
pub struct Blank {
    /// What it is about.
    pub about: String,
    /// Where and when.
    pub where_when: String,
    /// The stops to choose from.
    pub stops: Vec<String>,
    /// What becomes of it.
    pub back: String,
    /// The address for who rather types.
    pub page: String,
}

/// As many sheets as were chosen take.
pub fn forms(desk: Desk, chosen: Chosen, language: Language, blank: &Blank) -> impl IntoView + use<> {
    let (count, two) = (chosen.count.get(), chosen.two.get());
    let each = if two { 2 } else { 1 };
    let sheet = |first: usize| {
        let forms: Vec<_> =
            (first..=count.min(first + each - 1)).map(|_| form(language, blank, LINES[each - 1])).collect();
        let class = if two { "handout__page handout__page--two" } else { "handout__page" };
        view! { <article class="handout" lang=language.code()><PracticeMark desk /><div class=class>{forms}</div></article> }
    };
    (1..=count).step_by(each).map(sheet).collect_view()
}

fn form(language: Language, blank: &Blank, lines: usize) -> impl IntoView + use<> {
    let kinds = Kind::ALL.map(|kind| view! { <li><span class="pen-box"></span>{t::mine(language, kind)}</li> });
    let stops = (!blank.stops.is_empty()).then(|| {
        let one =
            |stop: &String| view! { <li><span class="pen-box"></span><span dir="auto">{stop.clone()}</span></li> };
        let all: Vec<_> = blank.stops.iter().map(one).collect();
        view! { <div class="pen-form__stops"><strong>{t::at_stop(language)}</strong><ul>{all}</ul></div> }
    });
    let lines: Vec<_> = (0..lines).map(|_| view! { <div></div> }).collect();
    view! {
        <section class="pen-form">
            <header class="pen-form__head">
                <p dir="auto"><strong>{t::form_title(language)}</strong>" "{blank.about.clone()}</p>
            </header>
            <p class="pen-form__where" dir="auto">{blank.where_when.clone()}</p>
            <p><strong>{t::tick(language)}</strong></p>
            <div>
                <ul class="pen-form__kinds">{kinds.collect_view()}</ul>
                {stops}
            </div>
            <div class="pen-form__lines">{lines}</div>
            <footer class="pen-form__foot">
                <div>
                    <p class="pen-form__speaker">{t::speaker(language)}<span></span></p>
                    <p class="pen-form__consent"><span class="pen-box"></span>{t::consent(language)}</p>
                    <p dir="auto">{blank.back.clone()}" "{t::no_names(language)}</p>
                </div>
                <p class="pen-form__site">{t::rather(language)}<br/><strong>{typed(&blank.page)}</strong></p>
                <PrintedQr text=blank.page.clone() label=t::qr(language).to_owned() class="pen-form__qr sheet__qr" />
            </footer>
        </section>
    }
}
