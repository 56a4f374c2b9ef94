//! Takes out of the two files of an app what only costs bytes: wasm-bindgen names everything in full, and Rust keeps for
//! each possible panic in which file it stands, though nothing here would show that.

use super::locals::{self, is_word, short};
use std::collections::{BTreeMap, BTreeSet};

/// How a module begins.
const MAGIC: &[u8] = b"\0asm\x01\0\0\0";
/// The numbers of sections.
const CUSTOM: u8 = 0;
const IMPORT: u8 = 2;
const EXPORT: u8 = 7;
const DATA: u8 = 11;
/// What an import or export is, if it is a function.
const FUNCTION: u8 = 0;
/// What is in the path of every crate that cargo fetched.
const CRATES: &[u8] = b"/registry/src/";
/// What imports come from, once it is renamed.
const FROM: &str = "m";

/// Squeezes the script of an app and its WebAssembly. Names that both know become short in both.
pub fn app(script: &str, wasm: Vec<u8>) -> (String, Vec<u8>) {
    let script = without_streams(&squeeze_script(script));
    match renamed(&script, &wasm) {
        Some((script, wasm)) => (locals::shortened(&script), wasm),
        // Not as wasm-bindgen makes them: they work as they are.
        None => (script, wasm),
    }
}

/// Takes indentation and comment lines out of a script.
pub fn squeeze_script(text: &str) -> String {
    let code = |line: &&str| !line.is_empty() && !["//", "/*", "*"].iter().any(|start| line.starts_with(start));
    text.lines().map(str::trim).filter(code).collect::<Vec<_>>().join("\n") + "\n"
}

/// Takes out the classes that Leptos brings for streams from a server, of which there are none here.
fn without_streams(script: &str) -> String {
    let (mut kept, mut ends) = (String::with_capacity(script.len()), None);
    for line in script.lines() {
        ends = ends.or_else(|| match line {
            _ if line.starts_with("export class IntoUnderlying") => Some("if (Symbol.dispose) IntoUnderlying"),
            _ if line.starts_with("const IntoUnderlying") => Some(": new FinalizationRegistry"),
            _ => None,
        });
        match ends {
            Some(end) if line.starts_with(end) => ends = None,
            Some(_) => {}
            None => kept = kept + line + "\n",
        }
    }
    kept
}

/// Gives imports short names, and leaves out exports that the script does not use and sections that no browser reads.
fn renamed(script: &str, wasm: &[u8]) -> Option<(String, Vec<u8>)> {
    let (mut sections, mut rest) = (Vec::new(), Reader(wasm.strip_prefix(MAGIC)?));
    while !rest.0.is_empty() {
        sections.push((rest.byte()?, rest.bytes()?));
    }
    let used: BTreeSet<_> =
        script.split("wasm.").skip(1).filter_map(|rest| rest.split(|c| !is_word(c)).next()).collect();
    let (mut names, mut squeezed) = (BTreeMap::new(), MAGIC.to_vec());
    let mut from = "";
    for (id, body) in sections {
        let body = match id {
            CUSTOM => continue,
            IMPORT => imports(body, &mut names, &mut from)?,
            EXPORT => exports(body, &used)?,
            // Done twice, what lies before the last of these paths would look as if it were part of it.
            DATA if from != FROM => without_paths(body),
            _ => body.to_vec(),
        };
        squeezed.push(id);
        put(&mut squeezed, &body);
    }
    (!from.is_empty()).then_some(())?;
    let mut renamed = String::with_capacity(script.len());
    let mut words = script;
    while let Some(start) = words.find(is_word) {
        let end = words[start..].find(|c| !is_word(c)).map_or(words.len(), |length| start + length);
        let word = &words[start..end];
        renamed = renamed + &words[..start] + names.get(word).map_or(word, String::as_str);
        words = &words[end..];
    }
    let script = (renamed + words).replace(&format!("\"{from}\""), &format!("\"{FROM}\""));
    Some((script, squeezed))
}

