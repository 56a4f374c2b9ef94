//! A text in words, numbers, addresses and marks.

use super::letters::{fold, is_apostrophe};
use std::ops::Range;

/// What a token is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Made {
    /// Letters, with the marks inside: “ov-kaart”, “foto’s”, “m.b.t”, “t/m”, “B&W”.
    Word,
    /// Digits, with the marks inside: “3.1”, “10:30”, “1.500,00”.
    Number,
    /// A web or e-mail address.
    Address,
    /// Any other mark. A row of dots is one.
    Mark,
}

/// A piece of the text.
#[derive(Clone, Debug)]
pub(super) struct Token<'a> {
    /// Where it begins, in bytes.
    pub at: usize,
    /// As it stands there.
    pub text: &'a str,
    /// A word in small letters, without accents; empty for all else.
    pub small: String,
    /// What it is.
    pub made: Made,
    /// Whether a blank stands before it.
    pub spaced: bool,
    /// Whether a line begins with it.
    pub first: bool,
}

impl Token<'_> {
    /// Where it ends, in bytes.
    pub fn end(&self) -> usize {
        self.at + self.text.len()
    }

    /// Whether it is a word.
    pub fn is_word(&self) -> bool {
        self.made == Made::Word
    }

    /// Whether a reader counts it as a word.
    pub fn counts(&self) -> bool {
        self.made != Made::Mark
    }

    /// Whether it is one of these marks.
    pub fn is(&self, marks: &str) -> bool {
        self.made == Made::Mark && self.text.chars().all(|mark| marks.contains(mark))
    }
}

/// What stands before and after words, and belongs to no address.
const AROUND: &str = "()[]<>{}‘’“”„\"'«»,;:!?.…";

/// The end of an address that has nothing else to be known by.
const ENDS: [&str; 11] = [".nl", ".com", ".org", ".eu", ".net", ".be", ".de", ".frl", ".info", ".gov", ".io"];

/// The text in tokens; what lies between them is blank.
pub(super) fn tokens(text: &str) -> Vec<Token<'_>> {
    let mut tokens = Vec::with_capacity(text.len() / 5 + 1);
    let (mut at, mut first) = (0, true);
    for chunk in text.split_inclusive(char::is_whitespace) {
        let solid = chunk.trim_end();
        if !solid.is_empty() {
            let before = tokens.len();
            of_chunk(solid, at, &mut tokens);
            if let Some(token) = tokens.get_mut(before) {
                token.spaced = true;
                token.first = first;
            }
            first = false;
        }
        first |= chunk.ends_with('\n');
        at += chunk.len();
    }
    tokens
}

/// What stands between two blanks.
fn of_chunk<'a>(chunk: &'a str, at: usize, tokens: &mut Vec<Token<'a>>) {
    let inner = chunk.trim_matches(|c| AROUND.contains(c));
    if is_address(inner) {
        let start = chunk.find(inner).unwrap_or_default();
        let end = start + inner.len();
        pieces(&chunk[..start], at, tokens);
        push(inner, at + start, Made::Address, tokens);
        pieces(&chunk[end..], at + end, tokens);
    } else {
        pieces(chunk, at, tokens);
    }
}

/// Whether it is a web or e-mail address.
fn is_address(chunk: &str) -> bool {
    if !chunk.contains(['.', ':']) {
        return false;
    }
    let lead = chunk.split(['/', '?']).next().unwrap_or_default();
    let named = || {
        let small = lead.to_ascii_lowercase();
        ENDS.iter().any(|end| small.len() > end.len() + 1 && small.ends_with(end))
    };
    chunk.contains("://")
        || chunk.starts_with("www.")
        || chunk.split_once('@').is_some_and(|(name, host)| !name.is_empty() && host.contains('.'))
        || named()
}

/// Words, numbers and marks without a blank between them.
fn pieces<'a>(chunk: &'a str, at: usize, tokens: &mut Vec<Token<'a>>) {
    let mut rest = chunk;
    while let Some(c) = rest.chars().next() {
        let (length, made) = match c {
            c if c.is_alphanumeric() => run(rest),
            c if is_apostrophe(c) && is_shortened(&rest[c.len_utf8()..]) => {
                let (length, made) = run(&rest[c.len_utf8()..]);
                (length + c.len_utf8(), made)
            }
            '.' => (rest.len() - rest.trim_start_matches('.').len(), Made::Mark),
            _ => (c.len_utf8(), Made::Mark),
        };
        let (piece, after) = rest.split_at(length);
        push(piece, at + chunk.len() - rest.len(), made, tokens);
        rest = after;
    }
}

