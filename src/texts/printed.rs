//! What is printed of a question: its poster, the letter to residents, its paper form, and the text for the village paper.

use super::{counted, paper};
use crate::{
    domain::{
        day::Day,
        language::Language::{self, En, Nl},
    },
    files::content::manuscript::handout::{Handout, Stale},
};

say! {
    /// The room.
    title: "Posters en brieven", "Posters and letters";
    /// What one can do in it.
    lead: "Een poster, een brief, een formulier en een tekst voor het dorpsblad: in de woorden van uw vraag. Wat u daar verandert, verandert ook hier.", "A poster, a letter, a form and a text for the village paper: in the words of your question. What you change there changes here too.";
    /// Back to what it is of.
    back: "Terug naar de vraag", "Back to the question";
    /// In which language.
    language: "In welke taal?", "In which language?";
    /// It is being read.
    reading: "De vraag wordt gelezen …", "Reading the question …";
    /// There is none.
    none: "Deze vraag staat niet in de werkmap. Kies een vraag bij Opstellen.", "This question is not in the work folder. Choose a question at Write.";
    /// What is there can’t be read.
    no_json: "In deze vraag zit nog een fout. Herstel die eerst bij Opstellen.", "There is a mistake in this question. First mend it at Write.";
    /// What lacks.
    lacks: "Dit staat er nog niet op", "This is not on it yet";
    /// What to do with that.
    lacks_help: "Vul het in, of laat het zo. Er wordt niets bij verzonnen.", "Fill it in, or leave it. Nothing is made up.";
    /// Of a field that is one of the site.
    of_site: "De site zelf", "The site itself";
    /// What is ready says something else.
    changed: "U verandert deze vraag nog. Op papier staat wat u nu schrijft. Zet de vraag eerst klaar en publiceer, dan zeggen papier en site hetzelfde.", "You are still changing this question. On paper is what you write now. First set the question ready and publish, so that paper and site say the same.";
    /// The site has no address of its own.
    no_address: "De code leidt naar de plek waar u deze werkplek opende. Komt de site ergens anders? Vul dan eerst het adres van de site in.", "The code leads to where you opened this desk. Will the site be somewhere else? Then first fill in the address of the site.";
    /// All the questions of the form on paper.
    whole_form: "Wilt u alle vragen van het formulier op papier? Open de vraag op de site en kies daar ‘Druk de vragen af’.", "Do you want all questions of the form on paper? Open the question on the site and choose ‘Print the questions’ there.";
    /// The poster calls.
    call: "Denk mee", "Have\nyour say";
    /// The letter.
    letter: "Brief aan inwoners", "Letter to residents";
    /// What one does with it.
    letter_help: "Eén vel A4; is uw vraag lang, dan twee. Lees hem na voordat u hem verstuurt.", "One sheet of A4; two where your question is long. Read it before you send it.";
    /// The text for a village paper.
    notice_name: "Tekst voor het dorpsblad", "Text for the village paper";
    /// What one does with it.
    notice_help: "Hoogstens 100 woorden. Plak hem in een e-mail aan de redactie.", "A hundred words at most. Paste it in an e-mail to the editors.";
    /// Under the poster.
    poster_help: "Voor de winkel, de school en het dorpshuis. De code leidt naar de vraag.", "For the shop, the school and the village hall. The code leads to the question.";
    /// Under the forms.
    forms_help: "Voor wie liever met de pen schrijft. Knip twee op een vel door op de stippellijn.", "For who would rather write with a pen. Cut two on a sheet along the dotted line.";
    /// Over the day of the answer.
    answer_by: "Ons antwoord komt uiterlijk op", "Our answer comes by";
    /// Who gets the letter.
    to_all: "Aan de inwoners", "To residents";
    /// How it begins.
    dear: "Beste inwoner,", "Dear resident,";
    /// Over why.
    why_now: "Waarom nu?", "Why now?";
    /// Over what can change.
    open: "Wat kan nog anders?", "What can still change?";
    /// Over what can’t.
    fixed: "Wat staat al vast?", "What is fixed already?";
    /// Over how.
    how: "Zo reageert u", "How to respond";
    /// Over when.
    when: "Wanneer hoort u van ons?", "When do you hear from us?";
    /// How it ends.
    regards: "Met vriendelijke groet,", "Kind regards,";
    /// The text was copied.
    copied: "De tekst is gekopieerd. Plak hem in uw e-mail aan het dorpsblad.", "The text was copied. Paste it in your e-mail to the village paper.";
    /// It was not.
    not_copied: "De browser kopieert niet. Kies de tekst en kopieer hem zelf.", "The browser does not copy. Select the text and copy it yourself.";
}

