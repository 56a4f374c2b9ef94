//! What every kind of endpoint sends, to the byte, and which answers it believes.

use super::*;
use crate::domain::{
    digest::sha256,
    endpoint::{Fields, tests::every_kind},
    intake,
};
use proptest::prelude::*;

const ENVELOPE: &str = r#"{"text":"\"ok\":true é"}"#;

fn id() -> ReactionId {
    ReactionId::new(0, [0; 10])
}

fn village() -> Id {
    Id::try_from("dorp").unwrap()
}

fn with<T>(act: impl FnOnce(&Parcel) -> T) -> T {
    act(&Parcel { id: &id(), consultation: &village(), envelope: ENVELOPE })
}

fn answer(endpoint: &Endpoint, status: u16, content_type: &str, body: &str) -> Delivery {
    let response = Response { status, redirected: false, content_type: content_type.into(), body: body.into() };
    with(|parcel| classify(endpoint, parcel, &response))
}

fn moved(endpoint: &Endpoint, status: u16, content_type: &str, body: &str) -> Delivery {
    let response = Response { status, redirected: true, content_type: content_type.into(), body: body.into() };
    with(|parcel| classify(endpoint, parcel, &response))
}

fn collector() -> Endpoint {
    every_kind().swap_remove(0)
}

fn bucket() -> Endpoint {
    every_kind().swap_remove(1)
}

fn service() -> Endpoint {
    every_kind().swap_remove(2)
}

fn signed() -> Intake {
    Intake {
        format: intake::FORMAT.into(),
        url: "https://s3.example.org/reacties".into(),
        prefix: "in".into(),
        fields: Fields(vec![("policy".into(), "cG9s".into()), ("x-amz-signature".into(), "00".into())]),
        expires: "2026-12-01T00:00:00Z".into(),
    }
}

