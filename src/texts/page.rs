//! The sentences around a consultation's own words: header, footer, and the blocks of a page.

use crate::domain::{
    consultation::{Amended, Amendment, LawPhase, Role, Status},
    day::Day,
    language::Language::{self, En, Nl},
};

say! {
    /// Instead of a form, without JavaScript, where no endpoint takes a plain form; an e-mail address follows.
    no_plain_form: "Op deze site kunt u alleen reageren als JavaScript aanstaat. Of mail uw antwoorden naar", "On this site you can only respond with JavaScript switched on. Or mail your answers to";
    /// Header: the skip link.
    skip: "Ga naar de inhoud", "Skip to the content";
    /// Header: what the menu is called.
    menu: "Hoofdmenu", "Main menu";
    /// Header: opens the menu on a small screen.
    menu_open: "Menu", "Menu";
    /// Header: larger letters, or not.
    larger: "Grotere letters", "Larger letters";
    /// Behind it while the letters are larger; who listens hears that from the button itself.
    larger_on: ": aan", ": on";
    /// The same while they are not.
    larger_off: ": uit", ": off";
    /// Header: the overview.
    nav_overview: "Alle vragen", "All questions";
    /// Header: what this device sent.
    nav_mine: "Mijn reacties", "My responses";
    /// Header: look up by receipt.
    nav_follow: "Volg uw reactie", "Follow your response";
    /// Header: about, privacy, accessibility.
    nav_about: "Over deze site", "About this site";
    /// The link to the other language, in that language.
    other_language: "English", "Nederlands";

    /// What the band above a page is called.
    notice: "Let op", "Please note";

    /// Footer: how to reach a person.
    contact: "Contact", "Contact";
    /// Footer: the address of a letter.
    post: "Post:", "Post:";
    /// Footer: the promise about privacy.
    privacy_short: "Geen account, geen cookies. Wij vragen niet om uw naam.", "No account, no cookies. We do not ask for your name.";
    /// Footer: the link to the about page.
    privacy_link: "Lees hoe wij met uw reactie omgaan", "Read how we treat your response";

    /// On a consultation that is an example.
    example: "Dit is een voorbeeldvraag. De provincie stelt deze vraag hier niet echt.", "This is an example question. The province is not really asking it here.";

    /// On a card, while one can respond.
    take_part: "Denk mee", "Have your say";
    /// Hero: the link to the form.
    react: "Geef uw reactie", "Have your say";
    /// The list of contents.
    contents: "Op deze pagina", "On this page";
    /// Why this is asked now.
    why_now: "Waarom nu?", "Why now?";

    /// Scope: its heading.
    scope: "Wat kunt u nog veranderen?", "What can you still change?";
    /// Scope: can't be changed.
    fixed: "Ligt vast", "Fixed";
    /// Scope: what that means.
    fixed_meaning: "Dit verandert niet meer.", "This will not change any more.";
    /// Scope: can be changed.
    open: "Open", "Open";
    /// Scope: what that means.
    open_meaning: "Hier kan uw reactie iets veranderen.", "Your response can change something here.";
    /// Scope: not known yet.
    undecided: "Nog onbekend", "Not yet known";
    /// Scope: what that means.
    undecided_meaning: "Wij weten nog niet of dit kan veranderen.", "We do not yet know whether this can change.";
    /// Before a reason.
    because: "Waarom:", "Why:";

    /// Decision: its heading.
    decision: "Wie beslist wanneer?", "Who decides when?";
    /// Decision: who.
    decision_who: "Wie", "Who";
    /// Decision: when.
    decision_when: "Wanneer", "When";
    /// Decision: on what.
    decision_about: "Waarover", "About what";

    /// Timeline: its heading.
    timeline: "Wat gebeurt er wanneer?", "What happens when?";
    /// Timeline: one can react from here on.
    opens: "U kunt reageren", "You can respond";
    /// Timeline: from here on one could, of a question that is asked no more.
    opened: "U kon reageren", "You could respond";
    /// Timeline: the mark for today.
    now: "Nu", "Now";
    /// Timeline: a step without a day.
    no_day: "Dag nog niet bekend", "Day not known yet";

    /// Facts: its heading.
    facts: "Feiten en cijfers", "Facts and figures";
    /// Facts: an invented number.
    example_figure: "Voorbeeldcijfer, verzonnen", "Example figure, made up";
    /// Before a source.
    source: "Bron:", "Source:";
    /// Facts: opens the table.
    as_table: "Bekijk als tabel", "Show as a table";
    /// Facts: what the values belong to.
    column_label: "Wat", "What";
    /// Facts: the values, where no unit is given.
    column_value: "Aantal", "Number";

    /// Dilemmas: their heading.
    dilemmas: "Wat maakt het lastig?", "What makes it hard?";
    /// Dilemmas: what a side gives.
    gains: "Dit levert het op", "What it gives";
    /// Dilemmas: what a side takes.
    costs: "Dit kost het", "What it costs";
    /// Between two sides.
    or: "of", "or";

    /// Tables: their heading.
    tables: "Wie praten er al mee?", "Who is already talking?";
    /// Tables: who sits there.
    at_the_table: "Aan tafel:", "At the table:";
    /// Tables: what it means to you.
    meaning: "Voor u:", "For you:";

    /// Initiatives: their heading.
    initiatives: "Waar kunt u bij aansluiten?", "What can you join?";
    /// Touchstones: their heading.
    touchstones: "Waar houden wij ons aan?", "What do we hold ourselves to?";
    /// Sources: their heading.
    sources: "Waar komt dit vandaan?", "Where does this come from?";
    /// Sources: whom to ask.
    owner: "Vragen over dit onderwerp?", "Questions about this subject?";

    /// It is asked no more; why stands beside it.
    withdrawn: "Deze vraag is ingetrokken. Reageren kan niet meer.", "This question has been withdrawn. You can no longer respond.";
    /// What happened to a question: its heading.
    amended: "Wat is er veranderd?", "What has changed?";
    /// After a withdrawal: what becomes of reactions.
    withdrawn_after: "Wat al is verstuurd, blijft bewaard. U vindt het terug bij Mijn reacties.", "What was sent already is kept. You find it under My responses.";
    /// The phase of policy: its heading.
    law: "Waarover denkt u mee?", "What is your input for?";
    /// Before the name of an ordinance.
    ordinance: "De regels voor meedenken in deze provincie:", "The rules on having your say in this province:";
    /// Before how a point of a touchstone is met.
    met: "Zo doen wij dat:", "How we do that:";

    /// Overview: those one can react to.
    overview_open: "Denk nu mee", "Have your say";
    /// Overview: those that wait for an answer of the province.
    overview_waiting: "Wacht op ons antwoord", "Waiting for our answer";
    /// Overview: those that were answered.
    overview_answered: "Beantwoord", "Answered";
    /// Overview: those that are asked no more.
    overview_withdrawn: "Ingetrokken", "Withdrawn";
    /// Overview: by place.
    overview_places: "Bij u in de buurt", "Near you";
    /// Overview: about no place in particular.
    overview_everywhere: "Niet over één plaats", "Not about one place";
    /// Overview: by subject.
    overview_subjects: "Op onderwerp", "By subject";
    /// Overview: about no subject in particular.
    overview_other: "Andere onderwerpen", "Other subjects";
    /// Overview: those of long ago.
    overview_archive: "Archief", "Archive";
    /// Overview: those that open later.
    overview_announced: "Binnenkort", "Soon";
    /// Overview: nothing to react to.
    overview_none: "Op dit moment is er geen vraag waarop u kunt reageren.", "There is no question to respond to at the moment.";
}

