//! Gathering from a collector while it is at work.

use crate::support::{Server, id, reaction};
use std::{fs, path::Path, process::Command};

fn gather(data: &Path, to: &Path) -> serde_json::Value {
    let mut command = Command::new(env!("CARGO_BIN_EXE_beginspraak"));
    let output =
        command.args(["gather", "--from", "collector", "--data"]).arg(data).arg("--to").arg(to).output().unwrap();
    assert!(output.status.success(), "{output:?}");
    serde_json::from_slice(&fs::read(to).unwrap()).unwrap()
}

#[test]
fn a_running_collector_is_read_without_stopping_it() {
    let server = Server::start();
    let to = server.data.with_file_name("gathered.json");
    let (first, second) = (reaction(&id()), reaction(&id()));
    assert_eq!(server.connect().post(&first).status, 201);
    assert_eq!(gather(&server.data, &to)["reactions"], serde_json::json!([first["reaction"]]));
    assert_eq!(server.connect().post(&second).status, 201);
    assert_eq!(gather(&server.data, &to)["reactions"].as_array().unwrap().len(), 2);
    assert_eq!(server.connect().post(&reaction(&id())).status, 201);
}

#[test]
fn gathering_goes_on_in_the_middle_of_a_flood() {
    let server = Server::with(&["--rate-limit", "off"]);
    let to = server.data.with_file_name("gathered.json");
    std::thread::scope(|scope| {
        let posting = scope.spawn(|| {
            let mut client = server.connect();
            (0..300).for_each(|_| assert_eq!(client.post(&reaction(&id())).status, 201));
        });
        while !posting.is_finished() {
            gather_if_any(&server.data, &to);
        }
    });
    assert_eq!(gather(&server.data, &to)["reactions"].as_array().unwrap().len(), 300);
}

fn gather_if_any(data: &Path, to: &Path) {
    assert!(gather(data, to)["format"] == "beginspraak.gathered/1");
}
