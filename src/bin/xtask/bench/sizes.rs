//! What every page weighs on a phone's connection, against the budgets of DESIGN.md §8.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use crate::error::Error;
use crate::paths::Paths;
use crate::setup;
use crate::site::{self, Base};
use crate::steps::Steps;
use crate::table::{Table, grouped};

/// The most that the HTML and CSS of a consultation's page may weigh, in brotli bytes.
const PAGE: u64 = 20_000;
/// The most that the scripts and modules may weigh that a page's head asks for, where more may come after them.
const FIRST: u64 = 60_000;
/// The most that the scripts and modules may weigh with which somebody reads, answers and sends.
const CODE: u64 = 150_000;
/// What we would like them to weigh.
const CODE_AIM: u64 = 120_000;

/// The apps that [`CODE`] is about.
const APPS: [&str; 4] = ["page", "send", "device", "desk"];
/// The most that the scripts and modules of the desk may weigh before it shows.
const DESK: u64 = 250_000;
/// The most that the rooms of the desk may weigh which come when somebody goes there. All of the desk together was
/// to be at most 900,000, and is not: each piece brings Leptos and the domain along.
const ROOMS: u64 = 650_000;
/// The most that the rooms may weigh in which staff write the site and its questions and publish, of these. It was 330,000 before
/// they made a whole site: with pictures, colours and places, and straight into a bucket.
const STAFF: u64 = 570_000;
/// The most that the press may weigh, which a worker of the desk fetches when somebody makes a site.
const PRESS: u64 = 550_000;
/// The most that a piece may weigh that is loaded when asked for.
const PIECE: u64 = 30_000;

/// The most that the service worker may weigh. It is fetched after the page, and asked for again at each visit.
const WORKER: u64 = 2_000;

/// A file of the site.
struct File {
    path: String,
    raw: u64,
    brotli: u64,
    /// Its text, to see which other files it names; empty for a module.
    text: String,
}

impl File {
    fn name(&self) -> &str {
        self.path.rsplit('/').next().unwrap_or_default()
    }

    fn ends(&self, ends: &[&str]) -> bool {
        ends.iter().any(|end| self.path.ends_with(end))
    }

    /// What keeps the site on the device. A page registers it, and does not wait for it.
    fn is_worker(&self) -> bool {
        self.path == "sw.js"
    }

    /// The name of the piece it is of, if it is of one: in `assets/`, and of none of the apps.
    fn piece(&self) -> Option<&str> {
        let (name, _) = self.path.strip_prefix("assets/")?.split_once('-')?;
        (self.ends(&[".css", ".js", ".wasm"]) && !APPS.contains(&name)).then_some(name)
    }

    /// The page of the desk, in any language.
    fn is_desk(&self) -> bool {
        self.path.ends_with("werkplek/index.html")
    }

    /// A page where a question is asked, in any language: `vraag/<slug>/index.html`.
    fn is_consultation(&self) -> bool {
        let parts: Vec<_> = self.path.split('/').collect();
        matches!(parts[..], [.., "vraag", _, "index.html"])
    }
}

