//! After sending: how the reaction stands, and the receipt with QR, copy, print and download.

use super::{
    check::answers,
    state::{FormState, Intent, Progress},
};
use crate::{
    domain::route::Route,
    texts::{form as t, outbox},
    view::qr::Qr,
};
use leptos::prelude::*;

/// The heading that takes focus.
pub const TITLE: &str = "receipt-title";

/// The receipt page.
#[component]
pub fn ReceiptView(state: FormState) -> impl IntoView {
    let language = state.language;
    let receipt = state.receipt.get_untracked()?;
    let code = receipt.to_string();
    let (base, feedback_due) = state.form.with_value(|form| (form.base.clone(), form.feedback_due));
    // After the '#': what stands there is never sent to the host.
    let origin = window().location().origin().unwrap_or_default();
    let link = format!("{origin}{}#{code}", Route::Follow.href(&base, language));
    let mine = Route::Mine.href(&base, language);
    let progress = move || match state.progress.get() {
        Progress::Sending => t::saved_sending(language),
        Progress::Waiting(trouble) => match trouble {
            crate::domain::delivery::Trouble::NoAnswer => t::saved_waiting(language),
            other => outbox::trouble(language, Some(other)),
        },
        Progress::Arrived => t::arrived(language),
        Progress::Refused(refusal) => t::refused(language, refusal),
    };
    let state_name = move || match state.progress.get() {
        Progress::Sending | Progress::Waiting(_) => "receipt__state badge badge--waiting",
        Progress::Arrived => "receipt__state badge badge--sent",
        Progress::Refused(_) => "receipt__state badge badge--refused",
    };
    let button = move |intent: Intent, text: &'static str| {
        view! { <button type="button" class="button button--secondary" on:click=move |_| state.act.run(intent.clone())>{text}</button> }
    };
    Some(view! {
        <section class="receipt" aria-labelledby=TITLE>
            <h2 id=TITLE tabindex="-1">{t::thanks(language)}</h2>
            <p class=state_name prop:textContent=progress></p>
            <h3>{t::receipt_title(language)}</h3>
            <p class="receipt__code" translate="no">{code.clone()}</p>
            <p>{t::receipt_help(language)}</p>
            <Qr text=link label=t::receipt_qr(language).into() />
            <p class="receipt__actions">
                {button(Intent::Copy, t::copy(language))}
                {button(Intent::Print, t::print(language))}
                {button(Intent::DownloadReceipt, t::download(language))}
            </p>
            <p role="status" prop:textContent=move || state.said.get()></p>
            <p>{t::feedback_due(language, feedback_due)}</p>
            <div class="print-only">{answers(state, false)}</div>
            <p><a href=mine>{t::to_mine(language)}</a></p>
        </section>
    })
}
