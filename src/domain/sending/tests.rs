//! What must hold of any gathering that is sent: by whatever device, and whatever is changed afterwards.

use super::*;
use crate::domain::{
    day::Day,
    gathering::{About, Gathering, Offered, OpenQuestion, TextLine, Thing, Words, erasable},
    id::Id,
    language::Localised,
    log::{Entry, EntryId, Erased, ErasedWhy},
    question::{Question, Story, text::TextLimits},
    reaction::{Asked, Claim, Header, Known, judge},
};
use proptest::{prelude::*, sample::Index};

const ID: [u8; 12] = [7; 12];
const DAY_OF_IT: &str = "2027-03-12";

fn day(text: &str) -> Day {
    Day::try_from(text).unwrap()
}

fn id(text: &str) -> Id {
    Id::try_from(text).unwrap()
}

fn gathering_id() -> GatheringId {
    GatheringId::from(ID)
}

/// A question of the site with these open questions.
fn offered(open: &[(&str, Option<Kind>)]) -> Offered {
    let question = |(name, about): &(&str, Option<Kind>)| OpenQuestion { id: id(name), about: *about };
    Offered {
        slug: id("dorp"),
        title: "Dorp".into(),
        opens: day("2027-03-01"),
        closes: day("2027-03-31"),
        revision: 3,
        listening: false,
        open: open.iter().map(question).collect(),
    }
}

fn three() -> Offered {
    let about = [("ervaring", Kind::Experience), ("dwars", Kind::Bother), ("zelf", Kind::OwnAction)];
    offered(&about.map(|(name, kind)| (name, Some(kind))))
}

/// A notebook that somebody writes in.
#[derive(Clone, Default)]
struct Book {
    notebook: Notebook,
    names: u8,
}

impl Book {
    /// Prepared, with a secret.
    fn new() -> Self {
        let mut book = Self::default();
        let about = About::Consultation(id("dorp"));
        book.does(vec![Deed::About { about }, Deed::Day { day: day(DAY_OF_IT) }]);
        book.has_secret(3);
        book
    }

    /// Has a secret made of these bytes, if it has none.
    fn has_secret(&mut self, byte: u8) {
        let name = self.name();
        let made = secret(&self.notebook, Some([byte; 32]), &mut Names(&mut || Some(name)));
        let Written { deeds, texts } = made.unwrap();
        self.notebook.merge([], texts);
        let name = EntryId::from(self.name());
        let entry = self.notebook.next(name, BY, 0, Act::Do(deeds));
        self.notebook.merge([entry], []);
    }

    fn name(&mut self) -> [u8; 12] {
        self.names += 1;
        let mut name = [1; 12];
        name.copy_from_slice(&Sha256::digest([self.names])[..12]);
        name
    }

    fn text(&mut self, is: &str) -> TextId {
        let text = TextId::from(self.name());
        self.notebook.merge([], [TextLine { text, is: is.into() }]);
        text
    }

    fn act(&mut self, act: Act<Deed>) {
        let name = EntryId::from(self.name());
        let entry = self.notebook.next(name, "Anna", 1_805_000_000_123 + u64::from(self.names), act);
        self.notebook.merge([entry], []);
    }

    fn does(&mut self, deeds: Vec<Deed>) {
        self.act(Act::Do(deeds));
    }

    fn note(&mut self, words: &str, kind: Kind) -> RemarkId {
        let (remark, text) = (RemarkId::from(self.name()), self.text(words));
        self.does(vec![Deed::Note { remark, text, kind, stop: None, speaker: None }]);
        remark
    }

    fn outgoing_on(&self, offered: &[Offered], today: &str) -> Vec<Outgoing> {
        outgoing(gathering_id(), &self.notebook, &Gathering::of(&self.notebook), offered, day(today))
    }

    fn outgoing(&self) -> Vec<Outgoing> {
        self.outgoing_on(&[three()], "2027-03-13")
    }

    fn states(&self) -> Vec<State> {
        self.outgoing().into_iter().map(|one| one.state).collect()
    }

    /// Sends all that can go.
    fn send(&mut self) -> Vec<String> {
        let mut envelopes = Vec::new();
        for one in self.outgoing() {
            if let State::Ready { envelope, sent } = one.state {
                envelopes.push(envelope);
                let name = EntryId::from(self.name());
                let entry = self.notebook.next(name, BY, 0, Act::Do(vec![sent]));
                self.notebook.merge([entry], []);
            }
        }
        envelopes
    }

