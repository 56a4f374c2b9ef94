//! JSON: an envelope from the app, answered with an acknowledgement that names its id and hash.

use super::{
    super::{
        published::Published,
        state::Collector,
        store::{Arrival, Kept},
    },
    refused::Refused,
};
use crate::domain::{
    consultation::{Consultation, Status},
    day::Day,
    digest::sha256,
    id::{Id, ReactionId},
    reaction::{Header, judge},
};
use axum::{
    http::{StatusCode, header},
    response::{IntoResponse, Response},
};
use serde::Serialize;

/// What the collector says when a reaction is on its disk.
#[derive(Serialize)]
struct Acknowledgement<'a> {
    id: &'a str,
    sha256: &'a str,
}

/// Answers a body that was read, or could not be.
pub async fn answer(collector: &Collector, body: Result<Vec<u8>, Refused>) -> Response {
    let taken = match body {
        Ok(body) => take(collector, body).await,
        Err(refused) => Err(refused),
    };
    let (kept, id, hash) = match taken {
        Ok(taken) => taken,
        Err(refused) => return refused.into_response(),
    };
    let status = match kept {
        Kept::New => StatusCode::CREATED,
        Kept::Already => StatusCode::OK,
    };
    let body = serde_json::to_string(&Acknowledgement { id: id.as_str(), sha256: &hash }).unwrap_or_default();
    (status, [(header::CONTENT_TYPE, "application/json")], body).into_response()
}

async fn take(collector: &Collector, body: Vec<u8>) -> Result<(Kept, ReactionId, String), Refused> {
    std::str::from_utf8(&body).map_err(|_| Refused::not_utf8())?;
    let header = Header::read(&body)?;
    let (today, hash) = (collector.clock.today(), sha256(&body));
    if let Err(refused) = takes(&collector.published(), &header, today) {
        // Sent before, and the answer was lost: it was taken then, whatever has changed since.
        return match collector.store.hash_of(header.id.as_str()).await? {
            Some(kept) if kept == hash => Ok((Kept::Already, header.id, hash)),
            _ => Err(refused),
        };
    }
    let Header { id, consultation, .. } = header;
    let (text, consultation) = (id.as_str().to_owned(), consultation.to_string());
    let entry = Arrival { id: text, consultation, sha256: hash.clone(), received: today, body };
    Ok((collector.store.keep(entry).await?, id, hash))
}

/// Whether it can be taken today. What does not fit the questions is kept all the same; who reads it is told.
fn takes(published: &Published, header: &Header, today: Day) -> Result<(), Refused> {
    let judged = judge(header, published.content.known(header));
    match &judged {
        // Whether sending works is tried before people can react, too.
        Ok(judged) if judged.test && published.content.consultations.contains_key(&header.consultation) => {}
        _ => drop(open(published, &header.consultation, today)?),
    }
    Ok(judged.map(drop)?)
}

/// The consultation with this slug, if one can react to it today.
pub fn open<'a>(published: &'a Published, slug: &Id, today: Day) -> Result<&'a Consultation, Refused> {
    let consultation = published.content.consultations.get(slug).ok_or(Refused::Unknown)?;
    match consultation.status(today, None) {
        Status::Open => Ok(consultation),
        Status::Announced => Err(Refused::NotOpen),
        Status::Waiting | Status::Overdue | Status::Answered | Status::Withdrawn => Err(Refused::Closed),
    }
}
