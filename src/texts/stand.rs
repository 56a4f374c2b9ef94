//! How the work on a consultation stands.

use super::{feedback::reactions, work};
use crate::domain::{
    id::Id,
    language::Language::{self, En, Nl},
    log::Conflict,
    work::{
        Beginning, Passage, Work,
        deed::{Key, Spot, Value},
        state::Passages,
    },
};
use std::path::Path;

/// No list names more than this.
const NAMED: usize = 20;

fn number(count: usize) -> u32 {
    u32::try_from(count).unwrap_or(u32::MAX)
}

/// How it stands: what came in, what has no place, what fits nothing any more.
pub fn lines(language: Language, slug: &Id, work: &Work, nowhere: &[Beginning]) -> Vec<String> {
    let all = number(work.reactions().count());
    let unfit = number(work.reactions().filter(|one| !one.counts()).count());
    let without = reactions(language, number(nowhere.len()));
    let all = reactions(language, all);
    let mut said = vec![match language {
        Nl => format!("{slug}: {all}, waarvan {without} nog zonder plek."),
        En => format!("{slug}: {all}, of which {without} still without a place."),
    }];
    if let Some(gathered) = work.gathered {
        let (day, count) = (gathered.day.written(language), reactions(language, gathered.reactions));
        said.push(match language {
            Nl => format!("  laatst opgehaald op {day}: toen {count}"),
            En => format!("  gathered last on {day}: {count} then"),
        });
    }
    if unfit > 0 {
        let count = reactions(language, unfit);
        said.push(match language {
            Nl => format!("  {count}: past niet bij de vragen, en telt niet mee"),
            En => format!("  {count}: does not fit the questions, and is not counted"),
        });
    }
    let erased = work.erased.values().sum::<u32>();
    if erased > 0 {
        let count = reactions(language, erased);
        said.push(match language {
            Nl => format!("  gewist: {count}"),
            En => format!("  erased: {count}"),
        });
    }
    said.extend(nowhere.iter().take(NAMED).map(|one| format!("  {} {:?}", one.id.as_str(), one.words)));
    said.extend(more(language, nowhere.len()));
    said.extend(work.strays.iter().take(NAMED).map(|stray| format!("  {}", work::stray(language, stray))));
    said.extend(more(language, work.strays.len()));
    said
}

fn more(language: Language, count: usize) -> Option<String> {
    let rest = count.checked_sub(NAMED).filter(|rest| *rest > 0)?;
    Some(match language {
        Nl => format!("  … en nog {rest}"),
        En => format!("  … and {rest} more"),
    })
}

/// What people wrote in one place without knowing of each other. The first holds.
pub fn conflict(language: Language, conflict: &Conflict<Key, Value>, passages: &Passages) -> String {
    let mut text = match language {
        Nl => format!("  Collega's besloten iets anders over {}; het eerste geldt:", what(language, &conflict.key)),
        En => {
            format!("  Colleagues decided different things about {}; the first holds:", what(language, &conflict.key))
        }
    };
    for rival in &conflict.rivals {
        text += &format!("\n    {:?}: {}", rival.who, value(language, &rival.value, passages));
    }
    text
}

