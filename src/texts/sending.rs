//! Sending what was noted in gatherings: what can go, what waits and why, what went.

use super::{counted, desk};
use crate::domain::{
    delivery::{Refusal, Trouble},
    language::Language::{self, En, Nl},
    sending::{Since, Waits},
};

say! {
    /// The room.
    title: "Versturen", "Send";
    /// What one can do in it.
    lead: "Stuur wat u opschreef naar de provincie. Het telt daar mee als wat mensen zelf insturen, met het bewijs dat het uit dit gesprek komt.", "Send what you noted to the province. There it counts with what people send themselves, with the proof that it comes from this gathering.";
    /// What is sent and what is not.
    what: "Verstuurd worden de woorden, de soort en de dag. Namen van sprekers, beloften en hoe u terugkijkt, gaan niet mee: die staan in de reservekopie.", "The words, the kind and the day are sent. Names of speakers, promises and how you look back do not go along: they are in the back-up.";
    /// After sending.
    then: "Geef daarna een reservekopie aan de provincie. Pas dan kan zij zien dat de opmerkingen echt uit uw gesprek komen.", "Afterwards give a back-up to the province. Only then can it see that the remarks really come from your gathering.";
    /// Stop.
    stop: "Stop", "Stop";
    /// Nothing can go.
    nothing: "Er is nu niets te versturen.", "There is nothing to send now.";
    /// The site takes nothing over the network.
    by_hand: "Deze site neemt niets aan via internet. Geef een reservekopie aan de provincie: daar staat alles in.", "This site takes nothing over the internet. Give a back-up to the province: everything is in it.";
    /// All went.
    all_sent: "Alles is verstuurd en aangekomen.", "Everything was sent and has arrived.";
    /// It was stopped.
    stopped: "Gestopt. Wat aankwam, staat als verstuurd; de rest staat nog hier.", "Stopped. What arrived is marked as sent; the rest is still here.";
    /// The site has moved.
    refresh: "Het adres waar opmerkingen heen gaan is veranderd. Open de werkplek opnieuw, met internet, en probeer het nog eens. Alles staat nog hier.", "The address that remarks go to has changed. Open the desk again, with internet, and try once more. Everything is still here.";
    /// What was refused.
    refused: "Niet aangenomen", "Not taken";
    /// That it is still here.
    refused_help: "Deze opmerkingen nam de provincie niet aan. Ze staan nog op dit apparaat. Bel de provincie als u niet weet waarom.", "The province did not take these remarks. They are still on this device. Call the province if you do not know why.";
}

/// The button.
pub fn send(language: Language, count: usize) -> String {
    match language {
        Nl => format!("Verstuur {}", desk::remarks(language, count)),
        En => format!("Send {}", desk::remarks(language, count)),
    }
}

/// How far it is.
pub fn progress(language: Language, sent: usize, of: usize) -> String {
    match language {
        Nl => format!("{sent} van {of} aangekomen …"),
        En => format!("{sent} of {of} have arrived …"),
    }
}

/// How many can go.
pub fn ready(language: Language, count: usize) -> String {
    match language {
        Nl => format!("{} klaar om te versturen", counted(count, "opmerking", "opmerkingen")),
        En => format!("{} ready to be sent", counted(count, "remark", "remarks")),
    }
}

/// How many went.
pub fn sent(language: Language, count: usize) -> String {
    match language {
        Nl => format!("{} verstuurd en aangekomen", counted(count, "opmerking", "opmerkingen")),
        En => format!("{} sent and arrived", counted(count, "remark", "remarks")),
    }
}

/// How many are not sent, at the home.
pub fn unsent(language: Language, count: usize) -> String {
    match (language, count) {
        (Nl, 0) => "Alles wat is opgeschreven, is verstuurd.".to_owned(),
        (En, 0) => "Everything that was noted has been sent.".to_owned(),
        (Nl, _) => format!("{} nog niet verstuurd.", counted(count, "opmerking is", "opmerkingen zijn")),
        (En, _) => format!("{} not sent yet.", counted(count, "remark is", "remarks are")),
    }
}

