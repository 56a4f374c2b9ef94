//! A theme as somebody chooses it who knows no style sheets: a few colours and letters, and tokens that they paste. The dark view
//! and what is written on a colour follow from these, so that they can be read.

use super::{
    contrast::ratio,
    tokens::{Colour, Tokens},
};
use crate::{domain::ordered::sort_by_key, files::css::declarations};
use serde_json::{Value, json};

/// Before the choice, in the file: so that it can be chosen from again.
const MARK: &str = "/* beginspraak.theme/1 ";
/// Between what follows from the choice and what was pasted.
const PASTED: &str = "/* Geplakt */\n";

/// What was chosen.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Choice {
    /// Of headings, buttons and the foot of a page, such as `#12433a`.
    pub main: String,
    /// Of what stands out.
    pub accent: String,
    /// Of links.
    pub link: String,
    /// The letters of headings.
    pub letters: Letters,
    /// Tokens of one's own, as a style sheet or as the JSON of design tokens.
    pub pasted: String,
}

/// The letters of headings.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Letters {
    /// With serifs.
    #[default]
    Serif,
    /// Those of the device.
    Plain,
    /// Round ones.
    Round,
}

impl Letters {
    /// All of them.
    pub const ALL: [Letters; 3] = [Letters::Serif, Letters::Plain, Letters::Round];

    /// What it is called in the file.
    pub fn code(self) -> &'static str {
        match self {
            Letters::Serif => "serif",
            Letters::Plain => "plain",
            Letters::Round => "round",
        }
    }

    /// The fonts, the first that a device has.
    pub fn family(self) -> &'static str {
        match self {
            Letters::Serif => "Georgia, serif",
            Letters::Plain => "system-ui, sans-serif",
            Letters::Round => "ui-rounded, \"Hiragino Maru Gothic ProN\", Quicksand, Comfortaa, Calibri, sans-serif",
        }
    }
}

impl Default for Choice {
    fn default() -> Self {
        let colour = |name| Tokens::of("", false).colour(name).map(hex).unwrap_or_default();
        Self {
            main: colour("--bs-color-action"),
            accent: colour("--bs-color-accent"),
            link: colour("--bs-color-link"),
            letters: Letters::default(),
            pasted: String::new(),
        }
    }
}

impl Choice {
    /// What was chosen for this theme. One that was written otherwise is all pasted, over the colours that it has.
    pub fn of(css: &str) -> Self {
        let marked = css.strip_prefix(MARK).and_then(|rest| rest.split_once(" */"));
        let json: Option<Value> = marked.and_then(|(json, _)| serde_json::from_str(json).ok());
        let Some(json) = json else {
            return Self { pasted: css.to_owned(), ..Self::default() };
        };
        let word = |name: &str| json[name].as_str().unwrap_or_default().to_owned();
        let letters = Letters::ALL.into_iter().find(|one| json["letters"] == one.code()).unwrap_or_default();
        let pasted = css.split_once(PASTED).map_or("", |(_, pasted)| pasted).to_owned();
        Self { main: word("main"), accent: word("accent"), link: word("link"), letters, pasted }
    }

    /// The theme.
    pub fn css(&self) -> String {
        let Self { main, accent, link, letters, pasted } = self;
        let chosen = json!({ "main": main, "accent": accent, "link": link, "letters": letters.code() });
        let own = Tokens::of("", false);
        let colour = |text: &str, or: &str| own.colour(text).or_else(|_| own.colour(or)).unwrap_or_default();
        let (main, accent) = (colour(main, "--bs-color-action"), colour(accent, "--bs-color-accent"));
        let link = colour(link, "--bs-color-link");
        let on_dark = ["--bs-color-page", "--bs-color-field", "--bs-color-sky", "--bs-color-soft"]
            .map(|ground| Tokens::of("", true).colour(ground).unwrap_or_default());
        let dark = |colour| hex(until_seen(colour, &on_dark, WHITE));
        let (main_dark, link_dark) = (dark(main), dark(link));
        let on = |ground: Colour| hex(better(ground));
        let on_dark = own.colour(&main_dark).map(on).unwrap_or_default();
        let [main, accent, link] = [main, accent, link];
        let mut css = format!(
            "{MARK}{chosen} */\n@layer theme {{\n  :root {{\n    --bs-color-action: light-dark({0}, {main_dark});\n    \
             --bs-color-on-action: light-dark({1}, {on_dark});\n    --bs-color-heading: light-dark({0}, #f4f7ee);\n    \
             --bs-color-frame: light-dark({0}, #0a100e);\n    --bs-color-on-frame: light-dark({1}, #e9efe8);\n    \
             --bs-color-accent: {2};\n    --bs-color-on-accent: {3};\n    --bs-color-link: light-dark({4}, {link_dark});\n    \
             --bs-font-heading: {5};\n  }}\n}}\n",
            hex(main),
            on(main),
            hex(accent),
            on(accent),
            hex(link),
            letters.family(),
        );
        if !pasted.trim().is_empty() {
            css += PASTED;
            css += pasted;
        }
        css
    }

    /// The nearest colours that can be read wherever they are written, if those that were chosen can't: for headings and for links.
    pub fn nearest(&self) -> (Option<String>, Option<String>) {
        let own = Tokens::of("", false);
        let grounds = ["--bs-color-page", "--bs-color-sky", "--bs-color-soft", "--bs-color-field"]
            .map(|ground| own.colour(ground).unwrap_or_default());
        let nearest = |text: &str| {
            let now = own.colour(text).ok()?;
            let seen = until_seen(now, &grounds, [0.0; 3]);
            (seen != now).then(|| hex(seen))
        };
        (nearest(&self.main), nearest(&self.link))
    }
}

