//! What is said of gatherings, to staff who decide whether what was said there counts; in Dutch and English.

use super::{
    counted, sending,
    work::{reactions, unconfirmed},
};
use crate::{
    domain::{
        gathering::{GatheringId, Nature},
        language::Language::{self, En, Nl},
        sending::Waits,
        work::Met,
    },
    files::work::{Decided, InFile, Stand},
};

say! {
    /// There is no gathering, and nothing names one.
    none: "Hier zijn geen dorpsgesprekken, en geen reactie noemt er een.", "There are no village gatherings here, and no reaction names one.";
}

/// What a gathering is called. `quoted`: between marks, as strangers may have typed where it was, and a terminal shows
/// whatever they typed.
pub fn name(language: Language, met: &Met, quoted: bool) -> String {
    let kind = match language {
        Nl => "Dorpsgesprek",
        En => "Village gathering",
    };
    let Some(known) = &met.known else { return format!("{kind} {}", met.id) };
    let place = match &known.place {
        Some(place) if quoted => format!("{place:?}"),
        Some(place) => place.clone(),
        None => met.id.to_string(),
    };
    // What was heard here and there is called so by its place.
    let kind = if known.nature == Nature::Hall { format!("{kind} ") } else { String::new() };
    let day = known.day.map(|day| format!(", {}", day.written(language))).unwrap_or_default();
    let people = match (language, known.people) {
        (Nl, Some(count)) => format!(" ({})", counted(count as usize, "mens", "mensen")),
        (En, Some(count)) => format!(" ({})", counted(count as usize, "person", "people")),
        (_, None) => String::new(),
    };
    format!("{kind}{place}{day}{people}")
}

/// What came in of it, behind its name.
pub fn came(language: Language, met: &Met) -> String {
    let count = |count| reactions(language, count);
    match (language, &met.known, met.proved) {
        (Nl, Some(_), 0) => "hiervan kwam nog niets binnen via internet.".to_owned(),
        (En, Some(_), 0) => "nothing of it has come in over the internet yet.".to_owned(),
        (Nl, Some(_), proved) => format!("{}, het bewijs klopt.", count(proved)),
        (En, Some(_), proved) => format!("{}, the proof fits.", count(proved)),
        (Nl, None, _) => {
            format!("{}. Het gesprek zelf is nog niet binnen, dus dit is niet na te gaan.", count(met.unproved))
        }
        (En, None, _) => {
            format!("{}. The gathering itself is not here yet, so this can't be checked.", count(met.unproved))
        }
    }
}

/// What else there is to know of what came in.
pub fn but(language: Language, met: &Met) -> Vec<String> {
    let unproved = (met.known.is_some() && met.unproved > 0).then(|| match (language, met.unproved) {
        (Nl, 1) => "1 reactie noemt dit gesprek zonder bewijs dat klopt. Die telt als niet bevestigd.".to_owned(),
        (Nl, many) => {
            format!("{many} reacties noemen dit gesprek zonder bewijs dat klopt. Die tellen als niet bevestigd.")
        }
        (En, 1) => "1 reaction names this gathering without a proof that fits. It counts as not confirmed.".to_owned(),
        (En, many) => {
            format!("{many} reactions name this gathering without a proof that fits. They count as not confirmed.")
        }
    });
    unproved.into_iter().chain(met.is_missing().then(|| unconfirmed(language, met.id))).collect()
}

/// How a gathering stands, in lines of which the first names it.
pub fn met(language: Language, met: &Met) -> Vec<String> {
    let first = format!("{}: {} {}", name(language, met, true), came(language, met), ruling(language, met.ruling));
    [first].into_iter().chain(but(language, met).into_iter().map(|line| format!("  {line}"))).collect()
}

/// The same with what stands in its file only, and what one can do.
pub fn stand(language: Language, stand: &Stand) -> Vec<String> {
    let met = &stand.met;
    let mut said = self::met(language, met);
    said.extend(in_file(language, &stand.file, met.ruling).into_iter().map(|line| format!("  {line}")));
    let brings = met.proved > 0 || stand.file.ready > 0;
    said.extend((met.is_open() && met.known.is_some() && brings).then(|| choose(language, met.id)));
    said
}

