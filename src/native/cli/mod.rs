//! What one can type: the commands of `beginspraak`, their options and examples.

mod help;
mod values;

pub use help::parse;
pub use values::{Addressing, Provider, RateLimit, Separator, Why};

use crate::{
    domain::{
        day::Day,
        gathering::GatheringId,
        id::{Id, ReactionId},
        language::Language,
    },
    files::release::Anyway,
};
use clap::{ArgGroup, Args, Parser, Subcommand};
use std::{net::SocketAddr, path::PathBuf};
pub use values::base;
use values::{day, gathering_id, id, language, origin, reaction_id};

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

/// `beginspraak serve`
#[derive(Args, Clone, Debug)]
#[command(after_help = "Examples:
  beginspraak serve --site dist --data data
  beginspraak serve --site dist --data /srv/beginspraak --listen 0.0.0.0:8080 --rate-limit 50
  beginspraak serve --site dist --data data --behind-proxy --origin https://denkmee.example.nl

Stop it with Ctrl-C or SIGTERM: requests under way are finished first. Publishing the site anew needs no restart.
Reactions are kept in DIR/reactions.sqlite; back it up with: sqlite3 DIR/reactions.sqlite \".backup copy.sqlite\"
or copy all of DIR: while it runs, a part stands in reactions.sqlite-wal. One collector for each DIR.")]
pub struct ServeArgs {
    /// The published site, as `beginspraak publish` leaves it
    #[arg(long, value_name = "DIR")]
    pub site: PathBuf,
    /// Where reactions are kept; made when it is not there
    #[arg(long, value_name = "DIR")]
    pub data: PathBuf,
    /// Where to listen; port 0 takes a free one
    #[arg(long, value_name = "ADDRESS", default_value = "127.0.0.1:8080")]
    pub listen: SocketAddr,
    /// An origin that may post besides the site's own, such as https://denkmee.example.nl; may be repeated
    #[arg(long, value_name = "URL", value_parser = origin)]
    pub origin: Vec<String>,
    /// Path the site lives under; by default what it was published with
    #[arg(long, value_name = "PATH", value_parser = base)]
    pub base: Option<String>,
    /// Reactions per second that one address may keep up, after a burst of 30 times as many; or "off"
    #[arg(long, value_name = "N", default_value = "20")]
    pub rate_limit: RateLimit,
    /// Take the visitor's address and scheme from X-Forwarded-For and X-Forwarded-Proto; only behind a proxy of your own
    #[arg(long)]
    pub behind_proxy: bool,
    /// Pretend that it is this day, for tests
    #[arg(long, value_name = "DAY", hide = true, value_parser = day)]
    pub today: Option<Day>,
}

/// `beginspraak check`
#[derive(Args)]
#[command(after_help = "Examples:
  beginspraak check public/content
  beginspraak --lang en check public/content
  beginspraak check content --base /denkmee/
  beginspraak check content --site dist
  beginspraak check content --site dist --try

