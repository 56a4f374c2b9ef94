//! What is kept on the device: drafts, the outbox, and what was sent. One owner of IndexedDB.
//!
//! Every write is strictly durable and read back before it counts. What can't be read is never overwritten.

use super::{
    idb::{self, Transaction, name_of},
    own,
};
use crate::domain::{
    device::Held,
    draft::Draft,
    from_json::{self, FromJson},
    id::Id,
    outbox::{Copy, DATABASE, FORMAT, Item, is_to_send},
    own_json::Json,
};
use js_sys::{Array, Date, JSON, Object, Reflect};
use serde::Serialize;
use wasm_bindgen::JsValue;
use web_sys::IdbDatabase;

/// Goes up when a store is added; a browser with a higher one has run a newer release.
const VERSION: u32 = 1;
/// At the root. The first release kept what all sites of an origin keep in the database that is now the root's: this
/// version tells the others that it has an owner.
const VERSION_AT_ROOT: u32 = 2;
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
    /// Something else has it and does not let go, or the page was left meanwhile.
    Busy,
    /// What was read back is not what was written.
    NotReadBack,
}

impl From<JsValue> for StorageError {
    fn from(error: JsValue) -> Self {
        match name_of(&error).as_str() {
            "QuotaExceededError" => StorageError::Full,
            "VersionError" => StorageError::Newer,
            "AbortError" => StorageError::Busy,
            _ if error.is_undefined() => StorageError::Busy,
            _ => StorageError::Refused,
        }
    }
}

/// A draft as it is stored.
pub struct Stored {
    /// What somebody has filled in. Empty when it was sent, or wiped: so another tab with the same draft learns that.
    pub draft: Draft,
    /// The revision of the questions it was last written for; a draft of an older release does not tell.
    pub revision: Option<u32>,
    /// The whole record, as what this release does not know of it stays as it is.
    record: JsValue,
}

impl Stored {
    fn read(text: &str) -> Option<Self> {
        let json = Json::read(text)?;
        let draft = Draft::from_json(json.get("draft")).filter(|_| json.get("format").text() == Some(FORMAT))?;
        Some(Self { draft, revision: FromJson::from_json(json.get("revision")), record: JSON::parse(text).ok()? })
    }
}

/// The record with this draft in it.
fn record(record: &JsValue, draft: &Draft, revision: u32) -> Result<String, JsValue> {
    let pair = |(name, value): (&str, &str)| Array::of2(&name.into(), &value.into());
    Reflect::set(record, &"format".into(), &FORMAT.into())?;
    Reflect::set(record, &"revision".into(), &revision.into())?;
    Reflect::set(record, &"draft".into(), &draft.pairs().map(pair).collect::<Array>())?;
    Ok(JSON::stringify(record)?.into())
}

/// Whether anything in the outbox waits to be sent, as far as the device tells. `sends`: the site sends at all.
pub async fn waits(sends: bool) -> bool {
    let Ok(storage) = Storage::open().await else { return false };
    let all = match Transaction::read(&storage.0, &[OUTBOX]) {
        Ok(transaction) => transaction.all(OUTBOX).await.unwrap_or_default(),
        Err(_) => vec![],
    };
    storage.close();
    all.iter().any(|(_, stored)| is_to_send(stored, sends))
}

/// The stores of this site on this device.
#[derive(Clone)]
pub struct Storage(IdbDatabase);

impl Storage {
    /// Opens the stores.
    pub async fn open() -> Result<Self, StorageError> {
        let name = own(DATABASE);
        let version = if name == DATABASE { VERSION_AT_ROOT } else { VERSION };
        Ok(Self(idb::open(&name, version, &[DRAFTS, OUTBOX, SENT]).await?))
    }

    /// Closes the connection, so that nothing stands in the way of going back to this page.
    pub fn close(&self) {
        self.0.close();
    }

    async fn verify(&self, store: &str, key: &str, text: &str) -> Result<(), StorageError> {
        let back = Transaction::read(&self.0, &[store])?.get(store, key).await?;
        if back.as_deref() == Some(text) { Ok(()) } else { Err(StorageError::NotReadBack) }
    }

    /// Changes the draft of a consultation: `change` gets what is stored and gives what should be. All in one transaction,
    /// so that no other tab comes between. What is the same is not written again.
    pub async fn change_draft(
        &self,
        slug: &Id,
        revision: u32,
        change: impl FnOnce(Option<&Stored>) -> Draft,
    ) -> Result<(), StorageError> {
        let transaction = Transaction::write(&self.0, &[DRAFTS])?;
        let written = change_in(&transaction, slug, revision, change).await?;
        transaction.commit().await?;
        match written {
            Some(text) => self.verify(DRAFTS, slug.as_str(), &text).await,
            None => Ok(()),
        }
    }

    /// Takes out of the draft of a consultation what was sent: `left` says what of it was not.
    pub async fn empty_draft(&self, slug: &Id, left: impl FnOnce(&Draft) -> Draft) -> Result<(), StorageError> {
        let transaction = Transaction::write(&self.0, &[DRAFTS])?;
        empty_in(&transaction, slug, left).await?;
        Ok(transaction.commit().await?)
    }

