//! The form as it stands in the page. What is in its fields is the draft: nothing else holds it while somebody fills it
//! in, so there is nothing to keep the same.

use super::{all, element};
use crate::{
    domain::{
        draft::{CONSENT, Draft},
        id::Id,
    },
    view::form::{ROOT, SAID},
};
use leptos::web_sys::{FormData, HtmlElement, HtmlFormElement, HtmlInputElement};
use wasm_bindgen::JsCast;

/// On a form whose draft has become a reaction: its fields are not stored any more.
const SENT: &str = "data-sent";

/// The form of this page.
#[derive(Clone)]
pub struct PageForm {
    /// The element.
    pub element: HtmlFormElement,
    /// The consultation's slug.
    pub slug: Id,
}

impl PageForm {
    /// The form; none on a page without one, or when the question was closed as the page was made.
    pub fn find() -> Option<Self> {
        let element: HtmlFormElement = element(ROOT)?.query_selector("form").ok()??.dyn_into().ok()?;
        let slug: HtmlInputElement = element.query_selector("[name=consultation]").ok()??.dyn_into().ok()?;
        Some(Self { slug: Id::try_from(slug.value().as_str()).ok()?, element })
    }

    /// What stands in the fields.
    pub fn draft(&self) -> Draft {
        let Ok(data) = FormData::new_with_form(&self.element) else { return Draft::default() };
        let entries = js_sys::Array::from(&data.entries());
        let pairs = entries.iter().filter_map(|pair| {
            let pair = js_sys::Array::from(&pair);
            Some((pair.get(0).as_string()?, pair.get(1).as_string()?))
        });
        Draft::from_pairs(pairs.collect::<Vec<_>>())
    }

    /// Puts a draft in the fields.
    pub fn write(&self, draft: &Draft) {
        for field in all(&self.element, &format!("[name^='q.'], [name={CONSENT}]")) {
            // Lists and larger text boxes have the same properties.
            let field: HtmlInputElement = field.unchecked_into();
            let (name, value) = (field.name(), field.value());
            match field.type_().as_str() {
                "radio" | "checkbox" => field.set_checked(draft.has(&name, &value)),
                // Writing what is there already would move the caret.
                _ if draft.one(&name) == value => {}
                _ => field.set_value(draft.one(&name)),
            }
        }
    }

    /// Has something said aloud, without moving the focus.
    pub fn say(&self, text: &str) {
        if let Some(said) = element(SAID) {
            said.set_text_content(Some(text));
        }
    }

    /// Whether the draft has become a reaction, or is becoming one.
    pub fn is_sent(&self) -> bool {
        self.element.has_attribute(SENT)
    }

    /// Says whether it has.
    pub fn set_sent(&self, sent: bool) {
        // Setting an attribute with a proper name can't fail.
        let _ = self.element.toggle_attribute_with_force(SENT, sent);
    }

    /// The element that holds a question.
    pub fn question(&self, at: usize) -> Option<HtmlElement> {
        element(&crate::view::form::question_root(at))
    }
}
