//! The commands that make a site, look it over and serve it.

use super::values::{RateLimit, base, day, id, origin};
use crate::{
    domain::{day::Day, id::Id},
    files::release::Anyway,
};
use clap::Args;
use std::{net::SocketAddr, path::PathBuf};

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
