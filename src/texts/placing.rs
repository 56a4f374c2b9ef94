//! Putting the site online from the desk: into a folder or as a file; and putting the one before back.

use super::{counted, pick};
use crate::domain::language::Language::{self, En, Nl};

say! {
    /// A folder.
    folder: "In een map", "In a folder";
    /// When that helps.
    folder_help: "Voor wie een map heeft die vanzelf online komt, zoals een map van de webserver of een kopie van GitHub. Alleen wat anders is, wordt geschreven. Wat deze site niet maakte, blijft staan.", "For who has a folder that goes online by itself, such as a folder of the web server or a copy of GitHub. Only what differs is written. What this site did not make stays.";
    /// Put it there.
    to_folder: "Zet de site in een map", "Put the site in a folder";
    /// The browser has none.
    no_folders: "Deze browser kan niet in een map schrijven. Gebruik Edge of Chrome op een laptop, of neem de zip.", "This browser can’t write in a folder. Use Edge or Chrome on a laptop, or take the zip.";
    /// A zip.
    zip: "Als bestand (.zip)", "As a file (.zip)";
    /// The zip of what is online.
    former_zip: "Bewaar de site van nu (.zip)", "Keep the site as it is now (.zip)";
    /// Why.
    former_help: "Wilt u later terug kunnen? Bewaar dan ook de site zoals die nu online staat. Zet u die zip terug, dan staat de oude site er weer.", "Do you want to be able to go back later? Then also keep the site as it is online now. If you put that zip back, the old site is there again.";
    /// That was kept.
    former_kept: "De site zoals die nu online staat, is bij uw downloads.", "The site as it is online now is among your downloads.";
    /// What stands there is looked at.
    comparing: "Kijken wat er al staat …", "Looking at what is there already …";
    /// It is put there.
    sending: "De site wordt op zijn plaats gezet …", "The site is being put in its place …";
    /// It was stopped.
    stopped: "Gestopt. Elke pagina is heel. Zet de site opnieuw op zijn plaats: dan gaat het verder waar het was.", "Stopped. Every page is whole. Put the site in its place again: then it goes on where it was.";
    /// It could not be put there.
    not_placed: "De site is niet op zijn plaats gezet. Bij de knop staat waarom.", "The site was not put in its place. Beside the button stands why.";
    /// Somebody would rather not.
    not_done: "Er is niets veranderd.", "Nothing has changed.";
    /// It was cut off.
    halted: "Nog niet klaar met publiceren", "Not finished publishing";
    /// Go on.
    go_on: "Ga verder", "Go on";
    /// Let it be.
    let_go: "Ga niet verder", "Do not go on";
    /// Put the one before back.
    back: "De vorige site terugzetten", "Put the site before back";
    /// The button.
    take_back: "Zet de vorige site terug", "Put the site before back";
    /// What goes with that.
    undone: "Dit gaat dan weer terug:", "This goes back then:";
    /// It can't be put back.
    not_back: "De vorige site is niet meer terug te zetten: er is intussen iets anders gepubliceerd. Er is niets veranderd.", "The site before can’t be put back any more: something else was published meanwhile. Nothing has changed.";
    /// It is a work folder.
    work_folder: "Dit is een werkmap met reacties. Zet de site in een andere map: anders komen reacties online. Er is niets veranderd.", "This is a work folder with responses. Put the site in another folder: else responses go online. Nothing has changed.";
    /// The folder can't be read or written.
    refused: "De browser kreeg geen toestemming voor de map. Probeer het opnieuw, en kies dan ‘Toestaan’.", "The browser was not allowed into the folder. Try again, and then choose ‘Allow’.";
    /// It is gone.
    gone: "De map, of iets erin, is er niet meer. Kies de map opnieuw.", "The folder, or something in it, is not there any more. Choose the folder again.";
    /// There is no room.
    full: "De schijf met de map is vol. Maak ruimte, en probeer het opnieuw.", "The disk with the folder is full. Make room, and try again.";
    /// Somebody else writes in it.
    changes: "Een ander programma verandert nu bestanden in de map. Daarvan overschreven wij niets. Probeer het zo opnieuw.", "Another program is changing files in the folder now. Of those we overwrote nothing. Try again in a moment.";
    /// Something else.
    unreadable: "De map kon niet gelezen of geschreven worden. Probeer het opnieuw, of kies een andere map.", "The folder could not be read or written. Try again, or choose another folder.";
}

/// How far it is.
pub fn far(language: Language, at: usize, of: usize) -> String {
    match language {
        Nl => format!("{at} van {}", counted(of, "bestand", "bestanden")),
        En => format!("{at} of {}", counted(of, "file", "files")),
    }
}

