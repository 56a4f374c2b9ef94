//! What was erased from a gathering before: no words, but when and why, and the number by which the province finds what it
//! still has.

use super::{Desk, rooms::Errand, sending::reach};
use crate::{
    domain::{
        day::Day,
        gathering::{Book, GatheringId, Gone, Thing},
        id::ReactionId,
        sending,
    },
    texts::erasing as t,
};
use leptos::prelude::*;

/// What was erased before, with the number by which the province finds what it still has of it.
#[component]
pub fn Erased(desk: Desk, id: GatheringId, errand: Callback<Errand>) -> impl IntoView {
    let language = desk.language;
    let gone = Memo::new(move |_| {
        desk.held.with(|held| {
            let notebook = held.book(id).map(Book::notebook)?;
            let (sent, reactions) = (sending::sent(notebook), sending::reactions(id, notebook));
            let number = |gone: &Gone| match gone.thing {
                Thing::Remark(remark) if sent.contains_key(&remark) => reactions.get(&remark).cloned(),
                _ => None,
            };
            let gone = Gone::all(notebook).into_iter();
            Some(gone.map(|gone| (number(&gone), gone)).collect::<Vec<_>>())
        })
    });
    let one = move |(number, Gone { thing, why, who, at }): (Option<ReactionId>, Gone)| {
        let day = i64::try_from(at).ok().and_then(Day::in_the_netherlands);
        let day = day.map(|day| day.written(language)).unwrap_or_default();
        let (what, sent) = match thing {
            Thing::Remark(_) => (t::remark(language), number.is_none().then(|| t::never_sent(language))),
            Thing::Point(_) => (t::point(language), None),
        };
        let numbered = number.map(|number| {
            let number = number.as_str().to_owned();
            let copying = number.clone();
            let copy = move |_| errand.run(Errand::CopyNumber(id, thing));
            view! {
                {t::number(language)}" "<strong>{number}</strong>{reach(desk)}
                <button class="button" type="button" on:click=copy>
                    {t::copy(language)}<span class="visually-hidden">" "{copying}</span>
                </button>
            }
        });
        view! {
            <li>
                <strong>{t::erased_by(language, what, &day, &who)}</strong><br/>
                {t::reason(language, why)}"."<br/>
                {sent}{numbered}
            </li>
        }
    };
    let there = move || gone.get().filter(|gone| !gone.is_empty());
    move || {
        there().map(|gone| {
            let all: Vec<_> = gone.into_iter().map(one).collect();
            view! {
                <div class="desk-part">
                    <section class="desk-card">
                        <h2>{t::gone(language)}</h2>
                        <p>{t::gone_help(language)}</p>
                        <ul class="desk-list">{all}</ul>
                    </section>
                </div>
            }
        })
    }
}
