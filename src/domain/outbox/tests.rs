//! That nothing is lost and nothing is counted twice, whatever a network and a server do.

use super::*;
use crate::domain::{
    delivery, digest,
    endpoint::{Endpoint, Endpoints, tests::every_kind},
};
use proptest::prelude::*;
use std::collections::BTreeMap;

fn item(n: u8) -> Item {
    let id = ReactionId::new(u64::from(n), [n; 10]);
    let day = Day::new(2026, 11, 22).unwrap();
    let copy = Copy {
        format: FORMAT.into(),
        id,
        slug: Id::try_from("dorp").unwrap(),
        title: "Dorp".into(),
        language: Language::Nl,
        day,
        feedback_due: day,
        receipt: Receipt::new([n; 10]),
        envelope: format!("{{\"n\":{n}}}"),
        words: n.is_multiple_of(2).then(|| "Dorp?\nJa".into()),
    };
    Item::new(copy, Endpoint::Collector { url: "/api/reactions".into() }, "/".into())
}

/// What a bad network and an honest server can do to one attempt.
#[derive(Clone, Debug)]
enum Fate {
    Lost,
    StoredButAnswerLost,
    Portal,
    Overloaded,
    Answered,
}

fn fate() -> impl Strategy<Value = Fate> {
    prop_oneof![
        Just(Fate::Lost),
        Just(Fate::StoredButAnswerLost),
        Just(Fate::Portal),
        Just(Fate::Overloaded),
        Just(Fate::Answered)
    ]
}

/// How each kind of endpoint says that it has it.
fn yes(item: &Item) -> (u16, &'static str, String) {
    let hash = digest::sha256(item.copy.envelope.as_bytes());
    match &item.endpoint.all()[0] {
        Endpoint::S3 { .. } => {
            (201, "application/xml", format!("<PostResponse><Key>in/dorp/{hash}.json</Key></PostResponse>"))
        }
        Endpoint::Form(_) => (200, "application/json", r#"{"ok":true}"#.into()),
        _ => {
            let id = item.copy.id.as_str();
            (201, "application/json", format!(r#"{{"id":"{id}","sha256":"{hash}"}}"#))
        }
    }
}

/// Sends once; returns what the browser makes of it.
fn attempt(server: &mut BTreeMap<String, String>, item: &Item, fate: &Fate) -> Delivery {
    let (id, body) = (item.copy.id.as_str(), &item.copy.envelope);
    let reply = |status, content_type: &str, body: String| {
        let response = delivery::Response { status, redirected: false, content_type: content_type.into(), body };
        delivery::classify(&item.endpoint.all()[0], &item.parcel(), &response)
    };
    if matches!(fate, Fate::StoredButAnswerLost | Fate::Answered) {
        server.entry(id.into()).or_insert_with(|| body.clone());
    }
    match fate {
        Fate::Lost | Fate::StoredButAnswerLost => Delivery::RetryLater(Trouble::NoAnswer),
        Fate::Portal => reply(200, "text/html", "<p>log in</p>".into()),
        Fate::Overloaded => reply(503, "application/json", "{}".into()),
        Fate::Answered => {
            let (status, content_type, body) = yes(item);
            reply(status, content_type, body)
        }
    }
}

proptest! {
    #[test]
    fn whatever_the_network_does_nothing_is_lost_or_doubled(kind in 0usize..5, fates in proptest::collection::vec((0u8..4, fate()), 0..60)) {
        let to = Endpoints::One(every_kind().swap_remove(kind));
        let mut outbox: BTreeMap<u8, Item> = (0..4).map(|n| (n, Item { endpoint: to.clone(), ..item(n) })).collect();
        let (mut server, mut sent) = (BTreeMap::new(), Vec::new());
        for (n, fate) in fates {
            let Some(item) = outbox.remove(&n) else { continue };
            let delivery = attempt(&mut server, &item, &fate);
            match item.after(delivery) {
                After::Sent(copy) => sent.push(copy),
                After::Kept(item) => { outbox.insert(n, item); }
            }
        }
        prop_assert_eq!(outbox.len() + sent.len(), 4);
        for copy in sent {
            prop_assert_eq!(server.get(copy.id.as_str()), Some(&copy.envelope));
        }
        prop_assert!(outbox.values().all(Item::is_waiting));
    }

    #[test]
    fn stored_items_are_read_back_the_same(n: u8, several: bool, state in 0usize..5) {
        let endpoint = if several { Endpoints::InOrder(every_kind()) } else { item(n).endpoint };
        let state = [
            State::Waiting(None),
            State::Waiting(Some(Trouble::ByHand)),
            State::Waiting(Some(Trouble::NotSetUp)),
            State::Refused(Refusal::Closed),
            State::HandedOver(()),
        ][state].clone();
        let item = Item { endpoint, state, ..item(n) };
        let text = serde_json::to_string(&item).unwrap();
        prop_assert_eq!(crate::domain::from_json::read::<Item>(&text).unwrap(), item);
    }

    #[test]
    fn the_pause_is_never_long(failures: u32, jitter: u8) {
        prop_assert!((5..=450).contains(&pause(failures, jitter)));
    }
}

#[test]
fn only_what_waits_and_can_be_sent_calls_the_sender() {
    let states = [
        (State::Waiting(None), true, true),
        (State::Waiting(Some(Trouble::NoAnswer)), true, true),
        (State::Waiting(Some(Trouble::ByHand)), true, false),
        (State::Refused(Refusal::Closed), false, false),
        (State::HandedOver(()), false, false),
    ];
    for (state, sends, leaves_it) in states {
        let stored = serde_json::to_string(&Item { state, ..item(1) }).unwrap();
        assert_eq!((is_to_send(&stored, true), is_to_send(&stored, false)), (sends, leaves_it), "{stored}");
        assert!(!is_to_send(&stored.replace("device/1", "device/9"), true), "of another release");
    }
    assert!(!is_to_send("{", true) && !is_to_send("[]", true));
}

#[test]
fn what_its_writer_brought_is_kept_and_not_sent() {
    let brought = Item { state: State::HandedOver(()), ..item(1) };
    assert!(!brought.is_waiting() && !brought.is_by_hand());
    let After::Kept(kept) = item(1).after(Delivery::RetryLater(Trouble::ByHand)) else { panic!("it must stay") };
    assert!(kept.is_waiting() && kept.is_by_hand());
}

#[test]
fn a_refused_item_stays_and_is_not_tried_again() {
    let After::Kept(kept) = item(1).after(Delivery::Refused(Refusal::Closed)) else { panic!("it must stay") };
    assert!(!kept.is_waiting());
}
