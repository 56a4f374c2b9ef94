//! The site as something to keep on a telephone's home screen: its manifest, and which icons it names.

use crate::{
    domain::{language::Language, route::Route, site::Site},
    texts::desk as t,
};
use serde_json::json;

/// Not `.webmanifest`: hosts know the type of JSON, and browsers take it.
pub const MANIFEST: &str = "manifest.json";

/// For Apple's home screen, which does not look in the manifest.
pub const APPLE: &str = "icon-apple.png";

/// A picture of the site's mark, as a square.
#[derive(Clone, Copy, Debug)]
pub struct Icon {
    /// Its file.
    pub name: &'static str,
    /// How wide it is.
    pub width: u32,
    /// The part of that which the mark spans. Some telephones cut a circle of 80 % out of a "maskable" one.
    pub part: f32,
}

/// The icons that every site has. They are drawn by whoever puts them in the site.
pub const ICONS: [Icon; 4] = [
    Icon { name: "icon-192.png", width: 192, part: 0.84 },
    Icon { name: "icon-512.png", width: 512, part: 0.84 },
    Icon { name: "icon-maskable.png", width: 512, part: 0.62 },
    Icon { name: APPLE, width: 180, part: 0.76 },
];

/// The manifest of the desk, which is an app of its own.
pub const DESK: &str = "werkplek/manifest.json";

/// The manifest of the desk.
pub fn desk(site: &Site, base: &str) -> String {
    let language = site.languages.first().copied().unwrap_or_default();
    let name = format!("{} – {}", t::title(language), site.name.get(language));
    let start = Route::Desk.href(base, language);
    written(language, base, &name, t::title(language), &start)
}

/// The manifest, in the first language of the site.
pub fn manifest(site: &Site, base: &str) -> String {
    let language = site.languages.first().copied().unwrap_or_default();
    let name = site.name.get(language);
    written(language, base, name, name, base)
}

fn written(language: Language, base: &str, name: &str, short: &str, start: &str) -> String {
    let icon = |name: &str, width: u32| json!({"src": format!("{base}{name}"), "type": "image/png", "sizes": format!("{width}x{width}")});
    let mut icons: Vec<_> = ICONS.iter().take(3).map(|one| icon(one.name, one.width)).collect();
    icons[2]["purpose"] = json!("maskable");
    let manifest = json!({
        "id": start,
        "name": name,
        "short_name": short,
        "lang": Language::code(language),
        "dir": "ltr",
        "start_url": start,
        "scope": start,
        // With a way back and a way to load again, where browsers have that.
        "display": "standalone",
        "display_override": ["minimal-ui"],
        "background_color": "#fbfcf9",
        "icons": icons,
    });
    format!("{manifest:#}\n")
}
