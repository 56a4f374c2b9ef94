//! What gathering says, in Dutch and English.

use crate::{
    domain::{
        bucket::Trouble,
        language::Language::{self, En, Nl},
        reaction::EnvelopeFault,
    },
    files::gather::{
        Summary,
        left_out::{Fault, LeftOut},
    },
    texts::{attempt, page::number, system},
};
use std::path::Path;

/// What a run brought.
pub fn summary(language: Language, summary: &Summary, to: &Path) -> String {
    let Summary { new, total, left_out, .. } = summary;
    let [new, total, left_out] = [*new, *total, left_out.len()].map(|count| number(count as f64, language));
    let to = to.display();
    match language {
        Nl => format!("{new} nieuw, {total} in {to}, {left_out} niet meegenomen."),
        En => format!("{new} new, {total} in {to}, {left_out} left out."),
    }
}

say! {
    /// There was no content to judge by.
    not_judged: "Of de antwoorden bij de vragen passen, is niet bekeken. Geef daarvoor met --content de map met onderwerpen.",
        "Whether the answers fit the questions was not looked at. For that, give the folder with consultations with --content.";
}

/// A bucket did not give its list of objects.
pub fn bucket(language: Language, url: &str, trouble: &Trouble) -> String {
    let why = attempt::bucket(language, trouble);
    match language {
        Nl => format!("{url} geeft geen lijst. {why} Wat al was opgehaald, is bewaard."),
        En => format!("{url} gives no list. {why} What had been fetched is kept."),
    }
}

/// Something that was left out: `object: sentence`.
pub fn line(language: Language, finding: &LeftOut) -> String {
    format!("{}: {}", finding.object, sentence(language, &finding.fault))
}

fn sentence(language: Language, fault: &Fault) -> String {
    match (language, fault) {
        (Nl, Fault::Unreadable(kind)) => {
            format!("Dit is niet te lezen: {}. Haal het opnieuw op.", system::of_kind(language, *kind))
        }
        (En, Fault::Unreadable(kind)) => {
            format!("This can't be read: {}. Fetch it again.", system::of_kind(language, *kind))
        }
        (Nl, Fault::Fetch(Some(status))) => {
            format!("De server gaf dit niet ({status}). Verzamel opnieuw; wat er al is, wordt niet nog eens opgehaald.")
        }
        (En, Fault::Fetch(Some(status))) => {
            format!("The server did not give this ({status}). Gather again; what is there is not fetched again.")
        }
        (Nl, Fault::Fetch(None)) => {
            "De server gaf geen antwoord. Verzamel opnieuw; wat er al is, wordt niet nog eens opgehaald.".into()
        }
        (En, Fault::Fetch(None)) => {
            "The server did not answer. Gather again; what is there is not fetched again.".into()
        }
        (Nl, Fault::Name) => "Zo heet geen reactie. Zoek uit waar het vandaan komt.".into(),
        (En, Fault::Name) => "No reaction is called this. Find out where it came from.".into(),
        (Nl, Fault::Place) => {
            "Dit hoort bij een ander onderwerp dan de naam zegt. Zoek uit waar het vandaan komt.".into()
        }
        (En, Fault::Place) => {
            "This belongs to another consultation than its name says. Find out where it came from.".into()
        }
        (Nl, Fault::PlainForm) => {
            "Dit formulier is zonder JavaScript verstuurd. Geef met --content de map met onderwerpen.".into()
        }
        (En, Fault::PlainForm) => {
            "This form was sent without JavaScript. Give the folder with consultations with --content.".into()
        }
        (Nl, Fault::NoTime) => {
            "Dit formulier is zonder JavaScript verstuurd, en er staat niet bij wanneer. Voer het uit met de datum erbij."
                .into()
        }
        (En, Fault::NoTime) => {
            "This form was sent without JavaScript, and nothing says when. Export it with the date.".into()
        }
        (_, Fault::Database(fault)) => {
            let cause = system::database(language, fault);
            match language {
                Nl => format!("Deze database is niet te lezen: {cause}. Kopieer de hele map van de collector, ook reactions.sqlite-wal."),
                En => format!("This database can't be read: {cause}. Copy the collector's whole folder, reactions.sqlite-wal too."),
            }
        }
        (Nl, Fault::NotOurDatabase) => "Deze database is van een nieuwere versie of van een ander programma.".into(),
        (En, Fault::NotOurDatabase) => "This database is of a newer version or of another program.".into(),
        (Nl, Fault::NotUtf8) => {
            "Hierin staan tekens die niet te lezen zijn. Sla het bestand op als UTF-8 (in Excel: ‘CSV UTF-8’).".into()
        }
        (En, Fault::NotUtf8) => {
            "This holds characters that can't be read. Save the file as UTF-8 (in Excel: “CSV UTF-8”).".into()
        }
        (Nl, Fault::Lists(names)) => format!(
            "In geen van deze lijsten staan reacties: {}. Geef het bestand met de inzendingen.",
            names.join(", ")
        ),
        (En, Fault::Lists(names)) => {
            format!("There are reactions in none of these lists: {}. Give the file with the submissions.", names.join(", "))
        }
        (Nl, Fault::OwnTable) => {
            "Dit is een tabel die export maakte; daarin staat niet alles van een reactie. Neem het verzamelde bestand, of voer uit als JSON."
                .into()
        }
        (En, Fault::OwnTable) => {
            "This is a table that export made; not everything of a reaction is in it. Take the gathered file, or export as JSON."
                .into()
        }
        (Nl, Fault::TooLarge) => "Dit is groter dan 64 KiB, dus geen reactie. Haal het weg.".into(),
        (En, Fault::TooLarge) => "This is larger than 64 KiB, so no reaction. Take it out.".into(),
        (Nl, Fault::Hash) => "De inhoud is veranderd sinds dit werd bewaard. Zet een reservekopie terug.".into(),
        (En, Fault::Hash) => "The content has changed since it was stored. Restore a backup.".into(),
        (Nl, Fault::Id(id)) => {
            format!("Hierin staat reactie {}, en zo heet het niet. Zoek uit waar het vandaan komt.", id.as_str())
        }
        (En, Fault::Id(id)) => {
            format!("This holds reaction {}, which is not what it is called. Find out where it came from.", id.as_str())
        }
        (Nl, Fault::Envelope(fault)) => format!("Dit is geen reactie: {}.", envelope(language, fault)),
        (En, Fault::Envelope(fault)) => format!("This is no reaction: {}.", envelope(language, fault)),
        (Nl, Fault::Conflict) => {
            "Er is al een andere reactie met dit nummer. Die blijft staan; vergelijk ze zelf.".into()
        }
        (En, Fault::Conflict) => {
            "There is another reaction with this id already. That one stays; compare them yourself.".into()
        }
    }
}

