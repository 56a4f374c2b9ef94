//! Telephone numbers and citizen service numbers, also in groups.

use super::{
    PersonalKind::{self, Bsn, Phone},
    token::Token,
};
use std::ops::Range;

/// What may stand between the groups of a number.
const JOINTS: &str = "-–—‐‑−./()";
/// No number has more groups.
const GROUPS: usize = 7;
/// What makes a short number one to call.
const CALL: [&str; 4] = ["tel", "telefoon", "telefoonnummer", "mobiel"];
/// What makes eight or nine digits a citizen service number, whether they pass the test or not.
const NAMED: [&str; 4] = ["bsn", "burgerservicenummer", "sofi", "sofinummer"];
/// What makes a number an amount.
const AMOUNT: [&str; 8] = ["euro", "eur", "inwoners", "mensen", "kilometer", "km", "keer", "mln"];

/// Groups of digits that may be one number.
struct Groups<'a> {
    /// The digits of each.
    digits: Vec<&'a str>,
    /// What stands before each but the first.
    joints: Vec<String>,
    /// Where each ends.
    ends: Vec<usize>,
}

/// The groups from a token on, with at most `wide` characters between two of them.
fn groups<'a>(tokens: &[Token<'a>], first: usize, wide: usize) -> Groups<'a> {
    let mut all = Groups { digits: Vec::new(), joints: Vec::new(), ends: Vec::new() };
    let mut joint = String::new();
    for token in &tokens[first..] {
        if token.is_digits(1..16) {
            if !all.digits.is_empty() {
                all.joints.push(std::mem::take(&mut joint));
            }
            all.digits.push(token.text);
            all.ends.push(token.end());
            if all.digits.len() == GROUPS {
                break;
            }
            continue;
        }
        joint.push_str(token.text);
        let fits =
            token.is(JOINTS) || (!token.is_letters() && !token.text.contains('\n') && token.text.trim().is_empty());
        if !fits || joint.chars().count() > wide {
            break;
        }
    }
    all
}

/// Whether digits stand directly before, as part of the same number.
fn goes_on_before(tokens: &[Token], first: usize) -> bool {
    first > 1 && tokens[first - 1].is(".,-–") && tokens[first - 2].is_digits(1..16)
}

/// A word of these a few tokens before.
fn called(tokens: &[Token], first: usize, words: &[&str]) -> bool {
    tokens[first.saturating_sub(6)..first].iter().any(|token| token.among(words))
}

/// A telephone number that begins at a token.
pub(super) fn phone(tokens: &[Token], first: usize) -> Option<(PersonalKind, Range<usize>)> {
    if !tokens[first].is_digits(1..16) {
        return None;
    }
    let plus = first > 0 && tokens[first - 1].is("+");
    let all = groups(tokens, first, 3);
    let hit = |upto: &usize| {
        let ends_in_time = all.joints.get(upto - 1).is_some_and(|joint| joint == ".");
        is_phone(&all.digits[..*upto], &all.joints, plus) && !ends_in_time
    };
    let count = (1..=all.digits.len()).rev().find(hit).or_else(|| {
        let length: usize = all.digits.iter().map(|group| group.len()).sum();
        (called(tokens, first, &CALL) && (6..=9).contains(&length)).then_some(all.digits.len())
    })?;
    Some((Phone, tokens[first].at - usize::from(plus)..all.ends[count - 1]))
}

fn is_phone(groups: &[&str], joints: &[String], plus: bool) -> bool {
    let digits = groups.concat();
    let first = groups[0];
    if is_date(groups, joints) {
        return false;
    }
    let abroad = if plus { Some(digits.as_str()) } else { digits.strip_prefix("00").filter(|_| first.len() > 3) };
    if let Some(abroad) = abroad {
        let home = abroad.strip_prefix("31").map(|rest| rest.strip_prefix('0').unwrap_or(rest));
        return home.map_or((10..16).contains(&abroad.len()), |home| home.len() == 9) && !abroad.starts_with('0');
    }
    if digits.starts_with("316") && digits.len() == 11 {
        return groups.len() == 1;
    }
    let pairs = groups.iter().all(|group| group.len() == 2)
        && joints[..groups.len() - 1].windows(2).all(|two| two[0] == two[1]);
    let begins = first == "06" || first.len() > 2 || pairs;
    digits.len() == 10 && digits.starts_with('0') && !digits.starts_with("00") && begins
}

/// 12-10-2026, whatever comes after.
fn is_date(groups: &[&str], joints: &[String]) -> bool {
    let tied = joints.len() > 1 && joints[..2].iter().all(|joint| ["-", "/", "."].contains(&joint.as_str()));
    match groups {
        [day, month, year, ..] if tied => {
            day.len() < 3 && month.len() < 3 && year.len() == 4 && (year.starts_with("19") || year.starts_with("20"))
        }
        _ => false,
    }
}

/// A citizen service number that begins at a token.
pub(super) fn bsn(tokens: &[Token], first: usize) -> Option<(PersonalKind, Range<usize>)> {
    if !tokens[first].is_digits(2..10) || goes_on_before(tokens, first) {
        return None;
    }
    let all = groups(tokens, first, 1);
    // As many groups as have the same joint between them.
    let count = 1 + all.joints.iter().take_while(|joint| **joint == all.joints[0]).count();
    let count = count.min(all.digits.len());
    let lengths: Vec<usize> = all.digits[..count].iter().map(|group| group.len()).collect();
    let digits = all.digits[..count].concat();
    let joint = all.joints.first().filter(|_| count > 1).map_or("", String::as_str);
    let after =
        tokens.iter().skip_while(|token| token.at < all.ends[count - 1]).find(|token| !token.text.trim().is_empty());
    let amount = after.is_some_and(|token| token.among(&AMOUNT))
        || tokens[first.saturating_sub(2)..first].iter().any(|token| token.is("€"));
    let shaped = match (digits.len(), &lengths[..]) {
        (8 | 9, _) if called(tokens, first, &NAMED) => true,
        (9, [3, 3, 3]) => joint != "." && is_bsn(&digits),
        (9, _) => lengths.iter().all(|length| *length > 1) && is_bsn(&digits),
        (8, [8]) => !is_day(&digits) && is_bsn(&digits),
        (8, [4, 4] | [3, 2, 3]) => is_bsn(&digits),
        _ => false,
    };
    (shaped && !amount).then(|| (Bsn, tokens[first].at..all.ends[count - 1]))
}

/// The eleven test: 9·a + 8·b + … + 2·h − i is divisible by 11. Of eight digits the first one was a zero.
fn is_bsn(digits: &str) -> bool {
    let weights = [9, 8, 7, 6, 5, 4, 3, 2, -1];
    let weights = &weights[9 - digits.len().min(9)..];
    let sum: i32 = digits.bytes().zip(weights).map(|(digit, weight)| i32::from(digit - b'0') * weight).sum();
    sum != 0 && sum % 11 == 0
}

/// 20261126 or 26112026.
fn is_day(digits: &str) -> bool {
    let century = |at: usize| ["19", "20"].contains(&digits.get(at..at + 2).unwrap_or_default());
    century(0) || century(4)
}
