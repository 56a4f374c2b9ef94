//! What shows of a question, and what is said of its fields.

use super::{Writing, gate, plain, site, theme, together, with};
use crate::{
    browser::element,
    domain::consultation::Consultation,
    files::{
        content::{
            FileFault,
            manuscript::{
                Manuscript,
                matter::Matter,
                path::get,
                spots::{self, Change},
            },
        },
        read::{Cause, consultation::Surroundings},
    },
    texts::{fields, finding, slip, writing as t},
    view::desk::{
        Desk,
        write::{
            Form, How, Said, WRITE,
            gate::{GATE, gate as write_gate},
            page::{self, CHANGES, HEADING, RAW, TOLD},
            rows::{self, FIELD, SAID},
        },
    },
};
use leptos::prelude::document;
use serde_json::Value;
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement, HtmlInputElement, HtmlTextAreaElement};

/// Fills the room.
pub fn put(html: &str) {
    if let Some(root) = element(WRITE) {
        root.set_inner_html(html);
    }
}

/// What stands in a field.
pub fn value(element: &Element) -> String {
    if let Some(input) = element.dyn_ref::<HtmlInputElement>() {
        input.value()
    } else if let Some(area) = element.dyn_ref::<HtmlTextAreaElement>() {
        area.value()
    } else {
        element.dyn_ref::<web_sys::HtmlSelectElement>().map(web_sys::HtmlSelectElement::value).unwrap_or_default()
    }
}

/// Shows the question anew, with the focus on this element.
pub fn render(desk: Desk, focus: Option<&str>) {
    let language = desk.language;
    let html = with(|writing| {
        if let Some(text) = &writing.raw {
            let wrong = Manuscript::read(text.as_bytes()).err().map(|fault| wrong(desk, &fault)).unwrap_or_default();
            return page::raw(language, writing.matter.name(), text, &wrong);
        }
        if let Some(focus) = focus.and_then(|focus| focus.split_once('.')) {
            unfold(writing, focus.1);
        }
        let ((said, read), changes) = (said(desk, writing), changes(writing));
        let gated = gate::gated(desk, writing, said.is_empty(), read.as_ref());
        let looked = writing.looked.as_ref();
        let looked = looked.map(|(version, then)| (version, spots::changes(then.root(), writing.manuscript.root())));
        let shown = page::Shown {
            matter: &writing.matter,
            said: &said,
            gated: &gated,
            changes: changes.as_deref(),
            ways: writing.history.ways(),
            both: &together::twice(desk, writing.manuscript.root(), &writing.both),
            versions: &writing.versions,
            looked: looked.as_ref().map(|(version, changes)| (*version, &changes[..])),
        };
        let html = form(desk, writing, |form| page::html(form, &shown));
        (writing.said, writing.changes) = (said, changes);
        html
    });
    let Some(html) = html else { return };
    put(&html);
    tell(desk);
    if let Some(found) = focus.and_then(|focus| element(focus).or_else(|| element(HEADING))) {
        // Focusing an element in the page can't fail.
        let _ = found.focus();
    }
}

/// Shows it anew; who types goes on where they were.
pub fn render_where_one_is(desk: Desk) {
    let active = document().active_element();
    let id = active.as_ref().map(Element::id).filter(|id| !id.is_empty());
    let at = active.as_ref().and_then(caret);
    render(desk, id.as_deref());
    if let (Some(found), Some(at)) = (id.as_deref().and_then(element), at) {
        // A place that a shorter text does not have is its end.
        let _ = match found.dyn_ref::<HtmlInputElement>() {
            Some(input) => input.set_selection_range(at, at),
            None => found.dyn_ref::<HtmlTextAreaElement>().map_or(Ok(()), |area| area.set_selection_range(at, at)),
        };
    }
}

/// Where somebody types in a field.
fn caret(field: &Element) -> Option<u32> {
    match field.dyn_ref::<HtmlInputElement>() {
        Some(input) => input.selection_start().ok()?,
        None => field.dyn_ref::<HtmlTextAreaElement>()?.selection_start().ok()?,
    }
}

/// Opens what a field is in.
pub fn unfold(writing: &mut Writing, path: &str) {
    for (at, _) in path.match_indices(']') {
        writing.unfolded.insert(path[..=at].to_owned());
    }
}

/// Leads to a field, which may be folded away.
pub fn go(at: &str) {
    with(|writing| unfold(writing, at));
    let Some(field) = element(&format!("{FIELD}{at}")) else { return };
    let mut around = field.parent_element();
    while let Some(outer) = around {
        if outer.tag_name() == "DETAILS" {
            // Setting an attribute with a proper name can't fail.
            let _ = outer.set_attribute("open", "");
        }
        around = outer.parent_element();
    }
    // Focusing an element in the page can't fail.
    let _ = field.focus();
}

