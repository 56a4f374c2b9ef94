//! News without an account: a feed for each consultation and one for all, and a reminder of the promised day.
//!
//! - [`atom`]: how a feed is written.
//! - [`calendar`]: how a reminder is written.

mod atom;
mod calendar;

use super::{
    Pages, host,
    output::Output,
    shell::{Page, escape},
};
use crate::{
    domain::{
        consultation::{Consultation, Status},
        day::Day,
        digest,
        id::Id,
        language::Language,
        route::Route,
        span::Dated,
    },
    native::content_dir::Content,
    texts::stay as t,
};
use atom::{Entry, Feed};
use calendar::Event;

impl Pages {
    /// The day of the newest feedback.
    pub fn newest(&self, slug: &Id) -> Option<Day> {
        self.feedback.get(slug).and_then(|versions| versions.last()).map(|version| version.published)
    }

    /// How a consultation stands, today and later.
    pub fn statuses(&self, consultation: &Consultation) -> Vec<Dated<Status>> {
        let Consultation { opens, closes, feedback_due, .. } = *consultation;
        Dated::told(self.today, Status::spans(opens, closes, feedback_due, self.newest(&consultation.slug)))
    }
}

/// The address of the feed that belongs to a page.
pub fn feed(pages: &Pages, route: &Route, language: Language) -> String {
    format!("{}feed.xml", route.href(&pages.assets.base, language))
}

/// The address of the reminder and its day, as long as that day is to come and there is no answer.
pub fn reminder(pages: &Pages, consultation: &Consultation, language: Language) -> Option<Dated<(String, Day)>> {
    let awaited = |status: &&Dated<Status>| !matches!(status.what, Status::Overdue | Status::Answered);
    let statuses: Vec<_> = pages.statuses(consultation).iter().filter(awaited).cloned().collect();
    let days = Dated::hull(&statuses)?;
    let href = reminder_path(&pages.assets.base, consultation, language);
    Some(days.map(|()| (href, consultation.feedback_due)))
}

fn reminder_path(base: &str, consultation: &Consultation, language: Language) -> String {
    format!("{}terugkoppeling.ics", Route::Consultation(consultation.slug.clone()).href(base, language))
}

/// For a page's head: the feed that belongs to it, for feed readers and browsers that look for one.
pub fn link(pages: &Pages, page: &Page) -> String {
    let route = match &page.route {
        Route::Overview => Route::Overview,
        Route::Consultation(slug) | Route::Feedback(slug) | Route::FeedbackVersion(slug, _) | Route::Sheet(slug) => {
            Route::Consultation(slug.clone())
        }
        Route::Mine | Route::Follow | Route::About | Route::Offline => return String::new(),
    };
    let title = if route == Route::Overview { t::all(page.language).to_owned() } else { page.title.clone() };
    format!(
        "<link rel=\"alternate\" type=\"application/atom+xml\" title=\"{}\" href=\"{}\">",
        escape(&title),
        feed(pages, &route, page.language)
    )
}

/// Writes the feeds and reminders.
pub fn write(pages: &Pages, content: &Content, out: &mut Output) {
    for language in pages.site.languages.iter().copied() {
        let mut all = Vec::new();
        for consultation in content.consultations.values().filter(|c| c.languages.contains(&language)) {
            let route = Route::Consultation(consultation.slug.clone());
            let entries = entries(pages, consultation, language);
            all.extend(entries.iter().cloned());
            let title = t::feed_of(consultation.title.get(language), language);
            put(pages, &route, language, title, entries, out);
            let event = event(pages, consultation, language);
            out.text(&reminder_path("", consultation, language), &event.to_ics(language));
        }
        let title = format!("{} – {}", t::all(language), pages.site.name.get(language));
        put(pages, &Route::Overview, language, title, all, out);
    }
}

/// Writes the feed that belongs to a page.
fn put(pages: &Pages, route: &Route, language: Language, title: String, mut entries: Vec<Entry>, out: &mut Output) {
    entries.sort_by_key(|entry| std::cmp::Reverse(entry.day));
    let whole = |path: &str| host::address(&pages.site, path);
    let feed = Feed {
        id: uuid(pages, &route.href("", language), "feed"),
        title,
        author: pages.site.organisation.get(language).to_owned(),
        // A feed must say when it changed; one without news has changed when it was made.
        updated: entries.first().map_or(pages.today, |entry| entry.day),
        own: whole(&self::feed(pages, route, language)),
        page: whole(&route.href(&pages.assets.base, language)),
        language,
        entries,
    };
    out.text(&format!("{}feed.xml", route.href("", language)), &feed.to_xml());
}

/// What there is to tell about a consultation so far.
fn entries(pages: &Pages, consultation: &Consultation, language: Language) -> Vec<Entry> {
    let (slug, subject) = (&consultation.slug, consultation.title.get(language));
    let summary = consultation.summary.get(language);
    let entry = |kind: &str, title: String, day: Day, route: Route, text: &str| Entry {
        id: uuid(pages, &route_of(slug).href("", language), kind),
        title,
        day,
        page: host::address(&pages.site, &route.href(&pages.assets.base, language)),
        summary: text.to_owned(),
    };
    let mut entries = Vec::new();
    if consultation.opens <= pages.today {
        entries.push(entry("opened", t::opened(subject, language), consultation.opens, route_of(slug), summary));
    }
    for version in pages.feedback.get(slug).into_iter().flatten() {
        let title = t::published(version.version, subject, language);
        let note = version.note.as_ref().map_or(summary, |note| note.get(language));
        let kind = format!("feedback-{}", version.version);
        entries.push(entry(&kind, title, version.published, Route::Feedback(slug.clone()), note));
    }
    entries
}

