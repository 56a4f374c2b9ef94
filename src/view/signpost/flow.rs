//! The second picture: everything that came in, through themes, to what happens with it. Themes stand beside what happens
//! with them, so no line crosses another, and each can be followed.

use super::{mark, theme_anchor};
use crate::{
    domain::{language::Language, signpost::Signpost},
    texts::{feedback as f, signpost as t},
};
use leptos::prelude::*;

/// The thickest line, in tenths of a letter.
const THICKEST: u64 = 14;

/// A line as thick as its reactions, of which the thickest has `most`.
fn line(count: u32, most: u32) -> impl IntoView {
    let tenths = (u64::from(count) * THICKEST / u64::from(most.max(1))).clamp(1, THICKEST);
    let height = format!("{}.{}em", tenths / 10, tenths % 10);
    view! {
        <svg class="flow__line" height=height viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true"><path d="M0 0H100V10H0z"/></svg>
    }
}

/// The picture.
pub fn view(signpost: &Signpost, language: Language) -> impl IntoView + use<> {
    let rest = [(t::set_aside(language), signpost.set_aside), (t::pending(language), signpost.pending)];
    let rest: Vec<_> = rest.into_iter().filter(|(_, count)| *count > 0).collect();
    let counts = signpost.themes.iter().map(|theme| theme.count).chain(rest.iter().map(|(_, count)| *count));
    let most = counts.max().unwrap_or_default();
    let came = signpost.received.each().into_iter().filter(|(_, count)| *count > 0);
    let came: Vec<_> = came
        .map(|(source, count)| format!("{}: {}", f::source(language, source), f::grouped(language, count)))
        .collect();
    let groups = signpost.arms().into_iter().map(|arm| {
        let rows = arm.themes.iter().map(|at| {
            let theme = &signpost.themes[*at];
            let first = theme.landings.iter().map(|landing| landing.status).min() == Some(arm.status);
            let again = (!first).then(|| view! { " "<span class="soft small">{t::again(language)}</span> });
            let class = if first { "flow__theme" } else { "flow__theme flow__theme--again" };
            view! {
                <li class=class>
                    <p class="flow__words">
                        <a href=format!("#{}", theme_anchor(theme.id.as_str()))>{theme.title.get(language).to_owned()}</a>
                        " "<span class="flow__count">{f::grouped(language, theme.count)}</span>{again}
                    </p>
                    {line(theme.count, most)}
                </li>
            }
        });
        view! {
            <li class=format!("flow__group flow__group--{}", arm.status.code())>
                <ul class="flow__themes">{rows.collect_view()}</ul>
                <p class="flow__end">{mark::picture(arm.status)}<span><b>{f::status(language, arm.status)}</b>" "<span class="flow__count">{f::reactions(language, arm.count)}</span></span></p>
            </li>
        }
    });
    let rest = rest.iter().map(|(name, count)| {
        view! {
            <li class="flow__group flow__group--rest">
                <div class="flow__themes"><div class="flow__theme">{line(*count, most)}</div></div>
                <p class="flow__end"><span><b>{*name}</b>" "<span class="flow__count">{f::reactions(language, *count)}</span></span></p>
            </li>
        }
    });
    view! {
        <div class="flow">
            <p class="flow__start"><b>{f::reactions(language, signpost.received.total())}</b><span class="soft small">{came.join(" · ")}</span></p>
            <ol class="flow__groups">
                {groups.collect_view()}
                {rest.collect_view()}
            </ol>
        </div>
    }
}
