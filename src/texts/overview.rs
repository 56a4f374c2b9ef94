//! What was heard in all gatherings together.

use super::{counted, desk};
use crate::domain::{
    language::Language::{self, En, Nl},
    personal::PersonalKind,
};

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
    /// The column with bars.
    share: "Hoe vaak", "How often";
    /// Beside a gathering whose day is to come.
    yet: "nog te houden", "still to be held";
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
    passed_on_help: "Voor elke ontvanger staat hier een tekst om te mailen. Namen van sprekers en wat op persoonlijke gegevens lijkt, zijn eruit gelaten. Lees de tekst toch zelf na.", "For each receiver there is a text to mail here. Names of speakers and what looks like personal data are left out. Do read the text yourself.";
    /// A receiver without a name.
    somebody: "Nog geen ontvanger", "No receiver yet";
    /// Copy the text.
    copy: "Kopieer de tekst", "Copy the text";
    /// Keep it as a file.
    keep: "Bewaar als bestand", "Keep as a file";
    /// It was copied.
    copied: "De tekst is gekopieerd. Plak hem in uw e-mail.", "The text was copied. Paste it in your e-mail.";
    /// It could not be.
    not_copied: "De browser kopieert niet. Kies de tekst en kopieer hem zelf, of bewaar hem als bestand.", "The browser does not copy. Select the text and copy it yourself, or keep it as a file.";
    /// It is a file.
    as_file: "Het bestand staat bij uw downloads.", "The file is among your downloads.";
    /// It could not be made.
    no_file: "Het bestand kon niet gemaakt worden. Probeer het opnieuw.", "The file could not be made. Try again.";
    /// In no municipality that the site knows.
    elsewhere: "Plaats niet herkend", "Place not recognised";
    /// Obstacles.
    obstacles: "Wat zit in de weg?", "What is in the way?";
    /// Touchstones.
    touchstones: "Welke toetsstenen zagen wij?", "Which touchstones did we see?";
    /// What a touchstone is.
    touchstones_help: "Een toetssteen is een lijst met afspraken waaraan de provincie haar werk wil toetsen.", "A touchstone is a list of agreements that the province wants to test its work against.";
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

/// How many gatherings are still to be held.
pub fn to_come(language: Language, count: usize) -> String {
    match language {
        Nl => format!("Nog te houden: {}.", desk::gathered(language, count)),
        En => format!("Still to be held: {}.", desk::gathered(language, count)),
    }
}

/// To the rest of a list.
pub fn more(language: Language, count: usize) -> String {
    match language {
        Nl => format!("Toon de andere {count}"),
        En => format!("Show the other {count}"),
    }
}

/// Above what a receiver gets.
pub fn package_head(language: Language, to: &str, from: &str, day: &str) -> String {
    match language {
        Nl => format!("Aan: {to}\nVan: {from}, {day}\n\nDit hoorden wij in gesprekken, en geven wij aan u door."),
        En => format!("To: {to}\nFrom: {from}, {day}\n\nWe heard this in gatherings, and pass it on to you."),
    }
}

/// How much was left out.
pub fn left_out(language: Language, count: usize) -> String {
    match (language, count) {
        (Nl, 0) => "Er is niets weggelaten. Kijk zelf of er nog een naam in staat.".to_owned(),
        (En, 0) => "Nothing was left out. See for yourself whether there is still a name in it.".to_owned(),
        (Nl, _) => {
            format!("{} weggelaten. Kijk zelf of er nog een naam in staat.", counted(count, "ding is", "dingen zijn"))
        }
        (En, _) => {
            format!(
                "{} left out. See for yourself whether there is still a name in it.",
                counted(count, "thing is", "things are")
            )
        }
    }
}

/// What stands in the place of what was left out.
pub fn gone(language: Language, kind: PersonalKind) -> &'static str {
    match (language, kind) {
        (Nl, PersonalKind::Email) => "[e-mailadres]",
        (En, PersonalKind::Email) => "[e-mail address]",
        (Nl, PersonalKind::Phone) => "[telefoonnummer]",
        (En, PersonalKind::Phone) => "[telephone number]",
        (_, PersonalKind::Postcode) => "[postcode]",
        (Nl, PersonalKind::Iban) => "[rekeningnummer]",
        (En, PersonalKind::Iban) => "[account number]",
        (_, PersonalKind::Bsn) => "[BSN]",
        (Nl, PersonalKind::Plate) => "[kenteken]",
        (En, PersonalKind::Plate) => "[licence plate]",
        (Nl, PersonalKind::Address) => "[adres]",
        (En, PersonalKind::Address) => "[address]",
        (Nl, PersonalKind::Name) => "[naam]",
        (En, PersonalKind::Name) => "[name]",
    }
}