fn route_of(slug: &Id) -> Route {
    Route::Consultation(slug.clone())
}

/// The promised day, for a calendar.
fn event(pages: &Pages, consultation: &Consultation, language: Language) -> Event {
    let page = route_of(&consultation.slug).href(&pages.assets.base, language);
    Event {
        id: uuid(pages, &route_of(&consultation.slug).href("", language), "reminder"),
        made: pages.today,
        day: consultation.feedback_due,
        title: t::promised(consultation.title.get(language), language),
        text: t::reminder_text(language).to_owned(),
        url: pages.site.address.is_some().then(|| host::address(&pages.site, &page)),
    }
}

/// A name that is the same at each publication, and no other organisation's: a UUID of our own kind (version 8), made
/// from whose it is, the page, and what of it.
fn uuid(pages: &Pages, page: &str, what: &str) -> String {
    let whose = pages.site.organisation.get(Language::default());
    let hash = digest::sha256(format!("beginspraak.news/1\n{whose}\n{page}\n{what}").as_bytes());
    format!("{}-{}-8{}-a{}-{}", &hash[..8], &hash[8..12], &hash[12..15], &hash[15..18], &hash[18..30])
}

#[cfg(test)]
mod tests {
    use super::{
        super::{assets::Assets, page},
        *,
    };
    use crate::{domain::feedback::Version, native::content_dir};
    use std::{collections::BTreeMap, path::Path};

    fn day(text: &str) -> Day {
        Day::try_from(text).unwrap()
    }

    /// The example content on a day, with feedback on Drenthe's question published on those days.
    fn example(today: &str, published: &[&str]) -> (Pages, Content) {
        let content = content_dir::load(&Path::new(env!("CARGO_MANIFEST_DIR")).join("public/content")).unwrap();
        let assets = Assets { base: "/".into(), theme: String::new(), apps: BTreeMap::new() };
        let mut pages = Pages::new(content.site.clone(), assets, day(today));
        let version = |(at, on): (usize, &&str)| Version {
            version: at as u32 + 1,
            published: day(on),
            note: None,
            redacted: None,
        };
        let versions = published.iter().enumerate().map(version).collect();
        pages.feedback.insert(slug(), versions);
        (pages, content)
    }

    fn slug() -> Id {
        Id::try_from("drenthe-dichterbij").unwrap()
    }

    fn ids(today: &str, published: &[&str]) -> Vec<String> {
        let (pages, content) = example(today, published);
        entries(&pages, &content.consultations[&slug()], Language::Nl).into_iter().map(|entry| entry.id).collect()
    }

    #[test]
    fn each_piece_of_news_is_told_once_and_keeps_its_id() {
        assert_eq!(ids("2026-09-30", &[]), [""; 0], "not open yet");
        let opened = ids("2026-11-24", &[]);
        let first = ids("2027-11-24", &["2027-11-20"]);
        let second = ids("2027-12-24", &["2027-11-20", "2027-12-20"]);
        assert_eq!((opened.len(), first.len(), second.len()), (1, 2, 3));
        assert!(second.starts_with(&first) && first.starts_with(&opened));
        assert_ne!(second[1], second[2]);
    }

    #[test]
    fn news_has_whole_addresses_where_the_site_knows_its_own() {
        let (mut pages, content) = example("2026-11-24", &[]);
        let consultation = &content.consultations[&slug()];
        let news = |pages: &Pages| {
            let page = entries(pages, consultation, Language::En).remove(0).page;
            (page, event(pages, consultation, Language::En).url)
        };
        assert_eq!(news(&pages), ("/en/vraag/drenthe-dichterbij/".to_owned(), None));
        pages.site.address = Some("https://denkmee.example.nl".into());
        let whole = "https://denkmee.example.nl/en/vraag/drenthe-dichterbij/".to_owned();
        assert_eq!(news(&pages), (whole.clone(), Some(whole)));
    }

    #[test]
    fn pages_lead_to_feedback_and_only_feedback_after_the_last_day_keeps_the_promise() {
        for (published, status) in [("2027-10-31", Status::Overdue), ("2027-11-20", Status::Answered)] {
            let (pages, content) = example("2028-03-01", &[published]);
            let consultation = &content.consultations[&slug()];
            let statuses: Vec<_> = pages.statuses(consultation).iter().map(|status| status.what).collect();
            assert_eq!(statuses, [status]);
            for html in [
                page::overview::render(&pages, &content, Language::Nl),
                page::consultation::render(&pages, consultation, Language::Nl),
            ] {
                assert!(html.contains("href=\"/vraag/drenthe-dichterbij/terugkoppeling/\""), "{published}");
            }
        }
    }
}
