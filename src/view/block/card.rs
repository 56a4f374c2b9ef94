//! A consultation on the overview: its title, what it is about, how it stands.

use super::{amended::last_first, badges};
use crate::{
    domain::{
        consultation::{Amended, Consultation, Status},
        day::Day,
        language::Language,
        route::Route,
        span::Dated,
    },
    texts::{page as say, stay},
    view::picture::{self, Pictures, Place},
};
use leptos::prelude::*;

/// One card, an item of the list `.cards`, there on the days of its `statuses`. The whole card leads to the
/// consultation, in the language that it is `written` in. `feedback` is the day of the newest feedback. A `short` one does not say what it is about.
#[component]
pub fn Card(
    consultation: Consultation,
    statuses: Vec<Dated<Status>>,
    feedback: Option<Day>,
    pictures: Pictures,
    base: String,
    written: Language,
    language: Language,
    #[prop(optional)] short: bool,
) -> impl IntoView {
    let amended = last_first(&consultation).into_iter().next().map(|(one, then)| {
        let (what, changed) = say::amendment(&one, then, language);
        // Of a withdrawn one the line above says that.
        let changed = (one.what != Amended::Withdrawn).then(|| changed + " ");
        view! { <p class="card__dates">{what}" "{changed}<span lang=written.code()>{one.reason.get(written).to_owned()}</span></p> }
    });
    let Consultation { slug, title, summary, opens, closes, feedback_due, place, picture, .. } = consultation;
    let days = Dated::hull(&statuses)?;
    let feedback = feedback.map(|day| {
        let href = Route::Feedback(slug.clone()).href(&base, written);
        view! { <p class="card__feedback"><a href=href>{stay::read_feedback(day, day <= closes, language)}</a></p> }
    });
    let open = statuses.iter().find(|status| status.what == Status::Open).cloned();
    let badges = badges(&statuses, language);
    let dates = statuses.into_iter().map(|status| {
        let (from, until, hidden) = (status.from(), status.until(), status.hidden);
        let dates = say::dates(status.what, opens, closes, feedback_due, language);
        view! { <span data-from=from data-until=until hidden=hidden>{dates}</span> }
    });
    // No link of its own: all of the card leads there.
    let invite = open.map(|open| {
        view! { <p class="button button--primary card__invite" aria-hidden="true" data-from=open.from() data-until=open.until() hidden=open.hidden>{say::take_part(language)}</p> }
    });
    let picture = picture.and_then(|named| picture::picture(&pictures, &named, Place::Card, written));
    let place = place
        .map(|place| view! { <span class="card__place" lang=written.code()>{place.get(written).to_owned()}</span> });
    Some(view! {
        <li class="card" data-from=days.from() data-until=days.until() hidden=days.hidden>
            {picture}
            <p class="card__state">{place}{badges}</p>
            <h3><a href=Route::Consultation(slug).href(&base, written) lang=written.code() hreflang=written.code()>{title.get(written).to_owned()}</a></h3>
            {(!short).then(|| view! { <p lang=written.code()>{summary.get(written).to_owned()}</p> })}
            <p class="card__dates">{dates.collect_view()}</p>
            {amended}
            {feedback}
            {invite}
        </li>
    })
}
