//! The static site as the collector serves it.

use crate::support::{Server, again, id, publish, reaction};
use std::fs;

#[test]
fn pages_come_compressed_with_their_headers_and_are_asked_for_again() {
    let server = Server::start();
    let mut client = server.connect();
    let plain = client.get("/");
    assert_eq!(plain.header("content-type"), Some("text/html; charset=utf-8"));
    for (name, value) in [
        ("x-content-type-options", "nosniff"),
        ("referrer-policy", "same-origin"),
        ("content-security-policy", "frame-ancestors 'self'"),
        ("cross-origin-opener-policy", "same-origin"),
        ("cache-control", "no-cache"),
    ] {
        assert_eq!(plain.header(name), Some(value), "{name}");
    }
    assert_eq!(plain.header("set-cookie"), None);
    let small = client.ask("GET /", &["Accept-Encoding: br"], b"");
    assert_eq!(small.header("content-encoding"), Some("br"));
    assert!(small.body.len() < plain.body.len());
    let etag = format!("If-None-Match: {}", plain.header("etag").unwrap());
    assert_eq!(client.ask("GET /", &[&etag], b"").status, 304);
    assert_eq!(client.ask("GET /", &["Connection: close"], b"").body, plain.body);
}

#[test]
fn every_file_says_what_it_is_and_every_text_in_what_letters_it_is() {
    let server = Server::start();
    let mut client = server.connect();
    for (path, kind) in [
        ("/feed.xml", "application/atom+xml; charset=utf-8"),
        ("/vraag/dorp/feed.xml", "application/atom+xml; charset=utf-8"),
        ("/vraag/dorp/terugkoppeling.ics", "text/calendar; charset=utf-8"),
        ("/robots.txt", "text/plain; charset=utf-8"),
        ("/sw.js", "text/javascript; charset=utf-8"),
        ("/site.json", "application/json"),
        ("/nergens/feed.xml", "text/html; charset=utf-8"),
    ] {
        assert_eq!(client.get(path).header("content-type"), Some(kind), "{path}");
    }
    let feed = client.ask("GET /feed.xml", &["Accept-Encoding: br"], b"");
    assert_eq!(feed.header("content-type"), Some("application/atom+xml; charset=utf-8"), "compressed too");
}

#[test]
fn what_is_not_there_gets_the_sites_own_page_and_nothing_outside_is_served() {
    let server = Server::start();
    for path in [
        "/nergens",
        "/../data/reactions.sqlite",
        "/%2e%2e/%2e%2e/etc/passwd",
        "/..%2f..%2fetc%2fpasswd",
        "//etc/passwd",
        "/%00",
    ] {
        let answer = server.connect().get(path);
        assert!(answer.status == 404 || answer.status == 400, "{path} {}", answer.status);
        assert!(!answer.text().contains("root:"), "{path}");
    }
    let page = server.connect().get("/nergens").text();
    assert!(page.starts_with("<!doctype html>") && page.contains("Proef"));
}

#[test]
#[cfg(unix)]
fn links_out_of_the_site_and_hidden_files_are_not_served() {
    let folder = publish("/");
    let site = folder.path().join("site");
    fs::write(folder.path().join("geheim.txt"), "geheim").unwrap();
    std::os::unix::fs::symlink(folder.path().join("geheim.txt"), site.join("uit.txt")).unwrap();
    std::os::unix::fs::symlink(folder.path(), site.join("uit")).unwrap();
    fs::write(site.join(".env"), "geheim").unwrap();
    fs::create_dir_all(site.join(".well-known")).unwrap();
    fs::write(site.join(".well-known/proef"), "open").unwrap();
    let server = Server::at(&site, &folder.path().join("data"), &[]);
    for path in ["/uit.txt", "/uit/geheim.txt", "/.env", "/%2eenv"] {
        let answer = server.connect().get(path);
        assert_eq!((answer.status, answer.text().contains("geheim")), (404, false), "{path}");
    }
    assert_eq!(server.connect().get("/.well-known/proef").text(), "open");
}

#[test]
fn a_site_under_a_path_stays_there() {
    let folder = publish("/denkmee/");
    fs::create_dir_all(folder.path().join("site/assets")).unwrap();
    fs::write(folder.path().join("site/assets/app-0123.js"), "1").unwrap();
    let server = Server::at(&folder.path().join("site"), &folder.path().join("data"), &[]);
    let mut client = server.connect();
    for (from, to) in [("/", "/denkmee/"), ("/denkmee", "/denkmee/"), ("/denkmee/vraag/dorp", "/denkmee/vraag/dorp/")] {
        let answer = client.get(from);
        assert_eq!((answer.status, answer.header("location")), (307, Some(to)), "{from}");
    }
    assert_eq!(client.get("/denkmee/vraag/dorp/").status, 200);
    assert_eq!(client.get("/vraag/dorp/").status, 404);
    let asset = client.get("/denkmee/assets/app-0123.js");
    assert_eq!(asset.header("cache-control"), Some("public, max-age=31536000, immutable"));
    assert_eq!(client.get("/denkmee/assets/app-9999.js").header("cache-control"), Some("no-cache"));
}

#[test]
fn publishing_again_is_taken_over_while_running() {
    let folder = publish("/");
    let server = Server::at(&folder.path().join("site"), &folder.path().join("data"), &[]);
    let mut envelope = reaction(&id());
    envelope["reaction"]["consultation"] = "nieuw".into();
    assert_eq!(server.connect().post(&envelope).status, 404);
    let content = folder.path().join("content/consultations");
    let text = fs::read_to_string(content.join("dorp.json")).unwrap();
    fs::write(content.join("nieuw.json"), text.replace("\"dorp\"", "\"nieuw\"")).unwrap();
    again(folder.path(), "/");
    // The collector looks every two seconds.
    let deadline = std::time::Instant::now() + std::time::Duration::from_secs(30);
    while server.connect().post(&envelope).status != 201 {
        assert!(std::time::Instant::now() < deadline, "{}", server.log());
        std::thread::sleep(std::time::Duration::from_millis(100));
    }
}
