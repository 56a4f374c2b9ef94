//! What somebody types, chooses and pastes in the fields.

use super::{Writing, does, later, pressed, shown, started, with};
use crate::{
    browser::element,
    domain::ordered::sort_by_key,
    files::content::manuscript::{
        begin,
        edit::Edit,
        form::{self, Is},
        pasted::{self, Sheet},
        path::{get, item, join, split},
        site,
        spots::{languages, words},
    },
    texts::writing as t,
    view::desk::{
        Desk, Sign,
        write::{
            WRITE,
            list::{SLUG, TITLE},
            page::RAW,
            rows::FIELD,
        },
    },
};
use gloo_events::{EventListener, EventListenerOptions};
use leptos::prelude::{Set, document};
use serde_json::{Map, Value, json};
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::spawn_local;
use web_sys::{ClipboardEvent, Event, HtmlElement, HtmlInputElement, HtmlTextAreaElement, KeyboardEvent};

/// Listens to all fields at once: they are made anew when a list changes.
pub fn listen(desk: Desk, root: &HtmlElement) {
    let on = |name: &'static str, options: EventListenerOptions, hear: fn(Desk, &Event) -> Option<()>| {
        // What is about none of the fields is no concern of ours.
        EventListener::new_with_options(root, name, options, move |event| {
            let _ = hear(desk, event);
        })
        .forget();
    };
    let (plain, prevent) = (EventListenerOptions::default(), EventListenerOptions::enable_prevent_default());
    on("input", plain, input);
    on("change", plain, change);
    on("focusout", plain, left);
    on("paste", prevent, paste);
    on("keydown", prevent, begins);
    on("toggle", EventListenerOptions::run_in_capture_phase(), toggle);
}

/// A field: what stands in it, its place, its kind, its own id, and its language.
struct Field {
    element: HtmlElement,
    at: String,
    is: String,
}

fn field(event: &Event) -> Option<Field> {
    let element: HtmlElement = event.target()?.dyn_into().ok()?;
    let data = element.dataset();
    Some(Field { at: data.get("at")?, is: data.get("is")?, element })
}

fn input(desk: Desk, event: &Event) -> Option<()> {
    let target: HtmlElement = event.target()?.dyn_into().ok()?;
    if target.id() == RAW {
        shown::typed_raw(desk, shown::value(&target));
        return Some(());
    }
    // The name in addresses follows the title, until somebody writes it themselves.
    if target.id() == TITLE {
        let name: HtmlInputElement = element(SLUG)?.dyn_into().ok()?;
        if name.dataset().get("own").is_none() {
            name.set_value(&started::slug_of(&shown::value(&target)));
        }
        return Some(());
    }
    if target.id() == SLUG {
        return target.dataset().set("own", "").ok();
    }
    let data = target.dataset();
    if let Some(key) = data.get("pass") {
        with(|writing| writing.gate.pass(&key, &shown::value(&target)))?;
        later(desk);
        return Some(());
    }
    if data.get("half").is_some() {
        with(|writing| writing.half.insert(target.id(), shown::value(&target)))?;
        return Some(());
    }
    let Field { element, at, is } = field(event)?;
    let text = shown::value(&element);
    if !["line", "text", "plain", "whole", "number"].contains(&is.as_str()) {
        return None;
    }
    let language = element.lang();
    does(desk, &element.id(), |writing| written(writing, &at, &is, &language, &text).into_iter().collect());
    Some(())
}

/// What stands in a field after this was typed in it.
fn written(writing: &Writing, at: &str, is: &str, language: &str, text: &str) -> Option<Edit> {
    let root = writing.manuscript.root();
    let plain = || (!text.is_empty()).then(|| Value::from(text));
    let to = match is {
        "line" | "text" => return localised(root, at, language, text),
        "whole" => text.trim().parse::<i64>().ok().map(Value::from).or_else(plain),
        "number" => pasted::number(text).map(pasted::written).or_else(plain),
        _ => plain(),
    };
    Edit::set(root, at, to)
}

/// A text in one of the languages of the draft. What was the same in all of them stays so in the others.
fn localised(root: &Value, at: &str, language: &str, text: &str) -> Option<Edit> {
    let languages = languages(root);
    let mut texts = match get(root, at) {
        Some(Value::Object(texts)) => texts.clone(),
        Some(Value::String(same)) if languages.len() == 1 => {
            return (same != text).then(|| Edit::set(root, at, (!text.is_empty()).then(|| text.into())))?;
        }
        Some(Value::String(same)) => languages.iter().map(|code| (code.clone(), same.as_str().into())).collect(),
        _ => Map::new(),
    };
    match text.is_empty() {
        true => texts.remove(language),
        false => texts.insert(language.to_owned(), text.into()),
    };
    let to = (!texts.is_empty() || item(at).is_some()).then_some(Value::Object(texts));
    Edit::set(root, at, to)
}

