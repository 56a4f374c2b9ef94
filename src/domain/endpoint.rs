//! Where reactions go: the endpoint, or several in the order in which they are tried, named in `site.json`.

use crate::domain::{
    from_json::{self, FromJson, from_json, from_names},
    own_json::Json,
};
use serde::{Serialize, Serializer};

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
    /// A bucket that speaks S3: the browser posts straight into it, under a signed policy.
    S3 {
        /// Address of the file that `sign-intake` writes; a path is taken relative to the site's base path.
        intake: String,
        /// The origin of the bucket, the only one to which the site's security policy lets the browser post.
        origin: String,
    },
    /// A service that takes forms.
    Form(FormService),
    /// Nobody takes it: a resident downloads it and brings or mails it.
    File {
        /// The address to mail to; without it, the site's own.
        #[cfg_attr(not(target_arch = "wasm32"), schemars(default))]
        mail: String,
    },
}

/// A service that takes forms, such as Netlify Forms, Formspree, Basin or Web3Forms.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
pub struct FormService {
    /// Where forms are posted; a path is taken relative to the site's base path.
    pub url: String,
    /// How the fields are written.
    pub encoding: Encoding,
    /// Fields that the service wants besides the reaction, such as an access key.
    #[cfg_attr(not(target_arch = "wasm32"), schemars(default, with = "std::collections::BTreeMap<String, String>"))]
    pub fields: Fields,
    /// A field that people leave empty and robots fill in.
    pub honeypot: Option<String>,
    /// The answer that counts as taken; without it, that of the service by its address.
    #[cfg_attr(not(target_arch = "wasm32"), schemars(default))]
    pub accepted: Accepted,
}

/// How the fields of a form are written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
pub enum Encoding {
    /// As a plain form.
    Urlencoded,
    /// As a form with files.
    Multipart,
    /// As an object.
    Json,
}

/// The answer of a form service that counts as taken.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
pub struct Accepted {
    /// Its status.
    pub status: u32,
    /// What stands in it, white space aside: something that no other machine would say.
    pub contains: String,
}

/// Names with their values, in order; an object in JSON.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Fields(pub Vec<(String, String)>);

impl Serialize for Fields {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_map(self.0.iter().map(|(name, value)| (name, value)))
    }
}

impl FromJson for Fields {
    fn from_json(json: &Json) -> Option<Self> {
        let Json::Object(fields) = json else { return None };
        let field = |(name, value): &(String, Json)| Some((name.clone(), FromJson::from_json(value)?));
        fields.iter().map(field).collect::<Option<_>>().map(Self)
    }
}

/// One endpoint, or several: the first is tried first, the next when that does not take it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(untagged)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
pub enum Endpoints {
    /// Just this one.
    One(Endpoint),
    /// These, in this order.
    InOrder(Vec<Endpoint>),
}

impl Endpoints {
    /// The endpoints, the first to be tried first.
    pub fn all(&self) -> &[Endpoint] {
        match self {
            Endpoints::One(endpoint) => std::slice::from_ref(endpoint),
            Endpoints::InOrder(endpoints) => endpoints,
        }
    }

    /// Where a form posts itself without JavaScript; `None` when no endpoint can take one.
    pub fn action(&self, base: &str) -> Option<String> {
        self.all().iter().find_map(|endpoint| match endpoint {
            Endpoint::Collector { url } | Endpoint::Form(FormService { url, .. }) => Some(address(url, base)),
            Endpoint::S3 { .. } | Endpoint::File { .. } => None,
        })
    }
}

impl Endpoint {
    /// The hosts of others that a browser asks something of when it sends a reaction here.
    pub fn hosts(&self) -> Vec<&str> {
        let addresses = match self {
            Endpoint::Collector { url } | Endpoint::Form(FormService { url, .. }) => vec![url],
            Endpoint::S3 { intake, origin } => vec![intake, origin],
            Endpoint::File { .. } => vec![],
        };
        addresses.into_iter().filter_map(|url| url.split_once("://")?.1.split('/').next()).collect()
    }
}

impl From<Endpoint> for Endpoints {
    fn from(endpoint: Endpoint) -> Self {
        Endpoints::One(endpoint)
    }
}

/// Beside the pages of a site: where its reactions go now. What waits on a device may have been written long before.
pub const FILE: &str = "endpoint.json";
/// Its format.
pub const FORMAT: &str = "beginspraak.endpoint/1";

/// Where the reactions of a site go, as its newest release says.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Present {
    /// Always [`FORMAT`].
    pub format: String,
    /// The path that the site lives under.
    pub base: String,
    /// The endpoints.
    pub endpoint: Endpoints,
}

impl Present {
    /// Reads the file; `None` if it is none of ours, such as a log-in page of a public network.
    pub fn read(text: &str) -> Option<Self> {
        from_json::read::<Self>(text).filter(|present| present.format == FORMAT)
    }
}

/// A path as an address on a site published under `base` (which begins and ends with `/`); an address as it is.
pub fn address(url: &str, base: &str) -> String {
    match url.strip_prefix('/') {
        Some(rest) => format!("{base}{rest}"),
        None => url.to_owned(),
    }
}

