//! `beginspraak sign-intake`: writes `intake.json`, with which browsers may put reactions in a bucket for some days, and
//! explains how that bucket must be set up.

mod credentials;
mod explain;
mod place;
mod policy;
pub mod standing;

pub use explain::Provider;
pub use place::{Addressing, NotAPlace, Place};

use super::{Outcome, cli::SignIntakeArgs, error::Error, files};
use crate::{domain::language::Language, texts};
pub use credentials::{Credentials, Missing};
use jiff::Timestamp;

/// Signs and writes, or explains.
pub fn run(args: &SignIntakeArgs, language: Language) -> Result<Outcome, Error> {
    let place = Place::new(&args.bucket, &args.prefix, &args.server, |name| std::env::var(name).ok())
        .map_err(Error::NotAPlace)?;
    if let Some(provider) = args.explain {
        print!("{}", explain::text(language, provider, &place, &args.origin));
        return Ok(Outcome::Clean);
    }
    let Some(out) = &args.out else { return Err(Error::Credentials(Missing::Out)) };
    let credentials = Credentials::read(|name| std::env::var(name).ok()).map_err(Error::Credentials)?;
    let intake = policy::intake(&place, &credentials, args.days, args.signed_at.unwrap_or_else(Timestamp::now));
    let text = serde_json::to_string_pretty(&intake).unwrap_or_default();
    files::replace(out, |file| writeln!(file, "{text}"))?;
    println!("{}", texts::intake::signed(language, out, &intake, args.days));
    Ok(Outcome::Clean)
}
