//! `beginspraak check`: every problem in a content folder, with file, path and remedy.

use super::{Outcome, cli::CheckArgs, content_dir, error::Error};
use crate::{domain::language::Language, texts};

/// Prints what is wrong, or what is there.
pub fn run(args: &CheckArgs, language: Language) -> Result<Outcome, Error> {
    match content_dir::load(&args.dir) {
        Ok(content) => {
            println!("{}", texts::cli::all_well(language, &content));
            Ok(Outcome::Clean)
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