/// That the address holds once the question is published.
pub fn not_online(language: Language, address: &str) -> String {
    match language {
        Nl => format!(
            "Deze vraag staat nog niet op de site. Dit wordt haar adres: {address}. Publiceer eerst, en hang dan pas iets op: tot die dag leidt de code nergens heen."
        ),
        En => format!(
            "This question is not on the site yet. This will be its address: {address}. First publish, and only then put anything up: until that day the code leads nowhere."
        ),
    }
}

/// That nothing is to be hung up any more.
pub fn stale(language: Language, stale: Stale) -> String {
    match (language, stale) {
        (Nl, Stale::Withdrawn) => "Deze vraag is ingetrokken. Hang niets meer op.".to_owned(),
        (En, Stale::Withdrawn) => "This question has been withdrawn. Put nothing up any more.".to_owned(),
        (Nl, Stale::Closed(day)) => format!("Reageren kon tot en met {}. Hang niets meer op.", day.written(language)),
        (En, Stale::Closed(day)) => {
            format!("One could respond until {}. Put nothing up any more.", day.written(language))
        }
    }
}

/// Before the last day.
pub fn until(handout: &Handout) -> String {
    match (handout.language, handout.opens) {
        (Nl, None) => "Reageren kan tot en met".to_owned(),
        (En, None) => "You can respond until".to_owned(),
        (Nl, Some(opens)) => format!("Reageren kan van {} tot en met", opens.written(Nl)),
        (En, Some(opens)) => format!("You can respond from {} until", opens.written(En)),
    }
}

/// At the foot of a poster: without the internet.
pub fn or_call(language: Language, phone: &str) -> String {
    match language {
        Nl => format!("Liever niet op internet? Bel {phone}."),
        En => format!("Rather not on the internet? Call {phone}."),
    }
}

/// Who gets the letter, where that is known.
pub fn to_all_of(language: Language, place: &str) -> String {
    match language {
        Nl => format!("{} van {place}", to_all(language)),
        En => format!("{} of {place}", to_all(language)),
    }
}

/// Who asks.
pub fn we_ask(language: Language, organisation: &str) -> String {
    match (language, organisation) {
        (Nl, "") => "Wij vragen u om mee te denken.".to_owned(),
        (En, "") => "We ask you to have your say.".to_owned(),
        (Nl, of) => format!("Wij, {of}, vragen u om mee te denken."),
        (En, of) => format!("We, {of}, ask you to have your say."),
    }
}

/// Until when.
pub fn can_until(language: Language, opens: Option<Day>, closes: Day) -> String {
    match (language, opens) {
        (Nl, Some(opens)) => {
            format!("U kunt reageren van {} tot en met {}.", opens.written(language), closes.in_full(language))
        }
        (En, Some(opens)) => {
            format!("You can respond from {} until {}.", opens.written(language), closes.in_full(language))
        }
        (Nl, None) => format!("U kunt reageren tot en met {}.", closes.in_full(language)),
        (En, None) => format!("You can respond until {}.", closes.in_full(language)),
    }
}

