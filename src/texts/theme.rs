//! What is wrong with a theme, in sentences for who chose its colours.

use super::word;
use crate::{
    domain::language::Language::{self, En, Nl},
    files::theme::{ThemeDoubt, ThemeFault},
    texts::page::number,
};

/// What is wrong, and what to do.
pub fn fault(language: Language, fault: &ThemeFault) -> String {
    match (language, fault) {
        (Nl, ThemeFault::EndsStyle) => {
            "In het thema staat </style>. Haal dat weg: een pagina zou daar stuk van gaan.".into()
        }
        (En, ThemeFault::EndsStyle) => "The theme holds </style>. Take that out: it would break every page.".into(),
        (Nl, ThemeFault::NoColour { token, value }) => format!(
            "{} ({token}) heeft geen kleur: er staat “{value}”. Geef een kleur zoals #12433a.",
            word::token(language, token)
        ),
        (En, ThemeFault::NoColour { token, value }) => format!(
            "{} ({token}) has no colour: it says “{value}”. Give a colour such as #12433a.",
            word::token(language, token)
        ),
        (_, ThemeFault::Contrast { ink, ground, dark, ratio, needed }) => {
            let (one, other) = (word::token(language, ink), word::token(language, ground));
            // Rounded down: 4.48 is not enough, and must not look as if it were.
            let (has, needs) = (number((ratio * 100.0).floor() / 100.0, language), number(*needed, language));
            match (language, dark) {
                (Nl, dark) => format!(
                    "{one} ({ink}) op {other} ({ground}) is {}te slecht te zien: het contrast is {has} op 1, en {needs} op 1 is nodig. Maak een van de twee lichter of donkerder.",
                    if *dark { "in de donkere weergave " } else { "" }
                ),
                (En, dark) => format!(
                    "{one} ({ink}) on {other} ({ground}) can't be seen well enough{}: the contrast is {has} to 1, and {needs} to 1 is needed. Make one of the two lighter or darker.",
                    if *dark { " in dark mode" } else { "" }
                ),
            }
        }
    }
}

/// The same of colours that were chosen in the desk, where nobody knows tokens by their names.
pub fn chosen(language: Language, of: &ThemeFault) -> String {
    let ThemeFault::Contrast { ink, ground, dark, ratio, needed } = of else { return fault(language, of) };
    let (one, other) = (word::token(language, ink), word::token(language, ground));
    let (has, needs) = (number((ratio * 100.0).floor() / 100.0, language), number(*needed, language));
    match (language, dark) {
        (Nl, false) => format!("{one} op {other}: contrast {has}, en {needs} is nodig."),
        (Nl, true) => format!("{one} op {other}, in het donker: contrast {has}, en {needs} is nodig."),
        (En, false) => format!("{one} on {other}: contrast {has}, and {needs} is needed."),
        (En, true) => format!("{one} on {other}, in dark mode: contrast {has}, and {needs} is needed."),
    }
}

/// What may be wrong, and what to do if it is.
pub fn doubt(language: Language, doubt: &ThemeDoubt) -> String {
    match (language, doubt) {
        (Nl, ThemeDoubt::Unreadable { token, value }) => format!(
            "Van {token} is het contrast niet na te rekenen: {value}. Geef een kleur zoals #12433a, of reken het zelf na."
        ),
        (En, ThemeDoubt::Unreadable { token, value }) => format!(
            "The contrast of {token} can't be reckoned: {value}. Give a colour such as #12433a, or reckon it yourself."
        ),
        (Nl, ThemeDoubt::UnknownToken(name)) => {
            format!("“{name}” bestaat niet en doet dus niets. Kijk of de naam goed geschreven is.")
        }
        (En, ThemeDoubt::UnknownToken(name)) => {
            format!("“{name}” does not exist, so it does nothing. Check its spelling.")
        }
        (Nl, ThemeDoubt::PastTokens { selector, property }) => format!(
            "Bij “{selector}” staat “{property}” zelf. Van zo'n kleur wordt het contrast niet nagerekend. Geef de kleur aan een naam zoals --bs-color-text, of reken het zelf na."
        ),
        (En, ThemeDoubt::PastTokens { selector, property }) => format!(
            "“{property}” itself is set for “{selector}”. The contrast of such a colour is not reckoned. Give the colour to a name such as --bs-color-text, or reckon it yourself."
        ),
        (Nl, ThemeDoubt::Blocked(what)) => {
            format!("“{what}” werkt niet: een pagina haalt niets van elders. Haal het weg.")
        }
        (En, ThemeDoubt::Blocked(what)) => {
            format!("“{what}” does not work: a page fetches nothing from elsewhere. Take it out.")
        }
    }
}
