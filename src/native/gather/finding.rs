//! What could not be gathered: keys, not sentences. The sentences are in `texts::gather`.

use crate::domain::{id::ReactionId, reaction::EnvelopeFault};
use std::io::ErrorKind;

/// Something that was left out.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Finding {
    /// The file, or the id in the database.
    pub object: String,
    /// Why.
    pub fault: Fault,
}

/// Why it was left out.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Fault {
    /// It can't be read.
    Unreadable(ErrorKind),
    /// It is larger than any envelope.
    TooLarge,
    /// It is not what was stored: its hash differs.
    Hash,
    /// It holds the reaction with this id, which is not what it is called.
    Id(ReactionId),
    /// It is no envelope.
    Envelope(EnvelopeFault),
    /// The file holds another reaction with the same id; that one stays.
    Conflict,
}

impl From<EnvelopeFault> for Fault {
    fn from(fault: EnvelopeFault) -> Self {
        Fault::Envelope(fault)
    }
}
