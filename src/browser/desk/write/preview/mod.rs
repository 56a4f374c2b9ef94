//! The page of a question while it is written: a worker is kept that makes that page alone, each time something was typed. Of what
//! comes in while it is at work, only the last is made.
//!
//! - [`frame`]: where it shows; [`turned`](mod@turned): what of it is other than before.
//! - [`orders`]: what is asked of the worker.
//! - [`tried`]: trying it out; [`trial`]: what the browser keeps for that.

mod frame;
mod orders;
mod trial;
mod tried;
mod turned;

use super::with;
use crate::{
    browser::{
        desk::{element, opened::Opened, publish},
        storage::StorageError,
    },
    domain::language::Language,
    files::preview::{What, is_around},
    texts::{preview as t, publishing},
    view::desk::{
        Desk, Sign,
        publish::Press,
        write::{
            WRITE,
            preview::{self as view, CHOICES, HEADING, PREVIEW, SAID},
        },
    },
};
use gloo_events::EventListener;
use leptos::prelude::{RwSignal, Set};
pub use orders::{changed, keep};
use orders::{speak, want};
use std::{cell::RefCell, collections::BTreeMap};
pub use tried::attempt;
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
            _ => want(desk, What::Shown(on)),
        }
    })
    .forget();
}

/// Opens it, or leads to it.
pub async fn open(desk: Desk) {
    let Some(aside) = element(PREVIEW) else { return };
    if PREVIEW_OPEN.with_borrow(Option::is_none) {
        let around = match around().await {
            Ok(around) => around,
            Err(error) => return desk.sign.set(Sign::Cannot(error.into())),
        };
        // Who presses twice wants it once.
        if PREVIEW_OPEN.with_borrow(Option::is_some) {
            return;
        }
        let Some(worker) = publish::worker() else {
            return desk.sign.set(Sign::Wrong(publishing::no_worker(desk.language)));
        };
        aside.set_inner_html(&view::html(desk.language, [false, false]));
        let came = EventListener::new(&worker, "message", move |event| {
            let data = event.dyn_ref::<MessageEvent>().map(MessageEvent::data);
            orders::came(desk, data.and_then(|data| data.dyn_into().ok()).unwrap_or_default());
        });
        let broke = EventListener::new(&worker, "error", move |_| {
            // Not while this still runs: it is closed as well.
            spawn_local(async { close() });
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