/// Leads to the field with this place, in whatever language it shows first; else to the nearest one around it.
pub fn go_near(at: &str) {
    let first = with(|writing| spots::languages(writing.manuscript.root()).remove(0)).unwrap_or_default();
    let mut at = at.trim_start_matches('$').trim_start_matches('.').to_owned();
    while !at.is_empty() {
        for place in [&at, &format!("{at}.{first}")] {
            if element(&format!("{FIELD}{place}")).is_some() {
                return go(place);
            }
        }
        at.truncate(at.rfind(['.', '[']).unwrap_or_default());
    }
}

fn form<T>(desk: Desk, writing: &Writing, with: impl FnOnce(&Form) -> T) -> T {
    let languages = spots::languages(writing.manuscript.root());
    let site = match &writing.around.site {
        Some(site) => site.languages.iter().map(|language| language.code().to_owned()).collect(),
        None => vec!["nl".to_owned(), "en".to_owned()],
    };
    with(&Form {
        root: writing.manuscript.root(),
        language: desk.language,
        languages: &languages,
        site: &site,
        around: &writing.around.names,
        unfolded: &writing.unfolded,
        half: &writing.half,
    })
}

/// What is different from what is published, if anything is.
fn changes(writing: &Writing) -> Option<Vec<Change>> {
    writing.published().map(|before| spots::changes(before.root(), writing.manuscript.root()))
}

/// What a question is read with.
pub fn surroundings(writing: &Writing) -> Surroundings<'_> {
    Surroundings {
        site: writing.around.site.as_ref(),
        places: &writing.around.places,
        file_stem: writing.matter.name(),
    }
}

/// Everything that is said of the fields; and the question, where that is nothing.
pub fn said(desk: Desk, writing: &Writing) -> (Vec<Said>, Option<Consultation>) {
    let around = surroundings(writing);
    let root = writing.manuscript.root();
    let spots = spots::spots(root);
    let several = spots::languages(root).len() > 1;
    let one = |found: crate::files::read::Finding| {
        let spot = spots::of_finding(&spots, &found);
        let touched = spot.is_some_and(|spot| writing.touched.contains(&spot.path));
        let how = match &found.cause {
            Cause::NoText(_) if said_elsewhere(root, &found.path) => How::Untranslated,
            cause if spots::is_wanting(cause) && !touched => How::Needed,
            _ => How::Wrong,
        };
        Said {
            way: spot.map_or_else(|| found.path.clone(), |spot| fields::way(desk.language, spot, several)),
            at: spot.map(|spot| spot.path.clone()),
            text: match spots::is_of_last_day(&found) {
                true => t::by_buttons(desk.language).to_owned(),
                false => t::found(desk.language, &found.cause),
            },
            how,
        }
    };
    let read = match &writing.matter {
        Matter::Question(_) => writing.manuscript.judged(&around).map(Some),
        Matter::Site => writing.manuscript.judged_site().map(|_| None),
    };
    match read {
        Ok(read) => (Vec::new(), read),
        Err(findings) => (findings.into_iter().map(one).collect(), None),
    }
}

/// Whether it may go out.
pub fn opens(desk: Desk) -> bool {
    let opens = |writing: &mut Writing| {
        let (said, read) = said(desk, writing);
        gate::gated(desk, writing, said.is_empty(), read.as_ref()).opens()
    };
    with(opens) == Some(true)
}

/// Whether a text is there in another language.
fn said_elsewhere(root: &Value, path: &str) -> bool {
    get(root, path).and_then(Value::as_object).is_some_and(|texts| !texts.is_empty())
}

/// Says of each field what there is to say, and how it stands with all of it.
pub fn tell(desk: Desk) {
    let language = desk.language;
    let now = with(|writing| {
        if writing.raw.is_some() {
            return None;
        }
        let (all, read) = said(desk, writing);
        let gated = gate::gated(desk, writing, all.is_empty(), read.as_ref());
        let gated = write_gate(desk.language, &gated, &writing.half, &writing.unfolded);
        let changed = changes(writing);
        let titles = form(desk, writing, |form| {
            let items = writing_items().into_iter().map(|(at, element)| (element, rows::title(form, &at)));
            let heading = element(HEADING).map(|heading| (heading, page::heading(form, &writing.matter)));
            items.chain(heading).collect::<Vec<_>>()
        });
        let unfolded = |part: &str| writing.unfolded.contains(part);
        let told = (all != writing.said).then(|| page::told(language, &all, unfolded(TOLD)));
        let compared =
            (changed != writing.changes).then(|| page::changes(language, changed.as_deref(), unfolded(CHANGES)));
        let before = std::mem::replace(&mut writing.said, all.clone());
        writing.changes = changed;
        Some((all, titles, before, told, compared, gated, writing.history.ways()))
    });
    let Some((all, titles, before, told, compared, gated, ways)) = now.flatten() else { return };
    for (element, title) in titles {
        element.set_text_content(Some(&title));
    }
    for at in before.iter().filter_map(|one| one.at.as_deref()) {
        mark(at, "", "write-said", false);
    }
    for one in all.iter().rev() {
        if let Some(at) = &one.at {
            let wrong = one.how == How::Wrong;
            mark(
                at,
                &one.text,
                if wrong { "write-said write-said--wrong" } else { "write-said write-said--needed" },
                wrong,
            );
        }
    }
    for (id, html) in [(TOLD, told), (CHANGES, compared)] {
        if let (Some(element), Some(html)) = (element(id), html) {
            replace(&element, &html);
        }
    }
    // Who is typing there sees it anew once they are done.
    let types = |place: &HtmlElement| {
        let active = document().active_element().filter(|active| place.contains(Some(active)));
        active.is_some_and(|active| active.tag_name() == "INPUT")
    };
    if let Some(place) = element(GATE).filter(|place| !types(place)) {
        change(&place, &gated);
    }
    for (id, can) in [("undo", ways.0), ("redo", ways.1)] {
        if let Some(button) = element(id) {
            // Changing an attribute with a proper name can't fail.
            let _ = if can {
                button.remove_attribute("aria-disabled")
            } else {
                button.set_attribute("aria-disabled", "true")
            };
        }
    }
    plain::tell(desk);
    site::tell(desk);
    theme::tell(desk);
}

