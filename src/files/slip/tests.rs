//! Real mistakes, each with the place of its cause and its sentence in both languages.

mod mistakes;

use super::{Slip, What, find};
use crate::{
    domain::{
        json,
        language::Language::{En, Nl},
    },
    texts::slip::sentence,
};
use mistakes::MISTAKES;
use proptest::prelude::*;

#[test]
fn real_mistakes_are_told_where_they_were_made_and_in_both_languages() {
    for (text, line, column, nl, en) in MISTAKES {
        assert!(json::strict(text.as_bytes()).is_err(), "this is JSON: {text}");
        let Slip { what, .. } = check(text.as_bytes(), *line, *column);
        assert!(sentence(Nl, &what).starts_with(nl), "{text}: {}", sentence(Nl, &what));
        assert!(sentence(En, &what).starts_with(en), "{text}: {}", sentence(En, &what));
    }
}

#[test]
fn a_file_that_is_no_text_of_today_is_told_too() {
    let utf16: Vec<u8> = "\u{feff}{\"a\": 1}".encode_utf16().flat_map(u16::to_le_bytes).collect();
    for (file, line, column, nl) in [
        (
            &b"{\n  \"title\": \"Caf\xe9\"}"[..],
            2,
            16,
            "Hier staat waarschijnlijk “é”, maar het bestand is bewaard als ANSI.",
        ),
        (b"{\"title\": \x93Bus\x94}", 1, 11, "Hier staat waarschijnlijk “\u{201c}”"),
        (&utf16, 1, 1, "Dit bestand is bewaard als Unicode (UTF-16)."),
        (&utf16[2..], 1, 1, "Dit bestand is bewaard als Unicode (UTF-16)."),
        (b"PK\x03\x04\x14\x00\x06\x00", 1, 1, "Dit is een document van Word, Excel of LibreOffice"),
        (b"{\\rtf1\\ansi {}}", 1, 1, "Dit is een document met opmaak (RTF)"),
        (b"%PDF-1.7", 1, 1, "Dit is een PDF"),
        (b"<!doctype html><p>x", 1, 1, "Dit is een webpagina of XML"),
    ] {
        let Slip { what, .. } = check(file, line, column);
        assert!(sentence(Nl, &what).starts_with(nl), "{}", sentence(Nl, &what));
    }
}

/// The slip in a file, at this place.
fn check(file: &[u8], line: usize, column: usize) -> Slip {
    let shown = String::from_utf8_lossy(file);
    let slip = find(file).unwrap_or_else(|| panic!("nothing was found in {shown}"));
    assert_eq!((slip.line, slip.column), (line, column), "{shown}: {:?}", slip.what);
    slip
}

#[test]
fn the_line_is_shown_around_the_place() {
    let text = format!("{{\"a\": \"{}\", \"b\": tekst}}", "x".repeat(200));
    let slip = find(text.as_bytes()).unwrap();
    assert_eq!(slip.what, What::BareWord("tekst".into()));
    assert!(slip.excerpt.starts_with('…') && slip.excerpt.ends_with("\"b\": tekst}"), "{}", slip.excerpt);
}

/// Pieces of which files, right and wrong, are made.
fn pieces() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        Just("{"),
        Just("}"),
        Just("["),
        Just("]"),
        Just(","),
        Just(":"),
        Just("\""),
        Just("\"a\""),
        Just("\"b\": "),
        Just("1"),
        Just("-"),
        Just(".5"),
        Just("0"),
        Just("e"),
        Just("true"),
        Just("null"),
        Just("\n"),
        Just(" "),
        Just("\\"),
        Just("\\u00e9"),
        Just("\\ud83d\\ude00"),
        Just("\\ud800"),
        Just("“"),
        Just("é"),
        Just("\u{feff}"),
        Just("\t"),
        Just("//"),
        Just("'"),
        Just("\u{a0}"),
    ];
    prop::collection::vec(piece, 0..24).prop_map(|pieces| pieces.concat())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(4000))]
    #[test]
    fn what_the_judge_takes_has_no_slip_and_what_it_refuses_has_one_inside_the_file(text in pieces()) {
        let slip = find(text.as_bytes());
        prop_assert_eq!(json::strict(text.as_bytes()).is_err(), slip.is_some(), "{:?}", slip);
        if let Some(slip) = slip {
            prop_assert!(slip.line <= text.split('\n').count());
            prop_assert!(!sentence(Nl, &slip.what).is_empty());
        }
    }

    #[test]
    fn any_bytes_are_looked_at_without_harm(file: Vec<u8>) {
        prop_assert_eq!(json::strict(&file).is_err(), find(&file).is_some());
    }
}
