//! A page names its own edition: the sum of everything in it but that name. So whoever has a page can tell whether it
//! is whole, and which one it is.

use crate::domain::digest;

/// Where a page names it; still empty as the page is made.
pub const BLANK: &str = " data-edition=\"\"";

/// The first half of a half of the SHA-256 is enough: this guards against mixing and damage, not against attacks.
const LENGTH: usize = 16;

/// The short sum by which files are named.
pub fn sum(bytes: &[u8]) -> String {
    digest::sha256(bytes)[..LENGTH].to_owned()
}

/// Fills in the edition of a page that has a place for it.
pub fn stamp(html: &str) -> (Option<String>, String) {
    if !html.contains(BLANK) {
        return (None, html.to_owned());
    }
    let edition = sum(html.as_bytes());
    let filled = html.replacen(BLANK, &format!(" data-edition=\"{edition}\""), 1);
    (Some(edition), filled)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn taking_the_name_out_of_a_page_gives_the_sum_it_names() {
        let (edition, html) = stamp("<html lang=\"nl\" data-edition=\"\"><p>Hé</p></html>");
        let edition = edition.unwrap();
        assert!(html.contains(&format!("data-edition=\"{edition}\"")));
        // As the service worker does.
        assert_eq!(sum(html.replacen(&edition, "", 1).as_bytes()), edition);
        assert_eq!(stamp("<html>"), (None, "<html>".to_owned()));
    }
}
