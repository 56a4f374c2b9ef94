//! How the signed intake of a published site stands: causes, not sentences.

use std::path::PathBuf;

/// Something about an intake that a person should look at.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct UnfitIntake {
    /// The intake's file.
    pub file: PathBuf,
    /// What is wrong with it.
    pub fault: Unfit,
}

/// What is wrong with an intake. Until it is mended, reactions wait on people's devices.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Unfit {
    /// It is not there, or can't be read.
    Missing,
    /// It is something else.
    NotAnIntake,
    /// It is for a bucket that the site's security policy does not let browsers reach.
    Elsewhere {
        /// The bucket.
        url: String,
        /// What `site.json` allows.
        origin: String,
    },
    /// The signature is over, since this moment.
    Expired(String),
    /// It is over within a day, at this moment.
    Expiring(String),
}
