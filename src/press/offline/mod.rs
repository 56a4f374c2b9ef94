//! The site without a network: the service worker, and the list of what belongs to this version of the site.
//!
//! - `worker.js`: keeps a version on the device, whole or not at all, and answers from it when there is no network.
//! - `gone.js`: takes all of that away again.
//! - `page.js`: what each page does about it.

use super::{assets::Assets, edition, made::Made, squeeze::squeeze_script};
use crate::{
    domain::{language::Language, route::Route, site::Site},
    files::content::Content,
    view::page::Around,
};
use serde::Serialize;
use std::collections::{BTreeMap, BTreeSet};

/// The service worker's address under the base. It can only answer for what lies below it.
const WORKER: &str = "sw.js";

/// The most that the pages of one language may be together when they are kept at the first visit. A resident pays for it
/// with their own data: on the line a page of ours is less than a quarter of this, so all of them are some 100 kB. How well
/// they were compressed does not count, so that the same site is the same whoever makes it.
const ROOM: usize = 420_000;

/// When the service worker keeps a page.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum When {
    /// At the first visit, whatever was visited.
    Always,
    /// Once it was visited.
    Visited,
    /// Once it was visited; and an old one is shown only when there is no network at all.
    Fresh,
}

/// The element that says that a page which should be new comes from the device.
pub const KEPT: &str = "kept";

/// When a page is kept, in a site with room for all that somebody may want.
pub fn when(route: &Route) -> When {
    match route {
        Route::Overview | Route::Mine | Route::Follow | Route::Offline | Route::Consultation(_) => When::Always,
        // Residents get not a byte of the desk.
        Route::About | Route::Desk => When::Visited,
        // What is told about reactions.
        Route::Feedback(_) | Route::FeedbackVersion(..) | Route::Sheet(_) => When::Fresh,
    }
}

/// Everything of one version. A page has its edition, its language, the places of its assets in the list, and when it
/// is kept.
#[derive(Debug, Serialize)]
struct List {
    assets: Vec<String>,
    pages: BTreeMap<String, (String, Language, Vec<usize>, When)>,
}

/// Whether pages get a service worker.
pub fn wanted(site: &Site, assets: &Assets) -> bool {
    site.offline && !assets.apps.is_empty()
}

/// The script in each page.
pub fn script(base: &str) -> String {
    squeeze_script(include_str!("page.js")).replace("%BASE%", base)
}

/// Makes the service worker. It is put in place last of all: when a browser sees a new one, all that it lists is there.
pub fn write(around: &Around, assets: &Assets, content: &Content, out: &mut Made) {
    if !wanted(&around.site, assets) {
        // Not just nothing: browsers would keep what they have.
        out.text(WORKER, &squeeze_script(include_str!("gone.js")));
        return;
    }
    let list = serde_json::to_string(&list(around, content, out)).unwrap_or_default();
    let name = format!("assets/offline-{}.json", edition::sum(list.as_bytes()));
    out.text(&name, &list);
    out.text(WORKER, &squeeze_script(include_str!("worker.js")).replace("%LIST%", &name));
}

/// Whether an asset is of what makes sites in the desk.
fn is_of_press(asset: &str) -> bool {
    ["assets/press-", "assets/presses-"].iter().any(|start| asset.starts_with(start))
}

fn list(around: &Around, content: &Content, out: &Made) -> List {
    let open = |slug| {
        let consultation = content.consultations.get(slug);
        consultation.is_some_and(|consultation| (consultation.opens..=consultation.ends()).contains(&around.today))
    };
    let mut list = List { assets: Vec::new(), pages: BTreeMap::new() };
    let mut room: BTreeMap<Language, usize> = BTreeMap::new();
    for file in out.pages() {
        let Some(edition) = &file.edition else { continue };
        let when = match &file.route {
            Route::Consultation(slug) if !open(slug) => When::Visited,
            route => when(route),
        };
        if when == When::Always {
            *room.entry(file.language).or_default() += out.read(&file.path()).len();
        }
        let needs = needs(&file.path(), out).into_iter();
        // What makes a site is fetched when somebody makes one: it looks at what is online anyhow.
        let needs = needs.filter(|asset| !is_of_press(asset));
        let assets = needs.map(|asset| place(&mut list.assets, asset)).collect();
        let entry = (edition.clone(), file.language, assets, when);
        list.pages.insert(file.route.href("", file.language), entry);
    }
    // All open consultations or none: which of them somebody will want is not ours to guess.
    for file in out.pages().iter().filter(|file| matches!(file.route, Route::Consultation(_))) {
        let full = room.get(&file.language).is_some_and(|weight| *weight > ROOM);
        if let Some(entry) = list.pages.get_mut(&file.route.href("", file.language)).filter(|_| full) {
            entry.3 = When::Visited;
        }
    }
    list
}

fn place(assets: &mut Vec<String>, asset: String) -> usize {
    assets.iter().position(|known| *known == asset).unwrap_or_else(|| {
        assets.push(asset);
        assets.len() - 1
    })
}

