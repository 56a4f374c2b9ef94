//! From work to feedback and lookup: only what adds up comes out.

use super::{
    Received, Standing, Theme, Unready, Work, WorkQuote,
    place::{Gazetteer, UnreadPlace, unread},
    ready::is_from,
};
use crate::domain::{
    day::Day,
    feedback::{
        Account, Counts, ErasedCount, Feedback, GatheringCount, Origin, PendingCount, PlaceCounts, PublishedTheme,
        Quote, SetAsideCount, Version, Way, balance::SetAside,
    },
    id::{Id, ReactionId},
    language::Localised,
    question::{Kind, Question},
    receipt::Tag,
    trace::{
        Outcome,
        shard::{Trace, TraceFault},
    },
};
use std::collections::{BTreeMap, BTreeSet};

/// What work is published with, beside itself.
#[derive(Clone, Copy, Debug)]
pub struct Setting<'a> {
    /// Today.
    pub today: Day,
    /// The versions there were.
    pub earlier: &'a [Version],
    /// How many reactions the last of them knew of, with those that were erased.
    pub before: u32,
    /// What was asked.
    pub questions: &'a [Question<Localised>],
    /// Addresses and numbers of the province itself, which may stand anywhere.
    pub ours: &'a [String],
}

impl Setting<'_> {
    /// Whether these words are an address or number of the province itself, however it is written.
    pub(super) fn is_ours(&self, words: &str) -> bool {
        let bare = |text: &str| text.chars().filter(|c| c.is_alphanumeric()).collect::<String>().to_lowercase();
        self.ours.iter().any(|ours| bare(ours).contains(&bare(words)))
    }
}

/// What became of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Made {
    /// The consultation.
    pub slug: Id,
    /// The version that holds now.
    pub version: u32,
    /// Whether that is a new one.
    pub new: bool,
    /// The versions that a quote was taken out of.
    pub redacted: Vec<u32>,
    /// Names of places that are not shown, as nobody read them yet.
    pub unread: Vec<UnreadPlace>,
}

/// What can be published.
#[derive(Clone, Debug)]
pub struct Publication {
    /// The account.
    pub feedback: Feedback,
    /// How each sender finds their own reaction back.
    pub trace: Trace,
    /// Names of places that are not shown, as nobody read them yet.
    pub unread: Vec<UnreadPlace>,
}

impl Work {
    /// What can be published today as the version after those that there were.
    pub fn publish(&self, setting: Setting) -> Result<Publication, Vec<Unready>> {
        let standings = self.standings();
        let found = self.unready(setting, &standings);
        if !found.is_empty() {
            return Err(found);
        }
        let (places, unread) = self.place_counts(setting.questions);
        let account = Account { places, ..self.account(setting, &standings) };
        let feedback = Feedback::try_from(account)
            .map_err(|found| found.into_iter().map(Unready::Imbalance).collect::<Vec<_>>())?;
        let trace = self.trace(&feedback, &standings).map_err(|fault| vec![Unready::Trace(fault)])?;
        Ok(Publication { feedback, trace, unread })
    }

    /// The words of an answer whose writer no longer agrees to be quoted, and that nobody else is quoted with.
    pub fn is_withdrawn(&self, quote: &Quote) -> bool {
        let said = |id: &ReactionId| {
            let all = self.reactions.get(id).map(Received::all_words).unwrap_or_default();
            all.iter().any(|words| is_from(&quote.text, words))
        };
        let others = self.themes.iter().flat_map(|theme| &theme.quotes);
        let mut others = others.filter(|other| !self.withdrawn.contains(&other.reaction));
        self.withdrawn.iter().any(said) && !others.any(|other| other.text == quote.text)
    }

    /// From where, as far as it can be told, and the words that wait to be read.
    fn place_counts(&self, questions: &[Question<Localised>]) -> (Option<PlaceCounts>, Vec<UnreadPlace>) {
        let asked = questions.iter().find_map(|question| match &question.kind {
            Kind::Place(place) => Some((&question.id, &place.municipalities)),
            _ => None,
        });
        let Some((question, list)) = asked else { return (None, Vec::new()) };
        let gazetteer = Gazetteer::new(list, &self.places);
        let typed: Vec<_> =
            self.reactions.values().filter(|one| one.counts()).filter_map(|one| one.place(question)).collect();
        let located: Vec<_> = typed.iter().map(|typed| gazetteer.locate(typed)).collect();
        let waiting = unread(located.iter().filter_map(|(_, word)| *word));
        (PlaceCounts::of(located.into_iter().map(|(at, _)| at), self.minimum), waiting)
    }

