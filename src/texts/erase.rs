//! What is said when a reaction is erased, and what remains to be done.

use crate::domain::{
    id::ReactionId,
    language::Language::{self, En, Nl},
};

say! {
    /// Before somebody types a receipt.
    ask_receipt: "Typ de volgcode en druk op Enter. De code wordt nergens bewaard.", "Type the receipt code and press Enter. It is kept nowhere.";
    /// There is none.
    not_found: "Die reactie staat hier niet. Kijk de code of het nummer na, en haal de reacties eerst op.", "That reaction is not here. Check the code or the id, and gather first.";
}

/// What was erased, and where a copy may still be.
pub fn done(
    language: Language,
    id: &ReactionId,
    lines: usize,
    remark: bool,
    stored: Option<bool>,
    redacted: Option<&[u32]>,
) -> Vec<String> {
    let id = id.as_str();
    let mut said = vec![match (language, lines) {
        (Nl, 0) => format!("Reactie {id} stond niet meer in de werkmap, en komt er niet meer in."),
        (En, 0) => format!("Reaction {id} was no longer in the work folder, and will not come back."),
        (Nl, _) => format!("Reactie {id} is gewist uit de werkmap. Bewaard blijven alleen dit nummer en de reden."),
        (En, _) => format!("Reaction {id} was erased from the work folder. Only this id and the reason stay."),
    }];
    if remark {
        said.push(match language {
            Nl => "Ook uit de bestanden van het dorpsgesprek zijn de woorden gewist, en van wie ze waren.".to_owned(),
            En => "Its words, and whose they were, were erased from the files of the village gathering too.".to_owned(),
        });
    }
    said.extend(stored.map(|was_there| match (language, was_there) {
        (Nl, true) => "Ook uit de database van de collector is de reactie gewist.".to_owned(),
        (En, true) => "It was erased from the collector's database too.".to_owned(),
        (Nl, false) => "In de database van de collector stond de reactie niet (meer).".to_owned(),
        (En, false) => "It was not (or no longer) in the collector's database.".to_owned(),
    }));
    said.extend(redacted.unwrap_or_default().iter().map(|version| match language {
        Nl => format!("Uit versie {version} van de terugkoppeling is een citaat van deze reactie gehaald."),
        En => format!("A quote of this reaction was taken out of version {version} of the feedback."),
    }));
    if redacted.is_none() {
        said.push(match language {
            Nl => {
                "Er is geen map met inhoud gevonden. Is er uit deze reactie geciteerd? Noem die map dan met --content."
                    .to_owned()
            }
            En => "No content folder was found. Was this reaction quoted? Then name that folder with --content."
                .to_owned(),
        });
    }
    said.push(match language {
        Nl => "Dit moet u zelf nog doen: bestanden met besluiten, kopieën in andere mappen, oude versies in een bucket, reservekopieën, uitvoerbestanden, de mailbox of de formulierdienst, en kopieën van de werkmap bij collega's. Publiceer daarna opnieuw: de terugkoppeling zegt dan dat er een reactie is gewist, en waarom.".to_owned(),
        En => "This is left for you: files of decisions, copies in other folders, old versions in a bucket, back-ups, exports, the mailbox or form service, and copies of the work folder that colleagues have. Then publish again: the feedback says that a reaction was erased, and why.".to_owned(),
    });
    if stored.is_none() {
        said.push(match language {
            Nl => "Staat er een collector? Wis de reactie ook daar, met --database en de map met reactions.sqlite.".to_owned(),
            En => "Is there a collector? Erase the reaction there too, with --database and the folder of reactions.sqlite.".to_owned(),
        });
    }
    said
}
