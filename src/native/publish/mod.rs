//! `beginspraak publish`: the content as a static site, with a real page for every route and language.
//!
//! - [`icons`]: the site's mark, drawn.
//! - [`output`]: the files of the site that was made, with their compressed twins.
//! - [`release`]: putting them in the place of those of the release before, wholly or not at all.

mod icons;
mod output;
pub mod release;

use super::{
    Outcome,
    cli::PublishArgs,
    clock::Clock,
    disk::{self, Disk},
    sign_intake::unfit,
    whereabouts,
    work::folder::WorkFolder,
};
use crate::{
    domain::{day::Day, endpoint::Endpoint, id::Id, language::Language, reaction::Header, site::Site},
    files::{
        content::{self, Content, doubt},
        error::Error,
        release::{Anyway, Done, Stop, revision, stop},
        schema,
        telling::{Prepared, prepare},
    },
    press::{Apps, Bundle, Given, NoApp, press},
    texts,
};
use indicatif::{ProgressBar, ProgressDrawTarget, ProgressFinish, ProgressStyle};
use jiff::Timestamp;
use output::{Effort, Output};
use release::{
    Lock, Release,
    raise::{self, Raising},
};
use std::{collections::BTreeMap, fs, path::Path, time::Duration};

/// Publishes the content: all of it is made before anything changes on the disk. Content with problems is not
/// published, and neither is what would change or vanish without being asked for.
pub fn run(args: &PublishArgs, language: Language) -> Result<Outcome, Error> {
    let today = args.today.unwrap_or_else(|| Clock::System.today());
    outside(&args.out, &args.content)?;
    let mut folder = Disk::at(&args.content);
    let loaded = whereabouts::load(&args.content).map_err(Error::Content)?;
    let (mut content, mut tellings) = told(args, &folder, loaded.clone(), today)?;
    let face = content::publishable(&folder, &content, &args.base).map_err(Error::Content)?;
    for doubt in doubt::all(&folder, &content, face.theme.as_deref(), today) {
        println!("{}", texts::doubt::line(language, &doubt));
    }
    let beside = intakes(&content.site);
    let look = || Release::find(&args.out, &beside).map_err(Error::read(&args.out));
    // Nothing is written in a folder that may be somebody's own, not even a lock.
    stop_for(args, if look()?.strange { vec![Stop::Folder] } else { Vec::new() })?;
    let lock = Lock::take(&args.out)?;
    let release = look()?;
    let replaced = Disk::at(args.out.join("content"));
    let mut behind = revision::behind(&release, &replaced, &folder, &content);
    let mut raised = Vec::new();
    if args.raise_revisions && !behind.is_empty() {
        for one in &behind {
            raised.extend(Raising::of(one)?);
        }
        (content, tellings) = told(args, &folder, with_raised(loaded, &raised), today)?;
        behind = revision::behind(&release, &replaced, &folder, &content);
    }
    let bar = progress(language);
    let bundle = args.bundle.as_deref().map(bundle).transpose()?;
    let given = Given {
        content: &content,
        beside: &self::beside(&replaced, &folder, &content, &tellings)?,
        base: &args.base,
        theme: face.theme.as_deref(),
        apps: bundle.as_ref().map_or(Apps::None, Apps::Built),
        pictures: &face.pictures,
        icons: &icons::all(),
        schemas: &schema::all().into_iter().map(|(name, schema)| (name.to_owned(), format!("{schema:#}\n"))).collect(),
        today,
    };
    let made =
        press(&given).map_err(|NoApp(name)| Error::NoApp { dir: args.bundle.clone().unwrap_or_default(), name })?;
    let pages = made.pages().len();
    let unmeant = stop::stops(&release, &made.files, &args.base, &content, today);
    let out = Output::of(made, &args.out, if args.quick { Effort::Quick } else { Effort::Best }, &bar);
    let mut stops: Vec<_> = behind.into_iter().map(Stop::Revision).collect();
    stops.extend(release.at_stake(release::all(&out)));
    stops.extend(unmeant);
    stop_for(args, stops)?;
    let write_content = || raise::write(&raised, || tellings.iter().try_for_each(|telling| telling.write(&mut folder)));
    let put = release::put(&release, &out, &lock, write_content)?;
    bar.finish_and_clear();
    for one in &raised {
        println!("{}", texts::publish::raised(language, &one.raised.behind));
    }
    for line in tellings.iter().flat_map(|telling| texts::work::made(language, &telling.made)) {
        println!("{line}");
    }
    for left in &put.left {
        println!("{}", texts::publish::left(language, &args.out.join(left)));
    }
    let done = Done { pages, files: out.files().len(), first: release.is_first(), put: &put };
    println!("{}", texts::publish::done(language, &args.out, &done));
    if done.first && args.bundle.is_none() {
        println!("{}", texts::publish::without_apps(language, content.site.endpoint.action("/").is_some()));
    }
    // The site is right as it is; what it still needs to take reactions is said.
    for finding in unfit::findings(&content.site.endpoint, &args.out, Timestamp::now()) {
        println!("{}", texts::intake::unfit(language, &finding));
    }
    Ok(Outcome::Clean)
}

