//! Ranking: every option given a place, the most important first.

use super::{Answers, Opt};
use crate::domain::from_json::from_json;
use crate::domain::{
    draft::{Draft, Fields, field},
    id::Id,
    problem::Fault,
    value::Value,
};
use serde::Serialize;

/// Options to put in order. In a form, field `q.<question>.<option>` holds the option's place, from 1.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
pub struct Ranking<T> {
    /// 2 to 8 options.
    pub options: Vec<Opt<T>>,
}

impl<T> Ranking<T> {
    pub(super) fn map<U>(self, f: &mut dyn FnMut(T) -> U) -> Ranking<U> {
        Ranking { options: self.options.into_iter().map(|o| o.map(f)).collect() }
    }

    /// The options' indexes in the order of their places; those without a place come last, as the content has them.
    pub fn order(&self, fields: Fields) -> Vec<usize> {
        let count = self.options.len();
        let places: Vec<_> = (0..count).map(|at| self.place(fields, at).filter(|place| *place <= count)).collect();
        let on = |place| places.iter().enumerate().filter(move |(_, p)| **p == place).map(|(at, _)| at);
        (0..=count).map(Some).chain([None]).flat_map(on).collect()
    }

    /// The draft after option `at` was moved to `place` (from 0). Every option has a place from then on.
    pub fn move_to(&self, question: &Id, draft: &mut Draft, at: usize, place: usize) {
        let mut order = self.order(draft.of(question));
        order.retain(|other| *other != at);
        order.insert(place.min(order.len()), at);
        for (place, at) in order.into_iter().enumerate() {
            draft.set(&field(question, self.options[at].id.as_str()), &(place + 1).to_string());
        }
    }

    /// Takes every place back: the question is left open again.
    pub fn clear(&self, question: &Id, draft: &mut Draft) {
        for option in &self.options {
            draft.set(&field(question, option.id.as_str()), "");
        }
    }

    fn place(&self, fields: Fields, at: usize) -> Option<usize> {
        fields.one(self.options[at].id.as_str()).parse().ok()
    }
}

impl<T> Answers for Ranking<T> {
    fn read_form(&self, fields: Fields) -> Result<Option<Value>, Fault> {
        let places: Vec<_> = (0..self.options.len()).map(|at| self.place(fields, at)).collect();
        if places.iter().all(Option::is_none) {
            return Ok(None);
        }
        if places.iter().any(Option::is_none) {
            return Err(Fault::RankingIncomplete);
        }
        let order = self.order(fields);
        if order.windows(2).any(|pair| places[pair[0]] == places[pair[1]]) {
            return Err(Fault::RankingDouble);
        }
        Ok(Some(Value::Ranking(order.into_iter().map(|at| self.options[at].id.clone()).collect())))
    }

    fn read_json(&self, json: &serde_json::Value) -> Option<Value> {
        let ids = json.as_array()?.iter().map(|id| Id::try_from(id.as_str()?).ok());
        ids.collect::<Option<Vec<_>>>().map(Value::Ranking)
    }

    fn check(&self, value: &Value) -> Result<(), Fault> {
        let Value::Ranking(ids) = value else {
            return Err(Fault::WrongShape);
        };
        for (at, id) in ids.iter().enumerate() {
            if !self.options.iter().any(|o| o.id == *id) {
                return Err(Fault::UnknownOption);
            }
            if ids[..at].contains(id) {
                return Err(Fault::OptionTwice);
            }
        }
        if ids.len() == self.options.len() { Ok(()) } else { Err(Fault::RankingIncomplete) }
    }
}

from_json!(Ranking<T> { options });

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn ranking() -> (Id, Ranking<String>) {
        let option = |id: &str| Opt { id: Id::try_from(id).unwrap(), label: id.to_owned() };
        (Id::try_from("r").unwrap(), Ranking { options: ["a", "b", "c", "d"].map(option).into() })
    }

    #[test]
    fn half_a_ranking_is_no_ranking() {
        let (id, ranking) = ranking();
        let mut draft = Draft::default();
        assert_eq!(ranking.read_form(draft.of(&id)), Ok(None));
        draft.set("q.r.a", "1");
        assert_eq!(ranking.read_form(draft.of(&id)), Err(Fault::RankingIncomplete));
        for option in ["b", "c", "d"] {
            draft.set(&format!("q.r.{option}"), "2");
        }
        assert_eq!(ranking.read_form(draft.of(&id)), Err(Fault::RankingDouble));
    }

    proptest! {
        #[test]
        fn any_moves_leave_a_whole_ranking_with_the_moved_option_in_place(moves in proptest::collection::vec((0usize..4, 0usize..4), 1..20)) {
            let (id, ranking) = ranking();
            let mut draft = Draft::default();
            for (at, place) in moves {
                ranking.move_to(&id, &mut draft, at, place);
                prop_assert_eq!(ranking.order(draft.of(&id))[place], at);
                let value = ranking.read_form(draft.of(&id)).unwrap().unwrap();
                prop_assert_eq!(ranking.check(&value), Ok(()));
            }
        }
    }
}