/// How one responds, a way for each line; that of the address comes by itself.
pub fn ways(handout: &Handout) -> Vec<String> {
    let language = handout.language;
    let said = |words: &str, nl: &str, en: &str| {
        (!words.is_empty()).then(|| format!("{}: {words}", if language == Nl { nl } else { en }))
    };
    let bring = handout.bring.join("; ");
    [
        said(&handout.phone, "Bel ons", "Call us"),
        said(
            &handout.send,
            "Op papier: vul het formulier in en stuur het naar",
            "On paper: fill in the form and send it to",
        ),
        said(&bring, "Of breng het zelf naar", "Or bring it yourself to").map(|way| match handout.send.is_empty() {
            false => way,
            true => said(
                &bring,
                "Op papier: vul het formulier in en breng het naar",
                "On paper: fill in the form and bring it to",
            )
            .unwrap_or_default(),
        }),
    ]
    .into_iter()
    .flatten()
    .collect()
}

/// On the site, before its address.
pub fn on_site(language: Language) -> &'static str {
    match language {
        Nl => "Op de site: scan de code, of ga naar",
        En => "On the site: scan the code, or go to",
    }
}

/// When there is an answer, and who decides when.
pub fn promised(handout: &Handout) -> Vec<String> {
    let language = handout.language;
    let due = handout.due.map(|due| match language {
        Nl => format!("Ons antwoord komt uiterlijk op {}. U leest het op dezelfde pagina.", due.in_full(language)),
        En => format!("Our answer comes by {}. You read it on the same page.", due.in_full(language)),
    });
    let decides = match (&handout.decides, language) {
        ((who, _), _) if who.is_empty() => None,
        ((who, Some(when)), Nl) => Some(format!("Wie beslist: {who}, op {}.", when.written(language))),
        ((who, Some(when)), En) => Some(format!("Who decides: {who}, on {}.", when.written(language))),
        ((who, None), Nl) => Some(format!("Wie beslist: {who}.")),
        ((who, None), En) => Some(format!("Who decides: {who}.")),
    };
    [due, decides].into_iter().flatten().collect()
}

/// Whom one can ask, and where.
pub fn ask_us(handout: &Handout) -> Option<String> {
    let (name, own) = &handout.owner;
    let email = if own.is_empty() { &handout.email } else { own };
    let all: Vec<_> =
        [name, email, &handout.phone].into_iter().filter(|part| !part.is_empty()).map(String::as_str).collect();
    let of = all.join(", ");
    (!all.is_empty()).then(|| match handout.language {
        Nl => format!("Een vraag over deze brief? {of}."),
        En => format!("A question about this letter? {of}."),
    })
}

/// What becomes of a form, by where it can go.
pub fn returned(handout: &Handout) -> String {
    let language = handout.language;
    let places = handout.bring.join("; ");
    let send = (!handout.send.is_empty()).then(|| format!("{} {}.", paper::send(language), handout.send));
    let before = if send.is_some() { paper::or_bring(language) } else { paper::bring(language) };
    let bring = (!places.is_empty()).then(|| format!("{before} {places}."));
    let until = handout.closes.map(|closes| paper::until(closes, language));
    [send, bring, until].into_iter().flatten().collect::<Vec<_>>().join(" ")
}

/// At most so many words are in the text for a village paper.
pub const MOST: usize = 100;

