//! Which sites may post here. There are no cookies to abuse; this stops other sites from posting made-up reactions
//! through the browsers of their visitors.

use axum::http::{HeaderMap, header};

/// Whether a request may post.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum From {
    /// From this site, or not from a page at all: programs such as curl send no origin, browsers always do.
    Here,
    /// From another site that was allowed by name, which needs to be told so.
    Friend,
    /// From anywhere else.
    Stranger,
}

/// The origins that may post.
pub struct Origins {
    friends: Vec<String>,
}

impl Origins {
    /// The site's own, and these.
    pub fn new(friends: Vec<String>) -> Self {
        Self { friends }
    }

    /// Where a request comes from. `proxied` says that a proxy of our own tells the scheme.
    pub fn of(&self, headers: &HeaderMap, proxied: bool) -> From {
        let mut origins = headers.get_all(header::ORIGIN).iter();
        let origin = match (origins.next(), origins.next()) {
            (None, _) => return From::Here,
            (Some(origin), None) => origin.to_str().unwrap_or("null").to_ascii_lowercase(),
            _ => return From::Stranger,
        };
        let text = |name: &str| headers.get(name).and_then(|value| value.to_str().ok());
        let scheme = match text("x-forwarded-proto") {
            Some("https") if proxied => "https",
            _ => "http",
        };
        let own = text("host").map(|host| format!("{scheme}://{}", host.to_ascii_lowercase()));
        if Some(&origin) == own.as_ref() {
            From::Here
        } else if self.friends.contains(&origin) {
            From::Friend
        } else {
            From::Stranger
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(pairs: &[(&'static str, &'static str)], proxied: bool) -> From {
        let mut headers = HeaderMap::new();
        for (name, value) in pairs {
            headers.append(*name, value.parse().unwrap());
        }
        Origins::new(vec!["https://denkmee.example.nl".into()]).of(&headers, proxied)
    }

    #[test]
    fn only_this_site_named_friends_and_programs() {
        let host = ("host", "localhost:8080");
        assert_eq!(of(&[host], false), From::Here);
        assert_eq!(of(&[host, ("origin", "http://localhost:8080")], false), From::Here);
        assert_eq!(of(&[host, ("origin", "https://denkmee.example.nl")], false), From::Friend);
        for stranger in [
            "null",
            "http://localhost",
            "https://localhost:8080",
            "http://evil.example",
            "http://localhost:8080.evil.example",
        ] {
            assert_eq!(of(&[host, ("origin", stranger)], false), From::Stranger, "{stranger}");
        }
        let twice = [host, ("origin", "http://localhost:8080"), ("origin", "http://evil.example")];
        assert_eq!(of(&twice, false), From::Stranger);
    }

    #[test]
    fn the_scheme_is_believed_only_of_our_own_proxy() {
        let headers = [("host", "d.example"), ("x-forwarded-proto", "https"), ("origin", "https://d.example")];
        assert_eq!(of(&headers, true), From::Here);
        assert_eq!(of(&headers, false), From::Stranger);
    }
}
