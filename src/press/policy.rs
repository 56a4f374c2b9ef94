//! What a page may run and reach, as it says so itself: nothing from elsewhere, no inline code but our own by its hash, no
//! plug-ins, requests and forms only to the endpoints.

use super::assets::csp_hash;
use crate::domain::endpoint::{self, Endpoint, Endpoints, FormService};

/// The policy of a page for residents.
pub fn residents<'a>(endpoints: &Endpoints, style: &str, scripts: impl Iterator<Item = &'a String>) -> String {
    let origin = |url: &str| endpoint::origin(url).map(|origin| format!(" {origin}")).unwrap_or_default();
    let connect: String = endpoints
        .all()
        .iter()
        .map(|endpoint| match endpoint {
            Endpoint::Collector { url } | Endpoint::Form(FormService { url, .. }) => origin(url),
            Endpoint::S3 { intake, origin: bucket } => origin(intake) + &origin(bucket),
            Endpoint::File { .. } => String::new(),
        })
        .collect();
    let form = origin(&endpoints.action("/").unwrap_or_default());
    format!(
        "default-src 'none'; {}; img-src 'self' data:; connect-src 'self'{connect}; form-action 'self'{form}; \
         manifest-src 'self'; worker-src 'self'; base-uri 'none'",
        own(style, scripts)
    )
}

/// The policy of the desk. It reaches whatever the host says to open, and shows pictures and frames of its own making, with a
/// style that stands in them, and what somebody tries out on the site itself.
pub fn desk<'a>(style: &str, scripts: impl Iterator<Item = &'a String>) -> String {
    format!(
        "default-src 'none'; {} data:; img-src 'self' data: blob:; frame-src 'self' blob:; connect-src 'self' https:; \
         form-action 'none'; manifest-src 'self'; worker-src 'self'; base-uri 'none'",
        own(style, scripts)
    )
}

/// Our own scripts and style.
fn own<'a>(style: &str, scripts: impl Iterator<Item = &'a String>) -> String {
    let scripts: Vec<_> = scripts.map(|code| csp_hash(code)).collect();
    format!("script-src 'self' 'wasm-unsafe-eval' {}; style-src 'self' {}", scripts.join(" "), csp_hash(style))
}
