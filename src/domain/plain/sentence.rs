//! Where sentences begin and end. A line break always ends one; a dot often does not.

use super::{
    abbreviation::{self, Dot},
    letters::{has_capital, is_in},
    token::{Made, Token},
};
use std::ops::Range;

/// What closes a quote or a bracket, and so may stand between the end of a sentence and the next.
const CLOSERS: &str = ")]}’”\"'»";
/// What opens one.
const OPENERS: &str = "([{‘“„\"'«";
/// What stands before an item of a list.
const BULLETS: &str = "-–—•·*▪◦‣+●○■□→➢✓✔";
/// After these words a single letter is a name of its own, and not an initial.
const LETTERED: &str = " plan optie variant bijlage route groep categorie klasse vitamine type punt letter deel scenario gebied blok gebouw \
    ingang zaal lijn vak hal kolom toren model formulier rij trap fase stap kavel zone vleugel kamer hoek niveau poule team ";
/// What stands between initials and a name, in small letters.
const INFIXES: [&str; 8] = ["de", "van", "der", "den", "ten", "ter", "te", "'t"];

/// Each sentence, as the tokens that are in it. Marks before an item of a list are in none.
pub(super) fn sentences(tokens: &[Token]) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    let (mut start, mut at) = (0, 0);
    // Who begins a line without a capital, begins no sentence with one.
    let mut casual = false;
    while at < tokens.len() {
        if tokens[at].first {
            close(tokens, start..at, &mut found);
            at += bullet(&tokens[at..]);
            start = at;
            casual = tokens.get(at).is_some_and(|token| token.is_word() && !has_capital(token.text));
            if at >= tokens.len() {
                break;
            }
        }
        if let Some(end) = end(tokens, start, at, casual) {
            close(tokens, start..end, &mut found);
            start = end;
            at = end;
        } else {
            at += 1;
        }
    }
    close(tokens, start..tokens.len(), &mut found);
    found
}

/// Keeps a sentence that has anything to read.
fn close(tokens: &[Token], sentence: Range<usize>, found: &mut Vec<Range<usize>>) {
    if tokens.get(sentence.clone()).is_some_and(|inner| inner.iter().any(Token::counts)) {
        found.push(sentence);
    }
}

/// How many tokens at the beginning of a line are the mark of an item: “-”, “1.”, “a)”, “(2)”.
fn bullet(line: &[Token]) -> usize {
    let spaced = |at: usize| line.get(at).is_some_and(|token| token.spaced && !token.first);
    match line {
        [mark, ..] if mark.is(BULLETS) && spaced(1) => 1,
        [letter, dot, infix, ..] if is_initial(letter) && dot.is(".") && INFIXES.contains(&infix.small.as_str()) => 0,
        [number, mark, ..] if is_number(number) && mark.is(".)") && !mark.spaced && spaced(2) => 2,
        [open, number, mark, ..] if open.is("(") && is_number(number) && mark.is(")") && spaced(3) => 3,
        _ => 0,
    }
}

/// Whether a name may begin with it: with I, V and X items are counted.
fn is_initial(token: &Token) -> bool {
    token.text.len() == 1 && has_capital(token.text) && !["i", "v", "x"].contains(&token.small.as_str())
}

/// Whether items may be counted with it: “1”, “12”, “a”, “iv”.
fn is_number(token: &Token) -> bool {
    match token.made {
        Made::Number => token.text.len() <= 3 && token.text.bytes().all(|digit| digit.is_ascii_digit()),
        Made::Word => token.text.len() == 1 || token.small.bytes().all(|letter| matches!(letter, b'i' | b'v' | b'x')),
        _ => false,
    }
}

/// If a sentence that began at `start` ends with the mark `at`: the token after it.
fn end(tokens: &[Token], start: usize, at: usize, casual: bool) -> Option<usize> {
    let mark = &tokens[at];
    if !mark.is(".?!…") || at == start {
        return None;
    }
    let mut next = at + 1;
    while tokens.get(next).is_some_and(|token| !token.spaced && token.is(".?!…")) {
        next += 1;
    }
    let mut closed = false;
    while tokens.get(next).is_some_and(|token| !token.spaced && token.is(CLOSERS)) {
        closed = true;
        next += 1;
    }
    let Some(after) = tokens.get(next) else { return Some(next) };
    if after.first {
        return Some(next);
    }
    let begins = begins(&tokens[next..]) || (casual && after.is_word() && !closed);
    if !after.spaced {
        // A blank that was forgotten: “klaar.Daarna”.
        let forgotten = !closed && begins && after.is_word() && before(tokens, at, 3);
        return forgotten.then_some(next);
    }
    if mark.is(".") && mark.text.len() == 1 && !closed {
        return dot(tokens, start, at, begins).then_some(next);
    }
    begins.then_some(next)
}

/// Whether a word of at least so many letters stands before.
fn before(tokens: &[Token], at: usize, letters: usize) -> bool {
    at > 0 && tokens[at - 1].is_word() && tokens[at - 1].small.len() >= letters
}

