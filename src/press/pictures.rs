//! Puts the pictures of the content in the site, by names that change with what is in them.

use super::made::Made;
use crate::{
    domain::id::Id,
    files::pictures::{Drawn, Size},
    view::picture::{Pictures, Shown},
};
use std::collections::BTreeMap;

/// Copies them, and tells where each is.
pub fn put(base: &str, drawn: &BTreeMap<Id, Drawn>, out: &mut Made) -> Pictures {
    let mut file = |size: &Size| {
        let (stem, end) = size.name.split_at(size.name.rfind('.').unwrap_or(size.name.len()));
        out.asset(base, stem, end, &size.bytes)
    };
    let mut shown = |drawn: &Drawn| Shown {
        sizes: drawn.sizes.iter().map(|size| (size.width, file(size))).collect(),
        plain: file(&drawn.plain),
        width: drawn.plain.width,
        height: drawn.plain.height,
    };
    drawn.iter().map(|(name, drawn)| (name.clone(), shown(drawn))).collect()
}
