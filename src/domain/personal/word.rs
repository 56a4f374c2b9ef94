//! A street with a house number, and names by which somebody is introduced.

use super::{
    PersonalKind::{self, Address, Name},
    token::{Made, Token},
};
use std::ops::Range;

/// What a street's name ends in, in small letters too.
const STREETS: [&str; 10] =
    ["straat", "laan", "plein", "singel", "gracht", "kade", "dreef", "steeg", "plantsoen", "weg"];
/// The same, in a name with a capital.
const NAMED_STREETS: [&str; 10] = ["dijk", "hof", "pad", "brink", "diep", "markt", "wal", "hoek", "kanaal", "erf"];
/// A street by itself: "Brink 1".
const WHOLE: [&str; 9] = ["brink", "markt", "dijk", "kade", "singel", "gracht", "plein", "hof", "dam"];
/// A street with a word before it: "Lange Wijk 14".
const SECOND: [&str; 12] =
    ["wijk", "es", "esch", "weg", "straat", "laan", "pad", "kamp", "ring", "veld", "vaart", "diep"];
/// Roads where nobody lives.
const ROADS: [&str; 14] = [
    "snelweg",
    "autoweg",
    "rijksweg",
    "provincialeweg",
    "spoorweg",
    "vaarweg",
    "waterweg",
    "onderweg",
    "terugweg",
    "heenweg",
    "uitweg",
    "omweg",
    "fietspad",
    "voetpad",
];
/// What makes a number something else than a house's.
const COUNTED: [&str; 30] = [
    "km",
    "kilometer",
    "meter",
    "m",
    "cm",
    "uur",
    "keer",
    "maal",
    "x",
    "jaar",
    "jaren",
    "dag",
    "dagen",
    "week",
    "weken",
    "maand",
    "maanden",
    "minuten",
    "euro",
    "procent",
    "mensen",
    "huizen",
    "woningen",
    "auto",
    "bomen",
    "bussen",
    "bus",
    "graden",
    "lantaarns",
    "times",
];
/// Whoever is named behind it.
const TITLES: [&str; 21] = [
    "mevrouw",
    "mevr",
    "mw",
    "meneer",
    "mijnheer",
    "dhr",
    "heer",
    "mr",
    "mrs",
    "ms",
    "familie",
    "fam",
    "dokter",
    "wethouder",
    "burgemeester",
    "dominee",
    "pastoor",
    "juf",
    "meester",
    "buurman",
    "buurvrouw",
];
/// The same, behind "mijn".
const MINE: [&str; 22] = [
    "man",
    "vrouw",
    "zoon",
    "dochter",
    "broer",
    "zus",
    "moeder",
    "vader",
    "vriend",
    "vriendin",
    "collega",
    "neef",
    "nicht",
    "opa",
    "oma",
    "oom",
    "tante",
    "kleinzoon",
    "kleindochter",
    "son",
    "husband",
    "wife",
];
/// What stands between a name and a surname.
const BETWEEN: [&str; 16] =
    ["de", "van", "der", "den", "het", "ten", "ter", "te", "in", "op", "la", "el", "al", "ben", "von", "t"];
/// What follows "mijn naam is" without being a name.
const NO_NAME: [&str; 22] = [
    "u", "je", "jou", "niet", "geen", "een", "de", "het", "haas", "van", "hier", "al", "ook", "bekend", "anoniem",
    "not", "a", "the", "iedereen", "jullie", "welkom", "nog",
];

fn ends_in(word: &str, ends: &[&str]) -> bool {
    ends.iter().any(|end| word.len() > end.len() + 1 && word.ends_with(end))
}

/// A street and a number, found at the number.
pub(super) fn address(tokens: &[Token], first: usize) -> Option<(PersonalKind, Range<usize>)> {
    let number = &tokens[first];
    if !number.is_digits(1..5) || number.text.starts_with('0') || number.is_year() {
        return None;
    }
    let next = |skip: usize| tokens.get(first + skip);
    let decimal = next(1).is_some_and(|token| token.is(".,%")) && next(2).is_some_and(|token| token.is_digits(1..9));
    let counted =
        next(1).is_some_and(|token| token.made == Made::Blank) && next(2).is_some_and(|token| token.among(&COUNTED));
    if decimal || counted || next(1).is_some_and(|token| token.is("%") || token.text.len() > 1 && token.is_letters()) {
        return None;
    }
    let mut before = tokens[..first].iter().rev().filter(|token| !token.is("."));
    let mut words = std::iter::from_fn(|| {
        let blank = before.next().filter(|token| token.made == Made::Blank && !token.text.contains('\n'));
        blank.and_then(|_| before.next()).filter(|token| token.is_letters())
    });
    let mut street = words.next()?;
    if street.among(&["nr", "nummer", "no"]) {
        street = words.next()?;
    }
    let (word, capital) = (street.small(), street.is_capital());
    let second = words.next().filter(|token| token.is_capital() && capital);
    let is_street = if ROADS.contains(&word.as_str()) {
        false
    } else if SECOND.contains(&word.as_str()) && second.is_some() {
        true
    } else if capital {
        WHOLE.contains(&word.as_str()) || ends_in(&word, &STREETS) || ends_in(&word, &NAMED_STREETS)
    } else {
        ends_in(&word, &STREETS) && word.len() > 6
    };
    let letter = next(1).filter(|token| token.is_letters()).map_or(number.end(), Token::end);
    is_street.then_some((Address, street.at..letter))
}

