//! A question as its page, while it is written: looking at it, trying it out, and a concept for others.

use crate::domain::{
    day::Day,
    language::Language::{self, En, Nl},
};

say! {
    /// The button that opens it.
    open: "Bekijk", "View";
    /// The part of the room.
    title: "Zo wordt de pagina", "How the page will be";
    /// The button that closes it.
    close: "Sluit", "Close";
    /// It is made for the first time.
    making: "De pagina wordt gemaakt …", "The page is being made …";
    /// It can't be made yet, and there is nothing to show.
    not_yet: "Nog geen pagina. Eerst is dit nodig:", "No page yet. This is needed first:";
    /// It can't be made as it is now; an earlier one shows.
    earlier: "U ziet de pagina van daarvoor. Eerst is dit nodig:", "You see the page from before that. This is needed first:";
    /// Something is still to be written.
    stood_in: "Wat u nog niet schreef, staat er als ‘…’. Dagen die u nog niet koos, zijn een voorbeeld.", "What you have not written yet shows as ‘…’. Days that you have not chosen yet are an example.";
    /// Nothing is wrong in the question itself.
    not_of_it: "De site waar deze vraag bij hoort, klopt nog niet. Kijk bij Publiceren wat er is.", "The site of this question is not right yet. See at Publish what it is.";
    /// The button for the file.
    keep: "Bewaar als concept (één bestand)", "Save as a concept (one file)";
    /// What that is for.
    keep_help: "Om te laten lezen: per mail, of op papier. Het bestand opent zonder internet, en niemand kan er iets mee insturen.", "To let others read it: by e-mail, or on paper. The file opens without internet, and nobody can send anything with it.";
    /// It is there.
    kept: "Het concept staat bij uw downloads.", "The concept is in your downloads.";
    /// It is not.
    not_kept: "Het concept kon niet worden bewaard. Probeer het opnieuw.", "The concept could not be saved. Try again.";
    /// The button that lets one try it.
    attempt: "Probeer het zelf", "Try it yourself";
    /// The button that goes back.
    attempted: "Stop met proberen", "Stop trying";
    /// One tries it.
    trying: "U probeert de vraag zoals zij was toen u begon. Er wordt niets verstuurd.", "You try the question as it was when you began. Nothing is sent.";
    /// It is on its way.
    attempting: "Het voorbeeld wordt klaargezet …", "The example is being set up …";
    /// The browser can't do it here.
    no_attempt: "Proberen kan in dit venster niet: daarvoor is een adres met https nodig, en geen privévenster. Bekijken kan wel.", "You can’t try it in this window: that needs an address with https, and no private window. You can look at it.";
    /// It did not come to it.
    not_attempted: "Het voorbeeld kon niet worden klaargezet. Kijk of u netwerk hebt, en probeer het opnieuw.", "The example could not be set up. See whether you have a network, and try again.";
    /// On top of each page that is tried.
    trial: "Voorbeeld: er wordt niets verstuurd. Een code die u hier krijgt, bestaat niet.", "Example: nothing is sent. A code that you get here does not exist.";
    /// Of a concept that is not whole.
    unfinished: "Nog niet af", "Not finished yet";
    /// What that means.
    unfinished_help: "Waar ‘…’ staat, komt nog tekst. Ook de dagen staan nog niet vast.", "Where it says ‘…’, text is still to come. The days may change, too.";
    /// What a concept is called.
    concept_name: "Concept", "Concept";
}

/// How many more things are needed.
pub fn more(language: Language, count: usize) -> String {
    match language {
        Nl => format!("En nog {count}."),
        En => format!("And {count} more."),
    }
}

/// On top of a concept.
pub fn concept(language: Language, day: Day) -> String {
    match language {
        Nl => format!("Concept van {}, niet gepubliceerd. Reageren kan nog niet.", day.written(Nl)),
        En => format!("Concept of {}, not published. You can’t respond yet.", day.written(En)),
    }
}
