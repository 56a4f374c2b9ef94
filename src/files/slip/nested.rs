//! What stands between brackets: fields with their colons, items, and the commas between them.

use super::{
    What, line_of, number,
    scan::{Found, Open, Scan, alike},
    text,
};
use std::collections::BTreeMap;

/// Levels of brackets that are read.
const DEPTH: usize = 127;

impl Scan<'_> {
    pub(super) fn nested(&mut self, is: char, should: char, read: fn(&mut Self, Open) -> Found<()>) -> Found<()> {
        if self.depth == DEPTH {
            return self.slip(What::TooDeep);
        }
        let open = Open { at: self.at, is, should };
        self.depth += 1;
        self.at += 1;
        self.space()?;
        read(self, open)?;
        self.depth -= 1;
        Ok(())
    }

    pub(super) fn list(&mut self, open: Open) -> Found<()> {
        let mut comma = None;
        for n in 0.. {
            match self.next() {
                Some(']') => return self.close(open, comma),
                Some('}') => return Err(self.closed_by(open, '}')),
                Some(',') => return self.slip(What::CommaTwice),
                _ => {}
            }
            self.enter(&format!("[{n}]"), self.at);
            let begin = self.at;
            self.value(Some(open), "")?;
            self.leave();
            match self.after(open, begin)? {
                Some(at) => comma = Some(at),
                None => return Ok(()),
            }
        }
        Ok(())
    }

    pub(super) fn object(&mut self, open: Open) -> Found<()> {
        let mut keys = BTreeMap::new();
        let mut comma = None;
        loop {
            match self.next() {
                Some('}') => return self.close(open, comma),
                Some('"') => {}
                _ => return self.no_key(open),
            }
            let at = self.at;
            let raw = self.text()?.to_owned();
            let key = if raw.contains('\\') { unescaped(raw) } else { raw };
            if let Some(first) = keys.insert(key.clone(), at) {
                return Err((at, What::DoubleKey { key, line: line_of(self.text, first) }));
            }
            self.colon(open, at, &key)?;
            self.enter(&format!(".{key}"), at);
            let begin = self.at;
            self.value(Some(open), &key)?;
            self.leave();
            match self.after(open, begin)? {
                Some(at) => comma = Some(at),
                None => return Ok(()),
            }
        }
    }

    /// Something else stands where the name of a field belongs.
    fn no_key(&self, open: Open) -> Found<()> {
        match self.next() {
            None => Err((open.at, What::NeverClosed(open.is))),
            // The next object begins: this one was not closed.
            Some('{' | '[') => Err((open.at, What::NeverClosed(open.is))),
            Some(']') => Err(self.closed_by(open, ']')),
            Some(',') => self.slip(What::CommaTwice),
            Some(c) if c.is_alphanumeric() || c == '_' => self.slip(What::BareKey(self.word().to_owned())),
            Some(c) => self.slip(self.no_value(c)),
        }
    }

    fn colon(&mut self, open: Open, begin: usize, key: &str) -> Found<()> {
        let end = self.at;
        self.space()?;
        match self.next() {
            Some(':') => {
                self.at += 1;
                self.space()
            }
            Some('=') if self.rest().starts_with("=>") => self.slip(What::InsteadOf { is: '=', should: ':' }),
            Some(c @ ('=' | ';' | '：')) => self.slip(What::InsteadOf { is: c, should: ':' }),
            None => Err((open.at, What::NeverClosed(open.is))),
            Some(_) => {
                if let Some((at, mark)) = text::curly_end(&self.text[begin + 1..end - 1]) {
                    return Err((begin + 1 + at, What::Curly(mark)));
                }
                if key.trim_end().ends_with(':') {
                    return Err((begin, What::Unclosed));
                }
                Err((end, What::ColonMissing(key.to_owned())))
            }
        }
    }

    fn close(&mut self, open: Open, comma: Option<usize>) -> Found<()> {
        if let Some(comma) = comma {
            return Err((comma, What::CommaLast(open.should)));
        }
        let (begins, ends) = (self.indent(open.at), self.indent(self.at));
        let first = self.text[..self.at].trim_end_matches([' ', '\t']).ends_with('\n');
        if first && ends < begins && self.unclosed.is_none() {
            self.unclosed = Some((open.at, open.is));
        }
        if first && ends > begins && self.extra.is_none() {
            self.extra = Some((self.at, open.should));
        }
        self.at += 1;
        Ok(())
    }

    /// By how much the line of this place stands to the right.
    fn indent(&self, at: usize) -> usize {
        let begin = self.text[..at].rfind('\n').map_or(0, |found| found + 1);
        self.text[begin..].bytes().take_while(|byte| matches!(byte, b' ' | b'\t')).count()
    }

    fn closed_by(&self, open: Open, is: char) -> (usize, What) {
        (open.at, What::ClosedBy { open: open.is, line: line_of(self.text, self.at), should: open.should, is })
    }

    /// What stands behind a value that began at `begin`: the place of a comma, or the end of what is open.
    fn after(&mut self, open: Open, begin: usize) -> Found<Option<usize>> {
        let end = self.at;
        self.space()?;
        let at = self.at;
        let value = &self.text[begin..end];
        let (was_text, was_number) =
            (value.starts_with('"'), value.starts_with(|c: char| c == '-' || c.is_ascii_digit()));
        let same_line = !self.text[end..at].contains('\n');
        match self.next() {
            Some(c) if c == open.should => self.close(open, None).map(|()| None),
            Some(',') => {
                self.at += 1;
                let fraction = number::token(self.rest()).to_owned();
                if was_number && open.is == '{' && fraction.starts_with(|c: char| c.is_ascii_digit()) {
                    return Err((begin, What::DecimalComma(format!("{value},{fraction}"))));
                }
                self.space()?;
                Ok(Some(at))
            }
            Some(c @ ('}' | ']')) => Err(self.closed_by(open, c)),
            None => Err((open.at, What::NeverClosed(open.is))),
            Some(':') if open.is == '[' && was_text => Err((begin, What::FieldInList)),
            Some(';') => self.slip(What::InsteadOf { is: ';', should: ',' }),
            Some(_) if was_text && text::curly_end(&value[1..value.len() - 1]).is_some() => {
                let (at, mark) = text::curly_end(&value[1..value.len() - 1]).unwrap_or((0, '”'));
                Err((begin + 1 + at, What::Curly(mark)))
            }
            Some(c) if was_text && same_line && (c.is_alphanumeric() || end == at && !"{[".contains(c)) => {
                Err((end - 1, What::QuoteInside))
            }
            Some(c) if was_number && same_line && c.is_ascii_digit() && open.is == '{' => {
                Err((begin, What::Thousands(format!("{value} {}", number::token(self.rest())))))
            }
            Some(c) if was_number && same_line && !"\"{[".contains(c) => {
                let unit = number::token(self.rest()).to_owned();
                Err((begin, What::Unit(format!("{value} {unit}"))))
            }
            Some(c) => match alike(c) {
                Some(what) => self.slip(what),
                None => Err((end, What::CommaMissing)),
            },
        }
    }
}

/// A text without its backslashes.
fn unescaped(raw: String) -> String {
    serde_json::from_str(&format!("\"{raw}\"")).unwrap_or(raw)
}
