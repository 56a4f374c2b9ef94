//! Two people, one work folder: versions of a draft, and what both made of one field.

use super::{counted, own_site};
use crate::{
    domain::{
        day::Day,
        language::Language::{self, En, Nl},
    },
    files::{content::manuscript::versions::Version, work::Joined},
};

say! {
    /// What two people made of one field.
    both: "Twee mensen schreven hier iets anders", "Two people wrote something different here";
    /// What to do about it.
    both_help: "In de vraag staat nu wat hier geschreven was. Kies per vak wat er moet staan.", "What was written here stands in the question now. Choose for each field what it should say.";
    /// What stands there.
    ours: "Dit staat er nu", "This stands there now";
    /// What the other wrote.
    theirs: "Dit schreef de ander", "The other wrote this";
    /// It was taken out.
    taken_out: "Weggehaald", "Taken out";
    /// To leave it.
    leave: "Laat staan", "Leave it";
    /// To take theirs.
    take: "Neem dit over", "Take this";
    /// It was left.
    left: "Het blijft zoals het hier staat.", "It stays as it stands here.";
    /// It was taken.
    taken: "Overgenomen. Met Ongedaan maken komt terug wat er stond.", "Taken. Undo brings back what stood there.";
    /// How it stood before.
    versions: "Eerdere versies", "Earlier versions";
    /// When they are kept.
    versions_help: "Een versie wordt bewaard als u de vraag klaarzet, als u de werkmap bewaart of opent, en als u dat hier zelf doet.", "A version is kept when you set the question ready, when you keep or open the work folder, and when you do that here.";
    /// To keep one.
    keep: "Bewaar deze versie", "Keep this version";
    /// It was kept.
    kept: "Deze versie is bewaard. Zij staat bij Eerdere versies.", "This version is kept. It stands with Earlier versions.";
    /// It was kept before.
    kept_before: "Zoals het er nu staat, is er al een versie van bewaard.", "A version of how it stands now is kept already.";
    /// To compare one.
    look: "Vergelijk met nu", "Compare with now";
    /// To put one back.
    put_back: "Zet deze versie terug", "Put this version back";
    /// It was put back.
    is_back: "Deze versie staat er weer. Met Ongedaan maken komt terug wat er stond.", "This version stands there again. Undo brings back what stood there.";
    /// Nothing differs.
    same: "Dit is gelijk aan wat er nu staat.", "This is the same as what stands there now.";
    /// What the version says.
    then: "In deze versie", "In this version";
    /// What stands now.
    now: "Nu", "Now";
    /// Another window worked on it.
    elsewhere: "In een ander venster is ook hieraan gewerkt. Beide staan nu in de vraag.", "Somebody worked on this in another window too. Both stand in the question now.";
    /// And on one field.
    elsewhere_both: "In een ander venster is ook hieraan gewerkt. Kijk bij ‘Twee mensen schreven hier iets anders’ wat er moet staan.", "Somebody worked on this in another window too. See at ‘Two people wrote something different here’ what it should say.";
    /// The folder of somebody else.
    other_site: "Er is al een werkmap open, van een andere site. Bewaar en sluit die eerst.", "A work folder of another site is open already. Keep and close it first.";
    /// Nothing new.
    nothing_new: "In deze werkmap staat niets dat hier niet al is.", "This work folder has nothing that is not here already.";
}

/// What a version is called.
pub fn version(language: Language, version: &Version) -> String {
    let (day, time) = version.when();
    let day = Day::try_from(day).map_or_else(|_| day.to_owned(), |day| day.written(language));
    match language {
        Nl => format!("{day}, {time} uur"),
        En => format!("{day}, {time}"),
    }
}

/// What came of putting together the work folders of two people.
pub fn joined(language: Language, joined: &Joined) -> String {
    let Joined { added, merged, both, ours } = joined;
    if *added == 0 && merged.is_empty() && ours.is_empty() {
        return nothing_new(language).to_owned();
    }
    let (mut parts, mut said) = (Vec::new(), Vec::new());
    if *added > 0 {
        parts.push(match language {
            Nl => format!("{} erbij", counted(*added, "bestand of regel", "bestanden of regels")),
            En => format!("{} added", counted(*added, "file or line", "files or lines")),
        });
    }
    if !merged.is_empty() {
        parts.push(match language {
            Nl => format!("{} waar u allebei aan schreef", counted(merged.len(), "tekst", "teksten")),
            En => format!("{} that both of you wrote in", counted(merged.len(), "text", "texts")),
        });
    }
    if !parts.is_empty() {
        let parts = parts.join(", ");
        said.push(match language {
            Nl => format!("Samengevoegd met de werkmap die al open was: {parts}."),
            En => format!("Put together with the work folder that was open: {parts}."),
        });
    }
    if !both.is_empty() {
        let fields = both.len();
        said.push(match language {
            Nl => format!(
                "In {} schreef u allebei iets anders. Ga naar Opstellen en kies wat er moet staan.",
                counted(fields, "vak", "vakken")
            ),
            En => format!(
                "In {} both of you wrote something different. Go to Write and choose what it should say.",
                counted(fields, "field", "fields")
            ),
        });
    }
    if !ours.is_empty() {
        let names = ours.iter().map(|path| file(language, path)).collect::<Vec<_>>().join(", ");
        said.push(match language {
            Nl => format!("Anders bij uw collega, en hier gebleven zoals het was: {names}."),
            En => format!("Different with your colleague, and left here as it was: {names}."),
        });
    }
    said.join(" ")
}

/// What people call a file of the work folder.
fn file(language: Language, path: &str) -> String {
    let question = path.strip_prefix("content/consultations/").and_then(|name| name.strip_suffix(".json"));
    let picture = path.strip_prefix("content/pictures/");
    match (question, picture, language) {
        (Some(slug), _, Nl) => format!("de vraag ‘{slug}’ zoals die klaarstaat"),
        (Some(slug), _, En) => format!("the question ‘{slug}’ as it is ready"),
        (_, Some(name), Nl) => format!("de foto ‘{name}’"),
        (_, Some(name), En) => format!("the picture ‘{name}’"),
        _ if path.ends_with("site.json") => own_site::room(language).to_owned(),
        (None, None, _) => path.to_owned(),
    }
}
