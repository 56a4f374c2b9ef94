//! A helper who joins a gathering with a device of their own.

use crate::domain::language::Language::{self, En, Nl};

say! {
    /// The part of the room about it.
    help: "Laat een helper meedoen", "Let a helper join";
    /// What it is.
    help_lead: "Uw helper richt de camera van een telefoon of tablet op de code, en noteert dan mee. Ook zonder internet, als de werkplek daar al een keer open was. Opmerkingen staan er niet in.", "Your helper points the camera of a telephone or tablet at the code, and then notes too. Without internet as well, if the desk was open there once. No remarks are in it.";
    /// The button.
    show: "Toon de code", "Show the code";
    /// What the code is.
    code: "Code waarmee een helper meedoet", "Code with which a helper joins";
    /// Who may see it.
    beware: "Laat de code alleen aan uw helpers zien: wie hem heeft, kan opmerkingen insturen als uit uw gesprek. De site zelf ziet hem niet.", "Show the code to your helpers only: who has it can send remarks as if from your gathering. The site itself does not see it.";
    /// The same as an address.
    link: "Of stuur deze link naar uw helper", "Or send this link to your helper";
    /// To copy it.
    copy: "Kopieer de link", "Copy the link";
    /// It was copied.
    copied: "De link is gekopieerd. Plak hem in een bericht aan uw helper.", "The link was copied. Paste it in a message to your helper.";
    /// It could not be.
    not_copied: "De browser kopieert niet. Kies de link en kopieer hem zelf.", "The browser does not copy. Select the link and copy it yourself.";
    /// How things come together again.
    back: "Na afloop maakt uw helper een reservekopie. Zet die hier terug: dan staat alles bij elkaar.", "Afterwards your helper makes a back-up. Put it back here: then everything is together.";
    /// It does not fit.
    too_large: "Er is te veel bekend van dit gesprek voor één code. Geef uw helper een reservekopie, of stuur de link.", "Too much is known of this gathering for one code. Give your helper a back-up, or send the link.";
    /// Two wrote different things.
    disputed: "Twee mensen schreven iets anders over dit gesprek. Kies eerst in het gesprek wat moet gelden. Daarna kan een helper meedoen.", "Two people wrote different things about this gathering. First choose in the gathering what should hold. Then a helper can join.";
    /// Where one only practises.
    practised: "Met een oefengesprek kan niemand meedoen: daarvan gaat niets van dit apparaat.", "Nobody can join a practice gathering: nothing of it leaves this device.";

    /// The room of who joins.
    title: "Meedoen met een gesprek", "Join a gathering";
    /// What one can do in it.
    lead: "Iemand vraagt u om mee te noteren. Klopt het gesprek hieronder? Doe dan mee.", "Somebody asks you to note too. Is the gathering below the right one? Then join.";
    /// The button.
    join: "Doe mee", "Join";
    /// What happens then.
    join_help: "De gegevens van het gesprek komen dan op dit apparaat. Wat u noteert, staat alleen hier, totdat u er een reservekopie van geeft of het verstuurt.", "The details of the gathering then come on this device. What you note is only here, until you give a back-up of it or send it.";
    /// It is here already.
    here: "Dit apparaat doet al mee. Er is niets veranderd.", "This device has joined already. Nothing has changed.";
    /// There is something newer of it.
    newer_details: "Dit apparaat doet al mee. In deze code staan andere gegevens van het gesprek.", "This device has joined already. This code has other details of the gathering.";
    /// The button for that.
    take: "Neem de gegevens over", "Take over the details";
    /// To where one notes in it.
    to_gathering: "Ga noteren", "Go and note";
    /// It is damaged.
    damaged: "Deze code of link is niet heel. Er is niets veranderd. Richt de camera nog een keer op de code, of laat u de hele link sturen.", "This code or link is not whole. Nothing has changed. Point the camera at the code once more, or have the whole link sent to you.";
    /// It is newer.
    newer: "Deze code is gemaakt door een nieuwere werkplek. Er is niets veranderd. Open de werkplek hier één keer met internet, laad hem opnieuw, en richt de camera weer op de code.", "This code was made by a newer desk. Nothing has changed. Open the desk here once with internet, load it again, and point the camera at the code again.";
    /// Opened without a code.
    none: "Hier doet u mee met het gesprek van een ander. Richt de camera van dit apparaat op de code bij ‘Voorbereiding’ op het andere apparaat.", "Here you join the gathering of somebody else. Point the camera of this device at the code under ‘Preparation’ on the other device.";
}

/// How many stops there are.
pub fn stops(language: Language, count: usize) -> String {
    match language {
        Nl => super::counted(count, "halte", "haltes"),
        En => super::counted(count, "stop", "stops"),
    }
}
