//! What became of a reaction: the tag is made here, one file is asked for, and the answer is found in it on the device.

use super::network;
use crate::{
    domain::{
        from_json,
        receipt::Receipt,
        trace::{self, Index, Traceable},
    },
    view::looked::{DATA, Found, Looked},
};
use leptos::prelude::*;
use std::sync::Arc;

/// The consultations that can be looked up, as the page names them.
pub fn traceables() -> Vec<Traceable> {
    let data = document().get_element_by_id(DATA).and_then(|element| element.text_content());
    data.and_then(|text| from_json::read(&text)).unwrap_or_default()
}

/// Looks a receipt up in these consultations. Each is asked for whether or not another had it: where one stops asking
/// would tell where it was found.
pub async fn look_up(base: &str, traceables: &[Traceable], receipt: &Receipt) -> Looked {
    let (mut found, mut failed, mut stale) = (Vec::new(), false, false);
    for traceable in traceables {
        let Some(bits) = traceable.bits else { continue };
        let tag = receipt.tag(&traceable.slug);
        match network::file(&trace::path(base, &traceable.slug, bits, &tag)).await {
            Some((200, file)) => match Index::read(&file) {
                Some((index, records)) => {
                    let outcome = index.find(records, &tag).cloned();
                    let (slug, title) = (traceable.slug.clone(), traceable.title.clone());
                    found.extend(outcome.map(|outcome| Found {
                        slug,
                        title,
                        outcome,
                        signpost: Arc::new(index.signpost),
                    }));
                }
                // A log-in page of a public network, for one.
                None => failed = true,
            },
            Some((404, _)) => stale = true,
            _ => failed = true,
        }
    }
    match found.is_empty() {
        false => Looked::Found(found),
        true if failed => Looked::Failed,
        true if stale => Looked::Stale,
        true => Looked::Unknown,
    }
}
