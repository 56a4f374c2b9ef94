//! The style sheets, and which of them a page needs: they stand in the page itself, so what it does not use is left out.

use crate::files::css::without_comments;
use std::collections::BTreeSet;

/// A sheet and its file's name.
struct Sheet {
    name: &'static str,
    css: &'static str,
}

macro_rules! sheets {
    ($($name:literal)*) => { &[$(Sheet { name: $name, css: include_str!(concat!("../../style/", $name, ".css")) }),*] };
}

/// All of them, in the order in which they stand in a page.
const SHEETS: &[Sheet] = sheets![
    "layers" "reset" "tokens" "theme" "base" "layout" "header" "hero" "picture" "scope" "timeline" "facts" "dilemma" "tables"
    "initiatives" "badge" "card" "footer" "form" "paper" "button" "check" "receipt" "outbox" "signpost" "flow" "feedback" "looked"
    "sheet" "desk" "write" "closing" "handout" "hall" "utility"
];

/// Those that only printing needs. Browsers fetch such a file when they have all else, so no page waits for it.
const ON_PAPER: &[Sheet] = sheets!["print" "pen"];

/// Those that every page has, whatever its classes.
const ALWAYS: &[&str] = &["layers", "reset", "tokens", "theme", "base", "layout", "utility"];

/// The style of a page: the sheets that every page has, those that have a class of its HTML, and those that its apps
/// need for what they will show (`later`). A province's `theme` comes last.
pub fn of_page(html: &str, later: &[&str], theme: &str) -> String {
    let used: BTreeSet<_> = html.split("class=\"").skip(1).filter_map(|rest| rest.split('"').next()).collect();
    let used: BTreeSet<_> = used.into_iter().flat_map(str::split_ascii_whitespace).collect();
    let needed = |sheet: &&Sheet| {
        // Without comments: a name such as `theme.css` in one is no class.
        let rules = squeeze(sheet.css);
        let classes = classes(&rules);
        ALWAYS.contains(&sheet.name) || later.contains(&sheet.name) || !classes.is_disjoint(&used)
    };
    SHEETS.iter().filter(needed).map(|sheet| sheet.css).chain([theme]).map(|css| plain_first(&squeeze(css))).collect()
}

/// The style of every page on paper.
pub fn on_paper() -> String {
    ON_PAPER.iter().map(|sheet| squeeze(sheet.css)).collect()
}

/// The classes that a sheet has rules for: those with which its selectors begin. What such a rule says of other parts in
/// there is of no use without it.
fn classes(css: &str) -> BTreeSet<&str> {
    let (mut found, mut inside, mut start) = (BTreeSet::new(), Vec::new(), 0);
    for (at, c) in css.char_indices() {
        match c {
            '{' => {
                let before = css[start..at].trim();
                let is_rule = !before.starts_with('@');
                if is_rule && !inside.contains(&true) {
                    found.extend(parts(before, &[',']).into_iter().flat_map(|selector| named(first(selector.trim()))));
                }
                inside.push(is_rule);
            }
            '}' => drop(inside.pop()),
            ';' => {}
            _ => continue,
        }
        start = at + 1;
    }
    found
}

/// What comes first in a selector, before it speaks of what is in there or behind it.
fn first(selector: &str) -> &str {
    parts(selector, &[' ', '\n', '>', '+', '~']).first().copied().unwrap_or_default()
}

/// Cuts a text, but not between parentheses.
fn parts<'a>(text: &'a str, at: &[char]) -> Vec<&'a str> {
    let mut depth = 0;
    let cut = |c: char| {
        depth += i32::from(c == '(') - i32::from(c == ')');
        depth == 0 && at.contains(&c)
    };
    text.split(cut).collect()
}

/// The classes in a selector. A number such as `.5rem` is none. Of what asks for something in it (`.hero:has(.picture)`),
/// those it asks for: without them it is of no use.
fn named(text: &str) -> BTreeSet<&str> {
    let asked = text.split_once(":has(").filter(|(before, inside)| !before.contains('(') && inside.contains('.'));
    asked
        .map_or(text, |(_, inside)| inside)
        .split('.')
        .skip(1)
        .filter(|rest| rest.starts_with(|c: char| c.is_ascii_alphabetic()))
        .filter_map(|rest| rest.split(|c: char| !c.is_ascii_alphanumeric() && c != '-' && c != '_').next())
        .collect()
}

/// Takes comments and indentation out of a style sheet; brotli does the rest.
fn squeeze(css: &str) -> String {
    without_comments(css).lines().map(str::trim).filter(|line| !line.is_empty()).collect::<Vec<_>>().join("\n") + "\n"
}

/// True in a browser that knows one colour for light and dark.
const KNOWS: &str = "@supports (color: light-dark(red, red))";
const BOTH: &str = "light-dark(";
/// What tells such a browser that a page has both.
const SCHEME: [&str; 2] = ["color-scheme: light dark", "color-scheme: light"];

