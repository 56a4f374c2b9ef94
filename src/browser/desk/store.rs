//! What the desk keeps on the device: every line of every gathering under its own name, so that windows and devices never
//! overwrite one another. Every write is strictly durable and read back before it counts.

use crate::{
    browser::{
        idb::{self, Transaction},
        own,
        storage::StorageError,
    },
    domain::{gathering::GatheringId, ordered::Ordered},
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
/// Under which key it stands when that was made.
pub const BACKED_UP_AT: &str = "backed-up-at";

/// Under which key it stands how many entries are in the folder that one works in.
pub const IN_FOLDER: &str = "in-folder";
/// Under which key that folder itself stands.
const FOLDER: &str = "folder";

/// Under which key it stands in which gathering what is heard outside one is put: of this nature, about this.
pub fn outside(nature: &str, about: &str) -> String {
    format!("{nature}/{about}")
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

    /// Keeps lines, all or none, and what is said of the device with them: nothing takes out what was. Then reads back each
    /// line.
    pub async fn keep(&self, lines: &Lines, device: &[(&str, &str)]) -> Result<(), StorageError> {
        let transaction = Transaction::write(&self.0, STORES)?;
        // What is read comes first: who has to wait for their turn waits here, where it can still be given up.
        transaction.get(DEVICE, WHO).await?;
        for (key, line) in &lines.all {
            transaction.put(store(key.holds), &path(key), line)?;
        }
        for (key, text) in device {
            match text.is_empty() {
                true => transaction.delete(DEVICE, key)?,
                false => transaction.put(DEVICE, key, text)?,
            }
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

    /// Keeps what is new of lines that came from elsewhere; how many that are. What was erased here does not come back.
    pub async fn take_in(&self, brought: &Lines) -> Result<usize, StorageError> {
        let here = self.lines().await?;
        let mut all = here.clone();
        brought.all.iter().for_each(|(key, line)| all.put(key.clone(), line.clone()));
        all.erase(&all.books());
        let fresh = all.all.into_iter().filter(|(key, line)| here.all.get(key) != Some(line)).to_map();
        let fresh = Lines { all: fresh, damage: vec![] };
        if !fresh.all.is_empty() {
            self.keep(&fresh, &[]).await?;
        }
        Ok(fresh.all.len())
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

    /// Takes out everything of a gathering in which one only practised or that was made by mistake, and of where one practised
    /// before that is not whole: what a window wrote that did not know yet that it is gone.
    pub async fn forget(&self, is_gone: impl Fn(GatheringId) -> bool) -> Result<(), StorageError> {
        let transaction = Transaction::write(&self.0, STORES)?;
        for store in STORES {
            for (key, _) in transaction.all(store).await? {
                let mut parts = key.split('/').filter_map(|part| GatheringId::try_from(part).ok());
                if parts.any(&is_gone) {
                    transaction.delete(store, &key)?;
                }
            }
        }
        Ok(transaction.commit().await?)
    }

    /// What is known of the device.
    pub async fn device(&self) -> Result<BTreeMap<String, String>, StorageError> {
        Ok(Transaction::read(&self.0, &[DEVICE])?.all(DEVICE).await?.into_iter().to_map())
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
