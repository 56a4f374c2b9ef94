//! A page of a site that is not online yet, made to be looked at in a frame that can do nothing: without scripts, and with its
//! style and its pictures in it.

use base64::{Engine, engine::general_purpose::STANDARD};

/// How pictures end, and what they are.
const PICTURES: [(&str, &str); 4] =
    [(".svg", "image/svg+xml"), (".webp", "image/webp"), (".jpg", "image/jpeg"), (".png", "image/png")];
/// What asks for the dark.
const DARK: [&str; 2] = ["(prefers-color-scheme: dark)", "(prefers-color-scheme:dark)"];
/// What leaves the choice to the device.
const EITHER: [&str; 2] = ["color-scheme: light dark", "color-scheme:light dark"];

/// The page as a document for a frame. `read` gives what is in a file of the site, which lives under `base`.
pub fn page(html: &str, base: &str, dark: bool, read: impl Fn(&str) -> Option<Vec<u8>>) -> String {
    let root = between(html, "<html", ">").unwrap_or_default();
    let title = between(html, "<title>", "</title>").unwrap_or_default();
    let body = html.find("<body").map_or("", |at| &html[at..]);
    let style = in_light(between(html, "<style>", "</style>").unwrap_or_default(), dark);
    let style = STANDARD.encode(with_pictures(&style, base, &read));
    let body = with_pictures(&without(body, "<script", "</script>"), base, &read);
    format!(
        "<!doctype html><html{root}><head><meta charset=\"utf-8\"><meta name=\"viewport\" \
         content=\"width=device-width, initial-scale=1\"><title>{title}</title>\
         <link rel=\"stylesheet\" href=\"data:text/css;charset=utf-8;base64,{style}\"></head>{body}"
    )
}

/// What stands in a text between these.
pub fn between<'a>(text: &'a str, start: &str, end: &str) -> Option<&'a str> {
    let (_, rest) = text.split_once(start)?;
    Some(rest.split_once(end)?.0)
}

/// The text without whatever stands from `start` to `end`.
pub fn without(text: &str, start: &str, end: &str) -> String {
    let (mut kept, mut rest) = (String::with_capacity(text.len()), text);
    while let Some((before, from)) = rest.split_once(start) {
        kept += before;
        rest = from.split_once(end).map_or("", |(_, after)| after);
    }
    kept + rest
}

/// A style that is light or dark, whatever the device is.
fn in_light(style: &str, dark: bool) -> String {
    let media = if dark { "all" } else { "not all" };
    let scheme = if dark { "color-scheme:dark" } else { "color-scheme:light" };
    let style = DARK.iter().fold(style.to_owned(), |style, asks| style.replace(asks, media));
    EITHER.iter().fold(style, |style, either| style.replace(either, scheme))
}

/// A text in which the pictures of the site stand themselves.
pub fn with_pictures(text: &str, base: &str, read: &impl Fn(&str) -> Option<Vec<u8>>) -> String {
    let start = format!("{base}assets/");
    let (mut out, mut rest) = (String::with_capacity(text.len()), text);
    while let Some(at) = rest.find(&start) {
        let from = &rest[at..];
        let end = from.find(['"', '\'', ' ', ',', ')']).unwrap_or(from.len());
        let address = &from[..end];
        let kind = PICTURES.iter().find(|(end, _)| address.ends_with(end));
        let bytes = address.strip_prefix(base).and_then(read);
        out += &rest[..at];
        match (kind, bytes) {
            (Some((_, kind)), Some(bytes)) => out += &format!("data:{kind};base64,{}", STANDARD.encode(bytes)),
            _ => out += address,
        }
        rest = &from[end..];
    }
    out + rest
}

#[cfg(test)]
mod tests {
    use super::*;

    const PAGE: &str = "<!doctype html><html lang=\"nl\" dir=\"ltr\"><head><meta http-equiv=\"Content-Security-Policy\" \
        content=\"default-src 'none'\"><title>Dorp</title><style>:root{color-scheme:light dark}@media (prefers-color-scheme: dark)\
        {a{b:url(/x/assets/a-1.svg)}}</style><script>go()</script></head><body class=\"b\"><img src=\"/x/assets/a-1.svg\" \
        srcset=\"/x/assets/a-1.webp 400w, /x/assets/weg.webp 800w\"><script type=\"module\">go()</script><p>Tekst</p></body></html>";

    fn read(path: &str) -> Option<Vec<u8>> {
        ["assets/a-1.svg", "assets/a-1.webp"].contains(&path).then(|| b"AB".to_vec())
    }

    #[test]
    fn the_page_has_its_pictures_in_it_and_nothing_that_runs() {
        let shown = page(PAGE, "/x/", false, read);
        assert!(shown.starts_with("<!doctype html><html lang=\"nl\" dir=\"ltr\"><head>"), "{shown}");
        assert!(shown.contains("<img src=\"data:image/svg+xml;base64,QUI=\" srcset=\"data:image/webp;base64,QUI= 400w, /x/assets/weg.webp 800w\"><p>Tekst"));
        assert!(!shown.contains("go()") && !shown.contains("script") && !shown.contains("Content-Security"), "{shown}");
    }

    #[test]
    fn it_is_light_or_dark_whatever_the_device_is() {
        let style = |dark| {
            let shown = page(PAGE, "/x/", dark, read);
            let (_, style) = shown.split_once("base64,").unwrap();
            String::from_utf8(STANDARD.decode(style.split_once('"').unwrap().0).unwrap()).unwrap()
        };
        assert_eq!(style(true), ":root{color-scheme:dark}@media all{a{b:url(data:image/svg+xml;base64,QUI=)}}");
        assert!(style(false).starts_with(":root{color-scheme:light}@media not all{"));
    }
}
