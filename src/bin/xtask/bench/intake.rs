//! Loads a real bucket under a signed policy, beside the collector, then checks that gathering finds every reaction that
//! was acknowledged.

use std::fs;
use std::sync::Arc;
use std::time::Instant;

use beginspraak::domain::delivery::{self, Delivery, Parcel, Response};
use beginspraak::domain::endpoint::Endpoint;
use beginspraak::domain::from_json;
use beginspraak::domain::id::{Id, ReactionId};
use beginspraak::domain::intake::Intake;

use super::bucket::Bucket;
use super::client::Client;
use super::collector::{self, Folder};
use super::reaction::Consultation;
use super::tally::{Load, Tally, gathered};
use crate::error::Error;
use crate::paths::Paths;
use crate::setup;
use crate::steps::Steps;
use crate::table::grouped;

/// Measures both and prints them; fails if an acknowledgement was not kept.
pub fn run(paths: &Paths, steps: &mut Steps, load: &Load) -> Result<(), Error> {
    collector::run(paths, steps, load)?;
    let weed = setup::for_bucket_tests(paths, steps)?;
    let folder = Folder::new(&paths.notes)?;
    let bucket = Bucket::start(&weed, &paths.native_command(true), folder.path())?;
    let out = folder.path().join("intake.json");
    steps.command("sign for the bucket", &mut bucket.sign(&out))?;
    let signed = fs::read_to_string(&out).map_err(Error::io("read", &out))?;
    let intake = from_json::read::<Intake>(&signed).ok_or_else(|| Error::Unusable {
        what: format!("{} is no intake", out.display()),
        remedy: "See what `beginspraak sign-intake` writes.".to_owned(),
    })?;
    let consultation = Arc::new(Consultation::open_one(&paths.root)?);
    let label = format!("{} connections to a bucket for {} s", load.connections, load.seconds);
    let tally = steps.work(&label, || {
        Tally::of(load, |number, until| {
            let client = Client::new(bucket.address, number);
            post_until(until, client, Arc::clone(&consultation), intake.clone())
        })
    })?;
    let to = folder.path().join("gathered");
    let started = Instant::now();
    steps.command("gather from the bucket", &mut bucket.gather(&to))?;
    let took = started.elapsed();
    let kept = gathered(&to)?;
    println!("\nBucket: SeaweedFS on this machine, under a signed POST policy");
    tally.print();
    let rate = kept.len() as f64 / took.as_secs_f64();
    println!("gathered: {} reactions, {} per second", grouped(kept.len() as u64), grouped(rate as u64));
    tally.settle("found back by gather", &kept)
}

/// What the browser does, one reaction after the other.
async fn post_until(until: Instant, mut client: Client, consultation: Arc<Consultation>, intake: Intake) -> Tally {
    let mut tally = Tally::default();
    let endpoint = Endpoint::S3 { intake: String::new(), origin: String::new() };
    let (Ok(slug), path) = (Id::try_from(consultation.slug()), format!("/{}", super::bucket::NAME)) else {
        return tally;
    };
    while Instant::now() < until {
        let (id, body) = consultation.reaction();
        let Ok(reaction) = ReactionId::try_from(id.as_str()) else { continue };
        let parcel = Parcel { id: &reaction, consultation: &slug, envelope: &body };
        let Ok(request) = delivery::encode(&parcel, &endpoint, "/", Some(&intake)) else { continue };
        let asked = Instant::now();
        let why = match client.post(&path, &request.content_type, &request.body).await {
            Ok(answer) => {
                let body = String::from_utf8_lossy(&answer.body).into_owned();
                let response = Response { status: answer.status, redirected: false, content_type: String::new(), body };
                match delivery::classify(&endpoint, &parcel, &response) {
                    Delivery::Accepted => {
                        tally.accept(id, asked);
                        continue;
                    }
                    _ => format!("{} {}", response.status, response.body.chars().take(200).collect::<String>()),
                }
            }
            Err(error) => error.to_string(),
        };
        tally.refuse(why);
    }
    tally
}
