//! All questions that are being written, and beginning one.

use super::{folder, shown, thrown};
use crate::{
    browser::{base, element, network},
    domain::{id::Id, plain_letters::plain, room::Room},
    files::{
        content::manuscript::{Manuscript, amend::is_withdrawn, edit::Edit, spots::languages as languages_of},
        read::consultation::Surroundings,
    },
    texts::writing as t,
    view::desk::{
        Desk, Sign,
        write::list::{self, Earlier, Entry, Stands},
    },
};
use folder::Around;
use leptos::prelude::*;
use serde_json::json;
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
        let ready = around.published.iter().find(|(one, _)| one == slug).map(|(_, one)| one);
        let stands = match (ready, manuscript) {
            (Some(ready), Some(now)) if ready == now && is_withdrawn(now.root()) => Stands::Withdrawn,
            (Some(ready), Some(now)) if ready == now => Stands::Ready,
            (Some(_), _) if open == 0 => Stands::Changed,
            _ => Stands::Open(open),
        };
        Entry { slug: slug.to_string(), title: folder::called(desk.language, slug, manuscript.as_ref()), stands }
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
    let thrown = around.thrown.iter().map(|(slug, one)| (slug.to_string(), one.called(desk.language, slug)));
    shown::put(&list::html(desk.language, &drafts, &earlier, &thrown.collect::<Vec<_>>()));
}

/// Begins a new one, as its form says.
pub async fn new(desk: Desk) {
    let read = |id: &str| element(id).map(|field| shown::value(&field)).unwrap_or_default();
    let (mut typed, from, title) = (read(list::SLUG), read(list::FROM), read(list::TITLE));
    if typed.trim().is_empty() {
        typed = slug_of(&title);
    }
    let Some(around) = AROUND.take() else { return };
    let begun = begun(desk, &around, typed.trim(), &from, title.trim()).await;
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

async fn begun(
    desk: Desk,
    around: &Around,
    typed: &str,
    from: &str,
    title: &str,
) -> Result<(Id, Manuscript), &'static str> {
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
    let mut manuscript = manuscript.ok_or(t::slug_wrong(language))?;
    if !title.is_empty() {
        let first = languages_of(manuscript.root()).remove(0);
        let edit = Edit::set(manuscript.root(), "title", Some(json!({ first: title })));
        edit.and_then(|edit| edit.apply(manuscript.root_mut()));
    }
    Ok((slug, manuscript))
}

/// A name for the address, made of a title.
pub fn slug_of(title: &str) -> String {
    let bare: String = plain(title).chars().map(|c| if c.is_ascii_alphanumeric() { c } else { ' ' }).collect();
    let mut slug = String::new();
    for word in bare.split(' ').filter(|word| !word.is_empty()) {
        if slug.len() + word.len() > 50 {
            break;
        }
        if !slug.is_empty() {
            slug.push('-');
        }
        slug.push_str(word);
    }
    slug
}

/// Throws a draft away.
pub async fn throw(desk: Desk, slug: String) {
    let root = AROUND.with_borrow(|around| around.as_ref().map(|around| around.root.clone()));
    let (Some(root), Ok(slug)) = (root, Id::try_from(slug.as_str())) else { return };
    let gone = thrown::throw(&root, &slug).await;
    super::show(desk).await;
    desk.sign.set(match gone {
        Ok(()) => Sign::Said(t::thrown(desk.language)),
        Err(error) => Sign::Cannot(error.into()),
    });
}

/// Puts one back.
pub async fn put_back(desk: Desk, slug: String) {
    let Some(around) = AROUND.take() else { return };
    let found = around.thrown.iter().find(|(one, _)| one.as_str() == slug);
    let back = match found {
        Some((slug, thrown)) => thrown::put_back(&around.root, slug, thrown).await,
        None => Ok(()),
    };
    super::show(desk).await;
    desk.sign.set(match back {
        Ok(()) => Sign::Said(t::is_back(desk.language)),
        Err(error) => Sign::Cannot(error.into()),
    });
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
    match thrown::begin(root, &slug, &manuscript).await {
        // The listener of the address does the rest.
        Ok(()) => drop(window().location().set_hash(&format!("{}/{slug}", Room::Drafts.href()))),
        Err(error) => desk.sign.set(Sign::Cannot(error.into())),
    }
}
