//! Preparing a gathering, and changing what is known of one.

use super::{
    Desk, Sign,
    away::Away,
    focus,
    rooms::{Errand, Known},
    typing::{Fields, HalfTyped},
};
use crate::{
    domain::{
        gathering::{
            About, DayDoubt, Draft, Gathering, GatheringId, Offered, Setting, SettingFault, TypedSetting, Words,
        },
        room::Room,
        sending::sent,
    },
    texts::{desk as t, sending, typing},
};
use leptos::prelude::*;

/// What stands in the fields at first: what holds, or for a new gathering today, with who prepares it.
fn typed(desk: Desk, id: Option<GatheringId>) -> TypedSetting {
    let today = desk.today.map(|day| day.to_string()).unwrap_or_default();
    let Some(id) = id else {
        let hosts = desk.who.get_untracked().unwrap_or_default();
        return TypedSetting { day: today, hosts, ..TypedSetting::default() };
    };
    let gathering = desk.held.with_untracked(|held| held.book(id).map(|book| Gathering::clone(book.now())));
    let Some(Gathering { about, ask, place, day, begins, hosts, .. }) = gathering else {
        return TypedSetting::default();
    };
    TypedSetting {
        place: place.unwrap_or_default(),
        day: day.map(|day| day.to_string()).unwrap_or_default(),
        begins: begins.map(|hour| hour.to_string()).unwrap_or_default(),
        hosts: hosts.unwrap_or_default(),
        about: if let Some(About::Consultation(slug)) = about { slug.to_string() } else { String::new() },
        ask: ask.unwrap_or_default(),
    }
}

/// The first of what it can be about.
const FIRST_ABOUT: &str = "desk-about";

/// How much of it was sent: that has the day and the question of then.
fn sent_of(desk: Desk, id: Option<GatheringId>) -> usize {
    let count = |id| desk.held.with_untracked(|held| held.book(id).map(|book| sent(book.notebook()).len()));
    id.and_then(count).unwrap_or_default()
}

/// The field that a fault is in.
fn field(fault: SettingFault) -> &'static str {
    match fault {
        SettingFault::Place(_) => "desk-place",
        SettingFault::Day(_) => "desk-day",
        SettingFault::Begins => "desk-begins",
        SettingFault::Hosts(_) => "desk-hosts",
        SettingFault::Ask(_) => "desk-ask",
    }
}

