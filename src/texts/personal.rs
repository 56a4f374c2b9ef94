//! What looks like personal data, in words.

use crate::domain::{
    language::Language::{self, En, Nl},
    personal::PersonalKind,
};

say! {
    /// On the check page, where questions stand under some answers; said aloud.
    look_again: "Kijk nog even naar uw antwoorden. Er lijken persoonlijke gegevens in te staan.", "Please look at your answers once more. They seem to hold personal data.";
}

/// Under an answer on the check page, which has a button to change it.
pub fn leave_it(language: Language, kind: PersonalKind) -> String {
    let [before, after] = match language {
        Nl => ["In dit antwoord lijkt ", " te staan. Wilt u dat laten staan? Kies anders Wijzig."],
        En => ["This answer seems to hold ", ". Do you want to leave it there? If not, choose Change."],
    };
    [before, name(language, kind), after].concat()
}

/// What it looks like.
pub fn name(language: Language, kind: PersonalKind) -> &'static str {
    match (language, kind) {
        (Nl, PersonalKind::Email) => "een e-mailadres",
        (En, PersonalKind::Email) => "an e-mail address",
        (Nl, PersonalKind::Phone) => "een telefoonnummer",
        (En, PersonalKind::Phone) => "a telephone number",
        (Nl, PersonalKind::Postcode) => "een postcode",
        (En, PersonalKind::Postcode) => "a postcode",
        (Nl, PersonalKind::Iban) => "een rekeningnummer",
        (En, PersonalKind::Iban) => "a bank account number",
        (Nl, PersonalKind::Bsn) => "een burgerservicenummer",
        (En, PersonalKind::Bsn) => "a citizen service number",
        (Nl, PersonalKind::Plate) => "een kenteken",
        (En, PersonalKind::Plate) => "a licence plate",
        (Nl, PersonalKind::Address) => "een straat met huisnummer",
        (En, PersonalKind::Address) => "a street with a house number",
        (Nl, PersonalKind::Name) => "een naam van iemand",
        (En, PersonalKind::Name) => "somebody’s name",
    }
}
