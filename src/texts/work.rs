//! What keeps staff from publishing feedback, and what in their decisions can't hold or may be a mistake.

use super::{personal, pick};
use crate::domain::{
    feedback::{Imbalance, LandingFault},
    gathering::GatheringId,
    language::Language::{self, En, Nl},
    personal::PersonalKind,
    trace::shard::TraceFault,
    work::{
        Beginning, Dubious, Part, Refused, Stray, Unready,
        place::UnreadPlace,
        publish::Made,
        ready::{QuoteFault, Spot},
    },
};

/// No message names more reactions or places than this.
const NAMED: usize = 20;

/// What became of it.
pub fn made(language: Language, made: &Made) -> Vec<String> {
    let mut lines = vec![published(language, made.slug.as_str(), made.version, made.new)];
    lines.extend(made.redacted.iter().map(|version| match language {
        Nl => format!("Uit versie {version} is een citaat gehaald: de schrijver wil dat niet meer."),
        En => format!("A quote was taken out of version {version}: its writer no longer agrees."),
    }));
    if !made.unread.is_empty() {
        lines.push(unread(language, &made.unread));
    }
    lines
}

/// Names of places that wait until somebody has read them. Strangers typed them, so nothing in them may steer a screen.
fn unread(language: Language, unread: &[UnreadPlace]) -> String {
    let mut text = match (language, unread.len()) {
        (Nl, 1) => "Eén plaatsnaam staat niet in de lijst en is niet getoond. Lees die, en zet bij uw besluiten onder \"places\" wat het is:".to_owned(),
        (Nl, many) => format!(
            "{many} plaatsnamen staan niet in de lijst en zijn niet getoond. Lees ze, en zet bij uw besluiten onder \"places\" wat ze zijn:"
        ),
        (En, 1) => "One name of a place is not in the list and is not shown. Read it, and say in your decisions under \"places\" what it is:".to_owned(),
        (En, many) => format!(
            "{many} names of places are not in the list and are not shown. Read them, and say in your decisions under \"places\" what they are:"
        ),
    };
    for UnreadPlace { typed, count } in unread.iter().take(NAMED) {
        text += &format!("\n  {count} × {typed:?}");
    }
    if unread.len() > NAMED {
        let rest = unread.len() - NAMED;
        text += &match language {
            Nl => format!("\n  … en nog {rest}"),
            En => format!("\n  … and {rest} more"),
        };
    }
    text
}

fn published(language: Language, slug: &str, version: u32, new: bool) -> String {
    match (language, new) {
        (Nl, true) => format!("Terugkoppeling op {slug}: versie {version} gemaakt."),
        (Nl, false) => format!("Terugkoppeling op {slug}: niets veranderd, nog steeds versie {version}."),
        (En, true) => format!("Feedback on {slug}: made version {version}."),
        (En, false) => format!("Feedback on {slug}: nothing changed, still version {version}."),
    }
}

/// Why decisions can't hold.
pub fn refused(language: Language, refused: &Refused) -> String {
    match (language, refused) {
        (Nl, Refused::UnknownTheme(id)) => format!("Er is geen thema “{id}”. Voeg het toe, of kies een ander."),
        (En, Refused::UnknownTheme(id)) => format!("There is no theme “{id}”. Add it, or choose another."),
        (Nl, Refused::ThemeTwice(id)) => format!("Het thema “{id}” staat er twee keer. Kies een andere naam."),
        (En, Refused::ThemeTwice(id)) => format!("The theme “{id}” is there twice. Choose another name."),
        (Nl, Refused::UnknownPart(part)) => {
            format!("{} is er niet. Kijk het nummer na, of haal de reacties opnieuw op.", of_part(language, part))
        }
        (En, Refused::UnknownPart(part)) => {
            format!("{} is not here. Check the id, or gather again.", of_part(language, part))
        }
        (Nl, Refused::PlacedTwice(part)) => {
            format!("{} heeft twee keer een plek. Haal er een weg.", of_part(language, part))
        }
        (En, Refused::PlacedTwice(part)) => format!("{} has a place twice. Take one away.", of_part(language, part)),
        (Nl, Refused::ReasonWithoutNote(part)) => {
            format!("{}: bij \"other\" hoort een uitleg. Voeg \"note\" toe.", of_part(language, part))
        }
        (En, Refused::ReasonWithoutNote(part)) => {
            format!("{}: the reason \"other\" needs an explanation. Add \"note\".", of_part(language, part))
        }
    }
}

