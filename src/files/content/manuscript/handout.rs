//! What a question says of itself on paper: in its own words and those of its site, as far as these are written. Nothing is made
//! up; what lacks is named by its field.

use super::{
    amend::is_withdrawn,
    path::get,
    spots::{languages, words},
};
use crate::domain::{
    day::Day,
    id::Id,
    language::Language::{self, En, Nl},
    plain,
    route::Route,
};
use serde_json::Value;

/// How many characters say on a poster what a question is about: whole sentences, the first in any case.
const ABOUT: usize = 180;

/// A question in one language, with whose it is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Handout {
    /// In which.
    pub language: Language,
    /// What is asked.
    pub title: String,
    /// What it is about.
    pub summary: String,
    /// Why it is asked now, in paragraphs.
    pub why_now: String,
    /// Where it is about.
    pub place: String,
    /// What can still change, and what can’t.
    pub open: Vec<String>,
    /// See there.
    pub fixed: Vec<String>,
    /// The first day on which one can respond, where that is still to come.
    pub opens: Option<Day>,
    /// The last one.
    pub closes: Option<Day>,
    /// By when there is an answer.
    pub due: Option<Day>,
    /// Who decides, and when.
    pub decides: (String, Option<Day>),
    /// Who one can ask: by name and e-mail address.
    pub owner: (String, String),
    /// What the site is called, and who asks.
    pub site: String,
    /// See there.
    pub organisation: String,
    /// How one reaches them.
    pub phone: String,
    /// See there.
    pub email: String,
    /// See there.
    pub post: String,
    /// Where a form that was filled in by pen can be sent, and the places to bring it to.
    pub send: String,
    /// See there.
    pub bring: Vec<String>,
    /// The address of its page.
    pub page: String,
}

/// A field that is empty and would stand on paper.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Lack {
    /// Whether it is one of the site.
    pub site: bool,
    /// Where it stands.
    pub at: &'static str,
    /// Whether it is a text, which stands there in each language.
    pub text: bool,
}

const fn of(site: bool, at: &'static str, text: bool) -> Lack {
    Lack { site, at, text }
}

/// What stands on paper, in the order of reading.
const WANTED: [Lack; 16] = [
    of(false, "title", true),
    of(false, "summary", true),
    of(false, "why_now", true),
    of(false, "closes", false),
    of(false, "feedback_due", false),
    of(false, "scope.open", false),
    of(false, "scope.fixed", false),
    of(false, "decision.who", true),
    of(false, "owner.name", true),
    of(true, "organisation", true),
    of(true, "address", false),
    of(true, "contact.phone", false),
    of(true, "contact.email", false),
    of(true, "contact.post", true),
    of(true, "paper.send", true),
    of(true, "paper.bring", false),
];
/// What is not asked of a question without an agenda.
const AGENDA: [&str; 3] = ["scope.open", "scope.fixed", "decision.who"];

impl Handout {
    /// In each language of the question, on this day. `here` is where the desk is: the address of its site, with its path.
    pub fn all(slug: &Id, question: &Value, site: &Value, here: &str, today: Option<Day>) -> Vec<Self> {
        let of = languages(question);
        let both = [Nl, En].into_iter().filter(|one| of.iter().any(|code| code == one.code()));
        both.map(|language| Self::of(slug, question, site, here, language))
            .map(|one| Self { opens: one.opens.filter(|opens| today.is_none_or(|today| *opens > today)), ..one })
            .collect()
    }

    fn of(slug: &Id, question: &Value, site: &Value, here: &str, language: Language) -> Self {
        let text = |root: &Value, at: &str| words(root, &format!("{at}.{}", language.code())).trim().to_owned();
        let many = |root: &Value, list: &str, key: &str| -> Vec<String> {
            let count = get(root, list).and_then(Value::as_array).map_or(0, Vec::len);
            (0..count).map(|n| text(root, &format!("{list}[{n}]{key}"))).filter(|text| !text.is_empty()).collect()
        };
        let day = |at: &str| Day::try_from(words(question, at).as_str()).ok();
        Self {
            language,
            title: text(question, "title"),
            summary: text(question, "summary"),
            why_now: text(question, "why_now"),
            place: text(question, "where"),
            open: many(question, "scope.open", ".text"),
            fixed: many(question, "scope.fixed", ".text"),
            opens: day("opens"),
            closes: day("closes"),
            due: day("feedback_due"),
            decides: (text(question, "decision.who"), day("decision.when")),
            owner: (text(question, "owner.name"), words(question, "owner.email")),
            site: text(site, "name"),
            organisation: text(site, "organisation"),
            phone: words(site, "contact.phone"),
            email: words(site, "contact.email"),
            post: text(site, "contact.post"),
            send: text(site, "paper.send"),
            bring: many(site, "paper.bring", ""),
            page: Route::Consultation(slug.clone()).href(&at(here, &words(site, "address")), language),
        }
    }

    /// The sentences of what it is about, each with what ends it.
    pub fn sentences(&self) -> Vec<&str> {
        let whole = |at: std::ops::Range<usize>| {
            let rest = &self.summary[at.end..];
            let marks = rest.len() - rest.trim_start_matches(['.', '!', '?', '…', '’', '”', ')']).len();
            &self.summary[at.start..at.end + marks]
        };
        plain::sentences(&self.summary).into_iter().map(whole).collect()
    }

    /// What it is about, in as many whole sentences as one reads on a poster.
    pub fn about(&self) -> String {
        let mut about = String::new();
        for sentence in self.sentences() {
            if !about.is_empty() && about.chars().count() + sentence.chars().count() >= ABOUT {
                break;
            }
            about += if about.is_empty() { "" } else { " " };
            about += sentence;
        }
        about
    }
}