/// Whether a sentence may begin here.
fn begins(tokens: &[Token]) -> bool {
    let mut rest = tokens.iter().skip_while(|token| token.is(OPENERS));
    let opened = tokens.first().is_some_and(|token| token.is(OPENERS));
    match rest.next() {
        Some(token) if token.is_word() && token.small.starts_with('\'') && token.small.len() == 2 => {
            rest.next().is_some_and(|next| has_capital(next.text))
        }
        Some(token) => match token.made {
            Made::Word => has_capital(token.text) || token.text.starts_with(|c: char| c.is_numeric()),
            Made::Number => true,
            Made::Address => !opened,
            Made::Mark => token.is(BULLETS) || token.is("€"),
        },
        None => false,
    }
}

/// Whether a single dot ends the sentence, if what follows may begin one.
fn dot(tokens: &[Token], start: usize, at: usize, begins: bool) -> bool {
    let (word, spoken) = (&tokens[at - 1], at - start);
    if spoken == 1 && is_number(word) {
        return false;
    }
    match word.made {
        Made::Word if word.small.chars().count() == 1 && has_capital(word.text) => {
            begins && spoken > 1 && is_in(LETTERED, &tokens[at - 2].small)
        }
        Made::Word => match abbreviation::dot(&word.small) {
            Dot::Inside => false,
            Dot::Either => begins,
            Dot::BeforeNumber => begins && tokens[at + 1].made != Made::Number && !tokens[at + 1].is("€"),
            Dot::Ends => !is_mute(word) && (begins || is_sloppy(word)),
        },
        _ => begins,
    }
}

/// Whether a dot after it ends a sentence even if the next begins small: it is too long to be shortened.
fn is_sloppy(word: &Token) -> bool {
    word.small.len() >= 7
}

/// Whether it is shortened for sure, as nobody can say it: “hfst.”. In capitals it is a name, which may end a sentence.
fn is_mute(word: &Token) -> bool {
    let small = &word.small;
    (2..=5).contains(&small.len())
        && small.bytes().all(|letter| letter.is_ascii_lowercase() && !b"aeiouy".contains(&letter))
        && word.text.bytes().any(|letter| letter.is_ascii_lowercase())
        && !abbreviation::is_unit(small)
}

#[cfg(test)]
mod tests {
    use super::{super::token::tokens, *};

    fn cut(text: &str) -> Vec<&str> {
        let tokens = tokens(text);
        sentences(&tokens).into_iter().map(|range| &text[tokens[range.start].at..tokens[range.end - 1].end()]).collect()
    }

    #[test]
    fn a_dot_inside_a_sentence_does_not_end_it() {
        for text in [
            "Volgens art. 3.1 van de wet mag dat.",
            "Kom om 10.30 uur naar Assen, bijv. Het Huis.",
            "Dhr. J. de Vries en mevr. A. Jansen komen.",
            "Dit kost ca. 1.500 euro, o.a. Voor de bus.",
            "Kijk op www.drenthe.nl of mail a.b@drenthe.nl.",
            "‘Komt u ook?’ vroeg zij.",
            "Zij zei: “Wat nu?” en ging weg.",
            "Dat is nr. 12 van de P.C. Hooftstraat.",
            "Wij wachten … en wachten.",
            "J. de Vries woont in de Dr. Nassaulaan bij St. Jansklooster.",
            "Zij woont aan de Beatrixstr. 4 en werkt als wnd. Directeur.",
        ] {
            assert_eq!(cut(text), [text]);
        }
    }

    #[test]
    fn a_sentence_ends_where_the_next_begins() {
        for text in [
            ["Dit is een.", "Dit is twee."],
            ["Neem pennen, papier enz. mee.", "Tot dan!"],
            ["Neem pennen, papier enz.", "Tot dan!"],
            ["Dat is plan B.", "Daarna komt C."],
            ["De zaal is in gebouw C.", "Neem de trap."],
            ["Dat is 3 km.", "Daarna komt Gs."],
            ["Dat besluiten de GS.", "Daarna komt meer."],
            ["Het begint op 3 aug.", "Het duurt een week."],
            ["Zij zei: ‘Ik kom.’", "Toen ging zij."],
            ["Dat is zo. ", "(Zie ook p. 4.)"].map(str::trim),
            ["Het was in 2024.", "35 mensen kwamen."],
            ["Kom mee!", "’s Avonds is er soep."],
            ["Zij belt om 10.00 uur.", "€ 5 is genoeg."],
        ] {
            assert_eq!(cut(&text.join(" ")), text);
        }
        assert_eq!(cut("Dat is klaar.Daarna komt meer."), ["Dat is klaar.", "Daarna komt meer."]);
    }

    #[test]
    fn lines_end_sentences_and_marks_of_items_are_in_none() {
        let text = "Neem mee\n- uw pas. Die moet geldig zijn.\n2. geld\na) een pen\n\nGroet";
        assert_eq!(cut(text), ["Neem mee", "uw pas.", "Die moet geldig zijn.", "geld", "een pen", "Groet"]);
        assert_eq!(cut("-\n\n- \n…"), [""; 0]);
    }
}
