//! What must hold for any evening with up to four devices: whatever order, files and clocks, the same follows.

use super::*;
use crate::domain::{
    day::Day,
    log::{Act, Entry, EntryId, Erased, ErasedWhy, TextId},
};
use place::{Key, StopFacet, Value};
use proptest::{prelude::*, sample::Index};

type Line = Entry<Deed>;

/// What one host does next.
#[derive(Clone, Debug)]
enum Move {
    Note(Kind),
    Reword(u8),
    Attribute(u8, bool),
    Locate(u8),
    Sort(u8, Kind),
    Keep(u8, bool),
    Show(u8, bool),
    People(u32),
    Begin(u8, bool),
    Nature(Nature),
    Point(Sort),
    Agree(u8, bool),
    Fulfil(u8),
    Leave(u8, bool),
    Debrief(Sense),
    Stop,
    CallStop(u8),
    KeepStop(u8, bool),
    Route(u8),
    Check(usize, bool),
    PutAway(bool),
    Undo,
    Redo,
    Erase(u8),
    /// Takes in what another device has.
    Meet(usize),
}

fn moves() -> impl Strategy<Value = Vec<(usize, Move)>> {
    let kind = || (0..Kind::ALL.len()).prop_map(|n| Kind::ALL[n]);
    let one = prop_oneof![
        6 => kind().prop_map(Move::Note),
        2 => (0..8u8).prop_map(Move::Reword),
        1 => (0..8u8, any::<bool>()).prop_map(|(n, named)| Move::Attribute(n, named)),
        1 => (0..8u8).prop_map(Move::Locate),
        2 => (0..8u8, kind()).prop_map(|(n, kind)| Move::Sort(n, kind)),
        2 => (0..8u8, any::<bool>()).prop_map(|(n, kept)| Move::Keep(n, kept)),
        1 => (0..8u8, any::<bool>()).prop_map(|(n, shown)| Move::Show(n, shown)),
        1 => (0..90u32).prop_map(Move::People),
        1 => (0..24u8, any::<bool>()).prop_map(|(hour, known)| Move::Begin(hour, known)),
        1 => (0..Nature::ALL.len()).prop_map(|n| Move::Nature(Nature::ALL[n])),
        2 => (0..Sort::ALL.len()).prop_map(|n| Move::Point(Sort::ALL[n])),
        1 => (0..8u8, any::<bool>()).prop_map(|(n, agreed)| Move::Agree(n, agreed)),
        1 => (0..8u8).prop_map(Move::Fulfil),
        1 => (0..8u8, any::<bool>()).prop_map(|(n, kept)| Move::Leave(n, kept)),
        1 => (0..Sense::ALL.len()).prop_map(|n| Move::Debrief(Sense::ALL[n])),
        2 => Just(Move::Stop),
        1 => (0..8u8).prop_map(Move::CallStop),
        1 => (0..8u8, any::<bool>()).prop_map(|(n, kept)| Move::KeepStop(n, kept)),
        1 => (0..8u8).prop_map(Move::Route),
        1 => (0..Task::ALL.len(), any::<bool>()).prop_map(|(n, done)| Move::Check(n, done)),
        1 => any::<bool>().prop_map(Move::PutAway),
        2 => Just(Move::Undo),
        1 => Just(Move::Redo),
        1 => (0..8u8).prop_map(Move::Erase),
        4 => (0..4usize).prop_map(Move::Meet),
    ];
    proptest::collection::vec((0..4usize, one), 1..40)
}

fn random(n: usize) -> [u8; 12] {
    let mut random = [0; 12];
    random.copy_from_slice(&crate::domain::digest::sha256(&n.to_be_bytes()).as_bytes()[..12]);
    random
}

