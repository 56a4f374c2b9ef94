//! A plain table with aligned columns, for summaries on a terminal.

use std::fmt;

/// Rows of text; the first row is the heading. Columns that hold figures are aligned to the right.
pub struct Table<const N: usize> {
    rows: Vec<[String; N]>,
}

impl<const N: usize> Table<N> {
    /// An empty table with its headings.
    pub fn new(headings: [&str; N]) -> Table<N> {
        Table { rows: vec![headings.map(str::to_owned)] }
    }

    /// Adds a row.
    pub fn row(&mut self, cells: [String; N]) {
        self.rows.push(cells);
    }

    fn is_figures(&self, column: usize) -> bool {
        let mut cells = self.rows.iter().skip(1).map(|row| row[column].as_str());
        cells.all(|cell| cell.is_empty() || cell == "–" || cell.starts_with(|c: char| c.is_ascii_digit()))
    }
}

impl<const N: usize> fmt::Display for Table<N> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let width = |column: usize| {
            let lengths = self.rows.iter().map(|row| row[column].chars().count());
            lengths.max().unwrap_or(0)
        };
        for (number, row) in self.rows.iter().enumerate() {
            let mut line = String::new();
            for (column, cell) in row.iter().enumerate() {
                let width = width(column);
                if self.is_figures(column) {
                    line += &format!("{cell:>width$}  ");
                } else {
                    line += &format!("{cell:<width$}  ");
                }
            }
            writeln!(f, "{}", line.trim_end())?;
            if number == 0 {
                let rules: Vec<_> = (0..N).map(|column| "─".repeat(width(column))).collect();
                writeln!(f, "{}", rules.join("  ").trim_end())?;
            }
        }
        Ok(())
    }
}

/// A count in groups of three digits: 12 345.
pub fn grouped(count: u64) -> String {
    let digits = count.to_string();
    let mut text = String::new();
    for (position, digit) in digits.chars().enumerate() {
        if position > 0 && (digits.len() - position).is_multiple_of(3) {
            text.push(' ');
        }
        text.push(digit);
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_go_left_and_figures_right() {
        let mut table = Table::new(["step", "time"]);
        table.row(["a long name".to_owned(), "9 s".to_owned()]);
        table.row(["short".to_owned(), "10 s".to_owned()]);
        let expected = "step         time\n───────────  ────\na long name   9 s\nshort        10 s\n";
        assert_eq!(table.to_string(), expected);
    }

    #[test]
    fn counts_are_grouped_by_thousands() {
        let all = [0, 999, 1000, 1_234_567].map(grouped);
        assert_eq!(all, ["0", "999", "1 000", "1 234 567"]);
    }
}
