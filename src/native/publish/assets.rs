//! What every page refers to: the style sheet, which goes into the page itself, and the browser app.

use super::output::Output;
use crate::{domain::digest, native::error::Error};
use serde::{Deserialize, Serialize};
use std::{fs, io, path::Path};

/// The style sheets in the order of their layers. Inside the page they cost no request before the first paint.
const STYLES: &[&str] = &[
    include_str!("../../../style/layers.css"),
    include_str!("../../../style/reset.css"),
    include_str!("../../../style/tokens.css"),
    include_str!("../../../style/theme.css"),
    include_str!("../../../style/base.css"),
    include_str!("../../../style/layout.css"),
    include_str!("../../../style/header.css"),
    include_str!("../../../style/hero.css"),
    include_str!("../../../style/scope.css"),
    include_str!("../../../style/timeline.css"),
    include_str!("../../../style/facts.css"),
    include_str!("../../../style/dilemma.css"),
    include_str!("../../../style/tables.css"),
    include_str!("../../../style/initiatives.css"),
    include_str!("../../../style/card.css"),
    include_str!("../../../style/footer.css"),
    include_str!("../../../style/form.css"),
    include_str!("../../../style/check.css"),
    include_str!("../../../style/receipt.css"),
    include_str!("../../../style/outbox.css"),
    include_str!("../../../style/utility.css"),
    include_str!("../../../style/print.css"),
];

/// Kept beside the pages as `assets.json`, so that the collector makes its pages with the same style.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Assets {
    /// The path the site lives under; begins and ends with `/`.
    pub base: String,
    /// The whole style sheet.
    pub style: String,
    /// The browser app; without it every page works without JavaScript only.
    pub app: Option<App>,
}

/// The browser app's files, as addresses.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct App {
    /// The module that wasm-bindgen made.
    pub module: String,
    /// The WebAssembly.
    pub wasm: String,
}

impl Assets {
    /// Reads the style and copies the browser app from what trunk built.
    pub fn collect(base: &str, bundle: Option<&Path>, theme: Option<&str>, out: &mut Output) -> Result<Self, Error> {
        let style: String = STYLES.iter().copied().chain(theme).map(squeeze).collect();
        let app = bundle.map(|dir| App::copy(base, dir, out)).transpose()?;
        Ok(Self { base: base.to_owned(), style, app })
    }

    /// As `assets.json`.
    pub fn to_json(&self) -> String {
        serde_json::to_string(self).unwrap_or_default()
    }
}

impl App {
    fn copy(base: &str, dir: &Path, out: &mut Output) -> Result<Self, Error> {
        let names = fs::read_dir(dir).map_err(Error::read(dir))?;
        let names: Vec<_> = names.flatten().map(|entry| entry.file_name().to_string_lossy().into_owned()).collect();
        let find = |end: &str| {
            let mut found = names.iter().filter(|name| name.ends_with(end));
            match (found.next(), found.next()) {
                (Some(name), None) => Ok(name.clone()),
                // None, or those of several builds: trunk did not finish here.
                _ => Err(Error::read(dir)(io::ErrorKind::NotFound.into())),
            }
        };
        let mut copy = |end: &str, shrink: fn(Vec<u8>) -> Vec<u8>| {
            let path = dir.join(find(end)?);
            let bytes = shrink(fs::read(&path).map_err(Error::read(&path))?);
            // Kept for ever by browsers, so the name changes with every byte.
            let name = format!("assets/app-{}{}", &digest::sha256(&bytes)[..16], end);
            out.bytes(&name, &bytes)?;
            Ok(format!("{base}{name}"))
        };
        Ok(Self { module: copy(".js", squeeze_module)?, wasm: copy(".wasm", |bytes| bytes)? })
    }

    /// The script in the page that starts the app.
    pub fn boot(&self) -> String {
        format!("import s from\"{}\";s({{module_or_path:\"{}\"}})", self.module, self.wasm)
    }
}

/// Takes comments and indentation out of a style sheet; brotli does the rest.
fn squeeze(css: &str) -> String {
    let mut out = String::with_capacity(css.len());
    let mut rest = css;
    while let Some(start) = rest.find("/*") {
        out.push_str(&rest[..start]);
        rest = rest[start..].find("*/").map_or("", |end| &rest[start + end + 2..]);
    }
    out.push_str(rest);
    out.lines().map(str::trim).filter(|line| !line.is_empty()).collect::<Vec<_>>().join("\n") + "\n"
}

/// Takes indentation and comment lines out of the module that wasm-bindgen made.
fn squeeze_module(bytes: Vec<u8>) -> Vec<u8> {
    let Ok(text) = String::from_utf8(bytes) else { return Vec::new() };
    let code = |line: &&str| !line.is_empty() && !["//", "/*", "*"].iter().any(|start| line.starts_with(start));
    let lines: Vec<_> = text.lines().map(str::trim).filter(code).collect();
    (lines.join("\n") + "\n").into_bytes()
}

/// The source of a script or style for the security policy.
pub fn csp_hash(text: &str) -> String {
    use sha2::{Digest, Sha256};
    format!("'sha256-{}'", base64(&Sha256::digest(text.as_bytes())))
}

fn base64(bytes: &[u8]) -> String {
    const DIGITS: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    let mut out = String::new();
    for chunk in bytes.chunks(3) {
        let bits = chunk.iter().fold(0u32, |bits, b| bits << 8 | u32::from(*b)) << (8 * (3 - chunk.len()));
        for at in 0..4 {
            out.push(if at <= chunk.len() { DIGITS[(bits >> (18 - 6 * at) & 63) as usize] as char } else { '=' });
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_hash_is_the_one_browsers_compute() {
        // From the Content Security Policy specification, level 2, section 4.2.
        assert_eq!(csp_hash("alert('Hello, world.');"), "'sha256-qznLcsROx4GACP2dm0UCKCzCG+HiZ1guq6ZZDob/Tng='");
        assert_eq!(base64(b"ab"), "YWI=");
    }

    #[test]
    fn squeezing_keeps_every_rule() {
        assert_eq!(squeeze("/* a */\n@layer x {\n  a { b: c; } /* d */\n}\n"), "@layer x {\na { b: c; }\n}\n");
    }
}
