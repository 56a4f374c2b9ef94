//! The page `/mijn-reacties/` and the banner: reactions that wait on the device, or were sent from it.

use crate::domain::{
    day::Day,
    delivery::Trouble,
    language::Language::{self, En, Nl},
};

say! {
    /// Nothing was ever sent from here.
    none: "Vanaf dit apparaat is nog geen reactie verstuurd.", "No response was sent from this device yet.";
    /// State of a draft.
    begun: "Nog niet klaar", "Not finished yet";
    /// What stands here of it.
    begun_help: "Wat u invulde, staat nog op dit apparaat.", "What you filled in is still on this device.";
    /// To the form, with what was filled in.
    go_on: "Ga verder", "Go on";
    /// While the list is read.
    loading: "Een ogenblik, we kijken wat er op dit apparaat staat …", "One moment, looking at what is on this device …";
    /// State of an unsent reaction.
    waiting: "Nog niet verstuurd", "Not sent yet";
    /// State of a reaction that its writer brought.
    handed_over: "Zelf opgestuurd", "You brought it yourself";
    /// Its writer says so.
    hand_over: "Ik heb hem opgestuurd", "I have brought it";
    /// Beside what waits: what this device may do to it.
    keep: "Wacht niet te lang: sommige browsers, zoals Safari, wissen na 7 dagen zonder bezoek wat hier staat. Wilt u zeker zijn? Download uw reactie als bestand.", "Do not wait too long: some browsers, such as Safari, delete what is here after 7 days without a visit. Do you want to be sure? Download your response as a file.";
    /// How to mail it.
    attach: "Zo mailt u uw reactie: download eerst het bestand voor een programma (JSON), en voeg dat als bijlage toe aan de mail.", "This is how you mail your response: first download the file for a program (JSON), and attach it to the mail.";
    /// Begins a mail, to which its writer attaches the file.
    mail: "Maak een mail", "Write a mail";
    /// What stands in that mail.
    mail_body: "In de bijlage staat mijn reactie.", "My response is in the attached file.";
    /// State of an acknowledged reaction.
    sent: "Aangekomen", "Arrived";
    /// State of a refused reaction.
    refused: "Niet aangenomen", "Not taken";
    /// State of a record this version can't read.
    unreadable: "Niet leesbaar", "Not readable";
    /// What that means.
    unreadable_help: "Deze reactie is bewaard door een andere versie van de site. Hij blijft staan. U kunt hem downloaden.", "This response was saved by another version of the site. It stays here. You can download it.";
    /// Tries now.
    send_now: "Probeer nu te versturen", "Try to send now";
    /// Deletes.
    delete: "Verwijder", "Delete";
    /// Asks before deleting what was not sent.
    delete_unsent_sure: "Deze reactie is nog niet aangekomen. Als u hem verwijdert, is hij weg. Weet u het zeker?", "This response has not arrived yet. If you delete it, it is gone. Are you sure?";
    /// Asks before forgetting what was sent.
    delete_sent_sure: "Wilt u deze reactie en de volgcode van dit apparaat halen? De provincie houdt uw reactie.", "Do you want to remove this response and its code from this device? The province keeps your response.";
    /// The receipt in the list.
    receipt: "Volgcode", "Receipt code";
    /// It was deleted.
    deleted: "Verwijderd van dit apparaat.", "Removed from this device.";
    /// Storage can't be read.
    storage_busy: "We kunnen nu niet bij wat er op dit apparaat staat. Er is niets weg: we proberen het zo weer.", "We can’t get at what is on this device now. Nothing is lost: we will try again soon.";
    storage_refused: "Uw browser bewaart niets voor deze site. Daarom is hier niets te zien.", "Your browser keeps nothing for this site. That is why there is nothing to see here.";
    /// To the list, from the banner.
    see: "Bekijk", "See";
    /// Label of the code.
    follow_label: "Uw volgcode", "Your receipt code";
    /// Under the label.
    follow_hint: "Hebt u meer codes? Zet elke code op een eigen regel.", "Do you have several codes? Put each on a line of its own.";
    /// Looks it up.
    follow_check: "Zoek mijn reactie", "Find my response";
}

