//! Where everything is in the wide drawing: three columns, and bands between them as wide as their reactions.

use crate::domain::{feedback::LandingStatus, signpost::Signpost};

/// The width of the drawing, in its own units.
pub const WIDTH: f64 = 1120.0;
/// Room below for what a theme says when it is pointed at.
pub const CAPTION: f64 = 64.0;
/// The edges of the columns: sources end, themes begin and end, landings begin.
pub const EDGES: [f64; 4] = [206.0, 366.0, 696.0, 848.0];
/// The height that the words of a node need.
const LINE: f64 = 50.0;
const GAP: f64 = 12.0;
/// All reactions together are this high.
const ALL: f64 = 430.0;

/// A node: where its box is, and how high the bands are that touch it.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Node {
    /// Its top.
    pub top: f64,
    /// Its height: at least a line of words.
    pub height: f64,
    /// How high its reactions are.
    pub thick: f64,
}

impl Node {
    /// Where its bands begin.
    fn start(&self) -> f64 {
        self.top + (self.height - self.thick) / 2.0
    }

    /// Its middle.
    pub fn middle(&self) -> f64 {
        self.top + self.height / 2.0
    }
}

/// A band between two columns.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Band {
    /// The column from which it comes: 0 for sources, 1 for themes.
    pub column: usize,
    /// Its top where it begins and where it ends.
    pub tops: [f64; 2],
    /// How high it is.
    pub thick: f64,
}

impl Band {
    /// The outline.
    pub fn path(&self) -> String {
        let [from, to] = [EDGES[2 * self.column], EDGES[2 * self.column + 1]];
        let middle = (from + to) / 2.0;
        let [a, b] = self.tops;
        let (c, d) = (a + self.thick, b + self.thick);
        format!(
            "M{from} {a:.1}C{middle} {a:.1} {middle} {b:.1} {to} {b:.1}V{d:.1}C{middle} {d:.1} {middle} {c:.1} {from} {c:.1}z"
        )
    }
}

/// The drawing.
#[derive(Clone, Debug, PartialEq)]
pub struct Layout {
    /// Its height without the caption.
    pub height: f64,
    /// Sources, in the order of the received counts; those without reactions have no height.
    pub sources: [Option<Node>; 3],
    /// Themes.
    pub themes: Vec<Node>,
    /// Set aside and pending, where there are any.
    pub rest: [Option<Node>; 2],
    /// Each status that occurs.
    pub landings: Vec<(LandingStatus, Node)>,
    /// Bands from sources to each theme.
    pub into: Vec<Vec<Band>>,
    /// Bands from each theme, in the order of its landings.
    pub out: Vec<Vec<Band>>,
    /// Bands from sources to what was set aside and is pending.
    pub aside: [Vec<Band>; 2],
}

