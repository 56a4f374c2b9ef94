//! A cell in which a spreadsheet shows what somebody typed, and nothing else.
//!
//! Excel, LibreOffice and others calculate a cell that begins with one of a few characters, and turn what looks like a
//! number, a day or a truth into one: "00123" becomes 123, "1-2" the first of February. An apostrophe in front keeps it
//! text. Only the beginning of a cell matters for that, so nothing else in a text is changed.

use crate::domain::direction::turns;

/// What somebody typed, with an apostrophe in front where a spreadsheet would make something else of it, and characters
/// that no screen shows as pictures.
pub fn typed(text: &str) -> String {
    let shown = shown(text);
    let bare = shown.trim_start_matches('\'');
    if begins_formula(bare) || changes(bare) { format!("'{shown}") } else { shown }
}

/// A text with a picture for each control character: ␀ for NUL. Line ends and tabs are text. What turns the direction of
/// reading has no picture, and is named: [U+202E].
fn shown(text: &str) -> String {
    let mut shown = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '\t' | '\n' | '\r' => shown.push(c),
            '\u{7f}' => shown.push('␡'),
            c if c < ' ' => shown.push(char::from_u32(u32::from(c) + 0x2400).unwrap_or(c)),
            c if turns(c) => shown += &format!("[U+{:04X}]", u32::from(c)),
            c => shown.push(c),
        }
    }
    shown
}

/// Whether a spreadsheet would calculate it, whatever blanks or quotes stand before.
fn begins_formula(text: &str) -> bool {
    let skipped =
        |c: char| c.is_whitespace() || matches!(c, '"' | '\'' | '\u{200b}'..='\u{200f}' | '\u{2060}' | '\u{feff}');
    // The wide forms become the plain ones in East Asia.
    let formula = ['=', '+', '-', '@', '＝', '＋', '－', '＠', '﹦', '﹢', '﹣', '﹫'];
    text.starts_with(['\t', '\r', '\n']) || text.trim_start_matches(skipped).starts_with(formula)
}

/// Whether a spreadsheet would make a number, day, time or truth of it that does not read as it was typed.
fn changes(text: &str) -> bool {
    let text = text.trim().to_lowercase();
    if ["waar", "onwaar", "true", "false"].contains(&text.as_str()) {
        return true;
    }
    if text.len() > 60 || !text.contains(|c: char| c.is_ascii_digit()) || is_plain(&text) {
        return false;
    }
    // Numbers, and the names of months among them: "00123", "1e5", "3/4", "10:30", "5 %", "mei 2026".
    let words = text.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
    let marks = text.chars().all(|c| c.is_alphanumeric() || " .,:/-%€$'’\u{a0}".contains(c));
    marks && words.into_iter().all(|word| is_number(word) || is_month(word))
}

/// A whole number that stays as it is.
fn is_plain(text: &str) -> bool {
    text.len() <= 15 && text.bytes().all(|b| b.is_ascii_digit()) && (text == "0" || !text.starts_with('0'))
}

/// Digits, perhaps with an exponent, or the am and pm of a time.
fn is_number(word: &str) -> bool {
    let (base, exponent) = word.split_once('e').unwrap_or((word, "0"));
    let digits = |part: &str| !part.is_empty() && part.bytes().all(|b| b.is_ascii_digit());
    (digits(base) && digits(exponent)) || ["am", "pm", "eur"].contains(&word)
}

fn is_month(word: &str) -> bool {
    const MONTHS: [&str; 15] =
        ["jan", "feb", "mar", "mrt", "maa", "apr", "mei", "may", "jun", "jul", "aug", "sep", "okt", "oct", "nov"];
    MONTHS.iter().chain(&["dec"]).any(|month| word.starts_with(month))
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn what_a_spreadsheet_would_change_stays_text() {
        for text in [
            "=1+1",
            "-2",
            " \"=cmd",
            "＝1",
            "\t=1",
            "+31 6",
            "@thuis",
            "'=1",
            "\u{feff}=1",
            "12345678901234567e89",
            "00123",
            "1e5",
            "1234567890123456",
            "1-2",
            "3/4",
            "10:30",
            "1.5",
            "2,50",
            "5%",
            "€ 5",
            "mei 2026",
            "1 mei",
            "12-okt-26",
            "WAAR",
            "false",
            "0592",
            "1 000",
            "007",
        ] {
            assert_eq!(typed(text), format!("'{text}"), "{text:?}");
        }
    }

    #[test]
    fn everything_else_is_as_it_was_typed() {
        for text in [
            "",
            "een gewone zin - met = tekens, @thuis",
            "Eerst dit;=dan dat\n=en\t-een lijst\n- met streepjes",
            "'s-Heerenhoek",
            "'t Haantje",
            "2e Exloërmond",
            "42",
            "0",
            "999999999999999",
            "In 2026 gaat het beter.",
            "mei is mooi",
            "De bus van 10:30 kwam niet.",
            "4 keer",
        ] {
            assert_eq!(typed(text), text);
        }
        assert_eq!(typed("a\0b\u{1b}"), "a␀b␛");
        assert_eq!(typed("rekening \u{202e}321 LN\u{202c}"), "rekening [U+202E]321 LN[U+202C]");
        for c in "\u{61c}\u{200e}\u{200f}\u{202a}\u{202b}\u{202d}\u{2066}\u{2067}\u{2068}\u{2069}".chars() {
            assert_eq!(typed(&format!("a{c}b")), format!("a[U+{:04X}]b", u32::from(c)));
        }
        // What joins an emoji, or keeps letters apart, turns nothing.
        assert_eq!(typed("👩\u{200d}🌾 na\u{200c}am"), "👩\u{200d}🌾 na\u{200c}am");
    }

    proptest! {
        #[test]
        fn no_cell_begins_a_formula_and_nothing_is_lost(
            text in "[=+@;\"' \t\r\n\0－＝0-9e./\u{200e}\u{202e}-]{0,12}|.{0,20}",
        ) {
            let cell = typed(&text);
            let skipped = |c: char| c.is_whitespace() || matches!(c, '"' | '\u{200b}'..='\u{200f}' | '\u{2060}' | '\u{feff}');
            prop_assert!(!cell.trim_start_matches(skipped).starts_with(['=', '+', '-', '@', '＝', '－']), "{:?}", cell);
            prop_assert!(!cell.chars().any(|c| (c < ' ' && !"\t\r\n".contains(c)) || turns(c)));
            let shown = shown(&text);
            let marked = format!("'{shown}");
            prop_assert!(cell == shown || cell == marked);
        }
    }
}
