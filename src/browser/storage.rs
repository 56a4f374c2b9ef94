//! What is kept on the device: drafts, the outbox, and what was sent. One owner of IndexedDB.
//!
//! Every write is strictly durable and read back before it counts. What can't be read is never overwritten.

use super::idb::{self, Transaction, name_of};
use crate::{
    domain::{
        draft::Draft,
        from_json::{self, FromJson},
        id::Id,
        outbox::{Copy, FORMAT, Item},
    },
    view::{form::state::Unkept, mine::Held},
};
use serde::Serialize;
use wasm_bindgen::JsValue;
use web_sys::IdbDatabase;

const DATABASE: &str = "beginspraak";
/// Goes up when a store is added; a browser with a higher one has run a newer release.
const VERSION: u32 = 1;
const DRAFTS: &str = "drafts";
const OUTBOX: &str = "outbox";
const SENT: &str = "sent";

/// Why the device could not keep something.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum StorageError {
    /// The browser has no storage for this site, for example in a private window.
    Refused,
    /// There is no room.
    Full,
    /// A newer release has changed the stores.
    Newer,
    /// What was read back is not what was written.
    NotReadBack,
}

impl From<JsValue> for StorageError {
    fn from(error: JsValue) -> Self {
        match name_of(&error).as_str() {
            "QuotaExceededError" => StorageError::Full,
            "VersionError" => StorageError::Newer,
            _ => StorageError::Refused,
        }
    }
}

impl From<StorageError> for Unkept {
    fn from(error: StorageError) -> Self {
        match error {
            StorageError::Refused | StorageError::NotReadBack => Unkept::Refused,
            StorageError::Full => Unkept::Full,
            StorageError::Newer => Unkept::Newer,
        }
    }
}

/// A draft as it is stored.
#[derive(Serialize)]
struct StoredDraft {
    format: String,
    draft: Draft,
}

from_json::from_json!(StoredDraft { format, draft });

/// Whether anything is in the outbox, as far as the device tells.
pub async fn waits() -> bool {
    let Ok(storage) = Storage::open().await else { return false };
    let waits = match Transaction::read(&storage.0, &[OUTBOX]) {
        Ok(transaction) => transaction.has_any(OUTBOX).await,
        Err(_) => false,
    };
    storage.close();
    waits
}

/// The stores of this site on this device.
#[derive(Clone)]
pub struct Storage(IdbDatabase);

impl Storage {
    /// Opens the stores.
    pub async fn open() -> Result<Self, StorageError> {
        Ok(Self(idb::open(DATABASE, VERSION, &[DRAFTS, OUTBOX, SENT]).await?))
    }

    /// Closes the connection, so that nothing stands in the way of going back to this page.
    pub fn close(&self) {
        self.0.close();
    }

    /// Writes a text and reads it back.
    async fn keep(&self, store: &str, key: &str, text: &str) -> Result<(), StorageError> {
        let transaction = Transaction::write(&self.0, &[store])?;
        transaction.put(store, key, text)?;
        transaction.commit().await?;
        self.verify(store, key, text).await
    }

    async fn verify(&self, store: &str, key: &str, text: &str) -> Result<(), StorageError> {
        let back = Transaction::read(&self.0, &[store])?.get(store, key).await?;
        if back.as_deref() == Some(text) { Ok(()) } else { Err(StorageError::NotReadBack) }
    }

    /// The draft of a consultation. One that can't be read is set aside under another key, so that a new one does
    /// not overwrite it.
    pub async fn draft(&self, slug: &Id) -> Result<Option<Draft>, StorageError> {
        let Some(text) = Transaction::read(&self.0, &[DRAFTS])?.get(DRAFTS, slug.as_str()).await? else {
            return Ok(None);
        };
        match from_json::read::<StoredDraft>(&text) {
            Some(stored) if stored.format == FORMAT => Ok(Some(stored.draft)),
            _ => {
                let aside = format!("{slug}~{}", crate::domain::digest::sha256(text.as_bytes()));
                self.keep(DRAFTS, &aside, &text).await?;
                Ok(None)
            }
        }
    }