/// Under a picture: who made it.
pub fn picture_by(maker: &str, language: Language) -> String {
    match language {
        Nl => format!("Beeld: {maker}"),
        En => format!("Picture: {maker}"),
    }
}

/// The name of a status, on a card.
pub fn status(status: Status, language: Language) -> &'static str {
    match (status, language) {
        (Status::Announced, Nl) => "Begint later",
        (Status::Announced, En) => "Starts later",
        (Status::Open, Nl) => "U kunt reageren",
        (Status::Open, En) => "You can respond",
        (Status::Waiting, Nl) => "Wij lezen de reacties",
        (Status::Waiting, En) => "We are reading the responses",
        (Status::Overdue, Nl) => "Ons antwoord is te laat",
        (Status::Overdue, En) => "Our answer is late",
        (Status::Answered, Nl) => "U kunt ons antwoord lezen",
        (Status::Answered, En) => "You can read our answer",
        (Status::Withdrawn, Nl) => "Ingetrokken",
        (Status::Withdrawn, En) => "Withdrawn",
    }
}

/// What the dates of a consultation mean for someone with this status.
pub fn dates(status: Status, opens: Day, closes: Day, feedback_due: Day, language: Language) -> String {
    let [opens, closes, feedback] = [opens, closes, feedback_due].map(|day| day.written(language));
    match (status, language) {
        (Status::Announced, Nl) => {
            format!("Reageren kan van {opens} tot en met {closes}. Uiterlijk {feedback} leest u ons antwoord.")
        }
        (Status::Announced, En) => {
            format!("You can respond from {opens} to {closes}. By {feedback} you can read our answer.")
        }
        (Status::Open, Nl) => {
            format!("Reageren kan tot en met {closes}. Uiterlijk {feedback} leest u ons antwoord.")
        }
        (Status::Open, En) => {
            format!("You can respond up to and including {closes}. By {feedback} you can read our answer.")
        }
        (Status::Waiting, Nl) => {
            format!("Reageren kon tot en met {closes}. Uiterlijk {feedback} leest u ons antwoord.")
        }
        (Status::Waiting, En) => {
            format!("You could respond up to and including {closes}. By {feedback} you can read our answer.")
        }
        (Status::Overdue, _) => overdue(feedback_due, language),
        (Status::Answered, Nl) => format!("Reageren kon tot en met {closes}. U kunt ons antwoord lezen."),
        (Status::Answered, En) => format!("You could respond up to and including {closes}. You can read our answer."),
        (Status::Withdrawn, _) => withdrawn(language).to_owned(),
    }
}

