//! What could not be gathered: keys, not sentences. The sentences are in `texts::gather`.

use crate::{
    domain::{id::ReactionId, reaction::EnvelopeFault},
    files::database::DatabaseFault,
};
use std::io::ErrorKind;

/// Something that was left out.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LeftOut {
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
    /// The server answered this when it was fetched, also after several attempts; `None` when it answered nothing.
    Fetch(Option<u16>),
    /// Its name is not that of a reaction.
    Name,
    /// It is kept under another consultation than it belongs to.
    Place,
    /// A form that was sent without JavaScript: to read it, the consultations are needed.
    PlainForm,
    /// A form that was sent without JavaScript, and nothing says when.
    NoTime,
    /// The database can't be read any further.
    Database(DatabaseFault),
    /// The database is of a newer version, or of another program.
    NotOurDatabase,
    /// Some of it is no UTF-8.
    NotUtf8,
    /// These lists stand in the file, and reactions in none of them.
    Lists(Vec<String>),
    /// The table that `export` makes, in which not everything of a reaction stands.
    OwnTable,
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
