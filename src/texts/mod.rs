//! Every sentence on a screen, in Dutch (B1, "u") and English: one file for each part of the product.

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

#[cfg(not(target_arch = "wasm32"))]
pub mod answer;
#[cfg(not(target_arch = "wasm32"))]
pub mod attempt;
#[cfg(not(target_arch = "wasm32"))]
pub mod cli;
#[cfg(not(target_arch = "wasm32"))]
pub mod doubt;
#[cfg(not(target_arch = "wasm32"))]
pub mod expected;
#[cfg(not(target_arch = "wasm32"))]
pub mod export;
pub mod feedback;
#[cfg(not(target_arch = "wasm32"))]
pub mod finding;
pub mod form;
#[cfg(not(target_arch = "wasm32"))]
pub mod gather;
#[cfg(not(target_arch = "wasm32"))]
pub mod help;
#[cfg(not(target_arch = "wasm32"))]
pub mod intake;
pub mod lookup;
#[cfg(not(target_arch = "wasm32"))]
pub mod marks;
pub mod outbox;
pub mod page;
pub mod personal;
pub mod problem;
#[cfg(not(target_arch = "wasm32"))]
pub mod publish;
#[cfg(not(target_arch = "wasm32"))]
pub mod site;
#[cfg(not(target_arch = "wasm32"))]
pub mod slip;
pub mod stay;
#[cfg(not(target_arch = "wasm32"))]
pub mod theme;
#[cfg(not(target_arch = "wasm32"))]
pub mod usage;
#[cfg(not(target_arch = "wasm32"))]
pub mod word;
#[cfg(not(target_arch = "wasm32"))]
pub mod work;

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
#[cfg(not(target_arch = "wasm32"))]
fn pick(language: crate::domain::language::Language, nl: &str, en: &str) -> String {
    match language {
        crate::domain::language::Language::Nl => nl,
        crate::domain::language::Language::En => en,
    }
    .to_owned()
}
