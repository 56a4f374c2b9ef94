//! The commands for a bucket, and those for who builds on the formats.

use super::values::{Provider, origin};
use crate::domain::bucket::Addressing;
use clap::Args;
use std::path::PathBuf;

/// `beginspraak sign-intake`
#[derive(Args)]
#[command(after_help = "Examples:
  beginspraak sign-intake --bucket reacties --prefix in --endpoint-url https://s3.gra.io.cloud.ovh.net --out dist/intake.json
  beginspraak sign-intake --bucket reacties --prefix in --region eu-central-1 --days 2 --out dist/intake.json
  beginspraak sign-intake --bucket reacties --prefix in --region eu-central-1 --explain aws --origin https://denkmee.example.nl

The key is read from AWS_ACCESS_KEY_ID, AWS_SECRET_ACCESS_KEY and AWS_SESSION_TOKEN; FILE never holds the secret half.
Let it run every day, before what it signed expires. --explain prints how the bucket is set up, with no more rights
than needed, and signs nothing.")]
pub struct SignIntakeArgs {
    /// The bucket
    #[arg(long, value_name = "NAME")]
    pub bucket: String,
    /// What every key begins with
    #[arg(long, value_name = "PREFIX")]
    pub prefix: String,
    /// The server.
    #[command(flatten)]
    pub server: ServerArgs,
    /// For how many days browsers may post
    #[arg(long, value_name = "N", default_value_t = 7, value_parser = clap::value_parser!(u8).range(1..=7))]
    pub days: u8,
    /// Pretend that it is this time, for tests
    #[arg(long, value_name = "TIME", hide = true)]
    pub signed_at: Option<jiff::Timestamp>,
    /// The file to write: the site's intake.json
    #[arg(long, value_name = "FILE", required_unless_present = "explain")]
    pub out: Option<PathBuf>,
    /// Print how to set up the bucket
    #[arg(long, value_name = "PROVIDER")]
    pub explain: Option<Provider>,
    /// The site's origin, for --explain
    #[arg(long, value_name = "URL", value_parser = origin, default_value = "https://denkmee.example.nl")]
    pub origin: String,
}

/// An S3 server.
#[derive(Args, Clone, Debug, Default)]
pub struct ServerArgs {
    /// The S3 server; without it, Amazon's in the region
    #[arg(long, value_name = "URL")]
    pub endpoint_url: Option<String>,
    /// Its region; without it AWS_REGION, AWS_DEFAULT_REGION, or what the server's address says
    #[arg(long, value_name = "REGION")]
    pub region: Option<String>,
    /// Where the bucket's name stands in addresses: host for Amazon, else path
    #[arg(long, value_name = "HOW")]
    pub addressing: Option<Addressing>,
}

/// `beginspraak schema`
#[derive(Args)]
#[command(after_help = "Examples:
  beginspraak schema
  beginspraak schema --out dist/schema")]
pub struct SchemaArgs {
    /// Write a file for each format here; by default all go to the screen
    #[arg(long, value_name = "DIR")]
    pub out: Option<PathBuf>,
}

/// `beginspraak rehearse`
#[derive(Args)]
#[command(after_help = "Examples:
  beginspraak rehearse --reactions 1000000")]
pub struct RehearseArgs {
    /// For how many reactions
    #[arg(long, value_name = "N", default_value_t = 0)]
    pub reactions: u32,
    /// Fold a log of so many placements instead
    #[arg(long, value_name = "N")]
    pub placements: Option<u32>,
}
