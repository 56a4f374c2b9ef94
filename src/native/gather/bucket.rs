//! A bucket that speaks S3: listed page by page, while several objects at a time are fetched.

use super::source::{Event, is_hash};
use crate::{
    domain::{
        bucket::{Addressing, Answer, Location, NotALocation, Trouble},
        reaction::WIRE_LIMIT,
    },
    files::{
        error::Error,
        gather::{left_out::Fault, object::Object},
    },
    native::{
        cli::ServerArgs,
        sign_intake::{answer, credentials, location},
    },
};
use rusty_s3::{
    S3Action, UrlStyle,
    actions::{ListObjectsV2, list_objects_v2::ListObjectsContent},
};
use std::{
    collections::HashSet,
    sync::{Mutex, PoisonError, mpsc},
    thread,
    time::Duration,
};
use ureq::Agent;

/// How long an address that we sign is good for.
const SIGNED_FOR: Duration = Duration::from_secs(600);
/// How long one answer may take.
const PATIENCE: Duration = Duration::from_secs(60);
/// How often something is asked before it is given up.
const ATTEMPTS: u32 = 5;
/// The pause before the second attempt; each next one is twice as long.
const PAUSE: Duration = Duration::from_millis(200);
/// The longest list that a server gives at once is far below this.
const LIST_LIMIT: u64 = 8 * 1024 * 1024;

/// A bucket with the key to read it.
pub struct Bucket {
    place: Location,
    bucket: rusty_s3::Bucket,
    credentials: rusty_s3::Credentials,
    agent: Agent,
    parallel: u8,
}

/// An answer that is no use.
enum Useless {
    NoAnswer,
    Said(Answer),
}

impl Bucket {
    /// With the key in the environment.
    pub fn open(bucket: &str, prefix: &str, server: &ServerArgs, parallel: u8) -> Result<Self, Error> {
        let variable = |name: &str| std::env::var(name).ok();
        let place = location(bucket, prefix, server, variable).map_err(Error::NotALocation)?;
        let key = credentials(variable).map_err(Error::Credentials)?;
        let credentials = match key.token {
            Some(token) => rusty_s3::Credentials::new_with_token(key.access, key.secret, token),
            None => rusty_s3::Credentials::new(key.access, key.secret),
        };
        let style = match place.addressing {
            Addressing::Host => UrlStyle::VirtualHost,
            Addressing::Path => UrlStyle::Path,
        };
        let not_a_server = |_| Error::NotALocation(NotALocation::Server(place.server.clone()));
        let server = place.server.parse().map_err(not_a_server)?;
        let bucket = rusty_s3::Bucket::new(server, style, place.bucket.clone(), place.region.clone());
        let bucket = bucket.map_err(|_| Error::NotALocation(NotALocation::Bucket(place.bucket.clone())))?;
        let agent = Agent::config_builder()
            .timeout_global(Some(PATIENCE))
            .http_status_as_error(false)
            // A bucket that is elsewhere says so; what was signed is not valid there.
            .max_redirects(0)
            .max_redirects_will_error(false)
            .max_idle_connections_per_host(usize::from(parallel) + 1)
            .max_idle_connections(usize::from(parallel) + 1)
            .build()
            .into();
        Ok(Self { place, bucket, credentials, agent, parallel })
    }

    /// Hands over every object under the prefix, but those whose hash is known.
    pub fn each(&self, known: &HashSet<String>, mut take: impl FnMut(Event)) -> Result<(), Error> {
        // No more keys wait than a few pages, however large the bucket is.
        let (wanted, asked) = mpsc::sync_channel::<ListObjectsContent>(4096);
        let (give, given) = mpsc::sync_channel(256);
        let asked = Mutex::new(asked);
        thread::scope(|scope| {
            let list = scope.spawn({
                let give = give.clone();
                move || self.list(known, &wanted, &give)
            });
            for _ in 0..self.parallel {
                let (give, asked) = (give.clone(), &asked);
                scope.spawn(move || {
                    let next = || asked.lock().unwrap_or_else(PoisonError::into_inner).recv();
                    while let Ok(found) = next() {
                        if give.send(Event::Object(self.object(found))).is_err() {
                            return;
                        }
                    }
                });
            }
            drop(give);
            given.into_iter().for_each(&mut take);
            list.join().unwrap_or(Ok(()))
        })
    }

