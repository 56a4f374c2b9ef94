//! The theme of a site: a file of tokens beside its `site.json`.

use super::{FileFault, Problem, load::bytes};
use crate::{
    domain::site::Site,
    files::{folder::Folder, slip, theme::faults},
};

/// The theme of a site, whose `site.json` is at this path of the folder; `None` when it has none of its own.
pub fn read(folder: &dyn Folder, site: &Site, site_path: &str) -> Result<Option<String>, Vec<Problem>> {
    let Some(name) = &site.theme else { return Ok(None) };
    let path = format!("{}{name}", site_path.strip_suffix("site.json").unwrap_or_default());
    let problem = |fault| Problem { file: folder.named(&path), spot: None, fault };
    let css = text(folder, &path).map_err(|fault| vec![problem(fault)])?;
    let faults = faults(&css);
    if faults.is_empty() { Ok(Some(css)) } else { Err(faults.into_iter().map(FileFault::Theme).map(problem).collect()) }
}

fn text(folder: &dyn Folder, path: &str) -> Result<String, FileFault> {
    String::from_utf8(bytes(folder, path)?).map_err(|error| {
        let at = error.utf8_error().valid_up_to();
        let bytes = error.into_bytes();
        FileFault::Slip(slip::foreign(&bytes).unwrap_or_else(|| slip::unknown(&bytes, 1, at)))
    })
}
