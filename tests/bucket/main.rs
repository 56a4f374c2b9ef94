//! A real bucket: SeaweedFS, set up as `sign-intake --explain` says, posted to as the browser does, and gathered.

mod gather;
mod intake;
#[path = "../support/reactions.rs"]
mod reactions;
mod support;
#[path = "../support/tree.rs"]
mod tree;
