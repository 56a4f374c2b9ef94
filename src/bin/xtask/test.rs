//! Runs every check, from formatting to the browser, and stops at the first that fails.

use std::process::Command;
use std::thread;

use crate::bundle::CSR;
use crate::error::Error;
use crate::paths::{self, Paths};
use crate::rust::WASM;
use crate::site::{self, Base};
use crate::steps::Steps;
use crate::{bundle, rust, setup, trunk};

/// The test that makes a site in WebAssembly: of the other world than the apps, so of a cargo call of its own.
const PRESS: &str = "wasm_press";
/// The test that folds a log.
const FOLD: &str = "wasm_fold";
/// The day on which both sites are made.
const PRESSED_ON: &str = "2026-12-01";

/// A group of checks that can be run alone.
#[derive(Clone, Copy, Debug, PartialEq, clap::ValueEnum)]
pub enum Suite {
    /// Formatting, clippy and the native tests.
    Native,
    /// Clippy for wasm32, and the tests that run compiled to wasm in a browser.
    Wasm,
    /// The site that the press makes in WebAssembly, held against the native one. Only when asked for: it compiles all
    /// once more, and the rest of the suite sees to it that it compiles
    Press,
    /// The finished site with a real collector, in a browser.
    Browser,
    /// The same in Firefox and WebKitGTK, for what people do most.
    Engines,
}

impl Suite {
    fn name(self) -> &'static str {
        match self {
            Suite::Native => "native",
            Suite::Wasm => "wasm",
            Suite::Press => "press",
            Suite::Browser => "browser",
            Suite::Engines => "engines",
        }
    }
}

/// Runs the suites asked for (when none is named, all but the press), in the order that finds cheap faults first.
pub fn run(paths: &Paths, steps: &mut Steps, only: &[Suite]) -> Result<(), Error> {
    let asked = |suite: Suite| only.contains(&suite) || (only.is_empty() && suite != Suite::Press);
    let outcome = in_order(paths, steps, asked);
    if let Some(summary) = steps.summary() {
        eprintln!("\n{summary}");
    }
    outcome
}

fn in_order(paths: &Paths, steps: &mut Steps, asked: impl Fn(Suite) -> bool + Sync) -> Result<(), Error> {
    if asked(Suite::Native) {
        native(paths, steps, asked(Suite::Browser)).map_err(failed(Suite::Native))?;
    }
    let beside = if asked(Suite::Browser) { steps.beside() } else { None };
    if asked(Suite::Wasm) && beside.is_none() {
        wasm(paths, steps).map_err(failed(Suite::Wasm))?;
    }
    if asked(Suite::Press) {
        press(paths, steps).map_err(failed(Suite::Press))?;
    }
    if asked(Suite::Browser) {
        let mut node = in_chromium(paths, steps).map_err(failed(Suite::Browser))?;
        // Stories wait for much of their time: what wants only a processor has it meanwhile.
        let compiling = |mut own: Steps| {
            let checked = if asked(Suite::Wasm) { wasm(paths, &mut own) } else { Ok(()) };
            let ready = checked.map_err(failed(Suite::Wasm)).and_then(|()| match asked(Suite::Engines) {
                true => setup::for_engine_tests(paths, &mut own).map(drop).map_err(failed(Suite::Engines)),
                false => Ok(()),
            });
            (own, ready)
        };
        thread::scope(|scope| {
            let beside = beside.map(|own| scope.spawn(|| compiling(own)));
            let told = steps.command_noting("tests, browser", &mut node, last_line).map_err(failed(Suite::Browser));
            let ready = beside.map_or(Ok(()), |compiled| match compiled.join() {
                Ok((own, ready)) => {
                    steps.joined(own);
                    ready
                }
                Err(panic) => std::panic::resume_unwind(panic),
            });
            told.map(drop).and(ready)
        })?;
    }
    if asked(Suite::Engines) {
        engines(paths, steps).map_err(failed(Suite::Engines))?;
    }
    Ok(())
}

/// Says in which suite it was.
fn failed(suite: Suite) -> impl Fn(Error) -> Error {
    move |cause| Error::TestFailed { suite: suite.name(), cause: Box::new(cause) }
}

