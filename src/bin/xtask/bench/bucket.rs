//! A bucket of our own for a bench: SeaweedFS on free ports, killed when dropped.

use std::fs::{self, File};
use std::net::{Ipv4Addr, SocketAddr, TcpListener};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::thread;
use std::time::{Duration, Instant};

use crate::error::Error;
use crate::rust::printed;

/// The bucket's name.
pub const NAME: &str = "reacties";
const READY_WITHIN: Duration = Duration::from_secs(60);
/// How it is started, here and in the tests.
const ARGUMENTS: &str = include_str!("../../../../tests/bucket/weed-mini.txt");
const PORTS: usize = 10;

/// A running server with an empty bucket.
pub struct Bucket {
    child: Child,
    beginspraak: PathBuf,
    /// Where it listens.
    pub address: SocketAddr,
}

impl Bucket {
    /// Starts it with its data in `folder`, and the rights that `sign-intake --explain` prints.
    pub fn start(weed: &Path, beginspraak: &Path, folder: &Path) -> Result<Bucket, Error> {
        let free = |_| TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).and_then(|held| Ok((held.local_addr()?, held)));
        // All are held at the same time, so that no two are the same.
        let held: Vec<_> =
            (0..PORTS).map(free).collect::<Result<_, _>>().map_err(Error::io("find free ports for", folder))?;
        let addresses: Vec<_> = held.into_iter().map(|(address, _)| address).collect();
        let data = folder.join("data");
        fs::create_dir_all(&data).map_err(Error::io("make", &data))?;
        let mut explain = Command::new(beginspraak);
        explain.args(["sign-intake", "--bucket", NAME, "--prefix", "in", "--explain", "seaweedfs"]);
        let explained = printed(explain.args(["--endpoint-url", "http://127.0.0.1:1"])).unwrap_or_default();
        let rights = explained.split_once("<<'JSON'\n").and_then(|(_, rest)| rest.split_once("\nJSON"));
        let config = folder.join("s3.json");
        fs::write(&config, rights.map_or("", |(rights, _)| rights)).map_err(Error::io("write", &config))?;
        let mut arguments = ARGUMENTS.replace("{folder}", &folder.display().to_string());
        for (n, address) in addresses.iter().enumerate() {
            arguments = arguments.replace(&format!("{{port-{n}}}"), &address.port().to_string());
        }
        let log = File::create(folder.join("weed.log")).map_err(Error::io("write", folder))?;
        let errors = log.try_clone().map_err(Error::io("write", folder))?;
        let mut command = Command::new(weed);
        command.arg("mini").args(arguments.lines());
        command.stdin(Stdio::null()).stdout(log).stderr(errors);
        let child = command.spawn().map_err(Error::io("start", weed))?;
        let bucket = Bucket { child, beginspraak: beginspraak.to_owned(), address: addresses[0] };
        bucket.wait(folder)?;
        Ok(bucket)
    }

    /// Until it gives a list to the key that gathers.
    fn wait(&self, folder: &Path) -> Result<(), Error> {
        let started = Instant::now();
        while printed(&mut self.gather(&folder.join("empty"))).is_none() {
            if started.elapsed() > READY_WITHIN {
                return Err(Error::Unusable {
                    what: "SeaweedFS does not answer".to_owned(),
                    remedy: format!("See {}.", folder.join("weed.log").display()),
                });
            }
            thread::sleep(Duration::from_millis(100));
        }
        Ok(())
    }

    /// The command that signs for it.
    pub fn sign(&self, out: &Path) -> Command {
        let mut sign = self.command("intake-key");
        sign.args(["sign-intake", "--bucket", NAME, "--prefix", "in", "--endpoint-url"]).arg(self.url());
        sign.arg("--out").arg(out);
        sign
    }

    /// The command that gathers from it.
    pub fn gather(&self, to: &Path) -> Command {
        let mut gather = self.command("gather-key");
        gather.args(["gather", "--from", &format!("s3://{NAME}/in"), "--endpoint-url"]).arg(self.url());
        gather.arg("--to").arg(to);
        gather
    }

    fn url(&self) -> String {
        format!("http://{}", self.address)
    }

    fn command(&self, key: &str) -> Command {
        let mut command = Command::new(&self.beginspraak);
        command.env("AWS_ACCESS_KEY_ID", key).env("AWS_SECRET_ACCESS_KEY", "CHANGE-ME");
        command.env_remove("AWS_SESSION_TOKEN").env_remove("AWS_REGION").env_remove("AWS_DEFAULT_REGION");
        command
    }
}

impl Drop for Bucket {
    fn drop(&mut self) {
        // It may have ended by itself; then there is nothing to kill.
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}
