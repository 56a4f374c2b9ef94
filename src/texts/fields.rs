//! What the fields of a question are called where one writes it, and what helps to fill them in.

use super::site_fields::{self as of_site, Row};
use crate::{
    domain::language::Language::{self, En, Nl},
    files::content::manuscript::spots::Spot,
};

/// What they are called; parts of the form are among them.
const FIELDS: &[Row] = &[
    ("about", "Waar gaat het over?", "What is it about?", "", ""),
    ("days", "Wanneer?", "When?", "", ""),
    ("decision", "Wie beslist wanneer?", "Who decides when?", "", ""),
    ("scope", "Wat kan nog anders?", "What can still change?", "", ""),
    ("law", "Wat zegt de wet?", "What does the law say?", "", ""),
    ("background", "Achtergrond", "Background", "", ""),
    ("picture", "Foto of tekening", "Photo or drawing", "", ""),
    ("owner", "Wie is het?", "Who are you?", "", ""),
    (
        "part.decision",
        "",
        "",
        "Mensen doen eerder mee als zij weten wie er iets mee doet, en wanneer.",
        "People are more willing to respond when they know who does something with it, and when.",
    ),
    (
        "part.scope",
        "",
        "",
        "Spreek dit vooraf af met wie beslist. Wie iets vraagt wat al vaststaat, raakt vertrouwen kwijt.",
        "Agree on this beforehand with whoever decides. Asking what is settled already costs trust.",
    ),
    (
        "part.law",
        "",
        "",
        "De Wet versterking participatie op decentraal niveau vraagt of inwoners meedoen bij het maken, het uitvoeren of het evalueren van beleid. Wat u hier kiest, staat op de pagina.",
        "Dutch law (Wet versterking participatie op decentraal niveau) asks whether residents take part in making, carrying out or evaluating policy. What you choose here is on the page.",
    ),
    (
        "kind",
        "Soort",
        "Kind",
        "Luisteren is zonder agenda: dan hoeft u niet te zeggen wat nog kan veranderen.",
        "Listening has no agenda: then you need not say what can still change.",
    ),
    ("languages", "Talen", "Languages", "", ""),
    (
        "example",
        "Dit is een voorbeeld",
        "This is an example",
        "De pagina zegt dan dat de vraag niet echt is.",
        "The page then says that the question is not real.",
    ),
    ("title", "Titel", "Title", "", ""),
    (
        "summary",
        "In het kort",
        "In short",
        "Twee of drie zinnen. Dit staat ook op de kaart van de vraag.",
        "Two or three sentences. They are on the card of the question too.",
    ),
    ("why_now", "Waarom nu?", "Why now?", "", ""),
    (
        "where",
        "Waar?",
        "Where?",
        "Een provincie, gemeente of dorp. Hoogstens 40 tekens.",
        "A province, municipality or village. 40 characters at most.",
    ),
    (
        "subject",
        "Onderwerp",
        "Subject",
        "Een woord, zoals: Verkeer. Het overzicht zet vragen met hetzelfde woord bij elkaar. Hoogstens 40 tekens.",
        "A word, such as: Traffic. The overview puts questions with the same word together. 40 characters at most.",
    ),
    ("picture.file", "Naam van de foto", "Name of the photo", "", ""),
    (
        "picture.alt",
        "Wat is erop te zien?",
        "What does it show?",
        "Voor wie de foto niet ziet.",
        "For who can’t see the photo.",
    ),
    ("picture.maker", "Wie maakte de foto?", "Who made the photo?", "", ""),
    ("minutes", "Hoeveel minuten duurt het?", "How many minutes does it take?", "", ""),
    ("opens", "De eerste dag", "The first day", "", ""),
    (
        "closes",
        "De laatste dag",
        "The last day",
        "Op deze dag kan men nog reageren.",
        "One can still respond on this day.",
    ),
    (
        "feedback_due",
        "Uw antwoord komt uiterlijk op",
        "Your answer comes by",
        "Deze dag belooft u aan iedereen die meedoet.",
        "You promise this day to everybody who responds.",
    ),
    (
        "amended",
        "Wat er gebeurde sinds men de vraag kan zien",
        "What happened since one can see the question",
        "Dit komt van de knoppen bij Langer open, eerder sluiten of intrekken. De reden kunt u nog verbeteren.",
        "This comes from the buttons at Extend, close early or withdraw. You can still improve the reason.",
    ),
    ("law.phase", "Waarvoor vraagt u inbreng?", "What do you ask input for?", "", ""),
    (
        "law.ordinance.title",
        "Uw verordening over participatie",
        "Your ordinance on participation",
        "De naam, zoals inwoners die op internet vinden.",
        "Its name, as residents find it on the internet.",
    ),
    ("law.ordinance.url", "Adres van de verordening", "Address of the ordinance", "", ""),
    ("law.ordinance.year", "Jaar van de verordening", "Year of the ordinance", "", ""),
    ("decision.who", "Wie beslist?", "Who decides?", "", ""),
    ("decision.when", "Wanneer?", "When?", "", ""),
    ("decision.about", "Waarover?", "On what?", "", ""),
    ("scope.fixed", "Dit ligt vast", "This is settled", "", ""),
    ("scope.open", "Dit kan nog anders", "This can still change", "", ""),
    ("scope.undecided", "Dit is nog onbekend", "This is not yet known", "", ""),
    (
        "scope.agreed.by",
        "Met wie is dit vooraf afgesproken?",
        "With whom was this agreed beforehand?",
        "Bijvoorbeeld: Gedeputeerde Staten. Inwoners zien dit.",
        "For example: the Provincial Executive. Residents see this.",
    ),
    ("scope.agreed.on", "Op welke dag?", "On which day?", "", ""),
    ("text", "Tekst", "Text", "", ""),
    ("reason", "Waarom?", "Why?", "", ""),
    (
        "dilemmas",
        "Dilemma’s",
        "Dilemmas",
        "Een keuze met twee kanten, die allebei iets opleveren en iets kosten.",
        "A choice with two sides, each of which gains something and costs something.",
    ),
    (
        "dilemmas.title",
        "Welke keuze?",
        "Which choice?",
        "Staat een vraag over dit dilemma in het formulier, dan staat de titel van die vraag erboven, en deze niet.",
        "With a question about this dilemma in the form, the title of that question stands above it, and not this one.",
    ),
    ("intro", "Inleiding", "Introduction", "", ""),
    ("sides", "De twee kanten", "The two sides", "", ""),
    ("sides.label", "Hoe heet deze kant?", "What is this side called?", "", ""),
    ("gains", "Dit levert het op", "This is what it gains", "", ""),
    ("costs", "Dit kost het", "This is what it costs", "", ""),
    (
        "facts",
        "Feiten en cijfers",
        "Facts and figures",
        "Bij elk cijfer hoort een bron. U kunt kolommen uit een rekenblad plakken in het vak van een waarde.",
        "Each figure needs a source. You can paste columns of a spreadsheet in the field of a value.",
    ),
    ("chart", "Hoe laat u het zien?", "How do you show it?", "", ""),
    ("unit", "Eenheid", "Unit", "Bijvoorbeeld: km, of % van de inwoners.", "For example: km, or % of residents."),
    ("values", "Waarden", "Values", "", ""),
    ("values.label", "Waarvan?", "Of what?", "", ""),
    ("value", "Getal", "Number", "", ""),
    ("facts.text", "Wat zegt dit?", "What does this say?", "", ""),
    ("facts.example", "Dit cijfer is verzonnen", "This figure is made up", "", ""),
    ("source.title", "Bron", "Source", "", ""),
    ("source.url", "Adres van de bron", "Address of the source", "", ""),
    ("source.year", "Jaar", "Year", "", ""),
    ("tables", "Wie praten hier al over?", "Who is talking about this already?", "", ""),
    ("name", "Naam", "Name", "", ""),
    ("tables.about", "Waar gaat het daar over?", "What is it about there?", "", ""),
    ("tables.who", "Wie zitten er aan tafel?", "Who is at the table?", "", ""),
    ("role", "Rol van de provincie", "Role of the province", "", ""),
    ("meaning", "Wat betekent die rol hier?", "What does that role mean here?", "", ""),
    ("phases", "Stappen", "Steps", "", ""),
    ("phases.from", "Van", "From", "", ""),
    ("phases.until", "Tot en met", "Until", "", ""),
    ("initiatives", "Wat mensen al doen", "What people already do", "", ""),
    ("initiatives.where", "Waar?", "Where?", "", ""),
    ("url", "Link", "Link", "", ""),
    ("touchstones", "Toetsstenen", "Touchstones", "", ""),
    (
        "tested",
        "Zo voldoet de vraag aan de toetsstenen",
        "How the question meets the touchstones",
        "Eén zin per punt. Inwoners lezen die zin bij het punt. Bij Mag dit naar buiten? staat welke punten er zijn.",
        "One sentence for each point. Residents read it with the point. May this go out? says which points there are.",
    ),
    ("how", "Hoe?", "How?", "", ""),
    ("sources", "Meer lezen", "Read more", "", ""),
    ("year", "Jaar", "Year", "", ""),
    ("questions", "De vragen", "The questions", "", ""),
    ("questions.kind", "Soort vraag", "Kind of question", "", ""),
    ("questions.title", "Wat vraagt u?", "What do you ask?", "", ""),
    ("help", "Uitleg erbij", "Explanation", "", ""),
    ("required", "Men moet dit invullen", "One has to answer this", "", ""),
    ("questions.about", "Waar vraagt u naar?", "What do you ask for?", "", ""),
    ("options", "Antwoorden", "Answers", "", ""),
    ("options.label", "Antwoord", "Answer", "", ""),
    ("other", "Iets anders mag ook", "Something else is possible too", "", ""),
    ("limits.max_choices", "Hoogstens zoveel antwoorden", "So many answers at most", "", ""),
    ("limits.min", "Begin van de schaal", "Where the scale begins", "", ""),
    ("limits.max", "Eind van de schaal", "Where the scale ends", "", ""),
    ("labels.low", "Wat betekent het begin?", "What does the beginning mean?", "", ""),
    ("labels.high", "Wat betekent het eind?", "What does the end mean?", "", ""),
    ("dilemma", "Welk dilemma?", "Which dilemma?", "", ""),
    ("province", "Welke provincie?", "Which province?", "", ""),
    ("limits.max_chars", "Hoogstens zoveel tekens", "So many characters at most", "", ""),
    ("owner.name", "Naam van het team", "Name of the team", "", ""),
    ("owner.email", "E-mailadres", "E-mail address", "", ""),
];