/// The promised day has passed, and there is no feedback.
pub fn overdue(due: Day, language: Language) -> String {
    match language {
        Nl => format!("De provincie beloofde een antwoord op {}. Dat is er nog niet.", due.written(language)),
        En => format!("The province promised an answer by {}. It is not there yet.", due.written(language)),
    }
}

/// Something that happened to a question: in a few words, and what changed. `then` is the last day that it led to.
pub fn amendment(one: &Amendment, then: Day, language: Language) -> (String, String) {
    let [on, was, then] = [one.on, one.closes_was, then].map(|day| day.written(language));
    match (one.what, language) {
        (Amended::Extended, Nl) => (
            format!("Langer open, sinds {on}."),
            format!("De laatste dag om te reageren werd {then}. Eerst was dat {was}."),
        ),
        (Amended::Extended, En) => (
            format!("Open for longer, since {on}."),
            format!("The last day to respond became {then}. At first that was {was}."),
        ),
        (Amended::ClosedEarly, Nl) => (
            format!("Eerder gesloten, op {on}."),
            format!("De laatste dag om te reageren werd {then}. Eerst was dat {was}."),
        ),
        (Amended::ClosedEarly, En) => (
            format!("Closed early, on {on}."),
            format!("The last day to respond became {then}. At first that was {was}."),
        ),
        (Amended::Withdrawn, Nl) => (format!("Ingetrokken op {on}."), "Reageren kan niet meer.".to_owned()),
        (Amended::Withdrawn, En) => (format!("Withdrawn on {on}."), "You can no longer respond.".to_owned()),
    }
}

/// Another day was promised before.
pub fn promised_before(was: Day, language: Language) -> String {
    match language {
        Nl => format!("Eerst beloofden wij ons antwoord uiterlijk op {}.", was.written(language)),
        En => format!("We first promised our answer by {}.", was.written(language)),
    }
}

/// A phase of policy: its name, and what it means to who reads.
pub fn phase(phase: LawPhase, language: Language) -> (&'static str, &'static str) {
    match (phase, language) {
        (LawPhase::Preparing, Nl) => ("Een plan maken", "Er is nog geen plan. U denkt mee voordat het er is."),
        (LawPhase::Preparing, En) => ("Making a plan", "There is no plan yet. You have your say before there is one."),
        (LawPhase::Doing, Nl) => ("Een plan uitvoeren", "Het plan is er. U denkt mee over hoe wij het doen."),
        (LawPhase::Doing, En) => ("Carrying out a plan", "The plan is there. You have your say on how we do it."),
        (LawPhase::Evaluating, Nl) => ("Terugkijken", "Het plan is uitgevoerd. U zegt wat goed ging en wat niet."),
        (LawPhase::Evaluating, En) => {
            ("Looking back", "The plan was carried out. You say what went well and what did not.")
        }
    }
}

