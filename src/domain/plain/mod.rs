//! Plain Dutch: what in a text is hard to read, and how hard all of it is by a formula. It runs while somebody types.
//!
//! - [`token`], [`sentence`], [`abbreviation`]: words, and where sentences begin and end.
//! - [`syllable`], [`loan`]: syllables, as they are spoken.
//! - [`common`], [`long`]: long sentences; words that are long and made of no common ones.
//! - [`participle`], [`passive`], [`nominal`]: who does something is left out, or what is done became a noun.
//! - [`form`], [`jargon`]: words of offices, with plain ones beside them; [`informal`]: “je”, where the house says “u”.
//!
//! A signal is a reason to look again, and no fault: a text without any may still be hard, and no number makes it plain.
//! So nothing here says that a text is good. What is judged is a line ([`line`]), which depends on nothing around it: who
//! types keeps what the other lines gave, and puts them together ([`together`]), which also sees what is explained before.

mod abbreviation;
mod common;
mod form;
mod informal;
mod jargon;
mod letters;
mod loan;
mod long;
mod nominal;
mod participle;
mod passive;
mod sentence;
mod syllable;
mod token;

use super::ordered::sort_by_key;
use abbreviation::Short;
use std::ops::Range;
use token::Token;

/// What makes it hard.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SignalKind {
    /// A sentence of more words than most people keep in mind.
    LongSentence {
        /// How many it has.
        words: usize,
    },
    /// A long word that is likely to be rare.
    LongWord {
        /// Of how many common words it is made; 0 if it is not.
        parts: usize,
    },
    /// “worden” or “zijn” with a past participle: who does it?
    Passive,
    /// What somebody does, put in a noun: “de vaststelling van”.
    Nominal,
    /// A word of offices.
    Jargon {
        /// What says the same, in words that people use.
        instead: &'static str,
    },
    /// An abbreviation that is not explained, where it stands first.
    Abbreviation {
        /// Its words, if these are known.
        full: Option<&'static str>,
    },
    /// “je”, where the house says “u”.
    Informal {
        /// What the house says.
        instead: &'static str,
    },
}

/// Something that makes a text hard to read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Signal {
    /// What it is.
    pub kind: SignalKind,
    /// Where, in bytes.
    pub at: Range<usize>,
}

/// What a formula needs to know of a text.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Counts {
    /// Words; a number or an address is one.
    pub words: usize,
    /// Their syllables. A number or an address has one: how many it has when it is said, makes nothing hard.
    pub syllables: usize,
    /// Sentences.
    pub sentences: usize,
}

impl Counts {
    /// How easy it is by the formula of Flesch for Dutch (Douma, 1960): about 100 is very easy, 0 very hard. None without
    /// a word.
    pub fn flesch_douma(&self) -> Option<f64> {
        let [words, syllables, sentences] = [self.words, self.syllables, self.sentences].map(|count| count as f64);
        (self.words > 0 && self.sentences > 0)
            .then(|| 206.84 - 0.77 * (100.0 * syllables / words) - 0.93 * (words / sentences))
    }

    /// Adds those of another text.
    pub fn add(&mut self, other: Counts) {
        self.words += other.words;
        self.syllables += other.syllables;
        self.sentences += other.sentences;
    }
}

/// A line by itself, as far as it can be judged without the others.
#[derive(Debug, PartialEq, Eq)]
pub struct Line {
    signals: Vec<Signal>,
    shorts: Vec<Short>,
    counts: Counts,
}

/// A text, judged.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Judged {
    /// What makes it hard, in order of where it begins; what holds others comes before them.
    pub signals: Vec<Signal>,
    /// What the formula needs.
    pub counts: Counts,
}

/// Where each line of a text is. Sentences never go on over the end of one.
pub fn lines(text: &str) -> impl Iterator<Item = Range<usize>> {
    let mut at = 0;
    text.split_inclusive('\n').map(move |line| {
        at += line.len();
        at - line.len()..at
    })
}

/// Judges a line. It takes as long as the line is, whatever stands around it.
pub fn line(text: &str) -> Line {
    let tokens = token::tokens(text);
    let mut found = Line { signals: Vec::new(), shorts: Vec::new(), counts: Counts::default() };
    for (word, instead) in informal::find(&tokens) {
        found.signals.push(Signal { kind: SignalKind::Informal { instead }, at: token::span(&tokens, word..word + 1) });
    }
    for sentence in sentence::sentences(&tokens) {
        let tokens = &tokens[sentence];
        let counts = count(tokens);
        found.counts.add(counts);
        found.shorts.extend(abbreviation::find(tokens));
        let mut say = |kind, range| found.signals.push(Signal { kind, at: token::span(tokens, range) });
        if counts.words > long::LONG_SENTENCE {
            say(SignalKind::LongSentence { words: counts.words }, 0..tokens.len());
        }
        let jargon = jargon::find(tokens);
        for (word, parts) in long::words(tokens) {
            // What the list has a plain word for, needs no other signal.
            if !jargon.iter().any(|found| found.tokens.contains(&word)) {
                say(SignalKind::LongWord { parts }, word..word + 1);
            }
        }
        for found in jargon {
            say(SignalKind::Jargon { instead: found.instead }, found.tokens);
        }
        passive::find(tokens).into_iter().for_each(|range| say(SignalKind::Passive, range));
        nominal::find(tokens).into_iter().for_each(|range| say(SignalKind::Nominal, range));
    }
    found
}

/// A text, from its lines with where each begins: an abbreviation is a signal once, and not after it was explained.
pub fn together<'a>(lines: impl IntoIterator<Item = (usize, &'a Line)>) -> Judged {
    let mut judged = Judged::default();
    let mut known: Vec<&str> = Vec::new();
    for (start, line) in lines {
        let moved = |at: &Range<usize>| at.start + start..at.end + start;
        judged.counts.add(line.counts);
        judged.signals.extend(line.signals.iter().map(|signal| Signal { kind: signal.kind, at: moved(&signal.at) }));
        for short in &line.shorts {
            if known.contains(&short.small.as_str()) {
                continue;
            }
            known.push(&short.small);
            if !short.explained {
                judged
                    .signals
                    .push(Signal { kind: SignalKind::Abbreviation { full: short.full }, at: moved(&short.at) });
            }
        }
    }
    sort_by_key(&mut judged.signals, |signal| (signal.at.start, std::cmp::Reverse(signal.at.end)));
    judged
}

/// Judges a whole text.
pub fn judge(text: &str) -> Judged {
    let judged: Vec<_> = lines(text).map(|at| (at.start, line(&text[at]))).collect();
    together(judged.iter().map(|(start, line)| (*start, line)))
}

/// Where each sentence of a text is, without the marks of a list.
pub fn sentences(text: &str) -> Vec<Range<usize>> {
    let tokens = token::tokens(text);
    sentence::sentences(&tokens).into_iter().map(|sentence| token::span(&tokens, sentence)).collect()
}

/// How many syllables a word has.
pub fn syllables(word: &str) -> usize {
    syllable::syllables(&letters::fold(word))
}

fn count(sentence: &[Token]) -> Counts {
    let said =
        |token: &Token| if token.is_word() { syllable::syllables(&token.small) } else { usize::from(token.counts()) };
    Counts {
        words: sentence.iter().filter(|token| token.counts()).count(),
        syllables: sentence.iter().map(said).sum(),
        sentences: 1,
    }
}

#[cfg(test)]
mod tests;
