//! A plain form, from a browser without JavaScript: answered with a page, and whatever goes wrong, with what was typed.

use super::{
    super::{
        doubles::Browser,
        published::Published,
        state::Collector,
        store::{Arrival, Kept, StoreFault},
    },
    envelope,
    refused::Refused,
    urlencoded,
};
use crate::{
    domain::{
        consultation::Consultation,
        day::Day,
        digest::sha256,
        draft::Draft,
        id::{Id, ReactionId},
        language::Language,
        reaction::{Stamp, WIRE_LIMIT},
        receipt::Receipt,
    },
    files::posted::{Mend, PostedForm, Said},
    native::identity,
    press::answers,
};
use axum::{
    http::{StatusCode, header},
    response::{IntoResponse, Response},
};
use std::{sync::Arc, time::Instant};

/// What was posted.
struct Posted {
    slug: Option<Id>,
    revision: Option<u32>,
    language: Language,
    id: Option<ReactionId>,
    draft: Draft,
    body: Vec<u8>,
}

/// What the page says.
enum Page {
    Receipt { slug: Id, receipt: Receipt, day: Day, kept: Kept },
    Problems { mend: Mend, id: ReactionId },
    Failure(Refused),
}

/// Answers a form that was read, or could not be.
pub async fn answer(
    collector: &Arc<Collector>,
    body: Result<Vec<u8>, Refused>,
    pace: Result<(), Refused>,
    browser: &Browser,
) -> Response {
    let published = collector.published();
    let posted = body.and_then(Posted::read);
    let (posted, page) = match posted {
        Err(refused) => (Posted::nothing(), Page::Failure(refused)),
        Ok(posted) => {
            let page = match pace {
                Ok(()) => take(collector, &published, &posted, browser).await.unwrap_or_else(Page::Failure),
                Err(refused) => Page::Failure(refused),
            };
            (posted, page)
        }
    };
    // Making a page takes a while; the others should not wait for it.
    let drawn = tokio::task::spawn_blocking(move || draw(&published, &posted, page)).await;
    drawn.unwrap_or_else(|_| Refused::Busy.into_response())
}

impl Posted {
    fn nothing() -> Self {
        Self {
            slug: None,
            revision: None,
            language: Language::default(),
            id: None,
            draft: Draft::default(),
            body: Vec::new(),
        }
    }

    fn read(body: Vec<u8>) -> Result<Self, Refused> {
        let pairs = urlencoded::pairs(&body).ok_or_else(Refused::not_utf8)?;
        let one = |name: &str| pairs.iter().find(|(key, _)| key == name).map_or("", |(_, value)| value.as_str());
        Ok(Self {
            slug: Id::try_from(one("consultation")).ok(),
            revision: PostedForm::revision(one("revision")),
            language: Language::from_code(one("language")).unwrap_or_default(),
            id: ReactionId::try_from(one("id")).ok(),
            draft: Draft::from_pairs(pairs.clone()),
            body,
        })
    }
}

async fn take(
    collector: &Collector,
    published: &Published,
    posted: &Posted,
    browser: &Browser,
) -> Result<Page, Refused> {
    let today = collector.clock.today();
    let consultation = envelope::open(published, posted.slug.as_ref().ok_or(Refused::Unknown)?, today)?;
    let length: usize = posted.draft.pairs().map(|(name, value)| name.len() + value.len()).sum();
    if length > WIRE_LIMIT {
        return Err(Refused::TooLarge);
    }
    let (id, day) = match &posted.id {
        Some(id) => (id.clone(), today),
        None => {
            let given = collector.doubles.id(browser, &posted.body, &posted.draft, today, Instant::now());
            let given = given.map_err(|_| Refused::Busy)?;
            (given.id, given.day)
        }
    };
    let slug = consultation.slug.clone();
    let (revision, language, draft) = (posted.revision, posted.language, posted.draft.clone());
    let form = PostedForm { slug: slug.clone(), revision, language, draft };
    match form.judge(&published.content, &published.base).ok_or(Refused::Unknown)? {
        Err(mend) => Ok(Page::Problems { mend, id }),
        Ok(said) => {
            let (kept, receipt) = keep(collector, &slug, &said, posted, id, day).await?;
            Ok(Page::Receipt { slug, receipt, day, kept })
        }
    }
}

/// Keeps the reaction under this id. When that is in use for other content (somebody went back, changed their words
/// and sent again), under one that belongs to the new content.
async fn keep(
    collector: &Collector,
    slug: &Id,
    said: &Said,
    posted: &Posted,
    id: ReactionId,
    today: Day,
) -> Result<(Kept, Receipt), Refused> {
    let content = serde_json::to_vec(&posted.draft).unwrap_or_default();
    let other = collector.receipts.another_id(&id, &content);
    let fresh = identity::reaction_id().map_err(|_| Refused::Busy)?;
    for id in [id, other, fresh] {
        let receipt = collector.receipts.receipt(&id);
        let stamp = Stamp { id: id.clone(), tag: receipt.tag(slug), day: today };
        let body = said.envelope(posted.draft.quote_consent(), stamp).into_bytes();
        if body.len() > WIRE_LIMIT {
            return Err(Refused::TooLarge);
        }
        let sha256 = sha256(&body);
        let (id, consultation) = (id.as_str().to_owned(), slug.to_string());
        match collector.store.keep(Arrival { id, consultation, sha256, received: today, body }).await {
            Ok(kept) => return Ok((kept, receipt)),
            Err(StoreFault::Conflict) => {}
            Err(fault) => return Err(fault.into()),
        }
    }
    Err(Refused::Busy)
}

fn draw(published: &Published, posted: &Posted, page: Page) -> Response {
    let (pages, language, draft) = (&published.pages, posted.language, &posted.draft);
    let consultation = |slug: &Id| -> Option<&Consultation> { published.content.consultations.get(slug) };
    let (status, html) = match &page {
        Page::Receipt { slug, receipt, day, kept } => match consultation(slug) {
            Some(consultation) => {
                let status = if *kept == Kept::New { StatusCode::CREATED } else { StatusCode::OK };
                (status, answers::receipt_page(pages, consultation, language, receipt, *day, draft))
            }
            None => return failure(published, posted, &Refused::Unknown),
        },
        Page::Problems { mend: Mend { form, problems }, id } => {
            (StatusCode::UNPROCESSABLE_ENTITY, answers::problem_page(pages, form, draft, problems, id))
        }
        Page::Failure(refused) => return failure(published, posted, refused),
    };
    (status, [(header::CONTENT_TYPE, "text/html; charset=utf-8")], html).into_response()
}

fn failure(published: &Published, posted: &Posted, refused: &Refused) -> Response {
    let consultation = posted.slug.as_ref().and_then(|slug| published.content.consultations.get(slug));
    let html = answers::failure_page(&published.pages, consultation, posted.language, refused.failure(), &posted.draft);
    refused.page(html)
}
