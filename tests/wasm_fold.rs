//! What many people did, folded in a browser: the same state from whichever end one begins, and how long that takes.

#![cfg(target_arch = "wasm32")]

use beginspraak::domain::{
    log::{Entry, Log},
    work::{Deed, rehearsal},
};
use wasm_bindgen_test::{console_log, wasm_bindgen_test, wasm_bindgen_test_configure};

wasm_bindgen_test_configure!(run_in_browser);

/// How many; the bench asks for more than a test needs.
fn placements() -> u32 {
    option_env!("BEGINSPRAAK_PLACEMENTS").and_then(|count| count.parse().ok()).unwrap_or(2_000)
}

/// What holds in each place, and after which entries one would go on.
fn state(log: &Log<Deed>) -> String {
    let values: Vec<_> = log.values().map(|(key, value, _)| (key, value)).collect();
    format!("{values:?} {:?}", log.heads().collect::<Vec<_>>())
}

#[wasm_bindgen_test]
fn many_acts_fold_to_the_same_from_either_end() {
    let entries = rehearsal::history(placements());
    let lines: Vec<String> = entries.iter().map(Entry::line).collect();
    let started = js_sys::Date::now();
    let read: Vec<Entry<Deed>> = lines.iter().map(|line| Entry::read(line.as_bytes()).unwrap()).collect();
    let reading = js_sys::Date::now() - started;
    let mut backwards = read.clone();
    backwards.reverse();
    let started = js_sys::Date::now();
    let mut log = Log::default();
    log.merge(read);
    let folding = js_sys::Date::now() - started;
    console_log!("folded {} entries in a browser: reading {reading} ms, folding {folding} ms", log.len());
    assert_eq!(log.len(), lines.len());
    let mut other = Log::default();
    other.merge(backwards);
    assert_eq!(state(&log), state(&other));
}
