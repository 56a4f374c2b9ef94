//! The form of a consultation in the browser: hydrated over what was typed already, then driven by intents.

mod draft;
mod send;

use super::{device, element, focus, mine::Shelf};
use crate::{
    domain::{consultation::status::Status, form::Form, from_json::read, id::Id},
    texts::form as t,
    view::{
        form::{
            AFTER, CHECK_TITLE, CheckView, DATA, FormView, ROOT, ReceiptView, SUMMARY, question_root,
            state::{FormState, Intent, Step},
        },
        question::QuestionView,
    },
};
use gloo_events::EventListener;
use gloo_timers::{callback::Timeout, future::TimeoutFuture};
use leptos::{mount, prelude::*, web_sys};
use std::{any::Any, cell::RefCell};
use wasm_bindgen::JsValue;
use wasm_bindgen_futures::spawn_local;

/// In the address while somebody looks over their answers, so that Back leads to the questions.
const CHECKING: &str = "controleer";
/// Marks the questions in the browser's history, once there is a check page to come back from.
const FILLING: &str = "invullen";

/// Hydrates the form. Where the page has none, nothing happens.
///
/// Question by question, with room in between for what somebody does on the page meanwhile. The form itself comes last:
/// until then it posts itself, and whatever was typed is in it.
pub async fn start(shelf: Shelf) {
    let (Some(root), Some(data)) = (element(ROOT), document().get_element_by_id(DATA)) else { return };
    let Some(form) = read::<Form>(&data.text_content().unwrap_or_default()) else { return };
    // Before hydration: what was typed while the app was on its way must not be lost.
    let typed = draft::from_page(&root);
    let slug = form.slug.clone();
    let owner = Owner::new();
    let state = owner.with(|| {
        let state_of = StoredValue::new(None::<FormState>);
        let act = Callback::new(move |intent| {
            if let Some(state) = state_of.get_value() {
                act(state, shelf, intent);
            }
        });
        let shut = device::today().and_then(|today| shut(&form, today));
        let state = FormState::new(form, typed, vec![], act);
        state_of.set_value(Some(state));
        (state, shut)
    });
    let (state, shut) = state;
    let mut breath = Breath::new();
    for (at, question) in state.form.with_value(|form| form.questions.clone()).into_iter().enumerate() {
        let Some(place) = element(&question_root(at)) else { continue };
        breath.take().await;
        // Typed meanwhile in a question that is still to come.
        state.draft.set(draft::from_page(&root));
        mount::hydrate_from(place, move || view! { <QuestionView question state /> }).forget();
    }
    breath.take().await;
    state.draft.set(draft::from_page(&root));
    mount::hydrate_from(root, move || view! { <FormView state /> }).forget();
    state.shut.set(shut);
    state.ready.set(true);
    owner.with(|| {
        titles(state);
        steps(state);
        follow_progress(state, shelf);
    });
    EventListener::new(&window(), "popstate", move |_| {
        // A jump within the page, by the skip link, is told as going back is; only the questions' entry is marked.
        let here = window().history().and_then(|history| history.state());
        if state.step.get_untracked() == Step::Check && here.is_ok_and(|here| here == FILLING) {
            back(state, None);
        }
    })
    .forget();
    spawn_local(draft::keep(state, slug));
    // The page lives as long as its form.
    std::mem::forget(owner);
}

/// Lets the page do other things whenever work has gone on for so long that somebody would notice.
struct Breath {
    since: f64,
}

impl Breath {
    /// Milliseconds; from 50 on a browser calls it a long task.
    const LONG: f64 = 30.0;

    fn new() -> Self {
        Self { since: device::milliseconds() }
    }

    async fn take(&mut self) {
        if device::milliseconds() - self.since > Self::LONG {
            TimeoutFuture::new(0).await;
            self.since = device::milliseconds();
        }
    }
}

/// Whether the consultation is closed (or not open yet) today, whatever the page said when it was made.
fn shut(form: &Form, today: crate::domain::day::Day) -> Option<bool> {
    match Status::on(today, form.opens, form.closes, form.feedback_due, None) {
        Status::Announced => Some(false),
        Status::Open => None,
        Status::Waiting | Status::Overdue | Status::Answered => Some(true),
    }
}

fn act(state: FormState, shelf: Shelf, intent: Intent) {
    match intent {
        Intent::Check => check(state),
        Intent::Back(question) => {
            back(state, question);
            // The entry that the check page made is taken back, so that Back leaves the page.
            if device::fragment() == CHECKING {
                let _ = window().history().and_then(|history| history.back());
            }
        }
        Intent::Send => send::send(state, shelf),
        Intent::SendUnsaved => send::send_unsaved(state),
        Intent::Download => send::download(state),
        Intent::DeleteDraft => draft::delete(state),
        Intent::Copy => send::copy(state),
        Intent::Print => {
            // A browser that can't print says so itself.
            let _ = window().print();
        }
        Intent::DownloadReceipt => send::download_receipt(state),
    }
}

/// To the check page, if the answers are right; else to the list of problems.
fn check(state: FormState) {
    let answers = state.form.with_value(|form| state.draft.with_untracked(|draft| form.answers(draft)));
    match answers {
        Ok(_) => {
            state.problems.set(vec![]);
            state.unkept.set(None);
            state.step.set(Step::Check);
            let address = format!("#{CHECKING}");
            // Without history the page still works; only Back then leaves it.
            let _ = window().history().and_then(|history| {
                history.replace_state(&FILLING.into(), "")?;
                history.push_state_with_url(&JsValue::NULL, "", Some(&address))
            });
            focus_soon(CHECK_TITLE.into());
        }
        Err(problems) => {
            state.problems.set(problems);
            focus_soon(SUMMARY.into());
        }
    }
}

fn back(state: FormState, question: Option<Id>) {
    state.step.set(Step::Fill);
    focus_soon(question.map_or_else(|| "reageren".to_owned(), |id| format!("f-{id}")));
}

/// Focuses an element once the page shows it, and after its title has changed.
fn focus_soon(id: String) {
    Timeout::new(0, move || focus(&id)).forget();
}

/// Shows what comes after the questions.
fn steps(state: FormState) {
    let shown = RefCell::new(None::<Box<dyn Any>>);
    Effect::new(move |_| {
        let step = state.step.get();
        let Some(root) = element(AFTER) else { return };
        // Dropping what was shown takes it from the page.
        shown.replace(None);
        shown.replace(match step {
            Step::Fill => None,
            Step::Check => Some(Box::new(mount::mount_to(root, move || view! { <CheckView state /> }))),
            Step::Done => Some(Box::new(mount::mount_to(root, move || view! { <ReceiptView state /> }))),
        });
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
fn follow_progress(state: FormState, shelf: Shelf) {
    Effect::new(move |_| {
        let Some(receipt) = state.receipt.get() else { return };
        let Some(progress) = shelf.list.with(|list| send::progress(list, &receipt)) else { return };
        if progress != state.progress.get_untracked() {
            state.progress.set(progress);
            if progress == crate::view::form::state::Progress::Arrived {
                state.announce.set(t::arrived(state.language).into());
            }
        }
    });
}

/// The form element.
fn form_element(root: &web_sys::HtmlElement) -> Option<web_sys::HtmlFormElement> {
    use wasm_bindgen::JsCast;
    root.query_selector("form").ok().flatten()?.dyn_into().ok()
}
