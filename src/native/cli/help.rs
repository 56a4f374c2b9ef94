//! Reading the command line in the language that it asks for: its help, and what is wrong with it, too.

use super::Cli;
use crate::{
    domain::language::Language,
    texts::{help as t, usage},
};
use clap::{Arg, ArgAction, Command, CommandFactory, FromArgMatches, builder::Str, error::ErrorKind};
use std::{ffi::OsString, process::ExitCode};

const TEMPLATE: &str = "{about-with-newline}\nGebruik: {usage}\n\n{all-args}{after-help}";

/// What was typed; else what to end with, after having said why.
pub fn parse(typed: impl IntoIterator<Item = OsString>) -> Result<Cli, ExitCode> {
    let mut typed: Vec<_> = typed.into_iter().collect();
    // "beginspraak help check" asks the same as "beginspraak check --help".
    if typed.get(1).is_some_and(|word| word == "help") {
        typed.remove(1);
        typed.push("--help".into());
    }
    let language = asked(&typed);
    let matches = command(language).try_get_matches_from(typed);
    matches.and_then(|mut matches| Cli::from_arg_matches_mut(&mut matches)).map_err(|error| say(language, &error))
}

/// The language decides what the help and every error says, so it is looked for first.
fn asked(typed: &[OsString]) -> Language {
    let mut words = typed.iter().filter_map(|word| word.to_str());
    while let Some(word) = words.next() {
        let code = if word == "--lang" { words.next() } else { word.strip_prefix("--lang=") };
        if let Some(language) = code.and_then(Language::from_code) {
            return language;
        }
    }
    Language::default()
}

fn say(language: Language, error: &clap::Error) -> ExitCode {
    let help = matches!(error.kind(), ErrorKind::DisplayHelp | ErrorKind::DisplayVersion);
    match (language, error.kind()) {
        (Language::Nl, kind) if !help && kind != ErrorKind::DisplayHelpOnMissingArgumentOrSubcommand => {
            eprintln!("{}", usage::error(error));
        }
        // Where nobody reads any more there is nobody to tell.
        _ => drop(error.print()),
    }
    if help { ExitCode::SUCCESS } else { ExitCode::from(2) }
}

/// The whole command line, in this language.
pub fn command(language: Language) -> Command {
    match language {
        Language::En => Cli::command(),
        Language::Nl => {
            let version = Arg::new("version").short('V').long("version").action(ArgAction::Version);
            dutch(Cli::command().disable_version_flag(true).arg(version), "")
        }
    }
}

/// A command with all its help in Dutch.
fn dutch(mut command: Command, name: &str) -> Command {
    let commands: Vec<_> = command.get_subcommands().map(|sub| sub.get_name().to_owned()).collect();
    for sub in commands {
        command = command.mut_subcommand(&sub, |command| dutch(command, &sub));
    }
    let help = Arg::new("help").short('h').long("help").action(ArgAction::Help);
    command = command.disable_help_flag(true).disable_help_subcommand(true).arg(help);
    command = command.mut_args(|arg| option(arg, name));
    let examples = command.get_after_help().map(ToString::to_string).unwrap_or_default();
    let examples: String =
        examples.lines().filter(|line| line.starts_with("  ")).map(|line| format!("{line}\n")).collect();
    let after = format!("Voorbeelden:\n{examples}\n{}", t::after(name).unwrap_or_default());
    if let Some(about) = t::about(name) {
        command = command.about(about);
    }
    command =
        command.after_help(after.trim_end().to_owned()).subcommand_help_heading("Opdrachten").help_template(TEMPLATE);
    let bin = if name.is_empty() { "beginspraak".to_owned() } else { format!("beginspraak {name}") };
    let usage = command.clone().bin_name(bin).render_usage().to_string();
    let usage = usage.trim_start_matches("Usage: ").replace("[OPTIONS]", "[OPTIES]").replace("<COMMAND>", "<OPDRACHT>");
    command.override_usage(usage)
}

