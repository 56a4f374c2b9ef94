//! One view for each question kind, mirroring `domain::question`. They only show: what a form does in the browser is in
//! `browser::fields`, which finds these elements by their names.

mod choice;
mod dilemma;
mod frame;
mod place;
mod ranking;
mod scale;
mod text;

use crate::domain::{
    draft::Draft,
    form::Form,
    problem::Problem,
    question::{Kind, Question},
};
use frame::Asked;
use leptos::prelude::*;

/// A question with its field, with what stands in it and what is wrong with that.
pub fn question(form: &Form, question: &Question<String>, draft: &Draft, problems: &[Problem]) -> AnyView {
    let asked = Asked { question, language: form.language, draft, problems };
    match &question.kind {
        Kind::Story(kind) => text::view(asked, &kind.limits, 6).into_any(),
        Kind::Text(kind) => text::view(asked, &kind.limits, 3).into_any(),
        Kind::Single(kind) => choice::single(asked, &kind.0).into_any(),
        Kind::Multiple(kind) => choice::multiple(asked, kind).into_any(),
        Kind::Scale(kind) => scale::view(asked, kind).into_any(),
        Kind::Ranking(kind) => ranking::view(asked, kind).into_any(),
        Kind::Dilemma(kind) => dilemma::view(asked, kind).into_any(),
        Kind::Place(kind) => place::view(asked, kind).into_any(),
    }
}
