//! What is wrong in a content file, in sentences that say what to do.

use super::{gather, pick, work};
use crate::{
    content::finding::{Cause, Expected},
    domain::language::Language::{self, En, Nl},
    native::content_dir::{FileFault, Problem},
};
use std::io::ErrorKind;

/// A problem as one line: `file: path: sentence`.
pub fn line(language: Language, problem: &Problem) -> String {
    let file = problem.file.display();
    match &problem.fault {
        FileFault::Content(finding) => format!("{file}: {}: {}", finding.path, sentence(language, &finding.cause)),
        fault => format!("{file}: {}", of_file(language, fault)),
    }
}

/// What is wrong with a file as a whole.
fn of_file(language: Language, fault: &FileFault) -> String {
    let text = |nl: &str, en: &str| pick(language, nl, en);
    match fault {
        FileFault::Absent => text(
            "Dit bestand is er niet. Maak het, of noem een andere map.",
            "This file does not exist. Make it, or name another folder.",
        ),
        FileFault::Unreadable(ErrorKind::PermissionDenied) => text(
            "Dit bestand mag niet gelezen worden. Geef leesrechten.",
            "There is no permission to read this file. Please allow reading it.",
        ),
        FileFault::Unreadable(kind) => match language {
            Nl => format!("Dit is niet te lezen ({kind}). Kijk of het een gewoon bestand is."),
            En => format!("This can't be read ({kind}). Check that it is an ordinary file."),
        },
        FileFault::TooLarge => text(
            "Dit bestand is groter dan 8 MB. Zo groot is geen inhoudsbestand; kijk of het wel het goede is.",
            "This file is larger than 8 MB. No content file is; check that it is the right one.",
        ),
        FileFault::NotUtf8(at) => match language {
            Nl => format!("Vanaf byte {at} is dit geen UTF-8. Sla het op als UTF-8."),
            En => format!("From byte {at} on this is not UTF-8. Save it as UTF-8."),
        },
        FileFault::Name => text(
            "De bestandsnaam mag alleen kleine letters, cijfers en streepjes hebben (hoogstens 60). Hernoem het.",
            "The file name may only have small letters, digits and hyphens (60 at most). Rename it.",
        ),
        FileFault::SameSlug(other) => match language {
            Nl => format!("De slug staat ook in {other}. Geef een van de twee een andere slug en bestandsnaam."),
            En => format!("The slug is in {other} too. Give one of them another slug and file name."),
        },
        FileFault::NoConsultations => text(
            "Hier staat geen onderwerp. Zet er minstens één bestand <slug>.json in.",
            "There is no consultation here. Put at least one file <slug>.json in it.",
        ),
        FileFault::NoSuchConsultation(slug) => match language {
            Nl => format!("Er is geen vraag “{slug}”. Zet haar in consultations, of haal dit bestand weg."),
            En => format!("There is no consultation “{slug}”. Put it in consultations, or take this file out."),
        },
        FileFault::Content(finding) => sentence(language, &finding.cause),
    }
}

