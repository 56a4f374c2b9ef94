//! What lets another device join a gathering: its set-up as the end of an address, which no browser sends to a host. It is made
//! small enough for a code that a telephone reads from a screen.

use super::gatherings::{Holds, LineKey, Lines};
use crate::domain::{
    gathering::{Deed, GatheringId, Notebook, TextLine, setup},
    log::{Act, Entry, TextId},
};
use base64::{Engine, engine::general_purpose::URL_SAFE_NO_PAD};
use flate2::{bufread::ZlibDecoder, write::ZlibEncoder};
use std::{
    collections::BTreeSet,
    io::{Read, Write},
};

const NAME: &str = "beginspraak.join/";
const VERSION: &str = "1";
/// The most bytes of an address that fit in one code.
pub const MOST: usize = 2_300;
/// The most bytes that are unpacked: a set-up is some kilobytes, and a few letters can hold more than any device has.
const LARGEST: u64 = 64 * 1024;

/// An invitation that was read.
#[derive(Clone, Debug, PartialEq)]
pub struct Invitation {
    /// The gathering.
    pub gathering: GatheringId,
    /// Its set-up, and the texts that this names.
    pub lines: Lines,
    /// The entry that says it.
    entry: Entry<Deed>,
}

/// Why it can't be read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum InvitationFault {
    /// A part of it is missing, or something in it was changed.
    Damaged,
    /// A newer release made it.
    Newer,
}

impl Invitation {
    /// Whether a notebook has all of it.
    pub fn is_in(&self, notebook: &Notebook) -> bool {
        notebook.log().entries().into_iter().any(|entry| *entry == self.entry)
    }
}

/// The end of an address for an entry that holds a set-up, with the texts that it names.
pub fn write(gathering: GatheringId, entry: &Entry<Deed>, notebook: &Notebook) -> Option<String> {
    let texts = setup::texts(entry)?.into_iter().map(|text| {
        let is = notebook.text(text)?.to_owned();
        serde_json::to_string(&TextLine { text, is }).ok()
    });
    let texts = texts.collect::<Option<Vec<_>>>()?;
    let plain = format!("{NAME}{VERSION}\n{gathering}\n{}\n{}", entry.line(), texts.join("\n"));
    let mut packed = ZlibEncoder::new(Vec::new(), flate2::Compression::best());
    packed.write_all(plain.as_bytes()).ok()?;
    Some(URL_SAFE_NO_PAD.encode(packed.finish().ok()?))
}

/// Reads the end of an address. All of it is there and nothing else, or it is not taken.
pub fn read(end: &str) -> Result<Invitation, InvitationFault> {
    let packed = URL_SAFE_NO_PAD.decode(end).map_err(|_| InvitationFault::Damaged)?;
    let mut plain = String::new();
    let mut unpacking = ZlibDecoder::new(packed.as_slice()).take(LARGEST);
    unpacking.read_to_string(&mut plain).map_err(|_| InvitationFault::Damaged)?;
    let mut lines = plain.split('\n');
    match lines.next().and_then(|first| first.strip_prefix(NAME)) {
        Some(VERSION) => {}
        Some(other) if other.chars().all(|digit| digit.is_ascii_digit()) => return Err(InvitationFault::Newer),
        _ => return Err(InvitationFault::Damaged),
    }
    set_up(lines)
}

