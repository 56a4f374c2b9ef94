//! Questions that are being written: the list of them, and the form of one. It is written as HTML, all at once, and filled in by
//! the edge: what is typed stands in the fields, and the place of a field says where it goes. So there is one description of
//! what shows (`files/content/manuscript/form`), and no view for each part of the format.
//!
//! - [`markup`]: HTML in which a text stays a text.
//! - [`rows`]: the fields; [`lists`]: those that are lists.
//! - [`tips`]: what makes a text hard to read.
//! - [`gate`]: what to look at before it goes out, and what can happen to it after that.
//! - [`preview`]: what stands beside it.
//! - [`page`]: what stands around them; [`site`]: what is of the site alone; [`pictures`]: adding one; [`list`]: all questions,
//!   and beginning one.
//! - [`together`]: what two people made of one field, and earlier versions.

pub mod gate;
pub mod list;
mod lists;
pub mod markup;
pub mod page;
pub mod pictures;
pub mod preview;
pub mod rows;
pub mod site;
pub mod tips;
pub mod together;

use crate::domain::language::Language;
use markup::Html;
use serde_json::Value;
use std::collections::{BTreeMap, BTreeSet};

/// The element that holds all of it.
pub const WRITE: &str = "desk-write";

/// What a question can refer to, each with what it is called.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Around {
    /// Files of places.
    pub places: Vec<(String, String)>,
    /// Touchstones of the site.
    pub touchstones: Vec<(String, String)>,
    /// The points of each of those.
    pub points: Vec<(String, Vec<String>)>,
    /// Pictures in the work folder.
    pub pictures: Vec<(String, String)>,
}

/// Something that is said about a field.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Said {
    /// The field, by its place; none where it belongs to no field.
    pub at: Option<String>,
    /// What leads to it, in words.
    pub way: String,
    /// What is said.
    pub text: String,
    /// What kind of saying that is.
    pub how: How,
}

/// How something is said.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum How {
    /// It is wrong.
    Wrong,
    /// It is still to be written.
    Needed,
    /// It is there in another language.
    Untranslated,
}

/// What the form of a question shows.
pub struct Form<'a> {
    /// The draft.
    pub root: &'a Value,
    /// The language of the page.
    pub language: Language,
    /// Those of the draft.
    pub languages: &'a [String],
    /// Those of the site.
    pub site: &'a [String],
    /// What there is to refer to.
    pub around: &'a Around,
    /// What is unfolded.
    pub unfolded: &'a BTreeSet<String>,
    /// What is typed in fields of no draft, by their ids.
    pub half: &'a BTreeMap<String, String>,
}
