//! Nominal style: what somebody does, put in a noun. “De vaststelling van”, “het indienen van”.

use super::{letters::is_in, participle::is_beginning, token::Token};
use std::ops::Range;

/// Nouns on -ing and -tie that are things by now, and so are words that end in them.
const SETTLED: &str = include_str!("settled.txt");

/// Actions without such an end.
const ACTIONS: &str = " aanleg aankoop verkoop bouw nieuwbouw verbouw afbouw ontvangst verlies overname kap sloop inzet onderhoud behoud herstel \
    vertrek opname toename afname deelname uitgifte verhuur aanschaf inkoop afgifte aanvang invoer uitvoer doorvoer afvoer aanvoer gebruik \
    toepassing beheer afbraak opbouw toevoer overdracht aanhef verzuim afkoop naleving teelt ";

/// What looks like the infinitive after “het”, and is a thing.
const THINGS: &str = " leven eten examen teken wapen inkomen vermogen vertrouwen wezen laken verleden midden oosten westen noorden zuiden \
    bekken kussen tegen binnen buiten boven beneden morgen eigen goeden gegeven hebben bestaan kenteken samen weten huishouden aanzien ";

/// What follows on an action: to whom or what it is done, or by whom.
const FOLLOWS: [&str; 3] = ["van", "door", "aan"];

/// Every action in a noun: the noun, with what stands before and behind it.
pub(super) fn find(sentence: &[Token]) -> Vec<Range<usize>> {
    let small = |at: usize| sentence.get(at).map_or("", |token| token.small.as_str());
    let happens = sentence.iter().any(|token| matches!(token.small.as_str(), "vindt" | "vinden" | "vond" | "vonden"))
        && sentence.iter().any(|token| token.small == "plaats" || token.small == "plaatsvinden");
    let mut found = Vec::new();
    for (at, token) in sentence.iter().enumerate().filter(|(_, token)| token.is_word()) {
        let before = at.checked_sub(1).map_or("", small);
        let next = small(at + 1);
        let word = token.small.as_str();
        let hit = if before == "het" && is_infinitive(word) && matches!(next, "van" | "op" | "door") {
            true
        } else if is_action(word) {
            happens
                || matches!(before, "tot" | "ter")
                || FOLLOWS[..2].contains(&next)
                || (next == "aan" && word == "deelname")
        } else {
            next == "van" && is_in(ACTIONS, word)
        };
        if hit {
            let start = at - usize::from(matches!(before, "de" | "het" | "een" | "ter" | "tot"));
            found.push(start..at + 1 + usize::from(FOLLOWS.contains(&next)));
        }
    }
    found
}

/// Whether it may be an infinitive that is used as a noun.
fn is_infinitive(word: &str) -> bool {
    word.len() > 4
        && (word.ends_with("en") || ["gaan", "staan", "doen", "zien"].iter().any(|end| word.ends_with(end)))
        && !is_in(THINGS, word)
}

/// Whether it is a noun for an action.
fn is_action(word: &str) -> bool {
    let singular = word.strip_suffix("en").or_else(|| word.strip_suffix('s')).unwrap_or(word);
    let formed = (singular.ends_with("ing") && singular.len() > 6)
        || (["atie", "itie", "utie"].iter().any(|end| singular.ends_with(end)) && singular.len() > 6);
    formed && !SETTLED.lines().any(|settled| is_end(singular, settled))
}

/// Whether a word is this one, with another before it or none: a woning and a huurwoning, but not a berekening.
fn is_end(word: &str, settled: &str) -> bool {
    word.strip_suffix(settled).is_some_and(|before| before.is_empty() || (before.len() > 2 && !is_beginning(before)))
}

#[cfg(test)]
mod tests {
    use super::{
        super::token::{span, tokens},
        *,
    };

    fn found(text: &str) -> Vec<String> {
        let tokens = tokens(text);
        find(&tokens).into_iter().map(|range| text[span(&tokens, range)].to_owned()).collect()
    }

    #[test]
    fn an_action_in_a_noun_is_found() {
        for (text, noun) in [
            ("Na de vaststelling van het plan.", "de vaststelling van"),
            ("Het indienen van een bezwaar is gratis.", "Het indienen van"),
            ("Wij gaan over tot plaatsing.", "tot plaatsing"),
            ("De keuring vindt in mei plaats.", "De keuring"),
            ("Na ontvangst van uw brief.", "ontvangst van"),
        ] {
            assert_eq!(found(text), [noun], "{text}");
        }
    }

    #[test]
    fn things_are_none() {
        for text in [
            "De vergadering van de raad.",
            "Het leven van een boer.",
            "De politie van Assen.",
            "De huurwoning van mijn zus.",
            "De omgevingsvergunning van het bedrijf.",
            "De betaling lukt niet.",
        ] {
            assert_eq!(found(text), [""; 0], "{text}");
        }
    }
}
