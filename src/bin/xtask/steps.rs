//! Runs the steps of a task one after another, and remembers how long each took.

use std::io::{self, BufRead, BufReader};
use std::process::{Command, Stdio};
use std::sync::{Arc, Mutex, PoisonError};
use std::thread;
use std::time::{Duration, Instant};

use crate::error::Error;
use crate::progress::{Progress, seconds};
use crate::table::Table;

/// How long to wait for the last words of a program that left children holding its output.
const LAST_WORDS: Duration = Duration::from_millis(500);

/// The steps done so far.
pub struct Steps {
    verbose: bool,
    /// Whether other steps are under way, which have the terminal.
    beside: bool,
    done: Vec<(String, String, String)>,
}

impl Steps {
    /// With `verbose`, programs write straight to the terminal instead of only when they fail.
    pub fn new(verbose: bool) -> Steps {
        Steps { verbose, beside: false, done: Vec::new() }
    }

    /// Steps that are taken at the same time as these, and shown with them by [`Steps::joined`]. None when every program
    /// writes to the terminal: two at a time can't be read.
    pub fn beside(&self) -> Option<Steps> {
        (!self.verbose).then(|| Steps { verbose: false, beside: true, done: Vec::new() })
    }

    /// Adds the steps that were taken beside these.
    pub fn joined(&mut self, others: Steps) {
        for (name, time, note) in others.done {
            eprintln!("  beside: {name} {time} {note}");
            self.done.push((format!("beside: {name}"), time, note));
        }
    }

    /// Runs a program as a step and returns what it printed (nothing when verbose).
    pub fn command(&mut self, name: &str, command: &mut Command) -> Result<String, Error> {
        self.command_noting(name, command, |_| String::new())
    }

    /// Runs a program as a step, with a short note taken from its output: "212 tests".
    pub fn command_noting(
        &mut self,
        name: &str,
        command: &mut Command,
        note: impl FnOnce(&str) -> String,
    ) -> Result<String, Error> {
        let progress = self.start(name);
        if self.beside {
            // The other steps keep a processor.
            command.env("CARGO_BUILD_JOBS", "1");
        }
        let outcome = if self.verbose {
            command.status().map(|status| (status, String::new()))
        } else {
            captured(command, progress.line_shower())
        };
        let (status, output) = match outcome {
            Ok(outcome) => outcome,
            Err(cause) => {
                self.close(progress, false, "could not start");
                return Err(Error::Start {
                    program: command.get_program().to_string_lossy().into_owned(),
                    cause,
                    remedy: "Is it installed, and on PATH? `cargo xtask setup` sets up what we can.".to_owned(),
                });
            }
        };
        if status.success() {
            let note = note(&output);
            self.close(progress, true, &note);
            return Ok(output);
        }
        self.close(progress, false, "failed");
        eprint!("{output}");
        Err(Error::Failed { step: name.to_owned(), command: shown(command), code: status.code() })
    }

    /// Runs our own work as a step.
    pub fn work<T>(&mut self, name: &str, work: impl FnOnce() -> Result<T, Error>) -> Result<T, Error> {
        let progress = self.start(name);
        let result = work();
        self.close(progress, result.is_ok(), "");
        result
    }

    /// Notes a step that had nothing to do.
    pub fn skip(&mut self, name: &str, why: &str) {
        if !self.beside {
            eprintln!("– {name} ({why})");
        }
        self.done.push((name.to_owned(), "–".to_owned(), why.to_owned()));
    }

    /// All steps with their times, if there were any.
    pub fn summary(&self) -> Option<String> {
        let mut table = Table::new(["step", "time", ""]);
        for (name, time, note) in &self.done {
            table.row([name.clone(), time.clone(), note.clone()]);
        }
        (!self.done.is_empty()).then(|| table.to_string())
    }

    fn start(&self, name: &str) -> Progress {
        if self.beside { Progress::unseen(name) } else { Progress::start(name, !self.verbose) }
    }

