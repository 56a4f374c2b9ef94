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
    /// What is known of a gathering, in its own room, which shows what was noted too.
    Known,
}

impl Part {
    /// That of a step: of the first thing that was done in it, as what goes along belongs to that. What the hall sees is
    /// changed at its own buttons, as is whether it is put away, and neither is undone by the way.
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
            Deed::About { .. }
            | Deed::Ask { .. }
            | Deed::Place { .. }
            | Deed::Day { .. }
            | Deed::Begin { .. }
            | Deed::Hosts { .. } => Some(Self::Known),
            Deed::Nature { .. }
            | Deed::Show { .. }
            | Deed::PutAway { .. }
            | Deed::Secret { .. }
            | Deed::Sent { .. } => None,
        }
    }

    /// Whether a room that shows this shows that step.
    fn has(self, deeds: &[Deed]) -> bool {
        let of = Self::of(deeds);
        of == Some(self) || (self == Self::Known && of == Some(Self::Noted))
    }

    /// What this person would take back here now. What somebody wrote over, or what was erased since, is not there to be taken
    /// back: that would change nothing that shows.
    pub fn undoing(self, notebook: &Notebook, who: &str) -> Option<Undoing<Key, Value>> {
        let log = notebook.log();
        // Without what it began with, there is no gathering.
        let first = if self == Self::Known { log.entries().first().map(|first| first.id) } else { None };
        log.undoing_of(who, |id, deeds| first != Some(id) && self.has(deeds) && shows(notebook, id, deeds))
    }

    /// Whether somebody is asked before this is undone here: where what was noted stands, as long as the gathering goes on,
    /// one sees a remark come and go, and hardly that the day or the number of people does.
    pub fn asks(self, deeds: &[Deed], closed: bool) -> bool {
        let about_remark = || deeds.first().and_then(Deed::remark).is_some();
        closed || (matches!(self, Self::Noted | Self::Known) && !about_remark())
    }

    /// What this person would put back here now.
    pub fn redoing(self, notebook: &Notebook, who: &str) -> Option<EntryId> {
        notebook.log().redoing_of(who, |deeds| self.has(deeds))
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
        gathering::{About, Hour, Kind, PointId, RemarkId, Sort, StopId, TextLine},
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
        for part in [Part::Noted, Part::Ready, Part::Closing, Part::Known] {
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
    fn the_room_of_a_gathering_undoes_what_is_known_of_it_and_what_was_noted_in_their_order() {
        let mut hall = Hall(Notebook::default(), 0);
        let place = hall.words("Dorpshuis Annen");
        hall.does("Anna", Act::Do(vec![Deed::About { about: About::Listening }, Deed::Place { text: place }]));
        let moved = hall.words("Café De Brink");
        let moved = hall.does("Anna", Act::Do(vec![Deed::Place { text: moved }]));
        let (text, remark) = (hall.words("De bus komt niet."), RemarkId::from([90; 12]));
        let note = Deed::Note { remark, text, kind: Kind::Bother, stop: None, speaker: None };
        let noted = hall.does("Anna", Act::Do(vec![note]));
        let hour = Hour::try_from("19:30").ok();
        let begins = hall.does("Anna", Act::Do(vec![Deed::Begin { hour }]));
        assert_eq!(Part::Noted.undoing(&hall.0, "Anna").map(|undoing| undoing.target), Some(noted));
        for target in [begins, noted, moved] {
            assert_eq!(hall.undoes(Part::Known), Some(target));
        }
        assert_eq!(hall.undoes(Part::Known), None, "what it began with stays");
        let now = crate::domain::gathering::Gathering::of(&hall.0);
        assert_eq!((now.place.as_deref(), now.begins), (Some("Dorpshuis Annen"), None));
    }

    #[test]
    fn one_is_asked_before_what_one_hardly_sees_is_undone_and_always_once_it_is_closed() {
        let note = [Deed::Keep { remark: RemarkId::from([90; 12]), kept: false }];
        let (people, tick) = ([Deed::People { count: 40 }], [Deed::Close { closed: true }]);
        assert!(
            !Part::Noted.asks(&note, false) && !Part::Known.asks(&note, false) && !Part::Closing.asks(&tick, false)
        );
        assert!(Part::Noted.asks(&people, false) && Part::Known.asks(&people, false));
        assert!(Part::Noted.asks(&note, true) && Part::Closing.asks(&tick, true));
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
