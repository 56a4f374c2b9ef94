//! The stops of a tour: adding, changing, putting in order, leaving out.

use super::{
    Desk, Sign, focus, focus_soon, type_on,
    typing::{Fields, HalfTyped},
};
use crate::{
    domain::gathering::{
        Deed, Draft, Gathering, GatheringId, Stop, StopFault, StopId, StopWords, TypedStop, Words, stop::moved,
    },
    texts::{desk, ready as t},
};
use leptos::{either::Either, prelude::*};
use std::sync::Arc;

/// The heading over them.
const STOPS: &str = "desk-stops";

/// The field with the name of one more.
const NEW_NAME: &str = "stop-name-new";

/// The button with which one changes a stop.
fn change_button(stop: StopId) -> String {
    format!("stop-change-{stop}")
}

/// The part of the room about them.
#[component]
pub fn Stops(desk: Desk, id: GatheringId, gathering: Memo<Arc<Gathering>>) -> impl IntoView {
    let language = desk.language;
    let stops = Memo::new(move |_| gathering.with(|gathering| gathering.stops.clone()));
    let half = |stop: &&Stop| desk.typed.with_untracked(|all| all.contains_key(&Draft::Stop(id, stop.id).key()));
    let changing = RwSignal::new(stops.with_untracked(|stops| stops.iter().find(half).map(|stop| stop.id)));
    // Who moves one hears where it stands now.
    let said = RwSignal::new(String::new());
    let names = Memo::new(move |_| stops.with(|stops| stops.iter().map(|stop| stop.id).collect::<Vec<_>>()));
    // A button that moves with its stop loses the focus on the way.
    let pressed = RwSignal::new(None::<String>);
    Effect::new(move |_| {
        names.track();
        if let Some(button) = pressed.get_untracked() {
            pressed.set(None);
            focus_soon(button);
        }
    });
    let one = move |name: StopId| {
        let stop = Memo::new(move |_| stops.with(|stops| stops.iter().find(|stop| stop.id == name).cloned()));
        view! {
            <li class="desk-point">
                {move || {
                    if changing.get() == Some(name) {
                        Either::Left(view! { <StopFields desk id stop=stop.get_untracked() stops changing /> })
                    } else {
                        Either::Right(stop.get().map(|stop| view! { <Shown desk id stop stops changing said pressed /> }))
                    }
                }}
            </li>
        }
    };
    view! {
        <section class="desk-points">
            <h2 id=STOPS tabindex="-1">{t::stops(language)}</h2>
            <p>{t::stops_help(language)}</p>
            <p class="desk-empty" hidden=move || !names.with(Vec::is_empty)>{t::no_stops(language)}</p>
            <ol class="desk-pointed desk-stops"><For each=move || names.get() key=|name| *name children=one /></ol>
            <p role="status" class="visually-hidden">{said}</p>
            <StopFields desk id stop=None stops changing />
        </section>
    }
}

#[component]
fn Shown(
    desk: Desk,
    id: GatheringId,
    stop: Stop,
    stops: Memo<Vec<Stop>>,
    changing: RwSignal<Option<StopId>>,
    said: RwSignal<String>,
    pressed: RwSignal<Option<String>>,
) -> impl IntoView {
    let language = desk.language;
    let Stop { id: name, name: called, about } = stop;
    let called = called.unwrap_or_default();
    let at = move || stops.with(|stops| stops.iter().position(|stop| stop.id == name).unwrap_or_default());
    let hidden = format!(": {called}");
    let step = |text: &'static str, by: isize| {
        let called = called.clone();
        let button = format!("stop-{by}-{name}");
        let pressing = button.clone();
        let act = move |_| {
            let route = stops.with_untracked(|stops| moved(stops, name, by));
            // The first one can't come earlier, nor the last one later.
            if stops.with_untracked(|stops| stops.iter().map(|stop| stop.id).eq(route.iter().copied())) {
                return;
            }
            pressed.set(Some(pressing.clone()));
            let to = route.iter().position(|one| *one == name).unwrap_or_default();
            said.set(t::place_of(language, &called, to + 1, route.len()));
            desk.does(id, Deed::Route { stops: route });
        };
        // It stays where it is, so whoever presses it once more need not look for it.
        let ends = move || if by < 0 { at() == 0 } else { at() + 1 == stops.with(Vec::len) };
        view! {
            <button id=button class="button button--link" type="button" aria-disabled=move || ends().then_some("true") on:click=act>
                {text}<span class="visually-hidden">{hidden.clone()}</span>
            </button>
        }
    };
    view! {
        <p class="desk-remark__text" dir="auto"><strong>{called.clone()}</strong></p>
        {about.map(|about| view! { <p class="desk-remark__about" dir="auto">{about}</p> })}
        <p class="desk-remark__acts">
            {step(t::earlier(language), -1)}
            {step(t::later(language), 1)}
            <button id=change_button(name) class="button button--link" type="button" on:click=move |_| {
                desk.hush();
                changing.set(Some(name));
                focus_soon(format!("stop-name-{name}"));
            }>
                {t::change(language)}<span class="visually-hidden">{hidden.clone()}</span>
            </button>
            <button class="button button--link" type="button" on:click=move |_| {
                desk.does(id, Deed::KeepStop { stop: name, kept: false });
                // It goes; one is where the others are.
                focus(STOPS);
            }>
                {t::leave(language)}<span class="visually-hidden">{hidden.clone()}</span>
            </button>
        </p>
    }
}

