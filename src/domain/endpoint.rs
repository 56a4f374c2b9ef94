//! Where reactions go: the endpoint named in `site.json`.

use crate::domain::{from_json::FromJson, own_json::Json};
use serde::Serialize;

/// Where the browser sends reactions. A new kind is added here, and in [`super::delivery`] for what it sends and what it believes.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(tag = "kind", rename_all = "lowercase")]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
pub enum Endpoint {
    /// The collector of this project: one process that stores before it answers.
    Collector {
        /// Address of the reactions resource; a path is taken relative to the site's base path.
        url: String,
    },
}

impl Endpoint {
    /// The address to post to, on a site published under `base` (which begins and ends with `/`).
    pub fn address(&self, base: &str) -> String {
        match self {
            Endpoint::Collector { url } => match url.strip_prefix('/') {
                Some(rest) => format!("{base}{rest}"),
                None => url.clone(),
            },
        }
    }
}

impl FromJson for Endpoint {
    fn from_json(json: &Json) -> Option<Self> {
        match json.get("kind").text()? {
            "collector" => Some(Endpoint::Collector { url: FromJson::from_json(json.get("url"))? }),
            _ => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_path_moves_with_the_site_and_an_address_does_not() {
        let at = |url: &str| Endpoint::Collector { url: url.into() }.address("/sub/");
        assert_eq!(at("/api/reactions"), "/sub/api/reactions");
        assert_eq!(at("https://r.example.org/in"), "https://r.example.org/in");
    }
}
