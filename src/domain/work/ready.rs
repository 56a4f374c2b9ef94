//! Everything that stands in the way of publishing.

use super::{Received, Setting, Standing, Stray, Work, WorkQuote, place::PlaceVerdict};
use crate::domain::{
    day::Day,
    feedback::{Imbalance, LandingFault, balance::SetAside},
    gathering::GatheringId,
    id::{Id, ReactionId},
    language::Localised,
    personal::{self, PersonalKind},
    question::{Kind, Question},
    trace::shard::TraceFault,
    work::Placement,
};
use std::collections::{BTreeMap, BTreeSet};

/// What is put in place of something left out of a quote.
pub const GAP: &str = "[…]";

/// Something that stands in the way of publishing.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Unready {
    /// There is no reaction at all.
    Nothing,
    /// These reactions have no place.
    Nowhere(Vec<Beginning>),
    /// This theme landed nowhere.
    NoLanding(Id),
    /// No reaction is in this theme.
    EmptyTheme(Id),
    /// A landing does not fit.
    Landing(Id, usize, LandingFault),
    /// A quote can't be shown.
    Quote(Id, usize, QuoteFault),
    /// These words of staff seem to tell who somebody is.
    Personal(Spot, PersonalKind, String),
    /// These reactions were to be read by a day that has passed.
    Overdue(Day, Vec<Beginning>),
    /// So many reactions were there when all of them were brought together, and fewer are here now.
    Missing { gathered: u32, here: u32 },
    /// The version before knew of more reactions, and they were not erased.
    Fewer { before: u32, now: u32 },
    /// People decided different things in so many places, without knowing of each other.
    Conflicts(usize),
    /// The title or summary of a theme is not here.
    NoWords(Id),
    /// An earlier version was published on a later day.
    Earlier(Day),
    /// The sums are not right.
    Imbalance(Imbalance),
    /// There can be no lookup.
    Trace(TraceFault),
    /// This gathering was accepted, and its folder is not here: nothing of it can be confirmed.
    Gathering(GatheringId),
}

/// A reaction, named by how it begins. A stranger's words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Beginning {
    /// Its id.
    pub id: ReactionId,
    /// Its first words.
    pub words: String,
}

/// The most characters of a beginning.
const BEGINNING: usize = 60;

impl From<&Received> for Beginning {
    fn from(one: &Received) -> Self {
        let longest = one.all_words().into_iter().max_by_key(|words| words.chars().count().min(BEGINNING));
        let words = longest.unwrap_or_default().split_whitespace().collect::<Vec<_>>().join(" ");
        let short = words.char_indices().nth(BEGINNING).map_or(words.clone(), |(at, _)| format!("{}…", &words[..at]));
        Self { id: one.id().clone(), words: short }
    }
}

/// Where staff wrote something that is published.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Spot {
    /// A theme's title.
    Title(Id),
    /// A theme's summary.
    Summary(Id),
    /// A landing of a theme.
    Landing(Id, usize),
    /// What was learned.
    Learned(usize),
    /// What happens next.
    NextStep(usize),
    /// What changed.
    Note,
    /// Why something was set aside.
    SetAside,
    /// The name of a place that is not in the list.
    Place,
}

/// Why a quote can't be shown.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum QuoteFault {
    /// There is no such reaction, or it does not belong to the theme.
    NotHere,
    /// Its writer did not agree to be quoted.
    NoConsent,
    /// These are not its words.
    NotTheirWords,
    /// It does not fit what was asked, and is in no number.
    Unfit,
    /// Its gathering was not accepted, and it is in no number.
    Refused,
    /// Nobody marked it as free of personal data; these words in it are a question.
    NotCleared(Vec<String>),
    /// It seems to hold personal data.
    Personal(Vec<PersonalKind>),
}

impl Work {
    /// What counts and has no place, by how it begins.
    pub fn nowhere(&self) -> Vec<Beginning> {
        let standings = self.standings();
        let open = |one: &&Received| one.counts() && standings.get(one.id()).is_some_and(Standing::is_nowhere);
        self.reactions().filter(open).map(Beginning::from).collect()
    }

