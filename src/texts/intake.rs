//! What `sign-intake` says, in Dutch and English.

use crate::{
    domain::{
        bucket::{Missing, NotALocation},
        intake::Intake,
        language::Language::{self, En, Nl},
    },
    files::intake::{Unfit, UnfitIntake},
};
use std::path::Path;

say! {
    /// Step of the explanation.
    explain_bucket: "Maak de bucket. Niemand anders kan erbij.", "Make the bucket. Nobody else can get at it.";
    /// Step of the explanation.
    explain_rights: "Maak twee sleutels. Met de ene kan alleen iets worden toegevoegd: daarmee ondertekent u. Met de andere kan alleen worden gelezen: daarmee verzamelt u.", "Make two keys. One can only add: you sign with it. The other can only read: you gather with it.";
    /// Step of the explanation.
    explain_versions: "Bewaar oudere versies, zodat niets verloren gaat als een object wordt overschreven.", "Keep older versions, so that nothing is lost when an object is overwritten.";
    /// Step of the explanation.
    explain_site: "Zet dit in site.json en publiceer de site. Laat daarna elke dag sign-intake draaien.", "Put this in site.json and publish the site. Then let sign-intake run every day.";
}

/// Step of the explanation.
pub fn explain_cors(language: Language, origin: &str) -> String {
    match language {
        Nl => format!("Laat browsers op {origin} het antwoord van de bucket lezen."),
        En => format!("Let browsers on {origin} read the bucket's answer."),
    }
}

/// A number of days.
fn days_counted(language: Language, days: usize) -> String {
    match language {
        Nl => super::counted(days, "dag", "dagen"),
        En => super::counted(days, "day", "days"),
    }
}

/// Step of the explanation.
pub fn explain_lifecycle(language: Language, days: u32) -> String {
    let days = days_counted(language, days as usize);
    match language {
        Nl => format!(
            "Verwijder reacties na {days}. Neem hier de bewaartermijn uit uw privacyverklaring, en verzamel op tijd."
        ),
        En => format!(
            "Delete reactions after {days}. Take the period of your privacy statement here, and gather in time."
        ),
    }
}

/// It was signed.
pub fn signed(language: Language, out: &Path, intake: &Intake, days: u8) -> String {
    let (out, expires, prefix, url) = (out.display(), &intake.expires, &intake.prefix, &intake.url);
    let days = days_counted(language, days.into());
    match language {
        Nl => format!(
            "{out}: browsers mogen reacties zetten in {url} onder {prefix}/, tot {expires}. Onderteken opnieuw binnen {days}; elke dag is het veiligst."
        ),
        En => format!(
            "{out}: browsers may put reactions in {url} under {prefix}/, until {expires}. Sign again within {days}; every day is safest."
        ),
    }
}

/// What is needed and not there.
pub fn missing(language: Language, missing: Missing) -> String {
    match (language, missing) {
        (Nl, Missing::Variable(name)) => {
            format!("De omgevingsvariabele {name} ontbreekt. Zet daarin de sleutel van uw bucket.")
        }
        (En, Missing::Variable(name)) => {
            format!("The environment variable {name} is not set. Put the key of your bucket in it.")
        }
        (Nl, Missing::Out) => "Noem met --out het bestand dat geschreven moet worden.".into(),
        (En, Missing::Out) => "Name the file to write with --out.".into(),
    }
}

/// Why there is no such bucket or server.
pub fn not_a_location(language: Language, why: &NotALocation) -> String {
    match (language, why) {
        (Nl, NotALocation::Bucket(name)) => format!(
            "“{name}” is geen naam voor een bucket. Die heeft 3 tot 63 kleine letters, cijfers, punten en streepjes."
        ),
        (En, NotALocation::Bucket(name)) => {
            format!("“{name}” is no name for a bucket. That has 3 to 63 small letters, digits, dots and hyphens.")
        }
        (Nl, NotALocation::Prefix(prefix)) => format!(
            "“{prefix}” kan niet als begin van de sleutels. Neem letters, cijfers, punten, streepjes en schuine strepen, zoals in/2026."
        ),
        (En, NotALocation::Prefix(prefix)) => format!(
            "“{prefix}” can't be the beginning of keys. Take letters, digits, dots, hyphens and slashes, such as in/2026."
        ),
        (Nl, NotALocation::Server(server)) => format!(
            "“{server}” is geen adres van een server. Geef iets als https://s3.gra.io.cloud.ovh.net, zonder pad."
        ),
        (En, NotALocation::Server(server)) => format!(
            "“{server}” is no address of a server. Give something like https://s3.gra.io.cloud.ovh.net, without a path."
        ),
        (Nl, NotALocation::NoServer) => {
            "Noem de server met --endpoint-url, of de regio van Amazon met --region.".into()
        }
        (En, NotALocation::NoServer) => "Name the server with --endpoint-url, or Amazon's region with --region.".into(),
    }
}

/// Something about the intake of a published site: `file: sentence`.
pub fn unfit(language: Language, intake: &UnfitIntake) -> String {
    let sentence = match (language, &intake.fault) {
        (Nl, Unfit::Missing) => {
            "Dit bestand is er nog niet. Zonder dit blijven reacties op de apparaten wachten. Maak het met `beginspraak sign-intake`.".into()
        }
        (En, Unfit::Missing) => {
            "This file is not there yet. Without it, reactions wait on people's devices. Make it with `beginspraak sign-intake`.".into()
        }
        (Nl, Unfit::NotAnIntake) => "Dit is geen intake. Maak het opnieuw met `beginspraak sign-intake`.".into(),
        (En, Unfit::NotAnIntake) => "This is no intake. Make it anew with `beginspraak sign-intake`.".into(),
        (Nl, Unfit::Elsewhere { url, origin }) => format!(
            "Dit is voor {url}, maar site.json laat alleen {origin} toe. Zet daar het goede adres bij \"origin\" en publiceer opnieuw, of onderteken voor de goede bucket."
        ),
        (En, Unfit::Elsewhere { url, origin }) => format!(
            "This is for {url}, but site.json allows only {origin}. Put the right address there as \"origin\" and publish again, or sign for the right bucket."
        ),
        (Nl, Unfit::Expired(when)) => format!(
            "De handtekening is verlopen op {when}. Reacties wachten op de apparaten. Draai `beginspraak sign-intake` opnieuw, en zet het resultaat op de site."
        ),
        (En, Unfit::Expired(when)) => format!(
            "The signature expired at {when}. Reactions wait on people's devices. Run `beginspraak sign-intake` again, and put the result on the site."
        ),
        (Nl, Unfit::Expiring(when)) => format!(
            "De handtekening verloopt binnen een dag, op {when}. Kijk of het dagelijkse ondertekenen nog draait."
        ),
        (En, Unfit::Expiring(when)) => {
            format!("The signature expires within a day, at {when}. See whether the daily signing still runs.")
        }
    };
    format!("{}: {sentence}", intake.file.display())
}
