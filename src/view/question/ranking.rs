//! Ranking: rows in order. Each has a list to choose its place (which works without JavaScript), buttons up and down,
//! and a handle to drag. The rows stay where they are and the options move through them, so nothing loses focus by itself.

use super::frame::Asked;
use crate::{domain::question::Ranking, texts::form as t};
use leptos::{ev, prelude::*, web_sys};

pub fn view(asked: Asked, kind: Ranking<String>) -> impl IntoView {
    let count = kind.options.len();
    let rows = Rows { asked: asked.clone(), kind: StoredValue::new(kind), dragged: RwSignal::new(None) };
    let items: Vec<_> = (0..count).map(|row| rows.clone().item(row, count)).collect();
    asked.grouped(view! { <ol class="ranking">{items}</ol> })
}

#[derive(Clone)]
struct Rows {
    asked: Asked,
    kind: StoredValue<Ranking<String>>,
    /// The option being dragged.
    dragged: RwSignal<Option<usize>>,
}

impl Rows {
    /// The option that stands in a row now.
    fn option(&self, row: usize) -> usize {
        let (kind, id, state) = (self.kind, &self.asked.id, self.asked.state);
        // The page as it was made has the options in the content's order. Hydration must find them so, whatever places
        // were chosen before it: what stands in the page is not changed by it.
        if !state.ready.get() {
            return row;
        }
        state.draft.with(|draft| kind.with_value(|kind| kind.order(draft.of(id))[row]))
    }

    fn label(&self, row: usize) -> String {
        let option = self.option(row);
        self.kind.with_value(|kind| kind.options[option].label.clone())
    }

    fn name(&self, row: usize) -> String {
        let option = self.option(row);
        self.kind.with_value(|kind| self.asked.field(kind.options[option].id.as_str()))
    }

    /// Moves the option in `from` to row `to`, and says so.
    fn move_row(&self, from: usize, to: usize) {
        let (option, state) = (untrack(|| self.option(from)), self.asked.state);
        let (label, count) = self.kind.with_value(|kind| {
            state.draft.update(|draft| kind.move_to(&self.asked.id, draft, option, to));
            (kind.options[option].label.clone(), kind.options.len())
        });
        state.announce.set(t::moved(state.language, &label, to + 1, count));
    }

    fn item(self, row: usize, count: usize) -> impl IntoView + use<> {
        let (state, language) = (self.asked.state, self.asked.state.language);
        let this = StoredValue::new(self.clone());
        let row_id = format!("{}-{row}", self.asked.id);
        let label = Signal::derive(move || this.with_value(|rows| rows.label(row)));
        let name = Signal::derive(move || this.with_value(|rows| rows.name(row)));
        let stands = Signal::derive(move || state.draft.with(|draft| draft.one(&name.get()).to_owned()));
        let named = move |before: &'static str, after: &'static str| {
            Signal::derive(move || Some(format!("{before} {} {after}", label.get()).trim().to_owned()))
        };
        let places: Vec<_> = (1..=count)
            .map(|place| {
                let text = place.to_string();
                let selected = stands.get_untracked() == text;
                view! { <option value=text.clone() selected=selected>{text.clone()}</option> }
            })
            .collect();
        let choose = move |event: ev::Event| {
            match event_target_value(&event).parse::<usize>() {
                Ok(place) => this.with_value(|rows| rows.move_row(row, place - 1)),
                // "–": the whole question is left open again, as half a ranking says nothing.
                Err(_) => this.with_value(|rows| {
                    rows.kind.with_value(|kind| state.draft.update(|draft| kind.clear(&rows.asked.id, draft)));
                }),
            }
        };
        let shift = move |to: usize, button: &'static str| {
            this.with_value(|rows| {
                rows.move_row(row, to);
                focus(&format!("{button}-{}-{to}", rows.asked.id));
            });
        };
        let up = move |_| {
            if row > 0 {
                shift(row - 1, "up");
            }
        };
        let down = move |_| {
            if row + 1 < count {
                shift(row + 1, "down");
            }
        };
        let dragging = move || this.with_value(|rows| rows.dragged.get() == Some(rows.option(row)));
        let class = move || if dragging() { "ranking__item ranking__item--dragging" } else { "ranking__item" };
        let drag = move |event: ev::PointerEvent| this.with_value(|rows| rows.drag(&event));
        let grab = move |event: ev::PointerEvent| {
            this.with_value(|rows| rows.dragged.set(Some(untrack(|| rows.option(row)))));
            event.prevent_default();
        };
        let drop = move |_: ev::PointerEvent| this.with_value(|rows| rows.dragged.set(None));
        view! {
            <li
                class=Signal::derive(move || Some(class().to_owned()))
                data-row=row.to_string()
                on:pointermove=drag
                on:pointerup=drop
                on:pointercancel=drop
            >
                <span class="ranking__handle js-only" aria-hidden="true" on:pointerdown=grab></span>
                <span class="ranking__label" id=format!("label-{row_id}")>{label}</span>
                <select
                    class="ranking__position"
                    id=if row == 0 { self.asked.focus_id() } else { format!("f-{row_id}") }
                    name=name
                    aria-label=named(t::place_of(language), "")
                    prop:value=stands
                    on:change=choose
                >
                    <option value="">{t::no_place(language)}</option>
                    {places}
                </select>
                <span class="ranking__buttons js-only">
                    <button
                        type="button"
                        class="button button--icon"
                        id=format!("up-{row_id}")
                        aria-disabled=(row == 0).then_some("true")
                        aria-label=named("", t::up(language))
                        on:click=up
                    >
                        "↑"
                    </button>
                    <button
                        type="button"
                        class="button button--icon"
                        id=format!("down-{row_id}")
                        aria-disabled=(row + 1 == count).then_some("true")
                        aria-label=named("", t::down(language))
                        on:click=down
                    >
                        "↓"
                    </button>
                </span>
            </li>
        }
    }

    /// Moves the dragged option to the row under the pointer.
    fn drag(&self, event: &ev::PointerEvent) {
        let Some(option) = self.dragged.get_untracked() else { return };
        let under = document().element_from_point(event.client_x() as f32, event.client_y() as f32);
        let row = under.and_then(|element| element.closest("[data-row]").ok().flatten());
        let Some(to) = row.and_then(|row| row.get_attribute("data-row")?.parse::<usize>().ok()) else { return };
        let count = self.kind.with_value(|kind| kind.options.len());
        let from = (0..count).find(|row| untrack(|| self.option(*row)) == option);
        if let Some(from) = from.filter(|from| *from != to && to < count) {
            self.move_row(from, to);
        }
    }
}

/// Keeps the focus with the option that was moved.
fn focus(id: &str) {
    use leptos::wasm_bindgen::JsCast;
    let element = document().get_element_by_id(id).and_then(|e| e.dyn_into::<web_sys::HtmlElement>().ok());
    if let Some(element) = element {
        // An element that was just asked for by id is in the page; focusing it can't fail.
        let _ = element.focus();
    }
}
