//! The address that a code on paper or on a screen leads to, as one types it.

use leptos::prelude::*;

/// An address without what every browser adds.
pub fn short(whole: &str) -> &str {
    whole.trim_start_matches("https://").trim_start_matches("http://").trim_end_matches('/')
}

/// The same as it shows. It goes on on a next line behind a sign, and not in the middle of a word.
pub fn typed(whole: &str) -> impl IntoView + use<> {
    let parts = parts(whole).into_iter().map(|part| view! { {part}<wbr/> });
    view! { <span class="desk-address" dir="ltr">{parts.collect_view()}</span> }
}

/// Its parts, each with the sign at its end.
fn parts(whole: &str) -> Vec<String> {
    short(whole).split_inclusive(['/', '.', '-', ':']).map(str::to_owned).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_goes_on_behind_a_sign() {
        assert_eq!(parts("https://denkmee.nl/vragen/de-bus/"), ["denkmee.", "nl/", "vragen/", "de-", "bus"]);
        assert_eq!(parts("http://localhost:8080/"), ["localhost:", "8080"]);
    }
}
