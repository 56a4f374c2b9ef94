//! The draft: put back from the device, stored while somebody fills in the form, and kept the same as that of other tabs.

use crate::{
    browser::{
        device, element, focus,
        form::PageForm,
        language,
        storage::{Storage, StorageError, Stored},
    },
    domain::draft::{Draft, OTHER},
    texts::form as t,
    view::form::{KEPT, LEFT},
};
use gloo_events::EventListener;
use gloo_timers::callback::Timeout;
use leptos::{
    prelude::{document, window},
    web_sys::{Event, EventTarget, HtmlElement},
};
use std::{
    cell::{Cell, OnceCell, RefCell},
    rc::Rc,
};
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::spawn_local;

/// Milliseconds between a change and storing it.
const REST: u32 = 400;
/// Milliseconds until it is tried again, where something else did not let go of the store.
const AGAIN: u32 = 5_000;

/// Keeps what stands in a form.
pub struct Keeper {
    /// The form.
    pub page: PageForm,
    /// Brings what follows from the fields in line with them.
    show: OnceCell<Rc<dyn Fn()>>,
    /// Whether the device keeps anything.
    keeps: Cell<bool>,
    /// Whether it is being stored now.
    busy: Cell<bool>,
    /// Whether what was stored before has been read.
    met: Cell<bool>,
    /// The next time that the draft is stored, if it has changed.
    pending: RefCell<Option<Timeout>>,
    /// What was stored when this page last looked: what differs from it was changed here.
    seen: RefCell<Draft>,
    /// What has no place in the fields. It is kept too.
    left: RefCell<Draft>,
}

impl Keeper {
    /// Of this form.
    pub fn new(page: PageForm) -> Rc<Self> {
        Rc::new(Self {
            page,
            show: OnceCell::new(),
            keeps: Cell::new(true),
            busy: Cell::new(false),
            met: Cell::new(false),
            pending: RefCell::default(),
            seen: RefCell::default(),
            left: RefCell::default(),
        })
    }

    /// Puts the stored draft back where nothing was typed yet, and stores every change from then on. `show` brings what
    /// follows from the fields in line with them.
    pub fn start(self: Rc<Self>, show: Rc<dyn Fn()>) {
        // It is started once.
        let _ = self.show.set(show);
        self.on_press(KEPT, Self::wipe);
        self.on_press(LEFT, Self::throw_away);
        let keeper = self.clone();
        EventListener::new(&self.page.element, "input", move |_: &Event| keeper.changed()).forget();
        self.on(document().into(), "visibilitychange");
        for event in ["focus", "blur", "pageshow"] {
            self.on(window().into(), event);
        }
        spawn_local(self.store(false));
    }

    fn on_press(self: &Rc<Self>, block: &str, act: fn(&Rc<Self>)) {
        if let Some(button) = part::<HtmlElement>(block, "button") {
            let keeper = self.clone();
            EventListener::new(&button, "click", move |_: &Event| act(&keeper)).forget();
        }
    }

    /// Stores what has changed, and takes over what other tabs have changed, when somebody comes to this page or leaves it.
    fn on(self: &Rc<Self>, target: EventTarget, event: &'static str) {
        let keeper = self.clone();
        EventListener::new(&target, event, move |_: &Event| {
            let due = keeper.pending.take().is_some();
            // Who leaves with nothing new opens nothing: an open database would keep the browser from going back to this
            // page as it is.
            if due || keeper.keeps.get() && !document().hidden() {
                spawn_local(keeper.clone().store(due));
            }
        })
        .forget();
    }

    /// Stores the draft soon. One that is planned already will store this change too: typing without a pause must not
    /// put it off.
    pub fn changed(self: &Rc<Self>) {
        if self.keeps.get() && self.pending.borrow().is_none() {
            // Not saved until it is.
            write(KEPT, t::draft_saving(language()));
            self.plan(REST);
        }
    }

    /// Stores the draft after so many milliseconds.
    fn plan(self: &Rc<Self>, rest: u32) {
        let keeper = self.clone();
        self.pending.replace(Some(Timeout::new(rest, move || {
            keeper.pending.take();
            spawn_local(keeper.store(true));
        })));
    }

