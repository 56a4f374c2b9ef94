//! The overview with forty questions, and with a few.

use super::{super::example, *};
use crate::{
    domain::{
        consultation::{Amended, Amendment},
        id::Id,
    },
    files::content::Content,
};

const TODAY: &str = "2027-06-01";

fn day(text: &str) -> Day {
    Day::try_from(text).unwrap()
}

/// A site with so many questions, in turn open, waiting, announced, answered, withdrawn and of long ago.
pub(super) fn site_of(count: u32) -> (Around, Content) {
    let (mut around, mut content) = example("/", TODAY);
    let model = content.consultations.values().next().unwrap().clone();
    content.consultations.clear();
    let places = ["Assen", "Emmen", "assen", "Hoogeveen"];
    for n in 0..count {
        let mut one = model.clone();
        one.slug = Id::try_from(format!("vraag-{n}").as_str()).unwrap();
        let text = |text: String| Localised::Same(text);
        one.title = text(format!("Vraag nummer {n}?"));
        one.place = (n % 5 != 4).then(|| text(places[n as usize % 4].to_owned()));
        one.subject = (n % 3 == 0).then(|| text("Verkeer".to_owned()));
        let days =
            |opens: &str, closes: &str, due: &str| (day(opens).later(n), day(closes).later(n), day(due).later(n));
        (one.opens, one.closes, one.feedback_due) = match n % 6 {
            0 => days("2027-01-01", "2027-06-10", "2027-12-01"),
            1 => days("2027-01-01", "2027-04-01", "2027-08-01"),
            2 => days("2027-08-01", "2027-09-01", "2028-01-01"),
            3 => days("2026-08-01", "2026-12-01", "2027-01-01"),
            4 => days("2027-01-01", "2027-09-01", "2027-12-01"),
            _ => days("2024-01-01", "2024-06-01", "2024-09-01"),
        };
        let told = match n % 6 {
            3 => Some(day("2027-02-01")),
            5 => Some(day("2024-10-01").later(n)),
            _ => None,
        };
        if n % 6 == 4 {
            one.amended = vec![Amendment {
                what: Amended::Withdrawn,
                on: day("2027-05-01"),
                closes_was: one.closes,
                feedback_due_was: None,
                reason: text("Het geld is op.".to_owned()),
            }];
        }
        let version =
            |published| crate::domain::feedback::Version { version: 1, published, note: None, redacted: None };
        around.feedback.extend(told.map(|told| (one.slug.clone(), vec![version(told)])));
        content.consultations.insert(one.slug.clone(), one);
    }
    (around, content)
}

fn html(count: u32) -> String {
    let (around, content) = site_of(count);
    Owner::new().with(|| body(&around, &content, Language::Nl).view.to_html())
}

/// What stands from a heading to the next.
fn under<'a>(html: &'a str, id: &str) -> &'a str {
    let rest = html.split_once(&format!("<h2 id=\"{id}\"")).unwrap_or_else(|| panic!("{id}")).1;
    rest.split("<h2").next().unwrap()
}

#[test]
fn forty_questions_stand_by_how_they_are_and_what_closes_first_comes_first() {
    let html = html(40);
    let numbers = |part: &str| {
        let found = part.split("Vraag nummer ").skip(1).filter_map(|rest| rest.split('?').next()?.parse::<u32>().ok());
        found.collect::<Vec<_>>()
    };
    assert_eq!(numbers(under(&html, "nu"))[..3], [0, 6, 12]);
    let shown = |id: &str| {
        let head =
            |item: &&str| item.split('>').next().is_some_and(|head| head.contains("card") && !head.contains("hidden"));
        let shown = under(&html, id).split("<li ").skip(1).filter(head);
        shown.flat_map(numbers).collect::<Vec<_>>()
    };
    assert!(shown("nu").iter().all(|n| n % 6 == 0), "{:?}", shown("nu"));
    assert!(shown("wacht").iter().all(|n| n % 6 == 1), "{:?}", shown("wacht"));
    assert!(shown("straks").iter().all(|n| n % 6 == 2), "{:?}", shown("straks"));
    assert_eq!(shown("beantwoord").len(), 7);
    assert!(shown("ingetrokken").iter().all(|n| n % 6 == 4), "{:?}", shown("ingetrokken"));
    assert!(under(&html, "ingetrokken").contains("Het geld is op."), "with the reason");
    assert!(!shown("nu").contains(&4), "what is withdrawn is in no list of open ones");
    let old = numbers(under(&html, "archief"));
    assert!(old.len() == 6 && old.iter().all(|n| n % 6 == 5), "{old:?}");
}

#[test]
fn what_is_withdrawn_keeps_its_page_with_the_reason_and_without_a_form() {
    let (around, content) = site_of(5);
    let body = |n: usize| {
        let one = &content.consultations[&Id::try_from(format!("vraag-{n}").as_str()).unwrap()];
        Owner::new().with(|| super::super::consultation::body(&around, one, Language::Nl).view.to_html())
    };
    let (open, withdrawn) = (body(0), body(4));
    assert!(open.contains("<form") && !open.contains("Ingetrokken"));
    assert!(!withdrawn.contains("<form") && withdrawn.contains("Het geld is op."), "{withdrawn}");
    assert!(!withdrawn.contains("leest u ons antwoord") && !withdrawn.contains(".ics"), "nothing is promised any more");
}

#[test]
fn one_finds_them_by_place_and_by_subject_without_a_script() {
    let html = html(40);
    let places = under(&html, "plaatsen");
    let names: Vec<_> = places.split("<summary>").skip(1).map(|rest| rest.split('<').next().unwrap()).collect();
    assert_eq!(names.len(), 4, "{names:?}");
    assert!(names[0].starts_with("Assen") && names[3].starts_with("Niet over"), "{names:?}");
    assert_eq!(places.matches("<a href=\"/vraag/").count(), 40, "each is somewhere");
    assert!(under(&html, "onderwerpen").contains("Verkeer"));
    assert!(html.contains("href=\"#plaatsen\""), "and the list of contents leads there");
}

#[test]
fn a_few_need_no_list_of_places_and_many_weigh_little() {
    let few = html(5);
    assert!(!few.contains("id=\"plaatsen\"") && !few.contains("id=\"archief\""));
    let many = html(40);
    assert!(many.len() < 160_000, "{}", many.len());
}
