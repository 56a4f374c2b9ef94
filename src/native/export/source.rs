//! A gathered file, one reaction after another: a million of them take no more memory than one.

use crate::{
    domain::{
        json::Strict,
        reaction::{EnvelopeFault, Header},
    },
    files::{error::Error, gather::gathered::FORMAT},
    native::interrupt,
};
use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};
use serde::de::{DeserializeSeed, Deserializer, Error as _, IgnoredAny, MapAccess, SeqAccess, Visitor};
use serde_json::Value;
use std::{
    collections::HashSet,
    fmt,
    fs::File,
    io::{self, BufReader, Read},
    path::Path,
};

/// What is done with each reaction.
type Take<'a> = &'a mut dyn FnMut(Header) -> io::Result<()>;

/// How far a command is, when there is a screen. The file is read `times` over.
pub fn progress(path: &Path, times: u64) -> ProgressBar {
    let length = path.metadata().map_or(0, |file| file.len());
    let bar = ProgressBar::with_draw_target(Some(length * times), ProgressDrawTarget::stderr_with_hz(5));
    // The template is a fixed text; without it there is the library's own bar.
    match ProgressStyle::with_template("{wide_bar} {bytes}/{total_bytes} {eta}") {
        Ok(style) => bar.with_style(style),
        Err(_) => bar,
    }
}

/// Gives each reaction in the file, in its order.
pub fn each(path: &Path, bar: &ProgressBar, take: Take) -> Result<(), Error> {
    let read = |cause| Error::read(path)(cause);
    let mut file = bar.wrap_read(BufReader::with_capacity(1 << 16, File::open(path).map_err(read)?));
    let mut start = Vec::new();
    file.by_ref().take(3).read_to_end(&mut start).map_err(read)?;
    // A byte order mark is what some editors leave behind; it carries no meaning.
    let start = start.strip_prefix(b"\xef\xbb\xbf").unwrap_or(&start);
    let mut reader = serde_json::Deserializer::from_reader(start.chain(file));
    let mut failed = None;
    let whole = Whole { take, failed: &mut failed }.deserialize(&mut reader).and_then(|()| reader.end());
    match (failed, whole) {
        (Some(cause), _) => Err(Error::Write { path: path.to_owned(), cause }),
        (None, Ok(())) => Ok(()),
        (None, Err(error)) if error.is_io() => Err(read(error.into())),
        (None, Err(error)) => Err(Error::NotGathered { path: path.to_owned(), why: error.to_string() }),
    }
}

/// The file as a whole.
struct Whole<'a> {
    take: Take<'a>,
    /// Why `take` could not go on; serde's own errors hold a text only.
    failed: &'a mut Option<io::Error>,
}

impl<'de> DeserializeSeed<'de> for Whole<'_> {
    type Value = ();

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<(), D::Error> {
        deserializer.deserialize_map(self)
    }
}

impl<'de> Visitor<'de> for Whole<'_> {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter) -> fmt::Result {
        f.write_str("an object")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut fields: A) -> Result<(), A::Error> {
        let Whole { take, failed } = self;
        let (mut format, mut list) = (None, false);
        while let Some(key) = fields.next_key::<String>()? {
            match key.as_str() {
                "format" => format = fields.next_value::<Strict>()?.0.as_str().map(str::to_owned),
                "reactions" if !list => {
                    list = true;
                    fields.next_value_seed(List { take: &mut *take, failed: &mut *failed })?;
                }
                "reactions" => return Err(A::Error::custom("double key \"reactions\"")),
                _ => {
                    fields.next_value::<IgnoredAny>()?;
                }
            }
        }
        match (format.as_deref(), list) {
            (Some(FORMAT), true) => Ok(()),
            (Some(FORMAT), false) => Err(A::Error::custom("no \"reactions\"")),
            _ => Err(A::Error::custom(format_args!("no \"format\": \"{FORMAT}\""))),
        }
    }
}

/// Its reactions.
struct List<'a> {
    take: Take<'a>,
    failed: &'a mut Option<io::Error>,
}

impl<'de> DeserializeSeed<'de> for List<'_> {
    type Value = ();

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<(), D::Error> {
        deserializer.deserialize_seq(self)
    }
}

impl<'de> Visitor<'de> for List<'_> {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter) -> fmt::Result {
        f.write_str("a list")
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut items: A) -> Result<(), A::Error> {
        // As numbers: of a million, this is all that stays in memory.
        let mut ids: HashSet<Option<u128>> = HashSet::new();
        let mut n = 0;
        while let Some(Strict(item)) = items.next_element()? {
            let header = match item {
                Value::Object(reaction) => Header::of(reaction),
                _ => Err(EnvelopeFault::NoReaction),
            };
            let Ok(header) = header else { return Err(A::Error::custom(format_args!("reactions[{n}]"))) };
            if !ids.insert(u128::from_str_radix(&header.id.as_str().replace('-', ""), 16).ok()) {
                return Err(A::Error::custom(format_args!("reactions[{n}]: double id")));
            }
            if let Err(cause) = interrupt::check().and_then(|()| (self.take)(header)) {
                *self.failed = Some(cause);
                return Err(A::Error::custom("stopped"));
            }
            n += 1;
        }
        Ok(())
    }
}