DIR holds consultations/*.json and places/*.json; site.json is in DIR or beside it. A line with \"Note\" is a question to
you, and stops nothing. With --site, the signed intake.json of a bucket is looked at too: whether it is there, fits
site.json, and is valid for another day. With --try as well, a test reaction goes to every endpoint; it is never counted.
Exit code 0: nothing found; 1: something found.")]
pub struct CheckArgs {
    /// The content folder
    #[arg(value_name = "DIR")]
    pub dir: PathBuf,
    /// The path the site will live under
    #[arg(long, value_name = "PATH", value_parser = base)]
    pub base: Option<String>,
    /// The published site, to look at what it needs of a bucket
    #[arg(long, value_name = "DIR")]
    pub site: Option<PathBuf>,
    /// Send a test reaction to where reactions go, and say what comes back
    #[arg(long = "try", requires = "site")]
    pub attempt: bool,
    /// Where the site is, if that is not in site.json
    #[arg(long, value_name = "URL", value_parser = origin)]
    pub origin: Option<String>,
    /// Pretend that it is this day, for tests
    #[arg(long, value_name = "DAY", hide = true, value_parser = day)]
    pub today: Option<Day>,
}

/// `beginspraak publish`
#[derive(Args)]
#[command(after_help = "Examples:
  beginspraak publish --content public/content --out dist
  beginspraak publish --content public/content --out dist --base /denkmee/ --bundle target/trunk
  beginspraak publish --content public/content --out dist --feedback drenthe-dichterbij

With --feedback, feedback and lookup files are first made from the work folder that the content is in (or --work), and put
in the content folder; they are published from there every time. Where a reaction has no place, nothing is published.
What others put in the site's folder stays; beginspraak.json there lists what is of the site. Publishing stops, and says
why, where the site would get another path, lose its apps, its feedback or a consultation, send reactions elsewhere
while one can react, or ask other questions under the same revision.")]
pub struct PublishArgs {
    /// The content folder
    #[arg(long, value_name = "DIR")]
    pub content: PathBuf,
    /// Where the site goes
    #[arg(long, value_name = "DIR")]
    pub out: PathBuf,
    /// Path the site will live under
    #[arg(long, value_name = "PATH", default_value = "/", value_parser = base)]
    pub base: String,
    /// The browser's apps as trunk built them; without it, pages work without JavaScript only
    #[arg(long, value_name = "DIR")]
    pub bundle: Option<PathBuf>,
    /// Compress less, to try something out: a site is made sooner, and weighs some more
    #[arg(long)]
    pub quick: bool,
    /// Where questions changed and "revision" did not, raise it in the content file
    #[arg(long)]
    pub raise_revisions: bool,
    /// Do it all the same, where publishing stops; several with commas between them
    #[arg(long, value_name = "WHAT", value_enum, value_delimiter = ',')]
    pub anyway: Vec<Anyway>,
    /// A consultation to make feedback on, from what stands in the work folder; may be repeated
    #[arg(long, value_name = "SLUG", value_parser = id)]
    pub feedback: Vec<Id>,
    /// The work folder; by default the one that the content folder is in
    #[arg(long, value_name = "DIR")]
    pub work: Option<PathBuf>,
    /// Pretend that it is this day, for tests
    #[arg(long, value_name = "DAY", hide = true, value_parser = day)]
    pub today: Option<Day>,
}

/// `beginspraak picture`
#[derive(Args)]
#[command(after_help = "Examples:
  beginspraak picture brink.jpg --to content/pictures/brink
  beginspraak picture logo.svg --to content/pictures/logo
  beginspraak picture brink-2.jpg --to content/pictures/brink --replace

Of a photo (JPEG, PNG, WebP) it makes a few light files, at most 40 kB for a telephone, without where and when it was
taken. Of a drawing (SVG) only the shapes stay: no scripts, nothing from elsewhere. Then name it in site.json or in the
file of a consultation, with what one sees for who can't see it; `publish` copies it.")]
pub struct PictureArgs {
    /// The photo, drawing or logo
    #[arg(value_name = "FILE")]
    pub file: PathBuf,
    /// Where it goes and what it is called: the folder pictures of the content, and a name without an end
    #[arg(long, value_name = "PATH")]
    pub to: PathBuf,
    /// Put it in the place of the one that is called so already
    #[arg(long)]
    pub replace: bool,
}

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

/// `beginspraak sign-intake`
#[derive(Args)]
#[command(after_help = "Examples:
  beginspraak sign-intake --bucket reacties --prefix in --endpoint-url https://s3.gra.io.cloud.ovh.net --out dist/intake.json
  beginspraak sign-intake --bucket reacties --prefix in --region eu-central-1 --days 2 --out dist/intake.json
  beginspraak sign-intake --bucket reacties --prefix in --region eu-central-1 --explain aws --origin https://denkmee.example.nl

The key is read from AWS_ACCESS_KEY_ID, AWS_SECRET_ACCESS_KEY and AWS_SESSION_TOKEN; FILE never holds the secret half.
Let it run every day, before what it signed expires. --explain prints how the bucket is set up, with no more rights
than needed, and signs nothing.")]
pub struct SignIntakeArgs {
    /// The bucket
    #[arg(long, value_name = "NAME")]
    pub bucket: String,
    /// What every key begins with
    #[arg(long, value_name = "PREFIX")]
    pub prefix: String,
    /// The server.
    #[command(flatten)]
    pub server: ServerArgs,
    /// For how many days browsers may post
    #[arg(long, value_name = "N", default_value_t = 7, value_parser = clap::value_parser!(u8).range(1..=7))]
    pub days: u8,
    /// Pretend that it is this time, for tests
    #[arg(long, value_name = "TIME", hide = true)]
    pub signed_at: Option<jiff::Timestamp>,
    /// The file to write: the site's intake.json
    #[arg(long, value_name = "FILE", required_unless_present = "explain")]
    pub out: Option<PathBuf>,
    /// Print how to set up the bucket
    #[arg(long, value_name = "PROVIDER")]
    pub explain: Option<Provider>,
    /// The site's origin, for --explain
    #[arg(long, value_name = "URL", value_parser = origin, default_value = "https://denkmee.example.nl")]
    pub origin: String,
}

/// An S3 server.
#[derive(Args, Clone, Debug, Default)]
pub struct ServerArgs {
    /// The S3 server; without it, Amazon's in the region
    #[arg(long, value_name = "URL")]
    pub endpoint_url: Option<String>,
    /// Its region; without it AWS_REGION, AWS_DEFAULT_REGION, or what the server's address says
    #[arg(long, value_name = "REGION")]
    pub region: Option<String>,
    /// Where the bucket's name stands in addresses: host for Amazon, else path
    #[arg(long, value_name = "HOW")]
    pub addressing: Option<Addressing>,
}

/// `beginspraak schema`
#[derive(Args)]
#[command(after_help = "Examples:
  beginspraak schema
  beginspraak schema --out dist/schema")]
pub struct SchemaArgs {
    /// Write a file for each format here; by default all go to the screen
    #[arg(long, value_name = "DIR")]
    pub out: Option<PathBuf>,
}

/// `beginspraak rehearse`
#[derive(Args)]
#[command(after_help = "Examples:
  beginspraak rehearse --reactions 1000000")]
pub struct RehearseArgs {
    /// For how many reactions
    #[arg(long, value_name = "N", default_value_t = 0)]
    pub reactions: u32,
    /// Fold a log of so many placements instead
    #[arg(long, value_name = "N")]
    pub placements: Option<u32>,
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
