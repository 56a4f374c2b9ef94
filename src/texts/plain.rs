//! What makes a text hard to read, for who writes it: what it is, why it matters, and a way to do better. Never that a
//! text is good: no program knows that.

use super::counted;
use crate::domain::{
    language::Language::{self, En, Nl},
    plain::{Counts, SignalKind},
};

say! {
    /// Above the list of tips.
    heading: "Kan het eenvoudiger?", "Can it be plainer?";
    /// What the list is, and what it is not.
    what_it_is: "Dit valt een programma op. U beslist zelf. Ook een tekst zonder tips kan moeilijk zijn: laat hem lezen door iemand die hem niet kent.", "This is what a program notices. You decide. A text without tips may be hard as well: have somebody read it who does not know it.";
    /// Where nothing was found. It is no praise.
    nothing: "Het programma ziet niets. Dat zegt niet dat iedereen dit begrijpt.", "The program sees nothing. That does not say that everybody understands this.";
    /// The button that leads to the words in the field.
    show: "Toon in de tekst", "Show in the text";
    /// Under the score.
    about_score: "Hoe hoger, hoe makkelijker. Het getal telt alleen hoe lang woorden en zinnen zijn. Het weet niet wat er staat.", "The higher, the easier. The number counts only how long words and sentences are. It does not know what they say.";
}

/// How many tips there are.
pub fn tips(language: Language, count: usize) -> String {
    match language {
        Nl => counted(count, "tip voor eenvoudiger taal", "tips voor eenvoudiger taal"),
        En => counted(count, "tip for plainer language", "tips for plainer language"),
    }
}

/// What is said of one signal.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Advice {
    /// What it is.
    pub what: String,
    /// Why it matters to who reads.
    pub why: &'static str,
    /// A way to do better.
    pub better: String,
}

/// The score of a text by the formula of Flesch and Douma; none for a text without words.
pub fn score(language: Language, counts: &Counts) -> Option<String> {
    let score = counts.flesch_douma()?.round() as i64;
    Some(match language {
        Nl => format!("Leesgemak volgens Flesch-Douma: {score}"),
        En => format!("Reading ease by Flesch-Douma: {score}"),
    })
}

/// How many words and sentences that is.
pub fn size(language: Language, counts: &Counts) -> String {
    match language {
        Nl => {
            format!("{} in {}", counted(counts.words, "woord", "woorden"), counted(counts.sentences, "zin", "zinnen"))
        }
        En => format!(
            "{} in {}",
            counted(counts.words, "word", "words"),
            counted(counts.sentences, "sentence", "sentences")
        ),
    }
}

/// A kind of signal, in a word or two.
pub fn name(language: Language, kind: SignalKind) -> &'static str {
    let [nl, en] = match kind {
        SignalKind::LongSentence { .. } => ["Lange zin", "Long sentence"],
        SignalKind::LongWord { .. } => ["Lang woord", "Long word"],
        SignalKind::Passive => ["Wie doet het?", "Who does it?"],
        SignalKind::Nominal => ["Werk in een naamwoord", "Action in a noun"],
        SignalKind::Jargon { .. } => ["Kantoorwoord", "Office word"],
        SignalKind::Abbreviation { .. } => ["Afkorting", "Abbreviation"],
        SignalKind::Informal { .. } => ["Aanspreken", "How people are addressed"],
    };
    if language == Nl { nl } else { en }
}

/// What is said of a signal; `words` is what stands in the text there.
pub fn advice(language: Language, kind: SignalKind, words: &str) -> Advice {
    Advice { what: what(language, kind, words), why: why(language, kind), better: better(language, kind) }
}

