//! Common words, written for this project, and long words that are made of them. It does not say how often a word is used:
//! what is long, not in it and not made of what is in it is only likely to be rare.

use super::letters::{bare, is_vowel};

/// A word a line, in order of its bytes.
const COMMON: &str = include_str!("common.txt");

/// What words of the list end with in another form, or where another word follows.
const ENDS: [&str; 15] =
    ["", "s", "en", "e", "n", "'s", "je", "jes", "heid", "heden", "lijk", "lijke", "er", "ers", "er's"];
const LINKS: [&str; 5] = ["", "s", "en", "e", "n"];

/// What a word may begin with and be as well known.
const BEGINS: [&str; 4] = ["on", "her", "mede", "hoofd"];

/// No part of a compound is shorter, as nearly everything can be made of two letters.
const SHORTEST: usize = 3;
/// Nobody reads such a word anyway, and the time to split grows with the square of it.
const LONGEST: usize = 60;

/// Whether it is a common word in some form.
pub(super) fn is_common(small: &str) -> bool {
    let word = bare(small);
    is_form(&word) || BEGINS.iter().filter_map(|begin| word.strip_prefix(begin)).any(is_form)
}

/// How many common words a compound is made of at least, if it is made of nothing else.
pub(super) fn parts(small: &str) -> Option<usize> {
    small.split('-').map(of_part).sum()
}

fn of_part(part: &str) -> Option<usize> {
    let word = bare(part);
    if !word.is_ascii() || word.len() > LONGEST {
        return None;
    }
    // At each letter: how many words come to it at least.
    let mut fewest = vec![None; word.len() + 1];
    fewest[0] = Some(0usize);
    for start in 0..word.len() {
        let Some(before) = fewest[start] else { continue };
        for end in start + SHORTEST..=word.len() {
            let piece = &word[start..end];
            let known = if end == word.len() { is_form(piece) } else { is_linked(piece) };
            if known && fewest[end].is_none_or(|has| before + 1 < has) {
                fewest[end] = Some(before + 1);
            }
        }
    }
    fewest[word.len()]
}

/// Whether a word of the list stands there, with what links it to the next.
fn is_linked(piece: &str) -> bool {
    LINKS.iter().filter_map(|link| piece.strip_suffix(link)).any(|word| word.len() >= SHORTEST && is_listed(word))
}

/// Whether it is a form of a word of the list.
fn is_form(word: &str) -> bool {
    ENDS.iter().filter_map(|end| word.strip_suffix(end)).any(|stem| stem.len() >= SHORTEST && is_stem(stem))
}

/// Whether a word of the list is spelt so before an end: huiz-en, tak-en, buss-en.
fn is_stem(stem: &str) -> bool {
    if is_listed(stem) {
        return true;
    }
    let Some((&last, rest)) = stem.as_bytes().split_last() else { return false };
    let Some(&before) = rest.last() else { return false };
    let begin = &stem[..rest.len()];
    match last {
        b'z' => is_listed(&[begin, "s"].concat()) || is_long(begin, "s"),
        b'v' => is_listed(&[begin, "f"].concat()) || is_long(begin, "f"),
        _ if last == before => is_listed(begin),
        _ => is_long(begin, &stem[rest.len()..]),
    }
}

/// Whether it stands in the list with its vowel written twice.
fn is_long(begin: &str, last: &str) -> bool {
    let vowel = begin.chars().next_back().filter(|c| is_vowel(*c) && *c != 'i');
    vowel.is_some_and(|vowel| is_listed(&[begin, vowel.encode_utf8(&mut [0; 4]), last].concat()))
}

/// Whether it is a line of the list, found by halving it.
fn is_listed(word: &str) -> bool {
    let (mut from, mut to) = (0, COMMON.len());
    while from < to {
        let middle = from + (to - from) / 2;
        let start = COMMON[..middle].rfind('\n').map_or(0, |end| end + 1);
        let end = COMMON[middle..].find('\n').map_or(COMMON.len(), |end| middle + end);
        match COMMON[start..end].cmp(word) {
            std::cmp::Ordering::Equal => return true,
            std::cmp::Ordering::Less => from = end + 1,
            std::cmp::Ordering::Greater => to = start,
        }
    }
    false
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_list_is_in_order_and_each_word_is_found() {
        let words: Vec<_> = COMMON.lines().collect();
        assert!(words.windows(2).all(|two| two[0] < two[1]));
        assert!(words.len() > 1000 && words.iter().all(|word| is_listed(word) && word.len() >= 2));
        assert!(!["", "aa", "zzz", "provinci", "\n"].iter().any(|word| is_listed(word)));
    }

    #[test]
    fn forms_of_common_words_are_common() {
        for word in
            ["huizen", "brieven", "taken", "bussen", "provincies", "onduidelijk", "verantwoordelijkheid", "ideeën"]
        {
            assert!(is_common(word), "{word}");
        }
        for word in ["beleidsvisie", "discrepantie", "bussenis"] {
            assert!(!is_common(word), "{word}");
        }
    }

    #[test]
    fn compounds_are_split_into_common_words() {
        for (word, count) in [
            ("gemeentehuis", 1),
            ("verkeersveiligheid", 2),
            ("woningbouwplannen", 2),
            ("buurtbusvrijwilligers", 3),
            ("zwembad-abonnement", 2),
            ("ov-kaart", 0),
            ("omgevingsvergunningaanvraag", 2),
            ("discrepantie", 0),
        ] {
            assert_eq!(parts(word).unwrap_or_default(), count, "{word}");
        }
    }
}