/// What is wrong at a place in a file.
pub fn sentence(language: Language, cause: &Cause) -> String {
    let text = |nl: &str, en: &str| pick(language, nl, en);
    match cause {
        Cause::NotJson(why) => match language {
            Nl => format!("Dit is geen geldige JSON: {why}. Verbeter het op die regel."),
            En => format!("This is not valid JSON: {why}. Mend it on that line."),
        },
        Cause::Missing => text("Dit veld ontbreekt. Voeg het toe.", "This field is missing. Add it."),
        Cause::Unknown => text(
            "Dit veld bestaat niet. Kijk of de naam goed geschreven is, of haal het weg.",
            "There is no such field. Check its spelling, or take it out.",
        ),
        Cause::Expected(expected) => match language {
            Nl => format!("Hier moet {} staan.", kind(language, *expected)),
            En => format!("This should be {}.", kind(language, *expected)),
        },
        Cause::NoText(of) => match language {
            Nl => format!("Er is geen tekst in het {}. Voeg \"{}\" toe.", name(language, *of), of.code()),
            En => format!("There is no text in {}. Add \"{}\".", name(language, *of), of.code()),
        },
        Cause::Empty => text(
            "Deze tekst is leeg. Vul hem in, of haal het veld weg.",
            "This text is empty. Fill it in, or take the field out.",
        ),
        Cause::NotOneOf(names) => match language {
            Nl => format!("Dit kan niet. Kies uit: {}.", names.join(", ")),
            En => format!("This is not possible. Choose from: {}.", names.join(", ")),
        },
        Cause::Count { min, max, has } => match language {
            Nl => format!("Hier staan er {has}. Het moeten er {min} tot en met {max} zijn."),
            En => format!("There are {has} here. There should be {min} to {max}."),
        },
        Cause::Range { min, max } => match language {
            Nl => format!("Kies een getal van {min} tot en met {max}."),
            En => format!("Choose a number from {min} to {max}."),
        },
        Cause::Double(id) => match language {
            Nl => format!("“{id}” staat er twee keer. Geef een van de twee een andere naam."),
            En => format!("“{id}” is here twice. Give one of them another name."),
        },
        Cause::Dangling { id, among } => match language {
            Nl => format!("“{id}” staat niet in {among}. Voeg het daar toe, of verwijs naar iets dat er wel is."),
            En => format!("“{id}” is not in {among}. Add it there, or refer to something that is."),
        },
        Cause::Before { field, day } => match language {
            Nl => format!("Deze dag ligt voor “{field}” ({day}). Kies die dag of een latere."),
            En => format!("This day is before “{field}” ({day}). Choose that day or a later one."),
        },
        Cause::NeededToOpen => text(
            "Zonder dit kan een vraag met een agenda niet open. Voeg het toe, of kies \"kind\": \"listening\".",
            "Without this a consultation with an agenda can't open. Add it, or choose \"kind\": \"listening\".",
        ),
        Cause::FileName(slug) => match language {
            Nl => format!(
                "De slug “{slug}” hoort bij een ander bestand. Noem het bestand {slug}.json, of verander de slug."
            ),
            En => format!("The slug “{slug}” belongs to another file. Name the file {slug}.json, or change the slug."),
        },
        Cause::NeverTried => text(
            "Dit wordt nooit geprobeerd. Zet \"file\" als laatste, en noem elke plek één keer.",
            "This is never tried. Put \"file\" last, and name every place once.",
        ),
        Cause::ServiceNeeds(field) => match language {
            Nl => format!("Deze dienst wil een veld “{field}”. Voeg het toe aan “fields”."),
            En => format!("This service wants a field “{field}”. Add it to “fields”."),
        },
        Cause::TooLong { max, has } => match language {
            Nl => format!("Deze tekst heeft {has} tekens en moet op een regel: hoogstens {max}. Maak hem korter."),
            En => format!("This text has {has} characters and must fit on a line: {max} at most. Make it shorter."),
        },
        Cause::Reaction(fault) => match language {
            Nl => format!("Dit is geen reactie: {}.", gather::envelope(language, fault)),
            En => format!("This is no reaction: {}.", gather::envelope(language, fault)),
        },
        Cause::Elsewhere(slug) => match language {
            Nl => format!("Deze reactie hoort bij “{slug}”. Zet haar in het werkbestand van die vraag."),
            En => format!("This reaction belongs to “{slug}”. Put it in the workfile of that consultation."),
        },
        Cause::OnePlace => text(
            "Kies één plek: \"themes\", \"set_aside\" of \"later\".",
            "Choose one place: \"themes\", \"set_aside\" or \"later\".",
        ),
        Cause::LogEntry => text(
            "Dit is geen regel van het logboek van deze versie. Zet een reservekopie terug.",
            "This is no log entry of this version. Restore a backup.",
        ),
        Cause::Refused(refused) => work::refused(language, refused),
        Cause::Landing(fault) => work::landing(language, *fault),
        Cause::Imbalance(imbalance) => work::imbalance(language, imbalance),
        Cause::AnswerUnknown => text(
            "Van deze dienst is niet bekend wat hij antwoordt als een reactie is bewaard. Voeg \"accepted\": {\"status\": 200, \"contains\": \"…\"} toe.",
            "It is not known what this service answers when a reaction is kept. Add \"accepted\": {\"status\": 200, \"contains\": \"…\"}.",
        ),
    }
}

fn kind(language: Language, expected: Expected) -> String {
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
        Expected::ReactionId => {
            text("het nummer van een reactie (een UUID versie 7)", "the id of a reaction (a UUID version 7)")
        }
    }
}

fn name(language: Language, of: Language) -> &'static str {
    match (language, of) {
        (Nl, Nl) => "Nederlands",
        (Nl, En) => "Engels",
        (En, Nl) => "Dutch",
        (En, En) => "English",
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::content::Finding;

    #[test]
    fn a_line_names_the_file_the_place_and_the_remedy() {
        let finding = Finding { path: "$.title".into(), cause: Cause::NoText(En) };
        let problem = Problem { file: "consultations/dorp.json".into(), fault: FileFault::Content(finding) };
        assert_eq!(
            line(Nl, &problem),
            "consultations/dorp.json: $.title: Er is geen tekst in het Engels. Voeg \"en\" toe."
        );
        assert_eq!(line(En, &problem), "consultations/dorp.json: $.title: There is no text in English. Add \"en\".");
    }
}
