//! Where the reactions of a site will go, in full; and a reaction that tries it.

use super::with;
use crate::{
    browser::{base, desk::device, element, network},
    domain::{
        delivery::{Delivery, Parcel, Trouble},
        endpoint::{Endpoint, Endpoints, address},
        id::Id,
        language::Language,
        trial::{self, About},
    },
    files::content::manuscript::{matter::Matter, path::get, site},
    texts::{own_site as t, site as texts},
    view::desk::{
        Desk,
        write::site::{FIXED, GOES, TRIED, fixed, goes},
    },
};
use leptos::prelude::*;
use serde_json::json;

/// What the consultation is called of a trial where the site has none.
const NONE: &str = "proef";

/// Says where reactions will go, and what a change of that does.
pub fn tell(desk: Desk) {
    let Some(place) = element(GOES) else { return };
    let now = with(|writing| {
        let root = writing.manuscript.root();
        let own = get(root, "address").and_then(|address| address.as_str()).map(str::to_owned);
        let before = writing.published().and_then(|one| one.root().get("endpoint"));
        let changed = before.is_some() && before != root.get("endpoint");
        let stays = root.get("offline") != Some(&false.into());
        (writing.matter == Matter::Site).then(|| (site::endpoints(root), own, changed, stays))
    });
    let Some((endpoints, own, changed, stays)) = now.flatten() else { return };
    if let Some(place) = element(FIXED) {
        let all = endpoints.as_ref().map(Endpoints::all).unwrap_or_default();
        let stays = stays.then(|| texts::privacy_offline(desk.language).to_owned());
        let sentences: Vec<_> = texts::privacy_of(desk.language, all).into_iter().chain(stays).collect();
        place.set_inner_html(&fixed(desk.language, &sentences));
    }
    let own = own.unwrap_or_else(here);
    let all: Vec<_> = endpoints.iter().flat_map(|all| all.all().iter().filter_map(|one| whole(one, &own))).collect();
    let is_open = desk.today.is_some_and(|today| {
        desk.offer.with_value(|offer| offer.questions.iter().any(|one| one.opens <= today && today <= one.closes))
    });
    place.set_inner_html(&goes(desk.language, &all, changed && is_open));
}

/// Where an endpoint is of a site at `own`; nothing where nobody filled in to whom one mails.
fn whole(endpoint: &Endpoint, own: &str) -> Option<String> {
    match endpoint {
        Endpoint::File { mail } => (mail != site::NOBODY).then(|| mail.clone()),
        Endpoint::Collector { url } => Some(in_full(url, own)),
        Endpoint::Form(service) => Some(in_full(&service.url, own)),
        Endpoint::S3 { origin, .. } => Some(origin.clone()),
    }
}

fn here() -> String {
    window().location().origin().unwrap_or_default()
}

fn in_full(url: &str, own: &str) -> String {
    let path = address(url, &base());
    if path.starts_with('/') { format!("{own}{path}") } else { path }
}

/// Sends a reaction to where they would go, and says what came of it.
pub async fn attempt(desk: Desk) {
    let say = |text: &str| {
        if let Some(place) = element(TRIED) {
            place.set_text_content(Some(text));
        }
    };
    let endpoints = with(|writing| site::endpoints(writing.manuscript.root())).flatten();
    let Some(endpoints) = endpoints else { return say(t::not_yet(desk.language)) };
    say(t::trying(desk.language));
    let came = sent(desk, &endpoints).await.unwrap_or(Delivery::RetryLater(Trouble::NoAnswer));
    // It goes from this site, wherever the new one will be.
    let places: Vec<_> = endpoints.all().iter().filter_map(|one| whole(one, &here())).collect();
    let by_hand = matches!(came, Delivery::RetryLater(Trouble::ByHand));
    let at = if by_hand { String::new() } else { t::tried_at(desk.language, &places.join(", ")) };
    say(&format!("{} {at}", t::tried(desk.language, &came)));
}

/// It answers the first question of the site that asks for words; there may be none.
async fn sent(desk: Desk, endpoints: &Endpoints) -> Option<Delivery> {
    let known = desk.offer.with_value(|offer| {
        let one = offer.questions.iter().find(|one| !one.open.is_empty())?;
        Some((one.slug.clone(), one.revision, one.open.first()?.id.clone()))
    });
    let none = || Id::try_from(NONE).ok();
    let (slug, revision, question) = known.or_else(|| Some((none()?, 1, none()?)))?;
    let about = About { slug: &slug, revision, language: Language::Nl };
    let answers = [json!({ "question": question.as_str(), "value": "Proef van de werkplek: telt niet mee." })];
    let id = device::reaction_id()?;
    let envelope = trial::envelope(&about, &id, desk.today?, &answers);
    Some(network::bring(&Parcel { id: &id, consultation: &slug, envelope: &envelope }, &base(), endpoints).await)
}
