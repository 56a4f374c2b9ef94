//! Questions that changed against the release while their revision did not go up. Reactions name the revision they
//! answer, so two sets of questions must never have the same number.

use super::{Behind, Changed, How, Published};
use crate::{
    domain::{consultation::HIGHEST_REVISION, json, language::Localised},
    files::{
        content::{Content, earlier},
        folder::Folder,
    },
};
use serde_json::Value;

/// Looks at every consultation that the release has too. `replaced` is its own `content/`.
pub fn behind(release: &dyn Published, replaced: &dyn Folder, folder: &dyn Folder, content: &Content) -> Vec<Behind> {
    let mut found = Vec::new();
    for (slug, consultation) in &content.consultations {
        let Some(was) = release.json(&format!("content/consultations/{slug}.json")) else { continue };
        let path = format!("consultations/{slug}.json");
        let bytes = content.files.get(&path).map_or(&[][..], Vec::as_slice);
        let (is, has) = (json::strict(bytes).unwrap_or_default(), u64::from(consultation.revision));
        let published = was["revision"].as_u64().unwrap_or_default();
        let questions = differences(&was, &is);
        let kept = earlier::last(replaced, slug).map_or(0, u64::from);
        let (right, needs) = match questions.is_empty() {
            true => (has >= published, published),
            // A number that was used before stands for other questions.
            false => (has > published.max(kept), published.max(kept) + 1),
        };
        if !right {
            let file = folder.named(&path);
            found.push(Behind { slug: slug.clone(), file, published, has, needs, questions });
        }
    }
    found
}

/// Whatever decides which answers a question takes and what they mean: everything in the question, and in the dilemma
/// that it shows. Not the order of the questions, and nothing else of the consultation.
fn differences(was: &Value, is: &Value) -> Vec<Changed> {
    let (old, new) = (questions(was), questions(is));
    let id = |(_, question, _): &(usize, &Value, Option<&Value>)| question["id"].clone();
    let changed = |how, (number, question, _): &(usize, &Value, Option<&Value>)| {
        let title = serde_json::from_value(question["title"].clone());
        Changed { how, number: *number, title: title.unwrap_or_else(|_| Localised::Same(String::new())) }
    };
    let mut found = Vec::new();
    for question in &new {
        match old.iter().find(|other| id(other) == id(question)) {
            None => found.push(changed(How::New, question)),
            Some((_, other, dilemma)) if *other != question.1 || *dilemma != question.2 => {
                found.push(changed(How::Otherwise, question));
            }
            Some(_) => {}
        }
    }
    let gone = old.iter().filter(|question| new.iter().all(|other| id(other) != id(question)));
    found.extend(gone.map(|question| changed(How::Gone, question)));
    found
}

/// Each question with its number, counted from 1, and its dilemma.
fn questions(consultation: &Value) -> Vec<(usize, &Value, Option<&Value>)> {
    let list = |key: &str| consultation[key].as_array().map_or(&[][..], Vec::as_slice);
    let dilemma = |question: &Value| {
        let id = question.get("dilemma")?;
        list("dilemmas").iter().find(|dilemma| dilemma.get("id") == Some(id))
    };
    list("questions").iter().enumerate().map(|(at, question)| (at + 1, question, dilemma(question))).collect()
}

/// A content file with the revision that it needs, and nothing else changed.
#[derive(Clone, Debug)]
pub struct Raised {
    /// What was wrong with it.
    pub behind: Behind,
    /// The revision.
    pub revision: u32,
    /// What the file will hold.
    pub text: String,
}

impl Raised {
    /// Of the text of a file that is behind; `None` when there is no such revision, so that it stays behind.
    pub fn of(behind: &Behind, text: &str) -> Option<Self> {
        let revision = u32::try_from(behind.needs).ok().filter(|revision| *revision <= HIGHEST_REVISION)?;
        Some(Self { behind: behind.clone(), revision, text: raised(text, behind.needs)? })
    }

    /// Puts it in the content, as it will stand in its file.
    pub fn put(&self, content: &mut Content) {
        let Self { behind, revision, text } = self;
        let consultation = content.consultations.get_mut(&behind.slug);
        consultation.into_iter().for_each(|consultation| consultation.revision = *revision);
        content.files.insert(format!("consultations/{}.json", behind.slug), text.clone().into_bytes());
    }
}

