//! The place for a QR code, with a text for those who can't see it. It is drawn by a piece of its own, `browser::qr`.

use leptos::prelude::*;

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
