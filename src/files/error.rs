//! Why a command could not do its work: causes, not sentences. The sentences are in `texts::cli`.

use super::{
    content::{Problem, Problems},
    database::DatabaseFault,
    folder::Gap,
    lines::Damage,
    parcel::ParcelFault,
    pictures::NotTaken,
    release::Stop,
};
use crate::domain::{
    bucket::{Missing, NotALocation, Trouble},
    gathering::GatheringId,
    id::Id,
    work::Unready,
};
use core::net::SocketAddr;
use std::{io, path::PathBuf};

/// Why a command stopped.
#[derive(Debug)]
pub enum Error {
    /// A file or folder to read is not there.
    Absent {
        /// Which.
        path: PathBuf,
        /// What of it is not where.
        gap: Gap,
    },
    /// The folder to write in is not there.
    NoFolder {
        /// What was to be written.
        path: PathBuf,
        /// What of it is not where.
        gap: Gap,
    },
    /// A file or folder could not be read.
    Read {
        /// Which.
        path: PathBuf,
        /// Why.
        cause: io::Error,
    },
    /// A file or folder could not be written.
    Write {
        /// Which.
        path: PathBuf,
        /// Why.
        cause: io::Error,
    },
    /// The content has problems.
    Content(Problems),
    /// What would change or vanish in a published site, and may not have been meant.
    Stopped {
        /// The site's folder.
        out: PathBuf,
        /// All of it.
        stops: Vec<Stop>,
    },
    /// The site would go into the content folder, or around it.
    SiteInContent {
        /// Where the site was to go.
        out: PathBuf,
        /// The content folder.
        content: PathBuf,
    },
    /// Somebody else is publishing in this folder.
    Publishing(PathBuf),
    /// A link, or something else that is no file of ours, where a file of the site belongs.
    InTheWay(PathBuf),
    /// The site was being put in place, and that did not get to its end.
    HalfPut {
        /// The file that could not be put there or removed.
        path: PathBuf,
        /// Why.
        cause: io::Error,
    },
    /// Feedback on a consultation can't be published yet.
    Unready {
        /// Which.
        slug: Id,
        /// Everything that stands in the way.
        found: Vec<Unready>,
    },
    /// No picture can be made of a file.
    Picture {
        /// The file.
        path: PathBuf,
        /// Why.
        what: NotTaken,
    },
    /// No export is called so.
    ExportName(PathBuf),
    /// Something is in the place of a file to write, and nobody said that it may go.
    Exists(PathBuf),
    /// A file from which people work is never replaced by an export.
    NeverReplaced(PathBuf),
    /// There is no such consultation in the content.
    NoSuchConsultation(String),
    /// Somebody stopped it.
    Interrupted,
    /// Reactions of several consultations: which one is meant must be said.
    WhichConsultation(Vec<String>),
    /// Not exactly one file of a browser's app is in the folder of what was built.
    NoApp {
        /// The folder.
        dir: PathBuf,
        /// How the file's name begins and ends.
        name: String,
    },
    /// The site's pages can't be made from what is in its folder.
    Pages(PathBuf),
    /// The folder is no published site.
    NotASite(PathBuf),
    /// Visitors could download the data.
    DataInSite(PathBuf),
    /// The address is taken or not ours.
    Listen {
        /// Which.
        address: SocketAddr,
        /// Why.
        cause: io::Error,
    },
    /// The runtime or its threads could not start.
    Start(io::Error),
    /// The database could not be opened.
    Database {
        /// Which.
        path: PathBuf,
        /// Why.
        cause: DatabaseFault,
    },
    /// The database was made by a newer version, or by another program.
    NotOurDatabase(PathBuf),
    /// Another collector has this data folder.
    DataInUse(PathBuf),
    /// There is nothing to gather from in this folder.
    NoSource(PathBuf),
    /// This is no work folder: there is no `work` in it, or it is a file.
    NoWorkFolder(PathBuf),
    /// There is no content in the work folder, and none was named.
    NoContent(PathBuf),
    /// Decisions that can't hold.
    Refused(Vec<Problem>),
    /// Decisions would go among what is published.
    DecisionsInContent(PathBuf),
    /// A line of a work folder is damaged, where only whole ones will do.
    Damaged(Vec<Damage>),
    /// There is no such gathering, and nothing names it.
    NoSuchGathering(GatheringId),
    /// A gathering is to count, and its folder is not here.
    GatheringNotHere(GatheringId),
    /// Gatherings can't be taken over from this file.
    Parcel {
        /// Which.
        path: PathBuf,
        /// Why.
        fault: ParcelFault,
    },
    /// The system gives no random numbers.
    NoRandom,
    /// A bucket did not give its list of objects.
    Bucket {
        /// The address of the bucket.
        url: String,
        /// Why.
        trouble: Trouble,
    },
    /// There is no such bucket or server.
    NotALocation(NotALocation),
    /// There is no key to sign or read with.
    Credentials(Missing),
}

impl Error {
    /// Whether the command was asked wrongly, rather than that something went wrong.
    pub fn is_usage(&self) -> bool {
        matches!(
            self,
            Error::Absent { .. }
                | Error::NoFolder { .. }
                | Error::DataInSite(_)
                | Error::SiteInContent { .. }
                | Error::DecisionsInContent(_)
                | Error::NoSource(_)
                | Error::NoWorkFolder(_)
                | Error::NoContent(_)
                | Error::NotASite(_)
                | Error::NotALocation(_)
                | Error::Credentials(_)
                | Error::WhichConsultation(_)
                | Error::ExportName(_)
                | Error::Picture { what: NotTaken::Name, .. }
                | Error::Exists(_)
                | Error::NeverReplaced(_)
                | Error::NoSuchConsultation(_)
                | Error::NoSuchGathering(_)
        )
    }
}
