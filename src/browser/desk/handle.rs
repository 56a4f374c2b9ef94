//! Folders and files of the device as browsers know them: web-sys has their permissions behind an unstable flag, and choosing one
//! not at all.

use js_sys::{AsyncIterator, Object, Promise, Uint8Array};
use wasm_bindgen::{JsValue, prelude::wasm_bindgen};

#[wasm_bindgen]
extern "C" {
    /// A `FileSystemHandle`, of a folder or a file.
    #[derive(Clone)]
    pub type Handle;

    #[wasm_bindgen(method, getter)]
    pub fn kind(this: &Handle) -> String;
    #[wasm_bindgen(method, getter)]
    pub fn name(this: &Handle) -> String;
    #[wasm_bindgen(catch, method, js_name = queryPermission)]
    pub fn query_permission(this: &Handle, options: &Object) -> Result<Promise, JsValue>;
    #[wasm_bindgen(catch, method, js_name = requestPermission)]
    pub fn request_permission(this: &Handle, options: &Object) -> Result<Promise, JsValue>;
    #[wasm_bindgen(catch, method, js_name = getDirectoryHandle)]
    pub fn directory(this: &Handle, name: &str, options: &Object) -> Result<Promise, JsValue>;
    #[wasm_bindgen(catch, method, js_name = getFileHandle)]
    pub fn file(this: &Handle, name: &str, options: &Object) -> Result<Promise, JsValue>;
    #[wasm_bindgen(catch, method, js_name = removeEntry)]
    pub fn remove(this: &Handle, name: &str) -> Result<Promise, JsValue>;
    #[wasm_bindgen(catch, method)]
    pub fn values(this: &Handle) -> Result<AsyncIterator, JsValue>;
    #[wasm_bindgen(catch, method, js_name = getFile)]
    pub fn content(this: &Handle) -> Result<Promise, JsValue>;
    #[wasm_bindgen(catch, method, js_name = createWritable)]
    pub fn writable(this: &Handle) -> Result<Promise, JsValue>;

    /// A `FileSystemWritableFileStream`: what is written stands in the file once it is closed.
    pub type Writable;

    #[wasm_bindgen(catch, method)]
    pub fn write(this: &Writable, bytes: &Uint8Array) -> Result<Promise, JsValue>;
    #[wasm_bindgen(catch, method)]
    pub fn close(this: &Writable) -> Result<Promise, JsValue>;
}