/// Builds the site, prints the weights, and fails when one is over its budget.
pub fn run(paths: &Paths, steps: &mut Steps) -> Result<(), Error> {
    setup::for_building(steps)?;
    site::example(paths, steps, &Base::default(), false)?;
    let files = steps.work("compress with brotli 11", || read(&paths.dist))?;

    let mut table = Table::new(["file", "bytes", "brotli", "budget", ""]);
    let mut over = Vec::new();
    for file in &files {
        let [raw, brotli] = [file.raw, file.brotli].map(grouped);
        table.row([file.path.clone(), raw, brotli, String::new(), String::new()]);
    }
    for page in files.iter().filter(|file| file.path.ends_with(".html")) {
        for (what, weight, budget) in weights(page, &files) {
            let label = format!("{what} of {}", page.path);
            if weight > budget {
                over.push(format!("{label} weighs {} of {}", grouped(weight), grouped(budget)));
            }
            let verdict = verdict(weight, budget).to_owned();
            table.row([label, String::new(), grouped(weight), grouped(budget), verdict]);
        }
    }
    let worker = files.iter().filter(|file| file.is_worker());
    let worker = worker.map(|file| ("service worker".to_owned(), file.brotli, WORKER));
    let pieces = pieces(&files).into_iter().map(|(name, weight)| {
        let budget = match name {
            "rooms" => ROOMS,
            "staff" => STAFF,
            "press" => PRESS,
            _ => PIECE,
        };
        (format!("piece {name}"), weight, budget)
    });
    for (label, weight, budget) in worker.chain(pieces) {
        if weight > budget {
            over.push(format!("the {label} weighs {} of {}", grouped(weight), grouped(budget)));
        }
        let verdict = verdict(weight, budget).to_owned();
        table.row([label, String::new(), grouped(weight), grouped(budget), verdict]);
    }
    println!("{table}");
    println!("Bytes after brotli (quality 11); the aim for all js + wasm of a page is {}.", grouped(CODE_AIM));
    if over.is_empty() { Ok(()) } else { Err(Error::OverBudget { items: over }) }
}

fn verdict(weight: u64, budget: u64) -> &'static str {
    match weight {
        _ if weight > budget => "OVER",
        _ if budget == CODE && weight > CODE_AIM => "within budget, above the aim",
        _ => "ok",
    }
}

/// What counts of a page, each with its budget. All pages of residents have the same budget for code, and for what comes
/// first of it.
fn weights(page: &File, files: &[File]) -> Vec<(&'static str, u64, u64)> {
    let loaded = loaded_by(page, files);
    let head = page.text.split("</head>").next().unwrap_or_default();
    let budget = if page.is_desk() { DESK } else { CODE };
    let sum = |ends: &[&str], of: &dyn Fn(&File) -> bool| {
        loaded.iter().filter(|file| file.ends(ends) && of(file)).map(|file| file.brotli).sum::<u64>()
    };
    let code = sum(&[".js", ".wasm"], &|file| file.piece().is_none());
    let first = sum(&[".js", ".wasm"], &|file| file.piece().is_none() && head.contains(file.name()));
    let mut weights = vec![("js + wasm", code, budget)];
    if page.is_consultation() {
        weights.push(("html + css", sum(&[".html", ".css"], &|file| file.piece().is_none()), PAGE));
    }
    if first < code {
        weights.push(("first js + wasm", first, FIRST));
    }
    weights
}

/// What each piece weighs that is loaded when asked for.
fn pieces(files: &[File]) -> BTreeMap<&str, u64> {
    let mut pieces = BTreeMap::new();
    for file in files {
        if let Some(name) = file.piece() {
            *pieces.entry(name).or_default() += file.brotli;
        }
    }
    pieces
}

/// The page with every style sheet, script and module that it names, directly or through another.
/// Names are hashed, so a name in a text is a reference and nothing else.
fn loaded_by<'a>(page: &'a File, files: &'a [File]) -> Vec<&'a File> {
    let mut loaded = vec![page];
    let mut next = 0;
    while let Some(from) = loaded.get(next).copied() {
        for file in files.iter().filter(|file| file.ends(&[".css", ".js", ".wasm"]) && !file.is_worker()) {
            let known = loaded.iter().any(|known| known.path == file.path);
            if !known && from.text.contains(file.name()) {
                loaded.push(file);
            }
        }
        next += 1;
    }
    loaded
}

fn read(dist: &Path) -> Result<Vec<File>, Error> {
    let mut found = BTreeMap::new();
    list(dist, dist, &mut found)?;
    let files = found.into_iter().map(|(path, full)| {
        let bytes = fs::read(&full).map_err(Error::io("read", &full))?;
        let is_module = path.ends_with(".wasm");
        Ok(File {
            path,
            raw: bytes.len() as u64,
            brotli: compressed(&bytes).map_err(Error::io("compress", &full))?,
            text: if is_module { String::new() } else { String::from_utf8_lossy(&bytes).into_owned() },
        })
    });
    files.collect()
}

