//! Noting, at the speed of talk: one field, and Enter keeps what stands in it.

use super::{
    Desk, FIELD, Sign, Wish,
    at_stop::{AtStop, at_stop},
    bring_up,
    conflicts::Conflicts,
    focus,
    photo::{ChoosePhoto, ShownPhoto},
    remarks::Remarks,
    sign, turns,
};
use crate::{
    domain::{
        day::Day,
        gathering::{Deed, Draft, GatheringId, Kind, Noted, RemarkFault, Stop, TypedRemark, Words},
        room::Room,
    },
    texts::desk as t,
};
use leptos::prelude::*;

/// What stays from one remark to the next.
#[derive(Clone, Copy)]
struct Around {
    kind: RwSignal<Kind>,
    speaker: RwSignal<String>,
    agreed: RwSignal<bool>,
    stop: RwSignal<String>,
    /// There is a name, and nobody said that its owner agrees.
    unasked: RwSignal<bool>,
    at: Memo<Option<Stop>>,
}

impl Around {
    /// Where somebody names a place, that is where it was; else it is the stop that was chosen.
    fn place(self) -> String {
        let typed = Some(self.stop.get()).filter(|typed| !typed.trim().is_empty());
        typed.or_else(|| self.at.get().and_then(|at| at.name)).unwrap_or_default()
    }
}

/// The room.
#[component]
pub fn NoteRoom(desk: Desk, id: GatheringId) -> impl IntoView {
    let language = desk.language;
    let gathering = desk.gathering(id);
    let around = Around {
        kind: RwSignal::new(Kind::default()),
        speaker: RwSignal::new(String::new()),
        agreed: RwSignal::new(false),
        stop: RwSignal::new(String::new()),
        unasked: RwSignal::new(false),
        at: at_stop(desk, id, gathering),
    };
    let fault = RwSignal::new(String::new());
    let keep = move || {
        match noted(desk, around) {
            // Who agreed did so for these words, and for nobody else.
            Ok(noted) => {
                fault.set(String::new());
                around.speaker.set(String::new());
                around.agreed.set(false);
                desk.act.run(Wish::Note(id, noted));
            }
            Err(wrong) => {
                desk.sign.set(Sign::Quiet);
                fault.set(t::remark_fault(language, wrong));
                // Nothing is wrong with the words: what is missing is the tick.
                let asks = wrong == RemarkFault::NotAgreed;
                around.unasked.set(asks);
                if asks {
                    if let Some(details) = document().get_element_by_id("desk-around") {
                        // An attribute with a proper name can be set.
                        let _ = details.set_attribute("open", "");
                    }
                    return !focus("desk-agreed");
                }
            }
        }
        true
    };
    // What was missing is there, or is not needed any more.
    Effect::new(move |_| {
        let fine = around.agreed.get() || around.speaker.with(|name| name.trim().is_empty());
        if fine && around.unasked.get_untracked() {
            around.unasked.set(false);
            fault.set(String::new());
        }
    });
    let keys = move |event: leptos::ev::KeyboardEvent| {
        if event.key() == "Enter" && !event.shift_key() && !event.is_composing() {
            event.prevent_default();
            keep();
        }
    };
    let typed = move |event| {
        desk.field.set(event_target_value(&event));
        fault.set(String::new());
        desk.types(Draft::Remark(id), desk.field.get_untracked());
    };
    let goes_with = move || {
        let parts = [around.speaker.get(), around.place(), t::kind_name(language, around.kind.get()).to_owned()];
        parts.iter().map(|part| part.trim()).filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" · ")
    };
    // What was closed can still be noted in; whoever does hears what that changes.
    let closed_at = Memo::new(move |_| gathering.with(|gathering| gathering.closed_at));
    let closed = move || {
        let day = closed_at.get().and_then(|at| Day::in_the_netherlands(i64::try_from(at).ok()?))?;
        let said = t::noting_closed(language, &day.written(language));
        Some(
            view! { <p id="desk-note-closed" class="desk-asked">{said}" "<a href=Room::Close(id).href()>{t::to_close(language)}</a>"."</p> },
        )
    };
    let described = move || match closed_at.get() {
        Some(_) => "desk-note-closed desk-note-fault desk-sign",
        None => "desk-note-fault desk-sign",
    };
    let wrong = move || {
        !fault.with(String::is_empty) && !around.unasked.get() || desk.sign.with(|sign| matches!(sign, Sign::Cannot(_)))
    };
    view! {
        <div class="desk-head desk-head--note">
            <h1 tabindex="-1">{move || gathering.with(|gathering| desk.name(gathering))}</h1>
            <p class="desk-lead">{move || gathering.with(|gathering| desk.about(gathering))}</p>
            <p class="row">
                <span>{t::note_lead(language)}</span>
                <a href=Room::Gathering(id).href()>{t::to_gathering(language)}</a>
            </p>
        </div>
        <div class="desk-part desk-noting">
            <div class="desk-form desk-field">
                <AtStop desk id gathering at=around.at />
                <Kinds desk kind=around.kind />
                {closed}
                <div>
                    <label for=FIELD>{t::note_label(language)}</label>
                    <textarea
                        id=FIELD
                        rows="3"
                        dir="auto"
                        enterkeyhint="send"
                        aria-describedby=described
                        aria-invalid=move || wrong().then_some("true")
                        prop:value=desk.field
                        on:input=typed
                        on:keydown=keys
                    ></textarea>
                    // Where a keyboard leaves little room, this is what shows of the choice above.
                    <p class="soft">{t::goes_with(language)}" "<strong dir="auto">{goes_with}</strong></p>
                    <p role="alert" id="desk-note-fault" class="question__error">{fault}</p>
                    // Where a keyboard leaves little room, it shows beside the field. Who listens has heard it already.
                    <p class="desk-near" aria-hidden="true">{move || sign::said(desk)}</p>
                </div>
                <p class="row">
                    <button class="button button--primary" type="button" on:click=move |_| {
                        // One goes on typing.
                        if keep() {
                            focus(FIELD);
                            bring_up(FIELD);
                        }
                    }>
                        {t::note_save(language)}<kbd>"Enter"</kbd>
                    </button>
                </p>
                <Details desk id around />
                <ChoosePhoto desk />
            </div>
            <div>
                <ShownPhoto desk />
                <Conflicts desk id gathering />
                <Remarks desk id gathering turning=turns::NOTED empty=t::nothing_noted(language) />
            </div>
        </div>
    }
}

