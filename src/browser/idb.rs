//! A thin layer over IndexedDB: requests as futures, and transactions that end only when they are on the disk. Nothing here
//! waits for ever, and nothing stays locked by a page that is left.

use gloo_events::EventListener;
use gloo_timers::callback::Timeout;
use js_sys::{Array, Function, Object, Promise, Reflect, Uint8Array};
use wasm_bindgen::{JsCast, JsValue, closure::Closure, prelude::wasm_bindgen};
use wasm_bindgen_futures::JsFuture;
use web_sys::{
    IdbDatabase, IdbFactory, IdbObjectStore, IdbOpenDbRequest, IdbRequest, IdbTransaction, IdbTransactionMode,
};

/// How many milliseconds a request may wait. Whatever holds the store meanwhile must not hold up who reads, types or sends.
const PATIENCE: u32 = 5_000;

#[wasm_bindgen]
extern "C" {
    /// An `IDBDatabase`: web-sys has the options of a transaction only behind its unstable flag.
    type Durable;

    #[wasm_bindgen(catch, method, js_name = transaction)]
    fn transaction(this: &Durable, stores: &Array, mode: &str, options: &Object) -> Result<IdbTransaction, JsValue>;

    /// An `IDBTransaction`: web-sys calls this method of it deprecated, which it is not.
    type Committing;

    #[wasm_bindgen(catch, method)]
    fn commit(this: &Committing) -> Result<(), JsValue>;
}

/// What the browser threw: a `DOMException` by its name.
pub fn name_of(error: &JsValue) -> String {
    error.dyn_ref::<web_sys::DomException>().map(web_sys::DomException::name).unwrap_or_default()
}

/// Waits for a request; one that took too long fails with `undefined`.
async fn done(request: &IdbRequest) -> Result<JsValue, JsValue> {
    let mut late = None;
    let promise = Promise::new(&mut |resolve: Function, reject: Function| {
        let asked = request.clone();
        let success = Closure::once_into_js(move || resolve.call1(&JsValue::NULL, &asked.result().unwrap_or_default()));
        let (asked, given_up) = (request.clone(), reject.clone());
        let failure = Closure::once_into_js(move || {
            let error = asked.error().ok().flatten().map_or(JsValue::NULL, JsValue::from);
            reject.call1(&JsValue::NULL, &error)
        });
        request.set_onsuccess(success.dyn_ref());
        request.set_onerror(failure.dyn_ref());
        late = Some(Timeout::new(PATIENCE, move || {
            // Rejecting a promise can't fail.
            let _ = given_up.call0(&JsValue::NULL);
        }));
    });
    let outcome = JsFuture::from(promise).await;
    drop(late);
    outcome
}

/// Gives a transaction up when its page is left. WebKit keeps such a page for going Back with its transaction open, and with
/// all that it locks: no page could open, read or write what it was at.
fn given_up_on_leaving(transaction: IdbTransaction) -> EventListener {
    EventListener::new(&leptos::prelude::window(), "pagehide", move |_| give_up(&transaction))
}

/// One that has ended or is being committed can't be given up any more, and need not be.
fn give_up(transaction: &IdbTransaction) {
    let _ = transaction.abort();
}

/// Opens a database, making the stores that are not there.
pub async fn open(name: &str, version: u32, stores: &'static [&'static str]) -> Result<IdbDatabase, JsValue> {
    let factory: IdbFactory = leptos::prelude::window().indexed_db()?.ok_or(JsValue::NULL)?;
    let request: IdbOpenDbRequest = factory.open_with_u32(name, version)?;
    let upgrading = request.clone();
    let upgrade = Closure::once_into_js(move || {
        let database = upgrading.result().unwrap_or_default().unchecked_into::<IdbDatabase>();
        for store in stores {
            if !database.object_store_names().contains(store) {
                // A store that can't be made shows as an error of the first transaction that needs it.
                let _ = database.create_object_store(store);
            }
        }
        if let Some(transaction) = upgrading.transaction() {
            given_up_on_leaving(transaction).forget();
        }
    });
    request.set_onupgradeneeded(upgrade.dyn_ref());
    let database: IdbDatabase = done(&request).await?.unchecked_into();
    // A newer version of the site may want to change the stores: do not stand in its way.
    let closing = database.clone();
    let close = Closure::once_into_js(move || closing.close());
    database.set_onversionchange(close.dyn_ref());
    Ok(database)
}

/// A transaction over some stores. Unless it is committed nothing of it stays.
pub struct Transaction {
    transaction: IdbTransaction,
    _leaving: EventListener,
}

impl Drop for Transaction {
    fn drop(&mut self) {
        give_up(&self.transaction);
    }
}

impl Transaction {
    fn new(transaction: IdbTransaction) -> Self {
        Self { _leaving: given_up_on_leaving(transaction.clone()), transaction }
    }

