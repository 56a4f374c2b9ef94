//! Everything that can go wrong in a task, each told as a sentence that says what to do.

use std::fmt;
use std::io;
use std::path::Path;
use std::process::ExitCode;

/// Why a task stopped.
#[derive(Debug)]
pub enum Error {
    /// A file, folder or socket could not be used.
    Io { doing: String, cause: io::Error },
    /// A program could not be started at all.
    Start { program: String, cause: io::Error, remedy: String },
    /// A program ran and reported failure; its own output has been shown.
    Failed { step: String, command: String, code: Option<i32> },
    /// Something is needed that this machine lacks and that we cannot install here.
    Missing { what: String, remedy: String },
    /// A file is there, but does not hold what we need.
    Unusable { what: String, remedy: String },
    /// The tests ran up to a failing step.
    TestFailed { suite: &'static str, cause: Box<Error> },
    /// The bundle is heavier than promised.
    OverBudget { items: Vec<String> },
    /// The collector broke its promise: acknowledged reactions that are not, or not once, in the store.
    Unfaithful { lost: usize, doubled: usize },
    /// The command was asked something it cannot do.
    Usage(String),
}

impl Error {
    /// An [`Error::Io`] maker for `map_err`, with what we were doing: "read Cargo.lock".
    pub fn io(doing: &str, path: &Path) -> impl FnOnce(io::Error) -> Error {
        let doing = format!("{doing} {}", path.display());
        move |cause| Error::Io { doing, cause }
    }

    /// 2 for a question that makes no sense, 1 for everything that was found to be wrong.
    pub fn exit_code(&self) -> ExitCode {
        match self {
            Error::Usage(_) => ExitCode::from(2),
            _ => ExitCode::from(1),
        }
    }
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Error::Io { doing, cause } => write!(f, "Could not {doing}: {cause}."),
            Error::Start { program, cause, remedy } => write!(f, "Could not start {program} ({cause}). {remedy}"),
            Error::Failed { step, command, code } => {
                let how =
                    code.map_or("was stopped by a signal".to_owned(), |code| format!("ended with exit code {code}"));
                write!(f, "The step '{step}' {how}. The command was:\n  {command}")
            }
            Error::Missing { what, remedy } => write!(f, "{what} is missing. {remedy}"),
            Error::Unusable { what, remedy } => write!(f, "{what}. {remedy}"),
            Error::TestFailed { suite, cause } => {
                write!(f, "{cause}\nTo run only this part again: cargo xtask test --only {suite}")
            }
            Error::OverBudget { items } => write!(
                f,
                "Over budget: {}. Make it smaller, or change the budget in DESIGN.md and bench/sizes.rs with a reason.",
                items.join("; ")
            ),
            Error::Unfaithful { lost, doubled } => write!(
                f,
                "The collector acknowledged reactions that it did not keep exactly once: {lost} lost, {doubled} doubled. \
                 Do not release this."
            ),
            Error::Usage(sentence) => f.write_str(sentence),
        }
    }
}
