//! What people decided differently without knowing of each other.

use super::{
    deed::{Deed, Key, Spot, Value},
    part::Part,
    passage::Passages,
};
use crate::domain::log::{Log, Rival, TextId};
use std::collections::BTreeMap;
use std::fmt;

/// Different things that were decided about one thing. The first holds until somebody who knows all of them decides again.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Conflict {
    /// What it is about.
    pub key: Key,
    /// What each decided, and about what: the whole of a reaction, or an answer in it.
    pub rivals: Vec<(Key, Rival<Value>)>,
}

impl fmt::Display for Key {
    /// The name under which a conflict stands in a file of decisions.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Key::Words(theme) => write!(f, "words/{theme}"),
            Key::Fate(theme) => write!(f, "theme/{theme}"),
            Key::Landings(theme) => write!(f, "landings/{theme}"),
            Key::Place(Part { reaction, question: None }) => write!(f, "place/{}", reaction.as_str()),
            Key::Place(Part { reaction, question: Some(question) }) => {
                write!(f, "place/{}/{question}", reaction.as_str())
            }
            Key::Quote(text) => write!(f, "quote/{text}"),
            Key::Holds(text) => write!(f, "holds/{text}"),
            Key::Withdrawn(reaction) => write!(f, "withdrawn/{}", reaction.as_str()),
            Key::Order => f.write_str("order"),
            Key::Learned => f.write_str("learned"),
            Key::NextSteps => f.write_str("next_steps"),
            Key::Note => f.write_str("note"),
            Key::Minimum => f.write_str("minimum"),
            Key::Example => f.write_str("example"),
            Key::Gathered => f.write_str("gathered"),
            Key::Accepted(gathering) => write!(f, "gathering/{gathering}"),
        }
    }
}

/// Every conflict that nobody settled yet.
///
/// The same words written by two are none, nor is what was gathered by two: the next who gathers says how many there are.
pub fn conflicts(log: &Log<Deed>, passages: &Passages) -> Vec<Conflict> {
    let differ = |rivals: &[Rival<Value>]| {
        let mut values = rivals.iter().map(|rival| &rival.value);
        values.next().is_some_and(|first| values.any(|value| !says_the_same(first, value, passages)))
    };
    let mut found: BTreeMap<Key, Vec<(Key, Rival<Value>)>> = BTreeMap::new();
    for (key, rivals) in log.conflicts().filter(|(key, rivals)| **key != Key::Gathered && differ(rivals)) {
        found.insert(key.clone(), rivals.into_iter().map(|rival| (key.clone(), rival)).collect());
    }
    for (whole, answers) in whole_and_answers(log) {
        let rivals = found.entry(whole.clone()).or_default();
        for key in std::iter::once(whole).filter(|_| rivals.is_empty()).chain(answers).collect::<Vec<_>>() {
            rivals.extend(log.rival(&key).map(|rival| (key.clone(), rival)));
        }
    }
    found.into_iter().map(|(key, rivals)| Conflict { key, rivals }).collect()
}

/// Reactions that somebody put somewhere as a whole, while another did so with answers in them.
fn whole_and_answers(log: &Log<Deed>) -> Vec<(Key, Vec<Key>)> {
    let mut found: Vec<(Key, Vec<Key>)> = Vec::new();
    let mut whole = None;
    for (key, value, by) in log.values() {
        let (Key::Place(part), Value::Place(Some(_))) = (key, value) else { continue };
        match (&part.question, whole) {
            (None, _) => whole = Some((part, key, by)),
            (Some(_), Some((of, of_whole, whole_by))) if of.reaction == part.reaction => {
                let apart = !log.is_before(by, whole_by) && !log.is_before(whole_by, by) && by != whole_by;
                match found.last_mut() {
                    _ if !apart => {}
                    Some((last, answers)) if last == of_whole => answers.push(key.clone()),
                    _ => found.push((of_whole.clone(), vec![key.clone()])),
                }
            }
            _ => {}
        }
    }
    found
}

/// Whether two decisions come to the same, whatever their texts are called.
fn says_the_same(one: &Value, other: &Value, passages: &Passages) -> bool {
    let same = |one: &TextId, other: &TextId| {
        one == other || passages.get(one).is_some_and(|said| passages.get(other) == Some(said))
    };
    match (one, other) {
        (Value::Words(title, summary), Value::Words(other, beside)) => same(title, other) && same(summary, beside),
        (Value::Texts(texts), Value::Texts(others)) => {
            texts.len() == others.len() && texts.iter().zip(others).all(|(one, other)| same(one, other))
        }
        (
            Value::Place(Some(Spot::SetAside { reason, note })),
            Value::Place(Some(Spot::SetAside { reason: other, note: beside })),
        ) => {
            reason == other
                && match (note, beside) {
                    (Some(note), Some(beside)) => same(note, beside),
                    (note, beside) => note == beside,
                }
        }
        _ => one == other,
    }
}
