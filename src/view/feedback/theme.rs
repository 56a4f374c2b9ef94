//! One theme: what we heard, in people's own words, what we do with it and why, who decides, and when.

use crate::{
    domain::{
        feedback::{Landing, LandingStatus, PublishedTheme, Quote},
        language::Language,
        language_tag::Direction,
    },
    texts::feedback as t,
    view::{
        block::paragraphs,
        signpost::{mark, theme_anchor},
    },
};
use leptos::prelude::*;

/// A theme, folded: what it is called, what is done with it, by whom and when. Unfolded it is told in full. `before` is what
/// was done with it before a change of mind.
#[component]
pub fn ThemeBlock(theme: PublishedTheme, before: Option<LandingStatus>, language: Language) -> impl IntoView {
    let quotes = theme.quotes.iter().map(|quote| one_quote(quote, language));
    let quotes = (!theme.quotes.is_empty()).then(|| {
        view! {
            <details>
                <summary>{t::in_their_words(language, theme.quotes.len())}</summary>
                <ul class="theme__quotes">{quotes.collect_view()}</ul>
            </details>
        }
    });
    let briefly = theme.landings.iter().map(|landing| in_brief(landing, before, language));
    let landings = theme.landings.iter().map(|landing| one_landing(landing, before, language));
    view! {
        <details class="theme" id=theme_anchor(theme.id.as_str())>
            <summary>
                <span class="theme__head">
                    <h3>{theme.title.get(language).to_owned()}</h3>
                    " "<span class="theme__count">{t::reactions(language, theme.count)}</span>
                </span>
                <span class="theme__briefs">{briefly.collect_view()}</span>
            </summary>
            <div class="theme__heard">
                <h4>{t::we_heard(language)}</h4>
                {paragraphs(theme.summary.get(language))}
                {quotes}
            </div>
            <div class="theme__does">
                <h4>{t::we_do(language)}</h4>
                {landings.collect_view()}
            </div>
        </details>
    }
}

/// What is done, by whom and when, in a few words.
fn in_brief(landing: &Landing, before: Option<LandingStatus>, language: Language) -> impl IntoView + use<> {
    let Landing { status, what, destination, .. } = landing;
    let who = t::who_and_when(language, destination.name.get(language), destination.date);
    view! {
        <span class="theme__brief">
            {mark::picture(*status)}
            <span>
                <b>{t::status(language, *status)}</b>{from(*status, before, language)}": "{what.get(language).to_owned()}
                " "<span class="theme__who">{who}</span>
            </span>
        </span>
    }
}

/// Of a change of mind: what was said before, where that is known.
fn from(status: LandingStatus, before: Option<LandingStatus>, language: Language) -> Option<String> {
    before.filter(|_| status == LandingStatus::ChangedMind).map(|before| t::said_before(language, before))
}

fn one_quote(quote: &Quote, language: Language) -> impl IntoView + use<> {
    let other = (!quote.language.is_of(language)).then(|| quote.language.as_str().to_owned());
    let direction = quote.language.direction();
    let turned = (direction != Direction::Ltr).then(|| direction.code());
    // What is tagged with the language of a page may still be typed in another script. A language that runs the other way
    // is there because somebody said so, also when its first word is a Latin name.
    let own = turned.is_none().then_some("auto");
    view! { <li><blockquote lang=other dir=turned><p dir=own>{quote.text.clone()}</p></blockquote></li> }
}

fn one_landing(landing: &Landing, before: Option<LandingStatus>, language: Language) -> impl IntoView + use<> {
    let Landing { status, what, reason, destination, decided_by } = landing;
    let who = if *status == LandingStatus::PassedOn { t::passed_on_to(language) } else { t::who_has_it(language) };
    let name = destination.name.get(language).to_owned();
    let kind = t::destination(language, destination.kind);
    // "Gemeente: Gemeente Assen" says it twice.
    let holder = if name.starts_with(kind) { name.clone() } else { format!("{kind}: {name}") };
    let link = destination.url.as_ref().map(|url| {
        view! { <div><dt>{t::read_more(language)}</dt><dd><a href=url.clone()>{name.clone()}</a></dd></div> }
    });
    let decides = decided_by.as_ref().map(|who| {
        view! { <div><dt>{t::who_decides(language)}</dt><dd>{who.get(language).to_owned()}</dd></div> }
    });
    let when = destination.date.map(|day| {
        view! { <div><dt>{t::when(language)}</dt><dd><time datetime=day.to_string()>{day.written(language)}</time></dd></div> }
    });
    view! {
        <section class=format!("landing landing--{}", status.code())>
            <p class="landing__status">{mark::picture(*status)}<b>{t::status(language, *status)}</b>{from(*status, before, language)}</p>
            <p class="landing__what">{what.get(language).to_owned()}</p>
            <dl class="landing__terms">
                <div class="landing__why"><dt>{t::why(language)}</dt><dd>{reason.get(language).to_owned()}</dd></div>
                <div><dt>{who}</dt><dd>{holder}</dd></div>
                {decides}
                {when}
                {link}
            </dl>
        </section>
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::{id::Id, language::Localised, language_tag::LanguageTag};

    fn block(language: Language, quotes: &[(&str, &str)]) -> String {
        let quote =
            |(tag, text): &(&str, &str)| Quote { text: (*text).into(), language: LanguageTag::try_from(*tag).unwrap() };
        let text = |words: &str| Localised::Same(words.to_owned());
        let theme = PublishedTheme {
            id: Id::try_from("bus").unwrap(),
            title: text("De bus"),
            summary: text("Er rijdt er geen."),
            count: 3,
            quotes: quotes.iter().map(quote).collect(),
            landings: Vec::new(),
        };
        Owner::new().with(|| view! { <ThemeBlock theme before=None language /> }.to_html())
    }

    #[test]
    fn a_quote_in_arabic_is_tagged_and_runs_from_right_to_left_and_nothing_else_does() {
        let arabic = "الحافلة لا تأتي";
        let html = block(Language::Nl, &[("nl", "Hij komt niet."), ("ar", arabic), ("en", "It never comes.")]);
        assert!(html.contains(&format!(r#"<blockquote lang="ar" dir="rtl"><p>{arabic}</p></blockquote>"#)), "{html}");
        assert!(html.contains(r#"<blockquote lang="en"><p dir="auto">It never comes.</p></blockquote>"#), "{html}");
        assert!(html.contains(r#"<blockquote><p dir="auto">Hij komt niet.</p></blockquote>"#), "{html}");
        assert_eq!(html.matches(r#"dir="rtl""#).count(), 1);
        assert_eq!(html.matches("lang=").count(), 2);
    }

    #[test]
    fn a_quote_in_the_language_of_the_page_needs_no_tag() {
        let html = block(Language::En, &[("en-GB", "It never comes.")]);
        assert!(!html.contains("lang=") && html.contains(r#"<p dir="auto">"#), "{html}");
    }
}