/// Refuses a folder for the site that is the content folder, or stands in it or around it: the one is read, the other
/// replaced.
fn outside(out: &Path, content: &Path) -> Result<(), Error> {
    let (there, source) = (disk::real(out), disk::real(content));
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

/// The content with what the work folder tells already in it.
fn told(
    args: &PublishArgs,
    folder: &Disk,
    mut content: Content,
    today: Day,
) -> Result<(Content, Vec<Prepared>), Error> {
    let mut tellings = Vec::new();
    for slug in &args.feedback {
        let around = args.content.parent().filter(|parent| !parent.as_os_str().is_empty());
        let work = WorkFolder::open(args.work.as_deref().or(around).unwrap_or(Path::new(".")))?;
        let shelf = work.shelf(Some(slug), &|header: &Header| content.known(header))?;
        let anyway = args.anyway.contains(&Anyway::Lines);
        let telling = prepare((&shelf, anyway), slug, folder, &content, today)?;
        let files = telling.files.iter().filter(|(path, _)| path.ends_with(".json"));
        content.add(telling.told.clone(), files.cloned());
        tellings.push(telling);
    }
    Ok((content, tellings))
}

/// The content with the revisions that are raised.
fn with_raised(mut content: Content, raised: &[Raising]) -> Content {
    raised.iter().for_each(|one| one.raised.put(&mut content));
    content
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

/// What was built for browsers.
fn bundle(dir: &Path) -> Result<Bundle, Error> {
    let mut bundle = Bundle::new();
    for entry in fs::read_dir(dir).map_err(Error::read(dir))?.flatten() {
        let (name, path) = (entry.file_name().to_string_lossy().into_owned(), entry.path());
        if name.ends_with(".js") || name.ends_with(".wasm") {
            bundle.insert(name, fs::read(&path).map_err(Error::read(&path))?);
        }
    }
    Ok(bundle)
}

/// What goes with the content: lookup files, new ones too, and what is kept of earlier revisions.
fn beside(
    replaced: &Disk,
    folder: &Disk,
    content: &Content,
    tellings: &[Prepared],
) -> Result<BTreeMap<String, Vec<u8>>, Error> {
    let told = |slug: &Id| tellings.iter().any(|one| one.told.feedback.slug == *slug);
    let beside = content::beside::of(folder, replaced, content, told);
    let mut beside = beside.map_err(|(file, cause)| Error::read(file)(cause))?;
    let files = tellings.iter().flat_map(|telling| &telling.files);
    beside.extend(files.filter(|(path, _)| !path.ends_with(".json")).cloned());
    Ok(beside)
}