/// The lines that four devices made, each with what it knew.
fn evening(moves: &[(usize, Move)], clocks: &[u64]) -> (Vec<Line>, Vec<TextLine>) {
    let mut devices = vec![Notebook::default(); 4];
    let names = ["Anna", "Bert", "Cas", "Anna"];
    let (mut noted, mut pointed, mut called, mut texts) = (Vec::new(), Vec::new(), Vec::new(), Vec::new());
    for (n, (device, what)) in moves.iter().enumerate() {
        let mut text = |is: String| {
            let text = TextId::from(random(n + 1_000));
            texts.push(TextLine { text, is });
            text
        };
        let nth = |at: u8| noted.get(usize::from(at) % noted.len().max(1)).copied();
        let pointed_at = |at: u8| pointed.get(usize::from(at) % pointed.len().max(1)).copied();
        let stop_at = |at: u8| called.get(usize::from(at) % called.len().max(1)).copied();
        let log = devices[*device].log();
        let act = match what {
            Move::Note(kind) => {
                let remark = RemarkId::from(random(n + 2_000));
                let text = text(format!("Opmerking {n}"));
                noted.push(remark);
                let named = called.last().and_then(|stop| Deed::text(log, &Key::Stop(*stop, StopFacet::Name)));
                Some(Act::Do(vec![Deed::Note { remark, text, kind: *kind, stop: named, speaker: None }]))
            }
            Move::Reword(at) => {
                nth(*at).map(|remark| Act::Do(vec![Deed::Reword { remark, text: text(format!("Anders {n}")) }]))
            }
            Move::Attribute(at, named) => nth(*at).map(|remark| {
                Act::Do(vec![Deed::Attribute { remark, speaker: named.then(|| text(format!("Wie {n}"))) }])
            }),
            Move::Locate(at) => {
                nth(*at).map(|remark| Act::Do(vec![Deed::Locate { remark, stop: Some(text(format!("Waar {n}"))) }]))
            }
            Move::Sort(at, kind) => nth(*at).map(|remark| Act::Do(vec![Deed::Sort { remark, kind: *kind }])),
            Move::Keep(at, kept) => nth(*at).map(|remark| Act::Do(vec![Deed::Keep { remark, kept: *kept }])),
            Move::Show(at, shown) => nth(*at).map(|remark| Act::Do(vec![Deed::Show { remark, shown: *shown }])),
            Move::People(count) => Some(Act::Do(vec![Deed::People { count: *count }])),
            Move::Begin(hour, known) => {
                let hour = Hour::try_from(format!("{hour:02}:30").as_str()).ok().filter(|_| *known);
                Some(Act::Do(vec![Deed::Begin { hour }]))
            }
            Move::Nature(nature) => Some(Act::Do(vec![Deed::Nature { nature: *nature }])),
            Move::Point(sort) => {
                let point = PointId::from(random(n + 3_000));
                let (text, from) = (text(format!("Punt {n}")), noted.first().copied().into_iter().collect());
                pointed.push(point);
                let (who, by, touchstone) = (None, Day::try_from("2027-03-12").ok(), None);
                Some(Act::Do(vec![Deed::Point { point, sort: *sort, text, who, by, touchstone, from }]))
            }
            Move::Agree(at, agreed) => {
                pointed_at(*at).map(|point| Act::Do(vec![Deed::Agree { point, agreed: *agreed }]))
            }
            Move::Fulfil(at) => pointed_at(*at).map(|point| Act::Do(vec![Deed::Fulfil { point, done: true }])),
            Move::Leave(at, kept) => pointed_at(*at).map(|point| Act::Do(vec![Deed::Leave { point, kept: *kept }])),
            Move::Debrief(sense) => {
                Some(Act::Do(vec![Deed::Debrief { sense: *sense, text: Some(text(format!("Gevoel {n}"))) }]))
            }
            Move::Stop => {
                let (stop, name, about) = (StopId::from(random(n + 4_000)), text(format!("Halte {n}")), None);
                called.push(stop);
                Some(Act::Do(vec![Deed::Stop { stop, text: name, about }]))
            }
            Move::CallStop(at) => {
                stop_at(*at).map(|stop| Act::Do(vec![Deed::CallStop { stop, text: text(format!("Ook {n}")) }]))
            }
            Move::KeepStop(at, kept) => stop_at(*at).map(|stop| Act::Do(vec![Deed::KeepStop { stop, kept: *kept }])),
            Move::Route(at) => {
                let mut stops = called.clone();
                let by = usize::from(*at).min(stops.len());
                stops.rotate_left(by);
                Some(Act::Do(vec![Deed::Route { stops }]))
            }
            Move::Check(n, done) => Some(Act::Do(vec![Deed::Check { task: Task::ALL[*n], done: *done }])),
            Move::PutAway(away) => Some(Act::Do(vec![Deed::PutAway { away: *away }])),
            Move::Undo => log.undoing(names[*device]).map(|undoing| Act::Undo(undoing.target)),
            Move::Redo => log.redoing(names[*device]).map(Act::Undo),
            Move::Erase(at) => texts.get(usize::from(*at)).map(|line| {
                Act::Erase(Erased { texts: vec![line.text], reactions: vec![], why: ErasedWhy::OnRequest })
            }),
            Move::Meet(other) => {
                let theirs: Vec<Line> = devices[*other].log().entries().into_iter().cloned().collect();
                devices[*device].merge(theirs, []);
                None
            }
        };
        let Some(act) = act else { continue };
        let clock = clocks.get(n % clocks.len().max(1)).copied().unwrap_or_default();
        let entry = devices[*device].next(EntryId::from(random(n)), names[*device], clock, act);
        devices[*device].merge([entry], []);
    }
    let mut all = Notebook::default();
    for device in &devices {
        all.merge(device.log().entries().into_iter().cloned(), []);
    }
    (all.log().entries().into_iter().cloned().collect(), texts)
}

