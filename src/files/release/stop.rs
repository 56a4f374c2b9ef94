//! What would change or vanish against the release that stands there, without anybody having asked for it: publishing
//! stops, says what it is and how it can be meant.

use super::{Published, Stop};
use crate::{
    domain::{consultation::Status, day::Day, id::Id},
    files::content::Content,
};
use serde_json::Value;
use std::collections::BTreeMap;

/// Every reason to stop that the new files give, by path, but for the revisions.
pub fn stops(
    release: &dyn Published,
    new: &BTreeMap<String, Vec<u8>>,
    base: &str,
    content: &Content,
    today: Day,
) -> Vec<Stop> {
    let mut found = Vec::new();
    let Some(kind) = release.kind() else { return found };
    if kind.base != base {
        found.push(Stop::Base { was: kind.base.clone(), is: base.to_owned() });
    }
    let under = |start: &'static str| new.keys().filter(move |path| path.starts_with(start));
    if kind.has_apps && !under("assets/").any(|path| path.ends_with(".wasm")) {
        found.push(Stop::Bundle);
    }
    let made = |path: &str| -> Value {
        new.get(path).and_then(|bytes| serde_json::from_slice(bytes).ok()).unwrap_or_default()
    };
    let (was, is) = (places(&release.json("site.json").unwrap_or_default()), places(&made("site.json")));
    // Reactions may have come in, or wait on a device, as soon as one question was open.
    let asked = content.consultations.values().any(|one| one.opens <= today);
    let open = content.consultations.values().any(|one| one.status(today, None) == Status::Open);
    if was != is && asked {
        found.push(Stop::Endpoint { was, is, open });
    }
    for path in release.under("content/consultations/") {
        let slug = path.trim_start_matches("content/consultations/").strip_suffix(".json").unwrap_or_default();
        let gone = Id::try_from(slug).is_ok_and(|slug| !content.consultations.contains_key(&slug))
            && release.read(path).is_some();
        found.extend(gone.then(|| Stop::Consultation(slug.to_owned())));
    }
    let told: Vec<Value> =
        under("content/feedback/").filter(|path| path.ends_with(".json")).map(|path| made(path)).collect();
    for was in release.under("content/feedback/").into_iter().filter(|path| path.ends_with(".json")) {
        let Some(was) = release.json(was) else { continue };
        let (Some(slug), Some(version)) = (was["slug"].as_str(), was["version"].as_u64()) else { continue };
        match told.iter().find(|is| is["slug"] == was["slug"] && is["version"] == was["version"]) {
            None => found.push(Stop::FeedbackGone(slug.to_owned(), version)),
            Some(is) if says_otherwise(&was, is) => found.push(Stop::FeedbackChanged(slug.to_owned(), version)),
            Some(_) => {}
        }
    }
    found
}

/// Whether a version of feedback is not what was published. Quotes whose writers no longer agree may go, where the
/// version says so.
fn says_otherwise(was: &Value, is: &Value) -> bool {
    let list = |json: &Value, key: &str| json[key].as_array().cloned().unwrap_or_default();
    let own = |told: &Value| list(told, "history").into_iter().find(|version| version["version"] == told["version"]);
    let quotes =
        |told: &Value| -> Vec<Value> { list(told, "themes").iter().flat_map(|theme| list(theme, "quotes")).collect() };
    let rest = |told: &Value| {
        let mut told = told.clone();
        for (within, key) in [("history", "redacted"), ("themes", "quotes")] {
            let parts = told.get_mut(within).and_then(Value::as_array_mut).into_iter().flatten();
            parts.filter_map(Value::as_object_mut).for_each(|part| drop(part.remove(key)));
        }
        told
    };
    let (before, after) = (quotes(was), quotes(is));
    let says_so = own(is).is_some_and(|version| version.get("redacted").is_some());
    let fewer = says_so && after.iter().all(|quote| before.contains(quote));
    rest(was) != rest(is) || (before != after && !fewer)
}

/// Where reactions go, as far as it is another place; one line for each endpoint.
fn places(site: &Value) -> Vec<String> {
    let endpoints = match &site["endpoint"] {
        Value::Array(list) => list.as_slice(),
        one => std::slice::from_ref(one),
    };
    let place = |endpoint: &Value| {
        let parts = ["kind", "url", "intake", "origin"].iter().filter_map(|key| endpoint.get(key)?.as_str());
        parts.collect::<Vec<_>>().join(" ")
    };
    endpoints.iter().map(place).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn a_version_may_lose_quotes_when_it_says_so_and_nothing_else() {
        let told = |quotes: &[&str], redacted: bool, summary: &str| {
            let mut history = json!([{"version": 1}]);
            if redacted {
                history[0]["redacted"] = json!({"quotes": 1, "on": "2026-12-01"});
            }
            let quotes: Vec<_> = quotes.iter().map(|text| json!({ "text": text })).collect();
            json!({"version": 1, "history": history, "themes": [{"summary": summary, "quotes": quotes}]})
        };
        let published = told(&["a", "b"], false, "De bus");
        for (is, otherwise) in [
            (published.clone(), false),
            (told(&["a"], true, "De bus"), false),
            (told(&["a"], false, "De bus"), true),
            (told(&["a", "c"], true, "De bus"), true),
            (told(&["a"], true, "De trein"), true),
        ] {
            assert_eq!(says_otherwise(&published, &is), otherwise, "{is}");
        }
    }

    #[test]
    fn an_endpoint_is_another_when_reactions_go_elsewhere() {
        let place = |endpoint: Value| places(&json!({ "endpoint": endpoint }));
        let collector = json!({"kind": "collector", "url": "/api/reactions"});
        assert_eq!(place(collector.clone()), place(json!([collector])));
        assert_ne!(place(collector.clone()), place(json!({"kind": "collector", "url": "/elsewhere"})));
        let file = |mail: &str| json!([collector, {"kind": "file", "mail": mail}]);
        assert_eq!(place(file("a@example.nl")), place(file("b@example.nl")));
        assert_ne!(place(file("a@example.nl")), place(collector));
    }
}
