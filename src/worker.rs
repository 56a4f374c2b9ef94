//! The edge of the worker that makes a site in the desk, or shows a question while it is written: files come in as JavaScript's, and
//! go out so, with what came of it.

use crate::{
    domain::language::Language,
    files::{
        folder::Memory,
        parcel,
        preview::{Asked, What},
        release::{
            How, Published,
            changes::Changes,
            online::Online,
            report::{Order, Report, Told},
        },
    },
    press::{
        next::{Next, NotMade, next},
        preview::{Preview, Trial, concept, trial},
    },
    texts::{
        differences,
        mending::{self, Titles},
        publishing,
    },
};
use js_sys::{Array, Map, Uint8Array};
use std::{cell::RefCell, collections::BTreeMap};
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
    Array::of3(&report.into(), &map(&files), &Uint8Array::from(packed.as_slice()))
}

thread_local! {
    /// What questions are shown with; the worker is kept as long as one looks.
    static PREVIEW: RefCell<Option<Preview>> = const { RefCell::new(None) };
}

/// Shows a question as it is written now, as `order` asks. With the first of them come the files around it (`work`); for trying it
/// out, what is online of `assets.json`. Gives its page, or its address and files; nothing where it can't be a page.
pub fn preview(order: &str, work: &Map, online: &str) -> Array {
    if work.size() > 0 {
        PREVIEW.set(Some(Preview::of(files(work))));
    }
    let Ok(asked) = serde_json::from_str::<Asked>(order) else { return Array::new() };
    PREVIEW
        .with_borrow_mut(|preview| preview.as_mut().and_then(|preview| shown(preview, &asked, online)))
        .unwrap_or_default()
}

fn shown(preview: &mut Preview, asked: &Asked, online: &str) -> Option<Array> {
    let page = match asked.what {
        What::Shown(dark) => preview.shown(asked, dark)?,
        What::Concept => concept(preview, asked)?,
        What::Tried => {
            let Trial { address, files } = trial(preview, asked, &serde_json::from_str(online).ok()?)?;
            return Some(Array::of2(&address.into(), &map(&files)));
        }
    };
    Some(Array::of1(&page.into()))
}

/// The files of a site by path, and all of them as a zip.
type Site = (BTreeMap<String, Vec<u8>>, Vec<u8>);

fn made(order: &Order, work: BTreeMap<String, Vec<u8>>, site: BTreeMap<String, Vec<u8>>) -> (Report, Option<Site>) {
    let Order { base, today, language } = order;
    let Some(online) = Online::of(site) else { return (refused(*language, publishing::no_release(*language)), None) };
    let work = Memory { files: work };
    let read = |path: &str| work.files.get(path).cloned().or_else(|| online.read(path));
    let titles = Titles(&read);
    match next(&work, &online, base, *today) {
        Ok(next) => {
            let report = report(*language, &titles, &next);
            match parcel::pack_bare(&next.made.files) {
                Ok(packed) => (report, Some((next.made.files, packed))),
                Err(_) => (refused(*language, publishing::not_packed(*language)), None),
            }
        }
        Err(why) => (Report { problems: problems(*language, &titles, why), ..Report::default() }, None),
    }
}

fn refused(language: Language, text: &str) -> Report {
    Report { problems: vec![of_site(language, text.to_owned())], ..Report::default() }
}

/// Something about the site as a whole.
fn of_site(language: Language, text: String) -> Told {
    Told { about: publishing::title(language).to_owned(), slug: None, at: None, text }
}

fn problems(language: Language, titles: &Titles, why: NotMade) -> Vec<Told> {
    match why {
        NotMade::Content(problems) => problems.list.iter().map(|one| mending::problem(language, titles, one)).collect(),
        NotMade::Unreadable(file, _) => vec![of_site(language, publishing::unreadable(language, &file))],
        NotMade::Behind(all) => all.iter().map(|one| mending::behind(language, titles, one)).collect(),
        NotMade::NoApp(name) => vec![of_site(language, publishing::no_app(language, &name))],
    }
}

fn report(language: Language, titles: &Titles, next: &Next) -> Report {
    let Next { made, doubts, stops, raised, changes, differences } = next;
    let Changes { new, changed, gone } = changes;
    let is_page = |path: &&String| path.ends_with("index.html");
    // Who publishes reads Dutch; the pages in English are the same ones.
    let (dutch, others): (Vec<_>, Vec<_>) = made.pages().iter().partition(|page| page.language == Language::Nl);
    let named = dutch.into_iter().chain(others).map(|page| (page.path(), title(made.read(&page.path()))));
    let pages: Vec<_> = named.collect();
    let titled = |among: &[String]| -> Vec<String> {
        pages.iter().filter(|(path, _)| among.contains(path)).map(|(_, title)| title.clone()).collect()
    };
    let called = |slug: &str| titles.of(language, slug);
    let gone_pages = gone.iter().filter(is_page).map(|path| {
        let slug = path.split('/').skip_while(|part| *part != "vraag").nth(1);
        slug.map_or_else(|| path.clone(), |slug| format!("{} ({})", called(slug), path.trim_end_matches("index.html")))
    });
    let differences::Lines { new: fresh, changed: other, gone: away } = differences::lines(language, differences);
    Report {
        problems: Vec::new(),
        doubts: doubts.iter().map(|doubt| mending::doubt(language, titles, doubt)).collect(),
        stops: stops.iter().map(|stop| publishing::stop(language, stop, &called)).collect(),
        raised: raised
            .iter()
            .map(|one| {
                let path = format!("content/consultations/{}.json", one.behind.slug);
                (path, one.text.clone(), mending::raised(language, titles, &one.behind))
            })
            .collect(),
        files: made.files.len(),
        by_question: [fresh, other, away],
        by_page: [titled(new), titled(changed), gone_pages.collect()],
        first: first(next, &pages),
        others: new.iter().chain(changed).chain(gone).filter(|path| !is_page(path)).count(),
        pages,
    }
}

/// The page that one looks at first: that of what is new or changed, and else the first one that is.
fn first(next: &Next, pages: &[(String, String)]) -> usize {
    let Changes { new, changed, .. } = &next.changes;
    let questions = next.differences.questions.iter().filter(|one| one.how != How::Gone);
    let of_question = questions.map(|one| format!("vraag/{}/index.html", one.slug));
    let of_answer = next.differences.answers.iter().map(|one| format!("vraag/{}/terugkoppeling/index.html", one.slug));
    let others = pages.iter().map(|(path, _)| path.clone()).filter(|path| new.contains(path) || changed.contains(path));
    of_question
        .chain(of_answer)
        .chain(others)
        .find_map(|path| pages.iter().position(|page| page.0 == path))
        .unwrap_or(0)
}

/// What a page is called, without the name of the site behind it.
fn title(html: &[u8]) -> String {
    let html = String::from_utf8_lossy(html);
    let title = html.split_once("<title>").and_then(|(_, rest)| rest.split_once("</title>"));
    let title = title.map_or("", |(title, _)| title);
    let title = title.rsplit_once(" – ").map_or(title, |(title, _)| title);
    [("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&amp;", "&")]
        .iter()
        .fold(title.to_owned(), |title, (escaped, plain)| title.replace(escaped, plain))
}

/// Files as JavaScript's.
fn map(files: &BTreeMap<String, Vec<u8>>) -> Map {
    let map = Map::new();
    for (path, bytes) in files {
        map.set(&path.as_str().into(), &Uint8Array::from(bytes.as_slice()));
    }
    map
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
