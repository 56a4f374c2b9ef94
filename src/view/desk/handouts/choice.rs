//! Choosing what one prints, on which paper and how often: the same in every room that prints.

use crate::{
    domain::language::Language,
    texts::{handout as t, printed, ready},
};
use leptos::prelude::*;

/// What one can print.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Print {
    /// To hang up.
    Poster,
    /// To residents.
    Letter,
    /// To fill in by pen.
    Forms,
    /// For the village paper; it is copied, and not printed.
    Notice,
    /// For hosts.
    Card,
    /// Of a tour.
    Route,
}

/// At most so many forms at once.
const MOST: usize = 200;

/// What was chosen.
#[derive(Clone, Copy)]
pub struct Chosen {
    /// What one prints.
    pub what: RwSignal<Print>,
    /// Whether a poster is on A3, and not on A4.
    pub large: RwSignal<bool>,
    /// How many forms.
    pub count: RwSignal<usize>,
    /// Whether two of them are on a sheet.
    pub two: RwSignal<bool>,
}

impl Chosen {
    /// Before somebody chose.
    pub fn new() -> Self {
        Self {
            what: RwSignal::new(Print::Poster),
            large: RwSignal::new(false),
            count: RwSignal::new(20),
            two: RwSignal::new(true),
        }
    }

    /// The class of a sheet: of a poster it says on which paper.
    pub fn class(self) -> &'static str {
        if self.what.get() == Print::Poster && self.large.get() { "handout handout--a3" } else { "handout" }
    }

    fn helped(self, language: Language, help: &str) -> String {
        if self.what.get() != Print::Forms {
            return help.to_owned();
        }
        let (count, two) = (self.count.get(), self.two.get());
        format!("{help} {}.", t::sheets(language, if two { count.div_ceil(2) } else { count }))
    }
}

impl Default for Chosen {
    fn default() -> Self {
        Self::new()
    }
}

/// What it is called.
fn name(language: Language, print: Print) -> &'static str {
    match print {
        Print::Poster => t::poster(language),
        Print::Letter => printed::letter(language),
        Print::Forms => t::forms(language),
        Print::Notice => printed::notice_name(language),
        Print::Card => t::card(language),
        Print::Route => ready::route(language),
    }
}

/// The fields; `offered` is what there is to choose from, `help` says what one does with it, and `act` prints it, or copies what is
/// not printed.
pub fn choice(
    language: Language,
    chosen: Chosen,
    offered: impl Fn() -> Vec<Print> + Send + 'static,
    help: fn(Language, Print) -> &'static str,
    act: Callback<()>,
) -> impl IntoView {
    let Chosen { what, large, count, two } = chosen;
    let prints = move || {
        let one = |to: Print| {
            view! {
                <label class="choice">
                    <input type="radio" name="paper" prop:checked=move || what.get() == to on:change=move |_| what.set(to) />
                    <span>{name(language, to)}</span>
                </label>
            }
        };
        offered().into_iter().map(one).collect::<Vec<_>>()
    };
    let either = move |name: &'static str, of: RwSignal<bool>, to: bool, text: &'static str| {
        view! {
            <label class="choice">
                <input type="radio" name=name prop:checked=move || of.get() == to on:change=move |_| of.set(to) />
                <span>{text}</span>
            </label>
        }
    };
    let typed = move |event| {
        if let Ok(wanted) = event_target_value(&event).parse::<usize>() {
            count.set(wanted.clamp(1, MOST));
        }
    };
    let is_not = move |print: Print| move || what.get() != print;
    view! {
        <div class="desk-form">
            <fieldset class="desk-choices">
                <legend>{t::which(language)}</legend>
                {prints}
            </fieldset>
            <fieldset class="desk-choices" hidden=is_not(Print::Poster)>
                <legend>{t::on_paper(language)}</legend>
                {either("paper-size", large, false, "A4")}
                {either("paper-size", large, true, t::a3(language))}
            </fieldset>
            <div hidden=is_not(Print::Forms)>
                <label for="paper-count">{t::how_many(language)}</label>
                <input
                    id="paper-count"
                    class="desk-number"
                    type="number"
                    inputmode="numeric"
                    min="1"
                    max=MOST.to_string()
                    prop:value=move || count.get().to_string()
                    on:change=typed
                />
            </div>
            <fieldset class="desk-choices" hidden=is_not(Print::Forms)>
                <legend>{t::on_sheet(language)}</legend>
                {either("paper-each", two, true, t::two(language))}
                {either("paper-each", two, false, t::one(language))}
            </fieldset>
            <p role="status">{move || chosen.helped(language, help(language, what.get()))}</p>
            <p>
                <button class="button button--primary" type="button" on:click=move |_| act.run(())>
                    {move || if what.get() == Print::Notice { t::copy(language) } else { t::print(language) }}
                </button>
            </p>
        </div>
    }
}
