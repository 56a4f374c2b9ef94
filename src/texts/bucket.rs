//! Putting the site straight into a bucket from the desk.

use super::pick;
use crate::domain::{
    bucket::Trouble,
    language::Language::{self, En, Nl},
};

say! {
    /// A bucket.
    bucket: "Rechtstreeks in een bucket (S3)", "Straight into a bucket (S3)";
    /// When that helps.
    bucket_help: "Voor wie de site in een bucket heeft die zelf webpagina’s toont. De gegevens krijgt u van wie de bucket beheert.", "For who has the site in a bucket that shows web pages itself. Whoever manages the bucket gives you what to fill in.";
    /// The server.
    server: "Adres van de server", "Address of the server";
    /// How that looks.
    server_help: "Bijvoorbeeld https://s3.gra.io.cloud.ovh.net", "For example https://s3.gra.io.cloud.ovh.net";
    /// The region.
    region: "Regio (mag leeg blijven)", "Region (may stay empty)";
    /// The bucket itself.
    name: "Naam van de bucket", "Name of the bucket";
    /// In which folder of it.
    prefix: "Map in de bucket (mag leeg blijven)", "Folder in the bucket (may stay empty)";
    /// The public half of the key.
    access: "Sleutel (access key)", "Key (access key)";
    /// The secret half.
    secret: "Geheim bij de sleutel (secret key)", "Secret of the key (secret key)";
    /// Whether to keep the key.
    remember: "Onthoud de sleutel op dit apparaat", "Remember the key on this device";
    /// What that means.
    remember_help: "Doe dat alleen op een apparaat dat van u is. Wie erbij kan, kan met de sleutel de site veranderen.", "Only do so on a device of your own. Who gets at it can change the site with the key.";
    /// What has to be known of it.
    fill_in: "Vul de gegevens van de bucket in", "Fill in what has to be known of the bucket";
    /// Put it there.
    to_bucket: "Zet de site in de bucket", "Put the site in the bucket";
    /// Something is not filled in.
    not_filled: "Vul het adres van de server, de bucket en de sleutel met het geheim in.", "Fill in the address of the server, the bucket, and the key with its secret.";
    /// The name is none.
    bucket_wrong: "Dit is geen naam van een bucket: kleine letters, cijfers, punten en streepjes.", "This is no name of a bucket: small letters, digits, dots and hyphens.";
    /// The prefix is none.
    prefix_wrong: "Deze map kan niet. Gebruik letters, cijfers en streepjes, of laat het leeg.", "This folder is not possible. Use letters, digits and hyphens, or leave it empty.";
    /// The address is none.
    server_wrong: "Dit is geen adres van een server. Het begint met https:// en heeft geen pad.", "This is no address of a server. It begins with https:// and has no path.";
    /// It does not let the browser read its answers.
    not_allowed: "De bucket antwoordt, maar laat deze site niet toe. Dat staat in de instellingen van de bucket.", "The bucket answers, but does not allow this site. That is in the settings of the bucket.";
    /// What to paste.
    cors: "Plak dit bij de instellingen van de bucket, onder CORS:", "Paste this in the settings of the bucket, under CORS:";
}

/// Why a bucket does not do what it was asked, for who sits at a browser.
pub fn trouble(language: Language, trouble: &Trouble) -> String {
    let text = |nl: &str, en: &str| pick(language, nl, en);
    match trouble {
        Trouble::NoAnswer => text(
            "De bucket antwoordt niet. Kijk of u netwerk hebt en of het adres van de server klopt.",
            "The bucket does not answer. See whether you have a network, and whether the address of the server is right.",
        ),
        Trouble::Clock(_) => text(
            "De klok van dit apparaat loopt niet gelijk met die van de server. Zet de klok goed en probeer het opnieuw.",
            "The clock of this device differs from that of the server. Set the clock right and try again.",
        ),
        Trouble::Elsewhere(Some(there)) => match language {
            Nl => format!("De bucket staat ergens anders. De server noemt: {there}. Vul dat in bij adres of regio."),
            En => format!("The bucket is somewhere else. The server says: {there}. Fill that in as address or region."),
        },
        Trouble::Elsewhere(None) => text(
            "De bucket staat ergens anders. Kijk of het adres en de regio kloppen.",
            "The bucket is somewhere else. See whether the address and the region are right.",
        ),
        Trouble::NoBucket => {
            text("Er is geen bucket met deze naam op deze server.", "There is no bucket with this name on this server.")
        }
        Trouble::UnknownKey => text(
            "De server kent deze sleutel niet. Kijk of u hem goed hebt overgenomen.",
            "The server does not know this key. See whether you copied it right.",
        ),
        Trouble::WrongSecret => text(
            "Het geheim bij de sleutel klopt niet. Kijk of u het goed hebt overgenomen.",
            "The secret of the key is not right. See whether you copied it right.",
        ),
        Trouble::Expired => text(
            "De sleutel is niet meer geldig. Vraag een nieuwe.",
            "The key is not valid any more. Ask for a new one.",
        ),
        Trouble::Forbidden => text(
            "Met deze sleutel mag dit niet. Hij moet in de bucket mogen kijken, schrijven en weghalen.",
            "This key may not do this. It has to be allowed to list, write and delete in the bucket.",
        ),
        Trouble::Page(status) => match language {
            Nl => format!("Op dit adres antwoordt een webpagina ({status}), en geen bucket. Kijk of het adres klopt."),
            En => format!("A web page answers at this address ({status}), and no bucket. See whether it is right."),
        },
        Trouble::Other(status, said) => match language {
            Nl => format!("De server weigert het ({status} {said}). Probeer het later opnieuw."),
            En => format!("The server refuses ({status} {said}). Try again later."),
        },
    }
}
