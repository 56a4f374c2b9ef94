//! Codes of letters and digits: e-mail addresses, bank accounts, licence plates and postcodes.

use super::{
    PersonalKind::{self, Email, Iban, Plate, Postcode},
    token::{Made, Token},
};
use std::ops::Range;

/// Words and units of two letters: after four digits they are seldom the letters of a postcode.
const SHORT: &str = " ad af al an as at be bv by ca cc cm ct da de di do dr ed eh en er ex ga go ha he hm ho if ik in is ja je ka \
                     kg km kw la ma mb me mg mi ml mm mo mw my na ne no nr nu of om on op or pa pc pk pm re st ta te th to tv uk \
                     up ur us uw va vd vr vs wc we wo ze zo zn ";
/// Abbreviations that stand behind a year.
const AFTER_YEAR: &str = " bv ek eu ns nl nv ov tv vn vs wk ";
/// Words of three letters in dates and times.
const IN_DATES: &str = " jan feb mrt mar apr mei may jun jul aug sep okt oct nov dec uur min sec ";
/// The shapes of licence plates, sidecode 1 to 14: `X` is a letter, `9` a digit.
const PLATES: &str = " XX-99-99 99-99-XX 99-XX-99 XX-99-XX XX-XX-99 99-XX-XX 99-XXX-9 9-XXX-99 XX-999-X X-999-XX XXX-99-X \
                      X-99-XXX 9-XX-999 999-XX-9 ";
/// Countries with the length of their account numbers.
const COUNTRIES: [(&str, usize); 16] = [
    ("NL", 18),
    ("BE", 16),
    ("DE", 22),
    ("FR", 27),
    ("GB", 22),
    ("ES", 24),
    ("IT", 27),
    ("AT", 20),
    ("LU", 20),
    ("PL", 28),
    ("PT", 25),
    ("CH", 21),
    ("DK", 18),
    ("SE", 24),
    ("IE", 22),
    ("TR", 26),
];

fn listed(list: &str, word: &str) -> bool {
    list.split(' ').any(|one| one == word)
}

/// An e-mail address around an `@`.
pub(super) fn email(tokens: &[Token], first: usize) -> Option<(PersonalKind, Range<usize>)> {
    if !tokens[first].is("@") {
        return None;
    }
    let part = |token: &Token, marks: &str| matches!(token.made, Made::Letters | Made::Digits) || token.is(marks);
    let before = tokens[..first].iter().rev().take_while(|token| part(token, "._%+-")).last()?;
    let host: Vec<_> = tokens[first + 1..].iter().take_while(|token| part(token, ".-")).collect();
    // What ends a sentence does not belong to it.
    let end = host.iter().rposition(|token| token.made != Made::Mark)?;
    let dot = host[..end].iter().rposition(|token| token.is("."))?;
    (dot > 0 && host[end].end() - host[dot].end() > 1).then(|| (Email, before.at..host[end].end()))
}

/// A bank account number that begins at a token.
pub(super) fn iban(tokens: &[Token], first: usize) -> Option<(PersonalKind, Range<usize>)> {
    let country = tokens[first].text.to_ascii_uppercase();
    let (_, length) = COUNTRIES.iter().find(|(code, _)| *code == country)?;
    if first > 0 && matches!(tokens[first - 1].made, Made::Letters | Made::Digits) {
        return None;
    }
    let mut code = String::new();
    let mut joined = true;
    for token in &tokens[first..] {
        match token.made {
            Made::Letters | Made::Digits if token.text.is_ascii() => code.push_str(&token.text.to_ascii_uppercase()),
            Made::Blank | Made::Mark if joined && (token.text.trim().is_empty() || token.is(".-–‑")) => {}
            _ => return None,
        }
        joined = matches!(token.made, Made::Letters | Made::Digits);
        if code.len() >= *length {
            let right = if country == "NL" { is_dutch(&code) } else { is_iban(&code) };
            return (code.len() == *length && right).then(|| (Iban, tokens[first].at..token.end()));
        }
    }
    None
}

/// Four letters of a bank and ten digits. So much shape is proof enough: a number with a typing error is one too.
fn is_dutch(code: &str) -> bool {
    code.bytes()
        .enumerate()
        .all(|(at, b)| if (4..8).contains(&at) || at < 2 { b.is_ascii_uppercase() } else { b.is_ascii_digit() })
}

/// ISO 13616: the four first characters behind the others, letters as numbers from 10, modulo 97 is 1.
fn is_iban(code: &str) -> bool {
    let digits = code.bytes().filter(u8::is_ascii_digit).count();
    let rest = code.chars().skip(4).chain(code.chars().take(4)).filter_map(|c| c.to_digit(36));
    digits * 3 >= code.len() * 2
        && rest.fold(0, |rest, digit| (rest * if digit > 9 { 100 } else { 10 } + digit) % 97) == 1
}

