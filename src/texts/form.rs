//! The form of a consultation: filling in, checking, sending and the receipt.

use super::characters;
use crate::domain::{
    day::Day,
    delivery::Refusal,
    form::Form,
    language::Language::{self, En, Nl},
};

say! {
    /// Above the questions.
    your_reaction: "Uw reactie", "Your response";
    /// Behind the title of a question that one may not skip.
    required: "(verplicht)", "(required)";
    /// Above the questions, after how many may be skipped.
    write_as_you_talk: "Schrijf zoals u praat: korte zinnen zijn prima en taalfouten maken niet uit.", "Write the way you talk: short sentences are fine and mistakes do not matter.";
    /// Behind a question in the list of all of them.
    answered: "ingevuld", "answered";
    /// On the check page: a question without an answer.
    skipped: "Niet ingevuld", "Not answered";
    /// Before an error, for those who do not see its colour.
    error: "Fout:", "Error:";
    /// Above the list of problems.
    error_title: "Kijk nog even naar deze punten", "Please look at these points";
    /// The option outside the list.
    other: "Anders, namelijk", "Something else, namely";
    /// Label of the text beside that option.
    other_label: "Wat bedoelt u?", "What do you mean?";
    /// On paper nothing can be moved.
    rank_by_pen: "Schrijf in elk vakje een cijfer. 1 is het belangrijkst.", "Write a number in each box. 1 is the most important.";
    /// How to rank on a screen: the list, the buttons and the handle.
    rank_how: "Kies een cijfer, gebruik de pijlen of sleep aan de stippen.", "Choose a number, use the arrows or drag the dots.";
    /// Label of a position in a ranking.
    place_of: "Plaats van", "Place of";
    /// A position that was not chosen.
    no_place: "–", "–";
    /// Moves an option up.
    up: "omhoog", "up";
    /// Moves an option down.
    down: "omlaag", "down";
    /// The steps between two sides.
    lean_0: "Helemaal", "Completely";
    /// One step from the first side.
    lean_1: "Liever", "Rather";
    /// The middle.
    lean_2: "Half om half", "Half and half";
    /// Label of the reason.
    reason: "Waarom: wat geeft voor u de doorslag?", "Why: what tips the scales for you?";
    /// Label of the list of municipalities.
    municipality: "Gemeente", "Municipality";
    /// No municipality chosen.
    choose: "Kies een gemeente", "Choose a municipality";
    /// Outside the province.
    elsewhere: "Ergens anders", "Somewhere else";
    /// Label of the village.
    village: "Dorp of plaats", "Village or town";
    /// Beside the village.
    village_help: "Typ de naam van uw dorp.", "Type the name of your village.";
    /// Label of "somewhere else".
    where_else: "Woont u ergens anders? Schrijf waar.", "Do you live somewhere else? Write where.";
    /// Allows quoting.
    consent: "De provincie mag een stukje uit mijn reactie aanhalen, zonder mijn naam.", "The province may quote a part of my response, without my name.";
    /// Under the consent.
    privacy: "Uw reactie is anoniem. Schrijf geen namen, adressen of telefoonnummers op, ook niet van anderen.", "Your response is anonymous. Please write no names, addresses or phone numbers, of yourself or of others.";
    /// Sends as it is, without JavaScript or in a browser that can't run the apps.
    send_now: "Verstuur mijn reactie", "Send my response";
    /// After a press, until the app that checks has come.
    app_coming: "Een ogenblik. We maken het nakijken en versturen klaar …", "One moment. We are getting ready to check and send …";
    /// It did not come.
    app_away: "Een deel van deze pagina is nog niet geladen. Daardoor kunnen we uw antwoorden nu niet nakijken en versturen. Wat u invulde, blijft staan zolang deze pagina open is. We proberen het steeds opnieuw. U kunt ook zelf nog een keer op de knop drukken.", "A part of this page has not loaded yet. So we can’t check and send your answers now. What you filled in stays here as long as this page is open. We keep trying. You can also press the button again.";
    /// Sends as it is, where that app does not come.
    send_unchecked: "Verstuur zonder nakijken", "Send without checking";
    /// Where the browser can't run it, and the form posts itself.
    app_unable_plain: "Deze browser kan uw antwoorden niet nakijken en bewaren: WebAssembly staat uit of is te oud. Versturen kan wel, met de knop hierboven.", "This browser can’t check and save your answers: WebAssembly is switched off or too old. You can still send them, with the button above.";
    /// Where the browser can't run it, and no form can post itself; an e-mail address follows.
    unable: "Met deze browser kunt u hier niet reageren: WebAssembly staat uit of is te oud. Dat is bijvoorbeeld zo in de isolatiemodus van een iPhone of Mac. Open deze pagina in een andere browser. Of mail uw antwoorden naar", "You can’t respond here with this browser: WebAssembly is switched off or too old. That is so, for example, in the Lockdown Mode of an iPhone or Mac. Open this page in another browser. Or mail your answers to";
    /// To the check page.
    check: "Controleer uw antwoorden", "Check your answers";
    /// On the check page.
    check_intro: "U kunt alles nog veranderen. Klopt het? Verstuur dan uw reactie.", "You can still change everything. Is it right? Then send your response.";
    /// Back to one question.
    change: "Wijzig", "Change";
    /// Back to the form.
    back: "Terug naar de vragen", "Back to the questions";
    /// Sends.
    send: "Versturen", "Send";
    /// While it is being saved.
    sending: "Een ogenblik …", "One moment …";
    /// The draft is safe.
    draft_saved: "Wat u invult, is bewaard op dit apparaat.", "What you fill in is saved on this device.";
    /// The draft is about to be.
    draft_saving: "Wordt bewaard …", "Being saved …";
    /// The draft is not safe.
    draft_unsaved: "Uw browser bewaart niets. Sluit deze pagina niet voordat u hebt verstuurd.", "Your browser keeps nothing. Do not close this page before you have sent your response.";
    /// A draft was found.
    draft_restored: "Wat u eerder invulde, staat er weer.", "What you filled in before is back.";
    /// A draft was found, of before the questions were changed.
    draft_of_other_questions: "Wat u eerder invulde, staat er weer. De vragen zijn sindsdien veranderd: kijk uw antwoorden nog eens na.", "What you filled in before is back. The questions have changed since then: please look at your answers again.";
    /// Above what was written before and fits in no field.
    left: "Dit schreef u ook. Het staat niet in het formulier: de vragen zijn intussen veranderd, of in een ander tabblad staat iets anders. Het gaat niet mee met uw reactie. U kunt het kopiëren.", "You wrote this too. It is not in the form: the questions have changed since, or another tab holds something else. It is not sent with your response. You can copy it.";
    /// Throws that away.
    left_delete: "Gooi dit weg", "Throw this away";
    /// Asks before that.
    left_delete_sure: "Wilt u deze tekst weggooien?", "Do you want to throw this text away?";
    /// Empties the form.
    draft_delete: "Wis wat ik heb ingevuld", "Delete what I filled in";
    /// Asks before that.
    draft_delete_sure: "Wilt u alles wissen wat u hier heeft ingevuld?", "Do you want to delete everything you filled in here?";
    /// Quoting allowed.
    consent_yes: "Ja, dat mag", "Yes, it may";
    /// Quoting not allowed.
    consent_no: "Nee", "No";
    /// The question on the check page.
    consent_title: "Mag de provincie een stukje aanhalen?", "May the province quote a part?";
    /// Heading once it has arrived, and only then.
    thanks: "Bedankt voor uw reactie", "Thank you for your response";
    /// Heading while it is being sent.
    on_its_way: "Uw reactie wordt verstuurd", "Your response is being sent";
    /// Heading when it waits.
    not_sent: "Uw reactie is nog niet verstuurd", "Your response has not been sent yet";
    /// Heading when it will not be taken.
    not_taken: "Versturen is niet gelukt", "Sending did not work";
    /// Whom to turn to when it was not sent; telephone and e-mail follow.
    reach: "Lukt het niet? Wij helpen u graag. Bel of mail ons:", "Does it not work? We are glad to help you. Call or mail us:";
    /// After what was refused.
    still_here: "Uw reactie staat nog op dit apparaat. Download uw reactie en mail die naar ons, of bel ons.", "Your response is still on this device. Download your response and mail it to us, or call us.";
    /// Above what was sent.
    own_words: "Wat u schreef", "What you wrote";
    /// Acknowledged.
    arrived: "Uw reactie is aangekomen.", "Your response has arrived.";
    /// Saved, being sent.
    saved_sending: "Bewaard op dit apparaat. Uw reactie wordt nu verstuurd.", "Saved on this device. Your response is now being sent.";
    /// Saved, waiting.
    saved_waiting: "Bewaard op dit apparaat, maar nog niet verstuurd. Laat deze pagina open tot er verbinding is. Of open deze site later weer: dan wordt uw reactie verstuurd.", "Saved on this device, but not sent yet. Leave this page open until there is a connection. Or open this site again later: then your response is sent.";
    /// Above the receipt.
    receipt_title: "Uw volgcode", "Your receipt code";
    /// What it is for.
    receipt_help: "Met deze code vindt u uw reactie later terug in ons antwoord. Bewaar hem goed: alleen u hebt deze code.", "With this code you can find your response in our answer later. Keep it safe: only you have this code.";
    /// Text of the QR picture.
    receipt_qr: "QR-code die uw volgcode opent op een ander apparaat", "QR code that opens your receipt code on another device";
    /// Copies the code.
    copy: "Kopieer", "Copy";
    /// The code was copied.
    copied: "Gekopieerd.", "Copied.";
    /// The browser does not let it be copied.
    not_copied: "Kopiëren mag niet van uw browser. Selecteer de code, of schrijf hem over.", "Your browser does not allow copying. Select the code, or write it down.";
    /// Prints.
    print: "Print", "Print";
    /// Downloads.
    download: "Download als tekst", "Download as text";
    /// Downloads the same for a computer to read.
    download_data: "Download voor een programma (JSON)", "Download for a program (JSON)";
    /// To the list.
    to_mine: "Bekijk mijn reacties", "See my responses";
    /// The browser refuses to store.
    storage_refused: "Uw browser kan nu niets bewaren. Dat gebeurt bijvoorbeeld in een privévenster.", "Your browser can’t save anything now. That happens, for example, in a private window.";
    /// The device is full.
    storage_full: "Er is geen ruimte meer op uw apparaat. Uw antwoorden staan nog op deze pagina.", "There is no room left on your device. Your answers are still on this page.";
    /// A newer version of the site stored something.
    storage_newer: "Er is een nieuwere versie van deze site geopend. Ververs de pagina.", "A newer version of this site was opened. Please refresh the page.";
    /// What one can do then.
    storage_options: "U kunt uw reactie toch versturen. Blijf dan op deze pagina tot er staat dat hij is aangekomen. Of download uw reactie als bestand.", "You can still send your response. Then stay on this page until it says that it has arrived. Or download your response as a file.";
    /// Sends without saving.
    send_unsaved: "Versturen zonder bewaren", "Send without saving";
    /// It did not get through without saving.
    unsaved_failed: "Versturen is niet gelukt. Uw antwoorden staan nog op deze pagina. Probeer het opnieuw of download uw reactie.", "Sending did not work. Your answers are still on this page. Try again or download your response.";
}

