//! What makes the Dutch texts of a question hard to read: said at each pause, of what changed only.

use super::{shown, with};
use crate::{
    browser::element,
    domain::plain::{self, Counts, Judged},
    files::content::manuscript::spots::{self, words},
    texts::fields,
    view::desk::{
        Desk,
        write::tips::{self, PLAIN, TIPS},
    },
};
use leptos::prelude::document;
use std::collections::BTreeMap;
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlTextAreaElement};

/// Each text as it was judged last, by its place.
pub type Judgements = BTreeMap<String, (String, Judged)>;

/// The language that is judged.
const DUTCH: &str = "nl";

/// Says it, under each text and of all of them.
pub fn tell(desk: Desk) {
    let language = desk.language;
    let told = with(|writing| {
        let root = writing.manuscript.root();
        let several = spots::languages(root).len() > 1;
        let (mut now, mut all, mut total) = (Judgements::new(), Vec::new(), Counts::default());
        let mut texts = Vec::new();
        for spot in spots::spots(root).into_iter().filter(|spot| spot.language.as_deref() == Some(DUTCH)) {
            let text = words(root, &spot.path);
            let judged = match writing.judged.remove(&spot.path) {
                Some((before, judged)) if before == text => judged,
                _ => plain::judge(&text),
            };
            total.add(judged.counts);
            if !judged.signals.is_empty() {
                all.push((spot.path.clone(), fields::way(language, &spot, several), judged.signals.len()));
            }
            let unfolded = writing.unfolded.contains(&format!("{TIPS}{}", spot.path));
            texts.push((spot.path.clone(), tips::tips(language, &spot.path, &text, &judged, unfolded)));
            now.insert(spot.path, (text, judged));
        }
        writing.judged = now;
        (texts, tips::all(language, &total, &all))
    });
    let Some((texts, all)) = told else { return };
    for (path, html) in texts {
        if let Some(place) = element(&format!("{TIPS}{path}")) {
            shown::change(&place, &html);
        }
    }
    if let Some(place) = element(PLAIN) {
        shown::change(&place, &all);
    }
}

/// Shows in a field the words that a tip is about.
pub fn show(at: &str, button: &Element) -> Option<()> {
    let number = |name: &str| button.get_attribute(name)?.parse::<u32>().ok();
    let (from, to) = (number("data-from")?, number("data-to")?);
    shown::go(at);
    let field = document().active_element()?;
    match field.dyn_ref::<HtmlTextAreaElement>() {
        Some(area) => area.set_selection_range(from, to).ok(),
        None => field.dyn_ref::<web_sys::HtmlInputElement>()?.set_selection_range(from, to).ok(),
    }
}
