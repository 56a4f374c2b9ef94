//! The reactions that stand in a work folder.

use serde_json::Value;
use std::{fs, path::Path};

/// All of them, by id, from every consultation.
pub fn reactions(folder: &Path) -> Vec<Value> {
    let mut all = Vec::new();
    for consultation in fs::read_dir(folder.join("work")).into_iter().flatten() {
        for file in fs::read_dir(consultation.unwrap().path()).unwrap() {
            let file = file.unwrap().path();
            if file.is_file() {
                let text = fs::read_to_string(file).unwrap();
                let envelopes = text.lines().map(|line| serde_json::from_str::<Value>(line).unwrap());
                all.extend(envelopes.map(|mut envelope| envelope["reaction"].take()));
            }
        }
    }
    all.sort_by_key(|one| one["id"].as_str().unwrap().to_owned());
    all
}
