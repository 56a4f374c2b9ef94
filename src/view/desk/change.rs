//! The fields to change a remark: its words and kind, who said it, and where.

use super::{Desk, Sign, focus_soon, remarks::SentStays};
use crate::{
    domain::gathering::{GatheringId, Kind, Noted, Remark, TypedRemark, Words, step},
    texts::desk as t,
};
use leptos::prelude::*;

/// `close` hears whether something is changed.
#[component]
pub fn Change(desk: Desk, id: GatheringId, remark: StoredValue<Remark>, close: Callback<bool>) -> impl IntoView {
    let language = desk.language;
    let Remark { id: name, text, kind, stop, speaker, sent, .. } = remark.get_value();
    // Who is named agreed to that.
    let agreed = speaker.is_some();
    let typed = RwSignal::new(TypedRemark {
        text: text.unwrap_or_default(),
        kind,
        stop: stop.unwrap_or_default(),
        speaker: speaker.unwrap_or_default(),
        agreed,
    });
    let fault = RwSignal::new(String::new());
    desk.hush();
    // Who opens it goes on typing there.
    focus_soon(format!("text-{name}"));
    let save = move || match Noted::try_from(typed.get_untracked()) {
        Ok(noted) => {
            desk.step(id, move |notebook, names| step::change(notebook, name, &noted, names));
            close.run(true);
        }
        Err(wrong) => {
            desk.sign.set(Sign::Quiet);
            fault.set(t::remark_fault(language, wrong));
        }
    };
    let keys = move |event: leptos::ev::KeyboardEvent| match event.key().as_str() {
        "Enter" if !event.shift_key() && !event.is_composing() => {
            event.prevent_default();
            save();
        }
        "Escape" => close.run(false),
        _ => {}
    };
    let options = Kind::ALL.map(|one| {
        view! { <option value=one.code() selected=one == kind>{t::kind_name(language, one)}</option> }
    });
    let chosen = move |event| {
        let one = Kind::from_code(&event_target_value(&event)).unwrap_or(kind);
        typed.update(|typed| typed.kind = one);
    };
    let ids = ["text", "kind", "speaker", "stop"].map(|field| format!("{field}-{name}"));
    let [for_text, for_kind, for_speaker, for_stop] = ids.clone();
    let [text_id, kind_id, speaker_id, stop_id] = ids;
    view! {
        <div class="desk-form" on:keydown=keys>
            {sent.then(|| view! { <SentStays desk id /> })}
            <div>
                <label for=for_text>{t::change(language)}</label>
                <textarea
                    id=text_id
                    rows="3"
                    dir="auto"
                    prop:value=move || typed.with(|typed| typed.text.clone())
                    on:input=move |event| typed.update(|typed| typed.text = event_target_value(&event))
                ></textarea>
            </div>
            <div class="desk-pair">
                <div>
                    <label for=for_kind>{t::of_kind(language)}</label>
                    <select id=kind_id on:change=chosen>{options.collect_view()}</select>
                </div>
                <div>
                    <label for=for_stop>{t::stop(language)}</label>
                    <input
                        id=stop_id
                        maxlength=Words::NAME.to_string()
                        autocomplete="off"
                        prop:value=move || typed.with(|typed| typed.stop.clone())
                        on:input=move |event| typed.update(|typed| typed.stop = event_target_value(&event))
                    />
                </div>
                <div>
                    <label for=for_speaker>{t::speaker(language)}</label>
                    <input
                        id=speaker_id
                        maxlength=Words::NAME.to_string()
                        autocomplete="off"
                        prop:value=move || typed.with(|typed| typed.speaker.clone())
                        on:input=move |event| typed.update(|typed| {
                            typed.speaker = event_target_value(&event);
                            // It was somebody else who agreed.
                            typed.agreed = false;
                        })
                    />
                </div>
            </div>
            <label class="choice" hidden=move || typed.with(|typed| typed.speaker.trim().is_empty())>
                <input
                    type="checkbox"
                    prop:checked=move || typed.with(|typed| typed.agreed)
                    on:change=move |event| typed.update(|typed| typed.agreed = event_target_checked(&event))
                />
                <span>{t::agreed(language)}</span>
            </label>
            <p role="alert" class="question__error">{fault}</p>
            <p class="row">
                <button class="button" type="button" on:click=move |_| save()>{t::keep(language)}<kbd>"Enter"</kbd></button>
                <button class="button" type="button" on:click=move |_| close.run(false)>{t::cancel(language)}<kbd>"Esc"</kbd></button>
            </p>
        </div>
    }
}
