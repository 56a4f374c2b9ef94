//! A cell that no spreadsheet takes for a formula, whatever somebody typed.
//!
//! Excel, LibreOffice and others calculate cells that begin with one of a few characters. An apostrophe in front
//! makes them text. As a file may be opened with the wrong separator or quotes, the same is done after every
//! character at which such a reading could begin a new cell.

/// The text, with apostrophes where a formula could begin.
pub fn safe(text: &str) -> String {
    let mut safe = String::with_capacity(text.len() + 1);
    let mut rest = text;
    loop {
        let body = rest.trim_start_matches(skipped);
        if body.starts_with(begins_formula) {
            safe.push('\'');
        }
        let blank = rest.len() - body.len();
        let end = body.char_indices().find(|(_, c)| separates(*c)).map(|(at, c)| blank + at + c.len_utf8());
        let Some(end) = end else { break };
        safe.push_str(&rest[..end]);
        rest = &rest[end..];
    }
    safe.push_str(rest);
    safe
}

/// What programs overlook at the beginning of a cell.
fn skipped(c: char) -> bool {
    !separates(c) && (c.is_whitespace() || matches!(c, '"' | '\u{200b}'..='\u{200f}' | '\u{2060}' | '\u{feff}'))
}

/// What a formula, or a cell that is read in parts, begins with; the wide forms become the plain ones in East Asia.
fn begins_formula(c: char) -> bool {
    matches!(
        c,
        '=' | '+' | '-' | '@' | '\t' | '\r' | '\n' | '\0' | '＝' | '＋' | '－' | '＠' | '﹦' | '﹢' | '﹣' | '﹫'
    )
}

/// Where another reading of the file could begin a cell.
fn separates(c: char) -> bool {
    matches!(c, ';' | '\t' | '\r' | '\n' | '\0')
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn what_could_be_a_formula_becomes_text() {
        for (typed, cell) in [
            ("=1+1", "'=1+1"),
            ("-2", "'-2"),
            (" \"=cmd", "' \"=cmd"),
            ("＝1", "'＝1"),
            ("a;=1", "a;'=1"),
            ("a; +1", "a;' +1"),
            ("a\n=1", "a\n'=1"),
            ("\t=1", "'\t'=1"),
            ("", ""),
            ("een gewone zin - met = tekens, @thuis", "een gewone zin - met = tekens, @thuis"),
        ] {
            assert_eq!(safe(typed), cell, "{typed:?}");
        }
    }

    proptest! {
        #[test]
        fn no_cell_begins_a_formula_however_it_is_split(text in "[a=+@;\"' \t\r\n\0－＝-]{0,12}|.{0,20}") {
            let cell = safe(&text);
            prop_assert!(!cell.trim_start_matches(skipped).starts_with(begins_formula), "{:?}", cell);
            for part in cell.split(';') {
                prop_assert!(!part.trim_start_matches(skipped).starts_with(['=', '+', '-', '@', '＝', '－']), "{:?}", cell);
            }
            // Nothing but apostrophes was added.
            prop_assert_eq!(cell.replace('\'', ""), text.replace('\'', ""));
        }
    }
}
