//! The draft: put back from the device, and stored while somebody fills in the form.

use crate::{
    browser::{device, element, focus, form::PageForm, language, storage::Storage},
    domain::draft::Draft,
    texts::form as t,
    view::form::KEPT,
};
use gloo_events::EventListener;
use gloo_timers::callback::Timeout;
use leptos::{
    prelude::document,
    web_sys::{Event, HtmlElement},
};
use std::{
    cell::{Cell, RefCell},
    rc::Rc,
};
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::spawn_local;

/// Milliseconds between a change and storing it.
const REST: u32 = 400;

/// Keeps what stands in a form.
pub struct Keeper {
    /// The form.
    pub page: PageForm,
    /// Whether the device keeps anything.
    keeps: Cell<bool>,
    /// The next time that the draft is stored, if it has changed.
    pending: RefCell<Option<Timeout>>,
}

impl Keeper {
    /// Of this form.
    pub fn new(page: PageForm) -> Rc<Self> {
        Rc::new(Self { page, keeps: Cell::new(false), pending: RefCell::new(None) })
    }

    /// Puts the stored draft back where nothing was typed yet, and stores every change from then on. `show` brings what
    /// follows from the fields in line with them.
    pub async fn start(self: Rc<Self>, show: Rc<dyn Fn()>) {
        if let Some(wipe) = wipe_button() {
            let keeper = self.clone();
            EventListener::new(&wipe, "click", move |_: &Event| keeper.wipe()).forget();
        }
        let storage = match Storage::open().await {
            Ok(storage) => storage,
            Err(_) => return tell(t::draft_unsaved(language())),
        };
        let mut stored = Draft::default();
        match storage.draft(&self.page.slug).await {
            Ok(Some(kept)) => {
                stored = kept.clone();
                let mut draft = self.page.draft();
                draft.fill_from(kept);
                self.page.write(&draft);
                show();
                tell(t::draft_restored(language()));
            }
            Ok(None) => {}
            Err(_) => tell(t::draft_unsaved(language())),
        }
        storage.close();
        self.keeps.set(true);
        self.listen();
        // Typed before the app arrived.
        if self.page.draft() != stored {
            self.changed();
        }
    }

    fn listen(self: &Rc<Self>) {
        let keeper = self.clone();
        EventListener::new(&self.page.element, "input", move |_: &Event| keeper.changed()).forget();
        let keeper = self.clone();
        EventListener::new(&document(), "visibilitychange", move |_: &Event| {
            if document().hidden() && keeper.pending.take().is_some() {
                spawn_local(keeper.clone().store());
            }
        })
        .forget();
    }

    /// Stores the draft soon. One that is planned already will store this change too: typing without a pause must not
    /// put it off.
    pub fn changed(self: &Rc<Self>) {
        if self.keeps.get() {
            self.pending.borrow_mut().get_or_insert_with(|| {
                let keeper = self.clone();
                Timeout::new(REST, move || {
                    keeper.pending.take();
                    spawn_local(keeper.store());
                })
            });
        }
    }

    /// Stores the draft now.
    async fn store(self: Rc<Self>) {
        let stored = match Storage::open().await {
            Ok(storage) => {
                // Once sent, the draft has become a reaction; storing it again would offer it a second time.
                if self.page.is_sent() {
                    return storage.close();
                }
                let draft = self.page.draft();
                let stored = storage.keep_draft(&self.page.slug, &draft).await;
                storage.close();
                stored.map(|()| draft.is_empty())
            }
            Err(error) => Err(error),
        };
        tell(match stored {
            Ok(true) => "",
            Ok(false) => t::draft_saved(language()),
            Err(_) => t::draft_unsaved(language()),
        });
    }

    /// Empties the form, after asking.
    fn wipe(self: &Rc<Self>) {
        if device::confirm(t::draft_delete_sure(language())) {
            self.page.element.reset();
            self.changed();
            Timeout::new(0, || focus("reageren")).forget();
        }
    }
}

/// Whether the draft is safe, beside the button that wipes it; nothing to say hides both.
fn tell(text: &str) {
    let Some(kept) = element(KEPT) else { return };
    kept.set_hidden(text.is_empty());
    if let Ok(Some(sentence)) = kept.query_selector("p") {
        sentence.set_text_content(Some(text));
    }
}

fn wipe_button() -> Option<HtmlElement> {
    element(KEPT)?.query_selector("button").ok()??.dyn_into().ok()
}
