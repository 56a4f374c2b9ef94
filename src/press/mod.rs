//! Makes a site: content, the apps of browsers and a day become files in memory. The same gives the same, byte for byte.
//!
//! - [`made`]: the files as they are made; [`edition`]: how a page tells which one it is.
//! - [`assets`]: the theme and the browser's apps; what every page refers to.
//! - [`page`]: every page; [`answers`]: those with which the collector answers a form that was sent without JavaScript.
//! - [`shell`]: what every page has around its own part: head, header and footer; [`policy`]: what it may run and reach.
//! - [`style`]: the style sheets, and which of them a page needs; [`html`]: what HTML wants of a text.
//! - [`pictures`]: photos, drawings and logos.
//! - [`start`]: the script in a page that starts its apps.
//! - [`squeeze`]: what is taken out of the apps, as it only costs bytes; [`locals`]: short names in their scripts.
//! - [`news`]: feeds, and reminders of what was promised.
//! - [`host`]: what static hosts, search engines and telephones want to find beside the pages.
//! - [`next`]: the same for who has a site that is published and a work folder.
//! - [`preview`]: a question as its page, while it is written.
//! - [`offline`]: the service worker, with which the site opens without a network.

pub mod answers;
pub mod assets;
pub mod edition;
pub mod host;
mod html;
mod locals;
pub mod made;
mod news;
pub mod next;
pub mod offline;
mod page;
mod pictures;
mod policy;
pub mod preview;
pub mod shell;
mod squeeze;
mod start;
mod style;

pub use assets::{App, Apps, Assets, Bundle, NoApp, Program};
pub use made::Made;
pub use shell::Pages;

use crate::{
    domain::{day::Day, endpoint, id::Id},
    files::{content::Content, pictures::Drawn, preview::WORKER},
    view::page::Around,
};
use std::collections::BTreeMap;

/// Pictures of the mark, by name, as [`host::ICONS`] asks for them.
pub type Icons = BTreeMap<String, Vec<u8>>;

/// What a site is made of.
pub struct Given<'a> {
    /// The content, with what is told back already in it.
    pub content: &'a Content,
    /// What goes with it under `content/` and is no content itself: lookup files, earlier revisions. By path, as it is.
    pub beside: &'a BTreeMap<String, Vec<u8>>,
    /// The path the site will live under; begins and ends with `/`.
    pub base: &'a str,
    /// The province's own tokens, if it has any.
    pub theme: Option<&'a str>,
    /// The apps.
    pub apps: Apps<'a>,
    /// The pictures that the content names.
    pub pictures: &'a BTreeMap<Id, Drawn>,
    /// The icons.
    pub icons: &'a Icons,
    /// The formats, described for other programs: JSON Schemas by name.
    pub schemas: &'a BTreeMap<String, String>,
    /// The day on which it is made.
    pub today: Day,
}

/// Makes the whole site.
pub fn press(given: &Given) -> Result<Made, NoApp> {
    let Given { content, beside, base, theme, apps, pictures, icons, schemas, today } = *given;
    let mut out = Made::default();
    let pictures = pictures::put(base, pictures, &mut out);
    let wanted: &[App] = if content.site.desk { &App::WITH_DESK } else { &App::RESIDENTS };
    let assets = Assets::of(base, apps, wanted, theme.unwrap_or_default(), &mut out)?;
    let presses = assets.apps.get(&App::Press).map(start::presses);
    let presses = presses.map(|script| out.asset(base, "presses", ".js", script.as_bytes()));
    let assets = Assets { pictures, presses, ..assets };
    out.text("assets.json", &assets.to_json());
    let pages = Pages { around: Around::new(content, base, assets.pictures.clone(), today), assets, is_trial: false };
    page::write(&pages, content, &mut out);
    news::write(&pages.around, content, &mut out);
    for (path, bytes) in content.files.iter().chain(beside) {
        out.bytes(&format!("content/{path}"), bytes);
    }
    out.bytes("site.json", &content.site_bytes);
    out.text(endpoint::FILE, &pages.present());
    for (name, schema) in schemas {
        out.text(&format!("schema/{name}.json"), schema);
    }
    if pages.assets.presses.is_some() {
        out.text(WORKER, &preview::worker());
    }
    host::write(&pages.around, &mut out);
    icons.iter().for_each(|(name, png)| out.bytes(name, png));
    offline::write(&pages.around, &pages.assets, content, &mut out);
    Ok(out)
}
