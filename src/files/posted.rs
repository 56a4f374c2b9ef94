//! A form that posted itself, from a browser without JavaScript: judged by the questions of the revision that it
//! carries, as those are what its writer saw.

use super::content::Content;
use crate::domain::{
    consultation::Consultation,
    draft::Draft,
    form::{Answers, Form},
    id::Id,
    language::Language,
    problem::{Fault, Problem},
    reaction::{Reaction, Stamp, Typed},
};

/// What was posted.
#[derive(Clone, Debug)]
pub struct PostedForm {
    /// The consultation.
    pub slug: Id,
    /// The revision of the page; `None` when the form does not say.
    pub revision: Option<u32>,
    /// The language of the page.
    pub language: Language,
    /// What was filled in.
    pub draft: Draft,
}

/// What a form says, to be kept.
#[derive(Clone, Debug)]
pub enum Said {
    /// Every answer fits its question.
    Fits(Box<Form>, Answers),
    /// Nobody knows these questions any more: what was typed is kept as it was typed, and never refused.
    AsTyped(Typed),
}

/// What is to be mended first, in the form as its writer saw it.
#[derive(Clone, Debug)]
pub struct Mend {
    /// The form.
    pub form: Box<Form>,
    /// At least one.
    pub problems: Vec<Problem>,
}

/// Why a form was not taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Failure {
    /// The consultation is closed.
    Closed,
    /// The consultation is not open yet.
    NotOpen,
    /// There is no such consultation.
    Unknown,
    /// The collector can't store now.
    Busy,
    /// The disk is full.
    Full,
    /// More than 64 KiB.
    TooLarge,
    /// It came from another site.
    Forbidden,
    /// Too many from one address.
    SlowDown,
    /// It is no form of this site.
    Invalid,
}

impl PostedForm {
    /// The revision in a form's field.
    pub fn revision(field: &str) -> Option<u32> {
        field.parse().ok().filter(|revision| *revision > 0)
    }

    /// Judges it; `None` when there is no such consultation.
    pub fn judge(&self, content: &Content, base: &str) -> Option<Result<Said, Mend>> {
        let now = content.consultations.get(&self.slug)?;
        let known = match self.revision {
            Some(revision) => content.revision(&self.slug, revision.into()),
            None => Some(now),
        };
        let form = |consultation: &Consultation| {
            // Until when one can react, and when something is told back, is as it is now.
            let (opens, closes, feedback_due) = (now.opens, now.ends(), now.feedback_due);
            let form = consultation.form(self.language, base, &content.site.endpoint);
            Box::new(Form { opens, closes, feedback_due, ..form })
        };
        if let Some(form) = known.map(form).filter(|form| !self.left_over(form)) {
            return Some(match form.answers(&self.draft) {
                Ok(answers) => Ok(Said::Fits(form, answers)),
                Err(problems) => Err(Mend { form, problems }),
            });
        }
        let typed = self.as_typed(now.revision);
        let empty = || Problem { question: None, fault: Fault::NothingAnswered };
        Some(typed.map(Said::AsTyped).ok_or_else(|| Mend { form: form(now), problems: vec![empty()] }))
    }

    /// What was typed, as it was typed, in the form of this revision unless it names another; `None` for nothing.
    pub fn as_typed(&self, revision: u32) -> Option<Typed> {
        Typed::new(self.slug.clone(), self.revision.unwrap_or(revision), self.language, &self.draft)
    }

    /// Answers to questions that the form does not have.
    fn left_over(&self, form: &Form) -> bool {
        self.draft.questions().any(|id| form.questions.iter().all(|question| question.id.as_str() != id))
    }
}

impl Said {
    /// The envelope.
    pub fn envelope(&self, quote_consent: bool, stamp: Stamp) -> String {
        match self {
            Said::Fits(form, answers) => Reaction::new(form, answers.clone(), quote_consent, stamp).envelope(),
            Said::AsTyped(typed) => typed.envelope(quote_consent, stamp),
        }
    }
}
