//! What stands on each kind of page, between header and footer: for a site, a preview and the desk alike.

pub mod about;
mod around;
pub mod consultation;
pub mod device;
pub mod feedback;
pub mod not_found;
pub mod offline;
pub mod overview;
pub mod sheet;
mod skeleton;

pub use around::Around;

use crate::{
    domain::{consultation::Consultation, language::Language, route::Route},
    texts::form,
    view::block::StayBlock,
};
use leptos::prelude::*;

/// A page without what is around it.
pub struct Body {
    /// Its title.
    pub title: String,
    /// What it is about, in a line or two.
    pub lead: String,
    /// What one sees.
    pub view: AnyView,
}

/// Whom to turn to, shown by the style when something was not sent.
fn reach(around: &Around, language: Language) -> impl IntoView + use<> {
    let contact = around.site.contact.clone();
    let call = format!("tel:{}", contact.phone.replace(' ', ""));
    let mail = format!("mailto:{}", contact.email);
    view! {
        <p class="reach">{form::reach(language)}" "<a href=call>{contact.phone}</a>", "<a href=mail>{contact.email}</a></p>
    }
}

/// How to hear of what comes.
fn stay(around: &Around, consultation: &Consultation, language: Language) -> impl IntoView + use<> {
    let title = consultation.title.get(language).to_owned();
    let href = Route::Consultation(consultation.slug.clone()).href(&around.base, language);
    let page = around.site.address.is_some().then(|| around.site.whole(&href));
    let feed = around.feed(&Route::Consultation(consultation.slug.clone()), language);
    let reminder = around.reminder(consultation, language);
    view! { <StayBlock title page feed reminder language /> }
}

/// The example content, on a site under this base on this day.
#[cfg(test)]
pub fn example(base: &str, today: &str) -> (Around, crate::files::content::Content) {
    let folder = crate::native::disk::Disk::at(concat!(env!("CARGO_MANIFEST_DIR"), "/public/content"));
    let content = crate::files::content::load(&folder).unwrap();
    let mut around = Around::new(&content, base, Default::default(), today.try_into().unwrap());
    around.feedback.clear();
    (around, content)
}
