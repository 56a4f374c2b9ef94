//! Feedback (terugkoppeling): the published account of what was done with the reactions to a consultation.
//!
//! - [`landing`]: where a theme landed, and why.
//! - [`balance`]: received = landed + set aside + pending.
//! - [`imbalance`]: why an account does not add up.
//! - [`redact`]: quotes taken out of what was published.
//! - [`village`]: counts of places, merged until nobody is recognisable.
//!
//! An [`Account`] is what somebody wants to publish. Only one that adds up becomes a [`Feedback`], and only that is shown.

pub mod balance;
pub mod imbalance;
pub mod landing;
pub mod redact;
pub mod village;

pub use balance::{BySource, Counts, ErasedCount, GatheringCount, Origin, PendingCount, SetAsideCount, Way};
pub use imbalance::Imbalance;
pub use landing::{Destination, DestinationKind, Landing, LandingFault, LandingStatus};
pub use redact::Redaction;
pub use village::PlaceCounts;

use super::{day::Day, id::Id, language::Localised, language_tag::LanguageTag, receipt::Receipt};
use serde::{Deserialize, Serialize};
use std::ops::Deref;

/// The file's format.
pub const FORMAT: &str = "beginspraak.feedback/1";

/// Something that many people said in their own words.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
pub struct PublishedTheme {
    /// Names its place on the page and in lookup files.
    pub id: Id,
    /// In a line.
    pub title: Localised,
    /// What we heard.
    pub summary: Localised,
    /// How many reactions say something about it.
    pub count: u32,
    /// In their own words, with their consent.
    #[cfg_attr(not(target_arch = "wasm32"), schemars(default))]
    pub quotes: Vec<Quote>,
    /// Where it landed; at least one.
    pub landings: Vec<Landing>,
}

/// What somebody wrote, word for word, with `[…]` where something was left out.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
pub struct Quote {
    /// The words.
    pub text: String,
    /// The language in which they were written.
    pub language: LanguageTag,
}

/// Something that was learned, or went wrong.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
pub struct Lesson {
    /// What.
    pub text: Localised,
    /// Whether it is something that went wrong.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    #[cfg_attr(not(target_arch = "wasm32"), schemars(default))]
    pub mistake: bool,
}

/// What happens next.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
pub struct NextStep {
    /// What.
    pub text: Localised,
    /// When.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub date: Option<Day>,
    /// By whom.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub who: Option<Localised>,
}

/// One earlier or present version.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
pub struct Version {
    /// 1, 2, …
    pub version: u32,
    /// The day it was published.
    pub published: Day,
    /// What changed; the first has none.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub note: Option<Localised>,
    /// What was taken out of it after it was published.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub redacted: Option<Redaction>,
}

/// Everything that feedback says, whether or not it adds up.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema), schemars(rename = "Feedback"))]
pub struct Account {
    /// The consultation.
    pub slug: Id,
    /// Made up to show how it works; the page says so.
    #[cfg_attr(not(target_arch = "wasm32"), schemars(default))]
    pub example: bool,
    /// Codes with which one can try the lookup; in an example only.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    #[cfg_attr(not(target_arch = "wasm32"), schemars(default))]
    pub example_receipts: Vec<Receipt>,
    /// 1, 2, …
    pub version: u32,
    /// The day it was published.
    pub published: Day,
    /// Every version with this one, the first one first.
    pub history: Vec<Version>,
    /// The day up to which these are all reactions that came in, if somebody brought all of them together then.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub gathered: Option<Day>,
    /// How many reactions there were, and where they are now.
    pub counts: Counts,
    /// How many from which source went to which themes.
    pub ways: Vec<Way>,
    /// From where, if that can be told without anybody being recognised.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub places: Option<PlaceCounts>,
    /// What people said and where it landed.
    pub themes: Vec<PublishedTheme>,
    /// What was learned and what went wrong.
    #[cfg_attr(not(target_arch = "wasm32"), schemars(default))]
    pub learned: Vec<Lesson>,
    /// What happens next.
    #[cfg_attr(not(target_arch = "wasm32"), schemars(default))]
    pub next_steps: Vec<NextStep>,
}

/// An account that adds up.
#[derive(Clone, Debug, PartialEq)]
pub struct Feedback(Account);

impl TryFrom<Account> for Feedback {
    type Error = Vec<Imbalance>;

    fn try_from(account: Account) -> Result<Self, Vec<Imbalance>> {
        let found = imbalance::check(&account);
        if found.is_empty() { Ok(Self(account)) } else { Err(found) }
    }
}

impl Deref for Feedback {
    type Target = Account;

    fn deref(&self) -> &Account {
        &self.0
    }
}

impl Serialize for Feedback {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        #[derive(Serialize)]
        struct File<'a> {
            format: &'static str,
            #[serde(flatten)]
            account: &'a Account,
        }
        File { format: FORMAT, account: &self.0 }.serialize(serializer)
    }
}

impl Feedback {
    /// Whether it says the same as another one, apart from its version and when that was published.
    pub fn says_the_same(&self, other: &Feedback) -> bool {
        let bare = |feedback: &Feedback| {
            let Account { published, .. } = other.0;
            Account { version: 0, published, history: Vec::new(), ..feedback.0.clone() }
        };
        bare(self) == bare(other)
    }
}
