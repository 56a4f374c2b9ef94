//! What stands between a question and the site: what to look at and why that matters, who else reads it, and what can happen to a
//! question that people can see.

use super::doubt;
use crate::{
    domain::{
        consultation::Amended,
        day::Day,
        language::Language::{self, En, Nl},
    },
    files::content::manuscript::{
        amend::Hindrance,
        gate::{Care, ENOUGH},
    },
};

say! {
    /// The heading.
    title: "Mag dit naar buiten?", "May this go out?";
    /// Nothing stands in the way.
    nothing: "Niets staat meer in de weg.", "Nothing stands in the way any more.";
    /// Two people made something else of a field.
    choose_first: "Twee mensen schreven iets anders in één vak. Kies hierboven eerst wat er moet staan.", "Two people wrote something different in one field. First choose above what it should say.";
    /// What the format needs comes first.
    first: "Vul eerst in wat hierboven staat. Kijk daarna naar deze punten.", "First fill in what stands above. Then look at these points.";
    /// What one does with a point.
    help: "Verbeter elk punt. Of laat het zo, en schrijf op waarom. Uw reden blijft in de werkmap en komt niet op de site.", "Mend each point. Or leave it as it is, and write down why. Your reason stays in the work folder and is not on the site.";
    /// The field for a reason.
    reason: "Ik laat het zo, want", "I leave it as it is, because";
    /// Nothing differs from what is ready.
    same: "Dit staat klaar, en sindsdien is hier niets veranderd. Staat het al op de site, dan hoeft u niets te doen. Anders gaat u naar Publiceren.", "This is ready, and nothing changed here since. If it is on the site already, you need do nothing. Else go to Publish.";
    /// What was left as it is.
    passed: "Bewust zo gelaten", "Left as it is on purpose";
    /// What is published said so too.
    stood: "Stond al zo", "Stood so already";
    /// What that means.
    stood_help: "Dit staat ook zo in wat al klaarstaat of op de site staat. U hoeft er nu niets mee.", "This is the same in what is ready or on the site already. You need do nothing about it now.";
    /// To a field.
    go: "Ga naar het veld", "Go to the field";
    /// A dilemma gets its question.
    ask: "Voeg een vraag toe over dit dilemma", "Add a question about this dilemma";
    /// How a point is met.
    say_how: "Zeg hoe", "Say how";
    /// A second person.
    second: "Iemand anders leest mee", "Somebody else reads it";
    /// Why.
    second_help: "Deze site vraagt dat iemand die niet meeschreef de vraag leest voor zij naar buiten gaat. Verandert de tekst daarna, dan moet dat opnieuw.", "This site asks that somebody who did not write it reads the question before it goes out. If the text changes afterwards, that is needed again.";
    /// Their name.
    second_who: "Uw naam (komt niet op de site)", "Your name (is not on the site)";
    /// Their role.
    second_role: "Uw rol, zoals: teamleider communicatie (inwoners zien dit)", "Your role, such as: head of communication (residents see this)";
    /// They say yes.
    second_yes: "Ik las alles, en het mag naar buiten", "I read all of it, and it may go out";
    /// They did not say who they are.
    second_wrong: "Vul uw naam en uw rol in.", "Fill in your name and your role.";
    /// The device does not know which day it is.
    no_day: "Dit apparaat weet niet welke dag het is. Zet de datum goed.", "This device does not know which day it is. Set its date.";

    /// What can happen to a question that people can see: the heading.
    acts: "Langer open, eerder sluiten of intrekken", "Extend, close early or withdraw";
    /// What that is.
    acts_help: "Dit verandert ook wat al klaarstaat. Op de site komt het als u daarna publiceert.", "This changes what is ready too. It comes on the site once you publish after it.";
    /// The new last day.
    new_last: "De nieuwe laatste dag", "The new last day";
    /// The new promise.
    new_due: "Uw antwoord komt uiterlijk op", "Your answer comes by";
    /// Why.
    reason_for_residents: "Waarom? Inwoners lezen dit.", "Why? Residents read this.";
    /// It was done.
    done: "Dit staat klaar, met uw reden. Ga naar Publiceren om het op de site te zetten.", "This is ready, with your reason. Go to Publish to put it on the site.";

    /// It was withdrawn, and nobody may see that yet.
    take_back: "Deze vraag is ingetrokken. Toch niet? Zolang u dat nog niet publiceerde, kunt u terug. Anders publiceert u, en lezen inwoners uw reden.", "This question has been withdrawn. Rather not? As long as you have not published that, you can go back. Else publish, and residents read your reason.";
    /// To ask it after all.
    stay: "Toch niet intrekken", "Do not withdraw it";
    /// Asked once.
    stay_sure: "Toch niet intrekken? Doe dit alleen als het intrekken nog niet op de site staat. Wie het daar al las, komt anders niet te weten waarom de vraag terug is.", "Not withdraw it after all? Do this only if that is not on the site yet. Whoever read it there is not told why the question is back.";
    /// Undone or redone, also in what is ready.
    along: "Gedaan, ook in wat klaarstaat om te publiceren.", "Done, also in what is ready to publish.";
    /// It was done.
    stayed: "De vraag is niet meer ingetrokken. Zo staat zij ook klaar.", "The question is not withdrawn any more. That is how it is ready, too.";
    /// Asked once.
    withdraw_sure: "De vraag intrekken? Na het publiceren kan niemand meer reageren, en dat draait u niet terug.", "Withdraw the question? After publishing nobody can respond any more, and you can’t undo that.";

    /// What changing does: the heading.
    changing: "Wat gebeurt er met reacties als u iets verandert?", "What happens to responses if you change something?";
    /// Nothing in the questions changed.
    no_change: "U veranderde niets aan de vragen of de dilemma’s. Reacties blijven zoals ze zijn.", "You changed nothing in the questions or dilemmas. Responses stay as they are.";
    /// Something in them changed.
    change: "U veranderde iets aan de vragen of de dilemma’s:", "You changed something in the questions or dilemmas:";
    /// What that does.
    change_means: "Bij het publiceren krijgt de vraag vanzelf een nieuw nummer. Reacties die al binnen zijn, blijven horen bij de vragen zoals die toen waren. Wie het formulier nog open heeft, kan gewoon versturen: dat antwoord hoort ook bij de oude vragen. Bij het lezen telt u die twee groepen apart.", "When you publish, the question gets a new number by itself. Responses that came in already stay with the questions as they were then. Who still has the form open can send as usual: that answer belongs to the old questions too. When you read them, count the two groups apart.";
    /// Taking the whole question out.
    removing: "Haal een vraag die op de site staat niet weg. Dan verdwijnt de pagina, en wat mensen nog wilden versturen. Trek haar liever in: de pagina blijft, met uw reden.", "Do not take out a question that is on the site. Then its page disappears, and what people still wanted to send. Rather withdraw it: the page stays, with your reason.";
}