fn what(language: Language, kind: SignalKind, words: &str) -> String {
    match (language, kind) {
        (Nl, SignalKind::LongSentence { words }) => format!("Deze zin heeft {words} woorden."),
        (En, SignalKind::LongSentence { words }) => format!("This sentence has {words} words."),
        (Nl, SignalKind::LongWord { parts: 0 | 1 }) => format!("‘{words}’ is lang, en waarschijnlijk weinig bekend."),
        (En, SignalKind::LongWord { parts: 0 | 1 }) => format!("‘{words}’ is long, and probably not well known."),
        (Nl, SignalKind::LongWord { parts }) => format!("‘{words}’ is {parts} woorden in een."),
        (En, SignalKind::LongWord { parts }) => format!("‘{words}’ is {parts} words in one."),
        (Nl, SignalKind::Passive) => format!("‘{words}’: de zin zegt niet vooraan wie het doet."),
        (En, SignalKind::Passive) => format!("‘{words}’: the sentence does not say first who does it."),
        (Nl, SignalKind::Nominal) => format!("‘{words}’: wat iemand doet, staat in een naamwoord."),
        (En, SignalKind::Nominal) => format!("‘{words}’: what somebody does stands in a noun."),
        (Nl, SignalKind::Jargon { .. }) => format!("‘{words}’ is een woord van kantoor."),
        (En, SignalKind::Jargon { .. }) => format!("‘{words}’ is a word of offices."),
        (Nl, SignalKind::Abbreviation { .. }) => format!("‘{words}’ is een afkorting zonder uitleg."),
        (En, SignalKind::Abbreviation { .. }) => format!("‘{words}’ is an abbreviation without an explanation."),
        (Nl, SignalKind::Informal { .. }) => format!("Hier staat ‘{words}’. Wij zeggen ‘u’."),
        (En, SignalKind::Informal { .. }) => format!("This says ‘{words}’. The house says ‘u’."),
    }
}

fn why(language: Language, kind: SignalKind) -> &'static str {
    let [nl, en] = match kind {
        SignalKind::LongSentence { .. } => [
            "Wie moeite heeft met lezen, weet aan het eind het begin niet meer.",
            "Who reads with difficulty no longer knows the beginning at the end.",
        ],
        SignalKind::LongWord { .. } => [
            "Een lang woord lezen veel mensen in stukjes. Zij raken dan de zin kwijt.",
            "Many people read a long word piece by piece, and lose the sentence.",
        ],
        SignalKind::Passive => [
            "Mensen willen weten wie iets doet of beslist. Dan weten zij ook wie zij kunnen vragen.",
            "People want to know who does or decides something. Then they also know whom to ask.",
        ],
        SignalKind::Nominal => [
            "Er lijkt niets te gebeuren en niemand iets te doen. Dat maakt de zin zwaar.",
            "Nothing seems to happen, and nobody to do anything. That makes the sentence heavy.",
        ],
        SignalKind::Jargon { .. } => [
            "Thuis zegt bijna niemand dit. Wie het woord niet kent, denkt dat de tekst voor anderen is.",
            "Hardly anybody says this at home. Who does not know the word thinks that the text is for others.",
        ],
        SignalKind::Abbreviation { .. } => [
            "Collega’s kennen de afkorting. Bewoners moeten raden.",
            "Colleagues know the abbreviation. Residents have to guess.",
        ],
        SignalKind::Informal { .. } => [
            "De rest van de site zegt ‘u’. Wie wisselt, lijkt twee afzenders te zijn.",
            "The rest of the site says ‘u’. Who changes seems to be two senders.",
        ],
    };
    if language == Nl { nl } else { en }
}

