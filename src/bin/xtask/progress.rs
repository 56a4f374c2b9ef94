//! Shows that a long step is alive: a spinner on a terminal, plain lines elsewhere.

use std::io::{self, IsTerminal};
use std::sync::mpsc::{self, RecvTimeoutError};
use std::thread::{self, JoinHandle};
use std::time::{Duration, Instant};

use indicatif::{ProgressBar, ProgressStyle};

const PLAIN_REMINDER: Duration = Duration::from_secs(30);

/// A step under way.
pub struct Progress {
    name: String,
    started: Instant,
    sign: Sign,
}

enum Sign {
    /// Another step has the terminal.
    None,
    Spinner(ProgressBar),
    Lines {
        stop: mpsc::Sender<()>,
        ticker: JoinHandle<()>,
    },
}

impl Progress {
    /// A step beside another one, which is told of when both have ended.
    pub fn unseen(name: &str) -> Progress {
        Progress { name: name.to_owned(), started: Instant::now(), sign: Sign::None }
    }

    /// Announces the step. Without `spinner` there is nothing to disturb a program that writes to the terminal itself.
    pub fn start(name: &str, spinner: bool) -> Progress {
        let sign = if spinner && io::stderr().is_terminal() {
            let bar = ProgressBar::new_spinner().with_prefix(name.to_owned());
            if let Ok(style) = ProgressStyle::with_template("{spinner} {prefix} {elapsed:>4} {wide_msg:.dim}") {
                bar.set_style(style);
            }
            bar.enable_steady_tick(Duration::from_millis(100));
            Sign::Spinner(bar)
        } else {
            eprintln!("… {name}");
            let (stop, stopped) = mpsc::channel();
            let label = name.to_owned();
            let ticker = thread::spawn(move || {
                let started = Instant::now();
                while stopped.recv_timeout(PLAIN_REMINDER) == Err(RecvTimeoutError::Timeout) {
                    eprintln!("… {label}, {} so far", seconds(started.elapsed()));
                }
            });
            Sign::Lines { stop, ticker }
        };
        Progress { name: name.to_owned(), started: Instant::now(), sign }
    }

    /// What the step is called.
    pub fn name(&self) -> &str {
        &self.name
    }

    /// A function that shows the last line of a program's output beside the spinner.
    pub fn line_shower(&self) -> impl Fn(&str) + Send + 'static {
        let bar = match &self.sign {
            Sign::Spinner(bar) => Some(bar.clone()),
            Sign::None | Sign::Lines { .. } => None,
        };
        move |line| {
            if let Some(bar) = &bar {
                bar.set_message(line.trim().to_owned());
            }
        }
    }

    /// Closes the step with a line that says how it went and how long it took.
    pub fn finish(self, went_well: bool, note: &str) -> Duration {
        let took = self.started.elapsed();
        match self.sign {
            Sign::None => return took,
            Sign::Spinner(bar) => bar.finish_and_clear(),
            Sign::Lines { stop, ticker } => {
                drop(stop);
                // The ticker only prints; if it panicked there is nothing to save.
                let _ = ticker.join();
            }
        }
        let mark = if went_well { "✓" } else { "✗" };
        let note = if note.is_empty() { String::new() } else { format!(" ({note})") };
        eprintln!("{mark} {} {}{note}", self.name, seconds(took));
        took
    }
}

/// A duration as people read it: "0.4 s", "3 min 40 s".
pub fn seconds(duration: Duration) -> String {
    let whole = duration.as_secs();
    if whole < 60 {
        format!("{:.1} s", duration.as_secs_f64())
    } else {
        format!("{} min {:02} s", whole / 60, whole % 60)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn durations_read_naturally() {
        assert_eq!(seconds(Duration::from_millis(440)), "0.4 s");
        assert_eq!(seconds(Duration::from_secs(220)), "3 min 40 s");
        assert_eq!(seconds(Duration::from_secs(65)), "1 min 05 s");
    }
}
