//! News without an account: a feed for each consultation and one for all, and a reminder of the promised day.
//!
//! - [`atom`]: how a feed is written.
//! - [`calendar`]: how a reminder is written.

mod atom;
mod calendar;

use super::{html::escape, made::Made};
use crate::{
    domain::{consultation::Consultation, day::Day, digest, id::Id, language::Language, route::Route},
    files::content::Content,
    texts::{page, stay as t},
    view::{block::amended::last_first, page::Around},
};
use atom::{Feed, Item};
use calendar::Event;

/// For a page's head: the feed that belongs to it, for feed readers and browsers that look for one.
pub fn link(around: &Around, route: &Route, language: Language, title: &str) -> String {
    let route = match route {
        Route::Overview => Route::Overview,
        Route::Consultation(slug) | Route::Feedback(slug) | Route::FeedbackVersion(slug, _) | Route::Sheet(slug) => {
            Route::Consultation(slug.clone())
        }
        Route::Mine | Route::Follow | Route::About | Route::Desk | Route::Offline => return String::new(),
    };
    let title = if route == Route::Overview { t::all(language) } else { title };
    format!(
        "<link rel=\"alternate\" type=\"application/atom+xml\" title=\"{}\" href=\"{}\">",
        escape(title),
        around.feed(&route, language)
    )
}

/// Writes the feeds and reminders.
pub fn write(around: &Around, content: &Content, out: &mut Made) {
    for language in around.site.languages.iter().copied() {
        let mut all = Vec::new();
        for consultation in content.consultations.values().filter(|c| c.languages.contains(&language)) {
            let route = Route::Consultation(consultation.slug.clone());
            let entries = entries(around, consultation, language);
            all.extend(entries.iter().cloned());
            let title = t::feed_of(consultation.title.get(language), language);
            put(around, &route, language, title, entries, out);
            let event = event(around, consultation, language);
            out.text(&route.reminder("", language), &event.to_ics(language));
        }
        let title = format!("{} – {}", t::all(language), around.site.name.get(language));
        put(around, &Route::Overview, language, title, all, out);
    }
}

/// Writes the feed that belongs to a page.
fn put(around: &Around, route: &Route, language: Language, title: String, mut entries: Vec<Item>, out: &mut Made) {
    entries.sort_by_key(|entry| std::cmp::Reverse(entry.day));
    let whole = |path: &str| around.site.whole(path);
    let feed = Feed {
        id: uuid(around, &route.href("", language), "feed"),
        title,
        author: around.site.organisation.get(language).to_owned(),
        // A feed must say when it changed; one without news has changed when it was made.
        updated: entries.first().map_or(around.today, |entry| entry.day),
        own: whole(&around.feed(route, language)),
        page: whole(&route.href(&around.base, language)),
        language,
        entries,
    };
    out.text(&route.feed("", language), &feed.to_xml());
}