    fn meets(&mut self, other: &Book) {
        let entries: Vec<Entry<Deed>> = other.notebook.log().entries().into_iter().cloned().collect();
        let texts: Vec<_> = other.notebook.texts().map(|(text, is)| TextLine { text, is: is.to_owned() }).collect();
        self.notebook.merge(entries, texts);
    }
}

fn waits(state: &State) -> Option<Waits> {
    if let State::Waits(why) = state { Some(*why) } else { None }
}

#[test]
fn a_remark_is_one_reaction_with_one_answer_to_the_question_of_its_kind() {
    let mut book = Book::new();
    let kinds = Kind::ALL.map(|kind| (kind, book.note(&format!("Wat {} is.", kind.code()), kind)));
    let questions = ["ervaring", "dwars", "zelf", "ervaring", "ervaring", "dwars"];
    for ((kind, remark), (one, question)) in kinds.into_iter().zip(book.outgoing().into_iter().zip(questions)) {
        let State::Ready { envelope, .. } = one.state else { panic!("{kind:?}") };
        let Header { id, reaction, .. } = Header::read(envelope.as_bytes()).unwrap();
        assert_eq!((one.remark, &one.reaction), (remark, &id));
        let words = format!("Wat {} is.", kind.code());
        assert_eq!(reaction["answers"], serde_json::json!([{"question": question, "value": words}]));
        assert_eq!(reaction["gathering"]["kind"], kind.code(), "of which kind it was is never lost");
        assert_eq!((&reaction["source"], &reaction["quote_consent"]), (&"gathering".into(), &false.into()));
        assert_eq!((&reaction["day"], &reaction["revision"]), (&DAY_OF_IT.into(), &3.into()));
        assert_eq!(reaction["tag"], receipt(gathering_id()).tag(&self::id("dorp")).as_str());
        let claim = Claim::of(&reaction).unwrap();
        assert!(claim.fits(&reaction, &secrets(&book.notebook)) && claim.gathering == gathering_id());
        assert_eq!(
            crate::domain::reaction::envelope(&reaction),
            Some(envelope),
            "byte for byte as the app would write it"
        );
    }
}

#[test]
fn what_nothing_asks_for_goes_to_what_leaves_it_open_and_never_to_a_choice() {
    let text = offered(&[("ervaring", Some(Kind::Experience)), ("nog-iets", None)]);
    let asked = |offered: &Offered, kind| offered.question(kind).map(|one| one.id.to_string());
    for kind in [Kind::Idea, Kind::Question, Kind::Obstacle, Kind::Bother] {
        assert_eq!(asked(&text, kind).as_deref(), Some("nog-iets"), "{kind:?}");
    }
    assert_eq!(asked(&text, Kind::Experience).as_deref(), Some("ervaring"));
    assert_eq!(asked(&offered(&[]), Kind::Idea), None);
    let mut book = Book::new();
    book.note("Een idee", Kind::Idea);
    assert_eq!(waits(&book.outgoing_on(&[offered(&[])], "2027-03-13")[0].state), Some(Waits::NoQuestion));
}

#[test]
fn what_can_t_be_taken_waits_and_says_why() {
    let mut book = Book::new();
    book.note("De bus", Kind::Bother);
    let why = |book: &Book, offered: &[Offered], today| waits(&book.outgoing_on(offered, today)[0].state);
    assert_eq!(why(&book, &[three()], "2027-03-13"), None);
    assert_eq!(why(&book, &[], "2027-03-13"), Some(Waits::NoConsultation));
    assert_eq!(why(&book, &[three()], "2027-03-11"), Some(Waits::NotHeld(day(DAY_OF_IT))));
    assert_eq!(why(&book, &[three()], "2027-04-01"), Some(Waits::Closed(day("2027-03-31"))));
    let later = Offered { opens: day("2027-03-20"), ..three() };
    assert_eq!(why(&book, std::slice::from_ref(&later), "2027-03-13"), Some(Waits::NotOpen(later.opens)));
    assert_eq!(why(&book, std::slice::from_ref(&later), "2027-03-25"), Some(Waits::HeldBefore(later.opens)));
    let mut bare = Book::default();
    bare.does(vec![Deed::About { about: About::Listening }]);
    bare.note("De bus", Kind::Bother);
    let listening = Offered { listening: true, ..three() };
    assert_eq!(why(&bare, &[three()], "2027-03-13"), Some(Waits::NoConsultation), "it has an agenda");
    assert_eq!(why(&bare, std::slice::from_ref(&listening), "2027-03-13"), Some(Waits::NoDay));
    bare.does(vec![Deed::Day { day: day(DAY_OF_IT) }]);
    assert_eq!(why(&bare, std::slice::from_ref(&listening), "2027-03-13"), Some(Waits::NoSecret));
    let two = [listening.clone(), Offered { slug: id("ander"), ..listening }];
    assert_eq!(why(&bare, &two, "2027-03-13"), Some(Waits::NoConsultation), "nobody said which");
}

