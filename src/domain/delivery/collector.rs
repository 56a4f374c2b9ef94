//! The collector: JSON in, and an acknowledgement that names the id and the hash.

use super::{Delivery, Parcel, Refusal, Response};
use crate::domain::{
    digest::sha256,
    from_json::{from_json, read},
};

struct Acknowledgement {
    id: String,
    sha256: String,
}

struct Rejection {
    error: Refusal,
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
        400..500 => read::<Rejection>(&response.body).map(|rejection| Delivery::Refused(rejection.error)),
        _ => None,
    };
    said.unwrap_or_else(|| response.meaningless())
}

from_json!(Acknowledgement { id, sha256 });
from_json!(Rejection { error });
