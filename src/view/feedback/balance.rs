//! De balans, drawn and in a table: everything that came in has a place. And from where it came.

use crate::{
    domain::{
        day::Day,
        feedback::{Counts, PlaceCounts},
        language::Language,
    },
    texts::{feedback as t, page::number},
};
use leptos::prelude::*;

/// Received = landed + set aside + pending.
#[component]
pub fn BalanceBlock(counts: Counts, gathered: Option<Day>, language: Language) -> impl IntoView {
    let received = counts.received;
    let total = received.total();
    let parts = [
        ("balance__landed", counts.landed),
        ("balance__aside", counts.set_aside_count()),
        ("balance__pending", counts.pending_count()),
    ];
    let mut at = 0.0;
    let bars = parts.map(|(class, count)| {
        let width = f64::from(count) * 100.0 / f64::from(total.max(1));
        let bar = view! { <path class=class d=format!("M{at:.2} 0h{width:.2}v10h-{width:.2}z")/> };
        at += width;
        bar
    });
    let row = |class: &'static str, name: String, note: Option<String>, count: u32| {
        let note = note.map(|note| view! { <span class="soft">" "{note}</span> });
        view! {
            <tr class=class><th scope="row">{name}{note}</th><td class="number">{number(f64::from(count), language)}</td></tr>
        }
    };
    let came = received.each().into_iter().filter(|(_, count)| *count > 0);
    let came = came.map(|(source, count)| row("", t::source(language, source).to_owned(), None, count));
    let aside = counts.set_aside.iter().map(|one| {
        let note = one.note.as_ref().map(|note| note.get(language).to_owned());
        row("balance__row--aside", t::set_aside_because(language, one.reason), note, one.count)
    });
    let pending =
        counts.pending.iter().map(|one| row("balance__row--pending", t::pending_by(language, one.by), None, one.count));
    let beside = t::beside(language, &counts).into_iter().map(|said| view! { <p class="soft">{said}</p> });
    view! {
        <section class="section" aria-labelledby="balans">
            <div class="section__head"><h2 id="balans">{t::balance(language)}</h2><p>{t::balance_lead(language, gathered)}</p></div>
            <div class="stack">
                <svg class="balance__bar" viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true">{bars.into_iter().collect_view()}</svg>
                <table class="balance">
                    <tbody>
                        {came.collect_view()}
                        {row("balance__sum", t::received(language).to_owned(), None, total)}
                    </tbody>
                    <tbody>
                        {row("balance__row--landed", t::landed(language).to_owned(), None, counts.landed)}
                        {aside.collect_view()}
                        {pending.collect_view()}
                        {row("balance__sum", t::together(language).to_owned(), None, counts.landed + counts.set_aside_count() + counts.pending_count())}
                    </tbody>
                </table>
                {beside.collect_view()}
            </div>
        </section>
    }
}

/// From where people reacted.
#[component]
pub fn PlacesBlock(places: PlaceCounts, language: Language) -> impl IntoView {
    let rows = places.municipalities.iter().map(|municipality| {
        let villages = municipality.villages.iter().map(|village| {
            view! { <tr><th scope="row">{village.name.clone()}</th><td class="number">{village.count}</td></tr> }
        });
        let other = (municipality.other > 0 && !municipality.villages.is_empty()).then(|| {
            view! { <tr><th scope="row">{t::other_villages(language)}</th><td class="number">{municipality.other}</td></tr> }
        });
        view! {
            <tbody>
                <tr class="places__municipality"><th scope="row">{municipality.name.clone()}</th><td class="number">{municipality.count}</td></tr>
                {villages.collect_view()}
                {other}
            </tbody>
        }
    });
    let elsewhere = (places.elsewhere > 0).then(|| {
        view! {
            <tbody><tr class="places__municipality"><th scope="row">{t::elsewhere(language)}</th><td class="number">{places.elsewhere}</td></tr></tbody>
        }
    });
    view! {
        <section class="section" aria-labelledby="plaatsen">
            <div class="section__head"><h2 id="plaatsen">{t::places(language)}</h2><p>{t::places_note(language, places.minimum)}</p></div>
            <table class="places">{rows.collect_view()}{elsewhere}</table>
        </section>
    }
}
