//! `application/x-www-form-urlencoded`, read strictly.

use crate::native::collector::percent::decoded;

/// The fields of a form with their values, in order; `None` when it is no form or not UTF-8.
pub fn pairs(body: &[u8]) -> Option<Vec<(String, String)>> {
    body.split(|byte| *byte == b'&')
        .filter(|pair| !pair.is_empty())
        .map(|pair| {
            let at = pair.iter().position(|byte| *byte == b'=').unwrap_or(pair.len());
            Some((decoded(&pair[..at], b' ')?, decoded(pair.get(at + 1..).unwrap_or_default(), b' ')?))
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn as_browsers_post_it() {
        let body = b"q.verhaal=caf%C3%A9+%26+m%C3%A9%C3%A9r%0D%0A&q.m=a&q.m=b&leeg=&kaal&";
        let expected = [("q.verhaal", "café & méér\r\n"), ("q.m", "a"), ("q.m", "b"), ("leeg", ""), ("kaal", "")];
        let read = pairs(body).unwrap();
        assert_eq!(read.iter().map(|(a, b)| (a.as_str(), b.as_str())).collect::<Vec<_>>(), expected);
        for bad in [&b"a=%"[..], b"a=%4", b"a=%zz", b"a=%ff", b"a=\xff"] {
            assert_eq!(pairs(bad), None, "{bad:?}");
        }
    }

    proptest! {
        #[test]
        fn any_text_comes_through(name in ".{1,9}", value in ".{0,40}") {
            let encode = |text: &str| text.bytes().map(|b| format!("%{b:02X}")).collect::<String>();
            let body = format!("{}={}", encode(&name), encode(&value));
            prop_assert_eq!(pairs(body.as_bytes()), Some(vec![(name, value)]));
        }

        #[test]
        fn any_bytes_get_an_answer(body: Vec<u8>) {
            let _ = pairs(&body);
        }
    }
}
