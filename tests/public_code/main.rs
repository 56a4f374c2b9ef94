//! Public code: what others need to find, judge and reuse this is there, keeps to its standard, and is true.

mod catalogue;
mod documents;
mod licences;
mod privacy;
mod reuse;
mod sbom;
mod support;
