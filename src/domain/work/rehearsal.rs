//! Invented logs, to measure and to hold against one another what many acts come to.

use super::{Deed, Part, deed::Spot};
use crate::domain::{
    id::{Id, ReactionId},
    log::{Act, Entry, EntryId, Log},
};

/// How many people work at the same time, and after how many acts each takes in what the others did.
pub const PEOPLE: [&str; 5] = ["Anna", "Bert", "Cas", "Dirk", "Els"];
const TOGETHER: u32 = 100;

/// Five people, each with a log of their own, who place reactions in nine themes and meet now and then.
pub fn history(placements: u32) -> Vec<Entry<Deed>> {
    let mut shared: Log<Deed> = Log::default();
    let mut entries = Vec::new();
    let mut n = 0;
    while n < placements {
        let mut brought = Vec::new();
        for who in PEOPLE {
            let mut own = Vec::new();
            let mut last: Vec<EntryId> = shared.heads().collect();
            for _ in 0..TOGETHER.min(placements - n) {
                let entry = Entry { id: id(n), who: who.into(), at: 0, after: last, act: place(n) };
                last = vec![entry.id];
                own.push(entry);
                n += 1;
            }
            brought.extend(own);
        }
        shared.merge(brought.iter().cloned());
        entries.extend(brought);
    }
    entries
}

/// One change more by the first of them: the `n`th of all.
pub fn next(log: &Log<Deed>, n: u32) -> Entry<Deed> {
    log.next(id(n), PEOPLE[0], 0, place(n))
}

fn id(n: u32) -> EntryId {
    // Not in the order in which they are made, as those of real entries are not.
    let mixed = u64::from(n).wrapping_mul(0x9e37_79b9_7f4a_7c15).to_be_bytes();
    let (mut bytes, number) = ([0; 12], n.to_be_bytes());
    bytes[..8].copy_from_slice(&mixed);
    bytes[8..].copy_from_slice(&number);
    EntryId::from(bytes)
}

fn place(n: u32) -> Act<Deed> {
    let mut random = [0; 10];
    random[..4].copy_from_slice(&n.to_be_bytes());
    let parts = vec![Part::whole(ReactionId::new(u64::from(n), random))];
    let theme = Id::try_from(format!("thema-{}", n % 9).as_str()).ok();
    Act::Do(vec![Deed::Place { parts, at: Some(Spot::Themes(theme.into_iter().collect())) }])
}
