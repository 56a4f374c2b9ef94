//! On the check page: asks about what looks like personal data in the answers. It looks on the device, and tells nobody.

use super::{all, element, language};
use crate::{
    domain::personal,
    texts::personal as t,
    view::form::{AFTER, SAID},
};
use leptos::prelude::document;

/// Puts a question under each answer in which something was found, and says that there are.
pub fn ask() {
    let (language, mut asked) = (language(), false);
    let Some(root) = element(AFTER) else { return };
    for answer in all(&root, ".answers__value") {
        let mut kinds = Vec::new();
        for line in all(&answer, "p, li") {
            let text = line.text_content().unwrap_or_default();
            for one in personal::find(&text) {
                if !kinds.contains(&one.kind) {
                    kinds.push(one.kind);
                }
            }
        }
        for kind in kinds {
            // An element with a proper name can always be made, and appended.
            if let Ok(question) = document().create_element("p") {
                question.set_class_name("notice");
                question.set_text_content(Some(&t::leave_it(language, kind)));
                let _ = answer.append_child(&question);
                asked = true;
            }
        }
    }
    if asked && let Some(said) = element(SAID) {
        said.set_text_content(Some(t::look_again(language)));
    }
}
