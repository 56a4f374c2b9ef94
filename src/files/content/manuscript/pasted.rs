//! What somebody pastes: text of Word or a PDF as paragraphs and lists, and columns of a spreadsheet as figures.

use serde_json::{Value, json};

/// What stands before an item of a list.
const DASH: &str = "– ";

/// The text without what one can't see, its lines joined to paragraphs where a page was too narrow, each item of a list on a line
/// of its own behind a dash.
pub fn paragraphs(text: &str) -> String {
    let lines: Vec<String> =
        text.replace("\r\n", "\n").split(['\n', '\r', '\u{b}', '\u{c}', '\u{2028}', '\u{2029}']).map(clean).collect();
    let widest = lines.iter().map(|line| line.chars().count()).max().unwrap_or(0);
    let mut out: Vec<String> = Vec::new();
    let mut goes_on = false;
    for line in lines {
        let (is_item, words) = match marked(&line) {
            Some(words) => (true, words),
            None => (false, line.as_str()),
        };
        if words.is_empty() {
            goes_on = false;
            if out.last().is_some_and(|last| !last.is_empty()) {
                out.push(String::new());
            }
            continue;
        }
        let small = words.starts_with(char::is_lowercase);
        let in_item = |last: &String| small && last.starts_with(DASH);
        match out.last_mut().filter(|last| !is_item && (goes_on || in_item(last))) {
            Some(last) => match last.strip_suffix('-').filter(|rest| rest.ends_with(char::is_alphabetic)) {
                // A word that was broken at the end of a line.
                Some(rest) if small => *last = format!("{rest}{words}"),
                _ => *last = format!("{last} {words}"),
            },
            None => {
                let after_text = out.last().is_some_and(|last| !last.is_empty());
                // Each paragraph of Word is a line, and there is a line between ours.
                if after_text && !is_item {
                    out.push(String::new());
                }
                out.push(if is_item { format!("{DASH}{words}") } else { words.to_owned() });
            }
        }
        // A line that is nearly as wide as the widest, and does not end like a sentence, goes on.
        let length = line.chars().count();
        let ends = words.ends_with(['.', '!', '?', ':', ';', '”', '’', ')']);
        goes_on = length < 140 && widest < 140 && length * 4 >= widest * 3 && widest > 40 && !ends;
    }
    out.join("\n").trim().to_owned()
}

/// One line of it.
pub fn line(text: &str) -> String {
    paragraphs(text).split('\n').filter(|line| !line.is_empty()).collect::<Vec<_>>().join(" ")
}

/// The items of a list that was pasted, or its paragraphs, if there is more than one.
pub fn items(text: &str) -> Option<Vec<String>> {
    let text = paragraphs(text);
    let all: Vec<String> =
        text.split('\n').filter(|line| !line.is_empty()).map(|line| line.trim_start_matches(DASH).to_owned()).collect();
    (all.len() > 1).then_some(all)
}

/// Without tabs and what one can't see; blanks are one blank.
fn clean(line: &str) -> String {
    let seen = line.chars().filter(|c| !matches!(c, '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{feff}' | '\u{61c}'));
    let seen: String = seen.map(|c| if c.is_whitespace() || c.is_control() { ' ' } else { c }).collect();
    seen.split(' ').filter(|word| !word.is_empty()).collect::<Vec<_>>().join(" ")
}

/// What stands behind the mark of an item of a list.
fn marked(line: &str) -> Option<&str> {
    let (mark, rest) = line.split_once(' ')?;
    let number = mark.strip_suffix(['.', ')']).is_some_and(|digits| digits.len() < 3 && digits.parse::<u8>().is_ok());
    (number || ["•", "·", "▪", "‣", "○", "◦", "-", "–", "—", "*", "o", "\u{f0b7}", "\u{f0a7}"].contains(&mark))
        .then_some(rest)
}

/// A number as people write it: 1.234,5 and 1,234.5 and 12,5 %.
pub fn number(text: &str) -> Option<f64> {
    let text: String = text.chars().filter(|c| !c.is_whitespace() && !"%€$£'’".contains(*c)).collect();
    let text = text.replace('−', "-");
    let commas = text.matches(',').count();
    let points = text.matches('.').count();
    let plain = match (commas, points) {
        // What comes last parts off the fraction.
        (1.., 1..) if text.rfind(',') > text.rfind('.') => text.replace('.', "").replace(',', "."),
        (1.., 1..) => text.replace(',', ""),
        (1, 0) => text.replace(',', "."),
        (2.., 0) => text.replace(',', ""),
        // 1.234.567 has no fraction, and neither has 12.345 in a Dutch sheet.
        (0, 2..) => text.replace('.', ""),
        (0, 1)
            if !text.trim_start_matches('-').starts_with('0')
                && text.len() > 4
                && text.split('.').next_back().is_some_and(|end| end.len() == 3) =>
        {
            text.replace('.', "")
        }
        _ => text,
    };
    let looks = plain.trim_start_matches('-').starts_with(|c: char| c.is_ascii_digit());
    plain.parse().ok().filter(|number: &f64| looks && number.is_finite())
}

/// A sheet that was pasted.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Sheet {
    /// What stands in its top row, if that is a heading.
    pub heading: Option<String>,
    /// Of each other row its words, and its number; what stands in the place of a number is kept as it is.
    pub rows: Vec<(Option<String>, Option<Value>)>,
}

/// The rows of a sheet. Nothing if that is no sheet, or one cell.
pub fn sheet(text: &str) -> Option<Sheet> {
    let rows: Vec<_> = text.lines().map(|row| row.split('\t').map(clean).collect::<Vec<_>>()).collect();
    let mut rows: Vec<_> = rows.into_iter().filter(|cells| cells.iter().any(|cell| !cell.is_empty())).collect();
    let is_sheet = rows.len() > 1 || rows.first().is_some_and(|cells| cells.len() > 1);
    let last = |cells: &[String]| cells.iter().rev().find_map(|cell| number(cell));
    // Where numbers stand beside names, a name may be a year.
    let named = usize::from(rows.iter().any(|cells| last(&cells[1..]).is_some()));
    let found = |cells: &[String]| last(&cells[named.min(cells.len())..]);
    if !is_sheet || rows.iter().all(|cells| found(cells).is_none()) {
        return None;
    }
    // Above numbers, a row of words is a heading.
    let is_heading = rows.len() > 1 && last(&rows[0]).is_none();
    let heading = is_heading.then(|| rows.remove(0).join(", "));
    let row = |cells: &Vec<String>| {
        let value = found(cells).map(written);
        let label = match &cells[..] {
            [only] if value.is_some() || only.is_empty() => None,
            cells => cells.first().filter(|cell| !cell.is_empty()).cloned(),
        };
        let instead = || cells.iter().skip(1).rfind(|cell| !cell.is_empty()).map(|cell| cell.as_str().into());
        (label, value.or_else(instead))
    };
    Some(Sheet { heading, rows: rows.iter().map(row).collect() })
}

/// A number as it is written in a file.
pub fn written(number: f64) -> Value {
    let whole = number as i64;
    if whole as f64 == number { whole.into() } else { json!(number) }
}