/// The scripts, modules and drawings that a page names, directly or through another; not its photos, which are heavy. Their names hold a hash, so a name in a
/// text is a reference and nothing else.
fn needs(page: &str, out: &Made) -> BTreeSet<String> {
    let mut needs = BTreeSet::new();
    let mut look = vec![page.to_owned()];
    while let Some(path) = look.pop() {
        let text = String::from_utf8_lossy(out.read(&path));
        for asset in
            out.under("assets/").filter(|path| [".js", ".wasm", ".css", ".svg"].iter().any(|end| path.ends_with(end)))
        {
            let name = asset.trim_start_matches("assets/");
            if text.contains(name) && needs.insert(asset.to_owned()) && asset.ends_with(".js") {
                look.push(asset.to_owned());
            }
        }
    }
    needs
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        domain::id::Id,
        press::assets::{App, Apps, Bundle},
        view::page::example,
    };

    /// The example content on some day, with a page of `size` characters for each consultation; what was made, and
    /// the list.
    fn published(today: &str, size: usize, offline: bool) -> (Made, serde_json::Value) {
        let mut bundle = Bundle::new();
        for app in ["page", "send", "device", "personal", "qr"] {
            bundle.insert(format!("{app}.js"), format!("export default {app}").into());
            bundle.insert(format!("{app}_bg.wasm"), format!("\0asm {app}").into());
        }
        let (mut around, content) = example("/sub/", today);
        around.site.offline = offline;
        let mut out = Made::default();
        let assets = Assets::of("/sub/", Apps::Built(&bundle), &App::RESIDENTS, "", &mut out).unwrap();
        let text = "x".repeat(size);
        let page = |app: &App, text: &str| {
            let files = &assets.apps[app];
            format!("<html{}>{} {} {text}", edition::BLANK, files.module, files.wasm)
        };
        let (form, device) = (page(&App::Page, &text), page(&App::Device, ""));
        for slug in content.consultations.keys() {
            out.page(&Route::Consultation(slug.clone()), Language::Nl, &form);
            out.page(&Route::Feedback(slug.clone()), Language::Nl, &device);
        }
        for route in [Route::Overview, Route::Mine, Route::About, Route::Offline] {
            out.page(&route, Language::Nl, &device);
        }
        write(&around, &assets, &content, &mut out);
        let worker = String::from_utf8(out.read("sw.js").to_vec()).unwrap();
        let name = worker.split('"').find(|part| part.starts_with("assets/offline-"));
        let list = name.map(|name| serde_json::from_slice(out.read(name)).unwrap());
        (out, list.unwrap_or_default())
    }

    fn when(list: &serde_json::Value, route: Route) -> String {
        list["pages"][route.href("", Language::Nl)][3].as_str().unwrap().to_owned()
    }

    fn consultation() -> Id {
        Id::try_from("drenthe-dichterbij").unwrap()
    }

    #[test]
    fn the_list_names_every_page_as_it_is_and_the_assets_it_needs_by_their_sums() {
        let (out, list) = published("2026-11-24", 640, true);
        for (path, entry) in list["pages"].as_object().unwrap() {
            let html = String::from_utf8(out.read(&format!("{path}index.html")).to_vec()).unwrap();
            let edition = entry[0].as_str().unwrap();
            assert_eq!(edition::sum(html.replacen(edition, "", 1).as_bytes()), edition, "{path}");
            let app = if path.starts_with("vraag/") && !path.contains("terug") { "page" } else { "device" };
            for place in entry[2].as_array().unwrap() {
                let asset = list["assets"][place.as_u64().unwrap() as usize].as_str().unwrap();
                assert!(asset.starts_with(&format!("assets/{app}-")), "{path} needs {asset}");
                assert!(
                    asset.contains(&edition::sum(out.read(asset))),
                    "the service worker looks for the sum of {asset}"
                );
            }
            assert_eq!(entry[2].as_array().unwrap().len(), 2, "{path} needs a script and a module");
        }
        assert_eq!(when(&list, Route::Consultation(consultation())), "always");
        assert_eq!(when(&list, Route::Feedback(consultation())), "fresh");
        assert_eq!(when(&list, Route::About), "visited");
        assert_eq!(when(&list, Route::Offline), "always");
    }

    #[test]
    fn what_is_closed_or_too_much_is_kept_only_when_visited() {
        let (_, closed) = published("2029-01-01", 640, true);
        assert_eq!(when(&closed, Route::Consultation(consultation())), "visited");
        let (_, much) = published("2026-11-24", ROOM / 4, true);
        assert_eq!(when(&much, Route::Consultation(consultation())), "visited");
        assert_eq!(when(&much, Route::Overview), "always");
    }

    #[test]
    fn a_site_that_wants_none_gets_a_worker_that_takes_itself_away() {
        let (out, list) = published("2026-11-24", 640, false);
        assert!(list.is_null());
        assert!(String::from_utf8_lossy(out.read("sw.js")).contains("unregister()"));
    }
}
