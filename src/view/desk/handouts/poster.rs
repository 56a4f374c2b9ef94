//! A poster, to be read from some metres: what is asked, by when or where, and a code that leads to it.

use super::{
    code::{address, code},
    sender::{Sender, head},
};
use crate::{
    domain::language::Language,
    view::{
        block::mark::{POST, STONE},
        desk::{Desk, practice::PracticeMark},
    },
};
use leptos::prelude::*;

/// Stones on the land: where they lie, and how large they are.
const STONES: [(&str, &str); 4] = [
    ("translate(22 49) scale(.34)", "poster__stone"),
    ("translate(36 53) scale(.22)", "poster__stone"),
    ("translate(176 50) scale(.42)", "poster__stone"),
    ("translate(196 55) scale(.26)", "poster__stone"),
];

/// What stands on one.
pub struct Posted {
    /// In which language it speaks.
    pub language: Language,
    /// Whose it is.
    pub sender: Sender,
    /// What it calls.
    pub call: &'static str,
    /// What is asked.
    pub asked: String,
    /// What that is about.
    pub about: String,
    /// When and where, beside the code.
    pub facts: AnyView,
    /// Before the address at the foot.
    pub before: &'static str,
    /// The address.
    pub page: String,
    /// What else stands there.
    pub more: String,
}

/// The sheet, of this class.
pub fn poster(desk: Desk, class: &'static str, posted: Posted) -> impl IntoView {
    let Posted { language, sender, call, asked, about, facts, before, page, more } = posted;
    let ask_class = format!("poster__asked poster__asked--{}", step(&asked, &[60, 100, 160, 300]));
    let about = (!about.is_empty()).then(|| view! { <p class="poster__about" dir="auto">{about}</p> });
    let more = (!more.is_empty()).then(|| view! { <p>{more}</p> });
    view! {
        <article class=class lang=language.code()>
            <PracticeMark desk />
            <div class="handout__page poster">
                {head(&sender)}
                <p class="poster__come">{call}</p>
                <div>
                    <p class=ask_class dir="auto">{asked}</p>
                    {about}
                </div>
                <svg class="poster__scene" viewBox="0 0 210 60" preserveAspectRatio="xMidYMax slice" aria-hidden="true">{scene()}</svg>
                <div class="poster__facts">
                    <div>{facts}</div>
                    {code(language, &page)}
                </div>
                <div class="poster__foot">
                    {address(before, &page)}
                    {more}
                </div>
            </div>
        </article>
    }
}

/// The sun over the land, with a finger-post.
fn scene() -> impl IntoView {
    // Furrows run to one point at the horizon.
    let furrows = (-9..=14).map(|at| format!("M150 34L{} 62", 150 + (at - 3) * 26)).collect::<String>();
    let stones = STONES.map(|(place, class)| view! { <path class=class d=STONE transform=place/> }).collect_view();
    view! {
        <rect class="poster__sky" width="210" height="60"/>
        <circle class="poster__sun" cx="150" cy="35" r="25"/>
        <path class="poster__land" d="M0 36Q70 31 210 35V60H0z"/>
        <path class="poster__furrow" d=furrows/>
        <path class="poster__post" d=POST transform="translate(72 4) scale(1.15)"/>
        {stones}
    }
}

/// How far a text goes beyond these lengths: longer words are smaller. A capital is about twice as wide as another letter.
pub fn step(text: &str, lengths: &[usize]) -> usize {
    let length = text.chars().map(|c| if c.is_uppercase() { 2 } else { 1 }).sum::<usize>();
    lengths.iter().filter(|most| length > **most).count()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn longer_words_are_smaller_counted_as_people_do() {
        assert_eq!(step("é🚲é", &[3, 5]), 0);
        assert_eq!(step("woord", &[3, 5]), 1);
        assert_eq!(step("woorden", &[3, 5]), 2);
    }
}