/// Lists, and what an item of each is: Dutch with and without its article, and English.
const ITEMS: &[(&str, &str, &str)] = &[
    ("fixed", "iets wat vastligt", "something that is settled"),
    ("open", "iets wat nog anders kan", "something that can still change"),
    ("undecided", "iets wat nog onbekend is", "something that is not yet known"),
    ("dilemmas", "dilemma", "dilemma"),
    ("sides", "kant", "side"),
    ("gains", "voordeel", "gain"),
    ("costs", "nadeel", "cost"),
    ("facts", "feit", "fact"),
    ("values", "waarde", "value"),
    ("tables", "gesprekstafel", "table"),
    ("who", "deelnemer", "participant"),
    ("phases", "stap", "step"),
    ("initiatives", "initiatief", "initiative"),
    ("sources", "bron", "source"),
    ("tested", "punt", "point"),
    ("amended", "verandering", "change"),
    ("questions", "vraag", "question"),
    ("options", "antwoord", "answer"),
];

/// What can be chosen.
const CHOICES: &[(&str, &str, &str)] = &[
    ("question", "Vraag", "Question"),
    ("listening", "Luisteren, zonder agenda", "Listening, without an agenda"),
    ("nl", "Nederlands", "Dutch"),
    ("en", "Engels", "English"),
    ("figure", "Eén getal", "One number"),
    ("bars", "Staven", "Bars"),
    ("line", "Lijn", "Line"),
    ("co_creation_partner", "Co-creatiepartner", "Co-creation partner"),
    ("caretaker", "Zorgdrager", "Caretaker"),
    ("director", "Regisseur", "Director"),
    ("story", "Een verhaal", "A story"),
    ("text", "Een korte tekst", "A short text"),
    ("single", "Eén antwoord kiezen", "Choose one answer"),
    ("multiple", "Meer antwoorden kiezen", "Choose several answers"),
    ("scale", "Een schaal", "A scale"),
    ("ranking", "Op volgorde zetten", "Put in order"),
    ("dilemma", "Een dilemma", "A dilemma"),
    ("place", "Een plaats", "A place"),
    ("experience", "Een ervaring", "An experience"),
    ("bother", "Een ergernis", "What bothers somebody"),
    ("own_action", "Wat iemand zelf doet", "What somebody does themselves"),
    ("idea", "Een idee", "An idea"),
    ("preparing", "Een plan maken", "Making a plan"),
    ("doing", "Een plan uitvoeren", "Carrying out a plan"),
    ("evaluating", "Terugkijken", "Looking back"),
    ("extended", "Langer open", "Open for longer"),
    ("closed_early", "Eerder gesloten", "Closed early"),
    ("withdrawn", "Ingetrokken", "Withdrawn"),
    ("obstacle", "Wat in de weg staat", "What stands in the way"),
];

