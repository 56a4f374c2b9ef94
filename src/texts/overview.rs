//! What was heard in all gatherings together.

use super::{counted, desk};
use crate::domain::language::Language::{self, En, Nl};

say! {
    /// The room.
    title: "Wat hoorden wij buiten?", "What did we hear outside?";
    /// What one can do in it.
    lead: "Alle gesprekken op dit apparaat bij elkaar: waar, waarover, wat beloofd is en aan wie wij iets doorgaven.", "All gatherings on this device together: where, about what, what was promised and to whom we passed something on.";
    /// There is nothing.
    empty: "Hier staat straks wat u in alle gesprekken hoorde. Begin met een gesprek, of haal een reservekopie van een collega binnen.", "What you heard in all gatherings will be here. Begin with a gathering, or bring in a back-up of a colleague.";
    /// By kind.
    kinds: "Waar ging het over?", "What was it about?";
    /// By gathering.
    where_: "Waar waren wij?", "Where were we?";
    /// A column.
    gathering: "Gesprek", "Gathering";
    /// A column.
    people: "Mensen", "People";
    /// A column.
    remarks: "Opmerkingen", "Remarks";
    /// A column.
    kind: "Soort", "Kind";
    /// Promises.
    promises: "Wat beloofden wij?", "What did we promise?";
    /// That are late.
    overdue: "Te laat", "Overdue";
    /// That are still open.
    open: "Nog te doen", "Still to do";
    /// That were kept.
    kept: "Gedaan", "Done";
    /// What was passed on.
    passed_on: "Wat gaven wij door, en aan wie?", "What did we pass on, and to whom?";
    /// What to do with that.
    passed_on_help: "Kopieer de lijst van een ontvanger in een e-mail. Kijk eerst of er geen namen van bewoners in staan.", "Copy the list of a receiver into an e-mail. First see that there are no names of residents in it.";
    /// Obstacles.
    obstacles: "Wat zit in de weg?", "What is in the way?";
    /// Touchstones.
    touchstones: "Welke toetsstenen zagen wij?", "Which touchstones did we see?";
    /// What villages do.
    village: "Wat doen dorpen zelf?", "What do villages do themselves?";
    /// Nothing of that.
    none: "Nog niets.", "Nothing yet.";
    /// Print.
    print: "Druk af", "Print";
}

/// How much there is.
pub fn in_short(language: Language, gatherings: usize, people: u32, remarks: usize) -> String {
    let gatherings = desk::gathered(language, gatherings);
    let remarks = desk::remarks(language, remarks);
    let people = match language {
        Nl => counted(people as usize, "mens", "mensen"),
        En => counted(people as usize, "person", "people"),
    };
    format!("{gatherings} · {people} · {remarks}")
}