/// The scheme, host and port of an address; `None` of a path, which is on the site itself.
pub fn origin(url: &str) -> Option<&str> {
    url.starts_with("http").then(|| url.match_indices('/').nth(2).map_or(url, |(end, _)| &url[..end]))
}

from_json!(Present { format, base, endpoint });
from_json!(FormService { url, encoding, fields, honeypot, accepted });
from_json!(Accepted { status, contains });
from_names!(Encoding { Urlencoded = "urlencoded", Multipart = "multipart", Json = "json" });

impl FromJson for Endpoint {
    fn from_json(json: &Json) -> Option<Self> {
        let text = |name| FromJson::from_json(json.get(name));
        Some(match json.get("kind").text()? {
            "collector" => Endpoint::Collector { url: text("url")? },
            "s3" => Endpoint::S3 { intake: text("intake")?, origin: text("origin")? },
            "form" => Endpoint::Form(FromJson::from_json(json)?),
            "file" => Endpoint::File { mail: text("mail")? },
            _ => return None,
        })
    }
}

/// What an earlier release stored is an object, as one endpoint still is.
impl FromJson for Endpoints {
    fn from_json(json: &Json) -> Option<Self> {
        if json.list().is_some() {
            FromJson::from_json(json).map(Endpoints::InOrder)
        } else {
            FromJson::from_json(json).map(Endpoints::One)
        }
    }
}

#[cfg(test)]
pub(crate) mod tests {
    use super::*;
    use crate::domain::from_json::read;

    /// One of every kind.
    pub(crate) fn every_kind() -> Vec<Endpoint> {
        let form = |encoding| {
            Endpoint::Form(FormService {
                url: "https://formspree.io/f/abc".into(),
                encoding,
                fields: Fields(vec![("_subject".into(), "Reactie & meer".into())]),
                honeypot: Some("_gotcha".into()),
                accepted: Accepted { status: 200, contains: "\"ok\":true".into() },
            })
        };
        vec![
            Endpoint::Collector { url: "/api/reactions".into() },
            Endpoint::S3 { intake: "/intake.json".into(), origin: "https://s3.example.org".into() },
            form(Encoding::Urlencoded),
            form(Encoding::Multipart),
            form(Encoding::Json),
            Endpoint::File { mail: "post@example.org".into() },
        ]
    }

    #[test]
    fn a_path_moves_with_the_site_and_an_address_does_not() {
        assert_eq!(address("/api/reactions", "/sub/"), "/sub/api/reactions");
        assert_eq!(address("https://r.example.org/in", "/sub/"), "https://r.example.org/in");
    }

    #[test]
    fn only_hosts_of_others_are_named() {
        let hosts: Vec<_> = every_kind().iter().map(|endpoint| endpoint.hosts().join(" ")).collect();
        assert_eq!(hosts, ["", "s3.example.org", "formspree.io", "formspree.io", "formspree.io", ""]);
    }

    #[test]
    fn the_origin_is_what_stands_before_the_path() {
        assert_eq!(origin("https://r.example.org:8443/in/x"), Some("https://r.example.org:8443"));
        assert_eq!(origin("https://r.example.org"), Some("https://r.example.org"));
        assert_eq!(origin("/api/reactions"), None);
    }

    #[test]
    fn where_reactions_go_now_is_read_from_nothing_but_its_own_file() {
        let present =
            Present { format: FORMAT.into(), base: "/sub/".into(), endpoint: Endpoints::InOrder(every_kind()) };
        let text = serde_json::to_string(&present).unwrap();
        assert_eq!(Present::read(&text), Some(present));
        for other in [text.replace("endpoint/1", "endpoint/2"), "{}".into(), "<h1>Welkom</h1>".into()] {
            assert_eq!(Present::read(&other), None, "{other}");
        }
    }

    #[test]
    fn what_is_stored_is_read_back_the_same_alone_and_in_order() {
        let all = every_kind().into_iter().map(Endpoints::One).chain([Endpoints::InOrder(every_kind())]);
        for endpoints in all {
            assert_eq!(read(&serde_json::to_string(&endpoints).unwrap()), Some(endpoints));
        }
        let earlier = r#"{"kind":"collector","url":"/api/reactions"}"#;
        assert_eq!(serde_json::to_string(&read::<Endpoints>(earlier).unwrap()).unwrap(), earlier);
    }

    #[test]
    fn without_javascript_a_form_goes_to_the_first_that_takes_one() {
        let [collector, s3, form, _, _, file]: [Endpoint; 6] = every_kind().try_into().unwrap();
        let action = |list: &[&Endpoint]| Endpoints::InOrder(list.iter().copied().cloned().collect()).action("/sub/");
        assert_eq!(action(&[&s3, &collector, &form]).as_deref(), Some("/sub/api/reactions"));
        assert_eq!(action(&[&form, &collector]).as_deref(), Some("https://formspree.io/f/abc"));
        assert_eq!(action(&[&s3, &file]), None);
    }
}
