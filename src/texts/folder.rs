//! Working in a folder that others work in too.

use super::counted;
use crate::domain::language::Language::{self, En, Nl};

say! {
    /// The heading.
    title: "Werk in een map", "Work in a folder";
    /// What it is.
    lead: "Kies de werkmap van uw team: een map op dit apparaat, of een die u deelt, zoals in OneDrive. De werkplek zet erin wat hier staat, en haalt op wat collega’s erin zetten. Alles blijft ook op dit apparaat.", "Choose the work folder of your team: a folder on this device, or one that you share, as in OneDrive. The desk puts in it what is here, and takes over what colleagues put there. Everything stays on this device too.";
    /// The browser has none.
    unable: "Deze browser kan niet in een map werken. Gebruik Edge of Chrome op een laptop, of geef een reservekopie door.", "This browser can’t work in a folder. Use Edge or Chrome on a laptop, or hand over a back-up.";
    /// The button.
    choose: "Kies een map", "Choose a folder";
    /// The button where one was chosen.
    choose_other: "Kies een andere map", "Choose another folder";
    /// The button to do it now.
    update: "Werk de map nu bij", "Bring the folder up to date";
    /// The button after trouble.
    again: "Probeer het opnieuw", "Try again";
    /// The button to stop.
    leave: "Werk niet meer in deze map", "Stop working in this folder";
    /// It was stopped.
    left: "De werkplek kijkt niet meer in de map. Wat erin staat, blijft staan.", "The desk does not look in the folder any more. What is in it stays.";
    /// Before a folder with other things is used.
    other_things: "In deze map staan andere dingen. De werkplek maakt er een map ‘gatherings’ in, en laat de rest met rust. Is dit de goede map?", "There are other things in this folder. The desk makes a folder ‘gatherings’ in it, and leaves the rest alone. Is this the right folder?";
    /// Above damaged lines.
    damaged: "Niet alles in de map is leesbaar. Wat wij niet konden lezen, staat er nog zoals het was:", "Not everything in the folder can be read. What we could not read is still there as it was:";

    /// It is not allowed.
    refused: "De browser kreeg geen toestemming. Er is niets in de map veranderd, en alles staat veilig op dit apparaat. Probeer het opnieuw, en kies dan ‘Toestaan’.", "The browser was not allowed to. Nothing in the folder has changed, and everything is safe on this device. Try again, and then choose ‘Allow’.";
    /// It is gone.
    gone: "De map is er niet meer, of heet nu anders. Alles staat veilig op dit apparaat. Kies de map opnieuw.", "The folder is not there any more, or has another name now. Everything is safe on this device. Choose the folder again.";
    /// There is no room.
    full: "De schijf met de map is vol. Alles staat veilig op dit apparaat. Maak ruimte, en probeer het opnieuw.", "The disk with the folder is full. Everything is safe on this device. Make room, and try again.";
    /// Another program writes in it.
    changes: "Een ander programma verandert nu bestanden in de map. Daarvan overschreven wij niets. Alles staat veilig op dit apparaat. Probeer het zo opnieuw.", "Another program is changing files in the folder now. Of those we overwrote nothing. Everything is safe on this device. Try again in a moment.";
    /// It is of a newer release.
    newer: "Deze map is gemaakt door een nieuwere werkplek. Er is niets veranderd. Open de nieuwste werkplek, met internet, en probeer het opnieuw.", "This folder was made by a newer desk. Nothing has changed. Open the newest desk, with internet, and try again.";
    /// The device can't keep what is in it.
    device: "Wat in de map staat, past niet op dit apparaat, of de browser bewaart niets. Er is niets in de map veranderd. Maak ruimte, en probeer het opnieuw.", "What is in the folder does not fit on this device, or the browser keeps nothing. Nothing in the folder has changed. Make room, and try again.";
    /// Something else.
    unreadable: "De map kon niet gelezen of geschreven worden. Alles staat veilig op dit apparaat. Probeer het opnieuw, of kies een andere map.", "The folder could not be read or written. Everything is safe on this device. Try again, or choose another folder.";

    /// At the home: it holds everything.
    whole: "In uw werkmap staat alles.", "Your work folder holds everything.";
}

/// The button to go on in one.
pub fn go_on(language: Language, name: &str) -> String {
    match language {
        Nl => format!("Ga verder in ‘{name}’"),
        En => format!("Go on in ‘{name}’"),
    }
}

/// The browser has to ask again.
pub fn asks(language: Language, name: &str) -> String {
    match language {
        Nl => format!(
            "U werkte in de map ‘{name}’. De browser vraagt nog een keer of dat mag. Tot dan gaat er niets in of uit."
        ),
        En => format!(
            "You worked in the folder ‘{name}’. The browser asks once more whether that is allowed. Until then nothing goes in or out."
        ),
    }
}

/// It is being read and written.
pub fn busy(language: Language, name: &str) -> String {
    match language {
        Nl => format!("De map ‘{name}’ wordt bijgewerkt …"),
        En => format!("Bringing the folder ‘{name}’ up to date …"),
    }
}

/// It holds what the device holds.
pub fn even(language: Language, name: &str, (hours, minutes): (u32, u32)) -> String {
    match language {
        Nl => format!("In de map ‘{name}’ en op dit apparaat staat hetzelfde. Bijgewerkt om {hours}.{minutes:02} uur."),
        En => format!("The folder ‘{name}’ and this device hold the same. Brought up to date at {hours}:{minutes:02}."),
    }
}

/// What came from it.
pub fn brought(language: Language, count: usize) -> String {
    match language {
        Nl => format!("{} nieuw uit de map.", counted(count, "regel", "regels")),
        En => format!("{} new from the folder.", counted(count, "line", "lines")),
    }
}

/// What only a newer release understands.
pub fn newer_lines(language: Language, count: usize) -> String {
    match language {
        Nl => format!(
            "Van een nieuwere werkplek: {}. Die blijven bewaard, en u ziet ze zodra u die werkplek hebt.",
            counted(count, "regel", "regels")
        ),
        En => format!(
            "Of a newer desk: {}. They are kept, and you see them once you have that desk.",
            counted(count, "line", "lines")
        ),
    }
}

/// More damaged lines than are named.
pub fn more_damaged(language: Language, count: usize) -> String {
    match language {
        Nl => format!("En nog {}.", counted(count, "regel", "regels")),
        En => format!("And {} more.", counted(count, "line", "lines")),
    }
}

/// It did not come about.
pub fn wrong(language: Language, name: &str, why: &str) -> String {
    match language {
        _ if name.is_empty() => why.to_owned(),
        Nl => format!("Map ‘{name}’: {why}"),
        En => format!("Folder ‘{name}’: {why}"),
    }
}

/// At the home: what it lacks.
pub fn lacks(language: Language, count: usize) -> String {
    match language {
        Nl => format!(
            "Nog niet in uw werkmap: {}. Ga naar ‘Reservekopie en overdragen’.",
            counted(count, "ding", "dingen")
        ),
        En => format!(
            "Not in your work folder yet: {}. Go to ‘Back-up and handing over’.",
            counted(count, "thing", "things")
        ),
    }
}
