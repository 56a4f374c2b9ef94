//! The question kinds: what a question holds and which answers it takes; kinds that are alike share a file.
//!
//! A ninth kind starts here, as a variant of [`Kind`]; the compiler then names [`Kind::rules`], [`Kind::map`],
//! [`Kind::name`] and `view::question`, and the test in `files::read::tests` that reads every kind fails until it is read too.

pub mod choice;
pub mod dilemma;
pub mod place;
pub mod ranking;
pub mod scale;
pub mod text;

pub use choice::{Choices, Multiple, Single};
pub use dilemma::{Dilemma, DilemmaQuestion, Side};
pub use place::PlaceQuestion;
pub use ranking::Ranking;
pub use scale::Scale;
pub use text::{Story, Text};

use super::{draft::Fields, id::Id, problem::Fault, value::Value};
use crate::domain::{
    from_json::{FromJson, from_json, variant},
    own_json::Json,
};
use serde::Serialize;

/// One question. `T` is its text: [`super::language::Localised`] in content, `String` in a form of one language.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
pub struct Question<T> {
    /// Unique in the consultation.
    pub id: Id,
    /// The question itself.
    pub title: T,
    /// How to answer, in a sentence or two.
    pub help: Option<T>,
    /// Whether one can't react without answering it.
    #[cfg_attr(not(target_arch = "wasm32"), schemars(default))]
    pub required: bool,
    /// What kind it is, with what that kind needs.
    #[cfg_attr(not(target_arch = "wasm32"), schemars(flatten))]
    pub kind: Kind<T>,
}

/// The kinds of question.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(
    not(target_arch = "wasm32"),
    derive(schemars::JsonSchema),
    schemars(tag = "kind", rename_all = "snake_case")
)]
pub enum Kind<T> {
    /// A story: an experience, what bothers you, or what you do yourself.
    Story(Story),
    /// A short text.
    Text(Text),
    /// One of several options.
    Single(Single<T>),
    /// Any of several options.
    Multiple(Multiple<T>),
    /// A step on a scale.
    Scale(Scale<T>),
    /// Options in order of importance.
    Ranking(Ranking<T>),
    /// Which way one leans in a dilemma, and why.
    Dilemma(DilemmaQuestion<T>),
    /// Municipality and village.
    Place(PlaceQuestion),
}

/// What each kind knows about answers.
pub trait Answers {
    /// The answer in a form's fields; `None` when left open.
    fn read_form(&self, fields: Fields) -> Result<Option<Value>, Fault>;
    /// The answer in a reaction's JSON; `None` when of another shape.
    fn read_json(&self, json: &serde_json::Value) -> Option<Value>;
    /// Whether the question takes this answer.
    fn check(&self, value: &Value) -> Result<(), Fault>;
}

impl<T> Kind<T> {
    /// The rules of this kind.
    pub fn rules(&self) -> &dyn Answers {
        match self {
            Kind::Story(kind) => kind,
            Kind::Text(kind) => kind,
            Kind::Single(kind) => kind,
            Kind::Multiple(kind) => kind,
            Kind::Scale(kind) => kind,
            Kind::Ranking(kind) => kind,
            Kind::Dilemma(kind) => kind,
            Kind::Place(kind) => kind,
        }
    }

    /// The kind's name in content files.
    pub fn name(&self) -> &'static str {
        match self {
            Kind::Story(_) => "story",
            Kind::Text(_) => "text",
            Kind::Single(_) => "single",
            Kind::Multiple(_) => "multiple",
            Kind::Scale(_) => "scale",
            Kind::Ranking(_) => "ranking",
            Kind::Dilemma(_) => "dilemma",
            Kind::Place(_) => "place",
        }
    }

    /// The same kind with every text replaced.
    fn map<U>(self, f: &mut dyn FnMut(T) -> U) -> Kind<U> {
        match self {
            Kind::Story(kind) => Kind::Story(kind),
            Kind::Text(kind) => Kind::Text(kind),
            Kind::Single(kind) => Kind::Single(Single(kind.0.map(f))),
            Kind::Multiple(kind) => Kind::Multiple(kind.map(f)),
            Kind::Scale(kind) => Kind::Scale(kind.map(f)),
            Kind::Ranking(kind) => Kind::Ranking(kind.map(f)),
            Kind::Dilemma(kind) => Kind::Dilemma(kind.map(f)),
            Kind::Place(kind) => Kind::Place(kind),
        }
    }
}

impl<T> Question<T> {
    /// The same question with every text replaced, for example by the one in the reader's language.
    pub fn map<U>(self, f: &mut dyn FnMut(T) -> U) -> Question<U> {
        Question {
            id: self.id,
            title: f(self.title),
            help: self.help.map(&mut *f),
            required: self.required,
            kind: self.kind.map(f),
        }
    }

    /// The checked answer in a form's fields; `None` when left open and that is allowed.
    pub fn answer(&self, fields: Fields) -> Result<Option<Value>, Fault> {
        let rules = self.kind.rules();
        let answer = rules.read_form(fields)?;
        match &answer {
            Some(value) => rules.check(value)?,
            None if self.required => return Err(Fault::Required),
            None => {}
        }
        Ok(answer)
    }
}

/// An option of a choice or ranking.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
pub struct Opt<T> {
    /// Unique in the question.
    pub id: Id,
    /// What people read.
    pub label: T,
}

impl<T> Opt<T> {
    fn map<U>(self, f: &mut dyn FnMut(T) -> U) -> Opt<U> {
        Opt { id: self.id, label: f(self.label) }
    }
}

/// Refuses a text of more than `max` characters, counted as people count them.
fn check_length(text: &str, max: usize) -> Result<(), Fault> {
    let has = text.chars().count();
    if has > max { Err(Fault::TooLong { max, has }) } else { Ok(()) }
}

from_json!(Question<T> { id, title, help, required, kind });
from_json!(Opt<T> { id, label });

impl<T: FromJson> FromJson for Kind<T> {
    fn from_json(json: &Json) -> Option<Self> {
        let (name, json) = variant(json)?;
        Some(match name {
            "Story" => Kind::Story(FromJson::from_json(json)?),
            "Text" => Kind::Text(FromJson::from_json(json)?),
            "Single" => Kind::Single(FromJson::from_json(json)?),
            "Multiple" => Kind::Multiple(FromJson::from_json(json)?),
            "Scale" => Kind::Scale(FromJson::from_json(json)?),
            "Ranking" => Kind::Ranking(FromJson::from_json(json)?),
            "Dilemma" => Kind::Dilemma(FromJson::from_json(json)?),
            "Place" => Kind::Place(FromJson::from_json(json)?),
            _ => return None,
        })
    }
}
