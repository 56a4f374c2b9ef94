//! Which colours meet on the pages, and how much they must differ (WCAG 2.2, 1.4.3 and 1.4.11).

use super::{
    ThemeDoubt, ThemeFault,
    tokens::{Colour, Tokens},
};

/// For texts, as the smallest ones have these colours too.
const TEXT: f64 = 4.5;
/// For edges, marks and lines that one must see.
const MARK: f64 = 3.0;

/// What is written or drawn, how much it must differ, and on what it is.
const PAIRS: &[(&str, f64, &[&str])] = &[
    ("--bs-color-text", TEXT, &["--bs-color-page", "--bs-color-sky", "--bs-color-soft", "--bs-color-field"]),
    ("--bs-color-text-soft", TEXT, &["--bs-color-page", "--bs-color-sky", "--bs-color-soft", "--bs-color-field"]),
    ("--bs-color-heading", TEXT, &["--bs-color-page", "--bs-color-sky", "--bs-color-soft", "--bs-color-field"]),
    ("--bs-color-link", TEXT, &["--bs-color-page", "--bs-color-sky", "--bs-color-soft", "--bs-color-field"]),
    ("--bs-color-danger", TEXT, &["--bs-color-page"]),
    ("--bs-color-page", TEXT, &["--bs-color-danger", "--bs-color-good"]),
    ("--bs-color-on-action", TEXT, &["--bs-color-action"]),
    ("--bs-color-on-accent", TEXT, &["--bs-color-accent"]),
    ("--bs-color-on-stone", TEXT, &["--bs-color-stone"]),
    ("--bs-color-on-frame", TEXT, &["--bs-color-frame"]),
    ("--bs-color-control", MARK, &["--bs-color-page", "--bs-color-field"]),
    ("--bs-color-action", MARK, &["--bs-color-field"]),
    ("--bs-color-focus", MARK, &["--bs-color-page", "--bs-color-sky"]),
    ("--bs-color-stone", MARK, &["--bs-color-page"]),
];

/// Every pair that differs too little with this theme.
pub fn faults(theme: &str) -> Vec<ThemeFault> {
    let of_mode = |dark| {
        let tokens = Tokens::of(theme, dark);
        let pairs = PAIRS
            .iter()
            .filter(|_| tokens.offered())
            .flat_map(|(ink, needed, grounds)| grounds.iter().map(move |ground| (*ink, *ground, *needed)));
        let fault = |(ink, ground, needed)| {
            let (Ok(one), Ok(other)) = (tokens.colour(ink), tokens.colour(ground)) else { return None };
            let ratio = ratio(one, other);
            (ratio < needed).then_some(ThemeFault::Contrast { ink, ground, dark, ratio, needed })
        };
        pairs.filter_map(fault).collect::<Vec<_>>()
    };
    [false, true].into_iter().flat_map(of_mode).collect()
}

/// Every token of a pair whose colour can't be reckoned with.
pub fn unreadable(theme: &str) -> Vec<ThemeDoubt> {
    let mut names: Vec<_> = PAIRS.iter().flat_map(|(ink, _, grounds)| grounds.iter().chain([ink])).copied().collect();
    names.sort_unstable();
    names.dedup();
    let tokens = Tokens::of(theme, false);
    let doubt = |token| tokens.colour(token).err().map(|value| ThemeDoubt::Unreadable { token, value });
    names.into_iter().filter_map(doubt).collect()
}

/// By how much two colours differ, from 1 to 21.
pub(super) fn ratio(one: Colour, other: Colour) -> f64 {
    let (one, other) = (luminance(one), luminance(other));
    (one.max(other) + 0.05) / (one.min(other) + 0.05)
}

fn luminance(colour: Colour) -> f64 {
    let [red, green, blue] =
        colour.map(|part| if part <= 0.04045 { part / 12.92 } else { ((part + 0.055) / 1.055).powf(2.4) });
    0.2126 * red + 0.7152 * green + 0.0722 * blue
}