/// It was done.
pub fn placed(language: Language, name: &str, steps: usize) -> String {
    match (language, steps) {
        (Nl, 0) => format!("In ‘{name}’ staat precies deze site al."),
        (En, 0) => format!("Exactly this site is in ‘{name}’ already."),
        (Nl, _) => format!("De site staat in ‘{name}’: {} veranderd.", counted(steps, "bestand", "bestanden")),
        (En, _) => format!("The site is in ‘{name}’: {} changed.", counted(steps, "file", "files")),
    }
}

/// Where it stood when somebody left.
pub fn stood(language: Language, name: &str, at: usize, of: usize) -> String {
    let far = far(language, at, of);
    match language {
        Nl => format!(
            "U was bezig met publiceren in ‘{name}’: {far} stonden er. Elke pagina is heel, maar de nieuwe site is er nog niet helemaal."
        ),
        En => format!(
            "You were publishing in ‘{name}’: {far} were there. Every page is whole, but the new site is not there completely yet."
        ),
    }
}

/// What can be put back.
pub fn can_go_back(language: Language, name: &str) -> String {
    match language {
        Nl => format!("In ‘{name}’ kan de site terug die er stond voordat u de laatste keer publiceerde."),
        En => format!("In ‘{name}’ the site can come back that was there before you published last."),
    }
}

/// Whether somebody means that.
pub fn back_sure(language: Language, name: &str) -> String {
    match language {
        Nl => format!(
            "De vorige site komt terug in ‘{name}’. Wat u de laatste keer publiceerde, gaat weg. Uw werkmap verandert niet. Doorgaan?"
        ),
        En => format!(
            "The site before comes back in ‘{name}’. What you published last goes away. Your work folder does not change. Go on?"
        ),
    }
}

/// It was put back.
pub fn went_back(language: Language, name: &str) -> String {
    match language {
        Nl => format!("De vorige site staat weer in ‘{name}’."),
        En => format!("The site before is in ‘{name}’ again."),
    }
}

/// There are other things.
pub fn other_things(language: Language, name: &str) -> String {
    match language {
        Nl => format!(
            "In ‘{name}’ staan andere dingen, en geen site die hiermee is gemaakt. Wat er staat, blijft staan. Is dit de goede plek?"
        ),
        En => format!(
            "There are other things in ‘{name}’, and no site that was made with this. What is there stays. Is this the right place?"
        ),
    }
}

/// Another release stands there than one expects.
pub fn another_release(language: Language, name: &str) -> String {
    match language {
        Nl => format!(
            "In ‘{name}’ staat een andere versie van de site dan online. Misschien is het een oude kopie, of een andere site. Deze site komt ervoor in de plaats. Doorgaan?"
        ),
        En => format!(
            "In ‘{name}’ is another version of the site than online. Perhaps it is an old copy, or another site. This site takes its place. Go on?"
        ),
    }
}

/// Somebody changed files of it.
pub fn edited(language: Language, paths: &[String]) -> String {
    let some = some(language, paths);
    match language {
        Nl => format!("Iemand veranderde daar zelf iets in: {some}. Dat wordt overschreven. Doorgaan?"),
        En => format!("Somebody changed something there: {some}. That is overwritten. Go on?"),
    }
}

/// The site that is online was kept, but for what its host does not give.
pub fn former_kept_but(language: Language, paths: &[String]) -> String {
    let (kept, some) = (former_kept(language), some(language, paths));
    match language {
        Nl => format!("{kept} Dit gaf uw host niet, en zit er dus niet in: {some}."),
        En => format!("{kept} Your host did not give this, so it is not in it: {some}."),
    }
}

/// The host does not give files that should be there.
pub fn not_served(language: Language, paths: &[String]) -> String {
    let some = some(language, paths);
    match language {
        Nl => format!("Op de site die nu online staat, ontbreekt iets: {some}. Vraag het wie de server beheert."),
        En => format!("Something is missing on the site that is online now: {some}. Ask whoever manages the server."),
    }
}

/// Files of others are in the way.
pub fn in_the_way(language: Language, paths: &[String]) -> String {
    let some = some(language, paths);
    match language {
        Nl => format!(
            "Daar staat iets dat deze site niet maakte, en dat overschreven zou worden: {some}. Zet het ergens anders. Er is niets veranderd."
        ),
        En => format!(
            "There is something that this site did not make, and that would be overwritten: {some}. Put it somewhere else. Nothing has changed."
        ),
    }
}

/// The first few names of a list.
fn some(language: Language, names: &[String]) -> String {
    const FEW: usize = 5;
    let first = names.iter().take(FEW).cloned().collect::<Vec<_>>().join(", ");
    match names.len().saturating_sub(FEW) {
        0 => first,
        more => {
            format!("{first} {} {more}", pick(language, "en nog", "and")) + if language == En { " more" } else { "" }
        }
    }
}
