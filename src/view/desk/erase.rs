//! Erasing words for good: which, why, what goes and what remains; and a word to type, as nothing brings it back.

use super::{Desk, Sign, focus, focus_soon, gone::Erased, rooms::Errand, sending::reach, turns::beginning};
use crate::{
    domain::{
        gathering::{Book, Erasable, GatheringId, Thing, erasable::echoes},
        log::ErasedWhy,
        room::Room,
        sending,
    },
    texts::{desk, erasing as t},
};
use leptos::{either::Either, prelude::*};

/// The field in which one looks for words.
const SEARCH: &str = "desk-erase-search";
/// The heading over what was chosen.
const CHOSEN: &str = "desk-erase-chosen";
/// How many show at most.
const PART: usize = 20;

/// The room.
#[component]
pub fn EraseRoom(desk: Desk, id: GatheringId, errand: Callback<Errand>) -> impl IntoView {
    let language = desk.language;
    let all = Memo::new(move |_| {
        desk.held.with(|held| held.book(id).map(Book::notebook).map(Erasable::all).unwrap_or_default())
    });
    let (query, chosen) = (RwSignal::new(String::new()), RwSignal::new(None::<Thing>));
    let found = Memo::new(move |_| {
        let query = query.get();
        let fits = |one: &&Erasable| one.has(&query);
        all.with(|all| all.iter().filter(fits).take(PART + 1).cloned().collect::<Vec<_>>())
    });
    let one = move |erasable: Erasable| {
        let Erasable { thing, words, names, .. } = erasable;
        let names = (!names.is_empty()).then(|| view! { <span class="soft">" ("{names.join("; ")}")"</span> });
        let kind =
            matches!(thing, Thing::Point(_)).then(|| view! { <span class="soft">{t::point(language)}": "</span> });
        view! {
            <label class="choice">
                <input type="radio" name="desk-erase" prop:checked=move || chosen.get() == Some(thing) on:change=move |_| chosen.set(Some(thing)) on:click=move |event| {
                    // Whoever points at it is led on; whoever goes through them by keyboard stays among them.
                    if event.detail() > 0 {
                        focus_soon(CHOSEN.to_owned());
                    }
                } />
                <span dir="auto">{kind}{words}{names}</span>
            </label>
        }
    };
    let none = move || (found.with(Vec::is_empty)).then(|| view! { <p>{t::none(language)}</p> });
    let more = move || (found.with(Vec::len) > PART).then(|| view! { <p class="soft">{t::more(language)}</p> });
    let list = move || {
        view! {
            <section class="desk-card desk-form">
                <h2>{t::which(language)}</h2>
                <div>
                    <label for=SEARCH>{t::search(language)}</label>
                    <input
                        id=SEARCH
                        type="search"
                        autocomplete="off"
                        aria-describedby="desk-erase-searched"
                        prop:value=query
                        on:input=move |event| query.set(event_target_value(&event))
                    />
                    <p class="soft" id="desk-erase-searched">{t::searched(language)}</p>
                </div>
                <fieldset class="desk-choices">
                    <legend class="visually-hidden">{t::which(language)}</legend>
                    <For each=move || found.get().into_iter().take(PART) key=Erasable::clone children=one />
                </fieldset>
                {none}
                {more}
            </section>
        }
    };
    let there = move || {
        let thing = chosen.get()?;
        all.with(|all| all.iter().any(|one| one.thing == thing)).then_some(thing)
    };
    let sure = move |thing| view! { <Sure desk id thing all chosen errand /> };
    let body = move || match all.with(Vec::is_empty) {
        true => Either::Left(view! { <div class="desk-part"><p class="desk-empty">{t::nothing(language)}</p></div> }),
        false => Either::Right(view! {
            <div class="desk-part desk-parts">
                {list()}
                <For each=there key=|thing| *thing children=sure />
            </div>
        }),
    };
    view! {
        {body}
        <Erased desk id errand />
    }
}