    /// Puts a new reaction in the outbox and takes it out of the draft it was made from: both or neither. `left` says what
    /// of the draft is not in it, such as other words for the same field from another tab: that stays.
    pub async fn post(&self, item: &Item, left: impl FnOnce(&Draft) -> Draft) -> Result<(), StorageError> {
        let (key, text) = (item.copy.id.as_str(), json(item));
        let transaction = Transaction::write(&self.0, &[OUTBOX, DRAFTS])?;
        // What is read comes first: of a write that fails, only the end of the transaction says why.
        empty_in(&transaction, &item.copy.slug, left).await?;
        transaction.put(OUTBOX, key, &text)?;
        transaction.commit().await?;
        self.verify(OUTBOX, key, &text).await
    }

    /// Stores again how an item stands, if it still waits: what was brought, deleted or refused in the meantime stays so.
    pub async fn update(&self, item: &Item) -> Result<(), StorageError> {
        let transaction = Transaction::write(&self.0, &[OUTBOX])?;
        if waits_in(&transaction, item).await? {
            transaction.put(OUTBOX, item.copy.id.as_str(), &json(item))?;
        }
        Ok(transaction.commit().await?)
    }

    /// Moves an acknowledged reaction from the outbox to what was sent: both or neither.
    pub async fn acknowledged(&self, copy: &Copy) -> Result<(), StorageError> {
        let transaction = Transaction::write(&self.0, &[OUTBOX, SENT])?;
        transaction.get(OUTBOX, copy.id.as_str()).await?;
        transaction.put(SENT, copy.id.as_str(), &json(copy))?;
        transaction.delete(OUTBOX, copy.id.as_str())?;
        Ok(transaction.commit().await?)
    }

    /// The items that the sender should try, oldest first.
    pub async fn waiting(&self) -> Result<Vec<Item>, StorageError> {
        let all = Transaction::read(&self.0, &[OUTBOX])?.all(OUTBOX).await?;
        Ok(all.iter().filter_map(|(_, text)| read::<Item>(text)).filter(Item::is_waiting).collect())
    }

    /// Whether an item still waits in the outbox.
    pub async fn still_waits(&self, item: &Item) -> Result<bool, StorageError> {
        Ok(waits_in(&Transaction::read(&self.0, &[OUTBOX])?, item).await?)
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

    /// The consultations of which a draft waits here.
    pub async fn drafts(&self) -> Result<Vec<String>, StorageError> {
        let all = Transaction::read(&self.0, &[DRAFTS])?.all(DRAFTS).await?;
        let waits = |text: &str| Stored::read(text).is_some_and(|stored| !stored.draft.is_empty());
        Ok(all.into_iter().filter(|(_, text)| waits(text)).map(|(key, _)| key).collect())
    }

    /// Deletes one, because its writer asked for it.
    pub async fn delete(&self, key: &str) -> Result<(), StorageError> {
        self.remove(OUTBOX, key).await?;
        self.remove(SENT, key).await
    }

    async fn remove(&self, store: &str, key: &str) -> Result<(), StorageError> {
        let transaction = Transaction::write(&self.0, &[store])?;
        transaction.get(store, key).await?;
        transaction.delete(store, key)?;
        Ok(transaction.commit().await?)
    }
}

/// Changes a draft; gives what was written, if anything was. One that can't be read is set aside under another key, and
/// never overwritten.
async fn change_in(
    transaction: &Transaction,
    slug: &Id,
    revision: u32,
    change: impl FnOnce(Option<&Stored>) -> Draft,
) -> Result<Option<String>, JsValue> {
    let text = transaction.get(DRAFTS, slug.as_str()).await?;
    let stored = text.as_deref().and_then(Stored::read);
    let draft = change(stored.as_ref());
    if stored.as_ref().map_or(draft.is_empty(), |stored| stored.draft.same(&draft)) {
        return Ok(None);
    }
    let around = match (stored, text) {
        (Some(stored), _) => stored.record,
        (None, unreadable) => {
            if let Some(unreadable) = unreadable {
                let now = String::from(Date::new_0().to_iso_string());
                transaction.put(DRAFTS, &[slug.as_str(), "~", &now].concat(), &unreadable)?;
            }
            Object::new().into()
        }
    };
    let text = record(&around, &draft, revision)?;
    transaction.put(DRAFTS, slug.as_str(), &text)?;
    Ok(Some(text))
}

/// Leaves of a draft that this release can read only what `left` says.
async fn empty_in(transaction: &Transaction, slug: &Id, left: impl FnOnce(&Draft) -> Draft) -> Result<(), JsValue> {
    let text = transaction.get(DRAFTS, slug.as_str()).await?;
    let stored = text.and_then(|text| Json::read(&text)).unwrap_or(Json::Null);
    if stored.get("format").text() == Some(FORMAT) {
        let draft = json(&left(&Draft::from_json(stored.get("draft")).unwrap_or_default()));
        transaction.put(DRAFTS, slug.as_str(), &[r#"{"format":""#, FORMAT, r#"","draft":"#, &draft, "}"].concat())?;
    }
    Ok(())
}

/// Whether this item waits, as the outbox stands in this transaction.
async fn waits_in(transaction: &Transaction, item: &Item) -> Result<bool, JsValue> {
    Ok(transaction.get(OUTBOX, item.copy.id.as_str()).await?.is_some_and(|stored| is_to_send(&stored, true)))
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
