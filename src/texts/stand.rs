//! `beginspraak stand` and `decide`: what is counted, who decided differently, what was put in the log.

use super::{
    accept, doubt, finding,
    work::{self, reactions},
};
use crate::{
    domain::{
        id::Id,
        language::Language::{self, En, Nl},
        log::Rival,
        work::{
            Beginning, Conflict, Deed, Passage, Passages, Work,
            deed::{Key, Spot, Value},
        },
    },
    files::content::{Problem, manuscript::Written},
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
    let unfit = work.reactions().filter(|one| !one.counts() && !one.refused);
    let unfit: Vec<Beginning> = unfit.map(Beginning::from).collect();
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
    said.extend(nowhere.iter().take(NAMED).map(beginning));
    said.extend(more(language, nowhere.len()));
    if !unfit.is_empty() {
        let count = reactions(language, number(unfit.len()));
        said.push(match language {
            Nl => format!("  {count}: past niet bij de vragen, en telt niet mee"),
            En => format!("  {count}: does not fit the questions, and is not counted"),
        });
        said.extend(unfit.iter().take(NAMED).map(beginning));
        said.extend(more(language, unfit.len()));
    }
    let refused = number(work.reactions().filter(|one| one.refused).count());
    if refused > 0 {
        let count = reactions(language, refused);
        said.push(match language {
            Nl => format!("  {count}: uit een dorpsgesprek dat niet meetelt"),
            En => format!("  {count}: from a village gathering that does not count"),
        });
    }
    for met in &work.gatherings {
        said.extend(accept::met(language, met).iter().map(|line| format!("  {line}")));
    }
    let open = work.gatherings.iter().filter(|met| met.is_open()).count();
    said.extend((open > 0).then(|| accept::open(language, open)));
    let erased = work.erased.values().sum::<u32>();
    if erased > 0 {
        let count = reactions(language, erased);
        said.push(match language {
            Nl => format!("  gewist: {count}"),
            En => format!("  erased: {count}"),
        });
    }
    said.extend(work.strays.iter().take(NAMED).map(|stray| format!("  {}", work::stray(language, stray))));
    said.extend(more(language, work.strays.len()));
    said
}

fn beginning(one: &Beginning) -> String {
    format!("    {} {:?}", one.id.as_str(), one.words)
}

fn more(language: Language, count: usize) -> Option<String> {
    let rest = count.checked_sub(NAMED).filter(|rest| *rest > 0)?;
    Some(match language {
        Nl => format!("  … en nog {rest}"),
        En => format!("  … and {rest} more"),
    })
}

/// A question that is being written, and what still stands in its way: all of it doubts.
pub fn manuscript(language: Language, written: &Written) -> Vec<String> {
    let (slug, title) = (&written.slug, written.title.as_ref().map(|title| title.get(language)));
    let mut said = vec![match (language, title) {
        (Nl, Some(title)) => format!("{slug}: in de maak, “{title}”. Hiervan is niets te zien op de site."),
        (Nl, None) => format!("{slug}: in de maak, nog zonder titel. Hiervan is niets te zien op de site."),
        (En, Some(title)) => format!("{slug}: being written, “{title}”. None of it is on the site."),
        (En, None) => format!("{slug}: being written, without a title yet. None of it is on the site."),
    }];
    if written.problems.is_empty() {
        said.push(match language {
            Nl => "  Er staat niets meer in de weg.".into(),
            En => "  Nothing stands in its way any more.".into(),
        });
    }
    said.extend(dubious(language, &written.problems).iter().map(|line| format!("  {line}")));
    said
}

/// Reactions to a consultation that is not in the content.
pub fn of_another(language: Language, slug: &Id, count: u32) -> String {
    let count = reactions(language, count);
    match language {
        Nl => format!(
            "{slug}: {count}, maar deze vraag staat niet in de inhoud. Zet haar bestand terug en haal opnieuw op."
        ),
        En => format!("{slug}: {count}, but this question is not in the content. Put its file back and gather again."),
    }
}

/// What people decided differently without knowing of each other. The first holds.
pub fn conflict(language: Language, conflict: &Conflict, passages: &Passages) -> String {
    let mut text = match language {
        Nl => format!("  Collega's besloten iets anders over {}; het eerste geldt:", what(language, &conflict.key)),
        En => {
            format!("  Colleagues decided different things about {}; the first holds:", what(language, &conflict.key))
        }
    };
    for rival in rivals(language, conflict, passages) {
        text += &format!("\n    {rival}");
    }
    text
}

/// Who decided what, the first holding.
pub fn rivals(language: Language, conflict: &Conflict, passages: &Passages) -> Vec<String> {
    let says = |(key, rival): &(Key, Rival<Value>)| {
        let value = value(language, &rival.value, passages);
        match key {
            Key::Place(part) if *key != conflict.key => {
                format!("{:?}: {}, {value}", rival.who, work::of_part(language, part))
            }
            _ => format!("{:?}: {value}", rival.who),
        }
    };
    conflict.rivals.iter().map(says).collect()
}

