//! Ranking: the options move through the rows, by list, by button or by dragging. The rows stay where they are, so nothing
//! loses focus by itself.

use super::draft::Keeper;
use crate::{
    browser::{all, focus, language},
    domain::{
        draft::{Draft, field},
        id::Id,
        question::{Opt, Ranking},
    },
    texts::form as t,
};
use gloo_events::{EventListener, EventListenerOptions};
use gloo_timers::callback::Interval;
use leptos::{
    prelude::window,
    web_sys::{Element, Event, HtmlElement, HtmlSelectElement, PointerEvent},
};
use std::{
    cell::{Cell, RefCell},
    rc::Rc,
};
use wasm_bindgen::JsCast;

/// A ranking in the page.
struct Rows {
    keeper: Rc<Keeper>,
    question: Id,
    /// The options in the content's order: the page was made so.
    kind: Ranking<String>,
    rows: Vec<Row>,
    /// The option being dragged, and how high the pointer is.
    dragged: Cell<Option<(usize, f64)>>,
    /// Scrolls while the pointer is at an edge of the screen.
    scrolling: RefCell<Option<Interval>>,
}

/// So near an edge of the screen, in pixels, the list scrolls under the pointer, by [`STEP`] every [`TURN`] milliseconds.
const EDGE: f64 = 48.0;
const STEP: f64 = 8.0;
const TURN: u32 = 16;

struct Row {
    item: HtmlElement,
    label: HtmlElement,
    select: HtmlSelectElement,
    up: HtmlElement,
    down: HtmlElement,
}

/// Drives every ranking of the form; what is given back brings them in line with a draft.
pub fn start(keeper: &Rc<Keeper>) -> impl Fn(&Draft) + use<> {
    let lists = all(&keeper.page.element, "ol.ranking");
    let rankings: Vec<_> = lists.iter().filter_map(|list| Some((Rows::find(keeper, list)?, list.clone()))).collect();
    let rankings: Vec<_> = rankings.into_iter().map(|(rows, list)| listen(rows, &list)).collect();
    move |draft| rankings.iter().for_each(|rows| rows.show(draft))
}

fn listen(rows: Rows, list: &HtmlElement) -> Rc<Rows> {
    let rows = Rc::new(rows);
    let on = |name: &'static str, act: fn(&Rc<Rows>, &Event) -> Option<()>| {
        let rows = rows.clone();
        let listener = move |event: &Event| {
            // An event that is about none of the rows is no concern of ours.
            let _ = act(&rows, event);
        };
        let options = EventListenerOptions::enable_prevent_default();
        EventListener::new_with_options(list, name, options, listener).forget();
    };
    on("input", Rows::choose);
    on("click", Rows::press);
    on("pointerdown", Rows::grab);
    on("pointermove", Rows::drag);
    on("pointerup", Rows::drop);
    // Also when the browser takes the pointer away: without it nothing may move any more.
    on("lostpointercapture", Rows::drop);
    rows
}

impl Rows {
    fn find(keeper: &Rc<Keeper>, list: &HtmlElement) -> Option<Self> {
        let rows: Vec<_> = all(list, "li").into_iter().map(Row::find).collect::<Option<_>>()?;
        // A field's name is `q.<question>.<option>`.
        let name = |row: &Row, part| Id::try_from(row.select.name().split('.').nth(part)?).ok();
        let option = |row: &Row| Some(Opt { id: name(row, 2)?, label: row.label.text_content()? });
        let options = rows.iter().map(option).collect::<Option<_>>()?;
        let question = name(rows.first()?, 1)?;
        let (dragged, scrolling) = (Cell::new(None), RefCell::new(None));
        Some(Self { keeper: keeper.clone(), question, kind: Ranking { options }, rows, dragged, scrolling })
    }

    /// Shows each option in its row.
    fn show(&self, draft: &Draft) {
        let language = language();
        for (row, at) in self.rows.iter().zip(self.kind.order(draft.of(&self.question))) {
            let Opt { id, label } = &self.kind.options[at];
            let name = field(&self.question, id.as_str());
            row.label.set_text_content(Some(label));
            row.select.set_name(&name);
            row.select.set_value(draft.one(&name));
            let name_by = |element: &Element, name: String| {
                // Setting an attribute with a proper name can't fail.
                let _ = element.set_attribute("aria-label", &name);
            };
            name_by(&row.select, format!("{} {label}", t::place_of(language)));
            name_by(&row.up, format!("{label} {}", t::up(language)));
            name_by(&row.down, format!("{label} {}", t::down(language)));
            let dragging = self.dragged.get().is_some_and(|(option, _)| option == at);
            row.item.set_class_name(if dragging { "ranking__item ranking__item--dragging" } else { "ranking__item" });
        }
    }

    /// The row in which an event happened.
    fn row(&self, target: Option<leptos::web_sys::EventTarget>) -> Option<usize> {
        let target: HtmlElement = target?.dyn_into().ok()?;
        self.rows.iter().position(|row| row.item.contains(Some(&target)))
    }

