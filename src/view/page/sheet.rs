//! `/vraag/<slug>/terugkoppeling/blad/`: the answer as a poster for the village hall, on one sheet of A4 or A3.

use super::{Around, Body};
use crate::{
    domain::{consultation::Consultation, feedback::Feedback, language::Language, route::Route, signpost::Signpost},
    texts::feedback as f,
    view::{
        block::mark::finger_post,
        picture,
        qr::{self, PrintedQr},
        signpost::{
            Own,
            post::{self, Side},
        },
    },
};
use leptos::{either::Either, prelude::*};

/// How large the words on the arms are, in hundredths of the sheet's width, the largest first.
const SIZES: [f64; 10] = [3.6, 3.2, 2.8, 2.5, 2.2, 1.9, 1.65, 1.4, 1.2, 1.0];
/// The room that the arms have, in the same measure: what head and foot leave of a sheet.
const ROOM: f64 = 86.0;
/// How wide a board is, with arms on both sides of the pole.
const BOARD: f64 = 38.0;

/// Where it is found. An address that is not known when the site is made is filled in by the browser.
const ADDRESS: &str = "sheet-address";

/// What stands on it.
pub fn body(around: &Around, consultation: &Consultation, feedback: &Feedback, language: Language) -> Body {
    let subject = consultation.title.get(language).to_owned();
    let title = format!("{}: {subject}", f::sheet(language));
    let counts = (feedback.counts.received.total(), feedback.themes.len());
    let lead = f::lead(language, counts.0, counts.1);
    let back = Route::Feedback(consultation.slug.clone()).href(&around.base, language);
    // On paper nobody can follow a path without a host.
    let whole = around.site.whole(&back);
    let known = around.site.address.is_some();
    let label = f::sheet_qr(language);
    let code = if known {
        Either::Left(view! { <PrintedQr text=whole.clone() label=label.to_owned() class="sheet__qr" /> })
    } else {
        Either::Right(view! { <qr::Qr text=whole.clone() label=label.to_owned() /> })
    };
    // Nobody types what every browser adds.
    let shown = whole.trim_start_matches("https://").trim_end_matches('/').to_owned();
    let signpost = feedback.signpost();
    let class = format!("sheet sheet--{}", size(&signpost, language));
    let interim = feedback.published <= consultation.closes;
    let about = f::published(language, feedback.published, counts.0, counts.1, interim);
    let example = feedback.example.then(|| view! { <p class="sheet__example">{f::example(language)}</p> });
    let logo = around.site.logo.as_ref().and_then(|name| around.pictures.get(name));
    let logo = match logo {
        Some(logo) => Either::Left(picture::logo(logo)),
        None => Either::Right(view! { <svg class="logo" viewBox="0 0 58 42" aria-hidden="true">{finger_post()}</svg> }),
    };
    let place = consultation.place.as_ref().map(|place| view! { <b>{place.get(language).to_owned()}</b>" " });
    let dates = if interim { super::feedback::interim(around, consultation, language) } else { Vec::new() };
    let dates = dates.into_iter().map(|date| {
        let (from, until, hidden) = (date.from(), date.until(), date.hidden);
        view! { <p class="sheet__open" data-from=from data-until=until hidden=hidden>{date.what}</p> }
    });
    let view = view! {
        <article class=class>
            <header class="sheet__head">
                <p class="sheet__who">{logo}<span>{place}{around.site.organisation.get(language).to_owned()}</span></p>
                <p class="sheet__asked">{subject.clone()}</p>
                <h1>{f::answer(language)}</h1>
                <p>{about}{feedback.example.then(|| view! { " "<b>{f::example_short(language)}</b> })}</p>
                {dates.collect_view()}
            </header>
            <div class="signpost">{post::view(&signpost, &Own::default(), &back, usize::MAX, language)}</div>
            <footer class="sheet__foot">
                {code}
                <div>
                    <p class="sheet__more">{f::sheet_more(language)}</p>
                    <p class="sheet__address"><a href=back.clone() id=ADDRESS data-fill=(!known).then_some("")>{shown}</a></p>
                    {example}
                </div>
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

/// Which of the sizes lets all arms stand on one sheet, with the longest words that they have.
fn size(signpost: &Signpost, language: Language) -> usize {
    let fits = |size: &f64| {
        let letters = (BOARD / (size * 0.56)).max(8.0);
        let lines = |text: &str| (text.chars().count() as f64 / letters).ceil();
        let side = |side: Side| -> f64 {
            let arms = signpost.arms().into_iter().filter(|arm| Side::of(arm.status) == side);
            arms.map(|arm| {
                let titles = arm.themes.iter().map(|at| lines(signpost.themes[*at].title.get(language)));
                // Its status, with the number of reactions perhaps on a line of its own, and room around it.
                2.0 * size * 1.4 + titles.sum::<f64>() * size * 1.4 + 2.2
            })
            .sum()
        };
        side(Side::Ours).max(side(Side::Others)) + side(Side::Open) + 4.0 <= ROOM
    };
    SIZES.iter().position(fits).unwrap_or(SIZES.len() - 1)
}

/// Fills in the address, where only the browser knows it.
pub const FILL: &str = "const a=document.querySelector(\"[data-fill]\"),q=document.querySelector(\"[data-qr]\");\
if(a){a.textContent=a.href.replace(/^https:\\/\\/|\\/$/g,\"\")}if(a&&q){q.setAttribute(\"data-qr\",a.href);dispatchEvent(new Event(\"qr\"))}";

#[cfg(test)]
mod tests {
    use super::{super::example, *};
    use crate::domain::id::Id;

    #[test]
    fn on_paper_stands_an_address_that_one_can_type_and_a_code_of_it() {
        let (mut around, content) = example("/denkmee/", "2026-11-26");
        let slug = Id::try_from("drenthe-dichterbij").unwrap();
        let sheet = |around: &Around| {
            let feedback = &content.feedback[&slug].feedback;
            body(around, &content.consultations[&slug], feedback, Language::Nl).view.to_html()
        };
        let path = "/denkmee/vraag/drenthe-dichterbij/terugkoppeling/";
        let html = sheet(&around);
        assert!(html.contains("data-fill") && html.contains(&format!("data-qr=\"{path}\"")), "{html}");
        around.site.address = Some("https://www.drenthe.nl".into());
        let html = sheet(&around);
        let typed = "www.drenthe.nl/denkmee/vraag/drenthe-dichterbij/terugkoppeling</a>";
        assert!(html.contains(typed) && !html.contains("data-fill"), "{html}");
        let drawn =
            html.split("<svg").any(|svg| svg.contains("class=\"sheet__qr\"") && svg.contains("viewBox=\"-4 -4 "));
        assert!(drawn, "drawn as the page is made");
        assert!(html.contains("<b>Drenthe</b>") && html.contains("Voorbeeldprovincies"), "{html}");
        assert!(html.contains("ussenstand"), "it says that more may come");
        assert!(html.contains("U kunt nog reageren tot en met 31 oktober 2027."), "and until when one can respond");
    }

    #[test]
    fn more_themes_have_smaller_words() {
        let (_, content) = example("/", "2026-11-26");
        let signpost = content.feedback.values().next().unwrap().feedback.signpost();
        let with = |times: usize| {
            let mut many = signpost.clone();
            many.themes = std::iter::repeat_n(signpost.themes.clone(), times).flatten().collect();
            size(&many, Language::Nl)
        };
        assert!(with(1) < with(2) && with(2) < with(4) && with(4) < SIZES.len(), "{} {} {}", with(1), with(2), with(4));
    }
}
