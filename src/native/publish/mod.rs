//! `beginspraak publish`: the content as a static site, with a real page for every route and language.
//!
//! - [`assets`]: the theme and the browser's apps; what every page refers to.
//! - [`style`]: the style sheets, and which of them a page needs.
//! - [`shell`]: what every page has around its own part: head, header, footer and security policy.
//! - [`page`]: one file for each kind of page.
//! - [`news`]: feeds, and reminders of what was promised.
//! - [`answers`]: the pages with which the collector answers a form that was sent without JavaScript.
//! - [`host`]: what static hosts, search engines and telephones want to find beside the pages.
//! - [`offline`]: the service worker, with which the site opens without a network.
//! - [`squeeze`]: what is taken out of the apps, as it only costs bytes.
//! - [`start`]: the script in a page that starts its apps.
//! - [`output`]: the files on disk, with their compressed twins.

pub mod answers;
pub mod assets;
pub mod host;
mod news;
pub mod offline;
mod output;
pub mod page;
mod shell;
mod squeeze;
mod start;
mod style;

pub use shell::Pages;

use super::{
    Outcome, check,
    cli::PublishArgs,
    clock::Clock,
    content_dir::{self, Told},
    earlier,
    error::Error,
    schema,
    sign_intake::standing,
    work::tell::tell,
};
use crate::domain::{
    endpoint::{self, Endpoint},
    id::Id,
    language::Language,
    route::Route,
};
use crate::texts;
use assets::Assets;
use jiff::Timestamp;
use output::Output;

/// Writes the whole site. Content with problems is not published.
pub fn run(args: &PublishArgs, language: Language) -> Result<Outcome, Error> {
    let today = args.today.unwrap_or_else(|| Clock::amsterdam().today());
    let mut content = content_dir::load(&args.content).map_err(Error::Content)?;
    for file in &args.work {
        let made = tell(file, &args.content, &content, today)?;
        for line in texts::work::made(language, &made) {
            println!("{line}");
        }
        content = content_dir::load(&args.content).map_err(Error::Content)?;
    }
    let theme = check::publishable(&content, &args.base).map_err(Error::Content)?;
    for doubt in check::doubts(&args.content, &content, theme.as_deref(), today) {
        println!("{}", texts::doubt::line(language, &doubt));
    }
    let mut out = Output::begin(&args.out)?;
    let assets = Assets::collect(&args.base, args.bundle.as_deref(), theme.as_deref(), &mut out)?;
    out.text("assets.json", &assets.to_json())?;
    let mut pages = Pages::new(content.site.clone(), assets, today);
    let versions = |(slug, told): (&Id, &Told)| (slug.clone(), told.feedback.history.clone());
    pages.feedback = content.feedback.iter().map(versions).collect();
    for language in content.site.languages.clone() {
        out.page(&Route::Overview, language, &page::overview::render(&pages, &content, language))?;
        for consultation in content.consultations.values().filter(|c| c.languages.contains(&language)) {
            let route = Route::Consultation(consultation.slug.clone());
            out.page(&route, language, &page::consultation::render(&pages, consultation, language))?;
            let told = content.feedback.get(&consultation.slug);
            for (route, html) in page::feedback::render(&pages, consultation, told, language) {
                out.page(&route, language, &html)?;
            }
        }
        out.page(&Route::Mine, language, &page::device::mine(&pages, &content, language))?;
        out.page(&Route::Follow, language, &page::device::follow(&pages, &content, language))?;
        out.page(&Route::About, language, &page::about::render(&pages, language))?;
        out.page(&Route::Offline, language, &page::offline::render(&pages, language))?;
    }
    news::write(&pages, &content, &mut out)?;
    let first = pages.site.languages.first().copied().unwrap_or_default();
    out.text("404.html", &page::not_found::render(&pages, first))?;
    if !pages.site.languages.contains(&Language::default()) {
        out.text("index.html", &page::entrance::render(&pages, first))?;
    }
    for folder in ["consultations", "places", "feedback"] {
        out.copy_json(&args.content.join(folder), &format!("content/{folder}"))?;
    }
    for (path, bytes) in earlier::kept(&args.content, &args.out.join("content"), &content.consultations)? {
        out.bytes(&format!("content/{path}"), &bytes)?;
    }
    for slug in content.feedback.keys() {
        out.copy_json(&args.content.join(format!("feedback/{slug}")), &format!("content/feedback/{slug}"))?;
        out.copy_plain(&args.content.join(format!("trace/{slug}")), &format!("content/trace/{slug}"), ".bin")?;
    }
    out.copy(&content.site_file, "site.json")?;
    out.text(endpoint::FILE, &pages.present())?;
    for (name, schema) in schema::all() {
        out.text(&format!("schema/{name}.json"), &format!("{schema:#}\n"))?;
    }
    for endpoint in content.site.endpoint.all() {
        if let Endpoint::S3 { intake, .. } = endpoint
            && let Some(path) = intake.strip_prefix('/')
        {
            out.leave(path);
        }
    }
    host::write(&pages, &mut out)?;
    offline::write(&pages, &content, &mut out)?;
    out.finish()?;
    // The site is right as it is; what it still needs to take reactions is said.
    for finding in standing::findings(&content.site.endpoint, &args.out, Timestamp::now()) {
        println!("{}", texts::intake::standing(language, &finding));
    }
    Ok(Outcome::Clean)
}
