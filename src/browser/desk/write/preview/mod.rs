//! The page of a question while it is written: a worker is kept that makes that page alone, each time something was typed. Of what
//! comes in while it is at work, only the last is made.
//!
//! - [`frame`]: where it shows; [`turned`](mod@turned): what of it is other than before.
//! - [`trial`]: trying it out.

mod frame;
mod trial;
mod turned;

use super::{shown, with};
use crate::{
    browser::{
        base,
        desk::{device, element, opened::Opened, publish},
        network,
        storage::StorageError,
    },
    domain::{day::Day, language::Language},
    files::{
        content::manuscript::matter::Matter,
        preview::{Asked, What, is_around},
        release::Kind,
    },
    texts::{preview as t, publishing},
    view::desk::{
        Desk, Sign,
        publish::Press,
        write::{
            How, WRITE,
            preview::{self as view, CHOICES, HEADING, PREVIEW, SAID},
        },
    },
};
use gloo_events::EventListener;
use js_sys::{Array, Map};
use leptos::prelude::{RwSignal, Set};
use std::{cell::RefCell, collections::BTreeMap};
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::spawn_local;
use web_sys::{HtmlElement, HtmlInputElement, MessageEvent, Worker};

/// What is open beside the question.
struct Preview {
    worker: Worker,
    _hears: [EventListener; 2],
    /// The files around the question, until they were given.
    around: BTreeMap<String, Vec<u8>>,
    /// What is being made, and what is to be made after that.
    making: Option<What>,
    wanted: Vec<What>,
    language: Language,
    wide: bool,
    dark: bool,
    /// Whether a page shows; whether that is of what is written now; and whether it is tried out.
    shows: bool,
    fits: bool,
    tries: bool,
    /// Whether that is being set up.
    prepares: bool,
    /// What is online, once somebody tries it out.
    online: String,
}

thread_local! {
    static PREVIEW_OPEN: RefCell<Option<Preview>> = const { RefCell::new(None) };
}

fn open_one<T>(act: impl FnOnce(&mut Preview) -> T) -> Option<T> {
    PREVIEW_OPEN.with_borrow_mut(|open| open.as_mut().map(act))
}

/// Listens to what is chosen in it; once the room is there.
pub fn listen(desk: Desk, press: RwSignal<Press>) {
    close();
    let Some(aside) = element(PREVIEW) else { return };
    super::pressed::listen(desk, press, &aside);
    EventListener::new(&aside, "change", move |event| {
        let field = event.target().and_then(|target| target.dyn_into::<HtmlInputElement>().ok());
        let Some(field) = field else { return };
        let on = field.value() == "1";
        let which = CHOICES.iter().position(|name| *name == field.name());
        open_one(|open| match which {
            Some(0) => open.wide = on,
            _ => open.dark = on,
        });
        match which {
            Some(0) => frame::widen(on),
            _ if open_one(|open| open.tries) == Some(true) => frame::darken(on),
            _ => want(desk, shown_in(on)),
        }
    })
    .forget();
}

fn shown_in(dark: bool) -> What {
    What::Shown(dark)
}

/// Opens it, or leads to it.
pub async fn open(desk: Desk) {
    let Some(aside) = element(PREVIEW) else { return };
    if PREVIEW_OPEN.with_borrow(Option::is_none) {
        let around = match around().await {
            Ok(around) => around,
            Err(error) => return desk.sign.set(Sign::Cannot(error.into())),
        };
        let Some(worker) = publish::worker() else {
            return desk.sign.set(Sign::Wrong(publishing::no_worker(desk.language)));
        };
        aside.set_inner_html(&view::html(desk.language, [false, false]));
        let came = EventListener::new(&worker, "message", move |event| {
            let data = event.dyn_ref::<MessageEvent>().map(MessageEvent::data);
            came(desk, data.and_then(|data| data.dyn_into().ok()).unwrap_or_default());
        });
        let broke = EventListener::new(&worker, "error", move |_| {
            close();
            desk.sign.set(Sign::Wrong(publishing::no_worker(desk.language)));
        });
        PREVIEW_OPEN.set(Some(Preview {
            worker,
            _hears: [came, broke],
            around,
            making: None,
            wanted: Vec::new(),
            language: desk.language,
            wide: false,
            dark: false,
            shows: false,
            fits: false,
            tries: false,
            prepares: false,
            online: String::new(),
        }));
        aside.set_hidden(false);
        changed(desk);
    }
    focus(HEADING);
}