#[test]
fn what_is_put_away_waits_until_it_is_put_back_and_what_was_sent_or_closed_never_is() {
    let mut book = Book::new();
    book.note("De bus", Kind::Bother);
    let away = |book: &Book| Gathering::of(&book.notebook).away;
    book.does(vec![Deed::PutAway { away: true }]);
    assert!(away(&book));
    assert_eq!(waits(&book.states()[0]), Some(Waits::PutAway));
    let mut closed = book.clone();
    closed.does(vec![Deed::Close { closed: true }]);
    assert!(!away(&closed) && Gathering::of(&closed.notebook).closed_at.is_some());
    closed.does(vec![Deed::Close { closed: false }]);
    assert!(away(&closed) && Gathering::of(&closed.notebook).closed_at.is_none());
    // A colleague who did not know of it sends it meanwhile.
    let mut other = book.clone();
    other.does(vec![Deed::PutAway { away: false }]);
    assert_eq!((away(&other), other.send().len()), (false, 1));
    book.meets(&other);
    other.does(vec![Deed::PutAway { away: true }]);
    assert!(!away(&book) && !away(&other));
    assert_eq!(waits(&other.states()[0]), None);
}

#[test]
fn words_that_are_gone_too_long_or_disputed_wait_and_the_rest_goes() {
    let mut book = Book::new();
    let (max, has) = (Words::REMARK, Words::REMARK + 1);
    book.note(&"é".repeat(max), Kind::Idea);
    book.note(&"é".repeat(has), Kind::Idea);
    book.note("  \n", Kind::Idea);
    let disputed = book.note("De bus", Kind::Bother);
    let mut other = book.clone();
    other.names = 100;
    let texts = [book.text("Geen bus"), other.text("Nooit een bus")];
    book.does(vec![Deed::Reword { remark: disputed, text: texts[0] }]);
    other.does(vec![Deed::Reword { remark: disputed, text: texts[1] }]);
    book.meets(&other);
    let states = book.states();
    let why: Vec<_> = states.iter().map(waits).collect();
    assert_eq!(why, [None, Some(Waits::TooLong { max, has }), Some(Waits::NoWords), Some(Waits::Disputed)]);
    assert!(matches!(&states[0], State::Ready { .. }));
}

#[test]
fn what_was_sent_is_fixed_and_what_changed_here_since_shows() {
    let mut book = Book::new();
    let [same, reworded, sorted, gone, erased] = ["a", "b", "c", "d", "e"].map(|words| book.note(words, Kind::Idea));
    assert_eq!(book.send().len(), 5);
    assert!(book.states().iter().all(|state| *state == State::Sent(None)));
    let text = book.text("anders");
    book.does(vec![Deed::Reword { remark: reworded, text }]);
    book.does(vec![Deed::Sort { remark: sorted, kind: Kind::Bother }]);
    book.does(vec![Deed::Keep { remark: gone, kept: false }]);
    let texts = erasable::texts(&book.notebook, Thing::Remark(erased));
    book.act(Act::Erase(Erased { texts, reactions: vec![], why: ErasedWhy::OnRequest }));
    let since = [None, Some(Since::Reworded), Some(Since::Sorted), Some(Since::TakenBack), Some(Since::Erased)];
    assert_eq!(book.states(), since.map(State::Sent));
    assert_eq!(book.send(), [""; 0], "nothing of it is sent again");
    // What is put back in the words that were sent is as it was.
    let text = book.text("b");
    book.does(vec![Deed::Reword { remark: reworded, text }]);
    assert_eq!(book.states()[1], State::Sent(None));
    assert!(book.outgoing().iter().any(|one| one.remark == same));
    // Staff who erase the reaction find the remark by it.
    let one = book.outgoing().into_iter().find(|one| one.remark == gone).unwrap();
    assert_eq!(reactions(gathering_id(), &book.notebook)[&gone], one.reaction);
}

