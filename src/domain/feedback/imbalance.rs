//! Whether an account adds up: received = landed + set aside + pending, and every count follows from the same reactions.

use super::{Account, Counts, GatheringCount, Origin, PlaceCounts};
use crate::domain::id::Id;
use std::collections::{BTreeMap, BTreeSet};

/// Why an account does not add up.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Imbalance {
    /// Landed, set aside and pending together are not what was received.
    Sum {
        /// What came in.
        received: u64,
        /// What has a place.
        placed: u64,
    },
    /// The ways do not lead as many reactions to themes as landed.
    Ways {
        /// What landed.
        landed: u32,
        /// What the ways hold.
        ways: u64,
    },
    /// More reactions of an origin went to themes than came in from it.
    Source(Origin),
    /// So many remarks came from gatherings, and how many gatherings that were is not said, or can't be.
    Gatherings(u32),
    /// A theme's count is not what its ways bring.
    ThemeCount {
        /// Which theme.
        theme: Id,
        /// What it says.
        says: u32,
        /// What its ways bring.
        ways: u64,
    },
    /// More came in than can be counted.
    TooMany(u64),
    /// In this municipality, the villages and the rest are not all of it; or a number is below the smallest that is shown.
    Place(String),
    /// A way leads to a theme that is not there, or nowhere.
    Astray,
    /// A theme landed nowhere.
    NoLanding(Id),
}

/// Everything that does not add up. A file may hold any number, so nothing is added in a type that it could overflow.
pub(super) fn check(account: &Account) -> Vec<Imbalance> {
    let mut found = Vec::new();
    let Counts { received, landed, set_aside, pending, .. } = &account.counts;
    let sum = |counts: &mut dyn Iterator<Item = u32>| counts.map(u64::from).sum::<u64>();
    let came = sum(&mut received.each().into_iter().map(|(_, count)| count));
    let counts = set_aside.iter().map(|one| one.count).chain(pending.iter().map(|one| one.count)).chain([*landed]);
    let placed = sum(&mut { counts });
    if came > u64::from(u32::MAX) {
        found.push(Imbalance::TooMany(came));
    }
    if came != placed {
        found.push(Imbalance::Sum { received: came, placed });
    }
    let mut bring = BTreeMap::<&Id, u64>::new();
    for way in &account.ways {
        for theme in &way.themes {
            *bring.entry(theme).or_default() += u64::from(way.count);
        }
    }
    let from = |source| sum(&mut account.ways.iter().filter(|way| way.source == source).map(|way| way.count));
    let ways: u64 = Origin::ALL.into_iter().map(from).sum();
    if ways != u64::from(*landed) {
        found.push(Imbalance::Ways { landed: *landed, ways });
    }
    let over = received.each().into_iter().filter(|(source, came)| from(*source) > u64::from(*came));
    found.extend(over.map(|(source, _)| Imbalance::Source(source)));
    let told = match account.counts.gatherings {
        Some(GatheringCount { count, .. }) => count > 0 && count <= received.gathering,
        None => received.gathering == 0,
    };
    if !told {
        found.push(Imbalance::Gatherings(received.gathering));
    }
    let known: BTreeSet<&Id> = account.themes.iter().map(|theme| &theme.id).collect();
    if account.ways.iter().any(|way| way.themes.is_empty()) || bring.keys().any(|theme| !known.contains(theme)) {
        found.push(Imbalance::Astray);
    }
    for theme in &account.themes {
        let ways = bring.get(&theme.id).copied().unwrap_or(0);
        if u64::from(theme.count) != ways {
            found.push(Imbalance::ThemeCount { theme: theme.id.clone(), says: theme.count, ways });
        }
        if theme.landings.is_empty() {
            found.push(Imbalance::NoLanding(theme.id.clone()));
        }
    }
    found.extend(account.places.iter().flat_map(places));
    found
}