/// That a reason is too short.
pub fn more_words(language: Language) -> String {
    match language {
        Nl => format!("Schrijf er iets meer bij, minstens {ENOUGH} letters: dan begrijpt een collega het later ook."),
        En => format!("Write a little more, at least {ENOUGH} letters: then a colleague understands it later too."),
    }
}

/// How many points are left.
pub fn left(language: Language, count: usize) -> String {
    match (language, count) {
        (Nl, 1) => "Nog 1 punt om naar te kijken".to_owned(),
        (En, 1) => "1 point left to look at".to_owned(),
        (Nl, n) => format!("Nog {n} punten om naar te kijken"),
        (En, n) => format!("{n} points left to look at"),
    }
}

/// How many points of a touchstone are still to be answered.
pub fn points(language: Language, count: usize) -> String {
    match (language, count) {
        (Nl, 1) => "Nog 1 punt".to_owned(),
        (En, 1) => "1 point left".to_owned(),
        (Nl, n) => format!("Nog {n} punten"),
        (En, n) => format!("{n} points left"),
    }
}

/// What there is to look at, and why that matters.
pub fn care(language: Language, what: &Care) -> (String, &'static str) {
    let number = |at: &usize| at + 1;
    let said = match (language, what) {
        (Nl, Care::NotAgreed) => "Er staat niet met wie vooraf is afgesproken wat nog kan veranderen.".to_owned(),
        (En, Care::NotAgreed) => "It does not say with whom was agreed beforehand what can still change.".to_owned(),
        (Nl, Care::AgreedLate(on)) => {
            format!("De speelruimte is afgesproken op {}. Dan kan men al reageren.", on.written(language))
        }
        (En, Care::AgreedLate(on)) => {
            format!("What can change was agreed on {}. One can respond by then.", on.written(language))
        }
        (_, Care::Odd(odd)) => doubt::of_day_in_words(language, odd),
        (Nl, Care::Silent) => "U veranderde een dag die mensen al zagen, zonder dat zij lezen waarom. Gebruik de knoppen onder Langer open, eerder sluiten of intrekken.".to_owned(),
        (En, Care::Silent) => "You changed a day that people saw already, and they can’t read why. Use the buttons under Extend, close early or withdraw.".to_owned(),
        (Nl, Care::OneSided(at)) => format!("Bij dilemma {} zegt de ene kant veel meer dan de andere.", number(at)),
        (En, Care::OneSided(at)) => format!("In dilemma {}, one side says much more than the other.", number(at)),
        (Nl, Care::NotAsked { at, .. }) => format!("Bij dilemma {} hoort nog geen vraag. Men kan dan niet kiezen.", number(at)),
        (En, Care::NotAsked { at, .. }) => format!("No question asks about dilemma {}. So one can’t choose.", number(at)),
        (Nl, Care::NoAddress(at)) => format!("Feit {} heeft een bron zonder adres.", number(at)),
        (En, Care::NoAddress(at)) => format!("Fact {} has a source without an address.", number(at)),
        (Nl, Care::Untested { title, .. }) => format!("Bij de toetssteen ‘{title}’ staat nog niet hoe u eraan voldoet."),
        (En, Care::Untested { title, .. }) => format!("It does not say yet how you meet the touchstone ‘{title}’."),
    };
    (said, care_why(language, what))
}

