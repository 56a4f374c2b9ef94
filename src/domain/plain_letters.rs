//! Letters without capitals and accents, for searching while one notes. The tables of Unicode know more, and would make what a
//! host needs at once a fifth heavier.

/// A text in which capitals, and accents on Latin letters, make no difference.
pub fn plain(text: &str) -> String {
    let is_mark = |c: &char| ('\u{300}'..='\u{36f}').contains(c);
    text.chars().flat_map(char::to_lowercase).filter(|c| !is_mark(c)).map(bare).collect()
}

/// A small letter without its accent.
fn bare(letter: char) -> char {
    match letter {
        'à'..='å' | 'ā' | 'ă' | 'ą' => 'a',
        'ç' | 'ć' | 'ĉ' | 'ċ' | 'č' => 'c',
        'ď' => 'd',
        'è'..='ë' | 'ē' | 'ĕ' | 'ė' | 'ę' | 'ě' => 'e',
        'ĝ' | 'ğ' | 'ġ' | 'ģ' => 'g',
        'ĥ' => 'h',
        'ì'..='ï' | 'ĩ' | 'ī' | 'ĭ' | 'į' => 'i',
        'ĵ' => 'j',
        'ķ' => 'k',
        'ĺ' | 'ļ' | 'ľ' => 'l',
        'ñ' | 'ń' | 'ņ' | 'ň' => 'n',
        'ò'..='ö' | 'ō' | 'ŏ' | 'ő' => 'o',
        'ŕ' | 'ŗ' | 'ř' => 'r',
        'ś' | 'ŝ' | 'ş' | 'š' => 's',
        'ţ' | 'ť' => 't',
        'ù'..='ü' | 'ũ' | 'ū' | 'ŭ' | 'ů' | 'ű' | 'ų' => 'u',
        'ŵ' => 'w',
        'ý' | 'ÿ' | 'ŷ' => 'y',
        'ź' | 'ż' | 'ž' => 'z',
        other => other,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use unicode_normalization::UnicodeNormalization;

    #[test]
    fn of_every_latin_letter_with_an_accent_the_letter_stays() {
        for letter in '\u{a0}'..='\u{17e}' {
            let whole = letter.to_string();
            // What Unicode takes apart into a letter of ours and marks.
            let taken: String = whole.nfd().collect();
            if let (Some(base @ 'A'..='z'), true) = (taken.chars().next(), taken.chars().count() > 1)
                && letter != 'İ'
            {
                assert_eq!(plain(&whole), base.to_lowercase().to_string(), "{letter}");
                assert_eq!(plain(&taken), plain(&whole), "{letter}");
            }
        }
        assert_eq!(plain("Exloërmond, CAFE\u{301} ßø 宇"), "exloermond, cafe ßø 宇");
    }
}
