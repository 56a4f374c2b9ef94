//! What the desk keeps on the device: every line of every gathering under its own name, so that windows and devices never
//! overwrite one another. Every write is strictly durable and read back before it counts.

use crate::{
    browser::{
        idb::{self, Transaction},
        own,
        storage::StorageError,
    },
    domain::gathering::GatheringId,
    files::gatherings::{Holds, LineKey, Lines},
};
use std::{cell::RefCell, collections::BTreeMap};
use wasm_bindgen::JsValue;
use web_sys::IdbDatabase;

/// The database, beside that of residents.
const DATABASE: &str = "beginspraak-desk";
/// Goes up when a store is added; a browser with a higher one has run a newer release.
const VERSION: u32 = 1;
const LOG: &str = "log";
const TEXTS: &str = "texts";
/// What is known of the device: who works on it, the last back-up, what is being typed.
const DEVICE: &str = "device";
const STORES: &[&str] = &[LOG, TEXTS, DEVICE];

/// Under which key it stands who works here.
pub const WHO: &str = "who";
/// Under which key it stands how many lines were in the last back-up.
pub const BACKED_UP: &str = "backed-up";

/// Under which key it stands how many entries are in the folder that one works in.
pub const IN_FOLDER: &str = "in-folder";
/// Under which key that folder itself stands.
const FOLDER: &str = "folder";

/// Under which key it stands what is being typed in a gathering.
pub fn draft(gathering: GatheringId) -> String {
    format!("draft/{gathering}")
}

/// Under which key it stands what the screen of a gathering shows at this moment.
pub fn screen(gathering: GatheringId) -> String {
    format!("screen/{gathering}")
}

thread_local! {
    static OPEN: RefCell<Option<Store>> = const { RefCell::new(None) };
}

/// The stores of the desk.
#[derive(Clone)]
pub struct Store(IdbDatabase);

impl Store {
    /// The stores, opened once.
    pub async fn open() -> Result<Self, StorageError> {
        match OPEN.with_borrow(Clone::clone) {
            Some(open) => Ok(open),
            None => Self::open_again().await,
        }
    }

    /// Opens them, whatever was open before: a browser may have closed that.
    pub async fn open_again() -> Result<Self, StorageError> {
        let open = Self(idb::open(&own(DATABASE), VERSION, STORES).await?);
        OPEN.set(Some(open.clone()));
        Ok(open)
    }

    /// Every line.
    pub async fn lines(&self) -> Result<Lines, StorageError> {
        let transaction = Transaction::read(&self.0, &[LOG, TEXTS])?;
        let mut lines = Lines::default();
        for (store, holds) in [(LOG, Holds::Entry), (TEXTS, Holds::Text)] {
            for (key, line) in transaction.all(store).await? {
                if let Some(key) = named(holds, &key) {
                    lines.put(key, line);
                }
            }
        }
        Ok(lines)
    }

    /// Keeps lines, all or none, and what is said of the device with them; then reads back each of them.
    pub async fn keep(&self, lines: &Lines, device: &[(&str, &str)]) -> Result<(), StorageError> {
        let transaction = Transaction::write(&self.0, STORES)?;
        // What is read comes first: who has to wait for their turn waits here, where it can still be given up.
        transaction.get(DEVICE, WHO).await?;
        for (key, line) in &lines.all {
            transaction.put(store(key.holds), &path(key), line)?;
        }
        for (key, text) in device {
            transaction.put(DEVICE, key, text)?;
        }
        transaction.commit().await?;
        let transaction = Transaction::read(&self.0, STORES)?;
        for (key, line) in &lines.all {
            if transaction.get(store(key.holds), &path(key)).await?.as_deref() != Some(line) {
                return Err(StorageError::NotReadBack);
            }
        }
        Ok(())
    }

    /// Takes texts out that were erased for good.
    pub async fn erase(&self, gone: &[LineKey]) -> Result<(), StorageError> {
        let transaction = Transaction::write(&self.0, STORES)?;
        transaction.get(DEVICE, WHO).await?;
        for key in gone {
            transaction.delete(store(key.holds), &path(key))?;
        }
        Ok(transaction.commit().await?)
    }

    /// The folder that one works in, as the browser keeps it; `undefined` where there is none.
    pub async fn folder(&self) -> Result<JsValue, StorageError> {
        Ok(Transaction::read(&self.0, &[DEVICE])?.get_thing(DEVICE, FOLDER).await?)
    }

    /// Keeps which folder that is, or that there is none. Nothing is known to be in it yet.
    pub async fn keep_folder(&self, folder: Option<&JsValue>) -> Result<(), StorageError> {
        let transaction = Transaction::write(&self.0, STORES)?;
        transaction.get(DEVICE, WHO).await?;
        transaction.delete(DEVICE, IN_FOLDER)?;
        match folder {
            Some(folder) => transaction.put_thing(DEVICE, FOLDER, folder)?,
            None => transaction.delete(DEVICE, FOLDER)?,
        }
        Ok(transaction.commit().await?)
    }

    /// What is known of the device.
    pub async fn device(&self) -> Result<BTreeMap<String, String>, StorageError> {
        Ok(Transaction::read(&self.0, &[DEVICE])?.all(DEVICE).await?.into_iter().collect())
    }
}

fn store(holds: Holds) -> &'static str {
    match holds {
        Holds::Entry => LOG,
        Holds::Text => TEXTS,
    }
}

fn path(key: &LineKey) -> String {
    format!("{}/{}", key.gathering, key.name)
}

fn named(holds: Holds, path: &str) -> Option<LineKey> {
    let (gathering, name) = path.split_once('/')?;
    Some(LineKey { gathering: gathering.try_into().ok()?, holds, name: name.to_owned() })
}
