//! `beginspraak sign-intake`: writes `intake.json`, with which browsers may put reactions in a bucket for some days, and
//! explains how that bucket must be set up.

mod answer;
mod credentials;
mod explain;
mod location;
mod policy;
pub mod unfit;

pub use answer::answer;
pub use credentials::credentials;
pub use location::location;

use super::{Outcome, cli::SignIntakeArgs, disk};
use crate::{
    domain::{
        bucket::{Missing, Trouble},
        language::Language,
    },
    files::error::Error,
    texts,
};
use jiff::Timestamp;
use std::time::Duration;
use ureq::Agent;

/// How long the server may take to say what time it is.
const PATIENCE: Duration = Duration::from_secs(3);

/// Signs and writes, or explains.
pub fn run(args: &SignIntakeArgs, language: Language) -> Result<Outcome, Error> {
    let place = location(&args.bucket, &args.prefix, &args.server, |name| std::env::var(name).ok())
        .map_err(Error::NotALocation)?;
    if let Some(provider) = args.explain {
        print!("{}", explain::text(language, provider, &place, &args.origin));
        return Ok(Outcome::Clean);
    }
    let Some(out) = &args.out else { return Err(Error::Credentials(Missing::Out)) };
    let credentials = credentials(|name| std::env::var(name).ok()).map_err(Error::Credentials)?;
    let intake = policy::intake(&place, &credentials, args.days, args.signed_at.unwrap_or_else(Timestamp::now));
    let text = serde_json::to_string_pretty(&intake).unwrap_or_default();
    disk::replace(out, |file| writeln!(file, "{text}"))?;
    println!("{}", texts::intake::signed(language, out, &intake, args.days));
    // With a clock that is off, the server refuses what was signed just now. One that can't be asked tells nothing.
    match minutes_off(&place.server) {
        None => Ok(Outcome::Clean),
        Some(minutes) => {
            println!("{}", texts::attempt::bucket(language, &Trouble::Clock(minutes)));
            Ok(Outcome::Findings)
        }
    }
}

/// By how many minutes this machine's clock is ahead of the server's, when that matters.
fn minutes_off(server: &str) -> Option<i64> {
    let agent: Agent =
        Agent::config_builder().timeout_global(Some(PATIENCE)).http_status_as_error(false).build().into();
    let answer = agent.head(server).call().ok()?;
    self::answer(answer.headers()).ahead
}
