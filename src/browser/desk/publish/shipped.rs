//! What is kept on the device of publishing: the site that is on its way, so that who left can go on; what it replaces, so that it
//! can be put back; and where it goes.

use crate::{
    browser::{
        idb::{self, Transaction},
        own,
        storage::StorageError,
    },
    domain::ordered::Ordered,
    view::desk::publish::Way,
};
use serde_json::{Value, json};
use std::{cell::RefCell, collections::BTreeMap};
use wasm_bindgen::JsValue;
use web_sys::IdbDatabase;

/// The database, beside that of the work folder.
const DATABASE: &str = "beginspraak-releases";
/// Goes up when a store is added; a browser with a higher one has run a newer release.
const VERSION: u32 = 1;
/// The site that is on its way, as a zip.
const GOING: &str = "going";
/// The files of the release before, as far as they were replaced.
const FORMER: &str = "former";
/// What is known of both, and of where sites go.
const FACTS: &str = "facts";
const STORES: &[&str] = &[GOING, FORMER, FACTS];
/// The folder that was chosen last, as the browser keeps it.
const FOLDER: &str = "folder";
/// The bucket that was named last; with its key only if somebody wants that.
const BUCKET: &str = "bucket";
/// How many bytes are written in one go.
const PART: usize = 4 * 1024 * 1024;

thread_local! {
    static OPEN: RefCell<Option<Shipped>> = const { RefCell::new(None) };
}

/// A site that is on its way.
pub struct Going {
    /// Where to.
    pub way: Way,
    /// What that is called.
    pub name: String,
    /// How far it was.
    pub at: usize,
    /// How many steps there are.
    pub of: usize,
    /// What came of making it.
    pub report: String,
    /// Its files.
    pub packed: Vec<u8>,
}

/// The release before.
#[derive(Clone)]
pub struct Former {
    /// Where it stood.
    pub way: Way,
    /// What that is called.
    pub name: String,
    /// Every file of it, with its hash.
    pub hashes: BTreeMap<String, String>,
    /// The hash of the list of what took its place.
    pub after: String,
    /// What that changed, in words.
    pub what: Vec<String>,
}

/// The stores.
#[derive(Clone)]
pub struct Shipped(IdbDatabase);

impl Shipped {
    /// The stores, opened once.
    pub async fn open() -> Result<Self, StorageError> {
        if let Some(open) = OPEN.with_borrow(Clone::clone) {
            return Ok(open);
        }
        let open = Self(idb::open(&own(DATABASE), VERSION, STORES).await?);
        OPEN.set(Some(open.clone()));
        Ok(open)
    }

    async fn fact(&self, key: &str) -> Result<Option<Value>, StorageError> {
        let text = Transaction::read(&self.0, &[FACTS])?.get(FACTS, key).await?;
        Ok(text.and_then(|text| serde_json::from_str(&text).ok()))
    }

    async fn note(&self, key: &str, fact: Option<&Value>) -> Result<(), StorageError> {
        let transaction = Transaction::write(&self.0, &[FACTS])?;
        transaction.get(FACTS, key).await?;
        match fact {
            Some(fact) => transaction.put(FACTS, key, &fact.to_string())?,
            None => transaction.delete(FACTS, key)?,
        }
        Ok(transaction.commit().await?)
    }

    /// The site that is on its way, if one is.
    pub async fn going(&self) -> Result<Option<Going>, StorageError> {
        let Some(fact) = self.fact(GOING).await? else { return Ok(None) };
        let packed = Transaction::read(&self.0, &[GOING])?.bytes(GOING, GOING).await?;
        let (way, name) = place(&fact);
        let count = |key: &str| usize::try_from(fact[key].as_u64().unwrap_or_default()).unwrap_or_default();
        let report = fact["report"].as_str().unwrap_or_default().to_owned();
        let (at, of) = (count("at"), count("of"));
        Ok(packed.map(|packed| Going { way, name, at, of, report, packed }))
    }

    /// Notes that one is.
    pub async fn goes(&self, going: &Going) -> Result<(), StorageError> {
        let transaction = Transaction::write(&self.0, &[GOING])?;
        transaction.get(GOING, GOING).await?;
        transaction.put_bytes(GOING, GOING, &going.packed)?;
        transaction.commit().await?;
        self.gets_on(going).await
    }

    /// Notes how far it is.
    pub async fn gets_on(&self, going: &Going) -> Result<(), StorageError> {
        let Going { way, name, at, of, report, .. } = going;
        let fact = json!({ "way": way.code(), "name": name, "at": at, "of": of, "report": report });
        self.note(GOING, Some(&fact)).await
    }

