//! An answer in words, for the check page.

use crate::{
    domain::{
        id::Id,
        language::Language,
        question::{Kind, Opt, Question},
        value::{Choice, Place, Value},
    },
    texts::form as t,
};

/// An answer as lines of text.
pub fn answer_text(language: Language, question: &Question<String>, value: &Value) -> Vec<String> {
    let options: &[Opt<String>] = match &question.kind {
        Kind::Single(kind) => &kind.0.options,
        Kind::Multiple(kind) => &kind.choices.options,
        Kind::Ranking(kind) => &kind.options,
        _ => &[],
    };
    let label = |id: &Id| options.iter().find(|o| o.id == *id).map(|o| o.label.clone()).unwrap_or_default();
    let choice = |choice: &Choice| match choice {
        Choice::Option(id) => label(id),
        Choice::Other(text) => format!("{}: {text}", t::other(language)),
    };
    match value {
        Value::Text(text) => text.lines().map(str::to_owned).collect(),
        Value::Choice(one) => vec![choice(one)],
        Value::Choices(several) => several.iter().map(choice).collect(),
        Value::Scale(step) => match &question.kind {
            Kind::Scale(kind) => vec![format!(
                "{step} ({} = {}, {} = {})",
                kind.limits.min, kind.labels.low, kind.limits.max, kind.labels.high
            )],
            _ => vec![step.to_string()],
        },
        Value::Ranking(ids) => ids.iter().map(label).collect(),
        Value::Dilemma { lean, reason } => {
            let lean = match &question.kind {
                Kind::Dilemma(kind) => {
                    t::lean(language, *lean, &kind.dilemma.sides[0].label, &kind.dilemma.sides[1].label)
                }
                _ => lean.to_string(),
            };
            std::iter::once(lean).chain(reason.lines().map(str::to_owned)).collect()
        }
        Value::Place(Place::In { municipality, village }) => {
            vec![match village {
                Some(village) => format!("{village} ({municipality})"),
                None => municipality.clone(),
            }]
        }
        Value::Place(Place::Elsewhere { other }) => vec![other.clone()],
    }
}
