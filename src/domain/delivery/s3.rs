//! A bucket: a form with a signed policy, under a key made from the content. Posting twice is harmless.

use super::{Delivery, Parcel, Refusal, RequestSpec, Response, multipart::multipart};
use crate::domain::{
    digest::sha256,
    from_json::read,
    intake::{self, FORMAT, Intake},
};

/// The fields of the policy, the key, and the reaction as a file.
pub fn encode(parcel: &Parcel, intake: &Intake) -> RequestSpec {
    let sha256 = sha256(parcel.envelope.as_bytes());
    let key = intake::key(&intake.prefix, parcel.consultation, &sha256);
    let policy = intake.fields.0.iter().map(|(name, value)| (name.as_str(), value.as_str()));
    let (body, content_type) = multipart(&sha256, policy.chain([("key", key.as_str())]), Some(parcel.envelope));
    RequestSpec { url: intake.url.clone(), content_type, body }
}

/// What its answer means. A bucket that takes it says so with the key, which holds the hash of what it took. One that
/// refuses the policy says why in XML: the policy may have expired, so it is read again.
pub fn classify(parcel: &Parcel, response: &Response) -> Delivery {
    let says = |words: &str| !response.redirected && response.body.contains(words);
    let sha256 = sha256(parcel.envelope.as_bytes());
    match response.status {
        201 if says("<PostResponse") && says(&format!("/{sha256}.json</Key>")) => Delivery::Accepted,
        400..500 if says("<Code>EntityTooLarge<") => Delivery::Refused(Refusal::TooLarge),
        400..429 if says("<Error>") && says("<Code>") => Delivery::RefreshConfig,
        _ => response.meaningless(),
    }
}

impl Intake {
    /// Reads the file as the site gave it; else what that means for what was to be sent.
    pub fn read(response: &Response) -> Result<Self, Delivery> {
        let intake = read::<Self>(&response.body).filter(|intake| intake.format == FORMAT);
        match (response.status, intake) {
            (200, Some(intake)) => Ok(intake),
            (400..429, _) => Err(Delivery::RefreshConfig),
            _ => Err(response.meaningless()),
        }
    }
}
