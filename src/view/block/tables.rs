//! Gesprekstafels: who is already talking, the province's role drawn at the table, and what it means to you.

use crate::{
    domain::{
        consultation::{Role, Table},
        language::Language,
    },
    texts::page as say,
};
use leptos::prelude::*;

/// All tables of a consultation.
#[component]
pub fn TablesBlock(tables: Vec<Table>, language: Language) -> impl IntoView {
    view! {
        <section class="section section--wide" aria-labelledby="tafels">
            <h2 id="tafels">{say::tables(language)}</h2>
            <ul class="tables">{tables.into_iter().map(|table| one(table, language)).collect_view()}</ul>
        </section>
    }
}

fn one(table: Table, language: Language) -> impl IntoView {
    let (role, explained) = say::role(table.role, language);
    let who: Vec<_> = table.who.iter().map(|who| who.get(language)).collect();
    view! {
        <li>
            {drawing(table.role)}
            <h3>{table.name.get(language).to_owned()}</h3>
            <p>{table.about.get(language).to_owned()}</p>
            <p class="soft small">{say::at_the_table(language)}" "{who.join(", ")}</p>
            <p><span class="table__role">{role}</span>". "{explained}</p>
            {table.meaning.map(|text| view! { <p><b>{say::meaning(language)}</b>" "{text.get(language).to_owned()}</p> })}
        </li>
    }
}

/// The table from above; the province, in the warm colour, sits among the others, around them or in their middle.
fn drawing(role: Role) -> impl IntoView {
    const SEATS: [(i32, i32); 6] = [(0, -32), (28, -16), (28, 16), (0, 32), (-28, 16), (-28, -16)];
    let others = if role == Role::CoCreationPartner { &SEATS[1..] } else { &SEATS[..] };
    let seats = others.iter().map(|(x, y)| view! { <circle class="table__seat" cx=*x cy=*y r="7"/> });
    let us = match role {
        Role::CoCreationPartner => view! { <circle class="table__us" cx="0" cy="-32" r="9"/> }.into_any(),
        Role::Caretaker => view! { <circle class="table__ring" r="45"/> }.into_any(),
        Role::Director => {
            let spokes: String = SEATS.iter().map(|(x, y)| format!("M0 0L{x} {y}")).collect();
            view! { <path class="table__spoke" d=spokes/><circle class="table__us" r="10"/> }.into_any()
        }
    };
    view! {
        <svg viewBox="-49 -49 98 98" aria-hidden="true">
            <circle class="table__top" r="22"/>
            {seats.collect_view()}
            {us}
        </svg>
    }
}
