//! The signpost (wegwijzer): what a picture of feedback needs, and nothing else, for the page and for the lookup.

use super::{
    feedback::{BySource, Feedback, Landing, LandingStatus},
    from_json::from_json,
    id::Id,
    language::Localised,
    reaction::Source,
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

/// So many reactions from a source landed in exactly these themes.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct SignWay {
    /// From where.
    pub source: Source,
    /// Places in [`Signpost::themes`].
    pub themes: Vec<usize>,
    /// How many.
    pub count: u32,
}

impl Signpost {
    /// How wide the branch from each source to each theme is, in reactions. One that belongs to several themes counts in
    /// each for its part, so that all branches together are as wide as what landed.
    pub fn widths(&self) -> Vec<[f64; 3]> {
        let mut widths = vec![[0.0; 3]; self.themes.len()];
        for way in &self.ways {
            for theme in &way.themes {
                if let Some(width) = widths.get_mut(*theme) {
                    width[way.source as usize] += f64::from(way.count) / way.themes.len() as f64;
                }
            }
        }
        widths
    }

    /// Each status that occurs, in the order of [`LandingStatus`], with how many reactions wide its branches are. A theme
    /// that landed in several places is divided evenly.
    pub fn landed(&self) -> Vec<(LandingStatus, f64)> {
        let widths = self.widths();
        let of = |status: LandingStatus| {
            let themes = self.themes.iter().zip(&widths);
            let branches = themes.map(|(theme, width)| {
                let all = theme.landings.len().max(1) as f64;
                let these = theme.landings.iter().filter(|landing| landing.status == status).count() as f64;
                width.iter().sum::<f64>() * these / all
            });
            (status, branches.sum())
        };
        let occurs =
            |status: &LandingStatus| self.themes.iter().any(|t| t.landings.iter().any(|l| l.status == *status));
        LandingStatus::ALL.into_iter().filter(occurs).map(of).collect()
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
            received: BySource { resident: 12, gathering: 4, paper: 1 },
            themes: vec![
                theme("bus", 10, &[LandingStatus::PassedOn, LandingStatus::Partly]),
                theme("taal", 6, &[LandingStatus::Adopted]),
            ],
            ways: vec![
                way(Source::Resident, &[0], 6),
                way(Source::Resident, &[0, 1], 3),
                way(Source::Gathering, &[1], 3),
                way(Source::Paper, &[0], 1),
            ],
            set_aside: 2,
            pending: 2,
        }
    }

    #[test]
    fn branches_are_together_as_wide_as_what_landed() {
        let signpost = signpost();
        assert_eq!(signpost.widths(), [[7.5, 0.0, 1.0], [1.5, 3.0, 0.0]]);
        let landed = signpost.landed();
        assert_eq!(
            landed,
            [(LandingStatus::Adopted, 4.5), (LandingStatus::Partly, 4.25), (LandingStatus::PassedOn, 4.25)]
        );
        let ways: u32 = signpost.ways.iter().map(|way| way.count).sum();
        assert_eq!(landed.iter().map(|(_, width)| width).sum::<f64>(), f64::from(ways));
    }

    #[test]
    fn it_is_read_back_as_it_was_written() {
        let text = serde_json::to_string(&signpost()).unwrap();
        assert_eq!(crate::domain::from_json::read::<Signpost>(&text), Some(signpost()));
    }
}
