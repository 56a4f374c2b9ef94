//! Where in which bucket something stands: server, region, bucket and prefix.

use super::NotALocation;

/// How the bucket is named in addresses.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[cfg_attr(not(target_arch = "wasm32"), derive(clap::ValueEnum))]
pub enum Addressing {
    /// https://bucket.server/
    Host,
    /// https://server/bucket
    Path,
}

/// A prefix in a bucket on a server.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Location {
    /// The server, as `https://s3.eu-central-1.amazonaws.com`.
    pub server: String,
    /// Its region, which is part of every signature.
    pub region: String,
    /// The bucket.
    pub bucket: String,
    /// What every key begins with, without a slash at its end; empty for the bucket as a whole.
    pub prefix: String,
    /// How the bucket is named in addresses.
    pub addressing: Addressing,
}

impl Location {
    /// Without a region it is the one that the address of the server says.
    pub fn new(
        server: &str,
        region: Option<&str>,
        bucket: &str,
        prefix: &str,
        addressing: Option<Addressing>,
    ) -> Result<Self, NotALocation> {
        let server = server.trim_end_matches('/').to_owned();
        let host = host(&server).ok_or_else(|| NotALocation::Server(server.clone()))?;
        let amazon = host.ends_with(".amazonaws.com");
        let region = region.unwrap_or_else(|| region_in(host).unwrap_or("us-east-1")).to_owned();
        let addressing = addressing.unwrap_or(if amazon { Addressing::Host } else { Addressing::Path });
        let (bucket, prefix) = (bucket.to_owned(), prefix.trim_matches('/').to_owned());
        if !is_bucket(&bucket) {
            return Err(NotALocation::Bucket(bucket));
        }
        if !prefix.is_empty() && !is_prefix(&prefix) {
            return Err(NotALocation::Prefix(prefix));
        }
        Ok(Self { server, region, bucket, prefix, addressing })
    }

    /// The address of the bucket.
    pub fn url(&self) -> String {
        let Self { server, bucket, .. } = self;
        match (self.addressing, server.split_once("://")) {
            (Addressing::Host, Some((scheme, host))) => format!("{scheme}://{bucket}.{host}/"),
            _ => format!("{server}/{bucket}"),
        }
    }

    /// The key of what stands at this path under the prefix.
    pub fn key(&self, path: &str) -> String {
        if self.prefix.is_empty() { path.to_owned() } else { format!("{}/{path}", self.prefix) }
    }
}

/// The host of `https://host:port`; `None` when there is more or less than that.
fn host(server: &str) -> Option<&str> {
    let host = server.strip_prefix("https://").or_else(|| server.strip_prefix("http://"))?;
    let plain = |c: char| c.is_ascii_alphanumeric() || "-.:[]".contains(c);
    (!host.is_empty() && host.chars().all(plain)).then_some(host)
}

/// AWS, OVH and Scaleway all name it second: `s3.gra.io.cloud.ovh.net`.
fn region_in(host: &str) -> Option<&str> {
    let (region, rest) = host.strip_prefix("s3.")?.split_once('.')?;
    rest.contains('.').then_some(region).filter(|region| *region != "amazonaws")
}

fn is_bucket(name: &str) -> bool {
    let plain = |b: u8| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-' || b == b'.';
    let ends = |b: Option<&u8>| b.is_some_and(|b| b.is_ascii_alphanumeric());
    let bytes = name.as_bytes();
    (3..=63).contains(&bytes.len()) && bytes.iter().all(|b| plain(*b)) && ends(bytes.first()) && ends(bytes.last())
}

/// Nothing that has to be written otherwise in an address or in XML.
fn is_prefix(prefix: &str) -> bool {
    let plain = |b: u8| b.is_ascii_alphanumeric() || b"-_.".contains(&b);
    let part = |part: &str| !part.is_empty() && part != "." && part != ".." && part.bytes().all(plain);
    prefix.len() <= 200 && prefix.split('/').all(part)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_region_is_in_the_address_of_the_known_providers() {
        let of = |server| {
            let place = Location::new(server, None, "reacties", "/in/", None).unwrap();
            (place.region.clone(), place.url(), place.prefix)
        };
        let is = |region: &str, url: &str| (region.to_owned(), url.to_owned(), "in".to_owned());
        let amazon = "https://s3.eu-central-1.amazonaws.com";
        assert_eq!(of(amazon), is("eu-central-1", "https://reacties.s3.eu-central-1.amazonaws.com/"));
        assert_eq!(of("https://s3.gra.io.cloud.ovh.net/"), is("gra", "https://s3.gra.io.cloud.ovh.net/reacties"));
        assert_eq!(of("https://s3.nl-ams.scw.cloud"), is("nl-ams", "https://s3.nl-ams.scw.cloud/reacties"));
        assert_eq!(of("http://127.0.0.1:8333"), is("us-east-1", "http://127.0.0.1:8333/reacties"));
    }

    #[test]
    fn what_is_no_place_says_which_part() {
        let place = |server, bucket, prefix| Location::new(server, None, bucket, prefix, None);
        let server = "https://s3.example.org";
        assert_eq!(place(server, "Reacties", "in"), Err(NotALocation::Bucket("Reacties".into())));
        assert_eq!(place(server, "reacties", "a/../b"), Err(NotALocation::Prefix("a/../b".into())));
        let path = "https://s3.example.org/map";
        assert_eq!(place(path, "reacties", "in"), Err(NotALocation::Server(path.into())));
    }

    #[test]
    fn keys_stand_under_the_prefix_if_there_is_one() {
        let key = |prefix| Location::new("https://x.nl", None, "site", prefix, None).unwrap().key("sw.js");
        assert_eq!((key(""), key("denkmee/")), ("sw.js".to_owned(), "denkmee/sw.js".to_owned()));
    }
}