/// What may be a mistake in decisions.
pub fn dubious(language: Language, dubious: &Dubious) -> String {
    match (language, dubious) {
        (Nl, Dubious::Unfit(part)) => format!(
            "{} past niet bij de vragen, of is een proef. Ook met een plek telt dit nergens mee.",
            of_part(language, part)
        ),
        (En, Dubious::Unfit(part)) => format!(
            "{} does not fit the questions, or is a test. A place does not make it count.",
            of_part(language, part)
        ),
        (Nl, Dubious::Overdue(part, day)) => format!(
            "{} zou zijn gelezen op {}, en die dag is al voorbij. Lees nu, of noem een dag die nog komt.",
            of_part(language, part),
            day.written(Nl)
        ),
        (En, Dubious::Overdue(part, day)) => format!(
            "{} was to be read by {}, and that day has passed. Read now, or name a day that is still to come.",
            of_part(language, part),
            day.written(En)
        ),
        (Nl, Dubious::Passed(theme, day)) => format!(
            "Bij thema “{theme}” staat een dag die al voorbij is: {}. Is het toen gedaan? Zet anders een nieuwe dag.",
            day.written(Nl)
        ),
        (En, Dubious::Passed(theme, day)) => format!(
            "The theme “{theme}” has a day that has passed: {}. Was it done then? Else put a new day.",
            day.written(En)
        ),
    }
}

/// What somebody did that fits nothing any more.
pub fn stray(language: Language, stray: &Stray) -> String {
    match (language, stray) {
        (Nl, Stray::NoReaction(part)) => format!(
            "{} kreeg een plek, maar is er niet. Haal de reacties opnieuw op, of leg het bestand dat mist in de map.",
            of_part(language, part)
        ),
        (En, Stray::NoReaction(part)) => format!(
            "{} was given a place, but is not here. Gather again, or put the missing file in the folder.",
            of_part(language, part)
        ),
        (Nl, Stray::NoTheme(part, id)) => {
            format!("{} hoorde bij het thema “{id}”, dat weg is.", of_part(language, part))
        }
        (En, Stray::NoTheme(part, id)) => {
            format!("{} was in the theme “{id}”, which is gone.", of_part(language, part))
        }
        (Nl, Stray::Circle(id)) => format!("Het thema “{id}” is samengevoegd met een thema dat weer bij dit hoort."),
        (En, Stray::Circle(id)) => format!("The theme “{id}” was merged with one that was merged with it."),
        (Nl, Stray::NoWords(id)) => {
            format!("De titel of samenvatting van het thema “{id}” is er niet. Schrijf die opnieuw.")
        }
        (En, Stray::NoWords(id)) => format!("The title or summary of the theme “{id}” is not here. Write it again."),
        (Nl, Stray::NoText(text)) => format!("De tekst {text} is gewist, of het bestand met die tekst mist in de map."),
        (En, Stray::NoText(text)) => {
            format!("The text {text} was erased, or the file with it is missing from the folder.")
        }
    }
}

/// A part, by its name.
pub fn of_part(language: Language, part: &Part) -> String {
    let id = part.reaction.as_str();
    match (language, &part.question) {
        (Nl, None) => format!("Reactie {id}"),
        (En, None) => format!("Reaction {id}"),
        (Nl, Some(question)) => format!("Het antwoord op “{question}” van reactie {id}"),
        (En, Some(question)) => format!("The answer to “{question}” of reaction {id}"),
    }
}

