//! Where reactions are gathered from: a collector's database, or a folder with a file for each.

use crate::domain::{id::ReactionId, reaction::WIRE_LIMIT};
use crate::native::{
    collector::store::database::{self, Database},
    error::Error,
};
use std::{
    fs::{self, File},
    io::{ErrorKind, Read},
    path::{Path, PathBuf},
};

/// Something that should hold a reaction.
pub struct Object {
    /// The file, or the id in the database.
    pub name: String,
    /// The id it is kept under.
    pub id: Option<String>,
    /// The hash it was kept with.
    pub sha256: Option<String>,
    /// What is in it.
    pub body: Result<Vec<u8>, ErrorKind>,
}

/// A place to gather from.
pub enum Source {
    /// A collector's, which may be running.
    Database {
        /// The data folder.
        dir: PathBuf,
        /// Opened to read.
        database: Database,
    },
    /// Files, by name.
    Files(Vec<PathBuf>),
}

impl Source {
    /// Looks what is in a folder. `except` is the file that is gathered in, which may be there too.
    pub fn open(dir: &Path, except: &Path) -> Result<Self, Error> {
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

    /// How many objects there are.
    pub fn count(&self) -> Result<u64, Error> {
        match self {
            Source::Database { dir, database } => {
                database.count().map_err(|cause| Error::Database { path: dir.clone(), cause })
            }
            Source::Files(files) => Ok(files.len() as u64),
        }
    }

    /// Hands over every object.
    pub fn each(&self, mut take: impl FnMut(Object)) -> Result<(), Error> {
        match self {
            Source::Database { dir, database } => database
                .each(|row| {
                    let id = Some(row.id.clone());
                    take(Object { name: row.id, id, sha256: Some(row.sha256), body: Ok(row.body) });
                })
                .map_err(|cause| Error::Database { path: dir.clone(), cause }),
            Source::Files(files) => {
                files.iter().for_each(|file| take(object(file)));
                Ok(())
            }
        }
    }
}

/// A file may be called after the id or after the hash of what is in it; then that must be so.
fn object(file: &Path) -> Object {
    let stem = file.file_stem().and_then(|stem| stem.to_str()).unwrap_or_default();
    let hash = stem.len() == 64 && stem.bytes().all(|b| b.is_ascii_digit() || (b'a'..=b'f').contains(&b));
    Object {
        name: file.display().to_string(),
        id: ReactionId::try_from(stem).ok().map(|id| id.as_str().to_owned()),
        sha256: hash.then(|| stem.to_owned()),
        body: read(file).map_err(|error| error.kind()),
    }
}

/// No more than shows that it is too large.
fn read(file: &Path) -> std::io::Result<Vec<u8>> {
    let mut body = Vec::new();
    File::open(file)?.take(WIRE_LIMIT as u64 + 1).read_to_end(&mut body)?;
    Ok(body)
}
