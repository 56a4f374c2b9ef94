//! Pictures as they lie in `content/pictures`: made small once, when they enter, and only copied from there.
//!
//! - [`drawing`]: a drawing in SVG, and what may stand in one.
//! - [`photo`]: what else a file of pixels holds, such as where it was made.

pub mod drawing;
pub mod photo;

use super::folder::{Folder, join};
use crate::domain::id::Id;
use std::io;

/// Where they lie, in the content folder.
pub const FOLDER: &str = "pictures";
/// So wide they are made: a card, the whole of a telephone, a wide screen.
pub const WIDTHS: [u32; 3] = [400, 800, 1600];
/// The widest that a telephone is sent.
pub const PHONE: u32 = 800;
/// What a file that a telephone is sent may weigh: it is above the fold.
pub const LIGHT: usize = 40_000;
/// What one for a wide screen may weigh, and one for a browser that knows no WebP.
pub const HEAVY: usize = 160_000;
/// No picture in a content folder is near this.
const LIMIT: u64 = 8 * 1024 * 1024;

/// A picture in all its sizes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Drawn {
    /// As WebP, the narrowest first; none of a drawing in SVG, which is sharp at any width.
    pub sizes: Vec<Size>,
    /// For every browser: the drawing, or a JPEG or PNG.
    pub plain: Size,
}

/// One file of a picture.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Size {
    /// Its name in the folder.
    pub name: String,
    /// What is in it.
    pub bytes: Vec<u8>,
    /// How wide, in pixels.
    pub width: u32,
    /// How high.
    pub height: u32,
}

/// Why a file could not be made a picture of the site.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NotTaken {
    /// What an iPhone makes by itself; no free program of ours reads it.
    Heic,
    /// Another kind of file.
    Kind,
    /// It is damaged.
    Damaged,
    /// It has more pixels than any photo.
    TooLarge,
    /// It can't be made light enough.
    TooHeavy {
        /// How many bytes it still has.
        has: usize,
        /// How many it may.
        most: usize,
    },
    /// It ends in .svg, and is no drawing that we can read.
    Drawing(drawing::NoDrawing),
    /// The name to give it is none.
    Name,
}

/// What is wrong with a picture, or with one of its files.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum PictureFault {
    /// No file is called so.
    Absent(Id),
    /// There is a WebP and nothing for other browsers, or the other way round.
    Half(Id),
    /// It can't be read.
    Unreadable(io::ErrorKind),
    /// It is none, or damaged.
    NoPicture,
    /// It weighs more than it may.
    TooHeavy {
        /// How many bytes.
        has: usize,
        /// How many it may.
        most: usize,
    },
    /// Besides the picture it tells where, when or with what it was made.
    Tells,
    /// The drawing holds what a drawing on a site may not.
    Unclean(Vec<String>),
}

impl Drawn {
    /// Reads the files of one; else what is wrong, each with the name of its file.
    pub fn read(folder: &dyn Folder, name: &Id) -> Result<Self, Vec<(String, PictureFault)>> {
        let entries = folder.list(FOLDER).unwrap_or_default();
        let names = entries.into_iter().filter(|entry| !entry.is_folder).map(|entry| entry.name);
        let names: Vec<_> = names.filter(|file| is_of(file, name)).collect();
        if names.is_empty() {
            return Err(vec![(name.to_string(), PictureFault::Absent(name.clone()))]);
        }
        let (mut sizes, mut plain, mut faults) = (Vec::new(), None, Vec::new());
        for file in names {
            match size(folder, &file) {
                Ok(size) if file.ends_with(".webp") => sizes.push(size),
                Ok(size) => plain = Some(size),
                Err(fault) => faults.push((file, fault)),
            }
        }
        sizes.sort_by_key(|size| size.width);
        match plain {
            Some(plain) if faults.is_empty() && (!sizes.is_empty() || plain.name.ends_with(".svg")) => {
                Ok(Self { sizes, plain })
            }
            _ if faults.is_empty() => Err(vec![(name.to_string(), PictureFault::Half(name.clone()))]),
            _ => Err(faults),
        }
    }

    /// All files.
    pub fn files(&self) -> impl Iterator<Item = &Size> {
        self.sizes.iter().chain([&self.plain])
    }
}

/// Whether a file belongs to this picture.
pub fn is_of(file: &str, picture: &Id) -> bool {
    width_of(file, picture).is_some()
}

/// What the picture is called that a file is of.
pub fn name_of(file: &str) -> &str {
    let stem = file.rsplit_once('.').map_or(file, |(stem, _)| stem);
    let is_width = |end: &str| !end.is_empty() && end.bytes().all(|b| b.is_ascii_digit());
    match stem.rsplit_once('-') {
        Some((name, width)) if is_width(width) && !file.ends_with(".svg") => name,
        _ => stem,
    }
}