fn what(language: Language, key: &Key) -> String {
    let nl = language == Nl;
    match key {
        Key::Words(id) if nl => format!("de woorden van thema “{id}”"),
        Key::Words(id) => format!("the words of the theme “{id}”"),
        Key::Fate(id) if nl => format!("of thema “{id}” blijft"),
        Key::Fate(id) => format!("whether the theme “{id}” stays"),
        Key::Landings(id) if nl => format!("waar thema “{id}” landt"),
        Key::Landings(id) => format!("where the theme “{id}” lands"),
        Key::Place(part) => work::of_part(language, part),
        Key::Order => (if nl { "de volgorde van de thema's" } else { "the order of themes" }).to_owned(),
        Key::Quote(_) => (if nl { "een citaat" } else { "a quote" }).to_owned(),
        Key::Learned => (if nl { "wat u leerde" } else { "what you learned" }).to_owned(),
        Key::NextSteps => (if nl { "hoe het verdergaat" } else { "what happens next" }).to_owned(),
        Key::Note => (if nl { "wat er veranderde" } else { "what changed" }).to_owned(),
        Key::Holds(_) => (if nl { "een woord of plaatsnaam" } else { "a word or name of a place" }).to_owned(),
        Key::Withdrawn(_) => (if nl { "de toestemming voor een citaat" } else { "consent to be quoted" }).to_owned(),
        Key::Minimum => (if nl { "het kleinste getal" } else { "the smallest number" }).to_owned(),
        Key::Example => (if nl { "het voorbeeld" } else { "the example" }).to_owned(),
        Key::Gathered => (if nl { "wat er is opgehaald" } else { "what was gathered" }).to_owned(),
    }
}

fn value(language: Language, value: &Value, passages: &Passages) -> String {
    let said = |text| match passages.get(text) {
        Some(Passage::Words(words)) => format!("{:?}", words.get(language)),
        Some(Passage::Quote(words) | Passage::Cleared(words)) => format!("{words:?}"),
        Some(Passage::Landing(landing)) => format!("{:?}", landing.what.get(language)),
        Some(Passage::Lesson(lesson)) => format!("{:?}", lesson.text.get(language)),
        Some(Passage::NextStep(step)) => format!("{:?}", step.text.get(language)),
        Some(Passage::PlaceName(ruling)) => format!("{:?}", ruling.typed),
        None => "…".to_owned(),
    };
    let ids = |themes: &[Id]| themes.iter().map(Id::as_str).collect::<Vec<_>>().join(", ");
    match (language, value) {
        (_, Value::Words(title, summary)) => format!("{} – {}", said(title), said(summary)),
        (_, Value::Texts(texts)) => texts.iter().map(said).collect::<Vec<_>>().join("; "),
        (_, Value::Order(themes) | Value::Place(Some(Spot::Themes(themes)))) => ids(themes),
        (Nl, Value::Place(Some(Spot::SetAside { .. }))) => "terzijde gelegd".to_owned(),
        (En, Value::Place(Some(Spot::SetAside { .. }))) => "set aside".to_owned(),
        (Nl, Value::Place(Some(Spot::Later(day)))) => format!("lezen tot {}", day.written(language)),
        (En, Value::Place(Some(Spot::Later(day)))) => format!("to be read by {}", day.written(language)),
        (Nl, Value::Place(None) | Value::Quote(None)) => "nergens".to_owned(),
        (En, Value::Place(None) | Value::Quote(None)) => "nowhere".to_owned(),
        (_, other) => format!("{other:?}"),
    }
}

/// Decisions that hold already.
pub fn nothing_new(language: Language, slug: &Id) -> String {
    match language {
        Nl => format!("{slug}: dit gold al. Er is niets veranderd."),
        En => format!("{slug}: this held already. Nothing was changed."),
    }
}

/// Decisions that hold now.
pub fn decided(language: Language, slug: &Id, count: usize) -> String {
    match (language, count) {
        (Nl, 1) => format!("{slug}: één besluit in het logboek gezet."),
        (Nl, _) => format!("{slug}: {count} besluiten in het logboek gezet."),
        (En, 1) => format!("{slug}: put one decision in the log."),
        (En, _) => format!("{slug}: put {count} decisions in the log."),
    }
}

/// A file with what holds was written.
pub fn given(language: Language, to: &Path, nowhere: usize) -> String {
    let (to, without) = (to.display(), reactions(language, number(nowhere)));
    match language {
        Nl => format!(
            "Wat er geldt, staat in {to}; {without} nog zonder plek, bij “nowhere”. Na het bewerken: beginspraak decide --from"
        ),
        En => format!(
            "What holds is in {to}; {without} still without a place, under “nowhere”. After editing: beginspraak decide --from"
        ),
    }
}
