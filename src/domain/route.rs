//! Every page of the site and its path: one place that knows how addresses look.

use super::{id::Id, language::Language};

/// A page. All are real folders with an `index.html`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Route {
    /// All consultations.
    Overview,
    /// One consultation with its form.
    Consultation(Id),
    /// What was done with the reactions to a consultation.
    Feedback(Id),
    /// An earlier version of that.
    FeedbackVersion(Id, u32),
    /// That on one sheet, to hang up.
    Sheet(Id),
    /// What this device sent or still holds.
    Mine,
    /// Where did my reaction land: look up by receipt.
    Follow,
    /// About, privacy and accessibility.
    About,
    /// Where hosts and staff work.
    Desk,
    /// Stands in for a page that is not on the device, when there is no network.
    Offline,
}

impl Route {
    /// The address on a site published under `base` (which begins and ends with `/`).
    pub fn href(&self, base: &str, language: Language) -> String {
        let prefix = match language {
            Language::Nl => "",
            Language::En => "en/",
        };
        let path = match self {
            Route::Overview => String::new(),
            Route::Consultation(slug) => format!("vraag/{slug}/"),
            Route::Feedback(slug) => format!("vraag/{slug}/terugkoppeling/"),
            Route::FeedbackVersion(slug, version) => format!("vraag/{slug}/terugkoppeling/versie-{version}/"),
            Route::Sheet(slug) => format!("vraag/{slug}/terugkoppeling/blad/"),
            Route::Mine => "mijn-reacties/".into(),
            Route::Follow => "volg/".into(),
            Route::About => "over/".into(),
            Route::Desk => "werkplek/".into(),
            Route::Offline => "geen-verbinding/".into(),
        };
        format!("{base}{prefix}{path}")
    }

    /// The address of the feed that belongs to it.
    pub fn feed(&self, base: &str, language: Language) -> String {
        format!("{}feed.xml", self.href(base, language))
    }

    /// The address of the reminder of what is promised on it.
    pub fn reminder(&self, base: &str, language: Language) -> String {
        format!("{}terugkoppeling.ics", self.href(base, language))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn paths_are_those_of_the_contract_under_any_base() {
        let slug = Id::try_from("dorp").unwrap();
        assert_eq!(Route::Overview.href("/", Language::Nl), "/");
        assert_eq!(Route::Consultation(slug.clone()).href("/sub/", Language::En), "/sub/en/vraag/dorp/");
        assert_eq!(Route::Feedback(slug).href("/", Language::Nl), "/vraag/dorp/terugkoppeling/");
    }
}