    /// The option in a row.
    fn option(&self, row: usize) -> Option<usize> {
        let name = self.rows[row].select.name();
        self.kind.options.iter().position(|option| field(&self.question, option.id.as_str()) == name)
    }

    /// Moves the option in row `from` to row `to`, and says so.
    fn move_row(&self, from: usize, to: usize) -> Option<()> {
        let (option, page) = (self.option(from)?, &self.keeper.page);
        let mut draft = page.draft();
        self.kind.move_to(&self.question, &mut draft, option, to);
        self.show(&draft);
        self.keeper.changed();
        page.say(&t::moved(language(), &self.kind.options[option].label, to + 1, self.rows.len()));
        Some(())
    }

    fn choose(self: &Rc<Self>, event: &Event) -> Option<()> {
        let row = self.row(event.target())?;
        match self.rows[row].select.value().parse::<usize>() {
            Ok(place) => self.move_row(row, place - 1),
            // "–": the whole question is left open again, as half a ranking says nothing.
            Err(_) => {
                let mut draft = self.keeper.page.draft();
                self.kind.clear(&self.question, &mut draft);
                self.show(&draft);
                Some(())
            }
        }
    }

    fn press(self: &Rc<Self>, event: &Event) -> Option<()> {
        let row = self.row(event.target())?;
        let pressed = |button: &HtmlElement| {
            button.contains(event.target()?.dyn_ref::<HtmlElement>().map(|e| e.as_ref())).then_some(())
        };
        let (name, to) = match (pressed(&self.rows[row].up), pressed(&self.rows[row].down)) {
            (Some(()), _) if row > 0 => ("up", row - 1),
            (_, Some(())) if row + 1 < self.rows.len() => ("down", row + 1),
            _ => return None,
        };
        self.move_row(row, to)?;
        // The focus stays with the option.
        focus(&format!("{name}-{}_{to}", self.question));
        Some(())
    }

    /// Takes hold of an option, with the main button of one pointer. Its events come here from then on, wherever it is.
    fn grab(self: &Rc<Self>, event: &Event) -> Option<()> {
        let handle = event.target()?.dyn_ref::<HtmlElement>()?.closest(".ranking__handle").ok()??;
        let pointer: &PointerEvent = event.dyn_ref()?;
        if !pointer.is_primary() || pointer.button() != 0 {
            return None;
        }
        let option = self.option(self.row(event.target())?)?;
        // A pointer that is gone already can't be held.
        handle.set_pointer_capture(pointer.pointer_id()).ok()?;
        self.dragged.set(Some((option, pointer.client_y().into())));
        self.show(&self.keeper.page.draft());
        let rows = self.clone();
        self.scrolling.replace(Some(Interval::new(TURN, move || rows.scroll())));
        event.prevent_default();
        Some(())
    }

    fn drag(self: &Rc<Self>, event: &Event) -> Option<()> {
        let (option, _) = self.dragged.get()?;
        self.dragged.set(Some((option, event.dyn_ref::<PointerEvent>()?.client_y().into())));
        self.follow()
    }

    /// Moves the dragged option to the row at the height of the pointer; above and below the list to the first and last.
    fn follow(&self) -> Option<()> {
        let (option, height) = self.dragged.get()?;
        let above = |row: &Row| height < row.item.get_bounding_client_rect().bottom();
        let to = self.rows.iter().position(above).unwrap_or(self.rows.len() - 1);
        let from = (0..self.rows.len()).find(|row| self.option(*row) == Some(option))?;
        if from == to { None } else { self.move_row(from, to) }
    }

    /// Scrolls at an edge of the screen, so that a list longer than that can be dragged through.
    fn scroll(&self) {
        let Some((_, height)) = self.dragged.get() else { return };
        let screen = window().inner_height().ok().and_then(|height| height.as_f64()).unwrap_or_default();
        let step = if height < EDGE {
            -STEP
        } else if height > screen - EDGE {
            STEP
        } else {
            return;
        };
        window().scroll_by_with_x_and_y(0.0, step);
        // Where there is nothing to move, nothing moves.
        let _ = self.follow();
    }

    fn drop(self: &Rc<Self>, _: &Event) -> Option<()> {
        self.scrolling.take();
        self.dragged.take()?;
        self.show(&self.keeper.page.draft());
        Some(())
    }
}

impl Row {
    fn find(item: HtmlElement) -> Option<Self> {
        let part = |selector: &str| item.query_selector(selector).ok()?.and_then(|part| part.dyn_into().ok());
        let label = part(".ranking__label")?;
        let select: HtmlElement = part("select")?;
        let [up, down] = [part("[id^=up-]")?, part("[id^=down-]")?];
        Some(Self { label, select: select.dyn_into().ok()?, up, down, item })
    }
}
