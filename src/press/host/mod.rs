//! What static hosts, search engines and telephones want to find beside the pages.
//!
//! - [`embed`]: pages in a frame of another site.
//! - [`headers`]: what every answer says about itself; `_headers`.
//! - [`redirects`]: addresses that people try; `_redirects`.
//! - [`search`]: `robots.txt` and `sitemap.xml`.
//! - [`install`]: the manifest and the icons of the site as an app.
//! - [`security`]: where to report a weak spot; `security.txt`.

pub mod embed;
pub mod headers;
mod install;
mod redirects;
mod search;
mod security;

use super::{html::escape, made::Made};
use crate::{
    domain::{language::Language, route::Route},
    view::page::Around,
};

pub use install::{ICONS, Icon, manifest};

/// Writes all of it. What counts only at the root of a host is left out under a sub-path.
pub fn write(around: &Around, out: &mut Made) {
    let (site, base) = (&around.site, around.base.as_str());
    // GitHub's own generator leaves out folders that begin with a dot.
    out.text(".nojekyll", "");
    out.text("_headers", &headers::file(base, &site.embed));
    out.text("_redirects", &redirects::file(base));
    if let Some(map) = search::map(site, base, out.pages()) {
        out.text("sitemap.xml", &map);
    }
    if base == "/" {
        out.text("robots.txt", &search::robots(site));
        out.text(security::PATH, &security::file(site, around.today));
    }
    for (name, script) in embed::files(site) {
        out.text(name, &script);
    }
    out.text(install::MANIFEST, &install::manifest(site, base));
    if out.pages().iter().any(|page| page.route == Route::Desk) {
        out.text(install::DESK, &install::desk(site, base));
    }
}

/// What a page's head says about all this. It is `listed` when it can be found at its address.
pub fn links(around: &Around, route: &Route, language: Language, listed: bool) -> String {
    let Around { site, base, .. } = around;
    let mut links = format!(
        "<link rel=\"manifest\" href=\"{base}{}\"><link rel=\"apple-touch-icon\" href=\"{base}{}\">",
        if *route == Route::Desk { install::DESK } else { install::MANIFEST },
        install::APPLE
    );
    if !listed {
        links += "<meta name=\"robots\" content=\"noindex\">";
    } else if site.address.is_some() {
        let address = escape(&site.whole(&route.href(base, language)));
        links +=
            &format!("<link rel=\"canonical\" href=\"{address}\"><meta property=\"og:url\" content=\"{address}\">");
    }
    links
}

#[cfg(test)]
mod tests {
    use crate::{domain::site::Site, files::read};
    use std::fs;

    /// The site of the example content.
    pub fn site() -> Site {
        let file = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("public/site.json");
        read::site::read(&serde_json::from_slice(&fs::read(file).unwrap()).unwrap()).unwrap()
    }
}
