//! A drawing in SVG. Such a file may hold scripts, and fetch from elsewhere; of what comes in, only shapes stay.

use roxmltree::{Document, Node};
use std::fmt::Write;

/// What a drawing is made of. Everything else is left out: scripts, pages within it, pictures within it, animations,
/// and what drawing programs keep for themselves.
const ELEMENTS: [&str; 21] = [
    "svg",
    "g",
    "defs",
    "symbol",
    "use",
    "title",
    "desc",
    "path",
    "rect",
    "circle",
    "ellipse",
    "line",
    "polyline",
    "polygon",
    "text",
    "tspan",
    "linearGradient",
    "radialGradient",
    "stop",
    "clipPath",
    "mask",
];
/// Left out without a word: nobody sees that they are gone.
const SILENT: [&str; 2] = ["metadata", "namedview"];
const SVG: &str = "http://www.w3.org/2000/svg";
const XLINK: &str = "http://www.w3.org/1999/xlink";

/// A drawing with nothing but shapes in it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Drawing {
    /// What to write in its file.
    pub text: String,
    /// How wide, in units of its own.
    pub width: u32,
    /// How high.
    pub height: u32,
    /// The names of what was left out and may be missed.
    pub left_out: Vec<String>,
}

/// Why it is no drawing.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NoDrawing {
    /// It is no XML, or it defines words of its own.
    NoXml,
    /// It is not SVG.
    NoSvg,
    /// It does not say how wide and high it is.
    NoSize,
}

/// Takes out of an SVG what may not stand on a site.
pub fn clean(text: &str) -> Result<Drawing, NoDrawing> {
    let options = roxmltree::ParsingOptions { allow_dtd: false, nodes_limit: 200_000, ..Default::default() };
    // Programs write a line about the kind of document, which says nothing here.
    let without = match (text.find("<!DOCTYPE"), text.contains("<!ENTITY")) {
        (Some(start), false) => match text[start..].find('>') {
            Some(end) => format!("{}{}", &text[..start], &text[start + end + 1..]),
            None => return Err(NoDrawing::NoXml),
        },
        _ => text.to_owned(),
    };
    let document = Document::parse_with_options(&without, options).map_err(|_| NoDrawing::NoXml)?;
    let root = document.root_element();
    if root.tag_name().name() != "svg" || root.tag_name().namespace() != Some(SVG) {
        return Err(NoDrawing::NoSvg);
    }
    let (width, height) = measures(root).ok_or(NoDrawing::NoSize)?;
    let mut drawing = Drawing { text: String::new(), width, height, left_out: Vec::new() };
    write(root, &mut drawing);
    drawing.text.push('\n');
    Ok(drawing)
}

/// From the view box, or else from width and height in pixels.
fn measures(root: Node) -> Option<(u32, u32)> {
    let number = |text: &str| text.trim_end_matches("px").parse::<f64>().ok().filter(|n| (1.0..=100_000.0).contains(n));
    let sides = match root.attribute("viewBox") {
        Some(area) => {
            let mut numbers = area.split([' ', ',']).filter(|part| !part.is_empty()).skip(2);
            (numbers.next().and_then(number), numbers.next().and_then(number))
        }
        None => (root.attribute("width").and_then(number), root.attribute("height").and_then(number)),
    };
    let round = |side: f64| side.round() as u32;
    Some((round(sides.0?), round(sides.1?)))
}

fn write(node: Node, out: &mut Drawing) {
    let name = node.tag_name().name();
    let ours = node.tag_name().namespace() == Some(SVG);
    if name == "style" && ours {
        return style(node, out);
    }
    if !ours || !ELEMENTS.contains(&name) {
        if ours && !SILENT.contains(&name) {
            miss(out, name);
        }
        return;
    }
    out.text += &format!("<{name}");
    if node.parent().is_none_or(|parent| parent.is_root()) {
        // Writing to a text can't fail.
        let _ = write!(out.text, " xmlns=\"{SVG}\"");
        if node.attribute("viewBox").is_none() {
            let _ = write!(out.text, " viewBox=\"0 0 {} {}\"", out.width, out.height);
        }
    }
    for attribute in node.attributes() {
        let (key, value) = (attribute.name(), attribute.value());
        let link = key == "href" && matches!(attribute.namespace(), None | Some(XLINK));
        match attribute.namespace() {
            _ if link && value.starts_with('#') => {}
            _ if link => {
                miss(out, "href");
                continue;
            }
            Some(_) => continue,
            None if key.starts_with("on") => {
                miss(out, key);
                continue;
            }
            None if fetches(value) => {
                miss(out, "url()");
                continue;
            }
            None => {}
        }
        let _ = write!(out.text, " {key}=\"{}\"", escape(value));
    }
    let bare = out.text.len();
    out.text.push('>');
    for child in node.children() {
        if child.is_element() {
            write(child, out);
        } else if let Some(text) = child.text().filter(|_| child.is_text()) {
            let kept = if ["text", "tspan", "title", "desc"].contains(&name) { text } else { "" };
            out.text += &escape(kept);
        }
    }
    if out.text.len() == bare + 1 {
        out.text.truncate(bare);
        out.text += "/>";
    } else {
        let _ = write!(out.text, "</{name}>");
    }
}

