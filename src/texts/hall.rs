//! The screen in the hall, and what steers it.

use crate::domain::{
    gathering::Stands,
    language::Language::{self, En, Nl},
};

say! {
    /// What one can do in the room.
    lead: "Open het scherm en sleep het naar de beamer. Hier kiest u wat de zaal ziet. Niets komt op het scherm voordat u het toont.", "Open the screen and drag it to the projector. Here you choose what the hall sees. Nothing is on the screen before you show it.";
    /// The link.
    open: "Open het scherm voor de zaal", "Open the screen for the hall";
    /// Said of the link.
    open_help: "Het opent in een nieuw venster. Kies daar ‘Volledig scherm’.", "It opens in a new window. Choose ‘Full screen’ there.";
    /// The browser can't keep a screen awake.
    sleeps: "Deze browser kan het scherm niet wakker houden. Zet de slaapstand van het apparaat uit.", "This browser can’t keep the screen awake. Switch the sleep mode of the device off.";
    /// The heading over the buttons, and what the screen itself is called.
    steer: "Wat de zaal ziet", "What the hall sees";
    /// The heading over the preview.
    preview: "Zo ziet het scherm eruit", "This is what the screen looks like";
    /// The code fills the screen.
    code_large: "QR-code groot", "QR code large";
    /// It does not any more.
    code_small: "QR-code weer klein", "QR code small again";
    /// The counter goes.
    counter_hide: "Verberg de teller", "Hide the counter";
    /// The counter comes.
    counter_show: "Toon de teller", "Show the counter";
    /// Nothing is large any more: what was chosen stands there together.
    light_off: "Toon alles wat u koos", "Show all that you chose";
    /// A remark comes on the screen.
    show: "Toon op het scherm", "Show on the screen";
    /// It goes.
    hide: "Haal van het scherm", "Take off the screen";
    /// A remark stands there alone.
    light: "Zet groot", "Make large";
    /// Not any more.
    unlight: "Niet meer groot", "No longer large";
    /// Asks before the hall sees that.
    ask_first: "Nog niet getoond. Mag de hele zaal dit lezen? Kies dan ‘Toon toch’.", "Not shown yet. May the whole hall read this? Then choose ‘Show all the same’.";
    /// Shows it after that.
    show_sure: "Toon toch", "Show all the same";
    /// The same, alone.
    light_sure: "Toon toch groot", "Show large all the same";
    /// The state of a remark.
    shown: "De zaal ziet dit", "The hall sees this";
    /// The same, where it stands alone.
    lit: "De zaal ziet dit groot", "The hall sees this large";
    /// The state of one that was shown and has no room there.
    no_room: "Hier is geen plaats voor. Haal een andere van het scherm, of zet deze groot.", "There is no room for this. Take another one off the screen, or make this one large.";
    /// The state of one that the hall will see.
    ready: "Klaar voor het scherm", "Ready for the screen";
    /// The same, where it will stand alone.
    ready_large: "Groot klaar voor het scherm", "Ready for the screen, large";
    /// It is on its way.
    coming: "Nog niet op het scherm", "Not on the screen yet";
    /// The code fills the screen.
    behind_code: "Nu niet te zien: de QR-code staat groot", "Not to be seen now: the QR code is large";
    /// Another one stands alone.
    behind_large: "Nu niet te zien: een andere opmerking staat groot", "Not to be seen now: another remark is large";
    /// How much is on the screen, while the code fills it.
    only_code: "De zaal ziet nu alleen de QR-code.", "The hall sees only the QR code now.";
    /// While one stands there alone.
    only_large: "De zaal ziet nu één opmerking, groot.", "The hall sees one remark now, large.";
    /// It is too long for the wall.
    cut: "Van deze opmerking past alleen het begin naast de andere. Zet haar groot om meer te tonen.", "Only the beginning of this remark fits beside the others. Make it large to show more.";
    /// It is too long for the whole screen.
    cut_large: "Deze opmerking is te lang voor het scherm: de zaal ziet alleen het begin. Lees de rest voor.", "This remark is too long for the screen: the hall sees only the beginning. Read the rest aloud.";
    /// To full screen.
    whole: "Volledig scherm", "Full screen";
    /// To what steers it.
    to_remote: "Kies wat de zaal ziet", "Choose what the hall sees";
    /// On the screen while nothing is shown.
    tell: "Wat wilt u vertellen?", "What do you want to tell?";
    /// Over the address.
    on_site: "Of vertel het op", "Or tell it on";
    /// What the code is.
    qr: "QR-code van de site", "QR code of the site";
    /// Nothing was noted.
    nothing: "Er is nog niets opgeschreven. Wat u noteert, verschijnt hier, en op het scherm pas als u het toont.", "Nothing was noted yet. What you note comes here, and on the screen only when you show it.";
}

/// What a remark seems to tell of somebody, before the hall sees it.
pub fn look_first(language: Language, what: &str) -> String {
    match language {
        Nl => format!("Kijk hier eerst naar: hierin lijkt {what} te staan."),
        En => format!("Look at this first: it seems to hold {what}."),
    }
}

/// How a remark stands with the hall.
pub fn stands(language: Language, stands: Stands) -> &'static str {
    match stands {
        Stands::Off => "",
        Stands::Ready => ready(language),
        Stands::ReadyLarge => ready_large(language),
        Stands::Coming => coming(language),
        Stands::Seen => shown(language),
        Stands::SeenLarge => lit(language),
        Stands::BehindCode => behind_code(language),
        Stands::BehindLarge => behind_large(language),
        Stands::NoRoom => no_room(language),
    }
}

/// How many remarks are on the screen, and how many have no room there.
pub fn on_screen(language: Language, seen: usize, no_room: usize, of: usize) -> String {
    let all = super::desk::remarks(language, of);
    match (language, no_room) {
        (Nl, 0) => format!("{seen} van {all} op het scherm"),
        (En, 0) => format!("{seen} of {all} on the screen"),
        (Nl, more) => format!("{seen} van {all} op het scherm. Voor nog {more} is geen plaats."),
        (En, more) => format!("{seen} of {all} on the screen. There is no room for {more} more."),
    }
}

/// How many were shown, while there is no screen.
pub fn no_screen(language: Language, shown: usize, of: usize) -> String {
    let all = super::desk::remarks(language, of);
    match language {
        Nl => format!("{shown} van {all} klaar voor het scherm. Het scherm voor de zaal is niet open in deze browser."),
        En => format!("{shown} of {all} ready for the screen. The screen for the hall is not open in this browser."),
    }
}
