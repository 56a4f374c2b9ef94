//! Abbreviations: which have a dot that ends no sentence, which a reader may not know, and which are explained.

use super::{
    letters::{is_capital, is_in, is_vowel},
    token::{Made, Token},
};
use std::{ops::Range, sync::OnceLock};

/// One a line, in order: the abbreviation, what its dot means (`.` more must follow, `~` a sentence may end with it, `#` it
/// is one only before a number; nothing for one without a dot), and after a tab its words, where a reader may miss them.
const SHORT: &str = include_str!("short.txt");

/// Known by everybody, or a name that nobody writes out.
const KNOWN: &str = " ns anwb nos npo kpn ing abn rtl tv pdf wc sms wifi usb cd dvd gps pc eu vn vs usa nl tno knmi cbs cda vvd pvv \
    pvda sp cu sgp bbb d66 btw id iban qr aow wk ek dj fm atm cv dna hiv gft bv nv navo fnv cnv mkb vmbo havo vwo mbo hbo ww \
    faq url app ict it led lpg ok ja nee bmw vw ikea hema digid ipad iphone covid ";

/// Measures and the like, which have no vowel either, and sounds.
const UNITS: &str = " km cm mm dm kg gr mg ml cl dl kw kwh mw mwh gw gwh gb mb kb tb hz khz mhz db st th nd pk kj kcal mm hm hmm brr \
    tja pff sst bzz grr ";

/// Abbreviations that are something else in small letters.
const CAPITALS: [&str; 10] = ["bag", "bbl", "boa", "gs", "mer", "pip", "ps", "res", "woo", "wro"];

/// With these ends a word is shortened: “zaaknr.”, “Dorpsstr.”.
const TAILS: [&str; 3] = ["ln", "nr", "str"];

/// What stands behind an abbreviation that is explained there: “RES staat voor …”.
const EXPLAINING: [&str; 3] = ["betekent", "staat", "heet"];

/// What a dot after a word means.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Dot {
    /// It is part of an abbreviation that never ends a sentence: more must follow.
    Inside,
    /// It is part of one that may end a sentence.
    Either,
    /// It is part of one if a number follows.
    BeforeNumber,
    /// It ends a sentence.
    Ends,
}

/// An abbreviation that readers may not know.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Short {
    /// Where, in bytes.
    pub at: Range<usize>,
    /// As it is known elsewhere in the text: in small letters.
    pub small: String,
    /// In words, if these are known.
    pub full: Option<&'static str>,
    /// Whether its words stand beside it.
    pub explained: bool,
}

/// What a dot after this word means.
pub(super) fn dot(small: &str) -> Dot {
    match listed(small).map(|(dot, _)| dot).find(|dot| *dot != Dot::Ends) {
        Some(dot) => dot,
        None if small.contains('.') || TAILS.iter().any(|tail| small.ends_with(tail)) => Dot::Inside,
        None => Dot::Ends,
    }
}

/// What the list has of a word: with each meaning of its dot, and its words.
fn listed(small: &str) -> impl Iterator<Item = (Dot, &'static str)> {
    static LIST: OnceLock<Vec<(&str, Dot, &str)>> = OnceLock::new();
    let list = LIST.get_or_init(|| SHORT.lines().filter_map(of_line).collect());
    let first = list.partition_point(|(word, ..)| *word < small);
    list[first..].iter().take_while(move |(word, ..)| *word == small).map(|(_, dot, words)| (*dot, *words))
}

fn of_line(line: &'static str) -> Option<(&'static str, Dot, &'static str)> {
    let (word, words) = line.split_once('\t')?;
    Some(match word.char_indices().next_back()? {
        (end, '.') => (&word[..end], Dot::Inside, words),
        (end, '~') => (&word[..end], Dot::Either, words),
        (end, '#') => (&word[..end], Dot::BeforeNumber, words),
        _ => (word, Dot::Ends, words),
    })
}

/// Whether it is a measure, or a sound.
pub(super) fn is_unit(small: &str) -> bool {
    is_in(UNITS, small)
}

/// Every abbreviation in a sentence that readers may not know, explained or not.
pub(super) fn find(sentence: &[Token]) -> Vec<Short> {
    // Where everything is in capitals, these say nothing.
    let shouts = sentence.iter().filter(|token| token.is_word()).all(|token| !has_small(token.text));
    let words = sentence.iter().enumerate().filter(|(_, token)| token.is_word());
    // The letters of a postcode are none: 4330 LA.
    let is_postcode = |at: usize| {
        let before = at.checked_sub(1).and_then(|before| sentence.get(before));
        before.is_some_and(|one| one.text.len() == 4 && one.text.bytes().all(|b| b.is_ascii_digit()))
            && sentence[at].text.len() == 2
            && sentence[at].text.bytes().all(|b| b.is_ascii_uppercase())
    };
    words
        .filter(|(at, _)| !is_postcode(*at))
        .filter_map(|(at, token)| {
            let after = sentence.get(at + 1).filter(|mark| !mark.spaced && mark.is(".") && mark.text.len() == 1);
            let (length, full) = match after {
                Some(mark) if let Some(full) = dotted(token, sentence.get(at + 2)) => {
                    (token.text.len() + mark.text.len(), full)
                }
                _ => undotted(token, shouts)?,
            };
            let end = at + 1 + usize::from(length > token.text.len());
            let explained = is_explained(sentence, at, end);
            let name = token.small.split(['-', '\'']).next().unwrap_or_default();
            Some(Short { at: token.at..token.at + length, small: name.to_owned(), full, explained })
        })
        .collect()
}

