//! Staying informed without an account: reminders for the calendar and by mail, a feed, and sharing.

use super::share::Share;
use crate::{
    domain::{day::Day, delivery::quoted, language::Language, span::Dated},
    texts::stay as say,
};
use leptos::prelude::*;

/// How to hear of what comes. `feed` is the address of the feed, `reminder` that of the calendar file, and `page` that of the
/// page itself, where the site knows its own.
#[component]
pub fn StayBlock(
    title: String,
    page: Option<String>,
    feed: String,
    reminder: Option<Dated<(String, Day)>>,
    language: Language,
) -> impl IntoView {
    view! {
        <section class="section" aria-labelledby="volgen">
            <h2 id="volgen">{say::title(language)}</h2>
            <div class="stack">
                {reminder.map(|reminder| view! { <Reminder subject=title.clone() page reminder language /> })}
                <p><a href=feed type="application/atom+xml">{say::feed(language)}</a>". "{say::feed_help(language)}</p>
                <Share title language />
            </div>
        </section>
    }
}

/// The promised day, for somebody's own calendar, by the address of the file and the day; and as a mail that they send to
/// themselves.
#[component]
fn Reminder(
    subject: String,
    page: Option<String>,
    reminder: Dated<(String, Day)>,
    language: Language,
) -> impl IntoView {
    let (from, until, hidden) = (reminder.from(), reminder.until(), reminder.hidden);
    let (href, due) = reminder.what;
    let subject = say::reminder_subject(&subject, due, language);
    let body = page.map(|page| format!("&body={}", quoted(&page))).unwrap_or_default();
    let mail = format!("mailto:?subject={}{body}", quoted(&subject));
    view! {
        <div class="stack" data-from=from data-until=until hidden=hidden>
            <p><a href=href download=true>{say::reminder(due, language)}</a>". "{say::reminder_help(language)}</p>
            <p><a href=mail>{say::reminder_mail(language)}</a>". "{say::reminder_mail_help(language)}</p>
        </div>
    }
}
