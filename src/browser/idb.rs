//! A thin layer over IndexedDB: requests as futures, and transactions that end only when they are on the disk.

use js_sys::{Array, Function, Object, Promise, Reflect};
use wasm_bindgen::{JsCast, JsValue, closure::Closure, prelude::wasm_bindgen};
use wasm_bindgen_futures::JsFuture;
use web_sys::{
    IdbDatabase, IdbFactory, IdbObjectStore, IdbOpenDbRequest, IdbRequest, IdbTransaction, IdbTransactionMode,
};

#[wasm_bindgen]
extern "C" {
    /// An `IDBDatabase`: web-sys has the options of a transaction only behind its unstable flag.
    type Durable;

    #[wasm_bindgen(catch, method, js_name = transaction)]
    fn transaction(this: &Durable, stores: &Array, mode: &str, options: &Object) -> Result<IdbTransaction, JsValue>;
}

/// What the browser threw: a `DOMException` by its name.
pub fn name_of(error: &JsValue) -> String {
    error.dyn_ref::<web_sys::DomException>().map(web_sys::DomException::name).unwrap_or_default()
}

/// Waits for a request.
async fn done(request: &IdbRequest) -> Result<JsValue, JsValue> {
    let promise = Promise::new(&mut |resolve: Function, reject: Function| {
        let asked = request.clone();
        let success = Closure::once_into_js(move || resolve.call1(&JsValue::NULL, &asked.result().unwrap_or_default()));
        let asked = request.clone();
        let failure = Closure::once_into_js(move || {
            let error = asked.error().ok().flatten().map_or(JsValue::NULL, JsValue::from);
            reject.call1(&JsValue::NULL, &error)
        });
        request.set_onsuccess(success.dyn_ref());
        request.set_onerror(failure.dyn_ref());
    });
    JsFuture::from(promise).await
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
    });
    request.set_onupgradeneeded(upgrade.dyn_ref());
    let database: IdbDatabase = done(&request).await?.unchecked_into();
    // A newer version of the site may want to change the stores: do not stand in its way.
    let closing = database.clone();
    let close = Closure::once_into_js(move || closing.close());
    database.set_onversionchange(close.dyn_ref());
    Ok(database)
}

/// A transaction over some stores.
pub struct Transaction(IdbTransaction);

impl Transaction {
    /// For reading.
    pub fn read(database: &IdbDatabase, stores: &[&str]) -> Result<Self, JsValue> {
        database.transaction_with_str_sequence_and_mode(&names(stores), IdbTransactionMode::Readonly).map(Self)
    }

    /// For writing; [`Self::commit`] returns once the system says that it is on the disk.
    pub fn write(database: &IdbDatabase, stores: &[&str]) -> Result<Self, JsValue> {
        let options = Object::new();
        Reflect::set(&options, &"durability".into(), &"strict".into())?;
        database.unchecked_ref::<Durable>().transaction(&names(stores), "readwrite", &options).map(Self)
    }

    fn store(&self, name: &str) -> Result<IdbObjectStore, JsValue> {
        self.0.object_store(name)
    }

    /// The text under a key.
    pub async fn get(&self, store: &str, key: &str) -> Result<Option<String>, JsValue> {
        let request = self.store(store)?.get(&JsValue::from_str(key))?;
        Ok(done(&request).await?.as_string())
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
            let transaction = self.0.clone();
            let abort = Closure::once_into_js(move || {
                let error = transaction.error().map_or(JsValue::NULL, JsValue::from);
                reject.call1(&JsValue::NULL, &error)
            });
            self.0.set_oncomplete(complete.dyn_ref());
            self.0.set_onabort(abort.dyn_ref());
        });
        JsFuture::from(promise).await.map(|_| ())
    }
}

fn names(stores: &[&str]) -> Array {
    stores.iter().map(|name| JsValue::from_str(name)).collect()
}