fn set_up<'a>(mut lines: impl Iterator<Item = &'a str>) -> Result<Invitation, InvitationFault> {
    let damaged = InvitationFault::Damaged;
    let gathering = lines.next().and_then(|id| GatheringId::try_from(id).ok()).filter(|id| !id.is_practice());
    let gathering = gathering.ok_or(damaged)?;
    let line = lines.next().unwrap_or_default();
    let entry = Entry::<Deed>::read(line.as_bytes()).map_err(|_| damaged)?;
    if let Act::Newer(_) = entry.act {
        return Err(InvitationFault::Newer);
    }
    let named = setup::texts(&entry).ok_or(damaged)?;
    let mut all = Lines::default();
    all.put(LineKey { gathering, holds: Holds::Entry, name: entry.id.to_string() }, line.to_owned());
    let mut brought: BTreeSet<TextId> = BTreeSet::new();
    for line in lines.filter(|line| !line.is_empty()) {
        let TextLine { text, .. } = serde_json::from_str(line).map_err(|_| damaged)?;
        if !named.contains(&text) || !brought.insert(text) {
            return Err(damaged);
        }
        all.put(LineKey { gathering, holds: Holds::Text, name: text.to_string() }, line.to_owned());
    }
    if brought == named { Ok(Invitation { gathering, lines: all, entry }) } else { Err(damaged) }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::{
        gathering::{Book, Kind, Names, Noted, Setting, StopWords, TypedSetting, TypedStop, Words, Written, step},
        log::EntryId,
        sending,
    };

    const ID: [u8; 12] = [7; 12];

    /// An evening about which all is known, with `stops` stops and a remark.
    fn evening(stops: usize) -> Book {
        let (mut book, mut n) = (Book::default(), 0u32);
        let mut fresh = || {
            n += 1;
            let hash = crate::domain::digest::sha256(&n.to_be_bytes());
            Some(std::array::from_fn(|at| hash.as_bytes()[at]))
        };
        let mut does = |book: &mut Book, who: &str, what: &dyn Fn(&Notebook, &mut Names) -> Option<Written>| {
            let Written { deeds, texts } = what(book.notebook(), &mut Names(&mut fresh)).unwrap();
            let id = Names(&mut fresh).fresh().unwrap();
            let entry = book.notebook().next(id, who, 1_795_769_000_000, Act::Do(deeds));
            book.merge([entry], texts);
        };
        let setting = Setting::of(&TypedSetting {
            place: "Multifunctioneel centrum De Boerhoorn in Rolde".into(),
            day: "2026-12-03".into(),
            begins: "19:30".into(),
            hosts: "Anna de Vries, Bert Jansen en gedeputeerde Jumelet".into(),
            about: String::new(),
            ask: "Wat maakt het goed wonen in dit dorp, en wat kan beter?".into(),
        });
        does(&mut book, "Anna", &|notebook, names| setting.as_ref().unwrap().deeds(notebook, names));
        does(&mut book, "Anna", &|notebook, _| setting.as_ref().unwrap().beginning(notebook));
        for n in 0..stops {
            let typed =
                TypedStop { name: format!("Halte bij de molen {n}"), about: format!("bij de molen, {n}.30 uur") };
            let words = StopWords::of(&typed, &book.now().stops, None).unwrap();
            does(&mut book, "Anna", &|notebook, names| words.written(notebook, None, names));
        }
        does(&mut book, sending::BY, &|notebook, names| sending::secret(notebook, Some([9; 32]), names));
        let noted =
            Noted { text: Words::of("Dit is geheim.", 99).unwrap(), kind: Kind::Idea, stop: None, speaker: None };
        does(&mut book, "Anna", &|notebook, names| step::note(notebook, &noted, names));
        let deeds = setup::deeds(book.notebook());
        does(&mut book, sending::BY, &|_, _| Some(Written { deeds: deeds.clone(), texts: vec![] }));
        book
    }

    fn invitation(book: &Book) -> String {
        let deeds = setup::deeds(book.notebook());
        let entry = setup::said(book.notebook(), &deeds).expect("it was said");
        write(GatheringId::from(ID), entry, book.notebook()).unwrap()
    }

    #[test]
    fn who_joins_has_the_set_up_and_the_secret_and_no_remark_and_later_nothing_is_disputed() {
        let mut book = evening(3);
        let read = read(&invitation(&book)).unwrap();
        assert_eq!(read.gathering, GatheringId::from(ID));
        assert!(read.is_in(book.notebook()) && !read.is_in(&Notebook::default()));
        let mut helper = read.lines.books().remove(&read.gathering).unwrap();
        let (here, there) = (book.now().clone(), helper.now().clone());
        assert_eq!(
            (&there.place, &there.ask, &there.day, &there.begins, &there.hosts, &there.about),
            (&here.place, &here.ask, &here.day, &here.begins, &here.hosts, &here.about)
        );
        assert_eq!((there.stops.clone(), there.remarks.len()), (here.stops.clone(), 0));
        assert_eq!(sending::secrets(helper.notebook()), sending::secrets(book.notebook()));
        let plain = read.lines.files().into_values().flatten().collect::<Vec<_>>();
        assert!(!String::from_utf8(plain).unwrap().contains("geheim"));
        // The host gives it another day meanwhile: later that holds, and there is nothing to settle.
        let day = crate::domain::day::Day::try_from("2026-12-04").unwrap();
        let id = EntryId::from([1; 12]);
        let other = book.notebook().next(id, "Anna", 0, Act::Do(vec![Deed::Day { day }]));
        book.merge([other], []);
        let texts = book.notebook().texts().map(|(text, is)| TextLine { text, is: is.to_owned() }).collect::<Vec<_>>();
        helper.merge(book.notebook().log().entries().into_iter().cloned(), texts);
        assert_eq!((helper.now().day, helper.now().conflicts.len()), (Some(day), 0));
    }

    #[test]
    fn who_has_two_invitations_and_nothing_else_has_the_later_set_up_and_nothing_to_settle() {
        let mut book = evening(0);
        let first = read(&invitation(&book)).unwrap();
        let day = crate::domain::day::Day::try_from("2026-12-04").unwrap();
        let moved = book.notebook().next(EntryId::from([1; 12]), "Anna", 0, Act::Do(vec![Deed::Day { day }]));
        book.merge([moved], []);
        let deeds = setup::deeds(book.notebook());
        let again = setup::entry(book.notebook(), EntryId::from([2; 12]), sending::BY, 0, deeds);
        book.merge([again], []);
        let second = read(&invitation(&book)).unwrap();
        assert_ne!(first, second);
        for order in [[&first, &second], [&second, &first]] {
            let mut helper = Book::default();
            order.iter().for_each(|one| {
                let one = one.lines.books().remove(&one.gathering).unwrap();
                let texts = one.notebook().texts().map(|(text, is)| TextLine { text, is: is.to_owned() });
                helper.merge(one.notebook().log().entries().into_iter().cloned(), texts.collect::<Vec<_>>());
            });
            assert_eq!((helper.now().day, helper.now().conflicts.len()), (Some(day), 0));
        }
    }

    #[test]
    fn an_evening_fits_in_a_code_that_is_easy_to_read_and_a_long_tour_may_not() {
        let [evening, tour, long] = [0, 8, 60].map(|stops| invitation(&evening(stops)).len());
        assert!(evening < 1_100 && tour < MOST && long > MOST, "{evening} {tour} {long}");
    }

    #[test]
    fn what_is_cut_off_changed_newer_or_something_else_is_not_taken() {
        let whole = invitation(&evening(1));
        assert!((0..whole.len()).all(|end| read(&whole[..end]) == Err(InvitationFault::Damaged)), "cut off anywhere");
        for at in (0..whole.len()).step_by(7) {
            let other = if whole.as_bytes()[at] == b'A' { "B" } else { "A" };
            let bent = format!("{}{other}{}", &whole[..at], &whole[at + 1..]);
            assert_eq!(read(&bent), Err(InvitationFault::Damaged), "changed at {at}");
        }
        let packed = |plain: &str| {
            let mut packed = ZlibEncoder::new(Vec::new(), flate2::Compression::best());
            packed.write_all(plain.as_bytes()).unwrap();
            URL_SAFE_NO_PAD.encode(packed.finish().unwrap())
        };
        let id = GatheringId::from(ID);
        let note = r#"{"after":[],"at":0,"do":[{"close":{"closed":true}}],"id":"0a0102030405060708090aff","who":"x"}"#;
        let newer = note.replace("close", "sing");
        for (plain, fault) in [
            (format!("{NAME}2\nwhatever"), InvitationFault::Newer),
            (format!("{NAME}1\n{id}\n{newer}\n"), InvitationFault::Newer),
            (format!("{NAME}1\n{id}\n{note}\n"), InvitationFault::Damaged),
            (format!("{NAME}x\n"), InvitationFault::Damaged),
            ("hello".to_owned(), InvitationFault::Damaged),
            ("x".repeat(1_000_000), InvitationFault::Damaged),
        ] {
            assert_eq!(read(&packed(&plain)), Err(fault), "{plain:.60}");
        }
        for other in ["", "é", "%20", "AAAA", "../.."] {
            assert_eq!(read(other), Err(InvitationFault::Damaged), "{other}");
        }
    }
}