/// What was typed, if it can be kept.
fn noted(desk: Desk, around: Around) -> Result<Noted, RemarkFault> {
    Noted::try_from(TypedRemark {
        text: desk.field.get_untracked(),
        kind: around.kind.get_untracked(),
        stop: untrack(|| around.place()),
        speaker: around.speaker.get_untracked(),
        agreed: around.agreed.get_untracked(),
    })
}

/// The kinds, each with the key that chooses it.
#[component]
fn Kinds(desk: Desk, kind: RwSignal<Kind>) -> impl IntoView {
    let language = desk.language;
    let on_key = window_event_listener(leptos::ev::keydown, move |event| {
        let code = event.code();
        let number = code.strip_prefix("Digit").or_else(|| code.strip_prefix("Numpad")).and_then(|n| n.parse().ok());
        let one = number.and_then(|number: usize| Kind::ALL.get(number.checked_sub(1)?));
        if let Some(one) = one.filter(|_| event.alt_key() && !event.ctrl_key() && !event.meta_key()) {
            event.prevent_default();
            kind.set(*one);
            // Who chooses a kind is about to note, wherever they were.
            focus(FIELD);
        }
    });
    on_cleanup(move || on_key.remove());
    let choice = move |(at, one): (usize, Kind)| {
        view! {
            <label class=format!("desk-kind desk-kind--{}", one.code())>
                <input
                    type="radio"
                    name="desk-kind"
                    value=one.code()
                    prop:checked=move || kind.get() == one
                    on:change=move |_| kind.set(one)
                />
                <span>{t::kind_name(language, one)}</span>
                <kbd>"Alt "{at + 1}</kbd>
            </label>
        }
    };
    view! {
        <fieldset class="desk-sorts">
            <legend>{t::kind(language)}</legend>
            {Kind::ALL.into_iter().enumerate().map(choice).collect_view()}
        </fieldset>
    }
}

/// Who said it and where, and how many are there.
#[component]
fn Details(desk: Desk, id: GatheringId, around: Around) -> impl IntoView {
    let language = desk.language;
    let gathering = desk.gathering(id);
    let Around { speaker, agreed, stop, unasked, .. } = around;
    let people = move |event| {
        if let Ok(count) = event_target_value(&event).parse() {
            desk.does(id, Deed::People { count });
        }
    };
    view! {
        <div>
            <label for="desk-people">{t::people(language)}</label>
            <input
                id="desk-people"
                class="desk-number"
                type="number"
                inputmode="numeric"
                min="0"
                max="100000"
                prop:value=move || gathering.with(|gathering| gathering.people.map(|count| count.to_string()).unwrap_or_default())
                on:change=people
            />
        </div>
        <details id="desk-around" class="desk-around">
            <summary>{t::around(language)}</summary>
            <div class="desk-form">
                <p class="soft">{t::around_help(language)}</p>
                <div>
                    <label for="desk-speaker">{t::speaker(language)}</label>
                    <input
                        id="desk-speaker"
                        maxlength=Words::NAME.to_string()
                        autocomplete="off"
                        prop:value=speaker
                        on:input=move |event| {
                            speaker.set(event_target_value(&event));
                            // It was somebody else who agreed.
                            agreed.set(false);
                        }
                    />
                </div>
                <label class="choice">
                    <input
                        id="desk-agreed"
                        type="checkbox"
                        aria-describedby="desk-not-agreed"
                        aria-invalid=move || unasked.get().then_some("true")
                        prop:checked=agreed
                        on:change=move |event| agreed.set(event_target_checked(&event))
                    />
                    <span>{t::agreed(language)}</span>
                </label>
                <p id="desk-not-agreed" class=move || if unasked.get() { "question__error" } else { "soft" }>{t::not_agreed(language)}</p>
                <div>
                    <label for="desk-stop">{t::stop(language)}</label>
                    <input
                        id="desk-stop"
                        maxlength=Words::NAME.to_string()
                        autocomplete="off"
                        prop:value=stop
                        on:input=move |event| stop.set(event_target_value(&event))
                    />
                </div>
            </div>
        </details>
    }
}