/// `with_apps`: they are needed later in this run.
fn native(paths: &Paths, steps: &mut Steps, with_apps: bool) -> Result<(), Error> {
    setup::for_checking(steps)?;
    let weed = setup::for_bucket_tests(paths, steps)?;
    steps.command("format", &mut cargo(paths, &["fmt", "--check"]))?;
    let clippy = ["clippy", "--all-targets", "--", "-D", "warnings"];
    steps.command("clippy, native", &mut cargo(paths, &clippy))?;
    steps.command("tests, native, compiled", &mut cargo(paths, &["test", "--no-run"]))?;
    // Some tests keep one processor busy for long.
    let mut ahead = if with_apps {
        setup::for_building(steps)?;
        bundle::ahead(paths)?
    } else {
        Vec::new()
    };
    let tested = steps.command_noting("tests, native", cargo(paths, &["test"]).env("WEED", weed), passed);
    for apps in &mut ahead {
        if tested.is_err() {
            // It may have come to its end by now.
            let _ = apps.kill();
        }
        // What went wrong with it is told when the apps are built.
        let _ = apps.wait();
    }
    tested.map(drop)
}

fn wasm(paths: &Paths, steps: &mut Steps) -> Result<(), Error> {
    setup::for_checking(steps)?;
    let tools = setup::for_wasm_tests(paths, steps)?;
    // Named one by one: `--tests` would compile native tests for the browser too.
    let mut tests = wasm_tests(paths)?;
    tests.retain(|name| name != PRESS);
    let tests: Vec<_> = tests.iter().flat_map(|name| ["--test", name]).collect();

    let apps = bundle::apps(paths)?;
    let mut clippy = cargo(paths, &["clippy", "--target", WASM, "--lib"]);
    clippy.args(CSR).args(apps.iter().flat_map(|app| ["--bin", app])).args(&tests).args(["--", "-D", "warnings"]);
    steps.command("clippy, wasm", &mut clippy)?;

    // The unit tests of the lib are about pure code: they run natively, where proptest is.
    let mut test = cargo(paths, &["test", "--target", WASM]);
    test.args(CSR).args(&tests);
    in_browser(&mut test, &tools);
    steps.command_noting("tests, wasm", &mut test, passed)?;
    let mut clippy = cargo(paths, &["clippy", "--target", WASM, "--lib", "--bin", "press"]);
    clippy.args(bundle::WORKER).args(["--", "-D", "warnings"]);
    steps.command("clippy, the press in wasm", &mut clippy)?;
    trunk::check(paths, steps, &apps)
}

/// Holds the site that the press makes in WebAssembly against the one that it makes natively.
fn press(paths: &Paths, steps: &mut Steps) -> Result<(), Error> {
    setup::for_checking(steps)?;
    let tools = setup::for_wasm_tests(paths, steps)?;
    let pressed = paths.notes.join("pressed");
    if pressed.exists() {
        std::fs::remove_dir_all(&pressed).map_err(Error::io("empty", &pressed))?;
    }
    let mut publish = cargo(paths, &["run", "--bin", "beginspraak", "--", "publish", "--quick", "--content"]);
    publish.arg("public/content").args(["--today", PRESSED_ON, "--out"]).arg(&pressed);
    steps.command("the example, pressed natively", &mut publish)?;
    let (day, site) = ("BEGINSPRAAK_PRESSED_ON", "BEGINSPRAAK_PRESSED");
    // No clippy of its own: what it compiles was looked at natively.
    let mut test = cargo(paths, &["test", "--target", WASM, "--test", PRESS]);
    test.env(day, PRESSED_ON).env(site, &pressed);
    in_browser(&mut test, &tools);
    steps.command_noting("tests, press in wasm", &mut test, passed)?;
    Ok(())
}

/// What runs a test that was compiled to wasm in a browser.
fn in_browser(test: &mut Command, tools: &setup::WasmTests) {
    test.env("CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUNNER", &tools.runner)
        .env("WASM_BINDGEN_USE_BROWSER", "1")
        .env("WASM_BINDGEN_TEST_TIMEOUT", "120")
        .env("WASM_BINDGEN_TEST_WEBDRIVER_JSON", &tools.settings)
        .env("CHROMEDRIVER", &tools.driver);
}

