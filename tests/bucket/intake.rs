//! What the bucket takes under a signed policy, and what it refuses.

use crate::support::{BUCKET, Bucket, ORIGIN, answer, beginspraak, post, post_text, reaction};
use base64::{Engine, engine::general_purpose::STANDARD};
use beginspraak::domain::{
    delivery::{Delivery, Refusal, Trouble},
    endpoint::Fields,
};

#[test]
fn a_reaction_is_taken_once_however_often_it_is_posted_and_gathered_as_it_was() {
    let bucket = Bucket::start();
    let intake = bucket.sign(&[]);
    let reaction = reaction(1, "De bus, \"alweer\" é 🚲\nte laat");
    for _ in 0..3 {
        assert_eq!(post(&intake, &reaction), Delivery::Accepted);
    }
    let output = bucket.gather("werkmap");
    assert!(output.status.success(), "{output:?}");
    assert_eq!(bucket.gathered("werkmap"), [reaction]);
}

#[test]
fn what_the_policy_does_not_allow_is_refused_and_nothing_of_it_is_kept() {
    let bucket = Bucket::start();
    let intake = bucket.sign(&[]);
    let reaction = reaction(1, "Verhaal");
    let changed = |name: &str, value: &str| {
        let mut intake = intake.clone();
        let Fields(fields) = &mut intake.fields;
        fields.iter_mut().filter(|(field, _)| field == name).for_each(|(_, old)| *old = value.into());
        assert_ne!(intake.fields, bucket.sign(&[]).fields);
        intake
    };
    let mut elsewhere = intake.clone();
    elsewhere.prefix = "uit".into();
    let old = {
        let policy = intake.fields.0.iter().find(|(name, _)| name == "policy").map(|(_, policy)| policy.clone());
        let text = String::from_utf8(STANDARD.decode(policy.unwrap()).unwrap()).unwrap();
        STANDARD.encode(text.replace(&intake.expires, "2020-01-01T00:00:00Z"))
    };
    for (what, intake) in [
        ("wrong signature", changed("x-amz-signature", &"0".repeat(64))),
        ("wrong prefix", elsewhere),
        ("wrong type", changed("Content-Type", "text/html")),
        ("a policy that was changed", changed("policy", &old)),
    ] {
        assert_eq!(post(&intake, &reaction), Delivery::RefreshConfig, "{what}");
    }
    let large = format!("{{\"x\":\"{}\"}}", "x".repeat(70_000));
    let id = reaction["id"].as_str().unwrap();
    assert_eq!(post_text(&intake, id, &large), Delivery::Refused(Refusal::TooLarge));
    assert!(bucket.gather("werkmap").status.success());
    assert_eq!(bucket.gathered("werkmap"), [] as [serde_json::Value; 0]);
}

#[test]
fn a_policy_that_has_expired_is_read_again_and_then_it_goes() {
    let bucket = Bucket::start();
    // Signed by the same rules, but long ago.
    let expired = bucket.sign(&["--signed-at", "2026-01-01T00:00:00Z", "--days", "1"]);
    let reaction = reaction(1, "Verhaal");
    assert_eq!(post(&expired, &reaction), Delivery::RefreshConfig);
    assert_eq!(post(&bucket.sign(&[]), &reaction), Delivery::Accepted);
}

#[test]
fn a_server_that_dies_loses_nothing_that_it_acknowledged() {
    let mut bucket = Bucket::start();
    let intake = bucket.sign(&[]);
    let reactions: Vec<_> = (0..40).map(|n| reaction(n, "Verhaal")).collect();
    let accepted = std::thread::scope(|scope| {
        let posting = scope.spawn(|| {
            let taken = |reaction: &&serde_json::Value| match post(&intake, reaction) {
                Delivery::Accepted => true,
                other => {
                    assert!(matches!(other, Delivery::RetryLater(_)), "{other:?}");
                    false
                }
            };
            reactions.iter().filter(taken).count()
        });
        // Somewhere in the middle; wherever it falls, the rest of the story holds.
        std::thread::sleep(std::time::Duration::from_millis(60));
        bucket.kill();
        posting.join().unwrap()
    });
    assert_eq!(post(&intake, &reactions[0]), Delivery::RetryLater(Trouble::NoAnswer));
    bucket.again();
    assert!(bucket.gather("half").status.success());
    assert!(bucket.gathered("half").len() >= accepted, "{accepted} were acknowledged");
    for reaction in &reactions {
        assert_eq!(post(&intake, reaction), Delivery::Accepted);
    }
    assert!(bucket.gather("werkmap").status.success());
    assert_eq!(bucket.gathered("werkmap"), reactions);
}

#[test]
fn a_browser_that_may_not_read_the_answer_has_stored_it_all_the_same() {
    // The owner set the rule for another site: the post goes through, and its answer is hidden.
    let mut bucket = Bucket::allowing("https://andere.example.nl");
    let intake = bucket.sign(&[]);
    let reaction = reaction(1, "Verhaal");
    let answer = || {
        let (answer, readable) = answer(&intake, &reaction);
        (answer.status, readable)
    };
    assert_eq!(answer(), (201, false));
    // The app saw no answer, and sends it again; then the rule is mended.
    assert_eq!(answer(), (201, false));
    bucket.kill();
    bucket.allow(ORIGIN);
    bucket.again();
    assert_eq!(answer(), (201, true));
    assert!(bucket.gather("werkmap").status.success());
    assert_eq!(bucket.gathered("werkmap"), [reaction]);
}

#[test]
fn signing_says_what_is_missing() {
    let sign = |more: &[&str], key| {
        let args = [&["--lang", "en", "sign-intake", "--bucket", BUCKET, "--prefix", "in"], more].concat();
        let output = beginspraak(&args, key);
        (output.status.code(), String::from_utf8(output.stderr).unwrap())
    };
    let (code, said) = sign(&["--region", "eu-central-1", "--out", "/nowhere/intake.json"], None);
    assert!(code == Some(2) && said.contains("AWS_ACCESS_KEY_ID is not set"), "{said}");
    let (code, said) = sign(&["--out", "/nowhere/intake.json"], Some("k"));
    assert!(code == Some(2) && said.contains("Name the server with --endpoint-url"), "{said}");
    let (code, said) = sign(&["--region", "eu-central-1", "--out", "/nowhere/intake.json"], Some("k"));
    assert!(code == Some(2) && said.contains("/nowhere/intake.json can't be written"), "{said}");
    assert_eq!(sign(&["--region", "eu-central-1"], Some("k")).0, Some(2));
    assert_eq!(sign(&["--region", "eu-central-1", "--out", "x", "--days", "8"], Some("k")).0, Some(2));
}
