//! Kills the collector under load, thousands of times, and counts what was lost: the story in `tests/collector/power.rs`,
//! much longer than in the quick suite.

use std::process::Command;

use crate::error::Error;
use crate::paths::Paths;
use crate::steps::Steps;

/// How often.
#[derive(clap::Args)]
pub struct Kills {
    /// How often the plug is pulled
    #[arg(long, value_name = "N", default_value_t = 3000, value_parser = clap::value_parser!(u32).range(1..))]
    times: u32,
}

/// Runs the story and prints what it counted; it fails when anything acknowledged is lost or double.
pub fn run(paths: &Paths, steps: &mut Steps, kills: &Kills) -> Result<(), Error> {
    let mut cargo = Command::new("cargo");
    cargo.args(["test", "--test", "collector", "time_and_again", "--", "--nocapture"]).current_dir(&paths.root);
    cargo.env("BEGINSPRAAK_KILLS", kills.times.to_string());
    let output = steps.command(&format!("kill the collector {} times", kills.times), &mut cargo)?;
    let counted = output.lines().find(|line| line.contains("lost or double")).unwrap_or_default();
    println!("{} kills: {counted}", kills.times);
    Ok(())
}
