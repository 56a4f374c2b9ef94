//! The reactions of a work folder, one after another: a million of them take no more memory than one.

use crate::{
    domain::{
        id::{Id, ReactionId},
        reaction::Header,
    },
    files::{error::Error, lines::lines},
    native::{
        interrupt,
        work::folder::{Kind, WorkFolder},
    },
};
use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};
use std::{
    collections::{BTreeSet, HashSet},
    fs, io,
    path::PathBuf,
};

/// Where they stand.
pub struct Source {
    files: Vec<PathBuf>,
    /// What was erased and may still stand in a file that somebody put back.
    erased: BTreeSet<ReactionId>,
}

impl Source {
    /// Those of one consultation, or all.
    pub fn of(folder: &WorkFolder, only: Option<&Id>) -> Result<Self, Error> {
        let (mut files, mut erased) = (Vec::new(), BTreeSet::new());
        for slug in folder.slugs()?.iter().filter(|slug| only.is_none_or(|only| only == *slug)) {
            files.extend(folder.files(Some(slug), Kind::Reactions)?);
            erased.extend(folder.log(slug)?.erased_reactions().keys().cloned());
        }
        Ok(Self { files, erased })
    }

    /// How far a command is, when there is a screen. The files are read `times` over.
    pub fn progress(&self, times: u64) -> ProgressBar {
        let length: u64 = self.files.iter().filter_map(|file| file.metadata().ok()).map(|file| file.len()).sum();
        let bar = ProgressBar::with_draw_target(Some(length * times), ProgressDrawTarget::stderr_with_hz(5));
        // The template is a fixed text; without it there is the library's own bar.
        match ProgressStyle::with_template("{wide_bar} {bytes}/{total_bytes} {eta}") {
            Ok(style) => bar.with_style(style),
            Err(_) => bar,
        }
    }

    /// Gives each reaction once. A damaged line is passed over: `stand` and `gather` name it.
    pub fn each(&self, bar: &ProgressBar, take: &mut dyn FnMut(Header) -> io::Result<()>) -> io::Result<()> {
        // As numbers: of a million, this is all that stays in memory.
        let mut seen: HashSet<Option<u128>> = HashSet::new();
        for file in &self.files {
            // At most 1 MB, as they are written.
            let bytes = fs::read(file)?;
            for (_, line) in lines(&bytes) {
                interrupt::check()?;
                let Ok(header) = Header::read(line) else { continue };
                let number = u128::from_str_radix(&header.id.as_str().replace('-', ""), 16).ok();
                if seen.insert(number) && !self.erased.contains(&header.id) {
                    take(header)?;
                }
            }
            bar.inc(bytes.len() as u64);
        }
        Ok(())
    }
}