/// Puts this in an element, if something else is there.
pub fn change(element: &HtmlElement, html: &str) {
    // As a browser writes it.
    let scratch = element.clone_node().ok().and_then(|copy| copy.dyn_into::<HtmlElement>().ok());
    let is = scratch.map(|copy| {
        copy.set_inner_html(html);
        copy.inner_html()
    });
    if is.as_deref() != Some(element.inner_html().as_str()) {
        replace(element, html);
    }
}

/// Puts this in an element; who was at a link in it, still is.
fn replace(element: &HtmlElement, html: &str) {
    let at = document().active_element().filter(|active| element.contains(Some(active)));
    element.set_inner_html(html);
    if let Some(at) = at {
        let link =
            at.get_attribute("data-go").and_then(|go| element.query_selector(&format!("[data-go=\"{go}\"]")).ok()?);
        let found = link.or_else(|| element.query_selector("summary, button").ok()?);
        // Focusing an element in the page can't fail.
        let _ = found.and_then(|found| found.dyn_into::<HtmlElement>().ok()).map(|found| found.focus());
    }
}

fn mark(at: &str, text: &str, class: &str, wrong: bool) {
    if let Some(said) = element(&format!("{SAID}{at}")) {
        said.set_text_content(Some(text));
        said.set_class_name(class);
    }
    if let Some(field) = element(&format!("{FIELD}{at}")).filter(|field| field.tag_name() != "BUTTON") {
        // Changing an attribute with a proper name can't fail.
        let _ =
            if wrong { field.set_attribute("aria-invalid", "true") } else { field.remove_attribute("aria-invalid") };
    }
}

/// The elements with what items are called, each with the place of its item.
fn writing_items() -> Vec<(String, HtmlElement)> {
    let Some(all) = element(WRITE).and_then(|root| root.query_selector_all("[data-title]").ok()) else {
        return Vec::new();
    };
    let found = (0..all.length()).filter_map(|n| all.item(n)?.dyn_into::<HtmlElement>().ok());
    found.filter_map(|found| Some((found.dataset().get("title")?, found))).collect()
}

/// Where a text stops being JSON, in words.
fn wrong(desk: Desk, fault: &FileFault) -> String {
    match fault {
        FileFault::Slip(found) => {
            t::slip(desk.language, found.line, found.column, &slip::sentence(desk.language, &found.what))
        }
        FileFault::Content(found) => finding::of_question(desk.language, &found.cause),
        _ => String::new(),
    }
}

/// What somebody typed in a text that is no JSON: what is wrong with it now, or the fields once nothing is.
pub fn typed_raw(desk: Desk, text: String) {
    match Manuscript::read(text.as_bytes()) {
        Ok(now) => {
            with(|writing| {
                let Writing { manuscript, history, raw, .. } = writing;
                history.replaced(manuscript.root_mut(), now.root());
                *raw = None;
            });
            render(desk, Some(HEADING));
        }
        Err(fault) => {
            if let Some(said) = element("write-wrong") {
                said.set_text_content(Some(&wrong(desk, &fault)));
            }
            with(|writing| writing.raw = Some(text));
        }
    }
    super::later(desk);
}

/// Leads to where a text stops being JSON.
pub fn to_spot() {
    let Some(area) = element(RAW).and_then(|area| area.dyn_into::<HtmlTextAreaElement>().ok()) else { return };
    let text = area.value();
    if let Err(FileFault::Slip(found)) = Manuscript::read(text.as_bytes()) {
        let before: usize =
            text.split_inclusive('\n').take(found.line - 1).map(|line| line.encode_utf16().count()).sum();
        let at = u32::try_from(before + found.column - 1).unwrap_or_default();
        // A place in its own text is one it has.
        let _ = area.focus();
        let _ = area.set_selection_range(at, at + 1);
    }
}
