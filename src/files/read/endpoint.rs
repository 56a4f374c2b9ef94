//! Reads where reactions go. What is wrong here would lose reactions, so it is named here and not found out by residents.

use super::{
    finding::{Cause, Expected},
    reader::{At, Object, as_text, is_origin, is_secure_address},
    site::email,
};
use crate::domain::endpoint::{Accepted, Encoding, Endpoint, Endpoints, Fields, FormService};

const KINDS: &[&str] = &["collector", "s3", "form", "file"];

/// One endpoint, or up to four in the order in which they are tried. `mail` is the site's own address.
pub fn endpoints(at: At, mail: &str) -> Option<Endpoints> {
    let mut all = at.one_or_list(1, KINDS.len(), |at| endpoint(at, mail))?;
    for (n, endpoint) in all.iter().enumerate() {
        // What comes after a file, or stands there twice, is never reached.
        if all[..n].iter().any(|earlier| matches!(earlier, Endpoint::File { .. }) || earlier == endpoint) {
            return at.wrong(Cause::NeverTried);
        }
    }
    if all.len() == 1 { all.pop().map(Endpoints::One) } else { Some(Endpoints::InOrder(all)) }
}

fn endpoint(at: At, mail: &str) -> Option<Endpoint> {
    at.object(|o| match o.need("kind", |at| at.one_of(KINDS, &[0, 1, 2, 3]))? {
        0 => Some(Endpoint::Collector { url: o.need("url", address)? }),
        1 => {
            let intake = o.need("intake", address);
            let origin = o.need("origin", origin);
            Some(Endpoint::S3 { intake: intake?, origin: origin? })
        }
        2 => service(o).map(Endpoint::Form),
        _ => Some(Endpoint::File { mail: o.or("mail", mail.to_owned(), email)? }),
    })
}

fn service(o: &Object) -> Option<FormService> {
    let url = o.need("url", address);
    let names = &["urlencoded", "multipart", "json"];
    let encodings = [Encoding::Urlencoded, Encoding::Multipart, Encoding::Json];
    let encoding = o.need("encoding", |at| at.one_of(names, &encodings));
    let fields = o.or("fields", vec![], |at| at.texts());
    let honeypot = o.may("honeypot", as_text);
    let accepted = o.may("accepted", accepted);
    let (url, fields) = (url?, fields?);
    let known = Known::of(&url);
    if let Some(needed) = known.needs
        && !fields.iter().any(|(name, value)| name == needed && !value.is_empty())
    {
        return o.wrong("fields", Cause::ServiceNeeds(needed));
    }
    let Some(accepted) = accepted?.or(known.accepted) else { return o.wrong("accepted", Cause::AnswerUnknown) };
    Some(FormService { url, encoding: encoding?, fields: Fields(fields), honeypot: honeypot?, accepted })
}

fn accepted(at: At) -> Option<Accepted> {
    at.object(|o| {
        let status = o.need("status", |at| at.integer(200, 299));
        let contains = o.need("contains", |at| at.formed(Expected::Words, |text| text.chars().count() >= 8));
        Some(Accepted { status: status?, contains: contains? })
    })
}

/// What is known of a service: the field it can't do without, and what it answers when it has kept a form.
struct Known {
    needs: Option<&'static str>,
    accepted: Option<Accepted>,
}