/// The room; `id` is that of a gathering that is there already.
#[component]
pub fn PrepareRoom(
    desk: Desk,
    id: Option<GatheringId>,
    prepare: Callback<Known>,
    errand: Callback<Errand>,
) -> impl IntoView {
    let language = desk.language;
    let start = typed(desk, id);
    let held_before = StoredValue::new((start.day.clone(), start.about.clone()));
    let fields = Fields::new(desk, Draft::Setting(id), start);
    let typed = fields.now;
    let faults = RwSignal::new(Vec::<SettingFault>::new());
    let asked = RwSignal::new((None::<DayDoubt>, 0));
    // What was wrong is being mended.
    Effect::new(move |_| {
        typed.track();
        faults.set(vec![]);
        asked.set((None, 0));
    });
    let save = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        match typed.with_untracked(Setting::of) {
            Ok(setting) => {
                faults.set(vec![]);
                let (other_day, other_question) = typed.with_untracked(|typed| {
                    held_before.with_value(|(day, about)| (typed.day != *day, typed.about != *about))
                });
                // A day that was kept before was asked about then.
                let doubt = desk.today.and_then(|today| setting.doubt(today)).filter(|_| other_day);
                let sent = if other_day || other_question { sent_of(desk, id) } else { 0 };
                if (doubt, sent) != asked.get_untracked() {
                    asked.set((doubt, sent));
                    focus(if other_day { "desk-day" } else { FIRST_ABOUT });
                    return;
                }
                prepare.run((id, setting));
            }
            Err(found) => {
                desk.sign.set(Sign::Quiet);
                let first = found.first().map(|fault| field(*fault));
                faults.set(found);
                // What is wrong is told above all fields; somebody goes on in the first of them.
                first.map(focus);
            }
        }
    };
    let asks = move || asked.get() != (None, 0);
    let button = move || match id {
        _ if asks() => t::keep_sure(language),
        None => t::begin(language),
        Some(_) => t::keep(language),
    };
    // What was sent keeps the day and the question that it had.
    let free = (sent_of(desk, id) == 0).then(|| view! { <p class="soft">{t::can_change(language)}</p> });
    // One can still gather about what closed: it is what was chosen.
    let chosen = typed.read_untracked().about.clone();
    let offered = desk.offer.with_value(|offer| {
        let open = |one: &&Offered| one.slug.as_str() == chosen || desk.today.is_none_or(|today| one.closes >= today);
        offer.questions.iter().filter(open).cloned().collect::<Vec<_>>()
    });
    let choice = move |value: String, text: String| {
        let (own, here) = (value.clone(), value.clone());
        let name = value.is_empty().then_some(FIRST_ABOUT);
        view! {
            <label class="choice">
                <input
                    id=name
                    type="radio"
                    name="desk-about"
                    value=value
                    prop:checked=move || typed.with(|typed| typed.about == here)
                    on:change=move |_| fields.change(|typed| typed.about = own.clone())
                />
                <span>{text}</span>
            </label>
        }
    };
    let choices = [(String::new(), t::listening(language).to_owned())]
        .into_iter()
        .chain(offered.into_iter().map(|one| (one.slug.to_string(), one.title)))
        .map(|(value, text)| choice(value, text))
        .collect_view();
    let invalid =
        move |is: fn(&SettingFault) -> bool| move || faults.with(|faults| faults.iter().any(is)).then_some("true");
    let list = move || {
        faults.with(|faults| faults.iter().map(|fault| view! { <li>{t::mend(language, *fault)}</li> }).collect_view())
    };
    let asking = move || {
        let (doubt, sent) = asked.get();
        let sent = (sent > 0).then(|| sending::setting_stays(language, sent));
        let not_kept = asks().then(|| t::not_kept(language).to_owned());
        let all = [not_kept, doubt.map(|doubt| typing::doubt(language, doubt).to_owned()), sent];
        all.into_iter().flatten().map(|said| view! { <p class="desk-asked">{said}</p> }).collect_view()
    };
    view! {
        <form class="desk-part desk-form" novalidate on:submit=save>
            {free}
            <HalfTyped fields />
            <div role="alert" id="desk-faults">
                <ul class="question__error">{list}</ul>
                {asking}
            </div>
            <div>
                <label for="desk-place">{t::place(language)}</label>
                <p class="soft" id="desk-place-help">{t::place_help(language)}</p>
                <input
                    id="desk-place"
                    maxlength=Words::NAME.to_string()
                    autocomplete="off"
                    aria-describedby="desk-place-help desk-faults"
                    aria-invalid=invalid(|fault| matches!(fault, SettingFault::Place(_)))
                    prop:value=move || typed.with(|typed| typed.place.clone())
                    on:input=move |event| fields.change(|typed| typed.place = event_target_value(&event))
                />
            </div>
            <div>
                <label for="desk-day">{t::day(language)}</label>
                <input
                    id="desk-day"
                    type="date"
                    aria-describedby="desk-faults"
                    aria-invalid=invalid(|fault| matches!(fault, SettingFault::Day(_)))
                    prop:value=move || typed.with(|typed| typed.day.clone())
                    on:input=move |event| fields.change(|typed| typed.day = event_target_value(&event))
                />
            </div>
            <div>
                <label for="desk-begins">{t::begins(language)}" "<span class="question__optional">{t::optional(language)}</span></label>
                <p class="soft" id="desk-begins-help">{t::begins_help(language)}</p>
                // A field of the browser for a time shows AM and PM where its own language has those.
                <input
                    id="desk-begins"
                    class="desk-number"
                    inputmode="numeric"
                    autocomplete="off"
                    aria-describedby="desk-begins-help desk-faults"
                    aria-invalid=invalid(|fault| matches!(fault, SettingFault::Begins))
                    prop:value=move || typed.with(|typed| typed.begins.clone())
                    on:input=move |event| fields.change(|typed| typed.begins = event_target_value(&event))
                />
            </div>
            <div>
                <label for="desk-hosts">{t::hosts(language)}" "<span class="question__optional">{t::optional(language)}</span></label>
                <p class="soft" id="desk-hosts-help">{t::hosts_help(language)}</p>
                <input
                    id="desk-hosts"
                    maxlength=Words::NAME.to_string()
                    autocomplete="off"
                    aria-describedby="desk-hosts-help"
                    prop:value=move || typed.with(|typed| typed.hosts.clone())
                    on:input=move |event| fields.change(|typed| typed.hosts = event_target_value(&event))
                />
            </div>
            <fieldset class="desk-choices">
                <legend>{t::about(language)}</legend>
                {choices}
            </fieldset>
            <div hidden=move || typed.with(|typed| !typed.about.is_empty())>
                <label for="desk-ask">{t::ask(language)}" "<span class="question__optional">{t::optional(language)}</span></label>
                <p class="soft" id="desk-ask-help">{t::ask_help(language)}</p>
                <input
                    id="desk-ask"
                    maxlength=Words::NAME.to_string()
                    autocomplete="off"
                    aria-describedby="desk-ask-help"
                    prop:value=move || typed.with(|typed| typed.ask.clone())
                    on:input=move |event| fields.change(|typed| typed.ask = event_target_value(&event))
                />
            </div>
            <p class="row">
                <button class="button button--primary" type="submit">{button}</button>
                {id.map(|id| view! { <a class="button" href=Room::Gathering(id).href() on:click=move |_| fields.forget()>{t::cancel(language)}</a> })}
            </p>
            {id.is_none().then(|| view! { <p class="soft">{t::not_asked(language)}</p> })}
        </form>
        {id.filter(|id| !id.is_practice()).map(|id| view! { <Away desk id gathering=desk.gathering(id) errand /> })}
    }
}
