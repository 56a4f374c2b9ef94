//! What the screen in the hall shows at this moment, beside the remarks that were shown: nobody needs to know it later.

use super::{
    id::{GatheringId, RemarkId},
    state::Gathering,
};
use serde::{Deserialize, Serialize};

/// It.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Screen {
    /// The remark that stands there alone, large.
    pub spotlight: Option<RemarkId>,
    /// Whether it says how many remarks there are.
    pub counter: bool,
    /// Whether the code fills it.
    pub code: bool,
}

impl Default for Screen {
    fn default() -> Self {
        Self { spotlight: None, counter: true, code: false }
    }
}

impl Screen {
    /// From what is kept on a device. What can't be read is of no use any more.
    pub fn of(kept: &str) -> Self {
        serde_json::from_str(kept).unwrap_or_default()
    }

    /// As it is kept.
    pub fn to_json(self) -> String {
        serde_json::to_string(&self).unwrap_or_default()
    }

    /// With this remark large, or not any more if it is.
    pub fn light(self, remark: RemarkId) -> Self {
        let spotlight = Some(remark).filter(|one| self.spotlight != Some(*one));
        Self { spotlight, code: false, ..self }
    }
}

/// What the screen in the hall really has on it, as its window measured that.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Wall {
    /// What the hall sees.
    pub seen: Vec<RemarkId>,
    /// What was shown and has no room there.
    pub no_room: Vec<RemarkId>,
}

/// What windows tell each other of the screen.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Told {
    /// It is to show this.
    Shows(Screen),
    /// This is on it; nothing where it was closed.
    Has(Option<Wall>),
    /// Whoever is it, is asked what is on it.
    Asks,
}

impl Told {
    /// As it is told of a gathering.
    pub fn to_json(&self, id: GatheringId) -> String {
        format!("{id}\n{}", serde_json::to_string(self).unwrap_or_default())
    }

    /// From what was told, if it is of this gathering.
    pub fn of(told: &str, here: GatheringId) -> Option<Self> {
        let (id, told) = told.split_once('\n')?;
        (id == here.to_string()).then(|| serde_json::from_str(told).ok()).flatten()
    }
}

/// How a remark stands with the hall.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stands {
    /// Nobody showed it.
    Off,
    /// It is seen once there is a screen.
    Ready,
    /// The same, large.
    ReadyLarge,
    /// It was shown at this moment; the screen does not have it yet.
    Coming,
    /// The hall sees it.
    Seen,
    /// The hall sees it alone, large.
    SeenLarge,
    /// The code fills the screen.
    BehindCode,
    /// Another one stands there alone.
    BehindLarge,
    /// There is no room for it.
    NoRoom,
}

impl Screen {
    /// How a remark stands with the hall; `wall`: what is on the screen, where there is one.
    pub fn stands(self, remark: RemarkId, gathering: &Gathering, wall: Option<&Wall>) -> Stands {
        let shown = |one: RemarkId| gathering.shown().any(|shown| shown.id == one);
        let large = self.spotlight.filter(|one| shown(*one));
        match (large, wall) {
            _ if !shown(remark) => Stands::Off,
            (Some(large), _) if large != remark => Stands::BehindLarge,
            (None, None) => Stands::Ready,
            (Some(_), None) => Stands::ReadyLarge,
            _ if self.code => Stands::BehindCode,
            (_, Some(wall)) if wall.no_room.contains(&remark) => Stands::NoRoom,
            (_, Some(wall)) if !wall.seen.contains(&remark) => Stands::Coming,
            (None, _) => Stands::Seen,
            (Some(_), _) => Stands::SeenLarge,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::{
        gathering::{Deed, Kind, Notebook, TextLine},
        log::{Act, EntryId, TextId},
    };

    #[test]
    fn the_host_is_told_what_the_hall_sees_and_nothing_else() {
        let mut notebook = Notebook::default();
        let ids = [1, 2, 3].map(|n| RemarkId::from([n; 12]));
        let deeds = ids.into_iter().flat_map(|remark| {
            let text = TextId::from([9; 12]);
            let note = Deed::Note { remark, text, kind: Kind::Idea, stop: None, speaker: None };
            [note, Deed::Show { remark, shown: remark != RemarkId::from([3; 12]) }]
        });
        let entry = notebook.next(EntryId::from([8; 12]), "Anna", 0, Act::Do(deeds.collect()));
        notebook.merge([entry], [TextLine { text: TextId::from([9; 12]), is: "De bus.".into() }]);
        let gathering = Gathering::of(&notebook);
        let all = |screen: Screen, wall: Option<&Wall>| ids.map(|one| screen.stands(one, &gathering, wall));
        let (screen, whole) = (Screen::default(), Wall { seen: ids[..2].to_vec(), no_room: vec![] });
        assert_eq!(all(screen, None), [Stands::Ready, Stands::Ready, Stands::Off], "there is no screen");
        assert_eq!(all(screen, Some(&whole)), [Stands::Seen, Stands::Seen, Stands::Off]);
        let narrow = Wall { seen: vec![ids[1]], no_room: vec![ids[0]] };
        assert_eq!(all(screen, Some(&narrow)), [Stands::NoRoom, Stands::Seen, Stands::Off]);
        assert_eq!(all(screen, Some(&Wall::default())), [Stands::Coming, Stands::Coming, Stands::Off]);
        let large = screen.light(ids[0]);
        assert_eq!(all(large, Some(&whole)), [Stands::SeenLarge, Stands::BehindLarge, Stands::Off]);
        assert_eq!(all(large, None), [Stands::ReadyLarge, Stands::BehindLarge, Stands::Off]);
        let gone = screen.light(ids[2]);
        assert_eq!(all(gone, Some(&whole)), [Stands::Seen, Stands::Seen, Stands::Off], "what is off is not large");
        assert_eq!(
            all(Screen { code: true, ..screen }, Some(&whole)),
            [Stands::BehindCode, Stands::BehindCode, Stands::Off]
        );
        let (id, told) = (GatheringId::from([7; 12]), Told::Has(Some(narrow)));
        assert_eq!(Told::of(&told.to_json(id), id), Some(told.clone()));
        assert_eq!(Told::of(&told.to_json(id), GatheringId::from([6; 12])), None, "of another gathering");
        assert_eq!(Told::of("x\n{", id), None);
    }

    #[test]
    fn what_is_kept_comes_back_and_what_is_damaged_does_no_harm() {
        let remark = RemarkId::from([7; 12]);
        let screen = Screen { counter: false, code: true, ..Screen::default() }.light(remark);
        assert_eq!(screen, Screen { spotlight: Some(remark), counter: false, code: false });
        assert_eq!(Screen::of(&screen.to_json()), screen);
        assert_eq!(screen.light(remark).spotlight, None);
        for damaged in ["", "{", "{\"spotlight\": 3}", "[]x"] {
            assert_eq!(Screen::of(damaged), Screen::default(), "{damaged}");
        }
    }
}
