//! A bucket that speaks S3: what may be wrong with it, or with how it was named: causes, not sentences.
//!
//! - [`location`]: where in it something stands.
//! - [`signature`]: how what is asked of it is signed.
//! - [`answer`]: what it means; [`etag`](mod@etag): the tag by which it tells what is in an object.

pub mod answer;
pub mod etag;
pub mod location;
pub mod signature;

pub use answer::Answer;
pub use location::{Addressing, Location};

/// Why a bucket does not do what it was asked.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Trouble {
    /// It does not answer.
    NoAnswer,
    /// This machine's clock is so many minutes ahead of the server's, or behind it if less than 0.
    Clock(i64),
    /// The bucket is in another region or at another address, as far as the server says.
    Elsewhere(Option<String>),
    /// There is no such bucket.
    NoBucket,
    /// The server does not know the key.
    UnknownKey,
    /// The secret half of the key is not right.
    WrongSecret,
    /// What was signed, or the key itself, is no longer valid.
    Expired,
    /// The key may not do this.
    Forbidden,
    /// A page of the web answered, and no bucket.
    Page(u16),
    /// Something else: the status, and the server's own word for it.
    Other(u16, String),
}

/// Why there is no such place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum NotALocation {
    /// No name for a bucket.
    Bucket(String),
    /// No prefix.
    Prefix(String),
    /// No address of a server.
    Server(String),
    /// Neither a server nor a region was named.
    NoServer,
}

/// What is needed and not there.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Missing {
    /// This variable.
    Variable(&'static str),
    /// `--out`.
    Out,
}
