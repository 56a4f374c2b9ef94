//! Reads `content/places/<province>.json`.

use super::{
    finding::Finding,
    reader::{At, Notes, as_localised, as_text, as_web_address},
};
use crate::domain::{
    language::Language,
    places::{Municipality, Places, PlacesSource},
};
use serde_json::Value;

/// Reads the places of a province.
pub fn read(json: &Value, languages: &[Language]) -> Result<Places, Vec<Finding>> {
    let notes = Notes::new(languages);
    let places = At::root(json, &notes).object(|o| {
        let format = o.format(&["beginspraak.places/1"]);
        let province = o.need("province", as_text);
        let source = o.need("source", |at| {
            at.object(|o| {
                let title = o.need("title", as_localised);
                let url = o.may("url", as_web_address);
                let licence = o.need("licence", as_text);
                Some(PlacesSource { title: title?, url: url?, licence: licence? })
            })
        });
        let municipalities = o.need("municipalities", |at| at.list(1, 60, municipality));
        let unique = o.unique("municipalities", municipalities.iter().flatten().map(|m| m.name.as_str()));
        format?;
        unique?;
        Some(Places { province: province?, source: source?, municipalities: municipalities? })
    });
    notes.finish(places)
}

fn municipality(at: At) -> Option<Municipality> {
    at.object(|o| {
        let name = o.need("name", as_text);
        let villages = o.need("villages", |at| at.list(0, 300, as_text));
        let unique = o.unique("villages", villages.iter().flatten().map(String::as_str));
        unique?;
        Some(Municipality { name: name?, villages: villages? })
    })
}
