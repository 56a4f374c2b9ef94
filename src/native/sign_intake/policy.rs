//! The signed POST policy (AWS Signature Version 4): what a browser may put in the bucket, and until when.

use crate::domain::{
    bucket::{
        Location,
        signature::{ALGORITHM, Key, sign},
    },
    endpoint::Fields,
    intake::{FORMAT, Intake},
    reaction::WIRE_LIMIT,
};
use base64::{Engine, engine::general_purpose::STANDARD};
use jiff::{SignedDuration, Timestamp};
use serde_json::json;

const TYPE: &str = "application/json";
/// With this status the bucket answers with the key, which no other machine knows to say.
const STATUS: &str = "201";

/// Allows reactions of at most [`WIRE_LIMIT`] bytes, as JSON, under the prefix, from now until `days` later.
pub fn intake(place: &Location, key: &Key, days: u8, now: Timestamp) -> Intake {
    let expires = now + SignedDuration::from_hours(24 * i64::from(days));
    let expires = expires.strftime("%Y-%m-%dT%H:%M:%SZ").to_string();
    let time = now.strftime("%Y%m%dT%H%M%SZ").to_string();
    let date = now.strftime("%Y%m%d").to_string();
    let credential = format!("{}/{date}/{}/s3/aws4_request", key.access, place.region);
    let mut fields = vec![
        ("Content-Type", TYPE.to_owned()),
        ("success_action_status", STATUS.to_owned()),
        ("x-amz-algorithm", ALGORITHM.to_owned()),
        ("x-amz-credential", credential),
        ("x-amz-date", time),
    ];
    fields.extend(key.token.clone().map(|token| ("x-amz-security-token", token)));
    let mut conditions = vec![
        json!({ "bucket": place.bucket }),
        json!(["starts-with", "$key", format!("{}/", place.prefix)]),
        json!(["content-length-range", 1, WIRE_LIMIT]),
    ];
    conditions.extend(fields.iter().map(|(name, value)| json!(["eq", format!("${name}"), value])));
    let policy = STANDARD.encode(json!({ "expiration": expires, "conditions": conditions }).to_string());
    let signature = sign(&key.secret, &date, &place.region, &policy);
    fields.push(("policy", policy));
    fields.push(("x-amz-signature", signature));
    Intake {
        format: FORMAT.into(),
        url: place.url(),
        prefix: place.prefix.clone(),
        fields: Fields(fields.into_iter().map(|(name, value)| (name.to_owned(), value)).collect()),
        expires,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::bucket::Addressing;

    /// The example in Amazon's documentation, "Browser-based uploads using HTTP POST", with its line ends.
    const EXAMPLE: &str = r#"{ "expiration": "2015-12-30T12:00:00.000Z",
  "conditions": [
    {"bucket": "sigv4examplebucket"},
    ["starts-with", "$key", "user/user1/"],
    {"acl": "public-read"},
    {"success_action_redirect": "http://sigv4examplebucket.s3.amazonaws.com/successful_upload.html"},
    ["starts-with", "$Content-Type", "image/"],
    {"x-amz-meta-uuid": "14365123651274"},
    {"x-amz-server-side-encryption": "AES256"},
    ["starts-with", "$x-amz-meta-tag", ""],

    {"x-amz-credential": "AKIAIOSFODNN7EXAMPLE/20151229/us-east-1/s3/aws4_request"},
    {"x-amz-algorithm": "AWS4-HMAC-SHA256"},
    {"x-amz-date": "20151229T000000Z" }
  ]
}"#;

    #[test]
    fn the_signature_is_that_of_amazons_own_example() {
        let policy = STANDARD.encode(EXAMPLE.replace('\n', "\r\n"));
        let signature = sign("wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY", "20151229", "us-east-1", &policy);
        assert_eq!(signature, "8afdbf4008c03f22c2cd3cdb72e4afbb1f6a588f3255ac628749a66d7f09699e");
    }

    #[test]
    fn the_policy_allows_small_json_under_the_prefix_for_some_days_and_nothing_else() {
        let place = Location {
            server: "https://s3.gra.io.cloud.ovh.net".into(),
            region: "gra".into(),
            bucket: "reacties".into(),
            prefix: "in/2026".into(),
            addressing: Addressing::Path,
        };
        let key = Key { access: "KEY".into(), secret: "geheim".into(), token: Some("kort".into()) };
        let intake = intake(&place, &key, 7, "2026-11-24T13:00:00Z".parse().unwrap());
        assert_eq!(intake.expires, "2026-12-01T13:00:00Z");
        assert_eq!(intake.url, "https://s3.gra.io.cloud.ovh.net/reacties");
        let field =
            |name: &str| intake.fields.0.iter().find(|(field, _)| field == name).map(|(_, value)| value).unwrap();
        let policy: serde_json::Value = serde_json::from_slice(&STANDARD.decode(field("policy")).unwrap()).unwrap();
        assert_eq!(
            policy,
            json!({ "expiration": "2026-12-01T13:00:00Z", "conditions": [
                { "bucket": "reacties" }, ["starts-with", "$key", "in/2026/"], ["content-length-range", 1, 65536],
                ["eq", "$Content-Type", "application/json"], ["eq", "$success_action_status", "201"],
                ["eq", "$x-amz-algorithm", "AWS4-HMAC-SHA256"],
                ["eq", "$x-amz-credential", "KEY/20261124/gra/s3/aws4_request"],
                ["eq", "$x-amz-date", "20261124T130000Z"], ["eq", "$x-amz-security-token", "kort"]
            ] })
        );
        assert_eq!(field("x-amz-signature"), &sign("geheim", "20261124", "gra", field("policy")));
        assert!(!serde_json::to_string(&intake).unwrap().contains("geheim"));
    }
}
