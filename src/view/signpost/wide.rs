//! The wide drawing. Each theme is a link that says what it holds; pointing at it, or tabbing to it, shows that below.

use super::{
    Own,
    layout::{Band, CAPTION, EDGES, Layout, Node, WIDTH, layout},
    mark, theme_anchor,
};
use crate::{
    domain::{
        language::Language,
        signpost::{SignTheme, Signpost},
    },
    texts::feedback as t,
};
use leptos::{prelude::*, svg};

/// The drawing.
pub fn view(signpost: &Signpost, own: &Own, page: &str, language: Language) -> impl IntoView + use<> {
    let drawing = layout(signpost);
    let landed: u32 = signpost.ways.iter().map(|way| way.count).sum();
    let label = t::picture(language, signpost.received.total(), signpost.themes.len(), landed);
    let sources = signpost.received.each().into_iter().zip(drawing.sources).filter_map(|((source, count), node)| {
        let node = node?;
        let (x, middle) = (EDGES[0] - 16.0, node.middle());
        let bar = format!("M{x} {:.1}h16v{:.1}h-16z", middle - node.thick / 2.0, node.thick);
        Some(view! {
            <g class="signpost__source">
                <path d=bar/>
                <text x=x - 12.0 y=format!("{:.0}", middle - 3.0)>{t::source(language, source)}</text>
                <text class="signpost__count" x=x - 12.0 y=format!("{:.0}", middle + 18.0)>{count}</text>
            </g>
        })
    });
    let rest = [(t::set_aside(language), signpost.set_aside), (t::pending(language), signpost.pending)];
    let rest = rest.into_iter().zip(drawing.rest).zip(&drawing.aside).filter_map(|(((name, count), node), bands)| {
        let node = node?;
        Some(view! {
            <g class="signpost__rest">
                {roads(bands, "signpost__road")}
                {board(&node, name.to_owned(), count, language)}
            </g>
        })
    });
    let themes = signpost.themes.iter().enumerate().map(|(at, theme)| {
        let node = &drawing.themes[at];
        let href = format!("{page}#{}", theme_anchor(theme.id.as_str()));
        let title = theme.title.get(language).to_owned();
        let tip = tip(theme, language);
        let label = t::theme_tip(language, &title, theme.count, &tip);
        // In a view this would be a link of HTML, which no browser draws inside a picture.
        let link = svg::a().attr("href", href).attr("aria-label", label).child(board(node, title, theme.count, language));
        let out = drawing.out[at].iter().zip(&theme.landings).map(|(band, landing)| {
            view! { <path class=format!("signpost__branch signpost__branch--{}", landing.status.code()) d=band.path()/> }
        });
        view! {
            <g class=own.class("signpost__theme", at)>
                {roads(&drawing.into[at], "signpost__road")}
                {out.collect_view()}
                {link}
                <g class="signpost__tip" aria-hidden="true">
                    {tip.into_iter().enumerate().take(2).map(|(line, text)| view! {
                        <text x="0" y=format!("{:.0}", drawing.height + 32.0 + 24.0 * line as f64)>{text}</text>
                    }).collect_view()}
                </g>
            </g>
        }
    });
    let ends = ends(&drawing, signpost, own, language);
    view! {
        <svg class="signpost__wide" role="group" aria-label=label viewBox=format!("0 -2 {WIDTH} {:.0}", drawing.height + CAPTION)>
            {rest.collect_view()}
            {themes.collect_view()}
            {sources.collect_view()}
            {ends}
        </svg>
    }
}

fn roads(bands: &[Band], class: &'static str) -> impl IntoView + use<> {
    bands.iter().map(|band| view! { <path class=class d=band.path()/> }).collect_view()
}

/// A board with words and a number.
fn board(node: &Node, title: String, count: u32, language: Language) -> impl IntoView + use<> {
    let (x, width) = (EDGES[1], EDGES[2] - EDGES[1]);
    let middle = node.middle();
    view! {
        <rect class="signpost__board" x=x y=format!("{:.1}", node.top) width=width height=format!("{:.1}", node.height) rx="8"/>
        <text x=x + 16.0 y=format!("{:.0}", middle - 3.0)>{title}</text>
        " "
        <text class="signpost__count" x=x + 16.0 y=format!("{:.0}", middle + 18.0)>{t::reactions(language, count)}</text>
    }
}

/// What a theme says when it is pointed at: where it landed, a line each.
fn tip(theme: &SignTheme, language: Language) -> Vec<String> {
    let line = |landing: &crate::domain::signpost::SignLanding| {
        let (what, with) = (landing.what.get(language), landing.with.get(language));
        format!("{}: {what} ({with})", t::status(language, landing.status))
    };
    theme.landings.iter().map(line).collect()
}

/// The arms of the signpost, one for each status.
fn ends(drawing: &Layout, signpost: &Signpost, own: &Own, language: Language) -> impl IntoView + use<> {
    let arms = drawing.landings.iter().map(|(status, node)| {
        let with = |theme: usize| signpost.themes[theme].landings.iter().any(|landing| landing.status == *status);
        let count: u32 = signpost.ways.iter().filter(|way| way.themes.iter().copied().any(with)).map(|way| way.count).sum();
        let mine = own.0.as_ref().map(|own| own.iter().copied().any(with));
        let class = match mine {
            Some(true) => "signpost__end signpost__end--own",
            Some(false) => "signpost__end signpost__end--other",
            None => "signpost__end",
        };
        let (x, top, height, middle) = (EDGES[3], node.top, node.height, node.middle());
        let point = WIDTH - 22.0;
        let arm = format!("M{x} {top:.1}H{point}L{} {middle:.1}L{point} {:.1}H{x}z", WIDTH - 2.0, top + height);
        view! {
            <g class=class>
                <path class=format!("signpost__arm signpost__arm--{}", status.code()) d=arm/>
                {mark::group(*status, x + 10.0, middle - 12.0)}
                <text x=x + 44.0 y=format!("{:.0}", middle - 3.0)>{t::status(language, *status)}</text>
                <text class="signpost__count" x=x + 44.0 y=format!("{:.0}", middle + 18.0)>{t::reactions(language, count)}</text>
            </g>
        }
    });
    arms.collect_view()
}
