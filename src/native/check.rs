//! `beginspraak check`: every problem in a content folder, with file, path and remedy, and in what the published site
//! needs beside it.

use super::{Outcome, cli::CheckArgs, content_dir, error::Error, sign_intake::standing};
use crate::{domain::language::Language, texts};
use jiff::Timestamp;

/// Prints what is wrong, or what is there.
pub fn run(args: &CheckArgs, language: Language) -> Result<Outcome, Error> {
    match content_dir::load(&args.dir) {
        Ok(content) => {
            let site = args.site.as_deref();
            let findings = site.map(|dir| standing::findings(&content.site.endpoint, dir, Timestamp::now()));
            let findings = findings.unwrap_or_default();
            for finding in &findings {
                println!("{}", texts::intake::standing(language, finding));
            }
            if findings.is_empty() {
                println!("{}", texts::cli::all_well(language, &content));
            }
            Ok(if findings.is_empty() { Outcome::Clean } else { Outcome::Findings })
        }
        Err(problems) => {
            for problem in &problems.list {
                println!("{}", texts::finding::line(language, problem));
            }
            println!("{}", texts::cli::problem_count(language, &problems));
            Ok(Outcome::Findings)
        }
    }
}
