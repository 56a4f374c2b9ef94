//! What is said when somebody looks up where their reaction landed.

use super::feedback::reason;
use crate::domain::{
    day::Day,
    feedback::balance::SetAside,
    language::Language::{self, En, Nl},
};

say! {
    /// Lookup: under way.
    looking: "We zoeken uw reactie op …", "Looking up your reaction …";
    /// Lookup: the way through the signpost.
    your_way: "De weg van uw reactie", "The way of your reaction";
    /// Lookup: pending.
    not_read: "Uw reactie is binnen, maar nog niet gelezen.", "Your reaction has arrived, but has not been read yet.";
    /// Lookup: set aside.
    was_set_aside: "Uw reactie is terzijde gelegd.", "Your reaction was set aside.";
    /// Lookup: one answer of it set aside.
    part_set_aside: "Een deel van uw reactie is terzijde gelegd.", "A part of your reaction was set aside.";
    /// Lookup: one answer still to be read.
    part_later: "Een deel van uw reactie lezen we nog.", "A part of your reaction is still to be read.";
    /// Lookup: what may be the matter.
    unknown_help: "De code is goed getypt, maar staat niet in een terugkoppeling. Misschien is uw reactie pas later binnengekomen, of komt de terugkoppeling op uw vraag nog.", "The code is typed correctly, but is in no feedback. Perhaps your reaction arrived later, or the feedback on your question is still to come.";
    /// Lookup: no network.
    lookup_failed: "Opzoeken lukt nu niet. Kijk of u verbinding heeft, en probeer het opnieuw.", "Looking it up does not work now. Check your connection and try again.";
    /// Lookup: the site was renewed.
    lookup_stale: "De terugkoppeling is net vernieuwd. Laad deze pagina opnieuw.", "The feedback was just renewed. Load this page again.";
    /// On mijn reacties, when feedback does not name it.
    not_in_feedback: "Uw reactie staat niet in deze terugkoppeling. Waarschijnlijk kwam hij later binnen.", "Your reaction is not in this feedback. It probably arrived later.";
    /// Link to a theme.
    read_theme: "Lees wat we ermee doen", "Read what we do with it";
    /// The list of consultations that have no feedback yet.
    to_come: "Op deze vragen komt het antwoord nog:", "The answer to these questions is still to come:";
}

/// Why something was set aside, as a sentence.
pub fn because(language: Language, why: &SetAside) -> String {
    let note = why.note.as_ref().map(|note| format!(" {}", note.get(language))).unwrap_or_default();
    match language {
        Nl => format!("De reden: {}.{note}", reason(language, why.reason)),
        En => format!("The reason: {}.{note}", reason(language, why.reason)),
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
