//! What this device holds, for every view of it.

use super::storage::{Storage, StorageError};
use crate::view::mine as view;
use leptos::prelude::*;
use wasm_bindgen_futures::spawn_local;

/// What is stored, as a signal for every view of it.
#[derive(Clone, Copy)]
pub struct Shelf {
    /// Written only by [`Self::refresh`].
    pub list: RwSignal<view::Shelf>,
}

impl Shelf {
    /// Not read yet.
    pub fn new() -> Self {
        Self { list: RwSignal::new(view::Shelf::Loading) }
    }

    /// Reads what is stored.
    pub fn refresh(self) {
        spawn_local(async move {
            let held = match Storage::open().await {
                Ok(storage) => {
                    let held = storage.held().await;
                    storage.close();
                    held
                }
                Err(error) => Err(error),
            };
            let list = match held {
                Ok(held) => view::Shelf::Read(held),
                // What was read before is worth more than that.
                Err(StorageError::Busy) if self.list.with_untracked(|list| matches!(list, view::Shelf::Read(_))) => {
                    return;
                }
                Err(StorageError::Busy) => view::Shelf::Busy,
                Err(_) => view::Shelf::Refused,
            };
            self.list.set(list);
        });
    }
}
