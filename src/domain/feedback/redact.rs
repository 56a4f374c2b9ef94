//! Quotes taken out of what was published, when their writer no longer agrees: in every version, which then says so.

use super::{Feedback, Quote, Version};
use crate::domain::day::Day;
use serde::Serialize;

/// What was taken out of a version after it was published.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
pub struct Redaction {
    /// How many quotes.
    pub quotes: u32,
    /// When the last of them.
    pub on: Day,
}

impl Feedback {
    /// The same without the quotes that are `gone`, and saying that they were taken out; `None` when it has none of them.
    pub fn without(&self, gone: impl Fn(&Quote) -> bool, on: Day) -> Option<Self> {
        let mut account = self.0.clone();
        let mut quotes = 0u32;
        for theme in &mut account.themes {
            let before = theme.quotes.len();
            theme.quotes.retain(|quote| !gone(quote));
            quotes = quotes.saturating_add(u32::try_from(before - theme.quotes.len()).unwrap_or(u32::MAX));
        }
        let of_this = account.history.iter_mut().find(|version| version.version == account.version);
        if let Some(Version { redacted, .. }) = of_this {
            let before = redacted.map_or(0, |redaction| redaction.quotes);
            *redacted = Some(Redaction { quotes: before.saturating_add(quotes), on });
        }
        (quotes > 0).then_some(Self(account))
    }

    /// The version that it is, as its own history tells it.
    pub fn told_version(&self) -> Option<&Version> {
        self.history.iter().find(|version| version.version == self.version)
    }
}
