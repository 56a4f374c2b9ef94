//! What a database says went wrong, by whatever library: the sentences, and the desk, know of no database.

/// Why it could not be used.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DatabaseFault {
    /// The cause, when it is one of which there is something to say.
    pub cause: Option<Cause>,
    /// What the database itself says.
    pub said: String,
}

/// Why not.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Cause {
    /// The file does not open.
    CannotOpen,
    /// There is no right to.
    NoRights,
    /// It can only be read.
    ReadOnly,
    /// Another program has it.
    Busy,
    /// The disk is full.
    DiskFull,
    /// The file is damaged.
    Damaged,
    /// The file is no database.
    NotADatabase,
    /// The disk reports an error.
    Disk,
    /// There is too little memory.
    Memory,
    /// Something in it is too large.
    TooLarge,
}
