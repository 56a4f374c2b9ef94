//! The signpost (wegwijzer): what a picture of feedback needs, and nothing else, for the page and for the lookup.

use super::{
    feedback::{BySource, Feedback, Landing, LandingStatus, Origin},
    from_json::from_json,
    id::Id,
    language::Localised,
};
use serde::Serialize;

/// Reactions from their sources, through themes, to where they landed.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Signpost {
    /// What came in.
    pub received: BySource,
    /// What it was about.
    pub themes: Vec<SignTheme>,
    /// Which reactions went to which themes.
    pub ways: Vec<SignWay>,
    /// How many were set aside.
    pub set_aside: u32,
    /// How many are still being read.
    pub pending: u32,
}

/// A theme on the signpost.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct SignTheme {
    /// Names its place on the page.
    pub id: Id,
    /// In a line.
    pub title: Localised,
    /// How many reactions say something about it.
    pub count: u32,
    /// Where it landed; at least one.
    pub landings: Vec<SignLanding>,
}

/// A landing on the signpost.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct SignLanding {
    /// What is done with it.
    pub status: LandingStatus,
    /// The same in a line.
    pub what: Localised,
    /// Who has it now.
    pub with: Localised,
}

/// So many reactions of one origin landed in exactly these themes.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct SignWay {
    /// From where.
    pub source: Origin,
    /// Places in [`Signpost::themes`].
    pub themes: Vec<usize>,
    /// How many.
    pub count: u32,
}

/// One arm of the finger-post: a status, and what landed so.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Arm {
    /// What is done with it.
    pub status: LandingStatus,
    /// Places in [`Signpost::themes`], in their order.
    pub themes: Vec<usize>,
    /// How many reactions are in these themes; one that is in several of them counts once.
    pub count: u32,
}

impl Signpost {
    /// An arm for each status that occurs, in the order of [`LandingStatus`]. A theme that landed in several ways is on
    /// several arms.
    pub fn arms(&self) -> Vec<Arm> {
        let arm = |status| {
            let has = |at: &usize| {
                self.themes.get(*at).is_some_and(|theme| theme.landings.iter().any(|landing| landing.status == status))
            };
            let ways = self.ways.iter().filter(|way| way.themes.iter().any(has));
            let count = ways.fold(0u32, |sum, way| sum.saturating_add(way.count));
            Arm { status, themes: (0..self.themes.len()).filter(has).collect(), count }
        };
        LandingStatus::ALL.into_iter().map(arm).filter(|arm| !arm.themes.is_empty()).collect()
    }

    /// How many reactions are in one theme, in two, and so on: the number of themes with the number of reactions.
    pub fn spread(&self) -> Vec<(usize, u32)> {
        let mut spread = Vec::new();
        for themes in 1..=self.themes.len() {
            let these = self.ways.iter().filter(|way| way.themes.len() == themes);
            let count = these.fold(0u32, |sum, way| sum.saturating_add(way.count));
            if count > 0 {
                spread.push((themes, count));
            }
        }
        spread
    }

    /// The themes that stand on more than one arm.
    pub fn on_several_arms(&self) -> Vec<usize> {
        let arms = self.arms();
        (0..self.themes.len()).filter(|at| arms.iter().filter(|arm| arm.themes.contains(at)).count() > 1).collect()
    }
}

impl Feedback {
    /// The picture of it.
    pub fn signpost(&self) -> Signpost {
        let at = |id: &Id| self.themes.iter().position(|theme| theme.id == *id);
        let land = |landing: &Landing| SignLanding {
            status: landing.status,
            what: landing.what.clone(),
            with: landing.destination.name.clone(),
        };
        let themes = self.themes.iter().map(|theme| SignTheme {
            id: theme.id.clone(),
            title: theme.title.clone(),
            count: theme.count,
            landings: theme.landings.iter().map(land).collect(),
        });
        let ways = self.ways.iter().map(|way| SignWay {
            source: way.source,
            themes: way.themes.iter().filter_map(at).collect(),
            count: way.count,
        });
        Signpost {
            received: self.counts.received,
            themes: themes.collect(),
            ways: ways.collect(),
            set_aside: self.counts.set_aside_count(),
            pending: self.counts.pending_count(),
        }
    }
}

