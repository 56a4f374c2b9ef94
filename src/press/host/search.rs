//! For search engines: `robots.txt` and, where the site's address is known, `sitemap.xml`.

use crate::{
    domain::{language::Language, route::Route, site::Site},
    press::{html::escape, made::PageFile},
};

const MAP: &str = "sitemap.xml";

/// All may read everything; there is nothing to find under `/api/`.
pub fn robots(site: &Site) -> String {
    let map = site.address.as_ref().map(|_| format!("\nSitemap: {}\n", site.whole(&format!("/{MAP}"))));
    format!("User-agent: *\nDisallow: /api/\n{}", map.unwrap_or_default())
}

/// Every page that says the same to everybody, each with itself in other languages. A map needs whole addresses.
pub fn map(site: &Site, base: &str, pages: &[PageFile]) -> Option<String> {
    site.address.as_ref()?;
    let at = |route: &Route, language: Language| escape(&site.whole(&route.href(base, language)));
    let mut text = String::from(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\" \
         xmlns:xhtml=\"http://www.w3.org/1999/xhtml\">\n",
    );
    let ours = |page: &&PageFile| {
        use Route::{Desk, FeedbackVersion, Follow, Mine, Offline, Sheet};
        !matches!(page.route, Mine | Follow | Desk | Offline | FeedbackVersion(..) | Sheet(_))
    };
    for PageFile { route, language, .. } in pages.iter().filter(ours) {
        text += &format!("<url><loc>{}</loc>", at(route, *language));
        let twins: Vec<_> = pages.iter().filter(|other| other.route == *route).map(|other| other.language).collect();
        for twin in twins.iter().copied().filter(|_| twins.len() > 1) {
            let (code, href) = (twin.code(), at(route, twin));
            text += &format!("<xhtml:link rel=\"alternate\" hreflang=\"{code}\" href=\"{href}\"/>");
        }
        text += "</url>\n";
    }
    Some(text + "</urlset>\n")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{domain::id::Id, press::host::tests::site};
    use Language::{En, Nl};

    #[test]
    fn a_map_names_whole_addresses_and_only_pages_that_are_the_same_for_everybody() {
        let mut site = site();
        let bus = Route::Consultation(Id::try_from("bus").unwrap());
        let pages = [(Route::Overview, Nl), (Route::Overview, En), (Route::Mine, Nl), (bus, Nl)];
        let pages = pages.map(|(route, language)| PageFile { route, language, edition: None });
        assert_eq!(map(&site, "/", &pages), None, "without an address there is no map");
        site.address = Some("https://denkmee.example.nl".into());
        let text = map(&site, "/sub/", &pages).unwrap();
        assert_eq!(text.matches("<url>").count(), 3);
        assert!(text.contains("<loc>https://denkmee.example.nl/sub/vraag/bus/</loc></url>"));
        assert!(
            text.contains(
                "<xhtml:link rel=\"alternate\" hreflang=\"en\" href=\"https://denkmee.example.nl/sub/en/\"/>"
            )
        );
        assert!(!text.contains("mijn-reacties"));
    }

    #[test]
    fn robots_may_read_all_and_learn_of_the_map_where_there_is_one() {
        let mut site = site();
        assert_eq!(robots(&site), "User-agent: *\nDisallow: /api/\n");
        site.address = Some("https://denkmee.example.nl".into());
        assert!(robots(&site).ends_with("\n\nSitemap: https://denkmee.example.nl/sitemap.xml\n"));
    }
}
