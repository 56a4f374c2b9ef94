//! What is half typed in the desk: under which name a device keeps it, and as what. It is in no log, and goes once it was
//! saved or thrown away.

use super::{
    id::{GatheringId, PointId, RemarkId, StopId},
    kind::{Sense, Sort},
    point::TypedPoint,
    setting::TypedSetting,
    stop::TypedStop,
};

/// Where somebody is typing.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Draft {
    /// A remark.
    Remark(GatheringId),
    /// What is known of a gathering; `None`: of a new one.
    Setting(Option<GatheringId>),
    /// One more point of a sort.
    Point(GatheringId, Sort),
    /// A point that is there.
    Change(GatheringId, PointId),
    /// Looking back.
    Look(GatheringId, Sense),
    /// One more stop of a tour.
    NewStop(GatheringId),
    /// A stop that is there.
    Stop(GatheringId, StopId),
    /// At which stop one is now.
    At(GatheringId),
}

impl Draft {
    /// How the names of all of them begin.
    pub const NAMES: &'static str = "draft/";

    /// The name under which it is kept.
    pub fn key(self) -> String {
        let (id, part) = match self {
            Draft::Remark(id) => (id, String::new()),
            Draft::Setting(None) => return "draft/new".into(),
            Draft::Setting(Some(id)) => (id, "/setting".into()),
            Draft::Point(id, sort) => (id, format!("/{}", sort.code())),
            Draft::Change(id, point) => (id, format!("/{point}")),
            Draft::Look(id, sense) => (id, format!("/{}", sense.code())),
            Draft::NewStop(id) => (id, "/stop".into()),
            Draft::Stop(id, stop) => (id, format!("/{stop}")),
            Draft::At(id) => (id, "/at".into()),
        };
        format!("{}{id}{part}", Self::NAMES)
    }
}

/// Fields that are kept as one text. What an earlier release kept otherwise is read as far as it goes: it is a draft.
pub trait Kept {
    /// The text.
    fn to_kept(&self) -> String;
    /// The fields again.
    fn of_kept(kept: &str) -> Self;
}

impl Kept for TypedSetting {
    fn to_kept(&self) -> String {
        // Each comes from a field of one line.
        [&*self.place, &self.day, &self.hosts, &self.about, &self.ask, &self.begins].join("\n")
    }

    fn of_kept(kept: &str) -> Self {
        let mut lines = kept.split('\n').map(str::to_owned);
        let mut next = || lines.next().unwrap_or_default();
        Self { place: next(), day: next(), hosts: next(), about: next(), ask: next(), begins: next() }
    }
}

impl Kept for TypedPoint {
    fn to_kept(&self) -> String {
        let from = self.from.iter().map(ToString::to_string).collect::<Vec<_>>().join(" ");
        [&*from, &self.who, &self.by, &self.touchstone, &self.text].join("\n")
    }

    fn of_kept(kept: &str) -> Self {
        // Only the words may have more lines, so they are the last.
        let mut lines = kept.splitn(5, '\n').map(str::to_owned);
        let mut next = || lines.next().unwrap_or_default();
        let from = next().split(' ').filter_map(|from| RemarkId::try_from(from).ok()).collect();
        Self { from, who: next(), by: next(), touchstone: next(), text: next() }
    }
}

impl Kept for TypedStop {
    fn to_kept(&self) -> String {
        [&*self.name, &self.about].join("\n")
    }

    fn of_kept(kept: &str) -> Self {
        let (name, about) = kept.split_once('\n').unwrap_or((kept, ""));
        Self { name: name.to_owned(), about: about.to_owned() }
    }
}

impl Kept for String {
    fn to_kept(&self) -> String {
        // Who emptied the field typed nothing, which is something else than not having typed.
        format!("{self}\n")
    }

    fn of_kept(kept: &str) -> Self {
        kept.strip_suffix('\n').unwrap_or(kept).to_owned()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;
    use std::collections::BTreeSet;

    proptest! {
        #[test]
        fn what_is_half_typed_comes_back_as_it_was(
            lines in proptest::collection::vec("[^\n]{0,12}", 9), text in ".{0,9}(\n.{0,9}){0,3}", from in proptest::collection::vec(any::<[u8; 12]>(), 0..4),
        ) {
            let [place, day, hosts, about, ask, begins, who, by, touchstone] = lines.try_into().unwrap();
            let setting = TypedSetting { place, day, begins, hosts, about, ask };
            prop_assert_eq!(TypedSetting::of_kept(&setting.to_kept()), setting);
            let stop = TypedStop { name: who.clone(), about: by.clone() };
            prop_assert_eq!(TypedStop::of_kept(&stop.to_kept()), stop);
            let point = TypedPoint { text, who, by, touchstone, from: from.into_iter().map(RemarkId::from).collect() };
            prop_assert_eq!(TypedPoint::of_kept(&point.to_kept()), point.clone());
            prop_assert!(!String::new().to_kept().is_empty());
            prop_assert_eq!(String::of_kept(&point.text.to_kept()), point.text);
        }
    }

    #[test]
    fn each_is_kept_under_a_name_of_its_own_with_its_gathering_in_it() {
        let (id, point) = (GatheringId::from([7; 12]), PointId::from([8; 12]));
        let stop = StopId::from([9; 12]);
        let one = [Draft::Remark(id), Draft::Setting(Some(id)), Draft::Change(id, point), Draft::At(id)];
        let one = one.into_iter().chain([Draft::NewStop(id), Draft::Stop(id, stop)]);
        let points = Sort::ALL.into_iter().map(|sort| Draft::Point(id, sort));
        let looks = Sense::ALL.into_iter().map(|sense| Draft::Look(id, sense));
        let keys: Vec<_> = one.chain(points).chain(looks).map(Draft::key).collect();
        assert_eq!(keys.iter().collect::<BTreeSet<_>>().len(), keys.len());
        assert!(keys.iter().all(|key| key.starts_with(Draft::NAMES) && key.contains(&id.to_string())));
        assert_eq!(TypedPoint::of_kept(""), TypedPoint::default());
    }
}
