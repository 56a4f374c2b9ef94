//! Place: of the two text boxes only the one that is needed, and the villages of the chosen municipality as suggestions.

use crate::{
    browser::{all, element},
    domain::{draft::OTHER, from_json::FromJson, own_json::Json, question::PlaceQuestion},
    view::form::{DATA, QUESTION},
};
use leptos::{
    prelude::document,
    web_sys::{Element, HtmlElement, HtmlSelectElement},
};
use wasm_bindgen::JsCast;

/// The municipality whose villages stand in a list.
const OF: &str = "data-of";

/// Follows what is chosen in the place questions under `root`.
pub fn show(root: &Element) {
    for place in all(root, ".place") {
        let part = |selector: &str| place.query_selector(selector).ok()?.and_then(|e| e.dyn_into::<HtmlElement>().ok());
        let (Some(select), Some(village), Some(other), Some(list)) =
            (part("select"), part(".place__village"), part(".place__other"), part("datalist"))
        else {
            continue;
        };
        let municipality = select.unchecked_into::<HtmlSelectElement>().value();
        village.set_hidden(municipality == OTHER);
        other.set_hidden(municipality != OTHER);
        // Filling the list anew would close it under somebody's fingers.
        if list.get_attribute(OF).as_deref() != Some(municipality.as_str()) {
            list.set_text_content(None);
            for name in villages(&place, &municipality) {
                suggest(&list, &name);
            }
            // Setting an attribute with a proper name can't fail.
            let _ = list.set_attribute(OF, &municipality);
        }
    }
}

/// From the form's data in the page, which is read only when somebody chooses.
fn villages(place: &HtmlElement, municipality: &str) -> Vec<String> {
    let of = || {
        let question = place.closest(&format!("[id^={QUESTION}]")).ok()??;
        let at: usize = question.id().strip_prefix(QUESTION)?.parse().ok()?;
        let data = Json::read(&element(DATA)?.text_content()?)?;
        let question = PlaceQuestion::from_json(data.get("questions").at(at).get("kind").get("Place"))?;
        question.municipalities.into_iter().find(|one| one.name == municipality)
    };
    if municipality.is_empty() { vec![] } else { of().map(|found| found.villages).unwrap_or_default() }
}

fn suggest(list: &HtmlElement, name: &str) {
    // An element with a proper name can always be made, and appended to an empty one.
    if let Ok(option) = document().create_element("option") {
        let _ = option.set_attribute("value", name);
        let _ = list.append_child(&option);
    }
}
