//! The file to write: only of a kind that this command writes, and never over something that somebody may miss.

use crate::{files::error::Error, native::cli::ExportArgs};
use serde::Deserialize;
use std::{fs::File, io::BufReader, path::Path};

/// What is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Format {
    /// A row for each reaction.
    Csv,
    /// A list of reactions.
    Json,
}

/// By the file's name; refused when the name says something else, or when something is in its place that stays.
pub fn check(args: &ExportArgs) -> Result<Format, Error> {
    let ends = |end: &str| args.to.extension().is_some_and(|extension| extension.eq_ignore_ascii_case(end));
    let format = match (ends("csv"), ends("json")) {
        (true, _) => Format::Csv,
        (_, true) => Format::Json,
        _ => return Err(Error::ExportName(args.to.clone())),
    };
    if !args.to.exists() {
        return Ok(format);
    }
    if args.to.is_dir() || is_source(&args.to) {
        return Err(Error::NeverReplaced(args.to.clone()));
    }
    if args.replace { Ok(format) } else { Err(Error::Exists(args.to.clone())) }
}

/// Whether a file is one from which this program reads: content, decisions. What export writes has no
/// `format`.
fn is_source(path: &Path) -> bool {
    #[derive(Deserialize)]
    struct Ours {
        format: String,
    }
    let ours = File::open(path).ok().and_then(|file| serde_json::from_reader::<_, Ours>(BufReader::new(file)).ok());
    ours.is_some_and(|ours| ours.format.starts_with("beginspraak."))
}
