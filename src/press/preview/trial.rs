//! A question as residents will find it, with their own apps, at a place of the desk where nothing leaves the browser: what is kept
//! there is kept apart, and what is sent is taken by a service worker of that place.

use super::{Preview, spoken};
use crate::{
    domain::{
        endpoint::{self, Endpoint},
        language::Localised,
        route::Route,
    },
    files::preview::{Asked, CACHE, PLACE, TAKES},
    press::{App, Assets, made::Made, page, shell::Pages, squeeze::squeeze_script},
    texts::preview as t,
    view::page::Around,
};
use std::collections::BTreeMap;

/// Whatever is in view, also where it says that something came, one sees that nothing was sent.
const STYLE: &str = include_str!("trial.css");

/// What can be tried out.
#[derive(Debug)]
pub struct Trial {
    /// The address of the question's page.
    pub address: String,
    /// Every file, by its path below the place.
    pub files: BTreeMap<String, Vec<u8>>,
}

/// Makes it with the apps that are online, of which `online` tells where they are.
pub fn trial(preview: &mut Preview, asked: &Asked, online: &Assets) -> Option<Trial> {
    let (mut content, slug, _) = preview.content(asked)?;
    let base = format!("{}{PLACE}", asked.base);
    let consultation = content.consultations.get_mut(&slug)?;
    // One that opens later can be tried out now.
    consultation.opens = consultation.opens.min(asked.today);
    let language = spoken(consultation, asked.language)?;
    let site = &mut content.site;
    let own = site.notice.take();
    let notice = |language| {
        let own = own.as_ref().map_or("", |own| own.get(language));
        (language.code().to_owned(), format!("{} {own}", t::trial(language)).trim().to_owned())
    };
    site.notice = Some(Localised::Each(site.languages.iter().map(|language| notice(*language)).collect()));
    site.endpoint = Endpoint::Collector { url: TAKES.to_owned() }.into();
    (site.address, site.offline, site.desk) = (None, false, false);
    site.embed.clear();
    let mut made = Made::default();
    let own = preview.face(&content, &base, &mut made)?;
    let apps = online.apps.iter().filter(|(app, _)| App::RESIDENTS.contains(app));
    let apps = apps.map(|(app, files)| (*app, files.clone())).collect();
    let theme = own.theme.clone() + STYLE;
    let assets = Assets { apps, hear: online.hear.clone(), theme, ..own };
    let around = Around::new(&content, &base, assets.pictures.clone(), asked.today);
    let pages = Pages { around, assets, is_trial: true };
    page::write(&pages, &content, &mut made);
    made.text(endpoint::FILE, &pages.present());
    Some(Trial { address: Route::Consultation(slug).href(&base, language), files: made.files })
}

/// The service worker of that place.
pub fn worker() -> String {
    squeeze_script(include_str!("worker.js"))
        .replace("%CACHE%", CACHE)
        .replace("%TAKES%", TAKES.trim_start_matches('/'))
}
