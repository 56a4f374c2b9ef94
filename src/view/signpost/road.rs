//! The signpost as a list along a road: for a phone, and for paper. The road gets narrower with every theme that leaves it.

use super::{Own, mark, theme_anchor};
use crate::{
    domain::{
        language::Language,
        signpost::{SignTheme, Signpost},
    },
    texts::feedback as t,
};
use leptos::prelude::*;

/// All reactions together are this wide, of the 96 that there are.
const ALL: f64 = 64.0;
/// The height of a turn.
const TURN: f64 = 64.0;

/// The list.
pub fn view(signpost: &Signpost, own: &Own, page: &str, language: Language) -> impl IntoView + use<> {
    let unit = ALL / f64::from(signpost.received.total().max(1));
    let mut left = ALL;
    let mut piece = |share: f64, last: bool| {
        let before = left;
        left = if last { 0.0 } else { (left - share * unit).max(0.0) };
        piece(before, left)
    };
    let came = signpost.received.each().into_iter().filter(|(_, count)| *count > 0);
    let came: Vec<_> = came.map(|(source, count)| format!("{}: {count}", t::source(language, source))).collect();
    let rest = [(t::set_aside(language), signpost.set_aside), (t::pending(language), signpost.pending)];
    let rest: Vec<_> = rest.into_iter().filter(|(_, count)| *count > 0).collect();
    let stops = signpost.themes.len() + rest.len();
    let themes = signpost.themes.iter().zip(signpost.widths()).enumerate().map(|(at, (theme, width))| {
        let drawn = piece(width.iter().sum(), at + 1 == stops);
        view! {
            <li class=own.class("stop", at)>
                {drawn}
                {stop(theme, own.has(at), page, language)}
            </li>
        }
    });
    let themes: Vec<_> = themes.collect();
    let rest = rest.iter().enumerate().map(|(at, (name, count))| {
        let drawn = piece(f64::from(*count), signpost.themes.len() + at + 1 == stops);
        view! {
            <li class="stop stop--rest">
                {drawn}
                <div class="stop__words"><p class="stop__title">{*name}</p><p class="stop__count">{t::reactions(language, *count)}</p></div>
            </li>
        }
    });
    let rest: Vec<_> = rest.collect();
    view! {
        <ol class="signpost__list">
            <li class="stop stop--start">
                <svg class="stop__turn" viewBox="0 0 96 64" aria-hidden="true">
                    <path class="signpost__road" d=format!("M0 20q{} -16 {ALL} 0V64H0z", ALL / 2.0)/>
                    <path class="signpost__edge" d=format!("M0 64V20q{} -16 {ALL} 0V64", ALL / 2.0)/>
                </svg>
                {on(ALL)}
                <div class="stop__words">
                    <p class="stop__title">{t::reactions(language, signpost.received.total())}</p>
                    <p class="stop__count">{came.join(" · ")}</p>
                </div>
            </li>
            {themes}
            {rest}
        </ol>
    }
}

/// A piece of road that is this wide, from which one road turns off; below it goes on, as long as the words need.
fn piece(before: f64, after: f64) -> impl IntoView {
    let thick = before - after;
    // The turn: down along the edge of what leaves, round the corner, and to the words.
    let (top, bottom) = (30.0 - thick / 2.0, 30.0 + thick / 2.0);
    let turn = format!(
        "M{after:.1} 0H{before:.1}Q{before:.1} {top:.1} 96 {top:.1}V{bottom:.1}Q{after:.1} {bottom:.1} {after:.1} 0z"
    );
    view! {
        <svg class="stop__turn" viewBox="0 0 96 64" aria-hidden="true">
            <path class="signpost__road" d=format!("M0 0H{after:.1}V{TURN}H0z")/>
            <path class="signpost__edge" d=format!("M0 0V{TURN}M{after:.1} {TURN}V{:.1}", if thick > 0.0 { 22.0 } else { 0.0 })/>
            <path class="signpost__turn" d=turn/>
        </svg>
        {on(after)}
    }
}

/// The road as it goes on, as long as the words beside it.
fn on(width: f64) -> impl IntoView {
    view! {
        <svg class="stop__on" viewBox="0 0 96 8" preserveAspectRatio="none" aria-hidden="true">
            <path class="signpost__road" d=format!("M0 0H{width:.1}V8H0z")/>
            <path class="signpost__edge" d=format!("M0 0V8M{width:.1} 0V8")/>
        </svg>
    }
}

fn stop(theme: &SignTheme, own: bool, page: &str, language: Language) -> impl IntoView + use<> {
    let href = format!("{page}#{}", theme_anchor(theme.id.as_str()));
    let landings = theme.landings.iter().map(|landing| {
        view! {
            <li class="stop__landing">
                {mark::picture(landing.status)}
                <span>
                    <b>{t::status(language, landing.status)}</b>
                    ": "{landing.what.get(language).to_owned()}
                    <span class="stop__with">" "{landing.with.get(language).to_owned()}</span>
                </span>
            </li>
        }
    });
    view! {
        <div class="stop__words">
            <p class="stop__title"><a href=href>{theme.title.get(language).to_owned()}</a></p>
            <p class="stop__count">
                {t::reactions(language, theme.count)}
                {own.then(|| view! { <span class="stop__own">" – "{t::yours(language)}</span> })}
            </p>
            <ul>{landings.collect_view()}</ul>
        </div>
    }
}
