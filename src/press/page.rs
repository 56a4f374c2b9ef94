//! Every page of a site: what stands on it, with what its apps need.

use super::{
    assets::App,
    made::Made,
    offline,
    shell::{Page, Pages},
    start::{self, Second},
};
use crate::{
    domain::{consultation::Consultation, feedback::Feedback, language::Language, route::Route},
    files::content::{Content, Versions},
    view::{
        form, looked,
        page::{self, Body},
    },
};
use leptos::prelude::AnyView;

/// Makes all of them.
pub fn write(pages: &Pages, content: &Content, out: &mut Made) {
    for language in pages.around.site.languages.iter().copied() {
        let mut put = |(route, html): (Route, String)| out.page(&route, language, &html);
        put(overview(pages, content, language));
        for consultation in content.consultations.values().filter(|c| c.languages.contains(&language)) {
            put(self::consultation(pages, consultation, language));
            let told = content.feedback.get(&consultation.slug);
            feedback(pages, consultation, told, language).into_iter().for_each(&mut put);
        }
        let mine = || page::device::mine(&pages.around, content, language);
        put(device(pages, content, Route::Mine, language, mine));
        let follow = || page::device::follow(&pages.around, language);
        put(device(pages, content, Route::Follow, language, follow));
        let stays = offline::wanted(&pages.around.site, &pages.assets);
        put(ordinary(pages, Route::About, language, || page::about::body(&pages.around, stays, language)));
        if pages.assets.apps.contains_key(&App::Desk) {
            put((Route::Desk, pages.desk(content, language)));
        }
        put(alone(pages, Route::Offline, language, || page::offline::body(&pages.around, language)));
    }
    let language = Language::default();
    let html = pages.document(|| {
        let (page, view) = of(Route::Overview, language, page::not_found::body(&pages.around, language));
        (Page { twin: false, listed: false, ..page }, view)
    });
    out.text("404.html", &html);
}

/// What the shell is to know of a page, and what stands on it.
fn of(route: Route, language: Language, body: Body) -> (Page, AnyView) {
    (Page::new(route, language, &body.title, &body.lead), body.view)
}

fn ordinary(pages: &Pages, route: Route, language: Language, body: impl FnOnce() -> Body) -> (Route, String) {
    (route.clone(), pages.document(|| of(route, language, body())))
}

fn overview(pages: &Pages, content: &Content, language: Language) -> (Route, String) {
    let html = pages.document(|| {
        let (page, view) = of(Route::Overview, language, page::overview::body(&pages.around, content, language));
        (Page { picture: content.site.picture.as_ref().map(|picture| picture.file.clone()), ..page }, view)
    });
    (Route::Overview, html)
}

/// One that is not to be found at its address.
fn alone(pages: &Pages, route: Route, language: Language, body: impl FnOnce() -> Body) -> (Route, String) {
    let html = pages.document(|| {
        let (page, view) = of(route.clone(), language, body());
        (Page { listed: false, ..page }, view)
    });
    (route, html)
}

/// With the form and the apps that it needs, as long as one can react.
pub fn consultation(pages: &Pages, consultation: &Consultation, language: Language) -> (Route, String) {
    let (around, route) = (&pages.around, Route::Consultation(consultation.slug.clone()));
    let html = pages.document(|| {
        let (page, view) = of(route.clone(), language, page::consultation::body(around, consultation, language));
        let picture = consultation.picture.as_ref().map(|picture| picture.file.clone());
        let page = Page { twin: around.speaks(consultation), picture, ..page };
        if !around.takes(consultation) {
            return (page, view);
        }
        let data = serde_json::to_string(&around.form(consultation, language)).unwrap_or_default();
        let later = &["check", "receipt", "badge"];
        (Page { second: Second::Touched, later, qr: true, data: Some((form::DATA, data)), ..page }, view)
    });
    (route, html)
}

/// What was told back: the page that holds, one for each earlier version, and the sheet. Or when it is promised.
fn feedback(
    pages: &Pages,
    consultation: &Consultation,
    told: Option<&Versions>,
    language: Language,
) -> Vec<(Route, String)> {
    let (around, slug) = (&pages.around, &consultation.slug);
    let page = |route: Route, body: &dyn Fn() -> Body| {
        let html = pages.document(|| {
            let (page, view) = of(route.clone(), language, body());
            // The answer comes first, and the notice behind it.
            let sheet = matches!(route, Route::Sheet(_));
            let notice = told.is_none() || sheet;
            // A poster of a site that does not know its address gets that from the browser.
            let qr = sheet && around.site.address.is_none();
            let script = if sheet { qr.then(|| page::sheet::FILL.to_owned()) } else { told.map(|_| start::unfold()) };
            (Page { twin: around.speaks(consultation), script, qr, notice, ..page }, view)
        });
        (route, html)
    };
    let Some(told) = told else {
        let promise = || page::feedback::promise(around, consultation, language);
        return vec![page(Route::Feedback(slug.clone()), &promise)];
    };
    let version = |feedback: &Feedback| {
        let route = if feedback.version == told.feedback.version {
            Route::Feedback(slug.clone())
        } else {
            Route::FeedbackVersion(slug.clone(), feedback.version)
        };
        page(route, &|| page::feedback::account(around, consultation, told, feedback, language))
    };
    let sheet = || page::sheet::body(around, consultation, &told.feedback, language);
    told.versions().map(version).chain([page(Route::Sheet(slug.clone()), &sheet)]).collect()
}

/// About what is on the device: an app fills it in.
fn device(
    pages: &Pages,
    content: &Content,
    route: Route,
    language: Language,
    body: impl FnOnce() -> Body,
) -> (Route, String) {
    let html = pages.document(|| {
        let (page, view) = of(route.clone(), language, body());
        let traceables = page::device::traceables(&pages.around, content, language);
        let data = serde_json::to_string(&traceables).unwrap_or_default();
        let (later, qr) = (&["form", "button", "check", "receipt", "signpost", "looked"], route == Route::Mine);
        (Page { apps: &[App::Device], later, qr, data: Some((looked::DATA, data)), ..page }, view)
    });
    (route, html)
}