    /// It came, or nobody wants it any more.
    pub async fn came(&self) -> Result<(), StorageError> {
        self.note(GOING, None).await?;
        let transaction = Transaction::write(&self.0, &[GOING])?;
        transaction.get(GOING, GOING).await?;
        transaction.clear(GOING)?;
        Ok(transaction.commit().await?)
    }

    /// The release before, if it can be put back.
    pub async fn former(&self) -> Result<Option<Former>, StorageError> {
        let Some(fact) = self.fact(FORMER).await? else { return Ok(None) };
        let (way, name) = place(&fact);
        let text = |value: &Value| value.as_str().unwrap_or_default().to_owned();
        let hashes = fact["hashes"].as_object().into_iter().flatten();
        let hashes = hashes.map(|(path, hash)| (path.clone(), text(hash))).to_map();
        let what = fact["what"].as_array().into_iter().flatten().map(text).collect();
        Ok(Some(Former { way, name, hashes, after: text(&fact["after"]), what }))
    }

    /// Its files that were replaced.
    pub async fn former_files(&self) -> Result<BTreeMap<String, Vec<u8>>, StorageError> {
        let transaction = Transaction::read(&self.0, &[FORMER])?;
        let mut files = BTreeMap::new();
        for path in transaction.keys(FORMER).await? {
            if let Some(bytes) = transaction.bytes(FORMER, &path).await? {
                files.insert(path, bytes);
            }
        }
        Ok(files)
    }

    /// Keeps it, with more of its files; `anew`: in the place of another one. Read back before it counts.
    pub async fn replaces(
        &self,
        former: Option<&Former>,
        files: &BTreeMap<String, Vec<u8>>,
        anew: bool,
    ) -> Result<(), StorageError> {
        if anew {
            self.note(FORMER, None).await?;
            let transaction = Transaction::write(&self.0, &[FORMER])?;
            transaction.keys(FORMER).await?;
            transaction.clear(FORMER)?;
            transaction.commit().await?;
        }
        let all: Vec<_> = files.iter().collect();
        let mut at = 0;
        while at < all.len() {
            let mut size = 0;
            let fits = |(_, bytes): &&(&String, &Vec<u8>)| {
                size += bytes.len();
                size <= PART
            };
            let count = all[at..].iter().take_while(fits).count().max(1);
            let transaction = Transaction::write(&self.0, &[FORMER])?;
            transaction.keys(FORMER).await?;
            for (path, bytes) in &all[at..at + count] {
                transaction.put_bytes(FORMER, path, bytes)?;
            }
            transaction.commit().await?;
            at += count;
        }
        let transaction = Transaction::read(&self.0, &[FORMER])?;
        for (path, bytes) in files {
            if transaction.bytes(FORMER, path).await?.as_ref() != Some(bytes) {
                return Err(StorageError::NotReadBack);
            }
        }
        let fact = former.map(|former| {
            let Former { way, name, hashes, after, what } = former;
            json!({ "way": way.code(), "name": name, "hashes": hashes, "after": after, "what": what })
        });
        self.note(FORMER, fact.as_ref()).await
    }

    /// The folder that was chosen last, as the browser keeps it; `undefined` where there is none.
    pub async fn folder(&self) -> Result<JsValue, StorageError> {
        Ok(Transaction::read(&self.0, &[FACTS])?.get_thing(FACTS, FOLDER).await?)
    }

    /// Keeps which folder that is.
    pub async fn keep_folder(&self, folder: &JsValue) -> Result<(), StorageError> {
        let transaction = Transaction::write(&self.0, &[FACTS])?;
        transaction.get(FACTS, BUCKET).await?;
        transaction.put_thing(FACTS, FOLDER, folder)?;
        Ok(transaction.commit().await?)
    }

    /// The bucket that was named last.
    pub async fn bucket(&self) -> Result<Option<Value>, StorageError> {
        self.fact(BUCKET).await
    }

    /// Keeps which one that is.
    pub async fn keep_bucket(&self, bucket: &Value) -> Result<(), StorageError> {
        self.note(BUCKET, Some(bucket)).await
    }
}

/// Where to, and what that is called.
fn place(fact: &Value) -> (Way, String) {
    (Way::of(fact["way"].as_str().unwrap_or_default()), fact["name"].as_str().unwrap_or_default().to_owned())
}
