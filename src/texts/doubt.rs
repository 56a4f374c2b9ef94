//! Questions to who wrote the content: what may be wrong, and what to do if it is.

use super::{page::number, theme, word};
use crate::{
    domain::language::Language::{self, En, Nl},
    files::content::{
        alike::Alike,
        days::Odd,
        doubt::{Doubt, What},
        strays::Stray,
    },
};

/// A question as one line: the file, and a sentence.
pub fn line(language: Language, doubt: &Doubt) -> String {
    format!("{}: {}: {}", note(language), doubt.file.display(), sentence(language, &doubt.what))
}

/// What stands before a question.
pub(super) fn note(language: Language) -> &'static str {
    if language == Nl { "Let op" } else { "Note" }
}

/// What may be wrong, without where.
pub fn sentence(language: Language, what: &What) -> String {
    match what {
        What::Stray(stray) => of_stray(language, stray),
        What::NothingAsked => match language {
            Nl => "Er staat nog geen vraag. De site zegt dan dat er nu niets te vragen is.".to_owned(),
            En => "There is no consultation yet. The site then says that nothing is asked now.".to_owned(),
        },
        What::SecondSite(read) => match language {
            Nl => format!("Dit bestand wordt niet gelezen: alleen {} telt. Haal een van de twee weg.", read.display()),
            En => format!("This file is not read: only {} counts. Take one of the two out.", read.display()),
        },
        What::Day(odd) => of_day(language, odd),
        What::NotIn(of) => match language {
            Nl => format!(
                "Deze vraag heeft geen pagina in het {}; de site wel. Voeg \"{}\" toe aan \"languages\" als dat de bedoeling is.",
                word::language(language, *of),
                of.code()
            ),
            En => format!(
                "This consultation has no page in {}; the site has. Add \"{}\" to \"languages\" if that is meant.",
                word::language(language, *of),
                of.code()
            ),
        },
        What::NotShown(of) => match language {
            Nl => format!(
                "De teksten in het {} zijn nergens te zien. Voeg \"{}\" toe aan \"languages\" in site.json als dat de bedoeling is.",
                word::language(language, *of),
                of.code()
            ),
            En => format!(
                "The texts in {} are shown nowhere. Add \"{}\" to \"languages\" in site.json if that is meant.",
                word::language(language, *of),
                of.code()
            ),
        },
        What::SameTitle(Alike { first, at, text }) => match language {
            Nl => format!(
                "Vraag {} en vraag {} heten allebei “{text}”. Wie de reacties leest, ziet het verschil niet. Klopt dat?",
                first + 1,
                at + 1
            ),
            En => format!(
                "Question {} and question {} are both called “{text}”. Who reads the reactions can't tell them apart. Is that right?",
                first + 1,
                at + 1
            ),
        },
        What::NotSeen => match language {
            Nl => "Er staat niet dat iemand anders deze vraag las, en de site vraagt dat (\"second_person\"). Laat iemand in het werkplek-deel Opstellen ja zeggen, of zet de rol en de dag in \"seen_by\".".into(),
            En => "It does not say that somebody else read this consultation, and the site asks for that (\"second_person\"). Let somebody say yes where it is written in the desk, or put their role and the day in \"seen_by\".".into(),
        },
        What::Theme(doubt) => theme::doubt(language, doubt),
    }
}

fn of_stray(language: Language, stray: &Stray) -> String {
    match (language, stray) {
        (Nl, Stray::AlmostJson) => {
            "Dit bestand wordt niet gelezen. Geef het een naam die op .json eindigt, met kleine letters.".into()
        }
        (En, Stray::AlmostJson) => "This file is not read. Give it a name that ends in .json, in small letters.".into(),
        (Nl, Stray::Lock) => {
            "Iemand heeft dit document open in een tekstverwerker. Sluit het, en bewaar de inhoud als .json.".into()
        }
        (En, Stray::Lock) => {
            "Somebody has this document open in a word processor. Close it, and save the content as .json.".into()
        }
        (Nl, Stray::Ignored) => "Dit wordt niet gelezen. Haal het weg als het hier niet hoort.".into(),
        (En, Stray::Ignored) => "This is not read. Take it out if it does not belong here.".into(),
        (Nl, Stray::Folder(name)) => format!("Deze map wordt niet gelezen. Bedoelde u “{name}”? Hernoem haar dan."),
        (En, Stray::Folder(name)) => format!("This folder is not read. Did you mean “{name}”? Then rename it."),
    }
}

/// What is odd about a day, for who sees the fields and not the file.
pub(super) fn of_day_in_words(language: Language, odd: &Odd) -> String {
    without_code(&of_day(language, odd))
}

/// Without the name of a field in its file, which stands in brackets.
fn without_code(said: &str) -> String {
    match said.split_once(" (“").and_then(|(before, rest)| Some((before, rest.split_once("”)")?.1))) {
        Some((before, after)) => format!("{before}{after}"),
        None => said.to_owned(),
    }
}

fn of_day(language: Language, odd: &Odd) -> String {
    let days = |n: i32| match (language, n) {
        (Nl, 1) => "1 dag".to_owned(),
        (En, 1) => "1 day".to_owned(),
        (Nl, n) => format!("{} dagen", number(n.into(), language)),
        (En, n) => format!("{} days", number(n.into(), language)),
    };
    match (language, odd) {
        (_, Odd::Far { field, day, instead }) => {
            let (field, day) = (word::field(language, field), day.written(language));
            match (language, instead.map(|instead| instead.written(language))) {
                (Nl, Some(instead)) => format!("Bij {field} staat {day}. Bedoelde u {instead}?"),
                (Nl, None) => format!("Bij {field} staat {day}. Klopt dat jaar?"),
                (En, Some(instead)) => format!("At {field} it says {day}. Did you mean {instead}?"),
                (En, None) => format!("At {field} it says {day}. Is that year right?"),
            }
        }
        (Nl, Odd::Short(n)) => format!("Mensen kunnen maar {} reageren. Klopt dat?", days(*n)),
        (En, Odd::Short(n)) => format!("People can react for {} only. Is that right?", days(*n)),
        (Nl, Odd::Long(n)) => format!("Mensen kunnen {} reageren. Klopt het jaar?", days(*n)),
        (En, Odd::Long(n)) => format!("People can react for {}. Is the year right?", days(*n)),
        (Nl, Odd::DecidedBefore { decided, closes }) => format!(
            "Er wordt besloten op {}, terwijl mensen tot en met {} kunnen reageren. Klopt dat?",
            decided.written(language),
            closes.written(language)
        ),
        (En, Odd::DecidedBefore { decided, closes }) => format!(
            "It is decided on {}, while people can react until {}. Is that right?",
            decided.written(language),
            closes.written(language)
        ),
        (Nl, Odd::NoTimeToRead(day)) => format!(
            "De terugkoppeling is beloofd voor {}, de laatste dag om te reageren. Is er dan tijd om alles te lezen?",
            day.written(language)
        ),
        (En, Odd::NoTimeToRead(day)) => format!(
            "Feedback is promised for {}, the last day to react. Is there time then to read everything?",
            day.written(language)
        ),
        (Nl, Odd::LongWait(n)) => format!("Mensen wachten {} op de terugkoppeling. Klopt het jaar?", days(*n)),
        (En, Odd::LongWait(n)) => format!("People wait {} for feedback. Is the year right?", days(*n)),
    }
}