    /// What must be done first.
    pub(super) fn unready(&self, setting: Setting, standings: &BTreeMap<&ReactionId, Standing>) -> Vec<Unready> {
        let mut found = Vec::new();
        // What does not fit is in no number, so it needs no place: nobody can stop a publication with it.
        let counts = |id: &ReactionId| self.reactions.get(id).is_some_and(Received::counts);
        let standings: BTreeMap<&ReactionId, &Standing> =
            standings.iter().filter(|(id, _)| counts(id)).map(|(id, standing)| (*id, standing)).collect();
        let those = |wanted: &dyn Fn(&Standing) -> bool| -> Vec<Beginning> {
            let wanted = standings.iter().filter(|(_, standing)| wanted(standing));
            wanted.filter_map(|(id, _)| self.reactions.get(*id)).map(Beginning::from).collect()
        };
        if standings.is_empty() {
            found.push(Unready::Nothing);
        }
        let nowhere = those(&|standing| standing.is_nowhere());
        if !nowhere.is_empty() {
            found.push(Unready::Nowhere(nowhere));
        }
        let promised: BTreeSet<Day> = standings.values().filter_map(|standing| standing.later).collect();
        for day in promised.into_iter().filter(|day| *day < setting.today) {
            found.push(Unready::Overdue(day, those(&|standing| standing.later == Some(day))));
        }
        let used: BTreeSet<usize> = standings.values().flat_map(|standing| standing.themes.iter().copied()).collect();
        for (at, theme) in self.themes.iter().enumerate() {
            if !used.contains(&at) {
                found.push(Unready::EmptyTheme(theme.id.clone()));
            }
            if theme.landings.is_empty() {
                found.push(Unready::NoLanding(theme.id.clone()));
            }
            let landings = theme.landings.iter().enumerate();
            found.extend(
                landings.filter_map(|(n, landing)| Some(Unready::Landing(theme.id.clone(), n, landing.check().err()?))),
            );
            // A quote whose writer no longer agrees is left out, whatever else is wrong with it.
            let quotes = theme.quotes.iter().enumerate().filter(|(_, quote)| !self.withdrawn.contains(&quote.reaction));
            found.extend(quotes.filter_map(|(n, quote)| {
                let inside = standings.get(&quote.reaction).is_some_and(|standing| standing.themes.contains(&at));
                let fault = match self.reactions.get(&quote.reaction) {
                    Some(one) if one.refused => QuoteFault::Refused,
                    Some(one) if !one.counts() => QuoteFault::Unfit,
                    Some(one) if inside => check_quote(one, quote, setting.questions).err()?,
                    _ => QuoteFault::NotHere,
                };
                Some(Unready::Quote(theme.id.clone(), n, fault))
            }));
        }
        for (spot, text) in self.spots() {
            for words in text.each() {
                let signs = personal::find(words).into_iter().map(|sign| (sign.kind, &words[sign.at]));
                let open = signs.filter(|(kind, words)| !self.is_cleared(*kind, words) && !setting.is_ours(words));
                found.extend(open.map(|(kind, words)| Unready::Personal(spot.clone(), kind, words.to_owned())));
            }
        }
        found.dedup();
        let here = u32::try_from(self.reactions.len()).unwrap_or(u32::MAX);
        let known = here.saturating_add(self.erased.values().fold(0, |sum, count| sum.saturating_add(*count)));
        if let Some(all) = self.gathered
            && known < all.reactions
        {
            found.push(Unready::Missing { gathered: all.reactions, here });
        }
        if known < setting.before {
            found.push(Unready::Fewer { before: setting.before, now: here });
        }
        let missing = self.gatherings.iter().filter(|met| met.is_missing());
        found.extend(missing.map(|met| Unready::Gathering(met.id)));
        if self.conflicts > 0 {
            found.push(Unready::Conflicts(self.conflicts));
        }
        // Of what fits nothing any more, only a theme without words would be seen on the page. What else there is never stops
        // the rest: what it was about shows as not placed.
        let wordless = self.strays.iter().filter_map(|stray| match stray {
            Stray::NoWords(theme) => Some(Unready::NoWords(theme.clone())),
            _ => None,
        });
        found.extend(wordless);
        let last = setting.earlier.iter().map(|version| version.published).filter(|day| *day > setting.today).max();
        found.extend(last.map(Unready::Earlier));
        found
    }

