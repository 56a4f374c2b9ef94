//! Random bits from the operating system: ids and receipts for reactions of browsers without JavaScript.

use super::clock::Clock;
use crate::domain::{id::ReactionId, receipt::Receipt};
use sha2::{Digest as _, Sha256};

/// A fresh id, from the clock and random bytes.
pub fn reaction_id() -> Result<ReactionId, getrandom::Error> {
    Ok(ReactionId::new(Clock::milliseconds(), random()?))
}

/// Makes receipts for residents whose browser can't.
///
/// Everybody else's receipt is made in their own browser and never leaves it. Here the server makes it, shows it once
/// and forgets it: the key lives in memory only and dies with the process. Being made from the reaction's id, it is
/// the same when the same page is posted again.
pub struct Receipts {
    key: [u8; 32],
}

impl Receipts {
    /// With a fresh key.
    pub fn new() -> Result<Self, getrandom::Error> {
        Ok(Self { key: random()? })
    }

    /// The receipt for the reaction with this id.
    pub fn receipt(&self, id: &ReactionId) -> Receipt {
        Receipt::new(self.bytes(id, b"receipt"))
    }

    /// Another id, for other content that was posted with an id already in use: always the same one for that content.
    pub fn another_id(&self, id: &ReactionId, content: &[u8]) -> ReactionId {
        ReactionId::new(milliseconds(id), self.bytes(id, content))
    }

    fn bytes(&self, id: &ReactionId, about: &[u8]) -> [u8; 10] {
        // The key and id have fixed lengths, so no two inputs run into each other.
        let hash = Sha256::new().chain_update(self.key).chain_update(id.as_str()).chain_update(about).finalize();
        let mut bytes = [0; 10];
        bytes.copy_from_slice(&hash[..10]);
        bytes
    }
}

/// The time in an id.
fn milliseconds(id: &ReactionId) -> u64 {
    let digits: String = id.as_str().chars().filter(|c| *c != '-').take(12).collect();
    u64::from_str_radix(&digits, 16).unwrap_or_default()
}

/// Who works here: as they say, or as this computer calls them. Only colleagues see it.
pub fn person(named: Option<&str>) -> String {
    let of_system = || ["USER", "USERNAME", "LOGNAME"].into_iter().find_map(|name| std::env::var(name).ok());
    let name = named.map(str::to_owned).or_else(of_system).unwrap_or_default();
    if name.trim().is_empty() { "beginspraak".to_owned() } else { name.trim().to_owned() }
}

/// Random bytes.
pub fn random<const N: usize>() -> Result<[u8; N], getrandom::Error> {
    let mut bytes = [0; N];
    getrandom::fill(&mut bytes)?;
    Ok(bytes)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_same_page_posted_again_gets_the_same_receipt_until_the_process_ends() {
        let (one, two) = (Receipts::new().unwrap(), Receipts::new().unwrap());
        let (id, other) = (reaction_id().unwrap(), reaction_id().unwrap());
        assert_eq!(one.receipt(&id), one.receipt(&id));
        assert_ne!(one.receipt(&id), one.receipt(&other));
        assert_ne!(one.receipt(&id), two.receipt(&id));
        assert_eq!(one.another_id(&id, b"a"), one.another_id(&id, b"a"));
        assert_ne!(one.another_id(&id, b"a"), one.another_id(&id, b"b"));
        assert_eq!(one.another_id(&id, b"a").as_str()[..13], id.as_str()[..13]);
        assert!(ReactionId::try_from(one.another_id(&id, b"a").as_str()).is_ok());
    }
}
