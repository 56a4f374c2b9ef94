//! From the questions to the check page and back, or to what is to be mended.

use super::{FormState, Intent, PageForm, Step, all, device, element, focus_soon};
use crate::{
    texts::{form as t, problem},
    view::form::{CHECK_TITLE, ErrorSummary, ONE, PROBLEMS, SUMMARY, change_id, question_root},
};
use gloo_events::{EventListener, EventListenerOptions};
use gloo_timers::callback::Timeout;
use leptos::{mount, prelude::*, web_sys};
use wasm_bindgen::{JsCast, JsValue};

/// In the address while somebody looks over their answers, so that Back leads to the questions.
const CHECKING: &str = "controleer";
/// Marks the questions in the browser's history, once there is a check page to come back from.
const FILLING: &str = "invullen";
/// What is wrong when an answer is: the group of fields, or the one field that a question has.
const FIELDS: &str = "fieldset, div > textarea";

/// Checks instead of posting, and shows what is to be mended.
pub fn start(state: FormState, page: &PageForm) {
    let submit = move |event: &web_sys::Event| {
        event.prevent_default();
        state.act.run(Intent::Check);
    };
    let options = EventListenerOptions::enable_prevent_default();
    EventListener::new_with_options(&page.element, "submit", options, submit).forget();
    // What was mended is not wrong any more; what is new waits for the next check.
    let live = page.clone();
    EventListener::new(&page.element, "input", move |_| {
        let shown = state.problems.get_untracked();
        if !shown.is_empty() {
            let now = state.form.with_value(|form| form.answers(&live.draft())).err().unwrap_or_default();
            let left = now.into_iter().filter(|one| shown.iter().any(|old| old.question == one.question));
            state.problems.set(left.collect());
        }
    })
    .forget();
    EventListener::new(&page.element, "reset", move |_| state.problems.set(vec![])).forget();
    EventListener::new(&window(), "popstate", move |_| {
        // A jump within the page, by the skip link, is told as going back is; only the questions' entry is marked.
        let here = window().history().and_then(|history| history.state());
        if state.step.get_untracked() == Step::Check && here.is_ok_and(|here| here == FILLING) {
            fill(state, None);
        }
    })
    .forget();
    if let Some(root) = element(PROBLEMS) {
        mount::mount_to(root, move || view! { <ErrorSummary state /> }).forget();
    }
    let page = page.clone();
    Effect::new(move |marked: Option<bool>| {
        let wrong = !state.problems.with(Vec::is_empty);
        if wrong || marked == Some(true) {
            mark(state, &page);
        }
        wrong
    });
}

/// To the check page, if the answers are right; else to the list of problems.
pub fn check(state: FormState, page: &PageForm) {
    let draft = page.draft();
    let answers = state.form.with_value(|form| form.answers(&draft));
    state.draft.set(draft);
    match answers {
        Ok(_) => {
            state.problems.set(vec![]);
            state.unkept.set(None);
            let before = state.step.get_untracked();
            state.step.set(Step::Check);
            let address = format!("#{CHECKING}");
            // Without history the page still works; only Back then leaves it.
            let _ = window().history().and_then(|history| {
                history.replace_state(&FILLING.into(), "")?;
                history.push_state_with_url(&JsValue::NULL, "", Some(&address))
            });
            focus_soon(CHECK_TITLE.into());
            // Who changed one answer goes on where they were.
            if let Step::One(at) = before {
                focus_soon(change_id(at));
            }
        }
        Err(problems) => {
            state.problems.set(problems);
            // All of them, as what is wrong may be elsewhere.
            if let Step::One(_) = state.step.get_untracked() {
                state.step.set(Step::Fill);
            }
            focus_soon(SUMMARY.into());
        }
    }
}

/// Back to the questions, or to this one alone.
pub fn back(state: FormState, question: Option<usize>) {
    fill(state, question);
    // The entry that the check page made is taken back, so that Back leaves the page.
    if device::fragment() == CHECKING {
        let _ = window().history().and_then(|history| history.back());
    }
}

fn fill(state: FormState, question: Option<usize>) {
    let Some(question) = question else {
        state.step.set(Step::Fill);
        return focus_soon("reageren".into());
    };
    for at in 0.. {
        let Some(root) = element(&question_root(at)) else { break };
        // An attribute with a proper name can always be set or removed.
        let _ = root.toggle_attribute_with_force(ONE, at == question);
        if at == question {
            Timeout::new(0, move || {
                let field = root.query_selector("input, select, textarea").ok().flatten();
                // Focusing an element in the page can't fail.
                let _ = field.map(|field| field.unchecked_into::<web_sys::HtmlElement>().focus());
            })
            .forget();
        }
    }
    state.step.set(Step::One(question));
}

/// Says at each question what is wrong with its answer. The page has the place for it, tied to the fields already.
fn mark(state: FormState, page: &PageForm) {
    let ids: Vec<_> = state.form.with_value(|form| form.questions.iter().map(|question| question.id.clone()).collect());
    state.problems.with(|problems| {
        for (at, id) in ids.iter().enumerate() {
            let (Some(root), Some(error)) = (page.question(at), element(&format!("e-{id}"))) else { continue };
            let problem = problems.iter().find(|problem| problem.question.as_ref() == Some(id));
            let sentence = problem.map(|problem| problem::sentence(state.language, &problem.fault));
            let (wrong, word) = (sentence.is_some(), t::error(state.language));
            error.set_text_content(sentence.map(|sentence| format!("{word} {sentence}")).as_deref());
            error.set_hidden(!wrong);
            for question in all(&root, ".question") {
                question.set_class_name(if wrong { "question question--error" } else { "question" });
            }
            for field in all(&root, FIELDS) {
                // Setting or removing an attribute with a proper name can't fail.
                let _ = match wrong {
                    true => field.set_attribute("aria-invalid", "true"),
                    false => field.remove_attribute("aria-invalid"),
                };
            }
        }
    });
}
