//! The signpost as a table: the same for who reads with ears or fingers, or rather reads numbers. Where there is no room for
//! columns its rows are blocks, and its roles say that it is still a table.

use crate::{
    domain::{language::Language, signpost::Signpost},
    texts::{feedback as f, signpost as t},
};
use leptos::prelude::*;

/// A cell with a number. Where it stands under no heading, it says of what.
fn number(count: u32, language: Language) -> impl IntoView {
    let unit = t::col_reactions(language).to_lowercase();
    view! { <td role="cell" class="number">{f::grouped(language, count)}<span class="signpost__unit">" "{unit}</span></td> }
}

/// The table, and how its numbers add up.
pub fn view(signpost: &Signpost, language: Language) -> impl IntoView + use<> {
    let themes = signpost.themes.iter().map(|theme| {
        let landings = theme.landings.iter().map(|landing| {
            let (what, with) = (landing.what.get(language).to_owned(), landing.with.get(language).to_owned());
            view! { <li><b>{f::status(language, landing.status)}</b>": "{what}" "<span class="soft small">{with}</span></li> }
        });
        view! {
            <tr role="row">
                <th role="rowheader" scope="row">{theme.title.get(language).to_owned()}</th>
                {number(theme.count, language)}
                <td role="cell"><ul>{landings.collect_view()}</ul></td>
            </tr>
        }
    });
    let all = signpost.themes.iter().fold(0u32, |sum, theme| sum.saturating_add(theme.count));
    let rest = [(t::set_aside(language), signpost.set_aside), (t::pending(language), signpost.pending)];
    let rest = rest.into_iter().filter(|(_, count)| *count > 0);
    let below = [(t::all_themes(language), all)].into_iter().chain(rest).map(|(name, count)| {
        view! {
            <tr role="row"><th role="rowheader" scope="row">{name}</th>{number(count, language)}<td role="cell"></td></tr>
        }
    });
    let spread = t::spread(language, signpost).map(|said| view! { <p class="soft small">{said}</p> });
    view! {
        <table class="signpost__table" role="table" aria-label=t::table(language)>
            <thead role="rowgroup">
                <tr role="row">
                    <th role="columnheader" scope="col">{t::col_theme(language)}</th>
                    <th role="columnheader" scope="col" class="number">{t::col_reactions(language)}</th>
                    <th role="columnheader" scope="col">{t::col_landing(language)}</th>
                </tr>
            </thead>
            <tbody role="rowgroup">{themes.collect_view()}</tbody>
            <tbody role="rowgroup" class="signpost__sums">{below.collect_view()}</tbody>
        </table>
        {spread}
    }
}
