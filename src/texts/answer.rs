//! The pages with which the collector answers a form that was sent without JavaScript.

use crate::{
    domain::{
        day::Day,
        language::Language::{self, En, Nl},
    },
    files::posted::Failure,
};

say! {
    /// Under the receipt.
    write_down: "Schrijf de code op, of print deze pagina.", "Write the code down, or print this page.";
    /// The link to looking up.
    follow: "Zoek later uw reactie op in ons antwoord", "Look up your response in our answer later";
    /// Heading when it was not taken.
    failure_title: "Uw reactie is niet verstuurd", "Your response was not sent";
    /// Above what was typed.
    your_answers: "Dit had u ingevuld", "This is what you filled in";
    /// Before the e-mail address.
    mail: "Lukt het niet? Kopieer uw antwoorden en mail ze naar", "Does it not work? Copy your answers and mail them to";
    /// Back to the consultation.
    back: "Terug", "Back";
}

/// When it was stored.
pub fn stored_on(language: Language, day: Day) -> String {
    match language {
        Nl => format!("Aangekomen op {}.", day.written(language)),
        En => format!("Arrived on {}.", day.written(language)),
    }
}

/// Why it was not taken, and what to do.
pub fn failure(language: Language, failure: Failure) -> &'static str {
    match (language, failure) {
        (Nl, Failure::Closed) => "Deze vraag is gesloten: u kunt niet meer reageren. Uw antwoorden staan hieronder.",
        (En, Failure::Closed) => "This question has closed: you can’t respond any more. Your answers are below.",
        (Nl, Failure::NotOpen) => {
            "Deze vraag is nog niet open. Bewaar uw antwoorden, en verstuur ze als de vraag open is. Uw antwoorden staan hieronder."
        }
        (En, Failure::NotOpen) => {
            "This question is not open yet. Keep your answers, and send them when the question is open. Your answers are below."
        }
        (Nl, Failure::Unknown) => "Deze vraag bestaat niet (meer). Uw antwoorden staan hieronder.",
        (En, Failure::Unknown) => "This question does not exist (any more). Your answers are below.",
        (Nl, Failure::Busy | Failure::Full) => {
            "Wij kunnen nu niets opslaan. Ga terug en probeer het over een paar minuten opnieuw. Uw antwoorden staan hieronder."
        }
        (En, Failure::Busy | Failure::Full) => {
            "We can’t store anything now. Go back and try again in a few minutes. Your answers are below."
        }
        (Nl, Failure::TooLarge) => "Uw reactie is te lang. Ga terug en maak uw antwoorden korter.",
        (En, Failure::TooLarge) => "Your response is too long. Go back and make your answers shorter.",
        (Nl, Failure::Forbidden) => {
            "Dit formulier kwam van een andere site. Open de vraag op deze site en verstuur uw reactie daar."
        }
        (En, Failure::Forbidden) => {
            "This form came from another site. Open the question on this site and send your response there."
        }
        (Nl, Failure::SlowDown) => {
            "Er komen nu erg veel reacties van uw verbinding. Wacht een minuut, ga terug en verstuur opnieuw."
        }
        (En, Failure::SlowDown) => {
            "Very many responses are coming from your connection. Wait a minute, go back and send again."
        }
        (Nl, Failure::Invalid) => {
            "Wij konden het formulier niet lezen. Open de vraag opnieuw en verstuur uw reactie daar."
        }
        (En, Failure::Invalid) => "We could not read the form. Open the question again and send your response there.",
    }
}
