//! The province's own theme: a file of tokens beside `site.json`, and whether people can read what it makes.
//!
//! - [`tokens`]: which colour a token is, in light and in dark.
//! - [`choice`]: one that is chosen from a few colours.
//! - [`contrast`]: which colours meet on the pages, and how much they must differ.

pub mod choice;
mod contrast;
mod tokens;

use super::css;

/// The tokens that every site begins with.
const DEFAULTS: &str = include_str!("../../../style/theme.css");

/// What is wrong with a theme.
#[derive(Clone, Debug, PartialEq)]
pub enum ThemeFault {
    /// It would end the style element of a page.
    EndsStyle,
    /// A colour is none, so what has it is not drawn or can't be read.
    NoColour {
        /// The token.
        token: String,
        /// What it is.
        value: String,
    },
    /// Two colours that meet differ too little to be read.
    Contrast {
        /// What is written or drawn.
        ink: &'static str,
        /// What it is on.
        ground: &'static str,
        /// Whether in dark mode.
        dark: bool,
        /// By how much they differ.
        ratio: f64,
        /// How much is needed.
        needed: f64,
    },
}

/// What may be wrong with a theme.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ThemeDoubt {
    /// A colour that can't be reckoned with.
    Unreadable {
        /// The token.
        token: &'static str,
        /// What it is.
        value: String,
    },
    /// A page lets nothing come from elsewhere.
    Blocked(&'static str),
    /// There is no token of this name, so it does nothing.
    UnknownToken(String),
    /// A colour that is set past the tokens: what it meets is not known.
    PastTokens {
        /// For what.
        selector: String,
        /// Which property.
        property: String,
    },
}

/// What is wrong with a theme.
pub fn faults(css: &str) -> Vec<ThemeFault> {
    let ends = css.to_ascii_lowercase().contains("</style").then_some(ThemeFault::EndsStyle);
    let none = tokens::no_colours(css).into_iter().map(|(token, value)| ThemeFault::NoColour { token, value });
    ends.into_iter().chain(none).chain(contrast::faults(css)).collect()
}

/// What somebody should look at in a theme.
pub fn doubts(css: &str) -> Vec<ThemeDoubt> {
    let plain = css::without_comments(css).to_ascii_lowercase();
    let blocked = ["@import", "@font-face", "url(http", "url(\"http", "url('http", "url(//"];
    let blocked = blocked.into_iter().filter(|what| plain.contains(what)).map(ThemeDoubt::Blocked);
    contrast::unreadable(css).into_iter().chain(blocked).chain(declared(css)).collect()
}

/// What a sheet declares that pages do not know, or that is reckoned with by nobody.
fn declared(css: &str) -> Vec<ThemeDoubt> {
    const COLOURS: [&str; 4] = ["color", "background", "background-color", "opacity"];
    let doubt = |declared: css::Declaration| {
        let selector = declared.inside.last().filter(|prelude| !prelude.starts_with('@'))?.clone();
        let property = declared.name.to_ascii_lowercase();
        if COLOURS.contains(&property.as_str()) {
            return Some(ThemeDoubt::PastTokens { selector, property });
        }
        let unknown = declared.name.starts_with("--bs-") && !tokens::is_known(&declared.name);
        unknown.then_some(ThemeDoubt::UnknownToken(declared.name))
    };
    let mut doubts = Vec::new();
    for doubt in css::declarations(css).into_iter().filter_map(doubt) {
        if !doubts.contains(&doubt) {
            doubts.push(doubt);
        }
    }
    doubts
}

#[cfg(test)]
mod tests {
    use super::*;
    use tokens::Tokens;

    #[test]
    fn the_built_in_theme_can_be_read_everywhere_in_light_and_in_dark() {
        assert_eq!(faults(""), []);
        assert_eq!(doubts(""), []);
        for dark in [false, true] {
            assert!(Tokens::of("", dark).colour("--bs-color-page").is_ok());
        }
    }