/// Where a file that a program wrote stops being JSON. What the reader says of it, in English, tells programmers only.
pub fn json_place(language: Language, why: &str) -> String {
    let place = why.rsplit_once(" at line ").and_then(|(_, place)| place.split_once(" column "));
    match (language, place) {
        (Nl, Some((line, column))) => format!("regel {line}, kolom {column}"),
        (En, Some((line, column))) => format!("line {line}, column {column}"),
        (_, None) => why.to_owned(),
    }
}

/// Why something is no envelope, as the end of a sentence.
pub fn envelope(language: Language, fault: &EnvelopeFault) -> String {
    match (language, fault) {
        (Nl, EnvelopeFault::NotJson(why)) => format!("geen geldige JSON ({})", json_place(language, why)),
        (En, EnvelopeFault::NotJson(why)) => format!("not valid JSON ({})", json_place(language, why)),
        (Nl, EnvelopeFault::Format) => "“format” is niet beginspraak.reaction/1".into(),
        (En, EnvelopeFault::Format) => "“format” is not beginspraak.reaction/1".into(),
        (Nl, EnvelopeFault::NoReaction) => "“reaction” ontbreekt".into(),
        (En, EnvelopeFault::NoReaction) => "there is no “reaction”".into(),
        (Nl, EnvelopeFault::Id) => "“id” is geen UUID versie 7".into(),
        (En, EnvelopeFault::Id) => "“id” is no UUID version 7".into(),
        (Nl, EnvelopeFault::Consultation) => "“consultation” is geen slug".into(),
        (En, EnvelopeFault::Consultation) => "“consultation” is no slug".into(),
        (Nl, EnvelopeFault::NothingAnswered) => "er is niets ingevuld".into(),
        (En, EnvelopeFault::NothingAnswered) => "nothing is answered".into(),
        (Nl, EnvelopeFault::Field(field)) => format!("“{field}” ontbreekt of klopt niet"),
        (En, EnvelopeFault::Field(field)) => format!("“{field}” is missing or not right"),
    }
}
