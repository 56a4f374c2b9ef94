//! Words that somebody typed, once they were checked: there are some, and no more than what fits.

/// Checked words, without blanks around them.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Words(String);

/// Why they can't be taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum WordsFault {
    /// There are none.
    Empty,
    /// There are too many.
    TooLong {
        /// The most characters allowed.
        max: usize,
        /// How many there are.
        has: usize,
    },
}

impl Words {
    /// The most characters of a remark: as many as a story in a form may have, so that it can be sent as one.
    pub const REMARK: usize = 2_000;
    /// The most characters of a point: what fits in a line or three of the sheet.
    pub const POINT: usize = 300;
    /// The most characters of a name: of a place, of people, of a stop.
    pub const NAME: usize = 200;

    /// Words of at most `max` characters, counted as people count them.
    pub fn of(typed: &str, max: usize) -> Result<Self, WordsFault> {
        let text = typed.trim();
        match text.chars().count() {
            0 => Err(WordsFault::Empty),
            has if has > max => Err(WordsFault::TooLong { max, has }),
            _ => Ok(Self(text.to_owned())),
        }
    }

    /// A name, or nothing where nothing was typed.
    pub fn perhaps(typed: &str) -> Result<Option<Self>, WordsFault> {
        match Self::of(typed, Self::NAME) {
            Ok(words) => Ok(Some(words)),
            Err(WordsFault::Empty) => Ok(None),
            Err(fault) => Err(fault),
        }
    }

    /// The words.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn blanks_are_no_words_and_people_count_characters() {
        assert_eq!(Words::of(" \n ", 5), Err(WordsFault::Empty));
        assert_eq!(Words::perhaps("  "), Ok(None));
        assert_eq!(Words::of(" één🚲 ", 4).map(|words| words.0), Ok("één🚲".to_owned()));
        assert_eq!(Words::of("abcde", 4), Err(WordsFault::TooLong { max: 4, has: 5 }));
    }
}
