//! Where a file stops being JSON, and by which slip of the writer: the place of the cause, not the place where a reader
//! gives up. It only explains; whether a file is JSON is for `domain::json` to judge.
//!
//! - [`scan`]: words, signs and spaces.
//! - [`nested`]: brackets, commas and colons.
//! - [`text`]: texts between quotation marks.
//! - [`number`](mod@number): numbers.
//! - [`bytes`]: files that are no UTF-8, or no text at all.
//! - [`spot`]: on which line something stands in a file that is JSON.

mod bytes;
mod nested;
mod number;
mod scan;
pub mod spot;
mod text;

#[cfg(test)]
mod tests;

/// A slip, and where it is.
#[derive(Clone, Debug, PartialEq)]
pub struct Slip {
    /// The line, from 1.
    pub line: usize,
    /// The column in characters, from 1.
    pub column: usize,
    /// What stands there: the line, or the part of it around the column.
    pub excerpt: String,
    /// What it is.
    pub what: What,
}

/// What somebody wrote that is no JSON.
#[derive(Clone, Debug, PartialEq)]
pub enum What {
    /// There is nothing in the file, or nothing that one can see.
    Empty,
    /// The file is no text.
    Foreign(Foreign),
    /// The text is in UTF-16, which some programs call "Unicode".
    Utf16,
    /// The text is in an older encoding, in which this character stands here.
    NotUtf8(char),
    /// The file does not begin with a bracket.
    NoBrackets,
    /// A curly quotation mark where a straight one belongs.
    Curly(char),
    /// Another mark than `"` around a text.
    Quote(char),
    /// The text that begins here is not closed.
    Unclosed,
    /// A quotation mark in the midst of a text.
    QuoteInside,
    /// A text goes on on the next line.
    Enter,
    /// A tab in a text.
    Tab,
    /// A character in a text that one can't see.
    Control,
    /// A backslash with this behind it.
    Escape(char),
    /// `\u` without four digits of a character.
    UnicodeEscape,
    /// A text without quotation marks.
    BareWord(String),
    /// The name of a field without quotation marks.
    BareKey(String),
    /// A comma after which nothing follows but this bracket.
    CommaLast(char),
    /// There is no comma after this.
    CommaMissing,
    /// A comma with nothing before it.
    CommaTwice,
    /// There is no colon after the name of this field.
    ColonMissing(String),
    /// One character in the place of another.
    InsteadOf {
        /// What stands there.
        is: char,
        /// What belongs there.
        should: char,
    },
    /// This field has no value.
    ValueMissing(String),
    /// The bracket that stands here is closed nowhere.
    NeverClosed(char),
    /// The bracket that stands here is closed by one of the other kind.
    ClosedBy {
        /// The bracket.
        open: char,
        /// The line on which it is closed.
        line: usize,
        /// What should close it.
        should: char,
        /// What does.
        is: char,
    },
    /// A field stands in a list, without the `{` of an object.
    FieldInList,
    /// There is more after the end.
    AfterEnd(char),
    /// Another document begins.
    Second,
    /// A field stands there twice.
    DoubleKey {
        /// Its name.
        key: String,
        /// The line of the first.
        line: usize,
    },
    /// A number with a comma.
    DecimalComma(String),
    /// A number with marks between its thousands.
    Thousands(String),
    /// A number with a zero in front.
    LeadingZero(String),
    /// A number with a plus.
    Plus(String),
    /// A number without digits before or after its point.
    Point(String),
    /// A dash that is no minus.
    Dash(char),
    /// A number that has no value, such as NaN.
    NoNumber(String),
    /// A number with more digits than any program can hold.
    Enormous(String),
    /// A number with something behind it.
    Unit(String),
    /// A word of another language than JSON, and what it is in JSON, if anything.
    Word {
        /// What stands there.
        is: String,
        /// What belongs there; `None`: leave out the field.
        should: Option<&'static str>,
    },
    /// A comment that begins like this.
    Comment(&'static str),
    /// A space that is none.
    Space(char),
    /// A character that one can't see.
    Invisible(char),
    /// Dots, for what was to be filled in.
    Dots,
    /// More levels of brackets than are read.
    TooDeep,
    /// A character that can't stand here.
    Other(char),
}

/// A file of another kind.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Foreign {
    /// Word, Excel, LibreOffice or a zip file.
    Zip,
    /// An older Word or Excel.
    Office,
    /// Rich text.
    Rtf,
    /// A PDF.
    Pdf,
    /// A picture.
    Picture,
    /// A page of the web, or XML.
    Markup,
    /// Something packed, or of a kind that is not known.
    Binary,
}

/// The slip in a file that could not be read as JSON; `None` when it is not seen.
pub fn find(file: &[u8]) -> Option<Slip> {
    foreign(file).or_else(|| {
        let text = std::str::from_utf8(file).ok()?;
        let text = text.strip_prefix('\u{feff}').unwrap_or(text);
        let (at, what) = scan::document(text).err()?;
        Some(place(text, at, what))
    })
}

/// What a file is that is no UTF-8 text.
pub fn foreign(file: &[u8]) -> Option<Slip> {
    let (at, what) = bytes::foreign(file)?;
    let shown = String::from_utf8_lossy(&file[..at]);
    Some(place(&shown, shown.len(), what))
}

/// A slip that is not known, where a reader gave up.
pub fn unknown(file: &[u8], line: usize, column: usize) -> Slip {
    let text = String::from_utf8_lossy(file);
    let shown = text.lines().nth(line.saturating_sub(1)).unwrap_or_default();
    let is = shown.chars().nth(column.saturating_sub(1)).unwrap_or(' ');
    Slip { line, column, excerpt: excerpt(shown, column), what: What::Other(is) }
}

fn place(text: &str, at: usize, what: What) -> Slip {
    Slip { line: line_of(text, at), column: column_of(text, at), excerpt: excerpt_at(text, at), what }
}

fn line_of(text: &str, at: usize) -> usize {
    text[..at].bytes().filter(|byte| *byte == b'\n').count() + 1
}

fn begin_of(text: &str, at: usize) -> usize {
    text[..at].rfind('\n').map_or(0, |found| found + 1)
}

fn column_of(text: &str, at: usize) -> usize {
    text[begin_of(text, at)..at].chars().count() + 1
}

fn excerpt_at(text: &str, at: usize) -> String {
    let shown = text[begin_of(text, at)..].split('\n').next().unwrap_or_default();
    excerpt(shown, column_of(text, at))
}

/// The part of a line around a column, short enough for a screen.
fn excerpt(line: &str, column: usize) -> String {
    const AROUND: usize = 32;
    let visible = |c: char| if c.is_control() || c == '\u{feff}' { ' ' } else { c };
    let shown: String = line.chars().skip(column.saturating_sub(AROUND)).take(2 * AROUND).map(visible).collect();
    let cut = if column > AROUND { "…" } else { "" };
    format!("{cut}{}", shown.trim())
}
