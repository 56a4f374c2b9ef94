//! The draft: read from the page before hydration, put back from the device, and kept while somebody types.

use super::{FormState, form_element};
use crate::{
    browser::{device, storage::Storage},
    domain::{draft::Draft, id::Id},
    texts::form as t,
    view::form::state::Keeping,
};
use gloo_timers::callback::Timeout;
use leptos::{prelude::*, web_sys};
use std::{cell::RefCell, rc::Rc};
use wasm_bindgen_futures::spawn_local;

/// Milliseconds without typing before the draft is stored.
const REST: u32 = 400;

/// What stands in the form's fields now.
pub fn from_page(root: &web_sys::HtmlElement) -> Draft {
    let data = form_element(root).and_then(|form| web_sys::FormData::new_with_form(&form).ok());
    let Some(data) = data else { return Draft::default() };
    let entries = js_sys::Array::from(&data.entries());
    let pairs = entries.iter().filter_map(|pair| {
        let pair = js_sys::Array::from(&pair);
        Some((pair.get(0).as_string()?, pair.get(1).as_string()?))
    });
    Draft::from_pairs(pairs.collect::<Vec<_>>())
}

/// Puts the stored draft back where nothing was typed yet, and stores every change from then on.
pub async fn keep(state: FormState, slug: Id) {
    let storage = match Storage::open().await {
        Ok(storage) => storage,
        Err(_) => return state.keeping.set(Keeping::Unsaved),
    };
    match storage.draft(&slug).await {
        Ok(Some(kept)) => {
            state.draft.update(|draft| draft.fill_from(kept));
            state.keeping.set(Keeping::Restored);
        }
        Ok(None) => {}
        Err(_) => state.keeping.set(Keeping::Unsaved),
    }
    storage.close();
    let pending: Rc<RefCell<Option<Timeout>>> = Rc::default();
    let first = RefCell::new(true);
    let waiting = pending.clone();
    Effect::new(move |_| {
        state.draft.track();
        // The first run is the state as it is, unless something was typed before the app arrived.
        if first.replace(false) && state.keeping.get_untracked() == Keeping::Restored {
            return;
        }
        let waiting = &waiting;
        if state.draft.with_untracked(Draft::is_empty) && state.keeping.get_untracked() == Keeping::Quiet {
            return;
        }
        let slug = slug.clone();
        waiting.replace(Some(Timeout::new(REST, move || store(state, slug))));
    });
}

/// Stores the draft now.
fn store(state: FormState, slug: Id) {
    // Once sent, the draft has become a reaction; storing it again would offer it a second time.
    if state.receipt.with_untracked(Option::is_some) {
        return;
    }
    spawn_local(async move {
        let draft = state.draft.get_untracked();
        let stored = match Storage::open().await {
            Ok(storage) => {
                let stored = storage.keep_draft(&slug, &draft).await;
                storage.close();
                stored
            }
            Err(error) => Err(error),
        };
        state.keeping.set(match stored {
            Ok(()) if draft.is_empty() => Keeping::Quiet,
            Ok(()) => Keeping::Saved,
            Err(_) => Keeping::Unsaved,
        });
    });
}

/// Empties the form, after asking.
pub fn delete(state: FormState) {
    if device::confirm(t::draft_delete_sure(state.language)) {
        state.draft.set(Draft::default());
        state.problems.set(vec![]);
        super::focus_soon("reageren".into());
    }
}
