//! The page of the desk as it is made: what it is, and what to do where its app does not come.

use super::ROOT;
use crate::{
    domain::{language::Language, route::Route},
    texts::{desk as t, page as say, site},
    view::{
        block::mark::finger_post,
        picture::{self, Shown},
    },
};
use leptos::{either::Either, prelude::*};

/// Everything in the page's body. `presses`: the script that makes sites; `twin`: the page is there in the other language too.
#[component]
pub fn DeskPage(
    name: String,
    #[prop(optional_no_strip)] logo: Option<Shown>,
    base: String,
    language: Language,
    #[prop(optional_no_strip)] presses: Option<String>,
    twin: bool,
) -> impl IntoView {
    let home = Route::Overview.href(&base, language);
    let other = language.other();
    let switch = twin.then(|| {
        view! { <li><a href=Route::Desk.href(&base, other) lang=other.code() hreflang=other.code()>{say::other_language(language)}</a></li> }
    });
    let here = Route::Desk.href(&base, language);
    view! {
        <a class="skip-link" href="#main">{say::skip(language)}</a>
        <header class="header desk-header">
            <a class="header__mark" href=here.clone()>
                {match logo {
                    Some(logo) => Either::Left(picture::logo(&logo)),
                    None => Either::Right(view! { <svg viewBox="0 0 58 42" aria-hidden="true">{finger_post()}</svg> }),
                }}
                <span><strong>{t::title(language)}</strong><small>{name}</small></span>
            </a>
            <ul class="desk-ways">
                <li class="header__letters">
                    <button type="button" data-larger aria-pressed="false" data-on=say::larger_on(language) data-off=say::larger_off(language)>{say::larger(language)}</button>
                </li>
                {switch}
                <li><a href=home>{t::to_site(language)}</a></li>
            </ul>
        </header>
        <div role="status">
            <div id="newer" class="notice" hidden>
                <p>{site::newer(language)}" "<a href=here>{site::newer_load(language)}</a></p>
            </div>
        </div>
        <div id=ROOT class="desk" data-presses=presses>
            <main id="main" class="desk-main">
                <div class="desk-head">
                    <h1>{t::title(language)}</h1>
                    <p class="desk-lead">{t::lead(language)}</p>
                    <noscript><p>{t::needs_script(language)}</p></noscript>
                    <div role="status">
                        <p data-app="away" hidden>{site::app_away(language)}</p>
                        <p data-app="unable" hidden>{t::unable(language)}</p>
                    </div>
                </div>
            </main>
        </div>
        <footer class="desk-foot"><p>{t::foot(language)}</p></footer>
    }
}
