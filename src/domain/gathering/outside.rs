//! What is heard outside a gathering: an idea from anybody, or the story of a colleague. It stands in a gathering of its own nature,
//! one for each device and question, so that it is kept, sent, proved and accepted as everything else.

use super::{
    deed::Deed,
    kind::{Nature, Sort},
    notebook::Notebook,
    noted::Noted,
    place::{About, Key, Value},
    step::{Names, Written, note},
    words::Words,
};
use crate::domain::id::Id;

/// The gathering that something heard goes to.
#[derive(Clone, Debug)]
pub struct Outside {
    /// Its nature.
    pub nature: Nature,
    /// What it is about.
    pub about: About,
    /// What it is called.
    pub name: Words,
    /// Who notes.
    pub host: Option<Words>,
}

/// Noting what was heard, with the touchstones that showed in it, each with how; and beginning the gathering where it is new.
pub fn heard(
    notebook: &Notebook,
    outside: &Outside,
    noted: &Noted,
    showed: &[(Id, Words)],
    names: &mut Names,
) -> Option<Written> {
    let mut written = Written::default();
    if notebook.log().value(&Key::Nature) != Some(&Value::Nature(outside.nature)) {
        written.deeds.push(Deed::Nature { nature: outside.nature });
        written.deeds.push(Deed::About { about: outside.about.clone() });
        let text = written.words(names, &outside.name)?;
        written.deeds.push(Deed::Place { text });
        let text = written.perhaps(names, outside.host.as_ref())?;
        written.deeds.push(Deed::Hosts { text });
    }
    let Written { deeds, texts } = note(notebook, noted, names)?;
    let from: Vec<_> = deeds
        .iter()
        .filter_map(|deed| if let Deed::Note { remark, .. } = deed { Some(*remark) } else { None })
        .collect();
    written.deeds.extend(deeds);
    written.texts.extend(texts);
    for (touchstone, words) in showed {
        let (point, text) = (names.fresh()?, written.words(names, words)?);
        let (touchstone, from) = (Some(touchstone.clone()), from.clone());
        written.deeds.push(Deed::Point { point, sort: Sort::Touchstone, text, who: None, by: None, touchstone, from });
    }
    Some(written)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::{
        gathering::{Gathering, Kind},
        log::{Act, EntryId},
    };

    fn words(text: &str) -> Words {
        Words::of(text, 300).unwrap()
    }

    #[test]
    fn ideas_stand_in_one_gathering_and_a_story_has_the_touchstones_that_showed() {
        let (mut book, mut count) = (Notebook::default(), 0u8);
        let mut random = || {
            count += 1;
            Some([count; 12])
        };
        let outside = Outside {
            nature: Nature::Interview,
            about: About::Listening,
            name: words("Verhalen van collega’s – Anna"),
            host: Some(words("Anna")),
        };
        for n in 0..2 {
            let noted =
                Noted { text: words(&format!("Verhaal {n}")), kind: Kind::Experience, stop: None, speaker: None };
            let showed = [(Id::try_from("flevo-principes").unwrap(), words("Wij gingen er zelf heen."))];
            let written = heard(&book, &outside, &noted, &showed[..n], &mut Names(&mut random)).unwrap();
            let entry = book.next(EntryId::from([100 + n as u8; 12]), "Anna", 0, Act::Do(written.deeds));
            book.merge([entry], written.texts);
        }
        let now = Gathering::of(&book);
        assert_eq!((now.nature, now.remarks.len(), now.points.len()), (Nature::Interview, 2, 1));
        assert_eq!(now.place.as_deref(), Some("Verhalen van collega’s – Anna"));
        assert_eq!(now.points[0].from, [now.remarks[1].id]);
        assert!(now.conflicts.is_empty());
    }
}
