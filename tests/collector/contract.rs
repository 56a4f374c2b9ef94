//! The contract of the acknowledgement: what is stored, what is refused, and what a second attempt gets.

use crate::support::{Server, id, reaction};
use beginspraak::domain::digest::sha256;
use serde_json::{Value, json};

#[test]
fn a_new_reaction_is_acknowledged_by_id_and_hash_and_the_same_again_too() {
    let server = Server::start();
    let (id, mut client) = (id(), server.connect());
    let envelope = reaction(&id);
    let expected = json!({"id": id, "sha256": sha256(envelope.to_string().as_bytes())});
    let first = client.post(&envelope);
    assert_eq!((first.status, first.json()), (201, expected.clone()));
    assert_eq!(first.header("cache-control"), Some("no-store"));
    for _ in 0..3 {
        let again = client.post(&envelope);
        assert_eq!((again.status, again.json()), (200, expected.clone()));
    }
    assert_eq!(server.stored(), 1);
}

#[test]
fn the_same_id_with_other_content_is_a_conflict_and_the_first_stays() {
    let server = Server::start();
    let (id, mut client) = (id(), server.connect());
    let mut envelope = reaction(&id);
    assert_eq!(client.post(&envelope).status, 201);
    envelope["reaction"]["answers"][0]["value"] = json!("Iets anders.");
    let answer = client.post(&envelope);
    assert_eq!((answer.status, answer.json()), (409, json!({"error": "conflict"})));
    assert_eq!(client.post(&reaction(&id)).status, 200);
    assert_eq!(server.stored(), 1);
}

#[test]
fn a_remark_of_a_gathering_is_taken_as_any_reaction_whatever_its_proof() {
    let server = Server::start();
    let (id, mut client) = (id(), server.connect());
    let mut envelope = reaction(&id);
    envelope["reaction"]["source"] = json!("gathering");
    let claim = |digit: &str| json!({"id": "07".repeat(12), "kind": "idea", "proof": digit.repeat(64)});
    envelope["reaction"]["gathering"] = claim("0");
    assert_eq!((client.post(&envelope).status, client.post(&envelope).status), (201, 200));
    // Another device sent the same with a secret of its own: it is there already.
    envelope["reaction"]["gathering"] = claim("1");
    assert_eq!(client.post(&envelope).status, 409);
    for odd in [json!(7), json!({"id": "../..", "proof": null}), claim("é")] {
        let mut envelope = reaction(&crate::support::id());
        envelope["reaction"]["gathering"] = odd;
        assert_eq!(client.post(&envelope).status, 201, "{envelope}");
    }
    assert_eq!(server.stored(), 4);
}

#[test]
fn a_consultation_that_is_not_open_or_not_there_takes_nothing() {
    let server = Server::start();
    for (slug, status, error) in [("voorbij", 410, "closed"), ("straks", 403, "not_open"), ("nergens", 404, "unknown")]
    {
        let mut envelope = reaction(&id());
        envelope["reaction"]["consultation"] = json!(slug);
        let answer = server.connect().post(&envelope);
        assert_eq!((answer.status, answer.json()), (status, json!({"error": error})), "{slug}");
    }
    assert_eq!(server.stored(), 0);
}

#[test]
fn what_was_taken_stays_acknowledged_after_closing() {
    let folder = tempfile::tempdir().unwrap();
    let (site, data) = (crate::support::published(), folder.path().join("data"));
    let envelope = reaction(&id());
    let open = Server::at(&site, &data, &[]);
    assert_eq!(open.connect().post(&envelope).status, 201);
    assert!(open.stop().success());
    let closed = Server::at(&site, &data, &["--today", "2026-07-01"]);
    assert_eq!(closed.connect().post(&envelope).status, 200);
    assert_eq!(closed.connect().post(&reaction(&id())).status, 410);
    let mut other = envelope.clone();
    other["reaction"]["quote_consent"] = json!(true);
    assert_eq!(closed.connect().post(&other).status, 410);
}