/// A licence plate that begins at a token: with hyphens, in one piece, or in capitals with spaces.
pub(super) fn plate(tokens: &[Token], first: usize) -> Option<(PersonalKind, Range<usize>)> {
    let part = |at: usize| {
        tokens.get(at).filter(|token| matches!(token.made, Made::Letters | Made::Digits) && token.text.is_ascii())
    };
    part(first)?;
    let joint = tokens.get(first + 1)?;
    let apart = part(first + 1).is_none();
    let hyphen = joint.is("-–‑");
    if apart && !hyphen && joint.text != " " && joint.text != "\u{a0}" {
        return None;
    }
    let step = if apart { 2 } else { 1 };
    let parts = [part(first)?, part(first + step)?, part(first + 2 * step)?];
    if apart && tokens[first + 3].text != joint.text {
        return None;
    }
    let letter = |c: char| if c.is_ascii_digit() { '9' } else { 'X' };
    let mut shape = String::new();
    for part in parts {
        if !shape.is_empty() {
            shape.push('-');
        }
        shape.extend(part.text.chars().map(letter));
    }
    let words = parts.into_iter().filter(|part| part.is_letters());
    let plain = |part: &Token| {
        let small = part.small();
        let dates = listed(IN_DATES, &small);
        dates || (listed(SHORT, &small) && (!hyphen || !part.shouts())) || (apart && !hyphen && !part.shouts())
    };
    let loose = |at: Option<&Token>| at.is_none_or(|token| !matches!(token.made, Made::Letters | Made::Digits));
    let last = first + 2 * step;
    let tied = |mark: Option<usize>, far: Option<usize>| {
        let at = |at: Option<usize>| at.and_then(|at| tokens.get(at));
        !loose(at(mark)) || (at(mark).is_some_and(|token| token.is("-–‑")) && !loose(at(far)))
    };
    let whole = !tied(first.checked_sub(1), first.checked_sub(2)) && !tied(Some(last + 1), Some(last + 2));
    let known = listed(PLATES, &shape);
    (known && whole && !words.into_iter().any(plain)).then(|| (Plate, tokens[first].at..tokens[last].end()))
}

/// A postcode that begins at a token: "9401 AB", "9401ab", "9401 Ab 12".
pub(super) fn postcode(tokens: &[Token], first: usize) -> Option<(PersonalKind, Range<usize>)> {
    let number = tokens.get(first).filter(|token| token.is_digits(4..5) && !token.text.starts_with('0'))?;
    if tokens[first.saturating_sub(2)..first].iter().any(|token| token.is("€")) {
        return None;
    }
    let spaced = tokens.get(first + 1)?.text.trim_matches([' ', '\u{a0}']).is_empty();
    let at = first + 1 + usize::from(spaced);
    let word = tokens.get(at).filter(|token| token.is_letters())?;
    let pair = word.text.get(..2).filter(|pair| pair.bytes().all(|b| b.is_ascii_alphabetic()))?;
    let small = pair.to_ascii_lowercase();
    let capitals = pair.bytes().all(|b| b.is_ascii_uppercase());
    // A town may stand right behind it: "9401ABAssen".
    let mut more = word.text.chars().skip(2);
    let town = more.next().is_none_or(|c| capitals && c.is_uppercase() && more.next().is_some_and(char::is_lowercase));
    let next = |skip: usize| tokens.get(at + skip);
    let house = next(1).is_some_and(|token| token.is_digits(1..6))
        || (next(1).is_some_and(|token| token.made == Made::Blank)
            && next(2).is_some_and(|token| token.is_digits(1..6)));
    let shouting = tokens[..first]
        .iter()
        .rev()
        .find(|token| token.is_letters())
        .is_some_and(|word| word.text.len() > 1 && word.shouts())
        || tokens[at + 1..]
            .iter()
            .find(|token| token.is_letters())
            .is_some_and(|word| word.text.len() > 1 && word.shouts());
    let common = listed(SHORT, &small);
    let fits = match (capitals, spaced) {
        (true, _) if house => true,
        (true, _) => {
            let unit = ["km", "kg", "kw", "mw", "pk", "mm", "cm"].contains(&small.as_str());
            !(common && (shouting || unit || number.is_year())) && !(number.is_year() && listed(AFTER_YEAR, &small))
        }
        (false, _) => !common,
    };
    (town && fits).then(|| (Postcode, number.at..word.at + 2))
}
