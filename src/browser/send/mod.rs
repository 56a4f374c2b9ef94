//! Checking, sending and the receipt: what comes after filling in.

mod check;
mod post;

use super::{all, call_qr, device, element, focus, form::PageForm, shelf::Shelf};
use crate::{
    domain::{form::Form, from_json::read},
    texts::form as t,
    view::form::{
        AFTER, CheckView, DATA, ReceiptView,
        state::{FormState, Intent, Progress, Step},
    },
};
use gloo_timers::callback::Timeout;
use leptos::{mount, prelude::*};
use std::{any::Any, cell::RefCell};

/// Takes over the form's sending. Where the page has no form, nothing happens. Until here the script in the page keeps a
/// press of the button for later.
pub fn start(shelf: Shelf) {
    let (Some(page), Some(data)) = (PageForm::find(), element(DATA)) else { return };
    let Some(form) = read::<Form>(&data.text_content().unwrap_or_default()) else { return };
    let owner = Owner::new();
    owner.with(|| {
        let state_of = StoredValue::new(None::<FormState>);
        let acting = page.clone();
        let act = Callback::new(move |intent| {
            if let Some(state) = state_of.get_value() {
                act(state, &acting, shelf, intent);
            }
        });
        let state = FormState::new(form, act);
        state_of.set_value(Some(state));
        check::start(state, &page);
        titles(state);
        steps(state, page.clone());
        follow_progress(state, page, shelf);
    });
    // The page lives as long as its form.
    std::mem::forget(owner);
}

fn act(state: FormState, page: &PageForm, shelf: Shelf, intent: Intent) {
    let page = page.clone();
    match intent {
        Intent::Check => check::check(state, &page),
        Intent::Back(question) => check::back(state, question),
        // Another tab has changed or sent the draft since it was looked over: that is not what somebody wants to send.
        Intent::Send if page.draft() != state.draft.get_untracked() => check::back(state, None),
        Intent::Send => post::send(state, page, shelf),
        Intent::SendUnsaved => post::send_unsaved(state, page),
        Intent::Download => post::download(state),
        Intent::Copy => post::copy(state),
        Intent::Print => {
            // A browser that can't print says so itself.
            let _ = window().print();
        }
        Intent::DownloadReceipt => post::download_receipt(state),
    }
}

/// Focuses an element once the page shows it, and after its title has changed.
fn focus_soon(id: String) {
    Timeout::new(0, move || focus(&id)).forget();
}

/// Shows what comes after the questions.
fn steps(state: FormState, page: PageForm) {
    let shown = RefCell::new(None::<Box<dyn Any>>);
    Effect::new(move |_| {
        let step = state.step.get();
        page.element.set_hidden(step != Step::Fill);
        let Some(root) = element(AFTER) else { return };
        // Dropping what was shown takes it from the page.
        shown.replace(None);
        shown.replace(match step {
            Step::Fill => None,
            Step::Check => Some(Box::new(mount::mount_to(root, move || view! { <CheckView state /> }))),
            Step::Done => Some(Box::new(mount::mount_to(root, move || view! { <ReceiptView state /> }))),
        });
        if step == Step::Done {
            call_qr();
        }
    });
}

/// The page's title follows what is shown: errors and steps are heard before anything else.
fn titles(state: FormState) {
    let plain = document().title();
    Effect::new(move |_| {
        let language = state.language;
        let title = match state.step.get() {
            Step::Fill if !state.problems.with(Vec::is_empty) => format!("{} {plain}", t::error(language)),
            Step::Fill => plain.clone(),
            Step::Check => format!("{} – {plain}", t::check(language)),
            Step::Done => format!("{} – {plain}", t::thanks(language)),
        };
        document().set_title(&title);
    });
}

/// What happens to the reaction in the outbox shows on the receipt, and is said once.
fn follow_progress(state: FormState, page: PageForm, shelf: Shelf) {
    Effect::new(move |_| {
        let Some(receipt) = state.receipt.get() else { return };
        let Some(progress) = shelf.list.with(|list| post::progress(list, &receipt)) else { return };
        if progress != state.progress.get_untracked() {
            state.progress.set(progress);
            if progress == Progress::Arrived {
                page.say(t::arrived(state.language));
            }
        }
    });
}