    /// Everything that staff write and that is published, but quotes.
    fn spots(&self) -> Vec<(Spot, Localised)> {
        let mut spots = Vec::new();
        for theme in &self.themes {
            spots.push((Spot::Title(theme.id.clone()), theme.title.clone()));
            spots.push((Spot::Summary(theme.id.clone()), theme.summary.clone()));
            for (n, landing) in theme.landings.iter().enumerate() {
                let texts = [
                    Some(&landing.what),
                    Some(&landing.reason),
                    Some(&landing.destination.name),
                    landing.decided_by.as_ref(),
                ];
                spots
                    .extend(texts.into_iter().flatten().map(|text| (Spot::Landing(theme.id.clone(), n), text.clone())));
            }
        }
        for (n, lesson) in self.telling.learned.iter().enumerate() {
            spots.push((Spot::Learned(n), lesson.text.clone()));
        }
        for (n, step) in self.telling.next_steps.iter().enumerate() {
            spots.extend(
                [Some(&step.text), step.who.as_ref()]
                    .into_iter()
                    .flatten()
                    .map(|text| (Spot::NextStep(n), text.clone())),
            );
        }
        spots.extend(self.telling.note.clone().map(|note| (Spot::Note, note)));
        for placement in self.placements.values() {
            if let Placement::SetAside(SetAside { note: Some(note), .. }) = placement {
                spots.push((Spot::SetAside, note.clone()));
            }
        }
        for ruling in &self.places {
            if let PlaceVerdict::At { municipality, village } = &ruling.verdict {
                let names = [Some(municipality), village.as_ref()].into_iter().flatten();
                spots.extend(names.map(|name| (Spot::Place, Localised::Same(name.clone()))));
            }
        }
        spots
    }

    /// Whether staff wrote down that these words may stand. Nobody's citizen service number may.
    fn is_cleared(&self, kind: PersonalKind, words: &str) -> bool {
        let words = words.to_lowercase();
        kind != PersonalKind::Bsn && self.cleared.iter().any(|cleared| cleared.to_lowercase().contains(&words))
    }
}

fn check_quote(reaction: &Received, quote: &WorkQuote, questions: &[Question<Localised>]) -> Result<(), QuoteFault> {
    if !reaction.quote_consent {
        return Err(QuoteFault::NoConsent);
    }
    let asked = questions.iter().find(|question| question.id == quote.question);
    // What somebody chose is our word, and not theirs.
    let wrote = asked.is_none_or(|asked| matches!(asked.kind, Kind::Story(_) | Kind::Text(_)));
    let words = if wrote { reaction.words(&quote.question) } else { reaction.added_words(&quote.question) };
    if !words.iter().any(|words| is_from(&quote.text, words)) {
        return Err(QuoteFault::NotTheirWords);
    }
    let (questions, signs): (Vec<_>, Vec<_>) =
        personal::find(&quote.text).into_iter().partition(|sign| sign.kind.is_question());
    if !signs.is_empty() {
        return Err(QuoteFault::Personal(signs.into_iter().map(|sign| sign.kind).collect()));
    }
    let words = questions.into_iter().map(|sign| quote.text[sign.at].to_owned());
    if quote.cleared { Ok(()) } else { Err(QuoteFault::NotCleared(words.collect())) }
}

/// Whether a quote is made of somebody's own words: its pieces between [`GAP`] stand in them in that order.
pub fn is_from(quote: &str, words: &str) -> bool {
    let mut rest = words;
    let mut said = false;
    for piece in quote.split(GAP).map(str::trim).filter(|piece| !piece.is_empty()) {
        let Some(at) = rest.find(piece) else { return false };
        rest = &rest[at + piece.len()..];
        said = true;
    }
    said
}
