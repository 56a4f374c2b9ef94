//! A SeaweedFS of our own for each story, and posts as the browser makes them.

use crate::reactions::reactions;
use beginspraak::domain::{
    delivery::{self, Delivery, Parcel, Response},
    digest::sha256,
    endpoint::Endpoint,
    from_json,
    id::{Id, ReactionId},
    intake::Intake,
};
use serde_json::{Value, json};
use std::{
    env, fs,
    net::TcpListener,
    path::PathBuf,
    process::{Child, Command, Output, Stdio},
    thread,
    time::{Duration, Instant},
};
use tempfile::TempDir;

pub const BUCKET: &str = "reacties";
/// The site from which browsers may read the bucket's answers.
pub const ORIGIN: &str = "https://denkmee.example.nl";

/// Where `cargo xtask setup` puts the server.
fn weed() -> PathBuf {
    let tools = || {
        let set = |name| env::var_os(name).filter(|path| !path.is_empty()).map(PathBuf::from);
        let cache = || set("XDG_CACHE_HOME").or_else(|| Some(set("HOME")?.join(".cache")));
        set("BEGINSPRAAK_TOOLS").or_else(|| Some(cache()?.join("beginspraak/tools")))
    };
    let weed = env::var_os("WEED").map(PathBuf::from).or_else(|| Some(tools()?.join("seaweedfs-4.48/bin/weed")));
    let weed = weed.filter(|weed| weed.is_file());
    weed.expect("SeaweedFS is not installed: run `cargo xtask setup` once")
}

pub struct Bucket {
    child: Child,
    pub folder: TempDir,
    pub server: String,
    arguments: Vec<String>,
}

impl Bucket {
    /// A server with the rights that `sign-intake --explain seaweedfs` prints, and an empty bucket.
    pub fn start() -> Self {
        Self::allowing("*")
    }

    /// One whose answers only a site with this origin may read.
    pub fn allowing(origin: &str) -> Self {
        let folder = tempfile::tempdir().unwrap();
        let explained = beginspraak(
            &[
                "sign-intake",
                "--bucket",
                BUCKET,
                "--prefix",
                "in",
                "--explain",
                "seaweedfs",
                "--endpoint-url",
                "http://127.0.0.1:1",
            ],
            None,
        );
        let text = String::from_utf8(explained.stdout).unwrap();
        let config = text.split_once("<<'JSON'\n").unwrap().1.split_once("\nJSON").unwrap().0;
        fs::write(folder.path().join("s3.json"), config).unwrap();
        fs::create_dir(folder.path().join("data")).unwrap();
        // All are taken at the same time, so that no two are the same.
        let free: Vec<_> = (0..10).map(|_| TcpListener::bind("127.0.0.1:0").unwrap()).collect();
        let ports: Vec<_> = free.iter().map(|listener| listener.local_addr().unwrap().port()).collect();
        drop(free);
        let mut text = include_str!("weed-mini.txt").replace("{folder}", folder.path().to_str().unwrap());
        for (n, port) in ports.iter().enumerate() {
            text = text.replace(&format!("{{port-{n}}}"), &port.to_string());
        }
        let mut arguments: Vec<String> = text.lines().map(str::to_owned).collect();
        arguments.push(format!("-s3.allowedOrigins={origin}"));
        let child = run(&arguments, &folder);
        let bucket = Self { child, server: format!("http://127.0.0.1:{}", ports[0]), folder, arguments };
        bucket.wait();
        bucket
    }

    /// Until it lists the bucket for the key that gathers; whether that key may read is another matter.
    fn wait(&self) {
        let end = Instant::now() + Duration::from_secs(60);
        while !self.gather("leeg").stderr.is_empty() {
            assert!(Instant::now() < end, "{}", fs::read_to_string(self.folder.path().join("log")).unwrap());
            thread::sleep(Duration::from_millis(100));
        }
    }

    /// Pulls the plug.
    pub fn kill(&mut self) {
        self.child.kill().unwrap();
        self.child.wait().unwrap();
    }

    /// Lets another site read its answers, from the next start on.
    pub fn allow(&mut self, origin: &str) {
        self.arguments.pop();
        self.arguments.push(format!("-s3.allowedOrigins={origin}"));
    }

    /// Starts it again with what it had.
    pub fn again(&mut self) {
        self.child = run(&self.arguments, &self.folder);
        self.wait();
    }

    /// Runs `sign-intake` with the key that may only add; gives what it wrote.
    pub fn sign(&self, more: &[&str]) -> Intake {
        let out = self.folder.path().join("intake.json");
        let mut args =
            vec!["sign-intake", "--bucket", BUCKET, "--endpoint-url", &self.server, "--out", out.to_str().unwrap()];
        args.extend(if more.contains(&"--prefix") { &[][..] } else { &["--prefix", "in"] });
        args.extend(more);
        let output = beginspraak(&args, Some("intake-key"));
        assert!(output.status.success(), "{output:?}");
        from_json::read(&fs::read_to_string(out).unwrap()).unwrap()
    }