#[test]
fn a_database_that_can_not_be_read_does_not_make_a_reaction_closed_or_unknown() {
    let server = Server::start();
    let database = rusqlite::Connection::open(server.data.join("reactions.sqlite")).unwrap();
    database.execute_batch("ALTER TABLE reactions RENAME TO elsewhere").unwrap();
    for slug in ["dorp", "voorbij", "straks", "nergens"] {
        let mut envelope = reaction(&id());
        envelope["reaction"]["consultation"] = json!(slug);
        let answer = server.connect().post(&envelope);
        assert_eq!((answer.status, answer.json()), (503, json!({"error": "busy"})), "{slug}");
        assert_eq!(answer.header("retry-after"), Some("30"));
    }
}

#[test]
fn what_does_not_fit_the_questions_is_kept_all_the_same() {
    let server = Server::start();
    let kept = |change: fn(&mut Value)| {
        let mut envelope = reaction(&id());
        change(&mut envelope["reaction"]);
        server.connect().post(&envelope).status
    };
    let changes: [fn(&mut Value); 6] = [
        |r| {
            r["answers"] =
                json!([{"question": "cijfer", "value": 9}, {"question": "verhaal", "value": "x".repeat(2001)}])
        },
        |r| r["answers"] = json!([{"question": "verzonnen", "value": "x"}, {"question": {"a": 1}, "value": "x"}]),
        |r| r["day"] = json!("9999-12-31"),
        |r| r["revision"] = json!(0),
        |r| r["revision"] = json!(u64::MAX),
        // Of an earlier revision, with a question that is not there any more.
        |r| {
            (r["revision"], r["answers"]) = (json!(2), json!([{"question": "vroeger", "value": "Een vraag van toen."}]))
        },
    ];
    let count = changes.len() as u64;
    assert!(changes.into_iter().all(|change| kept(change) == 201));
    assert_eq!(server.stored(), count);
}

#[test]
fn what_says_nothing_or_is_no_whole_reaction_is_refused_with_a_reason() {
    let server = Server::start();
    let refused = |field: &str, value: Value| {
        let mut envelope = reaction(&id());
        envelope["reaction"][field] = value;
        let answer = server.connect().post(&envelope);
        (answer.status, answer.json())
    };
    let says = |problem: Value| (422, json!({"error": "invalid", "problems": [problem]}));
    for answers in [json!([]), json!([{"question": "verhaal", "value": " \n"}, {"question": "cijfer", "value": null}])]
    {
        assert_eq!(refused("answers", answers), says(json!({"code": "nothing_answered"})));
    }
    assert_eq!(refused("tag", json!("x")), says(json!({"code": "field", "message": "tag"})));
    assert_eq!(server.stored(), 0);
}

#[test]
fn a_test_is_taken_on_any_day_but_not_for_a_consultation_that_is_not_there() {
    let server = Server::start();
    for (slug, status) in [("dorp", 201), ("straks", 201), ("voorbij", 201), ("nergens", 404)] {
        let mut envelope = reaction(&id());
        envelope["reaction"]["consultation"] = json!(slug);
        envelope["reaction"]["test"] = json!(true);
        assert_eq!(server.connect().post(&envelope).status, status, "{slug}");
    }
}

#[test]
fn the_bytes_are_kept_as_they_came() {
    let server = Server::start();
    let id = id();
    let body = format!(" \n{}\n ", reaction(&id).to_string().replace("bus", "b\\u00fcs"));
    let answer = server.connect().post_with("application/json; charset=utf-8", &[], body.as_bytes());
    assert_eq!(answer.json(), json!({"id": id, "sha256": sha256(body.as_bytes())}));
    let database = rusqlite::Connection::open(server.data.join("reactions.sqlite")).unwrap();
    let (kept, day): (Vec<u8>, String) =
        database.query_row("SELECT body, received FROM reactions", [], |row| Ok((row.get(0)?, row.get(1)?))).unwrap();
    assert_eq!(kept, body.as_bytes());
    assert_eq!(day, crate::support::TODAY);
}

#[test]
fn health_counts_what_is_stored() {
    let server = Server::start();
    assert_eq!(server.connect().get("/api/health").json(), json!({"status": "ok", "stored": 0}));
    server.connect().post(&reaction(&id()));
    assert_eq!(server.connect().get("/api/health").json(), json!({"status": "ok", "stored": 1}));
}
