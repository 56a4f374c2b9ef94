//! Where reactions go, from what was asked on the command line and the environment variables that every S3 program knows.

use crate::{
    domain::bucket::{Location, NotALocation},
    native::cli::ServerArgs,
};

/// A prefix in a bucket.
pub fn location(
    bucket: &str,
    prefix: &str,
    args: &ServerArgs,
    variable: impl Fn(&str) -> Option<String>,
) -> Result<Location, NotALocation> {
    let set = |name: &str| variable(name).filter(|text| !text.is_empty());
    let asked = args.region.clone().or_else(|| set("AWS_REGION")).or_else(|| set("AWS_DEFAULT_REGION"));
    let server = match (&args.endpoint_url, &asked) {
        (Some(url), _) => url.clone(),
        (None, Some(region)) => format!("https://s3.{region}.amazonaws.com"),
        (None, None) => return Err(NotALocation::NoServer),
    };
    let location = Location::new(&server, asked.as_deref(), bucket, prefix, args.addressing)?;
    // Reactions never stand among other things.
    if location.prefix.is_empty() { Err(NotALocation::Prefix(String::new())) } else { Ok(location) }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn place(server: Option<&str>, region: Option<&str>, prefix: &str) -> Result<Location, NotALocation> {
        let args =
            ServerArgs { endpoint_url: server.map(Into::into), region: region.map(Into::into), addressing: None };
        location("reacties", prefix, &args, |_| None)
    }

    #[test]
    fn a_server_or_a_region_is_needed_and_a_prefix_always() {
        let region = place(None, Some("eu-west-1"), "in").unwrap();
        assert_eq!(region.url(), "https://reacties.s3.eu-west-1.amazonaws.com/");
        assert_eq!(place(Some("https://s3.example.org"), None, "/"), Err(NotALocation::Prefix(String::new())));
        assert_eq!(place(None, None, "in"), Err(NotALocation::NoServer));
    }
}
