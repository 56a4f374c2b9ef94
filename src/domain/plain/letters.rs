//! Letters as rules look at them: small, and without accents, but for the trema, which begins a syllable; and lists of
//! words as they are written here.

/// The word in small letters, without accents, with a straight apostrophe. The tables that know all letters of the world
/// weigh more than the rules do, so only those that Dutch words have are known.
pub(super) fn fold(word: &str) -> String {
    let mut small = String::with_capacity(word.len());
    for c in word.chars() {
        match c {
            // A trema that stands apart, as some programs paste it.
            '\u{308}' => {
                if let Some(last) = small.pop() {
                    small.push(with_trema(last));
                }
            }
            '\u{300}'..='\u{36F}' | '\u{AD}' => {}
            _ => small.push(fold_letter(c)),
        }
    }
    small
}

/// The same without a trema.
pub(super) fn bare(small: &str) -> String {
    small
        .chars()
        .map(|c| match c {
            'ä' => 'a',
            'ë' => 'e',
            'ï' => 'i',
            'ö' => 'o',
            'ü' => 'u',
            _ => c,
        })
        .collect()
}

/// Whether a word begins with a capital.
pub(super) fn has_capital(word: &str) -> bool {
    word.chars().find(|c| !is_apostrophe(*c)).is_some_and(is_capital)
}

/// Whether it is a capital.
pub(super) fn is_capital(c: char) -> bool {
    c.is_ascii_uppercase() || (!c.is_ascii() && fold_letter(c) != c && ('À'..='Þ').contains(&c))
}

/// Whether it is a vowel, trema or not, in small letters.
pub(super) fn is_vowel(c: char) -> bool {
    matches!(c, 'a' | 'e' | 'i' | 'o' | 'u' | 'ä' | 'ë' | 'ï' | 'ö' | 'ü')
}

/// Whether it stands for letters that are left out.
pub(super) fn is_apostrophe(c: char) -> bool {
    matches!(c, '\'' | '’' | '‘' | 'ʼ')
}

/// Whether a list has this word; each stands between blanks.
pub(super) fn is_in(list: &str, word: &str) -> bool {
    !word.is_empty()
        && list.match_indices(word).any(|(at, _)| list[..at].ends_with(' ') && list[at + word.len()..].starts_with(' '))
}

fn fold_letter(c: char) -> char {
    match c {
        'A'..='Z' => c.to_ascii_lowercase(),
        'á' | 'à' | 'â' | 'ã' | 'å' | 'Á' | 'À' | 'Â' | 'Ã' | 'Å' => 'a',
        'é' | 'è' | 'ê' | 'É' | 'È' | 'Ê' => 'e',
        'í' | 'ì' | 'î' | 'Í' | 'Ì' | 'Î' => 'i',
        'ó' | 'ò' | 'ô' | 'õ' | 'ø' | 'Ó' | 'Ò' | 'Ô' | 'Õ' | 'Ø' => 'o',
        'ú' | 'ù' | 'û' | 'Ú' | 'Ù' | 'Û' => 'u',
        'Ä' => 'ä',
        'Ë' => 'ë',
        'Ï' => 'ï',
        'Ö' => 'ö',
        'Ü' => 'ü',
        'ç' | 'Ç' => 'c',
        'ñ' | 'Ñ' => 'n',
        '’' | '‘' | 'ʼ' => '\'',
        '\u{2011}' => '-',
        _ => c,
    }
}

fn with_trema(c: char) -> char {
    match c {
        'a' => 'ä',
        'e' => 'ë',
        'i' => 'ï',
        'o' => 'ö',
        'u' => 'ü',
        _ => c,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn accents_go_and_a_trema_stays() {
        for (word, small) in [
            ("Één", "een"),
            ("CRÈCHE", "creche"),
            ("coördinatie", "coördinatie"),
            ("coo\u{308}rdinatie", "coördinatie"),
            ("cafe\u{301}", "cafe"),
            ("foto’s", "foto's"),
            ("bestem\u{AD}ming", "bestemming"),
        ] {
            assert_eq!(fold(word), small);
        }
        assert_eq!(bare("geïnformeerd"), "geinformeerd");
    }

    #[test]
    fn a_list_has_whole_words_only() {
        assert!(["een", "twee", "drie"].iter().all(|word| is_in(" een twee drie ", word)));
        assert!(!["", "ee", "wee", "een twe"].iter().any(|word| is_in(" een twee drie ", word)));
    }

    #[test]
    fn a_capital_may_have_an_accent_or_an_apostrophe_before_it() {
        for word in ["Assen", "Één", "’Assen"] {
            assert!(has_capital(word), "{word}");
        }
        for word in ["assen", "één", "’s", "3", "×"] {
            assert!(!has_capital(word), "{word}");
        }
    }
}