/// Puts everything in its place.
pub fn layout(signpost: &Signpost) -> Layout {
    let widths = signpost.widths();
    let received = signpost.received.each().map(|(_, count)| f64::from(count));
    let unit = ALL / received.iter().sum::<f64>().max(1.0);
    let landed: Vec<f64> = (0..3).map(|source| widths.iter().map(|width| width[source]).sum()).collect();
    let left = [signpost.set_aside, signpost.pending].map(f64::from);
    let left_all = left[0] + left[1];

    let column = |sizes: Vec<f64>| -> (Vec<Node>, f64) {
        let mut top = 0.0;
        let nodes = sizes.into_iter().map(|size| {
            let thick = size * unit;
            let node = Node { top, height: thick.max(LINE), thick };
            top += node.height + GAP;
            node
        });
        let nodes = nodes.collect();
        (nodes, top - GAP)
    };
    let shown: Vec<usize> = (0..3).filter(|source| received[*source] > 0.0).collect();
    let (mut sources, sources_height) = column(shown.iter().map(|source| received[*source]).collect());
    let rest_shown: Vec<usize> = (0..2).filter(|rest| left[*rest] > 0.0).collect();
    let totals = widths.iter().map(|width| width.iter().sum::<f64>()).chain(rest_shown.iter().map(|rest| left[*rest]));
    let (mut middle, middle_height) = column(totals.collect());
    let statuses = signpost.landed();
    let (mut ends, ends_height) = column(statuses.iter().map(|(_, width)| *width).collect());
    let height = sources_height.max(middle_height).max(ends_height);
    for (nodes, own) in [(&mut sources, sources_height), (&mut middle, middle_height), (&mut ends, ends_height)] {
        nodes.iter_mut().for_each(|node| node.top += (height - own) / 2.0);
    }

    // Where the next band leaves or arrives, for each node.
    let mut leave: Vec<f64> = sources.iter().map(Node::start).collect();
    let mut arrive: Vec<f64> = middle.iter().map(Node::start).collect();
    let mut connect = |to: usize, parts: [f64; 3]| -> Vec<Band> {
        let present = shown.iter().enumerate().filter(|(_, source)| parts[**source] > 0.0);
        let bands = present.map(|(from, source)| {
            let thick = parts[*source] * unit;
            let band = Band { column: 0, tops: [leave[from], arrive[to]], thick };
            leave[from] += thick;
            arrive[to] += thick;
            band
        });
        bands.collect()
    };
    let into = widths.iter().enumerate().map(|(theme, width)| connect(theme, *width)).collect();
    let mut aside = [Vec::new(), Vec::new()];
    for (at, rest) in rest_shown.iter().enumerate() {
        // From which source each of them came is not told; in proportion is as near as one can draw it.
        let share = left[*rest] / left_all.max(1.0);
        let parts = std::array::from_fn(|source| (received[source] - landed[source]).max(0.0) * share);
        aside[*rest] = connect(widths.len() + at, parts);
    }
    let mut end: Vec<f64> = ends.iter().map(Node::start).collect();
    let themes = signpost.themes.iter().zip(&middle).zip(&widths);
    let out = themes.map(|((theme, node), width)| {
        let mut from = node.start();
        let each = width.iter().sum::<f64>() * unit / theme.landings.len().max(1) as f64;
        let bands = theme.landings.iter().filter_map(|landing| {
            let at = statuses.iter().position(|(status, _)| *status == landing.status)?;
            let band = Band { column: 1, tops: [from, end[at]], thick: each };
            from += each;
            end[at] += each;
            Some(band)
        });
        bands.collect()
    });
    let out = out.collect();
    let place = |source: usize| shown.iter().position(|shown| *shown == source).map(|at| sources[at]);
    let rest_place =
        |rest: usize| rest_shown.iter().position(|shown| *shown == rest).map(|at| middle[widths.len() + at]);
    Layout {
        height,
        sources: std::array::from_fn(place),
        rest: std::array::from_fn(rest_place),
        landings: statuses.iter().map(|(status, _)| *status).zip(ends).collect(),
        into,
        out,
        aside,
        themes: middle[..widths.len()].to_vec(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::signpost::tests::signpost;

    #[test]
    fn what_leaves_a_node_is_as_wide_as_what_arrives() {
        let drawing = layout(&signpost());
        let sum = |bands: &[Band]| bands.iter().map(|band| band.thick).sum::<f64>();
        for ((node, into), out) in drawing.themes.iter().zip(&drawing.into).zip(&drawing.out) {
            assert!((node.thick - sum(into)).abs() < 1e-9 && (node.thick - sum(out)).abs() < 1e-9);
        }
        let all: f64 = drawing.into.iter().chain(&drawing.aside).map(|bands| sum(bands)).sum();
        assert!((all - ALL).abs() < 1e-9, "everything received is drawn: {all}");
    }

    #[test]
    fn nothing_overlaps_and_words_have_room() {
        let drawing = layout(&signpost());
        let middle: Vec<_> = drawing.themes.iter().copied().chain(drawing.rest.into_iter().flatten()).collect();
        for pair in middle.windows(2) {
            assert!(pair[0].top + pair[0].height < pair[1].top);
        }
        assert!(
            middle
                .iter()
                .all(|node| node.height >= LINE && node.top >= 0.0 && node.top + node.height <= drawing.height + 1e-9)
        );
    }

    #[test]
    fn nothing_received_can_be_drawn_too() {
        let mut empty = signpost();
        (empty.themes, empty.ways) = (vec![], vec![]);
        empty.received = Default::default();
        (empty.set_aside, empty.pending) = (0, 0);
        assert!(layout(&empty).sources.iter().all(Option::is_none));
    }
}