fn care_why(language: Language, what: &Care) -> &'static str {
    match (language, what) {
        (Nl, Care::NotAgreed | Care::AgreedLate(_)) => {
            "Wie iets vraagt en daarna hoort dat het al vastlag, raakt het vertrouwen van mensen kwijt."
        }
        (En, Care::NotAgreed | Care::AgreedLate(_)) => {
            "Who asks and then hears that it was settled loses people’s trust."
        }
        (Nl, Care::Odd(_)) => "Met een verkeerde dag belooft u iets wat niet klopt, of sluit de vraag te vroeg.",
        (En, Care::Odd(_)) => "A wrong day promises what is not so, or closes the question too early.",
        (Nl, Care::Silent) => "Een dag is een belofte. Mensen mogen weten waarom die verandert.",
        (En, Care::Silent) => "A day is a promise. People may know why it changes.",
        (Nl, Care::OneSided(_)) => "Een kant die mager is, stuurt mensen naar de andere.",
        (En, Care::OneSided(_)) => "A side that says little sends people to the other.",
        (Nl, Care::NotAsked { .. }) => "Een dilemma zonder vraag leest als een verhaal waar men niets mee kan.",
        (En, Care::NotAsked { .. }) => "A dilemma without a question reads as a story with which one can do nothing.",
        (Nl, Care::NoAddress(_)) => "Wie twijfelt aan een cijfer, wil het zelf kunnen nakijken.",
        (En, Care::NoAddress(_)) => "Who doubts a figure wants to look it up.",
        (Nl, Care::Untested { .. }) => "Een lijst zonder antwoord zegt inwoners niets. Eén zin per punt is genoeg.",
        (En, Care::Untested { .. }) => {
            "A list without answers tells residents nothing. One sentence for each point is enough."
        }
    }
}

