//! Lines of a work folder that can't be read: which, why, and what to do.

use super::gather;
use crate::{
    domain::{
        language::Language::{self, En, Nl},
        log::entry::EntryFault,
    },
    files::lines::{Damage, LineFault},
};

/// A line that is left out.
pub fn damage(language: Language, damage: &Damage) -> String {
    let Damage { file, line, fault } = damage;
    let why = match (language, fault) {
        (Nl, LineFault::Entry(EntryFault::NotJson)) => "deze regel is beschadigd of afgebroken. Zet een kopie van dit bestand terug als u die hebt; de rest is gelezen.".to_owned(),
        (En, LineFault::Entry(EntryFault::NotJson)) => "this line is damaged or cut off. Put back a copy of this file if you have one; the rest was read.".to_owned(),
        (Nl, LineFault::Entry(EntryFault::Field(field))) => format!("dit is geen regel van het logboek: “{field}” ontbreekt of klopt niet. De rest is gelezen."),
        (En, LineFault::Entry(EntryFault::Field(field))) => format!("this is no entry of a log: “{field}” is missing or wrong. The rest was read."),
        (Nl, LineFault::Text) => "dit is geen tekst van een collega. De rest is gelezen.".to_owned(),
        (En, LineFault::Text) => "this is no text of a colleague. The rest was read.".to_owned(),
        (Nl, LineFault::Reaction(fault)) => format!("dit is geen reactie: {}. De rest is gelezen.", gather::envelope(language, fault)),
        (En, LineFault::Reaction(fault)) => format!("this is no reaction: {}. The rest was read.", gather::envelope(language, fault)),
        (Nl, LineFault::Elsewhere(slug)) => format!("deze reactie hoort bij “{slug}”. Leg het bestand in die map."),
        (En, LineFault::Elsewhere(slug)) => format!("this reaction belongs to “{slug}”. Put the file in that folder."),
        (Nl, LineFault::Conflict(id)) => format!("reactie {} staat er ook met andere woorden; de eerste telt.", id.as_str()),
        (En, LineFault::Conflict(id)) => format!("reaction {} is there with other words too; the first counts.", id.as_str()),
        (Nl, LineFault::TextTwice(text)) => format!("tekst {text} staat er ook met andere woorden; de eerste telt."),
        (En, LineFault::TextTwice(text)) => format!("text {text} is there with other words too; the first counts."),
        (Nl, LineFault::EntryTwice(entry)) => format!("onder {entry} staan twee verschillende regels; één ervan telt, overal dezelfde."),
        (En, LineFault::EntryTwice(entry)) => format!("two different entries are called {entry}; one of them counts, the same everywhere."),
        (Nl, LineFault::EntriesMissing(1)) => "er mist een regel waar andere op volgen: een bestand is weg, of een deel ervan. Leg het terug als u een kopie hebt. Wat daarin besloten was, geldt nu niet.".to_owned(),
        (Nl, LineFault::EntriesMissing(many)) => format!("er missen {many} regels waar andere op volgen: een bestand is weg, of een deel ervan. Leg het terug als u een kopie hebt. Wat daarin besloten was, geldt nu niet."),
        (En, LineFault::EntriesMissing(1)) => "a line is missing that others came after: a file is gone, or a part of it. Put it back if you have a copy. What was decided in it does not hold now.".to_owned(),
        (En, LineFault::EntriesMissing(many)) => format!("{many} lines are missing that others came after: a file is gone, or a part of it. Put it back if you have a copy. What was decided in it does not hold now."),
    };
    match (language, line) {
        (_, 0) => format!("{file}: {why}"),
        (Nl, line) => format!("{file}, regel {line}: {why}"),
        (En, line) => format!("{file}, line {line}: {why}"),
    }
}
