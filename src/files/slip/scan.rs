//! Words, signs and spaces: reads JSON up to the first slip.

use super::{
    What, number,
    spot::Wanted,
    text::{self, CURLY},
};

/// Where a slip is, as a byte, and what it is.
pub type Found<T> = Result<T, (usize, What)>;

/// What a character that looks like a sign of JSON should be.
const ALIKE: &[(char, char)] = &[
    ('，', ','),
    ('、', ','),
    ('：', ':'),
    ('；', ','),
    ('｛', '{'),
    ('｝', '}'),
    ('（', '['),
    ('(', '['),
    (')', ']'),
];

/// Words by which other languages say what JSON says in its own.
const WORDS: &[(&str, Option<&str>)] = &[
    ("true", Some("true")),
    ("yes", Some("true")),
    ("ja", Some("true")),
    ("waar", Some("true")),
    ("false", Some("false")),
    ("no", Some("false")),
    ("nee", Some("false")),
    ("onwaar", Some("false")),
    ("null", None),
    ("none", None),
    ("nil", None),
    ("undefined", None),
    ("leeg", None),
    ("geen", None),
];

/// Reads a whole document.
pub fn document(text: &str) -> Found<()> {
    Scan::new(text, None).document()
}

/// Notes where the wanted paths stand in a document.
pub fn locate(text: &str, wanted: &mut Wanted) {
    // What is JSON has no slip.
    let _ = Scan::new(text, Some(wanted)).document();
}

pub(super) struct Scan<'a> {
    pub(super) text: &'a str,
    pub(super) at: usize,
    pub(super) depth: usize,
    wanted: Option<&'a mut Wanted>,
    /// A bracket whose end stands further to the left than it: its own end seems to be missing.
    pub(super) unclosed: Option<(usize, char)>,
    /// An end that stands further to the right than its bracket: it seems to be one too many.
    pub(super) extra: Option<(usize, char)>,
}

/// A bracket that is open.
#[derive(Clone, Copy)]
pub(super) struct Open {
    pub(super) at: usize,
    pub(super) is: char,
    pub(super) should: char,
}

impl<'a> Scan<'a> {
    fn new(text: &'a str, wanted: Option<&'a mut Wanted>) -> Self {
        Self { text, at: 0, depth: 0, wanted, unclosed: None, extra: None }
    }

    pub(super) fn rest(&self) -> &str {
        &self.text[self.at..]
    }

    pub(super) fn next(&self) -> Option<char> {
        self.rest().chars().next()
    }

    pub(super) fn slip<T>(&self, what: What) -> Found<T> {
        Err((self.at, what))
    }

    fn document(mut self) -> Found<()> {
        self.read().map_err(|(at, what)| match (&what, self.unclosed, self.extra) {
            // Brackets add up only at the end of a file; how far lines stand to the right says more.
            (What::NeverClosed(_) | What::ClosedBy { .. }, Some((open, is)), _) if open > at => {
                (open, What::NeverClosed(is))
            }
            (What::AfterEnd(_), _, Some((extra, is))) => (extra, What::AfterEnd(is)),
            _ => (at, what),
        })
    }

    fn read(&mut self) -> Found<()> {
        self.space()?;
        match self.next() {
            None => return self.slip(What::Empty),
            Some(c) if c.is_alphanumeric() && !self.is_word() && number::judge(number::token(self.rest())).is_err() => {
                return self.slip(What::NoBrackets);
            }
            _ => self.value(None, "")?,
        }
        self.space()?;
        match self.next() {
            None => Ok(()),
            Some(':') => Err((0, What::NoBrackets)),
            Some('{' | '[') => self.slip(What::Second),
            Some(',') if self.rest()[1..].trim_start().starts_with(['{', '[']) => self.slip(What::Second),
            Some(c) => self.slip(What::AfterEnd(c)),
        }
    }