impl Known {
    fn of(url: &str) -> Self {
        let says = |contains: &str| Some(Accepted { status: 200, contains: contains.into() });
        let host = url.split('/').nth(2).unwrap_or_default();
        match host.trim_start_matches("www.") {
            "formspree.io" => Known { needs: None, accepted: says(r#""ok":true"#) },
            "usebasin.com" => Known { needs: None, accepted: says(r#""success":true"#) },
            "api.web3forms.com" => Known { needs: Some("access_key"), accepted: says(r#""success":true"#) },
            // A path on the site itself: only Netlify takes forms there.
            "" => Known { needs: Some("form-name"), accepted: says("Your form submission has been received") },
            _ => Known { needs: None, accepted: None },
        }
    }
}

fn address(at: At) -> Option<String> {
    at.formed(Expected::Address, |text| {
        // To a browser "\\" is a slash, so that two of them name a host.
        let path = text.starts_with('/') && !text.starts_with("//") && !text.contains(char::is_whitespace);
        let path = path && !text.contains('\\');
        path || is_secure_address(text)
    })
}

fn origin(at: At) -> Option<String> {
    at.formed(Expected::SecureOrigin, |text| is_origin(text) && is_secure_address(text))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::files::read::reader::Notes;
    use serde_json::{Value, json};

    fn read(json: Value) -> Result<Endpoints, Vec<(String, Cause)>> {
        let notes = Notes::new(&[]);
        let endpoints = endpoints(At::root(&json, &notes), "post@example.org");
        notes.finish(endpoints).map_err(|all| all.into_iter().map(|finding| (finding.path, finding.cause)).collect())
    }

    fn wrong(json: Value, path: &str, cause: Cause) {
        assert_eq!(read(json), Err(vec![(path.into(), cause)]));
    }

    #[test]
    fn every_kind_is_read_alone_and_in_order() {
        let collector = json!({"kind": "collector", "url": "/api/reactions"});
        let s3 = json!({"kind": "s3", "intake": "/intake.json", "origin": "https://s3.example.org"});
        let web3 = json!({"kind": "form", "url": "https://api.web3forms.com/submit", "encoding": "json",
            "fields": {"access_key": "abc"}, "honeypot": "botcheck"});
        let file = json!({"kind": "file"});
        for one in [&collector, &s3, &web3, &file] {
            assert!(matches!(read(one.clone()), Ok(Endpoints::One(_))), "{one}");
        }
        let all = read(json!([s3, web3, collector, file])).unwrap();
        let Endpoint::Form(service) = &all.all()[1] else { panic!("a form") };
        assert_eq!(service.accepted.contains, r#""success":true"#);
        assert_eq!(all.all()[3], Endpoint::File { mail: "post@example.org".into() });
    }

    #[test]
    fn what_would_lose_reactions_is_named() {
        let form = |url: &str, fields: Value| json!({"kind": "form", "url": url, "encoding": "json", "fields": fields});
        wrong(json!({"kind": "ftp"}), "$.kind", Cause::NotOneOf(KINDS));
        wrong(json!({"kind": "s3", "intake": "/intake.json"}), "$.origin", Cause::Missing);
        let s3 = |origin: &str| json!({"kind": "s3", "intake": "/intake.json", "origin": origin});
        wrong(s3("https://s3.example.org/reacties"), "$.origin", Cause::Expected(Expected::SecureOrigin));
        wrong(s3("http://s3.example.org"), "$.origin", Cause::Expected(Expected::SecureOrigin));
        assert!(read(s3("http://127.0.0.1:8333")).is_ok());
        let collector_at = |url: &str| json!({"kind": "collector", "url": url});
        for nobody in [
            "http://127.0.0.1:x@evil.example/",
            "http://localhost@evil.example/",
            "https://a@b.example/",
            "https://:443/",
            "https://a.example:0/",
            "https://a.example:99999/",
            "https://a:b:c/",
            "/\\evil.example/",
            "http://example.org/",
        ] {
            wrong(collector_at(nobody), "$.url", Cause::Expected(Expected::Address));
        }
        for there in [
            "http://127.0.0.1:8080/api",
            "http://localhost/api",
            "https://[::1]:8443/api",
            "https://a.example:8443/x?y=@",
        ] {
            assert!(read(collector_at(there)).is_ok(), "{there}");
        }
        wrong(form("https://api.web3forms.com/submit", json!({})), "$.fields", Cause::ServiceNeeds("access_key"));
        wrong(form("/", json!({"form-name": ""})), "$.fields", Cause::ServiceNeeds("form-name"));
        wrong(form("https://forms.example.org/x", json!({})), "$.accepted", Cause::AnswerUnknown);
        wrong(form("https://formspree.io/f/x", json!({"a": 1})), "$.fields.a", Cause::Expected(Expected::Text));
        let mut short = form("https://forms.example.org/x", json!({}));
        short["accepted"] = json!({"status": 200, "contains": "ok"});
        wrong(short, "$.accepted.contains", Cause::Expected(Expected::Words));
        let collector = json!({"kind": "collector", "url": "/api/reactions"});
        wrong(json!([{"kind": "file"}, collector]), "$", Cause::NeverTried);
        wrong(json!([collector, collector]), "$", Cause::NeverTried);
        wrong(json!([]), "$", Cause::Count { min: 1, max: 4, has: 0 });
    }
}
