//! Showing pages of the site in an `<iframe>` of another one: `embed.js` for the page around it, `frame.js` for the
//! page inside. Every site has the first, as it also tells who sees nothing where to look; it has the second when it
//! names other sites in `embed`.

use crate::{
    domain::{language::Language, site::Site},
    press::squeeze::squeeze_script,
    texts::site as t,
};
use serde_json::json;

/// For the page around the frame. Others refer to it, so its name stays.
pub const OUTSIDE: &str = "embed.js";

/// For the page in the frame.
const INSIDE: &str = "frame.js";

/// The files: name and text.
pub fn files(site: &Site) -> Vec<(&'static str, String)> {
    let words = |language| [t::not_framed(language), t::not_framed_alone(language)];
    let words = json!({"nl": words(Language::Nl), "en": words(Language::En)}).to_string();
    let outside = (OUTSIDE, squeeze_script(include_str!("embed.js")).replace("%WORDS%", &words));
    let friends = serde_json::to_string(&site.embed).unwrap_or_default();
    let inside = || (INSIDE, squeeze_script(include_str!("frame.js")).replace("%FRIENDS%", &friends));
    [outside].into_iter().chain((!site.embed.is_empty()).then(inside)).collect()
}

/// The script in each page: in a frame, it fetches the rest.
pub fn script(site: &Site, base: &str) -> Option<String> {
    (!site.embed.is_empty()).then(|| format!("if(parent!==self)import(\"{base}{INSIDE}\")\n"))
}

/// Who may frame the site, as the security policy says it.
pub fn ancestors(embed: &[String]) -> String {
    let friends = embed.iter().map(|origin| format!(" {origin}"));
    format!("frame-ancestors 'self'{}", friends.collect::<String>())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::press::host::tests::site;

    #[test]
    fn only_the_sites_that_are_named_may_frame_it_and_learn_its_height() {
        let mut site = site();
        assert_eq!(ancestors(&site.embed), "frame-ancestors 'self'");
        assert_eq!((files(&site).len(), script(&site, "/")), (1, None), "only what tells that it may not be shown");
        assert!(files(&site)[0].1.contains("Open de pagina") && !files(&site)[0].1.contains('%'));
        site.embed = vec!["https://www.example.nl".into(), "https://pers.example.nl".into()];
        assert_eq!(ancestors(&site.embed), "frame-ancestors 'self' https://www.example.nl https://pers.example.nl");
        let files = files(&site);
        assert!(files[1].1.starts_with("const friends = [\"https://www.example.nl\",\"https://pers.example.nl\"];"));
        assert_eq!(script(&site, "/sub/").as_deref(), Some("if(parent!==self)import(\"/sub/frame.js\")\n"));
    }
}
