//! Words for the codes and fields of content files, for who reads them for the first time.

use crate::{
    domain::language::Language::{self, En, Nl},
    files::slip::spot::Item,
};

/// Codes that a file may hold, and the Dutch for them.
const CODES: &[(&str, &str)] = &[
    ("story", "verhaal"),
    ("text", "korte tekst"),
    ("single", "één keuze"),
    ("multiple", "meer keuzes"),
    ("scale", "schaal"),
    ("ranking", "volgorde"),
    ("place", "plaats"),
    ("extended", "langer open"),
    ("closed_early", "eerder gesloten"),
    ("withdrawn", "ingetrokken"),
    ("preparing", "een plan maken"),
    ("doing", "een plan uitvoeren"),
    ("evaluating", "terugkijken"),
    ("question", "vraag"),
    ("listening", "luisteren, zonder agenda"),
    ("figure", "één getal"),
    ("bars", "staven"),
    ("line", "lijn"),
    ("co_creation_partner", "co-creatiepartner"),
    ("caretaker", "zorgdrager"),
    ("director", "regisseur"),
    ("experience", "ervaring"),
    ("bother", "ergernis"),
    ("own_action", "eigen actie"),
    ("idea", "idee"),
    ("obstacle", "belemmering"),
    ("collector", "eigen verzamelaar"),
    ("s3", "bucket"),
    ("form", "formulierdienst"),
    ("file", "bestand dat men zelf brengt"),
    ("urlencoded", "gewoon formulier"),
    ("multipart", "formulier met bestanden"),
    ("nl", "Nederlands"),
    ("en", "Engels"),
    ("adopted", "overgenomen"),
    ("partly", "deels overgenomen"),
    ("changed_mind", "van gedachten veranderd"),
    ("not", "niet"),
    ("passed_on", "doorgegeven"),
    ("community", "opgepakt door inwoners"),
    ("still_open", "nog open"),
    ("province", "provincie"),
    ("municipality", "gemeente"),
    ("water_board", "waterschap"),
    ("state", "rijk"),
    ("empty", "leeg"),
    ("double", "dubbel"),
    ("off_topic", "ander onderwerp"),
    ("personal_matter", "persoonlijke zaak"),
    ("insulting", "beledigend"),
    ("unreadable", "onleesbaar"),
    ("other", "anders"),
];

/// Fields, with the Dutch and the English for them.
const FIELDS: &[(&str, &str, &str)] = &[
    ("opens", "de eerste dag", "the first day"),
    ("closes", "de laatste dag", "the last day"),
    ("feedback_due", "de beloofde dag van de terugkoppeling", "the promised day of feedback"),
    ("decision.when", "de dag van het besluit", "the day of the decision"),
    ("phases.from", "de dag waarop een stap begint", "the day on which a step begins"),
    ("phases.until", "de dag waarop een stap eindigt", "the day on which a step ends"),
    ("amended.on", "de dag van wat ervoor gebeurde", "the day of what happened before"),
    ("from", "de dag waarop de stap begint", "the day on which the step begins"),
    ("dilemmas", "de dilemma's", "the dilemmas"),
    ("touchstones", "de toetsstenen", "the touchstones"),
    ("touchstones (site.json)", "de toetsstenen in site.json", "the touchstones in site.json"),
    ("content/places/", "de map met plaatsen", "the folder of places"),
];

/// Lists, and what an item of them is.
const ITEMS: &[(&str, &str, &str)] = &[
    ("questions", "vraag", "question"),
    ("dilemmas", "dilemma", "dilemma"),
    ("facts", "feit", "fact"),
    ("tables", "gesprekstafel", "table"),
    ("phases", "stap", "step"),
    ("initiatives", "initiatief", "initiative"),
    ("touchstones", "toetssteen", "touchstone"),
    ("sources", "bron", "source"),
    ("municipalities", "gemeente", "municipality"),
    ("themes", "thema", "theme"),
    ("reactions", "reactie", "reaction"),
    ("assignments", "toewijzing", "assignment"),
    ("learned", "les", "lesson"),
    ("next_steps", "vervolgstap", "next step"),
    ("endpoint", "eindpunt", "endpoint"),
];

