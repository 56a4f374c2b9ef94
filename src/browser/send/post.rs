//! Sending: saved first, then sent by the outbox. Where the browser refuses to save, it is said and other ways are offered.

use super::{FormState, Shelf, focus_soon};
use crate::{
    browser::{
        device,
        form::PageForm,
        mine::{file_of_copy, text_of_copy},
        network, outbox,
        storage::{Storage, StorageError},
    },
    domain::{
        delivery::{Delivery, Trouble},
        device::Held,
        id::{Id, ReactionId},
        outbox::{Copy, FORMAT, Item, State},
        reaction::{Reaction, Stamp},
        receipt::Receipt,
    },
    texts::form as t,
    view::{
        form::{
            RECEIPT_TITLE, SENT_AT, answer,
            state::{Progress, Step, Unkept},
        },
        mine,
    },
};
use leptos::prelude::*;
use wasm_bindgen::JsValue;
use wasm_bindgen_futures::{JsFuture, spawn_local};

thread_local! {
    /// The reaction once it has its id: trying again sends the same one, so that nothing is doubled.
    static MADE: std::cell::RefCell<Option<Item>> = const { std::cell::RefCell::new(None) };
}

impl From<StorageError> for Unkept {
    fn from(error: StorageError) -> Self {
        match error {
            StorageError::Refused | StorageError::Busy | StorageError::NotReadBack => Unkept::Refused,
            StorageError::Full => Unkept::Full,
            StorageError::Newer => Unkept::Newer,
        }
    }
}

/// The reaction that the draft becomes. The same answers keep their id over several attempts; other answers, after an
/// attempt that may have arrived, are another reaction.
fn make(state: FormState) -> Option<Item> {
    let earlier = MADE.with_borrow(Clone::clone);
    let again = earlier.as_ref().and_then(|item| written(state, item.copy.id.clone(), item.copy.receipt.clone()));
    if let (Some(again), Some(earlier)) = (again, earlier)
        && again.copy.envelope == earlier.copy.envelope
    {
        return Some(earlier);
    }
    let item = written(state, device::reaction_id()?, device::receipt()?)?;
    MADE.set(Some(item.clone()));
    Some(item)
}

/// The draft as a reaction with this id and receipt.
fn written(state: FormState, id: ReactionId, receipt: Receipt) -> Option<Item> {
    let form = state.form.get_value();
    let draft = state.draft.get_untracked();
    let answers = form.answers(&draft).ok()?;
    let day = device::today()?;
    let stamp = Stamp { id: id.clone(), tag: receipt.tag(&form.slug), day };
    let envelope = Reaction::new(&form, answers, draft.quote_consent(), stamp).envelope();
    let words = answer::words(&form, &draft);
    let copy = Copy {
        format: FORMAT.into(),
        words: Some(words),
        id,
        slug: form.slug,
        title: form.title,
        language: form.language,
        day,
        feedback_due: form.feedback_due,
        receipt,
        envelope,
    };
    Some(Item::new(copy, form.endpoint, form.base))
}

/// Saves, then hands over to the outbox.
pub fn send(state: FormState, page: PageForm, shelf: Shelf) {
    if state.busy.get_untracked() {
        return;
    }
    let Some(item) = make(state) else { return state.unkept.set(Some(Unkept::Refused)) };
    state.busy.set(true);
    page.set_sent(true);
    spawn_local(async move {
        let saved = match Storage::open().await {
            Ok(storage) => {
                let saved = storage.post(&item, |stored| page.left(stored)).await;
                storage.close();
                saved
            }
            Err(error) => Err(error),
        };
        state.busy.set(false);
        match saved {
            Ok(()) => {
                page.say(t::saved_sending(state.language));
                done(state, &page, item.copy, Progress::Sending);
                outbox::changed(shelf);
                outbox::send(shelf);
            }
            Err(error) => {
                page.set_sent(false);
                state.unkept.set(Some(error.into()));
            }
        }
    });
}

/// Sends at once, without saving; the answers stay on the page until it has arrived.
pub fn send_unsaved(state: FormState, page: PageForm) {
    if state.busy.get_untracked() {
        return;
    }
    let Some(item) = make(state) else { return };
    state.busy.set(true);
    spawn_local(async move {
        let delivery = network::deliver(&item, network::present().await.as_ref()).await;
        state.busy.set(false);
        match delivery {
            Delivery::Accepted => {
                page.set_sent(true);
                forget(&page).await;
                page.say(t::arrived(state.language));
                done(state, &page, item.copy, Progress::Arrived);
            }
            Delivery::RetryLater(_) | Delivery::RefreshConfig => state.unkept.set(Some(Unkept::NotSent)),
            Delivery::Refused(refusal) => state.unkept.set(Some(Unkept::NotTaken(refusal))),
        }
    });
}

fn done(state: FormState, page: &PageForm, copy: Copy, progress: Progress) {
    state.progress.set(progress);
    state.copy.set(Some(copy));
    // Without history the receipt is only not there after a reload.
    let _ = window()
        .history()
        .and_then(|history| history.replace_state_with_url(&JsValue::NULL, "", Some(&["#", SENT_AT].concat())));
    // Else the browser could put the sent answers back in the form later, as if they were still to be sent.
    page.element.reset();
    state.step.set(Step::Done);
    focus_soon(RECEIPT_TITLE.into());
}

/// Empties the stored draft of what has arrived. Where nothing can be stored there is nothing to empty.
async fn forget(page: &PageForm) {
    if let Ok(storage) = Storage::open().await {
        let _ = storage.empty_draft(&page.slug, |stored| page.left(stored)).await;
        storage.close();
    }
}

/// How the reaction with this receipt stands.
pub fn progress(list: &mine::Shelf, receipt: &Receipt) -> Option<Progress> {
    let mine::Shelf::Read(held) = list else { return None };
    held.iter().find_map(|held| match held {
        Held::Sent(copy) if copy.receipt == *receipt => Some(Progress::Arrived),
        Held::Unsent(item) if item.copy.receipt == *receipt => Some(match item.state {
            State::Waiting(None) => Progress::Sending,
            State::Waiting(Some(trouble)) => Progress::Waiting(trouble),
            State::Refused(refusal) => Progress::Refused(refusal),
            State::HandedOver(()) => Progress::Waiting(Trouble::ByHand),
        }),
        _ => None,
    })
}

/// The last reaction to a consultation that this device holds.
pub fn last(list: &mine::Shelf, slug: &Id) -> Option<Copy> {
    let mine::Shelf::Read(held) = list else { return None };
    held.iter().filter_map(Held::copy).find(|copy| copy.slug == *slug).cloned()
}

/// Offers the reaction as a file: to read, or as data.
pub fn download(state: FormState, data: bool) {
    let copy = state.copy.get_untracked().or_else(|| make(state).map(|item| item.copy));
    if let Some(copy) = copy {
        let (name, text) = if data { file_of_copy(&copy) } else { text_of_copy(&copy, state.language) };
        // A browser that can't download says so itself.
        let _ = device::download(&name, &text);
    }
}

/// Copies the receipt, and says whether that worked.
pub fn copy(state: FormState) {
    let Some(code) = state.copy.get_untracked().map(|copy| copy.receipt.to_string()) else { return };
    spawn_local(async move {
        let clipboard = window().navigator().clipboard();
        // Without secure context there is no clipboard; the code can still be selected.
        let copied = !clipboard.is_undefined() && JsFuture::from(clipboard.write_text(&code)).await.is_ok();
        state.said.set(if copied { t::copied(state.language) } else { t::not_copied(state.language) });
    });
}
