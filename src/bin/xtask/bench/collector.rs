//! Loads a real collector with reactions, then checks that every acknowledged one is in its store exactly once.

use std::collections::{BTreeMap, HashMap};
use std::fs;
use std::net::{Ipv4Addr, SocketAddr, TcpListener, TcpStream};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::sync::Arc;
use std::thread;
use std::time::{Duration, Instant};

use serde_json::Value;

use super::client::Client;
use super::disk;
use super::latency::Latencies;
use super::reaction::Consultation;
use crate::error::Error;
use crate::paths::Paths;
use crate::setup;
use crate::site::{self, Base};
use crate::stamp::digest;
use crate::steps::Steps;
use crate::table::grouped;

const START_WITHIN: Duration = Duration::from_secs(10);
const DISK_FOR: Duration = Duration::from_secs(2);
const BATCH: u32 = 64;

/// How hard and how long to push.
#[derive(clap::Args)]
pub struct Load {
    /// How long to post reactions
    #[arg(long, value_name = "N", default_value_t = 10, value_parser = clap::value_parser!(u64).range(1..))]
    seconds: u64,
    /// How many connections post at the same time
    #[arg(long, value_name = "N", default_value_t = 64, value_parser = clap::value_parser!(u8).range(1..=250))]
    connections: u8,
}

impl Load {
    /// How long.
    pub fn seconds(&self) -> u64 {
        self.seconds
    }

    /// How many at the same time.
    pub fn connections(&self) -> u8 {
        self.connections
    }
}

impl Default for Load {
    fn default() -> Load {
        Load { seconds: 10, connections: 64 }
    }
}

/// Measures the collector beside the raw disk and prints both; fails if an acknowledgement was not kept.
pub fn run(paths: &Paths, steps: &mut Steps, load: &Load) -> Result<(), Error> {
    setup::for_building(paths, steps)?;
    site::build(paths, steps, &Base::default(), true)?;
    let consultation = Arc::new(Consultation::open_one(&paths.root)?);
    // In the build folder: a temporary folder in memory would make a disk look too good.
    let bench = Folder::new(&paths.notes)?;
    let body = consultation.reaction().1;
    let raw = |batch| disk::appends_per_second(&bench.0, body.as_bytes(), batch, DISK_FOR);

    let before = steps.work("raw disk, before", || Ok([raw(1)?, raw(BATCH)?]))?;
    let server = Server::start(paths, &bench.0.join("data"))?;
    let label = format!("{} connections for {} s", load.connections, load.seconds);
    let tally = steps.work(&label, || post_all(server.address, &consultation, load))?;
    // Without a chance to tidy up: what was acknowledged must already be safe.
    drop(server);
    let after = steps.work("raw disk, after", || Ok([raw(1)?, raw(BATCH)?]))?;

    let kept = stored(paths, steps, &bench.0)?;
    let once = |id: &String| kept.get(id).copied().unwrap_or(0);
    let lost = tally.accepted.iter().filter(|id| once(id) == 0).count();
    let doubled = tally.accepted.iter().filter(|id| once(id) > 1).count();

    print(&tally, &consultation, body.len(), [before, after]);
    println!("in the store after SIGKILL: {lost} lost, {doubled} doubled");
    if lost + doubled > 0 {
        return Err(Error::Unfaithful { lost, doubled });
    }
    Ok(())
}

/// What came of all posts.
#[derive(Default)]
pub struct Tally {
    /// The ids of what was acknowledged.
    pub accepted: Vec<String>,
    /// How long each of those took.
    pub times: Vec<Duration>,
    /// Why others were not, and how often.
    pub refused: BTreeMap<String, u64>,
    /// How long all took together.
    pub took: Duration,
}

