//! Signatures of S3 (AWS Signature Version 4): of a request with which something is read or put, and of a policy with which others
//! may put something. The time comes from the edge.

use crate::domain::{
    digest::{hex, sha256},
    ordered::sort_by_key,
};
use hmac::{Hmac, KeyInit, Mac};
use sha2::Sha256;
use std::fmt;

/// How it is signed.
pub const ALGORITHM: &str = "AWS4-HMAC-SHA256";

/// A key of a bucket.
#[derive(Clone, Default, PartialEq, Eq)]
pub struct Key {
    /// Its public half.
    pub access: String,
    /// Its secret half, which goes nowhere.
    pub secret: String,
    /// Belongs to a key that is valid for some hours.
    pub token: Option<String>,
}

// It stays out of logs and panics.
impl fmt::Debug for Key {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Key(…)")
    }
}

/// What is asked of a bucket.
pub struct Request<'a> {
    /// How.
    pub method: &'a str,
    /// Host and port, as they stand in the address.
    pub host: &'a str,
    /// The path, as it stands in the address.
    pub path: &'a str,
    /// What stands behind the question mark, by name.
    pub query: &'a [(&'a str, &'a str)],
    /// Headers, with their names in small letters.
    pub headers: &'a [(&'a str, &'a str)],
    /// What is sent.
    pub body: &'a [u8],
}

impl Request<'_> {
    /// What stands behind the question mark, as it stands in the address.
    pub fn query(&self) -> String {
        let mut pairs: Vec<_> = self
            .query
            .iter()
            .map(|(name, value)| format!("{}={}", encoded(name, false), encoded(value, false)))
            .collect();
        sort_by_key(&mut pairs, Clone::clone);
        pairs.join("&")
    }

    /// The headers that it goes with, but for the host, which browsers add themselves. `time` is as `20261127T201500Z`.
    pub fn signed(&self, key: &Key, region: &str, time: &str) -> Vec<(String, String)> {
        let hash = sha256(self.body);
        let mut headers = vec![("host", self.host), ("x-amz-content-sha256", &hash), ("x-amz-date", time)];
        headers.extend(key.token.as_deref().map(|token| ("x-amz-security-token", token)));
        headers.extend(self.headers);
        sort_by_key(&mut headers, |(name, _)| *name);
        let names: Vec<_> = headers.iter().map(|(name, _)| *name).collect();
        let names = names.join(";");
        let lines: String = headers.iter().map(|(name, value)| format!("{name}:{}\n", value.trim())).collect();
        let Self { method, path, .. } = self;
        let whole = format!("{method}\n{path}\n{}\n{lines}\n{names}\n{hash}", self.query());
        let date = time.get(..8).unwrap_or_default();
        let within = format!("{date}/{region}/s3/aws4_request");
        let signature =
            sign(&key.secret, date, region, &format!("{ALGORITHM}\n{time}\n{within}\n{}", sha256(whole.as_bytes())));
        let access = &key.access;
        let says = format!("{ALGORITHM} Credential={access}/{within},SignedHeaders={names},Signature={signature}");
        let others = headers.into_iter().filter(|(name, _)| *name != "host");
        let others = others.map(|(name, value)| (name.to_owned(), value.to_owned()));
        others.chain([("authorization".to_owned(), says)]).collect()
    }
}

/// The signature of a text, for this day and region.
pub fn sign(secret: &str, date: &str, region: &str, text: &str) -> String {
    let secret = format!("AWS4{secret}").into_bytes();
    let key = [date, region, "s3", "aws4_request"].iter().fold(secret, |key, part| mac(&key, part));
    hex(&mac(&key, text))
}

fn mac(key: &[u8], text: &str) -> Vec<u8> {
    // A key of any length is taken.
    let Ok(mut mac) = Hmac::<Sha256>::new_from_slice(key) else { return Vec::new() };
    mac.update(text.as_bytes());
    mac.finalize().into_bytes().to_vec()
}

/// A text as it stands in an address; of a path the slashes stay.
pub fn encoded(text: &str, path: bool) -> String {
    let plain = |byte: u8| byte.is_ascii_alphanumeric() || b"-_.~".contains(&byte) || (path && byte == b'/');
    text.bytes().map(|byte| if plain(byte) { char::from(byte).to_string() } else { format!("%{byte:02X}") }).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The examples in Amazon's documentation, "Signature Calculations for the Authorization Header".
    fn signature(request: &Request) -> String {
        let key = Key {
            access: "AKIAIOSFODNN7EXAMPLE".into(),
            secret: "wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY".into(),
            token: None,
        };
        let headers = request.signed(&key, "us-east-1", "20130524T000000Z");
        let says = headers.into_iter().find(|(name, _)| name == "authorization").unwrap().1;
        says.split_once("Signature=").unwrap().1.to_owned()
    }

    #[test]
    fn the_signatures_are_those_of_amazons_own_examples() {
        let host = "examplebucket.s3.amazonaws.com";
        let get = Request {
            method: "GET",
            host,
            path: "/test.txt",
            query: &[],
            headers: &[("range", "bytes=0-9")],
            body: b"",
        };
        assert_eq!(signature(&get), "f0e8bdb87c964420e857bd35b5d6ed310bd44f0170aba48dd91039c6036bdb41");
        let headers = [("date", "Fri, 24 May 2013 00:00:00 GMT"), ("x-amz-storage-class", "REDUCED_REDUNDANCY")];
        let path = format!("/{}", encoded("test$file.text", true));
        let put =
            Request { method: "PUT", host, path: &path, query: &[], headers: &headers, body: b"Welcome to Amazon S3." };
        assert_eq!(signature(&put), "98ad721746da40c64f1a55b78f14c238d841ea1380cd77a1b5971af0ece108bd");
        let query = [("prefix", "J"), ("max-keys", "2")];
        let list = Request { method: "GET", host, path: "/", query: &query, headers: &[], body: b"" };
        assert_eq!(signature(&list), "34b48302e7b5fa45bde8084f4b7868a86f0a534bc59db6670ed5711ef69dc6f7");
    }

    #[test]
    fn the_secret_half_is_in_nothing_that_is_sent() {
        let key = Key { access: "KEY".into(), secret: "geheim".into(), token: Some("kort".into()) };
        let get = Request { method: "GET", host: "x", path: "/", query: &[], headers: &[], body: b"" };
        let headers = get.signed(&key, "gra", "20261127T201500Z");
        assert!(headers.contains(&("x-amz-security-token".to_owned(), "kort".to_owned())));
        assert!(!format!("{headers:?}{key:?}").contains("geheim"));
    }
}
