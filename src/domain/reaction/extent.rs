//! How large the envelope of a reaction can become: what a form can hold must fit in what can be sent.

use crate::domain::{
    consultation::Consultation,
    question::{Choices, Kind, choice::OTHER_MAX, place::NAME_MAX},
};

/// The most bytes of a character that somebody can type, in JSON too.
const CHARACTER: usize = 4;
/// More than the envelope has around its answers, whatever a later version adds to it.
const AROUND: usize = 1024;
/// More than an answer has around what is in it: names of fields, marks and commas.
const FRAME: usize = 64;

/// The most bytes of an envelope with an answer to everything, each as long as it may be.
pub fn most(consultation: &Consultation) -> usize {
    let answers =
        consultation.questions.iter().map(|question| FRAME + question.id.as_str().len() + answer(&question.kind));
    AROUND + answers.sum::<usize>()
}

fn answer<T>(kind: &Kind<T>) -> usize {
    match kind {
        Kind::Story(story) => story.limits.max_chars * CHARACTER,
        Kind::Text(text) => text.limits.max_chars * CHARACTER,
        Kind::Single(single) => choices(&single.0),
        Kind::Multiple(multiple) => choices(&multiple.choices),
        Kind::Scale(_) => 0,
        Kind::Ranking(ranking) => ranking.options.iter().map(|option| option.id.as_str().len() + 3).sum(),
        Kind::Dilemma(dilemma) => dilemma.limits.max_chars * CHARACTER,
        Kind::Place(place) => {
            let longest = place.municipalities.iter().map(|municipality| municipality.name.len()).max();
            longest.unwrap_or(0) + NAME_MAX * CHARACTER
        }
    }
}

/// Every option, with the text beside "something else".
fn choices<T>(choices: &Choices<T>) -> usize {
    let options: usize = choices.options.iter().map(|option| option.id.as_str().len() + 3).sum();
    options + if choices.other { OTHER_MAX * CHARACTER + FRAME } else { 0 }
}
