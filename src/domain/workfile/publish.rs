//! From workfile to feedback and lookup: everything that stands in the way is named, and only what adds up comes out.

use super::{Standing, Theme, WorkQuote, Workfile};
use crate::domain::{
    day::Day,
    feedback::{
        Account, Counts, Feedback, Imbalance, LandingFault, PendingCount, PlaceCounts, PublishedTheme, SetAsideCount,
        Way, balance::SetAside,
    },
    feedback::{Quote, Version},
    id::{Id, ReactionId},
    personal::{self, PersonalKind},
    reaction::Source,
    trace::{
        Outcome,
        shard::{Trace, TraceFault},
    },
};
use std::collections::{BTreeMap, BTreeSet};

/// What is put in place of something left out of a quote.
pub const GAP: &str = "[…]";

/// What can be published.
#[derive(Clone, Debug)]
pub struct Publication {
    /// The account.
    pub feedback: Feedback,
    /// How each sender finds their own reaction back.
    pub trace: Trace,
}

/// Something that stands in the way of publishing.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Unready {
    /// These reactions have no place.
    Nowhere(Vec<ReactionId>),
    /// This theme landed nowhere.
    NoLanding(Id),
    /// No reaction is in this theme.
    EmptyTheme(Id),
    /// A landing does not fit.
    Landing(Id, usize, LandingFault),
    /// A quote can't be shown.
    Quote(Id, usize, QuoteFault),
    /// These reactions were to be read by a day that has passed.
    Overdue(Day, Vec<ReactionId>),
    /// There are codes to try, but this is no example.
    ReceiptsOutsideExample,
    /// An earlier version was published on a later day.
    Earlier(Day),
    /// The sums are not right.
    Imbalance(Imbalance),
    /// There can be no lookup.
    Trace(TraceFault),
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
    /// Nobody marked it as free of personal data.
    NotCleared,
    /// It seems to hold personal data.
    Personal(Vec<PersonalKind>),
}

impl Workfile {
    /// What can be published today as the version after `earlier`, the versions there were.
    pub fn publish(&self, today: Day, earlier: &[Version]) -> Result<Publication, Vec<Unready>> {
        let standings = self.standings();
        let found = self.unready(today, earlier, &standings);
        if !found.is_empty() {
            return Err(found);
        }
        let account = self.account(today, earlier, &standings);
        let feedback = Feedback::try_from(account)
            .map_err(|found| found.into_iter().map(Unready::Imbalance).collect::<Vec<_>>())?;
        let trace = self.trace(&feedback, &standings).map_err(|fault| vec![Unready::Trace(fault)])?;
        Ok(Publication { feedback, trace })
    }

    fn unready(&self, today: Day, earlier: &[Version], standings: &BTreeMap<&ReactionId, Standing>) -> Vec<Unready> {
        let mut found = Vec::new();
        let ids = |wanted: &dyn Fn(&Standing) -> bool| -> Vec<ReactionId> {
            standings.iter().filter(|(_, standing)| wanted(standing)).map(|(id, _)| (*id).clone()).collect()
        };
        let nowhere = ids(&Standing::is_nowhere);
        if !nowhere.is_empty() {
            found.push(Unready::Nowhere(nowhere));
        }
        let promised: BTreeSet<Day> = standings.values().filter_map(|standing| standing.later).collect();
        for day in promised.into_iter().filter(|day| *day < today) {
            found.push(Unready::Overdue(day, ids(&|standing| standing.later == Some(day))));
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
            let quotes = theme.quotes.iter().enumerate();
            found.extend(quotes.filter_map(|(n, quote)| {
                let inside = standings.get(&quote.reaction).is_some_and(|standing| standing.themes.contains(&at));
                let fault = if inside { self.check_quote(quote).err()? } else { QuoteFault::NotHere };
                Some(Unready::Quote(theme.id.clone(), n, fault))
            }));
        }
        if !self.example && !self.example_receipts.is_empty() {
            found.push(Unready::ReceiptsOutsideExample);
        }
        found.extend(
            earlier.iter().map(|version| version.published).filter(|day| *day > today).max().map(Unready::Earlier),
        );
        found
    }

    fn check_quote(&self, quote: &WorkQuote) -> Result<(), QuoteFault> {
        let reaction = self.reactions.get(&quote.reaction).ok_or(QuoteFault::NotHere)?;
        if !reaction.quote_consent {
            return Err(QuoteFault::NoConsent);
        }
        if !reaction.words(&quote.question).iter().any(|words| is_from(&quote.text, words)) {
            return Err(QuoteFault::NotTheirWords);
        }
        let signs = personal::find(&quote.text).into_iter().filter(|sign| !sign.kind.is_question());
        let kinds: Vec<_> = signs.map(|sign| sign.kind).collect();
        if !kinds.is_empty() {
            return Err(QuoteFault::Personal(kinds));
        }
        if quote.cleared { Ok(()) } else { Err(QuoteFault::NotCleared) }
    }

