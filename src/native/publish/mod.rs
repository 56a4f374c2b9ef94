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
//! - [`output`]: the files of the site as they are made, with their compressed twins.
//! - [`release`]: putting them in the place of those of the release before, wholly or not at all.

pub mod answers;
pub mod assets;
pub mod host;
mod news;
pub mod offline;
mod output;
pub mod page;
pub mod release;
mod shell;
mod squeeze;
mod start;
mod style;

pub use shell::Pages;

use super::{
    Outcome, check,
    cli::PublishArgs,
    clock::Clock,
    content_dir::{self, Content, Told},
    earlier,
    error::Error,
    files, schema,
    sign_intake::standing,
    work::tell::{Telling, tell},
};
use crate::domain::{
    day::Day,
    endpoint::{self, Endpoint},
    id::Id,
    language::Language,
    route::Route,
    site::Site,
};
use crate::texts;
use assets::Assets;
use indicatif::{ProgressBar, ProgressDrawTarget, ProgressFinish, ProgressStyle};
use jiff::Timestamp;
use output::{Effort, Output};
use release::{
    Lock, Put, Release,
    revision::{self, Raised},
    stop::{self, Stop},
};
use std::{path::Path, time::Duration};

/// Publishes the content: all of it is made before anything changes on the disk. Content with problems is not
/// published, and neither is what would change or vanish without being asked for.
pub fn run(args: &PublishArgs, language: Language) -> Result<Outcome, Error> {
    let today = args.today.unwrap_or_else(|| Clock::amsterdam().today());
    outside(&args.out, &args.content)?;
    let (mut content, mut tellings) = load(args, today, &[])?;
    let theme = check::publishable(&args.content, &content, &args.base).map_err(Error::Content)?;
    for doubt in check::doubts(&args.content, &content, theme.as_deref(), today) {
        println!("{}", texts::doubt::line(language, &doubt));
    }
    let beside = intakes(&content.site);
    let look = || Release::find(&args.out, &beside).map_err(Error::read(&args.out));
    // Nothing is written in a folder that may be somebody's own, not even a lock.
    stop_for(args, if look()?.strange { vec![Stop::Folder] } else { Vec::new() })?;
    let lock = Lock::take(&args.out)?;
    let release = look()?;
    let mut behind = revision::behind(&release, &args.content, &content)?;
    let mut raised = Vec::new();
    if args.raise_revisions && !behind.is_empty() {
        for one in &behind {
            raised.extend(Raised::of(one)?);
        }
        (content, tellings) = load(args, today, &raised)?;
        behind = revision::behind(&release, &args.content, &content)?;
    }
    let bar = progress(language);
    let source = Source { content: &content, tellings: &tellings, raised: &raised, theme: theme.as_deref(), today };
    let out = make(args, &source, bar.clone())?;
    let mut stops: Vec<_> = behind.into_iter().map(Stop::Revision).collect();
    stops.extend(stop::stops(&release, &out, &args.base, &content, today));
    stop_for(args, stops)?;
    let write_content =
        || revision::write(&raised, || tellings.iter().try_for_each(|telling| telling.write(&args.content)));
    let put = release::put(&release, &out, &lock, write_content)?;
    bar.finish_and_clear();
    for one in &raised {
        println!("{}", texts::publish::raised(language, &one.behind));
    }
    for line in tellings.iter().flat_map(|telling| texts::work::made(language, &telling.made)) {
        println!("{line}");
    }
    for left in &put.left {
        println!("{}", texts::publish::left(language, &args.out.join(left)));
    }
    let done = Done { pages: out.pages().len(), files: out.files().len(), first: release.is_first(), put: &put };
    println!("{}", texts::publish::done(language, &args.out, &done));
    if done.first && args.bundle.is_none() {
        println!("{}", texts::publish::without_apps(language, content.site.endpoint.action("/").is_some()));
    }
    // The site is right as it is; what it still needs to take reactions is said.
    for finding in standing::findings(&content.site.endpoint, &args.out, Timestamp::now()) {
        println!("{}", texts::intake::standing(language, &finding));
    }
    Ok(Outcome::Clean)
}

/// What was done.
#[derive(Clone, Copy)]
pub struct Done<'a> {
    /// How many pages the site has.
    pub pages: usize,
    /// How many files it has, without their compressed twins.
    pub files: usize,
    /// Whether no site stood there before.
    pub first: bool,
    /// What changed.
    pub put: &'a Put,
}

/// What a site is made of.
struct Source<'a> {
    content: &'a Content,
    tellings: &'a [Telling],
    raised: &'a [Raised],
    theme: Option<&'a str>,
    today: Day,
}

/// Refuses a folder for the site that is the content folder, or stands in it or around it: the one is read, the other
/// replaced.
fn outside(out: &Path, content: &Path) -> Result<(), Error> {
    let (there, source) = (files::real(out), files::real(content));
    if there.starts_with(&source) || source.starts_with(&there) {
        return Err(Error::SiteInContent { out: out.to_owned(), content: content.to_owned() });
    }
    Ok(())
}

