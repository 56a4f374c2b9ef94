//! `check --site DIR --try`: a test reaction goes to where reactions go, and what comes back is said in words.

use serde_json::{Value, json};
use std::{
    fs,
    io::{BufRead, BufReader, Read, Write},
    net::TcpListener,
    path::Path,
    process::{Child, Command, Stdio},
    thread,
};

fn beginspraak() -> Command {
    Command::new(env!("CARGO_BIN_EXE_beginspraak"))
}

/// A content folder with one consultation, and this endpoint.
fn content(endpoint: &Value) -> tempfile::TempDir {
    let public = Path::new(env!("CARGO_MANIFEST_DIR")).join("public");
    let dir = tempfile::tempdir().unwrap();
    fs::create_dir_all(dir.path().join("content/consultations")).unwrap();
    let read = |name: &str| -> Value { serde_json::from_slice(&fs::read(public.join(name)).unwrap()).unwrap() };
    let name = "content/consultations/drenthe-luisteren.json";
    let mut consultation = read(name);
    let plain = |question: &Value| question["kind"] != "place";
    consultation["questions"].as_array_mut().unwrap().retain(plain);
    let mut site = read("site.json");
    site["endpoint"] = endpoint.clone();
    for json in [&mut site, &mut consultation] {
        json.as_object_mut().unwrap().remove("picture");
    }
    fs::write(dir.path().join(name), consultation.to_string()).unwrap();
    fs::write(dir.path().join("site.json"), site.to_string()).unwrap();
    dir
}

/// What `check --try` says, with its exit code. The site's folder is `dist` beside the content.
fn tried(dir: &Path, more: &[&str]) -> (Option<i32>, String) {
    fs::create_dir_all(dir.join("dist")).unwrap();
    let mut command = beginspraak();
    command
        .args(["check", "--lang", "en", "--try", "--site"])
        .arg(dir.join("dist"))
        .arg(dir.join("content"))
        .args(more);
    let output = command.output().unwrap();
    (output.status.code(), String::from_utf8(output.stdout).unwrap())
}

/// A server that answers everything with this; `{time}` becomes the time, and `{sha256}` the hash in what was posted.
fn server(answer: &'static str) -> String {
    answering(move |_, body| {
        let hash = body.split(".json").next().and_then(|text| text.rsplit('/').next()).unwrap_or_default();
        let time = jiff::Timestamp::now().strftime("%a, %d %b %Y %H:%M:%S GMT").to_string();
        answer.replace("{sha256}", hash).replace("{time}", &time)
    })
}

/// A server whose answer depends on the head of a request, in small letters, and on what was posted.
fn answering(answer: impl Fn(&str, &str) -> String + Send + 'static) -> String {
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let address = format!("http://{}", listener.local_addr().unwrap());
    thread::spawn(move || {
        for stream in listener.incoming() {
            let mut stream = stream.unwrap();
            let mut reader = BufReader::new(stream.try_clone().unwrap());
            let (mut head, mut line) = (String::new(), String::new());
            while reader.read_line(&mut line).unwrap_or(0) > 2 {
                head += &line.to_lowercase();
                line.clear();
            }
            let length =
                head.split("content-length: ").nth(1).and_then(|rest| rest.lines().next()?.trim().parse().ok());
            let mut body = vec![0; length.unwrap_or(0)];
            reader.read_exact(&mut body).unwrap();
            let answer = answer(&head, &String::from_utf8_lossy(&body));
            let (head, said) = answer.split_once("\n\n").unwrap();
            let head = head.replace('\n', "\r\n");
            let length = said.len();
            write!(stream, "HTTP/1.1 {head}\r\nContent-Length: {length}\r\nConnection: close\r\n\r\n{said}").unwrap();
        }
    });
    address
}

/// Ends the collector with the test.
struct Collector(Child);