fn option(arg: Arg, command: &str) -> Arg {
    let takes = arg.get_action().takes_values();
    let mut text = match t::option(command, arg.get_id().as_str()) {
        Some(text) => text.to_owned(),
        None => arg.get_help().map(ToString::to_string).unwrap_or_default(),
    };
    let (defaults, choices) = (arg.get_default_values(), arg.get_possible_values());
    if takes && !choices.is_empty() {
        let names: Vec<_> = choices.iter().map(|choice| choice.get_name()).collect();
        text += &format!(" [kies uit: {}]", names.join(", "));
    }
    if takes && let Some(default) = defaults.first() {
        text += &format!(" [anders: {}]", default.to_string_lossy());
    }
    let names = arg.get_value_names().unwrap_or_default();
    let names: Vec<_> = names.iter().map(|name| t::value(name).map_or_else(|| name.clone(), Str::from)).collect();
    let heading = if arg.is_positional() { "Wat u noemt" } else { "Opties" };
    let arg = arg.help(text).help_heading(heading);
    if !takes {
        return arg;
    }
    let arg = arg.hide_default_value(true).hide_possible_values(true);
    if names.is_empty() { arg } else { arg.value_names(names) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_command_and_option_has_help_in_dutch() {
        let command = command(Language::Nl);
        command.clone().debug_assert();
        for sub in command.get_subcommands() {
            let name = sub.get_name();
            assert!(t::about(name).is_some(), "{name}");
            for arg in sub.get_arguments().filter(|arg| !arg.is_hide_set()) {
                assert!(t::option(name, arg.get_id().as_str()).is_some(), "beginspraak {name}: {}", arg.get_id());
            }
            let shown = sub.clone().render_help().to_string();
            for english in ["Usage", "Options", "Examples", "default", "possible", "Print", "DIR", "FILE"] {
                assert!(!shown.contains(english), "{english}: {shown}");
            }
            assert!(shown.contains("Gebruik: beginspraak") && shown.contains("Voorbeelden:\n  beginspraak"), "{shown}");
        }
    }

    #[test]
    fn the_language_is_known_before_anything_else_is() {
        let of = |typed: &[&str]| asked(&typed.iter().map(OsString::from).collect::<Vec<_>>());
        assert_eq!(of(&["beginspraak", "chekc", "--lang", "en"]), Language::En);
        assert_eq!(of(&["beginspraak", "--lang=en", "--help"]), Language::En);
        assert_eq!(of(&["beginspraak", "--lang", "fy", "--help"]), Language::Nl);
        assert_eq!(of(&["beginspraak"]), Language::Nl);
    }

    #[test]
    fn what_was_typed_wrongly_is_said_in_dutch() {
        let wrong = |typed: &[&str]| {
            let typed = ["beginspraak"].iter().chain(typed);
            usage::error(&command(Language::Nl).try_get_matches_from(typed).unwrap_err())
        };
        for (typed, said) in [
            (&["chekc"][..], "“chekc” is geen opdracht. Bedoelde u check?"),
            (&["check", "x", "--bsae", "/"], "“--bsae” kan hier niet. Bedoelde u --base?"),
            (&["check"], "Er ontbreekt iets: <MAP>. Voeg dat toe."),
            (&["decide", "x"], "Er ontbreekt iets. Kies één van: --from, --to, --undo, --redo."),
            (&["check", "x", "--base"], "Bij --base <PAD> hoort nog iets."),
            (&["check", "x", "--base", "https://a/"], "“https://a/” kan niet bij --base <PAD>. Geef een pad zoals /"),
            (&["check", "x", "--lang", "fy"], "“fy” kan niet bij --lang <TAAL>. Kies nl of en."),
            (&["sign-intake", "--explain", "azure"], "“azure” kan niet bij --explain <AANBIEDER>. Kies uit: aws, ovh,"),
            (&["check", "x", "y"], "“y” kan hier niet."),
        ] {
            let told = wrong(typed);
            assert!(told.starts_with(said), "{typed:?}: {told}");
        }
    }
}
