//! What stands in files: reading it, with every problem named, and writing it.
//!
//! - [`read`]: from JSON to the domain's types; [`slip`]: why something is no JSON, and where.
//! - [`folder`]: a folder, wherever it is.
//! - [`content`]: a content folder, loaded as a whole or with every problem named.
//! - [`pictures`]: photos, drawings and logos.
//! - [`theme`]: a province's own colours, and whether they can be read; [`css`]: what they are written in.
//! - [`posted`]: forms that posted themselves, judged by the revision they carry.
//! - [`gather`]: reactions as they are brought together, from whatever they stand in.
//! - [`work`]: a work folder; [`lines`]: the lines in it; [`telling`]: from there to feedback.
//! - [`gatherings`]: the lines of gatherings in a work folder; [`parcel`]: a work folder in one file; [`exchange`]: between
//!   a device and a work folder in which others write too; [`invitation`]: what lets another device join.
//! - [`preview`]: a question as its page, while it is written.
//! - [`table`]: reactions as rows for a spreadsheet.
//! - [`release`], [`intake`]: what may be wrong with a site that was published, and with its intake.
//! - [`error`]: why a command could not do its work; [`database`]: what a database says of that.
//! - `schema`: the formats, described for other programs.

pub mod content;
pub mod css;
pub mod database;
pub mod error;
pub mod exchange;
pub mod folder;
pub mod gather;
pub mod gatherings;
pub mod intake;
pub mod invitation;
pub mod lines;
pub mod parcel;
pub mod pictures;
pub mod posted;
pub mod preview;
pub mod read;
pub mod release;
// Native, as `schemars` would weigh more in a browser than the schemas: who makes a site there is given those.
#[cfg(not(target_arch = "wasm32"))]
pub mod schema;
pub mod slip;
pub mod table;
pub mod telling;
pub mod theme;
pub mod work;