fn change(desk: Desk, event: &Event) -> Option<()> {
    let Field { element, at, is } = field(event)?;
    let (value, id) = (shown::value(&element), element.id());
    let on = element.dyn_ref::<HtmlInputElement>().is_some_and(HtmlInputElement::checked);
    let some = |value: &str| (!value.is_empty()).then(|| Value::from(value));
    let changed = does(desk, &id, |writing| {
        let root = writing.manuscript.root();
        match is.as_str() {
            "choice" if at == "kind" => begin::turned(root, &value, &mut super::fresh),
            "choice" if split(&at).1 == "kind" => of_kind(root, split(&at).0, &value).into_iter().collect(),
            "choice" | "one" => Edit::set(root, &at, some(&value)).into_iter().collect(),
            "flag" => Edit::set(root, &at, on.then_some(Value::Bool(true))).into_iter().collect(),
            "some" | "languages" => {
                let now = get(root, &at).and_then(Value::as_array).cloned().unwrap_or_default();
                let mut all: Vec<_> = now.into_iter().filter(|one| *one != value.as_str()).collect();
                if on {
                    all.push(value.as_str().into());
                }
                // The default comes first.
                if is == "languages" {
                    sort_by_key(&mut all, |code| code != "nl");
                }
                Edit::set(root, &at, (!all.is_empty()).then_some(Value::Array(all))).into_iter().collect()
            }
            _ => Vec::new(),
        }
    });
    if changed {
        shown::render(desk, Some(&id));
    }
    Some(())
}

/// The question at a place as one of another kind.
fn of_kind(root: &Value, at: &str, kind: &str) -> Option<Edit> {
    let list = item(at)?.0;
    let Is::List(fields, ..) = form::at(root, list)?.is else { return None };
    let mut turned = form::turned(fields, get(root, at)?, kind, &mut super::fresh)?;
    if list == site::WAYS {
        site::known_of(kind, &mut turned);
    }
    Edit::set(root, at, Some(turned))
}

/// Who leaves a field has had a look at it.
fn left(desk: Desk, event: &Event) -> Option<()> {
    let target: HtmlElement = event.target()?.dyn_into().ok()?;
    if target.dataset().get("pass").is_some() {
        later(desk);
        return Some(());
    }
    let field = field(event)?;
    let id = field.element.id();
    let at = id.strip_prefix(FIELD)?.to_owned();
    with(|writing| writing.touched.insert(at)).filter(|new| *new)?;
    // What shows stays where it is for who presses a button now.
    later(desk);
    Some(())
}

fn toggle(_: Desk, event: &Event) -> Option<()> {
    let folds: HtmlElement = event.target()?.dyn_into().ok()?;
    let at = folds.dataset().get("fold")?;
    let open = folds.has_attribute("open");
    with(|writing| if open { writing.unfolded.insert(at) } else { writing.unfolded.remove(&at) });
    Some(())
}

/// Undoing and doing again by key, wherever the focus is as long as the room shows: a browser would undo what was typed last in some
/// field.
pub fn listen_to_keys(desk: Desk) {
    let prevent = EventListenerOptions::enable_prevent_default();
    EventListener::new_with_options(&document(), "keydown", prevent, move |event| {
        // Other keys are no concern of ours.
        let _ = key(desk, event);
    })
    .forget();
}

fn begins(desk: Desk, event: &Event) -> Option<()> {
    let target: HtmlElement = event.target()?.dyn_into().ok()?;
    let is_enter = event.dyn_ref::<KeyboardEvent>()?.key() == "Enter";
    ([SLUG, TITLE].contains(&target.id().as_str()) && is_enter).then(|| spawn_local(started::new(desk)))
}

fn key(desk: Desk, event: &Event) -> Option<()> {
    let key: &KeyboardEvent = event.dyn_ref()?;
    element(WRITE)?;
    if !(key.ctrl_key() || key.meta_key()) || key.alt_key() {
        return None;
    }
    let what = match (key.key().to_lowercase().as_str(), key.shift_key()) {
        ("z", false) => "undo",
        ("y", false) | ("z", true) => "redo",
        _ => return None,
    };
    // A text that is no JSON is undone by the browser.
    with(|writing| writing.raw.is_none()).filter(|is| *is)?;
    event.prevent_default();
    pressed::turn(desk, what);
    Some(())
}

