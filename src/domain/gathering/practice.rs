//! A gathering in which one only practises: what is there when one begins.

use super::{
    notebook::Notebook,
    noted::Noted,
    setting::Setting,
    step::{Names, Written, note},
};

/// Beginning a gathering in which one only practises, with what was said there before.
pub fn begin(setting: &Setting, said: &[Noted], names: &mut Names) -> Option<Written> {
    let mut written = setting.deeds(&Notebook::default(), names)?;
    for noted in said {
        let Written { deeds, texts } = note(&Notebook::default(), noted, names)?;
        written.deeds.extend(deeds);
        written.texts.extend(texts);
    }
    Some(written)
}
