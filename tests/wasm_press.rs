//! The press makes the same site in WebAssembly as natively, byte for byte: the desk publishes what the command would.

#![cfg(target_arch = "wasm32")]

use beginspraak::{
    files::{content, folder::Memory},
    press::{Apps, Given, host, press},
};
use include_dir::{Dir, include_dir};
use std::collections::BTreeMap;
use wasm_bindgen_test::wasm_bindgen_test;

/// The example, as staff have it.
static PUBLIC: Dir = include_dir!("$CARGO_MANIFEST_DIR/public");
/// The site that `beginspraak publish` made of it.
static PRESSED: Dir = include_dir!("$BEGINSPRAAK_PRESSED");
/// The day of which that was made.
const TODAY: &str = env!("BEGINSPRAAK_PRESSED_ON");

/// Every file of a folder by its path.
fn files(dir: &Dir, into: &mut BTreeMap<String, Vec<u8>>) {
    for file in dir.files() {
        into.insert(file.path().to_str().unwrap().to_owned(), file.contents().to_vec());
    }
    dir.dirs().for_each(|dir| files(dir, into));
}

#[wasm_bindgen_test]
fn what_is_pressed_in_a_browser_is_what_the_command_publishes() {
    let (mut public, mut pressed) = (BTreeMap::new(), BTreeMap::new());
    files(&PUBLIC, &mut public);
    files(&PRESSED, &mut pressed);
    let inside = |path: String| path.strip_prefix("content/").map_or(format!("../{path}"), str::to_owned);
    let folder = Memory { files: public.into_iter().map(|(path, bytes)| (inside(path), bytes)).collect() };
    let named = |start: &str, end: &str| -> BTreeMap<String, Vec<u8>> {
        let of = |(path, bytes): (&String, &Vec<u8>)| {
            Some((path.strip_prefix(start)?.strip_suffix(end)?.to_owned(), bytes.clone()))
        };
        pressed.iter().filter_map(of).collect()
    };
    let content = content::load(&folder).unwrap();
    let face = content::publishable(&folder, &content, "/").unwrap();
    let lookup = |(path, bytes): (&String, &Vec<u8>)| path.starts_with("trace/").then(|| (path.clone(), bytes.clone()));
    let beside = folder.files.iter().filter_map(lookup).collect();
    // Drawn and described natively, once, and copied from there.
    let icons = host::ICONS.iter().map(|icon| (icon.name.to_owned(), pressed[icon.name].clone())).collect();
    let schemas = named("schema/", ".json").into_iter();
    let made = press(&Given {
        content: &content,
        beside: &beside,
        base: "/",
        theme: face.theme.as_deref(),
        apps: Apps::None,
        pictures: &face.pictures,
        icons: &icons,
        schemas: &schemas.map(|(name, text)| (name, String::from_utf8(text).unwrap())).collect(),
        today: TODAY.try_into().unwrap(),
    });
    let made = made.unwrap().files;
    // What only a disk has: compressed twins, the list of what was put there, and a lock.
    let on_disk = [".br", ".gz", "beginspraak.json", ".beginspraak-lock"];
    pressed.retain(|path, _| !on_disk.iter().any(|end| path.ends_with(end)));
    assert!(made.len() > 40, "{}", made.len());
    assert_eq!(made.keys().collect::<Vec<_>>(), pressed.keys().collect::<Vec<_>>());
    for (path, bytes) in &made {
        assert!(pressed[path] == *bytes, "{path} differs");
    }
}
