//! The head of every page: skip link, whose site it is, the menu, larger letters and the other language.

use super::mark::finger_post;
use crate::{
    domain::{language::Language, route::Route},
    texts::page as say,
    view::picture::{self, Shown},
};
use leptos::{either::Either, prelude::*};

/// `here` is the page itself; its link is marked, and the language link leads to its other language (where the page
/// has one: `other_language`).
#[component]
pub fn Header(
    name: String,
    organisation: String,
    #[prop(optional_no_strip)] logo: Option<Shown>,
    here: Route,
    base: String,
    language: Language,
    #[prop(default = true)] other_language: bool,
) -> impl IntoView {
    let other = language.other();
    let home = Route::Overview.href(&base, language);
    let links = [
        (Route::Overview, say::nav_overview(language)),
        (Route::Mine, say::nav_mine(language)),
        (Route::Follow, say::nav_follow(language)),
        (Route::About, say::nav_about(language)),
    ];
    let items = links.map(|(route, text)| {
        let current = (route == here).then_some("page");
        view! { <li><a href=route.href(&base, language) aria-current=current>{text}</a></li> }
    });
    let switch = other_language.then(|| {
        let href = here.href(&base, other);
        view! { <li><a href=href lang=other.code() hreflang=other.code()>{say::other_language(language)}</a></li> }
    });
    view! {
        <a class="skip-link" href="#main">{say::skip(language)}</a>
        <header class="header">
            <a class="header__mark" href=home>
                {match logo {
                    Some(logo) => Either::Left(picture::logo(&logo)),
                    None => Either::Right(view! { <svg viewBox="0 0 58 42" aria-hidden="true">{finger_post()}</svg> }),
                }}
                <span><strong>{name}</strong><small>{organisation}</small></span>
            </a>
            <nav aria-label=say::menu(language)>
                // Always open where there is room.
                <details class="header__menu unfold">
                    <summary>{say::menu_open(language)}</summary>
                    <ul class="header__nav">
                        {items.collect_view()}
                        // The script of the page makes it do something, and without it shows none.
                        <li class="header__letters">
                            <button type="button" data-larger aria-pressed="false" data-on=say::larger_on(language) data-off=say::larger_off(language)>{say::larger(language)}</button>
                        </li>
                        {switch}
                    </ul>
                </details>
            </nav>
        </header>
    }
}