/// What is told meanwhile, when there is a screen.
fn progress(language: Language) -> ProgressBar {
    let bar = ProgressBar::with_draw_target(None, ProgressDrawTarget::stderr_with_hz(5));
    let bar = bar.with_finish(ProgressFinish::AndClear);
    bar.enable_steady_tick(Duration::from_millis(200));
    bar.set_message(texts::publish::making(language));
    // The template is a fixed text; without it there is the library's own bar.
    match ProgressStyle::with_template("{spinner} {msg} {human_pos}") {
        Ok(style) => bar.with_style(style),
        Err(_) => bar,
    }
}

/// The content, with what the workfiles tell already in it, and with the revisions that are raised.
fn load(args: &PublishArgs, today: Day, raised: &[Raised]) -> Result<(Content, Vec<Telling>), Error> {
    let mut content = content_dir::load(&args.content).map_err(Error::Content)?;
    for one in raised {
        let consultation = content.consultations.get_mut(&one.behind.slug);
        consultation.into_iter().for_each(|consultation| consultation.revision = one.revision);
    }
    let mut tellings = Vec::new();
    for file in &args.work {
        let telling = tell(file, &args.content, &content, today)?;
        content.feedback.insert(telling.told.feedback.slug.clone(), telling.told.clone());
        tellings.push(telling);
    }
    Ok((content, tellings))
}

/// Stops, unless all of this was meant.
fn stop_for(args: &PublishArgs, mut stops: Vec<Stop>) -> Result<(), Error> {
    stops.retain(|stop| !args.anyway.contains(&stop.anyway()));
    if stops.is_empty() { Ok(()) } else { Err(Error::Stopped { out: args.out.clone(), stops }) }
}

/// Where in the site the signed intakes are, which another command writes.
fn intakes(site: &Site) -> Vec<String> {
    let intake = |endpoint: &Endpoint| match endpoint {
        Endpoint::S3 { intake, .. } => intake.strip_prefix('/').map(str::to_owned),
        _ => None,
    };
    site.endpoint.all().iter().filter_map(intake).collect()
}

/// Makes the whole site.
fn make(args: &PublishArgs, source: &Source, bar: ProgressBar) -> Result<Output, Error> {
    let Source { content, theme, today, .. } = *source;
    let mut out = Output::new(&args.out, if args.quick { Effort::Quick } else { Effort::Best }).counted_on(bar);
    let assets = Assets::collect(&args.base, args.bundle.as_deref(), theme, &mut out)?;
    out.text("assets.json", &assets.to_json());
    let mut pages = Pages::new(content.site.clone(), assets, today);
    let versions = |(slug, told): (&Id, &Told)| (slug.clone(), told.feedback.history.clone());
    pages.feedback = content.feedback.iter().map(versions).collect();
    for language in content.site.languages.clone() {
        out.page(&Route::Overview, language, &page::overview::render(&pages, content, language));
        for consultation in content.consultations.values().filter(|c| c.languages.contains(&language)) {
            let route = Route::Consultation(consultation.slug.clone());
            out.page(&route, language, &page::consultation::render(&pages, consultation, language));
            let told = content.feedback.get(&consultation.slug);
            for (route, html) in page::feedback::render(&pages, consultation, told, language) {
                out.page(&route, language, &html);
            }
        }
        out.page(&Route::Mine, language, &page::device::mine(&pages, content, language));
        out.page(&Route::Follow, language, &page::device::follow(&pages, content, language));
        out.page(&Route::About, language, &page::about::render(&pages, language));
        out.page(&Route::Offline, language, &page::offline::render(&pages, language));
    }
    news::write(&pages, content, &mut out);
    out.text("404.html", &page::not_found::render(&pages, Language::default()));
    copy_content(args, source, &mut out)?;
    out.copy(&content.site_file, "site.json")?;
    out.text(endpoint::FILE, &pages.present());
    for (name, schema) in schema::all() {
        out.text(&format!("schema/{name}.json"), &format!("{schema:#}\n"));
    }
    host::write(&pages, &mut out);
    offline::write(&pages, content, &mut out);
    Ok(out)
}

/// The content as it is in its folder, with what the workfiles tell and what is kept of earlier revisions.
fn copy_content(args: &PublishArgs, source: &Source, out: &mut Output) -> Result<(), Error> {
    let Source { content, tellings, raised, .. } = *source;
    for folder in ["consultations", "places", "feedback"] {
        out.copy_json(&args.content.join(folder), &format!("content/{folder}"))?;
    }
    for Raised { behind, text, .. } in raised {
        out.text(&format!("content/consultations/{}.json", behind.slug), text);
    }
    for (path, bytes) in earlier::kept(&args.content, &args.out.join("content"), &content.consultations)? {
        out.bytes(&format!("content/{path}"), &bytes);
    }
    for slug in content.feedback.keys() {
        out.copy_json(&args.content.join(format!("feedback/{slug}")), &format!("content/feedback/{slug}"))?;
        if tellings.iter().all(|telling| telling.told.feedback.slug != *slug) {
            out.copy_plain(&args.content.join(format!("trace/{slug}")), &format!("content/trace/{slug}"), ".bin")?;
        }
    }
    for (path, bytes) in tellings.iter().flat_map(|telling| &telling.files) {
        let path = format!("content/{path}");
        if path.ends_with(".bin") { out.plain(&path, bytes) } else { out.bytes(&path, bytes) }
    }
    Ok(())
}
