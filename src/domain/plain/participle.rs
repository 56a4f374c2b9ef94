//! Which words are past participles: by their beginning and end, and for strong verbs by a list.

use super::letters::{bare, is_in, is_vowel};

/// How strong participles end, without what stands before. Those of `be`, `ver` and `ont` have them too.
const STRONG: &str = " nomen geven volen keken kozen schreven vonden houden sproken broken holpen trokken sloten boden worpen wogen laten lezen reden \
    beden kregen wezen bonden zonden ronnen gonnen wonnen dwongen drongen zongen sprongen schonken dronken stoken roken doken lopen \
    blazen houwen hangen vangen raden scholden golden zworven storven bedorven gleden sneden streden leden beten smeten gespleten \
    sleten weten genoten goten schoten vloten floten bogen zogen logen vlogen dragen slagen graven varen malen bakken vallen \
    wassen roepen scheiden stoten brouwen heven scheren zweren stolen meten eten treden zeten legen steken breken wreken \
    spreken wreven dreven bleven stegen zwegen zien daan gaan staan slapen vouwen zouten wezen wonden schoven stoven zoden spoten ";

/// Parts of a verb that come loose: they stand before “ge”.
const LOOSE: &str = " aan af bij binnen door in mee na om onder op over rond samen tegen terug toe uit vast voor voort vrij weg bekend bloot \
    deel dood gade gelijk goed groot hoog klaar kwijt los mede neer open plaats recht schoon stil stop teleur tentoon terecht teweeg \
    thuis uiteen vol waar zeker omver ineen bijeen achter achteruit omhoog omlaag vooruit voorbij tegemoet stand plat schuld kennis \
    dicht buiten heen her weer zorg door ";

/// Beginnings that take no “ge”.
const FIRM: [&str; 7] = ["be", "ver", "ont", "her", "er", "mis", "ge"];

/// Others that take none, whole.
const OTHERS: &str = " onderzocht ondersteund onderhouden ondertekend onderbouwd ondernomen ondervonden onderscheiden onderbroken overlegd \
    overwogen overtreden overhandigd voltooid voldaan doorverwezen aanvaard omschreven omarmd weerlegd voorkomen voorzien voorspeld \
    misbruikt herzien overtuigd overvallen onderwezen ondergaan doorstaan doorzocht omringd omgeven overgoten overschreden \
    aanbeden volbracht ondermijnd ondervraagd overschat onderschat voorschreven weersproken ";

/// Weak ones with a stem on -rt or -nt: others on -t after such a letter are finite, as in “gebeurt”.
const IN_T: &str = " stort start plant print sport kort scherpt ";

/// Those on -end that are past participles all the same.
const IN_END: &str = " rekend tekend opend zegend ";

/// Nouns that words end in which begin like a participle.
const NOUNS: [&str; 25] = [
    "raad", "tijd", "bord", "stad", "land", "wet", "markt", "dienst", "beleid", "gebied", "geld", "bericht", "besluit",
    "kaart", "krant", "macht", "punt", "lijst", "feest", "kunst", "post", "recht", "heid", "object", "project",
];

/// Look like participles, and are none.
const NONE: &str = " gebied geluid gezicht gewicht gevecht gerecht gedicht gebit geweld geduld gezond geheid geest geeft geit beleid bewind \
    bericht besluit bestand bekend beroemd bereid bezit beeld bevriend behoud verband verstand verlof verkeerd verdriet verzet verliefd \
    verwant verbod verraad verkouden ernst hert herfst mist misdaad overheid eenheid beslist bewust benieuwd gewend ingewikkeld \
    geschikt gehandicapt verbaasd vermoeid gebieden bedragen verslagen verhalen geboden geheimen verlangen vermogen verschillen besluiten \
    beginnen gevallen beraad gebeden begraven verleden berg beest best bed bergen verkeer gemeend gehecht gedurend beroep \
    gezag gevoel gebak gebaar tevreden ontevreden bezoek onbekend ervaren verlaten gelegen opgeven begrip bevoegd verheugd \
    tijd overtijd ontbijt inhoud invloed opgewekt toekomend geslacht gewest verkeert gehoor \
    bedreven bewolkt afgelegen uitgestrekt opgelucht opgewonden gemiddeld bijgeval inmiddels oneens gebit getij gemaal ";

