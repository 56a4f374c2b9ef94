//! The outbox: reactions that are saved on the device and not yet acknowledged, and the record kept of those that are.

use super::{
    day::Day,
    delivery::{Delivery, Parcel, Refusal, Trouble},
    endpoint::Endpoints,
    id::{Id, ReactionId},
    language::Language,
    receipt::Receipt,
};
use crate::domain::{
    from_json::{FromJson, from_json, variant},
    own_json::Json,
};
use serde::Serialize;

/// The format of a stored item and record; a newer one is left alone.
pub const FORMAT: &str = "beginspraak.device/1";

/// The database of a site at the root of its host, and the first part of the name of any other.
pub const DATABASE: &str = "beginspraak";

/// A name of one site, for what all sites of an origin share: under another path lives a stranger.
pub fn own(name: &str, base: &str) -> String {
    [name, base.trim_end_matches('/')].concat()
}

/// What the device keeps of a reaction for its sender.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Copy {
    /// Always [`FORMAT`].
    pub format: String,
    /// The reaction's id.
    pub id: ReactionId,
    /// The consultation.
    pub slug: Id,
    /// The consultation's title, so that the list can be shown without network.
    pub title: String,
    /// The language of the page it was written on.
    pub language: Language,
    /// The day it was written.
    pub day: Day,
    /// When feedback is promised.
    pub feedback_due: Day,
    /// The code to find it back with.
    pub receipt: Receipt,
    /// The envelope: the exact bytes to send, and to keep as a copy after sending.
    pub envelope: String,
    /// The same to read, as the questions are not on the device: the title of each, under it the lines of the answer, and
    /// an empty line before the next. An earlier release kept none.
    pub words: Option<String>,
}

/// A reaction on its way.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Item {
    /// The reaction.
    pub copy: Copy,
    /// Where it goes.
    pub endpoint: Endpoints,
    /// The base path of the site it was written on.
    pub base: String,
    /// How it stands.
    pub state: State,
}

/// How an unsent reaction stands.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum State {
    /// To be sent; with what went wrong the last time.
    Waiting(Option<Trouble>),
    /// The server will not take it. It stays until its writer deletes it.
    Refused(Refusal),
    /// Its writer has brought or mailed it.
    HandedOver(()),
}

/// What to do with an item after an attempt.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum After {
    /// Take it out of the outbox and put this among the sent ones, in one transaction.
    Sent(Copy),
    /// Store it again, as it stands now.
    Kept(Item),
}

impl Item {
    /// A reaction that was just written.
    pub fn new(copy: Copy, endpoint: impl Into<Endpoints>, base: String) -> Self {
        Self { copy, endpoint: endpoint.into(), base, state: State::Waiting(None) }
    }

    /// Whether the sender should try it. There is no expiry and no clock: a wrong clock loses nothing.
    pub fn is_waiting(&self) -> bool {
        matches!(self.state, State::Waiting(_))
    }

    /// Whether its writer has to bring or mail it.
    pub fn is_by_hand(&self) -> bool {
        self.state == State::Waiting(Some(Trouble::ByHand))
    }

    /// What is to be sent.
    pub fn parcel(&self) -> Parcel<'_> {
        Parcel { id: &self.copy.id, consultation: &self.copy.slug, envelope: &self.copy.envelope }
    }

    /// What an attempt means for the item.
    pub fn after(self, delivery: Delivery) -> After {
        let state = match delivery {
            Delivery::Accepted => return After::Sent(self.copy),
            Delivery::RetryLater(trouble) => State::Waiting(Some(trouble)),
            Delivery::RefreshConfig => State::Waiting(Some(Trouble::NotSetUp)),
            Delivery::Refused(refusal) => State::Refused(refusal),
        };
        After::Kept(Self { state, ..self })
    }
}

/// Whether a stored item is one that the sender should try. It does not read the whole of it: the first app of a page
/// asks, and need not know the rest. `sends`: the site sends, and leaves nothing to its writer to bring.
pub fn is_to_send(stored: &str, sends: bool) -> bool {
    let Some(item) = Json::read(stored) else { return false };
    let ours = item.get("copy").get("format").text() == Some(FORMAT);
    ours && matches!(variant(item.get("state")), Some(("waiting", trouble)) if sends || trouble.text() != Some("by_hand"))
}

/// Seconds to wait before the next round of attempts, after `failures` rounds in a row that got nothing through:
/// 5 s, 10 s, … up to 5 minutes. `jitter` in 0–255 spreads devices over half of that again.
pub fn pause(failures: u32, jitter: u8) -> u32 {
    let base = 5u32.saturating_mul(1 << failures.min(6)).min(300);
    base + base * u32::from(jitter) / 512
}

from_json!(Copy { format, id, slug, title, language, day, feedback_due, receipt, envelope, words });
from_json!(Item { copy, endpoint, base, state });

impl FromJson for State {
    fn from_json(json: &Json) -> Option<Self> {
        match variant(json)? {
            ("waiting", trouble) => FromJson::from_json(trouble).map(State::Waiting),
            ("refused", refusal) => FromJson::from_json(refusal).map(State::Refused),
            ("handed_over", _) => Some(State::HandedOver(())),
            _ => None,
        }
    }
}

#[cfg(test)]
mod tests;
