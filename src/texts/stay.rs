//! Staying informed: feeds, the reminder for a calendar, sharing, and the way to feedback.

use crate::domain::{
    day::Day,
    language::Language::{self, En, Nl},
};

say! {
    /// Heading.
    title: "Wilt u bericht?", "Do you want to hear from us?";
    /// The link to the feed.
    feed: "Voor wie een feedlezer heeft: de feed van deze vraag", "For who has a feed reader: the feed of this question";
    /// What a feed is for.
    feed_help: "Een feedlezer ziet vanzelf dat er nieuws is.", "A feed reader sees by itself that there is news.";
    /// What both reminders are for.
    reminder_help: "Zo kunt u ons aan onze belofte houden.", "That way you can hold us to our promise.";
    /// Begins a mail that somebody sends to themselves.
    reminder_mail: "Mail uzelf een herinnering", "Mail yourself a reminder";
    /// What follows of that: nobody else gets an address.
    reminder_mail_help: "U vult zelf uw adres in. Wij krijgen dat niet.", "You fill in your own address. We do not get it.";
    /// The button.
    share: "Deel deze pagina", "Share this page";
    /// After sharing.
    shared: "Gedeeld.", "Shared.";
    /// After copying.
    copied: "Het adres is gekopieerd.", "The address has been copied.";
    /// Where the browser lets one do neither; the address follows.
    not_shared: "Delen en kopiëren mag niet van uw browser. Dit is het adres:", "Your browser allows neither sharing nor copying. This is the address:";
    /// The feed of all consultations.
    all: "Nieuws over alle vragen", "News about all questions";
    /// In the calendar, on the promised day.
    reminder_text: "Uiterlijk vandaag leest u op de pagina van deze vraag ons antwoord.", "By today you can read our answer on the page of this question.";
}

/// The link to the calendar file.
pub fn reminder(due: Day, language: Language) -> String {
    match language {
        Nl => format!("Zet {} in uw agenda", due.written(language)),
        En => format!("Put {} in your calendar", due.written(language)),
    }
}

/// The subject of a mail that reminds of the promised day.
pub fn reminder_subject(subject: &str, due: Day, language: Language) -> String {
    match language {
        Nl => format!("Uiterlijk {} antwoord op: {subject}", due.written(language)),
        En => format!("By {} an answer to: {subject}", due.written(language)),
    }
}

/// The link to feedback of this day; `interim`: more is to come.
pub fn read_feedback(day: Day, interim: bool, language: Language) -> String {
    let day = day.written(language);
    match (language, interim) {
        (Nl, true) => format!("Tussenstand van {day}: dit doen wij ermee"),
        (Nl, false) => format!("Dit doen wij met de reacties ({day})"),
        (En, true) => format!("Interim answer of {day}: what we do with it"),
        (En, false) => format!("What we do with the responses ({day})"),
    }
}

/// The feed of one consultation.
pub fn feed_of(subject: &str, language: Language) -> String {
    match language {
        Nl => format!("Nieuws over: {subject}"),
        En => format!("News about: {subject}"),
    }
}

/// In a feed: one can react.
pub fn opened(subject: &str, language: Language) -> String {
    match language {
        Nl => format!("U kunt reageren: {subject}"),
        En => format!("You can respond: {subject}"),
    }
}

/// In a feed: there is feedback.
pub fn published(version: u32, subject: &str, language: Language) -> String {
    match (language, version) {
        (Nl, 1) => format!("Dit doen wij met de reacties: {subject}"),
        (En, 1) => format!("What we do with the responses: {subject}"),
        (Nl, version) => format!("Nieuw antwoord (versie {version}): {subject}"),
        (En, version) => format!("New answer (version {version}): {subject}"),
    }
}

/// In a calendar: the promised day.
pub fn promised(subject: &str, language: Language) -> String {
    match language {
        Nl => format!("Antwoord van de provincie: {subject}"),
        En => format!("Answer of the province: {subject}"),
    }
}
