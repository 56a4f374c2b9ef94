//! Long sentences, and words that are long and likely to be rare.

use super::{common, letters::has_capital, syllable, token::Token};

/// A sentence of more words is long.
pub(super) const LONG_SENTENCE: usize = 20;

/// Words of so many letters are looked at.
const LONG_WORD: usize = 14;
/// Two common words together may have so many, as one sees the two; more words together are always hard.
const LONG_PAIR: usize = 22;
/// And so many syllables, for a word that is made of nothing that the list has.
const SYLLABLES: usize = 5;

/// Every word of a sentence that is long and likely to be rare; each with how many common words it is made of, if any.
pub(super) fn words(sentence: &[Token]) -> Vec<(usize, usize)> {
    let first = sentence.iter().position(Token::counts);
    let words = sentence.iter().enumerate().filter(|(_, token)| token.is_word());
    words.filter_map(|(at, token)| Some((at, rare(token, Some(at) == first)?))).collect()
}

/// Of how many common words it is made, where it is hard: none for a word that is none of them.
fn rare(token: &Token, first: bool) -> Option<usize> {
    let letters = token.small.chars().filter(|c| c.is_alphabetic()).count();
    // A name is what it is.
    let named = has_capital(token.text) && !first;
    if letters < LONG_WORD || named || common::is_common(&token.small) {
        return None;
    }
    match common::parts(&token.small) {
        Some(parts) if parts <= 2 && letters < LONG_PAIR => None,
        Some(parts) if parts == 3 && letters <= LONG_WORD + 3 => None,
        Some(parts) => Some(parts),
        None => (syllable::syllables(&token.small) >= SYLLABLES).then_some(0),
    }
}

#[cfg(test)]
mod tests {
    use super::{super::token::tokens, *};

    fn found(text: &str) -> Vec<(&str, usize)> {
        let tokens = tokens(text);
        words(&tokens).into_iter().map(|(at, parts)| (tokens[at].text, parts)).collect()
    }

    #[test]
    fn a_word_of_many_words_and_one_that_nobody_knows_are_found() {
        let text = "De zonneparkomgevingsvergunningaanvraag heeft implicatiemogelijkheden.";
        assert_eq!(found(text), [("zonneparkomgevingsvergunningaanvraag", 3), ("implicatiemogelijkheden", 0)]);
    }

    #[test]
    fn common_words_pairs_of_them_and_names_are_left_alone() {
        for text in [
            "Wij werken aan verkeersveiligheid en aan verantwoordelijkheden.",
            "De buurtorganisatie woont in Schiermonnikoogerveen.",
            "Kom naar het verzorgingshuis.",
        ] {
            assert_eq!(found(text), [], "{text}");
        }
    }
}