/// Rules may colour what is drawn, also in the dark; they may fetch nothing.
fn style(node: Node, out: &mut Drawing) {
    let rules = node.text().unwrap_or_default().trim();
    if fetches(rules) || rules.contains(['<', '\\']) {
        miss(out, "style");
    } else if !rules.is_empty() {
        out.text += &format!("<style>{}</style>", escape(rules));
    }
}

/// Whether a value may make a browser fetch something. A backslash can spell any word.
fn fetches(value: &str) -> bool {
    let lower: String = value.to_ascii_lowercase().chars().filter(|c| !c.is_whitespace()).collect();
    let away = |rest: &str| !rest.trim_start_matches(['"', '\'']).starts_with('#');
    lower.contains("@import")
        || lower.contains("javascript:")
        || (lower.contains('\\') && lower.contains('('))
        || lower.split("url(").skip(1).any(away)
        || lower.contains("image-set(")
}

fn miss(out: &mut Drawing, name: &str) {
    if !out.left_out.iter().any(|known| known == name) {
        out.left_out.push(name.to_owned());
    }
}

fn escape(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn svg(inner: &str) -> String {
        format!("<svg xmlns=\"{SVG}\" xmlns:xlink=\"{XLINK}\" viewBox=\"0 0 160 90\">{inner}</svg>")
    }

    #[test]
    fn shapes_stay_and_what_acts_or_fetches_goes() {
        for (inner, gone) in [
            ("<script>alert(1)</script>", "script"),
            ("<path d='M0 0' onload='x()'/>", "onload"),
            ("<foreignObject><p xmlns='http://www.w3.org/1999/xhtml'>x</p></foreignObject>", "foreignObject"),
            ("<image href='https://example.org/a.png'/>", "image"),
            ("<image xlink:href='data:image/png;base64,AAAA'/>", "image"),
            ("<use xlink:href='https://example.org/a.svg#a'/>", "href"),
            ("<a href='https://example.org'><path d='M0 0'/></a>", "a"),
            ("<path fill='url(https://example.org/#a)'/>", "url()"),
            ("<path style='fill: u\\72l(//example.org)'/>", "url()"),
            ("<style>@import 'https://example.org/a.css';</style>", "style"),
            ("<style>path { fill: URL( \"//example.org\" ) }</style>", "style"),
            ("<set attributeName='href' to='https://example.org'/>", "set"),
            ("<animate attributeName='d' values='a;b'/>", "animate"),
        ] {
            let drawing = clean(&svg(&format!("{inner}<circle r='9'/>"))).unwrap();
            assert_eq!(drawing.left_out, [gone], "{inner}");
            assert!(
                drawing.text.contains("<circle r=\"9\"/>") && !drawing.text.contains("example.org"),
                "{}",
                drawing.text
            );
        }
    }

    #[test]
    fn what_draws_stays_as_it_is() {
        let inner = "<style>.a{fill:url(#b)}@media(prefers-color-scheme:dark){.a{fill:#123}}</style>\
                     <defs><linearGradient id=\"b\"><stop offset=\"1\"/></linearGradient></defs>\
                     <g fill=\"url(#b)\"><use href=\"#c\"/><text>A &amp; B</text></g>";
        let drawing = clean(&svg(inner)).unwrap();
        assert!(drawing.left_out.is_empty(), "{:?}", drawing.left_out);
        assert!(drawing.text.contains(inner), "{}", drawing.text);
        assert_eq!((drawing.width, drawing.height), (160, 90));
    }

    #[test]
    fn what_programs_add_is_taken_out_without_a_word() {
        let text = format!(
            "<?xml version=\"1.0\"?><!DOCTYPE svg PUBLIC \"-//W3C//DTD SVG 1.1//EN\" \"x.dtd\"><!-- made by --><svg \
             xmlns=\"{SVG}\" xmlns:i=\"urn:i\" width=\"40px\" height=\"20\" i:version=\"1\"><metadata>x</metadata><i:namedview/>\
             <path d=\"M0 0\"/></svg>"
        );
        let drawing = clean(&text).unwrap();
        assert_eq!(
            drawing.text,
            format!(
                "<svg xmlns=\"{SVG}\" viewBox=\"0 0 40 20\" width=\"40px\" height=\"20\"><path d=\"M0 0\"/></svg>\n"
            )
        );
        assert!(drawing.left_out.is_empty());
    }

    #[test]
    fn what_is_no_drawing_is_refused() {
        assert_eq!(clean("PNG"), Err(NoDrawing::NoXml));
        assert_eq!(clean("<!DOCTYPE svg [<!ENTITY a 'b'>]><svg/>"), Err(NoDrawing::NoXml));
        assert_eq!(clean("<html xmlns='http://www.w3.org/1999/xhtml'/>"), Err(NoDrawing::NoSvg));
        assert_eq!(clean(&format!("<svg xmlns='{SVG}' width='100%'/>")), Err(NoDrawing::NoSize));
    }

    proptest! {
        /// So what lies in a folder is known to be clean when cleaning takes nothing out of it.
        #[test]
        fn cleaning_twice_takes_nothing_more_out(inner in "(<g>|</g>|<path d='M0'/>|<script>|</script>|a|&amp;|<a href='x'>|</a>){0,12}") {
            if let Ok(once) = clean(&svg(&inner)) {
                let twice = clean(&once.text).unwrap();
                prop_assert_eq!(&twice.text, &once.text);
                prop_assert!(twice.left_out.is_empty());
            }
        }
    }
}
