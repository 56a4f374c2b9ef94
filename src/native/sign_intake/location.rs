//! Where in which bucket reactions go: server, region, bucket and prefix.

use crate::{
    domain::bucket::NotALocation,
    native::cli::{Addressing, ServerArgs},
};

/// A prefix in a bucket on a server.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Location {
    /// The server, as `https://s3.eu-central-1.amazonaws.com`.
    pub server: String,
    /// Its region, which is part of every signature.
    pub region: String,
    /// The bucket.
    pub bucket: String,
    /// What every key begins with, without a slash at its end.
    pub prefix: String,
    /// How the bucket is named in addresses.
    pub addressing: Addressing,
}

impl Location {
    /// From what was asked, and the environment variables that every S3 program knows.
    pub fn new(
        bucket: &str,
        prefix: &str,
        args: &ServerArgs,
        variable: impl Fn(&str) -> Option<String>,
    ) -> Result<Self, NotALocation> {
        let set = |name: &str| variable(name).filter(|text| !text.is_empty());
        let asked = args.region.clone().or_else(|| set("AWS_REGION")).or_else(|| set("AWS_DEFAULT_REGION"));
        let server = match (&args.endpoint_url, &asked) {
            (Some(url), _) => url.trim_end_matches('/').to_owned(),
            (None, Some(region)) => format!("https://s3.{region}.amazonaws.com"),
            (None, None) => return Err(NotALocation::NoServer),
        };
        let host = host(&server).ok_or_else(|| NotALocation::Server(server.clone()))?;
        let amazon = host.ends_with(".amazonaws.com");
        let region = asked.unwrap_or_else(|| region_in(host).unwrap_or("us-east-1").to_owned());
        let addressing = args.addressing.unwrap_or(if amazon { Addressing::Host } else { Addressing::Path });
        let (bucket, prefix) = (bucket.to_owned(), prefix.trim_matches('/').to_owned());
        if !is_bucket(&bucket) {
            return Err(NotALocation::Bucket(bucket));
        }
        if !is_prefix(&prefix) {
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

    fn place(server: Option<&str>, region: Option<&str>, bucket: &str, prefix: &str) -> Result<Location, NotALocation> {
        let args =
            ServerArgs { endpoint_url: server.map(Into::into), region: region.map(Into::into), addressing: None };
        Location::new(bucket, prefix, &args, |_| None)
    }

    #[test]
    fn the_region_is_in_the_address_of_the_known_providers() {
        let of = |server| {
            let place = place(Some(server), None, "reacties", "/in/").unwrap();
            (place.region.clone(), place.url(), place.prefix)
        };
        let is = |region: &str, url: &str| (region.to_owned(), url.to_owned(), "in".to_owned());
        let amazon = "https://s3.eu-central-1.amazonaws.com";
        assert_eq!(of(amazon), is("eu-central-1", "https://reacties.s3.eu-central-1.amazonaws.com/"));
        assert_eq!(of("https://s3.gra.io.cloud.ovh.net/"), is("gra", "https://s3.gra.io.cloud.ovh.net/reacties"));
        assert_eq!(of("https://s3.nl-ams.scw.cloud"), is("nl-ams", "https://s3.nl-ams.scw.cloud/reacties"));
        assert_eq!(of("http://127.0.0.1:8333"), is("us-east-1", "http://127.0.0.1:8333/reacties"));
        let region = place(None, Some("eu-west-1"), "reacties", "in").unwrap();
        assert_eq!(region.url(), "https://reacties.s3.eu-west-1.amazonaws.com/");
    }

    #[test]
    fn what_is_no_place_says_which_part() {
        let server = Some("https://s3.example.org");
        assert_eq!(place(server, None, "Reacties", "in"), Err(NotALocation::Bucket("Reacties".into())));
        assert_eq!(place(server, None, "reacties", "/"), Err(NotALocation::Prefix(String::new())));
        assert_eq!(place(server, None, "reacties", "a/../b"), Err(NotALocation::Prefix("a/../b".into())));
        let path = "https://s3.example.org/map";
        assert_eq!(place(Some(path), None, "reacties", "in"), Err(NotALocation::Server(path.into())));
        assert_eq!(place(None, None, "reacties", "in"), Err(NotALocation::NoServer));
    }
}
