//! A form with files, as `multipart/form-data` (RFC 7578). Made here and not by the browser, so that it is the same
//! everywhere and can be looked at in a test.

/// A body with these fields and, last of all, this file; and its `Content-Type`. `sha256` is that of the reaction that is
/// in it: a text can't hold its own hash, so this can part it from the rest.
pub fn multipart<'a>(
    sha256: &str,
    fields: impl Iterator<Item = (&'a str, &'a str)>,
    file: Option<&str>,
) -> (String, String) {
    let mut parts = String::new();
    let mut part = |name: &str, more: &str, value: &str| {
        parts += &format!("--b{sha256}\r\nContent-Disposition: form-data; name=\"{name}\"{more}\r\n\r\n{value}\r\n");
    };
    for (name, value) in fields {
        part(name, "", value);
    }
    if let Some(file) = file {
        part("file", "; filename=\"reaction.json\"\r\nContent-Type: application/json", file);
    }
    parts += &format!("--b{sha256}--\r\n");
    (parts, format!("multipart/form-data; boundary=b{sha256}"))
}