/// Municipalities whose parts are not the whole, or that tell of too few people.
fn places(places: &PlaceCounts) -> impl Iterator<Item = Imbalance> + '_ {
    let small = |count: u32| count > 0 && count < places.minimum;
    places.municipalities.iter().filter_map(move |one| {
        let villages = one.villages.iter().map(|village| u64::from(village.count));
        let adds_up = villages.sum::<u64>() + u64::from(one.other) == u64::from(one.count);
        let shown = one.villages.iter().map(|village| village.count).chain([one.count, one.other]);
        (!adds_up || shown.into_iter().any(small)).then(|| Imbalance::Place(one.name.clone()))
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::{
        day::Day,
        feedback::{BySource, PublishedTheme, SetAsideCount, Way, balance::SetAsideReason},
        language::Localised,
    };
    use proptest::prelude::*;

    fn account(received: BySource, landed: u32, set_aside: Vec<u32>, ways: Vec<u32>) -> Account {
        let theme = Id::try_from("a").unwrap();
        let text = || Localised::Same("x".into());
        let day = Day::new(2026, 11, 22).unwrap();
        let counts = Counts {
            received,
            landed,
            set_aside: set_aside
                .into_iter()
                .map(|count| SetAsideCount { reason: SetAsideReason::Double, note: None, count })
                .collect(),
            pending: Vec::new(),
            ..Counts::default()
        };
        let ways = ways
            .into_iter()
            .map(|count| Way { source: Origin::Resident, themes: vec![theme.clone()], count })
            .collect();
        let published = PublishedTheme {
            id: theme.clone(),
            title: text(),
            summary: text(),
            count: landed,
            quotes: Vec::new(),
            landings: Vec::new(),
        };
        Account {
            slug: theme,
            example: false,
            example_receipts: Vec::new(),
            version: 1,
            published: day,
            history: Vec::new(),
            gathered: None,
            counts,
            ways,
            places: None,
            themes: vec![published],
            learned: Vec::new(),
            next_steps: Vec::new(),
        }
    }

    #[test]
    fn numbers_that_do_not_fit_are_named_and_stop_nothing() {
        let most = u32::MAX;
        let received = BySource { resident: most, gathering: most, paper: 1, unconfirmed: 0 };
        let found = check(&account(received, most, vec![most, 1], vec![most, most]));
        assert!(found.contains(&Imbalance::TooMany(2 * u64::from(most) + 1)), "{found:?}");
        assert!(found.contains(&Imbalance::Ways { landed: most, ways: 2 * u64::from(most) }), "{found:?}");
        assert!(!found.iter().any(|one| matches!(one, Imbalance::Sum { .. })), "{found:?}");
        assert_eq!(received.total(), most);
    }

    #[test]
    fn remarks_without_gatherings_and_more_gatherings_than_remarks_do_not_add_up() {
        let received = BySource { gathering: 3, ..BySource::default() };
        let found = |count: Option<u32>, received| {
            let mut account = account(received, received.total(), vec![], vec![received.total()]);
            account.ways.iter_mut().for_each(|way| way.source = Origin::Gathering);
            account.counts.gatherings = count.map(|count| GatheringCount { count, people: None });
            check(&account).contains(&Imbalance::Gatherings(received.gathering))
        };
        for (count, wrong) in [(None, true), (Some(0), true), (Some(4), true), (Some(1), false), (Some(3), false)] {
            assert_eq!(found(count, received), wrong, "{count:?}");
        }
        assert!(!found(None, BySource::default()) && found(Some(1), BySource::default()));
    }

    proptest! {
        #[test]
        fn any_numbers_get_an_answer(r: (u32, u32, u32, u32), landed: u32, aside: Vec<u32>, ways: Vec<u32>) {
            let received = BySource { resident: r.0, gathering: r.1, paper: r.2, unconfirmed: r.3 };
            let account = account(received, landed, aside, ways);
            let balanced = u64::from(r.0) + u64::from(r.1) + u64::from(r.2) + u64::from(r.3)
                == account.counts.set_aside.iter().map(|one| u64::from(one.count)).sum::<u64>() + u64::from(landed);
            let found = check(&account);
            prop_assert_eq!(balanced, !found.iter().any(|one| matches!(one, Imbalance::Sum { .. })));
            let _ = (account.counts.set_aside_count(), account.counts.pending_count(), account.counts.received.total());
        }
    }
}
