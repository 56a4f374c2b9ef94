//! Sending what was noted in gatherings: what can go, what waits and why, what went.

use super::{characters, counted, desk};
use crate::domain::{
    delivery::{Refusal, Trouble},
    language::Language::{self, En, Nl},
    sending::{Since, Waits},
};

say! {
    /// The room.
    title: "Versturen", "Send";
    /// What one can do in it.
    lead: "Stuur wat u opschreef naar de provincie. Dat gaat in twee stappen: eerst de opmerkingen, dan een bestand met het bewijs dat ze uit uw gesprek komen. Beide zijn nodig.", "Send what you noted to the province. That goes in two steps: first the remarks, then a file with the proof that they come from your gathering. Both are needed.";
    /// The first step.
    first: "Stap 1. Verstuur de opmerkingen", "Step 1. Send the remarks";
    /// What is sent and what is not.
    what: "Verstuurd worden de woorden, de soort en de dag. Namen van sprekers, beloften en hoe u terugkijkt, gaan niet mee.", "The words, the kind and the day are sent. Names of speakers, promises and how you look back do not go along.";
    /// The second step.
    second: "Stap 2. Geef een reservekopie aan de provincie", "Step 2. Give a back-up to the province";
    /// After sending.
    then: "In de reservekopie zit het bewijs, met de beloften en hoe u terugkijkt. Pas als de provincie haar heeft, tellen de opmerkingen mee als gehoord in uw gesprek. Mail het bestand, of zet het in een gedeelde map.", "The proof is in the back-up, with the promises and how you look back. Only when the province has it, the remarks count as heard in your gathering. Mail the file, or put it in a shared folder.";
    /// Whose names are in it.
    names: "Let op: ook de voornamen en leeftijden die u noteerde staan erin, en wie wat opschreef. Geef haar alleen aan wie bij de provincie de reacties verwerken.", "Beware: the first names and ages that you noted are in it too, and who noted what. Give it only to who process the responses at the province.";
    /// Before the address and the number of the province.
    reach: "Zo bereikt u de provincie:", "This is how you reach the province:";
    /// Something that is sent looks like personal data.
    personal: "Kijk hier eerst naar", "Look at this first";
    /// What to do with it.
    personal_help: "In deze opmerkingen lijkt te staan wie iemand is. Verstuurd is verstuurd: haal de naam of het nummer er eerst uit, tenzij die persoon het goed vindt.", "These remarks seem to tell who somebody is. Sent is sent: first take the name or the number out, unless that person agrees.";
    /// To where one corrects it.
    correct: "Wijzig de opmerking in het gesprek", "Change the remark in the gathering";
    /// Stop.
    stop: "Stop", "Stop";
    /// Nothing can go.
    nothing: "Er is nu niets te versturen.", "There is nothing to send now.";
    /// The site takes nothing over the network.
    by_hand: "Deze site neemt niets aan via internet. Sla deze stap over: in de reservekopie van stap 2 staat alles.", "This site takes nothing over the internet. Skip this step: everything is in the back-up of step 2.";
    /// All went.
    all_sent: "Alles is verstuurd en aangekomen.", "Everything was sent and has arrived.";
    /// All went that could; the rest waits.
    could_sent: "Wat nu kon, is verstuurd en aangekomen. De rest wacht: kijk waarop.", "What could go now was sent and has arrived. The rest waits: see for what.";
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

/// That a back-up was made, and when.
pub fn backed_up(language: Language, day: &str, time: &str) -> String {
    match language {
        Nl => format!("Uw laatste reservekopie is van {day}, {time}. U vindt haar bij uw downloads."),
        En => format!("Your last back-up is of {day}, {time}. You find it among your downloads."),
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
        (Nl, 0) => "Alles wat is opgeschreven, is verstuurd. Geef de provincie ook een reservekopie: pas dan telt het gesprek mee.".to_owned(),
        (En, 0) => "Everything that was noted has been sent. Give the province a back-up too: only then the gathering counts.".to_owned(),
        (Nl, _) => format!("{} nog niet verstuurd.", counted(count, "opmerking is", "opmerkingen zijn")),
        (En, _) => format!("{} not sent yet.", counted(count, "remark is", "remarks are")),
    }
}

/// Asks who changes the day or the question of a gathering of which so much was sent.
pub fn setting_stays(language: Language, count: usize) -> String {
    match language {
        Nl => format!(
            "{} al verstuurd, met de dag en bij de vraag van toen. Dat verandert bij de provincie niet meer. Wat u nu kiest, geldt alleen voor wat u hierna verstuurt. Is dat goed? Kies dan ‘Toch bewaren’.",
            counted(count, "opmerking is", "opmerkingen zijn")
        ),
        En => format!(
            "{} sent already, with the day and the question of then. That does not change at the province any more. What you choose now only holds for what you send from now on. Is that right? Then choose ‘Save all the same’.",
            counted(count, "remark was", "remarks were")
        ),
    }
}

/// How many remarks this holds for.
pub fn of(language: Language, count: usize, what: &str) -> String {
    format!("{}: {what}", desk::remarks(language, count))
}

/// Why a remark can't go now, and what somebody can do.
pub fn waits(language: Language, why: Waits) -> String {
    match (language, why) {
        (Nl, Waits::Colleague) => "Het verhaal van een collega wordt niet verstuurd.".into(),
        (En, Waits::Colleague) => "The story of a colleague is not sent.".into(),
        (Nl, Waits::PutAway) => "Dit gesprek is weggezet. Zet het terug om het te versturen.".into(),
        (En, Waits::PutAway) => "This gathering is put away. Put it back to send it.".into(),
        (Nl, Waits::NoConsultation) => {
            "Kies bij ‘Verander de gegevens’ over welke vraag van de site het gesprek gaat.".into()
        }
        (En, Waits::NoConsultation) => {
            "Choose under ‘Change the details’ which question of the site the gathering is about.".into()
        }
        (Nl, Waits::Disputed) => "Hierover schreven twee mensen iets anders. Kies eerst wat er geldt.".into(),
        (En, Waits::Disputed) => "Two people wrote different things about this. First choose what holds.".into(),
        (Nl, Waits::NoDay) => "Vul bij ‘Verander de gegevens’ in op welke dag het gesprek is.".into(),
        (En, Waits::NoDay) => "Fill in under ‘Change the details’ on which day the gathering is.".into(),
        (Nl, Waits::NotHeld(day)) => {
            format!(
                "Het gesprek is op {}. Vanaf die dag kan dit worden verstuurd. Was het eerder? Verander dan de dag bij ‘Verander de gegevens’.",
                day.written(language)
            )
        }
        (En, Waits::NotHeld(day)) => {
            format!(
                "The gathering is on {}. This can be sent from that day on. Was it before? Then change the day under ‘Change the details’.",
                day.written(language)
            )
        }
        (Nl, Waits::NotOpen(day)) => format!("Op deze vraag kan men reageren vanaf {}.", day.written(language)),
        (En, Waits::NotOpen(day)) => format!("One can respond to this question from {} on.", day.written(language)),
        (Nl, Waits::HeldBefore(day)) => format!(
            "Het gesprek was voor {}, de eerste dag waarop men kan reageren. Klopt de dag van het gesprek?",
            day.written(language)
        ),
        (En, Waits::HeldBefore(day)) => format!(
            "The gathering was before {}, the first day on which one can respond. Is its day right?",
            day.written(language)
        ),
        (Nl, Waits::Closed(day)) => format!(
            "Op deze vraag kon men reageren tot en met {}. Geef een reservekopie aan wie de reacties verwerkt.",
            day.written(language)
        ),
        (En, Waits::Closed(day)) => format!(
            "One could respond to this question until {}. Give a back-up to whoever processes the responses.",
            day.written(language)
        ),
        (Nl, Waits::NoQuestion) => "Op deze vraag kan men alleen antwoorden kiezen, en niets vertellen.".into(),
        (En, Waits::NoQuestion) => "To this question one can only choose answers, and tell nothing.".into(),
        (Nl, Waits::NoSecret) => "Het bewijs van dit gesprek is nog niet gemaakt. Probeer het opnieuw.".into(),
        (En, Waits::NoSecret) => "The proof of this gathering was not made yet. Try again.".into(),
        (Nl, Waits::NoWords) => {
            "De woorden staan niet op dit apparaat. Misschien ontbreekt een bestand van een collega.".into()
        }
        (En, Waits::NoWords) => "The words are not on this device. A file of a colleague may be missing.".into(),
        (Nl, Waits::TooLong { max, has }) => {
            format!("Dit zijn {}, en er kunnen er {max} mee. Maak er twee opmerkingen van.", characters(language, has))
        }
        (En, Waits::TooLong { max, has }) => {
            format!("These are {}, and {max} can go. Make two remarks of it.", characters(language, has))
        }
    }
}

/// What happened to a remark since it was sent.
pub fn since(language: Language, since: Since) -> &'static str {
    match (language, since) {
        (Nl, Since::TakenBack) => "Verstuurd, en hier daarna teruggenomen. Wat is verstuurd, blijft staan.",
        (En, Since::TakenBack) => "Sent, and taken back here since. What was sent stays.",
        (Nl, Since::Erased) => {
            "Verstuurd, en hier daarna gewist. Vraag wie de reacties verwerkt om die ook daar te wissen."
        }
        (En, Since::Erased) => {
            "Sent, and erased here since. Ask whoever processes the responses to erase it there too."
        }
        (Nl, Since::Reworded) => "Verstuurd, en hier daarna anders opgeschreven. Wat is verstuurd, blijft staan.",
        (En, Since::Reworded) => "Sent, and worded differently here since. What was sent stays.",
        (Nl, Since::Sorted) => "Verstuurd, en hier daarna bij een andere soort gezet. Wat is verstuurd, blijft staan.",
        (En, Since::Sorted) => "Sent, and put with another kind here since. What was sent stays.",
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
