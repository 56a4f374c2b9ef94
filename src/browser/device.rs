//! What the device gives: today, random bytes, files to keep, the clipboard.

use crate::domain::{day::Day, id::ReactionId, receipt::Receipt};
use js_sys::{Array, Date};
use leptos::{prelude::*, web_sys};
use wasm_bindgen::{JsCast, JsValue};

/// Today in the Netherlands, wherever the device is. The clock is that of the device.
pub fn today() -> Option<Day> {
    Day::in_the_netherlands(milliseconds() as i64)
}

/// The day and the time where the device is, as names of files have it: `2026-11-27-2130`.
pub fn stamp() -> String {
    let now = Date::new_0();
    let (month, day) = (now.get_month() + 1, now.get_date());
    format!("{:04}-{month:02}-{day:02}-{:02}{:02}", now.get_full_year(), now.get_hours(), now.get_minutes())
}

/// Milliseconds since 1970, for measuring how long something takes.
pub fn milliseconds() -> f64 {
    Date::now()
}

/// Random bytes; `None` in a browser without a source of them.
pub fn random<const N: usize>() -> Option<[u8; N]> {
    let mut bytes = [0; N];
    window().crypto().ok()?.get_random_values_with_u8_array(&mut bytes).ok()?;
    Some(bytes)
}

/// A fresh reaction id.
pub fn reaction_id() -> Option<ReactionId> {
    Some(ReactionId::new(milliseconds() as u64, random()?))
}

/// A fresh receipt.
pub fn receipt() -> Option<Receipt> {
    random().map(Receipt::new)
}

/// A random byte, to spread devices in time.
pub fn jitter() -> u8 {
    random().map_or(0, |[byte]| byte)
}

/// What stands after the `#` in the address.
pub fn fragment() -> String {
    window().location().hash().unwrap_or_default().trim_start_matches('#').to_owned()
}

/// Asks yes or no.
pub fn confirm(question: &str) -> bool {
    window().confirm_with_message(question).unwrap_or(false)
}

/// Prints the page.
pub fn print() {
    // A browser that can't print says so itself.
    let _ = window().print();
}

/// Offers a text as a file to keep.
pub fn download(name: &str, text: &str) -> Option<()> {
    offer(name, &JsValue::from_str(text))
}

/// Offers bytes as a file to keep.
pub fn download_bytes(name: &str, bytes: &[u8]) -> Option<()> {
    offer(name, &js_sys::Uint8Array::from(bytes))
}

/// An address in this window for the file that was chosen in a field. The same file can then be chosen once more.
pub fn picture(field: &str) -> Option<String> {
    let field = document().get_element_by_id(field)?.dyn_into::<web_sys::HtmlInputElement>().ok()?;
    let file = field.files()?.get(0)?;
    let address = web_sys::Url::create_object_url_with_blob(&file).ok();
    field.set_value("");
    address
}

/// What is at that address is not needed any more.
pub fn forget_picture(address: &str) {
    // What is gone already need not go.
    let _ = web_sys::Url::revoke_object_url(address);
}

fn offer(name: &str, content: &JsValue) -> Option<()> {
    let blob = web_sys::Blob::new_with_str_sequence(&Array::of1(content)).ok()?;
    let url = web_sys::Url::create_object_url_with_blob(&blob).ok()?;
    let link = document().create_element("a").ok()?.dyn_into::<web_sys::HtmlElement>().ok()?;
    link.set_attribute("href", &url).ok()?;
    link.set_attribute("download", name).ok()?;
    link.click();
    // The click has started the download by now.
    web_sys::Url::revoke_object_url(&url).ok()
}
