//! Checking, sending and the receipt: what comes after filling in.

mod check;
mod post;

use super::{all, call_qr, device, element, focus, form::PageForm, shelf::Shelf};
use crate::{
    domain::{form::Form, from_json::read},
    texts::form as t,
    view::form::{
        AFTER, CheckView, DATA, RECEIPT_TITLE, ReceiptView, SENT_AT, STEP, heading,
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
        Intent::Download => post::download(state, false),
        Intent::DownloadData => post::download(state, true),
        Intent::Copy => post::copy(state),
        Intent::Print => {
            // A browser that can't print says so itself.
            let _ = window().print();
        }
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
        page.element.set_hidden(matches!(step, Step::Check | Step::Done));
        let Some(root) = element(AFTER) else { return };
        // Dropping what was shown takes it from the page.
        shown.replace(None);
        shown.replace(match step {
            Step::Fill | Step::One(_) => None,
            Step::Check => Some(Box::new(mount::mount_to(root, move || view! { <CheckView state /> }))),
            Step::Done => Some(Box::new(mount::mount_to(root, move || view! { <ReceiptView state /> }))),
        });
        if step == Step::Done {
            call_qr();
        }
        if step != Step::Fill {
            window().scroll_to_with_x_and_y(0.0, 0.0);
        }
    });
}

/// The page's title follows what is shown: errors and steps are heard before anything else. And what is shown stands alone:
/// the style hides the rest.
fn titles(state: FormState) {
    let plain = document().title();
    Effect::new(move |_| {
        let (language, progress) = (state.language, state.progress.get());
        let wrong = !state.problems.with(Vec::is_empty);
        let (step, first, dash) = match state.step.get() {
            Step::Fill if wrong => ("", t::error(language), " "),
            Step::Fill => ("", "", ""),
            Step::One(_) => ("one", "", ""),
            Step::Check => ("check", t::check(language), " – "),
            Step::Done if progress == Progress::Arrived => ("arrived", heading(language, progress), " – "),
            Step::Done => ("unsent", heading(language, progress), " – "),
        };
        document().set_title(&[first, dash, &plain].concat());
        if let Some(main) = element("main") {
            // An attribute with a proper name can always be set or removed.
            let _ = if step.is_empty() { main.remove_attribute(STEP) } else { main.set_attribute(STEP, step) };
        }
    });
}

/// What happens to the reaction in the outbox shows on the receipt, and is said once.
fn follow_progress(state: FormState, page: PageForm, shelf: Shelf) {
    Effect::new(move |_| {
        let Some(copy) = state.copy.get() else {
            // After a reload: the last one that was written here.
            if device::fragment() == SENT_AT
                && let Some(copy) = shelf.list.with(|list| post::last(list, &page.slug))
            {
                state.copy.set(Some(copy));
                state.step.set(Step::Done);
                focus_soon(RECEIPT_TITLE.into());
            }
            return;
        };
        let Some(progress) = shelf.list.with(|list| post::progress(list, &copy.receipt)) else { return };
        if progress != state.progress.get_untracked() {
            state.progress.set(progress);
            if progress == Progress::Arrived {
                page.say(t::arrived(state.language));
            }
        }
    });
}
