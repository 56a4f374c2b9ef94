//! What the site offers to gatherings, as it stands in the page of the desk: the questions that they can be about, with what
//! is needed to send what was said, the touchstones that can show in them, and the places where they can be.

use crate::domain::{
    consultation::{Consultation, ConsultationKind},
    day::Day,
    id::Id,
    kind::Kind,
    language::Language,
    question,
};
use serde::{Deserialize, Serialize};

/// A question of the site.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Offered {
    /// Its slug.
    pub slug: Id,
    /// What it is called.
    pub title: String,
    /// The first day on which one can respond.
    pub opens: Day,
    /// The last day on which one can respond.
    pub closes: Day,
    /// The revision of what it asks.
    pub revision: u32,
    /// Whether it is one without an agenda.
    pub listening: bool,
    /// What of it can be answered in people's own words, in the order of the form.
    pub open: Vec<OpenQuestion>,
}

/// Something that one answers in one's own words.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct OpenQuestion {
    /// Which.
    pub id: Id,
    /// What it asks for; nothing where that is left open.
    pub about: Option<Kind>,
}

/// What the site offers.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Offer {
    /// What the site is called.
    #[serde(default)]
    pub name: String,
    /// Who asks on it.
    #[serde(default)]
    pub organisation: String,
    /// The e-mail address of those who have it.
    #[serde(default)]
    pub email: String,
    /// Their telephone number.
    #[serde(default)]
    pub phone: String,
    /// Its questions, those that closed too.
    pub questions: Vec<Offered>,
    /// The touchstones: what each is called, by its name in the site's settings, and what it holds.
    pub touchstones: Vec<OfferedTouchstone>,
    /// The municipalities of its places.
    #[serde(default)]
    pub regions: Vec<OfferedRegion>,
}

/// A municipality, with the villages in it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct OfferedRegion {
    /// What it is called.
    pub name: String,
    /// The names of its villages.
    pub villages: Vec<String>,
}

/// A touchstone of the site.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct OfferedTouchstone {
    /// Its name.
    pub id: Id,
    /// What it is called.
    pub title: String,
    /// What it asks for.
    pub items: Vec<String>,
}

impl Offered {
    /// What is offered of a consultation, called as in this language.
    pub fn of(consultation: &Consultation, language: Language) -> Self {
        let open = |asked: &question::Question<_>| {
            let about = match &asked.kind {
                question::Kind::Story(story) => Some(story.about),
                question::Kind::Text(_) => None,
                _ => return None,
            };
            Some(OpenQuestion { id: asked.id.clone(), about })
        };
        Self {
            slug: consultation.slug.clone(),
            title: consultation.title.get(language).to_owned(),
            opens: consultation.opens,
            closes: consultation.ends(),
            revision: consultation.revision,
            listening: consultation.kind == ConsultationKind::Listening,
            open: consultation.questions.iter().filter_map(open).collect(),
        }
    }

    /// The question that a remark of this kind answers: one that asks for it; else one that leaves open what it asks for;
    /// else any that one tells something to. Never one with answers to choose from.
    pub fn question(&self, kind: Kind) -> Option<&OpenQuestion> {
        let asks = |about| self.open.iter().find(move |one| one.about == about);
        // What the system puts in somebody's way bothers them.
        let bother = || asks(Some(Kind::Bother)).filter(|_| kind == Kind::Obstacle);
        asks(Some(kind)).or_else(bother).or_else(|| asks(None)).or(self.open.first())
    }
}
