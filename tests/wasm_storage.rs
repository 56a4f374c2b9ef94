//! What the device keeps, in a real browser: drafts, the outbox and what was sent.

#![cfg(target_arch = "wasm32")]

use beginspraak::{
    browser::storage::{Storage, StorageError, Stored},
    domain::{
        day::Day,
        delivery::{Delivery, Refusal, Trouble},
        device::Held,
        draft::Draft,
        endpoint::Endpoint,
        id::{Id, ReactionId},
        language::Language,
        outbox::{After, Copy, FORMAT, Item, State},
        receipt::Receipt,
    },
};
use wasm_bindgen_futures::JsFuture;
use wasm_bindgen_test::{wasm_bindgen_test, wasm_bindgen_test_configure};

wasm_bindgen_test_configure!(run_in_browser);

/// Each test has reactions of its own, as all share one database.
fn item(n: u8) -> Item {
    let day = Day::new(2026, 11, 22).unwrap();
    let copy = Copy {
        format: FORMAT.into(),
        id: ReactionId::new(u64::from(n), [n; 10]),
        slug: Id::try_from(format!("dorp-{n}").as_str()).unwrap(),
        title: "Dorp".into(),
        language: Language::Nl,
        day,
        feedback_due: day,
        receipt: Receipt::new([n; 10]),
        envelope: "{}".into(),
        words: None,
    };
    Item::new(copy, Endpoint::Collector { url: "/api/reactions".into() }, "/".into())
}

fn draft(text: &str) -> Draft {
    Draft::from_pairs([("q.a".to_owned(), text.to_owned())])
}

/// What is stored of a draft, which stays as it is.
async fn kept(storage: &Storage, slug: &Id) -> Option<(Draft, Option<u32>)> {
    let mut kept = None;
    let look = |stored: Option<&Stored>| {
        kept = stored.map(|stored| (stored.draft.clone(), stored.revision));
        stored.map(|stored| stored.draft.clone()).unwrap_or_default()
    };
    storage.change_draft(slug, 1000, look).await.unwrap();
    kept
}

async fn held(storage: &Storage, key: &str) -> Vec<Held> {
    storage.held().await.unwrap().into_iter().filter(|held| held.key() == key).collect()
}

#[wasm_bindgen_test]
async fn a_draft_is_read_back_with_its_revision_and_an_empty_one_says_that_it_was_emptied() {
    let (storage, slug) = (Storage::open().await.unwrap(), Id::try_from("draft").unwrap());
    assert_eq!(kept(&storage, &slug).await, None);
    for draft in [draft("één\nregel \u{2028} \"👍\""), Draft::default()] {
        storage.change_draft(&slug, 7, |_| draft.clone()).await.unwrap();
        assert_eq!(kept(&storage, &slug).await, Some((draft, Some(7))));
    }
}

#[wasm_bindgen_test]
async fn posting_saves_the_reaction_and_takes_the_draft_away_together() {
    let (storage, item) = (Storage::open().await.unwrap(), item(1));
    storage.change_draft(&item.copy.slug, 1, |_| draft("x")).await.unwrap();
    storage.post(&item, |_| Draft::default()).await.unwrap();
    assert_eq!(kept(&storage, &item.copy.slug).await, Some((Draft::default(), None)));
    assert_eq!(held(&storage, item.copy.id.as_str()).await, [Held::Unsent(item.clone())]);
    assert!(storage.waiting().await.unwrap().contains(&item));
}

#[wasm_bindgen_test]
async fn what_of_a_draft_was_not_posted_stays() {
    let (storage, item) = (Storage::open().await.unwrap(), item(7));
    storage.change_draft(&item.copy.slug, 1, |_| draft("of another tab")).await.unwrap();
    storage.post(&item, Clone::clone).await.unwrap();
    assert_eq!(kept(&storage, &item.copy.slug).await, Some((draft("of another tab"), None)));
}

#[wasm_bindgen_test]
async fn an_acknowledged_reaction_moves_and_is_there_once() {
    let (storage, item) = (Storage::open().await.unwrap(), item(2));
    storage.post(&item, |_| Draft::default()).await.unwrap();
    storage.acknowledged(&item.copy).await.unwrap();
    assert_eq!(held(&storage, item.copy.id.as_str()).await, [Held::Sent(item.copy.clone())]);
    assert!(!storage.waiting().await.unwrap().contains(&item));
}

