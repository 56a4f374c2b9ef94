//! The one rule for what comes in: is this a reaction, and does it fit the questions that it answers?
//!
//! Whoever takes or reads reactions asks here: the collector, `gather` for a database, a bucket, a folder or a form
//! service, and whoever reads a work folder later. What it says is never stored: it follows from the
//! reaction and from what was asked, so that it is the same everywhere, and right again when a revision turns up.

use super::{EnvelopeFault, Facts, Header, Source};
use crate::domain::{
    day::Day,
    gathering::Words,
    id::Id,
    language::Localised,
    problem::{Fault, Problem},
    question::Question,
};
use serde_json::Value as Json;

/// What is known of the consultation that a reaction names.
#[derive(Clone, Copy, Debug)]
pub enum Known<'a> {
    /// Nothing: there is no content to judge by.
    Nothing,
    /// That there is none of that name.
    NoConsultation,
    /// When it is open, and what it asks.
    Asked(Asked<'a>),
}

/// Who knows that, of any reaction.
pub type Knows<'a> = &'a dyn Fn(&Header) -> Known<'a>;

/// Knows nothing of any consultation.
pub fn knows_nothing(_: &Header) -> Known<'static> {
    Known::Nothing
}

/// When a consultation is open, and what it asked in the revision that a reaction names.
#[derive(Clone, Copy, Debug)]
pub struct Asked<'a> {
    /// The first day on which one can react.
    pub opens: Day,
    /// The last.
    pub closes: Day,
    /// The questions of that revision; `None` when there never was one, or it is not kept.
    pub questions: Option<&'a [Question<Localised>]>,
}

/// A reaction that is kept.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Judged {
    /// Why it does not fit what was asked; empty when it fits.
    pub misfits: Vec<Misfit>,
    /// From where, as it says itself.
    pub source: Source,
    /// Sent to try whether sending works: listed, never counted.
    pub test: bool,
}

/// Why a reaction does not fit what was asked. It is kept all the same, without columns and without a place in figures.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Misfit {
    /// There is no such consultation.
    UnknownConsultation,
    /// There never was this revision, or it is not kept.
    UnknownRevision(u64),
    /// No calendar has the day that it names.
    NoDay,
    /// It says that it was written before one could react.
    BeforeOpening(Day),
    /// It says that it was written when one could no longer react.
    AfterClosing(Day),
    /// An answer that its question does not take, or that no question asked for.
    Answer(Problem),
}

impl Misfit {
    /// A short, stable name for machines.
    pub fn code(&self) -> &'static str {
        match self {
            Misfit::UnknownConsultation => "unknown_consultation",
            Misfit::UnknownRevision(_) => "unknown_revision",
            Misfit::NoDay => "no_day",
            Misfit::BeforeOpening(_) => "before_opening",
            Misfit::AfterClosing(_) => "after_closing",
            Misfit::Answer(problem) => problem.fault.code(),
        }
    }
}

/// Judges what comes in: kept, with what does not fit; or refused, as it is no reaction or answers nothing.
pub fn judge(header: &Header, known: Known) -> Result<Judged, EnvelopeFault> {
    let facts = header.facts()?;
    if answers_nothing(facts.answers) {
        return Err(EnvelopeFault::NothingAnswered);
    }
    Ok(Judged { misfits: misfits(&facts, known), source: facts.source, test: facts.test })
}

/// Everything in which a whole reaction does not fit: its revision, its day, then its answers.
pub fn misfits(facts: &Facts, known: Known) -> Vec<Misfit> {
    let mut misfits = Vec::new();
    let questions = match known {
        Known::Nothing => None,
        Known::NoConsultation => {
            misfits.push(Misfit::UnknownConsultation);
            None
        }
        Known::Asked(Asked { opens, closes, questions }) => {
            if questions.is_none() {
                misfits.push(Misfit::UnknownRevision(facts.revision));
            }
            misfits.extend(match facts.day {
                Some(day) if day < opens => Some(Misfit::BeforeOpening(day)),
                Some(day) if day > closes => Some(Misfit::AfterClosing(day)),
                _ => None,
            });
            questions
        }
    };
    misfits.extend(facts.day.is_none().then_some(Misfit::NoDay));
    match questions {
        Some(questions) => misfits.extend(problems(facts, questions).into_iter().map(Misfit::Answer)),
        // Taken by a release that still took these.
        None if answers_nothing(facts.answers) => {
            misfits.push(Misfit::Answer(Problem { question: None, fault: Fault::NothingAnswered }));
        }
        None => {}
    }
    misfits
}

/// What is wrong with the answers, one by one, and which are missing.
///
/// A remark has one answer by nature, and is as long as it was said: no question that is required, or asks for less, makes
/// it one that does not fit.
fn problems(facts: &Facts, questions: &[Question<Localised>]) -> Vec<Problem> {
    let mut problems = Vec::new();
    let mut answered = Vec::new();
    let remark = facts.remark && facts.answers.len() == 1;
    let said = |fault: &Fault| remark && matches!(fault, Fault::TooLong { has, .. } if *has <= Words::REMARK);
    for answer in facts.answers {
        let id = answer.get("question").and_then(Json::as_str).and_then(|id| Id::try_from(id).ok());
        let question = questions.iter().find(|question| Some(&question.id) == id.as_ref());
        let fault = match (question, answer.get("value")) {
            (Some(question), _) if answered.contains(&&question.id) => Some(Fault::AnsweredTwice),
            (Some(question), Some(value)) => {
                let rules = question.kind.rules();
                match rules.read_json(value) {
                    // Left open, as far as the question is concerned.
                    Some(value) if value.is_blank() => None,
                    Some(value) => {
                        answered.push(&question.id);
                        rules.check(&value).err().filter(|fault| !said(fault))
                    }
                    None => {
                        answered.push(&question.id);
                        Some(Fault::WrongShape)
                    }
                }
            }
            (Some(_), None) => Some(Fault::WrongShape),
            (None, _) => Some(Fault::UnknownQuestion),
        };
        problems.extend(fault.map(|fault| Problem { question: id, fault }));
    }
    let required = questions.iter().filter(|question| question.required && !remark);
    for question in required.filter(|question| !answered.contains(&&question.id)) {
        problems.push(Problem { question: Some(question.id.clone()), fault: Fault::Required });
    }
    if answered.is_empty() && problems.is_empty() {
        problems.push(Problem { question: None, fault: Fault::NothingAnswered });
    }
    problems
}

/// Whether nobody said anything: no answers, or only blanks.
fn answers_nothing(answers: &[Json]) -> bool {
    answers.iter().all(|answer| answer.get("value").is_none_or(is_blank))
}

fn is_blank(value: &Json) -> bool {
    match value {
        Json::Null => true,
        Json::String(text) => text.trim().is_empty(),
        Json::Array(items) => items.iter().all(is_blank),
        Json::Object(fields) => fields.values().all(is_blank),
        Json::Bool(_) | Json::Number(_) => false,
    }
}

#[cfg(test)]
mod tests;
