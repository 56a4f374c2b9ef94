//! The passive: “worden” or “zijn” with a past participle, in whatever order.

use super::{letters::is_in, participle::is_participle, token::Token};
use std::ops::Range;

const WORDEN: [&str; 5] = ["wordt", "worden", "word", "werd", "werden"];
const ZIJN: [&str; 6] = ["is", "zijn", "was", "waren", "bent", "ben"];
const HEBBEN: [&str; 6] = ["heeft", "hebben", "hebt", "heb", "had", "hadden"];

/// What may stand between a participle and its “worden” behind it.
const BETWEEN: &str =
    " kan kunnen kon konden moet moeten moest moesten mag mogen mocht zal zullen zou zouden te hoeft hoeven dient ";

/// Nobody reads on longer for a participle; and so the time grows with the text only.
const FAR: usize = 40;

/// Words with which another clause begins.
const BEGINS: &str = " dat omdat als die wanneer terwijl zodat want maar doordat hoewel voordat nadat tenzij indien totdat waar \
    waarin waarmee waardoor waarvoor wie wat dus ";

/// Other finite verbs: what follows is theirs.
const FINITE: &str = " heeft hebben hebt heb had hadden is zijn was waren bent wil willen kan kunnen moet moeten mag mogen gaat gaan komt \
    komen zal zullen zou zouden krijgt krijgen blijft blijven staat staan ";

/// With “zijn” these are active: who does it, changes or goes.
const ACTIVE: &str = " gegaan gekomen gebleven geweest geworden begonnen gestopt gestart gegroeid veranderd \
    gestorven overleden gevallen gebeurd geboren gelukt mislukt ontstaan verdwenen verschenen vertrokken \
    gestegen gedaald afgenomen toegenomen gebleken geslaagd gezakt verhuisd gereden gelopen gefietst gereisd \
    gevlogen getrouwd verlopen geëindigd gevlucht opgestaan gesprongen verbeterd verslechterd gekrompen \
    gescheiden geland vergaan gezonken ontspoord verdwaald bevroren ontploft gebarsten gesmolten geraakt beland ";

/// With “zijn” these say how something is, for longer.
const LASTING: &str = " bereid bekend bezet verplicht bedoeld gericht gesloten geopend verbonden betrokken geïnteresseerd gevestigd gebonden \
    gewenst beperkt bezorgd verdeeld verward gelegen gebaseerd belast verslaafd vergeten verantwoord bestemd bepaald vertrouwd \
    verdacht gespecialiseerd gemotiveerd gekleed geliefd gerust toegestaan verboden omringd uitgebreid teleurgesteld \
    verouderd verstopt versleten bewoond onderscheiden opgewekt overtuigd beschadigd vermist gevuld gewond gestrand \
    besmet ingericht verzekerd ontstemd gewoond gestationeerd afgesloten uitgeput ";

/// Every passive in a sentence: from its first word to its last.
pub(super) fn find(sentence: &[Token]) -> Vec<Range<usize>> {
    let mut found: Vec<Range<usize>> = Vec::new();
    for (at, token) in sentence.iter().enumerate().filter(|(_, token)| token.is_word()) {
        let word = token.small.as_str();
        let hit = if WORDEN.contains(&word) {
            behind(sentence, at, |_| true).or_else(|| before(sentence, at, |_| true))
        } else if ZIJN.contains(&word) && !has_hebben(sentence, at) {
            behind(sentence, at, is_undergone).or_else(|| before(sentence, at, is_undergone))
        } else {
            None
        };
        // “kan zijn gemaakt” and “is gemaakt” hold one participle, which is told once.
        if let Some(hit) = hit.filter(|hit| found.last().is_none_or(|last| hit.start >= last.end)) {
            found.push(hit);
        }
    }
    found
}

/// Whether a participle with “zijn” tells what was done to somebody or something.
fn is_undergone(small: &str) -> bool {
    let goes = |verb: &str| small == verb || (verb.starts_with("ge") && small.ends_with(verb));
    !ACTIVE.split_whitespace().any(goes) && !is_in(LASTING, small)
}