/// The address of the site: its own, with the path where it is made; else the one where the desk is.
fn at(here: &str, own: &str) -> String {
    let path = here.splitn(4, '/').nth(3).unwrap_or_default();
    if own.is_empty() { here.to_owned() } else { format!("{}/{path}", own.trim_end_matches('/')) }
}

/// What lacks, of what would stand on paper.
pub fn lacks(question: &Value, site: &Value) -> Vec<Lack> {
    let listens = words(question, "kind") == "listening";
    let first = languages(question).remove(0);
    let is_empty = |lack: &Lack| {
        let root = if lack.site { site } else { question };
        match lack.text {
            true => words(root, &format!("{}.{first}", lack.at)).trim().is_empty(),
            false => get(root, lack.at).is_none_or(|is| is.as_array().map_or(is == "", Vec::is_empty)),
        }
    };
    // One place for what was filled in by pen is enough.
    let has_place = !words(site, &format!("paper.send.{first}")).is_empty();
    let is_spared = |lack: &Lack| {
        listens && AGENDA.contains(&lack.at) || (has_place && lack.at == "paper.bring") || is_brought(site, lack)
    };
    WANTED.into_iter().filter(|lack| is_empty(lack) && !is_spared(lack)).collect()
}

fn is_brought(site: &Value, lack: &Lack) -> bool {
    lack.at == "paper.send" && get(site, "paper.bring").and_then(Value::as_array).is_some_and(|all| !all.is_empty())
}

/// Why what is printed leads nowhere, or not any more.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stale {
    /// It is withdrawn.
    Withdrawn,
    /// One can’t respond any more.
    Closed(Day),
}

/// Whether a question takes nothing any more.
pub fn stale(question: &Value, today: Option<Day>) -> Option<Stale> {
    let closes = Day::try_from(words(question, "closes").as_str()).ok();
    match (is_withdrawn(question), closes, today) {
        (true, ..) => Some(Stale::Withdrawn),
        (_, Some(closes), Some(today)) if closes < today => Some(Stale::Closed(closes)),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    const HERE: &str = "http://127.0.0.1:80/proef/";

    fn slug() -> Id {
        Id::try_from("bus").unwrap()
    }

    #[test]
    fn it_says_what_is_written_and_names_the_fields_of_the_rest() {
        let question = json!({
            "kind": "question", "languages": ["nl", "en"], "title": { "nl": "Hoe rijdt de bus?", "en": "How does the bus go?" },
            "summary": { "nl": "Wij maken een plan. Vertel wat u nodig hebt!" }, "closes": "2027-04-01",
            "scope": { "open": [{ "text": { "nl": "De tijden." } }, {}], "fixed": [] },
        });
        let site = json!({ "organisation": "Provincie Drenthe", "address": "https://denkmee.example", "paper": { "bring": [{ "nl": "het dorpshuis" }] } });
        let all = Handout::all(&slug(), &question, &site, HERE, None);
        assert_eq!(all.iter().map(|one| one.language).collect::<Vec<_>>(), [Nl, En]);
        let [nl, en] = &all[..] else { panic!() };
        assert_eq!(
            (nl.page.as_str(), en.title.as_str()),
            ("https://denkmee.example/proef/vraag/bus/", "How does the bus go?")
        );
        assert_eq!(en.page, "https://denkmee.example/proef/en/vraag/bus/");
        assert_eq!((nl.open.len(), nl.bring.len(), en.organisation.as_str()), (1, 1, "Provincie Drenthe"));
        assert_eq!(nl.about(), "Wij maken een plan. Vertel wat u nodig hebt!");
        assert_eq!((en.about(), en.due), (String::new(), None));
        let lacks: Vec<_> = lacks(&question, &site).into_iter().map(|lack| lack.at).collect();
        assert_eq!(
            lacks,
            [
                "why_now",
                "feedback_due",
                "scope.fixed",
                "decision.who",
                "owner.name",
                "contact.phone",
                "contact.email",
                "contact.post"
            ]
        );
        assert_eq!(
            Handout::all(&slug(), &question, &json!({}), HERE, None)[0].page,
            "http://127.0.0.1:80/proef/vraag/bus/"
        );
    }

    #[test]
    fn a_poster_has_whole_sentences_and_as_many_as_one_reads() {
        let long = format!("Een {}. Tweede.", "woord ".repeat(40).trim());
        let question = |summary: &str| json!({ "summary": summary });
        let about = |summary: &str| Handout::all(&slug(), &question(summary), &json!({}), HERE, None)[0].about();
        assert_eq!(about(&long), long.trim_end_matches(" Tweede."));
        assert_eq!(about(&format!("Kort? {long}")), "Kort?");
        assert_eq!(about("Zonder punt"), "Zonder punt");
        assert_eq!(about(""), "");
    }

    #[test]
    fn nothing_is_hung_up_of_what_takes_nothing_any_more() {
        let day = |text| Day::try_from(text).ok();
        let question = json!({ "closes": "2027-04-01", "amended": [{ "what": "withdrawn" }] });
        assert_eq!(stale(&question, day("2027-01-01")), Some(Stale::Withdrawn));
        let question = json!({ "closes": "2027-04-01" });
        assert_eq!(stale(&question, day("2027-04-01")), None);
        let opens = json!({ "opens": "2027-03-01" });
        let of = |today| Handout::all(&slug(), &opens, &json!({}), HERE, day(today))[0].opens;
        assert_eq!((of("2027-02-28"), of("2027-03-01")), (day("2027-03-01"), None), "what is past is not said");
        assert_eq!(stale(&question, day("2027-04-02")), day("2027-04-01").map(Stale::Closed));
    }
}