/// How wide the name of a file says that this picture is; a drawing has every width, written as 0.
fn width_of(file: &str, picture: &Id) -> Option<u32> {
    let rest = file.strip_prefix(picture.as_str())?;
    let (width, kind) = rest.rsplit_once('.')?;
    match kind {
        "svg" if width.is_empty() => Some(0),
        "webp" | "jpg" | "png" => width.strip_prefix('-')?.parse().ok().filter(|width| *width > 0),
        _ => None,
    }
}

/// One file, if it is as `beginspraak picture` makes them.
fn size(folder: &dyn Folder, name: &str) -> Result<Size, PictureFault> {
    let bytes = folder.read(&join(FOLDER, name), LIMIT).map_err(|cause| PictureFault::Unreadable(cause.kind()))?;
    if name.ends_with(".svg") {
        let drawing = std::str::from_utf8(&bytes).ok().and_then(|text| drawing::clean(text).ok());
        let drawing = drawing.ok_or(PictureFault::NoPicture)?;
        if !drawing.left_out.is_empty() {
            return Err(PictureFault::Unclean(drawing.left_out));
        }
        let drawing::Drawing { text, width, height, .. } = drawing;
        return weighed(Size { name: name.to_owned(), bytes: text.into_bytes(), width, height }, LIGHT);
    }
    let found = imagesize::blob_size(&bytes).map_err(|_| PictureFault::NoPicture)?;
    if !photo::is_whole(&bytes) {
        return Err(PictureFault::NoPicture);
    }
    if photo::tells(&bytes) {
        return Err(PictureFault::Tells);
    }
    let pixels = |side: usize| u32::try_from(side).map_err(|_| PictureFault::NoPicture);
    let size = Size { name: name.to_owned(), bytes, width: pixels(found.width)?, height: pixels(found.height)? };
    let most = if name.ends_with(".webp") && size.width <= PHONE { LIGHT } else { HEAVY };
    weighed(size, most)
}

fn weighed(size: Size, most: usize) -> Result<Size, PictureFault> {
    let has = size.bytes.len();
    if has > most { Err(PictureFault::TooHeavy { has, most }) } else { Ok(size) }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::files::folder::Memory;

    fn read(files: &[(&str, &[u8])]) -> Result<Drawn, Vec<(String, PictureFault)>> {
        let mut folder = Memory::default();
        for (name, bytes) in files {
            folder.write(&format!("pictures/{name}"), bytes).unwrap();
        }
        Drawn::read(&folder, &Id::try_from("brink").unwrap())
    }

    const DRAWING: &[u8] =
        br#"<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 16 9"><path d="M0 0h16v9z"/></svg>"#;

    #[test]
    fn a_drawing_has_the_measures_that_it_names() {
        let drawn =
            read(&[("brink.svg", DRAWING), ("brink-oud.svg", b"another"), ("brink-x.webp", b"another")]).unwrap();
        assert_eq!((drawn.plain.width, drawn.plain.height, drawn.sizes.len()), (16, 9, 0));
    }

    #[test]
    fn a_file_says_of_which_picture_it_is() {
        for (file, name) in
            [("brink-720.webp", "brink"), ("brink.svg", "brink"), ("weg-2.svg", "weg-2"), ("weg-2-80.png", "weg-2")]
        {
            assert_eq!(name_of(file), name);
            assert!(is_of(file, &Id::try_from(name).unwrap()), "{file}");
        }
    }

    #[test]
    fn what_is_wrong_is_named_with_its_file() {
        let fault = |files: &[(&str, &[u8])]| read(files).unwrap_err().remove(0);
        assert!(matches!(fault(&[]), (name, PictureFault::Absent(_)) if name == "brink"));
        assert_eq!(fault(&[("brink-400.webp", b"RIFF")]), ("brink-400.webp".into(), PictureFault::NoPicture));
        let heavy = String::from_utf8_lossy(DRAWING).replace("M0 0", &"M0 0".repeat(LIGHT));
        let fault_of_heavy = fault(&[("brink.svg", heavy.as_bytes())]).1;
        assert!(matches!(fault_of_heavy, PictureFault::TooHeavy { most: LIGHT, .. }), "{fault_of_heavy:?}");
        let script = br#"<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1 1"><script>x()</script></svg>"#;
        assert_eq!(fault(&[("brink.svg", script)]).1, PictureFault::Unclean(vec!["script".into()]));
    }
}