    /// For reading.
    pub fn read(database: &IdbDatabase, stores: &[&str]) -> Result<Self, JsValue> {
        database.transaction_with_str_sequence_and_mode(&names(stores), IdbTransactionMode::Readonly).map(Self::new)
    }

    /// For writing; [`Self::commit`] returns once the system says that it is on the disk. Something is read first: who has
    /// to wait for their turn waits there, where it can still be given up.
    pub fn write(database: &IdbDatabase, stores: &[&str]) -> Result<Self, JsValue> {
        let options = Object::new();
        Reflect::set(&options, &"durability".into(), &"strict".into())?;
        database.unchecked_ref::<Durable>().transaction(&names(stores), "readwrite", &options).map(Self::new)
    }

    fn store(&self, name: &str) -> Result<IdbObjectStore, JsValue> {
        self.transaction.object_store(name)
    }

    /// The text under a key.
    pub async fn get(&self, store: &str, key: &str) -> Result<Option<String>, JsValue> {
        let request = self.store(store)?.get(&JsValue::from_str(key))?;
        Ok(done(&request).await?.as_string())
    }

    /// What is under a key, where that is no text; `undefined` where there is nothing.
    pub async fn get_thing(&self, store: &str, key: &str) -> Result<JsValue, JsValue> {
        done(&self.store(store)?.get(&JsValue::from_str(key))?).await
    }

    /// Writes what is no text under a key.
    pub fn put_thing(&self, store: &str, key: &str, thing: &JsValue) -> Result<(), JsValue> {
        self.store(store)?.put_with_key(thing, &JsValue::from_str(key)).map(|_| ())
    }

    /// Every key with its text.
    pub async fn all(&self, store: &str) -> Result<Vec<(String, String)>, JsValue> {
        let (keys, values) = (self.store(store)?.get_all_keys()?, self.store(store)?.get_all()?);
        let (keys, values) = (done(&keys).await?, done(&values).await?);
        let (keys, values) = (Array::from(&keys), Array::from(&values));
        let pairs = keys.iter().zip(values.iter());
        Ok(pairs
            .map(|(key, value)| (key.as_string().unwrap_or_default(), value.as_string().unwrap_or_default()))
            .collect())
    }

    /// The bytes under a key.
    pub async fn bytes(&self, store: &str, key: &str) -> Result<Option<Vec<u8>>, JsValue> {
        let request = self.store(store)?.get(&JsValue::from_str(key))?;
        Ok(done(&request).await?.dyn_ref::<Uint8Array>().map(Uint8Array::to_vec))
    }

    /// Every key.
    pub async fn keys(&self, store: &str) -> Result<Vec<String>, JsValue> {
        let keys = done(&self.store(store)?.get_all_keys()?).await?;
        Ok(Array::from(&keys).iter().filter_map(|key| key.as_string()).collect())
    }

    /// Writes bytes under a key.
    pub fn put_bytes(&self, store: &str, key: &str, bytes: &[u8]) -> Result<(), JsValue> {
        self.store(store)?.put_with_key(&Uint8Array::from(bytes), &JsValue::from_str(key)).map(|_| ())
    }

    /// Deletes everything.
    pub fn clear(&self, store: &str) -> Result<(), JsValue> {
        self.store(store)?.clear().map(|_| ())
    }

    /// Writes a text under a key.
    pub fn put(&self, store: &str, key: &str, text: &str) -> Result<(), JsValue> {
        self.store(store)?.put_with_key(&JsValue::from_str(text), &JsValue::from_str(key)).map(|_| ())
    }

    /// Deletes a key.
    pub fn delete(&self, store: &str, key: &str) -> Result<(), JsValue> {
        self.store(store)?.delete(&JsValue::from_str(key)).map(|_| ())
    }

    /// Waits until everything is written, or says why nothing was.
    pub async fn commit(self) -> Result<(), JsValue> {
        let promise = Promise::new(&mut |resolve: Function, reject: Function| {
            let complete = Closure::once_into_js(move || resolve.call0(&JsValue::NULL));
            let transaction = self.transaction.clone();
            let abort = Closure::once_into_js(move || {
                let error = transaction.error().map_or(JsValue::NULL, JsValue::from);
                reject.call1(&JsValue::NULL, &error)
            });
            self.transaction.set_oncomplete(complete.dyn_ref());
            self.transaction.set_onabort(abort.dyn_ref());
        });
        // From here on a page that is left takes nothing back. A browser that does not know this call does it by itself, once
        // nothing more is asked.
        let _ = self.transaction.unchecked_ref::<Committing>().commit();
        JsFuture::from(promise).await.map(|_| ())
    }
}

fn names(stores: &[&str]) -> Array {
    stores.iter().map(|name| JsValue::from_str(name)).collect()
}