fn notebook(lines: &[Line], texts: &[TextLine]) -> Notebook {
    let mut notebook = Notebook::default();
    notebook.merge(lines.iter().cloned(), texts.iter().cloned());
    notebook
}

/// What holds, without what is only shown of clocks: the times, and the order of what nobody knew of when they noted theirs.
fn timeless(notebook: &Notebook) -> Gathering {
    let mut gathering = Gathering::of(notebook);
    gathering.remarks.iter_mut().for_each(|remark| remark.at = 0);
    gathering.remarks.sort_by_key(|remark| remark.id);
    gathering
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 200, ..ProptestConfig::default() })]

    #[test]
    fn whatever_the_order_and_however_often_the_same_gathering_follows(
        moves in moves(), order in proptest::collection::vec(any::<Index>(), 40), clocks in proptest::collection::vec(any::<u64>(), 1..40),
    ) {
        let (lines, texts) = evening(&moves, &[7]);
        let whole = notebook(&lines, &texts);
        for line in &lines {
            let read = Line::read(line.line().as_bytes());
            prop_assert_eq!(read.as_ref(), Ok(line), "a line comes back as it was");
        }
        let mut rest: Vec<(Vec<Line>, Vec<TextLine>)> = lines.iter().map(|line| (vec![line.clone()], vec![])).collect();
        rest.extend(texts.iter().map(|text| (vec![], vec![text.clone()])));
        let mut parts = Notebook::default();
        for (n, _) in rest.clone().iter().enumerate() {
            let (line, text) = rest.swap_remove(order[n % order.len()].index(rest.len()));
            parts.merge(line.clone(), text.clone());
            prop_assert_eq!(parts.merge(line, text).new, 0);
        }
        prop_assert_eq!(Gathering::of(&parts), Gathering::of(&whole));
        parts.merge(lines.clone(), texts.clone());
        prop_assert_eq!(Gathering::of(&parts), Gathering::of(&whole));
        prop_assert_eq!(parts.texts().collect::<Vec<_>>(), whole.texts().collect::<Vec<_>>());
        // No clock has a say.
        let (other, texts) = evening(&moves, &clocks);
        prop_assert_eq!(timeless(&notebook(&other, &texts)), timeless(&whole));
    }

    #[test]
    fn no_remark_is_lost_but_by_who_took_it_back(moves in moves()) {
        let (lines, texts) = evening(&moves, &[7]);
        let book = notebook(&lines, &texts);
        let gathering = Gathering::of(&book);
        let active = |line: &&Line| {
            let undone = lines.iter().any(|other| matches!(other.act, Act::Undo(target) if target == line.id));
            matches!(&line.act, Act::Do(deeds) if matches!(deeds[..], [Deed::Note { .. }])) && !undone
        };
        let never_touched = lines.iter().filter(active).count();
        prop_assert!(gathering.remarks.len() + gathering.taken_back.len() + gathering.erased >= never_touched);
        let reasons = lines.iter().filter(|line| matches!(line.act, Act::Erase(_))).count();
        prop_assert!(gathering.erased <= reasons);
        prop_assert!(gathering.remarks.iter().all(|remark| remark.text.is_some()), "what was erased is no remark");
    }

    #[test]
    fn what_was_erased_stays_erased_whoever_still_has_it(moves in moves(), at in any::<Index>()) {
        let (lines, texts) = evening(&moves, &[7]);
        prop_assume!(!texts.is_empty());
        let text = texts[at.index(texts.len())].text;
        let mut book = notebook(&lines, &texts);
        let act = Act::Erase(Erased { texts: vec![text], reactions: vec![], why: ErasedWhy::PersonalData });
        let entry = book.next(EntryId::from([1; 12]), "Anna", 7, act);
        book.merge([entry], []);
        for _ in 0..3 {
            book.merge(lines.clone(), texts.clone());
            prop_assert_eq!(book.text(text), None);
        }
    }
}

fn put(book: &mut Notebook, n: u8, who: &str, deeds: Vec<Deed>) -> Line {
    let entry = book.next(EntryId::from([n; 12]), who, 0, Act::Do(deeds));
    book.merge([entry.clone()], []);
    entry
}

fn words(book: &mut Notebook, n: u8, is: &str) -> TextId {
    let text = TextId::from([n; 12]);
    book.merge([], [TextLine { text, is: is.into() }]);
    text
}

