//! The draft: read from the page before hydration, put back from the device, and kept while somebody types.

use super::{FormState, form_element};
use crate::{
    browser::{device, storage::Storage},
    domain::{draft::Draft, id::Id},
    texts::form as t,
    view::form::state::Keeping,
};
use gloo_events::EventListener;
use gloo_timers::callback::Timeout;
use leptos::{prelude::*, web_sys};
use std::cell::{Cell, RefCell};
use wasm_bindgen_futures::spawn_local;

/// Milliseconds between a change and storing it.
const REST: u32 = 400;

thread_local! {
    /// The next time that the draft is stored, if it has changed.
    static PENDING: RefCell<Option<Timeout>> = const { RefCell::new(None) };
}

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
    let mut stored = Draft::default();
    match storage.draft(&slug).await {
        Ok(Some(kept)) => {
            stored = kept.clone();
            state.draft.update(|draft| draft.fill_from(kept));
            state.keeping.set(Keeping::Restored);
        }
        Ok(None) => {}
        Err(_) => state.keeping.set(Keeping::Unsaved),
    }
    storage.close();
    let leaving = slug.clone();
    let flush = move |_: &web_sys::Event| {
        if document().hidden() && PENDING.take().is_some() {
            store(state, leaving.clone());
        }
    };
    EventListener::new(&document(), "visibilitychange", flush).forget();
    let first = Cell::new(true);
    Effect::new(move |_| {
        state.draft.track();
        // The first run is the state as it is, unless something was typed before the app arrived.
        if first.replace(false) && state.draft.with_untracked(|draft| *draft == stored) {
            return;
        }
        // One that is planned already will store this change too: typing without a pause must not put it off.
        let slug = slug.clone();
        PENDING.with_borrow_mut(|pending| {
            pending.get_or_insert_with(|| {
                Timeout::new(REST, move || {
                    PENDING.take();
                    store(state, slug);
                })
            });
        });
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
            // It may have been sent while the store was being opened.
            Ok(storage) if state.busy.get_untracked() || state.receipt.with_untracked(Option::is_some) => {
                return storage.close();
            }
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

/// Removes the stored draft of what has arrived. Where nothing can be stored there is nothing to remove.
pub async fn forget(slug: &Id) {
    if let Ok(storage) = Storage::open().await {
        let _ = storage.keep_draft(slug, &Draft::default()).await;
        storage.close();
    }
}

/// Empties the form, after asking.
pub fn delete(state: FormState) {
    if device::confirm(t::draft_delete_sure(state.language)) {
        state.draft.set(Draft::default());
        state.problems.set(vec![]);
        super::focus_soon("reageren".into());
    }
}