/// Colours, by their tokens.
const TOKENS: &[(&str, &str, &str)] = &[
    ("--bs-color-page", "de pagina", "the page"),
    ("--bs-color-text", "gewone tekst", "ordinary text"),
    ("--bs-color-text-soft", "bijschriften", "side notes"),
    ("--bs-color-heading", "koppen", "headings"),
    ("--bs-color-link", "links", "links"),
    ("--bs-color-control", "randen van velden", "edges of fields"),
    ("--bs-color-field", "velden", "fields"),
    ("--bs-color-action", "knoppen", "buttons"),
    ("--bs-color-on-action", "tekst op knoppen", "text on buttons"),
    ("--bs-color-accent", "het accent", "the accent"),
    ("--bs-color-on-accent", "tekst op het accent", "text on the accent"),
    ("--bs-color-soft", "zachte vlakken", "soft grounds"),
    ("--bs-color-focus", "de rand om wat u kiest", "the ring around what has the focus"),
    ("--bs-color-danger", "fouten", "errors"),
    ("--bs-color-good", "goed bericht", "good news"),
    ("--bs-color-frame", "de onderkant van de pagina", "the foot of the page"),
    ("--bs-color-on-frame", "tekst onderaan", "text at the foot"),
    ("--bs-color-sky", "de lucht", "the sky"),
    ("--bs-color-line", "lijnen", "lines"),
    ("--bs-color-land", "het land", "the land"),
    ("--bs-color-furrow", "de voren in het land", "the furrows in the land"),
    ("--bs-color-mark", "het beeldmerk", "the mark"),
    ("--bs-color-stone", "de stenen", "the stones"),
    ("--bs-color-on-stone", "tekst op de stenen", "text on the stones"),
];

/// What a colour is for, by its token.
pub fn token(language: Language, token: &str) -> &str {
    match (language, TOKENS.iter().find(|(known, ..)| *known == token)) {
        (Nl, Some((_, nl, _))) => nl,
        (En, Some((.., en))) => en,
        (_, None) => token,
    }
}

/// The name of a language.
pub fn language(language: Language, of: Language) -> &'static str {
    match (language, of) {
        (Nl, Nl) => "Nederlands",
        (Nl, En) => "Engels",
        (En, Nl) => "Dutch",
        (En, En) => "English",
    }
}

/// More of a title than this is not needed to find it back.
const TITLE: usize = 60;

/// Codes to choose from, in Dutch with what they mean.
pub fn codes(language: Language, codes: &[&str]) -> String {
    let told = |code: &&str| match (language, CODES.iter().find(|(known, _)| known == code)) {
        (Nl, Some((_, word))) if word != code => format!("\"{code}\" ({word})"),
        _ => format!("\"{code}\""),
    };
    codes.iter().map(told).collect::<Vec<_>>().join(", ")
}

/// A field by its name, with what it is.
pub fn field(language: Language, name: &str) -> String {
    match FIELDS.iter().find(|(known, ..)| *known == name) {
        Some((_, nl, en)) => format!("{} (“{name}”)", if language == Nl { nl } else { en }),
        None => format!("“{name}”"),
    }
}

/// An item of a list, by its number and title.
pub fn item(language: Language, item: &Item) -> String {
    let Item { list, number, title } = item;
    let word = match (language, ITEMS.iter().find(|(known, ..)| known == list)) {
        (Nl, Some((_, nl, _))) => nl,
        (En, Some((.., en))) => en,
        (_, None) => list.as_str(),
    };
    let Some(title) = title.as_ref().map(|title| title.get(language)) else { return format!("{word} {number}") };
    let short: String = title.chars().take(TITLE).collect();
    format!("{word} {number} “{short}{}”", if short.len() < title.len() { "…" } else { "" })
}
