//! From a gathering to reactions: each remark is one, with one answer, to the question of its kind.
//!
//! - [`outgoing`]: what can go, what waits and why, and what went.
//!
//! The same remark gives the same reaction on every device that has it, so that it may be sent by any of them, and twice.
//! What was sent is fixed, as any reaction is; what somebody changes afterwards stays in the gathering, and shows.

mod outgoing;

pub use outgoing::{Outgoing, Since, State, Waits, about, brought, outgoing};

use super::{
    gathering::{Book, Deed, GatheringId, Kind, Names, Nature, Notebook, RemarkId, TextLine, Written},
    id::ReactionId,
    log::{Act, TextId},
    reaction::Secret,
    receipt::Receipt,
};
use sha2::{Digest, Sha256};
use std::collections::{BTreeMap, BTreeSet};

/// By whom entries are made that nobody does or takes back: that a secret was made, that a remark was sent.
pub const BY: &str = "beginspraak";
/// The milliseconds of a day.
const DAY: u64 = 24 * 60 * 60 * 1000;

/// The reaction that a remark becomes. What is random in its id follows from the remark's own name, which is random, so it is
/// the same on every device. Its time is the day on which the remark was noted, by the clock of that device: the day of the
/// gathering may still be mended, and then the same remark would be another reaction.
pub fn reaction_id(gathering: GatheringId, remark: RemarkId, noted: u64) -> ReactionId {
    ReactionId::new(noted - noted % DAY, ten(&format!("beginspraak.remark/1\n{gathering}\n{remark}")))
}

/// The receipt of a gathering: nobody's own, as there is one for all who were there. With it a village finds where what it
/// said landed.
pub fn receipt(gathering: GatheringId) -> Receipt {
    Receipt::new(ten(&format!("beginspraak.gathering/1\n{gathering}")))
}

fn ten(text: &str) -> [u8; 10] {
    let hash = Sha256::digest(text);
    std::array::from_fn(|at| hash[at])
}

/// What it takes so that a gathering has a secret; nothing where it has one, `None` on a device without randomness.
pub fn secret(notebook: &Notebook, random: Option<[u8; 32]>, names: &mut Names) -> Option<Written> {
    if !secrets(notebook).is_empty() {
        return Some(Written::default());
    }
    let text = names.fresh()?;
    let is = Secret::from(random?).text();
    Some(Written { deeds: vec![Deed::Secret { text }], texts: vec![TextLine { text, is }] })
}

/// Every secret that was ever named in a gathering, in an order that follows from its entries. Two devices may each have made
/// one before they knew of each other: what was proved with either stays so.
pub fn secrets(notebook: &Notebook) -> Vec<Secret> {
    let mut named = Vec::new();
    for deed in notebook.done() {
        // A set-up for a helper names it once more.
        if let Deed::Secret { text } = deed
            && !named.contains(text)
        {
            named.push(*text);
        }
    }
    let secret = |text| Secret::try_from(notebook.text(text)?).ok();
    named.into_iter().filter_map(secret).collect()
}

/// What was sent of each remark: as what, and in which words.
pub fn sent(notebook: &Notebook) -> BTreeMap<RemarkId, BTreeSet<(Kind, TextId)>> {
    let mut sent: BTreeMap<_, BTreeSet<_>> = BTreeMap::new();
    for deed in notebook.done() {
        if let Deed::Sent { remark, text, kind } = deed {
            sent.entry(*remark).or_default().insert((*kind, *text));
        }
    }
    sent
}

/// How many remarks stand and were not sent.
pub fn unsent(book: &Book) -> usize {
    // What a colleague told is never sent.
    if book.now().nature == Nature::Interview {
        return 0;
    }
    let sent = sent(book.notebook());
    book.now().remarks.iter().filter(|remark| !sent.contains_key(&remark.id)).count()
}

/// Every remark that was ever noted, also one that was taken back, with the reaction that it becomes.
pub fn reactions(id: GatheringId, notebook: &Notebook) -> BTreeMap<RemarkId, ReactionId> {
    let mut reactions = BTreeMap::new();
    for entry in notebook.log().entries() {
        let Act::Do(deeds) = &entry.act else { continue };
        for deed in deeds {
            if let Deed::Note { remark, .. } = deed {
                reactions.entry(*remark).or_insert_with(|| reaction_id(id, *remark, entry.at));
            }
        }
    }
    reactions
}

#[cfg(test)]
mod tests;