/// Somebody who is introduced, found at the words that do so.
pub(super) fn name(tokens: &[Token], first: usize) -> Option<(PersonalKind, Range<usize>)> {
    let word = tokens.get(first).filter(|token| token.is_letters())?.small();
    let before = |skip: usize| first.checked_sub(skip).map(|at| &tokens[at]);
    let after =
        |words: &[&str]| before(1).is_some_and(|t| t.made == Made::Blank) && before(2).is_some_and(|t| t.among(words));
    let start = |skip: usize| before(skip).map_or(tokens[first].at, |token| token.at);
    let end_of = |least: usize| whole_name(tokens, first + 1).filter(|(count, _)| *count >= least).map(|(_, end)| end);
    let (at, end) = match word.as_str() {
        title if TITLES.contains(&title) => (start(0), end_of(1)?),
        mine if MINE.contains(&mine) && after(&["mijn", "n", "onze", "my", "our"]) => (start(2), end_of(1)?),
        "ben" if after(&["ik"]) => (start(2), end_of(1).filter(|_| is_called(tokens, first))?),
        "am" if after(&["i"]) => (start(2), end_of(2)?),
        "heet" if after(&["ik"]) => (start(2), end_of(1).or_else(|| any_word(tokens, first + 1))?),
        "is" if after(&["naam", "name"]) => (start(2), end_of(1).or_else(|| any_word(tokens, first + 1))?),
        "groet" | "groeten" | "groetjes" | "mvg" | "gr" | "regards" => (start(0), end_of(1)?),
        _ => return None,
    };
    Some((Name, at..end))
}

/// A name that begins behind a token: how many words with a capital it has, and where it ends.
fn whole_name(tokens: &[Token], from: usize) -> Option<(usize, usize)> {
    let (mut count, mut end, mut gap) = (0, 0, 0);
    for (n, token) in tokens.get(from..)?.iter().enumerate() {
        let initial = token.shouts() && tokens.get(from + n + 1).is_some_and(|next| next.is("."));
        match token.made {
            Made::Blank => gap += 1,
            // After a title or a greeting; inside a name only behind a letter.
            Made::Mark if token.is(".,:'’-") && (count == 0 || !token.is(",:")) => gap += 1,
            Made::Letters if gap > 3 => break,
            Made::Letters if token.among(&BETWEEN) => gap = 0,
            Made::Letters if token.is_capital() && (initial || token.text.chars().count() > 1) => {
                // A full stop ends a sentence, unless what stands before it is a letter or a title.
                let stopped =
                    count > 0 && from + n > 1 && tokens[from + n - 2].is(".") && tokens[from + n - 3].text.len() > 1;
                if stopped {
                    break;
                }
                (count, end, gap) = (count + 1, token.end(), 0);
            }
            _ => break,
        }
    }
    (count > 0).then_some((count, end))
}

/// A word with small letters that may be a name: "mijn naam is jan".
fn any_word(tokens: &[Token], from: usize) -> Option<usize> {
    let word = tokens.get(from + 1).filter(|token| token.is_letters() && !token.among(&NO_NAME))?;
    (tokens[from].made == Made::Blank).then(|| word.end())
}

/// Whether "ik ben" says who somebody is, and not from where ("ik ben Drent") or on the way ("ik ben van Emmen naar …").
fn is_called(tokens: &[Token], ben: usize) -> bool {
    const PEOPLES: [&str; 12] = [
        "drent",
        "fries",
        "friezin",
        "tukker",
        "belg",
        "brabander",
        "zeeuw",
        "hollander",
        "duitser",
        "turk",
        "syriër",
        "pool",
    ];
    let Some(word) = tokens.get(ben + 2).filter(|word| word.is_capital()).map(Token::small) else { return false };
    let of_a_place = ["aar", "lander", "inger", "se", "burger"].iter().any(|end| word.ends_with(end));
    !of_a_place && !PEOPLES.contains(&word.as_str())
}
