//! `/.well-known/security.txt` (RFC 9116): where to report a weak spot. Dutch authorities must have one.

use crate::domain::{day::Day, site::Site};

/// Where it belongs.
pub const PATH: &str = ".well-known/security.txt";

/// The standard wants a date within a year, so that nobody relies on a file that was forgotten. Every publication
/// renews it.
const VALID_DAYS: u32 = 180;

/// The file.
pub fn file(site: &Site, today: Day) -> String {
    let contact = site.contact.security.clone().unwrap_or_else(|| format!("mailto:{}", site.contact.email));
    let languages: Vec<_> = site.languages.iter().map(|language| language.code()).collect();
    let canonical = site.address.as_ref().map(|_| format!("Canonical: {}\n", site.whole(&format!("/{PATH}"))));
    format!(
        "Contact: {contact}\nExpires: {}T00:00:00Z\nPreferred-Languages: {}\n{}",
        today.later(VALID_DAYS),
        languages.join(", "),
        canonical.unwrap_or_default()
    )
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::press::host::tests::site;

    #[test]
    fn it_names_the_contact_and_ends_within_a_year() {
        let mut site = site();
        let today = Day::try_from("2026-11-24").unwrap();
        assert_eq!(
            file(&site, today),
            "Contact: mailto:voorbeeld@example.org\nExpires: 2027-05-23T00:00:00Z\nPreferred-Languages: nl, en\n"
        );
        site.contact.security = Some("https://www.example.nl/meld".into());
        site.address = Some("https://denkmee.example.nl".into());
        let text = file(&site, today);
        assert!(text.starts_with("Contact: https://www.example.nl/meld\n"));
        assert!(text.ends_with("Canonical: https://denkmee.example.nl/.well-known/security.txt\n"));
    }
}
