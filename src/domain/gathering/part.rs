//! To which room a step belongs: undoing there takes back what that room shows, and nothing that nobody sees.

use super::{
    deed::Deed,
    notebook::Notebook,
    place::{Key, Value},
};
use crate::domain::log::{EntryId, Undoing, Writes};

/// What a room shows, and undoes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Part {
    /// What was noted, and with how many people.
    Noted,
    /// What is got ready: what is seen to, and the stops of a tour.
    Ready,
    /// What it came to: points, looking back, closing.
    Closing,
}

impl Part {
    /// That of a step: of the first thing that was done in it, as what goes along belongs to that. What is known of a gathering
    /// is changed in its own form, and never undone by the way; what the hall sees neither.
    pub fn of(deeds: &[Deed]) -> Option<Self> {
        match deeds.first()? {
            Deed::People { .. }
            | Deed::Note { .. }
            | Deed::Reword { .. }
            | Deed::Sort { .. }
            | Deed::Attribute { .. }
            | Deed::Locate { .. }
            | Deed::Keep { .. } => Some(Self::Noted),
            Deed::Stop { .. }
            | Deed::CallStop { .. }
            | Deed::PlanStop { .. }
            | Deed::KeepStop { .. }
            | Deed::Route { .. }
            | Deed::Check { .. } => Some(Self::Ready),
            Deed::Point { .. }
            | Deed::Phrase { .. }
            | Deed::Assign { .. }
            | Deed::Due { .. }
            | Deed::Agree { .. }
            | Deed::Fulfil { .. }
            | Deed::Leave { .. }
            | Deed::Debrief { .. }
            | Deed::Close { .. } => Some(Self::Closing),
            Deed::Nature { .. }
            | Deed::About { .. }
            | Deed::Ask { .. }
            | Deed::Place { .. }
            | Deed::Day { .. }
            | Deed::Hosts { .. }
            | Deed::Show { .. }
            | Deed::Secret { .. }
            | Deed::Sent { .. } => None,
        }
    }

    /// What this person would take back here now. What somebody wrote over, or what was erased since, is not there to be taken
    /// back: that would change nothing that shows.
    pub fn undoing(self, notebook: &Notebook, who: &str) -> Option<Undoing<Key, Value>> {
        notebook.log().undoing_of(who, |id, deeds| Self::of(deeds) == Some(self) && shows(notebook, id, deeds))
    }

    /// What this person would put back here now.
    pub fn redoing(self, notebook: &Notebook, who: &str) -> Option<EntryId> {
        notebook.log().redoing_of(who, |deeds| Self::of(deeds) == Some(self))
    }
}

/// Whether something of what an entry did holds, and has its words.
fn shows(notebook: &Notebook, id: EntryId, deeds: &[Deed]) -> bool {
    let log = notebook.log();
    let mut written = deeds.iter().flat_map(Writes::writes);
    let erased = |deed: &Deed| match deed {
        Deed::Note { text, .. } | Deed::Reword { text, .. } | Deed::Point { text, .. } | Deed::Phrase { text, .. } => {
            log.erased_text(text).is_some()
        }
        _ => false,
    };
    !deeds.iter().any(erased) && written.any(|(key, _)| log.rival(&key).is_some_and(|rival| rival.entry == id))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::{
        gathering::{About, Kind, PointId, RemarkId, Sort, StopId, TextLine},
        log::{Act, Erased, ErasedWhy, TextId},
        sending::BY,
    };

    struct Hall(Notebook, u8);

    impl Hall {
        fn fresh(&mut self) -> [u8; 12] {
            self.1 += 1;
            [self.1; 12]
        }

        fn words(&mut self, is: &str) -> TextId {
            let text = TextId::from(self.fresh());
            self.0.merge([], [TextLine { text, is: is.into() }]);
            text
        }

        fn does(&mut self, who: &str, act: Act<Deed>) -> EntryId {
            let id = EntryId::from(self.fresh());
            let entry = self.0.next(id, who, 0, act);
            self.0.merge([entry], []);
            id
        }

        fn undoes(&mut self, part: Part) -> Option<EntryId> {
            let target = part.undoing(&self.0, "Anna")?.target;
            self.does("Anna", Act::Undo(target));
            Some(target)
        }
    }

    #[test]
    fn a_room_undoes_what_it_shows_and_nothing_else() {
        let mut hall = Hall(Notebook::default(), 0);
        let place = hall.words("Dorpshuis Annen");
        hall.does("Anna", Act::Do(vec![Deed::About { about: About::Listening }, Deed::Place { text: place }]));
        for part in [Part::Noted, Part::Ready, Part::Closing] {
            assert_eq!(part.undoing(&hall.0, "Anna"), None, "a new gathering has nothing to undo: {part:?}");
        }
        let (text, remark) = (hall.words("De bus komt niet."), RemarkId::from([90; 12]));
        let noted = hall
            .does("Anna", Act::Do(vec![Deed::Note { remark, text, kind: Kind::Bother, stop: None, speaker: None }]));
        let shown = hall.does("Anna", Act::Do(vec![Deed::Show { remark, shown: true }]));
        let (text, point) = (hall.words("Wij bellen terug."), PointId::from([91; 12]));
        let promised =
            Deed::Point { point, sort: Sort::Promise, text, who: None, by: None, touchstone: None, from: vec![] };
        let promised = hall.does("Anna", Act::Do(vec![promised]));
        let closed = hall.does("Anna", Act::Do(vec![Deed::Close { closed: true }]));
        assert_eq!(hall.undoes(Part::Noted), Some(noted));
        assert_eq!((hall.undoes(Part::Noted), hall.undoes(Part::Ready)), (None, None));
        assert!(
            Part::Noted.redoing(&hall.0, "Anna").is_some(),
            "what is done in other rooms does not stand in the way"
        );
        assert_eq!((hall.undoes(Part::Closing), hall.undoes(Part::Closing)), (Some(closed), Some(promised)));
        assert_eq!(hall.undoes(Part::Closing), None);
        assert!(hall.0.log().did(&shown).is_some(), "what the hall sees stays");
    }

    #[test]
    fn what_would_change_nothing_is_not_undone_and_who_says_the_same_changed_nothing() {
        let mut hall = Hall(Notebook::default(), 0);
        let stop = Deed::Stop { stop: StopId::from([92; 12]), text: hall.words("De Brink"), about: None };
        hall.does("Anna", Act::Do(vec![stop.clone()]));
        // A code for a helper says it once more.
        hall.does(BY, Act::Do(vec![stop]));
        assert_eq!(Part::Ready.undoing(&hall.0, "Anna"), None, "it would still be said");
        assert!(hall.0.log().undoing("Anna").is_some_and(|undoing| undoing.theirs.is_empty()), "nobody changed it");
        let remark = RemarkId::from([90; 12]);
        let text = hall.words("Bel mij: 0592-123456");
        hall.does("Anna", Act::Do(vec![Deed::Note { remark, text, kind: Kind::Idea, stop: None, speaker: None }]));
        hall.does("Anna", Act::Erase(Erased { texts: vec![text], reactions: vec![], why: ErasedWhy::OnRequest }));
        assert_eq!(Part::Noted.undoing(&hall.0, "Anna"), None, "what was erased does not come and go");
    }
}
