//! The intake of a bucket: where the browser may put a reaction, under which keys, and the signed form that allows it.

use super::{endpoint::Fields, id::Id};
use crate::domain::from_json::from_json;
use serde::Serialize;

/// The file's format.
pub const FORMAT: &str = "beginspraak.intake/1";

/// The file `intake.json`, which `beginspraak sign-intake` writes anew before it expires.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Intake {
    /// Always [`FORMAT`].
    pub format: String,
    /// The address of the bucket.
    pub url: String,
    /// What every key begins with, without a slash at its end.
    pub prefix: String,
    /// The fields of the signed policy, to be posted before the reaction.
    pub fields: Fields,
    /// Until when the signature is valid. The bucket judges that, not the browser: its clock may be years off.
    pub expires: String,
}

/// The key of a reaction in a bucket. It is made from the content, so posting twice stores once, and whoever gathers
/// can see whether it is what was sent.
pub fn key(prefix: &str, consultation: &Id, sha256: &str) -> String {
    format!("{prefix}/{consultation}/{sha256}.json")
}

from_json!(Intake { format, url, prefix, fields, expires });