    /// Keeps the draft of a consultation; an empty one is removed.
    pub async fn keep_draft(&self, slug: &Id, draft: &Draft) -> Result<(), StorageError> {
        if draft.is_empty() {
            return self.remove(DRAFTS, slug.as_str()).await;
        }
        let stored = StoredDraft { format: FORMAT.into(), draft: draft.clone() };
        self.keep(DRAFTS, slug.as_str(), &json(&stored)).await
    }

    /// Puts a new reaction in the outbox and takes away the draft it was made from: both or neither.
    pub async fn post(&self, item: &Item) -> Result<(), StorageError> {
        let (key, text) = (item.copy.id.as_str(), json(item));
        let transaction = Transaction::write(&self.0, &[OUTBOX, DRAFTS])?;
        transaction.put(OUTBOX, key, &text)?;
        transaction.delete(DRAFTS, item.copy.slug.as_str())?;
        transaction.commit().await?;
        self.verify(OUTBOX, key, &text).await
    }

    /// Stores again how an item stands, unless it has gone from the outbox in the meantime.
    pub async fn update(&self, item: &Item) -> Result<(), StorageError> {
        let (key, text) = (item.copy.id.as_str(), json(item));
        let transaction = Transaction::write(&self.0, &[OUTBOX])?;
        if transaction.get(OUTBOX, key).await?.is_some() {
            transaction.put(OUTBOX, key, &text)?;
        }
        Ok(transaction.commit().await?)
    }

    /// Moves an acknowledged reaction from the outbox to what was sent: both or neither.
    pub async fn acknowledged(&self, copy: &Copy) -> Result<(), StorageError> {
        let transaction = Transaction::write(&self.0, &[OUTBOX, SENT])?;
        transaction.put(SENT, copy.id.as_str(), &json(copy))?;
        transaction.delete(OUTBOX, copy.id.as_str())?;
        Ok(transaction.commit().await?)
    }

    /// The items that the sender should try, oldest first.
    pub async fn waiting(&self) -> Result<Vec<Item>, StorageError> {
        let all = Transaction::read(&self.0, &[OUTBOX])?.all(OUTBOX).await?;
        Ok(all.iter().filter_map(|(_, text)| read::<Item>(text)).filter(Item::is_waiting).collect())
    }

    /// Whether an item is still in the outbox.
    pub async fn holds(&self, item: &Item) -> Result<bool, StorageError> {
        let text = Transaction::read(&self.0, &[OUTBOX])?.get(OUTBOX, item.copy.id.as_str()).await?;
        Ok(text.is_some())
    }

    /// Everything on this device, the latest first.
    pub async fn held(&self) -> Result<Vec<Held>, StorageError> {
        let unsent = Transaction::read(&self.0, &[OUTBOX])?.all(OUTBOX).await?;
        let sent = Transaction::read(&self.0, &[SENT])?.all(SENT).await?;
        let unsent = unsent.into_iter().map(|(key, text)| match read(&text) {
            Some(item) => Held::Unsent(item),
            None => Held::Unreadable(key, text),
        });
        let sent = sent.into_iter().map(|(key, text)| match read(&text) {
            Some(copy) => Held::Sent(copy),
            None => Held::Unreadable(key, text),
        });
        // The store gives keys in order, and ids begin with the time.
        Ok(sent.chain(unsent).rev().collect())
    }

    /// Deletes one, because its writer asked for it.
    pub async fn delete(&self, key: &str) -> Result<(), StorageError> {
        self.remove(OUTBOX, key).await?;
        self.remove(SENT, key).await
    }

    async fn remove(&self, store: &str, key: &str) -> Result<(), StorageError> {
        let transaction = Transaction::write(&self.0, &[store])?;
        transaction.delete(store, key)?;
        Ok(transaction.commit().await?)
    }
}

/// What knows which format it was stored in.
trait Formatted {
    fn format(&self) -> &str;
}

impl Formatted for Item {
    fn format(&self) -> &str {
        &self.copy.format
    }
}

impl Formatted for Copy {
    fn format(&self) -> &str {
        &self.format
    }
}

/// A stored text, if this release can read it.
fn read<T: Formatted + FromJson>(text: &str) -> Option<T> {
    from_json::read::<T>(text).filter(|value| value.format() == FORMAT)
}

fn json(value: &impl Serialize) -> String {
    let text = serde_json::to_string(value);
    debug_assert!(text.is_ok(), "strings, numbers and lists always have JSON");
    text.unwrap_or_default()
}