/// Why, what goes, what remains, and the word.
#[component]
fn Sure(
    desk: Desk,
    id: GatheringId,
    thing: Thing,
    all: Memo<Vec<Erasable>>,
    chosen: RwSignal<Option<Thing>>,
    errand: Callback<Errand>,
) -> impl IntoView {
    let language = desk.language;
    let (why, typed, fault) =
        (RwSignal::new(ErasedWhy::OnRequest), RwSignal::new(String::new()), RwSignal::new(String::new()));
    let sent = desk.held.with_untracked(|held| {
        let (notebook, Thing::Remark(remark)) = (held.book(id)?.notebook(), thing) else { return None };
        sending::sent(notebook)
            .contains_key(&remark)
            .then(|| sending::reactions(id, notebook).remove(&remark))
            .flatten()
    });
    let words = all.with_untracked(|all| all.iter().find(|one| one.thing == thing).map(|one| one.words.clone()));
    let gathering = desk.gathering(id);
    let echoing = move || {
        let all = all.get();
        let found = gathering.with(|gathering| {
            let points = &gathering.points;
            let on_sheet = |of: Thing| points.iter().any(|point| Thing::Point(point.id) == of);
            echoes(thing, &all, points).into_iter().map(|one| (one.clone(), on_sheet(one.thing))).collect::<Vec<_>>()
        });
        let one = |(one, on_sheet): (Erasable, bool)| {
            let (other, hidden) = (one.thing, format!(": {}", beginning(&one.words)));
            let change = on_sheet.then(|| {
                view! { <strong>{t::on_sheet(language)}"."</strong>" "<a href=Room::Close(id).href()>{t::to_sheet(language)}</a>" " }
            });
            let choose = move |_| {
                chosen.set(Some(other));
                focus_soon(CHOSEN.to_owned());
            };
            view! {
                <li>
                    <span dir="auto">{one.words}</span><br/>
                    {change}
                    <button class="button button--link" type="button" on:click=choose>
                        {t::this_one(language)}<span class="visually-hidden">{hidden}</span>
                    </button>
                </li>
            }
        };
        (!found.is_empty()).then(|| {
            let found: Vec<_> = found.into_iter().map(one).collect();
            view! {
                <div class="desk-conflicts"><h2>{t::echoes(language)}</h2><p>{t::echoes_help(language)}</p><ul class="desk-list">{found}</ul></div>
            }
        })
    };
    let reasons = ErasedWhy::ALL.map(|one| {
        view! {
            <label class="choice">
                <input type="radio" name="desk-why" prop:checked=move || why.get() == one on:change=move |_| why.set(one) />
                <span>{t::reason(language, one)}</span>
            </label>
        }
    });
    let erase = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        if !typed.with_untracked(|typed| typed.trim().eq_ignore_ascii_case(t::word(language))) {
            desk.sign.set(Sign::Quiet);
            return fault.set(desk::wrong(language, t::not_typed(language)));
        }
        errand.run(Errand::Erase(id, thing, why.get_untracked()));
        // What was chosen goes with it; one is where one can look for more.
        focus(SEARCH);
    };
    view! {
        <form class="desk-card desk-form" on:submit=erase novalidate>
            <h2 id=CHOSEN tabindex="-1">{t::chosen(language)}</h2>
            <blockquote class="desk-rival" dir="auto">{words}</blockquote>
            {echoing}
            <fieldset class="desk-choices"><legend>{t::why(language)}</legend>{reasons.collect_view()}</fieldset>
            <h2>{t::goes(language)}</h2>
            <p>{t::goes_help(language)}</p>
            <h2>{t::remains(language)}</h2>
            <ul class="desk-list">
                {sent.map(|reaction| view! { <li>{t::sent(language, reaction.as_str())}{reach(desk)}</li> })}
                <li>{t::files(language)}</li>
                <li>{t::devices(language)}</li>
                <li>{t::paper(language)}</li>
            </ul>
            <h2>{t::sure(language)}</h2>
            <div>
                <label for="desk-erase-word">{t::type_word(language)}</label>
                <input
                    id="desk-erase-word"
                    autocomplete="off"
                    autocapitalize="characters"
                    aria-describedby="desk-erase-fault"
                    aria-invalid=move || (!fault.with(String::is_empty)).then_some("true")
                    prop:value=typed
                    on:input=move |event| {
                        typed.set(event_target_value(&event));
                        fault.set(String::new());
                    }
                />
                <p role="alert" id="desk-erase-fault" class="question__error">{fault}</p>
            </div>
            <p><button class="button button--primary" type="submit">{t::act(language)}</button></p>
        </form>
    }
}
