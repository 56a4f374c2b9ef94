//! The place for a QR code, with a text for those who can't see it. It is drawn by a piece of its own, `browser::qr`.

use leptos::prelude::*;
use qrcodegen::{QrCode, QrCodeEcc};
use std::fmt::Write;

/// Holds what the code says.
pub const TEXT: &str = "data-qr";
/// The event by which a page asks for what draws them.
pub const CALL: &str = "qr";
/// So many bytes are in one code at most, so that a telephone can read it from paper.
const MOST: usize = 1000;

/// The place for a QR code of `text`; the style hides it until it is drawn.
#[component]
pub fn Qr(text: String, label: String) -> impl IntoView {
    view! { <svg class="receipt__qr" data-qr=text role="img" aria-label=label shape-rendering="crispEdges"></svg> }
}

/// A code that is drawn as the page is made, for paper; nothing where the text is too long for one.
#[component]
pub fn PrintedQr(text: String, label: String, class: &'static str) -> impl IntoView {
    let (area, modules) = drawn(&text)?;
    Some(view! {
        <svg class=class viewBox=area role="img" aria-label=label shape-rendering="crispEdges"><path d=modules/></svg>
    })
}

/// The area of a code and its modules, as an SVG has them; `None` when the text is too long for one.
pub fn drawn(text: &str) -> Option<(String, String)> {
    let code = QrCode::encode_text(text, QrCodeEcc::Medium).ok()?;
    let (size, mut modules) = (code.size(), String::new());
    for y in 0..size {
        for x in (0..size).filter(|x| code.get_module(*x, y)) {
            // Writing to a text can't fail.
            let _ = write!(modules, "M{x} {y}h1v1h-1z");
        }
    }
    // Readers need four light modules around the code.
    Some((format!("-4 -4 {0} {0}", size + 8), modules))
}

/// A text in parts that each fit in a code; read one after the other they are the text again.
pub fn parts(text: &str) -> Vec<&str> {
    let (mut parts, mut rest) = (Vec::new(), text);
    while rest.len() > MOST {
        let end = (0..=MOST).rfind(|end| rest.is_char_boundary(*end)).unwrap_or_default();
        let (part, after) = rest.split_at(end);
        parts.push(part);
        rest = after;
    }
    parts.push(rest);
    parts
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn parts_are_the_text_again_and_each_fits_in_a_code() {
        for text in [String::new(), "é".repeat(3000), "x".repeat(MOST), "€uro ".repeat(9999)] {
            let parts = parts(&text);
            assert_eq!(parts.concat(), text);
            assert!(parts.iter().all(|part| part.len() <= MOST));
        }
    }
}
