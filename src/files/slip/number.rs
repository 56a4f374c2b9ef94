//! Numbers as people write them, and what is wrong with those.

use super::What;

/// What stands where a number is: everything up to a space, a comma or a bracket.
pub fn token(text: &str) -> &str {
    let ends = |c: char| c.is_whitespace() || c.is_control() || ",;{}[]\"".contains(c);
    text.split(ends).next().unwrap_or_default()
}

/// Judges a token that begins with a digit or a minus.
pub fn judge(token: &str) -> Result<(), What> {
    let digits = token.strip_prefix('-').unwrap_or(token);
    if is_number(digits) {
        return match token.parse::<f64>() {
            Ok(number) if number.is_finite() => Ok(()),
            _ => Err(What::Enormous(token.to_owned())),
        };
    }
    let all = |allowed: &str| digits.chars().all(|c| c.is_ascii_digit() || allowed.contains(c));
    let told = token.to_owned();
    Err(if digits.is_empty() {
        What::Other('-')
    } else if !digits.starts_with(|c: char| c.is_ascii_digit()) {
        if digits.starts_with('I') || digits.starts_with('i') { What::NoNumber(told) } else { What::BareWord(told) }
    } else if digits.starts_with("0x") {
        What::NoNumber(told)
    } else if digits.starts_with('0') && digits[1..].starts_with(|c: char| c.is_ascii_digit()) && all(".") {
        What::LeadingZero(told)
    } else if digits.matches('.').count() > 1 && all(".") {
        What::Thousands(told)
    } else if digits.ends_with('.') && all(".") {
        What::Point(told)
    } else if digits.contains(['-', ':', '/', '+', '#']) {
        // A day, a time or a telephone number.
        What::BareWord(told)
    } else {
        What::Unit(told)
    })
}

/// Whether it is a number of JSON, without its minus.
fn is_number(text: &str) -> bool {
    let digits = |text: &str| !text.is_empty() && text.bytes().all(|b| b.is_ascii_digit());
    let (mantissa, exponent) = match text.split_once(['e', 'E']) {
        Some((mantissa, exponent)) => (mantissa, Some(exponent)),
        None => (text, None),
    };
    let (whole, fraction) = match mantissa.split_once('.') {
        Some((whole, fraction)) => (whole, Some(fraction)),
        None => (mantissa, None),
    };
    let exponent = exponent.is_none_or(|text| digits(text.strip_prefix(['+', '-']).unwrap_or(text)));
    digits(whole) && (whole == "0" || !whole.starts_with('0')) && fraction.is_none_or(digits) && exponent
}
