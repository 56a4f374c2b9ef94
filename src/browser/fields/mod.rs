//! What a form does while somebody fills it in. Its HTML is there and right already: nothing is made anew, only what
//! follows from the fields is kept in line with them.

mod counter;
mod draft;
mod place;
mod ranking;

use super::form::PageForm;
use draft::Keeper;
use gloo_events::EventListener;
use gloo_timers::callback::Timeout;
use leptos::web_sys::{Element, Event};
use std::rc::Rc;
use wasm_bindgen::JsCast;

/// A form whose fields are driven: what keeps it, and what brings in line all that follows from the fields.
pub type Driven = (Rc<Keeper>, Rc<dyn Fn()>);

/// Drives the fields; none on a page without a form. What keeps them is to be started next.
pub fn start() -> Option<Driven> {
    let page = PageForm::find()?;
    let form = page.element.clone();
    let keeper = Keeper::new(page);
    let rank = ranking::start(&keeper);
    let shown = keeper.clone();
    let show: Rc<dyn Fn()> = Rc::new(move || {
        rank(&shown.page.draft());
        follow(&shown.page.element);
    });
    // What was typed before this moment counts too.
    show();
    EventListener::new(&form, "input", |event: &Event| {
        let question =
            event.target().and_then(|target| target.dyn_into::<Element>().ok()?.closest(".question").ok()?);
        if let Some(question) = question {
            follow(&question);
        }
    })
    .forget();
    let again = show.clone();
    EventListener::new(&form, "reset", move |_: &Event| {
        // The fields are empty only after this.
        let again = again.clone();
        Timeout::new(0, move || again()).forget();
    })
    .forget();
    Some((keeper, show))
}

/// What follows from the fields under `root`.
fn follow(root: &Element) {
    counter::show(root);
    place::show(root);
}
