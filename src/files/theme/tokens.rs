//! Which colour a token is: what a theme sets over what every site begins with, in light or in dark.

use super::DEFAULTS;
use crate::files::css::{Declaration, declarations};
use std::collections::HashMap;

/// A colour, as parts of light from 0 to 1.
pub type Colour = [f64; 3];

/// The tokens as a browser takes them, in light or in dark.
pub struct Tokens {
    values: HashMap<String, String>,
    dark: bool,
}

impl Tokens {
    /// With this theme over what every site begins with.
    pub fn of(theme: &str, dark: bool) -> Self {
        let declared = [DEFAULTS, theme].into_iter().flat_map(declarations).filter(|declared| holds(declared, dark));
        Self { values: declared.map(|declared| (declared.name, declared.value)).collect(), dark }
    }

    /// Whether the theme offers this mode at all.
    pub fn offered(&self) -> bool {
        let scheme = self.values.get("color-scheme").map_or("", String::as_str);
        let (light, dark) = (scheme.contains("light"), scheme.contains("dark"));
        if self.dark { dark } else { light || !dark }
    }

    /// The colour of a token, or of a value as it stands in a sheet; else what it is instead.
    pub fn colour(&self, value: &str) -> Result<Colour, String> {
        match value.starts_with("--") {
            true => self.resolve(&format!("var({value})"), 0),
            false => self.resolve(value, 0),
        }
    }

    fn resolve(&self, value: &str, depth: u8) -> Result<Colour, String> {
        let value = value.trim();
        let unreadable = || value.to_owned();
        // A token may name itself by way of others.
        if depth > 20 {
            return Err(unreadable());
        }
        if let Some([name, fallback]) = arguments(value, "var") {
            let value = self.values.get(name).map(String::as_str).unwrap_or(fallback);
            return if value.is_empty() { Err(unreadable()) } else { self.resolve(value, depth + 1) };
        }
        if let Some([light, dark]) = arguments(value, "light-dark") {
            return self.resolve(if self.dark { dark } else { light }, depth + 1);
        }
        match parse(value) {
            // What shines through it depends on where it is.
            Some(colour) if colour.a >= 0.999 => Ok([colour.r, colour.g, colour.b].map(f64::from)),
            _ => Err(unreadable()),
        }
    }
}

/// A colour that stands there as such. The library takes `12433a` for `#12433a`; browsers do not.
fn parse(value: &str) -> Option<csscolorparser::Color> {
    let bare = value.bytes().all(|b| b.is_ascii_hexdigit());
    csscolorparser::parse(value).ok().filter(|_| !bare)
}

/// Whether pages know a token of this name.
pub fn is_known(name: &str) -> bool {
    declarations(DEFAULTS).iter().any(|declared| declared.name == name)
}

/// The tokens of colours that have none with this theme, with what they have instead.
pub fn no_colours(theme: &str) -> Vec<(String, String)> {
    let mut found = Vec::new();
    for tokens in [false, true].map(|dark| Tokens::of(theme, dark)).iter().filter(|tokens| tokens.offered()) {
        let mut names: Vec<_> = tokens.values.keys().filter(|name| name.starts_with("--bs-color-")).collect();
        names.sort();
        let none =
            |name: &String| Some((name.clone(), tokens.colour(name).err().filter(|value| !may_be_colour(value))?));
        let none: Vec<_> = names.into_iter().filter(|name| is_known(name)).filter_map(none).collect();
        found.extend(none.into_iter().filter(|one| !found.contains(one)).collect::<Vec<_>>());
    }
    found
}

/// Whether a browser may know a colour that is not reckoned with here.
fn may_be_colour(value: &str) -> bool {
    const WORDS: [&str; 27] = [
        "accentcolor",
        "accentcolortext",
        "activetext",
        "buttonborder",
        "buttonface",
        "buttontext",
        "canvas",
        "canvastext",
        "currentcolor",
        "field",
        "fieldtext",
        "graytext",
        "highlight",
        "highlighttext",
        "inherit",
        "initial",
        "linktext",
        "mark",
        "marktext",
        "revert",
        "revert-layer",
        "selecteditem",
        "selecteditemtext",
        "transparent",
        "unset",
        "visitedtext",
        "buttonhighlight",
    ];
    const FUNCTIONS: [&str; 16] = [
        "rgb",
        "rgba",
        "hsl",
        "hsla",
        "hwb",
        "lab",
        "lch",
        "oklab",
        "oklch",
        "color",
        "color-mix",
        "light-dark",
        "env",
        "contrast-color",
        "device-cmyk",
        "if",
    ];
    let value = value.to_ascii_lowercase();
    match value.split_once('(') {
        Some((function, _)) => FUNCTIONS.contains(&function.trim()),
        None => WORDS.contains(&value.as_str()) || parse(&value).is_some(),
    }
}

/// The two arguments of a function; the second may be absent.
fn arguments<'a>(value: &'a str, function: &str) -> Option<[&'a str; 2]> {
    let inside = value.strip_prefix(function)?.strip_prefix('(')?.strip_suffix(')')?;
    let mut depth = 0u32;
    let comma = inside.char_indices().find(|(_, c)| {
        match c {
            '(' => depth += 1,
            ')' => depth = depth.saturating_sub(1),
            _ => {}
        }
        *c == ',' && depth == 0
    });
    let (first, second) = comma.map_or((inside, ""), |(at, _)| (&inside[..at], &inside[at + 1..]));
    Some([first.trim(), second.trim()])
}

/// Whether a declaration is about the whole page, on a screen, in this mode.
fn holds(declared: &Declaration, dark: bool) -> bool {
    let around = |prelude: &String| match prelude.strip_prefix("@media") {
        Some(media) if media.contains("prefers-color-scheme") => media.contains("dark") == dark,
        Some(media) => !["print", "forced-colors", "prefers-contrast"].iter().any(|other| media.contains(other)),
        None if prelude.starts_with('@') => !prelude.starts_with("@font-face"),
        None => prelude.split(',').any(|one| [":root", "html", "body", "*", ":where(:root)"].contains(&one.trim())),
    };
    !declared.inside.is_empty() && declared.inside.iter().all(around)
}
