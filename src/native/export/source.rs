//! The reactions of a work folder, one after another: a million of them take no more memory than one.

use crate::{
    domain::{
        id::{Id, ReactionId},
        log::Log,
        reaction::Header,
        work::{Deed, Gatherings, Rule},
    },
    files::{error::Error, lines::lines},
    native::{
        interrupt,
        work::folder::{Kind, WorkFolder},
    },
};
use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};
use std::{
    collections::{BTreeMap, BTreeSet, HashSet},
    fs, io,
    path::PathBuf,
};

/// Where they stand.
pub struct Lines {
    files: Vec<PathBuf>,
    /// What was erased and may still stand in a file that somebody put back.
    erased: BTreeSet<ReactionId>,
    /// What is here of gatherings, and what staff decided about them.
    gatherings: Gatherings,
    logs: BTreeMap<Id, Log<Deed>>,
}

impl Lines {
    /// Those of one consultation, or all.
    pub fn of(folder: &WorkFolder, only: Option<&Id>) -> Result<Self, Error> {
        let (mut files, mut erased, mut logs) = (Vec::new(), BTreeSet::new(), BTreeMap::new());
        for slug in folder.slugs()?.iter().filter(|slug| only.is_none_or(|only| only == *slug)) {
            files.extend(folder.files(Some(slug), Kind::Reactions)?);
            let log = folder.log(slug)?;
            erased.extend(log.erased_reactions().keys().cloned());
            logs.insert(slug.clone(), log);
        }
        Ok(Self { files, erased, gatherings: folder.gatherings()?, logs })
    }

    /// What tells of the reactions to each consultation where they came from.
    pub fn rules(&self) -> BTreeMap<&Id, Rule<'_>> {
        self.logs.iter().map(|(slug, log)| (slug, Rule::new(&self.gatherings, log))).collect()
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
