//! What all pages of a site have in common: the site, where it lives, and the day.

use crate::{
    domain::{
        consultation::{Consultation, Status},
        day::Day,
        feedback::Version,
        form::Form,
        id::Id,
        language::Language,
        route::Route,
        site::Site,
        span::Dated,
    },
    files::content::Content,
    view::picture::Pictures,
};
use std::collections::BTreeMap;

/// What a page knows besides what it is about.
#[derive(Clone, Debug)]
pub struct Around {
    /// The site.
    pub site: Site,
    /// The path it lives under; begins and ends with `/`.
    pub base: String,
    /// The day on which the pages are made.
    pub today: Day,
    /// The published versions of each feedback, the oldest first.
    pub feedback: BTreeMap<Id, Vec<Version>>,
    /// Where its pictures are.
    pub pictures: Pictures,
}

impl Around {
    /// Of a site with this content.
    pub fn new(content: &Content, base: &str, pictures: Pictures, today: Day) -> Self {
        let versions = content.feedback.iter().map(|(slug, told)| (slug.clone(), told.feedback.history.clone()));
        Self { site: content.site.clone(), base: base.to_owned(), today, feedback: versions.collect(), pictures }
    }

    /// The day of the newest feedback.
    pub fn newest(&self, slug: &Id) -> Option<Day> {
        self.feedback.get(slug).and_then(|versions| versions.last()).map(|version| version.published)
    }

    /// How a consultation stands, today and later.
    pub fn statuses(&self, consultation: &Consultation) -> Vec<Dated<Status>> {
        Dated::told(self.today, consultation.spans(self.newest(&consultation.slug)))
    }

    /// Whether a consultation has a page in every language of the site.
    pub fn speaks(&self, consultation: &Consultation) -> bool {
        self.site.languages.iter().all(|language| consultation.languages.contains(language))
    }

    /// Whether its page has a form: until it closes.
    pub fn takes(&self, consultation: &Consultation) -> bool {
        consultation.ends() >= self.today
    }

    /// Its form.
    pub fn form(&self, consultation: &Consultation, language: Language) -> Form {
        consultation.form(language, &self.base, &self.site.endpoint)
    }

    /// The address of the feed that belongs to a page.
    pub fn feed(&self, route: &Route, language: Language) -> String {
        route.feed(&self.base, language)
    }

    /// The address of the reminder and its day, as long as that day is to come and there is no answer.
    pub fn reminder(&self, consultation: &Consultation, language: Language) -> Option<Dated<(String, Day)>> {
        let awaited =
            |status: &&Dated<Status>| !matches!(status.what, Status::Overdue | Status::Answered | Status::Withdrawn);
        let statuses: Vec<_> = self.statuses(consultation).iter().filter(awaited).cloned().collect();
        let days = Dated::hull(&statuses)?;
        let href = Route::Consultation(consultation.slug.clone()).reminder(&self.base, language);
        Some(days.map(|()| (href, consultation.feedback_due)))
    }
}
