//! The rooms of the desk in which questions are written.

use super::{counted, finding, word};
use crate::{
    domain::language::Language::{self, En, Nl},
    files::read::Cause,
};

say! {
    /// The rooms.
    title: "Vragen schrijven", "Write questions";
    /// What one can do in them.
    lead: "Schrijf een vraag, of verander er een. Niemand ziet iets tot u publiceert.", "Write a question, or change one. Nobody sees anything until you publish.";
    /// In the list of rooms.
    room: "Opstellen", "Write";
    /// Reading.
    reading: "Uw vragen worden geopend …", "Opening your questions …";
    /// A question is ready.
    stands_ready: "staat klaar om te publiceren, of staat al op de site", "is ready to publish, or on the site already";
    /// It is withdrawn.
    stands_withdrawn: "ingetrokken", "withdrawn";
    /// It was changed since.
    stands_changed: "veranderd sinds zij klaarstond", "changed since it was ready";
    /// The list.
    drafts: "Waar u aan werkt", "What you are working on";
    /// It is empty.
    no_drafts: "Hier staan straks de vragen die u schrijft.", "The questions that you write will be here.";
    /// To where the work folder is kept and opened.
    to_folder: "Bewaar of open de werkmap", "Save or open the work folder";
    /// A new one.
    begin: "Een nieuwe vraag", "A new question";
    /// What it begins with.
    from: "Begin met", "Begin with";
    /// That is nothing.
    from_nothing: "Niets", "Nothing";
    /// That is the example.
    from_example: "Een voorbeeld", "An example";
    /// Its name in the address.
    slug: "Korte naam voor het adres", "Short name for the address";
    /// How that looks.
    slug_help: "Kleine letters, cijfers en streepjes, zoals bus-en-dorp. U kunt deze naam later niet meer veranderen.", "Small letters, digits and hyphens, such as bus-and-village. You can’t change this name later.";
    /// It is none.
    slug_wrong: "Gebruik alleen kleine letters, cijfers en streepjes (hoogstens 60).", "Use only small letters, digits and hyphens (60 at most).";
    /// It is taken.
    slug_taken: "Er is al een vraag met deze naam. Kies een andere naam, of ga hieronder verder met die vraag.", "There is a question with this name already. Choose another name, or go on with that question below.";
    /// Begin.
    start: "Begin met schrijven", "Start writing";
    /// What it begins with could not be fetched.
    not_fetched: "Die vraag was niet op te halen. Kijk of u netwerk hebt en probeer het opnieuw.", "That question could not be fetched. See whether you have a network and try again.";
    /// Those that stand in the work folder.
    there: "Een vraag veranderen", "Change a question";
    /// What happens then.
    there_help: "Kies een vraag uit de werkmap. U verandert een kopie; de vraag zelf blijft staan tot u haar klaarzet.", "Choose a question of the work folder. You change a copy; the question itself stays until you set it ready.";
    /// Back to all.
    back: "Alle vragen", "All questions";
    /// There is none with this name.
    no_such: "Aan een vraag met deze naam wordt in deze werkmap niet gewerkt.", "Nobody works on a question with this name in this work folder.";
    /// It may stay empty.
    may: " (mag leeg blijven)", " (may stay empty)";
    /// Nothing is chosen.
    choose: "Kies …", "Choose …";
    /// There is nothing to choose from.
    none_there: "Er is niets om uit te kiezen.", "There is nothing to choose from.";
    /// What is chosen is not there any more.
    not_there_any_more: "(is er niet meer)", "(is not there any more)";
    /// Of something that has no title yet.
    untitled: "(nog zonder titel)", "(without a title yet)";
    /// Its title.
    new_title: "Wat vraagt u? Dit wordt de titel", "What do you ask? This becomes the title";
    /// That one may change it.
    new_title_help: "U kunt de titel later nog veranderen.", "You can still change the title later.";
    /// A draft is thrown away: the button.
    throw: "Gooi weg", "Throw away";
    /// What that means.
    throw_means: "Het concept gaat weg, met wat u ervan kunt terugdraaien en wat u besloot bij Mag dit naar buiten? Wat al klaarstaat of op de site staat, blijft. U kunt het hier terugzetten zolang deze werkmap open is.", "The draft goes, with what you can undo of it and what you decided at May this go out? What is ready or on the site stays. You can put it back here as long as this work folder is open.";
    /// Yes.
    throw_yes: "Ja, gooi dit concept weg", "Yes, throw this draft away";
    /// It is gone.
    thrown: "Weggegooid. Terugzetten kan hieronder.", "Thrown away. You can put it back below.";
    /// Those that were thrown away.
    thrown_away: "Weggegooid", "Thrown away";
    /// Puts one back.
    put_back: "Zet terug", "Put back";
    /// It is back.
    is_back: "Het concept staat er weer.", "The draft is back.";
    /// The last day was changed by hand.
    by_buttons: "Zet de laatste dag terug. U verandert hem met de knoppen onderaan, bij Langer open, eerder sluiten of intrekken: dan lezen inwoners waarom.", "Put the last day back. You change it with the buttons at the bottom, at Extend, close early or withdraw: then residents read why.";
    /// Undo.
    undo: "Ongedaan maken", "Undo";
    /// Redo.
    redo: "Opnieuw doen", "Redo";
    /// Move up.
    up: "Omhoog", "Up";
    /// Move down.
    down: "Omlaag", "Down";
    /// Take out.
    out: "Weghalen", "Take out";
    /// How far it is.
    stands: "Hoe staat het ervoor?", "How does it stand?";
    /// Nothing is wrong.
    whole: "Alles is ingevuld en alles klopt.", "All is filled in and all is right.";
    /// Let it be published.
    ready: "Zet klaar om te publiceren", "Set ready to publish";
    /// It will be.
    is_ready: "De vraag staat klaar. Ga naar Publiceren om de site te maken.", "The question is ready. Go to Publish to make the site.";
    /// It is kept.
    kept: "Bewaard in de werkmap, op dit apparaat.", "Kept in the work folder, on this device.";
    /// Undone.
    undone: "Ongedaan gemaakt.", "Undone.";
    /// Redone.
    redone: "Opnieuw gedaan.", "Redone.";
    /// Taken out.
    gone: "Weggehaald. Met Ongedaan maken komt het terug.", "Taken out. Undo brings it back.";
    /// It is not published yet.
    not_there: "Deze vraag staat nog niet klaar om te publiceren.", "This question is not ready to be published yet.";
    /// What was.
    before: "Wat klaarstaat", "What is ready";
    /// What is.
    after: "Nu", "Now";
    /// Nothing stands there.
    nothing: "(niets)", "(nothing)";
    /// A draft that is no JSON.
    raw: "De tekst van het bestand", "The text of the file";
    /// What to do with it.
    raw_help: "In het bestand draft.json zit een fout, zodat de velden niet te tonen zijn. Verbeter de tekst hier; zodra hij klopt, komen de velden vanzelf.", "There is a mistake in the file draft.json, so its fields can’t be shown. Mend the text here; once it is right, the fields come by themselves.";
    /// To its place.
    to_spot: "Ga naar de fout", "Go to the mistake";
}

