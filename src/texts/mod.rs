//! What is said on screens and by the command, in Dutch (B1, "u") and English: a file for each thing that is spoken of.
//! Only `cargo xtask`, which developers use, has words of its own.

/// `say! { /// doc  name: "Nederlands", "English"; }` makes `pub fn name(language: Language) -> &'static str`.
macro_rules! say {
    ($($(#[$doc:meta])* $name:ident: $nl:literal, $en:literal;)*) => {$(
        $(#[$doc])*
        pub fn $name(language: $crate::domain::language::Language) -> &'static str {
            match language {
                $crate::domain::language::Language::Nl => $nl,
                $crate::domain::language::Language::En => $en,
            }
        }
    )*};
}

pub mod accept;
pub mod answer;
pub mod attempt;
pub mod away;
pub mod bucket;
pub mod cli;
pub mod closing;
pub mod desk;
pub mod differences;
pub mod doubt;
pub mod erase;
pub mod erasing;
pub mod expected;
pub mod export;
pub mod feedback;
pub mod fetch;
pub mod fields;
pub mod finding;
pub mod folder;
pub mod form;
pub mod gate;
pub mod gather;
pub mod hall;
pub mod handout;
pub mod help;
pub mod idea;
pub mod intake;
pub mod join;
pub mod lines;
pub mod lookup;
pub mod marks;
pub mod mending;
pub mod outbox;
pub mod overview;
pub mod own_site;
pub mod page;
pub mod paper;
pub mod personal;
pub mod photo;
pub mod picture;
pub mod placing;
pub mod plain;
pub mod practice;
pub mod problem;
pub mod publish;
pub mod publishing;
pub mod ready;
pub mod sending;
pub mod signpost;
pub mod site;
mod site_fields;
pub mod slip;
pub mod stand;
pub mod stay;
pub mod system;
pub mod theme;
pub mod typing;

// Native, as it puts into Dutch what `clap` says of a command line.
#[cfg(not(target_arch = "wasm32"))]
pub mod usage;
pub mod word;
pub mod work;
pub mod writing;

/// A number with its noun: "1 teken", "12 tekens".
fn counted(count: usize, one: &str, more: &str) -> String {
    format!("{count} {}", if count == 1 { one } else { more })
}

/// A number of characters.
fn characters(language: crate::domain::language::Language, count: usize) -> String {
    match language {
        crate::domain::language::Language::Nl => counted(count, "teken", "tekens"),
        crate::domain::language::Language::En => counted(count, "character", "characters"),
    }
}

/// One of two sentences.
fn pick(language: crate::domain::language::Language, nl: &str, en: &str) -> String {
    match language {
        crate::domain::language::Language::Nl => nl,
        crate::domain::language::Language::En => en,
    }
    .to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        domain::{
            day::Day,
            language::Language::{En, Nl},
            problem::Fault,
            reaction::Misfit,
        },
        files::{
            content::{
                Problems,
                days::Odd,
                doubt::{Doubt, What},
            },
            gather::{Summary, marks::Marks},
            release::{Done, Put},
        },
    };

    /// A "1" that stands before a word in the plural.
    fn wrong(text: &str) -> Option<String> {
        // They end like a plural, and are none.
        const ONE: [&str; 2] = ["gevonden", "teken"];
        let words: Vec<_> = text.split(|c: char| !c.is_alphanumeric()).collect();
        let plural =
            |word: &str| word.len() > 3 && !ONE.contains(&word) && (word.ends_with('s') || word.ends_with("en"));
        words.windows(2).find(|two| two[0] == "1" && plural(two[1])).map(|two| two.join(" "))
    }

    #[test]
    fn one_of_something_is_never_in_the_plural() {
        let day = Day::try_from("2026-11-22").unwrap();
        let to = std::path::Path::new("uit");
        let problems = Problems { list: Vec::new(), files: 1 };
        let marks = Marks { misfits: vec![(Misfit::NoDay, 1)], tests: 1, unconfirmed: 1, refused: 1 };
        let put = Put { new: 1, changed: 1, gone: 1, left: Vec::new() };
        for language in [Nl, En] {
            let doubt = |odd| doubt::line(language, &Doubt { file: "dorp.json".into(), what: What::Day(odd) });
            let mut texts = vec![
                feedback::reactions(language, 1),
                feedback::places_note(language, 1),
                feedback::in_their_words(language, 1),
                feedback::lead(language, 1, 1),
                feedback::published(language, day, 1, 1, true),
                feedback::more_steps(language, 1),
                feedback::learned_more(language, 1),
                signpost::more(language, 1),
                signpost::legend(language, 1),
                feedback::redacted(language, crate::domain::feedback::Redaction { quotes: 1, on: day }),
                outbox::banner(language, 1),
                outbox::banner_refused(language, 1),
                page::scope_picture(1, 1, 1, language),
                lookup::looked_up(language, 1, 1),
                cli::serving(language, 1),
                cli::stopped(language, 1),
                cli::problem_count(language, &problems),
                export::done(language, 1, to),
                gather::summary(language, &Summary { new: 1, total: 1, ..Summary::default() }, to),
                intake::explain_lifecycle(language, 1),
                page::minutes(1, language),
                publish::done(language, to, &Done { pages: 1, files: 1, first: false, put: &put }),
                characters(language, 1),
                finding::sentence(language, &crate::files::read::Cause::Count { min: 1, max: 1, has: 1 }),
                problem::sentence(language, &Fault::TooMany { max: 1, has: 2 }),
            ];
            texts.extend(marks::lines(language, &marks));
            texts.extend([Odd::Short(1), Odd::Long(1), Odd::LongWait(1), Odd::NoTimeToRead(day)].map(doubt));
            for text in texts {
                assert_eq!(wrong(&text), None, "{text}");
            }
        }
        for (text, what) in
            [("Er zijn 1 reacties.", "1 reacties"), ("Nog 1 tekens.", "1 tekens"), ("1 dagen", "1 dagen")]
        {
            assert_eq!(wrong(text).as_deref(), Some(what));
        }
    }
}