from_json!(Signpost { received, themes, ways, set_aside, pending });
from_json!(SignTheme { id, title, count, landings });
from_json!(SignLanding { status, what, with });
from_json!(SignWay { source, themes, count });

#[cfg(test)]
pub(crate) mod tests {
    use super::*;

    /// So many themes, landed in every way in turn, with so many reactions in each.
    pub(crate) fn many(themes: usize, each: u32) -> Signpost {
        let text = |text: String| Localised::Same(text);
        let theme = |at: usize| SignTheme {
            id: Id::try_from(format!("thema-{at}").as_str()).unwrap(),
            title: text(format!("Thema {at} met een lange naam")),
            count: each,
            landings: vec![SignLanding {
                status: LandingStatus::ALL[at % LandingStatus::ALL.len()],
                what: text("Wat wij doen".into()),
                with: text("Wie het doet".into()),
            }],
        };
        let way = |at| SignWay { source: Origin::Resident, themes: vec![at], count: each };
        Signpost {
            received: BySource { resident: each * themes as u32, ..BySource::default() },
            themes: (0..themes).map(theme).collect(),
            ways: (0..themes).map(way).collect(),
            set_aside: 0,
            pending: 0,
        }
    }

    pub(crate) fn signpost() -> Signpost {
        let text = |text: &str| Localised::Same(text.into());
        let landing = |status| SignLanding { status, what: text("Wat"), with: text("Wie") };
        let theme = |id: &str, count, statuses: &[LandingStatus]| SignTheme {
            id: Id::try_from(id).unwrap(),
            title: text(id),
            count,
            landings: statuses.iter().copied().map(landing).collect(),
        };
        let way = |source, themes: &[usize], count| SignWay { source, themes: themes.to_vec(), count };
        Signpost {
            received: BySource { resident: 12, gathering: 4, paper: 1, unconfirmed: 0 },
            themes: vec![
                theme("bus", 10, &[LandingStatus::PassedOn, LandingStatus::Partly]),
                theme("taal", 6, &[LandingStatus::Adopted]),
            ],
            ways: vec![
                way(Origin::Resident, &[0], 6),
                way(Origin::Resident, &[0, 1], 3),
                way(Origin::Gathering, &[1], 3),
                way(Origin::Paper, &[0], 1),
            ],
            set_aside: 2,
            pending: 2,
        }
    }

    #[test]
    fn an_arm_counts_each_of_its_reactions_once() {
        let mut signpost = signpost();
        let arm = |status, themes: &[usize], count| Arm { status, themes: themes.to_vec(), count };
        use LandingStatus::{Adopted, Partly, PassedOn};
        let arms = [arm(Adopted, &[1], 6), arm(Partly, &[0], 10), arm(PassedOn, &[0], 10)];
        assert_eq!(signpost.arms(), arms);
        assert_eq!(signpost.on_several_arms(), [0]);
        // Three reactions are in both themes: 10 and 6 are 13 people.
        signpost.themes[0].landings.truncate(1);
        signpost.themes[0].landings[0].status = Adopted;
        assert_eq!(signpost.arms(), [arm(Adopted, &[0, 1], 13)]);
        assert_eq!(signpost.on_several_arms(), [0usize; 0]);
    }

    #[test]
    fn by_how_many_themes_they_are_in_all_counts_of_themes_come_to_those_of_reactions() {
        let signpost = signpost();
        assert_eq!(signpost.spread(), [(1, 10), (2, 3)]);
        let themes: u32 = signpost.themes.iter().map(|theme| theme.count).sum();
        assert_eq!(signpost.spread().iter().map(|(themes, count)| *themes as u32 * count).sum::<u32>(), themes);
        let ways: u32 = signpost.ways.iter().map(|way| way.count).sum();
        assert_eq!(signpost.spread().iter().map(|(_, count)| count).sum::<u32>(), ways);
    }

    #[test]
    fn it_is_read_back_as_it_was_written() {
        let text = serde_json::to_string(&signpost()).unwrap();
        assert_eq!(crate::domain::from_json::read::<Signpost>(&text), Some(signpost()));
    }
}
