//! A real bucket: SeaweedFS, set up as `sign-intake --explain` says, posted to as the browser does, and gathered.

mod gather;
mod intake;
mod support;
