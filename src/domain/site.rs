//! The site as a whole: whose it is, in which languages, and where reactions go. The file `site.json`.

use super::{
    consultation::Reference,
    endpoint::Endpoints,
    id::Id,
    language::{Language, Localised},
    picture::Picture,
};

/// The site. Made only by the reader of its file.
#[derive(Clone, Debug, PartialEq)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
pub struct Site {
    /// Its name.
    pub name: Localised,
    /// Who asks.
    pub organisation: Localised,
    /// Shown on every page, such as "this is an example".
    pub notice: Option<Localised>,
    /// One or two sentences on the overview.
    pub intro: Localised,
    /// How to reach a person.
    pub contact: Contact,
    /// The languages of the interface.
    pub languages: Vec<Language>,
    /// Where reactions go.
    pub endpoint: Endpoints,
    /// Who keeps the reactions, how long and why that is allowed.
    pub privacy: Privacy,
    /// Lists to test work against.
    #[cfg_attr(not(target_arch = "wasm32"), schemars(default))]
    pub touchstones: Vec<Touchstone>,
    /// Where the site will be found, as an origin such as `https://denkmee.example.nl`; the path is the base it is
    /// published under. With it, pages and a site map can name whole addresses.
    pub address: Option<String>,
    /// Other sites that may show pages of this one in a frame, as origins.
    #[cfg_attr(not(target_arch = "wasm32"), schemars(default))]
    pub embed: Vec<String>,
    /// Whether the site may stay on devices that visited it, to open without a network.
    #[cfg_attr(not(target_arch = "wasm32"), schemars(default))]
    pub offline: bool,
    /// Whether hosts and staff can work on it, at `/werkplek/`.
    #[cfg_attr(not(target_arch = "wasm32"), schemars(default))]
    pub desk: bool,
    /// Whether a second person reads each question before it is published.
    #[cfg_attr(not(target_arch = "wasm32"), schemars(default))]
    pub second_person: bool,
    /// The province's token file, beside `site.json`; without it the built-in theme is used.
    pub theme: Option<String>,
    /// Its mark in the header and on the poster, by its name in `content/pictures`; the name of the site stands beside it.
    pub logo: Option<Id>,
    /// Under the title of the first page.
    pub picture: Option<Picture>,
    /// Where a form that was filled in by pen can go.
    pub paper: Option<Paper>,
}

impl Site {
    /// The whole address of a path, where the site's own address is known; else the path.
    pub fn whole(&self, path: &str) -> String {
        format!("{}{path}", self.address.as_deref().unwrap_or_default())
    }

    /// The language of the page to lead somebody to who reads `wanted`, about what is written in `spoken`: that one, or
    /// else the first in which there is such a page; `None` where there is none at all.
    pub fn page_language(&self, spoken: &[Language], wanted: Language) -> Option<Language> {
        let published = |language: &Language| self.languages.contains(language) && spoken.contains(language);
        [wanted].into_iter().chain(self.languages.iter().copied()).find(published)
    }
}

/// Where a form that was filled in by pen can go: by post, to a place, or both.
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
pub struct Paper {
    /// The address to send it to.
    pub send: Option<Localised>,
    /// Places to bring it to, each with its address.
    #[cfg_attr(not(target_arch = "wasm32"), schemars(default))]
    pub bring: Vec<Localised>,
}

/// How to reach a person.
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
pub struct Contact {
    /// E-mail address.
    pub email: String,
    /// Telephone number.
    pub phone: String,
    /// Postal address.
    pub post: Localised,
    /// Where a weak spot in the site's security can be reported, as a link; without it the e-mail address.
    pub security: Option<String>,
}

/// What the privacy statement says about reactions (articles 13 and 14 of the GDPR).
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
pub struct Privacy {
    /// Who decides what happens with them.
    pub controller: Localised,
    /// How long they are kept.
    pub retention: Localised,
    /// Why that is allowed.
    pub basis: Localised,
}

/// Toetssteen: a named list to test work against.
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
pub struct Touchstone {
    /// Referred to by consultations.
    pub id: Id,
    /// Its name.
    pub title: Localised,
    /// The points.
    pub items: Vec<Localised>,
    /// Where it comes from.
    pub source: Reference,
}
