//! What hosts and staff wait for and may lose: the browser killed while somebody notes, the files of helpers brought together, a
//! remark typed until it is safe, and a site that is made. In a real browser with its profile on the disk.

use std::process::Command;

use serde_json::Value;

use crate::error::Error;
use crate::paths::Paths;
use crate::setup;
use crate::site::{self, Base};
use crate::steps::Steps;
use crate::table::{Table, grouped};

/// From Enter to safe, in milliseconds, for 95 of 100 remarks.
const SAFE: f64 = 50.0;

/// From the button to what changes, in milliseconds: the example site, and one of a hundred questions.
const MADE: [(&str, f64); 2] = [("/press/example", 3_000.0), ("/press/many", 60_000.0)];

/// How often.
#[derive(clap::Args)]
pub struct Desk {
    /// How often the browser is killed
    #[arg(long, value_name = "N", default_value_t = 200, value_parser = clap::value_parser!(u32).range(1..))]
    times: u32,
}

/// Prints what was measured; it fails where something that was called safe is gone, where the order of files matters, and
/// where it takes too long.
pub fn run(paths: &Paths, steps: &mut Steps, desk: &Desk) -> Result<(), Error> {
    let setup::BrowserTests { chromium, .. } = setup::for_browser_tests(paths, steps)?;
    site::example(paths, steps, &Base::default(), false)?;
    let mut node = Command::new("node");
    node.args(["tests/browser/bench/desk.mjs", "--times", &desk.times.to_string()])
        .env("BEGINSPRAAK_BIN", paths.native_command(false))
        .env("BEGINSPRAAK_SITE", &paths.dist)
        .env("CHROMIUM", chromium)
        .current_dir(&paths.root);
    let output = steps.command(&format!("kill the browser {} times", desk.times), &mut node)?;
    let told: Value =
        output.lines().find_map(|line| serde_json::from_str(line).ok().filter(Value::is_object)).unwrap_or_default();
    let number = |at: &str| told.pointer(at).and_then(Value::as_f64);
    let whole = |at: &str| grouped(number(at).unwrap_or_default() as u64);
    let milliseconds = |at: &str| format!("{:.1} ms", number(at).unwrap_or_default());

    let mut table = Table::new(["killed", "called safe", "lost", "twice"]);
    table.row([whole("/kills/times"), whole("/kills/promised"), whole("/kills/lost"), whole("/kills/twice")]);
    println!("{table}");
    let mut table = Table::new(["helpers", "remarks", "a file brought in, p50", "p95", "the same in each order"]);
    let same = told.pointer("/merge/same") == Some(&Value::Bool(true));
    table.row([
        whole("/merge/helpers"),
        whole("/merge/remarks"),
        milliseconds("/merge/p50"),
        milliseconds("/merge/p95"),
        if same { "yes" } else { "NO" }.to_owned(),
    ]);
    println!("{table}");
    let mut table = Table::new(["remarks there", "Enter to safe, p50", "p95", "one append and sync, p50", "p95 "]);
    table.row([
        whole("/safe/there"),
        milliseconds("/safe/p50"),
        milliseconds("/safe/p95"),
        milliseconds("/safe/append_p50"),
        milliseconds("/safe/append_p95"),
    ]);
    println!("{table}");

    let mut table = Table::new(["questions", "the example site is made in", "one of so many in"]);
    table.row([whole("/press/questions"), milliseconds("/press/example"), milliseconds("/press/many")]);
    println!("{table}");

    let mut over = Vec::new();
    for (at, most) in MADE {
        if number(at).is_none_or(|took| took > most) {
            over.push(format!("{} to make a site ({at}), of {most} ms", milliseconds(at)));
        }
    }
    if number("/kills/lost") != Some(0.0) || number("/kills/twice") != Some(0.0) {
        over.push(format!("{} remarks lost, {} twice", whole("/kills/lost"), whole("/kills/twice")));
    }
    if !same {
        over.push("the order in which files are brought in makes a difference".to_owned());
    }
    if number("/safe/p95").is_none_or(|p95| p95 > SAFE) {
        over.push(format!("{} until a remark is safe, of {SAFE} ms", milliseconds("/safe/p95")));
    }
    if over.is_empty() { Ok(()) } else { Err(Error::OverBudget { items: over }) }
}
