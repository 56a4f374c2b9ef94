//! What came of a test reaction, and what a bucket means when it does not do what it was asked.

use crate::{
    domain::{
        attempt::{Came, Tried},
        bucket::Trouble,
        delivery::Refusal,
        language::Language::{self, En, Nl},
    },
    texts::pick,
};

/// An endpoint, and what came of trying it.
pub fn line(language: Language, tried: &Tried) -> String {
    format!("{}: {}", tried.place, sentence(language, &tried.came))
}

fn sentence(language: Language, came: &Came) -> String {
    let text = |nl: &str, en: &str| pick(language, nl, en);
    match came {
        Came::Taken => text(
            "De proefreactie is aangekomen. Zij telt nergens mee.",
            "The test reaction has arrived. It is counted nowhere.",
        ),
        Came::Closed => text(
            "Het eindpunt werkt, maar er is nu geen vraag open: de proefreactie is daarom niet bewaard.",
            "The endpoint works, but no consultation is open now: so the test reaction was not kept.",
        ),
        Came::ByHand => text(
            "Hier wordt niets verstuurd: mensen brengen of mailen hun reactie zelf.",
            "Nothing is sent here: people bring or mail their reaction themselves.",
        ),
        Came::Nothing => text("Er is geen vraag om het mee te proberen.", "There is no consultation to try it with."),
        Came::NoAddress => text(
            "Dit is een pad op de site, en haar adres is niet bekend. Zet \"address\" in site.json, of noem het met --origin.",
            "This is a path on the site, and its address is not known. Put \"address\" in site.json, or name it with --origin.",
        ),
        Came::NoIntake => text(
            "Dit bestand is er niet, of is geen intake. Maak het met `beginspraak sign-intake`.",
            "This file is not there, or is no intake. Make it with `beginspraak sign-intake`.",
        ),
        Came::Refused(why) => match language {
            Nl => format!("De proefreactie is geweigerd: {}.", refusal(language, *why)),
            En => format!("The test reaction was refused: {}.", refusal(language, *why)),
        },
        Came::NoAnswer => text(
            "Er komt geen antwoord. Kijk of het adres klopt en of de server draait.",
            "There is no answer. Check the address, and that the server runs.",
        ),
        Came::Elsewhere(to) => match (language, to) {
            (Nl, Some(to)) => format!("Dit adres stuurt door naar {to}. Zet dat adres zelf in site.json."),
            (En, Some(to)) => format!("This address sends on to {to}. Put that address itself in site.json."),
            (Nl, None) => "Dit adres stuurt door naar een ander. Zet dat andere adres in site.json.".into(),
            (En, None) => "This address sends on to another. Put that other address in site.json.".into(),
        },
        Came::Page(status) => match language {
            Nl => format!(
                "Hier antwoordt een gewone webpagina ({status}), en geen verzamelaar. Kijk of het adres klopt, ook het pad."
            ),
            En => format!(
                "An ordinary web page answers here ({status}), and no collector. Check the address, the path too."
            ),
        },
        Came::Busy(status) => match language {
            Nl => {
                format!("De server kan het nu niet aan ({status}). Kijk op de server wat er is, en probeer het later.")
            }
            En => format!("The server can't manage now ({status}). Look at the server, and try later."),
        },
        Came::Bucket(trouble) => bucket(language, trouble),
        Came::NotReadable => text(
            "De proefreactie is aangekomen, maar een browser mag het antwoord niet lezen. Reacties zouden steeds opnieuw worden verstuurd. Stel CORS in; `beginspraak sign-intake --explain` laat zien hoe.",
            "The test reaction has arrived, but a browser may not read the answer. Reactions would be sent again and again. Set up CORS; `beginspraak sign-intake --explain` shows how.",
        ),
        Came::Other(status, said) => match language {
            Nl => format!(
                "Dit is geen antwoord dat “bewaard” betekent ({status}): {said}. Kijk of het adres en de instellingen kloppen."
            ),
            En => {
                format!("This is no answer that means “kept” ({status}): {said}. Check the address and the settings.")
            }
        },
    }
}

