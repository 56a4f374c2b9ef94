//! Options and questions that read the same: who answers can't tell them apart, and neither can who reads the answers.

use super::{Content, Problem, located};
use crate::{
    domain::{
        consultation::Consultation,
        language::{Language, Localised},
        question::{Kind, Opt},
    },
    files::{
        folder::Folder,
        read::{Cause, Finding},
    },
};

/// A text that reads like one before it, in one of the languages.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Alike {
    /// Which one it is like, from 0.
    pub first: usize,
    /// Which one it is, from 0.
    pub at: usize,
    /// What both say.
    pub text: String,
}

/// Every option, end of a scale and side of a dilemma that reads like another one of the same.
pub fn problems(folder: &dyn Folder, content: &Content) -> Vec<Problem> {
    let of = |consultation: &Consultation| {
        let findings = findings(consultation);
        if findings.is_empty() {
            return Vec::new();
        }
        located(folder, content, &format!("consultations/{}.json", consultation.slug), findings)
    };
    content.consultations.values().flat_map(of).collect()
}

/// Questions that are called the same.
pub fn titles(consultation: &Consultation) -> Vec<Alike> {
    alike(consultation.questions.iter().map(|question| &question.title), &consultation.languages)
}

fn findings(consultation: &Consultation) -> Vec<Finding> {
    let labels = |options: &[Opt<Localised>], n: usize| -> Vec<(String, Localised)> {
        let label = |(at, option): (usize, &Opt<Localised>)| {
            (format!("$.questions[{n}].options[{at}].label"), option.label.clone())
        };
        options.iter().enumerate().map(label).collect()
    };
    let of_questions = consultation.questions.iter().enumerate().map(|(n, question)| match &question.kind {
        Kind::Single(single) => labels(&single.0.options, n),
        Kind::Multiple(multiple) => labels(&multiple.choices.options, n),
        Kind::Ranking(ranking) => labels(&ranking.options, n),
        Kind::Scale(scale) => [("low", &scale.labels.low), ("high", &scale.labels.high)]
            .map(|(end, label)| (format!("$.questions[{n}].labels.{end}"), label.clone()))
            .into(),
        Kind::Story(_) | Kind::Text(_) | Kind::Dilemma(_) | Kind::Place(_) => Vec::new(),
    });
    let of_dilemmas = consultation.dilemmas.iter().enumerate().map(|(n, dilemma)| {
        let label = |at: usize| (format!("$.dilemmas[{n}].sides[{at}].label"), dilemma.sides[at].label.clone());
        vec![label(0), label(1)]
    });
    let twice = |labels: Vec<(String, Localised)>| {
        let found = alike(labels.iter().map(|(_, label)| label), &consultation.languages);
        let finding = |Alike { at, text, .. }| Finding { path: labels[at].0.clone(), cause: Cause::Double(text) };
        found.into_iter().map(finding).collect::<Vec<_>>()
    };
    of_questions.chain(of_dilemmas).flat_map(twice).collect()
}

/// Those that read like one before them; capitals and blanks make no difference.
fn alike<'a>(texts: impl Iterator<Item = &'a Localised>, languages: &[Language]) -> Vec<Alike> {
    let plain = |text: &str| text.split_whitespace().collect::<Vec<_>>().join(" ").to_lowercase();
    let texts: Vec<_> = texts.collect();
    let like = |at: usize| {
        languages.iter().find_map(|language| {
            let text = texts[at].get(*language);
            let first = texts[..at].iter().position(|other| plain(other.get(*language)) == plain(text))?;
            Some(Alike { first, at, text: text.to_owned() })
        })
    };
    (0..texts.len()).filter_map(like).collect()
}
