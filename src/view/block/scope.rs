//! Speelruimte as a landscape: stones behind a fence (fixed), open land to the horizon (open), mist (undecided).
//!
//! The width of each part follows its number of points; the lists under it say the same in words, with reasons.

use super::mark::STONE;
use crate::{
    domain::{
        consultation::{Scope, ScopeItem},
        language::Language,
    },
    texts::page as say,
};
use leptos::prelude::*;

const WIDTH: i32 = 360;
const HEIGHT: i32 = 232;
const HORIZON: i32 = 100;
/// The top of what stands on the land: the rock, and the mist.
const RISE: i32 = 58;
/// How far a border leans outwards between horizon and foreground.
const LEAN: i32 = 14;
/// Room for two words, also in wide letters that somebody spaces, and two stones beside each other.
const NARROWEST: i32 = 100;
/// The distance between stones: as large as leaves room for all of them.
const STEPS: [i32; 4] = [42, 36, 30, 24];
/// A letter of a part's name, as wide as wide letters are.
const LETTER: i32 = 11;
/// How far up the land stones may lie.
const DEPTH: i32 = 120;

/// One part of the picture.
struct Part {
    class: &'static str,
    title: &'static str,
    meaning: &'static str,
    items: Vec<ScopeItem>,
    /// The number of the first point.
    first: usize,
    left: i32,
    width: i32,
}

/// The widths of the parts: in proportion to their points, but none too narrow to read. Empty parts have none.
fn widths(counts: [usize; 3]) -> [i32; 3] {
    let total = counts.iter().sum::<usize>().max(1) as i32;
    let fair = counts.map(|count| WIDTH * count as i32 / total);
    let narrow = |i: usize| counts[i] > 0 && fair[i] < NARROWEST;
    let taken: i32 = (0..3).filter(|&i| narrow(i)).count() as i32 * NARROWEST;
    let wide: i32 = (0..3).filter(|&i| !narrow(i)).map(|i| fair[i]).sum();
    let share = |i: usize| if narrow(i) { NARROWEST } else { (WIDTH - taken) * fair[i] / wide.max(1) };
    [share(0), share(1), share(2)]
}

/// What can still change.
#[component]
pub fn ScopeBlock(scope: Scope, language: Language) -> impl IntoView {
    let counts = [scope.fixed.len(), scope.open.len(), scope.undecided.len()];
    let widths = widths(counts);
    let part = |class, title, meaning, items, at: usize| Part {
        class,
        title,
        meaning,
        items,
        first: 1 + counts[..at].iter().sum::<usize>(),
        left: widths[..at].iter().sum(),
        width: widths[at],
    };
    let parts: Vec<Part> = [
        part("scope__fixed", say::fixed(language), say::fixed_meaning(language), scope.fixed, 0),
        part("scope__open", say::open(language), say::open_meaning(language), scope.open, 1),
        part("scope__undecided", say::undecided(language), say::undecided_meaning(language), scope.undecided, 2),
    ]
    .into_iter()
    .filter(|part| !part.items.is_empty())
    .collect();
    let agreed = scope.agreed.map(|agreed| {
        view! { <p class="section__all small">{say::agreed(agreed.by.get(language), agreed.on, language)}</p> }
    });
    let title = say::scope_picture(counts[0], counts[1], counts[2], language);
    view! {
        <section class="section section--band" aria-labelledby="speelruimte">
            <div class="section__head">
                <h2 id="speelruimte">{say::scope(language)}</h2>
                <p>{say::scope_lead(counts.map(|count| count > 0), language)}</p>
            </div>
            <svg class="scope__picture" role="img" viewBox=format!("0 0 {WIDTH} {HEIGHT}")>
                <title>{title}</title>
                {land((counts[1] > 0).then_some(widths[0] + widths[1] / 2))}
                {(counts[0] > 0).then(|| rock(widths[0]))}
                {(counts[2] > 0).then(|| mist(widths[0] + widths[1]))}
                {parts.iter().map(stones).collect_view()}
                {(counts[0] > 0).then(|| fence(widths[0]))}
            </svg>
            <div class="section__all scope__lists">{parts.into_iter().map(|part| list(part, language)).collect_view()}</div>
            {agreed}
        </section>
    }
}

/// Sky and land; where something is open a sun at `x`, and furrows that run to it.
fn land(x: Option<i32>) -> impl IntoView {
    let sun = x.map(|x| view! { <circle class="scope__sun" cx=x cy=HORIZON r="30"/> });
    let furrows = x.map(|x| {
        let lines: String = (-7..=7).map(|n| format!("M{x} {HORIZON}L{} {HEIGHT}", x + n * 64 + 20)).collect();
        view! { <path class="scope__furrow" d=lines/> }
    });
    view! {
        <path class="scope__sky" d=format!("M0 0H{WIDTH}V{HORIZON}H0z")/>
        {sun}
        <path class="scope__land" d=format!("M0 {HORIZON}H{WIDTH}V{HEIGHT}H0z")/>
        {furrows}
    }
}

/// The border at `x` between foreground and horizon, as it leans: the two ends.
fn border(x: i32, lean: i32) -> (i32, i32) {
    (x + lean / 2, x - lean / 2)
}

/// The edges of the rock against the sky: how far along, in hundredths, and how far under its highest point.
const CRAGS: [(i32, i32); 6] = [(0, 16), (16, 2), (34, 14), (58, 0), (74, 16), (86, 30)];

