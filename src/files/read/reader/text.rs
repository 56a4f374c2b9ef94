//! Texts for people, and what they said.

use super::At;
use crate::{
    domain::{
        direction::turns,
        language::{Language, Localised},
        language_tag::LanguageTag,
    },
    files::read::finding::{Cause, Expected},
};

/// A text that is not empty.
pub fn as_text(at: At) -> Option<String> {
    let text = at.want(at.value.as_str(), Expected::Text)?.trim();
    if text.is_empty() { at.wrong(Cause::Empty) } else { Some(text.to_owned()) }
}

/// What somebody said, word for word: as it reads, so without what turns its direction.
pub fn as_quote(at: At) -> Option<String> {
    let text = as_text(at)?;
    if text.contains(turns) { at.wrong(Cause::Control) } else { Some(text) }
}

/// A text for people, in every language of the file.
pub fn as_localised(at: At) -> Option<Localised> {
    let text: Localised = at.want(serde_json::from_value(at.value.clone()).ok(), Expected::Localised)?;
    if let Localised::Each(texts) = &text {
        let odd = texts.keys().filter(|key| LanguageTag::try_from(key.as_str()).is_err());
        let odd = odd
            .map(|key| At { path: &format!("{}.{key}", at.path), ..at }.wrong(Cause::Expected(Expected::LanguageTag)));
        // All are gone through, so that every one is noted.
        if odd.collect::<Vec<Option<()>>>().contains(&None) {
            return None;
        }
    }
    let empty = match &text {
        Localised::Same(text) => text.trim().is_empty(),
        Localised::Each(texts) => texts.values().any(|text| text.trim().is_empty()),
    };
    if empty {
        return at.wrong(Cause::Empty);
    }
    // Such as the tab that "C:\temp" holds; a line end is one on purpose.
    let hidden = |text: &String| text.contains(|c: char| (c.is_control() && c != '\n' && c != '\r') || turns(c));
    let hides = match &text {
        Localised::Same(text) => hidden(text),
        Localised::Each(texts) => texts.values().any(hidden),
    };
    if hides {
        return at.wrong(Cause::Control);
    }
    let mut complete = true;
    for language in at.notes.languages.borrow().iter().filter(|language| !text.speaks(**language)) {
        complete = at.wrong(Cause::NoText(*language)).unwrap_or(false);
    }
    complete.then_some(text)
}

/// A text for people that fits on a line of at most `max` characters, in every language.
pub fn as_line(at: At, max: usize) -> Option<Localised> {
    let text = as_localised(at)?;
    let longest = Language::ALL.map(|language| text.get(language).chars().count()).into_iter().max().unwrap_or(0);
    if longest > max { at.wrong(Cause::TooLong { max, has: longest }) } else { Some(text) }
}
