//! Addresses: which are safe to open, to send to, and to name in a policy.

use super::At;
use crate::files::read::finding::Expected;

/// A link to a page: http or https.
pub fn as_web_address(at: At) -> Option<String> {
    at.formed(Expected::WebAddress, is_web_address)
}

/// Whether a text is an http or https address.
pub fn is_web_address(text: &str) -> bool {
    let rest = text.strip_prefix("https://").or_else(|| text.strip_prefix("http://"));
    let plain = |rest: &str| !rest.contains(|c: char| c.is_whitespace() || "\"<>\\".contains(c));
    rest.is_some_and(|rest| plain(rest) && host(rest).is_some())
}

/// The host of an address from behind its scheme; `None` when somebody's name is in it, as in
/// `127.0.0.1:x@evil.example`, or a port that is none.
fn host(rest: &str) -> Option<&str> {
    let authority = rest.split(['/', '?', '#']).next()?;
    let (host, port) = match authority.rsplit_once(':') {
        // A colon can also be within an address such as [::1].
        Some((host, port)) if !port.contains(']') => (host, Some(port)),
        _ => (authority, None),
    };
    let bracketed = host.starts_with('[') && host.ends_with(']');
    let whole = !host.is_empty() && !host.contains('@') && (bracketed || !host.contains([':', '[', ']']));
    let port = port.is_none_or(|port| port.parse::<u16>().is_ok_and(|port| port > 0));
    (whole && port).then_some(host)
}

/// Whether a text is an address to which a browser sends from a page with https: secure, or on this very machine.
pub fn is_secure_address(text: &str) -> bool {
    let local = |rest| matches!(host(rest), Some("localhost" | "127.0.0.1"));
    is_web_address(text) && text.strip_prefix("http://").is_none_or(local)
}

/// Where a site is, as browsers write it: scheme and host, and perhaps a port.
pub fn as_origin(at: At) -> Option<String> {
    at.formed(Expected::Origin, is_origin)
}

/// Whether a text is an origin such as `https://denkmee.example.nl`. It may stand in a security policy, so it has
/// nothing that means something there.
pub fn is_origin(text: &str) -> bool {
    let rest = text.strip_prefix("https://").or_else(|| text.strip_prefix("http://"));
    let allowed = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || "-.:[]".contains(c);
    rest.is_some_and(|rest| rest.chars().all(allowed) && host(rest).is_some())
}
