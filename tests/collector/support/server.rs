//! A collector process of our own, killed without warning when a story ends.

use super::{Client, TODAY, published};
use std::{
    fs::{self, File},
    io::{BufRead, BufReader, Read},
    net::SocketAddr,
    path::{Path, PathBuf},
    process::{Child, Command, ExitStatus, Stdio},
};
use tempfile::TempDir;

pub struct Server {
    child: Child,
    pub address: SocketAddr,
    pub data: PathBuf,
    log: PathBuf,
    folder: Option<TempDir>,
}

impl Server {
    /// With the small site and a data folder of its own.
    pub fn start() -> Self {
        Self::with(&[])
    }

    /// With more options.
    pub fn with(options: &[&str]) -> Self {
        let folder = tempfile::tempdir().unwrap();
        let data = folder.path().join("data");
        let mut server = Self::at(&published(), &data, options);
        server.folder = Some(folder);
        server
    }

    /// With this site and data.
    pub fn at(site: &Path, data: &Path, options: &[&str]) -> Self {
        let mut command = Command::new(env!("CARGO_BIN_EXE_beginspraak"));
        Self::run(&mut command, site, data, options)
    }

    /// Started by another program.
    pub fn run(command: &mut Command, site: &Path, data: &Path, options: &[&str]) -> Self {
        let log = data.with_extension("log");
        fs::create_dir_all(data.parent().unwrap()).unwrap();
        let errors = File::options().create(true).append(true).open(&log).unwrap();
        command.args(["serve", "--listen", "127.0.0.1:0", "--site"]).arg(site).arg("--data").arg(data).args(options);
        if !options.contains(&"--today") {
            command.args(["--today", TODAY]);
        }
        let mut child = command.stdout(Stdio::piped()).stderr(errors).spawn().unwrap();
        let mut line = String::new();
        BufReader::new(child.stdout.take().unwrap()).read_line(&mut line).unwrap();
        let address = line.trim().strip_prefix("listening on http://").map(str::parse);
        let Some(Ok(address)) = address else {
            let _ = child.wait();
            panic!("{line:?} {}", fs::read_to_string(&log).unwrap_or_default());
        };
        Self { child, address, data: data.to_owned(), log, folder: None }
    }

    pub fn connect(&self) -> Client {
        Client::connect(self.address)
    }

    /// Pulls the plug.
    pub fn kill(&mut self) {
        self.child.kill().unwrap();
        self.child.wait().unwrap();
    }

    /// Asks it to stop, and waits until it has.
    pub fn stop(mut self) -> ExitStatus {
        self.ask_to_stop();
        self.child.wait().unwrap()
    }

    pub fn ask_to_stop(&self) {
        let pid = rustix::process::Pid::from_child(&self.child);
        rustix::process::kill_process(pid, rustix::process::Signal::TERM).unwrap();
    }

    /// What it wrote in its log.
    pub fn log(&self) -> String {
        let mut text = String::new();
        File::open(&self.log).unwrap().read_to_string(&mut text).unwrap();
        text
    }

    /// What the store holds after everything.
    pub fn stored(&self) -> u64 {
        let answer = self.connect().get("/api/health");
        answer.json()["stored"].as_u64().unwrap()
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        // A story may have stopped it already.
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}
