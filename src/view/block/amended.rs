//! What happened to a question that people could see already, the last first, each with its reason.

use crate::{
    domain::{
        consultation::{Amended, Amendment, Consultation},
        day::Day,
        language::Language,
    },
    texts::page as say,
};
use leptos::prelude::*;

/// Each act with the last day that it led to, the last act first.
pub fn last_first(consultation: &Consultation) -> Vec<(Amendment, Day)> {
    let mut then = consultation.closes;
    let each = |one: &Amendment| (one.clone(), std::mem::replace(&mut then, one.closes_was));
    consultation.amended.iter().rev().map(each).collect()
}

/// All of it; nothing where nothing happened.
#[component]
pub fn AmendedBlock(all: Vec<(Amendment, Day)>, language: Language) -> impl IntoView {
    let items = all.into_iter().map(|(one, then)| {
        let (what, changed) = say::amendment(&one, then, language);
        let promised = one.feedback_due_was.map(|was| say::promised_before(was, language));
        let kept = (one.what == Amended::Withdrawn).then(|| say::withdrawn_after(language));
        view! {
            <li>
                <p><b>{what}</b>" "{changed}" "{promised}</p>
                <p>{say::because(language)}" "{one.reason.get(language).to_owned()}</p>
                {kept.map(|kept| view! { <p>{kept}</p> })}
            </li>
        }
    });
    view! {
        <section class="section" aria-labelledby="veranderd">
            <h2 id="veranderd">{say::amended(language)}</h2>
            <ul class="amended">{items.collect_view()}</ul>
        </section>
    }
}
