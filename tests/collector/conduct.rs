//! How the collector behaves as a guest on somebody's machine: its log, its end, its privacy.

use crate::support::{Server, id, reaction};
use serde_json::json;
use std::{fs, io::Read, net::TcpStream, path::Path};

#[test]
fn the_log_holds_no_address_and_no_word_of_a_reaction() {
    const CANARY: &str = "kanarie-7f3a9c";
    let server = Server::start();
    let mut envelope = reaction(&id());
    envelope["reaction"]["answers"][0]["value"] = json!(CANARY);
    assert_eq!(server.connect().post(&envelope).status, 201);
    envelope["reaction"]["consultation"] = json!(CANARY);
    assert_eq!(server.connect().post(&envelope).status, 404);
    let mut client = server.connect();
    client.post_with("application/json", &[], format!("{{\"{CANARY}\":1,\"{CANARY}\":2}}").as_bytes());
    client.post_with(CANARY, &[&format!("User-Agent: {CANARY}")], b"x");
    client.post_form(&[("consultation", CANARY), ("q.verhaal", CANARY)]);
    client.get(&format!("/{CANARY}?{CANARY}"));
    server.ask_to_stop();
    let data = server.data.clone();
    let mut rest = String::new();
    // Closed by the collector when it stops.
    let _ = TcpStream::connect(server.address).map(|mut stream| stream.read_to_string(&mut rest));
    let log = server.log();
    assert!(log.contains("beginspraak: "), "{log}");
    assert!(!log.contains(CANARY) && !log.contains("127.0.0.1"), "{log}");
    // The store itself holds no address either.
    let database = rusqlite::Connection::open(data.join("reactions.sqlite")).unwrap();
    let columns: Vec<String> = database
        .prepare("SELECT name FROM pragma_table_info('reactions')")
        .unwrap()
        .query_map([], |row| row.get(0))
        .unwrap()
        .map(Result::unwrap)
        .collect();
    assert_eq!(columns, ["id", "consultation", "sha256", "received", "body"]);
}

#[test]
fn asked_to_stop_it_finishes_what_is_under_way() {
    let server = Server::start();
    let envelope = reaction(&id()).to_string();
    let mut client = server.connect();
    let (first, rest) = envelope.split_at(20);
    let head = format!(
        "POST /api/reactions HTTP/1.1\r\nHost: {}\r\nContent-Type: application/json\r\nContent-Length: {}\r\nExpect: 100-continue\r\n\r\n",
        server.address,
        envelope.len()
    );
    client.send(head).unwrap();
    // It says that it is reading: now the request is under way.
    assert_eq!(client.receive().unwrap().status, 100);
    client.send(first).unwrap();
    server.ask_to_stop();
    while TcpStream::connect(server.address).is_ok() {
        std::thread::yield_now();
    }
    client.send(rest).unwrap();
    assert_eq!(client.receive().unwrap().status, 201);
    let status = server.stop();
    assert!(status.success(), "{status}");
}

#[test]
fn it_says_what_is_in_the_way_and_how_to_mend_it() {
    let run = |args: &[&str]| {
        let output = std::process::Command::new(env!("CARGO_BIN_EXE_beginspraak")).args(args).output().unwrap();
        (output.status.code(), String::from_utf8(output.stderr).unwrap())
    };
    let folder = tempfile::tempdir().unwrap();
    let site = crate::support::published();
    let (site, empty) = (site.to_str().unwrap(), folder.path().to_str().unwrap());
    let (code, said) = run(&["serve", "--site", empty, "--data", empty, "--lang", "en"]);
    assert!(code == Some(2) && said.contains("beginspraak publish --help"), "{said}");
    let inside = format!("{site}/data");
    let (code, said) = run(&["serve", "--site", site, "--data", &inside]);
    assert!(code == Some(2) && said.contains("--data"), "{said}");
    let server = Server::start();
    let taken = server.address.to_string();
    let (code, said) = run(&["serve", "--site", site, "--data", empty, "--listen", &taken, "--lang", "en"]);
    assert!(code == Some(1) && said.contains("--listen"), "{said}");
    let folder = tempfile::tempdir().unwrap();
    let empty = folder.path().to_str().unwrap();
    std::fs::write(folder.path().join("reactions.sqlite"), "no database").unwrap();
    let (code, said) = run(&["serve", "--site", site, "--data", empty, "--listen", "127.0.0.1:0"]);
    assert!(code == Some(1) && said.contains("reactions.sqlite"), "{said}");
}