fn better(language: Language, kind: SignalKind) -> String {
    let text = match (language, kind) {
        (Nl, SignalKind::LongSentence { .. }) => "Maak er twee zinnen van. Of maak een lijst van wat u opsomt.",
        (En, SignalKind::LongSentence { .. }) => "Make two sentences of it. Or make a list of what you sum up.",
        (Nl, SignalKind::LongWord { parts: 0 | 1 }) => {
            "Kies een korter woord, of leg het uit waar het voor het eerst staat."
        }
        (En, SignalKind::LongWord { parts: 0 | 1 }) => "Choose a shorter word, or explain it where it first stands.",
        (Nl, SignalKind::LongWord { .. }) => "Haal het uit elkaar met ‘van’ of ‘voor’, of zeg een deel al eerder.",
        (En, SignalKind::LongWord { .. }) => "Take it apart with ‘van’ or ‘voor’, or say a part of it before.",
        (Nl, SignalKind::Passive) => "Begin met wie het doet: ‘De provincie besluit in mei.’",
        (En, SignalKind::Passive) => "Begin with who does it: ‘De provincie besluit in mei.’",
        (Nl, SignalKind::Nominal) => "Maak er een werkwoord van, en zeg wie het doet: ‘Wij voeren het plan uit.’",
        (En, SignalKind::Nominal) => "Make it a verb, and say who does it: ‘Wij voeren het plan uit.’",
        (Nl, SignalKind::Jargon { instead } | SignalKind::Informal { instead }) => {
            return format!("Liever: {instead}.");
        }
        (En, SignalKind::Jargon { instead } | SignalKind::Informal { instead }) => {
            return format!("Rather: {instead}.");
        }
        (Nl, SignalKind::Abbreviation { full: Some(full) }) => return format!("Schrijf het uit: {full}."),
        (En, SignalKind::Abbreviation { full: Some(full) }) => return format!("Write it out: {full}."),
        (Nl, SignalKind::Abbreviation { full: None }) => {
            "Schrijf het uit. Komt het vaker voor? Zet de afkorting dan de eerste keer tussen haakjes."
        }
        (En, SignalKind::Abbreviation { full: None }) => {
            "Write it out. Does it come more often? Then put the abbreviation in brackets the first time."
        }
    };
    text.to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::plain;

    const KINDS: [SignalKind; 10] = [
        SignalKind::LongSentence { words: 31 },
        SignalKind::LongWord { parts: 0 },
        SignalKind::LongWord { parts: 3 },
        SignalKind::Passive,
        SignalKind::Nominal,
        SignalKind::Jargon { instead: "nu" },
        SignalKind::Abbreviation { full: Some("Gedeputeerde Staten") },
        SignalKind::Abbreviation { full: None },
        SignalKind::Informal { instead: "u" },
        SignalKind::LongSentence { words: 21 },
    ];

    #[test]
    fn every_signal_says_what_it_is_why_and_a_way_to_do_better() {
        for kind in KINDS {
            let [nl, en] = [Nl, En].map(|language| (name(language, kind), advice(language, kind, "thans")));
            assert!(nl.0 != en.0 && nl.1.what != en.1.what && nl.1.why != en.1.why && nl.1.better != en.1.better);
            for text in [&nl.1.what, nl.1.why, &nl.1.better, &en.1.what, en.1.why, &en.1.better] {
                assert!(text.ends_with(['.', '?', '’']), "{text}");
            }
        }
    }

    #[test]
    fn what_it_says_of_dutch_is_plain_dutch_itself() {
        let mut said: Vec<String> = KINDS
            .into_iter()
            .flat_map(|kind| {
                let advice = advice(Nl, kind, "dit");
                [advice.what, advice.why.to_owned(), advice.better]
            })
            .collect();
        said.extend([heading(Nl), what_it_is(Nl), nothing(Nl), about_score(Nl)].map(str::to_owned));
        for text in said {
            let signals = plain::judge(&text).signals;
            assert!(signals.is_empty(), "{text}: {signals:?}");
        }
    }

    #[test]
    fn no_number_is_called_good() {
        let counts = plain::judge("De weg is smal. Wij maken hem breed.").counts;
        assert_eq!(score(Nl, &counts).as_deref(), Some("Leesgemak volgens Flesch-Douma: 116"));
        assert_eq!(score(Nl, &plain::judge("").counts), None);
        assert_eq!(size(Nl, &counts), "8 woorden in 2 zinnen");
        assert_eq!(size(En, &Counts { words: 1, syllables: 1, sentences: 1 }), "1 word in 1 sentence");
    }
}
