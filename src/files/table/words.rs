//! The words in a table, which are not its own: sentences are in `texts`.

use crate::domain::language::Language;

/// What stands above columns and in cells, in one language.
pub trait Words {
    /// In which.
    fn spoken(&self) -> Language;
    /// What every row begins with.
    fn columns(&self) -> [&'static str; 6];
    /// The columns of the question where somebody lives.
    fn place_columns(&self) -> [&'static str; 3];
    /// A choice of one's own.
    fn other(&self) -> &'static str;
    /// Its column.
    fn namely(&self) -> &'static str;
    /// The column of a reason.
    fn why(&self) -> &'static str;
    /// The language that somebody wrote in.
    fn language(&self, written: Language) -> &'static str;
    /// Whether something is so.
    fn yes_or_no(&self, yes: bool) -> &'static str;
    /// What the numbers of a dilemma mean.
    fn sides(&self, low: &str, high: &str) -> String;
    /// Above the column of a question that is no longer asked.
    fn of_revision(&self, revision: u32, number: usize, title: &str) -> String;
}