/// How to read the picture of what can still change: of each part that is in it.
pub fn scope_lead([fixed, open, undecided]: [bool; 3], language: Language) -> String {
    let parts = match language {
        Nl => [
            (true, "Dit is de speelruimte."),
            (fixed, "Achter het hek ligt het vast."),
            (open, "Op het open veld kan uw reactie iets veranderen."),
            (undecided, "In de mist weten we het nog niet."),
        ],
        En => [
            (true, "This is what can still change."),
            (fixed, "Behind the fence things are fixed."),
            (open, "On the open land your response can change something."),
            (undecided, "In the mist we do not know yet."),
        ],
    };
    parts.into_iter().filter(|(is, _)| *is).map(|(_, said)| said).collect::<Vec<_>>().join(" ")
}

/// Who agreed on what can still change.
pub fn agreed(by: &str, on: Day, language: Language) -> String {
    let (on, stop) = (on.written(language), full_stop(by));
    match language {
        Nl => format!("Dit is vooraf afgesproken, op {on}. Met wie: {by}{stop}"),
        En => format!("This was agreed beforehand, on {on}. With whom: {by}{stop}"),
    }
}

/// What still has to stand behind words that somebody typed.
fn full_stop(typed: &str) -> &'static str {
    if typed.trim_end().ends_with(['.', '!', '?']) { "" } else { "." }
}

/// Who else read a question.
pub fn seen_by(role: &str, on: Day, language: Language) -> String {
    let (on, stop) = (on.written(language), full_stop(role));
    match language {
        Nl => format!("Ook nagelezen op {on}, door: {role}{stop}"),
        En => format!("Also read on {on}, by: {role}{stop}"),
    }
}

/// Overview: how many were over long ago.
pub fn overview_of_long_ago(count: usize, language: Language) -> String {
    match (language, count) {
        (Nl, 1) => "1 vraag die langer dan een jaar geleden klaar was".to_owned(),
        (En, 1) => "1 question that was finished more than a year ago".to_owned(),
        (Nl, n) => format!("{n} vragen die langer dan een jaar geleden klaar waren"),
        (En, n) => format!("{n} questions that were finished more than a year ago"),
    }
}

/// How long answering takes.
pub fn minutes(minutes: u32, language: Language) -> String {
    match (language, minutes) {
        (Nl, 1) => "Ongeveer 1 minuut".into(),
        (Nl, n) => format!("Ongeveer {n} minuten"),
        (En, 1) => "About 1 minute".into(),
        (En, n) => format!("About {n} minutes"),
    }
}

/// The scope picture in one sentence.
pub fn scope_picture(fixed: usize, open: usize, undecided: usize, language: Language) -> String {
    let points = |n: usize| match (language, n) {
        (Nl, 1) => "1 punt".to_owned(),
        (Nl, n) => format!("{n} punten"),
        (En, 1) => "1 point".to_owned(),
        (En, n) => format!("{n} points"),
    };
    let (fixed, open, undecided) = (points(fixed), points(open), points(undecided));
    match language {
        Nl => format!(
            "Tekening van een landschap. Vast, achter een hek met stenen: {fixed}. Open veld: {open}. Nog onbekend, in de mist: {undecided}."
        ),
        En => format!(
            "Drawing of a landscape. Fixed, behind a fence with stones: {fixed}. Open land: {open}. Not yet known, in the mist: {undecided}."
        ),
    }
}

/// The last day, on the timeline.
pub fn closes(day: Day, language: Language) -> String {
    match language {
        Nl => format!("Reageren kan tot en met {}", day.written(language)),
        En => format!("You can respond up to and including {}", day.written(language)),
    }
}

/// The promised feedback, on the timeline.
pub fn feedback_due(day: Day, language: Language) -> String {
    match language {
        Nl => format!("Uiterlijk {} leest u ons antwoord", day.written(language)),
        En => format!("By {} you can read our answer", day.written(language)),
    }
}

