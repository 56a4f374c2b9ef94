//! What a person can mend, in sentences that say what to do.

use super::characters;
use crate::domain::{
    language::Language::{self, En, Nl},
    problem::Fault,
    receipt::NotAReceipt,
};

/// The sentence for a fault.
pub fn sentence(language: Language, fault: &Fault) -> String {
    match (language, fault) {
        (Nl, Fault::NothingAnswered) => "U hebt nog niets ingevuld. Beantwoord minstens één vraag.".into(),
        (En, Fault::NothingAnswered) => {
            "You have not filled in anything yet. Please answer at least one question.".into()
        }
        (Nl, Fault::Required) => "Geef antwoord op deze vraag.".into(),
        (En, Fault::Required) => "Please answer this question.".into(),
        (Nl, Fault::TooLong { max, has }) => {
            format!("Uw tekst is {} te lang. Er is plaats voor {max} tekens.", characters(Nl, has - max))
        }
        (En, Fault::TooLong { max, has }) => {
            format!("Your text is {} too long. There is room for {max} characters.", characters(En, has - max))
        }
        (Nl, Fault::OtherEmpty) => "U koos ‘anders’. Schrijf erbij wat u bedoelt.".into(),
        (En, Fault::OtherEmpty) => "You chose ‘something else’. Please write what you mean.".into(),
        (Nl, Fault::TooMany { max, has }) => format!("U koos {has} antwoorden. Kies er hoogstens {max}."),
        (En, Fault::TooMany { max, has }) => format!("You chose {has} answers. Please choose at most {max}."),
        (Nl, Fault::RankingIncomplete) => "Geef elk onderwerp een plaats.".into(),
        (En, Fault::RankingIncomplete) => "Please give every item a place.".into(),
        (Nl, Fault::RankingDouble) => "Twee onderwerpen staan op dezelfde plaats. Geef elk een eigen plaats.".into(),
        (En, Fault::RankingDouble) => "Two items have the same place. Please give each a place of its own.".into(),
        (Nl, Fault::LeanMissing) => "U schreef waarom, maar koos nog geen kant. Kies waar u staat.".into(),
        (En, Fault::LeanMissing) => {
            "You wrote why, but have not chosen a side yet. Please choose where you stand.".into()
        }
        (Nl, Fault::PlaceMissing) => "Kies een gemeente, of schrijf waar u woont.".into(),
        (En, Fault::PlaceMissing) => "Please choose a municipality, or write where you live.".into(),
        (Nl, Fault::OutOfRange { min, max }) => format!("Kies een getal van {min} tot en met {max}."),
        (En, Fault::OutOfRange { min, max }) => format!("Please choose a number from {min} to {max}."),
        (Nl, Fault::UnknownOption) => "Dit antwoord staat niet (meer) in de lijst. Kies opnieuw.".into(),
        (En, Fault::UnknownOption) => "This answer is not in the list (any more). Please choose again.".into(),
        (Nl, Fault::OptionTwice) => "Hetzelfde antwoord staat er twee keer.".into(),
        (En, Fault::OptionTwice) => "The same answer stands here twice.".into(),
        (Nl, Fault::WrongShape) => "Dit antwoord past niet bij de vraag. Vul het opnieuw in.".into(),
        (En, Fault::WrongShape) => "This answer does not fit the question. Please fill it in again.".into(),
        (Nl, Fault::UnknownQuestion) => "Deze vraag bestaat niet (meer).".into(),
        (En, Fault::UnknownQuestion) => "This question does not exist (any more).".into(),
        (Nl, Fault::AnsweredTwice) => "Deze vraag is twee keer beantwoord.".into(),
        (En, Fault::AnsweredTwice) => "This question was answered twice.".into(),
    }
}

/// Why a typed code is no receipt.
pub fn not_a_receipt(language: Language, why: &NotAReceipt) -> String {
    match (language, why) {
        (Nl, NotAReceipt::Length(0)) => "Vul uw volgcode in.".into(),
        (En, NotAReceipt::Length(0)) => "Please fill in your receipt code.".into(),
        (Nl, NotAReceipt::Length(has)) => {
            format!("Een volgcode heeft 16 tekens. U typte er {has}. Kijk of er iets ontbreekt.")
        }
        (En, NotAReceipt::Length(has)) => {
            format!("A receipt code has 16 characters. You typed {has}. Please check if something is missing.")
        }
        (Nl, NotAReceipt::Character(c)) => {
            format!("Het teken ‘{c}’ komt in geen volgcode voor. Kijk de code nog eens na.")
        }
        (En, NotAReceipt::Character(c)) => {
            format!("The character ‘{c}’ is in no receipt code. Please check the code again.")
        }
        (Nl, NotAReceipt::Check) => "Er zit een typefout in de code. Kijk elk teken nog eens na.".into(),
        (En, NotAReceipt::Check) => "There is a typing error in the code. Please check each character again.".into(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn too_long_says_by_how_much() {
        let sentence = sentence(Nl, &Fault::TooLong { max: 500, has: 512 });
        assert_eq!(sentence, "Uw tekst is 12 tekens te lang. Er is plaats voor 500 tekens.");
        let sentence = super::sentence(Nl, &Fault::TooLong { max: 500, has: 501 });
        assert_eq!(sentence, "Uw tekst is 1 teken te lang. Er is plaats voor 500 tekens.");
    }
}