fn print(tally: &Tally, consultation: &Consultation, length: usize, disk: [[f64; 2]; 2]) {
    let rate = tally.accepted.len() as f64 / tally.took.as_secs_f64();
    let [single, batched] = [0, 1].map(|kind| (disk[0][kind] + disk[1][kind]) / 2.0);
    println!("\nCollector, reactions of {length} bytes to '{}'", consultation.slug());
    println!("accepted: {} per second ({} in all)", grouped(rate as u64), grouped(tally.accepted.len() as u64));
    println!("answers: {}", Latencies::new(tally.times.clone()));
    for (why, count) in &tally.refused {
        println!("not accepted: {} × {why}", grouped(*count));
    }
    println!(
        "raw disk, one append per sync: {} per second; the collector does {:.2} times that",
        grouped(single as u64),
        rate / single
    );
    println!(
        "raw disk, {BATCH} appends per sync: {} per second; the collector does {:.2} times that",
        grouped(batched as u64),
        rate / batched
    );
}

fn post_all(server: SocketAddr, consultation: &Arc<Consultation>, load: &Load) -> Result<Tally, Error> {
    summed(load, |number, until| post_until(until, Client::new(server, number), Arc::clone(consultation)))
}

/// Lets clients, each with its number, post until it is time; puts together what came of it.
pub fn summed<F>(load: &Load, client: impl Fn(u8, Instant) -> F) -> Result<Tally, Error>
where
    F: Future<Output = Tally> + Send + 'static,
{
    let runtime = tokio::runtime::Builder::new_multi_thread().enable_all().build();
    let runtime = runtime.map_err(Error::io("start clients for", Path::new("the bench")))?;
    runtime.block_on(async {
        let started = Instant::now();
        let until = started + Duration::from_secs(load.seconds);
        let clients = (1..=load.connections).map(|number| tokio::spawn(client(number, until)));
        let mut all = Tally::default();
        for client in clients.collect::<Vec<_>>() {
            let Ok(one) = client.await else { continue };
            all.accepted.extend(one.accepted);
            all.times.extend(one.times);
            for (why, count) in one.refused {
                *all.refused.entry(why).or_default() += count;
            }
        }
        all.took = started.elapsed();
        if all.accepted.is_empty() {
            let reasons: Vec<_> = all.refused.keys().cloned().collect();
            return Err(Error::Unusable {
                what: format!("Nothing was accepted: {}", reasons.join("; ")),
                remedy: "See bench/reaction.rs for what is posted.".to_owned(),
            });
        }
        Ok(all)
    })
}

async fn post_until(until: Instant, mut client: Client, consultation: Arc<Consultation>) -> Tally {
    let mut tally = Tally::default();
    while Instant::now() < until {
        let (id, body) = consultation.reaction();
        let asked = Instant::now();
        match client.post("/api/reactions", "application/json", &body).await {
            Ok(answer) if answer.status == 201 && acknowledges(&answer.body, &id, &body) => {
                tally.times.push(asked.elapsed());
                tally.accepted.push(id);
            }
            Ok(answer) => {
                let words: String = String::from_utf8_lossy(&answer.body).chars().take(200).collect();
                *tally.refused.entry(format!("{} {words}", answer.status)).or_default() += 1;
            }
            Err(error) => *tally.refused.entry(error.to_string()).or_default() += 1,
        }
    }
    tally
}

/// Does this answer name the reaction and the hash of exactly what was posted?
fn acknowledges(answer: &[u8], id: &str, posted: &str) -> bool {
    let json = serde_json::from_slice::<Value>(answer).unwrap_or_default();
    json["id"] == id && json["sha256"] == digest(posted.as_bytes())
}

/// How often each id is in the store, by the collector's own gather command.
fn stored(paths: &Paths, steps: &mut Steps, bench: &Path) -> Result<HashMap<String, u32>, Error> {
    let file = bench.join("gathered.json");
    let mut gather = Command::new(paths.native_command(true));
    gather.arg("gather").arg("--from").arg(bench.join("data")).arg("--to").arg(&file);
    steps.command("gather what was stored", gather.current_dir(&paths.root))?;
    count_in(&file)
}

/// How often each id is in a gathered file.
pub fn count_in(file: &Path) -> Result<HashMap<String, u32>, Error> {
    let text = fs::read(file).map_err(Error::io("read", file))?;
    let json = serde_json::from_slice(&text).map_err(|cause| Error::Unusable {
        what: format!("{} is not JSON ({cause})", file.display()),
        remedy: "See what `beginspraak gather` writes.".to_owned(),
    })?;
    let mut counts = HashMap::new();
    count_ids(&json, &mut counts);
    Ok(counts)
}

