//! In which municipality a gathering was, by the words that its hosts typed and the site's list of places.

use super::offered::OfferedRegion;
use crate::domain::{ordered::sort_by_key, plain_letters::plain};
use std::collections::{BTreeMap, BTreeSet};

/// The most words that a name of a place has.
const WORDS: usize = 5;

/// The municipalities by the names in them.
#[derive(Clone, Debug, Default)]
pub struct Regions(BTreeMap<String, BTreeSet<String>>);

impl Regions {
    /// Those of a list.
    pub fn of(offered: &[OfferedRegion]) -> Self {
        let mut all: BTreeMap<_, BTreeSet<String>> = BTreeMap::new();
        for region in offered {
            for name in region.villages.iter().chain([&region.name]) {
                all.entry(letters(name)).or_default().insert(region.name.clone());
            }
        }
        Self(all)
    }

    /// Where this is: by the longest name in it that is in one municipality only. A village that there is twice is known where
    /// its municipality is named with it.
    pub fn municipality(&self, place: &str) -> Option<&str> {
        let words: Vec<&str> = place.split(|c: char| !(c.is_alphanumeric() || "’'-".contains(c))).collect();
        let words: Vec<&str> = words.into_iter().filter(|word| !word.is_empty()).collect();
        let runs = (0..words.len()).flat_map(|from| (1..=WORDS.min(words.len() - from)).map(move |many| (from, many)));
        let named = runs.filter_map(|(from, many)| {
            let run = &words[from..from + many];
            let of = self.0.get(&letters(&run.concat()))?;
            Some((run.iter().map(|word| word.chars().count()).sum::<usize>(), of))
        });
        let mut named: Vec<_> = named.filter(|(_, of)| of.len() == 1).collect();
        sort_by_key(&mut named, |(length, _)| *length);
        named.last().and_then(|(_, of)| of.first()).map(String::as_str)
    }
}

/// A name by its letters and digits alone.
fn letters(name: &str) -> String {
    plain(name).chars().filter(|c| c.is_alphanumeric()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_place_is_known_by_the_longest_name_in_it() {
        let region = |name: &str, villages: &[&str]| OfferedRegion {
            name: name.into(),
            villages: villages.iter().map(|name| (*name).into()).collect(),
        };
        let regions = Regions::of(&[
            region("Aa en Hunze", &["Annen", "Eext", "Gasselternijveenschemond"]),
            region("Noordenveld", &["Een", "Een-West", "Roden", "Nieuw-Roden"]),
            region("Borger-Odoorn", &["2e Exloërmond", "Zandberg"]),
            region("Hardenberg", &["Zandberg"]),
        ]);
        for (place, municipality) in [
            ("Dorpshuis Annen", Some("Aa en Hunze")),
            ("Een avond in annen", Some("Aa en Hunze")),
            ("Café ’t Hoekje, Een-West", Some("Noordenveld")),
            ("Nieuw Roden", Some("Noordenveld")),
            ("school in 2e exloermond", Some("Borger-Odoorn")),
            ("gemeentehuis Aa en Hunze", Some("Aa en Hunze")),
            ("Zandberg", None),
            ("Zandberg, Borger-Odoorn", Some("Borger-Odoorn")),
            ("Bij Marie thuis", None),
            ("", None),
        ] {
            assert_eq!(regions.municipality(place), municipality, "{place}");
        }
    }
}
