//! The signpost as a table: the same for who reads with ears or fingers, or rather reads numbers.

use super::Own;
use crate::{
    domain::{language::Language, signpost::Signpost},
    texts::feedback as t,
};
use leptos::prelude::*;

/// The table.
pub fn view(signpost: &Signpost, own: &Own, language: Language) -> impl IntoView + use<> {
    let themes = signpost.themes.iter().enumerate().map(|(at, theme)| {
        let landings = theme.landings.iter().map(|landing| {
            view! { <li><b>{t::status(language, landing.status)}</b>": "{landing.what.get(language).to_owned()}</li> }
        });
        let with: Vec<_> = theme.landings.iter().map(|landing| landing.with.get(language).to_owned()).collect();
        let title = theme.title.get(language).to_owned();
        view! {
            <tr>
                <th scope="row">{title}{own.has(at).then(|| format!(" ({})", t::yours(language)))}</th>
                <td class="number">{theme.count}</td>
                <td><ul>{landings.collect_view()}</ul></td>
                <td>{with.join(", ")}</td>
            </tr>
        }
    });
    let rest = [(t::set_aside(language), signpost.set_aside), (t::pending(language), signpost.pending)];
    let rest = rest.into_iter().filter(|(_, count)| *count > 0).map(|(name, count)| {
        view! { <tr><th scope="row">{name}</th><td class="number">{count}</td><td></td><td></td></tr> }
    });
    view! {
        <div class="scroll" tabindex="0" role="region" aria-label=t::signpost_table(language)>
            <table>
                <thead>
                    <tr>
                        <th scope="col">{t::col_theme(language)}</th>
                        <th scope="col">{t::col_reactions(language)}</th>
                        <th scope="col">{t::col_landing(language)}</th>
                        <th scope="col">{t::col_with(language)}</th>
                    </tr>
                </thead>
                <tbody>{themes.collect_view()}{rest.collect_view()}</tbody>
            </table>
        </div>
        <p class="soft small">{t::signpost_shares(language)}</p>
    }
}