/// Counts reactions by id wherever in the file they are kept: objects with both an id and answers.
fn count_ids(json: &Value, counts: &mut HashMap<String, u32>) {
    match json {
        Value::Array(items) => items.iter().for_each(|item| count_ids(item, counts)),
        Value::Object(fields) => {
            if let (Some(Value::String(id)), true) = (fields.get("id"), fields.contains_key("answers")) {
                *counts.entry(id.clone()).or_default() += 1;
            } else {
                fields.values().for_each(|item| count_ids(item, counts));
            }
        }
        _ => {}
    }
}

/// A collector of our own, killed without warning when dropped.
struct Server {
    child: Child,
    address: SocketAddr,
}

impl Server {
    fn start(paths: &Paths, data: &Path) -> Result<Server, Error> {
        fs::create_dir_all(data).map_err(Error::io("make", data))?;
        let any = SocketAddr::from((Ipv4Addr::LOCALHOST, 0));
        let address = TcpListener::bind(any).and_then(|listener| listener.local_addr());
        let address = address.map_err(Error::io("find a free port for", data))?;
        let program = paths.native_command(true);
        let mut command = Command::new(&program);
        command.arg("serve").arg("--site").arg(&paths.dist).arg("--data").arg(data);
        // All load comes from one machine; slowing it down is the limiter's work, not what we measure.
        command.args(["--listen", &address.to_string(), "--rate-limit", "off"]).stdout(Stdio::null());
        let child = command.spawn().map_err(Error::io("start", &program))?;
        let mut server = Server { child, address };
        server.wait_until_listening(&program)?;
        Ok(server)
    }

    fn wait_until_listening(&mut self, program: &Path) -> Result<(), Error> {
        let started = Instant::now();
        while TcpStream::connect(self.address).is_err() {
            let ended = self.child.try_wait().map_err(Error::io("watch", program))?;
            if ended.is_some() || started.elapsed() > START_WITHIN {
                return Err(Error::Failed {
                    step: "start the collector".to_owned(),
                    command: format!("{} serve --site dist --data DIR --listen {}", program.display(), self.address),
                    code: ended.and_then(|status| status.code()),
                });
            }
            thread::sleep(Duration::from_millis(20));
        }
        Ok(())
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        // It may have ended by itself; then there is nothing to kill.
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

/// A folder for this run alone, removed afterwards.
pub struct Folder(PathBuf);

impl Folder {
    /// The folder.
    pub fn path(&self) -> &Path {
        &self.0
    }

    /// Makes it.
    pub fn new(notes: &Path) -> Result<Folder, Error> {
        let path = notes.join(format!("bench-{}", std::process::id()));
        fs::create_dir_all(&path).map_err(Error::io("make", &path))?;
        Ok(Folder(path))
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        // Left behind, it only takes room in the build folder.
        let _ = fs::remove_dir_all(&self.0);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn reactions_are_counted_wherever_they_are_and_references_are_not() {
        let file = json!({ "id": "file", "reactions": [
            { "id": "a", "answers": [{ "id": "x" }] },
            { "received": 1, "reaction": { "id": "b", "answers": [] } },
            { "id": "a", "answers": [] },
        ], "assignments": [{ "id": "a" }] });
        let mut counts = HashMap::new();
        count_ids(&file, &mut counts);
        assert_eq!(counts, HashMap::from([("a".to_owned(), 2), ("b".to_owned(), 1)]));
    }

    #[test]
    fn only_an_answer_that_names_the_reaction_and_its_hash_acknowledges_it() {
        let answer = |id, of: &str| json!({ "id": id, "sha256": digest(of.as_bytes()) }).to_string();
        assert!(acknowledges(answer("a", "{}").as_bytes(), "a", "{}"));
        assert!(!acknowledges(answer("b", "{}").as_bytes(), "a", "{}"));
        assert!(!acknowledges(answer("a", "{ }").as_bytes(), "a", "{}"));
        assert!(!acknowledges(b"<html>welcome to our wifi</html>", "a", "{}"));
    }
}