fn acknowledgement() -> String {
    format!(r#"{{"id":"{}","sha256":"{}"}}"#, id().as_str(), sha256(ENVELOPE.as_bytes()))
}

fn stored(hash: &str) -> String {
    format!(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<PostResponse><Location></Location><Bucket>reacties</Bucket>\
         <Key>in/dorp/{hash}.json</Key><ETag>&#34;bb6c&#34;</ETag></PostResponse>"
    )
}

fn s3_error(code: &str) -> String {
    format!("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<Error><Code>{code}</Code><Message>…</Message></Error>")
}

const LATER: Delivery = Delivery::RetryLater(Trouble::NotOurServer);
const BUSY: Delivery = Delivery::RetryLater(Trouble::Busy);

#[test]
fn the_collector_is_believed_only_by_id_and_hash() {
    let json = "application/json; charset=utf-8";
    let collector = collector();
    assert_eq!(answer(&collector, 201, json, &acknowledgement()), Delivery::Accepted);
    assert_eq!(answer(&collector, 200, json, &acknowledgement()), Delivery::Accepted);
    let other = acknowledgement().replace("00000000", "00000001");
    assert_eq!(answer(&collector, 201, json, &other), LATER);
    assert_eq!(answer(&collector, 201, json, "{}"), LATER);
    assert_eq!(moved(&collector, 201, json, &acknowledgement()), LATER);
}

#[test]
fn a_captive_portal_is_no_acknowledgement_and_no_refusal_anywhere() {
    for endpoint in every_kind().iter().filter(|endpoint| !matches!(endpoint, Endpoint::File { .. })) {
        for status in [200, 201, 204, 302, 403, 404, 410, 422] {
            assert_eq!(answer(endpoint, status, "text/html", "<h1>Welkom</h1>"), LATER, "{endpoint:?} {status}");
        }
        for status in [429, 500, 502, 503] {
            assert_eq!(answer(endpoint, status, "text/html", "<h1>Storing</h1>"), BUSY, "{endpoint:?} {status}");
        }
    }
}

#[test]
fn the_collectors_own_refusals_are_final() {
    let says = |status, body: &str| answer(&collector(), status, "application/json", body);
    assert_eq!(says(410, r#"{"error":"closed"}"#), Delivery::Refused(Refusal::Closed));
    assert_eq!(says(422, r#"{"error":"invalid","problems":[]}"#), Delivery::Refused(Refusal::Invalid));
    assert_eq!(says(403, r#"{"error":"not_open"}"#), Delivery::RetryLater(Trouble::NotOpen), "it will be");
    assert_eq!(says(503, r#"{"error":"closed"}"#), BUSY);
    assert_eq!(says(507, r#"{"error":"full"}"#), BUSY);
}

#[test]
fn a_bucket_gets_the_policy_the_key_and_the_reaction_last() {
    let request = with(|parcel| encode(parcel, &bucket(), "/", Some(&signed()))).unwrap();
    assert_eq!(request.url, "https://s3.example.org/reacties");
    let boundary = request.content_type.strip_prefix("multipart/form-data; boundary=").unwrap();
    let hash = sha256(ENVELOPE.as_bytes());
    let field = |name: &str, value: &str| {
        format!("--{boundary}\r\nContent-Disposition: form-data; name=\"{name}\"\r\n\r\n{value}\r\n")
    };
    let expected = [
        field("policy", "cG9s"),
        field("x-amz-signature", "00"),
        field("key", &format!("in/dorp/{hash}.json")),
        format!(
            "--{boundary}\r\nContent-Disposition: form-data; name=\"file\"; filename=\"reaction.json\"\r\n\
             Content-Type: application/json\r\n\r\n{ENVELOPE}\r\n--{boundary}--\r\n"
        ),
    ];
    assert_eq!(request.body, expected.concat());
    let without = with(|parcel| encode(parcel, &bucket(), "/", None));
    assert_eq!(without, Err(Delivery::RefreshConfig));
}

#[test]
fn a_bucket_is_believed_only_by_the_key_of_what_was_sent() {
    let says = |status, body: &str| answer(&bucket(), status, "application/xml", body);
    let hash = sha256(ENVELOPE.as_bytes());
    assert_eq!(says(201, &stored(&hash)), Delivery::Accepted);
    assert_eq!(says(201, &stored(&sha256(b"other"))), LATER);
    assert_eq!(says(200, &stored(&hash)), LATER);
    assert_eq!(says(204, ""), LATER);
    assert_eq!(moved(&bucket(), 201, "application/xml", &stored(&hash)), LATER);
}

#[test]
fn a_bucket_that_refuses_the_policy_makes_it_read_again_and_loses_nothing() {
    let says = |status, code: &str| answer(&bucket(), status, "application/xml", &s3_error(code));
    for (status, code) in
        [(403, "AccessDenied"), (403, "SignatureDoesNotMatch"), (400, "InvalidPolicyDocument"), (404, "NoSuchBucket")]
    {
        assert_eq!(says(status, code), Delivery::RefreshConfig, "{code}");
    }
    assert_eq!(says(400, "EntityTooLarge"), Delivery::Refused(Refusal::TooLarge));
    assert_eq!(says(503, "SlowDown"), BUSY);
}

#[test]
fn a_form_service_gets_its_own_fields_and_the_reaction_with_its_hash() {
    let hash = sha256(ENVELOPE.as_bytes());
    let bodies: Vec<_> = every_kind()[2..5]
        .iter()
        .map(|endpoint| with(|parcel| encode(parcel, endpoint, "/", None)).unwrap())
        .map(|request| (request.content_type, request.body))
        .collect();
    let plain = format!(
        "_subject=Reactie%20%26%20meer&_gotcha=&consultation=dorp&id={}&sha256={hash}&reaction=%7B%22text%22%3A%22%5C%22\
         ok%5C%22%3Atrue%20%C3%A9%22%7D",
        id().as_str()
    );
    assert_eq!(bodies[0], ("application/x-www-form-urlencoded".into(), plain));
    let boundary = bodies[1].0.strip_prefix("multipart/form-data; boundary=").unwrap();
    assert_eq!(bodies[1].1.matches(boundary).count(), 7);
    assert!(bodies[1].1.ends_with(&format!("name=\"reaction\"\r\n\r\n{ENVELOPE}\r\n--{boundary}--\r\n")));
    assert_eq!(bodies[2].0, "application/json");
    let json: serde_json::Value = serde_json::from_str(&bodies[2].1).unwrap();
    let expected = serde_json::json!({"_subject": "Reactie & meer", "_gotcha": "", "consultation": "dorp",
        "id": id().as_str(), "sha256": hash, "reaction": ENVELOPE});
    assert_eq!(json, expected);
}

#[test]
fn a_form_service_is_believed_only_in_the_words_that_were_agreed_on() {
    let says = |status, body: &str| answer(&service(), status, "application/json", body);
    assert_eq!(says(200, "{\n  \"next\": \"/thanks\",\n  \"ok\" : true\n}"), Delivery::Accepted);
    assert_eq!(says(201, r#"{"ok":true}"#), LATER);
    assert_eq!(says(200, r#"{"ok":false}"#), LATER);
    assert_eq!(says(422, r#"{"errors":[{"code":"EMPTY"}]}"#), Delivery::RefreshConfig);
    assert_eq!(says(429, r#"{"error":"slow down"}"#), BUSY);
}

#[test]
fn a_file_is_never_sent_and_never_believed() {
    let file = every_kind().swap_remove(5);
    let by_hand = Delivery::RetryLater(Trouble::ByHand);
    assert_eq!(with(|parcel| encode(parcel, &file, "/", None)), Err(by_hand.clone()));
    assert_eq!(answer(&file, 201, "application/json", &acknowledgement()), by_hand);
}

#[test]
fn bringing_it_is_proposed_only_when_there_is_a_network() {
    let by_hand = || Delivery::RetryLater(Trouble::ByHand);
    let no_answer = || Delivery::RetryLater(Trouble::NoAnswer);
    assert_eq!(no_answer().or(by_hand()), no_answer());
    assert_eq!(Delivery::RefreshConfig.or(by_hand()), by_hand());
    assert_eq!(BUSY.or(LATER), BUSY);
}

#[test]
fn an_intake_is_read_or_says_what_is_in_the_way() {
    let read = |status, body: &str| {
        Intake::read(&Response { status, redirected: false, content_type: String::new(), body: body.into() })
    };
    assert_eq!(read(200, &serde_json::to_string(&signed()).unwrap()), Ok(signed()));
    assert_eq!(read(200, "<h1>Welkom</h1>"), Err(LATER));
    assert_eq!(read(200, r#"{"format":"beginspraak.intake/2"}"#), Err(LATER));
    assert_eq!(read(404, "<h1>404</h1>"), Err(Delivery::RefreshConfig));
    assert_eq!(read(503, ""), Err(BUSY));
}

proptest! {
    #[test]
    fn nothing_but_the_agreed_words_is_accepted(kind in 0usize..6, status in 100u16..600, content_type in "(application/json|application/xml|text/html|)", body in ".{0,60}|<Key>[0-9a-f]{64}.json</Key>") {
        prop_assert_ne!(answer(&every_kind()[kind], status, &content_type, &body), Delivery::Accepted);
    }

    #[test]
    fn a_boundary_never_stands_in_what_it_bounds(values in proptest::collection::vec(".{0,40}", 0..6), file in ".{0,80}") {
        let fields: Vec<_> = values.iter().map(|value| ("x", value.as_str())).collect();
        let (body, kind) = super::multipart::multipart(&sha256(file.as_bytes()), fields.into_iter(), Some(&file));
        let boundary = kind.split_once("boundary=").unwrap().1;
        prop_assert_eq!(body.matches(boundary).count(), values.len() + 2);
    }
}
