//! Gathering from a bucket: all of it, once, with everything that is wrong named.

use crate::{
    support::{BUCKET, Bucket, beginspraak, envelope, key, post, reaction},
    tree::tree,
};
use beginspraak::domain::delivery::Delivery;
use rusty_s3::{Credentials, S3Action, UrlStyle};
use std::{fs, thread, time::Duration};

/// Puts something in the bucket as its owner could by mistake.
fn put(bucket: &Bucket, key: &str, body: &str) {
    let owner = Credentials::new("owner-key", "CHANGE-ME");
    let place = rusty_s3::Bucket::new(bucket.server.parse().unwrap(), UrlStyle::Path, BUCKET, "us-east-1").unwrap();
    let url = place.put_object(Some(&owner), key).sign(Duration::from_secs(60));
    assert_eq!(ureq::put(url.as_str()).send(body).unwrap().status().as_u16(), 200);
}

#[test]
fn a_bucket_of_several_pages_comes_whole_and_a_second_time_nothing_is_fetched() {
    let bucket = Bucket::start();
    let intake = bucket.sign(&[]);
    // A list has at most a thousand.
    const COUNT: u32 = 2500;
    thread::scope(|scope| {
        for from in 0..8 {
            let intake = &intake;
            scope.spawn(move || {
                for n in (from..COUNT).step_by(8) {
                    assert_eq!(post(intake, &reaction(n, "Verhaal")), Delivery::Accepted);
                }
            });
        }
    });
    let output = bucket.gather("werkmap");
    assert!(output.status.success(), "{output:?}");
    assert_eq!(bucket.gathered("werkmap").len(), COUNT as usize);
    let first = tree(&bucket.folder.path().join("werkmap"));
    // Now the key may list, and no longer read: whatever was fetched again would be named.
    let config = bucket.folder.path().join("s3.json");
    let less = fs::read_to_string(&config).unwrap().replace("\"Read:reacties/in/*\",", "");
    let mut bucket = bucket;
    bucket.kill();
    fs::write(&config, less).unwrap();
    bucket.again();
    let again = bucket.gather("werkmap");
    assert!(again.status.success(), "{}", String::from_utf8_lossy(&again.stdout));
    assert_eq!(tree(&bucket.folder.path().join("werkmap")), first);
    // A run that can't read names what it missed, and the next one brings it.
    assert_eq!(bucket.gather("nieuw").status.code(), Some(1));
    assert_eq!(bucket.gathered("nieuw").len(), 0);
}

#[test]
fn what_is_corrupt_misplaced_or_strange_is_named_and_the_rest_is_gathered() {
    let bucket = Bucket::start();
    let intake = bucket.sign(&[]);
    for n in 0..10 {
        assert_eq!(post(&intake, &reaction(n, "Verhaal")), Delivery::Accepted);
    }
    let corrupt = key(&reaction(3, "Verhaal"));
    put(&bucket, &corrupt, &envelope(&reaction(3, "Verhaal")).replace("Verhaal", "Verhaak"));
    let misplaced = key(&reaction(20, "Elders")).replace("/dorp/", "/stad/");
    put(&bucket, &misplaced, &envelope(&reaction(20, "Elders")));
    put(&bucket, "in/dorp/lees-mij.txt", "Hier staan reacties");
    put(&bucket, &format!("in/dorp/{}.json", "0".repeat(64)), &"x".repeat(70_000));
    let conflict = reaction(4, "Anders");
    put(&bucket, &key(&conflict), &envelope(&conflict));
    put(&bucket, "elders/niet-van-ons.json", "{}");
    let output = bucket.gather("werkmap");
    let said = String::from_utf8(output.stdout).unwrap();
    assert_eq!(output.status.code(), Some(1));
    for (object, why) in [
        (corrupt.as_str(), "changed"),
        (misplaced.as_str(), "another consultation"),
        ("in/dorp/lees-mij.txt", "No reaction is called this"),
        ("in/dorp/00000000", "larger than 64 KiB"),
    ] {
        let line = said.lines().find(|line| line.starts_with(object)).unwrap_or_else(|| panic!("{object} in {said}"));
        assert!(line.contains(why), "{line}");
    }
    // Which of the two is found first, nobody knows; the other one is named.
    let kinds = [key(&conflict), key(&reaction(4, "Verhaal"))];
    assert!(
        said.lines()
            .any(|line| kinds.iter().any(|key| line.starts_with(key.as_str())) && line.contains("another reaction"))
    );
    assert!(said.contains("9 new, 9 in") && said.contains("5 left out"), "{said}");
}

#[test]
fn a_bucket_that_gives_no_list_says_why_and_what_was_there_stays() {
    let bucket = Bucket::start();
    let intake = bucket.sign(&[]);
    assert_eq!(post(&intake, &reaction(1, "Verhaal")), Delivery::Accepted);
    assert!(bucket.gather("werkmap").status.success());
    let to = bucket.folder.path().join("werkmap");
    let gather = |from: &str, server: &str, key| {
        let args = ["--lang", "en", "gather", "--from", from, "--endpoint-url", server, "--to", to.to_str().unwrap()];
        let output = beginspraak(&args, key);
        (output.status.code(), String::from_utf8(output.stderr).unwrap())
    };
    let (code, said) = gather("s3://reacties/in", &bucket.server, Some("intake-key"));
    assert!(code == Some(1) && said.contains("gives no list. The key may not do this."), "{said}");
    let (code, said) = gather("s3://reacties/in", &bucket.server, None);
    assert!(code == Some(2) && said.contains("AWS_ACCESS_KEY_ID"), "{said}");
    assert_eq!(gather("s3://reacties", &bucket.server, Some("gather-key")).0, Some(2));
    assert_eq!(bucket.gathered("werkmap").len(), 1);
}
