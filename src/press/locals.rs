//! Gives what only the script of an app itself knows a short name. It is done by words, not by scopes: each name of ours gets one of
//! its own, everywhere, and a name that may be more than that (a property, a key, part of a text, what others import) stays.

use std::collections::{BTreeMap, BTreeSet};

/// What the module is called in the script: who squeezes looks for it, also a second time.
const MODULE: &str = "wasm";
/// What stands before a name that is made here, and before no other.
const MARK: char = '$';
/// Shorter ones are short enough.
const SHORT: usize = 2;

/// The script with short names. One that has some already stays as it is.
pub(super) fn shortened(script: &str) -> String {
    let (words, mut stay) = read(script);
    stay.insert(MODULE);
    let is_ours = |name: &&str| name.len() > SHORT && !stay.contains(name);
    let ours: BTreeSet<_> = declared(script, &words).into_iter().filter(is_ours).collect();
    if words.iter().any(|word| word.text.starts_with(MARK)) {
        return script.to_owned();
    }
    let mut counts: BTreeMap<&str, usize> = BTreeMap::new();
    for word in words.iter().filter(|word| ours.contains(word.text)) {
        *counts.entry(word.text).or_default() += 1;
    }
    // What stands there most gets the shortest; of what stands there as often, the first by its letters.
    let mut order: Vec<_> = counts.into_iter().collect();
    order.sort_by_key(|(_, count)| std::cmp::Reverse(*count));
    let names: BTreeMap<_, _> =
        order.into_iter().enumerate().map(|(at, (name, _))| (name, format!("{MARK}{}", short(at)))).collect();
    let (mut shorter, mut from) = (String::with_capacity(script.len()), 0);
    for word in &words {
        if let Some(name) = names.get(word.text) {
            shorter = shorter + &script[from..word.start] + name;
            from = word.start + word.text.len();
        }
    }
    shorter + &script[from..]
}

/// A word of the code.
struct Word<'a> {
    start: usize,
    text: &'a str,
}

/// The words of the code, and those that have to stay.
fn read(script: &str) -> (Vec<Word<'_>>, BTreeSet<&str>) {
    let (mut words, mut stay, mut quote, mut at) = (Vec::new(), BTreeSet::new(), None, 0);
    while let Some(c) = script[at..].chars().next() {
        if !is_word(c) {
            quote = match quote {
                Some(open) if open == c => None,
                None if ['"', '\'', '`'].contains(&c) => Some(c),
                same => same,
            };
            // What is escaped ends no text.
            let escaped = if c == '\\' && quote.is_some() { script[at + 1..].chars().next() } else { None };
            at += c.len_utf8() + escaped.map_or(0, char::len_utf8);
            continue;
        }
        let end = script[at..].find(|c| !is_word(c)).map_or(script.len(), |length| at + length);
        let text = &script[at..end];
        let (before, behind) = (script[..at].trim_end_matches(' '), script[end..].trim_start_matches(' '));
        let line = &script[script[..at].rfind('\n').map_or(0, |end| end + 1)..at];
        let is_short_for_a_field = |open: &[char], close: &[char]| before.ends_with(open) && behind.starts_with(close);
        if quote.is_some()
            || before.ends_with('.')
            || behind.starts_with(':')
            || line.starts_with("export")
            || text == "export"
            || is_short_for_a_field(&['{'], &['}', ','])
            || is_short_for_a_field(&[','], &['}'])
        {
            stay.insert(text);
        }
        if quote.is_none() {
            words.push(Word { start: at, text });
        }
        at = end;
    }
    (words, stay)
}

/// What the script itself names: functions, what they are given, and what they keep.
fn declared<'a>(script: &'a str, words: &[Word<'a>]) -> BTreeSet<&'a str> {
    let mut found = BTreeSet::new();
    for pair in words.windows(2) {
        let between = &script[pair[0].start + pair[0].text.len()..pair[1].start];
        if ["function", "const", "let", "var", "class"].contains(&pair[0].text) && between == " " {
            found.insert(pair[1].text);
        }
    }
    for (at, _) in script.match_indices("function") {
        let Some((head, rest)) = script[at..].split_once('(') else { continue };
        if head.chars().all(|c| is_word(c) || c == ' ') {
            let given = rest.split(')').next().unwrap_or_default();
            found.extend(given.split(", ").filter(|name| !name.is_empty() && name.chars().all(is_word)));
        }
    }
    found
}

/// Whether it can stand in the name of something.
pub(super) fn is_word(c: char) -> bool {
    c.is_ascii_alphanumeric() || c == '_' || c == '$'
}

/// A short name for each number.
pub(super) fn short(mut number: usize) -> String {
    let mut name = String::new();
    loop {
        name.push(char::from(b"abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ"[number % 52]));
        match number / 52 {
            0 => return name,
            more => number = more - 1,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_of_its_own_become_short_everywhere() {
        let script = "let wasm;\nfunction getObject(index) { return heap[index]; }\nconst heap = [];\n\
                      export function next(piece) {\nconst value = wasm.next(piece, getObject(heap));\nreturn value !== 0;\n}\n";
        assert_eq!(
            shortened(script),
            "let wasm;\nfunction $b($c) { return $a[$c]; }\nconst $a = [];\n\
             export function next(piece) {\nconst $d = wasm.next(piece, $b($a));\nreturn $d !== 0;\n}\n"
        );
    }

    #[test]
    fn what_may_be_more_than_a_name_stays() {
        for script in [
            "const state = 1;\nif (a.state) b(state);\n",
            "const state = 1;\nf({ state: state });\n",
            "const state = 1;\nf({ state });\n",
            "const state = 1;\nf({ other, state });\n",
            "function f(module_or_path) {\n({module_or_path} = module_or_path);\n}\n",
            "const state = 1;\nf(\"in this state\", state);\n",
            "const state = 1;\nf(`${state}`, 'it\\'s', state);\n",
            "const state = 1;\nexport { state };\n",
            "const state = $a;\n",
        ] {
            assert_eq!(shortened(script), script);
        }
    }

    #[test]
    fn once_more_it_is_the_same() {
        let once = shortened("const value = 1;\nother(value);\n");
        assert_eq!(once, "const $a = 1;\nother($a);\n");
        assert_eq!(shortened(&once), once);
    }
}
