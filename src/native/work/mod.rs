//! What staff do with reactions, in a work folder.
//!
//! - [`folder`]: the folder on the disk; what is in it is read and written by `files::work`.
//! - [`stand`]: `beginspraak stand`, how it stands.
//! - [`decide`]: `beginspraak decide`, what should hold, from a file and to one.
//! - [`accept`]: `beginspraak accept`, whether what gatherings sent counts.
//! - [`erase`]: `beginspraak erase`, a reaction taken out for good.
//! - [`rehearse`]: lookup files for as many reactions as one likes, measured; [`rehearse_log`]: a log of as many placements.

pub mod accept;
pub mod decide;
pub mod erase;
pub mod folder;
pub mod rehearse;
mod rehearse_log;
pub mod stand;
