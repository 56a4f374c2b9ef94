//! A reminder for a calendar (iCalendar, RFC 5545): one event that lasts one day.

use crate::domain::{day::Day, language::Language};

/// Something on a day.
pub struct Event {
    /// A UUID; a calendar that has it already changes what it has.
    pub id: String,
    /// When this was written.
    pub made: Day,
    /// The day.
    pub day: Day,
    /// Nothing is promised any more: a calendar that has it takes it out.
    pub cancelled: bool,
    /// What.
    pub title: String,
    /// More about it.
    pub text: String,
    /// The whole address of the page it is about, where that is known.
    pub url: Option<String>,
}

impl Event {
    /// As a calendar of one event. Without an end a day lasts one day; it does not make anybody busy.
    pub fn to_ics(&self, language: Language) -> String {
        let code = language.code().to_uppercase();
        let url = self.url.as_ref().map(|url| format!("URL:{url}"));
        let before = [
            "BEGIN:VCALENDAR".to_owned(),
            "VERSION:2.0".to_owned(),
            format!("PRODID:-//Beginspraak//Beginspraak//{code}"),
            "BEGIN:VEVENT".to_owned(),
            format!("UID:{}", self.id),
            format!("DTSTAMP:{}T000000Z", digits(self.made)),
            format!("DTSTART;VALUE=DATE:{}", digits(self.day)),
            format!("SUMMARY:{}", escape(&self.title)),
            format!("DESCRIPTION:{}", escape(&self.text)),
        ];
        let cancelled = self.cancelled.then(|| "STATUS:CANCELLED".to_owned());
        let after = ["TRANSP:TRANSPARENT", "END:VEVENT", "END:VCALENDAR"].map(str::to_owned);
        before.into_iter().chain(cancelled).chain(url).chain(after).map(|line| fold(&line)).collect()
    }
}

fn digits(day: Day) -> String {
    day.to_string().replace('-', "")
}

/// A text value: no separators, no line ends, no control characters.
fn escape(text: &str) -> String {
    let escaped = text.replace('\\', "\\\\").replace(';', "\\;").replace(',', "\\,").replace('\n', "\\n");
    escaped.chars().filter(|c| !c.is_control()).collect()
}

/// A content line: at most 75 octets, continued on lines that begin with a space; no character is cut in two.
fn fold(line: &str) -> String {
    let (mut out, mut octets) = (String::new(), 0);
    for c in line.chars() {
        if octets + c.len_utf8() > 75 {
            out += "\r\n ";
            octets = 1;
        }
        out.push(c);
        octets += c.len_utf8();
    }
    out + "\r\n"
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn event(title: &str) -> String {
        let day = |month| Day::new(2028, month, 7).unwrap();
        let url = Some("https://denkmee.example.nl/vraag/dorp/".into());
        let event = Event {
            id: "u".into(),
            made: day(1),
            day: day(2),
            cancelled: false,
            title: title.into(),
            text: "x".into(),
            url,
        };
        event.to_ics(Language::Nl)
    }

    #[test]
    fn an_event_is_a_whole_day() {
        let ics = event("Wonen, werken; \\ en\nreizen");
        for line in [
            "DTSTART;VALUE=DATE:20280207",
            "DTSTAMP:20280107T000000Z",
            "UID:u",
            "URL:https://denkmee.example.nl/vraag/dorp/",
        ] {
            assert!(ics.contains(&format!("\r\n{line}\r\n")), "{line} in {ics}");
        }
        assert!(ics.contains("SUMMARY:Wonen\\, werken\\; \\\\ en\\nreizen\r\n"), "{ics}");
        assert!(ics.starts_with("BEGIN:VCALENDAR\r\n") && ics.ends_with("END:VCALENDAR\r\n"));
    }

    proptest! {
        #[test]
        fn a_title_adds_no_line_of_its_own_and_no_line_is_too_long(title in "\\PC{0,200}|[\r\n:;,\\\\é👍]{0,80}") {
            let ics = event(&title);
            prop_assert!(ics.split("\r\n").all(|line| line.len() <= 75 && !line.contains(['\r', '\n'])));
            let unfolded = ics.replace("\r\n ", "");
            prop_assert_eq!(unfolded.lines().count(), 13);
        }
    }
}
