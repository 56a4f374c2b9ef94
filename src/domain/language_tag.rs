//! Language tags: any language that somebody may write in, and which way it runs. The interface speaks few of them.

use crate::domain::language::Language;
use serde::Serialize;

/// A BCP 47 tag such as `nl`, `ar` or `ku-Arab`: a language of two or three letters, then parts of at most eight.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(transparent)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
pub struct LanguageTag(
    #[cfg_attr(not(target_arch = "wasm32"), schemars(regex(pattern = r"^[A-Za-z]{2,3}(-[A-Za-z0-9]{1,8}){0,6}$")))]
    String,
);

/// The text is not a [`LanguageTag`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NotALanguageTag;

/// Which way text runs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Direction {
    /// From left to right.
    Ltr,
    /// From right to left.
    Rtl,
}

/// Scripts that run from right to left and are written today. From CLDR (`common/properties/scriptMetadata.txt`, column
/// "RTL?"), with the shapes of Syriac and the Nastaliq of Arabic (ISO 15924); scripts of antiquity are left out.
const SCRIPTS: &[&str] = &[
    "adlm", "arab", "aran", "gara", "hebr", "mand", "mend", "nkoo", "rohg", "samr", "syrc", "syre", "syrj", "syrn",
    "thaa", "yezi",
];

/// Languages of which the likely script, when none is named, is one of [`SCRIPTS`]. From CLDR
/// (`common/supplemental/likelySubtags.xml`): those that people in the Netherlands may write.
const LANGUAGES: &[&str] = &[
    "acm", "aeb", "aii", "apc", "apd", "ar", "arq", "ars", "ary", "arz", "azb", "bal", "bgn", "bqi", "ckb", "dv", "fa",
    "glk", "he", "iw", "ji", "ks", "lrc", "mzn", "nqo", "pes", "pnb", "prs", "ps", "rhg", "sd", "sdh", "skr", "syr",
    "ug", "ur", "yi",
];

/// The same, of languages that run from right to left in some countries only.
const COUNTRIES: &[(&str, &str)] =
    &[("az", "iq"), ("az", "ir"), ("kk", "cn"), ("ku", "lb"), ("pa", "pk"), ("uz", "af")];

impl TryFrom<&str> for LanguageTag {
    type Error = NotALanguageTag;

    fn try_from(text: &str) -> Result<Self, NotALanguageTag> {
        let mut parts = text.split('-');
        let language = parts.next().unwrap_or_default();
        let is_language = matches!(language.len(), 2 | 3) && language.bytes().all(|b| b.is_ascii_alphabetic());
        let is_part = |part: &str| matches!(part.len(), 1..=8) && part.bytes().all(|b| b.is_ascii_alphanumeric());
        let fits = is_language && parts.clone().count() <= 6 && parts.all(is_part);
        fits.then(|| Self(text.to_owned())).ok_or(NotALanguageTag)
    }
}

impl From<Language> for LanguageTag {
    fn from(language: Language) -> Self {
        Self(language.code().to_owned())
    }
}

impl LanguageTag {
    /// The tag, as in `lang`.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// Whether it is a tag of `language`, in whatever country: `nl-BE` is of Dutch.
    pub fn is_of(&self, language: Language) -> bool {
        self.subtags().next().is_some_and(|first| first.eq_ignore_ascii_case(language.code()))
    }

    /// Which way it runs: as its script does; if it names none, as its language most likely does.
    pub fn direction(&self) -> Direction {
        let among = |list: &[&str], part: &str| list.iter().any(|one| one.eq_ignore_ascii_case(part));
        let is_script = |part: &&str| part.len() == 4 && part.bytes().all(|b| b.is_ascii_alphabetic());
        let language = self.subtags().next().unwrap_or_default();
        let rest = || self.subtags().skip(1);
        let rtl = match rest().find(is_script) {
            Some(script) => among(SCRIPTS, script),
            None => {
                let there = |(one, country): &(&str, &str)| {
                    one.eq_ignore_ascii_case(language) && rest().any(|part| part.eq_ignore_ascii_case(country))
                };
                among(LANGUAGES, language) || COUNTRIES.iter().any(there)
            }
        };
        if rtl { Direction::Rtl } else { Direction::Ltr }
    }

