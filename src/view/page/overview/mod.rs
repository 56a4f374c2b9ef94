//! `/`: all consultations by how they stand, those one can react to first. Where there are many: where they are about and what
//! they are about beside it, and those of long ago folded away.

#[cfg(test)]
mod tests;

use super::{Around, Body, skeleton};
use crate::{
    domain::{
        consultation::{Consultation, Status},
        day::Day,
        language::{Language, Localised},
        route::Route,
        span::{Dated, Span},
    },
    files::content::Content,
    texts::{page as t, site, stay},
    view::{
        block::{Card, Contents, Hero},
        picture::{self, Place},
    },
};
use leptos::prelude::*;
use std::collections::BTreeMap;

/// The id of the heading over what one can react to.
const OPEN: &str = "nu";
/// More than this are many: then only some have a picture.
const MANY: usize = 12;
/// How many of those have one.
const PICTURED: usize = 6;
/// What was over so many days before the page is made is of long ago.
const LONG_AGO: i32 = 365;

/// A group of consultations: its id, its heading, how they stand, and what puts them in order.
struct Group {
    id: &'static str,
    title: &'static str,
    wanted: &'static [Status],
    order: Order,
}

/// The day by which consultations are in order, given that of the newest feedback; and whether the last comes first.
type Order = (fn(&Consultation, Option<Day>) -> Day, bool);

/// The groups after what one can react to.
fn groups(language: Language) -> [Group; 4] {
    let group = |id, title, wanted, order| Group { id, title, wanted, order };
    [
        group(
            "wacht",
            t::overview_waiting(language),
            &[Status::Waiting, Status::Overdue],
            (|one: &Consultation, _| one.feedback_due, false),
        ),
        group(
            "straks",
            t::overview_announced(language),
            &[Status::Announced],
            (|one: &Consultation, _| one.opens, false),
        ),
        group(
            "beantwoord",
            t::overview_answered(language),
            &[Status::Answered],
            (|one: &Consultation, told| told.unwrap_or(one.feedback_due), true),
        ),
        group(
            "ingetrokken",
            t::overview_withdrawn(language),
            &[Status::Withdrawn],
            (|one: &Consultation, _| one.ends(), true),
        ),
    ]
}

/// What stands on it. A consultation has a card in each group that it will be in, as the page may be read long after today.
pub fn body(around: &Around, content: &Content, language: Language) -> Body {
    let intro = around.site.intro.get(language).to_owned();
    let title = site::overview_title(language);
    let all = Shown { around, content, language, many: content.consultations.len() > MANY };
    let (days, open) = all.cards(&[Status::Open], (|one, _| one.ends(), false), PICTURED);
    let invite = Dated::hull(&days).map(|days| {
        let (from, until, hidden) = (days.from(), days.until(), days.hidden);
        view! {
            <p class="hero__actions" data-from=from data-until=until hidden=hidden>
                <a class="button button--primary" href=format!("#{OPEN}")>{t::overview_open(language)}</a>
            </p>
        }
        .into_any()
    });
    let none = Span::gaps(days.into_iter().map(|days| days.span).collect()).into_iter().map(|gap| {
        let none = Dated::on(around.today, t::overview_none(language), gap);
        view! { <p data-from=none.from() data-until=none.until() hidden=none.hidden>{none.what}</p> }
    });
    let feed = around.feed(&Route::Overview, language);
    let picture = around.site.picture.as_ref();
    let picture = picture.and_then(|named| picture::picture(&around.pictures, named, Place::Top, language));
    let mut headings = vec![(OPEN, t::overview_open(language))];
    let mut sections = Vec::new();
    for group in groups(language) {
        if let Some(section) = all.section(&group) {
            headings.push((group.id, group.title));
            sections.push(section);
        }
    }
    let mut finding = Vec::new();
    if all.many {
        let by = [
            (
                "plaatsen",
                t::overview_places(language),
                all.by(t::overview_everywhere(language), |one| one.place.as_ref()),
            ),
            (
                "onderwerpen",
                t::overview_subjects(language),
                all.by(t::overview_other(language), |one| one.subject.as_ref()),
            ),
        ];
        for (id, title, list) in by {
            if let Some(list) = list {
                headings.push((id, title));
                finding.push(view! { <section class="section"><h2 id=id tabindex="-1">{title}</h2>{list}</section> });
            }
        }
        if let Some(list) = all.archive() {
            let title = t::overview_archive(language);
            headings.push(("archief", title));
            finding
                .push(view! { <section class="section"><h2 id="archief" tabindex="-1">{title}</h2>{list}</section> });
        }
    }
    let contents = all.many.then(|| view! { <Contents headings language /> });
    let view = view! {
        <Hero title=title.to_owned() summary=intro.clone() invite picture language />
        {contents}
        {skeleton::render(around, content, language)}
        <section class="section"><h2 id=OPEN tabindex="-1">{t::overview_open(language)}</h2>{open}{none.collect_view()}</section>
        {sections}
        {finding}
        <section class="section">
            <h2>{stay::title(language)}</h2>
            <p><a href=feed type="application/atom+xml">{stay::all(language)}</a>". "{stay::feed_help(language)}</p>
        </section>
    }
    .into_any();
    Body { title: title.to_owned(), lead: intro, view }
}

