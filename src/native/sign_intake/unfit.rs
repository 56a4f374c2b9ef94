//! How the signed intake of a published site stands: whether browsers can use it, and for how much longer.

use crate::{
    domain::{
        endpoint::{Endpoint, Endpoints},
        from_json::read,
        intake::{FORMAT, Intake},
    },
    files::intake::{Unfit, UnfitIntake},
};
use jiff::{SignedDuration, Timestamp};
use std::{fs, path::Path};

/// With less left than this, the daily signing has failed to run.
const SOON: SignedDuration = SignedDuration::from_hours(24);

/// Looks at every intake that the site in `dir` has, for these endpoints.
pub fn findings(endpoints: &Endpoints, dir: &Path, now: Timestamp) -> Vec<UnfitIntake> {
    let look = |endpoint: &Endpoint| {
        let Endpoint::S3 { intake, origin } = endpoint else { return None };
        // One on another host is not ours to look at.
        let file = dir.join(intake.strip_prefix('/')?);
        let fault = fault(fs::read_to_string(&file).ok().as_deref(), origin, now)?;
        Some(UnfitIntake { file, fault })
    };
    endpoints.all().iter().filter_map(look).collect()
}

fn fault(text: Option<&str>, origin: &str, now: Timestamp) -> Option<Unfit> {
    let Some(text) = text else { return Some(Unfit::Missing) };
    let intake = read::<Intake>(text).filter(|intake| intake.format == FORMAT);
    let Some(Intake { url, expires, .. }) = intake else { return Some(Unfit::NotAnIntake) };
    let Ok(until) = expires.parse::<Timestamp>() else { return Some(Unfit::NotAnIntake) };
    if url != origin && !url.starts_with(&format!("{origin}/")) {
        return Some(Unfit::Elsewhere { url, origin: origin.to_owned() });
    }
    match until.duration_since(now) {
        left if left <= SignedDuration::ZERO => Some(Unfit::Expired(expires)),
        left if left < SOON => Some(Unfit::Expiring(expires)),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn what_keeps_browsers_from_the_bucket_is_found() {
        let origin = "https://s3.example.org";
        let intake = |url: &str, expires: &str| {
            json!({"format": FORMAT, "url": url, "prefix": "in", "fields": {"key": ""}, "expires": expires}).to_string()
        };
        let at = |text: Option<&str>, now: &str| fault(text, origin, now.parse().unwrap());
        let good = intake("https://s3.example.org/reacties", "2026-12-01T12:00:00Z");
        let until = || "2026-12-01T12:00:00Z".to_owned();
        assert_eq!(at(Some(&good), "2026-11-30T12:00:00Z"), None);
        assert_eq!(at(Some(&good), "2026-11-30T12:00:01Z"), Some(Unfit::Expiring(until())));
        assert_eq!(at(Some(&good), "2026-12-01T12:00:00Z"), Some(Unfit::Expired(until())));
        assert_eq!(at(None, "2026-11-30T12:00:00Z"), Some(Unfit::Missing));
        for wrong in ["{}", "", &intake("https://s3.example.org", "morgen"), &good.replace("intake/1", "intake/2")] {
            assert_eq!(at(Some(wrong), "2026-11-30T12:00:00Z"), Some(Unfit::NotAnIntake), "{wrong}");
        }
        for url in ["https://reacties.s3.example.org", "https://s3.example.org.evil.example/reacties"] {
            let elsewhere = Unfit::Elsewhere { url: url.to_owned(), origin: origin.to_owned() };
            assert_eq!(at(Some(&intake(url, &until())), "2026-11-30T12:00:00Z"), Some(elsewhere));
        }
    }
}