/// Notes something at a time.
fn note(book: &mut Notebook, n: u8, who: &str, at: u64) {
    let text = words(book, n, &n.to_string());
    let deed = Deed::Note { remark: RemarkId::from([n; 12]), text, kind: Kind::Idea, stop: None, speaker: None };
    let entry = book.next(EntryId::from([n; 12]), who, at, Act::Do(vec![deed]));
    book.merge([entry], []);
}

fn take_in(book: &mut Notebook, other: &Notebook) {
    let texts: Vec<_> = other.texts().map(|(text, is)| TextLine { text, is: is.to_owned() }).collect();
    book.merge(other.log().entries().into_iter().cloned(), texts);
}

#[test]
fn what_devices_noted_apart_stands_in_the_order_of_its_times_and_what_one_knew_of_always_before() {
    let numbers = |book: &Notebook| -> Vec<u8> {
        Gathering::of(book).remarks.iter().filter_map(|one| one.text.as_deref()?.parse().ok()).collect()
    };
    let mut anna = Notebook::default();
    note(&mut anna, 1, "Anna", 100);
    let mut bert = anna.clone();
    // Each goes on alone; two times are the same.
    for (n, at) in [(20, 110), (21, 130), (22, 140)] {
        note(&mut anna, n, "Anna", at);
    }
    for (n, at) in [(30, 105), (31, 130), (32, 135), (33, 150)] {
        note(&mut bert, n, "Bert", at);
    }
    let before = anna.clone();
    take_in(&mut anna, &bert);
    assert_eq!(numbers(&anna), [1, 30, 20, 21, 31, 32, 22, 33]);
    take_in(&mut bert, &before);
    assert_eq!(numbers(&bert), numbers(&anna), "the same on both, also where times are the same");
    // A clock three years ahead: what is noted by who knows of that, comes after it all the same.
    let mut chris = before.clone();
    note(&mut chris, 40, "Chris", 94_608_000_000);
    take_in(&mut anna, &chris);
    note(&mut anna, 50, "Anna", 160);
    note(&mut anna, 51, "Anna", 90);
    assert_eq!(numbers(&anna), [1, 30, 20, 21, 31, 32, 22, 33, 40, 50, 51]);
}

#[test]
fn two_who_change_one_remark_are_both_shown_and_who_knows_both_settles_it() {
    let mut anna = Notebook::default();
    let remark = RemarkId::from([1; 12]);
    let text = words(&mut anna, 1, "De bus komt niet.");
    put(&mut anna, 1, "Anna", vec![Deed::Note { remark, text, kind: Kind::Bother, stop: None, speaker: None }]);
    let mut bert = anna.clone();
    let one = words(&mut anna, 2, "De bus komt nooit.");
    put(&mut anna, 2, "Anna", vec![Deed::Reword { remark, text: one }]);
    let other = words(&mut bert, 3, "De bus komt te laat.");
    put(&mut bert, 3, "Bert", vec![Deed::Reword { remark, text: other }]);
    anna.merge(
        bert.log().entries().into_iter().cloned(),
        bert.texts().map(|(text, is)| TextLine { text, is: is.into() }),
    );
    let gathering = Gathering::of(&anna);
    let says: Vec<_> = gathering.conflicts[0].says.iter().filter_map(|said| said.text.clone()).collect();
    assert_eq!((gathering.conflicts.len(), says.len()), (1, 2));
    assert_eq!(gathering.remarks[0].text.as_ref(), Some(&says[0]));
    assert!(gathering.remarks[0].changed);
    let settled = Deed::again(&gathering.conflicts[0].key, &Value::Text(Some(other))).unwrap();
    put(&mut anna, 4, "Anna", vec![settled]);
    let gathering = Gathering::of(&anna);
    assert_eq!((gathering.conflicts.len(), gathering.remarks[0].text.as_deref()), (0, Some("De bus komt te laat.")));
}