/// How much may still be written, or how much is too much.
pub fn counter(language: Language, has: usize, max: usize) -> String {
    let (size, over) = (characters(language, max), characters(language, has.saturating_sub(max)));
    match (language, has > max) {
        (Nl, false) => format!("{has} van {size}"),
        (En, false) => format!("{has} of {size}"),
        (Nl, true) => format!("{over} te lang"),
        (En, true) => format!("{over} too long"),
    }
}

/// How many options one may choose.
pub fn at_most(language: Language, max: usize) -> String {
    match language {
        Nl => format!("Kies er hoogstens {max}."),
        En => format!("Choose at most {max}."),
    }
}

/// Where an option stands now, said aloud after a move.
pub fn moved(language: Language, label: &str, place: usize, of: usize) -> String {
    match language {
        Nl => format!("{label} staat nu op plaats {place} van {of}."),
        En => format!("{label} is now in place {place} of {of}."),
    }
}

/// Words that a side may begin with and that are no name: behind another word they have a small letter.
const SMALL: [&str; 16] = [
    "De", "Het", "Een", "Met", "Zonder", "Meer", "Minder", "Eerst", "The", "A", "An", "With", "Without", "More",
    "Less", "First",
];

/// A step between two sides.
pub fn lean(language: Language, lean: i8, first: &str, second: &str) -> String {
    let side = if lean < 0 { first } else { second };
    let how = match lean.abs() {
        0 => return lean_2(language).to_owned(),
        1 => lean_1(language),
        _ => lean_0(language),
    };
    let mut text = [how, " ", side].concat();
    if side.split(' ').next().is_some_and(|word| SMALL.contains(&word))
        && let Some(letter) = text.get_mut(how.len() + 1..how.len() + 2)
    {
        letter.make_ascii_lowercase();
    }
    text
}

