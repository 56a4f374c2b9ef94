//! `/vraag/<slug>/terugkoppeling/blad/`: the signpost on one sheet of A4, to hang up in the village hall.

use super::{Around, Body};
use crate::{
    domain::{consultation::Consultation, feedback::Feedback, language::Language, route::Route},
    texts::feedback as f,
    view::signpost::{Own, post},
};
use leptos::prelude::*;

/// From this many themes on the letters are smaller, so that it stays one sheet.
const MANY: usize = 7;

/// What stands on it.
pub fn body(around: &Around, consultation: &Consultation, feedback: &Feedback, language: Language) -> Body {
    let subject = consultation.title.get(language).to_owned();
    let title = format!("{}: {subject}", f::sheet(language));
    let lead = f::lead(language, feedback.counts.received.total(), feedback.themes.len());
    let back = Route::Feedback(consultation.slug.clone()).href(&around.base, language);
    // On paper nobody can follow a path without a host.
    let whole = around.site.whole(&back);
    let class = if feedback.themes.len() > MANY { "sheet sheet--dense" } else { "sheet" };
    let next = feedback.next_steps.iter().find(|step| step.date.is_some_and(|day| day >= feedback.published));
    let next = next.map(|step| {
        let day = step.date.map(|day| format!("{}: ", day.written(language)));
        view! { <p><b>{f::sheet_next(language)}". "</b>{day}{step.text.get(language).to_owned()}</p> }
    });
    let example = feedback.example.then(|| view! { <p class="sheet__example">{f::example(language)}</p> });
    let version = f::version(language, feedback.version, feedback.published);
    let organisation = around.site.organisation.get(language).to_owned();
    let view = view! {
        <article class=class>
            <header class="sheet__head">
                <h1>{subject.clone()}</h1>
                <p>{lead.clone()}</p>
            </header>
            <div class="signpost">{post::view(&feedback.signpost(), &Own::default(), &back, usize::MAX, language)}</div>
            <footer class="sheet__foot">
                {next}
                <p>{f::sheet_more(language)}" "<a href=back.clone()>{whole}</a>". "{organisation}". "{version}"."</p>
                {example}
            </footer>
        </article>
        <p class="row sheet__actions">
            <button type="button" class="button button--primary js-only" data-print="">{f::print(language)}</button>
            <a href=back.clone()>{f::to_feedback(language)}</a>
        </p>
    }
    .into_any();
    Body { title, lead, view }
}

#[cfg(test)]
mod tests {
    use super::{super::example, *};
    use crate::domain::id::Id;

    #[test]
    fn on_paper_stands_an_address_that_one_can_type() {
        let (mut around, content) = example("/denkmee/", "2026-11-26");
        let slug = Id::try_from("drenthe-dichterbij").unwrap();
        let sheet = |around: &Around| {
            let feedback = &content.feedback[&slug].feedback;
            body(around, &content.consultations[&slug], feedback, Language::Nl).view.to_html()
        };
        let path = "/denkmee/vraag/drenthe-dichterbij/terugkoppeling/";
        assert!(sheet(&around).contains(&format!(">{path}</a>")));
        around.site.address = Some("https://www.drenthe.nl".into());
        assert!(sheet(&around).contains(&format!("href=\"{path}\">https://www.drenthe.nl{path}</a>")));
    }
}
