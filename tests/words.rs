//! The words of the interface: one word for one thing, as the glossary in CONTRIBUTING.md has it. What is not used any
//! more is found here, in every sentence for residents and in the example content.

use proc_macro2::{TokenStream, TokenTree};
use regex::Regex;
use serde_json::Value;
use std::{fs, path::Path};

/// What the command says to staff has its own words: there they work on a "terugkoppeling", and quote between “ ”.
const OF_STAFF: [&str; 22] = [
    "accept", "attempt", "cli", "doubt", "erase", "expected", "export", "finding", "gather", "help", "intake", "lines",
    "marks", "picture", "publish", "slip", "stand", "system", "theme", "usage", "word", "work",
];

/// What is not said any more, and what is.
const NOT: &[(&str, &str)] = &[
    (r"(?i)terugkoppeling|terugkoppelen", "ons antwoord; tussenstand"),
    (r"(?i)\bu heeft\b|\bheeft u\b", "u hebt, hebt u"),
    (r"vóórdat", "voordat"),
    (r"(?i)\b(?:je|jij|jou|jouw|jullie)\b", "u, uw"),
    (r"(?i)\bfeedback\b", "our answer; interim answer"),
    (r"(?i)\breact(?:s|ed|ing)?\b", "respond; have your say"),
    (r"(?i)\breactions?\b", "response"),
    (r"(?i)\bterzijde\b|\bset aside\b", "niet gebruikt, not used"),
    (r#"""#, "‘ ’"),
    (r"[“”„]", "‘ ’"),
    (r"\pL'\pL|'s\b", "’"),
    (r"\?\s*\?|\? [^.!?:]*\?$", "one question in one sentence"),
];

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// Every text in a source file, without its tests.
fn texts(tokens: TokenStream, found: &mut Vec<String>) {
    let mut tests = false;
    for token in tokens {
        match token {
            TokenTree::Literal(literal) => {
                let text = literal.to_string();
                let text = text.strip_prefix('"').and_then(|text| text.strip_suffix('"'));
                found.extend(
                    text.map(|text| text.replace("\\\"", "\"").replace("\\n", "\n")).filter(|text| text.contains(' ')),
                );
            }
            TokenTree::Ident(word) if word == "tests" => tests = true,
            // A docstring is for who programs.
            TokenTree::Group(group)
                if group.to_string().starts_with("[doc") || group.to_string().starts_with("[cfg") => {}
            TokenTree::Group(group) if !tests => texts(group.stream(), found),
            TokenTree::Group(_) => tests = false,
            _ => {}
        }
    }
}

/// Every text for people in a file of content, without what somebody else wrote or called so. What a question asks is
/// left out: asked in other words it would be another revision of it.
fn said(json: &Value, key: &str, found: &mut Vec<String>) {
    match json {
        Value::String(text) if !["url", "file", "id", "slug", "format"].contains(&key) => found.push(text.clone()),
        Value::Array(list) => list.iter().for_each(|item| said(item, key, found)),
        Value::Object(fields) => {
            let own =
                fields.iter().filter(|(key, _)| !["source", "sources", "quotes", "questions"].contains(&key.as_str()));
            own.for_each(|(key, value)| said(value, key, found));
        }
        _ => {}
    }
}

fn wrong(texts: &[String], place: &str) -> Vec<String> {
    let rules: Vec<_> = NOT.iter().map(|(pattern, instead)| (Regex::new(pattern).unwrap(), instead)).collect();
    // What is filled in has a name of the code's.
    let filled_in = Regex::new(r"\{[^}]*\}").unwrap();
    let mut found = Vec::new();
    for text in texts {
        let text = filled_in.replace_all(text, "1");
        for (rule, instead) in &rules {
            found.extend(
                rule.find(&text).map(|word| format!("{place}: “{text}” says {:?}; say: {instead}", word.as_str())),
            );
        }
    }
    found
}

/// Files with this end, in a folder and below.
fn files(folder: &Path, end: &str) -> Vec<std::path::PathBuf> {
    let entries = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
    let mut found: Vec<_> = entries
        .flat_map(|path| if path.is_dir() { files(&path, end) } else { vec![path] })
        .filter(|path| path.to_str().unwrap().ends_with(end))
        .collect();
    found.sort();
    found
}

#[test]
fn every_sentence_for_residents_uses_the_words_of_the_glossary() {
    let (mut count, mut found) = (0, Vec::new());
    for file in files(&root().join("src/texts"), ".rs") {
        let name = file.file_stem().unwrap().to_str().unwrap();
        if OF_STAFF.contains(&name) {
            continue;
        }
        let mut said = Vec::new();
        texts(fs::read_to_string(&file).unwrap().parse().unwrap(), &mut said);
        count += said.len();
        found.extend(wrong(&said, name));
    }
    assert!(count > 100, "{count}");
    assert!(found.is_empty(), "\n{}", found.join("\n"));
}

#[test]
fn the_example_content_uses_them_too() {
    let public = root().join("public");
    let mut all = vec![public.join("site.json")];
    all.extend(
        ["consultations", "feedback"]
            .into_iter()
            .flat_map(|folder| files(&public.join("content").join(folder), ".json")),
    );
    let (mut count, mut found) = (0, Vec::new());
    for file in all {
        let mut texts = Vec::new();
        said(&serde_json::from_slice(&fs::read(&file).unwrap()).unwrap(), "", &mut texts);
        count += texts.len();
        found.extend(wrong(&texts, file.strip_prefix(root()).unwrap().to_str().unwrap()));
    }
    assert!(count > 200, "{count}");
    assert!(found.is_empty(), "\n{}", found.join("\n"));
}

#[test]
fn the_test_sees_each_word_that_is_gone() {
    for text in [
        "Lees de terugkoppeling.",
        "Als u heeft gereageerd",
        "Denk mee vóórdat",
        "Schrijf je verhaal",
        "Read the feedback",
        "You can react",
        "1 reaction",
        "De thema's",
        "Zeg “ja”",
        "Zeg \"ja\"",
        "Wat vindt u? En hoe dan?",
    ] {
        assert!(!wrong(&[text.to_owned()], "").is_empty(), "{text}");
    }
    for text in [
        "Lees ons antwoord.",
        "U hebt gereageerd.",
        "De thema’s: ‘bus’.",
        "Gaat de provincie er niet over? Dan zeggen we wie wel.",
    ] {
        assert_eq!(wrong(&[text.to_owned()], ""), Vec::<String>::new());
    }
    let mut found = Vec::new();
    texts(
        "/// In the doc's words\nfn a() { say(\"één twee\"); } mod tests { fn b() { say(\"drie vier\") } }"
            .parse()
            .unwrap(),
        &mut found,
    );
    assert_eq!(found, ["één twee"]);
}
