//! The form that Netlify looks for when a site is deployed: it takes no form that it has not seen in the HTML, and keeps
//! no field that did not stand in it.

use super::{Around, consultation::own_fields};
use crate::{
    domain::{
        draft::{CONSENT, Draft},
        endpoint::{Endpoint, FormService},
        language::Language,
    },
    files::content::Content,
    view::form::FormView,
};
use leptos::prelude::*;
use std::collections::BTreeSet;

/// The hidden form, with every field of every consultation; nothing where reactions do not go to Netlify.
pub fn render(around: &Around, content: &Content, language: Language) -> AnyView {
    let name = |service: &FormService| service.fields.0.iter().find(|(name, _)| name == "form-name").cloned();
    let service = around.site.endpoint.all().iter().find_map(|endpoint| match endpoint {
        Endpoint::Form(service) => Some((service.clone(), name(service)?.1)),
        _ => None,
    });
    let Some((service, name)) = service else { return ().into_any() };
    let mut names: BTreeSet<String> =
        ["consultation", "id", "language", "reaction", "revision", "sha256", CONSENT].map(str::to_owned).into();
    for consultation in content.consultations.values().filter(|c| c.languages.contains(&language)) {
        let form = consultation.form(language, &around.base, &around.site.endpoint);
        let html = view! { <FormView form draft=Draft::default() problems=vec![] /> }.to_html();
        names.extend(html.split("name=\"q.").skip(1).filter_map(|rest| Some(format!("q.{}", rest.split_once('"')?.0))));
    }
    let inputs: Vec<_> = names.into_iter().map(|name| view! { <input type="hidden" name=name /> }).collect();
    view! {
        <form name=name method="post" data-netlify="true" attr:netlify-honeypot=service.honeypot.clone() hidden>
            {own_fields(&service, None)}
            {inputs}
        </form>
    }
    .into_any()
}