#[test]
fn taking_back_undoing_and_redoing_go_in_the_order_of_ones_own_acts() {
    let mut book = Notebook::default();
    for n in 1..=3 {
        let text = words(&mut book, n, &format!("Opmerking {n}"));
        let remark = RemarkId::from([n; 12]);
        put(&mut book, n, "Anna", vec![Deed::Note { remark, text, kind: Kind::Idea, stop: None, speaker: None }]);
    }
    let said = |book: &Notebook| -> Vec<String> {
        Gathering::of(book).remarks.into_iter().filter_map(|remark| remark.text).collect()
    };
    put(&mut book, 4, "Anna", vec![Deed::Keep { remark: RemarkId::from([2; 12]), kept: false }]);
    assert_eq!((said(&book).len(), Gathering::of(&book).taken_back.len()), (2, 1));
    for (n, left) in [(5, 3), (6, 2)] {
        let target = book.log().undoing("Anna").unwrap().target;
        let undo = book.next(EntryId::from([n; 12]), "Anna", 0, Act::Undo(target));
        book.merge([undo], []);
        assert_eq!(said(&book).len(), left);
    }
    assert_eq!(said(&book), ["Opmerking 1", "Opmerking 2"], "in the order in which they were noted");
    let target = book.log().redoing("Anna").unwrap();
    let redo = book.next(EntryId::from([7; 12]), "Anna", 0, Act::Undo(target));
    book.merge([redo], []);
    assert_eq!(said(&book).len(), 3);
}

#[test]
fn what_was_sent_is_known_of_a_remark_and_a_day_to_come_of_a_gathering() {
    let mut book = Notebook::default();
    let remark = RemarkId::from([1; 12]);
    let text = words(&mut book, 1, "De bus komt niet.");
    put(&mut book, 1, "Anna", vec![Deed::Note { remark, text, kind: Kind::Bother, stop: None, speaker: None }]);
    assert!(!Gathering::of(&book).remarks[0].sent);
    put(&mut book, 2, "beginspraak", vec![Deed::Sent { remark, text, kind: Kind::Bother }]);
    let other = words(&mut book, 3, "De bus komt nooit.");
    put(&mut book, 3, "Anna", vec![Deed::Reword { remark, text: other }]);
    let [before, day] = ["2027-03-11", "2027-03-12"].map(|day| Day::try_from(day).unwrap());
    put(&mut book, 4, "Anna", vec![Deed::Day { day }]);
    let gathering = Gathering::of(&book);
    assert!(gathering.remarks[0].sent, "whatever becomes of it here");
    assert_eq!((gathering.ahead(before), gathering.ahead(day)), (Some(day), None));
}

#[test]
fn the_hall_sees_only_what_was_shown_and_stands() {
    let mut book = Notebook::default();
    let remark = RemarkId::from([1; 12]);
    let text = words(&mut book, 1, "Voor mij alleen?");
    put(&mut book, 1, "Anna", vec![Deed::Note { remark, text, kind: Kind::Idea, stop: None, speaker: None }]);
    let seen = |book: &Notebook| Gathering::of(book).shown().map(|remark| remark.id).collect::<Vec<_>>();
    assert_eq!(seen(&book), []);
    put(&mut book, 2, "Anna", vec![Deed::Show { remark, shown: true }]);
    assert_eq!(seen(&book), [remark]);
    put(&mut book, 3, "Anna", vec![Deed::Keep { remark, kept: false }]);
    assert_eq!(seen(&book), [], "what was taken back is on no screen");
    put(&mut book, 4, "Anna", vec![Deed::Keep { remark, kept: true }, Deed::Show { remark, shown: false }]);
    assert_eq!(seen(&book), []);
    put(&mut book, 5, "Anna", vec![Deed::Show { remark, shown: true }]);
    let act = Act::Erase(Erased { texts: vec![text], reactions: vec![], why: ErasedWhy::OnRequest });
    let entry = book.next(EntryId::from([6; 12]), "Anna", 0, act);
    book.merge([entry], []);
    assert_eq!(seen(&book), [], "nor what was erased");
}

#[test]
fn preparing_again_writes_only_what_changed() {
    let mut book = Notebook::default();
    let (mut n, mut entries) = (100, 0);
    let mut prepare = |book: &mut Notebook, typed: &TypedSetting| {
        let mut name = || {
            n += 1;
            Some([n; 12])
        };
        let Written { deeds, texts } = Setting::of(typed).unwrap().deeds(book, &mut Names(&mut name)).unwrap();
        let count = deeds.len();
        book.merge([], texts);
        entries += 1;
        put(book, entries, "Anna", deeds);
        count
    };
    let mut typed = TypedSetting {
        place: " Annen ".into(),
        day: "2027-03-12".into(),
        hosts: "Anna en Bert".into(),
        about: String::new(),
        ask: "Wat houdt u bezig?".into(),
        begins: "19:30".into(),
    };
    assert_eq!(prepare(&mut book, &typed), 5);
    assert_eq!(prepare(&mut book, &typed), 0);
    let begins = |book: &Notebook, typed: &TypedSetting| Setting::of(typed).unwrap().beginning(book);
    let hour = begins(&book, &typed).unwrap().deeds;
    assert_eq!(hour, [Deed::Begin { hour: Hour::try_from("19:30").ok() }], "in a step of its own");
    put(&mut book, 90, "Anna", hour);
    assert_eq!(begins(&book, &typed), None);
    typed.begins = String::new();
    assert_eq!(begins(&book, &typed).unwrap().deeds, [Deed::Begin { hour: None }]);
    typed.about = "drenthe-dichterbij".into();
    assert_eq!(prepare(&mut book, &typed), 2, "about a question of the site, its own question goes");
    let gathering = Gathering::of(&book);
    assert_eq!((gathering.place.as_deref(), gathering.ask), (Some("Annen"), None));
    let wrong = TypedSetting { day: "2027-02-30".into(), ..TypedSetting::default() };
    assert_eq!(
        Setting::of(&wrong),
        Err(vec![SettingFault::Place(WordsFault::Empty), SettingFault::Day(DayFault::NoDay)])
    );
}