/// Puts plain colours before those for light and dark, in rules that hold no other rules. A browser that does not know
/// `light-dark()` (Safari before 17.5, Chrome before 123) would have no colour at all: of a variable it believes
/// anything, and finds out where it is used.
fn plain_first(css: &str) -> String {
    let (mut out, mut rest) = (String::with_capacity(css.len()), css);
    let is_both = |text: &str| text.contains(BOTH) || text.contains(SCHEME[0]);
    while let Some((before, after)) = rest.split_once('}') {
        match before.rsplit_once('{') {
            Some((head, body)) if is_both(body) => {
                let start = head.rfind(['{', '}', ';']).map_or(0, |at| at + 1);
                let (selector, plain) = (head[start..].trim(), light(body).replace(SCHEME[0], SCHEME[1]));
                let both: Vec<_> = body.split(';').map(str::trim).filter(|declaration| is_both(declaration)).collect();
                out += &format!("{head}{{{plain}}}\n{KNOWS} {{ {selector} {{ {} }} }}", both.join("; "));
            }
            _ => {
                out += before;
                out.push('}');
            }
        }
        rest = after;
    }
    out + rest
}

/// A text with only the first of each two colours.
fn light(css: &str) -> String {
    let (mut out, mut rest) = (String::with_capacity(css.len()), css);
    while let Some((before, after)) = rest.split_once(BOTH) {
        let (mut depth, mut comma, mut end) = (0, None, after.len());
        for (at, c) in after.char_indices() {
            match c {
                ')' if depth == 0 => {
                    end = at;
                    break;
                }
                '(' => depth += 1,
                ')' => depth -= 1,
                ',' if depth == 0 => comma = comma.or(Some(at)),
                _ => {}
            }
        }
        out += before;
        out += after[..comma.unwrap_or(end)].trim();
        rest = after.get(end + 1..).unwrap_or_default();
    }
    out + rest
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::{fs, path::Path};

    #[test]
    fn a_plain_colour_stands_before_one_for_light_and_dark() {
        let css = "@layer theme {\n:root { color-scheme: light dark; --a: var(--b, light-dark(rgb(1, 2, 3), #000)); --c: red; }\n}\n";
        assert_eq!(
            plain_first(css),
            "@layer theme {\n:root { color-scheme: light; --a: var(--b, rgb(1, 2, 3)); --c: red; }\n@supports (color: \
             light-dark(red, red)) { :root { color-scheme: light dark; --a: var(--b, light-dark(rgb(1, 2, 3), #000)) } }\n}\n"
        );
        let without = "a { color: red; }\nb { c { d: e } }\n";
        assert_eq!(plain_first(without), without);
    }

    #[test]
    fn every_colour_of_ours_has_a_plain_one() {
        for sheet in SHEETS {
            let css = plain_first(&squeeze(sheet.css));
            let plain = css.lines().filter(|line| !line.starts_with(KNOWS)).collect::<String>();
            assert!(!plain.contains(BOTH), "{}: a rule with `light-dark()` may hold no other rules", sheet.name);
        }
    }

    #[test]
    fn squeezing_keeps_every_rule() {
        assert_eq!(squeeze("/* a */\n@layer x {\n  a { b: c; } /* d */\n}\n"), "@layer x {\na { b: c; }\n}\n");
    }

    #[test]
    fn a_page_has_the_sheets_of_its_classes_and_no_others() {
        let style = of_page(r#"<ul class="cards wide"><li class="card">"#, &["receipt"], ".own { top: .5em; }");
        for rule in [".card {", "@layer reset,", ".receipt {", ".own {"] {
            assert!(style.contains(rule), "{rule}");
        }
        assert!(style.contains("--bs-space-2:"), "the measures belong to no class");
        assert!(!style.contains(".scope__sky {") && !style.contains(".ranking {"));
    }

    #[test]
    fn numbers_are_no_classes() {
        assert_eq!(classes(".a, .b__c--d:hover { top: .5rem; } i.e { }"), BTreeSet::from(["a", "b__c--d", "e"]));
    }

    #[test]
    fn a_sheet_is_of_the_classes_with_which_its_rules_begin() {
        let css = "@layer block {\n@media print { .a > .b, body:has(.c, .d) :is(.e) .f { g: h; > .i { j: k; } } }\n:is(.l, .m) .n { } }";
        assert_eq!(classes(css), BTreeSet::from(["a", "c", "d", "l", "m"]));
    }

    #[test]
    fn a_rule_that_asks_for_something_in_it_belongs_to_that() {
        let css = ".a:has(> .b:not(.c)) { } .d:has(:checked) { } .e:not(:has(.f)) { }";
        assert_eq!(classes(css), BTreeSet::from(["b", "c", "d", "e", "f"]));
    }

    #[test]
    fn every_file_in_the_folder_is_in_the_list() {
        let files = fs::read_dir(Path::new(env!("CARGO_MANIFEST_DIR")).join("style")).unwrap();
        let files: BTreeSet<_> = files.map(|file| file.unwrap().file_name().into_string().unwrap()).collect();
        assert_eq!(files, SHEETS.iter().chain(ON_PAPER).map(|sheet| format!("{}.css", sheet.name)).collect());
    }
}
