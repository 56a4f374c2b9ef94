//! What a device holds of the reactions that were sent with it.

use super::outbox::{Copy, Item};

/// A reaction on this device.
#[derive(Clone, Debug, PartialEq)]
pub enum Held {
    /// Not acknowledged.
    Unsent(Item),
    /// Acknowledged.
    Sent(Copy),
    /// Stored by another version: its key and what stands there.
    Unreadable(String, String),
}

impl Held {
    /// What is kept of it, if this release can read it.
    pub fn copy(&self) -> Option<&Copy> {
        match self {
            Held::Unsent(item) => Some(&item.copy),
            Held::Sent(copy) => Some(copy),
            Held::Unreadable(..) => None,
        }
    }

    /// The key it is stored under.
    pub fn key(&self) -> &str {
        match self {
            Held::Unsent(item) => item.copy.id.as_str(),
            Held::Sent(copy) => copy.id.as_str(),
            Held::Unreadable(key, _) => key,
        }
    }
}
