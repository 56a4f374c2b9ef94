//! A question as one file that others can read: nothing in it runs, asks for anything, or can be sent, and it says on top that it is
//! a concept.

use super::{Page, Preview};
use crate::{
    files::{preview::Asked, release::look},
    press::{html::escape, style},
    texts::preview as t,
};

/// What browsers hold it to.
const POLICY: &str =
    "default-src 'none'; style-src 'unsafe-inline'; img-src data:; base-uri 'none'; form-action 'none'";
/// How its banner looks.
const STYLE: &str = include_str!("concept.css");

/// The file; none of a draft of which no page can be made.
pub fn concept(preview: &mut Preview, asked: &Asked) -> Option<String> {
    let Page { html, made, language, whole } = preview.page(asked, true)?;
    let read = |path: &str| made.files.get(path).cloned();
    let said = t::concept(language, asked.today);
    let title = look::between(&html, "<title>", "</title>").unwrap_or_default();
    let style = look::between(&html, "<style>", "</style>").unwrap_or_default();
    let style = look::with_pictures(&format!("{style}{STYLE}"), &asked.base, &read);
    let body = html.find("<body").and_then(|at| html[at..].split_once('>')).map_or("", |(_, body)| body);
    let body = look::with_pictures(&look::without(body, "<script", "</script>"), &asked.base, &read);
    let more = format!(
        "<aside class=\"concept concept--more\" aria-label=\"{}\"><p>{}</p></aside>",
        t::unfinished(language),
        t::unfinished_help(language)
    );
    let more = if whole { "" } else { &more };
    let paper = style::on_paper() + &concept_on_paper(&said);
    Some(format!(
        "<!doctype html><html lang=\"{}\"><head><meta charset=\"utf-8\"><meta name=\"viewport\" content=\"width=device-width, \
         initial-scale=1\"><meta http-equiv=\"Content-Security-Policy\" content=\"{POLICY}\"><meta name=\"robots\" \
         content=\"noindex\"><meta name=\"referrer\" content=\"no-referrer\"><title>{}: {title}</title><style>{style}</style>\
         <style media=\"print\">{paper}</style></head><body><aside class=\"concept\" aria-label=\"{}\"><p>{}</p></aside>{more}{}",
        language.code(),
        t::concept_name(language),
        t::concept_name(language),
        escape(&said),
        still(&unlinked(&body)),
    ))
}

/// On each page of paper.
fn concept_on_paper(said: &str) -> String {
    let said: String = said.chars().filter(|c| !matches!(c, '"' | '\\' | '<')).collect();
    format!("@page{{margin-block-start:2cm;@top-center{{content:\"{said}\"}}}}")
}

/// A form whose fields can be read, and not be filled in or sent.
fn still(body: &str) -> String {
    let (mut out, mut rest) = (String::with_capacity(body.len()), body);
    while let Some((before, after)) = rest.split_once("<form ") {
        let (_, inside) = after.split_once('>').unwrap_or_default();
        out += before;
        out += "<form class=\"form\"><fieldset disabled>";
        rest = inside;
    }
    (out + rest).replace("</form>", "</fieldset></form>")
}

/// Links that lead to other pages of the site are none: nothing of it is there, and the file may stand anywhere.
fn unlinked(body: &str) -> String {
    let (mut out, mut rest) = (String::with_capacity(body.len()), body);
    while let Some((before, after)) = rest.split_once(" href=\"") {
        out += before;
        let (href, behind) = after.split_once('"').unwrap_or((after, ""));
        if ["#", "mailto:", "tel:", "https://", "http://"].iter().any(|start| href.starts_with(start)) {
            out += &format!(" href=\"{href}\"");
        }
        rest = behind;
    }
    out + rest
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_what_leads_somewhere_is_a_link() {
        let body = "<a class=\"a\" href=\"/over/\">a</a><a href=\"#b\">b</a><a href=\"https://a.nl/\">c</a><a href=\"mailto:a@b.nl\">d</a>";
        let left =
            "<a class=\"a\">a</a><a href=\"#b\">b</a><a href=\"https://a.nl/\">c</a><a href=\"mailto:a@b.nl\">d</a>";
        assert_eq!(unlinked(body), left);
    }

    #[test]
    fn a_form_can_be_read_and_not_sent() {
        let form = "<p></p><form class=\"form\" method=\"post\" id=\"f\" action=\"/inzenden\"><input name=\"a\"></form><p></p>";
        assert_eq!(
            still(form),
            "<p></p><form class=\"form\"><fieldset disabled><input name=\"a\"></fieldset></form><p></p>"
        );
    }
}
