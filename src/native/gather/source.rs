//! Where reactions are gathered from: a bucket, or what is on this computer: collectors' databases, and files with one
//! reaction or many, in folders as deep as they go.

use super::bucket::Bucket;
use crate::{
    domain::{id::ReactionId, reaction::WIRE_LIMIT},
    files::{
        content::Content,
        error::Error,
        gather::{left_out::Fault, object::Object, plain, records},
    },
    native::{
        cli::GatherArgs,
        collector::store::database::{self, Database},
        work::folder::{WORK, WorkFolder},
    },
};
use std::{
    cell::RefCell,
    collections::HashSet,
    fs,
    io::Read,
    path::{Path, PathBuf},
};

/// How the file of a database begins, whatever it is called.
const SQLITE: &[u8] = b"SQLite format 3\0";
/// Files in which reactions may stand, by the end of their names.
const ENDS: [&str; 5] = ["json", "ndjson", "jsonl", "csv", "sqlite"];

/// What a source tells while it is gathered.
pub enum Event {
    /// There are so many objects more.
    More(u64),
    /// This one was gathered before.
    Known,
    /// An object.
    Object(Object),
}

/// A place to gather from.
pub enum Source<'a> {
    /// A bucket that speaks S3.
    Bucket(Box<Bucket>),
    /// On this computer.
    Files {
        /// The files, by name.
        files: Vec<PathBuf>,
        /// To read forms that were sent without JavaScript.
        content: Option<&'a Content>,
    },
}

impl<'a> Source<'a> {
    /// What the command line names.
    pub fn named(args: &GatherArgs, content: Option<&'a Content>) -> Result<Self, Error> {
        if let Some(place) = args.from.strip_prefix("s3://") {
            let (bucket, prefix) = place.split_once('/').unwrap_or((place, ""));
            return Bucket::open(bucket, prefix, &args.server, args.parallel).map(Box::new).map(Source::Bucket);
        }
        let path = if args.from == "collector" { args.data.clone() } else { PathBuf::from(&args.from) };
        if path.is_file() {
            return Ok(Source::Files { files: vec![path], content });
        }
        Self::folder(&path, &args.to, content)
    }

    /// Looks what is in a folder, and in those that are in it. `to` is the work folder that is gathered in, whose own
    /// files may be there too.
    pub fn folder(dir: &Path, to: &Path, content: Option<&'a Content>) -> Result<Self, Error> {
        let mut files = Vec::new();
        walk(dir, &mut files).map_err(Error::read(dir))?;
        if let Ok(own) = WorkFolder::at(to)?.work().canonicalize() {
            files.retain(|file| file.canonicalize().map_or(true, |file| !file.starts_with(&own)));
        }
        if files.is_empty() {
            return Err(Error::NoSource(dir.to_owned()));
        }
        files.sort();
        Ok(Source::Files { files, content })
    }

    /// Whether getting an object costs more than looking whether it is there already.
    pub fn is_far(&self) -> bool {
        matches!(self, Source::Bucket(_))
    }

    /// Hands over every object, but those whose hash is known.
    pub fn each(&self, known: &HashSet<String>, mut take: impl FnMut(Event)) -> Result<(), Error> {
        match self {
            Source::Bucket(bucket) => bucket.each(known, take),
            Source::Files { files, content } => {
                files.iter().for_each(|file| each_in(file, *content, &mut take));
                Ok(())
            }
        }
    }
}

/// Files that may hold reactions. Links to folders are not followed, and what is hidden is left alone.
fn walk(dir: &Path, found: &mut Vec<PathBuf>) -> std::io::Result<()> {
    for entry in fs::read_dir(dir)? {
        let entry = entry?;
        let path = entry.path();
        let hidden = entry.file_name().to_string_lossy().starts_with('.');
        let end = path.extension().map(|end| end.to_string_lossy().to_lowercase());
        if entry.file_type()?.is_dir() {
            if !hidden && !is_of_staff(&path) {
                walk(&path, found)?;
            }
        } else if !hidden && end.is_some_and(|end| ENDS.contains(&end.as_str())) && !path.is_dir() {
            found.push(path);
        }
    }
    Ok(())
}

/// Whether a folder is one of a work folder in which no reactions stand, but what staff did and wrote.
fn is_of_staff(dir: &Path) -> bool {
    let name = |path: Option<&Path>| path.and_then(Path::file_name).map(ToOwned::to_owned).unwrap_or_default();
    let around = dir.parent().and_then(Path::parent);
    ["log", "texts"].iter().any(|own| name(Some(dir)) == *own) && name(around) == WORK
}

/// Hands over what is in a file. What can't be read is an object too, so that the other files are gathered all the same.
fn each_in(file: &Path, content: Option<&Content>, take: &mut impl FnMut(Event)) {
    let name = file.display().to_string();
    if begins_with(file, SQLITE) || file.file_name().is_some_and(|name| name == database::FILE) {
        if let Err(fault) = each_row(file, take) {
            take(Event::More(1));
            take(Event::Object(Object::new(name, Err(fault))));
        }
        return;
    }
    let alone = match fs::read(file) {
        Err(error) => Object::new(name, Err(Fault::Unreadable(error.kind()))),
        Ok(bytes) => match alone(file, &bytes) {
            Some(object) => object,
            None => {
                let end = file.extension().map(|end| end.to_string_lossy().to_lowercase());
                let mut forms = plain::Forms::new(content);
                let take = RefCell::new(take);
                let many = |count| (take.borrow_mut())(Event::More(count as u64));
                let each = |record| (take.borrow_mut())(Event::Object(forms.object(record)));
                return records::each(&name, &bytes, end.as_deref().unwrap_or_default(), many, each);
            }
        },
    };
    take(Event::More(1));
    take(Event::Object(alone));
}

fn each_row(file: &Path, take: &mut impl FnMut(Event)) -> Result<(), Fault> {
    let failed = |error: rusqlite::Error| Fault::Database(database::said(&error));
    let database = Database::open_file(file.to_owned()).map_err(|error| match error {
        Error::Database { cause, .. } => Fault::Database(cause),
        _ => Fault::NotOurDatabase,
    })?;
    take(Event::More(database.count().map_err(failed)?));
    let each = |row: database::Row| {
        let object = Object::new(row.id.clone(), Ok(row.body));
        take(Event::Object(Object { id: Some(row.id), sha256: Some(row.sha256), ..object }));
    };
    database.each(each).map_err(failed)
}

fn begins_with(file: &Path, mark: &[u8]) -> bool {
    let mut begin = vec![0; mark.len()];
    fs::File::open(file).and_then(|mut file| file.read_exact(&mut begin)).is_ok() && begin == mark
}

/// A file that is called after the id or after the hash of what is in it holds one reaction, and that must be so.
fn alone(file: &Path, bytes: &[u8]) -> Option<Object> {
    let stem = file.file_stem().and_then(|stem| stem.to_str()).unwrap_or_default();
    let id = ReactionId::try_from(stem).ok().map(|id| id.as_str().to_owned());
    let sha256 = is_hash(stem).then(|| stem.to_owned());
    if id.is_none() && sha256.is_none() {
        return None;
    }
    let body = if bytes.len() > WIRE_LIMIT { Err(Fault::TooLarge) } else { Ok(bytes.to_owned()) };
    Some(Object { id, sha256, ..Object::new(file.display().to_string(), body) })
}

/// Whether a text can be a SHA-256.
pub fn is_hash(text: &str) -> bool {
    text.len() == 64 && text.bytes().all(|b| b.is_ascii_digit() || (b'a'..=b'f').contains(&b))
}