/// Why status and destination of a landing do not fit.
pub fn landing(language: Language, fault: LandingFault) -> String {
    match fault {
        LandingFault::PassedOnToUs => pick(
            language,
            "Wat is doorgegeven, ligt bij een ander. Noem de gemeente, het waterschap of wie het overnam.",
            "What is passed on is with somebody else. Name the municipality, water board or whoever took it over.",
        ),
        LandingFault::NotWithCommunity => pick(
            language,
            "Wat inwoners zelf oppakken, heeft \"kind\": \"community\".",
            "What residents take up themselves has \"kind\": \"community\".",
        ),
        LandingFault::OpenWithoutDay => pick(
            language,
            "Wat nog open is, heeft een dag waarop het besluit komt. Voeg \"date\" toe.",
            "What is still open has a day of decision. Add \"date\".",
        ),
        LandingFault::NotOurs => pick(
            language,
            "Dit beslist de provincie zelf, dus \"kind\" is \"province\". Ligt het bij een ander? Kies dan \"passed_on\".",
            "The province decides this itself, so \"kind\" is \"province\". Is it with somebody else? Then choose \"passed_on\".",
        ),
    }
}

/// Why an account does not add up.
pub fn imbalance(language: Language, imbalance: &Imbalance) -> String {
    match (language, imbalance) {
        (Nl, Imbalance::Sum { received, placed }) => format!(
            "De balans klopt niet: {received} ontvangen, maar geland, terzijde gelegd en nog te lezen zijn samen {placed}."
        ),
        (En, Imbalance::Sum { received, placed }) => {
            format!(
                "The balance is wrong: {received} received, but landed, set aside and pending are {placed} together."
            )
        }
        (Nl, Imbalance::Ways { landed, ways }) => {
            format!("Er landden {landed} reacties, maar de wegen tellen er {ways}.")
        }
        (En, Imbalance::Ways { landed, ways }) => format!("{landed} reactions landed, but the ways hold {ways}."),
        (Nl, Imbalance::Source(source)) => {
            format!("Van “{}” landden er meer dan er binnenkwamen.", super::feedback::source(language, *source))
        }
        (En, Imbalance::Source(source)) => {
            format!("More of “{}” landed than came in.", super::feedback::source(language, *source))
        }
        (Nl, Imbalance::Gatherings(remarks)) => {
            format!(
                "Er tellen {remarks} opmerkingen uit gesprekken mee. Uit hoeveel gesprekken, staat er niet of kan niet."
            )
        }
        (En, Imbalance::Gatherings(remarks)) => {
            format!("{remarks} remarks from gatherings count. From how many gatherings is not said, or can't be.")
        }
        (Nl, Imbalance::ThemeCount { theme, says, ways }) => {
            format!("Thema “{theme}” zegt {says} reacties, maar de wegen brengen er {ways}.")
        }
        (En, Imbalance::ThemeCount { theme, says, ways }) => {
            format!("The theme “{theme}” says {says} reactions, but the ways bring {ways}.")
        }
        (Nl, Imbalance::TooMany(came)) => {
            format!("Er kwamen {came} reacties binnen. Dat is meer dan kan worden geteld.")
        }
        (En, Imbalance::TooMany(came)) => format!("{came} reactions came in. That is more than can be counted."),
        (Nl, Imbalance::Place(name)) => format!(
            "Bij “{name}” zijn de dorpen en de rest samen niet het geheel, of er staat een getal dat kleiner is dan \"minimum\"."
        ),
        (En, Imbalance::Place(name)) => format!(
            "Of “{name}”, the villages and the rest are not all of it, or there is a number smaller than \"minimum\"."
        ),
        (Nl, Imbalance::Astray) => "Een weg leidt naar een thema dat er niet is.".into(),
        (En, Imbalance::Astray) => "A way leads to a theme that is not there.".into(),
        (Nl, Imbalance::NoLanding(id)) => format!("Thema “{id}” is nergens geland."),
        (En, Imbalance::NoLanding(id)) => format!("The theme “{id}” landed nowhere."),
    }
}

