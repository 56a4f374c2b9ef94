//! What every answer says about itself, whatever it is: our collector does so, and so can hosts that read `_headers`.

use super::embed;
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

/// For files whose name holds a hash of what is in them.
pub const FOR_EVER: &str = "public, max-age=31536000, immutable";

/// `_headers`, for Netlify and Cloudflare. Both let browsers ask again for what is not named here.
pub fn file(base: &str, embed: &[String]) -> String {
    let mut text = format!("{base}*\n");
    for (name, value) in always(embed) {
        // Writing to a text can't fail.
        let _ = writeln!(text, "  {name}: {value}");
    }
    text + &format!("{base}assets/*\n  cache-control: {FOR_EVER}\n")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_rules_stand_under_the_paths_they_are_for() {
        let text = file("/denkmee/", &[]);
        assert!(text.starts_with("/denkmee/*\n  x-content-type-options: nosniff\n"));
        assert!(text.contains("\n  content-security-policy: frame-ancestors 'self'\n"));
        assert!(text.ends_with("\n/denkmee/assets/*\n  cache-control: public, max-age=31536000, immutable\n"));
    }

    #[test]
    fn no_rule_names_a_header_twice_as_hosts_would_join_the_two() {
        let text = file("/", &["https://www.example.nl".to_owned()]);
        let names: Vec<_> =
            text.lines().filter_map(|line| line.trim().split_once(": ")).map(|(name, _)| name).collect();
        let mut once = names.clone();
        once.sort_unstable();
        once.dedup();
        assert_eq!(names.len(), once.len());
    }
}
