//! Signs of personal data in a text: e-mail, telephone, postcode, IBAN, citizen service number (BSN).
//!
//! A sign is a reason to look, not a proof; and a text without signs may still tell who somebody is. So a person marks a
//! quote as free of personal data as well.

use std::ops::Range;

/// What it looks like.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PersonalKind {
    /// An e-mail address.
    Email,
    /// A Dutch telephone number.
    Phone,
    /// A Dutch postcode; with a house number it is one front door, in a village often without.
    Postcode,
    /// A bank account number whose check digits are right.
    Iban,
    /// Nine digits that pass the test for a citizen service number.
    Bsn,
}

/// Something that looks like personal data.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Personal {
    /// What it looks like.
    pub kind: PersonalKind,
    /// Where, in bytes.
    pub at: Range<usize>,
}

/// Every sign in a text, in order; none overlaps another.
pub fn find(text: &str) -> Vec<Personal> {
    let mut found = emails(text);
    for more in [ibans(text), numbers(text), postcodes(text)] {
        let apart =
            |one: &Personal| !found.iter().any(|other| one.at.start < other.at.end && other.at.start < one.at.end);
        let more: Vec<_> = more.into_iter().filter(apart).collect();
        found.extend(more);
    }
    found.sort_by_key(|one| one.at.start);
    found
}

fn emails(text: &str) -> Vec<Personal> {
    let local = |c: char| c.is_alphanumeric() || "._%+-".contains(c);
    let domain = |c: char| c.is_alphanumeric() || ".-".contains(c);
    let one = |(at, _): (usize, &str)| {
        let before = &text[..at];
        let start = before.len() - before.chars().rev().take_while(|c| local(*c)).map(char::len_utf8).sum::<usize>();
        let after = &text[at + 1..];
        let length: usize = after.chars().take_while(|c| domain(*c)).map(char::len_utf8).sum();
        let host = after[..length].trim_end_matches(['.', '-']);
        let dotted = host.rsplit_once('.').is_some_and(|(name, end)| !name.is_empty() && end.chars().count() > 1);
        (start < at && dotted).then(|| Personal { kind: PersonalKind::Email, at: start..at + 1 + host.len() })
    };
    text.match_indices('@').filter_map(one).collect()
}

/// A group of digits and where it stands.
fn groups(text: &str) -> Vec<Range<usize>> {
    let mut groups: Vec<Range<usize>> = Vec::new();
    for (at, _) in text.bytes().enumerate().filter(|(_, byte)| byte.is_ascii_digit()) {
        match groups.last_mut() {
            Some(last) if last.end == at => last.end += 1,
            _ => groups.push(at..at + 1),
        }
    }
    groups
}

/// Telephone and citizen service numbers, also with spaces, hyphens, dots or brackets between their groups.
fn numbers(text: &str) -> Vec<Personal> {
    let groups = groups(text);
    let mut found: Vec<Personal> = Vec::new();
    let mut first = 0;
    while first < groups.len() {
        let start = groups[first].start;
        let plus = text[..start].ends_with('+');
        let mut digits = String::new();
        let mut hit = None;
        for (last, group) in groups.iter().enumerate().skip(first).take(6) {
            let between = if last > first { &text[groups[last - 1].end..group.start] } else { "" };
            if between.chars().count() > 3 || !between.chars().all(|c| " -./()\u{a0}".contains(c)) {
                break;
            }
            digits.push_str(&text[group.clone()]);
            if let Some(kind) = number(&digits, plus, last == first) {
                hit = Some((last, Personal { kind, at: start - usize::from(plus)..group.end }));
            }
        }
        first = match hit {
            Some((last, personal)) => {
                found.push(personal);
                last + 1
            }
            None => first + 1,
        };
    }
    found
}

/// What a row of digits is; `whole` when nothing stands between them.
fn number(digits: &str, plus: bool, whole: bool) -> Option<PersonalKind> {
    let abroad = digits.strip_prefix("0031").or(digits.strip_prefix("31").filter(|_| plus));
    let national = abroad.map(|rest| rest.strip_prefix('0').unwrap_or(rest));
    let home = digits.strip_prefix('0').filter(|rest| !plus && !rest.starts_with('0'));
    if national.or(home).is_some_and(|rest| rest.len() == 9) {
        return Some(PersonalKind::Phone);
    }
    (whole && !plus && is_bsn(digits)).then_some(PersonalKind::Bsn)
}

/// The eleven test: 9·a + 8·b + … + 2·h − i is divisible by 11.
fn is_bsn(digits: &str) -> bool {
    let weights = [9, 8, 7, 6, 5, 4, 3, 2, -1];
    let sum: i32 = digits.bytes().zip(weights).map(|(digit, weight)| i32::from(digit - b'0') * weight).sum();
    digits.len() == 9 && sum != 0 && sum % 11 == 0
}

