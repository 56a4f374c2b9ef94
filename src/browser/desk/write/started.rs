//! All questions that are being written, and beginning one.

use super::{folder, shown};
use crate::{
    browser::{base, element, network},
    domain::{id::Id, room::Room},
    files::{content::manuscript::Manuscript, read::consultation::Surroundings},
    texts::writing as t,
    view::desk::{
        Desk, Sign,
        write::list::{self, Earlier, Entry},
    },
};
use folder::Around;
use leptos::prelude::*;
use std::cell::RefCell;

thread_local! {
    /// What was read of the work folder.
    static AROUND: RefCell<Option<Around>> = const { RefCell::new(None) };
}

/// What was read is needed when a question begins.
pub fn remember(around: Around) {
    AROUND.set(Some(around));
}

/// Shows all of them.
pub fn list(desk: Desk, around: &Around) {
    let entry = |(slug, manuscript): &(Id, Option<Manuscript>)| {
        let stem = Surroundings { site: around.site.as_ref(), places: &around.places, file_stem: slug.as_str() };
        let open = manuscript.as_ref().map_or(1, |manuscript| manuscript.findings(&stem).len());
        Entry { slug: slug.to_string(), title: folder::called(desk.language, slug, manuscript.as_ref()), open }
    };
    let drafts: Vec<_> = around.drafts.iter().map(entry).collect();
    let here = around.published.iter().map(|(slug, one)| Earlier {
        slug: slug.to_string(),
        title: folder::called(desk.language, slug, Some(one)),
        here: true,
    });
    let mut earlier: Vec<_> = here.collect();
    desk.offer.with_value(|offer| {
        for one in &offer.questions {
            if earlier.iter().all(|known| known.slug != one.slug.as_str()) {
                earlier.push(Earlier { slug: one.slug.to_string(), title: one.title.clone(), here: false });
            }
        }
    });
    shown::put(&list::html(desk.language, &drafts, &earlier));
}

/// Begins a new one, as its form says.
pub async fn new(desk: Desk) {
    let read = |id: &str| element(id).map(|field| shown::value(&field)).unwrap_or_default();
    let (typed, from) = (read(list::SLUG), read(list::FROM));
    let Some(around) = AROUND.take() else { return };
    let begun = begun(desk, &around, typed.trim(), &from).await;
    let root = around.root.clone();
    AROUND.set(Some(around));
    let why = match begun {
        Ok((slug, manuscript)) => return put(desk, &root, slug, manuscript).await,
        Err(why) => why,
    };
    if let Some(said) = element(list::SLUG_SAID) {
        said.set_text_content(Some(why));
    }
    if let Some(field) = element(list::SLUG) {
        // Focusing an element in the page can't fail.
        let _ = field.focus();
    }
}

async fn begun(desk: Desk, around: &Around, typed: &str, from: &str) -> Result<(Id, Manuscript), &'static str> {
    let language = desk.language;
    let slug = Id::try_from(typed).map_err(|_| t::slug_wrong(language))?;
    let taken =
        around.drafts.iter().any(|(one, _)| *one == slug) || around.published.iter().any(|(one, _)| *one == slug);
    let online = desk.offer.with_value(|offer| offer.questions.iter().any(|one| one.slug == slug));
    if taken || online {
        return Err(t::slug_taken(language));
    }
    let languages =
        around.site.as_ref().map_or_else(|| vec!["nl"], |site| site.languages.iter().map(|one| one.code()).collect());
    let manuscript = match from {
        list::NOTHING => Manuscript::nothing(&slug, &languages[..1], &mut super::fresh),
        list::EXAMPLE => Some(Manuscript::example(&slug, &languages)),
        earlier => {
            let here = around.published.iter().find(|(one, _)| one.as_str() == earlier).map(|(_, one)| one.clone());
            let earlier = match here {
                Some(here) => Some(here),
                None => {
                    let address = format!("{}content/consultations/{earlier}.json", base());
                    let came = network::file(&address).await.filter(|(status, _)| *status == 200);
                    came.and_then(|(_, bytes)| Manuscript::read(&bytes).ok())
                }
            };
            Some(Manuscript::like(&earlier.ok_or(t::not_fetched(language))?, &slug))
        }
    };
    manuscript.map(|manuscript| (slug, manuscript)).ok_or(t::slug_wrong(language))
}

/// Goes on with a question that stands in the work folder.
pub async fn again(desk: Desk, slug: String) {
    let found = AROUND.with_borrow(|around| {
        let around = around.as_ref()?;
        let (slug, one) = around.published.iter().find(|(one, _)| one.as_str() == slug)?;
        Some((around.root.clone(), slug.clone(), one.clone()))
    });
    if let Some((root, slug, manuscript)) = found {
        put(desk, &root, slug, manuscript).await;
    }
}

/// Puts a draft in the work folder, and goes to it.
async fn put(desk: Desk, root: &str, slug: Id, manuscript: Manuscript) {
    match folder::begin(root, &slug, &manuscript).await {
        // The listener of the address does the rest.
        Ok(()) => drop(window().location().set_hash(&format!("{}/{slug}", Room::Drafts.href()))),
        Err(error) => desk.sign.set(Sign::Cannot(error.into())),
    }
}
