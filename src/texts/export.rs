//! What `beginspraak export` says and writes above its columns, in Dutch and English.

use super::feedback;
use crate::{
    domain::{
        feedback::Origin,
        language::Language::{self, En, Nl},
        reaction::Source,
        work::Verdict,
    },
    files::table::words::Words,
};
use std::path::Path;

say! {
    /// A choice of one's own.
    other: "Anders", "Something else";
    /// Its column.
    namely: "anders, namelijk", "something else, namely";
    /// The column of a reason.
    why: "waarom", "why";
    /// Of a reaction in which something is missing that the app always writes.
    broken: "is niet heel", "is not whole";
    /// Of a reaction that only tries whether sending works.
    test: "een proef", "a test";
    /// Of a reaction from a gathering that was not accepted.
    refused: "uit een gesprek dat niet meetelt", "from a gathering that does not count";
    /// Without a content folder.
    without_content: "Boven de kolommen staan ids. Wilt u de vragen en antwoorden in woorden? Geef dan de map met vragen: --content MAP.", "The columns are named by ids. Do you want questions and answers in words? Then give the folder with questions: --content DIR.";
}

/// The words of a table in this language.
pub struct Spoken(pub Language);

impl Words for Spoken {
    fn spoken(&self) -> Language {
        self.0
    }

    fn columns(&self) -> [&'static str; 6] {
        columns(self.0)
    }

    fn place_columns(&self) -> [&'static str; 3] {
        place_columns(self.0)
    }

    fn other(&self) -> &'static str {
        other(self.0)
    }

    fn namely(&self) -> &'static str {
        namely(self.0)
    }

    fn why(&self) -> &'static str {
        why(self.0)
    }

    fn language(&self, written: Language) -> &'static str {
        language(self.0, written)
    }

    fn yes_or_no(&self, yes: bool) -> &'static str {
        yes_or_no(self.0, yes)
    }

    fn sides(&self, low: &str, high: &str) -> String {
        sides(self.0, low, high)
    }

    fn of_revision(&self, revision: u32, number: usize, title: &str) -> String {
        of_revision(self.0, revision, number, title)
    }
}

/// What every row begins with.
fn columns(language: Language) -> [&'static str; 6] {
    match language {
        Nl => ["Reactie", "Dag", "Hoe binnengekomen", "Taal", "Mag worden aangehaald", "Past niet, omdat"],
        En => ["Reaction", "Day", "How it came in", "Language", "May be quoted", "Does not fit, because"],
    }
}

/// The columns of the question where somebody lives.
fn place_columns(language: Language) -> [&'static str; 3] {
    match language {
        Nl => ["gemeente", "dorp", "ergens anders"],
        En => ["municipality", "village", "somewhere else"],
    }
}

/// In a cell.
fn yes_or_no(language: Language, yes: bool) -> &'static str {
    match (language, yes) {
        (Nl, true) => "ja",
        (Nl, false) => "nee",
        (En, true) => "yes",
        (En, false) => "no",
    }
}

/// From where a reaction came: as it was confirmed, else as it says itself.
pub fn source(language: Language, source: Source, verdict: Verdict) -> String {
    let said = match (language, source) {
        (_, Source::Resident) => feedback::source(language, Origin::Resident),
        (Nl, Source::Gathering) => "Zegt: uit gesprek",
        (En, Source::Gathering) => "Says: from a talk",
        (Nl, Source::Paper) => "Zegt: van papier",
        (En, Source::Paper) => "Says: from paper",
    };
    match (language, verdict) {
        (Nl, Verdict::Counts(Origin::Unconfirmed)) => format!("{said} (niet bevestigd)"),
        (En, Verdict::Counts(Origin::Unconfirmed)) => format!("{said} (not confirmed)"),
        (Nl, Verdict::Refused) => format!("{said} (telt niet mee)"),
        (En, Verdict::Refused) => format!("{said} (does not count)"),
        (_, Verdict::Counts(origin)) => feedback::source(language, origin).to_owned(),
    }
}

/// The language that somebody wrote in, in a cell.
fn language(language: Language, written: Language) -> &'static str {
    match (language, written) {
        (Nl, Nl) => "Nederlands",
        (Nl, En) => "Engels",
        (En, Nl) => "Dutch",
        (En, En) => "English",
    }
}

/// What the numbers of a dilemma mean.
fn sides(language: Language, low: &str, high: &str) -> String {
    match language {
        Nl => format!("van −2 ({low}) tot 2 ({high})"),
        En => format!("from −2 ({low}) to 2 ({high})"),
    }
}

/// Above the column of a question that is no longer asked.
fn of_revision(language: Language, revision: u32, number: usize, title: &str) -> String {
    match language {
        Nl => format!("Versie {revision}, {number}. {title}"),
        En => format!("Revision {revision}, {number}. {title}"),
    }
}

/// A file was exported.
pub fn done(language: Language, reactions: usize, to: &Path) -> String {
    let to = to.display();
    match (language, reactions) {
        (Nl, 1) => format!("1 reactie in {to}."),
        (Nl, _) => format!("{reactions} reacties in {to}."),
        (En, 1) => format!("1 reaction in {to}."),
        (En, _) => format!("{reactions} reactions in {to}."),
    }
}

/// The name of the file says something else than what can be written.
pub fn name(language: Language, to: &Path) -> String {
    let to = to.display();
    match language {
        Nl => format!("{to}: een uitvoer heet .csv (voor Excel) of .json. Kies zo'n naam. Er is niets geschreven."),
        En => format!(
            "{to}: an export is called .csv (for a spreadsheet) or .json. Choose such a name. Nothing was written."
        ),
    }
}

/// Something is in its place.
pub fn exists(language: Language, to: &Path) -> String {
    let to = to.display();
    match language {
        Nl => format!(
            "{to} is er al. Kies een andere naam, of zeg met --replace dat het weg mag. Er is niets geschreven."
        ),
        En => format!(
            "{to} is there already. Choose another name, or say with --replace that it may go. Nothing was written."
        ),
    }
}

/// Something is in its place that this program reads from.
pub fn never_replaced(language: Language, to: &Path) -> String {
    let to = to.display();
    match language {
        Nl => format!("{to} is geen uitvoer, maar een bestand waar u mee werkt. Dat blijft. Kies een andere naam."),
        En => format!("{to} is no export, but a file that you work with. It stays. Choose another name."),
    }
}
