//! A question as its page, while it is written: of a work folder's site, of this question alone, and of the draft as it stands.
//!
//! - [`concept`]: as one file, to be read by others.
//! - [`trial`]: with the apps of residents, at a place where nothing is sent.

mod concept;
#[cfg(test)]
mod tests;
mod trial;

use super::{Apps, Assets, made::Made, page, pictures, shell::Pages};
use crate::{
    domain::{consultation::Consultation, id::Id, language::Language},
    files::{
        content::{self, Content, manuscript::Manuscript, theme},
        folder::{Folder, Memory, Within},
        preview::Asked,
        release::look,
    },
    view::page::Around,
};
pub use concept::concept;
use std::collections::BTreeMap;
pub use trial::{Trial, trial, worker};

/// What a question is shown with: the files of a work folder that say how its page looks.
pub struct Preview(Memory);

/// The page of a question.
struct Page {
    html: String,
    /// What it refers to.
    made: Made,
    language: Language,
    /// Whether nothing in it is still to be written.
    whole: bool,
}

impl Preview {
    /// Of these files, by path in the work folder.
    pub fn of(files: BTreeMap<String, Vec<u8>>) -> Self {
        Self(Memory { files })
    }

    /// The page, without scripts and with its pictures in it; none of a draft of which no page can be made.
    pub fn shown(&mut self, asked: &Asked, dark: bool) -> Option<String> {
        let Page { html, made, .. } = self.page(asked, false)?;
        Some(look::page(&html, &asked.base, dark, |path| made.files.get(path).cloned()))
    }

    /// The site with this question alone in it, and whether that is whole: else what is still to be written stands as `…`.
    fn content(&mut self, asked: &Asked) -> Option<(Content, Id, bool)> {
        let slug = Id::try_from(asked.slug.as_str()).ok()?;
        let content = self.with(&slug, asked.draft.as_bytes());
        let whole = content.is_some();
        let content = content.or_else(|| {
            let places =
                self.0.files.keys().find_map(|path| path.strip_prefix("content/places/")?.strip_suffix(".json"));
            let places = places.and_then(|name| Id::try_from(name).ok());
            let draft = Manuscript::read(asked.draft.as_bytes()).ok()?.stood_in(asked.today, places.as_ref());
            self.with(&slug, draft.text().as_bytes())
        });
        Some((content?, slug, whole))
    }

    fn with(&mut self, slug: &Id, draft: &[u8]) -> Option<Content> {
        let path = format!("content/consultations/{slug}.json");
        self.0.write(&path, draft).ok()?;
        let content = content::load(&Within::new(&self.0, "content"));
        // The next may be another.
        self.0.files.remove(&path);
        content.ok()
    }

    /// How it looks: its own tokens, and its pictures as files of a site under `base`. What of that is wrong is said where one
    /// publishes; until then a page is shown without.
    fn face(&self, content: &Content, base: &str, out: &mut Made) -> Option<Assets> {
        let folder = Within::new(&self.0, "content");
        let theme = theme::read(&folder, &content.site, &content.site_path).ok().flatten();
        let drawn = content::pictures::read(&folder, content).unwrap_or_default();
        let assets = Assets::of(base, Apps::None, &[], theme.as_deref().unwrap_or_default(), out).ok()?;
        let pictures = pictures::put(base, &drawn, out);
        Some(Assets { pictures, ..assets })
    }

    /// The page as it is made for a site without apps, and what it refers to. `alone`: in this language only.
    fn page(&mut self, asked: &Asked, alone: bool) -> Option<Page> {
        let (mut content, slug, whole) = self.content(asked)?;
        let consultation = content.consultations.get(&slug)?.clone();
        let language = spoken(&consultation, asked.language)?;
        if alone {
            content.site.languages = vec![language];
        }
        let mut made = Made::default();
        let assets = self.face(&content, &asked.base, &mut made)?;
        let around = Around::new(&content, &asked.base, assets.pictures.clone(), asked.today);
        let pages = Pages { around, assets, is_trial: false };
        let (_, html) = page::consultation(&pages, &consultation, language);
        Some(Page { html: lighter(&html), made, language, whole })
    }
}

/// The language in which a question is shown.
fn spoken(consultation: &Consultation, wanted: Language) -> Option<Language> {
    let all = &consultation.languages;
    all.iter().find(|one| **one == wanted).or_else(|| all.first()).copied()
}

/// Without what only browsers that run scripts leave out, and with one size of each picture.
fn lighter(html: &str) -> String {
    look::without(&look::without(html, "<noscript", "</noscript>"), "<source", ">")
}
