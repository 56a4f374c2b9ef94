//! What one fills in of the site itself, as data; and how that is begun.

use super::{
    Manuscript,
    form::{Among, Field, Is, may, must, of},
    path::put,
};
use crate::{domain::endpoint::Endpoints, files::read};
use serde_json::{Value, json};

/// The whole file. What is left out of it (`offline`, `desk`, `embed`, `theme`) stays as it is.
pub const SITE: &[Field] = &[
    must("format", Is::Own),
    must("name", Is::Line),
    must("organisation", Is::Line),
    must("intro", Is::Text),
    may("notice", Is::Text),
    must("languages", Is::Languages),
    may("address", Is::Plain),
    may("second_person", Is::Flag),
    must("contact.email", Is::Plain),
    must("contact.phone", Is::Plain),
    must("contact.post", Is::Line),
    may("contact.security", Is::Plain),
    must("privacy.controller", Is::Text),
    must("privacy.retention", Is::Text),
    must("privacy.basis", Is::Text),
    must("endpoint", Is::List(ENDPOINT, 1, 4)),
    may("logo", Is::One(Among::Pictures)),
    may("picture.file", Is::One(Among::Pictures)),
    may("picture.alt", Is::Line),
    may("picture.maker", Is::Line),
    may("paper.send", Is::Line),
    may("paper.bring", Is::Lines(0, 20)),
    may("touchstones", Is::List(TOUCHSTONE, 0, 20)),
];

/// What an empty site says of itself, until somebody writes it in the desk.
pub const EMPTY: &str = include_str!("empty.json");

const SERVICE: &[&str] = &["form"];
const BUCKET: &[&str] = &["s3"];

const ENDPOINT: &[Field] = &[
    must("kind", Is::Choice(&["file", "collector", "s3", "form"])),
    of(&["file"], may("mail", Is::Plain)),
    of(&["collector"], must("url", Is::Plain)),
    of(BUCKET, must("intake", Is::Plain)),
    of(BUCKET, must("origin", Is::Plain)),
    of(SERVICE, must("url", Is::Plain)),
    of(SERVICE, must("encoding", Is::Choice(&["urlencoded", "multipart", "json"]))),
    of(SERVICE, may("fields.access_key", Is::Plain)),
    of(SERVICE, may("fields.form-name", Is::Plain)),
    of(SERVICE, may("honeypot", Is::Plain)),
    of(SERVICE, may("accepted.status", Is::Whole)),
    of(SERVICE, may("accepted.contains", Is::Plain)),
];

const TOUCHSTONE: &[Field] = &[
    must("id", Is::Id),
    must("title", Is::Line),
    must("items", Is::Lines(1, 30)),
    must("source.title", Is::Line),
    may("source.url", Is::Plain),
    may("source.year", Is::Whole),
];

impl Manuscript {
    /// The site as one begins to write it, by what is published: of an empty one nothing that stands there is somebody's own.
    pub fn begun_site(published: Option<&Self>) -> Self {
        let is_empty = |one: &Self| Self::read(EMPTY.as_bytes()).is_ok_and(|empty| empty.of_site() == *one);
        match published {
            Some(one) if !is_empty(one) => one.clone(),
            _ => Self(json!({ "languages": ["nl"] })).of_site(),
        }
    }

    /// The site as it is written: with ways for reactions as a list, also where there is one.
    pub fn of_site(self) -> Self {
        let mut root = self.0;
        if !root.is_object() {
            root = json!({});
        }
        put(&mut root, "format", json!("beginspraak.site/1"));
        match root.get_mut("endpoint") {
            Some(Value::Array(_)) => {}
            Some(one) => *one = Value::Array(vec![one.take()]),
            None => put(&mut root, "endpoint", json!([{ "kind": "file" }])),
        }
        Self(root)
    }
}

/// Where reactions go by a draft of the site, if that can be read, whatever else is still missing in it.
pub fn endpoints(root: &Value) -> Option<Endpoints> {
    let own = serde_json::from_str::<Value>(BLANK).ok()?;
    let mut whole = own;
    whole["endpoint"] = root.get("endpoint")?.clone();
    if let Some(mail) = root.pointer("/contact/email").filter(|mail| mail.is_string()) {
        whole["contact"]["email"] = mail.clone();
    }
    read::site::read(&whole).ok().map(|site| site.endpoint)
}