#[test]
fn what_was_changed_after_it_was_sent_says_so_and_what_was_taken_back_is_there_to_put_back() {
    let (mut book, remark) = (Notebook::default(), RemarkId::from([50; 12]));
    let [first, second] =
        [(1, "De bus komt niet."), (2, "De bus komt niet na zes uur.")].map(|(n, is)| words(&mut book, n, is));
    let old =
        |book: &Notebook| Gathering::of(book).remarks.iter().map(|one| (one.sent, one.old_there)).collect::<Vec<_>>();
    put(&mut book, 1, "Anna", vec![Deed::Note { remark, text: first, kind: Kind::Bother, stop: None, speaker: None }]);
    put(&mut book, 2, "Anna", vec![Deed::Sent { remark, text: first, kind: Kind::Bother }]);
    assert_eq!(old(&book), [(true, false)]);
    put(&mut book, 3, "Anna", vec![Deed::Reword { remark, text: second }]);
    assert_eq!(old(&book), [(true, true)]);
    put(&mut book, 4, "Anna", vec![Deed::Reword { remark, text: first }]);
    assert_eq!(old(&book), [(true, false)]);
    put(&mut book, 5, "Anna", vec![Deed::Sort { remark, kind: Kind::Idea }]);
    assert_eq!(old(&book), [(true, true)]);
    put(&mut book, 6, "Anna", vec![Deed::Keep { remark, kept: false }]);
    let back = crate::domain::gathering::TakenBack { id: remark, text: Some("De bus komt niet.".into()) };
    assert_eq!(Gathering::of(&book).taken_back, [back]);
}

#[test]
fn a_remark_is_found_by_any_of_its_words() {
    let remark = Remark {
        id: RemarkId::from([1; 12]),
        text: Some("De BUS komt niet in Exloërmond".into()),
        kind: Kind::Bother,
        stop: Some("Brink".into()),
        speaker: None,
        who: "Anna".into(),
        at: 0,
        changed: false,
        shown: false,
        sent: false,
        old_there: false,
    };
    for words in ["", "bus", "brink bus", "exloërm"] {
        assert!(remark.has(words), "{words}");
    }
    assert!(!remark.has("bus trein"));
}

#[test]
fn a_promise_needs_who_and_by_when_and_what_changes_is_to_be_agreed_again() {
    let typed = TypedPoint { text: "De bus rijdt weer.".into(), ..TypedPoint::default() };
    let faults = PointWords::of(Sort::Promise, &typed);
    assert_eq!(faults, Err(vec![PointFault::Who(WordsFault::Empty), PointFault::By(DayFault::NoDay)]));
    let whole = TypedPoint { who: "Gedeputeerde Jansen".into(), by: "2027-06-01".into(), ..typed.clone() };
    let promise = PointWords::of(Sort::Promise, &whole).unwrap();
    assert!(PointWords::of(Sort::Main, &typed).is_ok());
    assert_eq!(PointWords::of(Sort::Touchstone, &typed), Err(vec![PointFault::Touchstone]));

    let (mut book, mut n) = (Book::default(), 0);
    let mut fresh = || {
        n += 1;
        Some([n; 12])
    };
    let mut does = |book: &mut Book, what: &dyn Fn(&Notebook, &mut Names) -> Option<Written>| {
        let Written { deeds, texts } = what(book.notebook(), &mut Names(&mut fresh)).unwrap();
        let count = deeds.len();
        let id = Names(&mut fresh).fresh().unwrap();
        let entry = book.notebook().next(id, "Anna", 0, Act::Do(deeds));
        book.merge([entry], texts);
        count
    };
    let words = |text: &str| PointWords { text: Words::of(text, Words::POINT).unwrap(), ..promise.clone() };
    does(&mut book, &|_, names| step::point(&promise, vec![], names));
    let made = book.now().points[0].clone();
    assert_eq!((made.who.as_deref(), made.by, made.agreed), (Some("Gedeputeerde Jansen"), promise.by, false));
    does(&mut book, &|_, _| Some(Deed::Agree { point: made.id, agreed: true }.into()));
    assert!(book.now().points[0].agreed);
    assert_eq!(does(&mut book, &|book, names| step::rephrase(book, made.id, &promise, names)), 0, "nothing changed");
    let later = words("De bus rijdt weer, elk uur.");
    assert_eq!(does(&mut book, &|book, names| step::rephrase(book, made.id, &later, names)), 2);
    let now = book.now().points[0].clone();
    assert_eq!((now.text.as_deref(), now.agreed), (Some("De bus rijdt weer, elk uur."), false));
    let [before, after] = ["2027-06-01", "2027-06-02"].map(|day| Day::try_from(day).unwrap());
    assert!(!now.is_overdue(before) && now.is_overdue(after));
    does(&mut book, &|_, _| Some(Deed::Fulfil { point: made.id, done: true }.into()));
    assert!(!book.now().points[0].is_overdue(after));
    does(&mut book, &|_, _| Some(Deed::Leave { point: made.id, kept: false }.into()));
    assert!(book.now().points.is_empty());
}

