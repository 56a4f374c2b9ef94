//! What was noted, the newest first: to read, to search, to change and to take back.

use super::{Desk, FIELD, Wish, focus};
use crate::{
    domain::gathering::{Deed, Gathering, GatheringId, Kind, Remark, RemarkId, Words, step},
    texts::desk as t,
};
use leptos::{either::Either, prelude::*};
use std::sync::Arc;

/// How many show at first, and how many more each time.
const PART: usize = 50;

/// The list; `empty` is what stands there before there is any.
#[component]
pub fn Remarks(desk: Desk, id: GatheringId, gathering: Memo<Arc<Gathering>>, empty: &'static str) -> impl IntoView {
    let language = desk.language;
    let (query, room, changing) = (RwSignal::new(String::new()), RwSignal::new(PART), RwSignal::new(None));
    let found = Memo::new(move |_| {
        let query = query.get();
        gathering.with(|gathering| {
            let fits = gathering.remarks.iter().rev().filter(|remark| remark.has(&query));
            (fits.clone().take(room.get()).cloned().collect::<Vec<_>>(), fits.count(), gathering.remarks.len())
        })
    });
    let count = move || {
        found.with(
            |(_, fits, all)| if fits == all { t::remarks(language, *all) } else { t::found(language, *fits, *all) },
        )
    };
    let taken_back = move || {
        let count = gathering.with(|gathering| gathering.taken_back);
        (count > 0).then(|| view! { <p class="soft">{t::taken_back(language, count)}</p> })
    };
    let one = move |remark: Remark| view! { <One desk id remark changing /> };
    view! {
        <section class="desk-noted">
            <div class="desk-noted__head">
                <h2>{t::noted(language)}</h2>
                <p class="soft" role="status">{count}</p>
            </div>
            <Turns desk id />
            <div class="desk-search" hidden=move || found.with(|(.., all)| *all == 0)>
                <label for="desk-search">{t::search(language)}</label>
                <input
                    id="desk-search"
                    type="search"
                    autocomplete="off"
                    prop:value=query
                    on:input=move |event| query.set(event_target_value(&event))
                />
            </div>
            <p class="desk-empty" hidden=move || found.with(|(.., all)| *all > 0)>{empty}</p>
            <p hidden=move || found.with(|(_, fits, all)| *fits > 0 || *all == 0)>{t::not_found(language)}</p>
            <ol class="desk-remarks" reversed>
                <For each=move || found.get().0 key=Remark::clone children=one />
            </ol>
            <p hidden=move || found.with(|(shown, fits, _)| shown.len() >= *fits)>
                <button class="button" type="button" on:click=move |_| room.update(|room| *room += PART)>
                    {t::older(language)}
                </button>
            </p>
            {taken_back}
        </section>
    }
}

/// Undoing and doing again, with their keys.
#[component]
fn Turns(desk: Desk, id: GatheringId) -> impl IntoView {
    let language = desk.language;
    let on_key = window_event_listener(leptos::ev::keydown, move |event| {
        let wish = match event.code().as_str() {
            "KeyZ" => Wish::Undo(id),
            "KeyY" => Wish::Redo(id),
            _ => return,
        };
        if event.alt_key() && !event.ctrl_key() && !event.meta_key() {
            event.prevent_default();
            desk.act.run(wish);
        }
    });
    on_cleanup(move || on_key.remove());
    view! {
        <p class="row desk-turns">
            <button class="button" type="button" on:click=move |_| desk.act.run(Wish::Undo(id))>
                {t::undo(language)}<kbd>"Alt Z"</kbd>
            </button>
            <button class="button" type="button" on:click=move |_| desk.act.run(Wish::Redo(id))>
                {t::redo(language)}<kbd>"Alt Y"</kbd>
            </button>
        </p>
    }
}

/// A remark, or the fields to change it.
#[component]
fn One(desk: Desk, id: GatheringId, remark: Remark, changing: RwSignal<Option<RemarkId>>) -> impl IntoView {
    let remark = StoredValue::new(remark);
    let name = remark.with_value(|remark| remark.id);
    let kind = remark.with_value(|remark| remark.kind.code());
    view! {
        <li class=format!("desk-remark desk-remark--{kind}")>
            {move || {
                if changing.get() == Some(name) {
                    Either::Left(view! { <Change desk id remark changing /> })
                } else {
                    Either::Right(view! { <Shown desk id remark changing /> })
                }
            }}
        </li>
    }
}