/// A field by its whole name; else by the last part of it.
fn row(name: &str) -> Option<&'static Row> {
    let find = |name: &str| FIELDS.iter().chain(of_site::FIELDS).find(|row| row.0 == name);
    let of_list = || name.split_once('.').and_then(|(_, rest)| find(rest));
    find(name).or_else(of_list).or_else(|| find(last(name)))
}

fn last(name: &str) -> &str {
    name.rsplit('.').next().unwrap_or_default()
}

/// What a field is called.
pub fn label(language: Language, name: &str) -> &'static str {
    row(name).map_or("", |(_, nl, en, ..)| if language == Nl { nl } else { en })
}

/// What helps to fill it in; may be empty.
pub fn help(language: Language, name: &str) -> &'static str {
    let exact = row(name).filter(|row| row.0 == name || !name.starts_with("part."));
    exact.map_or("", |(.., nl, en)| if language == Nl { nl } else { en })
}

/// What a choice means, where that needs more than its name; may be empty.
pub fn choice_help(language: Language, code: &str) -> &'static str {
    let name = format!("choice.{code}");
    let found = of_site::FIELDS.iter().find(|row| row.0 == name);
    found.map_or("", |(.., nl, en)| if language == Nl { nl } else { en })
}

/// What can be chosen, in words.
pub fn choice(language: Language, code: &str) -> &'static str {
    let found = CHOICES.iter().chain(of_site::CHOICES).find(|one| one.0 == code);
    found.map_or("", |(_, nl, en)| if language == Nl { nl } else { en })
}

