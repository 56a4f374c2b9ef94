//! The collector: JSON in, and an acknowledgement that names the id and the hash.

use super::{Delivery, Parcel, Response, Trouble};
use crate::domain::{
    digest::sha256,
    from_json::{FromJson, from_json, read},
    own_json::Json,
};

struct Acknowledgement {
    id: String,
    sha256: String,
}

/// What its answer means.
pub fn classify(parcel: &Parcel, response: &Response) -> Delivery {
    if response.redirected || !response.is_json() {
        return response.meaningless();
    }
    let said = match response.status {
        200 | 201 => read::<Acknowledgement>(&response.body)
            .filter(|ack| ack.id == parcel.id.as_str() && ack.sha256 == sha256(parcel.envelope.as_bytes()))
            .map(|_| Delivery::Accepted),
        429 => None,
        400..500 => Json::read(&response.body).and_then(|said| rejection(said.get("error"))),
        _ => None,
    };
    said.unwrap_or_else(|| response.meaningless())
}

/// What an error means that nobody but the collector says. A question that is not open yet will be.
fn rejection(error: &Json) -> Option<Delivery> {
    match error.text() {
        Some("not_open") => Some(Delivery::RetryLater(Trouble::NotOpen)),
        _ => FromJson::from_json(error).map(Delivery::Refused),
    }
}

from_json!(Acknowledgement { id, sha256 });
