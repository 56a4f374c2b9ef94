//! The work folder of staff in the desk: opened, worked in, and kept as a file.

use super::{counted, desk};
use crate::{
    domain::language::Language::{self, En, Nl},
    files::{parcel::ParcelFault, work::NotTaken},
};

say! {
    /// The room.
    title: "Reacties ophalen", "Gather responses";
    /// What one can do in it.
    lead: "Open uw werkmap en bepaal welke dorpsgesprekken meetellen. Alles blijft op dit apparaat, tot u de werkmap bewaart.", "Open your work folder and decide which village gatherings count. Everything stays on this device until you keep the work folder.";
    /// The field for files.
    files: "Kies bestanden", "Choose files";
    /// What can be chosen where no folder is open.
    files_first: "Een werkmap (.zip), het bestand van een gesprek (.zip) of een bestand met opgehaalde reacties (zijn naam eindigt op .ndjson; u krijgt het van wie de reacties ophaalt). Hebt u nog geen werkmap? Dan begint u er hier een.", "A work folder (.zip), the file of a gathering (.zip) or a file with gathered responses (its name ends in .ndjson; you get it from whoever gathers them). No work folder yet? Then you begin one here.";
    /// What can be chosen then.
    files_more: "Het bestand van een gesprek (.zip), de werkmap van een collega (.zip) of een bestand met opgehaalde reacties (zijn naam eindigt op .ndjson). Wat er al is, blijft; wat nieuw is, komt erbij.", "The file of a gathering (.zip), the work folder of a colleague (.zip) or a file with gathered responses (its name ends in .ndjson). What is here stays; what is new comes in.";
    /// The folder.
    folder: "Uw werkmap", "Your work folder";
    /// To the gatherings of this device.
    own: "Zet de gesprekken van dit apparaat erbij", "Add the gatherings of this device";
    /// Keep it.
    keep: "Bewaar de werkmap", "Keep the work folder";
    /// Let go of it.
    leave: "Sluit de werkmap", "Close the work folder";
    /// What is not in a file asks.
    leave_sure: "In deze werkmap zijn dingen veranderd die nog niet in een bestand staan. Die gaan weg als u sluit. Toch sluiten?", "Things have changed in this work folder that are in no file yet. They go when you close it. Close it all the same?";
    /// It was closed.
    left: "De werkmap is gesloten. Hij staat niet meer op dit apparaat.", "The work folder is closed. It is not on this device any more.";
    /// It was opened.
    opened: "De werkmap is open, en veilig op dit apparaat.", "The work folder is open, and safe on this device.";
    /// It was kept.
    kept: "De werkmap staat bij uw downloads. Zet hem op de plek van de oude.", "The work folder is among your downloads. Put it in the place of the old one.";
    /// It could not be.
    not_kept: "Het bestand kon niet gemaakt worden. Er is niets weg. Sluit andere programma’s en probeer het opnieuw.", "The file could not be made. Nothing is lost. Close other programs and try again.";
    /// Everything is in a file.
    all_kept: "Alles wat u hier deed, staat in het bestand.", "Everything that you did here is in the file.";
    /// The gatherings.
    gatherings: "Welke gesprekken tellen mee?", "Which gatherings count?";
    /// There are none.
    no_gatherings: "Hier zijn nog geen dorpsgesprekken. Kies het bestand dat de leiders van een gesprek u gaven.", "There are no village gatherings here yet. Choose the file that the hosts of a gathering gave you.";
    /// Of no consultation.
    about_nothing: "Nog niet bij een vraag van de site", "With no question of the site yet";
    /// Who did not say who they are, can't decide.
    first_who: "U kunt pas kiezen wat meetelt als u zegt wie u bent. Uw naam komt bij uw keus te staan.", "You can only choose what counts once you say who you are. Your name stands beside your choice.";
    /// To let it count.
    yes: "Telt mee", "It counts";
    /// Not.
    no: "Telt niet mee", "It does not count";
    /// After all.
    yes_after_all: "Toch meetellen", "Count it after all";
    /// After all not.
    no_after_all: "Toch niet meetellen", "Not count it after all";
    /// To take over what came later.
    take_over: "Neem ze over", "Take them over";
    /// Two colleagues decided differently.
    disputed: "Twee collega’s besloten hier iets anders over. Kies wat er geldt.", "Two colleagues decided different things about this. Choose what holds.";
    /// Why there is no button.
    not_here: "U kunt dit gesprek pas laten meetellen als zijn bestand hier is. Vraag het aan wie het gesprek leidde.", "You can only let this gathering count once its file is here. Ask whoever led it.";
    /// What can't be read.
    damage: "Wat niet gelezen kon worden", "What could not be read";
    /// Reading what was chosen.
    reading_file: "Uw bestand wordt gelezen …", "Your file is being read …";
    /// It was stopped.
    stopped: "Gestopt. Er is niets veranderd.", "Stopped. Nothing has changed.";
    /// Reading the folder.
    reading: "De werkmap wordt gelezen …", "The work folder is being read …";
    /// Keeping in the browser.
    keeping: "De werkmap wordt veilig op dit apparaat gezet …", "The work folder is being stored safely on this device …";
    /// Making a file.
    packing: "Het bestand wordt gemaakt …", "The file is being made …";
}

