//! What is online now, as far as one needs it.

use super::Failed;
use crate::{
    browser::{base, desk::under_way::UnderWay, network},
    domain::digest::sha256,
    files::release::online::{self, Online},
};
use std::collections::BTreeMap;

/// What the site says of itself.
pub async fn first() -> Result<Online, Failed> {
    let mut files = BTreeMap::new();
    for path in online::FIRST {
        match network::file(&format!("{}{path}", base())).await {
            Some((200, bytes)) => drop(files.insert(path.to_owned(), bytes)),
            Some((404, _)) => return Err(Failed::NoRelease),
            _ => return Err(Failed::Unreached),
        }
    }
    Online::of(files).ok_or(Failed::NoRelease)
}

/// The same, with these files of it; `told` hears how far that is.
pub async fn with(
    online: Online,
    wanted: &[String],
    work: UnderWay,
    told: impl Fn(usize, usize),
) -> Result<Online, Failed> {
    let mut files = BTreeMap::new();
    for (at, path) in wanted.iter().enumerate() {
        work.still()?;
        told(at, wanted.len());
        let known = online.hashes().get(path);
        let mut came = None;
        // While a host puts a new release in place, one may come in between.
        for _ in 0..2 {
            came = match network::file(&format!("{}{path}", base())).await {
                Some((200, bytes)) => Some(bytes),
                _ => return Err(Failed::Unreached),
            };
            if came.as_ref().map(|bytes| sha256(bytes)).as_ref() == known {
                break;
            }
        }
        files.extend(came.map(|bytes| (path.clone(), bytes)));
    }
    work.still()?;
    Ok(online.with(files))
}
