//! A site that was published by a version of this program that left no list: its files are known by what is in them.

use super::Release;
use crate::{
    domain::digest::sha256,
    files::release::{Published, manifest::is_inside, steps::whose},
    native::publish::output,
    press::edition,
};
use std::{
    collections::{BTreeMap, BTreeSet},
    fs,
    path::Path,
};

/// What publishing made in this folder, as far as that shows. What does not show it, stays for ever; that costs some
/// room, where a guess could cost somebody's work.
pub fn made(release: &Release) -> BTreeMap<String, BTreeSet<String>> {
    let mut paths = Vec::new();
    walk(&release.root, "", &mut paths);
    let mut made = BTreeMap::new();
    for path in &paths {
        if let Some(bytes) = release.read(path).filter(|bytes| shows(path, bytes)) {
            made.insert(path.clone(), BTreeSet::from([sha256(&bytes)]));
        }
    }
    let beside = |path: &str| {
        // A feed or a reminder belongs to the page in its folder, which names it.
        let (folder, name) = path.rsplit_once('/').unwrap_or(("", path));
        let page = if folder.is_empty() { "index.html".to_owned() } else { format!("{folder}/index.html") };
        (name == "feed.xml" || name.ends_with(".ics")) && made.contains_key(&page)
    };
    let beside: Vec<_> = paths.iter().filter(|path| beside(path)).cloned().collect();
    for path in beside {
        let hash = release.read(&path).map(|bytes| sha256(&bytes));
        made.insert(path, hash.into_iter().collect());
    }
    for path in &paths {
        let plain = whose(path).filter(|plain| made.contains_key(*plain));
        let (Some(plain), Some(twin)) = (plain.and_then(|plain| release.read(plain)), release.read(path)) else {
            continue;
        };
        if output::same(path, &twin, &plain) {
            made.insert(path.clone(), BTreeSet::from([sha256(&twin)]));
        }
    }
    made
}

/// Every file below a folder. Links are not followed, and folders such as `.git` are nobody's business here.
fn walk(root: &Path, under: &str, paths: &mut Vec<String>) {
    for entry in fs::read_dir(root.join(under)).into_iter().flatten().flatten() {
        let (Ok(kind), Ok(name)) = (entry.file_type(), entry.file_name().into_string()) else { continue };
        let path = format!("{under}{name}");
        if kind.is_dir() && !name.starts_with('.') {
            walk(root, &format!("{path}/"), paths);
        } else if kind.is_file() && is_inside(&path) {
            paths.push(path);
        }
    }
}

/// Whether what is in a file shows that publishing made it.
fn shows(path: &str, bytes: &[u8]) -> bool {
    let starts = |start: &str| bytes.starts_with(start.as_bytes());
    let (folder, name) = path.rsplit_once('/').unwrap_or(("", path));
    match name.rsplit_once('.') {
        Some((_, "html")) => {
            let text = String::from_utf8_lossy(bytes);
            starts("<!doctype html><html lang=\"") && text.contains("<body data-base=\"/")
        }
        // Its name holds the sum of what is in it.
        Some((stem, _)) if folder == "assets" => stem.split(['-', '_']).any(|part| part == edition::sum(bytes)),
        Some((_, "json")) if folder.starts_with("content/") => {
            let json: Option<serde_json::Value> = serde_json::from_slice(bytes).ok();
            json.is_some_and(|json| json["format"].as_str().is_some_and(|format| format.starts_with("beginspraak.")))
        }
        Some((_, "bin")) => folder.starts_with("content/trace/") && starts("{\"format\":\"beginspraak.trace/"),
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_what_shows_that_it_is_ours_is_taken_over() {
        let page = "<!doctype html><html lang=\"nl\"><head></head><body data-base=\"/\">Denk mee</body></html>\n";
        let asset = format!("assets/page-{}.js", edition::sum(b"export default 1"));
        let wasm = format!("assets/page-{}_bg.wasm", edition::sum(b"\0asm"));
        for (path, text, ours) in [
            ("vraag/oud/index.html", page, true),
            ("index.html", "<!doctype html><html lang=\"nl\"><body>Mijn eigen pagina</body></html>", false),
            (asset.as_str(), "export default 1", true),
            (wasm.as_str(), "\0asm", true),
            ("assets/logo-0123456789abcdef.svg", "<svg/>", false),
            ("content/consultations/dorp.json", "{\"format\":\"beginspraak.consultation/1\"}", true),
            ("content/boekhouding.json", "{\"jaar\":2026}", false),
            ("content/trace/dorp/0-0000.bin", "{\"format\":\"beginspraak.trace/1\"}\n", true),
            ("content/trace/dorp/foto.bin", "GIF89a", false),
            ("google1234.html", "google-site-verification: google1234.html", false),
            ("CNAME", "denkmee.example.nl", false),
        ] {
            assert_eq!(shows(path, text.as_bytes()), ours, "{path}");
        }
    }
}
