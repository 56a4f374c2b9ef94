//! A QR code as SVG, with a text for those who can't see it.

use leptos::prelude::*;
use qrcodegen::{QrCode, QrCodeEcc};

/// The QR code of `text`; nothing when it is too long for one (over 2 300 bytes).
#[component]
pub fn Qr(text: String, label: &'static str) -> impl IntoView {
    let code = QrCode::encode_text(&text, QrCodeEcc::Medium).ok()?;
    let size = code.size();
    let mut path = String::new();
    for y in 0..size {
        for x in (0..size).filter(|x| code.get_module(*x, y)) {
            path.push_str(&format!("M{x} {y}h1v1h-1z"));
        }
    }
    // Readers need four light modules around the code.
    let view_box = format!("-4 -4 {0} {0}", size + 8);
    Some(view! {
        <svg class="receipt__qr" viewBox=view_box role="img" aria-label=label shape-rendering="crispEdges">
            <path d=path />
        </svg>
    })
}
