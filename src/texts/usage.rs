//! What is wrong with a command as it was typed, in Dutch. In English the library that reads it says it.

use super::help;
use clap::error::{ContextKind, ContextValue, ErrorKind};

/// What is wrong, and where to find more.
pub fn error(error: &clap::Error) -> String {
    let one = |kind| match error.get(kind) {
        Some(ContextValue::String(text)) => text.clone(),
        Some(ContextValue::Strings(texts)) => texts.join(", "),
        Some(ContextValue::Number(number)) => number.to_string(),
        _ => String::new(),
    };
    let [option, value] = [ContextKind::InvalidArg, ContextKind::InvalidValue].map(one);
    let what = match error.kind() {
        ErrorKind::UnknownArgument => {
            format!("“{option}” kan hier niet.{}", meant(&one(ContextKind::SuggestedArg)))
        }
        ErrorKind::InvalidSubcommand => {
            let typed = one(ContextKind::InvalidSubcommand);
            // The library's last guess is its best.
            let guesses = one(ContextKind::SuggestedSubcommand);
            format!("“{typed}” is geen opdracht.{}", meant(guesses.rsplit(", ").next().unwrap_or_default()))
        }
        ErrorKind::MissingRequiredArgument if option.contains('|') => {
            let ways = option.split('|').filter_map(|way| way.trim_start_matches('<').split([' ', '>']).next());
            format!("Er ontbreekt iets. Kies één van: {}.", ways.collect::<Vec<_>>().join(", "))
        }
        ErrorKind::MissingRequiredArgument => format!("Er ontbreekt iets: {option}. Voeg dat toe."),
        ErrorKind::MissingSubcommand | ErrorKind::DisplayHelpOnMissingArgumentOrSubcommand => {
            "Noem een opdracht, zoals check of publish.".to_owned()
        }
        ErrorKind::InvalidValue if value.is_empty() => format!("Bij {option} hoort nog iets. Typ dat erachter."),
        ErrorKind::InvalidValue => {
            format!("“{value}” kan niet bij {option}. Kies uit: {}.", one(ContextKind::ValidValue))
        }
        ErrorKind::ValueValidation => {
            let name = option.trim_start_matches('-').split([' ', '=']).next().unwrap_or_default();
            let hint = help::hint(name).unwrap_or("Kijk in de uitleg wat daar hoort.");
            format!("“{value}” kan niet bij {option}. {hint}")
        }
        ErrorKind::ArgumentConflict => {
            format!("{option} kan niet samen met {}. Haal een van de twee weg.", one(ContextKind::PriorArg))
        }
        ErrorKind::InvalidUtf8 => "Hier staat iets dat geen gewone tekst is. Typ het opnieuw.".to_owned(),
        _ => format!("Bij {option} staat te veel of te weinig. Kijk in de uitleg wat daar hoort."),
    };
    format!("{what}\nTyp `beginspraak --help` voor uitleg, of --help achter een opdracht.")
}

fn meant(suggestion: &str) -> String {
    if suggestion.is_empty() { String::new() } else { format!(" Bedoelde u {suggestion}?") }
}