/// What stands in a gathering's file only.
pub fn in_file(language: Language, file: &InFile, ruling: Option<bool>) -> Vec<String> {
    let only = |count: usize| match language {
        Nl => counted(count, "opmerking staat", "opmerkingen staan") + " alleen in het bestand van dit gesprek",
        En => counted(count, "remark is", "remarks are") + " only in the file of this gathering",
    };
    let ready = match (language, ruling) {
        _ if file.ready == 0 => None,
        (_, Some(false)) => None,
        (Nl, Some(true)) => Some(". Laat het gesprek nog eens meetellen om die over te nemen."),
        (En, Some(true)) => Some(". Let the gathering count once more to take over what is in it."),
        (Nl, None) if file.ready == 1 => Some(". Als het gesprek meetelt, komt die erbij."),
        (En, None) if file.ready == 1 => Some(". When the gathering counts, it comes in."),
        (Nl, None) => Some(". Als het gesprek meetelt, komen die erbij."),
        (En, None) => Some(". When the gathering counts, they come in."),
    };
    let ready = ready.map(|then| only(file.ready) + then);
    let waits = file.waits.iter().map(|(why, count)| {
        let (only, why) = (only(*count), waits(language, *why));
        match language {
            Nl if *count == 1 => format!("{only} en kan er niet bij. {why}"),
            Nl => format!("{only} en kunnen er niet bij. {why}"),
            En => format!("{only} and can't come in. {why}"),
        }
    });
    let sent = (file.sent > 0).then(|| match language {
        Nl => format!(
            "{} nog niet in de werkmap. Haal de reacties op.",
            counted(file.sent, "opmerking is verstuurd en staat", "opmerkingen zijn verstuurd en staan")
        ),
        En => format!(
            "{} sent and not in the work folder yet. Gather the reactions.",
            counted(file.sent, "remark was", "remarks were")
        ),
    });
    ready.into_iter().chain(waits).chain(sent).collect()
}

/// Why a remark can't come in from the file.
fn waits(language: Language, why: Waits) -> String {
    match (language, why) {
        (Nl, Waits::NoConsultation) => "Het is niet duidelijk bij welke vraag van de site ze horen.".to_owned(),
        (En, Waits::NoConsultation) => "It is not clear to which question of the site they belong.".to_owned(),
        (_, why) => sending::waits(language, why),
    }
}

/// What staff decided.
pub fn ruling(language: Language, ruling: Option<bool>) -> &'static str {
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

/// What somebody decided, and what came in by it.
pub fn decided(language: Language, decided: &Decided) -> Vec<String> {
    let Decided { slug, gathering: id, accepted, new, brought } = decided;
    let counts = match (language, accepted) {
        (Nl, true) => "telt mee",
        (Nl, false) => "telt niet mee",
        (En, true) => "counts",
        (En, false) => "does not count",
    };
    let first = match (language, new) {
        (Nl, true) => format!("{slug}: gesprek {id} {counts}. Terugnemen: beginspraak decide MAP --undo"),
        (Nl, false) => format!("{slug}: gesprek {id} {counts}. Dat gold al; er is niets veranderd."),
        (En, true) => format!("{slug}: gathering {id} {counts}. To take that back: beginspraak decide DIR --undo"),
        (En, false) => format!("{slug}: gathering {id} {counts}. That held already; nothing was changed."),
    };
    let first = if !*new && *brought > 0 { None } else { Some(first) };
    first.into_iter().chain((*brought > 0).then(|| format!("{slug}: {}", self::brought(language, *brought)))).collect()
}

/// How many remarks came in from a gathering's file.
pub fn brought(language: Language, count: usize) -> String {
    match language {
        Nl => counted(count, "opmerking", "opmerkingen") + " uit het bestand van het gesprek overgenomen.",
        En => counted(count, "remark", "remarks") + " taken over from the file of the gathering.",
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_remark_is_told_of_as_one() {
        let told =
            |ready, sent| in_file(Nl, &InFile { ready, sent, waits: [(Waits::NoDay, ready)].into() }, None).join(" ");
        let one = told(1, 1);
        for right in ["komt die erbij", "staat alleen in", "en kan er niet bij", "is verstuurd en staat nog niet"] {
            assert!(one.contains(right), "{one}");
        }
        let many = told(2, 2);
        for right in ["komen die erbij", "staan alleen in", "en kunnen er niet bij", "zijn verstuurd en staan nog niet"]
        {
            assert!(many.contains(right), "{many}");
        }
    }
}
