//! Steps: what somebody wants to do in a gathering, as the deeds and texts that it takes. What holds already is not done again.

use super::{
    deed::Deed,
    id::{PointId, RemarkId},
    kind::Sense,
    notebook::{Notebook, TextLine},
    noted::Noted,
    place::{Facet, Key, StopFacet, Value},
    point::PointWords,
    words::Words,
};
use crate::domain::log::TextId;

/// Gives fresh names; none on a device without randomness.
pub struct Names<'a>(pub &'a mut dyn FnMut() -> Option<[u8; 12]>);

impl Names<'_> {
    /// A name that nothing had before.
    pub fn fresh<T: From<[u8; 12]>>(&mut self) -> Option<T> {
        (self.0)().map(T::from)
    }
}

/// What a step takes.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Written {
    /// What is done.
    pub deeds: Vec<Deed>,
    /// The texts that it names.
    pub texts: Vec<TextLine>,
}

impl Written {
    /// Names words.
    pub fn words(&mut self, names: &mut Names, words: &Words) -> Option<TextId> {
        let text = names.fresh()?;
        self.texts.push(TextLine { text, is: words.as_str().to_owned() });
        Some(text)
    }

    /// The same where there may be none.
    pub(super) fn perhaps(&mut self, names: &mut Names, words: Option<&Words>) -> Option<Option<TextId>> {
        match words {
            Some(words) => self.words(names, words).map(Some),
            None => Some(None),
        }
    }
}

impl From<Deed> for Written {
    fn from(deed: Deed) -> Self {
        Self { deeds: vec![deed], texts: Vec::new() }
    }
}

/// Noting it.
pub fn note(notebook: &Notebook, noted: &Noted, names: &mut Names) -> Option<Written> {
    let mut written = Written::default();
    let remark = names.fresh()?;
    let text = written.words(names, &noted.text)?;
    let stop = located(notebook, &mut written, noted.stop.as_ref(), names)?;
    let speaker = written.perhaps(names, noted.speaker.as_ref())?;
    written.deeds.push(Deed::Note { remark, text, kind: noted.kind, stop, speaker });
    Some(written)
}

/// The text that says where a remark was made. Of a stop of the tour that is the name which the stop has now, so that it
/// follows when the stop is called otherwise.
fn located(
    notebook: &Notebook,
    written: &mut Written,
    words: Option<&Words>,
    names: &mut Names,
) -> Option<Option<TextId>> {
    let log = notebook.log();
    let stops = log.values().filter_map(|(key, value, _)| match (key, value) {
        (Key::Stop(stop, StopFacet::Kept), Value::Flag(true)) => Deed::text(log, &Key::Stop(*stop, StopFacet::Name)),
        _ => None,
    });
    let called = words.and_then(|words| stops.into_iter().find(|text| notebook.text(*text) == Some(words.as_str())));
    if called.is_some() { Some(called) } else { written.perhaps(names, words) }
}

/// Changing a remark to what was typed now.
pub fn change(notebook: &Notebook, remark: RemarkId, noted: &Noted, names: &mut Names) -> Option<Written> {
    let mut written = Written::default();
    let Noted { text, kind, stop, speaker } = noted;
    if !says(notebook, &Key::Text(remark), Some(text)) {
        let text = written.words(names, text)?;
        written.deeds.push(Deed::Reword { remark, text });
    }
    if notebook.log().value(&Key::Kind(remark)) != Some(&Value::Kind(*kind)) {
        written.deeds.push(Deed::Sort { remark, kind: *kind });
    }
    if !says(notebook, &Key::Speaker(remark), speaker.as_ref()) {
        let speaker = written.perhaps(names, speaker.as_ref())?;
        written.deeds.push(Deed::Attribute { remark, speaker });
    }
    if !says(notebook, &Key::At(remark), stop.as_ref()) {
        let stop = located(notebook, &mut written, stop.as_ref(), names)?;
        written.deeds.push(Deed::Locate { remark, stop });
    }
    Some(written)
}

/// Making a point, from remarks perhaps.
pub fn point(words: &PointWords, from: Vec<RemarkId>, names: &mut Names) -> Option<Written> {
    let mut written = Written::default();
    let point = names.fresh()?;
    let text = written.words(names, &words.text)?;
    let who = written.perhaps(names, words.who.as_ref())?;
    let PointWords { sort, by, touchstone, .. } = words.clone();
    written.deeds.push(Deed::Point { point, sort, text, who, by, touchstone, from });
    Some(written)
}

/// Changing a point. What changes is not agreed any more.
pub fn rephrase(notebook: &Notebook, point: PointId, words: &PointWords, names: &mut Names) -> Option<Written> {
    let (log, mut written) = (notebook.log(), Written::default());
    let of = |facet| Key::Point(point, facet);
    if !says(notebook, &of(Facet::Text), Some(&words.text)) {
        let text = written.words(names, &words.text)?;
        written.deeds.push(Deed::Phrase { point, text });
    }
    if !says(notebook, &of(Facet::Who), words.who.as_ref()) {
        let who = written.perhaps(names, words.who.as_ref())?;
        written.deeds.push(Deed::Assign { point, who });
    }
    if log.value(&of(Facet::By)) != Some(&Value::Until(words.by)) {
        written.deeds.push(Deed::Due { point, by: words.by });
    }
    if !written.deeds.is_empty() && log.value(&of(Facet::Agreed)) == Some(&Value::Flag(true)) {
        written.deeds.push(Deed::Agree { point, agreed: false });
    }
    Some(written)
}

/// Looking back.
pub fn debrief(notebook: &Notebook, sense: Sense, words: Option<&Words>, names: &mut Names) -> Option<Written> {
    let mut written = Written::default();
    if !says(notebook, &Key::Debrief(sense), words) {
        let text = written.perhaps(names, words)?;
        written.deeds.push(Deed::Debrief { sense, text });
    }
    Some(written)
}

/// Whether a place holds these words, or none.
pub(super) fn says(notebook: &Notebook, key: &Key, words: Option<&Words>) -> bool {
    let holds = Deed::text(notebook.log(), key).and_then(|text| notebook.text(text));
    holds == words.map(Words::as_str)
}