/// How many wait, and why.
pub fn waits(language: Language, count: usize, why: Waits) -> String {
    let remarks = desk::remarks(language, count);
    let on = |day: crate::domain::day::Day| day.written(language);
    let why = match (language, why) {
        (Nl, Waits::NoConsultation) => "dit gesprek gaat niet over een vraag van deze site".to_owned(),
        (En, Waits::NoConsultation) => "this gathering is about no question of this site".to_owned(),
        (Nl, Waits::Disputed) => "twee mensen schreven iets anders; kies eerst wat moet gelden".to_owned(),
        (En, Waits::Disputed) => "two people wrote different things; first choose what should hold".to_owned(),
        (Nl, Waits::NoDay) => "het gesprek heeft nog geen dag".to_owned(),
        (En, Waits::NoDay) => "the gathering has no day yet".to_owned(),
        (Nl, Waits::NotHeld(day)) => format!("het gesprek is pas op {}", on(day)),
        (En, Waits::NotHeld(day)) => format!("the gathering is on {}", on(day)),
        (Nl, Waits::NotOpen(day)) => format!("de vraag gaat open op {}", on(day)),
        (En, Waits::NotOpen(day)) => format!("the question opens on {}", on(day)),
        (Nl, Waits::HeldBefore(day)) => format!("het gesprek was voordat de vraag openging, op {}", on(day)),
        (En, Waits::HeldBefore(day)) => format!("the gathering was before the question opened, on {}", on(day)),
        (Nl, Waits::Closed(day)) => format!("reageren kon tot en met {}", on(day)),
        (En, Waits::Closed(day)) => format!("one could respond until {}", on(day)),
        (Nl, Waits::NoQuestion) => "de vraag heeft geen plek voor eigen woorden".to_owned(),
        (En, Waits::NoQuestion) => "the question has no place for one’s own words".to_owned(),
        (Nl, Waits::NoSecret) => "het bewijs wordt gemaakt zodra u verstuurt".to_owned(),
        (En, Waits::NoSecret) => "the proof is made as you send".to_owned(),
        (Nl, Waits::NoWords) => "de woorden zijn gewist of ontbreken".to_owned(),
        (En, Waits::NoWords) => "the words were erased or are missing".to_owned(),
        (Nl, Waits::TooLong { max, has }) => {
            format!("{} te lang; maak er twee van", super::characters(language, has.saturating_sub(max)))
        }
        (En, Waits::TooLong { max, has }) => {
            format!("{} too long; make two of it", super::characters(language, has.saturating_sub(max)))
        }
    };
    match language {
        Nl => format!("{remarks}: wacht, want {why}"),
        En => format!("{remarks}: waiting, as {why}"),
    }
}

/// How many were changed after they were sent.
pub fn since(language: Language, count: usize, since: Since) -> String {
    let remarks = desk::remarks(language, count);
    let what = match (language, since) {
        (Nl, Since::TakenBack) => "hier teruggenomen na het versturen",
        (Nl, Since::Erased) => "hier gewist na het versturen; vraag de provincie om ze ook daar te wissen",
        (Nl, Since::Reworded) => "hier veranderd na het versturen",
        (Nl, Since::Sorted) => "hier een andere soort na het versturen",
        (En, Since::TakenBack) => "taken back here after it was sent",
        (En, Since::Erased) => "erased here after it was sent; ask the province to erase it there too",
        (En, Since::Reworded) => "changed here after it was sent",
        (En, Since::Sorted) => "of another kind here after it was sent",
    };
    match language {
        Nl => format!("{remarks}: {what}. Wat verstuurd is, verandert niet meer."),
        En => format!("{remarks}: {what}. What was sent does not change any more."),
    }
}

/// Why it has to wait.
pub fn trouble(language: Language, trouble: Trouble) -> &'static str {
    match (language, trouble) {
        (Nl, Trouble::NoAnswer) => {
            "Er is geen verbinding. Alles staat nog op dit apparaat. Probeer het weer als u internet hebt."
        }
        (En, Trouble::NoAnswer) => {
            "There is no connection. Everything is still on this device. Try again when you have internet."
        }
        (Nl, Trouble::Busy) => {
            "De server kan nu niets opslaan. Alles staat nog op dit apparaat. Probeer het over een paar minuten weer."
        }
        (En, Trouble::Busy) => {
            "The server can’t store anything now. Everything is still on this device. Try again in some minutes."
        }
        (Nl, Trouble::NotOurServer) => {
            "Iets anders dan onze server gaf antwoord, bijvoorbeeld een inlogpagina van een wifi-netwerk. Alles staat nog op dit apparaat. Log daar eerst in."
        }
        (En, Trouble::NotOurServer) => {
            "Something other than our server answered, such as the log-in page of a wifi network. Everything is still on this device. First log in there."
        }
        (Nl, Trouble::NotSetUp) => {
            "De ontvanger is niet goed ingesteld. Alles staat nog op dit apparaat. Zeg het tegen uw collega’s van de site."
        }
        (En, Trouble::NotSetUp) => {
            "The receiver is not set up right. Everything is still on this device. Tell your colleagues of the site."
        }
        (_, Trouble::ByHand) => by_hand(language),
        (Nl, Trouble::NotOpen) => {
            "De vraag is volgens de server nog niet open. Kijk of de datum van dit apparaat klopt. Alles staat nog hier."
        }
        (En, Trouble::NotOpen) => {
            "To the server the question is not open yet. See whether the date of this device is right. Everything is still here."
        }
    }
}

/// Why something was refused.
pub fn refusal(language: Language, refusal: Refusal) -> &'static str {
    match (language, refusal) {
        (Nl, Refusal::Closed) => "De vraag is gesloten.",
        (En, Refusal::Closed) => "The question is closed.",
        (Nl, Refusal::Unknown) => "De server kent deze vraag niet.",
        (En, Refusal::Unknown) => "The server does not know this question.",
        (Nl, Refusal::Conflict) => "Deze opmerking is al verstuurd vanaf een ander apparaat, met andere woorden.",
        (En, Refusal::Conflict) => "This remark was sent already from another device, in other words.",
        (Nl, Refusal::TooLarge) => "De opmerking is te groot.",
        (En, Refusal::TooLarge) => "The remark is too large.",
        (Nl, Refusal::Invalid) => "De server kon de opmerking niet lezen.",
        (En, Refusal::Invalid) => "The server could not read the remark.",
        (Nl, Refusal::Forbidden) => "De server neemt niets aan van deze site.",
        (En, Refusal::Forbidden) => "The server takes nothing from this site.",
    }
}
