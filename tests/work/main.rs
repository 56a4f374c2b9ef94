//! What staff do in a work folder, with the commands, on real files.

mod damage;
mod desk;
mod enough;
mod erase;
#[path = "../support/folder.rs"]
mod folder;
mod gatherings;
mod manuscript;
mod mistakes;
mod together;
#[path = "../support/tree.rs"]
mod tree;
