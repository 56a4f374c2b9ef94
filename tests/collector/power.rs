//! The plug is pulled, the disk is full: what was acknowledged is there once, and nothing else was acknowledged.

use crate::support::{Client, Server, id, published, reaction};
use std::{
    collections::BTreeMap,
    fs,
    path::Path,
    process::Command,
    sync::{
        Mutex,
        atomic::{AtomicBool, Ordering},
    },
    thread,
};

/// Posts until the server is gone; notes what was sent and what was acknowledged.
fn post_until_gone(address: std::net::SocketAddr, acknowledged: &Mutex<Vec<String>>, enough: &AtomicBool) {
    let Ok(stream) = std::net::TcpStream::connect(address) else { return };
    drop(stream);
    let mut client = Client::connect(address);
    loop {
        let id = id();
        let body = reaction(&id).to_string();
        let head = format!(
            "POST /api/reactions HTTP/1.1\r\nHost: {address}\r\nContent-Type: application/json\r\nContent-Length: {}\r\n\r\n",
            body.len()
        );
        if client.send(head + &body).is_err() {
            return;
        }
        match client.receive() {
            Some(answer) if answer.status == 201 && answer.text().contains(&id) => {
                let mut all = acknowledged.lock().unwrap();
                all.push(id);
                if all.len().is_multiple_of(40) {
                    enough.store(true, Ordering::Relaxed);
                }
            }
            Some(answer) => panic!("{answer:?}"),
            None => return,
        }
    }
}

fn kept(data: &Path) -> BTreeMap<String, u32> {
    let database = rusqlite::Connection::open(data.join("reactions.sqlite")).unwrap();
    let check: String = database.query_row("PRAGMA integrity_check", [], |row| row.get(0)).unwrap();
    assert_eq!(check, "ok");
    let mut statement = database.prepare("SELECT id, body FROM reactions").unwrap();
    let mut counts = BTreeMap::new();
    let rows = statement.query_map([], |row| Ok((row.get::<_, String>(0)?, row.get::<_, Vec<u8>>(1)?))).unwrap();
    for (id, body) in rows.map(Result::unwrap) {
        assert!(String::from_utf8(body).unwrap().contains(&id));
        *counts.entry(id).or_default() += 1;
    }
    counts
}

/// How often the plug is pulled; the environment may ask for more, for a night's run.
fn times() -> usize {
    std::env::var("BEGINSPRAAK_KILLS").ok().and_then(|times| times.parse().ok()).unwrap_or(20)
}

#[test]
fn time_and_again_the_plug_is_pulled_and_nothing_acknowledged_is_lost_or_doubled() {
    let folder = tempfile::tempdir().unwrap();
    let data = folder.path().join("data");
    let acknowledged = Mutex::new(Vec::new());
    for _ in 0..times() {
        let mut server = Server::at(&published(), &data, &["--rate-limit", "off"]);
        let address = server.address;
        let enough = AtomicBool::new(false);
        thread::scope(|scope| {
            for _ in 0..8 {
                scope.spawn(|| post_until_gone(address, &acknowledged, &enough));
            }
            while !enough.load(Ordering::Relaxed) {
                thread::yield_now();
            }
            server.kill();
        });
    }
    let acknowledged = acknowledged.into_inner().unwrap();
    let kept = kept(&data);
    let wrong: Vec<_> = acknowledged.iter().filter(|id| kept.get(*id) != Some(&1)).collect();
    println!("{} acknowledged, {} kept, {} lost or double", acknowledged.len(), kept.len(), wrong.len());
    assert!(wrong.is_empty(), "{wrong:?}");
    assert!(acknowledged.len() >= 40 * times());
}

