//! What is said of a file of a site where it is served: its kind, and how long browsers may keep it.

/// For files whose name holds a hash of what is in them.
pub const FOR_EVER: &str = "public, max-age=31536000, immutable";
/// For all others: browsers ask each time whether it still holds.
const ASK: &str = "no-cache";

/// Files whose kind hosts can't tell from the end of their name, or tell without the charset: by their name.
pub const KINDS: [(&str, &str); 2] =
    [("feed.xml", "application/atom+xml; charset=utf-8"), ("terugkoppeling.ics", "text/calendar; charset=utf-8")];

/// The others, by how their name ends.
const ENDS: [(&str, &str); 13] = [
    ("html", "text/html; charset=utf-8"),
    ("js", "text/javascript; charset=utf-8"),
    ("wasm", "application/wasm"),
    ("json", "application/json; charset=utf-8"),
    ("webmanifest", "application/manifest+json"),
    ("css", "text/css; charset=utf-8"),
    ("svg", "image/svg+xml"),
    ("png", "image/png"),
    ("jpg", "image/jpeg"),
    ("webp", "image/webp"),
    ("txt", "text/plain; charset=utf-8"),
    ("xml", "application/xml; charset=utf-8"),
    ("ics", "text/calendar; charset=utf-8"),
];

/// What kind of file this is, where its name alone does not say so.
pub fn named(path: &str) -> Option<&'static str> {
    let name = path.rsplit('/').next()?;
    KINDS.iter().find(|(known, _)| *known == name).map(|(_, kind)| *kind)
}

/// What kind of file this is.
pub fn kind(path: &str) -> &'static str {
    let end = path.rsplit('/').next().and_then(|name| name.rsplit_once('.')).map(|(_, end)| end);
    let by_end = || ENDS.iter().find(|(known, _)| Some(*known) == end).map(|(_, kind)| *kind);
    named(path).or_else(by_end).unwrap_or("application/octet-stream")
}

/// How long browsers may keep it.
pub fn keeping(path: &str) -> &'static str {
    if path.starts_with("assets/") { FOR_EVER } else { ASK }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_file_has_a_kind_and_only_what_never_changes_is_kept() {
        for (path, is) in [
            ("index.html", "text/html; charset=utf-8"),
            ("vraag/x/feed.xml", "application/atom+xml; charset=utf-8"),
            ("assets/a-1.js", "text/javascript; charset=utf-8"),
            ("content/trace/x/0.bin", "application/octet-stream"),
            ("_headers", "application/octet-stream"),
        ] {
            assert_eq!(kind(path), is, "{path}");
        }
        assert_eq!((keeping("assets/a-1.js"), keeping("sw.js")), (FOR_EVER, "no-cache"));
        assert_eq!(named("/en/vraag/dorp/feed.xml"), Some("application/atom+xml; charset=utf-8"));
        assert_eq!(named("sitemap.xml"), None);
    }
}
