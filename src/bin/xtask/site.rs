//! Makes the finished static site: the bundle, the native command, and the pages that it publishes.

use std::fmt;
use std::path::Path;
use std::process::Command;
use std::str::FromStr;

use beginspraak::files::release::Anyway;
use beginspraak::native::cli;
use clap::ValueEnum;

use crate::bundle;
use crate::error::Error;
use crate::paths::Paths;
use crate::rust;
use crate::steps::Steps;

/// The path that a site lives under: `/`, or `/sub/` with a slash at both ends.
#[derive(Clone, Debug, PartialEq)]
pub struct Base(String);

impl Default for Base {
    fn default() -> Base {
        Base("/".to_owned())
    }
}

impl fmt::Display for Base {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl FromStr for Base {
    type Err = &'static str;

    fn from_str(text: &str) -> Result<Base, &'static str> {
        cli::base(text).map(Base)
    }
}

/// What a site is made from, and where it goes.
pub struct From<'a> {
    /// The content folder.
    pub content: &'a Path,
    /// Where the site goes.
    pub out: &'a Path,
    /// Whether the native command is optimised.
    pub release: bool,
}

/// Builds all that is needed and leaves the example site in [`Paths::dist`].
pub fn example(paths: &Paths, steps: &mut Steps, base: &Base, release: bool) -> Result<(), Error> {
    build(paths, steps, base, &From { content: Path::new("public/content"), out: &paths.dist, release })
}

/// Builds all that is needed and leaves a site.
pub fn build(paths: &Paths, steps: &mut Steps, base: &Base, from: &From) -> Result<(), Error> {
    bundle::build(paths, steps)?;
    native(paths, steps, from.release)?;
    publish(paths, steps, base, from)
}

/// Builds the native `beginspraak`.
pub fn native(paths: &Paths, steps: &mut Steps, release: bool) -> Result<(), Error> {
    let mut cargo = rust::cargo();
    cargo.args(["build", "--bin", "beginspraak"]);
    if release {
        cargo.arg("--release");
    }
    let name = if release { "native command, optimised" } else { "native command" };
    steps.command(name, cargo.current_dir(&paths.root)).map(drop)
}

fn publish(paths: &Paths, steps: &mut Steps, base: &Base, from: &From) -> Result<(), Error> {
    let mut publish = Command::new(paths.native_command(from.release));
    publish
        .args(["publish", "--base", &base.0])
        .args(["--anyway", &meant()])
        .arg("--content")
        .arg(from.content)
        .arg("--out")
        .arg(from.out)
        .arg("--bundle")
        .arg(&paths.bundle)
        .current_dir(&paths.root);
    steps.command("publish the site", &mut publish)?;
    if from.out.join("index.html").is_file() {
        return Ok(());
    }
    Err(Error::Unusable {
        what: format!("Publishing left no index.html in {}", from.out.display()),
        remedy: "Run it by hand to see why: cargo run -- publish --help".to_owned(),
    })
}

/// What publishing need not stop for. This is a developer's own copy, which nobody visits: all that changes in it is
/// meant, also what they changed in it by hand. Only a folder that is no site is none of it.
fn meant() -> String {
    let all = Anyway::value_variants().iter().filter(|how| **how != Anyway::Folder);
    let names: Vec<_> = all.map(|how| how.name()).collect();
    names.join(",")
}

#[cfg(test)]
mod tests {
    use super::{Base, meant};

    #[test]
    fn a_developer_may_change_anything_in_their_own_copy_and_build_again() {
        assert_eq!(meant(), "files,base,bundle,endpoint,consultation,feedback,revision,lines");
    }

    #[test]
    fn a_base_always_has_its_slashes() {
        for (given, meant) in [("/", "/"), ("", "/"), ("sub", "/sub/"), ("/a/b", "/a/b/"), ("/a/", "/a/")] {
            assert_eq!(given.parse(), Ok(Base(meant.to_owned())), "{given}");
        }
    }

    #[test]
    fn a_base_is_a_path_and_nothing_else() {
        for wrong in ["https://example.nl/", "/a b/", "/../", "/?x", "\""] {
            assert!(wrong.parse::<Base>().is_err(), "{wrong}");
        }
    }
}
