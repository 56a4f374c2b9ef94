//! Making a list of municipalities and villages from what was pasted.

use super::{shown, with};
use crate::{
    browser::{desk::opened::Opened, element},
    domain::{id::Id, ordered::Ordered},
    files::{content::villages, read},
    texts::own_site as t,
    view::desk::{
        Desk, Sign,
        write::site::{PLACES_FIELDS, PLACES_SAID},
    },
};
use leptos::prelude::*;

/// Makes it, and says what became of it.
pub async fn make(desk: Desk) {
    let language = desk.language;
    let say = |text: &str| {
        if let Some(place) = element(PLACES_SAID) {
            place.set_text_content(Some(text));
        }
    };
    let read = |id: &str| element(id).map(|field| shown::value(&field)).unwrap_or_default().trim().to_owned();
    let [province, rows, source, licence] = PLACES_FIELDS.map(read);
    let listed = match villages::list(&rows) {
        Ok(listed) => listed,
        Err(why) => return say(t::not_listed(language, why)),
    };
    let Some(id) = named(&province).filter(|_| !source.is_empty() && !licence.is_empty()) else {
        return say(t::places_fill(language));
    };
    let text = listed.file(&province, &source, &licence);
    let places = serde_json::from_str(&text).ok().and_then(|json| read::places::read(&json, &[]).ok());
    let root = with(|writing| writing.around.root.clone());
    let (Some(places), Some(root)) = (places, root) else { return say(t::places_fill(language)) };
    let path = format!("{root}content/places/{id}.json");
    let kept = async { Opened::open().await?.keep(&[(&path, &text.into_bytes())]).await };
    if let Err(error) = kept.await {
        return desk.sign.set(Sign::Cannot(error.into()));
    }
    with(|writing| {
        writing.around.places.insert(id, places);
        let all = writing.around.places.iter().map(|(id, places)| (id.to_string(), places.province.clone()));
        writing.around.names.places = all.to_map().into_iter().collect();
    });
    shown::render(desk, Some(PLACES_FIELDS[0]));
    let made = t::places_made(language, &listed);
    if let Some(place) = element(PLACES_SAID) {
        place.set_text_content(Some(&made));
    }
}

/// A name for the file of a province.
fn named(province: &str) -> Option<Id> {
    let plain: String =
        province.to_lowercase().chars().map(|c| if c.is_ascii_alphanumeric() { c } else { '-' }).collect();
    Id::try_from(plain.trim_matches('-')).ok()
}
