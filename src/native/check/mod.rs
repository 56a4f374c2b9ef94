//! `beginspraak check`: every problem in a content folder, with file, line, path and remedy, and in what the published
//! site needs beside it.
//!
//! - [`attempt`]: a reaction that is sent to try whether sending works.

pub mod attempt;

use super::{Outcome, cli::CheckArgs, clock::Clock, disk::Disk, sign_intake::unfit, whereabouts};
use crate::{
    domain::language::Language,
    files::{
        content::{
            self, Problems,
            doubt::{self, Doubt},
            manuscript,
        },
        error::Error,
        folder::Gap,
    },
    texts,
};
use jiff::Timestamp;

/// Prints what is wrong, or what is there.
pub fn run(args: &CheckArgs, language: Language) -> Result<Outcome, Error> {
    let today = args.today.unwrap_or_else(|| Clock::System.today());
    let absent = args.site.as_deref().and_then(|site| Some((site.to_owned(), Gap::of(site)?)));
    if let Some((path, gap)) = absent {
        return Err(Error::Absent { path, gap });
    }
    let folder = Disk::at(&args.dir);
    let content = match whereabouts::load(&args.dir) {
        Ok(content) => content,
        Err(problems) => {
            report(language, &problems, &doubt::strays(&folder));
            return Ok(Outcome::Findings);
        }
    };
    let face = match content::publishable(&folder, &content, args.base.as_deref().unwrap_or("/")) {
        Ok(face) => face,
        Err(problems) => {
            report(language, &problems, &doubt::all(&folder, &content, None, today));
            return Ok(Outcome::Findings);
        }
    };
    for doubt in doubt::all(&folder, &content, face.theme.as_deref(), today) {
        println!("{}", texts::doubt::line(language, &doubt));
    }
    // In a work folder, what is being written stands beside the content.
    for written in manuscript::all(&folder, "../work", Some(&content)) {
        texts::stand::manuscript(language, &written).iter().for_each(|line| println!("{line}"));
    }
    let site = args.site.as_deref();
    let findings = site.map(|dir| unfit::findings(&content.site.endpoint, dir, Timestamp::now()));
    let findings = findings.unwrap_or_default();
    for finding in &findings {
        println!("{}", texts::intake::unfit(language, finding));
    }
    let tried = site.filter(|_| args.attempt);
    let tried = tried.map(|dir| attempt::run(&content, dir, args.origin.as_deref(), today)).unwrap_or_default();
    for one in &tried {
        println!("{}", texts::attempt::line(language, one));
    }
    let well = findings.is_empty() && !tried.iter().any(|one| one.came.is_finding());
    if well {
        println!("{}", texts::cli::all_well(language, &content));
    }
    Ok(if well { Outcome::Clean } else { Outcome::Findings })
}

fn report(language: Language, problems: &Problems, doubts: &[Doubt]) {
    for problem in &problems.list {
        println!("{}", texts::finding::line(language, problem));
    }
    for doubt in doubts {
        println!("{}", texts::doubt::line(language, doubt));
    }
    println!("{}", texts::cli::problem_count(language, problems));
}
