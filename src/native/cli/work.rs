//! The commands for what comes in: gathering reactions, deciding about them, erasing and exporting.

use super::{
    bucket::ServerArgs,
    values::{Separator, Why, day, gathering_id, id, reaction_id},
};
use crate::domain::{
    day::Day,
    gathering::GatheringId,
    id::{Id, ReactionId},
};
use clap::{ArgGroup, Args};
use std::path::PathBuf;

/// `beginspraak gather`
#[derive(Args)]
#[command(after_help = "Examples:
  beginspraak gather --from collector --data data --to werkmap
  beginspraak gather --from /srv/beginspraak --to werkmap
  beginspraak gather --from downloads/reactions --to werkmap
  beginspraak gather --from s3://reacties/in --endpoint-url https://s3.gra.io.cloud.ovh.net --to werkmap
  beginspraak gather --from submissions.json --content content --to werkmap

SOURCE is the word collector (with --data), a collector's data folder, a bucket with a prefix, a file, or a folder with
files and folders in it. A file may be a reaction, lines of reactions, a copy of a collector's database, what export wrote
as JSON, or what the Netlify API or a form service exports as JSON or CSV. For a bucket the key is read from AWS_ACCESS_KEY_ID, AWS_SECRET_ACCESS_KEY and AWS_SESSION_TOKEN.
DIR is a work folder: reactions go in work/<consultation>/, as they came. What is there stays, and is not fetched again;
gathering twice changes nothing. What was erased stays out. A running collector is not disturbed. Every whole reaction is
kept; with content, in DIR/content or named, it is told how many do not fit what was asked, and why.
Exit code 1 when something could not be read or contradicts; the rest is gathered all the same.")]
pub struct GatherArgs {
    /// Where the reactions are: collector, a folder, a file, or s3://bucket/prefix
    #[arg(long, value_name = "SOURCE")]
    pub from: String,
    /// The collector's data folder, for --from collector
    #[arg(long, value_name = "DIR", default_value = "data")]
    pub data: PathBuf,
    /// The content folder, to tell what does not fit the questions, and to read forms that were sent without JavaScript
    #[arg(long, value_name = "DIR")]
    pub content: Option<PathBuf>,
    /// Leave out what was sent as a test, and take out what the work folder holds of that
    #[arg(long)]
    pub no_tests: bool,
    /// The server of a bucket.
    #[command(flatten)]
    pub server: ServerArgs,
    /// How many objects of a bucket are fetched at the same time
    #[arg(long, value_name = "N", default_value_t = 32, value_parser = clap::value_parser!(u8).range(1..=128))]
    pub parallel: u8,
    /// The work folder to gather in; made when it is not there
    #[arg(long, value_name = "DIR")]
    pub to: PathBuf,
    /// Who you are, for colleagues who work in the same folder
    #[arg(long, value_name = "NAME")]
    pub who: Option<String>,
    /// Pretend that it is this day, for tests
    #[arg(long, value_name = "DAY", hide = true, value_parser = day)]
    pub today: Option<Day>,
}

/// `beginspraak stand`
#[derive(Args)]
#[command(after_help = "Examples:
  beginspraak stand werkmap
  beginspraak stand werkmap --consultation drenthe-dichterbij

Tells of each consultation how many reactions there are, which have no place yet, what colleagues decided differently
without knowing of each other, and which lines could not be read. Nothing is changed.")]
pub struct StandArgs {
    /// The work folder
    #[arg(value_name = "DIR")]
    pub folder: PathBuf,
    /// Only this consultation
    #[arg(long, value_name = "SLUG", value_parser = id)]
    pub consultation: Option<Id>,
    /// The content folder; by default DIR/content
    #[arg(long, value_name = "DIR")]
    pub content: Option<PathBuf>,
}

/// `beginspraak accept`
#[derive(Args)]
#[command(after_help = "Examples:
  beginspraak accept werkmap
  beginspraak accept werkmap --from dorpsgesprek-annen.zip
  beginspraak accept werkmap --yes 5f0c3a9e7b21d4460a8e91c2 --who Anna

Anybody can send a reaction that says that it comes from a village gathering. It counts as such only when you accept that
gathering, and its proof fits: that was made with a secret in the gathering's own files. So these must be in the work
folder, in gatherings/<id>; --from takes them over from a back-up of a desk, or from a folder. What comes from a gathering
that you refuse is kept, and counts in no number but its own. `beginspraak decide --undo` takes back what you did last.")]
pub struct AcceptArgs {
    /// The work folder
    #[arg(value_name = "DIR")]
    pub folder: PathBuf,
    /// What this gathering sent counts; may be repeated
    #[arg(long, value_name = "ID", value_parser = gathering_id)]
    pub yes: Vec<GatheringId>,
    /// What this gathering sent does not count; may be repeated
    #[arg(long, value_name = "ID", value_parser = gathering_id)]
    pub no: Vec<GatheringId>,
    /// Take over the gatherings in this back-up of a desk, or in this folder, first
    #[arg(long, value_name = "FILE")]
    pub from: Option<PathBuf>,
    /// Only this consultation
    #[arg(long, value_name = "SLUG", value_parser = id)]
    pub consultation: Option<Id>,
    /// The content folder; by default DIR/content
    #[arg(long, value_name = "DIR")]
    pub content: Option<PathBuf>,
    /// Who you are, for colleagues who work in the same folder
    #[arg(long, value_name = "NAME")]
    pub who: Option<String>,
}

