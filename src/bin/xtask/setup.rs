//! Sets up what a task needs and is missing here, and says nothing when all is there.

use std::path::PathBuf;

use crate::engines::{self, Engine};
use crate::error::Error;
use crate::paths::Paths;
use crate::steps::Steps;
use crate::{browser, hosts, npm, rust, seaweed, tools};

/// What runs wasm tests, and a browser with its driver, ready for it.
pub struct WasmTests {
    pub runner: PathBuf,
    pub driver: PathBuf,
    pub settings: PathBuf,
}

/// What building the site needs.
pub fn for_building(steps: &mut Steps) -> Result<(), Error> {
    rust::ensure_wasm_target(steps)
}

/// What checking the source needs.
pub fn for_checking(steps: &mut Steps) -> Result<(), Error> {
    rust::ensure_components(steps)
}

/// The S3 server that tests post to.
pub fn for_bucket_tests(paths: &Paths, steps: &mut Steps) -> Result<PathBuf, Error> {
    seaweed::ensure(paths, steps)
}

/// What tests compiled to wasm need.
pub fn for_wasm_tests(paths: &Paths, steps: &mut Steps) -> Result<WasmTests, Error> {
    for_building(steps)?;
    let runner = tools::wasm_test_runner(paths, steps)?;
    let chromium = browser::chromium(steps)?;
    let settings = browser::write_driver_settings(paths, &chromium)?;
    Ok(WasmTests { runner, driver: browser::driver(steps)?, settings })
}

/// A browser for tests of the whole product, and the folder with the hosts to try it behind, if there are any.
pub struct BrowserTests {
    pub chromium: PathBuf,
    pub hosts: Option<PathBuf>,
}

/// What tests of the whole product in a browser need.
pub fn for_browser_tests(paths: &Paths, steps: &mut Steps) -> Result<BrowserTests, Error> {
    for_building(steps)?;
    browser::node()?;
    npm::ensure(paths, steps)?;
    let chromium = browser::chromium(steps)?;
    Ok(BrowserTests { chromium, hosts: hosts::ensure(paths, steps) })
}

/// What tests in the engines that are not Chromium's need: those that can be had here.
pub fn for_engine_tests(paths: &Paths, steps: &mut Steps) -> Result<Vec<Engine>, Error> {
    for_building(steps)?;
    browser::node()?;
    npm::ensure(paths, steps)?;
    engines::ensure(paths, steps)
}

/// Everything, for `cargo xtask setup`.
pub fn everything(paths: &Paths, steps: &mut Steps) -> Result<(), Error> {
    for_checking(steps)?;
    for_bucket_tests(paths, steps)?;
    for_wasm_tests(paths, steps)?;
    for_browser_tests(paths, steps)?;
    for_engine_tests(paths, steps)?;
    eprintln!("Everything is set up. Tools for tests are kept in {}.", paths.tools.display());
    Ok(())
}