/// Unfolds what was noted.
pub fn read(language: Language, remarks: &str) -> String {
    match language {
        Nl => format!("Lees {remarks} uit het bestand"),
        En => format!("Read {remarks} in the file"),
    }
}

/// How many changes are in no file.
pub fn unsaved(language: Language, count: usize) -> String {
    match language {
        Nl => {
            counted(count, "verandering staat", "veranderingen staan") + " alleen in deze browser. Bewaar de werkmap."
        }
        En => counted(count, "change is", "changes are") + " in this browser only. Keep the work folder.",
    }
}

/// What somebody decided.
pub fn decided(language: Language, accepted: bool) -> &'static str {
    match (language, accepted) {
        (Nl, true) => "Dit gesprek telt mee. Veilig op dit apparaat.",
        (Nl, false) => "Dit gesprek telt niet mee. Veilig op dit apparaat.",
        (En, true) => "This gathering counts. Safe on this device.",
        (En, false) => "This gathering does not count. Safe on this device.",
    }
}

/// What came in of gatherings.
pub fn gatherings_taken(language: Language, new: bool, gatherings: usize, remarks: usize) -> String {
    let (one, other) = (desk::gathered(language, gatherings), desk::remarks(language, remarks));
    match (language, new) {
        (Nl, false) => "Alles in dit bestand stond al in de werkmap.".to_owned(),
        (En, false) => "Everything in this file was in the work folder already.".to_owned(),
        (Nl, true) => format!("{one} met {other} in de werkmap gezet. Veilig op dit apparaat."),
        (En, true) => format!("{one} with {other} put in the work folder. Safe on this device."),
    }
}

/// How many reactions came in.
pub fn reactions_taken(language: Language, count: usize) -> String {
    match (language, count) {
        (Nl, 0) => "Alle reacties in dit bestand stonden al in de werkmap.".to_owned(),
        (En, 0) => "All responses in this file were in the work folder already.".to_owned(),
        (Nl, _) => {
            counted(count, "nieuwe reactie", "nieuwe reacties") + " in de werkmap gezet. Veilig op dit apparaat."
        }
        (En, _) => counted(count, "new response", "new responses") + " put in the work folder. Safe on this device.",
    }
}

/// Why nothing was taken from a file.
pub fn not_taken(language: Language, name: &str, why: NotTaken) -> String {
    let why = match (language, why) {
        (Nl, NotTaken::Nothing) => "hierin staat geen werkmap, geen gesprek en geen reactie.",
        (En, NotTaken::Nothing) => "there is no work folder, no gathering and no response in it.",
        (Nl, NotTaken::Parcel(ParcelFault::NoZip)) => "dit is geen .zip en geen .ndjson.",
        (En, NotTaken::Parcel(ParcelFault::NoZip)) => "this is no .zip and no .ndjson.",
        (Nl, NotTaken::Parcel(ParcelFault::TooLarge)) => "hierin zit meer dan de werkplek kan openen.",
        (En, NotTaken::Parcel(ParcelFault::TooLarge)) => "this holds more than the desk can open.",
        (Nl, NotTaken::Parcel(ParcelFault::Newer)) => {
            "dit is gemaakt door een nieuwere werkplek. Open de nieuwste, met internet."
        }
        (En, NotTaken::Parcel(ParcelFault::Newer)) => "this was made by a newer desk. Open the newest, with internet.",
        (Nl, NotTaken::Parcel(_)) => "dit bestand is beschadigd of niet helemaal gekopieerd. Kopieer het opnieuw.",
        (En, NotTaken::Parcel(_)) => "this file is damaged or was not copied completely. Copy it again.",
    };
    match language {
        Nl => format!("{name}: {why} Er is niets veranderd."),
        En => format!("{name}: {why} Nothing has changed."),
    }
}
