//! Draws a QR code with half blocks, so that it is square in a terminal and small enough to fit.

use std::io::{self, IsTerminal};

use qrcodegen::{QrCode, QrCodeEcc};

/// White around the code; scanners need it, and the standard asks for four.
const MARGIN: i32 = 4;

/// The code as lines of text, or nothing when the text is too long to be one.
pub fn lines(text: &str) -> Option<Vec<String>> {
    let code = QrCode::encode_text(text, QrCodeEcc::Low).ok()?;
    // Outside of the code, `get_module` answers "light".
    let light = |x, y| !code.get_module(x, y);
    let range = -MARGIN..code.size() + MARGIN;
    let line = |y: i32| {
        let halves = range.clone().map(|x| match (light(x, y), light(x, y + 1)) {
            (true, true) => '█',
            (true, false) => '▀',
            (false, true) => '▄',
            (false, false) => ' ',
        });
        halves.collect::<String>()
    };
    Some(range.clone().step_by(2).map(line).collect())
}

/// Prints the code, on a terminal in black and white whatever its colours are.
pub fn print(text: &str) {
    let (before, after) = if io::stdout().is_terminal() { ("\x1b[97;40m", "\x1b[0m") } else { ("", "") };
    for line in lines(text).unwrap_or_default() {
        println!("  {before}{line}{after}");
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Reads drawn lines back into modules, true for dark.
    fn modules(lines: &[String]) -> Vec<Vec<bool>> {
        let halves = |line: &String, lights: [char; 2]| line.chars().map(|c| !lights.contains(&c)).collect::<Vec<_>>();
        let both = |line| [halves(line, ['█', '▀']), halves(line, ['█', '▄'])];
        lines.iter().flat_map(both).collect()
    }

    #[test]
    fn every_module_is_drawn_where_it_belongs() {
        let text = "http://192.168.1.20:8080/";
        let Ok(code) = QrCode::encode_text(text, QrCodeEcc::Low) else { panic!("a short address fits in a code") };
        let drawn = modules(&lines(text).unwrap_or_default());
        assert_eq!(drawn.len(), ((code.size() + 2 * MARGIN + 1) / 2 * 2) as usize);
        for (y, row) in (-MARGIN..).zip(&drawn) {
            assert_eq!(row.len(), (code.size() + 2 * MARGIN) as usize);
            for (x, dark) in (-MARGIN..).zip(row) {
                assert_eq!(*dark, code.get_module(x, y), "at {x}, {y}");
            }
        }
    }

    #[test]
    fn a_text_that_fits_in_no_code_is_not_drawn() {
        assert_eq!(lines(&"x".repeat(5000)), None);
    }
}
