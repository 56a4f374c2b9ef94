//! What is asked of the worker, one thing after another, and what is done with what it gives.

use super::{frame, open_one, told, tried};
use crate::{
    browser::{
        base,
        desk::{
            device, element, publish,
            write::{shown, with},
        },
    },
    domain::{day::Day, language::Language},
    files::{
        content::manuscript::matter::Matter,
        preview::{Asked, What},
    },
    texts::preview as t,
    view::desk::{
        Desk, Sign,
        write::{
            How,
            preview::{self as view, SAID},
        },
    },
};
use js_sys::{Array, Map};
use leptos::prelude::Set;
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::spawn_local;

/// Something is different in the question.
pub fn changed(desk: Desk) {
    if let Some(dark) = open_one(|open| (!open.tries).then_some(open.dark)).flatten() {
        want(desk, What::Shown(dark));
    }
}

/// The page in another language, if a link in it leads there.
pub fn speak(desk: Desk, language: Language) {
    open_one(|open| open.language = language);
    changed(desk);
}

/// Makes it a file for others.
pub fn keep(desk: Desk) -> Option<()> {
    want(desk, What::Concept);
    Some(())
}

/// Has this made, once what is being made is there.
pub fn want(desk: Desk, what: What) {
    open_one(|open| {
        let is_shown = |what: &What| matches!(what, What::Shown(_));
        open.wanted.retain(|one| *one != what && !(is_shown(one) && is_shown(&what)));
        open.wanted.push(what);
    });
    go_on(desk);
}

fn go_on(desk: Desk) {
    let Some(today) = desk.today else { return };
    if open_one(|open| open.making.is_none() && !open.wanted.is_empty()) != Some(true) {
        return;
    }
    let draft = with(|writing| match &writing.matter {
        Matter::Question(slug) => {
            Some((slug.to_string(), writing.raw.clone().unwrap_or_else(|| writing.manuscript.text())))
        }
        Matter::Site => None,
    });
    let Some(Some((slug, draft))) = draft else { return };
    open_one(|open| {
        let what = open.wanted.remove(0);
        open.making = Some(what);
        let asked = Asked { base: base(), today, language: open.language, slug, draft, what };
        let asked = serde_json::to_string(&asked).unwrap_or_default();
        let around = publish::map(&std::mem::take(&mut open.around));
        let data = Array::of4(&"preview".into(), &asked.into(), &around, &open.online.as_str().into());
        if open.worker.post_message(&data).is_err() {
            open.making = None;
        }
    });
}

/// Something was made, or could not be.
pub fn came(desk: Desk, answer: Array) {
    let made = open_one(|open| open.making.take()).flatten();
    match (made, answer.get(0).as_string()) {
        (Some(What::Shown(_)), Some(page)) => {
            let Some((tries, shows, wide)) =
                open_one(|open| (open.tries, std::mem::replace(&mut open.shows, true), open.wide))
            else {
                return;
            };
            match (tries, shows) {
                // What was asked before one began to try.
                (true, _) => None,
                (false, true) => frame::change(desk, &page, wide),
                (false, false) => frame::fill(desk, &page, wide),
            };
            open_one(|open| open.fits = true);
            told(desk);
        }
        (Some(What::Concept), Some(page)) => {
            let name = with(|writing| file_name(writing.matter.name(), desk.today));
            match name.and_then(|name| device::download(&name, &page)) {
                Some(()) => desk.sign.set(Sign::Said(t::kept(desk.language))),
                None => desk.sign.set(Sign::Wrong(t::not_kept(desk.language))),
            }
        }
        (Some(What::Tried), Some(address)) => {
            if let Ok(files) = answer.get(1).dyn_into::<Map>() {
                open_one(|open| open.tries = true);
                spawn_local(async move { tried::begin(desk, &address, &files).await });
            }
        }
        (Some(_), None) => {
            open_one(|open| (open.fits, open.prepares) = (false, false));
            lacking(desk);
        }
        (None, _) => {}
    }
    go_on(desk);
}

fn file_name(slug: &str, today: Option<Day>) -> String {
    format!("concept-{slug}-{}.html", today.map(String::from).unwrap_or_default())
}

/// Says what is needed before there is a page of it as it is now.
fn lacking(desk: Desk) {
    let earlier = open_one(|open| open.shows) == Some(true);
    let html = with(|writing| {
        let (mut said, _) = shown::said(desk, writing);
        // What is only still to be written stands in the way of nothing, where something is wrong.
        if said.iter().any(|one| one.how == How::Wrong) {
            said.retain(|one| one.how == How::Wrong);
        }
        view::lacking(desk.language, &said, earlier)
    });
    if let (Some(place), Some(html)) = (element(SAID), html) {
        shown::change(&place, &html);
    }
}
