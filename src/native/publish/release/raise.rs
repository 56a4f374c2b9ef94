//! Revisions that were raised, in their files: all of them together with the rest, or none.

use crate::{
    files::{
        error::Error,
        release::{Behind, revision::Raised},
    },
    native::disk,
};
use std::{fs, path::Path};

/// A content file with a raised revision, and what stood in it.
pub struct Raising {
    /// What it will hold.
    pub raised: Raised,
    was: String,
}

impl Raising {
    /// Of a file that is behind, not on the disk yet; `None` when there is no such revision, so that it stays behind.
    pub fn of(behind: &Behind) -> Result<Option<Self>, Error> {
        let was = fs::read_to_string(&behind.file).map_err(Error::read(&behind.file))?;
        Ok(Raised::of(behind, &was).map(|raised| Self { raised, was }))
    }

    fn put(&self, text: &str) -> Result<(), Error> {
        let file: &Path = &self.raised.behind.file;
        disk::replace(file, |file| file.write_all(text.as_bytes()))
    }
}

/// Writes all of them and does the rest; where any of that fails, the files are as they were.
pub fn write(all: &[Raising], rest: impl FnOnce() -> Result<(), Error>) -> Result<(), Error> {
    let mut written = 0;
    let done = all.iter().try_for_each(|one| {
        one.put(&one.raised.text)?;
        written += 1;
        Ok(())
    });
    done.and_then(|()| rest()).inspect_err(|_| {
        // What can't be put back now is a number that is too high, and the message is about the first failure.
        all[..written].iter().for_each(|one| drop(one.put(&one.was)));
    })
}