/// Which questions may be skipped.
pub fn skip(language: Language, form: &Form) -> String {
    let required = form.questions.iter().enumerate().filter(|(_, question)| question.required);
    let required: Vec<_> = required.map(|(at, _)| (at + 1).to_string()).collect();
    let (last, others) = match required.split_last() {
        None => (None, String::new()),
        Some((last, others)) => (Some(last), others.join(", ")),
    };
    match (language, last) {
        (Nl, None) => "U mag vragen overslaan.".into(),
        (En, None) => "You may skip questions.".into(),
        (Nl, Some(last)) if others.is_empty() => format!("U mag vragen overslaan, behalve vraag {last}."),
        (En, Some(last)) if others.is_empty() => format!("You may skip questions, but not question {last}."),
        (Nl, Some(last)) => format!("U mag vragen overslaan, behalve vraag {others} en {last}."),
        (En, Some(last)) => format!("You may skip questions, but not questions {others} and {last}."),
    }
}

/// Which question this is.
pub fn question_at(language: Language, at: usize, of: usize) -> String {
    match language {
        Nl => format!("Vraag {at} van {of}"),
        En => format!("Question {at} of {of}"),
    }
}

/// Opens the list of all questions.
pub fn all_questions(language: Language, count: usize) -> String {
    match (language, count) {
        (Nl, 1) => "De vraag".into(),
        (En, 1) => "The question".into(),
        (Nl, count) => format!("Alle {count} vragen"),
        (En, count) => format!("All {count} questions"),
    }
}

