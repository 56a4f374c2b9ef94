//! What gatherings and the remarks in them are called: random, so that devices that know nothing of each other never
//! give two things one name.

use crate::domain::log::id::name;

name! {
    /// Names a gathering.
    GatheringId
}
name! {
    /// Names a remark, whatever becomes of its words.
    RemarkId
}