    /// Goes past white space; what only looks like it is a slip, and so is a comment.
    pub(super) fn space(&mut self) -> Found<()> {
        while let Some(c) = self.next() {
            match c {
                ' ' | '\t' | '\n' | '\r' => self.at += 1,
                '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{2060}'..='\u{2064}' | '\u{202a}'..='\u{202e}' | '\u{feff}' => {
                    return self.slip(What::Invisible(c));
                }
                c if c.is_whitespace() => return self.slip(What::Space(c)),
                _ => {
                    let comment = ["//", "/*", "#", "<!--"].into_iter().find(|mark| self.rest().starts_with(mark));
                    return comment.map_or(Ok(()), |mark| self.slip(What::Comment(mark)));
                }
            }
        }
        Ok(())
    }

    /// Whether `true`, `false` or `null` stands here.
    fn is_word(&self) -> bool {
        ["true", "false", "null"].contains(&self.word())
    }

    /// The letters and digits that stand here.
    pub(super) fn word(&self) -> &str {
        self.rest().split(|c: char| !c.is_alphanumeric() && c != '_' && c != '-').next().unwrap_or_default()
    }

    /// Reads a value; `key` is the name of its field.
    pub(super) fn value(&mut self, open: Option<Open>, key: &str) -> Found<()> {
        match self.next() {
            Some('"') => self.text().map(|_| ()),
            Some('{') => self.nested('{', '}', Self::object),
            Some('[') => self.nested('[', ']', Self::list),
            Some(c) if c == '-' || c.is_ascii_digit() => self.number(),
            _ if self.is_word() => {
                self.at += self.word().len();
                Ok(())
            }
            Some('}' | ']' | ',') => self.slip(What::ValueMissing(key.to_owned())),
            None => match open {
                Some(open) => Err((open.at, What::NeverClosed(open.is))),
                None => self.slip(What::Empty),
            },
            Some(c) => self.slip(self.no_value(c)),
        }
    }

    /// What stands where a value belongs.
    pub(super) fn no_value(&self, c: char) -> What {
        let rest = self.rest();
        let token = number::token(rest).to_owned();
        match c {
            c if CURLY.contains(c) => What::Curly(c),
            '`' if rest.starts_with("```") => What::Comment("```"),
            '\'' | '`' | '´' | '‘' | '’' | '‚' => What::Quote(c),
            '+' => What::Plus(token),
            '.' if rest.starts_with("..") => What::Dots,
            '…' => What::Dots,
            '.' => What::Point(token),
            '−' | '–' | '—' | '‐' | '‑' => What::Dash(c),
            '€' | '$' | '£' => What::Unit(token),
            c if c.is_alphabetic() => match self.word() {
                word if ["nan", "infinity", "inf"].contains(&word.to_lowercase().as_str()) => {
                    What::NoNumber(word.into())
                }
                word => match WORDS.iter().find(|(known, _)| *known == word.to_lowercase()) {
                    Some((_, should)) => What::Word { is: word.to_owned(), should: *should },
                    None => What::BareWord(rest.split([',', '"', '\n', '}', ']']).next().unwrap_or(word).trim().into()),
                },
            },
            c => alike(c).unwrap_or(What::Other(c)),
        }
    }

    fn number(&mut self) -> Found<()> {
        let token = number::token(self.rest());
        let length = token.len();
        number::judge(token).map_err(|what| (self.at, what))?;
        self.at += length;
        Ok(())
    }

    /// Reads a text; gives what is between its marks.
    pub(super) fn text(&mut self) -> Found<&str> {
        let begin = self.at;
        self.at = text::end(self.text, begin)?;
        Ok(&self.text[begin + 1..self.at - 1])
    }

    pub(super) fn enter(&mut self, step: &str, at: usize) {
        if let Some(wanted) = &mut self.wanted {
            wanted.enter(step, at);
        }
    }

    pub(super) fn leave(&mut self) {
        if let Some(wanted) = &mut self.wanted {
            wanted.leave();
        }
    }
}

pub(super) fn alike(c: char) -> Option<What> {
    ALIKE.iter().find(|(is, _)| *is == c).map(|(is, should)| What::InsteadOf { is: *is, should: *should })
}
