//! `/vraag/<slug>/terugkoppeling/`: the whole answer on a finger-post, then each theme, what comes next, what went wrong, the
//! balance, and the versions. Until there is feedback: when it is promised.

use super::{Around, Body, stay};
use crate::{
    domain::{
        consultation::{Consultation, Status},
        feedback::{Feedback, LandingStatus},
        id::Id,
        language::Language,
        route::Route,
        span::Dated,
    },
    files::content::Versions,
    texts::{feedback as f, signpost, site as t},
    view::{
        block::{Hero, Notice},
        feedback::{AnswerBlock, BalanceBlock, LessonsBlock, NextStepsBlock, ThemeBlock, VersionsBlock},
    },
};
use leptos::prelude::*;

/// What stands there until there is feedback: when it is promised.
pub fn promise(around: &Around, consultation: &Consultation, language: Language) -> Body {
    let title = t::feedback_title(language, consultation.title.get(language));
    let due = consultation.feedback_due;
    let status = match consultation.status(around.today, None) {
        status @ Status::Withdrawn => status,
        // Whoever finds it later reads on the page itself whether that has passed.
        _ => Status::Waiting,
    };
    let promise = t::feedback_promise(language, status, due);
    let says = |status: Status| t::feedback_promise(language, status, due);
    let dates: Vec<_> = around.statuses(consultation).into_iter().map(|status| status.map(says)).collect();
    let back = Route::Consultation(consultation.slug.clone()).href(&around.base, language);
    let view = view! {
        <Hero title=title.clone() dates=dates language />
        <section class="section"><p><a href=back>{t::to_consultation(language)}</a></p></section>
        {stay(around, consultation, language)}
    }
    .into_any();
    Body { title, lead: promise, view }
}

/// Of an interim account: until when one can still react, and, when the promised day has passed, that the rest is late.
pub(super) fn interim(around: &Around, consultation: &Consultation, language: Language) -> Vec<Dated<String>> {
    let says = |status: Status| match status {
        Status::Open => {
            let (open, rest) =
                (f::still_open(language, consultation.closes), f::rest_to_come(language, consultation.feedback_due));
            Some(format!("{open} {rest}"))
        }
        Status::Waiting => Some(f::rest_to_come(language, consultation.feedback_due)),
        Status::Overdue => Some(f::only_interim(language, consultation.feedback_due)),
        _ => None,
    };
    let statuses = around.statuses(consultation).into_iter();
    statuses
        .filter_map(|status| {
            let said = says(status.what)?;
            Some(status.map(|_| said))
        })
        .collect()
}

/// What was told back, in one version of it.
pub fn account(
    around: &Around,
    consultation: &Consultation,
    told: &Versions,
    feedback: &Feedback,
    language: Language,
) -> Body {
    let base = &around.base;
    let (slug, current) = (&consultation.slug, feedback.version == told.feedback.version);
    let href = |route: Route| route.href(base, language);
    let subject = consultation.title.get(language);
    let received = feedback.counts.received.total();
    let version = f::version(language, feedback.version, feedback.published);
    let name = t::feedback_title(language, subject);
    let title = if current { name } else { format!("{name} ({version})") };
    let lead = f::lead(language, received, feedback.themes.len());
    let is_interim = feedback.published <= consultation.closes;
    let about = f::published(language, feedback.published, received, feedback.themes.len(), is_interim);
    let old = (!current).then(|| {
        let newest = href(Route::Feedback(slug.clone()));
        view! {
            <div class="notice"><p><b>{f::older_version(language)}</b>" "<a href=newest>{f::to_newest(language)}</a></p></div>
        }
    });
    let example = feedback.example.then(|| f::example(language).to_owned());
    // In one landmark: two of one name can't be told apart.
    let notices = example.into_iter().chain(around.site.notice.as_ref().map(|notice| notice.get(language).to_owned()));
    let notice = notices.reduce(|all, one| all + " " + &one).map(|text| view! { <Notice text language /> });
    let themes = feedback.themes.iter().cloned().map(|theme| {
        let before = before(told, feedback, &theme.id);
        view! { <ThemeBlock theme before language /> }
    });
    let learned = feedback.learned.clone();
    let steps = feedback.next_steps.clone();
    let back = href(Route::Consultation(slug.clone()));
    let view = view! {
            {old}
            <AnswerBlock asked=subject.to_owned() back=back about feedback=feedback.clone() language />
            {notice}
            {around_post(around, consultation, feedback, current && is_interim, language)}
            <section class="section section--wide" aria-labelledby="themas">
                <h2 id="themas">{f::themes(language)}</h2>
                <div class="themes">{themes.collect_view()}</div>
            </section>
            {(!steps.is_empty()).then(|| view! { <NextStepsBlock steps language /> })}
            {(!learned.is_empty()).then(|| view! { <LessonsBlock lessons=learned language /> })}
            {current.then(|| lookup(around, feedback, language))}
            <BalanceBlock feedback=feedback.clone() gathered=feedback.gathered language />
            {current.then(|| stay(around, consultation, language))}
            <VersionsBlock slug=slug.clone() history=told.feedback.history.clone() here=feedback.version base=base.clone() language />
        }
        .into_any();
    Body { title, lead, view }
}

