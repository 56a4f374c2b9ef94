//! Something that should hold a reaction, wherever it was found.

use super::left_out::Fault;

/// Something that should hold a reaction.
pub struct Object {
    /// The file, the id in the database, the key in the bucket, or the place in the export.
    pub name: String,
    /// The id it is kept under.
    pub id: Option<String>,
    /// The hash it was kept with.
    pub sha256: Option<String>,
    /// The consultation it is kept under.
    pub consultation: Option<String>,
    /// What is in it.
    pub body: Result<Vec<u8>, Fault>,
}

impl Object {
    /// Something that is called this and holds that.
    pub fn new(name: impl Into<String>, body: Result<Vec<u8>, Fault>) -> Self {
        Self { name: name.into(), id: None, sha256: None, consultation: None, body }
    }
}