/// What can be begun with.
pub fn like(language: Language, title: &str) -> String {
    match language {
        Nl => format!("Een eerdere vraag: {title}"),
        En => format!("An earlier question: {title}"),
    }
}

/// Where an item stands after it was moved; from 1.
pub fn moved(language: Language, at: usize, all: usize) -> String {
    match language {
        Nl => format!("Staat nu op plaats {at} van {all}."),
        En => format!("Is now number {at} of {all}."),
    }
}

/// A heading in a sheet that was pasted is no value.
pub fn heading_left(language: Language, heading: &str) -> String {
    match language {
        Nl => format!("De bovenste regel was een kop en is geen waarde geworden: {heading}."),
        En => format!("The top row was a heading and did not become a value: {heading}."),
    }
}

/// How much is still to be done.
pub fn open(language: Language, count: usize) -> String {
    match (language, count) {
        (Nl, 0) => "alles is ingevuld".to_owned(),
        (En, 0) => "all is filled in".to_owned(),
        (Nl, _) => format!("nog {}", counted(count, "ding te doen", "dingen te doen")),
        (En, _) => format!("{} to do", counted(count, "thing", "things")),
    }
}

/// What is wrong.
pub fn wrong(language: Language, count: usize) -> String {
    match language {
        Nl => format!("Klopt nog niet: {count}"),
        En => format!("Not right yet: {count}"),
    }
}

/// What is needed.
pub fn needed(language: Language, count: usize) -> String {
    match language {
        Nl => format!("Nog in te vullen: {count}"),
        En => format!("Still to be filled in: {count}"),
    }
}

/// What is in one language only.
pub fn untranslated(language: Language, count: usize) -> String {
    match language {
        Nl => format!("Nog te vertalen: {count}"),
        En => format!("Still to be translated: {count}"),
    }
}

/// What differs from what is published.
pub fn different(language: Language, count: usize) -> String {
    match (language, count) {
        (Nl, 0) => "Niets is anders dan wat klaarstaat".to_owned(),
        (En, 0) => "Nothing differs from what is ready".to_owned(),
        (Nl, _) => format!("Anders dan wat klaarstaat: {}", counted(count, "veld", "velden")),
        (En, _) => format!("Different from what is ready: {}", counted(count, "field", "fields")),
    }
}

/// What is said of a field: in the words of the check, but where those speak of what stands in a file.
pub fn found(language: Language, cause: &Cause) -> String {
    match (language, cause) {
        (Nl, Cause::Missing | Cause::Empty) => "Vul dit nog in.".to_owned(),
        (En, Cause::Missing | Cause::Empty) => "Fill this in.".to_owned(),
        (Nl, Cause::NoText(of)) => format!("Vertaal dit nog in het {}.", word::language(language, *of)),
        (En, Cause::NoText(of)) => format!("Translate this into {}.", word::language(language, *of)),
        (Nl, Cause::NeededToOpen) => "Vul dit in. Of kies bij Soort: Luisteren.".to_owned(),
        (En, Cause::NeededToOpen) => "Fill this in. Or choose Listening as its kind.".to_owned(),
        (Nl, Cause::Before { day, .. }) => {
            format!("Deze dag is eerder dan {}. Kies die dag of een latere.", day.written(language))
        }
        (En, Cause::Before { day, .. }) => {
            format!("This day is before {}. Choose that day or a later one.", day.written(language))
        }
        (Nl, Cause::After { day, .. }) => {
            format!("Deze dag is later dan {}. Kies die dag of een eerdere.", day.written(language))
        }
        (En, Cause::After { day, .. }) => {
            format!("This day is after {}. Choose that day or an earlier one.", day.written(language))
        }
        (_, cause) => finding::of_question(language, cause),
    }
}

/// Where a text stops being JSON, and why.
pub fn slip(language: Language, line: usize, column: usize, why: &str) -> String {
    match language {
        Nl => format!("Regel {line}, teken {column}. {why}"),
        En => format!("Line {line}, character {column}. {why}"),
    }
}
