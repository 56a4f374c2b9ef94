//! From where people reacted: by the province's list, and by what staff decided about words that are not in it.
//!
//! Nobody's words are published unread. What is in the list counts under the name that the list has; anything else that
//! somebody typed counts with the rest of its municipality, or elsewhere, until staff have seen it and say what it is.

use crate::domain::{feedback::village::Named, place_name::PlaceName, places::Municipality};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// What somebody typed or chose for where they live.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum TypedPlace {
    /// A municipality, and perhaps a village in it.
    In { municipality: String, village: Option<String> },
    /// Somewhere else, in their own words.
    Elsewhere(String),
}

/// What staff decided about words that are not in the list.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
pub enum PlaceVerdict {
    /// They name this place, and it may be shown.
    At {
        municipality: String,
        #[serde(skip_serializing_if = "Option::is_none")]
        village: Option<String>,
    },
    /// They name a place elsewhere; it counts there, without its name.
    Elsewhere,
    /// They are never shown, as they name nobody's place. The municipality that was chosen still counts.
    Hidden,
}

/// A decision.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PlaceRuling {
    /// The words, in one of the ways in which they were typed.
    pub typed: String,
    /// What they are.
    #[serde(rename = "as")]
    pub verdict: PlaceVerdict,
}

/// Words that nobody decided about yet.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct UnreadPlace {
    /// As the first one typed them. A stranger's words.
    pub typed: String,
    /// How many typed them.
    pub count: u32,
}

/// The list, with the decisions.
#[derive(Debug)]
pub struct Gazetteer<'a> {
    listed: BTreeMap<PlaceName, (&'a str, BTreeMap<PlaceName, &'a str>)>,
    decided: BTreeMap<PlaceName, Option<Named>>,
}

impl<'a> Gazetteer<'a> {
    /// Of a province's list and what was decided besides.
    pub fn new(list: &'a [Municipality], rulings: &[PlaceRuling]) -> Self {
        let key = |name: &'a String| Some((PlaceName::of(name)?, name.as_str()));
        let of_municipality = |one: &'a Municipality| {
            Some((PlaceName::of(&one.name)?, (one.name.as_str(), one.villages.iter().filter_map(key).collect())))
        };
        let listed: BTreeMap<_, (_, BTreeMap<_, _>)> = list.iter().filter_map(of_municipality).collect();
        let mut decided = BTreeMap::new();
        let mut spelled = BTreeMap::<_, (String, Option<String>)>::new();
        for ruling in rulings {
            let Some(typed) = PlaceName::of(&ruling.typed) else { continue };
            let verdict = match &ruling.verdict {
                PlaceVerdict::Hidden => None,
                PlaceVerdict::Elsewhere => Some(None),
                PlaceVerdict::At { municipality, village } => {
                    let (m, v) = (PlaceName::of(municipality), village.as_deref().and_then(PlaceName::of));
                    let in_list = m.as_ref().and_then(|m| listed.get(m));
                    let name = in_list.map_or(municipality.as_str(), |(name, _)| name);
                    let in_list = in_list.zip(v.as_ref()).and_then(|((_, villages), v)| villages.get(v).copied());
                    let named = (name.to_owned(), in_list.map(str::to_owned).or_else(|| village.clone()));
                    Some(Some(spelled.entry((m, v)).or_insert(named).clone()))
                }
            };
            decided.insert(typed, verdict);
        }
        Self { listed, decided }
    }

    /// Where it counts; and the words in it that wait to be read.
    pub fn locate<'t>(&self, typed: &'t TypedPlace) -> (Named, Option<&'t str>) {
        let (municipality, village) = match typed {
            TypedPlace::In { municipality, village } => (municipality.as_str(), village.as_deref()),
            TypedPlace::Elsewhere(words) => return (self.decision(words).flatten().flatten(), None),
        };
        let Some((name, villages)) = PlaceName::of(municipality).and_then(|name| self.listed.get(&name)) else {
            return match self.decision(municipality) {
                Some(verdict) => (verdict.flatten(), None),
                None => (None, Some(municipality).filter(|words| PlaceName::of(words).is_some())),
            };
        };
        let whole = Some(((*name).to_owned(), None));
        let Some((village, key)) = village.and_then(|village| Some((village, PlaceName::of(village)?))) else {
            return (whole, None);
        };
        match (villages.get(&key), self.decision(village)) {
            (Some(listed), _) => (Some(((*name).to_owned(), Some((*listed).to_owned()))), None),
            (None, Some(Some(decided))) => (decided, None),
            (None, Some(None)) => (whole, None),
            (None, None) => (whole, Some(village)),
        }
    }

    /// What was decided about words; the inner `None` is that they are hidden.
    fn decision(&self, words: &str) -> Option<Option<Named>> {
        self.decided.get(&PlaceName::of(words)?).cloned()
    }
}

