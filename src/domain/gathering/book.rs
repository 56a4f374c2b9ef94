//! A notebook with what holds in it: worked out once after each change, however many ask.

use super::{
    deed::Deed,
    notebook::{Notebook, TextLine},
    state::Gathering,
};
use crate::domain::log::{Entry, Merged};
use std::sync::{Arc, OnceLock};

/// A notebook that is being worked in.
#[derive(Clone, Debug, Default)]
pub struct Book {
    notebook: Notebook,
    now: OnceLock<Arc<Gathering>>,
}

impl Book {
    /// The notebook.
    pub fn notebook(&self) -> &Notebook {
        &self.notebook
    }

    /// What holds now.
    pub fn now(&self) -> &Arc<Gathering> {
        self.now.get_or_init(|| Arc::new(Gathering::of(&self.notebook)))
    }

    /// Takes in entries and texts.
    pub fn merge(
        &mut self,
        entries: impl IntoIterator<Item = Entry<Deed>>,
        texts: impl IntoIterator<Item = TextLine>,
    ) -> Merged {
        self.now.take();
        self.notebook.merge(entries, texts)
    }
}

impl From<Notebook> for Book {
    fn from(notebook: Notebook) -> Self {
        Self { notebook, now: OnceLock::new() }
    }
}