/// What there is to tell about a consultation so far.
fn entries(around: &Around, consultation: &Consultation, language: Language) -> Vec<Item> {
    let (slug, subject) = (&consultation.slug, consultation.title.get(language));
    let summary = consultation.summary.get(language);
    let entry = |kind: &str, title: String, day: Day, route: Route, text: &str| Item {
        id: uuid(around, &route_of(slug).href("", language), kind),
        title,
        day,
        page: around.site.whole(&route.href(&around.base, language)),
        summary: text.to_owned(),
    };
    let mut entries = Vec::new();
    if consultation.opens <= around.today {
        entries.push(entry("opened", t::opened(subject, language), consultation.opens, route_of(slug), summary));
    }
    // What changed for who could see it already, each by its number: that stays the same.
    let mut acts: Vec<_> = last_first(consultation).into_iter().enumerate().collect();
    acts.reverse();
    for (at, (one, then)) in acts {
        let (what, changed) = page::amendment(&one, then, language);
        let kind = format!("amended-{}", consultation.amended.len() - at);
        let text = format!("{changed} {}", one.reason.get(language));
        entries.push(entry(&kind, format!("{what} {subject}"), one.on, route_of(slug), &text));
    }
    for version in around.feedback.get(slug).into_iter().flatten() {
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
fn event(around: &Around, consultation: &Consultation, language: Language) -> Event {
    let page = route_of(&consultation.slug).href(&around.base, language);
    Event {
        id: uuid(around, &route_of(&consultation.slug).href("", language), "reminder"),
        made: around.today,
        cancelled: consultation.withdrawn().is_some_and(|day| day <= around.today),
        day: consultation.feedback_due,
        title: t::promised(consultation.title.get(language), language),
        text: t::reminder_text(language).to_owned(),
        url: around.site.address.is_some().then(|| around.site.whole(&page)),
    }
}

/// A name that is the same at each publication, and no other organisation's: a UUID of our own kind (version 8), made
/// from whose it is, the page, and what of it.
fn uuid(around: &Around, page: &str, what: &str) -> String {
    let whose = around.site.organisation.get(Language::default());
    let hash = digest::sha256(format!("beginspraak.news/1\n{whose}\n{page}\n{what}").as_bytes());
    format!("{}-{}-8{}-a{}-{}", &hash[..8], &hash[8..12], &hash[12..15], &hash[15..18], &hash[18..30])
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        domain::{
            consultation::{Amended, Amendment, Status},
            feedback::Version,
            language::Localised,
        },
        view::page,
    };
    use leptos::prelude::*;

    fn day(text: &str) -> Day {
        Day::try_from(text).unwrap()
    }

    /// The example content on a day, with feedback on Drenthe's question published on those days.
    fn example(today: &str, published: &[&str]) -> (Around, Content) {
        let (mut around, content) = page::example("/", today);
        let version = |(at, on): (usize, &&str)| Version {
            version: at as u32 + 1,
            published: day(on),
            note: None,
            redacted: None,
        };
        around.feedback.insert(slug(), published.iter().enumerate().map(version).collect());
        (around, content)
    }

    fn slug() -> Id {
        Id::try_from("drenthe-dichterbij").unwrap()
    }

    fn ids(today: &str, published: &[&str]) -> Vec<String> {
        let (around, content) = example(today, published);
        entries(&around, &content.consultations[&slug()], Language::Nl).into_iter().map(|entry| entry.id).collect()
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
    fn what_happened_to_a_question_is_news_with_its_reason_and_a_promise_that_is_off_is_cancelled() {
        let (around, mut content) = example("2026-11-24", &[]);
        let one = content.consultations.get_mut(&slug()).unwrap();
        let act = |what, on: &str| Amendment {
            what,
            on: on.try_into().unwrap(),
            closes_was: one.closes,
            feedback_due_was: None,
            reason: Localised::Same("Het geld is op.".into()),
        };
        let (extended, withdrawn) = (act(Amended::Extended, "2026-11-01"), act(Amended::Withdrawn, "2026-11-20"));
        one.amended = vec![extended];
        let first = entries(&around, one, Language::Nl);
        assert!(event(&around, one, Language::Nl).to_ics(Language::Nl).contains("TRANSP"));
        assert!(!event(&around, one, Language::Nl).to_ics(Language::Nl).contains("STATUS:CANCELLED"));
        one.amended.push(withdrawn);
        let second = entries(&around, one, Language::Nl);
        assert_eq!((first.len(), second.len()), (2, 3));
        assert_eq!(first[1].id, second[1].id, "it stays the same news");
        assert!(
            second[2].title.starts_with("Ingetrokken op 20 november 2026.")
                && second[2].summary.contains("Het geld is op.")
        );
        assert!(event(&around, one, Language::Nl).to_ics(Language::Nl).contains("STATUS:CANCELLED\r\n"));
    }

    #[test]
    fn news_has_whole_addresses_where_the_site_knows_its_own() {
        let (mut around, content) = example("2026-11-24", &[]);
        let consultation = &content.consultations[&slug()];
        let news = |around: &Around| {
            let page = entries(around, consultation, Language::En).remove(0).page;
            (page, event(around, consultation, Language::En).url)
        };
        assert_eq!(news(&around), ("/en/vraag/drenthe-dichterbij/".to_owned(), None));
        around.site.address = Some("https://denkmee.example.nl".into());
        let whole = "https://denkmee.example.nl/en/vraag/drenthe-dichterbij/".to_owned();
        assert_eq!(news(&around), (whole.clone(), Some(whole)));
    }

    #[test]
    fn pages_lead_to_feedback_and_only_feedback_after_the_last_day_keeps_the_promise() {
        for (published, status) in [("2027-10-31", Status::Overdue), ("2027-11-20", Status::Answered)] {
            let (around, content) = example("2028-03-01", &[published]);
            let consultation = &content.consultations[&slug()];
            let statuses: Vec<_> = around.statuses(consultation).iter().map(|status| status.what).collect();
            assert_eq!(statuses, [status]);
            for body in [
                page::overview::body(&around, &content, Language::Nl),
                page::consultation::body(&around, consultation, Language::Nl),
            ] {
                assert!(
                    body.view.to_html().contains("href=\"/vraag/drenthe-dichterbij/terugkoppeling/\""),
                    "{published}"
                );
            }
        }
    }
}
