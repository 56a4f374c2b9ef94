//! The form as it stands in the page. What is in its fields is the draft: nothing else holds it while somebody fills it
//! in, so there is nothing to keep the same.

use super::{all, element};
use crate::{
    domain::{draft::Draft, id::Id},
    view::form::{ROOT, SAID},
};
use leptos::{
    prelude::document,
    web_sys::{FormData, HtmlElement, HtmlFormElement, HtmlInputElement},
};
use wasm_bindgen::JsCast;

/// What somebody fills in; the attribute of a checkbox for quoting is [`CONSENT`].
const FIELDS: &str = "[name^='q.'], [name=quote_consent]";

/// On a form whose draft has become a reaction: its fields are not stored any more.
const SENT: &str = "data-sent";

/// The form of this page.
#[derive(Clone)]
pub struct PageForm {
    /// The element.
    pub element: HtmlFormElement,
    /// The consultation's slug.
    pub slug: Id,
    /// The revision of the questions.
    pub revision: u32,
}

impl PageForm {
    /// The form; none on a page without one, or when the question was closed as the page was made.
    pub fn find() -> Option<Self> {
        let element: HtmlFormElement = element(ROOT)?.query_selector("form").ok()??.dyn_into().ok()?;
        let hidden =
            |selector| Some(element.query_selector(selector).ok()??.unchecked_into::<HtmlInputElement>().value());
        let slug = Id::try_from(hidden("[name=consultation]")?.as_str()).ok()?;
        let revision = hidden("[name=revision]")?.parse().ok()?;
        Some(Self { element, slug, revision })
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

    /// Puts a draft in the fields. Of several values for a field that holds one, the first shows.
    pub fn write(&self, draft: &Draft) {
        for field in all(&self.element, FIELDS) {
            // Lists and larger text boxes have the same properties.
            let field: HtmlInputElement = field.unchecked_into();
            let (name, value) = (field.name(), field.value());
            let one = draft.one(&name);
            match field.type_().as_str() {
                "checkbox" => field.set_checked(draft.has(&name, &value)),
                "radio" => field.set_checked(one == value),
                // Writing what is there already would move the caret.
                _ if one == value => {}
                _ => {
                    let caret = field.selection_start().ok().flatten();
                    field.set_value(one);
                    // Only where somebody is, as in some browsers this brings the focus.
                    if document().active_element().as_ref() == Some(&field) {
                        // A list has no caret.
                        let _ = field.set_selection_range(caret.unwrap_or(0), caret.unwrap_or(0));
                    }
                }
            }
        }
    }

    /// What of a draft has no place in the fields, as its question has changed or its field holds other words. A choice
    /// that was made anew replaces the one before.
    pub fn left(&self, draft: &Draft) -> Draft {
        let now = self.draft();
        let choices: Vec<_> = all(&self.element, "[type=radio], select")
            .into_iter()
            .map(|field| field.unchecked_into::<HtmlInputElement>().name())
            .collect();
        let replaced = |name: &str| !now.one(name).is_empty() && choices.iter().any(|choice| choice == name);
        draft.clone().only(|name, value| !now.has(name, value) && !replaced(name))
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
