//! How many syllables a Dutch word has, as it is spoken: its groups of vowels, and what loan words do otherwise.

use super::{
    letters::{bare, is_vowel},
    loan,
};

/// Vowels that are one sound together, the longest first.
const SOUNDS: [&str; 27] = [
    "ieuw", "eeuw", "aai", "ooi", "oei", "oeu", "eau", "ieu", "aa", "ee", "oo", "uu", "ie", "oe", "eu", "ei", "ij",
    "au", "ou", "ui", "ai", "oi", "ae", "ay", "ey", "oy", "uy",
];

/// The syllables of a word in small letters, as [`fold`](super::letters::fold) gives it; at least one.
pub(super) fn syllables(small: &str) -> usize {
    small.split(['-', '.', '/']).map(of_part).sum::<usize>().max(1)
}

/// The syllables of what stands between hyphens.
fn of_part(part: &str) -> usize {
    if !part.chars().any(|c| is_vowel(c) || c == 'y') {
        // “BSN” is said letter by letter; “’s” goes with what follows.
        let letters = part.chars().filter(|c| c.is_alphabetic()).count();
        return if letters > 1 { letters } else { 0 };
    }
    let letters = bare(part);
    let spelt = if letters.is_ascii() {
        groups(letters.as_bytes(), &part.chars().map(|c| !c.is_ascii()).collect::<Vec<_>>())
    } else {
        letters.chars().filter(|c| is_vowel(*c)).count()
    };
    spelt.checked_add_signed(loan::correction(&letters)).unwrap_or(spelt).max(1)
}

/// The groups of vowels in a word, with what letters have a trema.
fn groups(letters: &[u8], tremas: &[bool]) -> usize {
    let (mut count, mut at) = (0, 0);
    while let Some(&letter) = letters.get(at) {
        let next = letters.get(at + 1).copied().unwrap_or_default();
        at += match letter {
            b'q' if next == b'u' => 2,
            b'y' if at == 0 && is_vowel(char::from(next)) => 1,
            b'a' | b'e' | b'i' | b'o' | b'u' | b'y' => {
                count += 1;
                sound(letters, tremas, at)
            }
            _ => 1,
        };
    }
    count
}

/// How many letters the sound has that begins here.
fn sound(letters: &[u8], tremas: &[bool], at: usize) -> usize {
    let fits = |sound: &&&str| {
        let end = at + sound.len();
        letters[at..].starts_with(sound.as_bytes())
            && !tremas[at + 1..end].contains(&true)
            && !is_split(sound, &letters[..at], &letters[end..], tremas.get(end) == Some(&true))
    };
    SOUNDS.iter().find(fits).map_or(1, |sound| sound.len())
}

/// Whether letters that are mostly one sound are two between these. What a trema follows on is apart already.
fn is_split(sound: &str, before: &[u8], after: &[u8], trema: bool) -> bool {
    let next = after.first().copied().filter(|_| !trema).unwrap_or_default();
    match sound {
        // ge-automatiseerd, and not bureau
        "eau" => matches!(before, [b'g' | b'b']),
        // se-ri-eus and in-te-ri-eur, and not milieu or ingenieur
        "ieu" => (matches!(next, b's' | b'z') && !before.ends_with(b"mil")) || (next == b'r' && before.ends_with(b"r")),
        // of-fi-ci-eel
        "ie" => next == b'e',
        // mu-se-um, ge-uit
        "eu" => (next == b'm' && matches!(after, [_] | [_, b's'])) || next == b'i',
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::{super::letters::fold, *};

    #[test]
    fn words_have_the_syllables_that_one_hears() {
        for (count, words) in [
            (1, "dorp eeuw nieuw mooi groei team coach crèche ’s"),
            (2, "avond station niveau milieu geuit website online knieën zoiets nieuwe koeien smartphone"),
            (3, "provincie politie museum radio serieus manager ’s-Heerenhoek"),
            (4, "interieur beïnvloeden officieel professioneel januari"),
            (5, "individueel geïnteresseerd elektriciteit officiële coördinator"),
        ] {
            for word in words.split(' ') {
                assert_eq!(syllables(&fold(word)), count, "{word}");
            }
        }
    }

    #[test]
    fn what_has_no_vowel_is_said_letter_by_letter() {
        assert_eq!(["bsn", "gs", "'s", "m.b.t", "t/m"].map(syllables), [3, 2, 1, 1, 1]);
    }

    #[test]
    fn nothing_makes_it_fail() {
        for word in ["", "-", "ï", "ëëë", "yyyy", "qu", "ﬁeld", "ßüü", "ドrenthe"] {
            assert!(syllables(&fold(word)) >= 1, "{word}");
        }
    }
}
