//! What another device needs to join: what is known of a gathering, and nothing that was said there. It is said once more, in
//! one entry, so that it is whole without the entries before it, and comes after them wherever they are.

use super::{
    deed::Deed,
    notebook::Notebook,
    place::{Key, StopFacet, Value},
    stop::stops,
};
use crate::domain::{
    log::{Act, Entry, EntryId, TextId},
    ordered::Ordered,
};
use std::collections::BTreeSet;

/// Whether a deed is part of it.
fn belongs(deed: &Deed) -> bool {
    matches!(
        deed,
        Deed::About { .. }
            | Deed::Ask { .. }
            | Deed::Place { .. }
            | Deed::Day { .. }
            | Deed::Begin { .. }
            | Deed::Hosts { .. }
            | Deed::Stop { .. }
            | Deed::Route { .. }
            | Deed::Secret { .. }
    )
}

/// The deeds that say it. Texts that are not here any more are left out.
pub fn deeds(notebook: &Notebook) -> Vec<Deed> {
    let log = notebook.log();
    let here = |text: &Option<TextId>| text.is_none_or(|text| notebook.text(text).is_some());
    let held = [Key::About, Key::Day, Key::Begin, Key::Place, Key::Hosts, Key::Ask].into_iter().filter_map(|key| {
        let value = log.value(&key)?;
        if let Value::Text(text) = value
            && !here(text)
        {
            return None;
        }
        Deed::again(&key, value)
    });
    let stops = stops(notebook);
    let called = stops.iter().filter_map(|stop| {
        let text = |facet| Deed::text(log, &Key::Stop(stop.id, facet)).filter(|text| here(&Some(*text)));
        Some(Deed::Stop { stop: stop.id, text: text(StopFacet::Name)?, about: text(StopFacet::About) })
    });
    let route = (stops.len() > 1).then(|| Deed::Route { stops: stops.iter().map(|stop| stop.id).collect() });
    let mut all: Vec<Deed> = held.chain(called).chain(route).collect();
    for secret in notebook.done() {
        // In the order in which they were named: the first one proves what is sent.
        if let Deed::Secret { text } = secret
            && here(&Some(*text))
            && !all.contains(secret)
        {
            all.push(secret.clone());
        }
    }
    all
}

/// The entry that says exactly this already.
pub fn said<'a>(notebook: &'a Notebook, deeds: &[Deed]) -> Option<&'a Entry<Deed>> {
    notebook.log().entries().into_iter().find(|entry| matches!(&entry.act, Act::Do(done) if done == deeds))
}

/// The entry that says it now. It names the earlier ones that it comes after, as another device may have nothing but those.
pub fn entry(notebook: &Notebook, id: EntryId, who: &str, at: u64, deeds: Vec<Deed>) -> Entry<Deed> {
    let mut entry = notebook.next(id, who, at, Act::Do(deeds));
    let earlier = notebook.log().entries().into_iter().filter(|earlier| texts(earlier).is_some());
    for earlier in earlier.map(|earlier| earlier.id) {
        if !entry.after.contains(&earlier) {
            entry.after.push(earlier);
        }
    }
    entry
}

/// The texts that an entry with nothing but a set-up names; `None` where it does something else.
pub fn texts(entry: &Entry<Deed>) -> Option<BTreeSet<TextId>> {
    let Act::Do(deeds) = &entry.act else { return None };
    if deeds.is_empty() || !deeds.iter().all(belongs) {
        return None;
    }
    let named = deeds.iter().flat_map(|deed| match deed {
        Deed::Ask { text } | Deed::Hosts { text } => [*text, None],
        Deed::Place { text } | Deed::Secret { text } => [Some(*text), None],
        Deed::Stop { text, about, .. } => [Some(*text), *about],
        _ => [None, None],
    });
    Some(named.flatten().to_set())
}
