//! Forms to fill in by pen: what somebody wants to tell, what kind of remark that is, and a name only with a tick.

use super::{Desk, address::typed, practice::PracticeMark};
use crate::{
    domain::gathering::{Gathering, Kind, Stop},
    texts::handout as t,
    view::qr::PrintedQr,
};
use leptos::prelude::*;
use std::sync::Arc;

/// The lines to write on.
const LINES: [usize; 2] = [16, 5];

/// The sheets with `count` forms.
#[component]
pub fn Forms(desk: Desk, gathering: Arc<Gathering>, count: usize, two: bool) -> impl IntoView {
    let each = if two { 2 } else { 1 };
    let sheet = |first: usize| {
        let forms: Vec<_> =
            (first..=count.min(first + each - 1)).map(|_| form(desk, &gathering, LINES[each - 1])).collect();
        let class = if two { "handout__page handout__page--two" } else { "handout__page" };
        view! { <article class="handout"><PracticeMark desk /><div class=class>{forms}</div></article> }
    };
    (1..=count).step_by(each).map(sheet).collect_view()
}

fn form(desk: Desk, gathering: &Gathering, lines: usize) -> impl IntoView + use<> {
    let language = desk.language;
    let day = desk.when(gathering);
    let where_when: Vec<_> = [Some(desk.name(gathering)), day].into_iter().flatten().collect();
    let kinds = Kind::ALL.map(|kind| view! { <li><span class="pen-box"></span>{t::mine(language, kind)}</li> });
    let stops = (!gathering.stops.is_empty()).then(|| {
        let one =
            |stop: &Stop| view! { <li><span class="pen-box"></span><span dir="auto">{stop.name.clone()}</span></li> };
        let all: Vec<_> = gathering.stops.iter().map(one).collect();
        view! { <div class="pen-form__stops"><strong>{t::at_stop(language)}</strong><ul>{all}</ul></div> }
    });
    let lines: Vec<_> = (0..lines).map(|_| view! { <div></div> }).collect();
    view! {
        <section class="pen-form">
            <header class="pen-form__head">
                <p dir="auto"><strong>{t::form_title(language)}</strong>" "{desk.about(gathering)}</p>
            </header>
            <p class="pen-form__where" dir="auto">{where_when.join(" · ")}</p>
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
                    <p>{t::returned(language)}</p>
                </div>
                <p class="pen-form__site">{t::rather(language)}<br/><strong>{typed(&desk.page(gathering))}</strong></p>
                <PrintedQr text=desk.page(gathering) label=t::qr(language).to_owned() class="pen-form__qr sheet__qr" />
            </footer>
        </section>
    }
}
