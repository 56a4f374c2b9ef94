//! What every page refers to: the theme that goes into its style, and the browser's apps.

use super::{made::Made, squeeze, style};
use crate::{domain::room::Piece, view::picture::Pictures};
use base64::{Engine, engine::general_purpose::STANDARD};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// What was built for browsers, by the names of the files.
pub type Bundle = BTreeMap<String, Vec<u8>>;

/// The apps, as whoever presses has them.
#[derive(Clone, Copy)]
pub enum Apps<'a> {
    /// None: a site that works without JavaScript only.
    None,
    /// As they were built.
    Built(&'a Bundle),
    /// As they are on a site that was published.
    Published(&'a BTreeMap<App, Program>),
}

/// An app, ready to be put in a site.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Program {
    /// The module that wasm-bindgen made.
    pub module: Vec<u8>,
    /// The WebAssembly.
    pub wasm: Vec<u8>,
}

/// Not exactly one file of an app is in a bundle: how its name begins and ends.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NoApp(pub String);

/// Kept beside the pages as `assets.json`, so that the collector makes its pages with the same.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Assets {
    /// The path the site lives under; begins and ends with `/`.
    pub base: String,
    /// The province's own tokens, as CSS; may be empty.
    pub theme: String,
    /// Where the apps are; without them every page works without JavaScript only.
    pub apps: BTreeMap<App, Files>,
    /// Where the pictures are; none in a site of an older release.
    #[serde(default)]
    pub pictures: Pictures,
    /// Where the script is that reads aloud.
    #[serde(default)]
    pub hear: Option<String>,
    /// Where the script is that makes sites, in a worker of the desk; none where that was not built.
    #[serde(default)]
    pub presses: Option<String>,
    /// Where the style is of pages on paper; none in a site of an older release.
    #[serde(default)]
    pub print: Option<String>,
}

/// An app of the browser: a binary of its own in `src/bin`, so that a page loads what it does and no more.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum App {
    /// What every page does, and a form while somebody fills it in.
    Page,
    /// Checking, sending, and what waits to be sent.
    Send,
    /// What is on the device.
    Device,
    /// The piece that asks about personal data on the check page.
    Personal,
    /// The piece that draws QR codes.
    Qr,
    /// Where hosts and staff work.
    Desk,
    /// The rooms of it that come when somebody goes there.
    Rooms,
    /// Those in which staff write questions and publish.
    Staff,
    /// What makes a site, in a worker of it.
    Press,
}

/// The files of an app, as addresses.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Files {
    /// The module that wasm-bindgen made.
    pub module: String,
    /// The WebAssembly.
    pub wasm: String,
}

impl Assets {
    /// With these apps, which are put in the site.
    pub fn of(base: &str, given: Apps, wanted: &[App], theme: &str, out: &mut Made) -> Result<Self, NoApp> {
        let print = Some(out.asset(base, "print", ".css", style::on_paper().as_bytes()));
        let (mut apps, mut hear) = (BTreeMap::new(), None);
        if !matches!(given, Apps::None) {
            let script = squeeze::squeeze_script(include_str!("start/hear.js"));
            hear = Some(out.asset(base, "hear", ".js", script.as_bytes()));
            for app in wanted {
                match app.program(given) {
                    Ok(program) => drop(apps.insert(*app, app.put(base, &program, out))),
                    // It is built apart from the others, and a site is whole without it.
                    Err(_) if *app == App::Press => {}
                    Err(absent) => return Err(absent),
                }
            }
        }
        Ok(Self {
            base: base.to_owned(),
            theme: theme.to_owned(),
            apps,
            hear,
            presses: None,
            print,
            pictures: Pictures::new(),
        })
    }

    /// As `assets.json`.
    pub fn to_json(&self) -> String {
        serde_json::to_string(self).unwrap_or_default()
    }
}

impl App {
    /// Those of residents.
    pub const RESIDENTS: [App; 5] = [App::Page, App::Send, App::Device, App::Personal, App::Qr];
    /// Those, and those of hosts and staff.
    pub const WITH_DESK: [App; 9] =
        [App::Page, App::Send, App::Device, App::Personal, App::Qr, App::Desk, App::Rooms, App::Staff, App::Press];