/// The colours of a theme by the names of their tokens, as they are in light or in dark.
pub fn colours(css: &str, dark: bool) -> Vec<(String, String)> {
    let tokens = Tokens::of(css, dark);
    let mut names: Vec<_> = declarations(super::DEFAULTS).into_iter().map(|declared| declared.name).collect();
    names.retain(|name| name.starts_with("--bs-color-"));
    sort_by_key(&mut names, Clone::clone);
    names.dedup();
    names.into_iter().filter_map(|name| tokens.colour(&name).ok().map(|colour| (name, hex(colour)))).collect()
}

/// What somebody pasted as a style sheet: one as it is, bare lines of tokens in a rule, or the JSON of design tokens.
pub fn pasted(text: &str) -> String {
    if let Ok(json @ Value::Object(_)) = serde_json::from_str::<Value>(text) {
        let mut lines = String::new();
        tokens(&json, "-", &mut lines);
        return format!(":root {{\n{lines}}}\n");
    }
    let text = text.trim();
    match text.starts_with("--") {
        true => format!(":root {{\n{text}\n}}\n"),
        false if text.is_empty() => String::new(),
        false => format!("{text}\n"),
    }
}

/// Design tokens in a tree: what has a value is a token, named by the way to it.
fn tokens(json: &Value, name: &str, lines: &mut String) {
    let Value::Object(fields) = json else { return };
    let value = fields.get("$value").or_else(|| fields.get("value"));
    let value =
        value.and_then(|value| value.as_str().map(str::to_owned).or_else(|| value.as_f64().map(|n| n.to_string())));
    if let Some(value) = value {
        // One token names another in braces.
        let value = match value.strip_prefix('{').and_then(|rest| rest.strip_suffix('}')) {
            Some(other) => format!("var(--{})", other.replace('.', "-")),
            None => value,
        };
        *lines += &format!("  {name}: {value};\n");
        return;
    }
    for (key, inner) in fields.iter().filter(|(key, _)| !key.starts_with('$')) {
        tokens(inner, &format!("{name}-{key}"), lines);
    }
}

const WHITE: Colour = [1.0; 3];
const TEXT: f64 = 4.5;

/// White or nearly black: what can be read better on it.
fn better(ground: Colour) -> Colour {
    let ink = Tokens::of("", false).colour("--bs-color-text").unwrap_or_default();
    if ratio(WHITE, ground) >= ratio(ink, ground) { WHITE } else { ink }
}

/// A colour, as far towards another as it takes to be read on all of these.
fn until_seen(colour: Colour, grounds: &[Colour], towards: Colour) -> Colour {
    let step = |n: u32| {
        let part = f64::from(n) / 40.0;
        let mut mixed = colour;
        for (one, other) in mixed.iter_mut().zip(towards) {
            *one += (other - *one) * part;
        }
        mixed
    };
    let is_seen = |colour: &Colour| grounds.iter().all(|ground| ratio(rounded(*colour), *ground) >= TEXT);
    (0..=40).map(step).find(is_seen).unwrap_or(towards)
}

/// As it is once it is written.
fn rounded(colour: Colour) -> Colour {
    colour.map(|part| (part * 255.0).round() / 255.0)
}

fn hex(colour: Colour) -> String {
    let [red, green, blue] = colour.map(|part| (part * 255.0).round() as u8);
    format!("#{red:02x}{green:02x}{blue:02x}")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::files::theme::faults;

    #[test]
    fn what_was_chosen_is_read_back_from_the_theme() {
        for (letters, pasted) in [(Letters::Round, ""), (Letters::Plain, ":root { --bs-radius: 0; }\n")] {
            let choice = Choice {
                main: "#003366".into(),
                accent: "#ffcc00".into(),
                link: "#154273".into(),
                letters,
                pasted: pasted.into(),
            };
            assert_eq!(Choice::of(&choice.css()), choice);
            assert_eq!(faults(&choice.css()), []);
        }
    }

    #[test]
    fn any_main_colour_can_be_read_in_the_dark_and_on_its_buttons() {
        for main in ["#000000", "#003366", "#7a0019", "#12433a", "#4b0082"] {
            let choice = Choice { main: main.into(), ..Choice::default() };
            assert_eq!(faults(&choice.css()), [], "{main}");
        }
    }

    #[test]
    fn of_a_colour_that_is_too_light_a_darker_one_is_near() {
        let light = Choice { main: "#66ccff".into(), link: "#99cc00".into(), ..Choice::default() };
        assert!(!faults(&light.css()).is_empty());
        let (Some(main), Some(link)) = light.nearest() else { panic!("both") };
        let nearest = Choice { main, link, ..light };
        assert_eq!(faults(&nearest.css()), []);
        assert_eq!(nearest.nearest(), (None, None));
    }

    #[test]
    fn tokens_are_pasted_as_lines_as_a_sheet_or_as_json() {
        assert_eq!(pasted("--bs-radius: 0;"), ":root {\n--bs-radius: 0;\n}\n");
        assert_eq!(pasted(".a { b: c }"), ".a { b: c }\n");
        let json = r##"{"utrecht": {"document": {"color": {"$type": "color", "$value": "#111111"},
            "background-color": {"value": "{brand.paper}"}}}}"##;
        let css = pasted(json);
        assert!(css.contains("--utrecht-document-color: #111111;"), "{css}");
        assert!(css.contains("--utrecht-document-background-color: var(--brand-paper);"), "{css}");
        assert_eq!(pasted("  "), "");
    }

    #[test]
    fn a_theme_that_was_written_by_hand_is_kept_whole() {
        let own = "@layer theme { :root { --bs-color-link: #00f; } }\n";
        let choice = Choice::of(own);
        assert_eq!(choice.pasted, own);
        assert!(choice.css().ends_with(own));
    }
}
