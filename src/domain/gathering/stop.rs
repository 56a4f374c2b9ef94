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
