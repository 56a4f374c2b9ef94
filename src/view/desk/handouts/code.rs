//! A code on paper, with what it does and the address that it leads to.

use crate::{
    domain::language::Language,
    texts::handout as t,
    view::{desk::address::typed, qr::PrintedQr},
};
use leptos::prelude::*;

/// What it does stands over it.
pub fn code(language: Language, page: &str) -> impl IntoView + use<> {
    view! {
        <div class="code">
            <p class="code__does">{t::scan(language)}</p>
            <PrintedQr text=page.to_owned() label=t::qr(language).to_owned() class="code__qr sheet__qr" />
        </div>
    }
}

/// The address, for who types it.
pub fn address(before: &'static str, page: &str) -> impl IntoView + use<> {
    view! { <p>{before}" "<strong>{typed(page)}</strong></p> }
}
