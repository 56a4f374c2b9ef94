//! Texts between quotation marks, and how they go wrong: marks of a word processor, an Enter, a mark in the midst.

use super::What;

/// The marks that word processors make of `"`.
pub const CURLY: &str = "“”„‟«»″＂";
const OPENING: &str = "“„«";

/// Reads a text from behind its first mark; the end is behind its last. `begin` is where its first mark stands.
pub fn end(text: &str, begin: usize) -> Result<usize, (usize, What)> {
    let mut at = begin + 1;
    while let Some(c) = text[at..].chars().next() {
        match c {
            '"' => return Ok(at + 1),
            '\\' => at = escape(text, at)?,
            '\n' | '\r' => return Err(broken(text, begin, at)),
            '\t' => return Err((at, What::Tab)),
            c if c < ' ' => return Err((at, What::Control)),
            c => at += c.len_utf8(),
        }
    }
    Err(unclosed(text, begin, text.len()))
}

/// What stands behind a backslash; gives the place behind it.
fn escape(text: &str, at: usize) -> Result<usize, (usize, What)> {
    let unit = |from: usize| {
        let digits = text.get(from..from + 6).and_then(|found| found.strip_prefix("\\u"));
        // Without this, "+123" would pass.
        let digits = digits.filter(|digits| digits.bytes().all(|b| b.is_ascii_hexdigit()));
        digits.and_then(|digits| u32::from_str_radix(digits, 16).ok())
    };
    match text[at + 1..].chars().next() {
        Some('"' | '\\' | '/' | 'b' | 'f' | 'n' | 'r' | 't') => Ok(at + 2),
        Some('u') => match (unit(at), unit(at + 6)) {
            (Some(0xd800..=0xdbff), Some(0xdc00..=0xdfff)) => Ok(at + 12),
            (Some(0xd800..=0xdfff) | None, _) => Err((at, What::UnicodeEscape)),
            (Some(_), _) => Ok(at + 6),
        },
        Some(c) if c >= ' ' => Err((at, What::Escape(c))),
        _ => Err((at, What::Escape(' '))),
    }
}

/// A line ends within a text: its last mark is missing or curly, or somebody pressed Enter.
fn broken(text: &str, begin: usize, at: usize) -> (usize, What) {
    let next = text[at..].lines().map(str::trim).find(|line| !line.is_empty()).unwrap_or_default();
    let field = next.strip_prefix('"').is_some_and(|rest| rest.contains('"'));
    if field || next.is_empty() || next.starts_with(['}', ']', '{']) || curly_end(&text[begin + 1..at]).is_some() {
        unclosed(text, begin, at)
    } else {
        (at, What::Enter)
    }
}

fn unclosed(text: &str, begin: usize, end: usize) -> (usize, What) {
    let line = &text[begin + 1..end];
    match curly_end(line.lines().next().unwrap_or_default()) {
        Some((at, mark)) => (begin + 1 + at, What::Curly(mark)),
        None => (begin, What::Unclosed),
    }
}

/// A curly mark that seems to close a text: nothing but a comma, a colon or a bracket is behind it, and no mark before
/// it that it belongs to.
pub fn curly_end(inside: &str) -> Option<(usize, char)> {
    let closes = |(at, mark): &(usize, char)| {
        let rest = inside[at + mark.len_utf8()..].trim_start();
        let opened = inside[..*at].contains(|c| OPENING.contains(c));
        CURLY.contains(*mark) && !opened && (rest.is_empty() || rest.starts_with([',', ':', '}', ']']))
    };
    inside.char_indices().find(closes)
}