/// What was told back already, on the timeline; `interim`: more is to come.
pub fn told(day: Day, interim: bool, language: Language) -> String {
    let day = day.written(language);
    match (language, interim) {
        (Nl, true) => format!("{day}: tussenstand van ons antwoord"),
        (Nl, false) => format!("{day}: ons antwoord"),
        (En, true) => format!("{day}: interim answer"),
        (En, false) => format!("{day}: our answer"),
    }
}

/// From one day to another, both counted.
pub fn period(from: Option<Day>, until: Option<Day>, language: Language) -> String {
    let written = |day: Day| day.written(language);
    match (from, until, language) {
        (Some(from), Some(until), _) if from == until => written(from),
        (Some(from), Some(until), Nl) => format!("{} tot en met {}", written(from), written(until)),
        (Some(from), Some(until), En) => format!("{} to {}", written(from), written(until)),
        (Some(from), None, Nl) => format!("Vanaf {}", written(from)),
        (Some(from), None, En) => format!("From {}", written(from)),
        (None, Some(until), Nl) => format!("Tot en met {}", written(until)),
        (None, Some(until), En) => format!("Up to and including {}", written(until)),
        (None, None, _) => no_day(language).to_owned(),
    }
}

/// Who decides, on the timeline.
pub fn decided_by(who: &str, language: Language) -> String {
    match language {
        Nl => format!("Besluit door: {who}"),
        En => format!("Decision by: {who}"),
    }
}

/// The province's role at a table: its name, and what that is.
pub fn role(role: Role, language: Language) -> (&'static str, &'static str) {
    match (role, language) {
        (Role::CoCreationPartner, Nl) => ("Co-creatiepartner", "De provincie maakt het samen met de anderen."),
        (Role::CoCreationPartner, En) => ("Co-creation partner", "The province makes it together with the others."),
        (Role::Caretaker, Nl) => ("Zorgdrager", "De provincie zorgt ervoor dat het gebeurt."),
        (Role::Caretaker, En) => ("Caretaker", "The province takes care that it happens."),
        (Role::Director, Nl) => ("Regisseur", "De provincie brengt de anderen bij elkaar."),
        (Role::Director, En) => ("Director", "The province brings the others together."),
    }
}

/// The link to an initiative's own site.
pub fn initiative_site(name: &str, language: Language) -> String {
    match language {
        Nl => format!("Naar de site van {name}"),
        En => format!("Go to the site of {name}"),
    }
}

/// A number as people write it: 1.234,5 or 1,234.5.
pub fn number(value: f64, language: Language) -> String {
    let decimal = match language {
        Nl => ',',
        En => '.',
    };
    let plain = value.abs().to_string();
    let (whole, fraction) = plain.split_once('.').unwrap_or((&plain, ""));
    let mut written = String::from(if value < 0.0 { "−" } else { "" });
    written += &grouped(whole, language);
    if !fraction.is_empty() {
        written.push(decimal);
        written.push_str(fraction);
    }
    written
}

/// Digits in groups of three: 1.234 or 1,234.
pub(super) fn grouped(whole: &str, language: Language) -> String {
    let mut written = String::new();
    for (at, digit) in whole.chars().enumerate() {
        if at > 0 && (whole.len() - at).is_multiple_of(3) {
            written.push(if language == Nl { '.' } else { ',' });
        }
        written.push(digit);
    }
    written
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_what_the_picture_shows_is_explained_and_a_sentence_ends() {
        assert_eq!(scope_lead([true, false, false], Nl), "Dit is de speelruimte. Achter het hek ligt het vast.");
        let on = Day::new(2026, 5, 1).unwrap();
        assert!(agreed("Gedeputeerde Staten", on, Nl).ends_with("Met wie: Gedeputeerde Staten."));
        assert!(agreed("De raad.", on, Nl).ends_with("Met wie: De raad."));
    }

    #[test]
    fn numbers_are_written_as_the_reader_does() {
        assert_eq!(number(1_234_567.5, Nl), "1.234.567,5");
        assert_eq!(number(-1234.0, En), "−1,234");
        assert_eq!(number(400_000.0, Nl), "400.000");
        assert_eq!(number(0.25, Nl), "0,25");
        assert_eq!(number(12.0, En), "12");
    }
}
