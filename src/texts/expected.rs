//! What belongs at a place in a content file, as the end of a sentence.

use super::pick;
use crate::{domain::language::Language, files::read::finding::Expected};

/// What belongs there.
pub fn kind(language: Language, expected: Expected) -> String {
    let text = |nl: &str, en: &str| pick(language, nl, en);
    match expected {
        Expected::Object => text("een object {…}", "an object {…}"),
        Expected::List => text("een lijst […]", "a list […]"),
        Expected::Text => text("een tekst tussen aanhalingstekens", "a text between quotation marks"),
        Expected::Localised => {
            text("een tekst, of {\"nl\": \"…\", \"en\": \"…\"}", "a text, or {\"nl\": \"…\", \"en\": \"…\"}")
        }
        Expected::Integer => text("een heel getal", "a whole number"),
        Expected::Number => text("een getal", "a number"),
        Expected::Flag => text("true of false", "true or false"),
        Expected::Day => text("een bestaande dag zoals \"2026-11-22\"", "a day that exists, such as \"2026-11-22\""),
        Expected::Id => text(
            "een naam van kleine letters, cijfers en streepjes (hoogstens 60)",
            "a name of small letters, digits and hyphens (60 at most)",
        ),
        Expected::WebAddress => text("een adres met http:// of https://", "an address with http:// or https://"),
        Expected::Link => {
            text("een link met https://, http://, mailto: of tel:", "a link with https://, http://, mailto: or tel:")
        }
        Expected::Origin => text(
            "een adres zonder pad, zoals \"https://denkmee.example.nl\"",
            "an address without a path, such as \"https://denkmee.example.nl\"",
        ),
        Expected::Address => text(
            "een pad dat met / begint, of een adres met https://",
            "a path that begins with /, or an address with https://",
        ),
        Expected::SecureOrigin => text(
            "een adres met https:// zonder pad, zoals https://s3.gra.io.cloud.ovh.net",
            "an address with https:// without a path, such as https://s3.gra.io.cloud.ovh.net",
        ),
        Expected::Words => text("minstens 8 tekens uit het antwoord", "at least 8 characters of the answer"),
        Expected::Email => text("een e-mailadres", "an e-mail address"),
        Expected::FileName => text("een bestandsnaam zonder map", "a file name without a folder"),
        Expected::Receipt => text("een volgcode van 16 tekens", "a receipt code of 16 characters"),
        Expected::LanguageTag => {
            text("de code van een taal, zoals \"nl\" of \"ar\"", "the code of a language, such as \"nl\" or \"ar\"")
        }
        Expected::EntryId => text("24 tekens uit 0–9 en a–f", "24 characters of 0–9 and a–f"),
        Expected::ReactionId => {
            text("het nummer van een reactie (een UUID versie 7)", "the id of a reaction (a UUID version 7)")
        }
    }
}
