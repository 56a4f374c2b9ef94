//! A form with files, as `multipart/form-data` (RFC 7578). Made here and not by the browser, so that it is the same
//! everywhere and can be looked at in a test.

use crate::domain::digest::sha256;

/// A body with these fields and, last of all, this file; and its `Content-Type`.
pub fn multipart<'a>(fields: impl Iterator<Item = (&'a str, &'a str)>, file: Option<&str>) -> (String, String) {
    let mut parts = String::new();
    let mut hashed = file.unwrap_or("").to_owned();
    let fields: Vec<_> = fields.collect();
    fields.iter().for_each(|(_, value)| hashed.push_str(value));
    // A hash of all that is in it can't stand in it.
    let boundary = sha256(hashed.as_bytes());
    let mut part = |name: &str, more: &str, value: &str| {
        parts += &format!("--{boundary}\r\nContent-Disposition: form-data; name=\"{name}\"{more}\r\n\r\n{value}\r\n");
    };
    for (name, value) in fields {
        part(name, "", value);
    }
    if let Some(file) = file {
        part("file", "; filename=\"reaction.json\"\r\nContent-Type: application/json", file);
    }
    parts += &format!("--{boundary}--\r\n");
    (parts, format!("multipart/form-data; boundary={boundary}"))
}
