//! Adding a picture to the work folder.

use super::Html;
use crate::{domain::language::Language, texts::own_site as t};

/// The field for its file.
pub const FILE: &str = "write-picture";
/// What is said of it.
pub const SAID: &str = "write-picture-said";

/// The field, with what becomes of the file.
pub(super) fn add(html: &mut Html, language: Language) {
    html.open("div", &[("class", Some("write-field"))]);
    html.put("label", &[("for", Some(FILE))], t::add_picture(language));
    html.put("p", &[("class", Some("soft")), ("id", Some("write-picture-help"))], t::add_picture_help(language));
    let by = format!("write-picture-help {SAID}");
    html.open(
        "input",
        &[
            ("id", Some(FILE)),
            ("type", Some("file")),
            ("accept", Some(".jpg,.jpeg,.png,.webp,.svg")),
            ("aria-describedby", Some(&by)),
        ],
    );
    html.put("p", &[("id", Some(SAID)), ("role", Some("status"))], "");
    html.close("div");
}
