//! What one can type: the commands of `beginspraak`, their options and examples.

mod bucket;
mod help;
mod site;
mod values;
mod work;

pub use bucket::{RehearseArgs, SchemaArgs, ServerArgs, SignIntakeArgs};
pub use help::parse;
pub use site::{CheckArgs, PictureArgs, PublishArgs, ServeArgs};
pub use values::{Provider, RateLimit, Separator, Why, base};
pub use work::{AcceptArgs, DecideArgs, EraseArgs, ExportArgs, GatherArgs, StandArgs};

use crate::domain::language::Language;
use clap::{Parser, Subcommand};
use values::language;

/// Asks people for input at the beginning of policy, and tells each of them where it landed.
#[derive(Parser)]
#[command(
    name = "beginspraak",
    version,
    after_help = "Examples:
  beginspraak check public/content
  beginspraak publish --content public/content --out dist
  beginspraak serve --site dist --data data --listen 127.0.0.1:8080
  beginspraak gather --from collector --data data --to werkmap
  beginspraak export --from werkmap --content content --to reacties.csv
  beginspraak sign-intake --bucket reacties --prefix in --region eu-central-1 --out dist/intake.json

Exit codes: 0 done, 1 something was found or went wrong, 2 asked wrongly."
)]
pub struct Cli {
    /// Language of the messages: nl or en
    #[arg(long, global = true, default_value = "nl", value_parser = language, value_name = "LANGUAGE")]
    pub lang: Language,
    /// What to do.
    #[command(subcommand)]
    pub command: Command,
}

/// What to do.
#[derive(Subcommand)]
pub enum Command {
    /// Serve a published site and collect reactions
    Serve(ServeArgs),
    /// Check a content folder: every problem, with file, path and remedy
    Check(CheckArgs),
    /// Make the static site from a content folder
    Publish(PublishArgs),
    /// Make a photo, drawing or logo fit for the site
    Picture(PictureArgs),
    /// Bring reactions together in a work folder
    Gather(GatherArgs),
    /// Tell how the work on reactions stands, and what is still to be done
    Stand(StandArgs),
    /// Tell which village gatherings there are, and decide whether what they sent counts
    Accept(AcceptArgs),
    /// Bring decisions about reactions into the log of a work folder, or write what holds
    Decide(DecideArgs),
    /// Erase a reaction for good
    Erase(EraseArgs),
    /// Turn what was gathered into CSV or JSON
    Export(ExportArgs),
    /// Let browsers put reactions in an S3 bucket for some days
    SignIntake(SignIntakeArgs),
    /// Write the JSON Schemas of all formats
    Schema(SchemaArgs),
    /// Make lookup files for invented reactions, and measure that
    #[command(hide = true)]
    Rehearse(RehearseArgs),
}

#[cfg(test)]
mod tests {
    use super::*;
    use clap::CommandFactory;

    #[test]
    fn the_command_line_is_sound_and_every_command_has_examples() {
        let command = Cli::command();
        command.clone().debug_assert();
        for sub in command.get_subcommands() {
            let help = sub.get_after_help().map(ToString::to_string).unwrap_or_default();
            assert!(help.contains("Examples:\n  beginspraak"), "{}", sub.get_name());
        }
    }
}