#[test]
fn that_it_was_sent_and_a_secret_are_not_taken_back() {
    let mut book = Book::new();
    book.note("De bus", Kind::Bother);
    book.send();
    // Who takes back all that they did comes to nothing else.
    for _ in 0..2 {
        let target = book.notebook.log().undoing("Anna").unwrap().target;
        book.act(Act::Undo(target));
    }
    assert!(book.notebook.log().undoing("Anna").is_none());
    // Nor does it go when somebody does take it back.
    let target = book.notebook.log().undoing(BY).unwrap().target;
    book.act(Act::Undo(target));
    assert_eq!(secrets(&book.notebook).len(), 1);
    assert_eq!(book.states(), [State::Sent(Some(Since::TakenBack))]);
}

#[test]
fn two_secrets_of_devices_that_did_not_know_of_each_other_both_count() {
    let mut book = Book::default();
    let about = About::Consultation(id("dorp"));
    book.does(vec![Deed::About { about }, Deed::Day { day: day(DAY_OF_IT) }]);
    book.note("De bus", Kind::Bother);
    let mut other = Book { names: 100, ..book.clone() };
    for (book, n) in [(&mut book, 1), (&mut other, 2)] {
        book.has_secret(n);
        book.has_secret(9);
        assert_eq!(secrets(&book.notebook).len(), 1, "one is enough");
    }
    let sent = [book.send(), other.send()].map(|envelopes| Header::read(envelopes[0].as_bytes()).unwrap().reaction);
    assert_ne!(sent[0]["gathering"]["proof"], sent[1]["gathering"]["proof"]);
    assert!(crate::domain::reaction::proof::is_same(&sent[0], &sent[1]), "one reaction, proved twice");
    book.meets(&other);
    other.meets(&book);
    for reaction in &sent {
        for book in [&book, &other] {
            assert!(Claim::of(reaction).unwrap().fits(reaction, &secrets(&book.notebook)));
        }
    }
}

/// What is asked in that revision: stories about these, one of them required, none longer than 20 characters.
fn questions() -> Vec<Question<Localised>> {
    let question = |OpenQuestion { id, about }: OpenQuestion| Question {
        id,
        title: Localised::Same("x".into()),
        help: None,
        required: true,
        kind: crate::domain::question::Kind::Story(Story {
            about: about.unwrap(),
            limits: TextLimits { max_chars: 20 },
        }),
    };
    three().open.into_iter().map(question).collect()
}

proptest! {
    #[test]
    fn whatever_was_said_on_whatever_device_it_is_one_reaction_that_fits(
        said in proptest::collection::vec(("[a-zé \n\"\\\\{}🚲]{1,60}", any::<Index>()), 1..12), order: Index,
    ) {
        let mut book = Book::new();
        for (words, kind) in &said {
            book.note(words, *kind.get(&Kind::ALL));
        }
        // Another device took in the same lines, one by one and in another order.
        let mut other = Book::default();
        let mut entries: Vec<_> = book.notebook.log().entries().into_iter().cloned().collect();
        entries.rotate_left(order.index(said.len()));
        for entry in entries.into_iter().rev() {
            other.notebook.merge([entry], []);
        }
        other.meets(&book);
        prop_assert_eq!(other.outgoing(), book.outgoing());
        let questions = questions();
        let known = Known::Asked(Asked { opens: day("2027-03-01"), closes: day("2027-03-31"), questions: Some(&questions) });
        let mut seen = BTreeSet::new();
        for (one, (words, _)) in book.outgoing().into_iter().zip(&said) {
            match one.state {
                State::Ready { envelope, .. } => {
                    let header = Header::read(envelope.as_bytes()).unwrap();
                    prop_assert_eq!(judge(&header, known).unwrap().misfits, []);
                    prop_assert!(Claim::of(&header.reaction).unwrap().fits(&header.reaction, &secrets(&book.notebook)));
                    prop_assert!(seen.insert(header.id));
                }
                state => prop_assert!(words.trim().is_empty() && waits(&state) == Some(Waits::NoWords)),
            }
        }
    }
}
