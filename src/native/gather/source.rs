//! Where reactions are gathered from: a collector's database, a folder with a file for each, a bucket, or an export.

use super::{
    bucket::Bucket,
    export::{self, Record},
    finding::Fault,
    plain,
};
use crate::{
    domain::{id::ReactionId, reaction::WIRE_LIMIT},
    native::{
        cli::GatherArgs,
        collector::store::database::{self, Database},
        content_dir::Content,
        error::Error,
    },
};
use std::{
    collections::HashSet,
    fs::{self, File},
    io::{ErrorKind, Read},
    path::{Path, PathBuf},
};

/// Something that should hold a reaction.
pub struct Object {
    /// The file, the id in the database, the key in the bucket, or the place in the export.
    pub name: String,
    /// The id it is kept under.
    pub id: Option<String>,
    /// The hash it was kept with.
    pub sha256: Option<String>,
    /// The consultation it is kept under.
    pub consultation: Option<String>,
    /// What is in it.
    pub body: Result<Vec<u8>, Fault>,
}

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
    /// A collector's, which may be running.
    Database {
        /// The data folder.
        dir: PathBuf,
        /// Opened to read.
        database: Database,
    },
    /// Files, by name.
    Files(Vec<PathBuf>),
    /// A bucket that speaks S3.
    Bucket(Box<Bucket>),
    /// A file with many.
    Export {
        /// What it holds.
        records: Vec<Record>,
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
            return Ok(Source::Export { records: export::read(&path)?, content });
        }
        Self::folder(&path, &args.to)
    }

    /// Looks what is in a folder. `except` is the file that is gathered in, which may be there too.
    pub fn folder(dir: &Path, except: &Path) -> Result<Self, Error> {
        if dir.join(database::FILE).is_file() {
            return Ok(Source::Database { dir: dir.to_owned(), database: Database::open_to_read(dir)? });
        }
        let entries = match fs::read_dir(dir) {
            Ok(entries) => entries,
            Err(cause) if cause.kind() == ErrorKind::NotFound => return Err(Error::NoSource(dir.to_owned())),
            Err(cause) => return Err(Error::Read { path: dir.to_owned(), cause }),
        };
        let except = except.canonicalize().ok();
        let mut files = Vec::new();
        for entry in entries {
            let path = entry.map_err(Error::read(dir))?.path();
            let json = path.extension().is_some_and(|extension| extension == "json");
            if json && (except.is_none() || path.canonicalize().ok() != except) {
                files.push(path);
            }
        }
        if files.is_empty() {
            return Err(Error::NoSource(dir.to_owned()));
        }
        files.sort();
        Ok(Source::Files(files))
    }

    /// Whether getting an object costs more than looking whether it is there already.
    pub fn is_far(&self) -> bool {
        matches!(self, Source::Bucket(_))
    }

    /// Hands over every object, but those whose hash is known.
    pub fn each(&self, known: &HashSet<String>, mut take: impl FnMut(Event)) -> Result<(), Error> {
        match self {
            Source::Database { dir, database } => {
                let failed = |cause| Error::Database { path: dir.clone(), cause };
                take(Event::More(database.count().map_err(failed)?));
                let each = |row: database::Row| {
                    let id = Some(row.id.clone());
                    let sha256 = Some(row.sha256);
                    take(Event::Object(Object { name: row.id, id, sha256, consultation: None, body: Ok(row.body) }));
                };
                database.each(each).map_err(failed)
            }
            Source::Files(files) => {
                take(Event::More(files.len() as u64));
                files.iter().for_each(|file| take(Event::Object(object(file))));
                Ok(())
            }
            Source::Bucket(bucket) => bucket.each(known, take),
            Source::Export { records, content } => {
                take(Event::More(records.len() as u64));
                records.iter().for_each(|record| take(Event::Object(plain::object(record, *content))));
                Ok(())
            }
        }
    }
}

/// A file may be called after the id or after the hash of what is in it; then that must be so.
fn object(file: &Path) -> Object {
    let stem = file.file_stem().and_then(|stem| stem.to_str()).unwrap_or_default();
    Object {
        name: file.display().to_string(),
        id: ReactionId::try_from(stem).ok().map(|id| id.as_str().to_owned()),
        sha256: is_hash(stem).then(|| stem.to_owned()),
        consultation: None,
        body: read(file).map_err(|error| Fault::Unreadable(error.kind())),
    }
}

/// Whether a text can be a SHA-256.
pub fn is_hash(text: &str) -> bool {
    text.len() == 64 && text.bytes().all(|b| b.is_ascii_digit() || (b'a'..=b'f').contains(&b))
}

/// No more than shows that it is too large.
fn read(file: &Path) -> std::io::Result<Vec<u8>> {
    let mut body = Vec::new();
    File::open(file)?.take(WIRE_LIMIT as u64 + 1).read_to_end(&mut body)?;
    Ok(body)
}
