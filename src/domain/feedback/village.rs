//! From where people reacted, with small numbers merged so that nobody is recognisable.
//!
//! A number below the minimum is never shown, nor can it be found by subtracting: what is merged is itself at least the
//! minimum, and takes in the next smallest place until it is.

use serde::Serialize;
use std::collections::BTreeMap;

/// The default of the smallest number that is shown.
pub const MINIMUM: u32 = 5;
/// The most municipalities that are shown, and the most villages of one; the smallest are counted together. No list of
/// places has more, so only what staff add to it can come to this.
pub const MOST: (usize, usize) = (60, 300);

/// Reactions by municipality.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
pub struct PlaceCounts {
    /// No number here is smaller than this.
    pub minimum: u32,
    /// Municipalities, the largest first.
    pub municipalities: Vec<MunicipalityCount>,
    /// From other places, together.
    pub elsewhere: u32,
}

/// Reactions from one municipality.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
pub struct MunicipalityCount {
    /// Its name.
    pub name: String,
    /// All of it.
    pub count: u32,
    /// Villages, the largest first.
    pub villages: Vec<VillageCount>,
    /// From other villages, or without a village, together.
    pub other: u32,
}

/// Reactions from one village.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
pub struct VillageCount {
    /// Its name.
    pub name: String,
    /// How many.
    pub count: u32,
}

/// A place that somebody named: municipality and village; `None` when it is elsewhere.
pub type Named = Option<(String, Option<String>)>;

impl PlaceCounts {
    /// Counts places; `None` when there are too few to tell anything.
    pub fn of(places: impl IntoIterator<Item = Named>, minimum: u32) -> Option<Self> {
        let mut counted: BTreeMap<String, BTreeMap<Option<String>, u32>> = BTreeMap::new();
        let mut elsewhere = 0;
        for place in places {
            match place {
                Some((municipality, village)) => {
                    *counted.entry(municipality).or_default().entry(village).or_default() += 1;
                }
                None => elsewhere += 1,
            }
        }
        let all = counted.into_iter().map(|(name, villages)| municipality(name, villages, minimum)).collect();
        let municipalities = merged(all, &mut elsewhere, (minimum, MOST.0), |one: &MunicipalityCount| one.count);
        let told = elsewhere == 0 || elsewhere >= minimum;
        (told && !municipalities.is_empty()).then_some(Self { minimum, municipalities, elsewhere })
    }
}

fn municipality(name: String, villages: BTreeMap<Option<String>, u32>, minimum: u32) -> MunicipalityCount {
    let count = villages.values().sum();
    let mut other = 0;
    let mut named = Vec::new();
    for (village, count) in villages {
        match village {
            Some(name) => named.push(VillageCount { name, count }),
            None => other += count,
        }
    }
    let villages = merged(named, &mut other, (minimum, MOST.1), |village| village.count);
    MunicipalityCount { name, count, villages, other }
}

/// Those that may be shown, the largest first; the others are added to `rest`, with as many more as make it large enough.
fn merged<T>(mut all: Vec<T>, rest: &mut u32, (minimum, most): (u32, usize), count: impl Fn(&T) -> u32) -> Vec<T> {
    all.sort_by_key(|one| std::cmp::Reverse(count(one)));
    while let Some(last) = all.last() {
        let too_small = count(last) < minimum;
        let rest_too_small = *rest > 0 && *rest < minimum;
        if !too_small && !rest_too_small && all.len() <= most {
            break;
        }
        *rest += count(last);
        all.pop();
    }
    all
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn named(municipality: &str, village: Option<&str>, times: usize) -> Vec<Named> {
        vec![Some((municipality.to_owned(), village.map(str::to_owned))); times]
    }

    #[test]
    fn a_small_village_is_merged_and_can_t_be_found_by_subtracting() {
        let places = [
            named("Coevorden", Some("Sleen"), 9),
            named("Coevorden", Some("Erm"), 6),
            named("Coevorden", Some("Wezup"), 2),
        ];
        let counts = PlaceCounts::of(places.concat(), 5).unwrap();
        let coevorden = &counts.municipalities[0];
        assert_eq!((coevorden.count, coevorden.other), (17, 8));
        assert_eq!(coevorden.villages, [VillageCount { name: "Sleen".into(), count: 9 }]);
    }

    #[test]
    fn with_too_few_nothing_is_told() {
        assert_eq!(PlaceCounts::of(named("Assen", None, 4), 5), None);
        assert_eq!(PlaceCounts::of([], 5), None);
    }

    #[test]
    fn who_lives_elsewhere_counts_there() {
        let counts = PlaceCounts::of([named("Assen", None, 6), vec![None; 6]].concat(), 5).unwrap();
        assert_eq!((counts.municipalities[0].count, counts.elsewhere), (6, 6));
    }

    #[test]
    fn no_more_places_are_shown_than_are_read_back() {
        let many = (0..400).flat_map(|v| named("Assen", Some(&format!("v{v}")), 5)).collect::<Vec<_>>();
        let counts = PlaceCounts::of(many, 5).unwrap();
        assert_eq!((counts.municipalities[0].villages.len(), counts.municipalities[0].other), (300, 500));
        let many = (0..70).flat_map(|m| named(&format!("m{m}"), None, 5)).collect::<Vec<_>>();
        let counts = PlaceCounts::of(many, 5).unwrap();
        assert_eq!((counts.municipalities.len(), counts.elsewhere), (60, 50));
    }

    proptest! {
        #[test]
        fn no_number_is_below_the_minimum_and_none_is_lost(
            places in proptest::collection::vec((0u8..6, proptest::option::of(0u8..5)), 0..200), minimum in 1u32..9,
        ) {
            let total = places.len() as u32;
            let places = places.into_iter().map(|(m, v)| (m > 0).then(|| (format!("m{m}"), v.map(|v| format!("v{v}")))));
            let Some(counts) = PlaceCounts::of(places, minimum) else { return Ok(()) };
            let mut sum = counts.elsewhere;
            let mut shown = vec![counts.elsewhere];
            for municipality in counts.municipalities {
                sum += municipality.count;
                shown.extend([municipality.count, municipality.other]);
                shown.extend(municipality.villages.iter().map(|village| village.count));
                let parts = municipality.other + municipality.villages.iter().map(|village| village.count).sum::<u32>();
                prop_assert_eq!(parts, municipality.count);
            }
            prop_assert_eq!(sum, total);
            prop_assert!(shown.iter().all(|number| *number == 0 || *number >= minimum), "{:?}", shown);
        }
    }
}
