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

use super::{
    Pages,
    output::Output,
    shell::{Page, escape},
};
use crate::domain::site::Site;

/// Writes all of it. What counts only at the root of a host is left out under a sub-path.
pub fn write(pages: &Pages, out: &mut Output) {
    let (site, base) = (&pages.site, pages.assets.base.as_str());
    // GitHub's own generator leaves out folders that begin with a dot.
    out.text(".nojekyll", "");
    out.text("_headers", &headers::file(base, &site.embed));
    out.text("_redirects", &redirects::file(base));
    if let Some(map) = search::map(site, base, out.pages()) {
        out.text("sitemap.xml", &map);
    }
    if base == "/" {
        out.text("robots.txt", &search::robots(site));
        out.text(security::PATH, &security::file(site, pages.today));
    }
    for (name, script) in embed::files(site) {
        out.text(name, &script);
    }
    out.text(install::MANIFEST, &install::manifest(site, base));
    for (name, png) in install::icons() {
        out.bytes(name, &png);
    }
}

/// What a page's head says about all this.
pub fn links(site: &Site, base: &str, page: &Page) -> String {
    let mut links = format!(
        "<link rel=\"manifest\" href=\"{base}{}\"><link rel=\"apple-touch-icon\" href=\"{base}{}\">",
        install::MANIFEST,
        install::APPLE
    );
    if !page.listed {
        links += "<meta name=\"robots\" content=\"noindex\">";
    } else if site.address.is_some() {
        let address = escape(&address(site, &page.route.href(base, page.language)));
        links +=
            &format!("<link rel=\"canonical\" href=\"{address}\"><meta property=\"og:url\" content=\"{address}\">");
    }
    links
}

/// The whole address of a path, where the site's own address is known; else the path.
pub fn address(site: &Site, path: &str) -> String {
    format!("{}{path}", site.address.as_deref().unwrap_or_default())
}

#[cfg(test)]
mod tests {
    use crate::{content, domain::site::Site};
    use std::fs;

    /// The site of the example content.
    pub fn site() -> Site {
        let file = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("public/site.json");
        content::site::read(&serde_json::from_slice(&fs::read(file).unwrap()).unwrap()).unwrap()
    }
}
