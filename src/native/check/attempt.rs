//! A reaction that is sent to try whether sending works: by the same code as in a resident's browser, and marked
//! `"test": true`, so that it is never counted.

use crate::{
    domain::{
        attempt::{Came, Tried},
        bucket::{Answer, Trouble},
        consultation::{Consultation, Status},
        day::Day,
        delivery::{Delivery, Parcel, Refusal, RequestSpec, Response, classify, encode},
        endpoint::Endpoint,
        from_json,
        id::ReactionId,
        intake::Intake,
        question::Kind,
        trial::{self, About},
    },
    files::content::Content,
    native::{identity, sign_intake},
};
use serde_json::{Value, json};
use std::{fs, path::Path, time::Duration};
use ureq::Agent;

/// How long an answer may take.
const PATIENCE: Duration = Duration::from_secs(30);
/// More of an answer is not read.
const ENOUGH: u64 = 64 * 1024;

/// Tries every endpoint of the site that was published in `dir` and will be at `origin`.
pub fn run(content: &Content, dir: &Path, origin: Option<&str>, today: Day) -> Vec<Tried> {
    let origin = origin.or(content.site.address.as_deref());
    let all = content.site.endpoint.all().iter();
    all.map(|endpoint| {
        let (place, came) = one(endpoint, content, dir, origin, today);
        Tried { place, came }
    })
    .collect()
}

fn one(endpoint: &Endpoint, content: &Content, dir: &Path, origin: Option<&str>, today: Day) -> (String, Came) {
    let place = match endpoint {
        Endpoint::Collector { url } => url.clone(),
        Endpoint::Form(service) => service.url.clone(),
        Endpoint::S3 { intake, .. } => intake.clone(),
        Endpoint::File { mail } => return (mail.clone(), Came::ByHand),
    };
    let consultation = content.consultations.values().min_by_key(|one| !is_open(one, today));
    let (Some(consultation), Ok(id)) = (consultation, identity::reaction_id()) else { return (place, Came::Nothing) };
    let envelope = envelope(consultation, &id, today);
    let parcel = Parcel { id: &id, consultation: &consultation.slug, envelope: &envelope };
    let intake = match endpoint {
        Endpoint::S3 { intake, .. } => match self::intake(intake, dir) {
            Some(intake) => Some(intake),
            None => return (place, Came::NoIntake),
        },
        _ => None,
    };
    // Without an intake for a bucket, and by hand, there is nothing to send; both have been told.
    let Ok(mut request) = encode(&parcel, endpoint, &base(dir), intake.as_ref()) else {
        return (place, Came::NoIntake);
    };
    if request.url.starts_with('/') {
        let Some(origin) = origin else { return (place, Came::NoAddress) };
        request.url = format!("{origin}{}", request.url);
    }
    let came = match send(&request, origin) {
        Some(reply) => came(endpoint, &parcel, &reply),
        None => Came::NoAnswer,
    };
    (request.url, came)
}

fn is_open(consultation: &Consultation, today: Day) -> bool {
    consultation.status(today, None) == Status::Open
}

/// The base under which the site in this folder was published.
fn base(dir: &Path) -> String {
    let assets = fs::read(dir.join("assets.json")).ok().and_then(|text| serde_json::from_slice::<Value>(&text).ok());
    assets.and_then(|assets| Some(assets.get("base")?.as_str()?.to_owned())).unwrap_or_else(|| "/".to_owned())
}

/// The signed form of a bucket, from the site's folder or from where it is.
fn intake(place: &str, dir: &Path) -> Option<Intake> {
    let text = match place.strip_prefix('/') {
        Some(path) => fs::read_to_string(dir.join(path)).ok()?,
        None => agent().get(place).call().ok()?.body_mut().with_config().limit(ENOUGH).read_to_string().ok()?,
    };
    from_json::read::<Intake>(&text).filter(|intake| intake.format == crate::domain::intake::FORMAT)
}

/// A reaction with an answer to what must be answered, and to the first question in any case.
fn envelope(consultation: &Consultation, id: &ReactionId, today: Day) -> String {
    let asked = consultation.questions.iter().enumerate().filter(|(n, question)| *n == 0 || question.required);
    let answers: Vec<_> = asked
        .map(|(_, question)| json!({ "question": question.id.as_str(), "value": value(&question.kind) }))
        .collect();
    let about = About {
        slug: &consultation.slug,
        revision: consultation.revision,
        language: consultation.languages.first().copied().unwrap_or_default(),
    };
    trial::envelope(&about, id, today, &answers)
}

