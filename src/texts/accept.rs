//! What is said of gatherings, to staff who decide whether what was said there counts; in Dutch and English.

use super::work::{reactions, unconfirmed};
use crate::domain::{
    gathering::GatheringId,
    id::Id,
    language::Language::{self, En, Nl},
    work::{Met, gatherings::Known},
};

say! {
    /// There is no gathering, and nothing names one.
    none: "Hier zijn geen dorpsgesprekken, en geen reactie noemt er een.", "There are no village gatherings here, and no reaction names one.";
}

/// What a gathering is called: strangers may have typed where it was.
fn name(language: Language, id: GatheringId, known: &Known) -> String {
    let place = known.place.as_ref().map_or_else(|| id.to_string(), |place| format!("{place:?}"));
    let day = known.day.map(|day| format!(", {}", day.written(language))).unwrap_or_default();
    let people = match (language, known.people) {
        (Nl, Some(1)) => " (1 mens)".to_owned(),
        (Nl, Some(count)) => format!(" ({count} mensen)"),
        (En, Some(1)) => " (1 person)".to_owned(),
        (En, Some(count)) => format!(" ({count} people)"),
        (_, None) => String::new(),
    };
    match language {
        Nl => format!("Dorpsgesprek {place}{day}{people}"),
        En => format!("Village gathering {place}{day}{people}"),
    }
}

/// How a gathering stands, in lines of which the first names it.
pub fn met(language: Language, met: &Met) -> Vec<String> {
    let count = |count| reactions(language, count);
    let ruling = ruling(language, met.ruling);
    let first = match (&met.known, met.proved) {
        (Some(known), 0) => {
            let name = name(language, met.id, known);
            match language {
                Nl => format!("{name}: nog geen reactie met bewijs binnen. {ruling}"),
                En => format!("{name}: no reaction with proof has come in yet. {ruling}"),
            }
        }
        (Some(known), proved) => {
            let (name, proved) = (name(language, met.id, known), count(proved));
            match language {
                Nl => format!("{name}: {proved}, het bewijs klopt. {ruling}"),
                En => format!("{name}: {proved}, the proof fits. {ruling}"),
            }
        }
        (None, _) => {
            let (id, all) = (met.id, count(met.unproved));
            match language {
                Nl => format!(
                    "Dorpsgesprek {id}: {all}. Het gesprek zelf is nog niet binnen, dus dit is niet na te gaan. {ruling}"
                ),
                En => format!(
                    "Village gathering {id}: {all}. The gathering itself is not here yet, so this can't be checked. {ruling}"
                ),
            }
        }
    };
    let mut said = vec![first];
    if met.known.is_some() && met.unproved > 0 {
        said.push(match (language, met.unproved) {
            (Nl, 1) => "  1 reactie noemt dit gesprek zonder bewijs dat klopt. Die telt als niet bevestigd.".to_owned(),
            (Nl, many) => {
                format!("  {many} reacties noemen dit gesprek zonder bewijs dat klopt. Die tellen als niet bevestigd.")
            }
            (En, 1) => {
                "  1 reaction names this gathering without a proof that fits. It counts as not confirmed.".to_owned()
            }
            (En, many) => {
                format!(
                    "  {many} reactions name this gathering without a proof that fits. They count as not confirmed."
                )
            }
        });
    }
    if met.is_missing() {
        said.push(format!("  {}", unconfirmed(language, met.id)));
    }
    said
}

fn ruling(language: Language, ruling: Option<bool>) -> &'static str {
    match (language, ruling) {
        (Nl, Some(true)) => "Telt mee.",
        (En, Some(true)) => "It counts.",
        (Nl, Some(false)) => "Telt niet mee.",
        (En, Some(false)) => "It does not count.",
        (Nl, None) => "Nog niet besloten.",
        (En, None) => "Not decided yet.",
    }
}

/// What one can do with one that nobody decided about.
pub fn choose(language: Language, id: GatheringId) -> String {
    match language {
        Nl => format!("  Meetellen: beginspraak accept MAP --yes {id}. Niet meetellen: --no {id}"),
        En => format!("  To count it: beginspraak accept DIR --yes {id}. Not to count it: --no {id}"),
    }
}

/// How many wait for somebody to decide, for who looks at something else.
pub fn open(language: Language, count: usize) -> String {
    match (language, count) {
        (Nl, 1) => "  Over 1 dorpsgesprek is nog niet besloten of het meetelt: beginspraak accept".to_owned(),
        (Nl, _) => format!("  Over {count} dorpsgesprekken is nog niet besloten of ze meetellen: beginspraak accept"),
        (En, 1) => "  Nobody decided yet whether 1 village gathering counts: beginspraak accept".to_owned(),
        (En, _) => format!("  Nobody decided yet whether {count} village gatherings count: beginspraak accept"),
    }
}

/// What somebody decided.
pub fn decided(language: Language, slug: &Id, id: GatheringId, accepted: bool, new: bool) -> String {
    let counts = match (language, accepted) {
        (Nl, true) => "telt mee",
        (Nl, false) => "telt niet mee",
        (En, true) => "counts",
        (En, false) => "does not count",
    };
    match (language, new) {
        (Nl, true) => format!("{slug}: gesprek {id} {counts}. Terugnemen: beginspraak decide MAP --undo"),
        (Nl, false) => format!("{slug}: gesprek {id} {counts}. Dat gold al; er is niets veranderd."),
        (En, true) => format!("{slug}: gathering {id} {counts}. To take that back: beginspraak decide DIR --undo"),
        (En, false) => format!("{slug}: gathering {id} {counts}. That held already; nothing was changed."),
    }
}

/// What was taken over from a file.
pub fn taken_over(language: Language, lines: usize) -> String {
    match (language, lines) {
        (Nl, 0) => "Alles in dit bestand stond al in de werkmap.".to_owned(),
        (Nl, 1) => "1 regel in de werkmap gezet.".to_owned(),
        (Nl, _) => format!("{lines} regels in de werkmap gezet."),
        (En, 0) => "Everything in this file was in the work folder already.".to_owned(),
        (En, 1) => "1 line was put in the work folder.".to_owned(),
        (En, _) => format!("{lines} lines were put in the work folder."),
    }
}

/// There is no such gathering.
pub fn unknown(language: Language, id: GatheringId) -> String {
    match language {
        Nl => format!(
            "Hier is geen dorpsgesprek {id}, en geen reactie noemt het. Kijk het nummer na: beginspraak accept MAP. Er is niets veranderd."
        ),
        En => format!(
            "There is no village gathering {id} here, and no reaction names it. Check the id: beginspraak accept DIR. Nothing was changed."
        ),
    }
}

/// One that is to count, and that can't be checked.
pub fn not_here(language: Language, id: GatheringId) -> String {
    match language {
        Nl => format!(
            "Gesprek {id} is nog niet binnen, dus niemand kan nagaan wat erbij hoort. Vraag het bestand aan wie het gesprek leidde, en neem het over: beginspraak accept MAP --from BESTAND. Er is niets veranderd."
        ),
        En => format!(
            "Gathering {id} is not here yet, so nobody can check what belongs to it. Ask whoever led it for its file, and take that over: beginspraak accept DIR --from FILE. Nothing was changed."
        ),
    }
}
