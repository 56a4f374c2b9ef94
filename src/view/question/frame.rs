//! What every question has around its fields: title, help, error, and how those are tied together for assistive technology.

use crate::{
    domain::{
        draft::{Draft, field},
        language::Language,
        problem::Problem,
        question::Question,
    },
    texts::{self, form as t},
};
use leptos::prelude::*;

/// A question that is being asked.
#[derive(Clone, Copy)]
pub struct Asked<'a> {
    /// The question.
    pub question: &'a Question<String>,
    /// The language of the page.
    pub language: Language,
    /// What stands in the fields.
    pub draft: &'a Draft,
    /// What is to be mended, here and elsewhere.
    pub problems: &'a [Problem],
}

impl Asked<'_> {
    /// The id of the field that the error summary leads to.
    pub fn focus_id(&self) -> String {
        format!("f-{}", self.question.id)
    }

    /// The name of a field.
    pub fn field(&self, part: &str) -> String {
        field(&self.question.id, part)
    }

    /// The text in a field.
    pub fn text(&self, part: &str) -> String {
        self.draft.one(&self.field(part)).to_owned()
    }

    /// The sentence about what is wrong, if anything is.
    fn error(&self) -> Option<String> {
        let problem = self.problems.iter().find(|problem| problem.question.as_ref() == Some(&self.question.id))?;
        let sentence = texts::problem::sentence(self.language, &problem.fault);
        Some(format!("{} {sentence}", t::error(self.language)))
    }

    /// The ids of what describes the field: help, then error, then `more`. The error's place is there before the error.
    pub fn described_by(&self, more: Option<&str>) -> String {
        let id = &self.question.id;
        let help = self.question.help.as_ref().map(|_| format!("h-{id}"));
        let ids = help.into_iter().chain([format!("e-{id}")]).chain(more.map(str::to_owned));
        ids.collect::<Vec<_>>().join(" ")
    }

    /// `aria-invalid`: said once, of the one field or of the group.
    fn invalid(&self) -> Option<&'static str> {
        self.error().map(|_| "true")
    }

    fn class(&self) -> &'static str {
        if self.error().is_some() { "question question--error" } else { "question" }
    }

    fn title(&self) -> impl IntoView + use<> {
        let required = self.question.required.then(|| t::required(self.language));
        view! {
            {self.question.title.clone()}
            {required.map(|text| view! { " "<span class="question__optional">{text}</span> })}
        }
    }

    fn notes(&self) -> impl IntoView + use<> {
        let (id, error) = (&self.question.id, self.error());
        let hidden = error.is_none();
        let help = self.question.help.clone();
        view! {
            {help.map(|help| view! { <p class="question__help" id=format!("h-{id}")>{help}</p> })}
            <p class="question__error" id=format!("e-{id}") hidden=hidden>{error}</p>
        }
    }

    /// A question with one field.
    pub fn labelled<V: IntoView>(self, control: V) -> impl IntoView + use<V> {
        view! {
            <div class=self.class()>
                <label class="question__title" for=self.focus_id()>{self.title()}</label>
                {self.notes()}
                {control}
            </div>
        }
    }

    /// A question with several fields.
    pub fn grouped<V: IntoView>(self, controls: V) -> impl IntoView + use<V> {
        view! {
            <fieldset class=self.class() aria-describedby=self.described_by(None) aria-invalid=self.invalid()>
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
        value: &str,
        label: String,
        class: &'static str,
        first: bool,
    ) -> impl IntoView + use<> {
        let name = self.field("");
        let checked = self.draft.has(&name, value);
        view! {
            <label class=class>
                <input
                    type=if radio { "radio" } else { "checkbox" }
                    id=first.then(|| self.focus_id())
                    name=name
                    value=value.to_owned()
                    checked=checked
                />
                <span>{label}</span>
            </label>
        }
    }

    /// A text box of one line with its label.
    pub fn line(&self, part: &str, label: &'static str, list: Option<String>) -> impl IntoView + use<> {
        // No id has a "_" in it, so nothing here can be called as another question is.
        let id = format!("f-{}_{part}", self.question.id);
        view! {
            <label for=id.clone()>{label}</label>
            <input type="text" id=id value=self.text(part) name=self.field(part) list=list autocomplete="off" dir="auto" />
        }
    }

    /// A text box of several lines with a counter of characters. `id` is the element's id; `part` its field. In a group
    /// (a field with a name of its own), it is the group that is wrong.
    pub fn area(&self, part: &str, id: String, rows: u8, max: usize) -> impl IntoView + use<> {
        let text = self.text(part);
        let has = text.trim().chars().count();
        let counter = format!("c-{id}");
        let class = if has > max { "field__counter field__counter--over" } else { "field__counter" };
        let area = view! {
            <textarea
                id=id
                name=self.field(part)
                rows=rows.to_string()
                data-max=max.to_string()
                aria-describedby=self.described_by(Some(&counter))
                aria-invalid=self.invalid().filter(|_| part.is_empty())
                dir="auto"
            ></textarea>
        };
        // Leptos writes the text of this element as it is, and an empty one as a space. Of a line end in front, browsers
        // drop one.
        let area = match text.replace('&', "&amp;").replace('<', "&lt;") {
            text if text.is_empty() => area.into_any(),
            text => area.into_inner().child(format!("\n{text}")).into_any(),
        };
        view! {
            {area}
            <p class=class id=counter>{t::counter(self.language, has, max)}</p>
        }
    }
}
