//! The list of this device's reactions, kept the same as what is stored.

use super::{
    base, call_qr, device, element, language,
    lookup::{self, Round},
    outbox,
    shelf::Shelf,
    storage::Storage,
};
use crate::{
    domain::{
        device::Held,
        id::ReactionId,
        language::Language,
        outbox::{Copy, Item, State},
        route::Route,
    },
    texts::{form, outbox as t},
    view::{
        looked::Looked,
        mine::{self as view, DRAFT, LIST, MineView, Wish, answers},
    },
};
use leptos::{mount, prelude::*};
use std::collections::BTreeMap;
use wasm_bindgen_futures::spawn_local;

/// Shows the list, on the page that has a place for it.
pub fn start(shelf: Shelf) {
    let Some(root) = element(LIST) else { return };
    let (language, base) = (language(), base());
    let mail = root.dataset().get("mail").unwrap_or_default();
    begun();
    let announce = RwSignal::new(String::new());
    let landed = RwSignal::new(BTreeMap::new());
    let act = Callback::new(move |wish: Wish| match wish {
        Wish::SendNow => outbox::send(shelf),
        Wish::Download(copy) => {
            let (name, text) = text_of_copy(&copy, language);
            // A browser that can't download says so itself.
            let _ = device::download(&name, &text);
        }
        Wish::DownloadData(held) => {
            let (name, text) = file_of(&held);
            // A browser that can't download says so itself.
            let _ = device::download(&name, &text);
        }
        Wish::HandedOver(item) => {
            spawn_local(async move {
                let Ok(storage) = Storage::open().await else { return };
                let brought = Item { state: State::HandedOver(()), ..item };
                // What could not be stored stands as it stood.
                let _ = storage.update(&brought).await;
                storage.close();
                outbox::changed(shelf);
            });
        }
        Wish::Delete(held) => {
            let sure = match held {
                Held::Sent(_) => t::delete_sent_sure(language),
                Held::Unsent(_) | Held::Unreadable(..) => t::delete_unsent_sure(language),
            };
            if device::confirm(sure) {
                spawn_local(async move {
                    let Ok(storage) = Storage::open().await else { return };
                    if storage.delete(held.key()).await.is_ok() {
                        announce.set(t::deleted(language).into());
                    }
                    storage.close();
                    outbox::changed(shelf);
                });
            }
        }
    });
    mount::mount_to(root, move || {
        follow_landings(shelf, landed, base.clone());
        Effect::new(move |_| {
            let by_hand = |held: &Held| matches!(held, Held::Unsent(item) if item.is_by_hand());
            if shelf.list.with(|list| matches!(list, view::Shelf::Read(held) if held.iter().any(by_hand))) {
                call_qr();
            }
        });
        let known = lookup::traceables();
        view! { <MineView shelf=shelf.list landed announce known language base mail act /> }
    })
    .forget();
}

/// Shows the way on to each draft that waits: the page has one for every consultation.
fn begun() {
    spawn_local(async {
        let Ok(storage) = Storage::open().await else { return };
        for slug in storage.drafts().await.unwrap_or_default() {
            if let Some(way) = element(&[DRAFT, &slug].concat()) {
                way.set_hidden(false);
            }
        }
        storage.close();
    });
}

/// Looks up where each sent reaction landed, as soon as the list is read. Called inside the view: what watches signals
/// lives as long as that.
///
/// Each consultation that has feedback is asked for, also one that nobody reacted to on this device: else the host would
/// see to which of them somebody did.
fn follow_landings(shelf: Shelf, landed: RwSignal<BTreeMap<ReactionId, Looked>>, site: String) {
    let traceables = lookup::traceables();
    Effect::new(move |asked: Option<bool>| {
        let asked = asked == Some(true);
        let sent = shelf.list.with(|list| match list {
            view::Shelf::Loading | view::Shelf::Busy => None,
            view::Shelf::Read(held) => Some(held.iter().filter_map(sent).cloned().collect()),
            view::Shelf::Refused => Some(Vec::<Copy>::new()),
        });
        let Some(sent) = sent else { return asked };
        // Once for each: the list is read again whenever something in it changes.
        let is_new = |copy: &Copy| !landed.with_untracked(|known| known.contains_key(&copy.id));
        let mut new: Vec<_> = sent.into_iter().filter(is_new).collect();
        new.retain(|copy| traceables.iter().any(|one| one.slug == copy.slug && one.bits.is_some()));
        if new.is_empty() && asked {
            return asked;
        }
        landed.update(|known| known.extend(new.iter().map(|copy| (copy.id.clone(), Looked::Looking))));
        let (mut round, traceables) = (Round::new(site.clone()), traceables.clone());
        spawn_local(async move {
            for traceable in &traceables {
                let (of_this, others): (Vec<_>, _) = new.into_iter().partition(|copy| copy.slug == traceable.slug);
                new = others;
                if of_this.is_empty() && !asked {
                    round.pretend(traceable).await;
                }
                for copy in of_this {
                    let looked = round.look_up(std::slice::from_ref(traceable), &copy.receipt).await;
                    landed.update(|known| drop(known.insert(copy.id, looked)));
                }
            }
        });
        true
    });
}

fn sent(held: &Held) -> Option<&Copy> {
    match held {
        Held::Sent(copy) => Some(copy),
        Held::Unsent(_) | Held::Unreadable(..) => None,
    }
}

/// A reaction as data: what would be sent, or what stands in the store.
fn file_of(held: &Held) -> (String, String) {
    match held {
        Held::Unreadable(key, text) => ([key, ".json"].concat(), text.clone()),
        Held::Unsent(Item { copy, .. }) | Held::Sent(copy) => file_of_copy(copy),
    }
}

/// The file of a reaction: its name, and what would be sent.
pub fn file_of_copy(copy: &Copy) -> (String, String) {
    ([copy.slug.as_str(), "-", copy.id.as_str(), ".json"].concat(), copy.envelope.clone())
}

/// A reaction as a text to read: what it is about, its code, and what was written.
pub fn text_of_copy(copy: &Copy, language: Language) -> (String, String) {
    let code = copy.receipt.to_string();
    let origin = window().location().origin().unwrap_or_default();
    let follow = [&origin, &Route::Follow.href(&base(), language), "#", &code].concat();
    let words = answers(copy);
    let parts = [&*copy.title, t::receipt(language), &code, &follow, form::receipt_help(language), &words];
    ([copy.slug.as_str(), "-", &code, ".txt"].concat(), parts.join("\n\n"))
}
