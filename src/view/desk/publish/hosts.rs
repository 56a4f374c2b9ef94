//! Three steps for each common host, for who knows no terminal.

use crate::{domain::language::Language, texts::publishing as t};
use leptos::prelude::*;

/// All of them, each folded.
pub fn hosts(language: Language) -> impl IntoView {
    let all = [
        (t::by_ftp(language), [t::ftp_1(language), t::ftp_2(language), t::ftp_3(language)]),
        (t::by_drop(language), [t::drop_1(language), t::drop_2(language), t::drop_3(language)]),
        (t::by_github(language), [t::github_1(language), t::github_2(language), t::github_3(language)]),
        (t::by_bucket(language), [t::bucket_1(language), t::bucket_2(language), t::bucket_3(language)]),
    ];
    let host = |(name, steps): (&'static str, [&'static str; 3])| {
        let steps = steps.map(|step| view! { <li>{step}</li> });
        view! { <details><summary>{name}</summary><ol>{steps.into_iter().collect::<Vec<_>>()}</ol></details> }
    };
    all.map(host).into_iter().collect::<Vec<_>>()
}
