//! The balance, drawn and in tables: everything that came in has a place. From where it came, and how it went.

use crate::{
    domain::{
        day::Day,
        feedback::{Counts, Feedback, PlaceCounts},
        language::Language,
    },
    texts::{feedback as t, signpost},
    view::signpost::{flow, table},
};
use leptos::prelude::*;

/// Received = landed + set aside + pending, in a line and a bar; folded away behind it is what shows it: every number, the
/// places, and how all went from where it came to what is done.
#[component]
pub fn BalanceBlock(feedback: Feedback, gathered: Option<Day>, language: Language) -> impl IntoView {
    let counts = &feedback.counts;
    let parts = [counts.landed, counts.set_aside_count(), counts.pending_count()];
    let drawn = signpost::flow(language);
    let picture = feedback.signpost();
    let places = feedback.places.clone().map(|places| {
        view! { <details><summary>{t::places(language)}</summary>{place_table(&places, counts.received.total(), language)}</details> }
    });
    let said = counts.gatherings.map(|told| {
        view! { <p>{t::gatherings(language, counts.received.gathering, told)}</p> }
    });
    let beside = t::beside(language, counts).into_iter().map(|said| view! { <p class="soft">{said}</p> });
    view! {
        <section class="section section--wide" aria-labelledby="balans">
            <div class="section__head"><h2 id="balans">{t::balance(language)}</h2><p>{t::balance_lead(language, gathered)}</p></div>
            <div class="stack">
                <div class="balance">{bar(parts)}<p>{t::balance_sum(language, parts)}</p></div>
                {beside.collect_view()}
                <div class="folds">
                    <details><summary>{t::balance_table(language)}</summary>{said}{sums(counts, language)}</details>
                    {places}
                    <details><summary>{drawn}</summary><p>{signpost::flow_lead(language)}</p><div class="signpost">{flow::view(&picture, language)}</div></details>
                    <details><summary>{signpost::table(language)}</summary><div class="signpost">{table::view(&picture, language)}</div></details>
                </div>
            </div>
        </section>
    }
}

/// What landed, was set aside and is pending, side by side.
fn bar(parts: [u32; 3]) -> impl IntoView {
    let total = parts.iter().copied().map(f64::from).sum::<f64>().max(1.0);
    let mut at = 0.0;
    let drawn =
        ["balance__landed", "balance__aside", "balance__pending"].into_iter().zip(parts).map(|(class, count)| {
            let width = f64::from(count) * 100.0 / total;
            let drawn = view! { <path class=class d=format!("M{at:.2} 0h{width:.2}v10h-{width:.2}z")/> };
            at += width;
            drawn
        });
    view! { <svg class="balance__bar" viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true">{drawn.collect_view()}</svg> }
}

/// A row of a table of counts.
fn row(class: &'static str, name: String, note: Option<String>, count: u32, language: Language) -> impl IntoView {
    let note = note.map(|note| view! { <span class="soft">" "{note}</span> });
    view! { <tr class=class><th scope="row">{name}{note}</th><td class="number">{t::grouped(language, count)}</td></tr> }
}

/// Every number of the balance.
fn sums(counts: &Counts, language: Language) -> impl IntoView + use<> {
    let came = counts.received.each().into_iter().filter(|(_, count)| *count > 0);
    let came = came.map(|(source, count)| row("", t::source(language, source).to_owned(), None, count, language));
    let aside = counts.set_aside.iter().map(|one| {
        let note = one.note.as_ref().map(|note| note.get(language));
        let name = t::set_aside_because(language, one.reason, note);
        let note = note.filter(|note| !name.ends_with(note)).map(str::to_owned);
        row("balance__row--aside", name, note, one.count, language)
    });
    let pending = counts
        .pending
        .iter()
        .map(|one| row("balance__row--pending", t::pending_by(language, one.by), None, one.count, language));
    let together = counts.landed + counts.set_aside_count() + counts.pending_count();
    view! {
        <table class="counts">
            <tbody>
                {came.collect_view()}
                {row("counts__sum", t::received(language).to_owned(), None, counts.received.total(), language)}
            </tbody>
            <tbody>
                {row("balance__row--landed", t::landed(language).to_owned(), None, counts.landed, language)}
                {aside.collect_view()}
                {pending.collect_view()}
                {row("counts__sum", t::together(language).to_owned(), None, together, language)}
            </tbody>
        </table>
    }
}

/// From where people reacted; with who named no place, it is all there were.
fn place_table(places: &PlaceCounts, received: u32, language: Language) -> impl IntoView + use<> {
    let whole = |name: String, count| row("counts__whole", name, None, count, language);
    let rows = places.municipalities.iter().map(|municipality| {
        let villages =
            municipality.villages.iter().map(|village| row("", village.name.clone(), None, village.count, language));
        let other = (municipality.other > 0 && !municipality.villages.is_empty())
            .then(|| row("", t::other_villages(language).to_owned(), None, municipality.other, language));
        view! { <tbody>{whole(municipality.name.clone(), municipality.count)}{villages.collect_view()}{other}</tbody> }
    });
    let named = places.municipalities.iter().map(|one| one.count).chain([places.elsewhere]);
    let named = named.fold(0u32, u32::saturating_add);
    let elsewhere = (places.elsewhere > 0).then(|| whole(t::elsewhere(language).to_owned(), places.elsewhere));
    let nowhere = received.saturating_sub(named);
    let nowhere = (nowhere > 0).then(|| whole(t::no_place(language).to_owned(), nowhere));
    view! {
        <p>{t::places_note(language, places.minimum)}</p>
        <table class="counts places">
            {rows.collect_view()}
            <tbody>
                {elsewhere}
                {nowhere}
                {row("counts__sum", t::together(language).to_owned(), None, received.max(named), language)}
            </tbody>
        </table>
    }
}
