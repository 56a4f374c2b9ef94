//! What somebody does with buttons: items of lists, undoing, and all that begins or ends a question.

use super::{
    Writing, does, gate, keep, kept, later, plain, preview, shown, site, started, theme, together, villages, with,
};
use crate::{
    browser::{
        desk::{device, publish},
        element,
    },
    files::content::manuscript::{
        edit::Edit,
        form::{self, Is},
        matter::Matter,
        path::{get, item},
    },
    texts::{own_site, writing as t},
    view::desk::{
        Desk, Sign,
        publish::Press,
        write::{gate::READY, preview::OPENS, rows::FIELD},
    },
};
use gloo_events::{EventListener, EventListenerOptions};
use leptos::prelude::*;
use serde_json::{Value, json};
use std::collections::BTreeSet;
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::spawn_local;
use web_sys::{Element, Event, HtmlElement};

/// Listens to all buttons at once.
pub fn listen(desk: Desk, press: RwSignal<Press>, root: &HtmlElement) {
    let options = EventListenerOptions::enable_prevent_default();
    EventListener::new_with_options(root, "click", options, move |event| {
        // What is about no button is no concern of ours.
        let _ = click(desk, press, event);
    })
    .forget();
}

fn click(desk: Desk, press: RwSignal<Press>, event: &Event) -> Option<()> {
    let target: Element = event.target()?.dyn_into().ok()?;
    if let Some(link) = target.closest("[data-go]").ok()? {
        let at = link.get_attribute("data-go")?;
        event.prevent_default();
        preview::make_way();
        shown::go(&at);
        return Some(());
    }
    let button = target.closest("[data-do]").ok()??;
    let at = button.get_attribute("data-at").unwrap_or_default();
    match button.get_attribute("data-do")?.as_str() {
        "add" => add(desk, &at),
        what @ ("up" | "down") => moved(desk, &at, what),
        "ask" => gate::ask(desk, &at),
        "test" => gate::test(desk, &at),
        "seen" => {
            spawn_local(gate::seen(desk));
            Some(())
        }
        "stay" => {
            spawn_local(gate::stays(desk));
            Some(())
        }
        "amend" => {
            spawn_local(async move { gate::amends(desk, &at).await });
            Some(())
        }
        "out" => out(desk, &at),
        what @ ("undo" | "redo") => {
            turn(desk, what);
            Some(())
        }
        "view" => {
            spawn_local(preview::open(desk));
            Some(())
        }
        "view-close" => {
            preview::close();
            element(OPENS)?.focus().ok()
        }
        "view-try" => preview::attempt(desk),
        "view-keep" => preview::keep(desk),
        "words" => plain::show(&at, &button),
        "spot" => {
            shown::to_spot();
            Some(())
        }
        "begin" => {
            spawn_local(async move {
                publish::begin(desk, press).await;
                super::show(desk).await;
            });
            Some(())
        }
        "new" => {
            spawn_local(started::new(desk));
            Some(())
        }
        "again" => {
            spawn_local(started::again(desk, at));
            Some(())
        }
        "try" => {
            spawn_local(site::attempt(desk));
            Some(())
        }
        "theme-keep" => {
            spawn_local(theme::keep(desk));
            Some(())
        }
        "theme-nearest" => theme::nearest(desk),
        "theme-own" => theme::own(desk),
        "places-make" => {
            spawn_local(villages::make(desk));
            Some(())
        }
        "throw" => {
            spawn_local(started::throw(desk, at));
            Some(())
        }
        "back" => {
            spawn_local(started::put_back(desk, at));
            Some(())
        }
        what @ ("ours" | "theirs") => {
            spawn_local(together::settle(desk, at, what == "theirs"));
            Some(())
        }
        "version" => {
            spawn_local(together::keep_version(desk));
            Some(())
        }
        "version-look" => {
            spawn_local(together::look(desk, at));
            Some(())
        }
        "version-back" => {
            spawn_local(together::put_back(desk));
            Some(())
        }
        "ready" => {
            spawn_local(ready(desk));
            Some(())
        }
        _ => None,
    }
}

/// One more item.
fn add(desk: Desk, list: &str) -> Option<()> {
    let field = with(|writing| form::at(writing.manuscript.root(), list))??;
    let new = match field.is {
        Is::List(fields, ..) => form::seed(fields, None, &mut super::fresh)?,
        _ => json!({}),
    };
    let at = with(|writing| get(writing.manuscript.root(), list).and_then(Value::as_array).map_or(0, Vec::len))?;
    does(desk, &format!("{FIELD}{list}"), |writing| {
        Edit::insert(writing.manuscript.root(), list, at, new).into_iter().collect()
    });
    let item = format!("{list}[{at}]");
    with(|writing| writing.unfolded.insert(item.clone()));
    shown::render(desk, Some(&format!("{FIELD}{list}")));
    let first = element(super::WRITE)?.query_selector_all("[data-is]").ok()?;
    let is_in = |found: &HtmlElement| found.dataset().get("at").is_some_and(|at| at.starts_with(&item));
    let mut all = (0..first.length()).filter_map(|n| first.item(n)?.dyn_into::<HtmlElement>().ok());
    all.find(is_in)?.focus().ok()
}

