//! What every answer says about itself, whatever it is: our collector does so, and so can hosts that read `_headers`.

use super::embed;
use crate::files::release::served::{FOR_EVER, KINDS};
use std::fmt::Write;

/// Names (in lower case) and values, for a site that those in `embed` may frame. The rest of the content security
/// policy is in each page itself, with hashes of what it may run; a page can't say who may frame it.
pub fn always(embed: &[String]) -> [(&'static str, String); 5] {
    [
        ("x-content-type-options", "nosniff".to_owned()),
        // Not "no-referrer": with that, browsers post forms with "Origin: null", and the plain form would be refused.
        ("referrer-policy", "same-origin".to_owned()),
        ("content-security-policy", embed::ancestors(embed)),
        ("cross-origin-opener-policy", "same-origin".to_owned()),
        ("permissions-policy", "camera=(), microphone=(), geolocation=()".to_owned()),
    ]
}

/// Where such files lie. Hosts fill in `:slug`; one rule for each consultation would soon be more rules than they take.
const PLACES: [&str; 4] = ["", "en/", "vraag/:slug/", "en/vraag/:slug/"];

/// `_headers`, for Netlify and Cloudflare. Both let browsers ask again for what is not named here.
pub fn file(base: &str, embed: &[String]) -> String {
    let mut text = format!("{base}*\n");
    for (name, value) in always(embed) {
        // Writing to a text can't fail.
        let _ = writeln!(text, "  {name}: {value}");
    }
    text += &format!("{base}assets/*\n  cache-control: {FOR_EVER}\n");
    for (place, (name, kind)) in PLACES.iter().flat_map(|place| KINDS.map(|kind| (place, kind))) {
        text += &format!("{base}{place}{name}\n  content-type: {kind}\n");
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_rules_stand_under_the_paths_they_are_for() {
        let text = file("/denkmee/", &[]);
        assert!(text.starts_with("/denkmee/*\n  x-content-type-options: nosniff\n"));
        assert!(text.contains("\n  content-security-policy: frame-ancestors 'self'\n"));
        assert!(text.contains("\n/denkmee/assets/*\n  cache-control: public, max-age=31536000, immutable\n"));
        let feed = "feed.xml\n  content-type: application/atom+xml; charset=utf-8\n";
        for place in ["", "en/", "vraag/:slug/", "en/vraag/:slug/"] {
            assert!(text.contains(&format!("\n/denkmee/{place}{feed}")), "{place}");
        }
    }

    #[test]
    fn no_path_gets_a_header_twice_as_hosts_would_join_the_two() {
        let text = file("/", &["https://www.example.nl".to_owned()]);
        let mut rules = text.split("\n/").map(|rule| {
            let lines = rule.lines().skip(1).filter_map(|line| line.trim().split_once(": "));
            lines.map(|(name, _)| name).collect::<Vec<_>>()
        });
        // The first is for every path; the paths of the others have nothing in common.
        let for_all = rules.next().unwrap();
        let mut others = rules.peekable();
        assert!(for_all.len() >= 5 && others.peek().is_some());
        for name in others.flatten() {
            assert!(!for_all.contains(&name), "{name}");
        }
    }
}
