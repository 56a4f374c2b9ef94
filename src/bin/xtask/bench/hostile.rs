//! Posts what strangers might, 20,000 times, and publishes the honest rest; and tries content that is anything: the stories in
//! `tests/collector/hostile.rs`, much longer than in the quick suite.

use crate::error::Error;
use crate::paths::Paths;
use crate::rust;
use crate::steps::Steps;

/// How much.
#[derive(clap::Args)]
pub struct Hostile {
    /// How many posts
    #[arg(long, value_name = "N", default_value_t = 20_000, value_parser = clap::value_parser!(u32).range(12..))]
    posts: u32,
}

/// Runs the story and prints what it counted; it fails when an honest reaction is lost, or a stranger's word published.
pub fn run(paths: &Paths, steps: &mut Steps, hostile: &Hostile) -> Result<(), Error> {
    let mut cargo = rust::cargo();
    cargo.args(["test", "--test", "collector", "hostile", "--", "--nocapture"]).current_dir(&paths.root);
    cargo.env("BEGINSPRAAK_HOSTILE", hostile.posts.to_string());
    let output = steps.command(&format!("post {} times what strangers might", hostile.posts), &mut cargo)?;
    for line in output.lines().filter(|line| line.contains("hostile: ") || line.contains("content: ")) {
        println!("{line}");
    }
    Ok(())
}
