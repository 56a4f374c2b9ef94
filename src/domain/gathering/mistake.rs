//! A gathering that somebody made by mistake: nothing was said in it, and nobody else had anything to do with it. Then there is
//! nothing to lose, and it can go.

use super::{deed::Deed, notebook::Notebook};
use crate::domain::log::Act;

/// Whether this person may take it away: all that was ever done in it is theirs, and says no more than when and where it is.
pub fn is_mistake(notebook: &Notebook, who: &str) -> bool {
    let log = notebook.log();
    let sets = |deed: &Deed| {
        matches!(
            deed,
            Deed::Nature { .. }
                | Deed::About { .. }
                | Deed::Ask { .. }
                | Deed::Place { .. }
                | Deed::Day { .. }
                | Deed::Begin { .. }
                | Deed::Hosts { .. }
                | Deed::People { .. }
                | Deed::Check { .. }
        )
    };
    let harmless = |act: &Act<Deed>| match act {
        Act::Do(deeds) => deeds.iter().all(sets),
        Act::Undo(_) => true,
        _ => false,
    };
    !log.is_empty() && log.entries().into_iter().all(|entry| entry.who == who && harmless(&entry.act))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::{
        gathering::{About, Kind, RemarkId},
        log::{EntryId, TextId},
        sending::BY,
    };

    #[test]
    fn only_what_is_empty_and_ones_own_can_go() {
        let does = |notebook: &mut Notebook, n: u8, who: &str, deed: Deed| {
            let entry = notebook.next(EntryId::from([n; 12]), who, 0, Act::Do(vec![deed]));
            notebook.merge([entry], []);
        };
        let mut empty = Notebook::default();
        assert!(!is_mistake(&empty, "Anna"), "what is not here can't go");
        does(&mut empty, 1, "Anna", Deed::About { about: About::Listening });
        does(&mut empty, 2, "Anna", Deed::People { count: 4 });
        assert!(is_mistake(&empty, "Anna") && !is_mistake(&empty, "Bert"));
        let (remark, text) = (RemarkId::from([9; 12]), TextId::from([9; 12]));
        let note = Deed::Note { remark, text, kind: Kind::Idea, stop: None, speaker: None };
        let kept = [("Bert", Deed::People { count: 5 }), (BY, Deed::Secret { text }), ("Anna", note)];
        for (who, deed) in kept {
            let mut notebook = empty.clone();
            does(&mut notebook, 3, who, deed);
            assert!(!is_mistake(&notebook, "Anna"), "{who}");
            // Taken back, it was there all the same.
            let undo = notebook.next(EntryId::from([4; 12]), "Anna", 0, Act::Undo(EntryId::from([3; 12])));
            notebook.merge([undo], []);
            assert!(!is_mistake(&notebook, "Anna"), "{who}");
        }
    }
}
