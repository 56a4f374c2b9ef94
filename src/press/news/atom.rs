//! An Atom feed (RFC 4287), written by hand: a dozen elements weigh less than a library and what comes with it.

use super::escape;
use crate::domain::{day::Day, language::Language};

/// A feed.
pub struct Feed {
    /// A UUID.
    pub id: String,
    /// Its name.
    pub title: String,
    /// Who writes it.
    pub author: String,
    /// When it changed last.
    pub updated: Day,
    /// Its own address.
    pub own: String,
    /// The page it belongs to.
    pub page: String,
    /// The language of its texts.
    pub language: Language,
    /// The newest first.
    pub entries: Vec<Item>,
}

/// One piece of news.
#[derive(Clone)]
pub struct Item {
    /// A UUID.
    pub id: String,
    /// What happened.
    pub title: String,
    /// When.
    pub day: Day,
    /// Where one reads more.
    pub page: String,
    /// In short.
    pub summary: String,
}

impl Feed {
    /// As XML. Addresses are whole, or begin at the host's root: then a reader finds them from that of the feed.
    pub fn to_xml(&self) -> String {
        let mut xml = format!(
            "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n\
             <feed xmlns=\"http://www.w3.org/2005/Atom\" xml:lang=\"{}\">\n{}\
             <author><name>{}</name></author>\n\
             <link rel=\"self\" type=\"application/atom+xml\" href=\"{}\"/>\n",
            self.language.code(),
            head(&self.id, &self.title, self.updated, &self.page),
            text(&self.author),
            text(&self.own),
        );
        for entry in &self.entries {
            let head = head(&entry.id, &entry.title, entry.day, &entry.page);
            xml += &format!("<entry>\n{head}<summary>{}</summary>\n</entry>\n", text(&entry.summary));
        }
        xml + "</feed>\n"
    }
}

/// What a feed and an entry both have.
fn head(id: &str, title: &str, updated: Day, page: &str) -> String {
    format!(
        "<id>urn:uuid:{id}</id>\n<title>{}</title>\n<updated>{updated}T00:00:00Z</updated>\n\
         <link rel=\"alternate\" type=\"text/html\" href=\"{}\"/>\n",
        text(title),
        text(page)
    )
}

/// Text for XML, which has no place for most control characters, not even escaped.
fn text(text: &str) -> String {
    let allowed = |c: &char| matches!(c, '\t' | '\n' | ' '..='\u{fffd}' | '\u{10000}'..);
    escape(&text.chars().filter(allowed).collect::<String>())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_feed_has_all_that_the_standard_asks_for_whatever_its_texts_are() {
        let nasty = "</title> & <script>\"'\u{1}\u{ffff} 👍";
        let day = Day::new(2026, 11, 24).unwrap();
        let entry =
            Item { id: "9f0c".into(), title: nasty.into(), day, page: "/vraag/dorp/".into(), summary: nasty.into() };
        let feed = Feed {
            id: "1a2b".into(),
            title: nasty.into(),
            author: nasty.into(),
            updated: day,
            own: "/feed.xml".into(),
            page: "/".into(),
            language: Language::Nl,
            entries: vec![entry.clone(), entry],
        };
        let xml = feed.to_xml();
        let document = roxmltree::Document::parse(&xml).unwrap();
        let root = document.root_element();
        assert_eq!(root.tag_name().namespace(), Some("http://www.w3.org/2005/Atom"));
        let entries: Vec<_> = root.children().filter(|node| node.has_tag_name("entry")).collect();
        assert_eq!(entries.len(), 2);
        for node in entries.iter().chain([&root]) {
            let one = |name: &str| {
                let found: Vec<_> = node.children().filter(|child| child.tag_name().name() == name).collect();
                assert_eq!(found.len(), 1, "exactly one {name}");
                found[0].text().unwrap().to_owned()
            };
            assert!(one("id").starts_with("urn:uuid:"));
            assert_eq!(one("title"), "</title> & <script>\"' 👍");
            assert_eq!(one("updated"), "2026-11-24T00:00:00Z");
            let alternate = |child: &roxmltree::Node| child.attribute("rel") == Some("alternate");
            assert_eq!(node.children().filter(alternate).count(), 1);
        }
        assert!(root.children().any(|child| child.tag_name().name() == "author"), "every entry has an author by it");
    }
}
