//! The letter to residents: who asks what and why now, what is open and what is fixed, how one responds, and when one hears of it.

use super::{
    code::code,
    sender::{Sender, head},
};
use crate::{
    domain::day::Day, files::content::manuscript::handout::Handout, texts::printed as t, view::desk::address::typed,
};
use leptos::prelude::*;

/// More characters than this in what is its own, and its letters are smaller.
const LONG: [usize; 3] = [1_200, 2_000, 2_600];
/// More than this takes a second sheet anyhow, and has letters of a usual size again.
const TWO_SHEETS: usize = 3_300;

/// The letter, of this day.
pub fn letter(handout: &Handout, today: Option<Day>) -> impl IntoView + use<> {
    let language = handout.language;
    let own: usize = [&handout.summary, &handout.why_now]
        .into_iter()
        .chain(handout.open.iter().chain(&handout.fixed))
        .map(|text| text.chars().count() + 60)
        .sum();
    let size = if own > TWO_SHEETS { 1 } else { LONG.iter().filter(|long| own > **long).count() };
    let to =
        if handout.place.is_empty() { t::to_all(language).to_owned() } else { t::to_all_of(language, &handout.place) };
    let line = |text: String| (!text.is_empty()).then(|| view! { <p dir="auto">{text}</p> });
    let paragraphs = |text: &str| text.split("\n\n").filter_map(|one| line(one.trim().to_owned())).collect::<Vec<_>>();
    let part = |name: &'static str, inner: Vec<AnyView>| {
        (!inner.is_empty()).then(|| view! { <section><h3>{name}</h3>{inner}</section> }.into_any())
    };
    let list = |all: Vec<String>| match all.is_empty() {
        true => Vec::new(),
        false => {
            let items: Vec<_> = all.into_iter().map(|one| view! { <li dir="auto">{one}</li> }).collect();
            vec![view! { <ul>{items}</ul> }.into_any()]
        }
    };
    let views =
        |all: Vec<String>| all.into_iter().filter_map(|one| line(one).map(IntoAny::into_any)).collect::<Vec<_>>();
    let why = part(t::why_now(language), paragraphs(&handout.why_now).into_iter().map(IntoAny::into_any).collect());
    let scope: Vec<_> =
        [part(t::open(language), list(handout.open.clone())), part(t::fixed(language), list(handout.fixed.clone()))]
            .into_iter()
            .flatten()
            .collect();
    let scope = (!scope.is_empty()).then(|| view! { <div class="letter__scope">{scope}</div> });
    let until = handout.closes.map(|closes| line(t::can_until(language, handout.opens, closes)));
    let ways = t::ways(handout).into_iter().map(|way| view! { <li dir="auto">{way}"."</li> }).collect::<Vec<_>>();
    let when = part(t::when(language), views(t::promised(handout)));
    view! {
        <article class="handout" lang=language.code()>
            <div class=format!("letter letter--{size}")>
                {head(&Sender { site: handout.site.clone(), organisation: handout.organisation.clone() })}
                <div class="letter__to">
                    <p dir="auto"><strong>{to}</strong></p>
                    {today.map(|today| view! { <p>{today.written(language)}</p> })}
                </div>
                <p class="letter__title" dir="auto">{handout.title.clone()}</p>
                <p>{t::dear(language)}</p>
                <p dir="auto">{t::we_ask(language, &handout.organisation)}" "{handout.summary.clone()}</p>
                {why}
                {scope}
                <section class="letter__how">
                    <div>
                        <h3>{t::how(language)}</h3>
                        {until}
                        <ul>
                            <li>{t::on_site(language)}" "<strong>{typed(&handout.page)}</strong></li>
                            {ways}
                        </ul>
                    </div>
                    {code(language, &handout.page)}
                </section>
                {when}
                {t::ask_us(handout).map(line)}
                <div class="letter__foot">
                    <p>{t::regards(language)}</p>
                    <p dir="auto"><strong>{handout.owner.0.clone()}</strong></p>
                    {line(handout.organisation.clone())}
                    {line(handout.post.clone())}
                </div>
            </div>
        </article>
    }
}
