//! Under each text box: how much of its room is taken.

use crate::{
    browser::{all, element, language},
    texts::form as t,
};
use leptos::web_sys::{Element, HtmlTextAreaElement};
use wasm_bindgen::JsCast;

/// Counts what stands in the text boxes under `root`.
pub fn show(root: &Element) {
    for area in all(root, "textarea[data-max]") {
        let area: HtmlTextAreaElement = area.unchecked_into();
        let max = area.dataset().get("max").and_then(|max| max.parse().ok());
        let (Some(max), Some(counter)) = (max, element(&format!("c-{}", area.id()))) else { continue };
        let has = area.value().trim().chars().count();
        counter.set_text_content(Some(&t::counter(language(), has, max)));
        counter.set_class_name(if has > max { "field__counter field__counter--over" } else { "field__counter" });
    }
}
