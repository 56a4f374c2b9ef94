//! What is printed of a question: it is read as it is written now.

use super::folder::{self, All};
use crate::{
    browser::{desk::device, storage::StorageError},
    domain::id::Id,
    files::content::manuscript::{
        Manuscript,
        handout::{self, Handout},
        matter::Matter,
    },
    view::desk::{
        Desk,
        handouts::question::{Printed, Standing},
    },
};
use leptos::prelude::*;
use std::sync::Arc;

/// The question of the address: its draft, or else what is ready of it.
pub async fn printed(desk: Desk) -> Result<Printed, StorageError> {
    let Some(slug) = device::fragment().split('/').nth(2).and_then(|slug| Id::try_from(slug).ok()) else {
        return Ok(Printed::None);
    };
    let read = folder::read(Some(&Matter::Question(slug.clone()))).await?;
    let Some(All { around, draft }) = read else { return Ok(Printed::None) };
    let ready = around.published.iter().find(|(one, _)| *one == slug).map(|(_, ready)| ready);
    let now = match (draft, ready) {
        (Some(draft), _) => Manuscript::read(draft.text.as_bytes()).ok(),
        (None, Some(ready)) => Some(ready.clone()),
        (None, None) => return Ok(Printed::None),
    };
    let Some(now) = now else { return Ok(Printed::NoJson) };
    let own = around.own_draft.as_ref().and_then(|text| Manuscript::read(text.as_bytes()).ok());
    let site = own.unwrap_or_else(|| Manuscript::begun_site(around.own.as_ref().map(|(_, one)| one)));
    let (question, site) = (now.root(), site.root());
    Ok(Printed::Is(Arc::new(Standing {
        all: desk.site.with_value(|here| Handout::all(&slug, question, site, here, desk.today)),
        lacks: handout::lacks(question, site),
        online: desk.offer.with_value(|offer| offer.questions.iter().any(|one| one.slug == slug)),
        changed: ready != Some(&now),
        stale: handout::stale(question, desk.today),
        slug: slug.to_string(),
    })))
}