fn paste(desk: Desk, event: &Event) -> Option<()> {
    let Field { element, at, is } = field(event)?;
    let text = event.dyn_ref::<ClipboardEvent>()?.clipboard_data()?.get_data("text/plain").ok()?;
    let sheet = item(split(&at).0).filter(|(list, _)| list.ends_with(".values"));
    if let (Some((list, from)), Some(Sheet { heading, rows })) = (sheet, pasted::sheet(&text)) {
        event.prevent_default();
        let language = with(|writing| languages(writing.manuscript.root())[0].clone())?;
        does(desk, &element.id(), |writing| column(writing.manuscript.root(), list, from, &language, rows));
        shown::render(desk, Some(&element.id()));
        if let Some(heading) = heading {
            desk.sign.set(Sign::Told(t::heading_left(desk.language, &heading)));
        }
        return Some(());
    }
    if !["line", "text"].contains(&is.as_str()) {
        return None;
    }
    // In an empty item of a list, each item that is pasted becomes one.
    if let (Some((list, from)), Some(items), true) =
        (list_item(&at), pasted::items(&text).filter(|_| is == "line"), shown::value(&element).is_empty())
    {
        event.prevent_default();
        let language = element.lang();
        does(desk, &element.id(), |writing| several(writing.manuscript.root(), &list, from, &language, items));
        shown::render(desk, Some(&element.id()));
        return Some(());
    }
    event.prevent_default();
    let text = if is == "text" { pasted::paragraphs(&text) } else { pasted::line(&text) };
    if let Some(area) = element.dyn_ref::<HtmlTextAreaElement>() {
        area.set_range_text(&text).ok()?;
        let end = area.selection_end().ok()??;
        area.set_selection_range(end, end).ok()?;
    } else {
        let input = element.dyn_ref::<HtmlInputElement>()?;
        input.set_range_text(&text).ok()?;
        let end = input.selection_end().ok()??;
        input.set_selection_range(end, end).ok()?;
    }
    // As if it was typed.
    let typed = shown::value(&element);
    let language = element.lang();
    does(desk, &element.id(), |writing| written(writing, &at, &is, &language, &typed).into_iter().collect());
    Some(())
}

/// The list in which a field is the one text of an item: the list, and which item.
fn list_item(at: &str) -> Option<(String, usize)> {
    let own = item(at).map(|(list, n)| (list.to_owned(), n));
    let of_option = || {
        item(at.strip_suffix(".label")?)
            .filter(|(list, _)| list.ends_with(".options"))
            .map(|(list, n)| (list.to_owned(), n))
    };
    own.or_else(of_option)
}

/// The values of a fact with rows of a sheet in them, from this one on.
fn column(
    root: &Value,
    list: &str,
    from: usize,
    language: &str,
    rows: Vec<(Option<String>, Option<Value>)>,
) -> Vec<Edit> {
    let mut all = get(root, list).and_then(Value::as_array).cloned().unwrap_or_default();
    for (n, (label, value)) in rows.into_iter().enumerate() {
        let at = from + n;
        if all.len() <= at {
            all.push(json!({}));
        }
        if let Some(label) = label {
            all[at]["label"] = match &all[at]["label"] {
                Value::Object(texts) => {
                    let mut texts = texts.clone();
                    texts.insert(language.to_owned(), label.into());
                    Value::Object(texts)
                }
                _ => json!({ language: label }),
            };
        }
        if let Some(value) = value {
            all[at]["value"] = value;
        }
    }
    Edit::set(root, list, Some(Value::Array(all))).into_iter().collect()
}

/// A list with these in the place of an empty item.
fn several(root: &Value, list: &str, at: usize, language: &str, items: Vec<String>) -> Vec<Edit> {
    let mut all = get(root, list).and_then(Value::as_array).cloned().unwrap_or_default();
    let of_options = list.ends_with(".options");
    for (n, text) in items.into_iter().enumerate() {
        let text = json!({ language: text });
        let blank = (n == 0 || words(root, &join(&format!("{list}[{}]", at + n), "label.nl")).is_empty())
            && at + n < all.len()
            && of_options;
        match (of_options, blank || n == 0) {
            (true, true) => all[at + n]["label"] = text,
            (true, false) => all.insert(at + n, json!({ "id": super::fresh(), "label": text })),
            (false, true) => all[at + n] = text,
            (false, false) => all.insert(at + n, text),
        }
    }
    Edit::set(root, list, Some(Value::Array(all))).into_iter().collect()
}
