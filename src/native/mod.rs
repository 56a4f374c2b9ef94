//! The companion command `beginspraak`: the edges that need files, SQLite and HTTP.
//!
//! - [`cli`]: what one can type; one variant for each command.
//! - [`check`]: every problem in a content folder; [`whereabouts`]: one that was named wrongly.
//! - [`collector`]: serves the site and takes reactions; nothing is acknowledged before it is on the disk.
//! - [`gather`]: brings reactions together in a work folder.
//! - [`work`]: what staff do with them.
//! - [`export`]: those for a spreadsheet; [`interrupt`]: stopping half-way.
//! - [`picture`]: photos, drawings and logos, made small.
//! - [`schema`]: the formats, described for other programs.
//! - [`private`]: files that only their owner can read.
//! - [`disk`]: folders on a disk, and writing files.
//! - [`publish`]: the content as a static site.
//! - [`sign_intake`]: lets browsers put reactions in an S3 bucket for some days.

pub mod check;
pub mod cli;
pub mod clock;
pub mod collector;
pub mod disk;
pub mod export;
pub mod gather;
pub mod identity;
pub mod interrupt;
pub mod mixed;
pub mod picture;
pub mod private;
pub mod publish;
pub mod schema;
pub mod sign_intake;
pub mod whereabouts;
pub mod work;

use crate::texts;
use cli::{Cli, Command};
use std::process::ExitCode;

/// How a command ended, when it could do its work.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Outcome {
    /// All is well: exit code 0.
    Clean,
    /// Something was found that a person should look at: exit code 1.
    Findings,
}

/// Does what the command line asks. Exit code 0: done; 1: something was found or went wrong; 2: asked wrongly.
pub fn main() -> ExitCode {
    let Cli { lang, command } = match cli::parse(std::env::args_os()) {
        Ok(asked) => asked,
        Err(code) => return code,
    };
    // Whoever reads what is said may have read enough: `… | head`. The collector says little, and writes to devices.
    #[cfg(unix)]
    if !matches!(command, Command::Serve(_)) {
        sigpipe::reset();
    }
    let ended = match command {
        Command::Serve(args) => collector::run(&args, lang),
        Command::Check(args) => check::run(&args, lang),
        Command::Publish(args) => publish::run(&args, lang),
        Command::Picture(args) => picture::run(&args, lang),
        Command::Gather(args) => gather::run(&args, lang),
        Command::Stand(args) => work::stand::run(&args, lang),
        Command::Accept(args) => work::accept::run(&args, lang),
        Command::Decide(args) => work::decide::run(&args, lang),
        Command::Erase(args) => work::erase::run(&args, lang),
        Command::Export(args) => export::run(&args, lang),
        Command::SignIntake(args) => sign_intake::run(&args, lang),
        Command::Schema(args) => schema::run(&args),
        Command::Rehearse(args) => work::rehearse::run(&args),
    };
    match ended {
        Ok(Outcome::Clean) => ExitCode::SUCCESS,
        Ok(Outcome::Findings) => ExitCode::from(1),
        Err(error) => {
            eprintln!("{}", texts::cli::error(lang, &error));
            ExitCode::from(if error.is_usage() { 2 } else { 1 })
        }
    }
}