/// Why a field that is still to be mended matters, by its place; empty for one that explains itself.
pub fn why(language: Language, at: &str) -> &'static str {
    const WHYS: &[(&str, &str, &str)] = &[
        (
            "decision",
            "Mensen doen eerder mee als zij weten wie er iets mee doet, en wanneer.",
            "People respond sooner when they know who does something with it, and when.",
        ),
        (
            "scope",
            "Wie meedoet, moet vooraf weten wat nog kan veranderen.",
            "Who responds must know beforehand what can still change.",
        ),
        (
            "feedback_due",
            "Zonder dag belooft u niets, en kan niemand u eraan houden.",
            "Without a day you promise nothing, and nobody can hold you to it.",
        ),
        ("closes", "Mensen moeten weten hoe lang zij de tijd hebben.", "People must know how much time they have."),
        ("facts", "Een cijfer zonder bron is een mening.", "A figure without a source is an opinion."),
        (
            "dilemmas",
            "Twee kanten die allebei eerlijk zijn beschreven, sturen niemand.",
            "Two sides that are both told fairly steer nobody.",
        ),
        (
            "why_now",
            "Wie niet weet waarom u het nu vraagt, denkt dat het al besloten is.",
            "Who does not know why you ask it now thinks that it is settled.",
        ),
        (
            "owner",
            "Wie iets niet snapt, wil een mens kunnen bereiken.",
            "Who does not understand something wants to reach a person.",
        ),
        (
            "picture",
            "Wie de foto niet ziet, mist anders wat erop staat.",
            "Who can’t see the photo else misses what it shows.",
        ),
    ];
    let head = at.split(['.', '[']).next().unwrap_or_default();
    WHYS.iter().find(|one| one.0 == head).map_or("", |one| if language == Nl { one.1 } else { one.2 })
}

/// Who said yes, and whether that still holds.
pub fn seen(language: Language, who: &str, holds: bool) -> String {
    match (language, holds) {
        (Nl, true) => format!("{who} las de vraag, en zei ja."),
        (En, true) => format!("{who} read the question, and said yes."),
        (Nl, false) => {
            format!("{who} zei ja tegen een eerdere tekst. De tekst is sindsdien veranderd: vraag het opnieuw.")
        }
        (En, false) => format!("{who} said yes to an earlier text. The text has changed since: ask again."),
    }
}

/// What can be done.
pub fn act(language: Language, what: Amended) -> &'static str {
    match (language, what) {
        (Nl, Amended::Extended) => "Langer open laten",
        (En, Amended::Extended) => "Keep it open for longer",
        (Nl, Amended::ClosedEarly) => "Vandaag sluiten",
        (En, Amended::ClosedEarly) => "Close it today",
        (Nl, Amended::Withdrawn) => "Intrekken",
        (En, Amended::Withdrawn) => "Withdraw it",
    }
}