    fn account(&self, today: Day, earlier: &[Version], standings: &BTreeMap<&ReactionId, Standing>) -> Account {
        let mut counts = Counts::default();
        let mut ways: BTreeMap<(Source, Vec<usize>), u32> = BTreeMap::new();
        for (id, standing) in standings {
            let Some(reaction) = self.reactions.get(*id) else { continue };
            counts.received.add(reaction.source, 1);
            if !standing.themes.is_empty() {
                counts.landed += 1;
                *ways.entry((reaction.source, standing.themes.iter().copied().collect())).or_default() += 1;
            } else if let Some(by) = standing.later {
                match counts.pending.iter_mut().find(|one| one.by == by) {
                    Some(one) => one.count += 1,
                    None => counts.pending.push(PendingCount { by, count: 1 }),
                }
            } else if let Some(SetAside { reason, note }) = &standing.set_aside {
                match counts.set_aside.iter_mut().find(|one| one.reason == *reason && one.note == *note) {
                    Some(one) => one.count += 1,
                    None => counts.set_aside.push(SetAsideCount { reason: *reason, note: note.clone(), count: 1 }),
                }
            }
        }
        counts.pending.sort_by_key(|one| one.by);
        counts.set_aside.sort_by_key(|one| (std::cmp::Reverse(one.count), one.reason));
        let themes = self.themes.iter().enumerate().map(|(at, theme)| {
            let into =
                |((_, themes), count): (&(Source, Vec<usize>), &u32)| if themes.contains(&at) { *count } else { 0 };
            self.published(theme, ways.iter().map(into).sum())
        });
        let themes: Vec<_> = themes.collect();
        let id = |at: usize| self.themes[at].id.clone();
        let ways = ways.iter().map(|((source, themes), count)| Way {
            source: *source,
            themes: themes.iter().copied().map(id).collect(),
            count: *count,
        });
        let version = earlier.iter().map(|version| version.version).max().unwrap_or(0) + 1;
        let note = self.telling.note.clone().filter(|_| version > 1);
        let history = earlier.iter().cloned().chain([Version { version, published: today, note }]).collect();
        Account {
            slug: self.consultation.clone(),
            example: self.example,
            example_receipts: self.example_receipts.clone(),
            version,
            published: today,
            history,
            ways: ways.collect(),
            places: PlaceCounts::of(self.reactions.values().filter_map(super::Received::place), self.minimum),
            counts,
            themes,
            learned: self.telling.learned.clone(),
            next_steps: self.telling.next_steps.clone(),
        }
    }

    fn published(&self, theme: &Theme, count: u32) -> PublishedTheme {
        let quote = |quote: &WorkQuote| {
            let language = self.reactions.get(&quote.reaction)?.language;
            Some(Quote { text: quote.text.clone(), language })
        };
        PublishedTheme {
            id: theme.id.clone(),
            title: theme.title.clone(),
            summary: theme.summary.clone(),
            count,
            quotes: theme.quotes.iter().filter_map(quote).collect(),
            landings: theme.landings.clone(),
        }
    }

    fn trace(&self, feedback: &Feedback, standings: &BTreeMap<&ReactionId, Standing>) -> Result<Trace, TraceFault> {
        let mut outcomes: Vec<Outcome> = Vec::new();
        let mut entries = Vec::with_capacity(standings.len());
        let mut known: BTreeMap<String, usize> = BTreeMap::new();
        for (id, standing) in standings {
            let Some(reaction) = self.reactions.get(*id) else { continue };
            let outcome = Outcome {
                themes: standing.themes.iter().copied().collect(),
                set_aside: standing.set_aside.clone(),
                later: standing.later,
            };
            let key = serde_json::to_string(&outcome).unwrap_or_default();
            let at = *known.entry(key).or_insert_with(|| {
                outcomes.push(outcome);
                outcomes.len() - 1
            });
            entries.push((reaction.tag.clone(), at));
        }
        let what = (feedback.slug.clone(), feedback.version, feedback.published);
        Trace::new(what, outcomes, feedback.signpost(), entries)
    }
}

/// Whether a quote is made of somebody's own words: its pieces between [`GAP`] stand in them in that order.
fn is_from(quote: &str, words: &str) -> bool {
    let mut rest = words;
    let mut said = false;
    for piece in quote.split(GAP).map(str::trim).filter(|piece| !piece.is_empty()) {
        let Some(at) = rest.find(piece) else { return false };
        rest = &rest[at + piece.len()..];
        said = true;
    }
    said
}
