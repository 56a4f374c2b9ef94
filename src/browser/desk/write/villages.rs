//! Making a list of municipalities and villages from what was pasted.

use super::{shown, started::slug_of, with};
use crate::{
    browser::{desk::opened::Opened, element},
    domain::{id::Id, ordered::Ordered},
    files::{content::villages, read},
    texts::own_site as t,
    view::desk::{
        Desk, Sign,
        write::site::{PLACES_FIELDS, PLACES_SAID, places_names},
    },
};
use leptos::prelude::*;

/// Makes it, and says what became of it.
pub async fn make(desk: Desk) {
    let language = desk.language;
    let read = |id: &str| element(id).map(|field| shown::value(&field)).unwrap_or_default().trim().to_owned();
    let typed = PLACES_FIELDS.map(read);
    if let Some(at) = typed.iter().position(String::is_empty) {
        return lead(PLACES_FIELDS[at], &t::places_fill(language, places_names(language)[at].0));
    }
    let [province, rows, source, licence] = typed;
    let listed = match villages::list(&rows) {
        Ok(listed) => listed,
        Err(why) => return lead(PLACES_FIELDS[1], t::not_listed(language, why)),
    };
    let again = || t::places_fill(language, t::places_province(language));
    let Ok(id) = Id::try_from(slug_of(&province).as_str()) else { return lead(PLACES_FIELDS[0], &again()) };
    let text = listed.file(&province, &source, &licence);
    let places = serde_json::from_str(&text).ok().and_then(|json| read::places::read(&json, &[]).ok());
    let root = with(|writing| writing.around.root.clone());
    let (Some(places), Some(root)) = (places, root) else { return lead(PLACES_FIELDS[0], &again()) };
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
    say(&t::places_made(language, &listed));
}

fn say(text: &str) {
    if let Some(place) = element(PLACES_SAID) {
        place.set_text_content(Some(text));
    }
}

/// Says what is wrong, and leads to where.
fn lead(field: &str, text: &str) {
    say(text);
    if let Some(field) = element(field) {
        // Focusing an element in the page can't fail.
        let _ = field.focus();
    }
}