/// What residents then see, and what happens to reactions that are under way.
pub fn act_means(language: Language, what: Amended) -> [&'static str; 2] {
    match (language, what) {
        (Nl, Amended::Extended) => [
            "Inwoners zien op de pagina en op de kaart dat de vraag langer open is, tot wanneer dat eerst was, en uw reden. Wie de feed volgt, krijgt bericht.",
            "Reacties die onderweg zijn, komen gewoon aan.",
        ],
        (En, Amended::Extended) => [
            "Residents see on the page and on the card that the question is open for longer, until when that was, and your reason. Who follows the feed hears of it.",
            "Responses that are under way arrive as usual.",
        ],
        (Nl, Amended::ClosedEarly) => [
            "Vandaag kan men nog reageren. Daarna zien inwoners dat de vraag eerder sloot, en uw reden.",
            "Publiceer vandaag. Vanaf morgen hoort wie de pagina nog open heeft en verstuurt, dat de vraag gesloten is. De tekst blijft op het apparaat staan.",
        ],
        (En, Amended::ClosedEarly) => [
            "One can still respond today. After that residents see that the question closed early, and your reason.",
            "Publish today. From tomorrow, who still has the page open and sends hears that the question has closed. The text stays on the device.",
        ],
        (Nl, Amended::Withdrawn) => [
            "De vraag gaat uit de lijst van open vragen. Haar pagina blijft, met ‘Ingetrokken’ en uw reden. In agenda’s vervalt de beloofde dag.",
            "Dit begint als u publiceert. Wie de pagina dan nog open heeft, kan nog versturen tot een minuut nadat de site is gepubliceerd. Daarna hoort men dat de vraag gesloten is. De tekst blijft op het apparaat staan. Wat al binnen is, blijft bewaard, en de schrijver ziet het bij Mijn reacties.",
        ],
        (En, Amended::Withdrawn) => [
            "The question leaves the list of open ones. Its page stays, with ‘Withdrawn’ and your reason. In calendars the promised day is cancelled.",
            "This begins when you publish. Who still has the page open can send until a minute after the site was published. After that they hear that the question has closed. The text stays on the device. What came in already is kept, and its writer sees it under My responses.",
        ],
    }
}

/// Why something can't be done.
pub fn hindered(language: Language, why: &Hindrance) -> String {
    let day = |day: &Day| day.written(language);
    match (language, why) {
        (Nl, Hindrance::NoReason(_)) => "Schrijf op waarom, in elke taal van de vraag.".to_owned(),
        (En, Hindrance::NoReason(_)) => "Write down why, in each language of the question.".to_owned(),
        (Nl, Hindrance::NoDays) => "De dagen van de vraag kloppen nog niet.".to_owned(),
        (En, Hindrance::NoDays) => "The days of the question are not right yet.".to_owned(),
        // So it is in what is ready, though not in what is written any more.
        (Nl, Hindrance::Withdrawn) => "Wat klaarstaat, is al ingetrokken. Zet de vraag eerst opnieuw klaar.".to_owned(),
        (En, Hindrance::Withdrawn) => {
            "What is ready is withdrawn already. First set the question ready again.".to_owned()
        }
        (Nl, Hindrance::NotLater(last)) => format!("Kies een laatste dag na {}.", day(last)),
        (En, Hindrance::NotLater(last)) => format!("Choose a last day after {}.", day(last)),
        (Nl, Hindrance::PromisedBefore(last)) => {
            format!("Uw antwoord kan niet komen voor {}. Kies die dag of een latere.", day(last))
        }
        (En, Hindrance::PromisedBefore(last)) => {
            format!("Your answer can’t come before {}. Choose that day or a later one.", day(last))
        }
        (Nl, Hindrance::NotOpen(first)) => {
            format!("Deze vraag gaat pas open op {}. Sluiten kan nog niet; intrekken wel.", day(first))
        }
        (En, Hindrance::NotOpen(first)) => {
            format!("This question opens on {}. It can’t close yet; you can withdraw it.", day(first))
        }
        (Nl, Hindrance::IsClosed(last)) => {
            format!("Deze vraag sluit vandaag al, of is al dicht: de laatste dag is {}.", day(last))
        }
        (En, Hindrance::IsClosed(last)) => {
            format!("This question closes today, or has closed: its last day is {}.", day(last))
        }
    }
}

/// What happened to a question, and when that was written down.
pub fn happened(language: Language, what: &str, on: Day) -> String {
    let on = on.written(language);
    match language {
        Nl => format!("{what}, opgeschreven op {on}"),
        En => format!("{what}, written down on {on}"),
    }
}