/// An item gets another place; its button keeps the focus, and where it is now is said.
fn moved(desk: Desk, at: &str, what: &str) -> Option<()> {
    let (list, from) = item(at)?;
    let all = with(|writing| get(writing.manuscript.root(), list).and_then(Value::as_array).map_or(0, Vec::len))?;
    let to = if what == "up" { from.checked_sub(1)? } else { from + 1 };
    if to >= all {
        return None;
    }
    to_place(desk, list, from, to)?;
    desk.sign.set(Sign::Told(t::moved(desk.language, to + 1, all)));
    element(&format!("{what}.{list}[{to}]"))?.focus().ok()
}

/// An item gets the place of another.
pub fn to_place(desk: Desk, list: &str, from: usize, to: usize) -> Option<()> {
    let field = format!("{FIELD}{list}");
    let edit = Edit::Move(list.to_owned(), from, to);
    if !does(desk, &field, |_| vec![edit]) {
        return None;
    }
    let place = move |n: usize| match n {
        n if n == from => to,
        n if from < n && n <= to => n - 1,
        n if to <= n && n < from => n + 1,
        n => n,
    };
    with(|writing| renumber(writing, list, |n| Some(place(n))));
    shown::render(desk, Some(&field));
    Some(())
}

fn out(desk: Desk, at: &str) -> Option<()> {
    let (list, gone) = item(at)?;
    let edit = Edit::Remove(list.to_owned(), gone);
    does(desk, &format!("{FIELD}{list}"), |_| vec![edit]);
    with(|writing| renumber(writing, list, |n| if n == gone { None } else { Some(if n > gone { n - 1 } else { n }) }));
    shown::render(desk, Some(&format!("{FIELD}{list}")));
    desk.sign.set(Sign::Said(t::gone(desk.language)));
    Some(())
}

/// What is known of items by their number, after these changed.
fn renumber(writing: &mut Writing, list: &str, to: impl Fn(usize) -> Option<usize>) {
    let begin = format!("{list}[");
    let renamed = |all: &BTreeSet<String>| {
        let one = |path: &String| {
            let Some((number, rest)) = path.strip_prefix(&begin).and_then(|rest| rest.split_once(']')) else {
                return Some(path.clone());
            };
            Some(format!("{begin}{}]{rest}", to(number.parse().ok()?)?))
        };
        all.iter().filter_map(one).collect()
    };
    (writing.unfolded, writing.touched) = (renamed(&writing.unfolded), renamed(&writing.touched));
}

/// Undoes a step, or does it again.
pub fn turn(desk: Desk, what: &str) {
    let undo = what == "undo";
    let happened = || with(|writing| writing.manuscript.root().get("amended").cloned()).flatten();
    let before = happened();
    let field = with(|writing| {
        let Writing { manuscript, history, .. } = writing;
        if undo { history.undo(manuscript.root_mut()) } else { history.redo(manuscript.root_mut()) }
    });
    let Some(field) = field.flatten() else { return };
    let by_key = leptos::prelude::document().active_element().is_none_or(|active| active.id() != what);
    shown::render(desk, Some(&field));
    // Who presses the button may press it again.
    if let Some(button) = element(what).filter(|_| !by_key) {
        // Focusing an element in the page can't fail.
        let _ = button.focus();
    }
    later(desk);
    if before != happened() {
        spawn_local(gate::along(desk, before));
    }
    desk.sign.set(Sign::Said(if undo { t::undone(desk.language) } else { t::redone(desk.language) }));
}

/// Sets the question ready to be published: with a revision that is not lower than what stands there.
async fn ready(desk: Desk) {
    // Another window may have changed it since the button came.
    if !shown::opens(desk) {
        return shown::tell(desk);
    }
    does(desk, "", |writing| {
        let root = writing.manuscript.root();
        let theirs = writing.published().and_then(|one| one.root().get("revision")?.as_u64());
        let ours = root.get("revision").and_then(Value::as_u64);
        theirs
            .filter(|theirs| ours < Some(*theirs))
            .and_then(|theirs| Edit::set(root, "revision", Some(theirs.into())))
            .into_iter()
            .collect()
    });
    keep(desk).await;
    let kept = async {
        kept::ready().await?;
        together::add(&device::stamp()).await
    };
    match kept.await {
        Ok(_) => {
            // What can happen to it from now on shows as well.
            shown::render(desk, Some(READY));
            desk.sign.set(Sign::Said(match with(|writing| writing.matter == Matter::Site) {
                Some(true) => own_site::is_ready(desk.language),
                _ => t::is_ready(desk.language),
            }));
        }
        Err(error) => desk.sign.set(Sign::Cannot(error.into())),
    }
}
