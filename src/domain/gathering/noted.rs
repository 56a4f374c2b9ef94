//! A remark as somebody typed it, and once that was checked.

use super::words::{Words, WordsFault};
use crate::domain::kind::Kind;

/// A remark that was typed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Noted {
    /// Its words.
    pub text: Words,
    /// Its kind.
    pub kind: Kind,
    /// Where on a tour.
    pub stop: Option<Words>,
    /// Who said it; only with their consent.
    pub speaker: Option<Words>,
}

/// What stands in the fields.
#[derive(Clone, Debug, Default)]
pub struct TypedRemark {
    /// The words.
    pub text: String,
    /// The kind that is chosen.
    pub kind: Kind,
    /// Where.
    pub stop: String,
    /// Who.
    pub speaker: String,
    /// Whether they agreed that this is noted.
    pub agreed: bool,
}

/// Why it can't be kept as it was typed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RemarkFault {
    /// Its words, or a name.
    Words(WordsFault),
    /// There is a name, and nobody says that its owner agrees.
    NotAgreed,
}

impl TryFrom<TypedRemark> for Noted {
    type Error = RemarkFault;

    fn try_from(typed: TypedRemark) -> Result<Self, RemarkFault> {
        let TypedRemark { text, kind, stop, speaker, agreed } = typed;
        let text = Words::of(&text, Words::REMARK).map_err(RemarkFault::Words)?;
        let speaker = Words::perhaps(&speaker).map_err(RemarkFault::Words)?;
        if speaker.is_some() && !agreed {
            return Err(RemarkFault::NotAgreed);
        }
        let stop = Words::perhaps(&stop).map_err(RemarkFault::Words)?;
        Ok(Self { text, kind, stop, speaker })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_is_only_taken_with_consent() {
        let typed = |speaker: &str, agreed| {
            let (text, speaker) = (" De bus rijdt niet. ".to_owned(), speaker.to_owned());
            Noted::try_from(TypedRemark { text, speaker, agreed, ..TypedRemark::default() })
        };
        assert_eq!(typed("Greetje", false), Err(RemarkFault::NotAgreed));
        assert_eq!(typed("Greetje", true).map(|noted| noted.speaker), Ok(Words::of("Greetje", Words::NAME).ok()));
        assert_eq!(typed(" ", false).map(|noted| (noted.speaker, noted.text.as_str().len())), Ok((None, 18)));
        assert_eq!(Noted::try_from(TypedRemark::default()), Err(RemarkFault::Words(WordsFault::Empty)));
    }
}
