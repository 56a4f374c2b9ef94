//! What somebody writes in the desk: a question, or the site as a whole. Each has its fields, its draft in the work folder, and
//! the file that is published.

use super::{
    FILE,
    form::{CONSULTATION, Field},
    site::SITE,
};
use crate::domain::id::Id;
use serde_json::Value;

/// How the format of the site begins, whatever its number.
const OF_SITE: &str = "beginspraak.site/";

/// What it is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Matter {
    /// A question with this name in addresses.
    Question(Id),
    /// The site.
    Site,
}

impl Matter {
    /// What its folder in `work` is called. No question can have the name of that of the site.
    pub fn name(&self) -> &str {
        match self {
            Matter::Question(slug) => slug.as_str(),
            Matter::Site => "_site",
        }
    }

    /// Its draft, in the work folder.
    pub fn draft(&self) -> String {
        format!("work/{}/{FILE}", self.name())
    }
}

/// The fields of a draft, by what it says that it is; and what stands before their names.
pub fn fields(root: &Value) -> (&'static [Field], &'static str) {
    let format = root.get("format").and_then(Value::as_str).unwrap_or_default();
    if format.starts_with(OF_SITE) { (SITE, "site") } else { (CONSULTATION, "") }
}