impl Drop for Collector {
    fn drop(&mut self) {
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}

#[test]
fn a_collector_takes_a_test_reaction() {
    let dir = content(&json!({"kind": "collector", "url": "/api/reactions"}));
    let (dist, content) = (dir.path().join("dist"), dir.path().join("content"));
    let published =
        beginspraak().args(["publish", "--quick", "--content"]).arg(&content).arg("--out").arg(&dist).output().unwrap();
    assert!(published.status.success(), "{published:?}");
    let (code, said) = tried(dir.path(), &[]);
    assert!(code == Some(1) && said.contains("Put \"address\" in site.json, or name it with --origin."), "{said}");
    let mut serve = beginspraak();
    serve.args(["serve", "--listen", "127.0.0.1:0", "--site"]).arg(&dist).arg("--data").arg(dir.path().join("data"));
    let mut collector = Collector(serve.stdout(Stdio::piped()).stderr(Stdio::null()).spawn().unwrap());
    let mut line = String::new();
    BufReader::new(collector.0.stdout.take().unwrap()).read_line(&mut line).unwrap();
    let address = line.trim().strip_prefix("listening on ").unwrap().trim_end_matches('/');
    let (code, said) = tried(dir.path(), &["--origin", address]);
    assert!(code == Some(0) && said.contains("The test reaction has arrived."), "{said}");
    assert!(said.contains("All is well"), "{said}");
}

#[test]
fn what_answers_and_is_no_collector_is_named() {
    for (answer, cause) in [
        ("200 OK\nContent-Type: text/html\n\n<!doctype html><h1>Welkom", "An ordinary web page answers here (200)"),
        ("301 Moved\nLocation: https://elders.example/api\n\n", "sends on to https://elders.example/api"),
        ("503 Busy\n\n", "The server can't manage now (503)"),
        ("200 OK\nContent-Type: application/json\n\n{\"ok\":true}", "no answer that means “kept” (200): {\"ok\":true}"),
        ("403 No\nContent-Type: application/json\n\n{\"error\":\"forbidden\"}", "start it with --origin"),
    ] {
        let dir = content(&json!({"kind": "collector", "url": format!("{}/api", server(answer))}));
        let (code, said) = tried(dir.path(), &[]);
        assert!(code == Some(1) && said.contains(cause), "{said}");
    }
    let nobody = TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap();
    let dir = content(&json!({"kind": "collector", "url": format!("http://{nobody}/api")}));
    assert!(tried(dir.path(), &[]).1.contains("There is no answer."));
}

#[test]
fn a_bucket_that_does_not_take_it_says_the_cause() {
    for (answer, code, cause) in [
        ("403 No\nDate: {time}\n\n<Error><Code>AccessDenied</Code></Error>", 1, "The key may not do this."),
        (
            "301 No\nDate: {time}\n\n<Error><Code>PermanentRedirect</Code><Endpoint>b.s3.eu-west-1.example</Endpoint></Error>",
            1,
            "The bucket is elsewhere: b.s3.eu-west-1.example.",
        ),
        (
            "403 No\nDate: Thu, 26 Nov 2020 15:01:00 GMT\n\n<Error><Code>RequestTimeTooSkewed</Code></Error>",
            1,
            "minutes ahead. Set the clock",
        ),
        ("404 No\nDate: {time}\n\n<Error><Code>NoSuchBucket</Code></Error>", 1, "There is no such bucket."),
        (
            "201 Made\nDate: {time}\n\n<PostResponse><Key>in/dorp/{sha256}.json</Key></PostResponse>",
            1,
            "a browser may not read the answer",
        ),
        (
            "201 Made\nDate: {time}\nAccess-Control-Allow-Origin: *\n\n<PostResponse><Key>in/dorp/{sha256}.json</Key></PostResponse>",
            0,
            "The test reaction has arrived.",
        ),
    ] {
        let server = server(answer);
        let dir = content(&json!({"kind": "s3", "intake": "/intake.json", "origin": server}));
        fs::create_dir(dir.path().join("dist")).unwrap();
        let intake = json!({"format": "beginspraak.intake/1", "url": format!("{server}/reacties"), "prefix": "in",
            "fields": {"policy": "x"}, "expires": "2999-01-01T00:00:00Z"});
        fs::write(dir.path().join("dist/intake.json"), intake.to_string()).unwrap();
        let (ended, said) = tried(dir.path(), &["--origin", "https://denkmee.example.nl"]);
        assert!(ended == Some(code) && said.contains(cause), "{cause}: {said}");
    }
}

#[test]
fn a_clock_that_is_off_is_told_when_an_intake_is_signed() {
    for (date, code, words) in [
        ("Thu, 26 Nov 2020 15:01:00 GMT", 1, "minutes ahead. Set the clock, and sign again."),
        ("Fri, 26 Nov 2066 15:01:00 GMT", 1, "minutes behind. Set the clock, and sign again."),
        ("{time}", 0, "browsers may put reactions in"),
        // A server that says no time tells nothing.
        ("gisteren", 0, "browsers may put reactions in"),
    ] {
        let dir = tempfile::tempdir().unwrap();
        let server = server(format!("200 OK\nDate: {date}\n\n").leak());
        let mut command = beginspraak();
        command.env("AWS_ACCESS_KEY_ID", "key").env("AWS_SECRET_ACCESS_KEY", "secret");
        command.args([
            "--lang",
            "en",
            "sign-intake",
            "--bucket",
            "reacties",
            "--prefix",
            "in",
            "--endpoint-url",
            &server,
        ]);
        let output = command.arg("--out").arg(dir.path().join("intake.json")).output().unwrap();
        let said = String::from_utf8(output.stdout).unwrap();
        assert!(output.status.code() == Some(code) && said.contains(words), "{date}: {said}");
        assert!(dir.path().join("intake.json").exists(), "it is signed all the same");
    }
}

#[test]
fn a_collector_elsewhere_is_asked_first_as_a_browser_asks() {
    const SITE: &str = "https://denkmee.example.nl";
    const KEPT: &str = "201 Made\nContent-Type: application/json\nAccess-Control-Allow-Origin: https://denkmee.example.nl\n\n{\"id\":\"{id}\",\"sha256\":\"{body}\"}";
    const YES: &str = "204 Yes\nAccess-Control-Allow-Origin: https://denkmee.example.nl\n\n";
    for (preflight, post, code, cause) in [
        (YES, KEPT, 0, "The test reaction has arrived."),
        ("405 No\n\n", KEPT, 1, "a browser may not read the answer"),
        ("204 Yes\n\n", KEPT, 1, "a browser may not read the answer"),
        (
            "204 Yes\nAccess-Control-Allow-Origin: https://elders.example\n\n",
            KEPT,
            1,
            "a browser may not read the answer",
        ),
    ] {
        let (asked, seen) = std::sync::mpsc::channel();
        let address = answering(move |head, body| {
            let method = head.split(' ').next().unwrap_or_default().to_owned();
            let answer = if method == "options" { preflight } else { post };
            asked.send((method, head.to_owned())).unwrap();
            let id = serde_json::from_str::<Value>(body).map(|sent| sent["reaction"]["id"].clone()).unwrap_or_default();
            let hash = beginspraak::domain::digest::sha256(body.as_bytes());
            answer.replace("{id}", id.as_str().unwrap_or_default()).replace("{body}", &hash)
        });
        let dir = content(&json!({"kind": "collector", "url": format!("{address}/api")}));
        let (ended, said) = tried(dir.path(), &["--origin", SITE]);
        assert!(ended == Some(code) && said.contains(cause), "{preflight}: {said}");
        let (methods, heads): (Vec<_>, Vec<_>) = seen.try_iter().unzip();
        assert_eq!(methods, ["options", "post"], "asked first");
        for header in [
            "origin: https://denkmee.example.nl",
            "access-control-request-method: post",
            "access-control-request-headers: content-type",
        ] {
            assert!(heads[0].contains(header), "{header} is in {}", heads[0]);
        }
    }
    // On the site's own host a browser does not ask.
    let (asked, seen) = std::sync::mpsc::channel();
    let address = answering(move |head, _| {
        asked.send(head.split(' ').next().unwrap_or_default().to_owned()).unwrap();
        "503 Busy\n\n".to_owned()
    });
    let dir = content(&json!({"kind": "collector", "url": format!("{address}/api")}));
    tried(dir.path(), &["--origin", &address]);
    assert_eq!(seen.try_iter().collect::<Vec<_>>(), ["post"]);
}
