//! The stops of a tour: what each is called, where and when that is, and in which order they come. What a remark says of
//! where it was made is the name that its stop had then; so it follows when somebody gives the stop another name, and stays
//! when the stop is left out.

use super::{
    deed::Deed,
    id::StopId,
    notebook::Notebook,
    place::{Key, StopFacet, Value},
    step::{Names, Written, says},
    words::{Words, WordsFault},
};
use crate::domain::{
    log::{Act, TextId},
    ordered::sort_by_key,
};
use std::collections::BTreeMap;

/// A stop as it stands now.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Stop {
    /// Its name in the log.
    pub id: StopId,
    /// What it is called; nothing where the file with that is missing.
    pub name: Option<String>,
    /// Where and when.
    pub about: Option<String>,
}

/// The stops that stand: in the order that somebody gave them, and those that came since behind them.
pub fn stops(notebook: &Notebook) -> Vec<Stop> {
    let log = notebook.log();
    let route: &[StopId] = if let Some(Value::Stops(route)) = log.value(&Key::Route) { route } else { &[] };
    let mut stops = Vec::new();
    for (key, value, by) in log.values() {
        let (Key::Stop(id, StopFacet::Kept), Value::Flag(true)) = (key, value) else { continue };
        let text = |facet| Deed::text(log, &Key::Stop(*id, facet)).and_then(|id| notebook.text(id)).map(str::to_owned);
        let at = route.iter().position(|one| one == id).unwrap_or(route.len());
        let made = log.held(&Key::Stop(*id, StopFacet::Made)).map_or(by, |(_, made)| made);
        stops
            .push(((at, log.rank(made)), Stop { id: *id, name: text(StopFacet::Name), about: text(StopFacet::About) }));
    }
    sort_by_key(&mut stops, |(at, _)| *at);
    stops.into_iter().map(|(_, stop)| stop).collect()
}

/// Of each text that was ever the name of a stop, the text that is it now.
pub fn renamed(notebook: &Notebook) -> BTreeMap<TextId, TextId> {
    let log = notebook.log();
    let mut renamed = BTreeMap::new();
    for entry in log.entries() {
        let Act::Do(deeds) = &entry.act else { continue };
        for deed in deeds {
            if let Deed::Stop { stop, text, .. } | Deed::CallStop { stop, text } = deed
                && let Some(now) = Deed::text(log, &Key::Stop(*stop, StopFacet::Name))
            {
                renamed.insert(*text, now);
            }
        }
    }
    renamed
}

/// An order in which a stop stands so many places further.
pub fn moved(stops: &[Stop], stop: StopId, by: isize) -> Vec<StopId> {
    let mut route: Vec<StopId> = stops.iter().map(|one| one.id).collect();
    if let Some(at) = route.iter().position(|one| *one == stop) {
        let to = at.saturating_add_signed(by).min(route.len() - 1);
        route.remove(at);
        route.insert(to, stop);
    }
    route
}

/// At which stop one is by the clock: the last one whose time has come, as far as their words name one; else the first.
pub fn by_clock(stops: &[Stop], now: (u8, u8)) -> Option<StopId> {
    let come = |stop: &&Stop| stop.about.as_deref().and_then(time_in).is_some_and(|time| time <= now);
    stops.iter().rev().find(come).or(stops.first()).map(|stop| stop.id)
}

/// The first time of the day in some words, as "bij de molen, 10.30 uur".
fn time_in(words: &str) -> Option<(u8, u8)> {
    let time = |part: &str| {
        let (hours, minutes) = part.trim_matches('.').split_once(['.', ':'])?;
        let time = (hours.parse().ok()?, minutes.parse().ok().filter(|_| minutes.len() == 2)?);
        (time < (24, 0) && time.1 < 60).then_some(time)
    };
    words.split(|c: char| !matches!(c, '0'..='9' | '.' | ':')).find_map(time)
}

/// A stop as it was typed.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct TypedStop {
    /// What it is called.
    pub name: String,
    /// Where and when.
    pub about: String,
}

/// What has to be mended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum StopFault {
    /// What it is called.
    Name(WordsFault),
    /// Another stop is called that.
    Twice,
    /// Where and when.
    About(WordsFault),
}

/// A stop once it was checked.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StopWords {
    name: Words,
    about: Option<Words>,
}

impl StopWords {
    /// Checks what was typed. Two stops with one name can't be told apart in a list.
    pub fn of(typed: &TypedStop, stops: &[Stop], own: Option<StopId>) -> Result<Self, Vec<StopFault>> {
        let name = Words::of(&typed.name, Words::NAME).map_err(StopFault::Name).and_then(|name| {
            let same = |stop: &Stop| {
                stop.name.as_deref().is_some_and(|other| other.to_lowercase() == name.as_str().to_lowercase())
            };
            match stops.iter().any(|stop| Some(stop.id) != own && same(stop)) {
                true => Err(StopFault::Twice),
                false => Ok(name),
            }
        });
        let about = Words::perhaps(&typed.about).map_err(StopFault::About);
        match (name, about) {
            (Ok(name), Ok(about)) => Ok(Self { name, about }),
            (name, about) => Err([name.err(), about.err()].into_iter().flatten().collect()),
        }
    }

    /// Making it a stop, or what changes of one that is there.
    pub fn written(&self, notebook: &Notebook, own: Option<StopId>, names: &mut Names) -> Option<Written> {
        let mut written = Written::default();
        let Some(stop) = own else {
            let stop = names.fresh()?;
            let text = written.words(names, &self.name)?;
            let about = written.perhaps(names, self.about.as_ref())?;
            written.deeds.push(Deed::Stop { stop, text, about });
            return Some(written);
        };
        if !says(notebook, &Key::Stop(stop, StopFacet::Name), Some(&self.name)) {
            let text = written.words(names, &self.name)?;
            written.deeds.push(Deed::CallStop { stop, text });
        }
        if !says(notebook, &Key::Stop(stop, StopFacet::About), self.about.as_ref()) {
            let about = written.perhaps(names, self.about.as_ref())?;
            written.deeds.push(Deed::PlanStop { stop, about });
        }
        Some(written)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn by_the_clock_one_is_at_the_last_stop_whose_time_has_come() {
        let stop = |n: u8, about: &str| Stop { id: StopId::from([n; 12]), name: None, about: Some(about.into()) };
        let tour =
            [stop(1, "bij de molen, 10.30 uur"), stop(2, "café"), stop(3, "om 12:05"), stop(4, "14.00 – 15.00 uur.")];
        let at = |stops: &[Stop], now| by_clock(stops, now).map(|stop| stop.to_string()[..2].to_owned());
        for (now, expected) in [((9, 0), "01"), ((10, 30), "01"), ((12, 4), "01"), ((12, 5), "03"), ((23, 59), "04")] {
            assert_eq!(at(&tour, now).as_deref(), Some(expected), "{now:?}");
        }
        assert_eq!(at(&tour[1..2], (12, 0)).as_deref(), Some("02"), "without times it is the first");
        assert_eq!(at(&[], (12, 0)), None);
        for none in ["12", "26.11.2027", "25.00", "12.60", "12.5", "1.234,56", ""] {
            assert_eq!(time_in(none), None, "{none}");
        }
    }
}
