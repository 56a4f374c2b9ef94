//! The rules of the product, pure: no clock, randomness, network, storage, page or signals.
//!
//! Ids, random bits and today's date come in from the edges (`browser`, `native`), so that a rule exists once
//! and is the same in a resident's browser, in the collector and in the publisher.

pub mod attempt;
pub mod bucket;
pub mod consultation;
pub mod day;
pub mod delivery;
pub mod device;
pub mod digest;
pub mod direction;
pub mod draft;
pub mod endpoint;
pub mod feedback;
pub mod form;
pub mod from_json;
pub mod gathering;
pub mod id;
pub mod intake;
pub mod json;
pub mod kind;
pub mod language;
pub mod language_tag;
pub mod log;
pub mod ordered;
pub mod outbox;
pub mod own_json;
pub mod personal;
pub mod picture;
pub mod place_name;
pub mod places;
pub mod plain;
pub mod plain_letters;
pub mod problem;
pub mod question;
pub mod reaction;
pub mod receipt;
pub mod room;
pub mod route;
pub mod sending;
pub mod signpost;
pub mod site;
pub mod span;
pub mod trace;
pub mod trial;
pub mod value;
pub mod work;
