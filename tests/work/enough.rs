//! Whoever reads what a command says may stop reading.

use crate::desk::Desk;
use std::process::{Command, Stdio};

#[test]
fn a_command_whose_reader_has_read_enough_ends_without_a_word() {
    let desk = Desk::with(3);
    let mut command = Command::new(env!("CARGO_BIN_EXE_beginspraak"));
    command.args(["stand", "."]).current_dir(desk.at("."));
    let mut child = command.stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
    // As `… | head -0` does.
    drop(child.stdout.take());
    let ended = child.wait_with_output().unwrap();
    assert!(!ended.status.success(), "it did not get to say all");
    assert_eq!(String::from_utf8_lossy(&ended.stderr), "");
}
