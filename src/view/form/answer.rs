//! Answers in words, to keep; and on the check page and with the receipt.

use crate::{
    domain::{
        draft::Draft,
        form::Form,
        id::Id,
        language::Language,
        question::{Kind, Opt, Question},
        value::{Choice, Place, Value},
    },
    texts::form as t,
};
use leptos::prelude::*;

/// What is answered to each question and, last, to whether one may be quoted: its title, under it the lines of the answer, and
/// an empty line before the next. A question that is skipped has its title alone.
pub fn words(form: &Form, draft: &Draft) -> String {
    let mut all = String::new();
    for question in &form.questions {
        all += &question.title;
        if let Ok(Some(value)) = question.answer(draft.of(&question.id)) {
            for line in answer_text(form.language, question, &value) {
                // An empty line of somebody's own would end their answer.
                if !line.trim().is_empty() {
                    all += "\n";
                    all += &line;
                }
            }
        }
        all += "\n\n";
    }
    let consent = if draft.quote_consent() { t::consent_yes } else { t::consent_no };
    all + t::consent_title(form.language) + "\n" + consent(form.language)
}

/// The id of the button that leads to a question from the check page, and back again.
pub fn change_id(at: usize) -> String {
    ["change-", &at.to_string()].concat()
}

/// Such words on a page. With `change`, which gets the number of a question, all questions are there; else those with an
/// answer.
pub fn words_view(language: Language, words: &str, change: Option<Callback<usize>>) -> impl IntoView + use<> {
    let row = |(at, block): (usize, &str)| {
        let mut lines = block.split('\n').map(str::to_owned);
        let title = lines.next().unwrap_or_default();
        let mut lines: Vec<_> = lines.collect();
        if lines.is_empty() {
            change?;
            lines.push(t::skipped(language).to_owned());
        }
        let button = change.map(|change| {
            let title = title.clone();
            view! {
                <dd class="answers__change">
                    <button type="button" class="button button--link" id=change_id(at) on:click=move |_| change.run(at)>
                        {t::change(language)}
                        <span class="visually-hidden">" "{title}</span>
                    </button>
                </dd>
            }
        });
        let lines: Vec<_> = lines.into_iter().map(|line| view! { <p dir="auto">{line}</p> }).collect();
        Some(view! {
            <div class="answers__row">
                <dt class="answers__question">{title}</dt>
                <dd class="answers__value">{lines}</dd>
                {button}
            </div>
        })
    };
    let rows: Vec<_> = words.split("\n\n").enumerate().filter_map(row).collect();
    view! { <dl class="answers">{rows}</dl> }
}

/// An answer as lines of text.
fn answer_text(language: Language, question: &Question<String>, value: &Value) -> Vec<String> {
    let options: &[Opt<String>] = match &question.kind {
        Kind::Single(kind) => &kind.0.options,
        Kind::Multiple(kind) => &kind.choices.options,
        Kind::Ranking(kind) => &kind.options,
        _ => &[],
    };
    let label = |id: &Id| options.iter().find(|o| o.id == *id).map(|o| o.label.clone()).unwrap_or_default();
    let choice = |choice: &Choice| match choice {
        Choice::Option(id) => label(id),
        Choice::Other(text) => [t::other(language), ": ", text].concat(),
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
        Value::Ranking(ids) => {
            ids.iter().enumerate().map(|(at, id)| [&(at + 1).to_string(), ". ", &label(id)].concat()).collect()
        }
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::form::tests::form;

    #[test]
    fn words_are_read_question_by_question_whatever_was_typed() {
        let mut draft = Draft::default();
        draft.set("q.b", "een\n\ntwee");
        let (form, language) = (form(), Language::Nl);
        let words = words(&form, &draft);
        assert_eq!(words, "A\n\nB\neen\ntwee\n\nMag de provincie een stukje aanhalen?\nNee");
        let shown = |change| Owner::new().with(|| words_view(language, &words, change).to_html());
        let (read, checked) = (shown(None), shown(Some(Callback::new(|_| {}))));
        let rows = |html: &str| html.matches("answers__row").count();
        assert_eq!((rows(&read), rows(&checked)), (2, 3), "only who checks sees what was skipped");
        assert!(checked.contains("Niet ingevuld") && !read.contains("Niet ingevuld"));
    }
}