#[test]
fn the_disk_is_synced_before_the_answer_goes_out() {
    if Command::new("strace").arg("-V").output().is_err() {
        println!("skipped: there is no strace here");
        return;
    }
    let folder = tempfile::tempdir().unwrap();
    let (data, trace) = (folder.path().join("data"), folder.path().join("trace"));
    let mut strace = Command::new("strace");
    // -D: the collector itself is our child, so that it can be asked to stop.
    strace.args([
        "-D",
        "-f",
        "-y",
        "-s",
        "200",
        "-e",
        "trace=fsync,fdatasync,write,writev,pwrite64,sendto,sendmsg",
        "-o",
    ]);
    strace.arg(&trace).arg(env!("CARGO_BIN_EXE_beginspraak"));
    let server = Server::run(&mut strace, &published(), &data, &[]);
    let mut client = server.connect();
    for _ in 0..5 {
        assert_eq!(client.post(&reaction(&id())).status, 201);
    }
    server.stop();
    let ended = || fs::read_to_string(&trace).unwrap().contains("+++ exited with 0 +++");
    while !ended() {
        thread::yield_now();
    }
    let trace = fs::read_to_string(&trace).unwrap();
    // For every answer: after the last write to the log of the database comes a sync, and only then the answer.
    let (mut unsynced, mut answers, mut syncs) = (false, 0, 0);
    for line in trace.lines() {
        let started = !line.contains("resumed>");
        if started && line.contains("pwrite64(") && line.contains("reactions.sqlite-wal") {
            unsynced = true;
        } else if line.contains("sync")
            && line.contains("= 0")
            && (line.contains("sqlite-wal") || line.contains("resumed>"))
        {
            (unsynced, syncs) = (false, syncs + 1);
        } else if line.contains("HTTP/1.1 201") {
            answers += 1;
            assert!(!unsynced, "an answer before the sync:\n{trace}");
        }
    }
    println!("{answers} answers, {syncs} syncs");
    assert!(answers == 5 && syncs >= 5, "{trace}");
}

#[test]
fn a_full_disk_acknowledges_nothing_and_goes_on_when_there_is_room() {
    let folder = tempfile::tempdir().unwrap();
    let disk = folder.path().join("disk");
    fs::create_dir(&disk).unwrap();
    let mounted = Command::new("mount").args(["-t", "tmpfs", "-o", "size=2m", "none"]).arg(&disk).output();
    if !mounted.is_ok_and(|output| output.status.success()) {
        println!("skipped: no small disk can be mounted here");
        return;
    }
    let _unmount = Unmount(&disk);
    let filler = disk.join("filler");
    fs::write(&filler, vec![0; 1_000_000]).unwrap();
    let mut server = Server::at(&published(), &disk.join("data"), &["--rate-limit", "off"]);
    let (mut client, mut taken, mut full) = (server.connect(), 0, 0);
    let mut refused = Vec::new();
    for _ in 0..3_000 {
        let mut envelope = reaction(&id());
        envelope["reaction"]["answers"][0]["value"] = "x".repeat(1900).into();
        let answer = client.post(&envelope);
        match answer.status {
            201 => taken += 1,
            507 | 503 => {
                assert!(["full", "busy"].contains(&answer.json()["error"].as_str().unwrap()));
                refused.push(envelope);
                full += 1;
                if full == 10 {
                    break;
                }
            }
            other => panic!("{other}"),
        }
    }
    assert!(full == 10 && taken > 0, "{taken} taken, {full} refused");
    assert_eq!(server.stored(), taken);
    assert_eq!(client.get("/").status, 200, "the site is still there to read");
    fs::remove_file(&filler).unwrap();
    for envelope in &refused {
        assert_eq!(client.post(envelope).status, 201);
    }
    assert_eq!(server.stored(), taken + 10);
    server.kill();
    assert_eq!(kept(&disk.join("data")).len() as u64, taken + 10);
}

struct Unmount<'a>(&'a Path);

impl Drop for Unmount<'_> {
    fn drop(&mut self) {
        // Lazily, as the process that used it may be ending still.
        let _ = Command::new("umount").arg("-l").arg(self.0).status();
    }
}
