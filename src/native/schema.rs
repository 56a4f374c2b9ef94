//! `beginspraak schema`: the formats as JSON Schemas, for other programs.

use super::{Outcome, cli::SchemaArgs, disk};
use crate::files::{error::Error, schema::all};
use serde_json::Value;
use std::fs;

/// Writes them to a folder, or to the screen.
pub fn run(args: &SchemaArgs) -> Result<Outcome, Error> {
    let Some(dir) = &args.out else {
        let every: serde_json::Map<_, _> = all().into_iter().map(|(name, schema)| (name.to_owned(), schema)).collect();
        println!("{:#}", Value::Object(every));
        return Ok(Outcome::Clean);
    };
    fs::create_dir_all(dir).map_err(Error::write(dir))?;
    for (name, schema) in all() {
        disk::replace(&dir.join(format!("{name}.json")), |out| writeln!(out, "{schema:#}"))?;
    }
    Ok(Outcome::Clean)
}
