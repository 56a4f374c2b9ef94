//! What staff can do with a consultation's reactions, as it stands in the log: no text is in it, only the names of texts.

use super::part::Part;
use crate::domain::{
    day::Day,
    feedback::balance::SetAsideReason,
    gathering::GatheringId,
    id::{Id, ReactionId},
    log::{Log, TextId, Writes},
    receipt::Receipt,
};
use serde::{Deserialize, Serialize};

/// Something that staff did.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
pub enum Deed {
    /// A new theme, behind the others.
    AddTheme { theme: Id, title: TextId, summary: TextId },
    /// Another title and summary.
    ReviseTheme { theme: Id, title: TextId, summary: TextId },
    /// The order in which themes are shown. What is not named stands behind.
    OrderThemes { themes: Vec<Id> },
    /// A theme goes; what is only in it has no place any more.
    RemoveTheme { theme: Id },
    /// All of one theme, its quotes too, belongs to another.
    MergeTheme { theme: Id, into: Id },
    /// These parts belong there; nowhere, if that is `None`.
    Place { parts: Vec<Part>, at: Option<Spot> },
    /// Where a theme landed.
    Land { theme: Id, landings: Vec<TextId> },
    /// These words are quoted.
    Quote { quote: TextId, of: Quoted },
    /// They are not quoted any more.
    Unquote { quote: TextId },
    /// What was learned and what went wrong.
    Learned { texts: Vec<TextId> },
    /// What happens next.
    NextSteps { texts: Vec<TextId> },
    /// What changed since the version before.
    Note { text: Option<TextId> },
    /// A decision about the name of a place, or words that may be published though they look like personal data: it holds.
    Hold { text: TextId },
    /// It does not hold any more.
    Release { text: TextId },
    /// Whether the writer of a reaction took back that they may be quoted.
    Withdraw { reaction: ReactionId, withdrawn: bool },
    /// The smallest number of reactions from one place that is shown.
    Minimum { minimum: u32 },
    /// Made up to show how it works, with codes to try.
    Example { receipts: Vec<Receipt> },
    /// On this day everything that had come in was brought together: so many reactions.
    Gathered { day: Day, reactions: u32 },
    /// Whether what a gathering sent counts.
    Accept { gathering: GatheringId, accepted: bool },
}

/// Where a part is put.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
pub enum Spot {
    /// With these themes.
    Themes(Vec<Id>),
    /// With none, for a reason; the note is a text.
    SetAside { reason: SetAsideReason, note: Option<TextId> },
    /// It will be read by this day.
    Later(Day),
}

/// Whose words, and in which theme.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Quoted {
    /// The theme.
    pub theme: Id,
    /// Whose reaction.
    pub reaction: ReactionId,
    /// The answer to which question.
    pub question: Id,
    /// Somebody read it and found no personal data in it.
    pub cleared: bool,
}

/// What becomes of a theme.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Fate {
    /// It is there.
    Stays,
    /// It is gone.
    Goes,
    /// It is part of another one.
    Into(Id),
}

/// Where a deed writes.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Key {
    /// A theme's title and summary.
    Words(Id),
    /// What becomes of a theme.
    Fate(Id),
    /// The order of themes.
    Order,
    /// Where a part belongs.
    Place(Part),
    /// Where a theme landed.
    Landings(Id),
    /// A quote.
    Quote(TextId),
    /// What was learned.
    Learned,
    /// What happens next.
    NextSteps,
    /// What changed.
    Note,
    /// Whether a decision holds.
    Holds(TextId),
    /// Whether a reaction may not be quoted any more.
    Withdrawn(ReactionId),
    /// The smallest number that is shown.
    Minimum,
    /// Codes to try.
    Example,
    /// What was gathered.
    Gathered,
    /// Whether a gathering is accepted.
    Accepted(GatheringId),
}

/// What a deed writes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Value {
    /// Title and summary.
    Words(TextId, TextId),
    /// What becomes of a theme.
    Fate(Fate),
    /// An order of themes.
    Order(Vec<Id>),
    /// Where a part belongs; nowhere.
    Place(Option<Spot>),
    /// Texts, in their order.
    Texts(Vec<TextId>),
    /// Whose words; nobody's.
    Quote(Option<Quoted>),
    /// Whether it holds.
    Flag(bool),
    /// A number.
    Number(u32),
    /// Codes.
    Receipts(Vec<Receipt>),
    /// A day, and how many reactions there were.
    Gathered(Day, u32),
    /// Whether it is accepted.
    Accepted(bool),
}

