//! The commands of `cargo xtask`, as one types them.

use std::net::SocketAddr;

use clap::{Args, Parser, Subcommand};

use crate::bench;
use crate::error::Error;
use crate::paths::Paths;
use crate::release;
use crate::sbom;
use crate::serve;
use crate::setup;
use crate::site::{self, Base};
use crate::steps::Steps;
use crate::test::{self, Suite};

/// Serves, tests, measures and builds Beginspraak. Each command first sets up what it needs and is missing.
#[derive(Parser)]
#[command(
    bin_name = "cargo xtask",
    after_help = "\
Examples:
  cargo xtask serve              the site with its collector on http://127.0.0.1:8080/
  cargo xtask serve --lan        the same, for phones on this network too
  cargo xtask test               every check there is
  cargo xtask test --only wasm   some of them

Tools that only tests need are kept in ~/.cache/beginspraak/tools; BEGINSPRAAK_TOOLS names another folder.
Exit codes: 0 all is well, 1 something was found wrong, 2 the command itself makes no sense."
)]
pub struct Cli {
    /// Show what every program prints, as it prints it
    #[arg(short, long, global = true)]
    verbose: bool,
    #[command(subcommand)]
    task: Task,
}

#[derive(Subcommand)]
enum Task {
    /// Build the site and serve it with a collector that accepts reactions
    Serve(ServeArguments),
    /// Leave a finished static site in dist/, for any host
    Build(BuildArguments),
    /// Make what one downloads to begin: a zip with the desk on an empty site, for any host
    Release(ReleaseArguments),
    /// Run every check: format, clippy, native tests, wasm tests, browser tests
    Test(TestArguments),
    /// Measure what the pages weigh and how many reactions the collector accepts
    Bench(BenchArguments),
    /// Write which packages all of it is made of, as CycloneDX, to target/beginspraak.cdx.json
    Sbom,
    /// Only set up what the other commands need
    Setup,
}

#[derive(Args)]
#[command(after_help = "\
Examples:
  cargo xtask serve
  cargo xtask serve --listen 127.0.0.1:9000
  cargo xtask serve --lan        prints a QR code for a phone")]
struct ServeArguments {
    /// The address to listen on
    #[arg(long, value_name = "ADDR", default_value = "127.0.0.1:8080")]
    listen: SocketAddr,
    /// The path that the site lives under
    #[arg(long, value_name = "PATH", default_value_t)]
    base: Base,
    /// Listen on all networks, so that a phone can join
    #[arg(long)]
    lan: bool,
}

#[derive(Args)]
#[command(after_help = "\
Examples:
  cargo xtask build
  cargo xtask build --base /beginspraak/     for https://example.nl/beginspraak/")]
struct BuildArguments {
    /// The path that the site will live under
    #[arg(long, value_name = "PATH", default_value_t)]
    base: Base,
    /// Optimise the native command as well
    #[arg(long)]
    release: bool,
}

#[derive(Args)]
#[command(after_help = "\
Examples:
  cargo xtask release
  cargo xtask release --base /denkmee/      for https://example.nl/denkmee/")]
struct ReleaseArguments {
    /// The path that the site will live under
    #[arg(long, value_name = "PATH", default_value_t)]
    base: Base,
}

#[derive(Args)]
#[command(after_help = "\
Examples:
  cargo xtask test
  cargo xtask test --only native
  cargo xtask test --only wasm,browser
  cargo xtask test --only engines")]
struct TestArguments {
    /// Run only this part; may be given more than once
    #[arg(long, value_enum, value_name = "PART", value_delimiter = ',')]
    only: Vec<Suite>,
}

#[derive(Args)]
#[command(after_help = "\
Examples:
  cargo xtask bench                          sizes, lookup and collector
  cargo xtask bench sizes
  cargo xtask bench lookup
  cargo xtask bench collector --seconds 30 --connections 200
  cargo xtask bench kills                    3,000 times kill -9 under load
  cargo xtask bench hostile                  posts of strangers, then the honest rest is published
  cargo xtask bench work                     what staff wait for, with 100 consultations and 100,000 reactions
  cargo xtask bench desk                     200 times kill -9 of the browser while somebody notes
  cargo xtask bench intake                   the collector, and beside it a bucket on this machine")]
