//! The edge of the worker that makes a site in the desk: files come in as JavaScript's, and go out so, with what came of it.

use crate::{
    domain::language::Language,
    files::{
        folder::Memory,
        parcel,
        release::{
            changes::Changes,
            online::Online,
            report::{Order, Report},
        },
    },
    press::next::{Next, NotMade, next},
    texts::{doubt, finding, publish, publishing},
};
use js_sys::{Array, Map, Uint8Array};
use std::collections::BTreeMap;
use wasm_bindgen::JsCast;

/// Makes a site of a work folder (`work`) and of what is online (`site`), both files by path. Gives what came of it as JSON; and
/// where it was made, its files by path, and all of them as a zip.
pub fn make(order: &str, work: &Map, site: &Map) -> Array {
    let (report, site) = match serde_json::from_str::<Order>(order) {
        Ok(order) => made(&order, files(work), files(site)),
        Err(_) => (Report::default(), None),
    };
    let report = serde_json::to_string(&report).unwrap_or_default();
    let Some((files, packed)) = site else { return Array::of1(&report.into()) };
    let all = Map::new();
    for (path, bytes) in &files {
        all.set(&path.as_str().into(), &Uint8Array::from(bytes.as_slice()));
    }
    Array::of3(&report.into(), &all, &Uint8Array::from(packed.as_slice()))
}

/// The files of a site by path, and all of them as a zip.
type Site = (BTreeMap<String, Vec<u8>>, Vec<u8>);

fn made(order: &Order, work: BTreeMap<String, Vec<u8>>, site: BTreeMap<String, Vec<u8>>) -> (Report, Option<Site>) {
    let Order { base, today, language } = order;
    let Some(online) = Online::of(site) else {
        return (refused(vec![publishing::no_release(*language).to_owned()]), None);
    };
    match next(&Memory { files: work }, &online, base, *today) {
        Ok(next) => {
            let report = report(*language, &next);
            match parcel::pack_bare(&next.made.files) {
                Ok(packed) => (report, Some((next.made.files, packed))),
                Err(_) => (refused(vec![publishing::not_packed(*language).to_owned()]), None),
            }
        }
        Err(why) => (refused(problems(*language, why)), None),
    }
}

fn refused(problems: Vec<String>) -> Report {
    Report { problems, ..Report::default() }
}

fn problems(language: Language, why: NotMade) -> Vec<String> {
    match why {
        NotMade::Content(problems) => problems.list.iter().map(|one| finding::line(language, one)).collect(),
        NotMade::Unreadable(file, _) => vec![publishing::unreadable(language, &file)],
        NotMade::Behind(all) => all.iter().map(|one| publish::revision(language, one)).collect(),
        NotMade::NoApp(name) => vec![publishing::no_app(language, &name)],
    }
}

fn report(language: Language, next: &Next) -> Report {
    let Next { made, doubts, stops, raised, changes } = next;
    let Changes { new, changed, gone } = changes;
    let named = made.pages().iter().map(|page| (page.path(), title(made.read(&page.path()))));
    let pages: Vec<_> = named.collect();
    let titled = |path: &String| pages.iter().find(|(page, _)| page == path).cloned();
    let is_page = |path: &&String| path.ends_with("index.html");
    let all = || new.iter().chain(changed).chain(gone);
    Report {
        problems: Vec::new(),
        doubts: doubts.iter().map(|doubt| doubt::line(language, doubt)).collect(),
        stops: stops.iter().map(|stop| publishing::stop(language, stop)).collect(),
        raised: raised
            .iter()
            .map(|one| {
                let path = format!("content/consultations/{}.json", one.behind.slug);
                (path, one.text.clone(), publish::raised(language, &one.behind))
            })
            .collect(),
        files: made.files.len(),
        new: new.iter().filter_map(titled).collect(),
        changed: changed.iter().filter_map(titled).collect(),
        gone: gone.iter().filter(is_page).cloned().collect(),
        pages: pages.clone(),
        others: all().filter(|path| !path.ends_with("index.html")).count(),
    }
}

/// What a page is called.
fn title(html: &[u8]) -> String {
    let html = String::from_utf8_lossy(html);
    let title = html.split_once("<title>").and_then(|(_, rest)| rest.split_once("</title>"));
    let title = title.map_or("", |(title, _)| title);
    [("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&amp;", "&")]
        .iter()
        .fold(title.to_owned(), |title, (escaped, plain)| title.replace(escaped, plain))
}

/// The files in a map of JavaScript.
fn files(map: &Map) -> BTreeMap<String, Vec<u8>> {
    let mut files = BTreeMap::new();
    map.for_each(&mut |bytes, path| {
        if let (Some(path), Ok(bytes)) = (path.as_string(), bytes.dyn_into::<Uint8Array>()) {
            files.insert(path, bytes.to_vec());
        }
    });
    files
}
