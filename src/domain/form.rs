//! The form of a consultation in one language: all that a resident's browser needs to know to let somebody react.

use super::{
    day::Day,
    draft::Draft,
    endpoint::Endpoints,
    id::Id,
    language::Language,
    problem::{Fault, Problem},
    question::Question,
    value::Value,
};
use crate::domain::from_json::from_json;
use serde::Serialize;

/// Travels in the page as JSON, so it holds the endpoint and base path too.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Form {
    /// The consultation's slug.
    pub slug: Id,
    /// The consultation's revision.
    pub revision: u32,
    /// The language of the page.
    pub language: Language,
    /// The consultation's title.
    pub title: String,
    /// The first day on which one can react.
    pub opens: Day,
    /// The last day on which one can react.
    pub closes: Day,
    /// When the feedback is promised.
    pub feedback_due: Day,
    /// The site's base path.
    pub base: String,
    /// Where reactions go.
    pub endpoint: Endpoints,
    /// The questions, in order.
    pub questions: Vec<Question<String>>,
}

/// The answer to one question.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Answer {
    /// The question.
    pub question: Id,
    /// What was answered.
    pub value: Value,
}

/// At least one answer, each checked by its question. Only a [`Form`] makes these, so nothing unchecked can be sent.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(transparent)]
pub struct Answers(Vec<Answer>);

impl Answers {
    /// The answers, in the order of the questions.
    pub fn iter(&self) -> impl Iterator<Item = &Answer> {
        self.0.iter()
    }
}

impl Form {
    /// Reads and checks every answer in a draft; else every problem, in the order of the questions.
    pub fn answers(&self, draft: &Draft) -> Result<Answers, Vec<Problem>> {
        let (mut answers, mut problems) = (Vec::new(), Vec::new());
        for question in &self.questions {
            match question.answer(draft.of(&question.id)) {
                Ok(Some(value)) => answers.push(Answer { question: question.id.clone(), value }),
                Ok(None) => {}
                Err(fault) => problems.push(Problem { question: Some(question.id.clone()), fault }),
            }
        }
        if answers.is_empty() && problems.is_empty() {
            problems.push(Problem { question: None, fault: Fault::NothingAnswered });
        }
        if problems.is_empty() { Ok(Answers(answers)) } else { Err(problems) }
    }
}

from_json!(Form { slug, revision, language, title, opens, closes, feedback_due, base, endpoint, questions });

#[cfg(test)]
pub(crate) mod tests {
    use super::*;
    use crate::domain::question::{Kind, Text, text::TextLimits};

    /// A form with an optional text `a` and a required text `b`, both of at most 10 characters.
    pub(crate) fn form() -> Form {
        let text = |id: &str, required| Question {
            id: Id::try_from(id).unwrap(),
            title: id.to_uppercase(),
            help: None,
            required,
            kind: Kind::Text(Text { limits: TextLimits { max_chars: 10 } }),
        };
        Form {
            slug: Id::try_from("dorp").unwrap(),
            revision: 1,
            language: Language::Nl,
            title: "Dorp".into(),
            opens: Day::new(2026, 1, 1).unwrap(),
            closes: Day::new(2026, 12, 31).unwrap(),
            feedback_due: Day::new(2027, 2, 1).unwrap(),
            base: "/".into(),
            endpoint: crate::domain::endpoint::Endpoint::Collector { url: "/api/reactions".into() }.into(),
            questions: vec![text("a", false), text("b", true)],
        }
    }

    #[test]
    fn every_problem_is_named_in_the_order_of_the_questions() {
        let mut draft = Draft::default();
        draft.set("q.a", "far too long");
        let problems = form().answers(&draft).unwrap_err();
        let ids: Vec<_> = problems.iter().map(|p| p.question.as_ref().unwrap().as_str()).collect();
        assert_eq!(ids, ["a", "b"]);
        assert_eq!(problems[1].fault, Fault::Required);
    }

    #[test]
    fn nothing_at_all_is_a_problem_of_the_form() {
        let mut form = form();
        form.questions.iter_mut().for_each(|q| q.required = false);
        let mut draft = Draft::default();
        draft.set("q.a", "   ");
        assert_eq!(form.answers(&draft).unwrap_err(), [Problem { question: None, fault: Fault::NothingAnswered }]);
    }
}