    /// What a piece of the desk is in.
    pub fn of(piece: Piece) -> Self {
        match piece {
            Piece::Rooms => App::Rooms,
            Piece::Staff => App::Staff,
        }
    }

    /// The binary's name.
    fn name(self) -> &'static str {
        match self {
            App::Page => "page",
            App::Send => "send",
            App::Device => "device",
            App::Personal => "personal",
            App::Qr => "qr",
            App::Desk => "desk",
            App::Rooms => "rooms",
            App::Staff => "staff",
            App::Press => "press",
        }
    }

    /// The style sheets of what it shows later: the page as it was made has nothing of it.
    pub fn sheets(self) -> &'static [&'static str] {
        match self {
            App::Page | App::Personal | App::Qr | App::Rooms | App::Staff | App::Press => &[],
            App::Send => &["outbox"],
            App::Device => &["outbox", "badge", "button"],
            App::Desk => {
                &["desk", "write", "closing", "handout", "hall", "form", "button", "badge", "sheet", "signpost"]
            }
        }
    }

    /// Its file among `names` with this end; none when there are those of several builds.
    fn file(self, names: impl Iterator<Item = String>, end: &str) -> Option<String> {
        let is_its = |name: &str| {
            let rest = name.strip_prefix(self.name()).and_then(|rest| rest.strip_suffix(end));
            rest.is_some_and(|hash| hash.is_empty() || hash.starts_with('-'))
        };
        let mut found = names.filter(|name| is_its(name));
        found.next().filter(|_| found.next().is_none())
    }

    /// The app, squeezed where that was not done yet.
    fn program(self, given: Apps) -> Result<Program, NoApp> {
        let bundle = match given {
            Apps::Built(bundle) => bundle,
            Apps::Published(all) => return all.get(&self).cloned().ok_or_else(|| NoApp(self.name().to_owned())),
            Apps::None => return Err(NoApp(self.name().to_owned())),
        };
        let read = |end: &str| {
            let name = self.file(bundle.keys().cloned(), end);
            name.and_then(|name| bundle.get(&name)).ok_or_else(|| NoApp(format!("{}*{end}", self.name())))
        };
        let (module, wasm) = squeeze::app(&String::from_utf8_lossy(read(".js")?), read("_bg.wasm")?.clone());
        Ok(Program { module: module.into_bytes(), wasm })
    }

    fn put(self, base: &str, program: &Program, out: &mut Made) -> Files {
        let mut put = |end: &str, bytes: &[u8]| out.asset(base, self.name(), end, bytes);
        Files { module: put(".js", &program.module), wasm: put("_bg.wasm", &program.wasm) }
    }
}

/// The source of a script or style for the security policy.
pub fn csp_hash(text: &str) -> String {
    use sha2::{Digest, Sha256};
    format!("'sha256-{}'", STANDARD.encode(Sha256::digest(text.as_bytes())))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_hash_is_the_one_browsers_compute() {
        // From the Content Security Policy specification, level 2, section 4.2.
        assert_eq!(csp_hash("alert('Hello, world.');"), "'sha256-qznLcsROx4GACP2dm0UCKCzCG+HiZ1guq6ZZDob/Tng='");
    }

    #[test]
    fn an_app_is_found_by_its_name_with_or_without_a_hash() {
        let find = |names: &[&str], end| App::Send.file(names.iter().map(|name| (*name).to_owned()), end);
        let js = ["device.js", "send-5eed.js", "send-5eed_bg.wasm", "sender.js"];
        assert_eq!(find(&js, ".js").as_deref(), Some("send-5eed.js"));
        assert_eq!(find(&js, "_bg.wasm").as_deref(), Some("send-5eed_bg.wasm"));
        assert_eq!(find(&["send.js", "send_bg.wasm"], "_bg.wasm").as_deref(), Some("send_bg.wasm"));
        assert_eq!(find(&["send-1.js", "send-2.js"], ".js"), None, "those of several builds");
    }
}