#[component]
fn Shown(
    desk: Desk,
    id: GatheringId,
    remark: StoredValue<Remark>,
    changing: RwSignal<Option<RemarkId>>,
) -> impl IntoView {
    let language = desk.language;
    let Remark { id: name, text, kind, stop, speaker, who, changed, .. } = remark.get_value();
    let about: Vec<String> =
        [stop, speaker, Some(who), changed.then(|| t::changed(language).into())].into_iter().flatten().collect();
    let short: String = text.as_deref().unwrap_or_default().chars().take(40).collect();
    let (words, hidden) = (text.unwrap_or_else(|| t::wordless(language).into()), format!(": {short}"));
    view! {
        <p class="desk-remark__about"><strong>{t::kind_name(language, kind)}</strong>" · "{about.join(" · ")}</p>
        <p class="desk-remark__text" dir="auto">{words}</p>
        <p class="desk-remark__acts">
            <button class="button button--link" type="button" on:click=move |_| changing.set(Some(name))>
                {t::change(language)}<span class="visually-hidden">{hidden.clone()}</span>
            </button>
            <button class="button button--link" type="button" on:click=move |_| desk.does(id, Deed::Keep { remark: name, kept: false })>
                {t::take_back(language)}<span class="visually-hidden">{hidden}</span>
            </button>
        </p>
    }
}

#[component]
fn Change(
    desk: Desk,
    id: GatheringId,
    remark: StoredValue<Remark>,
    changing: RwSignal<Option<RemarkId>>,
) -> impl IntoView {
    let language = desk.language;
    let Remark { id: name, text, kind, .. } = remark.get_value();
    let (typed, sort, fault) =
        (RwSignal::new(text.unwrap_or_default()), RwSignal::new(kind), RwSignal::new(String::new()));
    let field: NodeRef<leptos::html::Textarea> = NodeRef::new();
    Effect::new(move |_| {
        if let Some(field) = field.get() {
            // Who opens it goes on typing there. Focusing an element in the page can't fail.
            let _ = field.focus();
        }
    });
    let close = move || {
        changing.set(None);
        // Back to where one notes, if that is in this room.
        focus(FIELD);
    };
    let save = move || match Words::of(&typed.read_untracked(), Words::REMARK) {
        Ok(words) => {
            let kind = sort.get_untracked();
            desk.step(id, move |notebook, names| step::change(notebook, name, &words, kind, names));
            close();
        }
        Err(wrong) => fault.set(t::words(language, wrong)),
    };
    let keys = move |event: leptos::ev::KeyboardEvent| match event.key().as_str() {
        "Enter" if !event.shift_key() && !event.is_composing() => {
            event.prevent_default();
            save();
        }
        "Escape" => close(),
        _ => {}
    };
    let options = Kind::ALL.map(|one| {
        view! { <option value=one.code() selected=one == kind>{t::kind_name(language, one)}</option> }
    });
    let chosen = move |event| {
        let code = event_target_value(&event);
        sort.set(Kind::ALL.into_iter().find(|one| one.code() == code).unwrap_or(kind));
    };
    let (for_text, for_kind) = (format!("text-{name}"), format!("kind-{name}"));
    view! {
        <div class="desk-form">
            <label for=for_text.clone()>{t::change(language)}</label>
            <textarea
                id=for_text
                node_ref=field
                rows="3"
                dir="auto"
                prop:value=typed
                on:input=move |event| typed.set(event_target_value(&event))
                on:keydown=keys
            ></textarea>
            <label for=for_kind.clone()>{t::kind(language)}</label>
            <select id=for_kind on:change=chosen>{options.collect_view()}</select>
            <p role="alert" class="question__error">{fault}</p>
            <p class="row">
                <button class="button button--primary" type="button" on:click=move |_| save()>{t::keep(language)}<kbd>"Enter"</kbd></button>
                <button class="button" type="button" on:click=move |_| close()>{t::cancel(language)}<kbd>"Esc"</kbd></button>
            </p>
        </div>
    }
}
