//! `cargo xtask`: one command each to serve, test, measure and build Beginspraak, setting up whatever is missing first.
//!
//! Cargo compiles every binary of the package when it builds the browser tests,
//! so on wasm32 this file is an empty shell.
#![cfg_attr(target_arch = "wasm32", no_main)]
#![cfg(not(target_arch = "wasm32"))]

mod bench;
mod browser;
mod bundle;
mod cli;
mod engines;
mod error;
mod hosts;
mod lan;
mod lockfile;
mod npm;
mod packages;
mod paths;
mod progress;
mod qr;
mod release;
mod rust;
mod sbom;
mod seaweed;
mod serve;
mod setup;
mod site;
mod stamp;
mod steps;
mod table;
mod test;
mod tools;
mod trunk;

use std::process::ExitCode;

use clap::Parser;

fn main() -> ExitCode {
    match cli::Cli::parse().run() {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("\n{error}");
            error.exit_code()
        }
    }
}