/// The rock on which everything is fixed, up to its border at `x`: crags, each with a side in the shade.
fn rock(x: i32) -> impl IntoView {
    let (near, far) = border(x, LEAN);
    let at = |(along, under): (i32, i32)| (far * along / 100, RISE - 4 + under);
    let crags: String = CRAGS.iter().map(|crag| at(*crag)).map(|(x, y)| format!("L{x} {y}")).collect();
    let shade = |top: usize, foot: (i32, i32)| {
        let ((x, y), (after_x, after_y), (foot_x, foot_y)) = (at(CRAGS[top]), at(CRAGS[top + 1]), at(foot));
        format!("M{x} {y}L{after_x} {after_y}L{foot_x} {foot_y}z")
    };
    view! {
        <path class="scope__rock" d=format!("M0 {HEIGHT}{crags}L{far} {HORIZON}L{near} {HEIGHT}z")/>
        <path class="scope__shade" d=shade(1, (24, 40)) + &shade(3, (66, 52))/>
    }
}

/// The fence before it.
fn fence(x: i32) -> impl IntoView {
    let (near, _) = border(x, LEAN);
    let posts: String = (8..near).step_by(20).map(|x| format!("M{x} {}v-30", HEIGHT - 3)).collect();
    let last = 8 + (near - 9) / 20 * 20;
    let rail = |y: i32| format!("M0 {y}H{}", last + 6);
    view! { <path class="scope__fence" d=format!("{posts}{}{}", rail(HEIGHT - 12), rail(HEIGHT - 24))/> }
}

/// Mist from `x` to the edge of the picture: a bank of it with a rounded top, and wisps across.
fn mist(x: i32) -> impl IntoView {
    let (near, far) = border(x, -LEAN);
    let puffs = ((WIDTH - far) / 40).max(2);
    let puff = (WIDTH - far) / puffs;
    let top: String = (0..puffs).map(|_| format!("q{} -34 {puff} 0", puff / 2)).collect();
    let edge = format!("M{near} {HEIGHT}L{far} {}{top}", RISE + 18);
    let wisps: String = (RISE + 40..HEIGHT - 10)
        .step_by(30)
        .map(|y| {
            let from = far + 14 - (y - HORIZON).max(0) * LEAN / (HEIGHT - HORIZON) + y / 30 % 2 * 12;
            let wave = (WIDTH - from) / 4;
            format!("M{from} {y}q{} -9 {wave} 0t{wave} 0t{wave} 0", wave / 2)
        })
        .collect();
    view! {
        <path class="scope__mist" d=format!("{edge}H{WIDTH}V{HEIGHT}z")/>
        <path class="scope__wisp" d=wisps/>
        <path class="scope__edge" d=edge/>
    }
}

/// A part's name in the sky, and its numbered stones on the land, from the foreground up.
fn stones(part: &Part) -> impl IntoView + use<> {
    let middle = part.left + part.width / 2;
    let count = part.items.len() as i32;
    let columns = |step: i32| ((part.width - 10) / step).max(1);
    let roomy = STEPS.into_iter().find(|step| columns(*step) * (DEPTH / step) >= count);
    let step = roomy.unwrap_or(STEPS[3]);
    let columns = columns(step);
    let rows = (count + columns - 1) / columns;
    let scale = f64::from(step) / f64::from(STEPS[0]);
    let stones = (0..count).map(|n| {
        let (row, column) = (n / columns, n % columns);
        let here = (count - row * columns).min(columns);
        let x = middle + (2 * column - here + 1) * step / 2;
        let low = if rows == 1 { 158 } else { 178 };
        let y = low - row * (DEPTH / rows).min(step + 4) + (column + row) % 2 * step / 4 - step / 8;
        view! {
            <g transform=format!("translate({x} {y}) scale({scale:.2})")>
                <path class="scope__stone" d=STONE transform=format!("rotate({})", n * 67 % 360)/>
                <text class="scope__number" y="7">{part.first + n as usize}</text>
            </g>
        }
    });
    // On as few lines as there is room for.
    let mut lines: Vec<String> = Vec::new();
    for word in part.title.split(' ') {
        let letters = |line: &String| (line.chars().count() + 1 + word.chars().count()) as i32;
        match lines.last_mut().filter(|line| letters(line) * LETTER <= part.width) {
            Some(line) => *line = format!("{line} {word}"),
            None => lines.push(word.to_owned()),
        }
    }
    let top = 42 - 10 * lines.len() as i32;
    let title =
        lines.into_iter().enumerate().map(|(at, line)| view! { <text x=middle y=top + 20 * at as i32>{line}</text> });
    view! { <g class=part.class>{title.collect_view()}{stones.collect_view()}</g> }
}

/// The same part in words.
fn list(part: Part, language: Language) -> impl IntoView {
    let items = part.items.into_iter().enumerate().map(|(n, item)| {
        let reason = item.reason.map(
            |reason| view! { <p class="soft small">{say::because(language)}" "{reason.get(language).to_owned()}</p> },
        );
        view! {
            <li><span class="stone">{part.first + n}</span><p>{item.text.get(language).to_owned()}</p>{reason}</li>
        }
    });
    view! {
        <div class=format!("scope__list {}", part.class)>
            <h3>{part.title}</h3>
            <p class="soft">{part.meaning}</p>
            <ul>{items.collect_view()}</ul>
        </div>
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_parts_fill_the_picture_in_proportion_and_stay_readable() {
        assert_eq!(widths([3, 3, 2]), [130, 130, 100]);
        assert_eq!(widths([0, 4, 0]), [0, 360, 0]);
        let [fixed, open, undecided] = widths([1, 12, 1]);
        assert_eq!([fixed, undecided], [NARROWEST; 2]);
        assert!(open > 150 && fixed + open + undecided <= WIDTH);
    }
}
