//! What gatherings, the remarks in them and the points that they come to are called: random, so that devices that know nothing of each other never
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
name! {
    /// Names a point that a gathering came to, whatever becomes of its words.
    PointId
}