    /// Lists page by page; each page says where the next begins.
    fn list(
        &self,
        known: &HashSet<String>,
        wanted: &mpsc::SyncSender<ListObjectsContent>,
        give: &mpsc::SyncSender<Event>,
    ) -> Result<(), Error> {
        let mut token = None::<String>;
        loop {
            let mut action = self.bucket.list_objects_v2(Some(&self.credentials));
            action.with_prefix(format!("{}/", self.place.prefix));
            if let Some(token) = token {
                action.with_continuation_token(token);
            }
            let failed = |trouble| Error::Bucket { url: self.place.url(), trouble };
            let page = self.patiently(|| action.sign(SIGNED_FOR).to_string(), LIST_LIMIT).map_err(|useless| {
                failed(match useless {
                    Useless::NoAnswer => Trouble::NoAnswer,
                    Useless::Said(answer) => Trouble::read(&answer),
                })
            })?;
            let page = String::from_utf8_lossy(&page);
            let page = ListObjectsV2::parse_response(&page).map_err(|_| {
                let body = page.clone().into_owned();
                failed(Trouble::read(&Answer { status: 200, body, ..Answer::default() }))
            })?;
            // The receivers are gone only when everything has ended; then there is nobody to tell.
            let mut told = give.send(Event::More(page.contents.len() as u64)).is_ok();
            for found in page.contents {
                let there = hash_in(&found.key).is_some_and(|hash| known.contains(hash));
                told &= if there { give.send(Event::Known).is_ok() } else { wanted.send(found).is_ok() };
            }
            if !told {
                return Ok(());
            }
            match page.next_continuation_token {
                Some(next) => token = Some(next),
                None => return Ok(()),
            }
        }
    }

    /// What is kept under a key: `<prefix>/<consultation>/<sha256>.json`.
    fn object(&self, found: ListObjectsContent) -> Object {
        let key = found.key;
        let inside = key.strip_prefix(&self.place.prefix).and_then(|rest| rest.strip_prefix('/')).unwrap_or(&key);
        let consultation = inside.split_once('/').map(|(slug, _)| slug.to_owned());
        let sha256 = hash_in(&key).map(str::to_owned);
        let body = if sha256.is_none() {
            Err(Fault::Name)
        } else if found.size.is_some_and(|size| size > WIRE_LIMIT as u64) {
            Err(Fault::TooLarge)
        } else {
            let get = || self.bucket.get_object(Some(&self.credentials), &key).sign(SIGNED_FOR).to_string();
            self.patiently(get, WIRE_LIMIT as u64 + 1).map_err(|useless| match useless {
                Useless::NoAnswer => Fault::Fetch(None),
                Useless::Said(answer) => Fault::Fetch(Some(answer.status)),
            })
        };
        Object { sha256, consultation, ..Object::new(key, body) }
    }

    /// Gets what is there, and tries again when the server is busy or gone.
    fn patiently(&self, sign: impl Fn() -> String, limit: u64) -> Result<Vec<u8>, Useless> {
        let mut attempt = 1;
        loop {
            match self.get(&sign(), limit) {
                Ok(body) => return Ok(body),
                Err(Useless::Said(answer)) if answer.status < 500 && answer.status != 429 => {
                    return Err(Useless::Said(answer));
                }
                Err(useless) if attempt == ATTEMPTS => return Err(useless),
                Err(_) => thread::sleep(PAUSE * 2u32.pow(attempt - 1)),
            }
            attempt += 1;
        }
    }

    fn get(&self, url: &str, limit: u64) -> Result<Vec<u8>, Useless> {
        let mut came = self.agent.get(url).call().map_err(|_| Useless::NoAnswer)?;
        let body = came.body_mut().with_config().limit(limit).read_to_vec();
        let body = body.map_err(|_| Useless::NoAnswer)?;
        match came.status().as_u16() {
            200 => Ok(body),
            status => {
                let body = String::from_utf8_lossy(&body).into_owned();
                Err(Useless::Said(Answer { status, body, ..answer(came.headers()) }))
            }
        }
    }
}

/// The hash in `…/<sha256>.json`.
fn hash_in(key: &str) -> Option<&str> {
    let hash = key.rsplit_once('/')?.1.strip_suffix(".json")?;
    is_hash(hash).then_some(hash)
}
