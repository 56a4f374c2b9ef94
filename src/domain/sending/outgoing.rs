//! What of a gathering can be sent, what waits and why, and what was sent. What can't be taken is never sent to be refused.

use super::{reactions, receipt, secrets, sent};
use crate::domain::{
    day::Day,
    gathering::{
        About, Deed, Gathering, GatheringId, Kind, Nature, Notebook, Offered, Remark, RemarkId, Words, place::Key,
    },
    id::ReactionId,
    language::Language,
    log::TextId,
    ordered::Ordered,
    reaction::{Secret, Source, envelope},
};
use serde_json::{Map, Value as Json, json};
use std::collections::{BTreeMap, BTreeSet};

/// A remark, and how its sending stands.
#[derive(Clone, Debug, PartialEq)]
pub struct Outgoing {
    /// Which.
    pub remark: RemarkId,
    /// The reaction that it becomes, or became.
    pub reaction: ReactionId,
    /// How it stands.
    pub state: State,
}

/// How the sending of a remark stands.
#[derive(Clone, Debug, PartialEq)]
pub enum State {
    /// It can go.
    Ready {
        /// The exact text to send.
        envelope: String,
        /// What is to be put in the log once it was taken.
        sent: Deed,
    },
    /// It can't go now.
    Waits(Waits),
    /// It was sent; and what happened to it here since, which changes nothing in what was sent.
    Sent(Option<Since>),
}

/// Why a remark can't go now.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Waits {
    /// A colleague told it: it is no reaction of a resident.
    Colleague,
    /// The gathering is put away.
    PutAway,
    /// There is no question of the site that the gathering is about; without an agenda: not just one that listens.
    NoConsultation,
    /// Hosts wrote different things of it, or of what the gathering is about and when. What is sent is fixed, so they settle
    /// that first.
    Disputed,
    /// Nobody said on which day the gathering is.
    NoDay,
    /// The gathering is on this day, which is still to come.
    NotHeld(Day),
    /// One can respond from this day on.
    NotOpen(Day),
    /// The gathering was before this day, the first on which one can respond.
    HeldBefore(Day),
    /// One could respond until this day.
    Closed(Day),
    /// The question asks nothing that one answers in one's own words.
    NoQuestion,
    /// No secret was made yet.
    NoSecret,
    /// Its words are not here.
    NoWords,
    /// It has more characters than a remark can have.
    TooLong {
        /// The most.
        max: usize,
        /// How many it has.
        has: usize,
    },
}

/// What happened to a remark after it was sent.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Since {
    /// It was taken back.
    TakenBack,
    /// Its words were erased. Staff can erase the reaction.
    Erased,
    /// It has other words.
    Reworded,
    /// It is of another kind.
    Sorted,
}

/// The question of the site that a gathering is about. Without an agenda: the one that listens on its day, if there is just one.
pub fn about<'a>(gathering: &Gathering, offered: &'a [Offered]) -> Option<&'a Offered> {
    let only = |mut some: Vec<&'a Offered>| if some.len() == 1 { some.pop() } else { None };
    match gathering.about.as_ref()? {
        About::Consultation(slug) => offered.iter().find(|one| one.slug == *slug),
        About::Listening => {
            let listening = || offered.iter().filter(|one| one.listening);
            let then = |one: &&Offered| gathering.day.is_some_and(|day| one.opens <= day && day <= one.closes);
            only(listening().filter(then).collect()).or_else(|| only(listening().collect()))
        }
    }
}

/// How the sending of every remark stands: those that are there in their order, then those that were sent and taken back or
/// erased.
pub fn outgoing(
    id: GatheringId,
    notebook: &Notebook,
    gathering: &Gathering,
    offered: &[Offered],
    today: Day,
) -> Vec<Outgoing> {
    all(id, notebook, gathering, offered, Some(today))
}

/// The same of what staff bring in from a gathering's own file: no day stands in the way of that, as what was said in time
/// counts whenever its file comes.
pub fn brought(id: GatheringId, notebook: &Notebook, gathering: &Gathering, offered: &[Offered]) -> Vec<Outgoing> {
    all(id, notebook, gathering, offered, None)
}

fn all(
    id: GatheringId,
    notebook: &Notebook,
    gathering: &Gathering,
    offered: &[Offered],
    today: Option<Day>,
) -> Vec<Outgoing> {
    let hall = Hall { id, notebook, gathering, offered: about(gathering, offered), today };
    let (sent, reactions) = (sent(notebook), reactions(id, notebook));
    let secret = secrets(notebook).into_iter().next();
    let disputed = hall.disputed();
    let there = gathering.remarks.iter().map(|remark| remark.id).to_set();
    let standing = gathering.remarks.iter().filter_map(|remark| {
        let reaction = reactions.get(&remark.id)?;
        let state = match sent.get(&remark.id) {
            Some(as_sent) => State::Sent(hall.since(remark, as_sent)),
            None if disputed.contains(&remark.id) => State::Waits(Waits::Disputed),
            None => match (hall.waits(remark), hall.ready(remark, reaction, secret.as_ref())) {
                (Some(why), _) | (None, Err(why)) => State::Waits(why),
                (None, Ok((envelope, sent))) => State::Ready { envelope, sent },
            },
        };
        Some(Outgoing { remark: remark.id, reaction: reaction.clone(), state })
    });
    let gone = sent.keys().filter(|remark| !there.contains(remark)).filter_map(|remark| {
        let reaction = reactions.get(remark)?.clone();
        Some(Outgoing { remark: *remark, reaction, state: State::Sent(Some(hall.gone(*remark))) })
    });
    standing.chain(gone).collect()
}

