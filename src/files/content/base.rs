//! Addresses of endpoints that hold the site's base a second time: `/denkmee/api/reactions` under `/denkmee/` would be
//! `/denkmee/denkmee/api/reactions`.

use super::{Content, FileFault, Problem};
use crate::{
    domain::endpoint::{Endpoint, FormService},
    files::read::{Cause, Finding},
};

/// Every endpoint whose path begins with the base.
pub fn problems(content: &Content, base: &str) -> Vec<Problem> {
    let all = content.site.endpoint.all();
    let twice = all.iter().enumerate().filter_map(|(n, endpoint)| {
        let (field, path) = match endpoint {
            Endpoint::Collector { url } | Endpoint::Form(FormService { url, .. }) => ("url", url),
            Endpoint::S3 { intake, .. } => ("intake", intake),
            Endpoint::File { .. } => return None,
        };
        let rest = path.strip_prefix(base).filter(|_| base != "/")?;
        let place = if all.len() > 1 { format!("$.endpoint[{n}].{field}") } else { format!("$.endpoint.{field}") };
        let cause = Cause::BaseTwice { base: base.to_owned(), should: format!("/{rest}") };
        let fault = FileFault::Content(Finding { path: place, cause });
        Some(Problem { file: content.site_file.clone(), spot: None, fault })
    });
    twice.collect()
}
