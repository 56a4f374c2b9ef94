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

/// The same, with these files of it, all of them; `told` hears how far that is.
pub async fn with(
    online: Online,
    wanted: &[String],
    work: UnderWay,
    told: impl Fn(usize, usize),
) -> Result<Online, Failed> {
    let (online, refused) = served(online, wanted, work, told).await?;
    if refused.is_empty() { Ok(online) } else { Err(Failed::NotServed(refused)) }
}

/// The same, and which of them the host does not give: some keep to themselves what is meant for them.
pub async fn served(
    online: Online,
    wanted: &[String],
    work: UnderWay,
    told: impl Fn(usize, usize),
) -> Result<(Online, Vec<String>), Failed> {
    let (mut files, mut refused) = (BTreeMap::new(), Vec::new());
    let lacking = online.lacking(wanted);
    for (at, path) in lacking.iter().copied().enumerate() {
        work.still()?;
        told(at, lacking.len());
        let known = online.hashes().get(path);
        let mut came = None;
        // While a host puts a new release in place, one may come in between.
        for _ in 0..2 {
            came = match network::file(&format!("{}{path}", base())).await {
                Some((200, bytes)) => Some(bytes),
                Some((400..=499, _)) => None,
                _ => return Err(Failed::Unreached),
            };
            if came.as_ref().map(|bytes| sha256(bytes)).as_ref() == known {
                break;
            }
        }
        match came {
            Some(bytes) => drop(files.insert(path.clone(), bytes)),
            None => refused.push(path.clone()),
        }
    }
    work.still()?;
    Ok((online.with(files), refused))
}