/// What stands in the way of publishing.
pub fn unready(language: Language, unready: &Unready) -> String {
    match (language, unready) {
        (Nl, Unready::Nowhere(ids)) => format!(
            "Nog zonder plek: {}. Geef een thema, leg terzijde met een reden, of noem een dag waarop er gelezen is (\"later\"):{}",
            many(language, ids),
            named(language, ids)
        ),
        (En, Unready::Nowhere(ids)) => format!(
            "Still without a place: {}. Give a theme, set aside with a reason, or name a day by which it is read (\"later\"):{}",
            many(language, ids),
            named(language, ids)
        ),
        (Nl, Unready::Nothing) => {
            "Er is nog geen reactie die past bij de vragen. Haal ze op, of kijk of dit de goede vraag en werkmap is.".into()
        }
        (En, Unready::Nothing) => {
            "There is no reaction yet that fits the questions. Gather them, or look whether this is the right consultation and work folder.".into()
        }
        (Nl, Unready::NoLanding(id)) => {
            format!("Thema “{id}” is nergens geland. Zeg wat u ermee doet en waarom (\"landings\").")
        }
        (En, Unready::NoLanding(id)) => {
            format!("The theme “{id}” landed nowhere. Say what you do with it and why (\"landings\").")
        }
        (Nl, Unready::EmptyTheme(id)) => {
            format!("Bij thema “{id}” hoort geen reactie. Haal het weg, of voeg reacties toe.")
        }
        (En, Unready::EmptyTheme(id)) => format!("No reaction is in the theme “{id}”. Take it away, or add reactions."),
        (_, Unready::Landing(id, at, fault)) => {
            let at = self::spot(language, &Spot::Landing(id.clone(), *at));
            format!("{at}: {}", landing(language, *fault))
        }
        (Nl, Unready::Quote(id, at, fault)) => format!("Thema “{id}”, citaat {}: {}", at + 1, quote(language, fault)),
        (En, Unready::Quote(id, at, fault)) => format!("Theme “{id}”, quote {}: {}", at + 1, quote(language, fault)),
        (_, Unready::Personal(spot, kind, words)) => {
            format!("{}: {}", self::spot(language, spot), personal_words(language, *kind, words))
        }
        (Nl, Unready::Overdue(day, ids)) => format!(
            "Op {} zou gelezen zijn: {}. Lees nu, of noem een nieuwe dag:{}",
            day.written(Nl),
            many(language, ids),
            named(language, ids)
        ),
        (En, Unready::Overdue(day, ids)) => format!(
            "To be read by {}: {}. Read now, or name a new day:{}",
            day.written(En),
            many(language, ids),
            named(language, ids)
        ),
        (Nl, Unready::Missing { gathered, here }) => format!(
            "Er waren {gathered} reacties opgehaald, en er zijn er nu {here}. Leg het bestand dat mist terug in de map, of haal opnieuw op."
        ),
        (En, Unready::Missing { gathered, here }) => format!(
            "{gathered} reactions were gathered, and {here} are here now. Put the missing file back in the folder, or gather again."
        ),
        (Nl, Unready::Fewer { before, now }) => format!(
            "De vorige versie telde {before} reacties, en er zijn er nu {now}. Wat gewist moest worden, wist u met “beginspraak erase”; dan staat erbij waarom."
        ),
        (En, Unready::Fewer { before, now }) => format!(
            "The version before counted {before} reactions, and {now} are here now. What had to be erased is erased with “beginspraak erase”, which says why."
        ),
        (Nl, Unready::Conflicts(count)) => format!(
            "Op {count} {} hebben collega's iets anders besloten, zonder het van elkaar te weten. Kies wat er geldt (“beginspraak stand” noemt ze).",
            if *count == 1 { "plek" } else { "plekken" }
        ),
        (En, Unready::Conflicts(count)) => format!(
            "In {count} {} colleagues decided different things without knowing of each other. Choose what holds (“beginspraak stand” names them).",
            if *count == 1 { "place" } else { "places" }
        ),
        (_, Unready::NoWords(theme)) => stray(language, &Stray::NoWords(theme.clone())),
        (Nl, Unready::Earlier(day)) => {
            format!("Er is al een versie van {}. Een nieuwe kan niet van een eerdere dag zijn.", day.written(Nl))
        }
        (En, Unready::Earlier(day)) => {
            format!("There is a version of {} already. A new one can't be of an earlier day.", day.written(En))
        }
        (_, Unready::Gathering(id)) => unconfirmed(language, *id),
        (_, Unready::Imbalance(found)) => imbalance(language, found),
        (Nl, Unready::Trace(TraceFault::TooManyOutcomes)) => {
            "Er zijn meer dan 65.000 combinaties van thema's. Geef minder reacties meer dan één thema.".into()
        }
        (En, Unready::Trace(TraceFault::TooManyOutcomes)) => {
            "There are more than 65,000 combinations of themes. Give fewer reactions more than one theme.".into()
        }
    }
}

