//! What the screen in the hall shows at this moment, beside the remarks that were shown: nobody needs to know it later.

use super::id::RemarkId;
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

#[cfg(test)]
mod tests {
    use super::*;

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