/// The consultations as this page shows them.
struct Shown<'a> {
    around: &'a Around,
    content: &'a Content,
    language: Language,
    many: bool,
}

impl<'a> Shown<'a> {
    /// Each with the language of the page to lead to. What is not in this language is listed all the same.
    fn all(&self) -> impl Iterator<Item = (&'a Consultation, Language)> {
        let (site, language) = (&self.around.site, self.language);
        let all = self.content.consultations.values();
        all.filter_map(move |one| Some((one, site.page_language(&one.languages, language)?)))
    }

    /// Cards of those that are in a group, so many with a picture where there are many; and the days on which each is there.
    fn cards(&self, wanted: &[Status], (day, last_first): Order, pictured: usize) -> (Vec<Dated<()>>, AnyView) {
        let around = self.around;
        let mut found: Vec<_> = self.all().filter(|(one, _)| !self.is_of_long_ago(one)).collect();
        found.sort_by_key(|(one, _)| day(one, around.newest(&one.slug)));
        if last_first {
            found.reverse();
        }
        let (mut days, mut cards) = (Vec::new(), Vec::new());
        for (consultation, written) in found {
            let mut statuses = around.statuses(consultation);
            statuses.retain(|status| wanted.contains(&status.what));
            let Some(hull) = Dated::hull(&statuses) else { continue };
            let (base, feedback) = (around.base.clone(), around.newest(&consultation.slug));
            let plain = self.many && cards.len() >= pictured;
            let pictures = if plain { Default::default() } else { around.pictures.clone() };
            let (consultation, language) = (consultation.clone(), self.language);
            cards.push(view! { <Card consultation statuses feedback pictures base written language short=self.many && pictured == 0 /> });
            days.push(hull);
        }
        (days, view! { <ul class="cards">{cards}</ul> }.into_any())
    }

    /// A group with its heading, on the days on which anything is in it.
    fn section(&self, group: &Group) -> Option<AnyView> {
        let (days, cards) = self.cards(group.wanted, group.order, 0);
        let days = Dated::hull(&days)?;
        let (from, until, hidden) = (days.from(), days.until(), days.hidden);
        let (id, title) = (group.id, group.title);
        Some(view! {
            <section class="section" data-from=from data-until=until hidden=hidden><h2 id=id tabindex="-1">{title}</h2>{cards}</section>
        }.into_any())
    }

    /// All of them by a text of theirs, each text with how many have it, folded; those without one last. Nothing where none has one.
    fn by(&self, without: &str, of: fn(&Consultation) -> Option<&Localised>) -> Option<AnyView> {
        let mut named: BTreeMap<(bool, String), (String, Vec<AnyView>)> = BTreeMap::new();
        for (one, written) in self.all() {
            let name = of(one).map(|text| text.get(written).trim().to_owned());
            // Capitals make no other place of it.
            let key = name.as_ref().map_or((true, String::new()), |name| (false, name.to_lowercase()));
            let (_, list) =
                named.entry(key).or_insert_with(|| (name.unwrap_or_else(|| without.to_owned()), Vec::new()));
            list.push(self.line(one, written));
        }
        if named.keys().all(|(without, _)| *without) {
            return None;
        }
        let folded = named.into_values().map(|(name, list)| {
            let count = list.len();
            view! { <details><summary>{name}" ("{count}")"</summary><ul>{list}</ul></details> }
        });
        Some(view! { <div class="finding">{folded.collect_view()}</div> }.into_any())
    }

    /// Those of long ago, folded.
    fn archive(&self) -> Option<AnyView> {
        let mut old: Vec<_> = self.all().filter(|(one, _)| self.is_of_long_ago(one)).collect();
        old.sort_by_key(|(one, _)| std::cmp::Reverse(one.ends()));
        let count = old.len();
        let list: Vec<_> = old.into_iter().map(|(one, written)| self.line(one, written)).collect();
        (count > 0).then(|| {
            let summary = t::overview_of_long_ago(count, self.language);
            view! { <div class="finding"><details><summary>{summary}</summary><ul>{list}</ul></details></div> }
                .into_any()
        })
    }

    /// A consultation on one line, with whether one can react.
    fn line(&self, one: &Consultation, written: Language) -> AnyView {
        let href = Route::Consultation(one.slug.clone()).href(&self.around.base, written);
        let open = self.around.statuses(one).into_iter().find(|status| status.what == Status::Open);
        let open = open.map(|open| {
            let (from, until, hidden) = (open.from(), open.until(), open.hidden);
            let said = t::status(Status::Open, self.language);
            view! { " "<span class="badge" data-from=from data-until=until hidden=hidden>{said}</span> }
        });
        let title = one.title.get(written).to_owned();
        view! { <li><a href=href lang=written.code() hreflang=written.code()>{title}</a>{open}</li> }.into_any()
    }

    /// Whether it was over long before the page is made, and nothing is waited for.
    fn is_of_long_ago(&self, one: &Consultation) -> bool {
        let today = self.around.today;
        let told = self.around.newest(&one.slug);
        let over = matches!(one.status(today, told), Status::Answered | Status::Withdrawn);
        self.many && over && told.unwrap_or(one.ends()).max(one.ends()).until(today) > LONG_AGO
    }
}
