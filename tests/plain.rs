//! How well plain Dutch is told from hard Dutch, on sets that somebody else wrote (`tests/gold/plain`). What is asserted is
//! measured on the half that nothing was tuned on.

use beginspraak::domain::plain::{self, Judged, SignalKind};
use serde_json::Value;
use std::{fmt, path::PathBuf};

/// Of how many so many are right.
struct Share {
    right: usize,
    of: usize,
}

impl Share {
    fn count(all: impl IntoIterator<Item = bool>) -> Self {
        let all: Vec<_> = all.into_iter().collect();
        Self { right: all.iter().filter(|right| **right).count(), of: all.len() }
    }

    fn percent(&self) -> f64 {
        100.0 * self.right as f64 / self.of as f64
    }
}

impl fmt::Display for Share {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:.1} % ({} of {})", self.percent(), self.right, self.of)
    }
}

fn read(name: &str) -> String {
    let path = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("tests/gold/plain").join(name);
    std::fs::read_to_string(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

fn lines(name: &str) -> Vec<Value> {
    read(name).lines().map(|line| serde_json::from_str(line).unwrap()).collect()
}

fn syllables(split: &str) -> Share {
    let words = read(&format!("syllables.{split}.tsv"));
    Share::count(words.lines().map(|line| {
        let (word, count) = line.split_once('\t').unwrap();
        plain::syllables(word).to_string() == count
    }))
}

/// Ends of sentences that are right, of all that are there or were found.
fn boundaries(split: &str) -> Share {
    Share::count(lines(&format!("sentences.{split}.jsonl")).iter().flat_map(|item| {
        let text = item["text"].as_str().unwrap();
        let mut at = 0;
        let mut end = |sentence: &Value| {
            let sentence = sentence.as_str().unwrap();
            at += text[at..].find(sentence).unwrap() + sentence.len();
            at
        };
        let gold: Vec<usize> = item["sentences"].as_array().unwrap().iter().map(&mut end).collect();
        let found: Vec<usize> = plain::sentences(text).into_iter().map(|sentence| sentence.end).collect();
        let extra = found.iter().filter(|end| !gold.contains(end)).map(|_| false).collect::<Vec<_>>();
        gold.into_iter().map(move |end| found.contains(&end)).chain(extra)
    }))
}

/// Pairs of which the one that was made plainer has the higher score.
fn pairs(split: &str) -> Share {
    let score = |text: &Value| plain::judge(text.as_str().unwrap()).counts.flesch_douma().unwrap();
    Share::count(lines(&format!("pairs.{split}.jsonl")).iter().map(|pair| score(&pair["plain"]) > score(&pair["hard"])))
}

/// Signals in texts that need none, and how many words these have.
fn flags(split: &str) -> (usize, usize) {
    let judged =
        lines(&format!("b1.{split}.jsonl")).into_iter().map(|item| plain::judge(item["text"].as_str().unwrap()));
    judged.fold((0, 0), |(flags, words), judged| (flags + judged.signals.len(), words + judged.counts.words))
}

/// Of one kind of signal: what was found of what is there, and what is right of what was found.
struct Found {
    recall: Share,
    precision: Share,
}

fn is_kind(kind: SignalKind, name: &str) -> bool {
    match kind {
        SignalKind::Passive => name == "passive",
        SignalKind::Nominal => name == "nominal",
        SignalKind::Jargon { .. } => name == "jargon",
        SignalKind::Abbreviation { .. } => name == "abbreviation",
        _ => false,
    }
}

/// The signals of a kind, as words of the text; for what is only told to be there, “is there”.
fn found(split: &str, name: &str) -> Found {
    let (mut there, mut told) = (Vec::new(), Vec::new());
    for item in lines(&format!("signals.{split}.jsonl")) {
        let text = item["text"].as_str().unwrap();
        let Judged { signals, .. } = plain::judge(text);
        let words: Vec<&str> =
            signals.into_iter().filter(|signal| is_kind(signal.kind, name)).map(|signal| &text[signal.at]).collect();
        match &item[name] {
            Value::Bool(is) => {
                there.extend(is.then_some(!words.is_empty()));
                told.extend((!words.is_empty()).then_some(*is));
            }
            gold => {
                let gold: Vec<&str> = gold.as_array().unwrap().iter().map(|word| word.as_str().unwrap()).collect();
                let same = |one: &str, other: &str| one.contains(other) || other.contains(one);
                there.extend(gold.iter().map(|word| words.iter().any(|found| same(word, found))));
                told.extend(words.iter().map(|found| gold.iter().any(|word| same(word, found))));
            }
        }
    }
    Found { recall: Share::count(there), precision: Share::count(told) }
}

#[test]
fn plain_dutch_is_told_from_hard_dutch() {
    for split in ["tune", "report"] {
        let (syllables, boundaries, pairs) = (syllables(split), boundaries(split), pairs(split));
        let (flags, words) = flags(split);
        let rate = 100.0 * flags as f64 / words as f64;
        println!("{split}: syllables {syllables}; ends of sentences {boundaries}; plainer ranks plainer {pairs}");
        println!("{split}: signals in B1 texts {rate:.2} per 100 words ({flags} in {words})");
        let kinds = ["passive", "nominal", "jargon", "abbreviation"].map(|name| (name, found(split, name)));
        for (name, found) in &kinds {
            println!("{split}: {name}: found {}; right {}", found.recall, found.precision);
        }
        if split == "report" {
            assert!(syllables.of >= 500 && syllables.percent() >= 98.0, "{syllables}");
            assert!(boundaries.of >= 250 && boundaries.percent() >= 99.0, "{boundaries}");
            assert!(pairs.of >= 40 && pairs.percent() >= 90.0, "{pairs}");
            assert!(words >= 3000 && rate <= 1.0, "{rate}");
            for (name, found) in kinds {
                assert!(found.recall.percent() >= 90.0, "{name}: {}", found.recall);
                assert!(found.precision.percent() >= 95.0, "{name}: {}", found.precision);
            }
        }
    }
}

#[test]
fn a_text_of_one_line_is_judged_in_time_that_grows_with_it() {
    let text: String =
        lines("pairs.tune.jsonl").iter().map(|pair| pair["hard"].as_str().unwrap().to_owned() + " ").collect();
    let signals = |times: usize| plain::judge(&text.repeat(times)).signals.len();
    let seconds = |times: usize| {
        let best = (0..3).map(|_| {
            let start = std::time::Instant::now();
            assert!(signals(times) > 0);
            start.elapsed()
        });
        best.min().unwrap().as_secs_f64()
    };
    signals(1);
    let (one, eight) = (seconds(1), seconds(8));
    println!(
        "{} words: {:.1} ms; eight times as many: {:.1} ms",
        plain::judge(&text).counts.words,
        one * 1e3,
        eight * 1e3
    );
    // Eight if it is linear, 64 if it is not.
    assert!(eight < one * 24.0, "{one} {eight}");
}
