//! `beginspraak picture`: a photo, drawing or logo as the site will show it, made once, when it enters the folder.
//!
//! - [`shrink`]: the sizes of a photo.

mod shrink;

use super::{
    Outcome,
    cli::PictureArgs,
    disk::{self, Disk},
};
use crate::{
    domain::{id::Id, language::Language},
    files::{
        error::Error,
        folder::{Folder, Gap},
        pictures::{
            Drawn, LIGHT, NotTaken, Size,
            drawing::{self, Drawing},
            is_of,
        },
    },
    texts,
};
use std::path::Path;

/// No camera makes a larger file.
const LIMIT: u64 = 100 * 1024 * 1024;

/// What was made of a file.
pub struct Taken {
    /// The files.
    pub drawn: Drawn,
    /// What may be missed in a drawing.
    pub left_out: Vec<String>,
}

/// Makes the files and puts them in the folder of pictures.
pub fn run(args: &PictureArgs, language: Language) -> Result<Outcome, Error> {
    if let Some(gap) = Gap::of(&args.file) {
        return Err(Error::Absent { path: args.file.clone(), gap });
    }
    let refused = |what| Error::Picture { path: args.file.clone(), what };
    let name = args.to.file_name().and_then(|name| Id::try_from(name.to_str()?).ok()).ok_or(refused(NotTaken::Name))?;
    let dir = args.to.parent().unwrap_or(Path::new(""));
    let bytes = disk::read(&args.file, LIMIT).map_err(Error::read(&args.file))?;
    let taken = take(&args.file, &name, &bytes).map_err(refused)?;
    let mut folder = Disk::at(dir);
    let old = folder.list("").unwrap_or_default().into_iter().filter(|entry| !entry.is_folder);
    let old: Vec<_> = old.map(|entry| entry.name).filter(|file| is_of(file, &name)).collect();
    if let Some(first) = old.first().filter(|_| !args.replace) {
        return Err(Error::Exists(dir.join(first)));
    }
    for size in taken.drawn.files() {
        folder.write(&size.name, &size.bytes).map_err(Error::write(&dir.join(&size.name)))?;
    }
    for gone in old.iter().filter(|old| taken.drawn.files().all(|size| size.name != **old)) {
        folder.remove(gone).map_err(Error::write(&dir.join(gone)))?;
    }
    for line in texts::picture::taken(language, dir, &name, &taken.drawn, &taken.left_out) {
        println!("{line}");
    }
    Ok(if taken.left_out.is_empty() { Outcome::Clean } else { Outcome::Findings })
}

/// What the site shows of a file.
fn take(path: &Path, name: &Id, bytes: &[u8]) -> Result<Taken, NotTaken> {
    let is_drawing = path.extension().is_some_and(|end| end.eq_ignore_ascii_case("svg"));
    if !is_drawing {
        return Ok(Taken { drawn: shrink::all(name, bytes)?, left_out: Vec::new() });
    }
    let text = std::str::from_utf8(bytes).map_err(|_| NotTaken::Drawing(drawing::NoDrawing::NoXml))?;
    let Drawing { text, width, height, left_out } = drawing::clean(text).map_err(NotTaken::Drawing)?;
    let bytes = text.into_bytes();
    if bytes.len() > LIGHT {
        return Err(NotTaken::TooHeavy { has: bytes.len(), most: LIGHT });
    }
    let plain = Size { name: format!("{name}.svg"), bytes, width, height };
    Ok(Taken { drawn: Drawn { sizes: Vec::new(), plain }, left_out })
}
