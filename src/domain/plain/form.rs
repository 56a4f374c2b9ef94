//! The forms of a word of the list: whatever an end can do to it. That some of them are no words harms nobody.

use super::letters::is_vowel;

/// The forms of an adjective.
pub(super) fn adjective(lemma: &str) -> Vec<String> {
    let mut forms = vec![lemma.to_owned(), format!("{lemma}s")];
    forms.extend(stems(lemma).into_iter().map(|stem| stem + "e"));
    forms
}

/// The forms of a noun.
pub(super) fn noun(lemma: &str) -> Vec<String> {
    let mut forms: Vec<_> = ["", "s", "'s", "n", "ën"].iter().map(|end| format!("{lemma}{end}")).collect();
    forms.extend(stems(lemma).into_iter().map(|stem| stem + "en"));
    // zelfredzaamheid has none, but mogelijkheden has
    forms.extend(lemma.strip_suffix("heid").map(|begin| format!("{begin}heden")));
    forms
}

/// The forms of a verb that is not strong. A dot stands where its first part comes loose.
pub(super) fn verb(lemma: &str) -> Vec<String> {
    let (loose, infinitive) = lemma.split_once('.').map_or(("", lemma), |(loose, rest)| (loose, rest));
    let stem = infinitive.strip_suffix("en").unwrap_or(infinitive);
    let mut forms =
        vec![format!("{loose}{infinitive}"), format!("{loose}{infinitive}d"), format!("{loose}{infinitive}de")];
    for stem in closed(stem) {
        for end in ["", "t", "de", "te", "den", "ten"] {
            forms.push(format!("{loose}{stem}{end}"));
        }
        // What ends in -d or -t itself takes none more: aangewend.
        for end in ["", "e", "d", "t", "de", "te"] {
            let ge = if stem.starts_with(['i', 'e', 'u']) { geminate(&stem) } else { format!("ge{stem}") };
            forms.push(format!("{loose}{ge}{end}"));
            // What begins with be- or ver- takes no ge-.
            forms.push(format!("{loose}{stem}{end}"));
        }
        forms.push(format!("{loose}te{infinitive}"));
    }
    forms
}

/// “ge” before a vowel that needs a trema.
fn geminate(stem: &str) -> String {
    let mut rest = stem.chars();
    let first = match rest.next() {
        Some('i') => 'ï',
        Some('e') => 'ë',
        _ => 'ü',
    };
    format!("ge{first}{}", rest.as_str())
}

/// How a word may be spelt before an end that begins with a vowel: integral-e, relatiev-e.
fn stems(word: &str) -> Vec<String> {
    let mut stems = vec![word.to_owned()];
    let mut letters: Vec<char> = word.chars().collect();
    let count = letters.len();
    if count > 3 && !is_vowel(letters[count - 1]) {
        if letters[count - 2] == letters[count - 3] && is_vowel(letters[count - 2]) {
            letters.remove(count - 2);
        } else {
            stems.push(format!("{word}{}", letters[count - 1]));
        }
        if let Some(last) = letters.last_mut() {
            *last = match *last {
                'f' => 'v',
                's' => 'z',
                other => other,
            };
        }
        stems.push(letters.into_iter().collect());
    }
    stems
}

/// How a stem may be spelt at the end of a syllable: faciliteer, ontsluit, stel, beoog.
fn closed(stem: &str) -> Vec<String> {
    let letters: Vec<char> = stem.chars().collect();
    let mut stems = vec![stem.to_owned()];
    if let [.., third, second, last] = letters[..] {
        if second == last {
            stems.push(letters[..letters.len() - 1].iter().collect());
        } else if is_vowel(second) && !is_vowel(last) && !is_one_sound(third, second) {
            let long = if second == 'ë' { 'e' } else { second };
            let begin: String = letters[..letters.len() - 2].iter().collect();
            stems.push(format!("{begin}{long}{long}{last}"));
        }
    }
    stems
}

/// Whether two vowels are one sound, which is long already.
fn is_one_sound(first: char, second: char) -> bool {
    first == second || matches!((first, second), ('i' | 'o', 'e') | ('e' | 'o' | 'a', 'u') | ('e' | 'u', 'i'))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn forms_that_people_write_are_there() {
        let holds = |forms: Vec<String>, all: &str| {
            for form in all.split(' ') {
                assert!(forms.iter().any(|has| has == form), "{form}: {forms:?}");
            }
        };
        holds(
            verb("faciliteren"),
            "faciliteren faciliteert faciliteerde gefaciliteerd gefaciliteerde faciliterend faciliterende",
        );
        holds(verb("initiëren"), "initieert geïnitieerd");
        holds(verb("aan.wenden"), "aanwenden aangewend aangewende");
        holds(verb("bespoedigen"), "bespoedigt bespoedigd bespoedigde");
        holds(verb("implementeren"), "implementeert geïmplementeerd geïmplementeerde");
        holds(verb("beogen"), "beoogt beoogde");
        holds(adjective("integraal"), "integraal integrale");
        holds(adjective("relatief"), "relatieve");
        holds(noun("stakeholder"), "stakeholder stakeholders");
        holds(noun("doelstelling"), "doelstellingen");
        holds(noun("taak"), "taken");
    }
}