#[test]
fn what_can_be_erased_is_every_wording_and_the_name_also_of_what_was_taken_back() {
    let mut book = Notebook::default();
    let (remark, point) = (RemarkId::from([1; 12]), PointId::from([9; 12]));
    let [first, name, second, promise, whose] =
        [(1, "Jan is ziek."), (2, "Jan, 61"), (3, "Iemand is ziek."), (4, "Wij bellen Jan."), (5, "Wethouder Bos")]
            .map(|(n, is)| words(&mut book, n, is));
    put(
        &mut book,
        1,
        "Anna",
        vec![Deed::Note { remark, text: first, kind: Kind::Bother, stop: None, speaker: Some(name) }],
    );
    put(&mut book, 2, "Anna", vec![Deed::Reword { remark, text: second }, Deed::Keep { remark, kept: false }]);
    let sort = crate::domain::gathering::Sort::PassOn;
    let made =
        Deed::Point { point, sort, text: promise, who: Some(whose), by: None, touchstone: None, from: vec![remark] };
    put(&mut book, 3, "Anna", vec![made]);
    let all = Erasable::all(&book);
    let words: Vec<_> = all.iter().map(|one| one.words.as_str()).collect();
    assert_eq!(words, ["Wij bellen Jan.", "Iemand is ziek."], "the last first");
    assert_eq!(all[0].texts, [promise, whose]);
    let found = |query| all.iter().filter(|one| one.has(query)).map(|one| one.thing).collect::<Vec<_>>();
    let (said, agreed) = (Thing::Remark(remark), Thing::Point(point));
    assert_eq!((found("jan, 61"), found("61"), found("Wethouder Bós")), (vec![said], vec![said], vec![agreed]));
    assert_eq!(
        (found("Jan is"), found("Jan bellen"), found("62")),
        (vec![said], vec![agreed], vec![]),
        "as it was once"
    );
    assert_eq!(
        (&all[1].texts, erasable::texts(&book, Thing::Remark(remark))),
        (&vec![first, name, second], all[1].texts.clone())
    );
    let erased = Erased { texts: all[1].texts.clone(), reactions: vec![], why: ErasedWhy::PersonalData };
    let entry = book.next(EntryId::from([4; 12]), "Anna", 0, Act::Erase(erased));
    book.merge([entry], []);
    assert_eq!(Erasable::all(&book).len(), 1, "what has no words any more is not there to erase");
    let again = Erased { texts: vec![second], reactions: vec![], why: ErasedWhy::OnRequest };
    let again = book.next(EntryId::from([5; 12]), "Bert", 9, Act::Erase(again));
    book.merge([again], []);
    let gone = Gone { thing: Thing::Remark(remark), why: ErasedWhy::PersonalData, who: "Anna".into(), at: 0 };
    assert_eq!(Gone::all(&book), [gone], "that it was erased is known, and told once");
    assert_eq!(book.texts().map(|(_, is)| is).collect::<Vec<_>>(), ["Wij bellen Jan.", "Wethouder Bos"]);
}