/// The participle that follows in the same clause.
fn behind(sentence: &[Token], at: usize, takes: impl Fn(&str) -> bool) -> Option<Range<usize>> {
    let worden = WORDEN.contains(&sentence[at].small.as_str());
    let is_comma = |place: usize| sentence.get(place).is_some_and(|token| token.is(","));
    // “wordt, na overleg, gemaakt”
    let aside =
        if is_comma(at + 1) { (at + 2..sentence.len().min(at + FAR)).find(|place| is_comma(*place))? } else { at };
    for (place, token) in sentence.iter().enumerate().skip(aside + 1).take(FAR) {
        let other = is_in(BEGINS, &token.small) || is_in(FINITE, &token.small);
        if token.is(",;:()–—") || (other && place > at + 1) {
            return None;
        }
        // “is … geworden”, and “zijn … worden gemaakt”, which is found there.
        if !worden && matches!(token.small.as_str(), "geworden" | "geweest" | "worden" | "wordt") {
            return None;
        }
        if token.is_word() && is_participle(&token.small) && !is_before_noun(sentence, place) {
            return takes(&token.small).then_some(at..place + 1);
        }
    }
    None
}

/// The participle that stands right before, with at most a modal verb between.
fn before(sentence: &[Token], at: usize, takes: impl Fn(&str) -> bool) -> Option<Range<usize>> {
    let place = (0..at).rev().find(|place| !is_in(BETWEEN, &sentence[*place].small))?;
    let token = &sentence[place];
    (token.is_word() && is_participle(&token.small) && takes(&token.small)).then_some(place..at + 1)
}

/// Whether the participle tells which of something: “een besloten vergadering”.
fn is_before_noun(sentence: &[Token], place: usize) -> bool {
    const ARTICLES: [&str; 14] =
        ["een", "de", "het", "deze", "die", "dit", "dat", "geen", "uw", "onze", "ons", "hun", "veel", "alle"];
    place > 0
        && sentence[place].small.ends_with("en")
        && ARTICLES.contains(&sentence[place - 1].small.as_str())
        && sentence.get(place + 1).is_some_and(Token::is_word)
}

/// Whether the participle of this clause may go with “hebben”, so that “zijn” is “his”.
fn has_hebben(sentence: &[Token], at: usize) -> bool {
    let ends = |token: &Token| token.is(",;:()–—") || is_in(BEGINS, &token.small);
    let is = |token: &Token| HEBBEN.contains(&token.small.as_str());
    let back = sentence[..at].iter().rev().take(FAR).take_while(|token| !ends(token));
    let on = sentence[at..].iter().take(FAR).take_while(|token| !ends(token));
    back.chain(on).any(is)
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
    fn a_passive_is_found_in_every_order() {
        for (text, passive) in [
            ("Het plan wordt in mei door de raad vastgesteld.", "wordt in mei door de raad vastgesteld"),
            ("Besproken werd ook de bus.", "Besproken werd"),
            ("Wij weten dat het plan gemaakt is.", "gemaakt is"),
            ("U kunt zien wat aangevraagd kan worden.", "aangevraagd kan worden"),
            ("Dit moet voor juli worden betaald.", "worden betaald"),
            ("Er zijn veel bomen gekapt.", "zijn veel bomen gekapt"),
            ("Zijn er vragen, dan worden die beantwoord.", "worden die beantwoord"),
            ("Het pad wordt, na overleg, aangelegd.", "wordt, na overleg, aangelegd"),
            ("Er wordt hard gewerkt.", "wordt hard gewerkt"),
        ] {
            assert_eq!(found(text), [passive], "{text}");
        }
    }

    #[test]
    fn what_looks_like_one_is_none() {
        for text in [
            "Mijn vader wordt ziek.",
            "Zij wordt burgemeester van dit gebied.",
            "De school is gegroeid.",
            "Hij heeft zijn fiets verkocht.",
            "De bus is vertrokken en de trein teruggekomen.",
            "Bent u bereid te helpen?",
            "Dat is een besloten club.",
            "Wat wordt het besluit?",
            "Het wordt druk, dat hebben wij gezien.",
        ] {
            assert_eq!(found(text), [""; 0], "{text}");
        }
    }
}