/// What is known of a gathering when something of it is to be sent.
struct Hall<'a> {
    id: GatheringId,
    notebook: &'a Notebook,
    gathering: &'a Gathering,
    offered: Option<&'a Offered>,
    /// The day on which it would be sent; nothing of what does not go over the network.
    today: Option<Day>,
}

impl Hall<'_> {
    /// The day on which something was said: that of the gathering, or its own where there is none.
    fn day(&self, remark: &Remark) -> Option<Day> {
        match self.gathering.nature {
            Nature::Ideas => i64::try_from(remark.at).ok().and_then(Day::in_the_netherlands),
            Nature::Hall | Nature::Interview => self.gathering.day,
        }
    }

    /// Why nothing can go of what was said then.
    fn waits(&self, remark: &Remark) -> Option<Waits> {
        if self.gathering.nature == Nature::Interview {
            return Some(Waits::Colleague);
        }
        if self.gathering.away {
            return Some(Waits::PutAway);
        }
        let contested = |key: &Key| self.gathering.conflicts.iter().any(|conflict| conflict.key == *key);
        if contested(&Key::About) || contested(&Key::Day) {
            return Some(Waits::Disputed);
        }
        let Some(offered) = self.offered else { return Some(Waits::NoConsultation) };
        let Some(day) = self.day(remark) else { return Some(Waits::NoDay) };
        match self.today {
            Some(today) if today > offered.closes => Some(Waits::Closed(offered.closes)),
            Some(today) if today < day => Some(Waits::NotHeld(day)),
            Some(today) if today < offered.opens => Some(Waits::NotOpen(offered.opens)),
            _ if day < offered.opens => Some(Waits::HeldBefore(offered.opens)),
            _ => None,
        }
    }

    /// Remarks of which hosts wrote different things.
    fn disputed(&self) -> BTreeSet<RemarkId> {
        let remark = |key: &Key| match key {
            Key::Text(id) | Key::Kind(id) | Key::Kept(id) => Some(*id),
            _ => None,
        };
        self.gathering.conflicts.iter().filter_map(|conflict| remark(&conflict.key)).to_set()
    }

    /// What happened to a remark that was sent and is not there any more.
    fn gone(&self, remark: RemarkId) -> Since {
        let log = self.notebook.log();
        let erased = Deed::text(log, &Key::Text(remark)).is_some_and(|text| log.erased_text(&text).is_some());
        if erased { Since::Erased } else { Since::TakenBack }
    }

    /// What happened to a remark since it was sent.
    fn since(&self, remark: &Remark, sent: &BTreeSet<(Kind, TextId)>) -> Option<Since> {
        let now = Deed::text(self.notebook.log(), &Key::Text(remark.id))?;
        let same = |text: &TextId| *text == now || self.notebook.text(*text) == remark.text.as_deref();
        if !sent.iter().any(|(_, text)| same(text)) {
            return Some(Since::Reworded);
        }
        (!sent.iter().any(|(kind, _)| *kind == remark.kind)).then_some(Since::Sorted)
    }

    /// What is sent of a remark, and what is noted of it then.
    fn ready(&self, remark: &Remark, reaction: &ReactionId, secret: Option<&Secret>) -> Result<(String, Deed), Waits> {
        let (Some(offered), Some(day)) = (self.offered, self.day(remark)) else {
            return Err(Waits::NoConsultation);
        };
        let words = remark.text.as_deref().map(str::trim).filter(|words| !words.is_empty()).ok_or(Waits::NoWords)?;
        let (max, has) = (Words::REMARK, words.chars().count());
        if has > max {
            return Err(Waits::TooLong { max, has });
        }
        let question = offered.question(remark.kind).ok_or(Waits::NoQuestion)?;
        let secret = secret.ok_or(Waits::NoSecret)?;
        let text = Deed::text(self.notebook.log(), &Key::Text(remark.id)).ok_or(Waits::NoWords)?;
        // Nobody who was there was asked whether they may be quoted; and these are the words of who noted them.
        let mut fields = BTreeMap::from([
            ("id", json!(reaction)),
            ("consultation", json!(offered.slug)),
            ("revision", json!(offered.revision)),
            ("language", json!(Language::Nl)),
            ("source", json!(Source::Gathering)),
            ("tag", json!(receipt(self.id).tag(&offered.slug))),
            ("quote_consent", json!(false)),
            ("day", json!(day)),
            ("answers", json!([{ "question": question.id, "value": words }])),
            ("gathering", json!({ "id": self.id, "kind": remark.kind })),
        ]);
        let whole = |fields: &BTreeMap<&str, Json>| -> Map<String, Json> {
            let mut whole = Map::new();
            whole.extend(fields.iter().map(|(name, value)| ((*name).to_owned(), value.clone())));
            whole
        };
        let proof = secret.prove(&whole(&fields));
        fields.insert("gathering", json!({ "id": self.id, "kind": remark.kind, "proof": proof }));
        let envelope = envelope(&whole(&fields));
        debug_assert!(envelope.is_some(), "every field is there");
        Ok((envelope.unwrap_or_default(), Deed::Sent { remark: remark.id, text, kind: remark.kind }))
    }
}