/// What was said of a theme in the last version before this one in which no mind was changed on it.
fn before(told: &Versions, feedback: &Feedback, theme: &Id) -> Option<LandingStatus> {
    let earlier = told.earlier.iter().rev().filter(|earlier| earlier.version < feedback.version);
    let landings = earlier.filter_map(|earlier| earlier.themes.iter().find(|one| one.id == *theme));
    let mut statuses = landings.filter_map(|theme| theme.landings.first()).map(|landing| landing.status);
    statuses.find(|status| *status != LandingStatus::ChangedMind)
}

/// Under the post: how to read it, why its numbers are what they are, whether more may come, and the poster of it.
fn around_post(
    around: &Around,
    consultation: &Consultation,
    feedback: &Feedback,
    is_interim: bool,
    language: Language,
) -> impl IntoView + use<> {
    let post = feedback.signpost();
    let changed = post.arms().iter().any(|arm| arm.status == LandingStatus::ChangedMind);
    let changed = changed.then(|| view! { <p>{signpost::changed(language)}</p> });
    let (once, sums) = signpost::overlap(language, &post);
    let once = once.map(|said| view! { <p>{said}</p> });
    let sums = sums.map(|said| view! { <p>{said}</p> });
    let dates = if is_interim { interim(around, consultation, language) } else { Vec::new() };
    let dates = dates.into_iter().map(|date| {
        let (from, until, hidden) = (date.from(), date.until(), date.hidden);
        view! { <p class="small" data-from=from data-until=until hidden=hidden>{date.what}</p> }
    });
    let sheet = Route::Sheet(consultation.slug.clone()).href(&around.base, language);
    view! {
        <section class="section section--wide answer__notes">
            <div class="small soft">
                {once}
                <details>
                    <summary>{signpost::how(language)}</summary>
                    <p>{signpost::legend(language, feedback.counts.received.total())}</p>
                    {changed}
                    {sums}
                </details>
            </div>
            <div>
                {dates.collect_view()}
                <p class="row"><a class="button button--secondary" href=sheet>{f::sheet(language)}</a></p>
            </div>
        </section>
    }
}

/// The way to one's own reaction. No field here: a code belongs on a page of ours that sends it nowhere.
fn lookup(around: &Around, feedback: &Feedback, language: Language) -> impl IntoView + use<> {
    let follow = Route::Follow.href(&around.base, language);
    let mine = Route::Mine.href(&around.base, language);
    let codes = feedback.example_receipts.iter().map(|receipt| {
        let href = format!("{follow}#{receipt}");
        view! { <li><a href=href><code translate="no">{receipt.to_string()}</code></a></li> }
    });
    let codes: Vec<_> = codes.collect();
    let codes = (!codes.is_empty()).then(|| {
        view! { <details><summary>{f::example_codes(language)}</summary><ul class="codes">{codes}</ul></details> }
    });
    view! {
        <section class="section section--band answer__find" aria-labelledby="zoek">
            <h2 id="zoek">{f::find_yours(language)}</h2>
            <div class="stack">
                <p>{f::find_yours_lead(language)}</p>
                <p class="row">
                    <a class="button button--primary" href=follow.clone()>{f::find_yours_go(language)}</a>
                    <a href=mine>{f::from_this_device(language)}</a>
                </p>
                {codes}
            </div>
        </section>
    }
}
