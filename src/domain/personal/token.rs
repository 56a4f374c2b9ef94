//! A text as runs of letters, of digits and of blanks, and every other character by itself.

use std::ops::Range;

/// What a token is made of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Made {
    Letters,
    Digits,
    Blank,
    Mark,
}

/// A run of one kind.
#[derive(Clone, Copy, Debug)]
pub(super) struct Token<'a> {
    /// Where it begins, in bytes.
    pub at: usize,
    /// The characters.
    pub text: &'a str,
    /// What they are.
    pub made: Made,
}

/// The text in tokens; together they are the text.
pub(super) fn tokens(text: &str) -> Vec<Token<'_>> {
    let mut tokens: Vec<Token> = Vec::new();
    for (at, c) in text.char_indices() {
        let made = match c {
            '0'..='9' => Made::Digits,
            c if c.is_alphabetic() => Made::Letters,
            c if c.is_whitespace() => Made::Blank,
            _ => Made::Mark,
        };
        // Cutting by number would bring all that a failure says about it.
        let part = |from: usize| text.get(from..at + c.len_utf8()).unwrap_or_default();
        match tokens.last_mut() {
            Some(last) if last.made == made && made != Made::Mark => last.text = part(last.at),
            _ => tokens.push(Token { at, text: part(at), made }),
        }
    }
    tokens
}

impl Token<'_> {
    /// Where it ends, in bytes.
    pub fn end(&self) -> usize {
        self.at + self.text.len()
    }

    /// Whether it is a word.
    pub fn is_letters(&self) -> bool {
        self.made == Made::Letters
    }

    /// Whether it is a number of this many digits.
    pub fn is_digits(&self, lengths: Range<usize>) -> bool {
        self.made == Made::Digits && lengths.contains(&self.text.len())
    }

    /// Whether it is this mark.
    pub fn is(&self, marks: &str) -> bool {
        self.made == Made::Mark && self.text.chars().all(|mark| marks.contains(mark))
    }

    /// In small letters: those without an accent, as the tables for all others weigh more than all of this.
    pub fn small(&self) -> String {
        self.text.to_ascii_lowercase()
    }

    /// Whether it is a word with a capital in front.
    pub fn is_capital(&self) -> bool {
        self.is_letters() && self.text.chars().next().is_some_and(char::is_uppercase)
    }

    /// Whether all of it is capitals.
    pub fn shouts(&self) -> bool {
        self.is_letters() && self.text.chars().all(char::is_uppercase)
    }

    /// Whether it is one of these words, in small letters.
    pub fn among(&self, words: &[&str]) -> bool {
        self.is_letters() && words.contains(&self.small().as_str())
    }

    /// Whether it is a year: 1900 to 2099.
    pub fn is_year(&self) -> bool {
        self.is_digits(4..5) && (self.text.starts_with("19") || self.text.starts_with("20"))
    }
}
