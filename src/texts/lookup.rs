//! Answers to a receipt code on `/volg/`: found, not found, or nobody could look.

use super::feedback::reason;
use crate::domain::{
    day::Day,
    feedback::balance::{SetAside, SetAsideReason},
    language::Language::{self, En, Nl},
};

say! {
    /// Lookup: under way.
    looking: "Wij zoeken uw reactie op …", "Looking up your response …";
    /// Lookup: the signpost with one's own themes on it.
    your_way: "Uw reactie op de wegwijzer", "Your response on the signpost";
    /// Lookup: pending.
    not_read: "Uw reactie is binnen, maar nog niet gelezen.", "Your response has arrived, but has not been read yet.";
    /// Lookup: set aside.
    was_set_aside: "Uw reactie is niet gebruikt.", "Your response was not used.";
    /// Lookup: one answer of it set aside.
    part_set_aside: "Een deel van uw reactie is niet gebruikt.", "A part of your response was not used.";
    /// Lookup: one answer still to be read.
    part_later: "Een deel van uw reactie lezen wij nog.", "A part of your response is still to be read.";
    /// Lookup: what may be the matter.
    unknown_help: "De code is goed getypt, maar staat nog niet in een antwoord van ons. Kwam uw reactie na de laatste tussenstand binnen? Dan komt hij in ons volgende antwoord. Op welke dag dat er uiterlijk is, staat op de pagina van de vraag.", "The code is typed correctly, but is not in any answer of ours yet. If your response arrived after the last interim answer, it will be in our next answer. By which day that is there, the page of the question says.";
    /// Lookup: no network.
    lookup_failed: "Opzoeken lukt nu niet. Kijk of u verbinding heeft, en probeer het opnieuw.", "Looking it up does not work now. Check your connection and try again.";
    /// Lookup: the site was renewed.
    lookup_stale: "Ons antwoord is net vernieuwd. Laad deze pagina opnieuw.", "Our answer was just renewed. Load this page again.";
    /// On mijn reacties, when feedback does not name it.
    not_in_feedback: "Uw reactie staat nog niet in ons antwoord. Hij komt in het volgende.", "Your response is not in our answer yet. It will be in the next one.";
    /// Link to a theme.
    read_theme: "Lees wat wij ermee doen", "Read what we do with it";
    /// The list of consultations that have no feedback yet.
    to_come: "Op deze vragen komt ons antwoord nog:", "Our answer to these questions is still to come:";
}

/// Why something was not used, as a sentence. Another reason is what its note says.
pub fn because(language: Language, why: &SetAside) -> String {
    let note = why.note.as_ref().map(|note| note.get(language));
    let said = match (why.reason, note) {
        (SetAsideReason::Other, Some(note)) => note.to_owned(),
        (reason_code, Some(note)) => [reason(language, reason_code), ". ", note].concat(),
        (reason_code, None) => [reason(language, reason_code), "."].concat(),
    };
    match language {
        Nl => format!("De reden: {said}"),
        En => format!("The reason: {said}"),
    }
}

/// By when the rest is read.
pub fn read_by(language: Language, day: Day) -> String {
    match language {
        Nl => format!("Wij lezen dit uiterlijk {}.", day.written(language)),
        En => format!("We will read this by {}.", day.written(language)),
    }
}

/// When feedback comes, under a consultation without.
pub fn due(language: Language, day: Day) -> String {
    match language {
        Nl => format!("uiterlijk {}", day.written(language)),
        En => format!("by {}", day.written(language)),
    }
}

/// Said when codes were looked up.
pub fn looked_up(language: Language, found: usize, asked: usize) -> String {
    match language {
        Nl => format!("Klaar met zoeken: {found} van {asked} gevonden."),
        En => format!("Done looking: {found} of {asked} found."),
    }
}
