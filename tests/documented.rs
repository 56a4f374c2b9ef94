//! What the documents tell people to type: every command in them is understood.

use beginspraak::native::cli::Cli;
use clap::Parser;
use std::{fs, path::Path};

const DOCUMENTS: [&str; 8] = [
    "README.md",
    "CONTRIBUTING.md",
    "docs/hosting.md",
    "docs/scale.md",
    "docs/hosting/nginx.conf",
    "docs/hosting/nginx-sub-path.conf",
    "docs/hosting/Caddyfile",
    "docs/hosting/Caddyfile-sub-path",
];

/// The commands in a text, each with its words; a line that ends in a backslash goes on.
fn commands(text: &str) -> Vec<Vec<String>> {
    let text = text.replace("\\\n  ", "").replace("$CI_PROJECT_NAME", "site");
    let starts = [
        "check ",
        "publish ",
        "serve ",
        "sign-intake ",
        "gather ",
        "stand ",
        "accept ",
        "decide ",
        "erase ",
        "export ",
        "picture ",
        "schema ",
        "--lang ",
    ];
    text.lines()
        .flat_map(|line| line.match_indices("beginspraak ").map(move |(at, _)| &line[at..]))
        .filter(|found| starts.iter().any(|start| found["beginspraak ".len()..].starts_with(start)))
        .map(|found| {
            let end = ["  ", " #", " >", " &&", "`", "\n"].iter().filter_map(|end| found.find(end)).min();
            found[..end.unwrap_or(found.len())]
                .split_whitespace()
                .map(|word| word.trim_matches('"').to_owned())
                .collect()
        })
        .collect()
}

#[test]
fn every_command_that_the_documents_show_is_understood() {
    let mut count = 0;
    for document in DOCUMENTS {
        let text = fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join(document)).unwrap();
        for command in commands(&text) {
            if let Err(error) = Cli::try_parse_from(&command) {
                panic!("{document}: {}\n{error}", command.join(" "));
            }
            count += 1;
        }
    }
    assert!(count >= 20, "{count}");
}
