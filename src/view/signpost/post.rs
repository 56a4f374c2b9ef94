//! The finger-post: one arm for each status, with its themes on it. What we do points to the right, what we do not do, or
//! others do, to the left; what is not decided points nowhere.
//!
//! Everything that is said is text and grows with it; what is drawn stretches behind it.

use super::{Own, mark, theme_anchor};
use crate::{
    domain::{
        feedback::LandingStatus::{self, Adopted, ChangedMind, Community, Not, Partly, PassedOn, StillOpen},
        language::Language,
        signpost::{Arm, Signpost},
    },
    texts::{feedback as f, signpost as t},
};
use leptos::prelude::*;

/// On which side of the post an arm is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Side {
    /// What we do.
    Ours,
    /// What we do not do, or others do.
    Others,
    /// What is not decided.
    Open,
}

impl Side {
    /// That of a status.
    pub fn of(status: LandingStatus) -> Self {
        match status {
            Adopted | Partly | ChangedMind => Self::Ours,
            Not | PassedOn | Community => Self::Others,
            StillOpen => Self::Open,
        }
    }
}

/// How an arm ends, in a box of 44 by 100 that is as high as its words. It points to the right.
fn end(status: LandingStatus) -> &'static str {
    match status {
        Adopted | PassedOn => "M0 0H26L44 50L26 100H0z",
        // Half a point.
        Partly => "M0 0H26L44 100H0z",
        // Two points, one after the other.
        ChangedMind => "M0 0H22L34 50L22 100H0zM27 0H33L44 50L33 100H27L38 50z",
        // A road that stops.
        Not => "M0 0H31V100H0zM36 -9H44V109H36z",
        // Round: a table, a group.
        Community => "M0 0H18C54 2 54 98 18 100H0z",
        // Nothing yet.
        StillOpen => "M0 1H30V99H0",
    }
}

/// The post. `page` is the address of the page that tells each theme in full. Of an arm with more than `most` themes, the
/// others are folded away.
pub fn view(signpost: &Signpost, own: &Own, page: &str, most: usize, language: Language) -> impl IntoView + use<> {
    let received = signpost.received.total();
    let arms = signpost.arms();
    let side = |side: Side, class: &'static str, label: &'static str| {
        let arms = arms.iter().filter(|arm| Side::of(arm.status) == side);
        let arms: Vec<_> = arms.map(|arm| one(arm, received, signpost, own, page, most, language)).collect();
        (!arms.is_empty()).then(|| view! { <ol class=class aria-label=label>{arms}</ol> })
    };
    let ours = side(Side::Ours, "post__side post__side--ours", t::ours(language));
    let others = side(Side::Others, "post__side post__side--others", t::others(language));
    let class = if ours.is_some() && others.is_some() { "post post--both" } else { "post" };
    view! {
        <div class=class>
            {ours}
            {others}
            {side(Side::Open, "post__side post__side--open", t::open(language))}
        </div>
    }
}

fn one(
    arm: &Arm,
    received: u32,
    signpost: &Signpost,
    own: &Own,
    page: &str,
    most: usize,
    language: Language,
) -> impl IntoView + use<> {
    let theme = |at: &usize| {
        let theme = &signpost.themes[*at];
        let href = format!("{page}#{}", theme_anchor(theme.id.as_str()));
        let mine = own.has(*at).then(|| view! { " "<b class="arm__own">{f::yours(language)}</b> });
        view! { <li><a href=href>{theme.title.get(language).to_owned()}</a>{mine}</li> }
    };
    // One more takes no more room than to say that it is folded away.
    let shown = if arm.themes.len() > most.saturating_add(1) { most } else { arm.themes.len() };
    let themes: Vec<_> = arm.themes.iter().take(shown).map(theme).collect();
    let more: Vec<_> = arm.themes.iter().skip(shown).map(theme).collect();
    let more = (!more.is_empty()).then(|| {
        view! { <details class="arm__more"><summary>{t::more(language, more.len())}</summary><ul class="arm__themes">{more}</ul></details> }
    });
    let class = own.class("arm", &arm.themes);
    let share = (u64::from(arm.count) * 1000 / u64::from(received.max(1))).clamp(4, 1000);
    view! {
        <li class=format!("{class} arm--{}", arm.status.code())>
            <div class="arm__board">
                <p class="arm__status">
                    <svg class="arm__bar" viewBox="0 0 1000 10" preserveAspectRatio="none" aria-hidden="true"><path d=format!("M0 0H{share}V10H0z")/></svg>
                    <b><span class="arm__number">{arm.themes.len()}</span>" "{f::status(language, arm.status)}</b>
                    " "<span class="arm__count">{f::reactions(language, arm.count)}</span>
                </p>
                <ul class="arm__themes">{themes}</ul>
                {more}
            </div>
            {head(arm.status)}
        </li>
    }
}

/// How an arm ends, and its sign.
fn head(status: LandingStatus) -> impl IntoView + use<> {
    view! {
        <div class="arm__head">
            <svg class="arm__end" viewBox="0 0 44 100" preserveAspectRatio="none" aria-hidden="true"><path d=end(status)/></svg>
            {mark::picture(status)}
        </div>
    }
}

/// An arm that looks like one of this status, with other words on it.
pub fn board(status: LandingStatus, name: impl IntoView, items: impl IntoView) -> impl IntoView {
    view! {
        <li class=format!("arm arm--{}", status.code())>
            <div class="arm__board"><p class="arm__status">{name}</p><ul class="arm__themes">{items}</ul></div>
            {head(status)}
        </li>
    }
}