fn imports<'a>(body: &'a [u8], names: &mut BTreeMap<&'a str, String>, from: &mut &'a str) -> Option<Vec<u8>> {
    let mut reader = Reader(body);
    let count = reader.number()?;
    let mut squeezed = number(count);
    for at in 0..count {
        *from = reader.text()?;
        let name = names.entry(reader.text()?).or_insert_with(|| short(at));
        (reader.byte()? == FUNCTION).then_some(())?;
        put(&mut squeezed, FROM.as_bytes());
        put(&mut squeezed, name.as_bytes());
        squeezed.push(FUNCTION);
        squeezed.extend(number(reader.number()?));
    }
    Some(squeezed)
}

fn exports(body: &[u8], used: &BTreeSet<&str>) -> Option<Vec<u8>> {
    let mut reader = Reader(body);
    let (mut count, mut squeezed) = (0, Vec::new());
    for _ in 0..reader.number()? {
        let (name, kind, which) = (reader.text()?, reader.byte()?, reader.number()?);
        if used.contains(name) {
            count += 1;
            put(&mut squeezed, name.as_bytes());
            squeezed.push(kind);
            squeezed.extend(number(which));
        }
    }
    Some([number(count), squeezed].concat())
}

/// Blanks the paths of source files, which lie between other texts. Only what begins as one does, and only to where that one
/// ends: texts of ours may lie right before it and right behind it, with another path behind those, and stay.
fn without_paths(data: &[u8]) -> Vec<u8> {
    let find = |text: &[u8], what: &[u8]| text.windows(what.len()).position(|part| part == what);
    let graphic = |byte: &u8| !byte.is_ascii_graphic();
    // Where the machine that compiled keeps its crates.
    let kept = data.split(graphic).filter_map(|text| Some(&text[..find(text, CRATES)?])).min_by_key(|kept| kept.len());
    let mut blank = data.to_vec();
    for text in blank.split_mut(graphic) {
        let mut rest = text;
        loop {
            let known = rest.starts_with(b"src/")
                || rest.starts_with(b"/rustc/")
                || find(rest, CRATES).is_some_and(|at| kept == Some(&rest[..at]));
            let Some(end) = find(rest, b".rs").filter(|_| known) else { break };
            let (path, behind) = rest.split_at_mut(end + b".rs".len());
            path.fill(0);
            rest = behind;
        }
    }
    blank
}

/// A number as WebAssembly writes it: seven bits in a byte, the lowest first.
fn number(mut number: usize) -> Vec<u8> {
    let mut bytes = Vec::new();
    loop {
        let low = (number & 127) as u8;
        number >>= 7;
        bytes.push(if number == 0 { low } else { low | 128 });
        if number == 0 {
            return bytes;
        }
    }
}

/// Bytes with their number before them.
fn put(out: &mut Vec<u8>, bytes: &[u8]) {
    out.extend(number(bytes.len()));
    out.extend(bytes);
}

/// What is still to be read.
struct Reader<'a>(&'a [u8]);

impl<'a> Reader<'a> {
    fn byte(&mut self) -> Option<u8> {
        let (first, rest) = self.0.split_first()?;
        self.0 = rest;
        Some(*first)
    }

    fn number(&mut self) -> Option<usize> {
        let mut number = 0;
        for shift in (0..).step_by(7) {
            let byte = self.byte()?;
            number |= usize::from(byte & 127).checked_shl(shift)?;
            if byte < 128 {
                break;
            }
        }
        Some(number)
    }