#[cfg(unix)]
fn rights(path: &Path) -> u32 {
    use std::os::unix::fs::PermissionsExt;
    fs::metadata(path).unwrap().permissions().mode() & 0o777
}

#[test]
#[cfg(unix)]
fn what_people_wrote_is_for_its_owner_only() {
    use std::os::unix::fs::PermissionsExt;
    let server = Server::start();
    assert_eq!(server.connect().post(&reaction(&id())).status, 201);
    assert_eq!(rights(&server.data), 0o700);
    for entry in fs::read_dir(&server.data).unwrap() {
        let path = entry.unwrap().path();
        assert_eq!(rights(&path), 0o600, "{}", path.display());
    }
    assert!(!server.log().contains("chmod"), "{}", server.log());
    // What is there already is not changed, but told.
    let (folder, site) = (tempfile::tempdir().unwrap(), crate::support::published());
    let data = folder.path().join("data");
    fs::create_dir(&data).unwrap();
    fs::set_permissions(&data, fs::Permissions::from_mode(0o755)).unwrap();
    let server = Server::at(&site, &data, &[]);
    assert_eq!(server.connect().get("/api/health").status, 200);
    assert_eq!(rights(&data), 0o755);
    assert!(server.log().contains("chmod 700"), "{}", server.log());
}

#[test]
fn two_collectors_do_not_share_a_folder() {
    let server = Server::start();
    let (site, data) = (crate::support::published(), server.data.to_str().unwrap());
    let mut second = std::process::Command::new(env!("CARGO_BIN_EXE_beginspraak"));
    second.args(["serve", "--listen", "127.0.0.1:0", "--data", data, "--site"]).arg(&site);
    let output = second.output().unwrap();
    let said = String::from_utf8(output.stderr).unwrap();
    assert!(output.status.code() == Some(1) && said.contains("Een andere collector gebruikt"), "{said}");
    assert_eq!(server.connect().post(&reaction(&id())).status, 201);
    // When the first one is killed, the folder is free.
    let mut server = server;
    server.kill();
    assert_eq!(Server::at(&site, &server.data, &[]).stored(), 1);
}

#[test]
#[cfg(unix)]
fn a_database_that_was_moved_away_is_noticed_and_said() {
    let server = Server::start();
    assert_eq!(server.connect().post(&reaction(&id())).status, 201);
    let (file, away) = (server.data.join("reactions.sqlite"), server.data.join("elders.sqlite"));
    fs::rename(&file, &away).unwrap();
    let envelope = reaction(&id());
    assert_eq!(server.connect().post(&envelope).status, 503);
    let health = server.connect().get("/api/health");
    assert_eq!((health.status, health.json()["status"].clone()), (503, json!("database_gone")));
    assert!(!file.exists(), "no empty one is made in its place");
    wait_for_log(&server, "reactions.sqlite is weg");
    fs::rename(&away, &file).unwrap();
    assert_eq!(server.connect().post(&envelope).status, 201);
    assert_eq!(server.connect().get("/api/health").status, 200);
    wait_for_log(&server, "reactions.sqlite is terug");
}

/// The collector looks every two seconds.
fn wait_for_log(server: &Server, words: &str) {
    let deadline = std::time::Instant::now() + std::time::Duration::from_secs(30);
    while !server.log().contains(words) {
        assert!(std::time::Instant::now() < deadline, "{}", server.log());
        std::thread::sleep(std::time::Duration::from_millis(50));
    }
}