/// The text with another number as its revision; `None` when it has none.
fn raised(text: &str, revision: u64) -> Option<String> {
    let (mut depth, mut at, bytes) = (0, 0, text.as_bytes());
    while at < bytes.len() {
        match bytes[at] {
            b'{' | b'[' => depth += 1,
            b'}' | b']' => depth -= 1,
            b'"' => {
                let end = end_of_text(bytes, at)?;
                let value = after_colon(text, end);
                if let Some(from) = value.filter(|_| depth == 1 && &text[at..end] == "\"revision\"") {
                    let number = text[from..].find(|c: char| !c.is_ascii_digit()).map_or(text.len(), |len| from + len);
                    return Some(format!("{}{revision}{}", &text[..from], &text[number..]));
                }
                at = end;
                continue;
            }
            _ => {}
        }
        at += 1;
    }
    None
}

/// Where a text in JSON that begins at `at` has ended.
fn end_of_text(bytes: &[u8], at: usize) -> Option<usize> {
    let mut at = at + 1;
    loop {
        match bytes.get(at)? {
            b'\\' => at += 2,
            b'"' => return Some(at + 1),
            _ => at += 1,
        }
    }
}

/// Where the value begins of a key that ends at `at`; `None` when it is no key.
fn after_colon(text: &str, at: usize) -> Option<usize> {
    let rest = text[at..].trim_start().strip_prefix(':')?.trim_start();
    Some(text.len() - rest.len())
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    fn consultation() -> Value {
        json!({
            "revision": 1, "about": "Over de bus",
            "dilemmas": [{"id": "bus", "title": "Bus of auto", "sides": []}],
            "questions": [
                {"id": "open", "kind": "single", "title": "Open blijven?", "options": [{"id": "ja", "label": "Ja"}]},
                {"id": "keuze", "kind": "dilemma", "title": "Wat kiest u?", "dilemma": "bus"},
                {"id": "verhaal", "kind": "text", "title": {"nl": "Verhaal", "en": "Story"}, "limits": {"max_chars": 500}}
            ]
        })
    }

    #[test]
    fn whatever_changes_what_an_answer_means_is_found_and_nothing_else() {
        let found = |change: &dyn Fn(&mut Value)| {
            let mut is = consultation();
            change(&mut is);
            let list = differences(&consultation(), &is);
            list.into_iter().map(|changed| (changed.how, changed.number)).collect::<Vec<_>>()
        };
        assert_eq!(found(&|is| is["about"] = json!("Een tikfout minder")), []);
        assert_eq!(found(&|is| is["questions"].as_array_mut().unwrap().reverse()), []);
        assert_eq!(found(&|is| is["questions"][0]["title"] = json!("Dicht?")), [(How::Otherwise, 1)]);
        assert_eq!(found(&|is| is["questions"][0]["options"][0]["id"] = json!("nee")), [(How::Otherwise, 1)]);
        assert_eq!(found(&|is| is["questions"][2]["limits"]["max_chars"] = json!(100)), [(How::Otherwise, 3)]);
        assert_eq!(found(&|is| is["questions"][2]["required"] = json!(true)), [(How::Otherwise, 3)]);
        assert_eq!(found(&|is| is["dilemmas"][0]["title"] = json!("Auto of bus")), [(How::Otherwise, 2)]);
        let renamed = found(&|is| is["questions"][2]["id"] = json!("ervaring"));
        assert_eq!(renamed, [(How::New, 3), (How::Gone, 3)]);
    }

    #[test]
    fn only_the_number_changes_in_the_file_wherever_it_stands() {
        let text = "\u{feff}{\n  \"title\": \"de \\\"revision\\\": 7 en \\\\\",\n\t\"facts\": [{\"revision\": 3}],\n  \"revision\" :  12 ,\r\n  \"x\": 1 }\n";
        let expected = text.replace(":  12 ,", ":  13 ,");
        assert_eq!(raised(text, 13).as_deref(), Some(expected.as_str()));
        assert_eq!(raised("{\"revision\":1}", 2).as_deref(), Some("{\"revision\":2}"));
        assert_eq!(raised("{\"title\": \"revision\", \"a\": [\"revision\"]}", 2), None);
    }
}
