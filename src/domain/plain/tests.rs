//! What is a signal in a whole text, and what holds for any text.

use super::{SignalKind::*, *};
use proptest::prelude::*;

fn said(text: &str) -> Vec<(&str, SignalKind)> {
    judge(text).signals.into_iter().map(|signal| (&text[signal.at], signal.kind)).collect()
}

#[test]
fn each_kind_is_told_with_its_place() {
    let text = "Beste bewoner,\n\nOp 3 mei wordt het plan vastgesteld. De uitvoering van het plan volgt thans.\n- Vraag het GS.\nVul je naam in.";
    assert_eq!(
        said(text),
        [
            ("wordt het plan vastgesteld", Passive),
            ("De uitvoering van", Nominal),
            ("thans", Jargon { instead: "nu" }),
            ("GS", Abbreviation { full: Some("Gedeputeerde Staten") }),
            ("je", Informal { instead: "u, uw" }),
        ]
    );
}

#[test]
fn a_sentence_of_twenty_words_is_not_long_and_one_of_more_is() {
    let words = |count: usize| format!("De {} weg.", vec!["weg"; count - 2].join(" "));
    assert_eq!(said(&words(20)), []);
    assert_eq!(said(&words(21)), [(words(21).as_str(), LongSentence { words: 21 })]);
}

#[test]
fn an_abbreviation_is_told_once_and_not_after_it_was_explained() {
    assert_eq!(said("De RES komt.\nDe RES is er.").len(), 1);
    assert_eq!(said("Dit is de Regionale Energiestrategie (RES).\n\nDe RES is er.\nHet RES-plan ook."), []);
    assert_eq!(said("De RES is er.\nDit is de Regionale Energiestrategie (RES).").len(), 1);
}

#[test]
fn plain_words_give_no_signal() {
    let text = "Wij maken een plan voor de weg. U kunt daarover meedenken. Vertel ons wat u goed vindt, en wat beter kan.\n\n\
        Dat kan tot en met 3 mei 2026 om 17.00 uur, op www.drenthe.nl.";
    assert_eq!(said(text), []);
}

#[test]
fn the_formula_is_that_of_douma() {
    // 8 words with 11 syllables, in 2 sentences.
    let counts = judge("De weg is smal. Wij maken hem veiliger.").counts;
    assert_eq!(counts, Counts { words: 8, syllables: 11, sentences: 2 });
    let score = counts.flesch_douma().unwrap();
    assert!((score - (206.84 - 0.77 * 137.5 - 0.93 * 4.0)).abs() < 1e-9, "{score}");
    assert_eq!(judge("… \n\n -").counts.flesch_douma(), None);
}

#[test]
fn lines_that_were_judged_before_give_the_same() {
    let text = "De RES komt.\n\nDit wordt door ons gedaan.\nDe RES.";
    let mut kept: Vec<_> = lines(text).map(|at| (at.start, line(&text[at]))).collect();
    assert_eq!(together(kept.iter().map(|(start, line)| (*start, line))), judge(text));
    // One line is typed in; the others only move.
    let changed = text.replace("Dit wordt", "Dit alles wordt");
    kept[2].1 = line(&changed[lines(&changed).nth(2).unwrap()]);
    kept[3].0 += "alles ".len();
    assert_eq!(together(kept.iter().map(|(start, line)| (*start, line))), judge(&changed));
}

proptest! {
    #[test]
    fn any_text_is_judged_and_every_place_is_in_it(text in "([ \\n.,!?()‘’“”a-zA-Zëï'é€0-9/&@:-]|wordt |ge|indien |de |van |GS|\\u{308}|[^a]){0,60}") {
        let judged = judge(&text);
        for signal in &judged.signals {
            prop_assert!(text.get(signal.at.clone()).is_some_and(|part| !part.is_empty()));
        }
        for sentence in sentences(&text) {
            prop_assert!(text.get(sentence).is_some());
        }
        prop_assert!(judged.counts.syllables >= judged.counts.words);
    }
}
