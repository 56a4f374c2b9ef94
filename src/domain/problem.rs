//! What a person can mend in their answers: keys, not sentences. The sentences are in `texts::problem`.

use super::id::Id;

/// Something to mend, and where.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Problem {
    /// The question it is about; `None` for the form as a whole.
    pub question: Option<Id>,
    /// What is wrong.
    pub fault: Fault,
}

/// What is wrong with an answer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Fault {
    /// Nothing at all was answered.
    NothingAnswered,
    /// A required question has no answer.
    Required,
    /// A text has more characters than allowed.
    TooLong {
        /// The most characters allowed.
        max: usize,
        /// How many there are.
        has: usize,
    },
    /// "Something else" was chosen, but not said what.
    OtherEmpty,
    /// More options were chosen than allowed.
    TooMany {
        /// The most options allowed.
        max: usize,
        /// How many were chosen.
        has: usize,
    },
    /// A ranking in which not every option has a place.
    RankingIncomplete,
    /// A ranking in which two options have the same place.
    RankingDouble,
    /// A reason was given, but no side was chosen.
    LeanMissing,
    /// "Elsewhere" was chosen, or a village named, but not where.
    PlaceMissing,
    /// A number outside the scale.
    OutOfRange {
        /// The lowest step.
        min: i32,
        /// The highest step.
        max: i32,
    },
    /// An option, municipality or place in a ranking that the question does not have.
    UnknownOption,
    /// The same option twice.
    OptionTwice,
    /// A value of another shape than this kind of question has.
    WrongShape,
    /// An answer to a question that the consultation does not have.
    UnknownQuestion,
    /// Two answers to one question.
    AnsweredTwice,
}

impl Fault {
    /// A short, stable name for machines, as in the collector's 422 answer.
    pub fn code(&self) -> &'static str {
        match self {
            Fault::NothingAnswered => "nothing_answered",
            Fault::Required => "required",
            Fault::TooLong { .. } => "too_long",
            Fault::OtherEmpty => "other_empty",
            Fault::TooMany { .. } => "too_many",
            Fault::RankingIncomplete => "ranking_incomplete",
            Fault::RankingDouble => "ranking_double",
            Fault::LeanMissing => "lean_missing",
            Fault::PlaceMissing => "place_missing",
            Fault::OutOfRange { .. } => "out_of_range",
            Fault::UnknownOption => "unknown_option",
            Fault::OptionTwice => "option_twice",
            Fault::WrongShape => "wrong_shape",
            Fault::UnknownQuestion => "unknown_question",
            Fault::AnsweredTwice => "answered_twice",
        }
    }
}