/// The words of an abbreviation with a dot behind it.
fn dotted(token: &Token, next: Option<&Token>) -> Option<Option<&'static str>> {
    // Where more follows in the sentence, the dot did not end it.
    let goes_on = next.is_some_and(|next| next.made != Made::Mark || next.is("€"));
    let is_so = |dot: Dot| matches!(dot, Dot::Inside | Dot::Either) || (dot == Dot::BeforeNumber && goes_on);
    match listed(&token.small).find(|(dot, _)| is_so(*dot)) {
        Some((_, words)) => (!words.is_empty()).then_some(Some(words)),
        // Initials are a name.
        None => (token.small.contains('.') && !token.text.starts_with(is_capital)).then_some(None),
    }
}

/// How long an abbreviation without a dot is, and its words.
fn undotted(token: &Token, shouts: bool) -> Option<(usize, Option<&'static str>)> {
    let name = token.text.split(['-', '’', '\'', '\u{2011}']).next().unwrap_or_default();
    let small = token.small.get(..name.len())?;
    let capitals = name.bytes().filter(u8::is_ascii_uppercase).count();
    // Most words: too long for one.
    if name.len() < 2
        || name.len() > 6
        || !name.bytes().all(|letter| letter.is_ascii_alphabetic() || b".&".contains(&letter))
    {
        return None;
    }
    let whole = capitals == name.len();
    let listed = listed(small).find(|(dot, _)| *dot == Dot::Ends || small.contains('.'));
    let takes = match listed {
        Some((_, words)) => !words.is_empty() && (whole || !CAPITALS.contains(&small)),
        None => {
            let spelt = (whole || (capitals >= 2 && name.len() <= 5)) && !shouts && !is_roman(small);
            let mute =
                name.len() <= 5 && capitals != 1 && !small.chars().any(|c| is_vowel(c) || c == 'y') && !is_unit(small);
            !name.contains('.') && (spelt || mute) && !is_in(KNOWN, small)
        }
    };
    takes.then_some((name.len(), listed.map(|(_, words)| words)))
}

/// Whether it stands in brackets behind its words, or has them behind it.
fn is_explained(sentence: &[Token], at: usize, end: usize) -> bool {
    let token = |at: usize| sentence.get(at);
    let in_brackets = at > 1
        && token(at - 1).is_some_and(|open| open.is("("))
        && token(at - 2).is_some_and(Token::is_word)
        && sentence[end.min(sentence.len())..].iter().take(4).any(|close| close.is(")"));
    let words_follow = token(end).is_some_and(|open| open.is("(")) && {
        let inside =
            sentence[end + 1..].iter().take(20).take_while(|token| !token.is(")")).filter(|token| token.is_word());
        let lengths: Vec<_> = inside.map(|word| word.small.len()).collect();
        lengths.len() > 1 || lengths.iter().any(|length| *length > 7)
    };
    let told = token(end).is_some_and(|word| EXPLAINING.contains(&word.small.as_str()))
        && sentence[end..].iter().take(3).any(|word| word.small == "voor" || word.small == "betekent");
    in_brackets || words_follow || told
}

fn has_small(text: &str) -> bool {
    text.chars().any(|c| c.is_alphabetic() && !is_capital(c))
}

fn is_roman(small: &str) -> bool {
    small.bytes().all(|letter| matches!(letter, b'i' | b'v' | b'x'))
}

#[cfg(test)]
mod tests {
    use super::{super::token::tokens, *};

    fn found(text: &str) -> Vec<(&str, Option<&'static str>, bool)> {
        find(&tokens(text)).into_iter().map(|short| (&text[short.at], short.full, short.explained)).collect()
    }

    #[test]
    fn the_list_is_in_order() {
        let words: Vec<_> = SHORT.lines().map(|line| of_line(line).unwrap().0).collect();
        assert!(words.is_sorted(), "{:?}", words.windows(2).find(|two| two[0] > two[1]));
        assert!(words.len() > 200);
    }

    #[test]
    fn an_abbreviation_is_found_with_its_words() {
        let text = "Dit is m.b.t. de bijl. van GS, bijv. nr. 3 uit de Wmo i.v.m. XYZ en het pgb.";
        let short: Vec<_> = found(text).into_iter().map(|(word, full, _)| (word, full.is_some())).collect();
        let expected = ["m.b.t.", "bijl.", "GS", "bijv.", "nr.", "Wmo", "i.v.m.", "XYZ", "pgb"];
        assert_eq!(short, expected.map(|word| (word, word != "XYZ")));
    }

    #[test]
    fn what_everybody_knows_is_none() {
        for text in [
            "De NS en de ANWB rijden 30 km over de A28 en de N34.",
            "Dhr. J.P. de Vries kijkt tv met wifi en DigiD.",
            "LEES DIT EERST",
            "Koning Willem III woont in de EU.",
            "Dat is lid 3 van de mer, pas op!",
        ] {
            let text = text.replace("Dhr.", "Meneer");
            assert_eq!(found(&text), [], "{text}");
        }
    }

    #[test]
    fn one_is_explained_by_what_stands_beside_it() {
        let explained = |text| found(text).iter().map(|(.., explained)| *explained).collect::<Vec<_>>();
        assert_eq!(explained("De Regionale Energiestrategie (RES) is er."), [true]);
        assert_eq!(explained("De RES (Regionale Energiestrategie) is er."), [true]);
        assert_eq!(explained("De RES staat voor Regionale Energiestrategie."), [true]);
        assert_eq!(explained("De RES (zie 3) staat in de wet."), [false]);
    }
}