    /// Gathers with the key that may only read.
    pub fn gather(&self, to: &str) -> Output {
        let to = self.folder.path().join(to);
        let from = format!("s3://{BUCKET}/in");
        beginspraak(
            &["--lang", "en", "gather", "--from", &from, "--endpoint-url", &self.server, "--to", to.to_str().unwrap()],
            Some("gather-key"),
        )
    }

    /// What was gathered.
    pub fn gathered(&self, to: &str) -> Vec<Value> {
        reactions(&self.folder.path().join(to))
    }
}

impl Drop for Bucket {
    fn drop(&mut self) {
        // A story may have stopped it already.
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

fn run(arguments: &[String], folder: &TempDir) -> Child {
    let log = fs::File::options().create(true).append(true).open(folder.path().join("log")).unwrap();
    let errors = log.try_clone().unwrap();
    Command::new(weed()).arg("mini").args(arguments).stdout(log).stderr(errors).stdin(Stdio::null()).spawn().unwrap()
}

/// The command, with a key from the explanation.
pub fn beginspraak(args: &[&str], key: Option<&str>) -> Output {
    let mut command = Command::new(env!("CARGO_BIN_EXE_beginspraak"));
    command.args(args).env_remove("AWS_REGION").env_remove("AWS_DEFAULT_REGION").env_remove("AWS_SESSION_TOKEN");
    match key {
        Some(key) => command.env("AWS_ACCESS_KEY_ID", key).env("AWS_SECRET_ACCESS_KEY", "CHANGE-ME"),
        None => command.env_remove("AWS_ACCESS_KEY_ID").env_remove("AWS_SECRET_ACCESS_KEY"),
    };
    command.output().unwrap()
}

pub fn reaction(n: u32, story: &str) -> Value {
    json!({"id": format!("01900000-0000-7000-8000-{n:012x}"), "consultation": "dorp", "revision": 1, "language": "nl",
        "source": "resident", "tag": "00112233445566778899", "quote_consent": false, "day": "2026-06-15",
        "answers": [{"question": "verhaal", "value": story}]})
}

/// The envelope, with its fields in the order in which the app writes them.
pub fn envelope(reaction: &Value) -> String {
    beginspraak::domain::reaction::envelope(reaction.as_object().unwrap()).unwrap()
}

/// What the app would think of posting this.
pub fn post(intake: &Intake, reaction: &Value) -> Delivery {
    post_text(intake, reaction["id"].as_str().unwrap(), &envelope(reaction))
}

/// The same for any text.
pub fn post_text(intake: &Intake, id: &str, envelope: &str) -> Delivery {
    with(id, envelope, |parcel, bucket| {
        let request = delivery::encode(parcel, bucket, "/", Some(intake)).unwrap();
        match send(&request.url, &request.content_type, &request.body) {
            Some((response, _)) => delivery::classify(bucket, parcel, &response),
            None => Delivery::RetryLater(delivery::Trouble::NoAnswer),
        }
    })
}

/// The bucket's answer, and whether a browser on the site may read it.
pub fn answer(intake: &Intake, reaction: &Value) -> (Response, bool) {
    with(reaction["id"].as_str().unwrap(), &envelope(reaction), |parcel, bucket| {
        let request = delivery::encode(parcel, bucket, "/", Some(intake)).unwrap();
        send(&request.url, &request.content_type, &request.body).unwrap()
    })
}

fn with<T>(id: &str, envelope: &str, act: impl FnOnce(&Parcel, &Endpoint) -> T) -> T {
    let (id, consultation) = (ReactionId::try_from(id).unwrap(), Id::try_from("dorp").unwrap());
    let bucket = Endpoint::S3 { intake: "/intake.json".into(), origin: String::new() };
    act(&Parcel { id: &id, consultation: &consultation, envelope }, &bucket)
}

/// Posts; the answer, and whether a browser on the site may read it.
fn send(url: &str, content_type: &str, body: &str) -> Option<(Response, bool)> {
    let agent: ureq::Agent = ureq::Agent::config_builder().http_status_as_error(false).build().into();
    let sent = agent.post(url).header("content-type", content_type).header("origin", ORIGIN).send(body);
    let mut answer = sent.ok()?;
    let head = |answer: &ureq::http::Response<ureq::Body>, name| {
        answer.headers().get(name).and_then(|value| value.to_str().ok()).unwrap_or_default().to_owned()
    };
    let allowed = [ORIGIN, "*"].contains(&head(&answer, "access-control-allow-origin").as_str());
    let (status, content_type) = (answer.status().as_u16(), head(&answer, "content-type"));
    let body = answer.body_mut().read_to_string().ok()?;
    Some((Response { status, redirected: false, content_type, body }, allowed))
}

/// The key under which a reaction is kept.
pub fn key(reaction: &Value) -> String {
    format!("in/dorp/{}.json", sha256(envelope(reaction).as_bytes()))
}
