//! Erasing a reaction that a collector holds, while it is at work.

use crate::{
    reactions::reactions,
    support::{Server, id, reaction},
};
use std::{fs, path::Path, process::Command};

fn command(args: &[&str], paths: &[(&str, &Path)]) {
    let mut command = Command::new(env!("CARGO_BIN_EXE_beginspraak"));
    command.args(args);
    for (option, path) in paths {
        command.arg(option).arg(path);
    }
    let output = command.output().unwrap();
    assert!(output.status.success(), "{output:?}");
}

/// Whether this word stands in any file of the collector, also in what is not yet in its database.
fn stands(data: &Path, word: &str) -> bool {
    let has = |bytes: &[u8]| bytes.windows(word.len()).any(|part| part == word.as_bytes());
    let files = fs::read_dir(data).unwrap().map(|file| file.unwrap().path()).filter(|path| path.is_file());
    files.into_iter().any(|file| has(&fs::read(file).unwrap()))
}

#[test]
fn a_reaction_that_is_erased_leaves_the_database_and_does_not_come_back_when_it_is_sent_again() {
    let server = Server::start();
    let to = server.data.with_file_name("werkmap");
    let (gone, number) = (id(), id());
    let mut one = reaction(&gone);
    let words = "Kanariewoord in een verhaal. ".repeat(60);
    one["reaction"]["answers"][0]["value"] = words.trim().into();
    assert_eq!(server.connect().post(&one).status, 201);
    (0..20).for_each(|_| assert_eq!(server.connect().post(&reaction(&id())).status, 201));
    let kept = reaction(&number);
    assert_eq!(server.connect().post(&kept).status, 201);
    command(&["gather"], &[("--from", &server.data), ("--to", &to)]);
    assert_eq!(reactions(&to).len(), 22);
    assert!(stands(&server.data, "Kanariewoord"));
    let to_erase = to.to_str().unwrap();
    let args = ["erase", to_erase, "--consultation", "dorp", "--reaction", &gone, "--why", "on_request"];
    command(&args, &[("--database", &server.data)]);
    assert!(!stands(&server.data, "Kanariewoord"), "no word is left in the database");
    assert!(!stands(&to.join("work/dorp"), "Kanariewoord"));

    // Its device sends it again: it hears that it has arrived, and it is not stored.
    let stored = server.stored();
    let again = server.connect().post(&one);
    assert_eq!((again.status, again.json()["id"].as_str()), (200, Some(gone.as_str())));
    assert_eq!(server.stored(), stored);
    assert!(!stands(&server.data, "Kanariewoord"));
    command(&["gather"], &[("--from", &server.data), ("--to", &to)]);
    assert_eq!(reactions(&to).len(), 21);
    assert_eq!(server.connect().post(&kept).status, 200, "the others are there");
    assert_eq!(server.connect().post(&reaction(&id())).status, 201);
}