/// Takes it away, with all that was kept for it.
pub fn close() {
    if let Some(open) = PREVIEW_OPEN.take() {
        open.worker.terminate();
        if open.tries {
            trial::end();
        }
    }
    if let Some(aside) = element(PREVIEW) {
        aside.set_hidden(true);
        aside.set_inner_html("");
    }
}

/// On a telephone it stands where the question does: who is led to a field has that in view.
pub fn make_way() {
    if element(WRITE).is_some_and(|write| write.offset_width() == 0) {
        close();
    }
}

/// Whether it shows dark.
fn is_dark() -> Option<bool> {
    open_one(|open| open.dark)
}

/// What is said of the fields is known now: so is whether something is still to be written.
pub fn told(desk: Desk) {
    if open_one(|open| open.fits && !open.tries) == Some(true) {
        let whole = with(|writing| writing.said.is_empty()) == Some(true);
        say(if whole { "" } else { t::stood_in(desk.language) });
    }
}

/// Something is different in the question.
pub fn changed(desk: Desk) {
    if let Some(dark) = open_one(|open| (!open.tries).then_some(open.dark)).flatten() {
        want(desk, shown_in(dark));
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

/// Lets one try it out, or goes back to looking at it.
pub fn attempt(desk: Desk) -> Option<()> {
    if open_one(|open| open.tries)? {
        trial::end();
        open_one(|open| (open.tries, open.shows) = (false, false));
        trying(desk, false);
        changed(desk);
        return Some(());
    }
    if !trial::can() {
        say(t::no_attempt(desk.language));
        return Some(());
    }
    // Who presses twice wants it once.
    if open_one(|open| std::mem::replace(&mut open.prepares, true))? {
        return None;
    }
    say(t::attempting(desk.language));
    spawn_local(async move {
        trial::clear().await;
        match network::file(&format!("{}{}", base(), Kind::FILE)).await {
            Some((200, bytes)) => {
                open_one(|open| open.online = String::from_utf8_lossy(&bytes).into_owned());
                want(desk, What::Tried);
            }
            _ => {
                open_one(|open| open.prepares = false);
                say(t::not_attempted(desk.language));
            }
        }
    });
    Some(())
}

/// The button says what it does now.
fn trying(desk: Desk, tries: bool) {
    if let Some(button) = element(view::TRIES) {
        button.set_text_content(Some(if tries { t::attempted(desk.language) } else { t::attempt(desk.language) }));
    }
}

/// The files of the work folder around the question.
async fn around() -> Result<BTreeMap<String, Vec<u8>>, StorageError> {
    let opened = Opened::open().await?;
    let root = opened.facts().await?.unwrap_or_default().root;
    let mut files = BTreeMap::new();
    for path in opened.paths().await? {
        if let Some(inside) = path.strip_prefix(&root).filter(|inside| is_around(inside)) {
            files.insert(inside.to_owned(), opened.file(&path).await?);
        }
    }
    Ok(files)
}

/// Has this made, once what is being made is there.
fn want(desk: Desk, what: What) {
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
fn came(desk: Desk, answer: Array) {
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
                spawn_local(async move { begin_trial(desk, &address, &files).await });
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

async fn begin_trial(desk: Desk, address: &str, files: &Map) {
    let is_there = trial::begin(files).await;
    open_one(|open| open.prepares = false);
    let Some((wide, dark)) = open_one(|open| (open.wide, open.dark)) else { return trial::end() };
    if !is_there {
        trial::end();
        open_one(|open| open.tries = false);
        return say(t::not_attempted(desk.language));
    }
    say(t::trying(desk.language));
    trying(desk, true);
    // Without a frame there is nothing to visit.
    let _ = frame::visit(desk, address, wide, dark);
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

fn say(text: &str) {
    if let Some(place) = element(SAID)
        && place.text_content().as_deref() != Some(text)
    {
        place.set_text_content(Some(text));
    }
}

fn focus(id: &str) {
    // Focusing an element in the page can't fail.
    let _ = element(id).map(|found: HtmlElement| found.focus());
}
