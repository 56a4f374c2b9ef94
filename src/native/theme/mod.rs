//! The province's own theme: a file of tokens beside `site.json`, and whether people can read what it makes.
//!
//! - [`tokens`]: which colour a token is, in light and in dark.
//! - [`contrast`]: which colours meet on the pages, and how much they must differ.

mod contrast;
mod tokens;

use super::{
    content_dir::{FileFault, Problem},
    css,
};
use crate::domain::site::Site;
use std::path::Path;

/// The tokens that every site begins with.
const DEFAULTS: &str = include_str!("../../../style/theme.css");

/// What is wrong with a theme.
#[derive(Clone, Debug, PartialEq)]
pub enum ThemeFault {
    /// It would end the style element of a page.
    EndsStyle,
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
}

/// The theme of a site, whose `site.json` is this file; `None` when it has none of its own.
pub fn read(site: &Site, site_file: &Path) -> Result<Option<String>, Vec<Problem>> {
    let Some(file) = site.theme.as_ref().map(|name| site_file.with_file_name(name)) else { return Ok(None) };
    let problem = |fault| Problem { file: file.clone(), spot: None, fault };
    let css = super::content_dir::text(&file).map_err(|fault| vec![problem(fault)])?;
    let faults = faults(&css);
    if faults.is_empty() { Ok(Some(css)) } else { Err(faults.into_iter().map(FileFault::Theme).map(problem).collect()) }
}

fn faults(css: &str) -> Vec<ThemeFault> {
    let ends = css.to_ascii_lowercase().contains("</style").then_some(ThemeFault::EndsStyle);
    ends.into_iter().chain(contrast::faults(css)).collect()
}

/// What somebody should look at in a theme.
pub fn doubts(css: &str) -> Vec<ThemeDoubt> {
    let plain = css::without_comments(css).to_ascii_lowercase();
    let blocked = ["@import", "@font-face", "url(http", "url(\"http", "url('http", "url(//"];
    let blocked = blocked.into_iter().filter(|what| plain.contains(what)).map(ThemeDoubt::Blocked);
    contrast::unreadable(css).into_iter().chain(blocked).collect()
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
                ThemeFault::EndsStyle => None,
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
    fn what_a_page_would_not_take_is_said() {
        assert_eq!(faults("a { b: url(\"data:image/svg+xml,</STYLE>\") }"), [ThemeFault::EndsStyle]);
        let doubts =
            doubts("@import \"x.css\"; :root { --bs-color-text: color-mix(in srgb, red, blue) } /* @font-face */");
        let value = "color-mix(in srgb, red, blue)".to_owned();
        assert!(doubts.contains(&ThemeDoubt::Unreadable { token: "--bs-color-text", value }), "{doubts:?}");
        assert_eq!(doubts.last(), Some(&ThemeDoubt::Blocked("@import")));
    }
}
