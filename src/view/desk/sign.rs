//! The line that says what is safe and what is not.

use super::{Cannot, Desk, Sign};
use crate::{domain::language::Language, texts::desk as t};
use leptos::prelude::*;

/// What is safe and what is not; it is said once to who listens.
#[component]
pub fn SignLine(desk: Desk) -> impl IntoView {
    let kind = move || {
        desk.sign.with(|sign| match sign {
            Sign::Quiet | Sign::Nothing(_) => "desk-sign",
            Sign::Saving => "desk-sign desk-sign--saving",
            Sign::Safe(_) => "desk-sign desk-sign--safe desk-sign--noted",
            Sign::Said(_) | Sign::Told(_) | Sign::PutBack(..) => "desk-sign desk-sign--safe",
            Sign::Cannot(_) | Sign::Wrong(_) => "desk-sign desk-sign--wrong",
        })
    };
    view! { <div class=kind><p role="status" id="desk-sign">{move || said(desk)}</p></div> }
}

/// The same in words.
pub fn said(desk: Desk) -> String {
    let language = desk.language;
    desk.sign.with(|sign| match sign {
        Sign::Quiet => String::new(),
        Sign::Saving => t::saving(language).into(),
        Sign::Safe(count) => t::safe_with(language, *count),
        Sign::Said(text) | Sign::Nothing(text) | Sign::Wrong(text) => (*text).into(),
        Sign::Told(text) => text.clone(),
        Sign::PutBack(put_back) => t::restored(language, *put_back),
        Sign::Cannot(why) => t::wrong(language, cannot(language, *why)),
    })
}

fn cannot(language: Language, why: Cannot) -> &'static str {
    match why {
        Cannot::Refused => t::refused(language),
        Cannot::Full => t::full(language),
        Cannot::Newer => t::newer(language),
        Cannot::Busy => t::busy(language),
        Cannot::NotReadBack => t::not_read_back(language),
    }
}