/// What a colleague decided since about what is taken back: it stays.
pub fn stays(language: Language, key: &Key, rival: &Rival<Value>, passages: &Passages) -> String {
    let (what, value) = (what(language, key), value(language, &rival.value, passages));
    match language {
        Nl => format!("  Dit blijft, want {:?} besloot het daarna over {what}: {value}", rival.who),
        En => format!("  This stays, as {:?} decided it since about {what}: {value}", rival.who),
    }
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
        Key::Accepted(id) if nl => format!("of dorpsgesprek {id} meetelt"),
        Key::Accepted(id) => format!("whether village gathering {id} counts"),
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
        (Nl, Value::Accepted(accepted)) => (if *accepted { "telt mee" } else { "telt niet mee" }).to_owned(),
        (En, Value::Accepted(accepted)) => (if *accepted { "it counts" } else { "it does not count" }).to_owned(),
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

/// What in decisions may be a mistake, or in a manuscript is not there yet; it stops nothing.
pub fn dubious(language: Language, problems: &[Problem]) -> Vec<String> {
    let line = |problem| format!("{}: {}", doubt::note(language), finding::line(language, problem));
    let mut lines: Vec<_> = problems.iter().take(NAMED).map(line).collect();
    if problems.len() > NAMED {
        let rest = problems.len() - NAMED;
        lines.push(match language {
            Nl => format!("… en nog {rest}"),
            En => format!("… and {rest} more"),
        });
    }
    lines
}

/// Decisions that hold now, and what they changed.
pub fn decided(language: Language, slug: &Id, deeds: &[Deed]) -> Vec<String> {
    let mut lines = vec![match (language, deeds.len()) {
        (Nl, 1) => format!("{slug}: één besluit in het logboek gezet."),
        (Nl, count) => format!("{slug}: {count} besluiten in het logboek gezet."),
        (En, 1) => format!("{slug}: put one decision in the log."),
        (En, count) => format!("{slug}: put {count} decisions in the log."),
    }];
    let mut kinds: Vec<(&str, Vec<&str>, usize)> = Vec::new();
    for deed in deeds {
        let (kind, theme, count) = changed(language, deed);
        let at = kinds.iter().position(|(other, ..)| *other == kind).unwrap_or_else(|| {
            kinds.push((kind, Vec::new(), 0));
            kinds.len() - 1
        });
        kinds[at].1.extend(theme);
        kinds[at].2 += count;
    }
    lines.extend(kinds.into_iter().map(|(kind, themes, count)| match (themes.is_empty(), count) {
        (false, _) => format!("  {kind}: {}", themes.join(", ")),
        (true, 0) => format!("  {kind}"),
        (true, _) => format!("  {kind}: {count}"),
    }));
    lines
}

/// What a deed changes, the theme that it is about, and about how many things it is.
fn changed(language: Language, deed: &Deed) -> (&'static str, Option<&str>, usize) {
    let pick = |nl, en| if language == Nl { nl } else { en };
    match deed {
        Deed::AddTheme { theme, .. } => (pick("nieuw thema", "new theme"), Some(theme.as_str()), 1),
        Deed::ReviseTheme { theme, .. } => {
            (pick("andere woorden bij thema", "other words for theme"), Some(theme.as_str()), 1)
        }
        Deed::RemoveTheme { theme } => (pick("thema weggehaald", "theme removed"), Some(theme.as_str()), 1),
        Deed::MergeTheme { theme, .. } => (pick("thema samengevoegd", "theme merged"), Some(theme.as_str()), 1),
        Deed::Land { theme, .. } => (pick("landing bij thema", "landing of theme"), Some(theme.as_str()), 1),
        Deed::Place { parts, at: Some(_) } => {
            (pick("kregen een (andere) plek", "given a place, or another one"), None, parts.len())
        }
        Deed::Place { parts, at: None } => (pick("hebben geen plek meer", "without a place now"), None, parts.len()),
        Deed::Quote { .. } => (pick("citaten erbij", "quotes added"), None, 1),
        Deed::Unquote { .. } => (pick("citaten weg", "quotes removed"), None, 1),
        Deed::Withdraw { .. } => (pick("toestemmingen om te citeren", "consents to be quoted"), None, 1),
        Deed::Hold { .. } => (pick("woorden of plaatsnamen besloten", "words or names of places decided"), None, 1),
        Deed::Release { .. } => {
            (pick("besluiten over woorden weg", "decisions about words or places removed"), None, 1)
        }
        Deed::OrderThemes { .. } => (pick("de volgorde van de thema's", "the order of themes"), None, 0),
        Deed::Learned { .. } => (pick("wat u leerde", "what you learned"), None, 0),
        Deed::NextSteps { .. } => (pick("hoe het verdergaat", "what happens next"), None, 0),
        Deed::Note { .. } => (pick("wat er veranderde", "what changed"), None, 0),
        Deed::Minimum { .. } => (pick("het kleinste getal", "the smallest number"), None, 0),
        Deed::Example { .. } => (pick("het voorbeeld", "the example"), None, 0),
        Deed::Gathered { .. } => (pick("wat er is opgehaald", "what was gathered"), None, 0),
        Deed::Accept { .. } => (pick("dorpsgesprekken besloten", "village gatherings decided"), None, 1),
    }
}

/// What somebody did last is taken back, or done again; or there is nothing of theirs.
pub fn taken_back(language: Language, slug: &Id, who: &str, undo: bool, done: bool) -> String {
    match (language, undo, done) {
        (Nl, true, true) => format!("{slug}: wat {who:?} het laatst deed, is teruggenomen. Met --redo geldt het weer."),
        (Nl, false, true) => format!("{slug}: wat {who:?} terugnam, geldt weer."),
        (Nl, true, false) => format!("{slug}: {who:?} heeft hier niets meer om terug te nemen. Er is niets veranderd."),
        (Nl, false, false) => format!("{slug}: {who:?} nam hier niets terug. Er is niets veranderd."),
        (En, true, true) => format!("{slug}: took back what {who:?} did last. With --redo it holds again."),
        (En, false, true) => format!("{slug}: what {who:?} took back holds again."),
        (En, true, false) => format!("{slug}: {who:?} has nothing left to take back here. Nothing was changed."),
        (En, false, false) => format!("{slug}: {who:?} took nothing back here. Nothing was changed."),
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