fn refusal(language: Language, why: Refusal) -> String {
    let (nl, en) = match why {
        Refusal::Closed => ("de vraag is niet open", "the consultation is not open"),
        Refusal::Unknown => (
            "de verzamelaar kent deze vraag niet; publiceer de site opnieuw op zijn server",
            "the collector does not know this consultation; publish the site again on its server",
        ),
        Refusal::Conflict => ("het nummer was al in gebruik; probeer het nog eens", "the id was in use; try again"),
        Refusal::TooLarge => ("te groot", "too large"),
        Refusal::Invalid => (
            "zij past niet bij de vragen; publiceer de site opnieuw op zijn server",
            "it does not fit the questions; publish the site again on its server",
        ),
        Refusal::Forbidden => (
            "de verzamelaar neemt van dit adres niets aan; start hem met --origin",
            "the collector takes nothing from this address; start it with --origin",
        ),
    };
    pick(language, nl, en)
}

/// Why a bucket does not do what it was asked, and what helps.
pub fn bucket(language: Language, trouble: &Trouble) -> String {
    let text = |nl: &str, en: &str| pick(language, nl, en);
    match trouble {
        Trouble::NoAnswer => text(
            "De server geeft geen antwoord. Probeer het later opnieuw.",
            "The server does not answer. Try again later.",
        ),
        Trouble::Clock(0) => text(
            "De klok van deze computer loopt niet gelijk met die van de server. Zet de klok goed, en onderteken opnieuw.",
            "The clock of this computer differs from the server's. Set the clock, and sign again.",
        ),
        Trouble::Clock(minutes) => match (language, minutes.abs(), *minutes > 0) {
            (Nl, by, true) => {
                format!("De klok van deze computer loopt {by} minuten voor. Zet de klok goed, en onderteken opnieuw.")
            }
            (Nl, by, false) => {
                format!("De klok van deze computer loopt {by} minuten achter. Zet de klok goed, en onderteken opnieuw.")
            }
            (En, by, true) => {
                format!("The clock of this computer is {by} minutes ahead. Set the clock, and sign again.")
            }
            (En, by, false) => {
                format!("The clock of this computer is {by} minutes behind. Set the clock, and sign again.")
            }
        },
        Trouble::Elsewhere(Some(place)) => match language {
            Nl => format!("De bucket staat ergens anders: {place}. Noem dat met --endpoint-url of --region."),
            En => format!("The bucket is elsewhere: {place}. Name that with --endpoint-url or --region."),
        },
        Trouble::Elsewhere(None) => text(
            "De bucket staat in een andere regio. Noem de goede met --region of --endpoint-url.",
            "The bucket is in another region. Name the right one with --region or --endpoint-url.",
        ),
        Trouble::NoBucket => {
            text("Deze bucket bestaat niet. Kijk of de naam klopt.", "There is no such bucket. Check its name.")
        }
        Trouble::UnknownKey => text(
            "De server kent deze sleutel niet. Kijk of AWS_ACCESS_KEY_ID klopt.",
            "The server does not know this key. Check AWS_ACCESS_KEY_ID.",
        ),
        Trouble::WrongSecret => text(
            "De geheime helft van de sleutel klopt niet. Kijk of AWS_SECRET_ACCESS_KEY en de regio kloppen.",
            "The secret half of the key is not right. Check AWS_SECRET_ACCESS_KEY and the region.",
        ),
        Trouble::Expired => text(
            "De handtekening of de sleutel is verlopen. Onderteken opnieuw met `beginspraak sign-intake`, met een sleutel die nog geldig is.",
            "The signature or the key has expired. Sign again with `beginspraak sign-intake`, with a key that is still valid.",
        ),
        Trouble::Forbidden => text(
            "De sleutel mag dit niet. Geef hem het recht; `beginspraak sign-intake --explain` laat zien hoe.",
            "The key may not do this. Give it the right; `beginspraak sign-intake --explain` shows how.",
        ),
        Trouble::Page(status) => match language {
            Nl => format!("Hier antwoordt een gewone webpagina ({status}), en geen bucket. Kijk of het adres klopt."),
            En => format!("An ordinary web page answers here ({status}), and no bucket. Check the address."),
        },
        Trouble::Other(status, code) => {
            let said = if code.is_empty() { String::new() } else { format!(" {code}") };
            match language {
                Nl => format!(
                    "De server doet het niet ({status}{said}). Kijk of de naam, de regio en de rechten van de sleutel kloppen."
                ),
                En => format!(
                    "The server does not do it ({status}{said}). Check the name, the region and the rights of the key."
                ),
            }
        }
    }
}
