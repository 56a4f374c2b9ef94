//! What the form shows, as signals, and what a person can want from it.

use crate::domain::{
    delivery::{Refusal, Trouble},
    draft::{CONSENT, Draft},
    form::Form,
    id::Id,
    language::Language,
    problem::Problem,
    receipt::Receipt,
};
use leptos::prelude::*;

/// Where somebody is: filling in, checking, or done.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Step {
    /// Filling in the questions.
    Fill,
    /// Looking over the answers.
    Check,
    /// Saved or sent; the receipt is shown.
    Done,
}

/// What a person asks for. The edge performs it and sets the signals.
#[derive(Clone, Debug)]
pub enum Intent {
    /// To the check page, if the answers are right.
    Check,
    /// Back to the questions, to this one if given.
    Back(Option<Id>),
    /// Save and send.
    Send,
    /// Send without saving, as the browser refuses to store.
    SendUnsaved,
    /// Download the reaction as a file.
    Download,
    /// Empty the form and the stored draft.
    DeleteDraft,
    /// Copy the receipt.
    Copy,
    /// Print the receipt.
    Print,
    /// Download the receipt.
    DownloadReceipt,
}

/// How a reaction that was sent stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Progress {
    /// Saved, being sent.
    Sending,
    /// Saved, to be sent when that is possible.
    Waiting(Trouble),
    /// Acknowledged.
    Arrived,
    /// The server will not take it.
    Refused(Refusal),
}

/// Why the device could not keep something.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unkept {
    /// The browser refuses to store.
    Refused,
    /// There is no room.
    Full,
    /// A newer version of the site changed the store.
    Newer,
    /// Sent without saving, and it did not get through.
    NotSent,
    /// Sent without saving, and the server will not take it.
    NotTaken(Refusal),
}

/// How the draft on this device stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Keeping {
    /// Nothing to say yet.
    Quiet,
    /// An earlier draft was put back.
    Restored,
    /// Stored and read back.
    Saved,
    /// Not stored.
    Unsaved,
}

/// The form's state. Views read it; only the edge writes it, except for the draft, which follows the fields.
#[derive(Clone, Copy)]
pub struct FormState {
    /// The form itself.
    pub form: StoredValue<Form>,
    /// The language of the page.
    pub language: Language,
    /// What stands in the fields.
    pub draft: RwSignal<Draft>,
    /// What is to be mended.
    pub problems: RwSignal<Vec<Problem>>,
    /// The consultation is not open today: closed (`true`) or not open yet.
    pub shut: RwSignal<Option<bool>>,
    /// Where somebody is.
    pub step: RwSignal<Step>,
    /// Whether the WebAssembly drives the form.
    pub ready: RwSignal<bool>,
    /// Whether the draft is safe.
    pub keeping: RwSignal<Keeping>,
    /// Saving is going on: a second click does nothing.
    pub busy: RwSignal<bool>,
    /// Why the reaction could not be stored.
    pub unkept: RwSignal<Option<Unkept>>,
    /// The receipt, once sent.
    pub receipt: RwSignal<Option<Receipt>>,
    /// How the sent reaction stands.
    pub progress: RwSignal<Progress>,
    /// What a screen reader is to say.
    pub announce: RwSignal<String>,
    /// Performs what a person wants.
    pub act: Callback<Intent>,
}

impl FormState {
    /// The state of a form with this draft and these problems.
    pub fn new(form: Form, draft: Draft, problems: Vec<Problem>, act: Callback<Intent>) -> Self {
        Self {
            language: form.language,
            form: StoredValue::new(form),
            draft: RwSignal::new(draft),
            problems: RwSignal::new(problems),
            shut: RwSignal::new(None),
            step: RwSignal::new(Step::Fill),
            ready: RwSignal::new(false),
            keeping: RwSignal::new(Keeping::Quiet),
            busy: RwSignal::new(false),
            unkept: RwSignal::new(None),
            receipt: RwSignal::new(None),
            progress: RwSignal::new(Progress::Sending),
            announce: RwSignal::new(String::new()),
            act,
        }
    }

    /// The text in a field.
    pub fn text(self, name: &str) -> Signal<String> {
        let name = name.to_owned();
        Signal::derive(move || self.draft.with(|draft| draft.one(&name).to_owned()))
    }

    /// Whether a field has this value.
    pub fn ticked(self, name: &str, value: &str) -> Signal<bool> {
        let (name, value) = (name.to_owned(), value.to_owned());
        Signal::derive(move || self.draft.with(|draft| draft.has(&name, &value)))
    }

    /// Sets a field.
    pub fn set(self, name: &str, value: &str) {
        self.draft.update(|draft| draft.set(name, value));
    }

    /// Whether quoting is allowed.
    pub fn consent(self) -> Signal<bool> {
        self.ticked(CONSENT, "yes")
    }
}