/// Whether something is wrong with where and when a stop is (`about`), or with what it is called.
fn wrong(faults: &[StopFault], about: bool) -> bool {
    faults.iter().any(|fault| matches!(fault, StopFault::About(_)) == about)
}

/// The fields of a stop: of one that is there, or of one more.
#[component]
fn StopFields(
    desk: Desk,
    id: GatheringId,
    stop: Option<Stop>,
    stops: Memo<Vec<Stop>>,
    changing: RwSignal<Option<StopId>>,
) -> impl IntoView {
    let language = desk.language;
    let own = stop.as_ref().map(|stop| stop.id);
    let start = stop.map_or_else(TypedStop::default, |stop| TypedStop {
        name: stop.name.unwrap_or_default(),
        about: stop.about.unwrap_or_default(),
    });
    let form = Fields::new(desk, own.map_or(Draft::NewStop(id), |stop| Draft::Stop(id, stop)), start);
    // One comes back to what one opened it with.
    let done = move || {
        if let Some(own) = own {
            changing.set(None);
            focus_soon(change_button(own));
        } else {
            type_on(NEW_NAME);
        }
    };
    form.when_safe(done);
    let faults = RwSignal::new(Vec::<StopFault>::new());
    Effect::new(move |_| {
        form.now.track();
        faults.set(vec![]);
    });
    let key = own.map_or_else(|| "new".to_owned(), |stop| stop.to_string());
    let [name_id, about_id, faults_id] = ["name", "about", "faults"].map(|field| format!("stop-{field}-{key}"));
    let ids = [name_id.clone(), about_id.clone()];
    let save = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        match form.now.with_untracked(|typed| stops.with_untracked(|stops| StopWords::of(typed, stops, own))) {
            Ok(words) => form.save(id, move |notebook, names| words.written(notebook, own, names)),
            Err(found) => {
                desk.sign.set(Sign::Quiet);
                let wrong = if wrong(&found, false) { &ids[0] } else { &ids[1] };
                focus(wrong);
                faults.set(found);
            }
        }
    };
    let list = move || {
        faults.with(|faults| {
            faults.iter().map(|fault| view! { <li>{t::mend_stop(language, *fault)}</li> }).collect_view()
        })
    };
    let invalid = move |about| move || faults.with(|faults| wrong(faults, about)).then_some("true");
    let leave = move |_| {
        form.forget();
        done();
    };
    let button = if own.is_some() { desk::keep(language) } else { t::add_stop(language) };
    let cancel =
        own.map(|_| view! { <button class="button" type="button" on:click=leave>{desk::cancel(language)}</button> });
    view! {
        <form class="desk-form" novalidate on:submit=save>
            <div>
                <label for=name_id.clone()>{t::stop_name(language)}</label>
                <p class="soft">{t::stop_name_help(language)}</p>
                <input
                    id=name_id
                    maxlength=Words::NAME.to_string()
                    autocomplete="off"
                    dir="auto"
                    aria-describedby=faults_id.clone()
                    aria-invalid=invalid(false)
                    prop:value=move || form.now.with(|typed| typed.name.clone())
                    on:input=move |event| form.change(|typed| typed.name = event_target_value(&event))
                />
            </div>
            <div>
                <label for=about_id.clone()>{t::stop_about(language)}" "<span class="question__optional">{desk::optional(language)}</span></label>
                <p class="soft">{t::stop_about_help(language)}</p>
                <input
                    id=about_id
                    maxlength=Words::NAME.to_string()
                    autocomplete="off"
                    dir="auto"
                    aria-describedby=faults_id.clone()
                    aria-invalid=invalid(true)
                    prop:value=move || form.now.with(|typed| typed.about.clone())
                    on:input=move |event| form.change(|typed| typed.about = event_target_value(&event))
                />
            </div>
            <div role="alert" id=faults_id><ul class="question__error">{list}</ul></div>
            <p class="row">
                <button class="button" type="submit">{button}</button>
                {cancel}
            </p>
            {own.is_none().then(|| view! { <HalfTyped fields=form /> })}
        </form>
    }
}