/// More options were chosen than one may, said at once.
pub fn too_many(language: Language, max: usize) -> String {
    match language {
        Nl => format!("U koos er meer dan {max}. Haal er een weg."),
        En => format!("You chose more than {max}. Take one away."),
    }
}

/// The consultation is not open.
pub fn not_open(language: Language, closed: bool, day: Day) -> String {
    let day = day.written(language);
    match (language, closed) {
        (Nl, true) => format!("Reageren kon tot en met {day}. Deze vraag is nu gesloten."),
        (En, true) => format!("You could respond up to and including {day}. This question is now closed."),
        (Nl, false) => format!("U kunt reageren vanaf {day}."),
        (En, false) => format!("You can respond from {day}."),
    }
}

/// When to expect feedback.
pub fn feedback_due(language: Language, day: Day) -> String {
    let day = day.written(language);
    match language {
        Nl => format!("Uiterlijk op {day} leest u ons antwoord op alle reacties. Soms is er eerder een tussenstand."),
        En => {
            format!("By {day} you can read our answer to all responses. Sometimes there is an interim answer before.")
        }
    }
}

/// Why a reaction will not be taken; [`still_here`] says what to do.
pub fn refused(language: Language, refusal: Refusal) -> &'static str {
    match (language, refusal) {
        (Nl, Refusal::Closed) => "De vraag was al gesloten toen uw reactie aankwam.",
        (En, Refusal::Closed) => "The question had closed when your response arrived.",
        (Nl, Refusal::Unknown) => "Deze vraag is bij ons niet (meer) bekend.",
        (En, Refusal::Unknown) => "We do not know this question (any more).",
        (Nl, Refusal::Conflict) => "Er is al een andere reactie met hetzelfde nummer.",
        (En, Refusal::Conflict) => "There already is another response with the same number.",
        (Nl, Refusal::TooLarge) => "Uw reactie is te groot om te versturen.",
        (En, Refusal::TooLarge) => "Your response is too large to send.",
        (Nl, Refusal::Invalid) => "Wij konden uw reactie niet lezen.",
        (En, Refusal::Invalid) => "We could not read your response.",
        (Nl, Refusal::Forbidden) => "Wij mogen vanaf deze site geen reacties aannemen.",
        (En, Refusal::Forbidden) => "We may take no responses from this site.",
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::form::tests::form;

    #[test]
    fn a_step_between_two_sides_is_one_phrase() {
        let said = |step| lean(Nl, step, "Zonder agenda", "Drenthe kiest");
        assert_eq!(
            [-2, -1, 0, 1].map(said),
            ["Helemaal zonder agenda", "Liever zonder agenda", "Half om half", "Liever Drenthe kiest"]
        );
    }

    #[test]
    fn which_questions_may_not_be_skipped_is_said_by_number() {
        let mut form = form();
        assert_eq!(skip(Nl, &form), "U mag vragen overslaan, behalve vraag 2.");
        form.questions[0].required = true;
        assert_eq!(skip(En, &form), "You may skip questions, but not questions 1 and 2.");
        form.questions.iter_mut().for_each(|question| question.required = false);
        assert_eq!(skip(Nl, &form), "U mag vragen overslaan.");
    }
}