fn value<T>(kind: &Kind<T>) -> Value {
    let first = |ids: &mut dyn Iterator<Item = &str>| ids.next().unwrap_or_default().to_owned();
    match kind {
        Kind::Story(_) | Kind::Text(_) => json!("Proef van beginspraak check: telt niet mee."),
        Kind::Single(single) => json!(first(&mut single.0.options.iter().map(|option| option.id.as_str()))),
        Kind::Multiple(multiple) => {
            json!([first(&mut multiple.choices.options.iter().map(|option| option.id.as_str()))])
        }
        Kind::Scale(scale) => json!(scale.limits.min),
        Kind::Ranking(ranking) => ranking.options.iter().map(|option| option.id.as_str()).collect(),
        Kind::Dilemma(_) => json!({ "lean": 0 }),
        Kind::Place(place) => {
            json!({ "municipality": first(&mut place.municipalities.iter().map(|one| one.name.as_str())) })
        }
    }
}

/// What came back.
struct Reply {
    response: Response,
    answer: Answer,
    location: Option<String>,
    /// Whether a browser on the site may read it.
    readable: bool,
}

fn agent() -> Agent {
    let config = Agent::config_builder().timeout_global(Some(PATIENCE)).http_status_as_error(false);
    config.max_redirects(0).max_redirects_will_error(false).build().into()
}

fn send(request: &RequestSpec, origin: Option<&str>) -> Option<Reply> {
    let agent = agent();
    let abroad = origin.filter(|origin| request.url != **origin && !request.url.starts_with(&format!("{origin}/")));
    let may_read = |headers: &ureq::http::HeaderMap| {
        let allowed = headers.get("access-control-allow-origin").and_then(|value| value.to_str().ok());
        abroad.is_none_or(|origin| allowed.is_some_and(|allowed| allowed == "*" || allowed == origin))
    };
    let mut readable = true;
    // For anything but a form, browsers ask first.
    if let Some(origin) = abroad.filter(|_| request.content_type == "application/json") {
        let asked =
            agent.options(&request.url).header("Origin", origin).header("Access-Control-Request-Method", "POST");
        let asked = asked.header("Access-Control-Request-Headers", "content-type").call().ok()?;
        readable = asked.status().is_success() && may_read(asked.headers());
    }
    let post = agent.post(&request.url).header("Content-Type", &request.content_type);
    let post = match origin {
        Some(origin) => post.header("Origin", origin),
        None => post,
    };
    let mut got = post.send(request.body.as_str()).ok()?;
    let header = |name: &str| got.headers().get(name).and_then(|value| value.to_str().ok()).map(str::to_owned);
    let (status, location) = (got.status().as_u16(), header("location"));
    let content_type = header("content-type");
    let answer = sign_intake::answer(got.headers());
    readable &= may_read(got.headers());
    let body = got.body_mut().with_config().limit(ENOUGH).read_to_vec().unwrap_or_default();
    let body = String::from_utf8_lossy(&body).into_owned();
    let response = Response {
        status,
        redirected: (300..400).contains(&status),
        content_type: content_type.unwrap_or_default(),
        body: body.clone(),
    };
    Some(Reply { response, answer: Answer { status, body, ..answer }, location, readable })
}

fn came(endpoint: &Endpoint, parcel: &Parcel, reply: &Reply) -> Came {
    let Reply { response, answer, location, readable } = reply;
    let status = response.status;
    let bucket = || Came::Bucket(Trouble::read(answer));
    match classify(endpoint, parcel, response) {
        Delivery::Accepted if *readable => Came::Taken,
        Delivery::Accepted => Came::NotReadable,
        Delivery::Refused(Refusal::Closed) => Came::Closed,
        Delivery::Refused(why) => Came::Refused(why),
        _ if matches!(endpoint, Endpoint::S3 { .. }) => bucket(),
        _ if response.redirected => Came::Elsewhere(location.clone()),
        _ if response.content_type.starts_with("text/html") => Came::Page(status),
        _ if status == 429 || status >= 500 => Came::Busy(status),
        _ => Came::Other(status, response.body.chars().filter(|c| !c.is_control()).take(80).collect()),
    }
}
