//! What a bucket means when it does not do what it was asked: the cause, however the server puts it.

use super::Trouble;

/// What a server answered.
#[derive(Clone, Debug, Default)]
pub struct Answer {
    /// The HTTP status.
    pub status: u16,
    /// By how many minutes the clock here is ahead of the server's, when that matters and is known.
    pub ahead: Option<i64>,
    /// The header `x-amz-bucket-region`.
    pub region: Option<String>,
    /// The body.
    pub body: String,
}

impl Trouble {
    /// Reads an answer that is no use.
    pub fn read(answer: &Answer) -> Self {
        let Answer { status, ahead, region, body } = answer;
        let code = element(body, "Code").unwrap_or_default();
        let there = element(body, "Endpoint").or_else(|| element(body, "Region")).or_else(|| region.clone());
        // Servers say many things of a request that was signed at the wrong time.
        if let Some(minutes) = ahead.filter(|_| (400..500).contains(status)) {
            return Trouble::Clock(minutes);
        }
        match code.as_str() {
            "RequestTimeTooSkewed" => Trouble::Clock(0),
            "PermanentRedirect" | "TemporaryRedirect" | "Redirect" | "AuthorizationHeaderMalformed" => {
                Trouble::Elsewhere(there)
            }
            _ if (300..400).contains(status) => Trouble::Elsewhere(there),
            "NoSuchBucket" => Trouble::NoBucket,
            "InvalidAccessKeyId" => Trouble::UnknownKey,
            "SignatureDoesNotMatch" => Trouble::WrongSecret,
            "ExpiredToken" | "TokenRefreshRequired" => Trouble::Expired,
            _ if body.to_lowercase().contains("policy expired") || body.contains("Request has expired") => {
                Trouble::Expired
            }
            "AccessDenied" | "AllAccessDisabled" => Trouble::Forbidden,
            "" if body.to_lowercase().contains("<html") => Trouble::Page(*status),
            _ => Trouble::Other(*status, code),
        }
    }
}

/// What stands in an element of an answer.
fn element(body: &str, name: &str) -> Option<String> {
    let rest = body.split_once(&format!("<{name}>"))?.1;
    rest.split_once(&format!("</{name}>")).map(|(text, _)| plain(text))
}

/// A text as it was before it stood in XML.
fn plain(text: &str) -> String {
    let signs = [("&quot;", "\""), ("&#34;", "\""), ("&apos;", "'"), ("&#39;", "'"), ("&lt;", "<"), ("&gt;", ">")];
    signs.iter().chain(&[("&amp;", "&")]).fold(text.to_owned(), |text, (sign, is)| text.replace(sign, is))
}

/// A page of a list of what is in a bucket: each key with its tag, and where the next page begins.
pub type Page = (Vec<(String, String)>, Option<String>);

/// Reads one; `None` when it is no such list.
pub fn page(body: &str) -> Option<Page> {
    let (_, list) = body.split_once("<ListBucketResult")?;
    let items = list.split("<Contents>").skip(1);
    let items = items.filter_map(|item| {
        let tag = element(item, "ETag").unwrap_or_default();
        Some((element(item, "Key")?, tag.trim_matches('"').to_owned()))
    });
    Some((items.collect(), element(list, "NextContinuationToken").filter(|token| !token.is_empty())))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_cause_is_read_from_what_servers_say() {
        let read = |status: u16, ahead: Option<i64>, body: &str| {
            Trouble::read(&Answer { status, ahead, region: None, body: body.into() })
        };
        let error = |code: &str| {
            format!(
                "<?xml version=\"1.0\"?><Error><Code>{code}</Code><Endpoint>b.s3.eu-west-1.amazonaws.com</Endpoint></Error>"
            )
        };
        let elsewhere = Trouble::Elsewhere(Some("b.s3.eu-west-1.amazonaws.com".into()));
        assert_eq!(read(301, None, &error("PermanentRedirect")), elsewhere);
        assert_eq!(
            read(400, None, "<Error><Code>AuthorizationHeaderMalformed</Code><Region>eu-west-3</Region></Error>"),
            Trouble::Elsewhere(Some("eu-west-3".into()))
        );
        assert_eq!(read(403, Some(-40), &error("AccessDenied")), Trouble::Clock(-40));
        assert_eq!(read(403, None, &error("RequestTimeTooSkewed")), Trouble::Clock(0));
        assert_eq!(read(404, None, &error("NoSuchBucket")), Trouble::NoBucket);
        assert_eq!(read(403, None, &error("InvalidAccessKeyId")), Trouble::UnknownKey);
        assert_eq!(read(403, None, &error("SignatureDoesNotMatch")), Trouble::WrongSecret);
        assert_eq!(
            read(
                403,
                None,
                "<Error><Code>AccessDenied</Code><Message>Invalid according to Policy: Policy expired.</Message></Error>"
            ),
            Trouble::Expired
        );
        assert_eq!(read(403, None, &error("AccessDenied")), Trouble::Forbidden);
        assert_eq!(read(403, None, "<!doctype html><html>"), Trouble::Page(403));
        assert_eq!(read(500, None, &error("InternalError")), Trouble::Other(500, "InternalError".into()));
    }

    #[test]
    fn a_list_says_what_is_there_and_where_it_goes_on() {
        let body = "<?xml version=\"1.0\"?><ListBucketResult xmlns=\"x\"><IsTruncated>true</IsTruncated>\
            <NextContinuationToken>verder</NextContinuationToken>\
            <Contents><Key>a&amp;b.html</Key><ETag>&#34;d41d&#34;</ETag><Size>1</Size></Contents>\
            <Contents><Key>sw.js</Key><ETag>\"900150\"</ETag></Contents></ListBucketResult>";
        let pair = |key: &str, tag: &str| (key.to_owned(), tag.to_owned());
        assert_eq!(page(body), Some((vec![pair("a&b.html", "d41d"), pair("sw.js", "900150")], Some("verder".into()))));
        assert_eq!(page("<html>"), None);
        assert_eq!(page("<ListBucketResult></ListBucketResult>"), Some((vec![], None)));
    }
}
