//! Loads a real collector with reactions, then checks that every acknowledged one is in its store exactly once.

use std::collections::HashMap;
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
use super::reaction::Consultation;
use super::tally::{Load, Tally, gathered};
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

/// Measures the collector beside the raw disk and prints both; fails if an acknowledgement was not kept.
pub fn run(paths: &Paths, steps: &mut Steps, load: &Load) -> Result<(), Error> {
    setup::for_building(steps)?;
    site::example(paths, steps, &Base::default(), true)?;
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
    print(&tally, &consultation, body.len(), [before, after]);
    tally.settle("in the store after SIGKILL", &kept)
}

fn print(tally: &Tally, consultation: &Consultation, length: usize, disk: [[f64; 2]; 2]) {
    let rate = tally.rate();
    let [single, batched] = [0, 1].map(|kind| (disk[0][kind] + disk[1][kind]) / 2.0);
    println!("\nCollector, reactions of {length} bytes to '{}'", consultation.slug());
    tally.print();
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
    Tally::of(load, |number, until| post_until(until, Client::new(server, number), Arc::clone(consultation)))
}

async fn post_until(until: Instant, mut client: Client, consultation: Arc<Consultation>) -> Tally {
    let mut tally = Tally::default();
    while Instant::now() < until {
        let (id, body) = consultation.reaction();
        let asked = Instant::now();
        match client.post("/api/reactions", "application/json", &body).await {
            Ok(answer) if answer.status == 201 && acknowledges(&answer.body, &id, &body) => tally.accept(id, asked),
            Ok(answer) => {
                let words: String = String::from_utf8_lossy(&answer.body).chars().take(200).collect();
                tally.refuse(format!("{} {words}", answer.status));
            }
            Err(error) => tally.refuse(error.to_string()),
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
    let folder = bench.join("gathered");
    let mut gather = Command::new(paths.native_command(true));
    gather.arg("gather").arg("--from").arg(bench.join("data")).arg("--to").arg(&folder);
    steps.command("gather what was stored", gather.current_dir(&paths.root))?;
    gathered(&folder)
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
    fn only_an_answer_that_names_the_reaction_and_its_hash_acknowledges_it() {
        let answer = |id, of: &str| json!({ "id": id, "sha256": digest(of.as_bytes()) }).to_string();
        assert!(acknowledges(answer("a", "{}").as_bytes(), "a", "{}"));
        assert!(!acknowledges(answer("b", "{}").as_bytes(), "a", "{}"));
        assert!(!acknowledges(answer("a", "{ }").as_bytes(), "a", "{}"));
        assert!(!acknowledges(b"<html>welcome to our wifi</html>", "a", "{}"));
    }
}