    #[test]
    fn too_little_contrast_is_told_with_the_pair_and_both_numbers() {
        let of = |css: &str| {
            let faults = faults(css);
            let pairs = faults.iter().filter_map(|fault| match fault {
                ThemeFault::Contrast { ink, ground, dark, ratio, .. } => {
                    Some((*ink, *ground, *dark, (ratio * 100.0).round()))
                }
                ThemeFault::EndsStyle | ThemeFault::NoColour { .. } => None,
            });
            pairs.collect::<Vec<_>>()
        };
        // The ratio of #777 on white is 4.48, as every table of contrasts says.
        let grey = of(":root { color-scheme: light; --bs-color-page: white; --bs-color-text-soft: #777 }");
        assert!(grey.contains(&("--bs-color-text-soft", "--bs-color-page", false, 448.0)), "{grey:?}");
        assert!(grey.iter().all(|(.., dark, _)| !dark), "dark is not offered: {grey:?}");
        for colour in
            ["rgb(119 119 119)", "hsl(0, 0%, 46.67%)", "light-dark(#777, #fff)", "var(--mine)", "var(--none, #777)"]
        {
            let css = format!(
                "@layer x {{ :root {{ color-scheme: light; --mine: #777777; --bs-color-page: #fff; --bs-color-text-soft: {colour}; }} }}"
            );
            assert!(of(&css).contains(&("--bs-color-text-soft", "--bs-color-page", false, 448.0)), "{colour}");
        }
        let dark = of("@media (prefers-color-scheme: dark) { :root { --utrecht-document-color: #333 } }");
        assert!(
            !dark.is_empty() && dark.iter().all(|(ink, _, dark, _)| *ink == "--bs-color-text" && *dark),
            "{dark:?}"
        );
        assert_eq!(of(".elsewhere { --bs-color-text: #fff } @media print { :root { --bs-color-text: #fff } }"), []);
    }

    #[test]
    fn a_colour_that_is_none_is_found_and_one_that_is_only_clever_is_not() {
        let none = |value: &str| {
            let css = format!(":root {{ --bs-color-line: {value}; }}");
            faults(&css).iter().filter(|fault| matches!(fault, ThemeFault::NoColour { .. })).count()
        };
        for value in ["#12g", "groen", "12433a", "", "16px", "url(x.png)", "linear-gradient(red, blue)", "var(--none)"]
        {
            assert_eq!(none(value), 1, "{value}");
        }
        for value in [
            "#12433a",
            "green",
            "CanvasText",
            "currentColor",
            "transparent",
            "color-mix(in srgb, red, blue)",
            "rgb(0 0 0 / 50%)",
            "oklch(50% 0.1 20)",
        ] {
            assert_eq!(none(value), 0, "{value}");
        }
        let by_way_of = faults(":root { --utrecht-document-color: blauw }");
        let fault = ThemeFault::NoColour { token: "--bs-color-text".to_owned(), value: "blauw".to_owned() };
        assert!(by_way_of.contains(&fault), "{by_way_of:?}");
    }

    #[test]
    fn what_is_set_past_the_tokens_and_names_that_are_none_are_asked_about() {
        let css = "@layer x { body { color: #999; background: white } a:hover { COLOR: red } body { color: #888 } }
            :root { color-scheme: light; --bs-colour-text: red; --mine: 1; --bs-radius: 0 }";
        let past = |selector: &str, property: &str| ThemeDoubt::PastTokens {
            selector: selector.to_owned(),
            property: property.to_owned(),
        };
        let unknown = ThemeDoubt::UnknownToken("--bs-colour-text".to_owned());
        assert_eq!(doubts(css), [past("body", "color"), past("body", "background"), past("a:hover", "color"), unknown]);
    }

    #[test]
    fn what_a_page_would_not_take_is_said() {
        assert_eq!(faults("a { b: url(\"data:image/svg+xml,</STYLE>\") }"), [ThemeFault::EndsStyle]);
        let doubts =
            doubts("@import \"x.css\"; :root { --bs-color-text: color-mix(in srgb, red, blue) } /* @font-face */");
        let value = "color-mix(in srgb, red, blue)".to_owned();
        assert!(doubts.contains(&ThemeDoubt::Unreadable { token: "--bs-color-text", value }), "{doubts:?}");
        assert_eq!(doubts.last(), Some(&ThemeDoubt::Blocked("@import")));
    }
}