/// `beginspraak decide`
#[derive(Args)]
#[command(group(ArgGroup::new("what").required(true).args(["from", "to", "undo", "redo"])))]
#[command(after_help = "Examples:
  beginspraak decide werkmap --consultation drenthe-dichterbij --to besluiten.json
  beginspraak decide werkmap --from besluiten.json --who Anna
  beginspraak decide werkmap --undo --who Anna

With --to, what holds now is written as a file, with what has no place yet under \"nowhere\". With --from, what stands in
such a file holds from then on, and what does not stand in it does not. What colleagues did since the file was written is
not lost: where it differs, `beginspraak stand` tells, and --to lists it under \"conflicts\". Take a conflict out of that list
to settle it by what the file says. --undo takes back what you did last, --redo does it again; what a colleague decided
about it since, stays.")]
pub struct DecideArgs {
    /// The work folder
    #[arg(value_name = "DIR")]
    pub folder: PathBuf,
    /// A file with decisions
    #[arg(long, value_name = "FILE")]
    pub from: Option<PathBuf>,
    /// A file to write what holds in
    #[arg(long, value_name = "FILE")]
    pub to: Option<PathBuf>,
    /// Take back what you did last; again, what you did before that
    #[arg(long)]
    pub undo: bool,
    /// Do again what you took back last
    #[arg(long)]
    pub redo: bool,
    /// Which consultation, when the folder holds several; a file names its own
    #[arg(long, value_name = "SLUG", value_parser = id)]
    pub consultation: Option<Id>,
    /// The content folder; by default DIR/content
    #[arg(long, value_name = "DIR")]
    pub content: Option<PathBuf>,
    /// Who you are, for colleagues who work in the same folder
    #[arg(long, value_name = "NAME")]
    pub who: Option<String>,
}

/// `beginspraak erase`
#[derive(Args)]
#[command(after_help = "Examples:
  beginspraak erase werkmap --consultation drenthe-dichterbij --receipt --why on_request
  beginspraak erase werkmap --consultation bus --reaction 01a2015c-67c2-7127-8434-ffdbb7c3e38c --why personal_data --database data

The reaction, and what is or was quoted of it, goes out of every file of lines in the work folder and out of every version
of the feedback in the content, and with --database out of the collector. Only its id and the reason stay, so that it does not come back. This can't be undone.")]
pub struct EraseArgs {
    /// The work folder
    #[arg(value_name = "DIR")]
    pub folder: PathBuf,
    /// To which consultation it belongs
    #[arg(long, value_name = "SLUG", value_parser = id)]
    pub consultation: Id,
    /// The id of the reaction
    #[arg(long, value_name = "ID", value_parser = reaction_id, conflicts_with = "receipt", required_unless_present = "receipt")]
    pub reaction: Option<ReactionId>,
    /// Ask for its receipt code, which is typed and kept nowhere
    #[arg(long)]
    pub receipt: bool,
    /// Why; published as a number with this reason
    #[arg(long, value_name = "WHY", value_enum)]
    pub why: Why,
    /// The content folder, in which what is quoted of it is taken out of every version; by default DIR/content
    #[arg(long, value_name = "DIR")]
    pub content: Option<PathBuf>,
    /// The data folder of a collector, to erase it there too
    #[arg(long, value_name = "DIR")]
    pub database: Option<PathBuf>,
    /// Who you are, for colleagues who work in the same folder
    #[arg(long, value_name = "NAME")]
    pub who: Option<String>,
}

/// `beginspraak export`
#[derive(Args)]
#[command(after_help = "Examples:
  beginspraak export --from werkmap --content content --to reacties.csv
  beginspraak export --from werkmap --content content --consultation bus --to bus.csv --replace
  beginspraak --lang en export --from werkmap --content content --to reactions.csv --separator tab
  beginspraak export --from werkmap --to reactions.json

With --content, the columns are the questions, and the cells say what people chose, in the language of --lang. A CSV
file holds the reactions to one consultation. Between cells stands ; in Dutch and , in English, as spreadsheets expect.
What somebody typed and a spreadsheet would make a formula, number or day of, begins with an apostrophe.
What stands in FILE already stays, unless you say --replace; content and what stands in a work folder always stays.")]
pub struct ExportArgs {
    /// The work folder
    #[arg(long, value_name = "DIR")]
    pub from: PathBuf,
    /// The file to write: its name ends in .csv or .json
    #[arg(long, value_name = "FILE")]
    pub to: PathBuf,
    /// The content folder, for titles and labels instead of ids; by default the one in the work folder
    #[arg(long, value_name = "DIR")]
    pub content: Option<PathBuf>,
    /// Which consultation, when the work folder holds several
    #[arg(long, value_name = "SLUG", value_parser = id)]
    pub consultation: Option<Id>,
    /// Export what was sent as a test too
    #[arg(long)]
    pub tests: bool,
    /// With --content: put the ids in columns of their own too
    #[arg(long)]
    pub ids: bool,
    /// Between the cells of a CSV file: ; or , or tab
    #[arg(long, value_name = "MARK")]
    pub separator: Option<Separator>,
    /// Leave out the mark by which Excel recognises UTF-8
    #[arg(long)]
    pub no_bom: bool,
    /// Put the export in the place of what is there
    #[arg(long)]
    pub replace: bool,
}
