//! The script in a page that starts its apps.

use super::assets::{Files, squeeze_script};
use crate::view::mine::CALL;

/// When the second app of a page starts, always after the first.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Second {
    /// By itself: without it somebody can do nothing.
    AtOnce,
    /// When somebody first touches the page, by whatever means, or something waits to be sent.
    Touched,
    /// When something waits to be sent.
    Waiting,
}

/// The script; none without apps.
pub fn script(apps: &[&Files], second: Second) -> Option<String> {
    let (first, rest) = apps.split_first()?;
    let mut script = of(include_str!("first.js"), first);
    if let Some(files) = rest.first() {
        // A finger that scrolls comes down and goes up as "pointercancel".
        let touches = ["pointerup", "keydown", "focusin", "click", CALL];
        let events = if second == Second::Touched { &touches[..] } else { &[CALL] };
        let events: Vec<_> = events.iter().map(|event| format!("\"{event}\"")).collect();
        script += &of(include_str!("second.js"), files).replace("%EVENTS%", &format!("[{}]", events.join(",")));
        script += &match second {
            Second::AtOnce => "second();\n".to_owned(),
            Second::Touched => of(include_str!("ahead.js"), files),
            Second::Waiting => String::new(),
        };
    }
    Some(script)
}

fn of(text: &str, files: &Files) -> String {
    squeeze_script(text).replace("%MODULE%", &files.module).replace("%WASM%", &files.wasm)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_a_page_that_may_be_touched_fetches_the_second_app_before_it_is_needed() {
        let files = |name: &str| Files { module: format!("/{name}.js"), wasm: format!("/{name}.wasm") };
        let (page, send) = (files("page"), files("send"));
        let of = |second| script(&[&page, &send], second).unwrap();
        let times = |text: &str, what: &str| text.matches(what).count();
        for (second, named, touched) in [(Second::AtOnce, 1, 0), (Second::Touched, 2, 1), (Second::Waiting, 1, 0)] {
            let script = of(second);
            assert_eq!(times(&script, "/page.wasm"), 1);
            assert_eq!((times(&script, "/send.wasm"), times(&script, "keydown")), (named, touched), "{second:?}");
            assert_eq!(script.ends_with("second();\n"), second == Second::AtOnce);
            assert!(!script.contains('%') && !script.contains("//"), "{script}");
        }
        assert_eq!(script(&[], Second::Waiting), None);
        assert!(!script(&[&page], Second::Waiting).unwrap().contains("second"));
    }
}
