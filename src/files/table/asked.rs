//! What was asked, over all revisions that people answered: the questions of now, in their order, then those that are gone.

use super::words::Words;
use crate::domain::{
    consultation::Consultation,
    id::Id,
    language::Localised,
    question::{Kind, Opt, Question},
};

/// A question with a column of its own, and what stands above that.
#[derive(Clone, Debug)]
pub struct Asked {
    /// Its number and title.
    pub title: String,
    /// With every option that it ever had.
    pub question: Question<Localised>,
}

impl Asked {
    /// Whether it is the question that was asked then.
    pub fn is(&self, then: &Question<Localised>) -> bool {
        self.question.id == then.id && self.question.kind.name() == then.kind.name()
    }
}

/// The questions of a consultation, and of its earlier revisions.
pub fn asked(now: &Consultation, earlier: &[&Consultation], words: &dyn Words) -> Vec<Asked> {
    let mut all: Vec<Asked> = Vec::new();
    for consultation in std::iter::once(&now).chain(earlier) {
        for (n, question) in consultation.questions.iter().enumerate() {
            if let Some(same) = all.iter_mut().find(|one| one.is(question)) {
                extend(&mut same.question, question);
                continue;
            }
            let title = question.title.get(words.spoken());
            let title = match consultation.revision == now.revision {
                true => format!("{}. {title}", n + 1),
                false => words.of_revision(consultation.revision, n + 1, title),
            };
            all.push(Asked { title, question: question.clone() });
        }
    }
    all
}

/// Adds the options that a question had then.
fn extend(question: &mut Question<Localised>, then: &Question<Localised>) {
    let add = |options: &mut Vec<Opt<Localised>>, then: &[Opt<Localised>]| {
        for option in then {
            let known = |id: &Id| options.iter().any(|other| other.id == *id);
            if !known(&option.id) {
                options.push(option.clone());
            }
        }
    };
    match (&mut question.kind, &then.kind) {
        (Kind::Single(now), Kind::Single(then)) => {
            add(&mut now.0.options, &then.0.options);
            now.0.other |= then.0.other;
        }
        (Kind::Multiple(now), Kind::Multiple(then)) => {
            add(&mut now.choices.options, &then.choices.options);
            now.choices.other |= then.choices.other;
        }
        (Kind::Ranking(now), Kind::Ranking(then)) => add(&mut now.options, &then.options),
        _ => {}
    }
}
