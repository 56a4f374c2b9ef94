//! What stands in the way of publishing a workfile, in sentences that say what to do.

use super::{personal, pick};
use crate::{
    domain::{
        feedback::{Imbalance, LandingFault},
        id::ReactionId,
        language::Language::{self, En, Nl},
        personal::PersonalKind,
        trace::shard::TraceFault,
        workfile::{
            Part, Refused, Unready,
            place::UnreadPlace,
            ready::{QuoteFault, Spot},
        },
    },
    files::telling::Made,
};

/// No message names more reactions or places than this.
const NAMED: usize = 20;

/// How many reactions a workfile has, and how many of them still need a place.
pub fn standing(language: Language, received: usize, new: usize, nowhere: usize) -> String {
    match language {
        Nl => format!("{received} reacties, {new} nieuw, {nowhere} nog zonder plek."),
        En => format!("{received} reactions, {new} new, {nowhere} still without a place."),
    }
}

/// What became of a workfile.
pub fn made(language: Language, made: &Made) -> Vec<String> {
    let mut lines = vec![published(language, &made.slug, made.version, made.new)];
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
        (Nl, 1) => "Eén plaatsnaam staat niet in de lijst en is niet getoond. Lees die, en zet in het werkbestand bij \"places\" wat het is:".to_owned(),
        (Nl, many) => format!(
            "{many} plaatsnamen staan niet in de lijst en zijn niet getoond. Lees ze, en zet in het werkbestand bij \"places\" wat ze zijn:"
        ),
        (En, 1) => "One name of a place is not in the list and is not shown. Read it, and say in the workfile under \"places\" what it is:".to_owned(),
        (En, many) => format!(
            "{many} names of places are not in the list and are not shown. Read them, and say in the workfile under \"places\" what they are:"
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

/// Why a change to a workfile is refused.
pub fn refused(language: Language, refused: &Refused) -> String {
    let text = |nl: &str, en: &str| pick(language, nl, en);
    match refused {
        Refused::UnknownTheme(id) => match language {
            Nl => format!("Er is geen thema “{id}”. Voeg het toe, of kies een ander."),
            En => format!("There is no theme “{id}”. Add it, or choose another."),
        },
        Refused::ThemeExists(id) => match language {
            Nl => format!("Het thema “{id}” is er al. Kies een andere naam."),
            En => format!("There is a theme “{id}” already. Choose another name."),
        },
        Refused::UnknownPart(part) => match language {
            Nl => format!("{} is er niet. Kijk het nummer na, of verzamel opnieuw.", of_part(language, part)),
            En => format!("{} is not here. Check the id, or gather again.", of_part(language, part)),
        },
        Refused::NotInTheme(part) => match language {
            Nl => format!("{} hoort niet bij dit thema.", of_part(language, part)),
            En => format!("{} is not in this theme.", of_part(language, part)),
        },
        Refused::PlacedTwice(part) => match language {
            Nl => format!("{} heeft twee keer een plek. Haal er een weg.", of_part(language, part)),
            En => format!("{} has a place twice. Take one away.", of_part(language, part)),
        },
        Refused::NoThemes => text("Noem minstens één thema.", "Name at least one theme."),
        Refused::SameTheme(id) => match language {
            Nl => format!("Het thema “{id}” kan niet met zichzelf samen."),
            En => format!("The theme “{id}” can't be merged with itself."),
        },
        Refused::Landing(at, fault) => format!("landings[{at}]: {}", landing(language, *fault)),
        Refused::ReasonWithoutNote => text(
            "Bij \"other\" hoort een uitleg. Voeg \"note\" toe.",
            "The reason \"other\" needs an explanation. Add \"note\".",
        ),
        Refused::NothingToUndo => text("Er is niets om terug te draaien.", "There is nothing to take back."),
    }
}

fn of_part(language: Language, part: &Part) -> String {
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
            "{} reacties hebben geen plek. Geef ze een thema, leg ze terzijde met een reden, of noem een dag waarop ze gelezen zijn (\"later\"):{}",
            ids.len(),
            named(language, ids)
        ),
        (En, Unready::Nowhere(ids)) => format!(
            "{} reactions have no place. Give them a theme, set them aside with a reason, or name a day by which they are read (\"later\"):{}",
            ids.len(),
            named(language, ids)
        ),
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
        (_, Unready::Landing(id, at, fault)) => format!("themes.{id}.landings[{at}]: {}", landing(language, *fault)),
        (_, Unready::Quote(id, at, fault)) => format!("themes.{id}.quotes[{at}]: {}", quote(language, fault)),
        (_, Unready::Personal(spot, kind, words)) => {
            format!("{}: {}", self::spot(spot), personal_words(language, *kind, words))
        }
        (Nl, Unready::Overdue(day, ids)) => format!(
            "{} reacties zouden op {} gelezen zijn. Lees ze, of noem een nieuwe dag:{}",
            ids.len(),
            day.written(Nl),
            named(language, ids)
        ),
        (En, Unready::Overdue(day, ids)) => format!(
            "{} reactions were to be read by {}. Read them, or name a new day:{}",
            ids.len(),
            day.written(En),
            named(language, ids)
        ),
        (Nl, Unready::ReceiptsOutsideExample) => {
            "Voorbeeldcodes mogen alleen in een voorbeeld staan. Haal \"example_receipts\" weg.".into()
        }
        (En, Unready::ReceiptsOutsideExample) => {
            "Codes to try may only be in an example. Take \"example_receipts\" out.".into()
        }
        (Nl, Unready::Earlier(day)) => {
            format!("Er is al een versie van {}. Een nieuwe kan niet van een eerdere dag zijn.", day.written(Nl))
        }
        (En, Unready::Earlier(day)) => {
            format!("There is a version of {} already. A new one can't be of an earlier day.", day.written(En))
        }
        (_, Unready::Imbalance(found)) => imbalance(language, found),
        (Nl, Unready::Trace(TraceFault::TooManyOutcomes)) => {
            "Er zijn meer dan 65.000 combinaties van thema's. Geef minder reacties meer dan één thema.".into()
        }
        (En, Unready::Trace(TraceFault::TooManyOutcomes)) => {
            "There are more than 65,000 combinations of themes. Give fewer reactions more than one theme.".into()
        }
    }
}

fn named(language: Language, ids: &[ReactionId]) -> String {
    let mut text: String = ids.iter().take(NAMED).map(|id| format!("\n  {}", id.as_str())).collect();
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

/// Where in a workfile, as its fields are called.
fn spot(spot: &Spot) -> String {
    match spot {
        Spot::Title(id) => format!("themes.{id}.title"),
        Spot::Summary(id) => format!("themes.{id}.summary"),
        Spot::Landing(id, at) => format!("themes.{id}.landings[{at}]"),
        Spot::Learned(at) => format!("learned[{at}]"),
        Spot::NextStep(at) => format!("next_steps[{at}]"),
        Spot::Note => "note".into(),
        Spot::SetAside => "assignments, set_aside.note".into(),
        Spot::Place => "places".into(),
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