/// Whether it may be a past participle.
pub(super) fn is_participle(small: &str) -> bool {
    if !small.ends_with(['d', 't', 'n']) {
        return false;
    }
    let word = bare(small);
    let trema = word != small;
    if is_in(NONE, &word) || word.contains('-') {
        return false;
    }
    is_in(OTHERS, &word) || is_weak(&word, trema) || is_strong(&word, trema)
}

fn is_weak(word: &str, trema: bool) -> bool {
    let Some((&last, _)) = word.as_bytes().split_last() else { return false };
    let fits = |rest: &str| {
        let mut ends = rest.chars().rev();
        let (_, before) = (ends.next(), ends.next());
        let Some(before) = before else { return false };
        let hard = matches!(before, 'k' | 'f' | 's' | 'c' | 'h' | 'p' | 't' | 'x');
        // Stems on -v and -z end in f and s: nageleefd, verhuisd.
        let spelt = if last == b'd' {
            !hard || matches!(before, 'f' | 's')
        } else {
            hard || is_vowel(before) || is_in(IN_T, rest)
        };
        spelt && rest.len() > 2 && rest.chars().any(is_vowel) && !is_present(rest) && !is_compound(rest)
    };
    (last == b'd' || last == b't') && after_begin(word, trema).any(fits)
}

/// Whether what follows on “be” or “ver” makes it a present participle: “vervelend”, but not “berekend”.
fn is_present(rest: &str) -> bool {
    rest.strip_suffix("end").is_some_and(|stem| stem.chars().any(is_vowel) && !stem.ends_with(is_vowel))
        && !is_in(IN_END, rest)
}

/// Whether it ends in a noun, with more before it: “gemeenteraad”.
fn is_compound(rest: &str) -> bool {
    NOUNS.iter().any(|noun| rest.strip_suffix(noun).is_some_and(|before| before.len() > 1))
}

fn is_strong(word: &str, trema: bool) -> bool {
    let strong = |rest: &str| rest.len() > 3 && is_in(STRONG, rest);
    word.ends_with('n') && after_begin(word, trema).any(strong)
}

/// What follows on “ge”, “be” and the like, at the beginning or behind a part that comes loose.
fn after_begin(word: &str, trema: bool) -> impl Iterator<Item = &str> {
    (0..word.len()).filter_map(move |at| {
        let (loose, rest) = word.split_at_checked(at)?;
        let begin = FIRM.iter().find(|begin| rest.starts_with(**begin))?;
        let rest = &rest[begin.len()..];
        // Before a vowel there is a trema, which is gone here; without one it is another word: “voorbeeld”.
        let spelt = trema || !matches!(*begin, "be" | "ge") || !rest.starts_with(['e', 'i']);
        (spelt && (loose.is_empty() || is_in(LOOSE, loose))).then_some(rest)
    })
}

/// Whether verbs begin with it.
pub(super) fn is_beginning(part: &str) -> bool {
    FIRM.contains(&part) || is_in(LOOSE, part)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn weak_strong_and_separable_participles_are_known() {
        for word in "gemaakt betaald vastgesteld geïnformeerd genomen besproken aangeboden teruggekoppeld voorbereid onderzocht \
            uitgevoerd gedaan gezien ontvangen gebracht geschreven afgesloten gefaciliteerd verwacht aanbevolen overwogen gebruikt nageleefd ingediend verleend berekend"
            .split_whitespace()
        {
            assert!(is_participle(word), "{word}");
        }
    }

    #[test]
    fn nouns_and_finite_verbs_are_none() {
        for word in
            "gebied gebeurt gebouwen gegevens gesprek beleid besluit overheid verschilt gemeenten geven ziek bekend \
            gemeente gemeenteraad voorbeeld bewaartijd vervelend geld gevallen verdient open begin"
                .split_whitespace()
        {
            assert!(!is_participle(word), "{word}");
        }
    }
}