/// The list of ways for reactions.
pub const WAYS: &str = "endpoint";
/// Where our own collector is on its own site.
const COLLECTOR: &str = "/api/reactions";

/// A way for reactions that became one of this kind, with what is known of that.
pub fn known_of(kind: &str, way: &mut Value) {
    if kind == "collector" && way.get("url").is_none() {
        way["url"] = COLLECTOR.into();
    }
}

/// The e-mail address of a site on which nobody filled one in.
pub const NOBODY: &str = "a@example.org";

/// A site of which only the rest is looked at.
const BLANK: &str = r#"{"format": "beginspraak.site/1", "name": "-", "organisation": "-", "intro": "-", "languages": ["nl"],
    "contact": {"email": "a@example.org", "phone": "0", "post": "-"},
    "privacy": {"controller": "-", "retention": "-", "basis": "-"}}"#;

#[cfg(test)]
mod tests {
    use super::*;
    use crate::files::content::manuscript::spots::spots;

    const EXAMPLE: &str = include_str!("../../../../public/site.json");

    #[test]
    fn what_is_opened_says_the_same_and_has_a_field_for_all_that_people_read() {
        let site = Manuscript::read(EXAMPLE.as_bytes()).unwrap();
        let before = read::site::read(site.root()).unwrap();
        let opened = site.of_site();
        assert_eq!(read::site::read(opened.root()), Ok(before));
        let again = Manuscript::read(opened.text().as_bytes()).unwrap();
        assert_eq!(again, opened, "written and read, it is the same");
        let places: Vec<_> = spots(opened.root()).into_iter().map(|spot| spot.path).collect();
        for wanted in
            ["name.nl", "endpoint[0].url", "touchstones[0].items[2].en", "paper.bring[0].nl", "privacy.basis.nl"]
        {
            assert!(places.iter().any(|place| place == wanted), "{wanted}: {places:?}");
        }
    }

    #[test]
    fn where_reactions_go_is_known_before_the_rest_is() {
        let mut begun = Manuscript::default().of_site();
        assert!(endpoints(begun.root()).is_some(), "by hand");
        begun.root_mut()["endpoint"] = json!([{ "kind": "collector" }]);
        assert!(endpoints(begun.root()).is_none(), "without an address");
        begun.root_mut()["endpoint"] = json!([{ "kind": "collector", "url": "/api/reactions" }]);
        assert!(endpoints(begun.root()).is_some());
    }

    #[test]
    fn where_our_own_collector_is_need_not_be_typed() {
        let (mut new, mut other) = (json!({ "kind": "collector" }), json!({ "kind": "form" }));
        known_of("collector", &mut new);
        known_of("form", &mut other);
        assert_eq!((new["url"].as_str(), other.get("url")), (Some(COLLECTOR), None));
        let mut typed = json!({ "kind": "collector", "url": "https://a.example/" });
        known_of("collector", &mut typed);
        assert_eq!(typed["url"], "https://a.example/");
    }

    #[test]
    fn an_empty_site_can_be_published_and_nothing_of_it_counts_as_written() {
        let empty = Manuscript::read(EMPTY.as_bytes()).unwrap();
        assert!(read::site::read(empty.root()).is_ok());
        let begun = Manuscript::begun_site(Some(&empty.of_site()));
        assert!(begun.root().get("name").is_none() && endpoints(begun.root()).is_some());
        let own = Manuscript::read(EXAMPLE.as_bytes()).unwrap().of_site();
        assert_eq!(Manuscript::begun_site(Some(&own)), own);
    }

    #[test]
    fn nothing_at_all_can_be_begun_with() {
        let begun = Manuscript::default().of_site();
        let missing = read::site::read(begun.root()).unwrap_err();
        assert!(missing.iter().any(|finding| finding.path.contains("privacy")), "{missing:?}");
        assert!(!missing.iter().any(|finding| finding.path.contains("endpoint[")), "{missing:?}");
    }

    #[test]
    fn every_field_of_the_format_can_be_filled_in_or_is_known_to_be_left_out() {
        let (schema, left_out) = (crate::files::schema::all(), ["offline", "desk", "embed", "theme"]);
        let (_, schema) = schema.iter().find(|(name, _)| *name == "site").unwrap();
        for name in schema["properties"].as_object().unwrap().keys() {
            let is = |field: &Field| field.key.split('.').next() == Some(name);
            assert!(SITE.iter().any(is) || left_out.contains(&name.as_str()), "{name}");
        }
    }
}
