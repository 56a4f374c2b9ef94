//! Gathering from a collector while it is at work.

use crate::{
    reactions::reactions,
    support::{Server, id, reaction},
};
use serde_json::Value;
use std::{fs, path::Path, process::Command};

/// Gathers, as staff do; what is in the work folder then.
fn gather(data: &Path, to: &Path) -> Vec<Value> {
    let mut command = Command::new(env!("CARGO_BIN_EXE_beginspraak"));
    let output =
        command.args(["gather", "--from", "collector", "--data"]).arg(data).arg("--to").arg(to).output().unwrap();
    assert!(output.status.success(), "{output:?}");
    reactions(to)
}

#[test]
fn a_running_collector_is_read_without_stopping_it() {
    let server = Server::start();
    let to = server.data.with_file_name("werkmap");
    let (first, second) = (reaction(&id()), reaction(&id()));
    assert_eq!(server.connect().post(&first).status, 201);
    assert_eq!(gather(&server.data, &to), [first["reaction"].clone()]);
    assert_eq!(server.connect().post(&second).status, 201);
    assert_eq!(gather(&server.data, &to).len(), 2);
    assert_eq!(server.connect().post(&reaction(&id())).status, 201);
}

#[test]
fn gathering_goes_on_in_the_middle_of_a_flood() {
    let server = Server::with(&["--rate-limit", "off"]);
    let to = server.data.with_file_name("werkmap");
    std::thread::scope(|scope| {
        let posting = scope.spawn(|| {
            let mut client = server.connect();
            (0..300).for_each(|_| assert_eq!(client.post(&reaction(&id())).status, 201));
        });
        while !posting.is_finished() {
            gather(&server.data, &to);
        }
    });
    assert_eq!(gather(&server.data, &to).len(), 300);
}

/// What is in the copy, which is made file by file.
fn gather_copy(data: &Path, files: &[&str]) -> usize {
    let folder = tempfile::tempdir().unwrap();
    let copy = folder.path().join("kopie");
    fs::create_dir(&copy).unwrap();
    for file in files {
        fs::copy(data.join(file), copy.join(file)).unwrap();
    }
    gather(&copy, &folder.path().join("werkmap")).len()
}

#[test]
fn after_a_clean_stop_one_file_holds_everything_and_after_a_kill_the_folder_does() {
    let (site, folder) = (crate::support::published(), tempfile::tempdir().unwrap());
    let data = folder.path().join("data");
    let server = Server::at(&site, &data, &[]);
    (0..20).for_each(|_| assert_eq!(server.connect().post(&reaction(&id())).status, 201));
    assert!(server.stop().success());
    assert_eq!(gather_copy(&data, &["reactions.sqlite"]), 20);
    let mut server = Server::at(&site, &data, &[]);
    (0..20).for_each(|_| assert_eq!(server.connect().post(&reaction(&id())).status, 201));
    server.kill();
    assert_eq!(gather_copy(&data, &["reactions.sqlite", "reactions.sqlite-wal"]), 40);
}