/// Text of the picture of a QR code with a whole reaction, or with a part of it.
pub fn whole_qr(language: Language, part: usize, of: usize) -> String {
    let which = if of == 1 { String::new() } else { format!("{part}/{of} ") };
    match language {
        Nl => format!("QR-code {which}met uw hele reactie, om te printen"),
        En => format!("QR code {which}with your whole response, to print"),
    }
}

/// The banner on every page.
pub fn banner(language: Language, count: usize) -> String {
    match (language, count) {
        (Nl, 1) => "1 reactie staat klaar om te versturen.".into(),
        (En, 1) => "1 response is ready to be sent.".into(),
        (Nl, n) => format!("{n} reacties staan klaar om te versturen."),
        (En, n) => format!("{n} responses are ready to be sent."),
    }
}

/// The banner, for what the server will not take.
pub fn banner_refused(language: Language, count: usize) -> String {
    match (language, count) {
        (Nl, 1) => "1 reactie is niet aangenomen.".into(),
        (En, 1) => "1 response was not taken.".into(),
        (Nl, n) => format!("{n} reacties zijn niet aangenomen."),
        (En, n) => format!("{n} responses were not taken."),
    }
}

/// Why sending has to wait.
pub fn trouble(language: Language, trouble: Option<Trouble>) -> &'static str {
    match (language, trouble) {
        (Nl, None) => "Wordt zo verstuurd.",
        (En, None) => "Will be sent shortly.",
        (Nl, Some(Trouble::NoAnswer)) => {
            "Geen verbinding. Uw reactie staat op dit apparaat. Open deze site weer als u verbinding heeft: dan wordt hij verstuurd."
        }
        (En, Some(Trouble::NoAnswer)) => {
            "No connection. Your response is on this device. Open this site again when you are connected: then it is sent."
        }
        (Nl, Some(Trouble::Busy)) => {
            "De server kan nu niets opslaan. We proberen het opnieuw zolang u deze site open heeft."
        }
        (En, Some(Trouble::Busy)) => {
            "The server can’t store anything now. We try again as long as you have this site open."
        }
        (Nl, Some(Trouble::NotSetUp)) => {
            "De site kan uw reactie nu niet kwijt: de ontvanger is niet goed ingesteld. Uw reactie blijft bewaard. Open deze site later weer: dan proberen we het opnieuw."
        }
        (En, Some(Trouble::NotSetUp)) => {
            "The site can’t deliver your response now: the receiver is not set up right. Your response stays saved. Open this site again later: then we try again."
        }
        (Nl, Some(Trouble::ByHand)) => {
            "Bewaard op dit apparaat. Deze site verstuurt niets: mail of print uw reactie zelf, bij ‘Mijn reacties’."
        }
        (En, Some(Trouble::ByHand)) => {
            "Saved on this device. This site sends nothing: mail or print your response yourself, at ‘My responses’."
        }
        (Nl, Some(Trouble::NotOpen)) => {
            "Deze vraag is nog niet open. Uw reactie staat op dit apparaat. Kijk of de datum van uw apparaat klopt, en open deze site weer als u kunt reageren: dan wordt hij verstuurd."
        }
        (En, Some(Trouble::NotOpen)) => {
            "This question is not open yet. Your response is on this device. Check the date of your device, and open this site again when one can respond: then it is sent."
        }
        (Nl, Some(Trouble::NotOurServer)) => {
            "Iets anders dan onze server gaf antwoord, bijvoorbeeld een inlogpagina van een wifi-netwerk. We proberen het opnieuw zolang u deze site open heeft."
        }
        (En, Some(Trouble::NotOurServer)) => {
            "Something other than our server answered, such as the log-in page of a wifi network. We try again as long as you have this site open."
        }
    }
}

/// When it was written.
pub fn written_on(language: Language, day: Day) -> String {
    match language {
        Nl => format!("Geschreven op {}", day.written(language)),
        En => format!("Written on {}", day.written(language)),
    }
}