impl Deed {
    /// The deed that writes once more what holds in a place. Nobody decides how much was gathered.
    pub fn again(key: &Key, log: &Log<Self>) -> Option<Self> {
        let words = |theme: &Id| match log.value(&Key::Words(theme.clone())) {
            Some(Value::Words(title, summary)) => Some((*title, *summary)),
            _ => None,
        };
        Some(match (key.clone(), log.value(key)?.clone()) {
            (Key::Words(theme), Value::Words(title, summary)) => Deed::ReviseTheme { theme, title, summary },
            (Key::Fate(theme), Value::Fate(Fate::Stays)) => {
                let (title, summary) = words(&theme)?;
                Deed::AddTheme { theme, title, summary }
            }
            (Key::Fate(theme), Value::Fate(Fate::Goes)) => Deed::RemoveTheme { theme },
            (Key::Fate(theme), Value::Fate(Fate::Into(into))) => Deed::MergeTheme { theme, into },
            (Key::Order, Value::Order(themes)) => Deed::OrderThemes { themes },
            (Key::Place(part), Value::Place(at)) => Deed::Place { parts: vec![part], at },
            (Key::Landings(theme), Value::Texts(landings)) => Deed::Land { theme, landings },
            (Key::Quote(quote), Value::Quote(Some(of))) => Deed::Quote { quote, of },
            (Key::Quote(quote), Value::Quote(None)) => Deed::Unquote { quote },
            (Key::Learned, Value::Texts(texts)) => Deed::Learned { texts },
            (Key::NextSteps, Value::Texts(texts)) => Deed::NextSteps { texts },
            (Key::Note, Value::Texts(texts)) => Deed::Note { text: texts.first().copied() },
            (Key::Holds(text), Value::Flag(true)) => Deed::Hold { text },
            (Key::Holds(text), Value::Flag(false)) => Deed::Release { text },
            (Key::Withdrawn(reaction), Value::Flag(withdrawn)) => Deed::Withdraw { reaction, withdrawn },
            (Key::Minimum, Value::Number(minimum)) => Deed::Minimum { minimum },
            (Key::Example, Value::Receipts(receipts)) => Deed::Example { receipts },
            (Key::Accepted(gathering), Value::Accepted(accepted)) => Deed::Accept { gathering, accepted },
            _ => return None,
        })
    }
}

impl Writes for Deed {
    type Key = Key;
    type Value = Value;

    fn writes(&self) -> Vec<(Key, Value)> {
        let fate = |theme: &Id, fate| (Key::Fate(theme.clone()), Value::Fate(fate));
        match self.clone() {
            Deed::AddTheme { theme, title, summary } => {
                vec![fate(&theme, Fate::Stays), (Key::Words(theme), Value::Words(title, summary))]
            }
            Deed::ReviseTheme { theme, title, summary } => vec![(Key::Words(theme), Value::Words(title, summary))],
            Deed::OrderThemes { themes } => vec![(Key::Order, Value::Order(themes))],
            Deed::RemoveTheme { theme } => vec![fate(&theme, Fate::Goes)],
            Deed::MergeTheme { theme, into } => vec![fate(&theme, Fate::Into(into))],
            Deed::Place { parts, at } => {
                parts.into_iter().map(|part| (Key::Place(part), Value::Place(at.clone()))).collect()
            }
            Deed::Land { theme, landings } => vec![(Key::Landings(theme), Value::Texts(landings))],
            Deed::Quote { quote, of } => vec![(Key::Quote(quote), Value::Quote(Some(of)))],
            Deed::Unquote { quote } => vec![(Key::Quote(quote), Value::Quote(None))],
            Deed::Learned { texts } => vec![(Key::Learned, Value::Texts(texts))],
            Deed::NextSteps { texts } => vec![(Key::NextSteps, Value::Texts(texts))],
            Deed::Note { text } => vec![(Key::Note, Value::Texts(text.into_iter().collect()))],
            Deed::Hold { text } => vec![(Key::Holds(text), Value::Flag(true))],
            Deed::Release { text } => vec![(Key::Holds(text), Value::Flag(false))],
            Deed::Withdraw { reaction, withdrawn } => vec![(Key::Withdrawn(reaction), Value::Flag(withdrawn))],
            Deed::Minimum { minimum } => vec![(Key::Minimum, Value::Number(minimum))],
            Deed::Example { receipts } => vec![(Key::Example, Value::Receipts(receipts))],
            Deed::Gathered { day, reactions } => vec![(Key::Gathered, Value::Gathered(day, reactions))],
            Deed::Accept { gathering, accepted } => vec![(Key::Accepted(gathering), Value::Accepted(accepted))],
        }
    }
}
