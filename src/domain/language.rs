//! The languages of the interface, and texts that exist in several of them.

use crate::domain::{
    from_json::{FromJson, from_names},
    own_json::Json,
};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// A language the interface speaks. Content may carry more; the interface around it is then Dutch.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
pub enum Language {
    /// Dutch, the default.
    #[default]
    Nl,
    /// English.
    En,
}

impl Language {
    /// Every language of the interface, the default first.
    pub const ALL: [Language; 2] = [Language::Nl, Language::En];

    /// The BCP 47 code, as in `<html lang>`.
    pub fn code(self) -> &'static str {
        match self {
            Language::Nl => "nl",
            Language::En => "en",
        }
    }

    /// The language that the menu offers instead.
    pub fn other(self) -> Self {
        match self {
            Language::Nl => Language::En,
            Language::En => Language::Nl,
        }
    }

    /// The language with this code.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|language| language.code() == code)
    }
}

/// A text in one or more languages: on the wire a string (the same everywhere) or `{"nl": "…", "en": "…"}`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(untagged)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
pub enum Localised {
    /// One text for every language, such as a name.
    Same(String),
    /// A text for each language code.
    Each(BTreeMap<String, String>),
}

impl Localised {
    /// The text in `language`; else in Dutch; else in whatever language there is.
    pub fn get(&self, language: Language) -> &str {
        match self {
            Localised::Same(text) => text,
            Localised::Each(texts) => texts
                .get(language.code())
                .or_else(|| texts.get(Language::Nl.code()))
                .or_else(|| texts.values().next())
                .map_or("", String::as_str),
        }
    }

    /// The texts, one for each language or one for all.
    pub fn each(&self) -> Vec<&str> {
        match self {
            Localised::Same(text) => vec![text],
            Localised::Each(texts) => texts.values().map(String::as_str).collect(),
        }
    }

    /// Whether there is a text of its own for `language`.
    pub fn speaks(&self, language: Language) -> bool {
        match self {
            Localised::Same(_) => true,
            Localised::Each(texts) => texts.contains_key(language.code()),
        }
    }
}

from_names!(Language { Nl = "nl", En = "en" });

impl FromJson for Localised {
    fn from_json(json: &Json) -> Option<Self> {
        match json {
            Json::Text(text) => Some(Localised::Same(text.clone())),
            Json::Object(texts) => {
                let each = texts.iter().map(|(code, text)| Some((code.clone(), text.text()?.to_owned())));
                each.collect::<Option<_>>().map(Localised::Each)
            }
            _ => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_missing_language_falls_back_to_dutch() {
        let text: Localised = serde_json::from_str(r#"{"nl":"vraag","fy":"fraach"}"#).unwrap();
        assert_eq!(text.get(Language::En), "vraag");
        assert!(!text.speaks(Language::En));
        assert_eq!(Localised::Same("Assen".into()).get(Language::En), "Assen");
    }
}
