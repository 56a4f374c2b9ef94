//! What is half typed at the desk, and days that may not be meant.

use crate::domain::{
    gathering::DayDoubt,
    language::Language::{self, En, Nl},
};

say! {
    /// Over fields with what somebody typed before.
    half_typed: "Dit typte u eerder. Het staat op dit apparaat, maar is nog niet bewaard bij uw gesprekken.", "You typed this before. It is on this device, but not saved among your gatherings yet.";
    /// The button that empties the fields.
    throw_away: "Gooi weg wat hier getypt is", "Throw away what was typed here";
    /// Asks before that.
    throw_away_sure: "Wat u in deze velden typte, is dan weg. Wilt u dat?", "What you typed in these fields will be gone. Do you want that?";
    /// A year that nobody means.
    too_early: "Deze dag is vóór het jaar 2000. Vul het jaar in met vier cijfers, bijvoorbeeld 2027.", "This day is before the year 2000. Fill in the year in four digits, for example 2027.";
}

/// Asks whether a day is meant.
pub fn doubt(language: Language, doubt: DayDoubt) -> &'static str {
    match (language, doubt) {
        (Nl, DayDoubt::FarOff) => "Deze dag is meer dan 5 jaar van vandaag. Klopt dat? Kies de knop dan nog een keer.",
        (Nl, DayDoubt::Passed) => "Deze dag is al geweest. Klopt dat? Kies de knop dan nog een keer.",
        (En, DayDoubt::FarOff) => {
            "This day is more than 5 years from today. Is that right? Then choose the button again."
        }
        (En, DayDoubt::Passed) => "This day has passed. Is that right? Then choose the button again.",
    }
}
