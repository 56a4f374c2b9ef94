//! The key to sign and read with, from the environment variables that every S3 program knows.

use crate::domain::bucket::Missing;

/// A key.
pub struct Credentials {
    /// Its public half.
    pub access_key: String,
    /// Its secret half, which goes nowhere.
    pub secret_key: String,
    /// Belongs to a key that is valid for some hours.
    pub session_token: Option<String>,
}

impl Credentials {
    /// Reads `AWS_ACCESS_KEY_ID`, `AWS_SECRET_ACCESS_KEY` and, if there is one, `AWS_SESSION_TOKEN`.
    pub fn read(variable: impl Fn(&str) -> Option<String>) -> Result<Self, Missing> {
        let set = |name: &str| variable(name).map(|text| text.trim().to_owned()).filter(|text| !text.is_empty());
        let need = |name| set(name).ok_or(Missing::Variable(name));
        Ok(Self {
            access_key: need("AWS_ACCESS_KEY_ID")?,
            secret_key: need("AWS_SECRET_ACCESS_KEY")?,
            session_token: set("AWS_SESSION_TOKEN"),
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_variable_that_is_missing_is_named() {
        let read = |set: &'static [&str]| {
            Credentials::read(|name| set.contains(&name).then(|| format!(" {name}\n"))).map(|key| key.secret_key)
        };
        assert_eq!(read(&[]), Err(Missing::Variable("AWS_ACCESS_KEY_ID")));
        assert_eq!(read(&["AWS_ACCESS_KEY_ID"]), Err(Missing::Variable("AWS_SECRET_ACCESS_KEY")));
        assert_eq!(read(&["AWS_ACCESS_KEY_ID", "AWS_SECRET_ACCESS_KEY"]), Ok("AWS_SECRET_ACCESS_KEY".to_owned()));
    }
}
