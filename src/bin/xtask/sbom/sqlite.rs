//! SQLite, which comes as C inside a package of Rust: what is found wrong with it is told under its own name.

use std::fs;

use serde_json::{Value, json};

use super::inventory::Part;
use super::part_of;
use crate::error::Error;

/// The package in which its source comes.
pub const PACKAGE: &str = "libsqlite3-sys";

/// SQLite as it stands in the bill, read from the source in that package.
pub fn component(part: &Part) -> Result<Value, Error> {
    let header = part.package.folder().join("sqlite3/sqlite3.h");
    let text = fs::read_to_string(&header).map_err(Error::io("read", &header))?;
    let version = version(&text).ok_or_else(|| Error::Unusable {
        what: format!("{} names no version of SQLite", header.display()),
        remedy: "See where that package has its source now, and mend sbom/sqlite.rs.".to_owned(),
    })?;
    let reference = format!("pkg:generic/sqlite@{version}");
    Ok(json!({
        "type": "library",
        "bom-ref": reference,
        "name": "SQLite",
        "version": version,
        "scope": "required",
        "licenses": [{ "expression": "blessing" }],
        "cpe": format!("cpe:2.3:a:sqlite:sqlite:{version}:*:*:*:*:*:*:*"),
        "purl": reference,
        "properties": part_of(&part.of)
    }))
}

/// The version that its header names.
fn version(header: &str) -> Option<&str> {
    let line = header.lines().find_map(|line| line.strip_prefix("#define SQLITE_VERSION "))?;
    line.trim().strip_prefix('"')?.strip_suffix('"')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_version_is_the_one_in_the_header() {
        let header = "#define SQLITE_VERSION_NUMBER 3054001\n#define SQLITE_VERSION        \"3.54.1\"\n";
        assert_eq!(version(header), Some("3.54.1"));
        assert_eq!(version("#define SQLITE_VERSION_NUMBER 3054001"), None);
    }
}