/// A gathering that was accepted, and of which nothing can be confirmed.
pub(super) fn unconfirmed(language: Language, id: GatheringId) -> String {
    match language {
        Nl => format!(
            "Dit gesprek telt mee, maar zijn bestanden ontbreken of zijn niet heel: gatherings/{id}. Leg ze terug, of besluit dat het niet meetelt: beginspraak accept MAP --no {id}"
        ),
        En => format!(
            "This gathering counts, but its files are missing or not whole: gatherings/{id}. Put them back, or decide that it does not count: beginspraak accept DIR --no {id}"
        ),
    }
}

/// How many reactions; staff read of them by the name that they have in files.
pub(super) fn reactions(language: Language, count: u32) -> String {
    match language {
        Nl => super::counted(count as usize, "reactie", "reacties"),
        En => super::counted(count as usize, "reaction", "reactions"),
    }
}

fn many(language: Language, ids: &[Beginning]) -> String {
    reactions(language, ids.len().try_into().unwrap_or(u32::MAX))
}

/// Reactions by how they begin. Strangers wrote that, so nothing in it may steer a screen.
fn named(language: Language, ids: &[Beginning]) -> String {
    let line = |one: &Beginning| format!("\n  {} {:?}", one.id.as_str(), one.words);
    let mut text: String = ids.iter().take(NAMED).map(line).collect();
    if ids.len() > NAMED {
        let rest = ids.len() - NAMED;
        text += &match language {
            Nl => format!("\n  … en nog {rest}"),
            En => format!("\n  … and {rest} more"),
        };
    }
    text
}