    fn account(&self, setting: Setting, standings: &BTreeMap<&ReactionId, Standing>) -> Account {
        let Setting { today, earlier, .. } = setting;
        let mut counts = Counts::default();
        let mut ways: BTreeMap<(Origin, Vec<usize>), u32> = BTreeMap::new();
        for (id, standing) in standings {
            let Some(reaction) = self.reactions.get(*id) else { continue };
            if !reaction.counts() {
                *(if reaction.refused { &mut counts.refused } else { &mut counts.unfit }) += 1;
                continue;
            }
            counts.received.add(reaction.origin, 1);
            if !standing.themes.is_empty() {
                counts.landed += 1;
                *ways.entry((reaction.origin, standing.themes.iter().copied().collect())).or_default() += 1;
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
        counts.gatherings = self.gathering_count();
        counts.erased = self.erased.iter().map(|(why, count)| ErasedCount { why: *why, count: *count }).collect();
        counts.pending.sort_by_key(|one| one.by);
        counts.set_aside.sort_by_key(|one| (std::cmp::Reverse(one.count), one.reason));
        let themes = self.themes.iter().enumerate().map(|(at, theme)| {
            let into =
                |((_, themes), count): (&(Origin, Vec<usize>), &u32)| if themes.contains(&at) { *count } else { 0 };
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
        let history =
            earlier.iter().cloned().chain([Version { version, published: today, note, redacted: None }]).collect();
        Account {
            slug: self.consultation.clone(),
            example: self.example,
            example_receipts: self.example_receipts.clone(),
            version,
            published: today,
            history,
            ways: ways.collect(),
            places: None,
            gathered: self.gathered.filter(|all| counts.ever() <= all.reactions).map(|all| all.day),
            counts,
            themes,
            learned: self.telling.learned.clone(),
            next_steps: self.telling.next_steps.clone(),
        }
    }

    /// From how many gatherings remarks came that count, and with how many people, if these were counted in each of them.
    fn gathering_count(&self) -> Option<GatheringCount> {
        let said = self.reactions.values().filter(|one| one.counts() && one.origin == Origin::Gathering);
        let there: BTreeSet<_> = said.filter_map(|one| one.gathering).collect();
        let people = self.gatherings.iter().filter(|met| there.contains(&met.id));
        let people: Option<Vec<u32>> = people.map(|met| met.known.as_ref()?.people).collect();
        let people = people.map(|all| all.into_iter().fold(0, u32::saturating_add));
        let count = u32::try_from(there.len()).unwrap_or(u32::MAX);
        (count > 0).then_some(GatheringCount { count, people })
    }

    fn published(&self, theme: &Theme, count: u32) -> PublishedTheme {
        let quote = |quote: &WorkQuote| {
            let language = self.reactions.get(&quote.reaction)?.language.into();
            Some(Quote { text: quote.text.clone(), language })
        };
        PublishedTheme {
            id: theme.id.clone(),
            title: theme.title.clone(),
            summary: theme.summary.clone(),
            count,
            quotes: theme
                .quotes
                .iter()
                .filter(|quote| !self.withdrawn.contains(&quote.reaction))
                .filter_map(quote)
                .collect(),
            landings: theme.landings.clone(),
        }
    }

    /// How each sender finds their own. All that was said in a gathering has one receipt, and so one entry: what became of any
    /// of it. Nobody else comes in under that receipt.
    fn trace(&self, feedback: &Feedback, standings: &BTreeMap<&ReactionId, Standing>) -> Result<Trace, TraceFault> {
        let mut halls: BTreeMap<&Tag, Standing> = BTreeMap::new();
        for (id, standing) in standings {
            let Some(reaction) = self.reactions.get(*id).filter(|one| one.gathering.is_some() && one.is_confirmed())
            else {
                continue;
            };
            halls.entry(&reaction.tag).or_default().join(standing);
        }
        let single = standings.iter().filter_map(|(id, standing)| {
            let reaction = self.reactions.get(*id)?;
            (!halls.contains_key(&reaction.tag)).then_some((&reaction.tag, standing))
        });
        let mut outcomes: Vec<Outcome> = Vec::new();
        let mut entries = Vec::with_capacity(standings.len());
        let mut known: BTreeMap<String, usize> = BTreeMap::new();
        for (tag, standing) in single.chain(halls.iter().map(|(tag, all)| (*tag, all))) {
            // What does not fit has something to tell only where somebody gave it a place all the same.
            if standing.is_nowhere() {
                continue;
            }
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
            entries.push((tag.clone(), at));
        }
        let what = (feedback.slug.clone(), feedback.version, feedback.published);
        Trace::new(what, outcomes, feedback.signpost(), entries)
    }
}