    fn close(&mut self, progress: Progress, went_well: bool, note: &str) {
        let name = progress.name().to_owned();
        let took = progress.finish(went_well, note);
        self.done.push((name, seconds(took), note.to_owned()));
    }
}

/// Runs a program with its two outputs woven into one text, as on a terminal.
fn captured(
    command: &mut Command,
    show: impl Fn(&str) + Send + 'static,
) -> io::Result<(std::process::ExitStatus, String)> {
    let (reader, writer) = io::pipe()?;
    command.stdin(Stdio::null()).stdout(writer.try_clone()?).stderr(writer);
    let mut child = command.spawn()?;
    // The command holds our copies of the pipe; without letting them go we would wait for ourselves.
    command.stdout(Stdio::null()).stderr(Stdio::null());

    let text = Arc::new(Mutex::new(Vec::new()));
    let shared = Arc::clone(&text);
    let listener = thread::spawn(move || {
        let mut reader = BufReader::new(reader);
        let mut line = Vec::new();
        while matches!(reader.read_until(b'\n', &mut line), Ok(1..)) {
            show(&String::from_utf8_lossy(&line));
            let mut text = shared.lock().unwrap_or_else(PoisonError::into_inner);
            text.append(&mut line);
        }
    });
    let status = child.wait()?;
    let ended = Instant::now();
    while !listener.is_finished() && ended.elapsed() < LAST_WORDS {
        thread::sleep(Duration::from_millis(5));
    }
    let text = text.lock().unwrap_or_else(PoisonError::into_inner);
    Ok((status, String::from_utf8_lossy(&text).into_owned()))
}

/// A command as one would type it.
fn shown(command: &Command) -> String {
    let mut words = vec![command.get_program().to_string_lossy().into_owned()];
    words.extend(command.get_args().map(|arg| {
        let arg = arg.to_string_lossy();
        let plain = |c: char| c.is_ascii_alphanumeric() || "-_=./:,@+".contains(c);
        if !arg.is_empty() && arg.chars().all(plain) { arg.into_owned() } else { format!("'{arg}'") }
    }));
    words.join(" ")
}

#[cfg(all(test, unix))]
mod tests {
    use super::*;

    #[test]
    fn both_outputs_of_a_program_are_kept_in_order() {
        let mut command = Command::new("sh");
        command.args(["-c", "echo one; echo two >&2; echo three"]);
        let output = Steps::new(false).command("speaking", &mut command);
        assert_eq!(output.ok().as_deref(), Some("one\ntwo\nthree\n"));
    }

    #[test]
    fn steps_taken_beside_others_end_up_in_one_summary() -> Result<(), Error> {
        let mut steps = Steps::new(false);
        let mut beside = steps.beside().ok_or(Error::Unusable { what: String::new(), remedy: String::new() })?;
        beside.command("listening", &mut Command::new("true"))?;
        steps.command("speaking", &mut Command::new("true"))?;
        steps.joined(beside);
        let summary = steps.summary().unwrap_or_default();
        assert!(summary.contains("speaking") && summary.contains("beside: listening"), "{summary}");
        assert!(Steps::new(true).beside().is_none());
        Ok(())
    }

    #[test]
    fn a_failure_names_the_step_and_the_command() {
        let mut command = Command::new("sh");
        command.args(["-c", "exit 3"]);
        let error = Steps::new(false).command("failing", &mut command);
        let sentence = error.err().map(|error| error.to_string());
        assert_eq!(
            sentence.as_deref(),
            Some("The step 'failing' ended with exit code 3. The command was:\n  sh -c 'exit 3'")
        );
    }

    #[test]
    fn a_program_that_leaves_children_behind_does_not_hold_us_up() {
        let mut command = Command::new("sh");
        command.args(["-c", "sleep 20 & echo done"]);
        let started = Instant::now();
        let output = Steps::new(false).command("leaving", &mut command);
        assert_eq!(output.ok().as_deref(), Some("done\n"));
        assert!(started.elapsed() < Duration::from_secs(10));
    }
}
