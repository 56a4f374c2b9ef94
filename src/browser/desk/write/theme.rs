//! Choosing the colours and letters of a site: what is chosen shows in a sample at once, and is kept as a file by a button.

use super::{does, shown, with};
use crate::{
    browser::{desk::opened::Opened, element},
    files::{
        content::manuscript::{edit::Edit, matter::Matter, path::get},
        theme::{
            choice::{Choice, Letters, colours, pasted},
            faults,
        },
    },
    texts::{own_site as t, theme as say},
    view::desk::{
        Desk, Sign,
        write::site::{COLOURS, LETTERS, PASTED, SAMPLES, THEME, THEME_SAID, theme, theme_said},
    },
};
use gloo_events::EventListener;
use leptos::prelude::Set;
use std::cell::RefCell;
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement};

/// What the file is called where the site names none.
const SHEET: &str = "theme.css";

thread_local! {
    /// What is chosen now.
    static CHOICE: RefCell<Option<Choice>> = const { RefCell::new(None) };
}

/// Listens to its fields.
pub fn listen(desk: Desk, root: &HtmlElement) {
    for name in ["input", "change"] {
        EventListener::new(root, name, move |event| {
            let target = event.target().and_then(|target| target.dyn_into::<Element>().ok());
            let ours =
                |element: &Element| COLOURS.contains(&&*element.id()) || [LETTERS, PASTED].contains(&&*element.id());
            if target.is_some_and(|target| ours(&target)) {
                CHOICE.set(Some(chosen()));
                sample(desk);
            }
        })
        .forget();
    }
}

/// What stands in the fields.
fn chosen() -> Choice {
    let read = |id: &str| element(id).map(|field| shown::value(&field)).unwrap_or_default();
    let [main, accent, link] = COLOURS.map(read);
    let code = read(LETTERS);
    let letters = Letters::ALL.into_iter().find(|one| one.code() == code).unwrap_or_default();
    Choice { main, accent, link, letters, pasted: pasted(&read(PASTED)) }
}

/// Fills its part, where that is there and empty.
pub fn tell(desk: Desk) {
    let Some(place) = element(THEME).filter(|place| place.child_element_count() == 0) else { return };
    let kept = || {
        with(|writing| {
            let name = get(writing.manuscript.root(), "theme").and_then(|name| name.as_str()).unwrap_or(SHEET);
            writing.around.sheets.get(name).map(|css| Choice::of(css))
        })
    };
    let choice = CHOICE.take().or_else(|| kept().flatten()).unwrap_or_default();
    place.set_inner_html(&theme(desk.language, &choice));
    CHOICE.set(Some(choice));
    sample(desk);
}

/// Lets somebody who goes to another room begin with what is kept.
pub fn forget() {
    CHOICE.take();
}

/// Shows the samples, and what can't be read.
fn sample(desk: Desk) {
    let Some(choice) = CHOICE.with_borrow(Clone::clone) else { return };
    let css = choice.css();
    for (id, dark) in SAMPLES.iter().zip([false, true]) {
        if let Some(sample) = element(id) {
            for (name, colour) in colours(&css, dark) {
                // Setting a property with a proper name can't fail.
                let _ = sample.style().set_property(&name, &colour);
            }
            let _ = sample.style().set_property("--bs-font-heading", choice.letters.family());
        }
    }
    let wrong: Vec<_> = faults(&css).iter().map(|fault| say::chosen(desk.language, fault)).collect();
    if let Some(said) = element(THEME_SAID) {
        said.set_inner_html(&theme_said(desk.language, &wrong, choice.nearest() != (None, None)));
    }
}

/// Takes the nearest colours that can be read.
pub fn nearest(desk: Desk) -> Option<()> {
    let choice = CHOICE.take()?;
    let (main, link) = choice.nearest();
    again(desk, Choice { main: main.unwrap_or(choice.main), link: link.unwrap_or(choice.link), ..choice }, COLOURS[0])
}

/// Goes back to the colours that every site begins with.
pub fn own(desk: Desk) -> Option<()> {
    again(desk, Choice::default(), COLOURS[0])
}

fn again(desk: Desk, choice: Choice, focus: &str) -> Option<()> {
    CHOICE.set(Some(choice));
    element(THEME)?.set_inner_html("");
    tell(desk);
    element(focus)?.focus().ok()
}

/// Keeps it as a file of the work folder, that the site names. What can't be read is not kept.
pub async fn keep(desk: Desk) {
    let Some(choice) = CHOICE.with_borrow(Clone::clone) else { return };
    let css = choice.css();
    if !faults(&css).is_empty() {
        if let Some(said) = element(THEME_SAID) {
            said.scroll_into_view_with_bool(false);
        }
        return desk.sign.set(Sign::Wrong(t::theme_unread(desk.language)));
    }
    let place = with(|writing| {
        let name = get(writing.manuscript.root(), "theme").and_then(|name| name.as_str()).unwrap_or(SHEET).to_owned();
        let beside =
            writing.around.own.as_ref().map_or("", |(path, _)| path.strip_suffix("site.json").unwrap_or_default());
        let path = format!("{}{beside}{name}", writing.around.root);
        (writing.matter == Matter::Site).then_some((path, name))
    });
    let Some((path, name)) = place.flatten() else { return };
    let kept = async { Opened::open().await?.keep(&[(&path, &css.clone().into_bytes())]).await };
    match kept.await {
        Ok(()) => {
            with(|writing| writing.around.sheets.insert(name.clone(), css));
            does(desk, THEME, |writing| {
                Edit::set(writing.manuscript.root(), "theme", Some(name.as_str().into())).into_iter().collect()
            });
            shown::tell(desk);
            // The site names its file: only with that in it all is kept.
            if super::keep(desk).await {
                desk.sign.set(Sign::Said(t::theme_kept(desk.language)));
            }
        }
        Err(error) => desk.sign.set(Sign::Cannot(error.into())),
    }
}
