//! From what is wrong to where one mends it.

use crate::{
    browser::{desk::opened::Opened, storage::StorageError},
    domain::room::Room,
    files::content::manuscript::FILE,
    view::desk::{Desk, Sign},
};
use leptos::prelude::*;

/// Leads to where a question is written. One that nobody writes in yet is begun with what stands ready, whatever that is: what is no
/// JSON is mended there as text.
pub async fn mend(desk: Desk, slug: &str) {
    let begun = async {
        let opened = Opened::open().await?;
        let Some(facts) = opened.facts().await? else { return Ok(()) };
        let (draft, ready) =
            (format!("{}work/{slug}/{FILE}", facts.root), format!("{}content/consultations/{slug}.json", facts.root));
        if !opened.paths().await?.contains(&draft) {
            let ready = opened.file(&ready).await?;
            opened.keep(&[(&draft, &ready)]).await?;
        }
        Ok(())
    };
    match begun.await {
        // The listener of the address does the rest.
        Ok(()) => drop(window().location().set_hash(&format!("{}/{slug}", Room::Drafts.href()))),
        Err::<(), StorageError>(error) => desk.sign.set(Sign::Cannot(error.into())),
    }
}
