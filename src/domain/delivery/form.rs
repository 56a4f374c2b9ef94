//! A form service: the reaction as one field of a form, and an answer that was agreed on beforehand.

use super::{Delivery, Parcel, RequestSpec, Response, multipart::multipart};
use crate::domain::{
    digest::sha256,
    endpoint::{Encoding, Fields, FormService, address},
};

/// The service's own fields, and the reaction with its id and hash, by which whoever gathers can see that it is whole.
pub fn encode(parcel: &Parcel, service: &FormService, base: &str) -> RequestSpec {
    let sha256 = sha256(parcel.envelope.as_bytes());
    let own = service.fields.0.iter().map(|(name, value)| (name.as_str(), value.as_str()));
    let fields = own.chain(service.honeypot.iter().map(|name| (name.as_str(), ""))).chain([
        ("consultation", parcel.consultation.as_str()),
        ("id", parcel.id.as_str()),
        ("sha256", &sha256),
        ("reaction", parcel.envelope),
    ]);
    let (body, content_type) = match service.encoding {
        Encoding::Urlencoded => {
            let pairs: Vec<_> = fields.map(|(name, value)| format!("{}={}", quoted(name), quoted(value))).collect();
            (pairs.join("&"), "application/x-www-form-urlencoded".to_owned())
        }
        Encoding::Multipart => multipart(&sha256, fields, None),
        Encoding::Json => {
            let object = Fields(fields.map(|(name, value)| (name.to_owned(), value.to_owned())).collect());
            // Names and texts always have JSON.
            (serde_json::to_string(&object).unwrap_or_default(), "application/json".to_owned())
        }
    };
    RequestSpec { url: address(&service.url, base), content_type, body }
}

/// A text in a plain form or in an address.
pub fn quoted(text: &str) -> String {
    let mut out = String::new();
    for byte in text.bytes() {
        if byte.is_ascii_alphanumeric() || b"-._".contains(&byte) {
            out.push(byte.into());
        } else {
            out += &format!("%{byte:02X}");
        }
    }
    out
}

/// What its answer means. A service that says in JSON that it does not take it has to be set right by staff; nothing it
/// says is final, as none of them knows our questions.
pub fn classify(service: &FormService, response: &Response) -> Delivery {
    let solid = |text: &str| text.split_whitespace().collect::<String>();
    let accepted = &service.accepted;
    match response.status {
        status
            if u32::from(status) == accepted.status && solid(&response.body).contains(&solid(&accepted.contains)) =>
        {
            Delivery::Accepted
        }
        400..429 if response.is_json() => Delivery::RefreshConfig,
        _ => response.meaningless(),
    }
}
