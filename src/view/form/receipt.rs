//! After sending: how the reaction stands, the receipt with QR, copy, print and download, and what was written.

use super::{
    answer::words_view,
    check::button,
    state::{FormState, Intent, Progress},
};
use crate::{
    domain::{delivery::Trouble, language::Language, route::Route},
    texts::{form as t, outbox},
    view::qr::Qr,
};
use leptos::prelude::*;

/// The heading that takes focus.
pub const TITLE: &str = "receipt-title";

/// The heading: thanks are given only for what has arrived.
pub fn heading(language: Language, progress: Progress) -> &'static str {
    match progress {
        Progress::Sending => t::on_its_way(language),
        Progress::Waiting(_) => t::not_sent(language),
        Progress::Arrived => t::thanks(language),
        Progress::Refused(_) => t::not_taken(language),
    }
}

/// The receipt page.
#[component]
pub fn ReceiptView(state: FormState) -> impl IntoView {
    let language = state.language;
    let copy = state.copy.get_untracked()?;
    let code = copy.receipt.to_string();
    let base = state.form.with_value(|form| form.base.clone());
    // After the '#': what stands there is never sent to the host.
    let origin = window().location().origin().unwrap_or_default();
    let link = [&origin, &Route::Follow.href(&base, language), "#", &code].concat();
    let mine = Route::Mine.href(&base, language);
    let progress = move || match state.progress.get() {
        Progress::Sending => t::saved_sending(language),
        Progress::Waiting(Trouble::NoAnswer) => t::saved_waiting(language),
        Progress::Waiting(trouble) => outbox::trouble(language, Some(trouble)),
        Progress::Arrived => t::arrived(language),
        Progress::Refused(refusal) => t::refused(language, refusal),
    };
    let state_name = move || match state.progress.get() {
        Progress::Sending | Progress::Waiting(_) => "receipt__state badge badge--waiting",
        Progress::Arrived => "receipt__state badge badge--sent",
        Progress::Refused(_) => "receipt__state badge badge--refused",
    };
    let still_here = move || match state.progress.get() {
        Progress::Refused(_) => t::still_here(language),
        _ => "",
    };
    Some(view! {
        <section class="receipt" aria-labelledby=TITLE>
            <h2 id=TITLE tabindex="-1" prop:textContent=move || heading(language, state.progress.get())></h2>
            <p class=state_name prop:textContent=progress></p>
            <p prop:textContent=still_here></p>
            <h3>{t::receipt_title(language)}</h3>
            <p class="receipt__code" translate="no">{code}</p>
            <p>{t::receipt_help(language)}</p>
            <Qr text=link label=t::receipt_qr(language).into() />
            <p class="receipt__actions">
                {button(state, Intent::Copy, t::copy(language))}
                {button(state, Intent::Print, t::print(language))}
                {button(state, Intent::Download, t::download(language))}
                {button(state, Intent::DownloadData, t::download_data(language))}
            </p>
            <p role="status" prop:textContent=move || state.said.get()></p>
            <p>{t::feedback_due(language, copy.feedback_due)}</p>
            <p><a href=mine>{t::to_mine(language)}</a></p>
            <h3>{t::own_words(language)}</h3>
            {copy.words.map(|words| words_view(language, &words, None))}
        </section>
    })
}
