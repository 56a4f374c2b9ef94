//! Plain forms: somebody whose browser runs no JavaScript gets a receipt, or their own words back.

use crate::support::{Answer, Server, again, id, publish};

fn is_page(answer: &Answer, status: u16) -> String {
    assert_eq!(answer.status, status, "{answer:?}");
    assert_eq!(answer.header("content-type"), Some("text/html; charset=utf-8"));
    let text = answer.text();
    assert!(text.starts_with("<!doctype html>"), "{text}");
    text
}

fn filled<'a>(slug: &'a str, story: &'a str) -> Vec<(&'a str, &'a str)> {
    vec![("consultation", slug), ("revision", "3"), ("language", "nl"), ("q.verhaal", story)]
}

/// The receipts in a page.
fn receipts(page: &str) -> Vec<String> {
    let words = page.split(|c: char| !c.is_ascii_alphanumeric() && c != '-');
    let like = |word: &&str| word.len() == 19 && word.split('-').all(|part| part.len() == 4);
    words
        .filter(like)
        .filter(|word| beginspraak::domain::receipt::Receipt::try_from(*word).is_ok())
        .map(str::to_owned)
        .collect()
}

#[test]
fn a_form_is_stored_and_answered_with_a_receipt() {
    let server = Server::start();
    let answer = server.connect().post_form(&filled("dorp", "Graag een bank\r\nbij de brug. 🚲"));
    let receipt = receipts(&is_page(&answer, 201)).pop().expect("a receipt");
    let database = rusqlite::Connection::open(server.data.join("reactions.sqlite")).unwrap();
    let body: Vec<u8> = database.query_row("SELECT body FROM reactions", [], |row| row.get(0)).unwrap();
    let kept: serde_json::Value = serde_json::from_slice(&body).unwrap();
    assert_eq!(kept["reaction"]["answers"][0]["value"], "Graag een bank\nbij de brug. 🚲");
    let receipt = beginspraak::domain::receipt::Receipt::try_from(receipt.as_str()).unwrap();
    let slug = beginspraak::domain::id::Id::try_from("dorp").unwrap();
    assert_eq!(kept["reaction"]["tag"], receipt.tag(&slug).as_str());
}

#[test]
fn the_same_page_sent_twice_is_one_reaction_with_one_receipt() {
    let server = Server::start();
    let id = id();
    let mut form = filled("dorp", "Een keer is genoeg.");
    form.push(("id", &id));
    let (first, second) = (server.connect().post_form(&form), server.connect().post_form(&form));
    assert_eq!(receipts(&is_page(&first, 201)), receipts(&is_page(&second, 200)));
    assert_eq!(server.stored(), 1);
    // Going back and saying something else is another reaction: neither is lost.
    form[3].1 = "Bij nader inzien iets anders.";
    let (third, again) = (server.connect().post_form(&form), server.connect().post_form(&form));
    assert_ne!(receipts(&is_page(&third, 201)), receipts(&first.text()));
    assert_eq!(receipts(&third.text()), receipts(&is_page(&again, 200)));
    assert_eq!(server.stored(), 2);
}

#[test]
fn a_page_as_it_was_published_sent_twice_by_accident_is_one_reaction_and_two_people_are_two() {
    let server = Server::start();
    let post = |agent: &str, story: &str| {
        let body = format!("consultation=dorp&revision=3&language=nl&q.verhaal={story}");
        server.connect().post_with("application/x-www-form-urlencoded", &[agent], body.as_bytes())
    };
    let (first, second) = (post("User-Agent: A", "ja"), post("User-Agent: A", "ja"));
    assert_eq!(receipts(&is_page(&first, 201)), receipts(&is_page(&second, 200)));
    // The words and the telephone of somebody else.
    let (other, phone) = (post("User-Agent: A", "nee"), post("User-Agent: B", "ja"));
    let codes = [&first, &other, &phone].map(|answer| receipts(&is_page(answer, 201)));
    assert_eq!(codes.iter().flatten().collect::<std::collections::BTreeSet<_>>().len(), 3);
    assert_eq!(server.stored(), 3);
    // A double tap that has something to mend brings back the same id twice.
    let id = |page: String| page.split_once("name=\"id\" value=\"").map(|(_, rest)| rest[..36].to_owned());
    let faulty = || id(is_page(&post("User-Agent: A", "x&q.cijfer=77"), 422)).expect("an id");
    assert_eq!(faulty(), faulty());
}

#[test]
fn a_problem_brings_the_form_back_with_everything_that_was_typed() {
    let server = Server::start();
    let mut form = filled("dorp", "Mijn verhaal & \"meer\"</textarea><script>alert(1)</script>");
    form.extend([("q.cijfer", "77"), ("quote_consent", "yes")]);
    let page = is_page(&server.connect().post_form(&form), 422);
    assert!(page.contains("Mijn verhaal &amp; \"meer\"&lt;/textarea"), "{page}");
    assert!(!page.contains("<script>alert"));
    assert!(page.contains("name=\"id\""), "an id, so that sending it again is safe");
    assert_eq!(server.stored(), 0);
}

#[test]
fn a_closed_or_unknown_consultation_still_gives_the_words_back() {
    let server = Server::start();
    for (slug, status) in [("voorbij", 410), ("straks", 403), ("nergens", 404), ("../x", 404)] {
        let page = is_page(&server.connect().post_form(&filled(slug, "Woorden om te bewaren.")), status);
        assert!(page.contains("Woorden om te bewaren."), "{slug}");
        assert!(receipts(&page).is_empty());
    }
}