    /// Stores the draft now. `due`: it has changed.
    async fn store(self: Rc<Self>, due: bool) {
        if self.busy.replace(true) {
            // Not two at once: each would take what the other stores for a change of another tab.
            return if due {
                self.changed()
            };
        }
        let first = !self.met.get();
        let mut met = Err(StorageError::NotReadBack);
        for _ in 0..2 {
            // When another tab wrote just now, what it wrote is met too.
            if met == Err(StorageError::NotReadBack) {
                met = self.meet(first, due).await;
            }
        }
        self.busy.set(false);
        match met {
            // What was changed while this was stored is not saved yet.
            Ok(Some(news)) if self.pending.borrow().is_some() && news == t::draft_saved(language()) => {}
            Ok(news) => news.map_or((), tell),
            Err(error) => {
                self.keeps.set(!first || !matches!(error, StorageError::Refused | StorageError::Newer));
                tell(t::draft_unsaved(language()));
                if error == StorageError::Busy {
                    self.plan(AGAIN);
                }
            }
        }
    }

    /// Brings together what stands in the fields and what is stored: each takes over what was changed in the other. Gives
    /// what is to be told, if there is news.
    async fn meet(&self, first: bool, due: bool) -> Result<Option<&'static str>, StorageError> {
        let (page, language) = (&self.page, language());
        let mut news = (first || due).then(|| t::draft_saved(language));
        let mut all = Draft::default();
        let change = |stored: Option<&Stored>| {
            self.met.set(true);
            let seen = self.seen.borrow();
            // What is not there at all was taken away by the browser, not by somebody.
            let there = stored.map_or(&*seen, |stored| &stored.draft);
            // Once sent, the draft has become a reaction; storing it again would offer it a second time.
            if page.is_sent() {
                return stored.map_or_else(Draft::default, |_| there.clone());
            }
            let now = page.draft();
            let mut mine = now.clone();
            mine.add(page.left(&self.left.borrow()));
            let begun = first.then(|| there.begun(&now));
            let merged = mine.merged(begun.as_ref().unwrap_or(&seen), there);
            page.write(&merged);
            if page.draft() != now {
                news = news.or(Some(t::draft_saved(language)));
                self.show();
            }
            if first && !there.is_empty() {
                let same = stored.and_then(|stored| stored.revision).is_none_or(|revision| revision == page.revision);
                news = Some(if same { t::draft_restored(language) } else { t::draft_of_other_questions(language) });
            }
            let left = page.left(&merged);
            show_left(&left);
            all = page.draft();
            all.add(left.clone());
            self.left.replace(left);
            if all.is_empty() && news.is_some() {
                news = Some("");
            }
            all.clone()
        };
        let storage = Storage::open().await?;
        let stored = storage.change_draft(&page.slug, page.revision, change).await;
        storage.close();
        stored?;
        self.seen.replace(all);
        Ok(news)
    }

    fn show(&self) {
        if let Some(show) = self.show.get() {
            show();
        }
    }

    /// Empties the form, after asking.
    fn wipe(self: &Rc<Self>) {
        if device::confirm(t::draft_delete_sure(language())) {
            self.page.element.reset();
            self.forget_left();
            Timeout::new(0, || focus("reageren")).forget();
        }
    }

    /// Throws away what has no place in the fields, after asking.
    fn throw_away(self: &Rc<Self>) {
        if device::confirm(t::left_delete_sure(language())) {
            self.forget_left();
            focus("reageren");
        }
    }

    fn forget_left(self: &Rc<Self>) {
        self.left.take();
        show_left(&Draft::default());
        self.changed();
    }
}

/// Whether the draft is safe, beside the button that wipes it; nothing to say hides both.
fn tell(text: &str) {
    if let Some(kept) = element(KEPT) {
        kept.set_hidden(text.is_empty());
    }
    write(KEPT, text);
}

fn write(block: &str, text: &str) {
    if let Some(sentence) = part::<HtmlElement>(block, "p") {
        sentence.set_text_content(Some(text));
    }
}

/// Shows the words that have no place in the fields; a number alone tells nobody anything.
fn show_left(left: &Draft) {
    let words = left.pairs().map(|(_, value)| value).filter(|value| *value != OTHER && value.parse::<i32>().is_err());
    let words = words.collect::<Vec<_>>().join("\n\n");
    if let (Some(block), Some(area)) = (element(LEFT), part::<HtmlElement>(LEFT, "output")) {
        block.set_hidden(words.is_empty());
        area.set_text_content(Some(&words));
    }
}

fn part<T: JsCast>(block: &str, selector: &str) -> Option<T> {
    element(block)?.query_selector(selector).ok()??.dyn_into().ok()
}
