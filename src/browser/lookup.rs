//! What became of a reaction: the tag is made here, files are asked for that tell nobody who asks, and the answer is found
//! in them on the device.

use super::{device, network};
use crate::{
    domain::{
        from_json,
        receipt::Receipt,
        trace::{self, Index, Traceable},
    },
    view::looked::{DATA, Found, Looked},
};
use leptos::prelude::*;
use std::{collections::BTreeMap, rc::Rc, sync::Arc};

/// The consultations that can be looked up, as the page names them.
pub fn traceables() -> Vec<Traceable> {
    let data = document().get_element_by_id(DATA).and_then(|element| element.text_content());
    data.and_then(|text| from_json::read(&text)).unwrap_or_default()
}

/// A lookup file.
enum File {
    /// Its index, and the file with its records.
    Read(Box<Index>, Vec<u8>),
    /// There is none: the site was renewed since the page was loaded.
    Gone,
    /// The network did not answer, or a log-in page of a public network did.
    Strange,
}

/// One round of looking up: it asks for each file once, however many codes are in it. The next round asks anew.
pub struct Round {
    base: String,
    files: BTreeMap<String, Rc<File>>,
}

impl Round {
    /// On the site under this base.
    pub fn new(base: String) -> Self {
        Self { base, files: BTreeMap::new() }
    }

    async fn file(&mut self, path: String) -> Rc<File> {
        if let Some(known) = self.files.get(&path) {
            return known.clone();
        }
        let file = Rc::new(match network::file(&path).await {
            Some((200, file)) => Index::read(&file)
                .map_or(File::Strange, |(index, records)| File::Read(Box::new(index), records.to_vec())),
            Some((404, _)) => File::Gone,
            _ => File::Strange,
        });
        self.files.insert(path, file.clone());
        file
    }

    /// Looks a receipt up in these consultations. Each is asked for whether or not another had it: where one stops
    /// asking would tell where it was found.
    pub async fn look_up(&mut self, traceables: &[Traceable], receipt: &Receipt) -> Looked {
        let (mut found, mut failed, mut stale) = (Vec::new(), false, false);
        for traceable in traceables {
            let Some(bits) = traceable.bits else { continue };
            let tag = receipt.tag(&traceable.slug);
            match &*self.file(trace::path(&self.base, &traceable.slug, bits, &tag)).await {
                File::Read(index, records) => found.extend(index.find(records, &tag).map(|outcome| Found {
                    slug: traceable.slug.clone(),
                    language: traceable.language,
                    title: traceable.title.clone(),
                    outcome: outcome.clone(),
                    signpost: Arc::new(index.signpost.clone()),
                })),
                File::Gone => stale = true,
                File::Strange => failed = true,
            }
        }
        match found.is_empty() {
            false => Looked::Found(found),
            true if failed => Looked::Failed,
            true if stale => Looked::Stale,
            true => Looked::Unknown,
        }
    }

    /// Asks for what somebody would ask for who reacted to this consultation, and forgets it.
    pub async fn pretend(&mut self, traceable: &Traceable) {
        if let Some(receipt) = device::receipt() {
            self.look_up(std::slice::from_ref(traceable), &receipt).await;
        }
    }
}
