//! The scripts in a page that start its apps.

use super::{assets::Files, squeeze::squeeze_script};
use crate::{
    domain::{
        draft::Draft,
        id::Id,
        outbox::{DATABASE, FORMAT, own},
        room::Piece,
    },
    view::{
        form::{CHECK_TITLE, KEPT, SAID, SENT_AT, SUBMIT},
        mine::CALL,
        qr::CALL as QR,
    },
};

/// When the second app of a page starts, always after the first.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Second {
    /// When somebody first touches the page, by whatever means, or something waits to be sent. The page has a form.
    Touched,
    /// When something waits to be sent.
    Waiting,
}

/// The script that starts them; none without apps. `qr` is what draws QR codes, on a page that may have one.
pub fn script(apps: &[&Files], second: Second, qr: Option<&Files>) -> Option<String> {
    let (first, rest) = apps.split_first()?;
    let mut script = of(include_str!("first.js"), first);
    if let Some(files) = rest.first() {
        let text = match second {
            Second::Touched => include_str!("touched.js"),
            Second::Waiting => include_str!("waiting.js"),
        };
        script += &of(text, files);
    }
    if let Some(files) = qr {
        script += &of(include_str!("qr.js"), files).replace("%EVENT%", QR);
    }
    Some(script)
}

/// The script on the page of the desk that fetches a piece of it, when somebody goes to a room in that.
pub fn later(piece: Piece, files: &Files) -> String {
    of(include_str!("later.js"), files).replace("%EVENT%", piece.call())
}

/// The script of the worker that makes sites.
pub fn presses(files: &Files) -> String {
    of(include_str!("presses.js"), files)
}

/// The script that stands before everything else in each page: larger letters, for who chose them.
pub fn letters() -> String {
    squeeze_script(include_str!("letters.js"))
}

/// The script that fetches what reads aloud, where there is a voice to do it with.
pub fn hear(address: &str) -> String {
    squeeze_script(include_str!("voice.js")).replace("%MODULE%", address)
}

/// The script that stands before a form, so that no press is too early for it; none where nothing waits for one.
pub fn catch(apps: &[&Files], second: Second) -> Option<String> {
    (apps.len() > 1 && second == Second::Touched).then(|| squeeze_script(include_str!("catch.js")))
}

/// What a form's page has behind that: on its check page, personal data is asked about.
pub fn asks(files: &Files) -> String {
    of(include_str!("asks.js"), files).replace("%CHECK%", CHECK_TITLE)
}

/// The script as it is on a site under a path: after taking over what an earlier release kept for it among that of others.
pub fn at(base: &str, script: String) -> String {
    match base.trim_end_matches('/') {
        "" => script,
        path => squeeze_script(include_str!("own.js"))
            .replace("%DATABASE%", DATABASE)
            .replace("%PATH%", path)
            .replace("%SCRIPT%", &script),
    }
}

/// The script that unfolds what a link leads to, on a page with parts that are folded away.
pub fn unfold() -> String {
    squeeze_script(include_str!("unfold.js"))
}

/// The element that holds what [`sent`] reads.
pub const SENT: &str = "sent";

/// For the page that says that a plain form has arrived: the script that takes it out of the draft on the device, and what it
/// reads.
pub fn sent(base: &str, slug: &Id, draft: &Draft) -> (String, String) {
    let script = squeeze_script(include_str!("sent.js")).replace("%FORMAT%", FORMAT);
    (script, serde_json::to_string(&(own(DATABASE, base), slug, draft)).unwrap_or_default())
}

fn of(text: &str, files: &Files) -> String {
    let named = [("%MODULE%", files.module.as_str()), ("%WASM%", &files.wasm), ("%CALL%", CALL), ("%SUBMIT%", SUBMIT)];
    let named = named.iter().chain(&[("%KEPT%", KEPT), ("%SAID%", SAID), ("%RECEIPT%", SENT_AT)]);
    named.fold(squeeze_script(text), |text, (name, value)| text.replace(name, value))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_a_site_under_a_path_looks_for_what_was_kept_among_that_of_others() {
        assert_eq!(at("/", "go();\n".into()), "go();\n");
        let script = at("/denkmee/", "go();\n".into());
        assert!(script.ends_with(".then(() => {\ngo();\n});\n"), "{script}");
        assert!(script.contains("open(\"beginspraak\"") && script.contains("open(\"beginspraak/denkmee\""), "{script}");
        assert!(!script.contains('%') && !script.contains("//"), "{script}");
    }

    #[test]
    fn what_was_sent_is_named_to_the_letter() {
        let draft = Draft::from_pairs([("q.a".to_owned(), "\"</script>\"".to_owned())]);
        let (script, data) = sent("/denkmee/", &Id::try_from("dorp").unwrap(), &draft);
        assert_eq!(data, r#"["beginspraak/denkmee","dorp",[["q.a","\"</script>\""]]]"#);
        assert!(!script.contains('%') && script.contains("beginspraak.device/1"), "{script}");
    }

    #[test]
    fn only_a_page_that_may_be_touched_fetches_the_second_app_before_it_is_needed() {
        let files = |name: &str| Files { module: format!("/{name}.js"), wasm: format!("/{name}.wasm") };
        let (page, send) = (files("page"), files("send"));
        let of = |second| script(&[&page, &send], second, None).unwrap();
        let times = |text: &str, what: &str| text.matches(what).count();
        for (second, named, touched) in [(Second::Touched, 2, 1), (Second::Waiting, 1, 0)] {
            let script = of(second);
            assert_eq!(times(&script, "/page.wasm"), 1);
            assert_eq!((times(&script, "/send.wasm"), times(&script, "keydown")), (named, touched), "{second:?}");
            assert_eq!(catch(&[&page, &send], second).is_some(), touched == 1);
            assert!(!script.contains('%') && !script.contains("//"), "{script}");
        }
        let whole = of(Second::Touched) + &asks(&files("personal"));
        assert_eq!((times(&whole, "/personal.wasm"), times(&whole, "check-title")), (2, 1));
        assert!(!whole.contains('%') && !whole.contains("//"), "{whole}");
        assert_eq!(script(&[], Second::Waiting, None), None);
        assert_eq!(catch(&[], Second::Touched), None, "without apps a form posts itself");
        let alone = script(&[&page], Second::Waiting, Some(&files("qr"))).unwrap();
        assert!(!alone.contains(CALL) && alone.contains("/qr.wasm") && !alone.contains('%'), "{alone}");
    }
}
