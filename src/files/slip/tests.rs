//! Real mistakes, each with the place of its cause and its sentence in both languages.

use super::{Slip, What, find};
use crate::{
    domain::{
        json,
        language::Language::{En, Nl},
    },
    texts::slip::sentence,
};
use proptest::prelude::*;

/// A mistake: what was typed, line and column of the cause, and how the Dutch and the English sentence begin.
type Mistake = (&'static str, usize, usize, &'static str, &'static str);

const MISTAKES: &[Mistake] = &[
    ("", 1, 1, "Het bestand is leeg.", "The file is empty."),
    (" \n\t\n", 3, 1, "Het bestand is leeg.", "The file is empty."),
    (
        "{\n  “title”: \"Bus\"\n}",
        2,
        3,
        "Hier staat een krullend aanhalingsteken: “. Typ een recht: \"",
        "This is a curly quotation mark: “.",
    ),
    (
        "{\n  \"title\": “Bus”\n}",
        2,
        12,
        "Hier staat een krullend aanhalingsteken: “.",
        "This is a curly quotation mark: “.",
    ),
    (
        "{\n  \"title\": \"Bus”,\n  \"a\": 1\n}",
        2,
        16,
        "Hier staat een krullend aanhalingsteken: ”.",
        "This is a curly quotation mark: ”.",
    ),
    ("{\"title”: \"Bus\"}", 1, 8, "Hier staat een krullend aanhalingsteken: ”.", "This is a curly quotation mark: ”."),
    ("{'title': 'Bus'}", 1, 2, "Hier staat ' om een tekst. Typ een dubbel", "There is ' around a text."),
    ("{\"title\": `Bus`}", 1, 11, "Hier staat ` om een tekst.", "There is ` around a text."),
    (
        "{\n  \"a\": 1,\n}",
        2,
        9,
        "Na deze komma komt er niets meer voor de }. Haal de komma weg.",
        "Nothing comes after this comma before the }.",
    ),
    (
        "{\"a\": [1, 2,\n]}",
        1,
        12,
        "Na deze komma komt er niets meer voor de ].",
        "Nothing comes after this comma before the ].",
    ),
    ("{\n  \"a\": \"x\"\n  \"b\": 1\n}", 2, 11, "Hier mist een komma.", "A comma is missing."),
    ("{\"l\": [{\"a\": 1} {\"b\": 2}]}", 1, 16, "Hier mist een komma.", "A comma is missing."),
    ("{\"a\": 1,, \"b\": 2}", 1, 9, "Hier staat een komma te veel.", "There is one comma too many here."),
    ("{\"a\": \"x\"; \"b\": 2}", 1, 10, "Hier staat ; waar , hoort.", "There is ; where , belongs."),
    (
        "{\"title\" \"Bus\"}",
        1,
        9,
        "Achter de naam \"title\" mist een dubbele punt.",
        "There is no colon after the name \"title\".",
    ),
    ("{\"title\" = \"Bus\"}", 1, 10, "Hier staat = waar : hoort.", "There is = where : belongs."),
    (
        "{\"minutes\": , \"a\": 1}",
        1,
        13,
        "Het veld \"minutes\" heeft geen inhoud.",
        "The field \"minutes\" has nothing in it.",
    ),
    (
        "{\n  \"a\": \"begin,\n  \"b\": 1\n}",
        2,
        8,
        "De tekst die hier begint, wordt niet afgesloten.",
        "The text that begins here is not closed.",
    ),
    (
        "{\"title: \"Bus\"}",
        1,
        2,
        "De tekst die hier begint, wordt niet afgesloten.",
        "The text that begins here is not closed.",
    ),
    (
        "{\"a\": \"einde",
        1,
        7,
        "De tekst die hier begint, wordt niet afgesloten.",
        "The text that begins here is not closed.",
    ),
    (
        "{\"a\": \"eerste regel\ntweede regel\"}",
        1,
        20,
        "Hier staat een Enter midden in een tekst.",
        "This is an Enter in the midst of a text.",
    ),
    (
        "{\"a\": \"een\ttab\"}",
        1,
        11,
        "Hier staat een tab midden in een tekst.",
        "This is a tab in the midst of a text.",
    ),
    (
        "{\"a\": \"bel\u{7}\"}",
        1,
        11,
        "Hier staat een teken dat u niet ziet, midden in een tekst.",
        "There is a character here that you can't see, in the midst",
    ),
    (
        "{\"a\": \"Hij zei \"hallo\" tegen mij\"}",
        1,
        16,
        "Hier staat een aanhalingsteken midden in een tekst. Typ \\\"",
        "This is a quotation mark in the midst of a text.",
    ),
    ("{\"a\": \"C:\\documenten\"}", 1, 10, "Achter \\ kan geen “d” staan. Typ \\\\", "There can't be “d” after \\."),
    ("{\"a\": \"\\u12\"}", 1, 8, "Achter \\u horen vier cijfers", "Four digits of a character belong after \\u."),
    (
        "{\"value\": 319,5}",
        1,
        11,
        "Dit getal heeft een komma: 319,5. Typ een punt: 319.5",
        "This number has a comma: 319,5.",
    ),
    (
        "{\"value\": 1.234.567}",
        1,
        11,
        "Dit getal heeft punten of spaties: 1.234.567. Typ het aan elkaar: 1234567",
        "This number has points or spaces",
    ),
    (
        "{\"value\": 1 234}",
        1,
        11,
        "Dit getal heeft punten of spaties: 1 234. Typ het aan elkaar: 1234",
        "This number has points or spaces",
    ),
    ("{\"value\": 007}", 1, 11, "Dit getal begint met een nul: 007. Typ 7", "This number begins with a zero: 007."),
    ("{\"value\": +5}", 1, 11, "Voor een getal hoort geen +. Typ 5", "No + belongs before a number."),
    (
        "{\"value\": .5}",
        1,
        11,
        "Voor en achter de punt hoort een cijfer: .5. Typ 0.5",
        "A digit belongs before and after the point",
    ),
    (
        "{\"value\": 5.}",
        1,
        11,
        "Voor en achter de punt hoort een cijfer: 5.. Typ 5.0",
        "A digit belongs before and after the point",
    ),
    ("{\"value\": –5}", 1, 11, "Hier staat een streepje dat geen minteken is: –.", "This dash is no minus: –."),
    ("{\"value\": NaN}", 1, 11, "NaN is geen getal dat hier kan staan.", "NaN is no number that can stand here."),
    ("{\"value\": 1e999}", 1, 11, "Dit getal is te groot: 1e999.", "This number is too large: 1e999."),
    ("{\"value\": 50%}", 1, 11, "Bij dit getal staat nog iets: 50%.", "There is something beside this number: 50%."),
    ("{\"value\": 5 km}", 1, 11, "Bij dit getal staat nog iets: 5 km.", "There is something beside this number: 5 km."),
    (
        "{\"opens\": 2026-11-22}",
        1,
        11,
        "Hier staat een tekst zonder aanhalingstekens: 2026-11-22.",
        "This is a text without quotation marks: 2026-11-22.",
    ),
    ("{\"required\": True}", 1, 14, "Hier staat True. Typ true, met kleine letters", "This says True."),
    ("{\"required\": ja}", 1, 14, "Hier staat ja. Typ true, met kleine letters", "This says ja. Type true"),
    ("{\"help\": None}", 1, 10, "Hier staat None. Een veld zonder inhoud kan niet", "This says None."),
    (
        "{\"title\": Wat vindt u?}",
        1,
        11,
        "Hier staat een tekst zonder aanhalingstekens: Wat vindt u?.",
        "This is a text without quotation marks: Wat vindt u?.",
    ),
    (
        "{title: \"Bus\"}",
        1,
        2,
        "De naam van dit veld heeft geen aanhalingstekens. Typ \"title\"",
        "The name of this field has no quotation marks.",
    ),
    ("{\n  // nog nakijken\n  \"a\": 1\n}", 2, 3, "Hier staat een opmerking (//).", "This is a comment (//)."),
    ("{\"a\": 1 /* later */}", 1, 9, "Hier staat een opmerking (/*).", "This is a comment (/*)."),
    ("# titel\n{}", 1, 1, "Hier staat een opmerking (#).", "This is a comment (#)."),
    ("```json\n{}\n```", 1, 1, "Hier staat ``` van een programma", "This is ``` of a program"),
    ("{\n\u{a0}\u{a0}\"a\": 1\n}", 2, 1, "Hier staat een harde spatie", "This is a hard space"),
    (
        "{\"a\":\u{200b} 1}",
        1,
        6,
        "Hier staat een teken dat u niet ziet. Wis het",
        "There is a character here that you can't see. Delete it",
    ),
    (
        "{\"a\": 1}\n\u{feff}{\"b\": 2}",
        2,
        1,
        "Hier staat een onzichtbaar teken (een BOM)",
        "There is an invisible character here (a BOM)",
    ),
    ("{\"a\": 1}\n{\"b\": 2}", 2, 1, "Hier begint een tweede document.", "A second document begins here."),
    (
        "{\n  \"scope\": {\n    \"open\": []\n  ,\n  \"a\": 1\n}",
        2,
        12,
        "De { die hier staat, wordt nergens gesloten. Typ }",
        "The { that stands here is closed nowhere.",
    ),
    (
        "{\n  \"questions\": [\n    { \"id\": \"a\",\n    { \"id\": \"b\" }\n  ]\n}",
        3,
        5,
        "De { die hier staat, wordt nergens gesloten.",
        "The { that stands here is closed nowhere.",
    ),
    (
        "{\n  \"who\": [\"a\", \"b\"}\n",
        2,
        10,
        "De [ die hier staat, wordt op regel 2 gesloten met }.",
        "The [ that stands here is closed on line 2 by }.",
    ),
    ("{\"a\": {\"b\": 1}}}", 1, 16, "Hier staat een } te veel.", "There is one } too many here."),
    (
        "{\n  \"a\": {\n    \"b\": 1\n    }\n  },\n  \"c\": 1\n}",
        4,
        5,
        "Hier staat een } te veel.",
        "There is one } too many here.",
    ),
    (
        "{\"options\": [\"id\": \"a\"]}",
        1,
        14,
        "Hier staat een veld los in een lijst.",
        "Here a field stands by itself in a list.",
    ),
    ("\"title\": \"Bus\"", 1, 1, "Het bestand begint niet met {.", "The file does not begin with {."),
    ("title: Bus", 1, 1, "Het bestand begint niet met {.", "The file does not begin with {."),
    (
        "{\"a\": 1,\n \"b\": 2,\n \"a\": 3}",
        3,
        2,
        "\"a\" staat hier voor de tweede keer; de eerste staat op regel 1.",
        "\"a\" is here for the second time",
    ),
    ("{\"labels\": { … }}", 1, 14, "Hier staan nog puntjes.", "There are still dots here."),
    ("{\"who\": (\"a\")}", 1, 9, "Hier staat ( waar [ hoort.", "There is ( where [ belongs."),
];

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
