//! What comes after filling in, as signals, and what a person can want from it.

use crate::domain::{
    delivery::{Refusal, Trouble},
    draft::Draft,
    form::Form,
    language::Language,
    outbox::Copy,
    problem::Problem,
};
use leptos::prelude::*;

/// Where somebody is: filling in, checking, or done.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Step {
    /// Filling in the questions.
    Fill,
    /// Changing the answer to this one of them, from the check page and back to it.
    One(usize),
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
    /// Back to the questions, or to this one alone.
    Back(Option<usize>),
    /// Save and send.
    Send,
    /// Send without saving, as the browser refuses to store.
    SendUnsaved,
    /// Download the reaction as a text to read.
    Download,
    /// Download it as data.
    DownloadData,
    /// Copy the receipt.
    Copy,
    /// Print the receipt.
    Print,
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

/// What comes after filling in, as signals. Views read it; only the edge writes it.
#[derive(Clone, Copy)]
pub struct FormState {
    /// The form itself.
    pub form: StoredValue<Form>,
    /// The language of the page.
    pub language: Language,
    /// What stood in the fields when it was checked.
    pub draft: RwSignal<Draft>,
    /// What is to be mended.
    pub problems: RwSignal<Vec<Problem>>,
    /// Where somebody is.
    pub step: RwSignal<Step>,
    /// Saving is going on: a second click does nothing.
    pub busy: RwSignal<bool>,
    /// Why the reaction could not be stored.
    pub unkept: RwSignal<Option<Unkept>>,
    /// What the device keeps of it, once sent.
    pub copy: RwSignal<Option<Copy>>,
    /// How the sent reaction stands.
    pub progress: RwSignal<Progress>,
    /// What came of copying the receipt.
    pub said: RwSignal<&'static str>,
    /// Performs what a person wants.
    pub act: Callback<Intent>,
}

impl FormState {
    /// The state of a form in which nothing was checked yet.
    pub fn new(form: Form, act: Callback<Intent>) -> Self {
        Self {
            language: form.language,
            form: StoredValue::new(form),
            draft: RwSignal::new(Draft::default()),
            problems: RwSignal::new(vec![]),
            step: RwSignal::new(Step::Fill),
            busy: RwSignal::new(false),
            unkept: RwSignal::new(None),
            copy: RwSignal::new(None),
            progress: RwSignal::new(Progress::Sending),
            said: RwSignal::new(""),
            act,
        }
    }
}
