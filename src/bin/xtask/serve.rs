//! Builds the site and starts the collector with it, and says where to find it.

use std::io::{self, Write};
use std::net::{Ipv4Addr, SocketAddr, TcpListener};
use std::process::Command;

use crate::error::Error;
use crate::paths::Paths;
use crate::site::{self, Base};
use crate::steps::Steps;
use crate::{lan, qr, setup};

/// Where to listen and under which path.
pub struct Options {
    pub listen: SocketAddr,
    pub base: Base,
    pub lan: bool,
}

/// Sets up, builds, and becomes the collector until Ctrl-C.
pub fn run(paths: &Paths, steps: &mut Steps, options: &Options) -> Result<(), Error> {
    let mut listen = options.listen;
    if options.lan {
        listen.set_ip(Ipv4Addr::UNSPECIFIED.into());
    }
    // Before the minutes of building, not after.
    let listen = free_address(listen)?;
    setup::for_building(steps)?;
    site::example(paths, steps, &options.base, false)?;

    print_addresses(listen, &options.base);
    let mut server = Command::new(paths.native_command(false));
    server
        .args(["serve", "--site", "dist", "--data", "data"])
        .args(["--listen", &listen.to_string()])
        .current_dir(&paths.root);
    become_program(server)
}

/// Checks that the address can be listened on; port 0 becomes a real one, for the address we print.
fn free_address(listen: SocketAddr) -> Result<SocketAddr, Error> {
    let found = TcpListener::bind(listen).and_then(|listener| listener.local_addr());
    found.map_err(|cause| Error::Start {
        program: format!("a server on {listen}"),
        cause,
        remedy: "Choose another address, for example: cargo xtask serve --listen 127.0.0.1:8081".to_owned(),
    })
}

fn print_addresses(listen: SocketAddr, base: &Base) {
    let (here, others) = lan::reachable(listen, lan::address());
    println!("\n  Beginspraak: http://{here}{base}");
    match others {
        Some(others) => {
            let url = format!("http://{others}{base}");
            println!("  On a phone on the same network: {url}\n");
            qr::print(&url);
        }
        None if listen.ip().is_loopback() => {
            println!("  For a phone on the same network: cargo xtask serve --lan");
        }
        None => println!("  This machine is on no network, so a phone can't reach it."),
    }
    println!("  Stop with Ctrl-C.\n");
    // A closed screen is no reason to stop.
    let _ = io::stdout().flush();
}

/// On Unix we step aside, so that Ctrl-C and other signals reach the collector itself.
#[cfg(unix)]
fn become_program(mut command: Command) -> Result<(), Error> {
    use std::os::unix::process::CommandExt;
    let cause = command.exec();
    Err(could_not_start(&command, cause))
}

#[cfg(not(unix))]
fn become_program(mut command: Command) -> Result<(), Error> {
    match command.status() {
        Ok(status) if status.success() => Ok(()),
        Ok(status) => Err(Error::Failed {
            step: "serve".to_owned(),
            command: "beginspraak serve".to_owned(),
            code: status.code(),
        }),
        Err(cause) => Err(could_not_start(&command, cause)),
    }
}

fn could_not_start(command: &Command, cause: io::Error) -> Error {
    Error::Start {
        program: command.get_program().to_string_lossy().into_owned(),
        cause,
        remedy: "Run `cargo build` and try again.".to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_taken_port_is_said_before_anything_is_built() -> io::Result<()> {
        let taken = TcpListener::bind("127.0.0.1:0")?;
        let error = free_address(taken.local_addr()?).err();
        assert!(error.is_some_and(|error| error.to_string().contains("--listen")));
        Ok(())
    }

    #[test]
    fn any_port_becomes_a_real_one() {
        let chosen = free_address(SocketAddr::from(([127, 0, 0, 1], 0)));
        assert!(chosen.is_ok_and(|address| address.port() != 0));
    }
}