    fn bytes(&mut self) -> Option<&'a [u8]> {
        let length = self.number()?;
        let (bytes, rest) = self.0.split_at_checked(length)?;
        self.0 = rest;
        Some(bytes)
    }

    fn text(&mut self) -> Option<&'a str> {
        std::str::from_utf8(self.bytes()?).ok()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A module of these sections.
    fn module(sections: &[(u8, Vec<u8>)]) -> Vec<u8> {
        let mut module = MAGIC.to_vec();
        for (id, body) in sections {
            module.push(*id);
            put(&mut module, body);
        }
        module
    }

    /// The body of a section that counts its entries; each is some texts and some bytes.
    fn entries(entries: &[(&[&str], &[u8])]) -> Vec<u8> {
        let mut body = number(entries.len());
        for (texts, bytes) in entries {
            texts.iter().for_each(|text| put(&mut body, text.as_bytes()));
            body.extend(*bytes);
        }
        body
    }

    #[test]
    fn names_become_short_in_both_files_and_what_nobody_uses_goes() {
        let js = "// made by hand\n  const import0 = {\n    __wbg_get_00ff: f, __wbg_get_00ff_2: g };\n  \
                  return { \"./page_bg.js\": import0 };\nexport class IntoUnderlyingSink {\n}\n\
                  if (Symbol.dispose) IntoUnderlyingSink.x;\nwasm.next(1);\n";
        let wasm = module(&[
            (
                IMPORT,
                entries(&[
                    (&["./page_bg.js", "__wbg_get_00ff"], &[0, 7]),
                    (&["./page_bg.js", "__wbg_get_00ff_2"], &[0, 200, 1]),
                ]),
            ),
            (EXPORT, entries(&[(&["next"], &[0, 9]), (&["intounderlyingsink_abort"], &[0, 8])])),
            (10, vec![1, 2, 3]),
            (CUSTOM, entries(&[(&["name"], b"long")])),
        ]);
        let (script, squeezed) = app(js, wasm);
        assert_eq!(script, "const $a = {\na: f, b: g };\nreturn { \"m\": $a };\nwasm.next(1);\n");
        let wanted = module(&[
            (IMPORT, entries(&[(&["m", "a"], &[0, 7]), (&["m", "b"], &[0, 200, 1])])),
            (EXPORT, entries(&[(&["next"], &[0, 9])])),
            (10, vec![1, 2, 3]),
        ]);
        assert_eq!(squeezed, wanted);
        assert_eq!(app(&script, squeezed.clone()), (script, squeezed), "done twice it is the same");
    }

    #[test]
    fn a_text_before_a_path_stays_however_often_it_is_squeezed() {
        let js = "const import0 = {\n__wbg_get_00ff: f };\nreturn { \"./page_bg.js\": import0 };\nwasm.next(1);\n";
        let data = b"/h/registry/src/x/lib.rs\0./h/registry/src/x/size.rs\0";
        let imports = entries(&[(&["./page_bg.js", "__wbg_get_00ff"], &[0, 7])]);
        let (script, once) = app(js, module(&[(IMPORT, imports), (DATA, data.to_vec())]));
        assert!(
            once.ends_with(b"\0./h/registry/src/x/size.rs\0") && !once.windows(9).any(|part| part == b"\0/h/regis")
        );
        assert_eq!(app(&script, once.clone()), (script, once));
    }

    #[test]
    fn paths_are_blanked_and_all_other_texts_stay() {
        let data = b"A text.\0/rustc/5980/library/std/src/rt.rs\0src/app.rs\0src/app.rs.valuessrc/field.rs\0/h/registry/src/x/lib.rs\0/vraag//h/registry/src/x/lib.rs\0a/b .rs\0";
        let blank = String::from_utf8(without_paths(data)).unwrap().replace('\0', "");
        assert_eq!(
            (blank.as_str(), without_paths(data).len()),
            ("A text..valuessrc/field.rs/vraag//h/registry/src/x/lib.rsa/b .rs", data.len())
        );
    }

    #[test]
    fn what_is_no_module_stays_as_it_is() {
        for wasm in [&b""[..], b"text", MAGIC, b"\0asm\x01\0\0\0\x02\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff\x7f"] {
            assert_eq!(app("a\n", wasm.to_vec()), ("a\n".to_owned(), wasm.to_vec()));
        }
    }

    #[test]
    fn every_number_has_a_name_of_its_own() {
        let names: BTreeSet<_> = (0..5000).map(short).collect();
        assert_eq!(names.len(), 5000);
    }
}