    /// The parts that say what language it is. Behind a single letter come extensions and private use, which do not.
    fn subtags(&self) -> impl Iterator<Item = &str> {
        self.0.split('-').take_while(|part| part.len() > 1)
    }
}

impl Direction {
    /// As in `dir`.
    pub fn code(self) -> &'static str {
        match self {
            Direction::Ltr => "ltr",
            Direction::Rtl => "rtl",
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn runs(tag: &str) -> Direction {
        LanguageTag::try_from(tag).unwrap().direction()
    }

    #[test]
    fn languages_run_as_they_are_most_likely_written() {
        for tag in
            ["ar", "AR", "ar-MA", "ary", "he", "iw", "fa", "fa-AF", "prs", "ur", "ps", "sd", "ug", "yi", "dv", "ckb"]
        {
            assert_eq!(runs(tag), Direction::Rtl, "{tag}");
        }
        for tag in ["nl", "nl-BE", "en", "fy", "nds", "tr", "ku", "uk", "ti", "zh-Hant", "pa", "uz", "az", "so", "bn"] {
            assert_eq!(runs(tag), Direction::Ltr, "{tag}");
        }
    }

    #[test]
    fn a_script_counts_for_more_than_the_language() {
        for tag in ["ku-Arab", "ku-arab-IQ", "ms-Arab", "ff-Adlm", "tmr-Hebr", "man-Nkoo", "aii-Syrn", "pa-Aran-PK"] {
            assert_eq!(runs(tag), Direction::Rtl, "{tag}");
        }
        for tag in ["ar-Latn", "ug-Cyrl", "sd-Deva", "yi-Latn-US"] {
            assert_eq!(runs(tag), Direction::Ltr, "{tag}");
        }
    }

    #[test]
    fn a_country_says_it_for_some() {
        assert_eq!(["pa-PK", "uz-AF", "az-IR", "ku-LB"].map(runs), [Direction::Rtl; 4]);
        assert_eq!(["pa-IN", "uz-UZ", "az-AZ", "nl-IR"].map(runs), [Direction::Ltr; 4]);
    }

    #[test]
    fn cldr_says_the_same_of_every_language_and_script() {
        let cldr = icu_locale::LocaleDirectionality::new_extended();
        let theirs = |tag: &str| match cldr.get(&tag.parse().unwrap()) {
            Some(icu_locale::Direction::RightToLeft) => Some(Direction::Rtl),
            Some(icu_locale::Direction::LeftToRight) => Some(Direction::Ltr),
            _ => None,
        };
        let letters = || b'a'..=b'z';
        let pairs = letters().flat_map(|one| letters().map(move |two| format!("{}{}", one as char, two as char)));
        let named = LANGUAGES.iter().map(|&language| language.to_owned());
        let scripts = SCRIPTS.iter().copied().chain(["Latn", "Cyrl", "Deva", "Ethi", "Tfng", "Hant", "Beng"]);
        let countries = COUNTRIES.iter().map(|(language, country)| format!("{language}-{country}"));
        let tags = pairs.chain(named).chain(countries).chain(scripts.map(|script| format!("und-{script}")));
        let (mut known, mut other) = (0, Vec::new());
        for tag in tags {
            let Some(theirs) = theirs(&tag) else { continue };
            known += 1;
            if LanguageTag::try_from(&*tag).unwrap().direction() != theirs {
                other.push((tag, theirs));
            }
        }
        // Avestan, of antiquity.
        assert_eq!(other, [("ae".to_owned(), Direction::Rtl)]);
        assert!(known > 200, "{known}");
    }

    #[test]
    fn extensions_and_private_use_say_nothing() {
        assert_eq!(runs("nl-x-arab"), Direction::Ltr);
        assert_eq!(runs("ar-u-nu-latn"), Direction::Rtl);
    }

    #[test]
    fn what_is_no_tag_is_none() {
        for text in ["", "n", "Nederlands", "nl_NL", "nl-", "-nl", "n1", "nl-abcdefghi", "nl\" onclick", "nl NL", "عر"]
        {
            assert_eq!(LanguageTag::try_from(text), Err(NotALanguageTag), "{text}");
        }
        assert!(LanguageTag::try_from("nl-BE").unwrap().is_of(Language::Nl));
        assert!(!LanguageTag::try_from("nlx").unwrap().is_of(Language::Nl));
        assert!(Language::ALL.into_iter().all(|language| LanguageTag::from(language).is_of(language)));
    }
}