#[wasm_bindgen_test]
async fn a_refused_reaction_stays_until_it_is_deleted() {
    let (storage, item) = (Storage::open().await.unwrap(), item(3));
    storage.post(&item, |_| Draft::default()).await.unwrap();
    let After::Kept(refused) = item.after(Delivery::Refused(Refusal::Closed)) else { panic!("it must stay") };
    storage.update(&refused).await.unwrap();
    let key = refused.copy.id.as_str();
    assert_eq!(held(&storage, key).await, [Held::Unsent(refused.clone())]);
    assert!(!storage.waiting().await.unwrap().iter().any(|waiting| waiting.copy.id == refused.copy.id));
    storage.delete(key).await.unwrap();
    assert_eq!(held(&storage, key).await, []);
}

#[wasm_bindgen_test]
async fn what_its_writer_brought_stays_so_whatever_a_round_that_was_under_way_finds() {
    let (storage, item) = (Storage::open().await.unwrap(), item(6));
    storage.post(&item, |_| Draft::default()).await.unwrap();
    let brought = Item { state: State::HandedOver(()), ..item.clone() };
    storage.update(&brought).await.unwrap();
    let After::Kept(late) = item.after(Delivery::RetryLater(Trouble::Busy)) else { panic!("it must stay") };
    storage.update(&late).await.unwrap();
    assert_eq!(held(&storage, late.copy.id.as_str()).await, [Held::Unsent(brought)]);
    assert!(!storage.still_waits(&late).await.unwrap());
}

#[wasm_bindgen_test]
async fn what_was_deleted_in_another_tab_does_not_come_back() {
    let (storage, item) = (Storage::open().await.unwrap(), item(4));
    storage.post(&item, |_| Draft::default()).await.unwrap();
    storage.delete(item.copy.id.as_str()).await.unwrap();
    storage.update(&item).await.unwrap();
    assert_eq!(held(&storage, item.copy.id.as_str()).await, []);
}

#[wasm_bindgen_test]
async fn an_item_of_a_newer_release_is_shown_as_it_is_and_never_sent() {
    let (storage, mut item) = (Storage::open().await.unwrap(), item(5));
    item.copy.format = "beginspraak.device/2".into();
    storage.post(&item, |_| Draft::default()).await.unwrap();
    let shown = held(&storage, item.copy.id.as_str()).await;
    assert!(matches!(&shown[..], [Held::Unreadable(_, text)] if text.contains("beginspraak.device/2")), "{shown:?}");
    assert!(!storage.waiting().await.unwrap().iter().any(|waiting| waiting.copy.id == item.copy.id));
}

/// Holds the drafts, as a page that was left does in some engines, until `letGo`.
const HOLD: &str = "self.letGo = false; new Promise((held) => {
  indexedDB.open('beginspraak').onsuccess = ({ target: { result } }) => {
    const drafts = result.transaction('drafts', 'readwrite').objectStore('drafts');
    const on = () => { held(); self.letGo ? result.close() : (drafts.get('-').onsuccess = on); };
    drafts.get('-').onsuccess = on;
  };
})";

async fn hold() {
    JsFuture::from(js_sys::Promise::resolve(&js_sys::eval(HOLD).unwrap())).await.unwrap();
}

/// What comes of changing a draft that is held, and after how many milliseconds.
async fn change_held(storage: &Storage, slug: &Id) -> (Result<(), StorageError>, f64) {
    let since = js_sys::Date::now();
    let changed = storage.change_draft(slug, 1, |_| panic!("it is held")).await;
    (changed, js_sys::Date::now() - since)
}

#[wasm_bindgen_test]
async fn what_something_else_holds_is_given_up_in_time_and_works_again_after_that() {
    let (storage, slug) = (Storage::open().await.unwrap(), Id::try_from("held").unwrap());
    storage.change_draft(&slug, 1, |_| draft("x")).await.unwrap();
    hold().await;
    let (changed, after) = change_held(&storage, &slug).await;
    assert_eq!(changed, Err(StorageError::Busy));
    assert!(after < 10_000.0, "{after}");
    js_sys::eval("self.letGo = true").unwrap();
    assert_eq!(kept(&storage, &slug).await, Some((draft("x"), Some(1))));
}

#[wasm_bindgen_test]
async fn a_page_that_is_left_gives_up_what_it_is_at() {
    let (storage, slug) = (Storage::open().await.unwrap(), Id::try_from("left").unwrap());
    storage.change_draft(&slug, 1, |_| draft("x")).await.unwrap();
    hold().await;
    js_sys::eval("setTimeout(() => dispatchEvent(new Event('pagehide')), 100)").unwrap();
    let (changed, after) = change_held(&storage, &slug).await;
    assert_eq!(changed, Err(StorageError::Busy));
    assert!(after < 4_000.0, "at once, and not when its time was up: {after}");
    js_sys::eval("self.letGo = true").unwrap();
    assert_eq!(kept(&storage, &slug).await, Some((draft("x"), Some(1))));
}