/// Words that wait, those that most people typed first.
pub fn unread<'a>(words: impl Iterator<Item = &'a str>) -> Vec<UnreadPlace> {
    let mut waiting: BTreeMap<Option<PlaceName>, UnreadPlace> = BTreeMap::new();
    for typed in words {
        let fresh = || UnreadPlace { typed: typed.trim().to_owned(), count: 0 };
        waiting.entry(PlaceName::of(typed)).or_insert_with(fresh).count += 1;
    }
    let mut waiting: Vec<_> = waiting.into_values().collect();
    waiting.sort_by_key(|one| std::cmp::Reverse(one.count));
    waiting
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn list() -> Vec<Municipality> {
        let one = |name: &str, villages: &[&str]| Municipality {
            name: name.into(),
            villages: villages.iter().map(|village| (*village).into()).collect(),
        };
        vec![one("Assen", &["Loon", "Ter Aard"]), one("Borger-Odoorn", &["2e Exloërmond"])]
    }

    fn at(municipality: &str, village: Option<&str>) -> Named {
        Some((municipality.into(), village.map(Into::into)))
    }

    fn ruling(typed: &str, verdict: PlaceVerdict) -> PlaceRuling {
        PlaceRuling { typed: typed.into(), verdict }
    }

    fn typed(municipality: &str, village: &str) -> TypedPlace {
        TypedPlace::In { municipality: municipality.into(), village: Some(village.into()) }
    }

    #[test]
    fn what_is_in_the_list_counts_under_its_name_and_the_rest_waits() {
        let list = list();
        let places = Gazetteer::new(&list, &[]);
        assert_eq!(places.locate(&typed("ASSEN", "ter-aard")), (at("Assen", Some("Ter Aard")), None));
        assert_eq!(
            places.locate(&typed("Borger Odoorn", "2E EXLOERMOND")),
            (at("Borger-Odoorn", Some("2e Exloërmond")), None)
        );
        assert_eq!(places.locate(&typed("Assen", " ")), (at("Assen", None), None), "no village is no village");
        assert_eq!(places.locate(&typed("Assen", "Jan steelt")), (at("Assen", None), Some("Jan steelt")));
        assert_eq!(places.locate(&typed("Verzonnen", "Loon")), (None, Some("Verzonnen")));
        assert_eq!(places.locate(&TypedPlace::Elsewhere("Groningen".into())), (None, None));
    }

    #[test]
    fn what_staff_decided_holds_for_every_spelling() {
        let list = list();
        let to_aard = |municipality: &str, village: &str| PlaceVerdict::At {
            municipality: municipality.into(),
            village: Some(village.into()),
        };
        let rulings = [
            ruling("Teraard", to_aard("assen", "ter aard")),
            ruling("Anreep", to_aard("Assen", "Anreep")),
            ruling("Anrep", to_aard("Assen", "anreep")),
            ruling("Groningen", PlaceVerdict::Elsewhere),
            ruling("Jan steelt", PlaceVerdict::Hidden),
        ];
        let places = Gazetteer::new(&list, &rulings);
        assert_eq!(
            places.locate(&typed("Assen", "TER  AARD!")).0,
            at("Assen", Some("Ter Aard")),
            "as the list spells it"
        );
        assert_eq!(places.locate(&typed("Assen", "anreep")).0, at("Assen", Some("Anreep")));
        assert_eq!(
            places.locate(&typed("Assen", "anrep")).0,
            at("Assen", Some("Anreep")),
            "decided twice, spelled once"
        );
        assert_eq!(places.locate(&typed("Assen", "groningen")), (None, None));
        assert_eq!(places.locate(&typed("Assen", "JAN-STEELT")), (at("Assen", None), None));
        assert_eq!(places.locate(&TypedPlace::Elsewhere("anreep".into())).0, at("Assen", Some("Anreep")));
    }

    proptest! {
        #[test]
        fn no_word_of_a_stranger_is_ever_a_name(municipality in "\\PC{0,20}|Assen|assen", village in "\\PC{0,20}|loon|Ter Aard", elsewhere in "\\PC{0,20}") {
            let list = list();
            let places = Gazetteer::new(&list, &[ruling("x", PlaceVerdict::Hidden)]);
            for typed in [typed(&municipality, &village), TypedPlace::Elsewhere(elsewhere.clone())] {
                if let Some((name, village)) = places.locate(&typed).0 {
                    let listed = list.iter().find(|one| one.name == name);
                    prop_assert!(listed.is_some_and(|one| village.is_none_or(|village| one.villages.contains(&village))));
                }
            }
        }
    }
}