fn push<'a>(text: &'a str, at: usize, made: Made, tokens: &mut Vec<Token<'a>>) {
    let small = if made == Made::Word { fold(text) } else { String::new() };
    tokens.push(Token { at, text, small, made, spaced: false, first: false });
}

/// Whether an apostrophe before it belongs to it: “’s”, “’t”, “’n”, “’k”.
fn is_shortened(after: &str) -> bool {
    let mut letters = after.chars();
    letters.next().is_some_and(|c| matches!(c, 's' | 't' | 'n' | 'k' | 'm'))
        && letters.next().is_none_or(|c| !c.is_alphanumeric())
}

/// How long a word or number is that stands at the beginning, and which of the two.
fn run(text: &str) -> (usize, Made) {
    let (mut end, mut letters) = (0, false);
    // How many letters or digits since the last mark inside.
    let mut piece = 0;
    let mut digit = false;
    let mut chars = text.char_indices().peekable();
    while let Some((at, c)) = chars.next() {
        let next = chars.peek().map(|(_, next)| *next);
        let joins = next.is_some_and(char::is_alphanumeric);
        match c {
            c if c.is_alphanumeric() => {
                letters |= c.is_alphabetic();
                digit = c.is_numeric();
                piece += 1;
            }
            '\u{AD}' | '\u{300}'..='\u{36F}' => {}
            '-' | '\u{2011}' if joins => piece = 0,
            c if is_apostrophe(c) && joins => piece = 0,
            '.' | ',' | ':' if digit && next.is_some_and(char::is_numeric) => piece = 0,
            '.' if !digit && piece <= 2 && is_dotted(&text[at + 1..]) => piece = 0,
            '/' | '&' if !digit && piece == 1 && at < 4 && joins && is_single(&text[at + 1..]) => piece = 0,
            _ => break,
        }
        end = at + c.len_utf8();
    }
    (end, if letters { Made::Word } else { Made::Number })
}

/// Whether the next piece of an abbreviation with dots follows: one or two letters, and no more.
fn is_dotted(after: &str) -> bool {
    let letters = after.chars().take(3).take_while(|c| c.is_alphabetic()).count();
    (1..=2).contains(&letters) && after.chars().nth(letters).is_none_or(|c| !c.is_alphanumeric())
}

/// Whether one letter follows, as in “t/m”.
fn is_single(after: &str) -> bool {
    after.chars().nth(1).is_none_or(|c| !c.is_alphanumeric())
}

/// Where these of them are in the text, in bytes: from the first to the last.
pub(super) fn span(tokens: &[Token], range: Range<usize>) -> Range<usize> {
    tokens[range.start].at..tokens[range.end - 1].end()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn cut(text: &str) -> Vec<&str> {
        tokens(text).iter().map(|token| token.text).collect()
    }

    #[test]
    fn words_keep_the_marks_inside_them() {
        assert_eq!(cut("De ov-kaart, m.b.t. foto’s!"), ["De", "ov-kaart", ",", "m.b.t", ".", "foto’s", "!"]);
        assert_eq!(cut("t/m 3.1, en/of 10:30"), ["t/m", "3.1", ",", "en", "/", "of", "10:30"]);
        assert_eq!(cut("’s Avonds ‘stil’ d.w.z. B.V."), ["’s", "Avonds", "‘", "stil", "’", "d.w.z", ".", "B.V", "."]);
        assert_eq!(cut("Klaar.Daarna… en... weg"), ["Klaar", ".", "Daarna", "…", "en", "...", "weg"]);
    }

    #[test]
    fn an_address_is_one_token() {
        assert_eq!(cut("(zie www.drenthe.nl/a.b?c)."), ["(", "zie", "www.drenthe.nl/a.b?c", ")", "."]);
        assert_eq!(cut("Mail a.b@drenthe.nl."), ["Mail", "a.b@drenthe.nl", "."]);
        assert_eq!(cut("Op drenthe.nl, hoor"), ["Op", "drenthe.nl", ",", "hoor"]);
        assert!(tokens("drenthe.nl x@y").iter().map(|token| token.made).eq([
            Made::Address,
            Made::Word,
            Made::Mark,
            Made::Word
        ]));
    }

    #[test]
    fn tokens_know_blanks_and_lines() {
        let tokens = tokens("Een\n- twee drie.");
        assert!(tokens.iter().map(|token| token.first).eq([true, true, false, false, false]));
        assert!(tokens.iter().map(|token| token.spaced).eq([true, true, true, true, false]));
    }
}