#[test]
fn who_erases_is_told_what_was_made_of_it_or_says_much_the_same() {
    let mut book = Notebook::default();
    let noted = [
        (1, "Mijn buurman Jan Jansen kan niet rondkomen van zijn uitkering."),
        (2, "De bus komt niet."),
        (3, "JANSEN kan van die uitkering niet rondkomen!"),
    ];
    for (n, is) in noted {
        let text = words(&mut book, n, is);
        let remark = RemarkId::from([n; 12]);
        put(&mut book, n, "Anna", vec![Deed::Note { remark, text, kind: Kind::Bother, stop: None, speaker: None }]);
    }
    let text = words(&mut book, 9, "Armoede is hier dichtbij.");
    let (point, from) = (PointId::from([9; 12]), vec![RemarkId::from([1; 12])]);
    let sort = crate::domain::gathering::Sort::Main;
    put(&mut book, 9, "Anna", vec![Deed::Point { point, sort, text, who: None, by: None, touchstone: None, from }]);
    let (all, points) = (Erasable::all(&book), Gathering::of(&book).points);
    let of = |n| Thing::Remark(RemarkId::from([n; 12]));
    let told = |thing| erasable::echoes(thing, &all, &points).into_iter().map(|one| one.thing).collect::<Vec<_>>();
    assert_eq!(told(of(1)), [Thing::Point(point), of(3)]);
    assert_eq!(told(Thing::Point(point)), [of(1)]);
    assert_eq!(told(of(2)), []);
}

#[test]
fn a_tour_has_stops_in_an_order_and_remarks_follow_the_name_of_theirs_also_when_it_is_left_out() {
    let (mut book, mut n) = (Book::default(), 0);
    let mut fresh = || {
        n += 1;
        Some([n; 12])
    };
    let mut does = |book: &mut Book, what: &dyn Fn(&Notebook, &mut Names) -> Option<Written>| {
        let Written { deeds, texts } = what(book.notebook(), &mut Names(&mut fresh)).unwrap();
        let id = Names(&mut fresh).fresh().unwrap();
        let entry = book.notebook().next(id, "Anna", 0, Act::Do(deeds));
        book.merge([entry], texts);
    };
    let typed = |name: &str, about: &str| TypedStop { name: name.into(), about: about.into() };
    for (name, about) in [("Brink", "10 uur"), ("Molen", ""), ("Kerk", "")] {
        let words = StopWords::of(&typed(name, about), &book.now().stops, None).unwrap();
        does(&mut book, &|notebook, names| words.written(notebook, None, names));
    }
    let called = |book: &Book| book.now().stops.iter().filter_map(|stop| stop.name.clone()).collect::<Vec<_>>();
    assert_eq!(called(&book), ["Brink", "Molen", "Kerk"]);
    let [brink, molen, _] = <[Stop; 3]>::try_from(book.now().stops.clone()).unwrap();
    assert_eq!(StopWords::of(&typed(" brink", ""), &book.now().stops, None), Err(vec![StopFault::Twice]));
    assert_eq!(StopWords::of(&typed("", ""), &[], None), Err(vec![StopFault::Name(WordsFault::Empty)]));
    assert!(StopWords::of(&typed("BRINK", ""), &book.now().stops, Some(brink.id)).is_ok());

    for stop in [&brink, &molen] {
        let text = Words::of("Het is hier mooi.", Words::REMARK).unwrap();
        let noted = Noted {
            text,
            kind: Kind::Experience,
            stop: Words::of(stop.name.as_deref().unwrap(), Words::NAME).ok(),
            speaker: None,
        };
        does(&mut book, &|notebook, names| step::note(notebook, &noted, names));
    }
    let at = |book: &Book, stop: usize| book.now().at(&book.now().stops[stop]).count();
    assert_eq!((at(&book, 0), at(&book, 1), at(&book, 2)), (1, 1, 0));
    let words = StopWords::of(&typed("Grote brink", "10 uur"), &book.now().stops, Some(brink.id)).unwrap();
    does(&mut book, &|notebook, names| words.written(notebook, Some(brink.id), names));
    assert_eq!((at(&book, 0), book.now().remarks[0].stop.as_deref()), (1, Some("Grote brink")));
    assert_eq!(book.now().stops[0].about.as_deref(), Some("10 uur"));

    let route = stop::moved(&book.now().stops, brink.id, 1);
    does(&mut book, &|_, _| Some(Deed::Route { stops: route.clone() }.into()));
    assert_eq!(called(&book), ["Molen", "Grote brink", "Kerk"]);
    assert_eq!(stop::moved(&book.now().stops, molen.id, -1), stop::moved(&book.now().stops, molen.id, 0));
    does(&mut book, &|_, _| Some(Deed::KeepStop { stop: brink.id, kept: false }.into()));
    assert_eq!(called(&book), ["Molen", "Kerk"]);
    assert_eq!(book.now().remarks[0].stop.as_deref(), Some("Grote brink"));
}