/// The stories, ready to be told in Chromium.
fn in_chromium(paths: &Paths, steps: &mut Steps) -> Result<Command, Error> {
    let setup::BrowserTests { chromium, hosts } = setup::for_browser_tests(paths, steps)?;
    site::example(paths, steps, &Base::default(), false)?;
    let mut node = stories(paths);
    node.env("CHROMIUM", chromium)
        .env("WEED", setup::for_bucket_tests(paths, steps)?)
        .envs(hosts.map(|hosts| ("BEGINSPRAAK_HOSTS", hosts)));
    Ok(node)
}

fn engines(paths: &Paths, steps: &mut Steps) -> Result<(), Error> {
    let engines = setup::for_engine_tests(paths, steps)?;
    if engines.is_empty() {
        return Ok(());
    }
    site::example(paths, steps, &Base::default(), false)?;
    let names: Vec<_> = engines.iter().map(|engine| engine.name).collect();
    let mut node = stories(paths);
    node.arg("--engines").envs(engines.into_iter().flat_map(|engine| engine.programs));
    steps.command_noting(&format!("tests, {}", names.join(" and ")), &mut node, last_line)?;
    Ok(())
}

/// How long folding so many placements takes in a browser, in words.
pub fn folding(paths: &Paths, steps: &mut Steps, placements: u32) -> Result<String, Error> {
    let tools = setup::for_wasm_tests(paths, steps)?;
    let mut test = cargo(paths, &["test", "--release", "--target", WASM, "--test", FOLD]);
    test.args(CSR).args(["--", "--nocapture"]).env("BEGINSPRAAK_PLACEMENTS", placements.to_string());
    in_browser(&mut test, &tools);
    let output = steps.command("fold a log in a browser", &mut test)?;
    let told = output.lines().find_map(|line| line.find("folded ").map(|at| line[at..].trim_end().to_owned()));
    Ok(told.unwrap_or_default())
}

/// What runs stories, on the site as it was built.
fn stories(paths: &Paths) -> Command {
    let mut node = Command::new("node");
    node.arg("tests/browser/run.mjs")
        .env("BEGINSPRAAK_BIN", paths.native_command(false))
        .env("BEGINSPRAAK_SITE", &paths.dist)
        .current_dir(&paths.root);
    node
}

fn cargo(paths: &Paths, arguments: &[&str]) -> Command {
    let mut cargo = rust::cargo();
    cargo.args(arguments).current_dir(&paths.root);
    cargo
}

/// The names of `tests/wasm_*.rs`.
fn wasm_tests(paths: &Paths) -> Result<Vec<String>, Error> {
    let mut names = paths::rust_files(&paths.root.join("tests"))?;
    names.retain(|name| name.starts_with("wasm_"));
    Ok(names)
}

/// How many tests passed, summed over the test programs.
fn passed(output: &str) -> String {
    let results = output.lines().filter_map(|line| line.split_once("test result: ok. "));
    let counts = results.filter_map(|(_, rest)| rest.split(' ').next()?.parse::<u64>().ok());
    match counts.sum() {
        0 => String::new(),
        1 => "1 test".to_owned(),
        count => format!("{count} tests"),
    }
}

fn last_line(output: &str) -> String {
    let line = output.lines().rfind(|line| !line.trim().is_empty());
    line.unwrap_or_default().trim().chars().take(60).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn passed_tests_are_summed_over_all_programs() {
        let output = "test a ... ok\ntest result: ok. 12 passed; 0 failed; 0 ignored\n\
                      \ntest result: ok. 3 passed; 0 failed\n";
        assert_eq!(passed(output), "15 tests");
        assert_eq!(passed("nothing ran"), "");
    }

    #[test]
    fn the_last_words_of_a_program_are_its_note() {
        assert_eq!(last_line("a\n  31 passed  \n\n"), "31 passed");
        assert_eq!(last_line(""), "");
    }
}
