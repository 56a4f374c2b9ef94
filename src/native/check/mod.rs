//! `beginspraak check`: every problem in a content folder, with file, line, path and remedy, and in what the published
//! site needs beside it.
//!
//! - [`strays`]: files that nobody reads.
//! - [`days`]: days that make little sense.
//! - [`doubt`]: those and other questions, which stop nothing.
//! - [`base`]: addresses that would hold the site's path twice.
//! - [`alike`]: options and questions that nobody can tell apart.
//! - [`attempt`]: a reaction that is sent to try whether sending works.

pub mod alike;
pub mod attempt;
mod base;
pub mod days;
pub mod doubt;
pub mod strays;

use super::{
    Outcome,
    cli::CheckArgs,
    clock::Clock,
    content_dir::{self, Content, Problems},
    error::Error,
    files::Gap,
    sign_intake::standing,
    theme,
};
use crate::{
    domain::{day::Day, language::Language},
    texts,
};
use doubt::Doubt;
use jiff::Timestamp;
use std::{collections::BTreeSet, path::Path};

/// Prints what is wrong, or what is there.
pub fn run(args: &CheckArgs, language: Language) -> Result<Outcome, Error> {
    let today = args.today.unwrap_or_else(|| Clock::amsterdam().today());
    let absent = args.site.as_deref().and_then(|site| Some((site.to_owned(), Gap::of(site)?)));
    if let Some((path, gap)) = absent {
        return Err(Error::Absent { path, gap });
    }
    let content = match content_dir::load(&args.dir) {
        Ok(content) => content,
        Err(problems) => {
            tell(language, &problems, &doubt::strays(&args.dir));
            return Ok(Outcome::Findings);
        }
    };
    let theme = match publishable(&args.dir, &content, args.base.as_deref().unwrap_or("/")) {
        Ok(theme) => theme,
        Err(problems) => {
            tell(language, &problems, &doubts(&args.dir, &content, None, today));
            return Ok(Outcome::Findings);
        }
    };
    for doubt in doubts(&args.dir, &content, theme.as_deref(), today) {
        println!("{}", texts::doubt::line(language, &doubt));
    }
    let site = args.site.as_deref();
    let findings = site.map(|dir| standing::findings(&content.site.endpoint, dir, Timestamp::now()));
    let findings = findings.unwrap_or_default();
    for finding in &findings {
        println!("{}", texts::intake::standing(language, finding));
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

/// What keeps content that is right by itself from being published under this base; else its theme.
pub fn publishable(dir: &Path, content: &Content, base: &str) -> Result<Option<String>, Problems> {
    let mut list = base::problems(content, base);
    list.extend(alike::problems(dir, content));
    let theme = theme::read(&content.site, &content.site_file);
    match theme {
        Ok(theme) if list.is_empty() => Ok(theme),
        theme => {
            list.extend(theme.err().into_iter().flatten());
            let files = list.iter().map(|problem| &problem.file).collect::<BTreeSet<_>>().len();
            Err(Problems { list, files })
        }
    }
}

/// Everything about the content in a folder that is a question, and no problem.
pub fn doubts(dir: &Path, content: &Content, theme: Option<&str>, today: Day) -> Vec<Doubt> {
    let mut doubts = doubt::strays(dir);
    doubts.extend(doubt::of(content, theme, dir, today));
    doubts
}

fn tell(language: Language, problems: &Problems, doubts: &[Doubt]) {
    for problem in &problems.list {
        println!("{}", texts::finding::line(language, problem));
    }
    for doubt in doubts {
        println!("{}", texts::doubt::line(language, doubt));
    }
    println!("{}", texts::cli::problem_count(language, problems));
}
