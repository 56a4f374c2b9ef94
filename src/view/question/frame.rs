//! What every question has around its fields: title, help, error, and how those are tied together for assistive technology.

use crate::{
    domain::{draft::field, id::Id},
    texts::{self, form as t},
    view::form::state::FormState,
};
use leptos::prelude::*;

/// A question while it is being asked.
#[derive(Clone)]
pub struct Asked {
    /// Its id.
    pub id: Id,
    /// The question.
    pub title: String,
    /// How to answer.
    pub help: Option<String>,
    /// Whether it must be answered.
    pub required: bool,
    /// The form.
    pub state: FormState,
}

impl Asked {
    /// The id of the field that the error summary leads to.
    pub fn focus_id(&self) -> String {
        format!("f-{}", self.id)
    }

    /// The name of a field.
    pub fn field(&self, part: &str) -> String {
        field(&self.id, part)
    }

    /// The sentence about what is wrong, if anything is.
    pub fn error(&self) -> Option<String> {
        let state = self.state;
        state.problems.with(|problems| {
            let problem = problems.iter().find(|problem| problem.question.as_ref() == Some(&self.id))?;
            Some(texts::problem::sentence(state.language, &problem.fault))
        })
    }

    /// The ids of what describes the field: help, then error, then `more`.
    pub fn described_by(&self, more: Option<&str>) -> Option<String> {
        let help = self.help.is_some().then(|| format!("h-{}", self.id));
        let error = self.error().map(|_| format!("e-{}", self.id));
        let ids: Vec<_> = help.into_iter().chain(error).chain(more.map(str::to_owned)).collect();
        (!ids.is_empty()).then(|| ids.join(" "))
    }

    /// `aria-invalid` of the field.
    pub fn invalid(&self) -> Option<&'static str> {
        self.error().map(|_| "true")
    }

    fn class(&self) -> &'static str {
        if self.error().is_some() { "question question--error" } else { "question" }
    }

    fn title(&self) -> impl IntoView + use<> {
        let required = self.required.then(|| t::required(self.state.language));
        view! {
            {self.title.clone()}
            {required.map(|text| view! { " "<span class="question__optional">{text}</span> })}
        }
    }

    fn notes(&self) -> impl IntoView + use<> {
        let asked = self.clone();
        let help = self.help.clone().map(|help| view! { <p class="question__help" id=format!("h-{}", asked.id)>{help}</p> });
        let error = move || {
            let sentence = asked.error()?;
            let word = t::error(asked.state.language);
            Some(view! { <p class="question__error" id=format!("e-{}", asked.id)>{word}" "{sentence}</p> })
        };
        view! {
            {help}
            {error}
        }
    }

    /// A question with one field.
    pub fn labelled(self, control: AnyView) -> AnyView {
        let asked = self.clone();
        view! {
            <div class=move || asked.class()>
                <label class="question__title" for=self.focus_id()>{self.title()}</label>
                {self.notes()}
                {control}
            </div>
        }
        .into_any()
    }

    /// A question with several fields.
    pub fn grouped(self, controls: AnyView) -> AnyView {
        let (asked, described) = (self.clone(), self.clone());
        view! {
            <fieldset class=move || asked.class() aria-describedby=move || described.described_by(None)>
                <legend class="question__title">{self.title()}</legend>
                {self.notes()}
                {controls}
            </fieldset>
        }
        .into_any()
    }

    /// A radio button or checkbox with its label.
    pub fn tick(&self, radio: bool, name: &str, value: &str, label: AnyView, class: &'static str, first: bool) -> AnyView {
        let state = self.state;
        let asked = self.clone();
        let id = first.then(|| self.focus_id());
        let (name, value) = (name.to_owned(), value.to_owned());
        let ticked = {
            let (name, value) = (name.clone(), value.clone());
            move || state.has(&name, &value)
        };
        let checked = untrack(&ticked);
        let change = {
            let (name, value) = (name.clone(), value.clone());
            move |event: leptos::ev::Event| {
                if radio {
                    state.set(&name, &value);
                } else {
                    let on = event_target_checked(&event);
                    state.draft.update(|draft| draft.toggle(&name, &value, on));
                }
            }
        };
        view! {
            <label class=class>
                <input
                    type=if radio { "radio" } else { "checkbox" }
                    id=id
                    name=name
                    value=value
                    checked=checked
                    aria-invalid=move || asked.invalid()
                    prop:checked=ticked
                    on:change=change
                />
                <span>{label}</span>
            </label>
        }
        .into_any()
    }

    /// A text box of one line with its label.
    pub fn line(&self, part: &str, label: &'static str, list: Option<String>) -> AnyView {
        let state = self.state;
        let name = self.field(part);
        let id = format!("f-{}-{part}", self.id);
        let (read, write) = (name.clone(), name.clone());
        view! {
            <label for=id.clone()>{label}</label>
            <input
                type="text"
                id=id
                value=untrack(|| state.value(&name))
                name=name
                list=list
                autocomplete="off"
                prop:value=move || state.value(&read)
                on:input=move |event| state.set(&write, &event_target_value(&event))
            />
        }
        .into_any()
    }

    /// A text box of several lines with a counter of characters. `id` is the element's id; `part` its field.
    pub fn area(&self, part: &str, id: String, rows: u8, max: usize) -> AnyView {
        let state = self.state;
        let name = self.field(part);
        let (read, write, count) = (name.clone(), name.clone(), name.clone());
        let (described, invalid) = (self.clone(), self.clone());
        let counter = format!("c-{id}");
        let counter_id = counter.clone();
        let has = move || state.draft.with(|draft| draft.one(&count).trim().chars().count());
        let over = has.clone();
        let class = move || if over() > max { "field__counter field__counter--over" } else { "field__counter" };
        let area = view! {
            <textarea
                id=id
                name=name
                rows=rows.to_string()
                aria-describedby=move || described.described_by(Some(&counter_id))
                aria-invalid=move || invalid.invalid()
                prop:value=move || state.value(&read)
                on:input=move |event| state.set(&write, &event_target_value(&event))
            ></textarea>
        };
        view! {
            {written(area.into_inner(), untrack(|| state.value(&self.field(part))))}
            <p class=class id=counter>
                {move || t::counter(state.language, has(), max)}
            </p>
        }
        .into_any()
    }
}

/// A page made for a browser without JavaScript carries the text in the element. A hydrated page never does: there the
/// text is a property, and an empty text node would be a space in the box.
#[cfg(not(target_arch = "wasm32"))]
fn written<A, O>(area: A, text: String) -> AnyView
where
    A: IntoView + ElementChild<String, Output = O>,
    O: IntoView,
{
    if text.is_empty() { area.into_any() } else { area.child(text).into_any() }
}

#[cfg(target_arch = "wasm32")]
fn written(area: impl IntoView, _: String) -> AnyView {
    area.into_any()
}
