//! What is refused before it costs anything, and what somebody tries who means harm.

use crate::support::{Server, id, reaction};
use serde_json::json;
use std::{fs, time::Instant};

const JSON: &str = "application/json";

#[test]
fn a_length_that_is_too_much_is_refused_before_the_body_comes() {
    let server = Server::start();
    let mut client = server.connect();
    let answer =
        client.ask("POST /api/reactions", &["Content-Type: application/json", "Content-Length: 99999999999"], b"");
    assert_eq!((answer.status, answer.json()), (413, json!({"error": "too_large"})));
}

#[test]
fn a_body_that_grows_too_large_is_cut_off() {
    let server = Server::start();
    let mut client = server.connect();
    let head = format!(
        "POST /api/reactions HTTP/1.1\r\nHost: {}\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\n",
        server.address
    );
    client.send(head).unwrap();
    let chunk = format!("{:x}\r\n{}\r\n", 4096, "x".repeat(4096));
    // The collector stops listening to it at some point.
    let _ = (0..32).try_for_each(|_| client.send(&chunk));
    assert_eq!(client.receive().unwrap().status, 413);
}

#[test]
fn one_byte_more_than_64_kib_is_too_much_and_the_connection_stays_of_use() {
    let server = Server::start();
    let mut client = server.connect();
    let padded = |length: usize| {
        let body = reaction(&id()).to_string();
        body.clone() + &" ".repeat(length - body.len())
    };
    assert_eq!(client.post_with(JSON, &[], padded(64 * 1024).as_bytes()).status, 201);
    assert_eq!(client.post_with(JSON, &[], padded(64 * 1024 + 1).as_bytes()).status, 413);
    assert_eq!(client.post(&reaction(&id())).status, 201);
}

#[test]
fn nonsense_is_refused_with_a_reason() {
    let server = Server::start();
    let deep = format!("{{\"format\":{}1{}}}", "[".repeat(30_000), "]".repeat(30_000));
    let twice = reaction(&id()).to_string().replacen('{', "{\"format\":\"x\",", 1);
    let cases: [(&[u8], &str); 7] = [
        (b"", "not_json"),
        (b"{\"half\":", "not_json"),
        (b"\xff\xfe{}", "not_utf8"),
        (deep.as_bytes(), "not_json"),
        (twice.as_bytes(), "not_json"),
        (b"[1,2]", "format"),
        (b"{\"format\":\"beginspraak.reaction/1\"}", "no_reaction"),
    ];
    for (body, code) in cases {
        let started = Instant::now();
        let answer = server.connect().post_with(JSON, &[], body);
        assert_eq!(answer.status, 422);
        assert_eq!((&answer.json()["error"], &answer.json()["problems"][0]["code"]), (&json!("invalid"), &json!(code)));
        assert!(started.elapsed().as_millis() < 2_000, "{code}");
    }
    assert_eq!(server.stored(), 0);
}

#[test]
fn compressed_and_other_types_are_not_taken() {
    let server = Server::start();
    let body = reaction(&id()).to_string();
    for encoding in ["gzip", "br", "deflate", "zstd", "identity, gzip"] {
        let header = format!("Content-Encoding: {encoding}");
        assert_eq!(server.connect().post_with(JSON, &[&header], body.as_bytes()).status, 415, "{encoding}");
    }
    for kind in ["text/plain", "text/html", "multipart/form-data; boundary=x", "application/json; charset=utf-16"] {
        assert_eq!(server.connect().post_with(kind, &[], body.as_bytes()).status, 415, "{kind}");
    }
    let length = format!("Content-Length: {}", body.len());
    assert_eq!(server.connect().ask("POST /api/reactions", &[&length], body.as_bytes()).status, 415);
    assert_eq!(server.stored(), 0);
}

#[test]
fn other_sites_can_not_post_through_their_visitors() {
    let server = Server::with(&["--origin", "https://denkmee.example.nl"]);
    let post = |origin: &str| {
        let header = format!("Origin: {origin}");
        server.connect().post_with(JSON, &[&header], reaction(&id()).to_string().as_bytes())
    };
    for stranger in ["null", "https://evil.example", &format!("https://{}", server.address)] {
        let answer = post(stranger);
        assert_eq!((answer.status, answer.json()), (403, json!({"error": "forbidden"})), "{stranger}");
        assert_eq!(answer.header("access-control-allow-origin"), None);
    }
    assert_eq!(post(&format!("http://{}", server.address)).status, 201);
    let friend = post("https://denkmee.example.nl");
    assert_eq!(friend.status, 201);
    assert_eq!(friend.header("access-control-allow-origin"), Some("https://denkmee.example.nl"));
    let asked = |origin: &str| {
        let headers = [&format!("Origin: {origin}") as &str, "Access-Control-Request-Method: POST"];
        server.connect().ask("OPTIONS /api/reactions", &headers, b"").status
    };
    assert_eq!((asked("https://denkmee.example.nl"), asked("https://evil.example")), (204, 405));
    // A program that is no browser sends no origin.
    assert_eq!(server.connect().post_with(JSON, &[], reaction(&id()).to_string().as_bytes()).status, 201);
}

#[test]
fn only_post_is_for_reactions() {
    let server = Server::start();
    for method in ["GET", "PUT", "DELETE", "PATCH", "OPTIONS"] {
        let answer = server.connect().ask(&format!("{method} /api/reactions"), &[], b"");
        assert_eq!((answer.status, answer.header("allow")), (405, Some("POST")), "{method}");
    }
}

#[test]
fn names_that_try_to_get_out_get_nowhere() {
    let server = Server::start();
    let bad = [
        "../../etc/passwd",
        "/etc/passwd",
        "a'; DROP TABLE reactions; --",
        "x\r\nbeginspraak: 60 s: 201×999",
        "C:\\windows",
        "%2e%2e%2f",
        "\u{0}",
        "dorp\n",
    ];
    for name in bad {
        for field in ["id", "consultation"] {
            let mut envelope = reaction(&id());
            envelope["reaction"][field] = json!(name);
            assert_eq!(server.connect().post(&envelope).status, 422, "{field} {name:?}");
        }
        let mut envelope = reaction(&id());
        envelope["reaction"]["tag"] = json!(name);
        assert_eq!(server.connect().post(&envelope).status, 422, "tag {name:?}");
    }
    assert_eq!(server.connect().post(&reaction(&id())).status, 201);
    let mut files: Vec<_> =
        fs::read_dir(&server.data).unwrap().map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect();
    files.sort();
    assert_eq!(files, ["collector.lock", "reactions.sqlite", "reactions.sqlite-shm", "reactions.sqlite-wal"]);
    assert_eq!(fs::read_dir(server.data.parent().unwrap()).unwrap().count(), 2, "the data folder and the log");
}
