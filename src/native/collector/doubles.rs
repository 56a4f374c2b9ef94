//! The same form posted twice by accident is one reaction: a second tap on a slow line, or a receipt's page loaded again.
//!
//! A page as it was published is the same for everybody and has no id, so the collector remembers which id it gave to what
//! came in, and from where. In memory only: of the sender and the words there is nothing but a keyed sum.

use super::pace;
use crate::{
    domain::{day::Day, draft::Draft, id::ReactionId},
    native::identity,
};
use axum::http::{HeaderMap, header};
use sha2::{Digest as _, Sha256};
use std::{
    collections::HashMap,
    net::IpAddr,
    sync::{Mutex, PoisonError},
    time::{Duration, Instant},
};

/// A short form is the same accident for this long: the next visitor at the tablet in a village hall takes longer.
const ACCIDENT: Duration = Duration::from_secs(120);
/// Words that nobody else would write make it the same form all day.
const DAY: Duration = Duration::from_secs(24 * 60 * 60);
/// A text of this many characters is such words.
const OWN_WORDS: usize = 60;
/// The most forms remembered.
const FORMS: usize = 50_000;

/// What came in without an id.
pub struct Doubles {
    key: [u8; 32],
    given: Mutex<HashMap<[u8; 32], Given>>,
}

/// The id and day of a form's first coming.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Given {
    /// Under which it is kept.
    pub id: ReactionId,
    /// When that was: a reaction holds its day, and the second must be the same to the letter.
    pub day: Day,
    until: Instant,
}

/// Whose browser posts: where it is, and what it says of itself. Two phones behind one address mostly differ in that.
pub struct Browser {
    address: IpAddr,
    says: [Vec<u8>; 2],
}

impl Browser {
    /// From the request.
    pub fn of(address: IpAddr, headers: &HeaderMap) -> Self {
        let says = [header::USER_AGENT, header::ACCEPT_LANGUAGE];
        let says = says.map(|name| headers.get(name).map(|value| value.as_bytes().to_vec()).unwrap_or_default());
        Self { address: pace::network(address), says }
    }
}

impl Doubles {
    /// With a fresh key, which dies with the process.
    pub fn new() -> Result<Self, getrandom::Error> {
        Ok(Self { key: identity::random()?, given: Mutex::default() })
    }

    /// The id for this form: a fresh one, or that of the same form from the same browser a moment ago.
    pub fn id(
        &self,
        browser: &Browser,
        form: &[u8],
        draft: &Draft,
        today: Day,
        now: Instant,
    ) -> Result<Given, getrandom::Error> {
        let sum = self.sum(browser, form);
        let mut given = self.given.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(earlier) = given.get(&sum).filter(|earlier| now < earlier.until) {
            return Ok(earlier.clone());
        }
        if given.len() >= FORMS {
            given.retain(|_, earlier| now < earlier.until);
            if given.len() >= FORMS {
                given.clear();
            }
        }
        let own = draft.pairs().any(|(_, text)| text.chars().count() >= OWN_WORDS);
        let until = now + if own { DAY } else { ACCIDENT };
        let fresh = Given { id: identity::reaction_id()?, day: today, until };
        given.insert(sum, fresh.clone());
        Ok(fresh)
    }

    fn sum(&self, browser: &Browser, form: &[u8]) -> [u8; 32] {
        let address = browser.address.to_string();
        let mut sum = Sha256::new().chain_update(self.key);
        for part in [address.as_bytes(), &browser.says[0], &browser.says[1], form] {
            // With their lengths no two inputs run into each other.
            sum.update((part.len() as u64).to_le_bytes());
            sum.update(part);
        }
        sum.finalize().into()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const SHORT: &[u8] = b"q.a=ja";

    fn browser(address: &str, agent: &str) -> Browser {
        let mut headers = HeaderMap::new();
        headers.insert(header::USER_AGENT, agent.parse().unwrap());
        Browser::of(address.parse().unwrap(), &headers)
    }

    fn id(doubles: &Doubles, browser: &Browser, form: &[u8], text: &str, now: Instant) -> ReactionId {
        let draft = Draft::from_pairs([("q.a".to_owned(), text.to_owned())]);
        doubles.id(browser, form, &draft, Day::new(2026, 11, 26).unwrap(), now).unwrap().id
    }

    #[test]
    fn a_second_tap_is_the_same_form_and_the_next_person_is_not() {
        let (doubles, now) = (Doubles::new().unwrap(), Instant::now());
        let mine = browser("192.0.2.1", "A");
        let first = id(&doubles, &mine, SHORT, "ja", now);
        assert_eq!(id(&doubles, &mine, SHORT, "ja", now + Duration::from_secs(60)), first);
        for (who, form) in
            [("192.0.2.2", SHORT), ("192.0.2.1", b"q.a=nee")].map(|(address, form)| (browser(address, "A"), form))
        {
            assert_ne!(id(&doubles, &who, form, "ja", now), first);
        }
        assert_ne!(id(&doubles, &browser("192.0.2.1", "B"), SHORT, "ja", now), first, "another phone in the same hall");
        assert_ne!(id(&doubles, &mine, SHORT, "ja", now + ACCIDENT), first, "the next one at the same tablet");
    }

    #[test]
    fn a_story_is_the_same_form_all_day_and_keeps_its_first_day() {
        let (doubles, now) = (Doubles::new().unwrap(), Instant::now());
        let (mine, story) =
            (browser("2001:db8::1", "A"), "Wij wachten al drie jaar op een bus die 's avonds nog rijdt.");
        let first = id(&doubles, &mine, story.as_bytes(), story, now);
        let later = now + Duration::from_secs(20 * 60 * 60);
        assert_eq!(id(&doubles, &browser("2001:db8::2", "A"), story.as_bytes(), story, later), first);
        let draft = Draft::from_pairs([("q.a".to_owned(), story.to_owned())]);
        let tomorrow = Day::new(2026, 11, 27).unwrap();
        let again = doubles.id(&mine, story.as_bytes(), &draft, tomorrow, later).unwrap();
        assert_eq!(again.day, Day::new(2026, 11, 26).unwrap());
        assert_ne!(id(&doubles, &mine, story.as_bytes(), story, now + DAY), first);
    }

    #[test]
    fn a_flood_fills_no_memory() {
        let (doubles, now) = (Doubles::new().unwrap(), Instant::now());
        let mine = browser("192.0.2.1", "A");
        for n in 0..FORMS as u32 + 10 {
            id(&doubles, &mine, &n.to_le_bytes(), "ja", now);
        }
        assert!(doubles.given.lock().unwrap().len() <= FORMS);
    }
}
