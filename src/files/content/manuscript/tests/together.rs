//! Two people, one draft: what each did is there, and what both did to one field is shown to who comes second.

use crate::{
    domain::id::Id,
    files::content::manuscript::{
        Manuscript,
        edit::Edit,
        matter::Matter,
        merge::{Both, Merged, merge},
        path::get,
        spots::spots,
        versions::{self, Version},
    },
};
use proptest::prelude::*;
use serde_json::{Value, json};

fn example() -> Value {
    Manuscript::example(&Id::try_from("bus").unwrap(), &["nl", "en"]).root().clone()
}

/// What somebody does: with the text of some field, or with the items of some list.
fn does(root: &mut Value, (which, what): (prop::sample::Index, u8)) {
    let all = spots(root);
    let spot = &all[which.index(all.len())];
    let edit = match (get(root, &spot.path), what % 4) {
        (Some(Value::Array(list)), 0) if list.len() > 1 => Edit::Remove(spot.path.clone(), list.len() - 1),
        (Some(Value::Array(list)), 1) if list.len() > 1 => Edit::Move(spot.path.clone(), 0, list.len() - 1),
        (Some(Value::String(_)), _) => Edit::Set(spot.path.clone(), Some(json!(format!("Tekst {what}")))),
        _ => return,
    };
    edit.apply(root);
}

fn after(deeds: Vec<(prop::sample::Index, u8)>) -> Value {
    let mut root = example();
    deeds.into_iter().for_each(|deed| does(&mut root, deed));
    root
}

fn deeds() -> impl Strategy<Value = Vec<(prop::sample::Index, u8)>> {
    prop::collection::vec((any::<prop::sample::Index>(), any::<u8>()), 0..5)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn who_did_nothing_changes_nothing(ours in deeds().prop_map(after)) {
        let base = example();
        let whole = |now: &Value| Merged { now: now.clone(), both: vec![] };
        prop_assert_eq!(merge(&base, &ours, &base), whole(&ours));
        prop_assert_eq!(merge(&base, &base, &ours), whole(&ours));
        prop_assert_eq!(merge(&base, &ours, &ours), whole(&ours));
    }

    #[test]
    fn nothing_is_lost_of_what_two_did(ours in deeds().prop_map(after), theirs in deeds().prop_map(after)) {
        let base = example();
        let Merged { now, both } = merge(&base, &ours, &theirs);
        for Both { at, .. } in &both {
            prop_assert_eq!(both.iter().filter(|one| one.at == *at).count(), 1, "{}", at);
        }
        // Whoever comes second takes theirs everywhere, and has what the other would have with ours everywhere.
        let mut taken = now.clone();
        for one in &both {
            if let Some(edit) = one.taken(&taken) {
                edit.apply(&mut taken);
            }
        }
        let other = merge(&base, &theirs, &ours);
        prop_assert_eq!(both.len(), other.both.len());
        for spot in spots(&other.now).into_iter().filter(|spot| spot.language.is_some() && !spot.path.contains('[')) {
            prop_assert_eq!(get(&taken, &spot.path), get(&other.now, &spot.path), "{}", spot.path);
        }
        // Merged once more, nothing changes.
        prop_assert_eq!(merge(&theirs, &now, &theirs).now, now);
    }
}

#[test]
fn items_that_both_added_stand_side_by_side_and_what_one_moved_is_moved() {
    let question = |id: &str| json!({ "id": id, "title": { "nl": id } });
    let of = |ids: &[&str]| json!({ "questions": ids.iter().map(|id| question(id)).collect::<Vec<_>>() });
    let ids = |root: &Value| -> Vec<String> {
        root["questions"].as_array().unwrap().iter().map(|one| one["id"].as_str().unwrap().to_owned()).collect()
    };
    let merged = |ours: &[&str], theirs: &[&str]| merge(&of(&["a", "b", "c"]), &of(ours), &of(theirs));
    assert_eq!(ids(&merged(&["a", "x", "b", "c"], &["a", "b", "c", "y"]).now), ["a", "x", "b", "c", "y"]);
    assert_eq!(ids(&merged(&["a", "b", "c", "x"], &["c", "a", "b"]).now), ["c", "x", "a", "b"]);
    assert_eq!(ids(&merged(&["b", "c"], &["a", "b"]).now), ["b"]);
}

#[test]
fn what_one_took_out_and_the_other_changed_is_asked_about_and_can_come_back() {
    let base = json!({ "questions": [{ "id": "a", "title": { "nl": "A" } }, { "id": "b", "title": { "nl": "B" } }] });
    let (mut without, mut changed) = (base.clone(), base.clone());
    Edit::Remove("questions".into(), 0).apply(&mut without);
    Edit::Set("questions[0].title.nl".into(), Some(json!("Anders"))).apply(&mut changed);

    let Merged { mut now, both } = merge(&base, &without, &changed);
    assert_eq!((&now, &*both[0].at, both[0].place(&now)), (&without, "questions#a", None));
    assert_eq!(both[0].words(), "Anders");
    both[0].taken(&now).unwrap().apply(&mut now);
    assert_eq!(now["questions"][1]["title"]["nl"], "Anders");

    let Merged { mut now, both } = merge(&base, &changed, &without);
    assert_eq!((&now, &both[0].theirs), (&changed, &None));
    both[0].taken(&now).unwrap().apply(&mut now);
    assert_eq!(now, without);
}

#[test]
fn a_version_is_named_by_its_time_and_its_sum() {
    let matter = Matter::Question(Id::try_from("bus").unwrap());
    let version = Version::new("2026-11-27-2130", "{}");
    let path = version.path("bus");
    assert_eq!(Version::at(&path), Some(("bus", version.clone())));
    assert_eq!(version.when(), ("2026-11-27", "21:30".to_owned()));
    for other in ["work/bus/draft.json", "work/bus/versions/x.json", "work/bus/versions/2026-11-27-2130-x.json"] {
        assert_eq!(Version::at(other), None, "{other}");
    }
    let older = Version::new("2026-11-26-0900", "{}");
    let other = Version::new("2026-11-26-1000", "[]").path("fiets");
    let all = versions::of(&matter, [&*path, &*older.path("bus"), &*other].into_iter());
    assert_eq!(all, [older.clone(), version]);
    // The same version, kept at another time by the other.
    let common = |sums: &[&str]| -> Vec<String> {
        let theirs: Vec<_> = sums.iter().map(|text| Version::new("2027-01-01-0000", text)).collect();
        versions::common(&all, &theirs).map(|one| one.stamp.clone()).collect()
    };
    assert_eq!(common(&["{}"]), ["2026-11-27-2130", "2026-11-26-0900"]);
    assert_eq!(common(&["1"]), [""; 0]);
}