fn list(dir: &Path, dist: &Path, found: &mut BTreeMap<String, PathBuf>) -> Result<(), Error> {
    for entry in fs::read_dir(dir).map_err(Error::io("list", dir))? {
        let path = entry.map_err(Error::io("list", dir))?.path();
        if path.is_dir() {
            list(&path, dist, found)?;
        } else if let Ok(name) = path.strip_prefix(dist) {
            let name = name.to_string_lossy().replace('\\', "/");
            if [".html", ".css", ".js", ".wasm"].iter().any(|end| name.ends_with(end)) {
                found.insert(name, path);
            }
        }
    }
    Ok(())
}

fn compressed(bytes: &[u8]) -> std::io::Result<u64> {
    let parameters =
        brotli::enc::BrotliEncoderParams { quality: 11, lgwin: 22, size_hint: bytes.len(), ..Default::default() };
    let mut packed = Vec::new();
    brotli::BrotliCompress(&mut &bytes[..], &mut packed, &parameters)?;
    Ok(packed.len() as u64)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn file(path: &str, text: &str) -> File {
        let (path, text) = (path.to_owned(), text.to_owned());
        File { path, text, raw: 0, brotli: 1 }
    }

    #[test]
    fn a_page_loads_what_it_names_and_what_that_names() {
        let files = [
            file("vraag/bus/index.html", "<script src=/app-1.js> register('/sw.js')"),
            file("sw.js", ""),
            file("app-1.js", "fetch('app-1_bg.wasm')"),
            file("app-1_bg.wasm", ""),
            file("desk-2.js", "app-1.js"),
        ];
        let names: Vec<_> = loaded_by(&files[0], &files).iter().map(|f| f.path.as_str()).collect();
        assert_eq!(names, ["vraag/bus/index.html", "app-1.js", "app-1_bg.wasm"]);
    }

    #[test]
    fn what_the_head_names_comes_first() {
        let page = "<head><link href=/page-1.js></head><script>'page-1.js' 'send-2.js'</script>";
        let files = [file("vraag/bus/index.html", page), file("page-1.js", ""), file("send-2.js", "")];
        let weights = weights(&files[0], &files).into_iter().map(|(what, weight, _)| (what, weight));
        assert_eq!(weights.collect::<Vec<_>>(), [("js + wasm", 2), ("html + css", 1), ("first js + wasm", 1)]);
    }

    #[test]
    fn a_piece_counts_by_itself_and_not_for_the_pages_that_may_ask_for_it() {
        let page = "<head><link href=/assets/page-1.js></head><script>'page-1.js' 'qr-2.js'</script>";
        let files = [
            file("vraag/bus/index.html", page),
            file("assets/page-1.js", ""),
            file("assets/qr-2.js", "qr-2_bg.wasm"),
            file("assets/qr-2_bg.wasm", ""),
        ];
        let weights = weights(&files[0], &files).into_iter().map(|(what, weight, _)| (what, weight));
        assert_eq!(weights.collect::<Vec<_>>(), [("js + wasm", 1), ("html + css", 1)]);
        assert_eq!(pieces(&files), BTreeMap::from([("qr", 2)]));
    }

    #[test]
    fn consultations_are_known_by_their_route_in_every_language() {
        let is = |path| file(path, "").is_consultation();
        assert!(is("vraag/bus/index.html") && is("en/vraag/bus/index.html"));
        assert!(!is("vraag/bus/terugkoppeling/index.html") && !is("index.html"));
    }

    #[test]
    fn exactly_the_budget_is_within_it() {
        assert_eq!(verdict(PAGE, PAGE), "ok");
        assert_eq!(verdict(PAGE + 1, PAGE), "OVER");
        assert_eq!(verdict(CODE_AIM + 1, CODE), "within budget, above the aim");
    }

    #[test]
    fn compression_is_real() {
        assert!(compressed(&[b'a'; 10_000]).is_ok_and(|length| length < 100));
    }
}