struct BenchArguments {
    #[command(subcommand)]
    what: Option<BenchTask>,
}

#[derive(Subcommand)]
enum BenchTask {
    /// What every page, script and module weighs in brotli bytes, against its budget
    Sizes,
    /// Reactions per second that are safely on disk, beside what this disk can do at most
    Collector(bench::tally::Load),
    /// What finding one's own reaction back costs, for ten thousand, a million and ten million of them
    Lookup,
    /// The same, and beside it posts under a signed policy to a bucket (SeaweedFS) on this machine
    Intake(bench::tally::Load),
    /// Kills the collector under load, again and again, and counts what was lost
    Kills(bench::kills::Kills),
    /// Posts what strangers might, and publishes the honest rest
    Hostile(bench::hostile::Hostile),
    /// Kills the browser while somebody notes, brings the files of helpers together, and waits until a remark is safe
    Desk(bench::desk::Desk),
    /// What staff wait for: publishing, gathering, deciding; and what folding a log costs
    Work(bench::work::Work),
}

impl Cli {
    /// Does the task.
    pub fn run(self) -> Result<(), Error> {
        let paths = Paths::find()?;
        let mut steps = Steps::new(self.verbose);
        match self.task {
            Task::Serve(arguments) => {
                let ServeArguments { listen, base, lan } = arguments;
                serve::run(&paths, &mut steps, &serve::Options { listen, base, lan })
            }
            Task::Build(arguments) => {
                setup::for_building(&mut steps)?;
                site::example(&paths, &mut steps, &arguments.base, arguments.release)?;
                println!("The site is in {}.", paths.dist.display());
                Ok(())
            }
            Task::Release(arguments) => {
                let zip = release::make(&paths, &mut steps, &arguments.base)?;
                println!("The zip is {}.", zip.display());
                Ok(())
            }
            Task::Test(arguments) => test::run(&paths, &mut steps, &arguments.only),
            Task::Bench(arguments) => {
                if matches!(arguments.what, None | Some(BenchTask::Sizes)) {
                    bench::sizes::run(&paths, &mut steps)?;
                }
                if matches!(arguments.what, None | Some(BenchTask::Lookup)) {
                    bench::lookup::run(&paths, &mut steps)?;
                }
                match arguments.what {
                    Some(BenchTask::Kills(kills)) => bench::kills::run(&paths, &mut steps, &kills),
                    Some(BenchTask::Hostile(hostile)) => bench::hostile::run(&paths, &mut steps, &hostile),
                    Some(BenchTask::Desk(desk)) => bench::desk::run(&paths, &mut steps, &desk),
                    Some(BenchTask::Work(work)) => bench::work::run(&paths, &mut steps, &work),
                    Some(BenchTask::Intake(load)) => bench::intake::run(&paths, &mut steps, &load),
                    Some(BenchTask::Collector(load)) => bench::collector::run(&paths, &mut steps, &load),
                    None => bench::collector::run(&paths, &mut steps, &Default::default()),
                    Some(BenchTask::Sizes | BenchTask::Lookup) => Ok(()),
                }
            }
            Task::Sbom => {
                let path = sbom::write(&paths, &mut steps)?;
                println!("The bill of materials is in {}.", path.display());
                Ok(())
            }
            Task::Setup => setup::everything(&paths, &mut steps),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use clap::CommandFactory;

    #[test]
    fn the_commands_hang_together() {
        Cli::command().debug_assert();
    }

    #[test]
    fn parts_may_be_named_with_commas_or_one_by_one() {
        for words in [&["--only", "wasm,browser"][..], &["--only", "wasm", "--only", "browser"]] {
            let all = ["xtask", "test"].iter().chain(words);
            let Ok(Cli { task: Task::Test(arguments), .. }) = Cli::try_parse_from(all) else {
                panic!("{words:?} is not understood")
            };
            assert_eq!(arguments.only, [Suite::Wasm, Suite::Browser]);
        }
    }
}
