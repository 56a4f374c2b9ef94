//! Words of offices, with words that people use: a list that was written for this project.

use super::{form, token::Token};
use std::{ops::Range, sync::OnceLock};

/// One a line: what it is (`a` adjective, `n` noun, `v` verb, `t` a verb that counts if “te” follows, `-` just these
/// words), the word, and after `=` what says the same.
const JARGON: &str = include_str!("jargon.txt");

/// No words of the list are longer together.
const MOST_WORDS: usize = 5;

/// So far behind a verb its “te” may stand.
const TE: usize = 30;

/// A form of an entry.
struct Form {
    words: String,
    instead: &'static str,
    /// Whether it counts only if “te” follows.
    needs_te: bool,
}

/// A word of offices in a sentence.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Found {
    /// In which tokens.
    pub tokens: Range<usize>,
    /// What says the same.
    pub instead: &'static str,
}

/// Every form of every entry, in order, each once.
fn forms() -> &'static [Form] {
    static FORMS: OnceLock<Vec<Form>> = OnceLock::new();
    FORMS.get_or_init(|| {
        let mut forms: Vec<_> = JARGON.lines().filter_map(of_line).flatten().collect();
        forms.sort_unstable_by(|one, other| one.words.cmp(&other.words));
        forms.dedup_by(|one, other| one.words == other.words);
        forms
    })
}

fn of_line(line: &'static str) -> Option<impl Iterator<Item = Form>> {
    let (entry, instead) = line.split_once('=')?;
    let (kind, lemma) = entry.split_once(' ')?;
    let words = match kind {
        "a" => form::adjective(lemma),
        "n" => form::noun(lemma),
        "v" => form::verb(lemma),
        _ => lemma.split(';').map(str::to_owned).collect(),
    };
    Some(words.into_iter().map(move |words| Form { words, instead, needs_te: kind == "t" }))
}

/// The words of offices in a sentence, the longest at each place.
pub(super) fn find(sentence: &[Token]) -> Vec<Found> {
    let forms = forms();
    let mut found = Vec::new();
    let mut at = 0;
    while at < sentence.len() {
        match look(forms, sentence, at) {
            Some(hit) => {
                at = hit.tokens.end;
                found.push(hit);
            }
            None => at += 1,
        }
    }
    found
}

/// The longest entry that begins with this token.
fn look(forms: &[Form], sentence: &[Token], at: usize) -> Option<Found> {
    let first = sentence.get(at).filter(|token| token.is_word())?;
    let mut words = first.small.clone();
    let mut best = None;
    for end in at + 1..=sentence.len().min(at + MOST_WORDS) {
        let place = forms.partition_point(|form| form.words < words);
        let here = forms.get(place).filter(|form| form.words.starts_with(&words))?;
        if here.words == words && (!here.needs_te || sentence[end..].iter().take(TE).any(|token| token.small == "te")) {
            best = Some(Found { tokens: at..end, instead: here.instead });
        }
        let Some(next) = sentence.get(end).filter(|token| token.is_word()) else { break };
        words.push(' ');
        words.push_str(&next.small);
        if !forms
            .get(forms.partition_point(|form| form.words < words))
            .is_some_and(|form| form.words.starts_with(&words))
        {
            break;
        }
    }
    best
}

#[cfg(test)]
mod tests {
    use super::{
        super::token::{span, tokens},
        *,
    };

    fn found(text: &str) -> Vec<(String, &'static str)> {
        let tokens = tokens(text);
        find(&tokens).into_iter().map(|found| (text[span(&tokens, found.tokens)].to_owned(), found.instead)).collect()
    }

    #[test]
    fn the_list_is_long_in_order_and_every_word_has_another() {
        let lines: Vec<_> = JARGON.lines().collect();
        assert!(lines.len() >= 400, "{}", lines.len());
        assert!(lines.windows(2).all(|two| two[0] < two[1]), "{:?}", lines.windows(2).find(|two| two[0] >= two[1]));
        for line in lines {
            let (entry, instead) = line.split_once('=').unwrap();
            assert!(["a ", "n ", "v ", "t ", "- "].iter().any(|kind| entry.starts_with(kind)), "{line}");
            assert!(!instead.is_empty() && instead.trim() == instead && !entry.contains('_'), "{line}");
            let lemma = &entry[2..];
            assert!(lemma.split([' ', ';']).count() <= 12 && instead != lemma, "{line}");
        }
    }

    #[test]
    fn no_word_is_advised_that_is_on_the_list_itself() {
        for line in JARGON.lines() {
            let (entry, instead) = line.split_once('=').unwrap();
            assert_eq!(found(instead), [], "{entry}");
        }
    }

    #[test]
    fn words_are_found_in_their_forms_and_phrases_before_their_parts() {
        for (text, words) in [
            (
                "Wij faciliteerden dit, gefaciliteerd door stakeholders.",
                &["faciliteerden", "gefaciliteerd", "stakeholders"][..],
            ),
            ("Met betrekking tot de integrale aanpak.", &["Met betrekking tot", "integrale"]),
            ("U dient dit te betalen.", &["dient"]),
            ("Geld is ter beschikking gesteld.", &["ter beschikking gesteld"]),
        ] {
            assert_eq!(found(text).into_iter().map(|(word, _)| word).collect::<Vec<_>>(), words, "{text}");
        }
        assert_eq!(found("Dit geldt indien u komt."), [("indien".to_owned(), "als")]);
    }

    #[test]
    fn what_only_looks_like_it_is_none() {
        for text in
            ["De hond dient als hulp.", "Met betrekking op een stoel.", "Wij zijn bezig in de kerk.", "Op basis."]
        {
            assert_eq!(found(text), [], "{text}");
        }
    }
}