fn item(language: Language, list: &str) -> &'static str {
    let found = ITEMS.iter().chain(of_site::ITEMS).find(|one| one.0 == last(list));
    found.map_or("", |(_, nl, en)| if language == Nl { nl } else { en })
}

/// An item of a list by its number, from 0.
pub fn nth(language: Language, list: &str, at: usize) -> String {
    let item = item(language, list);
    let mut letters = item.chars();
    let first = letters.next().map(|c| c.to_uppercase().collect::<String>()).unwrap_or_default();
    format!("{first}{} {}", letters.as_str(), at + 1)
}

/// One more of them.
pub fn add(language: Language, list: &str) -> String {
    let item = item(language, list);
    match language {
        Nl if item.starts_with("iets") => format!("Voeg {item} toe"),
        Nl => format!("Voeg een {item} toe"),
        En => format!("Add: {item}"),
    }
}

/// What leads to a field, in words. The language of a text is in it where there are more.
pub fn way(language: Language, spot: &Spot, several: bool) -> String {
    let mut parts = Vec::new();
    let mut in_list = "";
    for (at, (name, number)) in spot.way.iter().enumerate() {
        let is_last = at + 1 == spot.way.len();
        let own = last(name);
        match number {
            Some(number) => parts.push(nth(language, name, *number)),
            None if is_last => parts.push(label(language, name).to_owned()),
            None => {}
        }
        in_list = own;
    }
    let of = spot.language.as_deref().filter(|_| several && !in_list.is_empty());
    let of = of.map(|code| format!(" ({})", choice(language, code))).unwrap_or_default();
    format!("{}{of}", parts.join(", "))
}

/// A number as people write it.
pub fn decimal(language: Language, number: &str) -> String {
    let whole = number.strip_suffix(".0").unwrap_or(number);
    if language == Nl { whole.replace('.', ",") } else { whole.to_owned() }
}