/// Four digits and two capitals, or two small letters right behind the digits: "9401 AB", "9401ab". Small letters after
/// a space are more often a year and a word.
fn postcodes(text: &str) -> Vec<Personal> {
    let one = |group: Range<usize>| {
        let rest = &text[group.end..];
        let spaced = rest.starts_with([' ', '\u{a0}']);
        let letters = rest.trim_start_matches([' ', '\u{a0}']);
        let mut two = letters.chars();
        let pair = [two.next()?, two.next()?];
        let capitals = pair.iter().all(char::is_ascii_uppercase);
        let small = !spaced && pair.iter().all(char::is_ascii_lowercase);
        let ends = !two.next().is_some_and(char::is_alphanumeric);
        let fits = group.len() == 4 && !text[group.clone()].starts_with('0') && (capitals || small) && ends;
        let end = group.end + (rest.len() - letters.len()) + 2;
        fits.then_some(Personal { kind: PersonalKind::Postcode, at: group.start..end })
    };
    groups(text).into_iter().filter_map(one).collect()
}

/// Two letters, two digits and 11 to 30 more characters, perhaps with spaces, of which the check digits are right.
fn ibans(text: &str) -> Vec<Personal> {
    let mut found: Vec<Personal> = Vec::new();
    for (start, _) in text.char_indices() {
        let fresh = !text[..start].ends_with(|c: char| c.is_ascii_alphanumeric());
        if !fresh || found.last().is_some_and(|last| start < last.at.end) {
            continue;
        }
        let mut code = String::new();
        let mut end = None;
        for (at, c) in text[start..].char_indices().take(45) {
            match c {
                ' ' if code.len() >= 4 => continue,
                c if c.is_ascii_alphanumeric() && code.len() < 34 => code.push(c.to_ascii_uppercase()),
                _ => break,
            }
            if code.len() >= 15 && is_iban(&code) {
                end = Some(start + at + 1);
            }
        }
        found.extend(end.map(|end| Personal { kind: PersonalKind::Iban, at: start..end }));
    }
    found
}

/// ISO 13616: the four first characters behind the others, letters as numbers from 10, modulo 97 is 1.
fn is_iban(code: &str) -> bool {
    let shape = code.bytes().enumerate().all(|(at, b)| match at {
        0 | 1 => b.is_ascii_uppercase(),
        2 | 3 => b.is_ascii_digit(),
        _ => b.is_ascii_alphanumeric(),
    });
    let rest = code[4..].chars().chain(code[..4].chars()).filter_map(|c| c.to_digit(36));
    shape && rest.fold(0, |rest, digit| (rest * if digit > 9 { 100 } else { 10 } + digit) % 97) == 1
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn found(text: &str) -> Vec<(PersonalKind, &str)> {
        find(text).into_iter().map(|one| (one.kind, &text[one.at])).collect()
    }

    #[test]
    fn what_tells_who_somebody_is_is_found() {
        use PersonalKind::*;
        for (text, kind, part) in [
            ("Bel mij op 06-12345678.", Phone, "06-12345678"),
            ("Bel 06 12 34 56 78 na zes uur", Phone, "06 12 34 56 78"),
            ("+31 6 1234 5678 is van mij", Phone, "+31 6 1234 5678"),
            ("tel. (0592) 12 34 56", Phone, "0592) 12 34 56"),
            ("mail naar jan.de-boer@example.nl.", Email, "jan.de-boer@example.nl"),
            ("Dorpsstraat 12, 9401 AB Assen", Postcode, "9401 AB"),
            ("ik woon op 9401ab 12", Postcode, "9401ab"),
            ("stort op NL91 ABNA 0417 1643 00 graag", Iban, "NL91 ABNA 0417 1643 00"),
            ("mijn bsn is 111222333", Bsn, "111222333"),
        ] {
            assert_eq!(found(text), [(kind, part)], "{text}");
        }
    }

    #[test]
    fn ordinary_numbers_and_words_are_left_alone() {
        for text in [
            "In 2026 is er om 10.30 uur koffie, en in 2027 en 2028 ook.",
            "De N34 en de A28, 80 km per uur, 1.250 fietsers op 12-10-2026.",
            "Lijn 21 gaat 4 keer per dag; 100000000 euro is veel @ de provincie.",
            "NL12 is geen rekening, en 123456789 geen bsn.",
        ] {
            assert_eq!(found(text), [], "{text}");
        }
    }

    proptest! {
        #[test]
        fn any_text_gets_an_answer(text in "\\PC{0,60}") {
            for one in find(&text) {
                prop_assert!(text.get(one.at).is_some());
            }
        }

        #[test]
        fn a_phone_number_is_found_wherever_it_stands(before in "[a-z ]{0,20}", digits in "[1-9][0-9]{8}", after in "[a-z ,]{0,20}") {
            let text = format!("{before} 0{digits} {after}");
            prop_assert_eq!(found(&text).iter().filter(|(kind, _)| *kind == PersonalKind::Phone).count(), 1);
        }
    }
}