#[test]
fn a_form_of_too_much_or_no_form_at_all_gets_a_page() {
    let server = Server::start();
    let long = "x".repeat(70_000);
    let page = is_page(&server.connect().post_form(&filled("dorp", &long)), 413);
    assert!(page.contains(&long));
    is_page(&server.connect().post_form(&filled("dorp", &"é".repeat(120_000))), 413);
    let form = "application/x-www-form-urlencoded";
    is_page(&server.connect().post_with(form, &[], b"q.verhaal=%ff"), 422);
    is_page(&server.connect().post_with(form, &["Origin: null"], b"consultation=dorp&q.verhaal=x"), 403);
    assert_eq!(server.stored(), 0);
}

#[test]
fn a_flood_of_forms_is_slowed_and_the_words_come_back() {
    let server = Server::with(&["--rate-limit", "1"]);
    let mut client = server.connect();
    let slowed = (0..40).map(|_| client.post_form(&filled("dorp", "Nog een."))).find(|answer| answer.status == 429);
    let slowed = slowed.expect("the burst is 30");
    assert!(is_page(&slowed, 429).contains("Nog een."));
    assert!(slowed.header("retry-after").is_some());
}

#[test]
fn forms_work_under_a_base_path_and_in_english() {
    let folder = publish("/denkmee/");
    let server = Server::at(&folder.path().join("site"), &folder.path().join("data"), &[]);
    let body = b"consultation=dorp&revision=3&language=en&q.verhaal=Hello";
    let headers = ["Content-Type: application/x-www-form-urlencoded", &format!("Content-Length: {}", body.len())];
    let answer = server.connect().ask("POST /denkmee/api/reactions", &headers, body);
    assert!(is_page(&answer, 201).contains("lang=\"en\""));
    assert_eq!(server.connect().ask("POST /api/reactions", &headers, body).status, 404);
}

/// A site of which the question "cijfer" (1 to 5) became "rapport" (6 to 10) in revision 4, while forms were open.
fn changed(folder: &tempfile::TempDir) -> Server {
    let file = folder.path().join("content/consultations/dorp.json");
    let text = std::fs::read_to_string(&file).unwrap();
    let text = text.replace("\"revision\":3", "\"revision\":4").replace("\"cijfer\"", "\"rapport\"");
    let text = text
        .replace("\"min\":1,\"max\":5", "\"min\":6,\"max\":10")
        .replace("\"max\":5,\"min\":1", "\"max\":10,\"min\":6");
    assert!(text.contains("\"max\":10"), "{text}");
    std::fs::write(&file, text).unwrap();
    again(folder.path(), "/");
    Server::at(&folder.path().join("site"), &folder.path().join("data"), &[])
}

fn reactions(server: &Server) -> Vec<serde_json::Value> {
    let database = rusqlite::Connection::open(server.data.join("reactions.sqlite")).unwrap();
    let mut rows = database.prepare("SELECT body FROM reactions ORDER BY rowid").unwrap();
    let bodies = rows.query_map([], |row| row.get::<_, Vec<u8>>(0)).unwrap();
    bodies
        .map(|body| serde_json::from_slice::<serde_json::Value>(&body.unwrap()).unwrap()["reaction"].clone())
        .collect()
}

#[test]
fn a_form_that_was_open_when_staff_changed_it_is_judged_by_the_questions_its_writer_saw() {
    let folder = publish("/");
    let server = changed(&folder);
    let mut form = filled("dorp", "Ik was nog bezig.");
    form.push(("q.cijfer", "4"));
    let page = is_page(&server.connect().post_form(&form), 201);
    assert_eq!(receipts(&page).len(), 1);
    form[4].1 = "9";
    let page = is_page(&server.connect().post_form(&form), 422);
    assert!(page.contains("name=\"q.cijfer\"") && !page.contains("q.rapport"), "the questions that the writer saw");
    assert!(page.contains("name=\"revision\" value=\"3\""), "and the page that comes back is of that revision too");
    let kept = reactions(&server);
    assert_eq!(kept.len(), 1);
    assert_eq!(kept[0]["revision"], 3);
    assert_eq!(kept[0]["answers"][1], serde_json::json!({"question": "cijfer", "value": 4}));
}

#[test]
fn words_for_questions_that_nobody_knows_any_more_are_kept_as_they_were_typed() {
    let folder = publish("/");
    let server = changed(&folder);
    for (revision, question) in [("2", "q.vroeger"), ("3", "q.nooit"), ("9", "q.verhaal")] {
        let form = [("consultation", "dorp"), ("revision", revision), ("language", "nl"), (question, "Toch  gezegd.")];
        assert_eq!(receipts(&is_page(&server.connect().post_form(&form), 201)).len(), 1, "{revision}");
    }
    let kept = reactions(&server);
    let said = |at: usize| (kept[at]["revision"].clone(), kept[at]["answers"][0].clone());
    assert_eq!(said(0), (2.into(), serde_json::json!({"question": "vroeger", "value": "Toch  gezegd."})));
    assert_eq!(said(1), (3.into(), serde_json::json!({"question": "nooit", "value": "Toch  gezegd."})));
    assert_eq!(said(2).0, 9);
    let empty = [("consultation", "dorp"), ("revision", "2"), ("language", "nl"), ("q.vroeger", " ")];
    is_page(&server.connect().post_form(&empty), 422);
    assert_eq!(server.stored(), 3);
}
