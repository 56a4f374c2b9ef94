//! HTML, written piece by piece. Whatever comes in as a text or as a value stays one, whoever typed it: nothing else writes what
//! the browser reads as an element.

/// What was written so far.
#[derive(Default)]
pub struct Html(String);

impl Html {
    /// The whole of it.
    pub fn done(self) -> String {
        self.0
    }

    /// Begins an element with these attributes; those whose value is `None` are left out.
    pub fn open(&mut self, tag: &'static str, attributes: &[(&'static str, Option<&str>)]) {
        self.0.push('<');
        self.0.push_str(tag);
        for (name, value) in attributes {
            if let Some(value) = value {
                self.0.push(' ');
                self.0.push_str(name);
                self.0.push_str("=\"");
                self.text(value);
                self.0.push('"');
            }
        }
        self.0.push('>');
        if tag == "textarea" {
            // A browser takes the first line end for its own.
            self.0.push('\n');
        }
    }

    /// Ends it.
    pub fn close(&mut self, tag: &'static str) {
        self.0.push_str("</");
        self.0.push_str(tag);
        self.0.push('>');
    }

    /// A text.
    pub fn text(&mut self, text: &str) {
        for c in text.chars() {
            match c {
                '&' => self.0.push_str("&amp;"),
                '<' => self.0.push_str("&lt;"),
                '>' => self.0.push_str("&gt;"),
                '"' => self.0.push_str("&quot;"),
                c => self.0.push(c),
            }
        }
    }

    /// A whole element with a text in it.
    pub fn put(&mut self, tag: &'static str, attributes: &[(&'static str, Option<&str>)], text: &str) {
        self.open(tag, attributes);
        self.text(text);
        self.close(tag);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_somebody_typed_is_a_text_wherever_it_stands() {
        let typed = "\"><script>&amp;'</textarea>";
        let mut html = Html::default();
        html.put("p", &[("title", Some(typed)), ("hidden", None)], typed);
        let safe = "&quot;&gt;&lt;script&gt;&amp;amp;'&lt;/textarea&gt;";
        assert_eq!(html.done(), format!("<p title=\"{safe}\">{safe}</p>"));
        let mut html = Html::default();
        html.put("textarea", &[], "\neen");
        assert_eq!(html.done(), "<textarea>\n\neen</textarea>");
    }
}