fn quote(language: Language, fault: &QuoteFault) -> String {
    let text = |nl: &str, en: &str| pick(language, nl, en);
    match fault {
        QuoteFault::NotHere => text(
            "De reactie hoort niet bij dit thema. Kies een andere.",
            "The reaction is not in this theme. Choose another.",
        ),
        QuoteFault::NoConsent => text(
            "De schrijver gaf geen toestemming voor een citaat. Haal het weg.",
            "Its writer did not agree to be quoted. Take it out.",
        ),
        QuoteFault::NotTheirWords => text(
            "Dit staat niet zo in het antwoord. Neem de woorden precies over; zet […] waar u iets weglaat.",
            "This is not in the answer. Use the exact words; put […] where you leave something out.",
        ),
        QuoteFault::Unfit => text(
            "De reactie past niet bij de vragen en telt nergens mee. Kies een andere.",
            "The reaction does not fit the questions and is in no number. Choose another.",
        ),
        QuoteFault::Refused => text(
            "De reactie komt uit een gesprek dat niet meetelt. Kies een andere.",
            "The reaction comes from a gathering that does not count. Choose another.",
        ),
        QuoteFault::NotCleared(words) => {
            let ask = text(
                "Lees het na op gegevens van personen, en zet dan \"cleared\": true.",
                "Read it for personal data, and then put \"cleared\": true.",
            );
            let words: Vec<_> = words.iter().map(|words| format!("“{words}”")).collect();
            match (language, words.is_empty()) {
                (_, true) => ask,
                (Nl, false) => format!("{ask} Mag dit er staan: {}?", words.join(", ")),
                (En, false) => format!("{ask} May this stand: {}?", words.join(", ")),
            }
        }
        QuoteFault::Personal(kinds) => {
            let kinds: Vec<_> = kinds.iter().map(|kind| personal::name(language, *kind)).collect();
            let kinds = kinds.join(", ");
            match language {
                Nl => format!("Hierin lijkt te staan: {kinds}. Vervang dat door […]."),
                En => format!("It seems to hold: {kinds}. Replace that by […]."),
            }
        }
    }
}

/// Where staff wrote it. It stands in no file that people know, so it is named and counted as on the page.
fn spot(language: Language, spot: &Spot) -> String {
    match (language, spot) {
        (Nl, Spot::Title(id)) => format!("Thema “{id}”, titel"),
        (En, Spot::Title(id)) => format!("Theme “{id}”, title"),
        (Nl, Spot::Summary(id)) => format!("Thema “{id}”, samenvatting"),
        (En, Spot::Summary(id)) => format!("Theme “{id}”, summary"),
        (Nl, Spot::Landing(id, at)) => format!("Thema “{id}”, bestemming {}", at + 1),
        (En, Spot::Landing(id, at)) => format!("Theme “{id}”, landing {}", at + 1),
        (Nl, Spot::Learned(at)) => format!("Wat wij leerden, punt {}", at + 1),
        (En, Spot::Learned(at)) => format!("What we learned, item {}", at + 1),
        (Nl, Spot::NextStep(at)) => format!("Hoe het verdergaat, punt {}", at + 1),
        (En, Spot::NextStep(at)) => format!("What happens next, item {}", at + 1),
        (Nl, Spot::Note) => "Wat er veranderde".into(),
        (En, Spot::Note) => "What changed".into(),
        (Nl, Spot::SetAside) => "Waarom iets terzijde ligt".into(),
        (En, Spot::SetAside) => "Why something was set aside".into(),
        (Nl, Spot::Place) => "Naam van een plaats".into(),
        (En, Spot::Place) => "Name of a place".into(),
    }
}

fn personal_words(language: Language, kind: PersonalKind, words: &str) -> String {
    let what = personal::name(language, kind);
    match (language, kind.is_question(), kind) {
        (Nl, _, PersonalKind::Bsn) => format!("Hierin staat “{words}”, en dat lijkt {what}. Haal het weg."),
        (En, _, PersonalKind::Bsn) => format!("This holds “{words}”, and that looks like {what}. Take it out."),
        (Nl, true, _) => format!(
            "Hierin staat “{words}”, en dat lijkt {what}. Mag iedereen dat weten? Zet het dan bij \"cleared\". Haal het anders weg."
        ),
        (En, true, _) => format!(
            "This holds “{words}”, and that looks like {what}. May everybody know? Then put it under \"cleared\". Else take it out."
        ),
        (Nl, false, _) => format!(
            "Hierin staat “{words}”, en dat lijkt {what}. Haal het weg. Is het niet van een persoon? Zet het dan bij \"cleared\"."
        ),
        (En, false, _) => format!(
            "This holds “{words}”, and that looks like {what}. Take it out. Is it no person's? Then put it under \"cleared\"."
        ),
    }
}
