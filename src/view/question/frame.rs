//! What every question has around its fields: title, help, error, and how those are tied together for assistive technology.

use crate::{
    domain::{draft::field, id::Id},
    texts::{self, form as t},
    view::form::state::FormState,
};
#[cfg(not(target_arch = "wasm32"))]
use leptos::either::Either;
use leptos::prelude::*;

/// The value of an attribute over time. One type for all of them, as each other type costs bytes in the bundle.
pub type Attribute = Signal<Option<String>>;

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
    pub fn described_by(&self, more: Option<String>) -> Attribute {
        let asked = self.clone();
        Signal::derive(move || {
            let help = asked.help.is_some().then(|| format!("h-{}", asked.id));
            let error = asked.error().map(|_| format!("e-{}", asked.id));
            let ids: Vec<_> = help.into_iter().chain(error).chain(more.clone()).collect();
            (!ids.is_empty()).then(|| ids.join(" "))
        })
    }

    /// `aria-invalid` of the field.
    pub fn invalid(&self) -> Attribute {
        let asked = self.clone();
        Signal::derive(move || asked.error().map(|_| "true".to_owned()))
    }

    fn class(&self) -> Attribute {
        let asked = self.clone();
        let class = move || if asked.error().is_some() { "question question--error" } else { "question" };
        Signal::derive(move || Some(class().to_owned()))
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
        let help =
            self.help.clone().map(|help| view! { <p class="question__help" id=format!("h-{}", asked.id)>{help}</p> });
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
    pub fn labelled<V: IntoView>(self, control: V) -> impl IntoView + use<V> {
        let asked = self.clone();
        view! {
            <div class=asked.class()>
                <label class="question__title" for=self.focus_id()>{self.title()}</label>
                {self.notes()}
                {control}
            </div>
        }
    }

    /// A question with several fields.
    pub fn grouped<V: IntoView>(self, controls: V) -> impl IntoView + use<V> {
        let asked = self.clone();
        view! {
            <fieldset class=asked.class() aria-describedby=asked.described_by(None)>
                <legend class="question__title">{self.title()}</legend>
                {self.notes()}
                {controls}
            </fieldset>
        }
    }

    /// A radio button or checkbox with its label.
    pub fn tick(
        &self,
        radio: bool,
        name: &str,
        value: &str,
        label: String,
        class: &'static str,
        first: bool,
    ) -> impl IntoView + use<> {
        let state = self.state;
        let id = first.then(|| self.focus_id());
        let ticked = state.ticked(name, value);
        let (name, value) = (name.to_owned(), value.to_owned());
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
                    checked=ticked.get_untracked()
                    aria-invalid=self.invalid()
                    prop:checked=ticked
                    on:change=change
                />
                <span>{label}</span>
            </label>
        }
    }

    /// A text box of one line with its label.
    pub fn line(&self, part: &str, label: &'static str, list: Option<String>) -> impl IntoView + use<> {
        let state = self.state;
        let name = self.field(part);
        let id = format!("f-{}-{part}", self.id);
        let text = state.text(&name);
        let write = name.clone();
        view! {
            <label for=id.clone()>{label}</label>
            <input
                type="text"
                id=id
                value=text.get_untracked()
                name=name
                list=list
                autocomplete="off"
                prop:value=text
                on:input=move |event| state.set(&write, &event_target_value(&event))
            />
        }
    }

    /// A text box of several lines with a counter of characters. `id` is the element's id; `part` its field.
    pub fn area(&self, part: &str, id: String, rows: u8, max: usize) -> impl IntoView + use<> {
        let state = self.state;
        let name = self.field(part);
        let text = state.text(&name);
        let write = name.clone();
        let counter = format!("c-{id}");
        let has = move || text.with(|text| text.trim().chars().count());
        let over = move || if has() > max { "field__counter field__counter--over" } else { "field__counter" };
        let class: Attribute = Signal::derive(move || Some(over().to_owned()));
        let area = view! {
            <textarea
                id=id
                name=name
                rows=rows.to_string()
                aria-describedby=self.described_by(Some(counter.clone()))
                aria-invalid=self.invalid()
                prop:value=text
                on:input=move |event| state.set(&write, &event_target_value(&event))
            ></textarea>
        };
        view! {
            {written(area.into_inner(), text.get_untracked())}
            <p class=class id=counter>
                {Signal::derive(move || t::counter(state.language, has(), max))}
            </p>
        }
    }
}

/// A page made for a browser without JavaScript carries the text in the element. A hydrated page never does: there the
/// text is a property, and an empty text node would be a space in the box.
#[cfg(not(target_arch = "wasm32"))]
fn written<A, O>(area: A, text: String) -> Either<A, O>
where
    A: IntoView + ElementChild<String, Output = O>,
    O: IntoView,
{
    if text.is_empty() {
        return Either::Left(area);
    }
    // Leptos writes the text of this element as it is; and of a line end in front, browsers drop one.
    let text = text.replace('&', "&amp;").replace('<', "&lt;");
    Either::Right(area.child(format!("\n{text}")))
}

#[cfg(target_arch = "wasm32")]
fn written<A: IntoView>(area: A, _: String) -> A {
    area
}