/// The text for a village paper, with this address: what has to be there, and as much else as has room, by whole sentences.
pub fn notice(handout: &Handout, address: &str) -> String {
    let language = handout.language;
    let Handout { title, organisation, phone, bring, .. } = handout;
    let asked = match (language, organisation.as_str()) {
        (_, "") => title.clone(),
        (Nl, of) => format!("Een vraag van {of}: {title}"),
        (En, of) => format!("A question from {of}: {title}"),
    };
    let until = match (language, handout.closes) {
        (Nl, Some(closes)) => format!("{} {} op {address}.", until(handout), closes.written(language)),
        (En, Some(closes)) => format!("{} {} at {address}.", until(handout), closes.written(language)),
        (Nl, None) => format!("Reageren kan op {address}."),
        (En, None) => format!("You can respond at {address}."),
    };
    let call = match language {
        _ if phone.is_empty() => String::new(),
        Nl => format!("Liever bellen? {phone}."),
        En => format!("Rather call? {phone}."),
    };
    let due = match (language, handout.due) {
        (_, None) => String::new(),
        (Nl, Some(due)) => format!("Het antwoord komt uiterlijk op {}.", due.written(language)),
        (En, Some(due)) => format!("The answer comes by {}.", due.written(language)),
    };
    let places = bring.join("; ");
    let bring = match language {
        _ if places.is_empty() => String::new(),
        Nl => format!("Een papieren formulier kunt u brengen naar {places}."),
        En => format!("You can bring a form on paper to {places}."),
    };
    let mut room = MOST.saturating_sub([&asked, &until, &call, &due].map(|text| words(text)).iter().sum());
    let mut fits = |text: &str| {
        let (fits, takes) = (words(text) <= room, words(text));
        room -= if fits { takes } else { 0 };
        fits
    };
    let sentences: Vec<_> = handout.sentences().into_iter().take_while(|sentence| fits(sentence)).collect();
    let bring = if fits(&bring) { bring } else { String::new() };
    let about = sentences.join(" ");
    let all = [asked, about, until, call, bring, due];
    all.into_iter().filter(|text| !text.is_empty()).collect::<Vec<_>>().join(" ")
}

/// How many words there are.
pub fn words(text: &str) -> usize {
    text.split_whitespace().count()
}

/// The same in words.
pub fn counts(language: Language, count: usize) -> String {
    let said = match language {
        Nl => counted(count, "woord", "woorden"),
        En => counted(count, "word", "words"),
    };
    match (language, count > MOST) {
        (_, false) => format!("{said}."),
        (Nl, true) => format!("{said}. Dat is meer dan {MOST}: maak de titel korter."),
        (En, true) => format!("{said}. That is more than {MOST}: make the title shorter."),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::id::Id;
    use serde_json::json;

    fn handout(summary: &str) -> Handout {
        let question = json!({ "title": "Hoe rijdt de bus?", "summary": summary, "closes": "2027-04-01", "feedback_due": "2027-06-01" });
        let site = json!({ "organisation": "Provincie Drenthe", "contact": { "phone": "0592 00 00 00" }, "paper": { "bring": ["het dorpshuis"] } });
        Handout::all(&Id::try_from("bus").unwrap(), &question, &site, "https://denkmee.example/", None).remove(0)
    }

    fn told(summary: &str) -> String {
        notice(&handout(summary), "denkmee.example/vraag/bus")
    }

    #[test]
    fn a_village_paper_gets_whole_sentences_and_at_most_a_hundred_words() {
        assert_eq!(
            told("Wij maken een plan."),
            "Een vraag van Provincie Drenthe: Hoe rijdt de bus? Wij maken een plan. Reageren kan tot en met 1 april 2027 op \
             denkmee.example/vraag/bus. Liever bellen? 0592 00 00 00. Een papieren formulier kunt u brengen naar het dorpshuis. Het antwoord \
             komt uiterlijk op 1 juni 2027."
        );
        let long = format!("{}. {}. Kort.", "woord ".repeat(50).trim(), "woord ".repeat(30).trim());
        let told = told(&long);
        assert!(words(&told) <= MOST && told.contains("woord woord.") && !told.contains("Kort."), "{told}");
        assert_eq!(counts(Nl, 101), "101 woorden. Dat is meer dan 100: maak de titel korter.");
    }

    #[test]
    fn what_is_not_known_is_left_out_of_a_letter() {
        let none =
            Handout::all(&Id::try_from("bus").unwrap(), &json!({}), &json!({}), "https://denkmee.example/", None)
                .remove(0);
        assert_eq!(
            (ways(&none), promised(&none), ask_us(&none), returned(&none)),
            (vec![], vec![], None, String::new())
        );
        let some = handout("");
        assert_eq!(
            ways(&some),
            ["Bel ons: 0592 00 00 00", "Op papier: vul het formulier in en breng het naar: het dorpshuis"]
        );
        assert_eq!(
            promised(&some),
            ["Ons antwoord komt uiterlijk op dinsdag 1 juni 2027. U leest het op dezelfde pagina."]
        );
    }
}
