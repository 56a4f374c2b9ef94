//! The key to sign and read with, from the environment variables that every S3 program knows.

use crate::domain::bucket::{Missing, signature::Key};

/// Reads `AWS_ACCESS_KEY_ID`, `AWS_SECRET_ACCESS_KEY` and, if there is one, `AWS_SESSION_TOKEN`.
pub fn credentials(variable: impl Fn(&str) -> Option<String>) -> Result<Key, Missing> {
    let set = |name: &str| variable(name).map(|text| text.trim().to_owned()).filter(|text| !text.is_empty());
    let need = |name| set(name).ok_or(Missing::Variable(name));
    Ok(Key {
        access: need("AWS_ACCESS_KEY_ID")?,
        secret: need("AWS_SECRET_ACCESS_KEY")?,
        token: set("AWS_SESSION_TOKEN"),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_variable_that_is_missing_is_named() {
        let read = |set: &'static [&str]| {
            credentials(|name| set.contains(&name).then(|| format!(" {name}\n"))).map(|key| key.secret)
        };
        assert_eq!(read(&[]), Err(Missing::Variable("AWS_ACCESS_KEY_ID")));
        assert_eq!(read(&["AWS_ACCESS_KEY_ID"]), Err(Missing::Variable("AWS_SECRET_ACCESS_KEY")));
        assert_eq!(read(&["AWS_ACCESS_KEY_ID", "AWS_SECRET_ACCESS_KEY"]), Ok("AWS_SECRET_ACCESS_KEY".to_owned()));
    }
}
