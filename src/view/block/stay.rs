//! Staying informed without an account: a feed, a reminder for the calendar, and sharing.

use super::share::Share;
use crate::{
    domain::{day::Day, language::Language, span::Dated},
    texts::stay as say,
};
use leptos::prelude::*;

/// How to hear of what comes. `feed` is the address of the feed, `reminder` that of the calendar file.
#[component]
pub fn StayBlock(
    title: String,
    feed: String,
    reminder: Option<Dated<(String, Day)>>,
    language: Language,
) -> impl IntoView {
    view! {
        <section class="section" aria-labelledby="volgen">
            <h2 id="volgen">{say::title(language)}</h2>
            <div class="stack">
                {reminder.map(|reminder| view! { <Reminder reminder language /> })}
                <p><a href=feed type="application/atom+xml">{say::feed(language)}</a>". "{say::feed_help(language)}</p>
                <Share title language />
            </div>
        </section>
    }
}

/// The promised day, for somebody's own calendar: the address of the file and the day.
#[component]
pub fn Reminder(reminder: Dated<(String, Day)>, language: Language) -> impl IntoView {
    let (from, until, hidden) = (reminder.from(), reminder.until(), reminder.hidden);
    let (href, due) = reminder.what;
    view! {
        <p data-from=from data-until=until hidden=hidden>
            <a href=href download=true>{say::reminder(due, language)}</a>". "{say::reminder_help(language)}
        </p>
    }
}
