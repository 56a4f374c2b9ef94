//! Reads `site.json`.

use super::{
    context::{languages, link, picture, reference},
    endpoint::endpoints,
    finding::{Cause, Expected, Finding},
    reader::{At, Notes, as_flag, as_id, as_localised, as_origin, as_text},
};
use crate::domain::{
    language::Language,
    site::{Contact, Paper, Privacy, Site, Touchstone},
};
use serde_json::Value;

/// Reads the site.
pub fn read(json: &Value) -> Result<Site, Vec<Finding>> {
    let notes = Notes::new(&[]);
    let site = At::root(json, &notes).object(|o| {
        let format = o.format(&["beginspraak.site/1"]);
        let languages = o.need("languages", |at| {
            let languages = languages(at)?;
            // Dutch pages are those without a language in their address.
            if languages.contains(&Language::Nl) { Some(languages) } else { at.wrong(Cause::NoFrontPage) }
        });
        notes.speak(languages.as_deref().unwrap_or_default());
        let name = o.need("name", as_localised);
        let organisation = o.need("organisation", as_localised);
        let notice = o.may("notice", as_localised);
        let intro = o.need("intro", as_localised);
        let contact = o.need("contact", contact);
        let mail = contact.as_ref().map(|contact| contact.email.as_str()).unwrap_or_default();
        let endpoint = o.need("endpoint", |at| endpoints(at, mail));
        let privacy = o.need("privacy", privacy);
        let touchstones = o.or("touchstones", vec![], |at| at.list(0, 20, touchstone));
        let unique = o.unique("touchstones", touchstones.iter().flatten().map(|t| t.id.as_str()));
        let address = o.may("address", as_origin);
        let embed = o.or("embed", vec![], |at| at.list(0, 20, as_origin));
        let offline = o.or("offline", true, as_flag);
        let desk = o.or("desk", true, as_flag);
        let second_person = o.or("second_person", false, as_flag);
        let theme = o.may("theme", |at| {
            at.formed(Expected::FileName, |text| text.ends_with(".css") && !text.contains(['/', '\\']))
        });
        let logo = o.may("logo", as_id);
        let picture = o.may("picture", picture);
        let paper = o.may("paper", paper);
        format?;
        unique?;
        Some(Site {
            name: name?,
            organisation: organisation?,
            notice: notice?,
            intro: intro?,
            contact: contact?,
            languages: languages?,
            endpoint: endpoint?,
            privacy: privacy?,
            touchstones: touchstones?,
            address: address?,
            embed: embed?,
            offline: offline?,
            desk: desk?,
            second_person: second_person?,
            theme: theme?,
            logo: logo?,
            picture: picture?,
            paper: paper?,
        })
    });
    notes.finish(site)
}

fn contact(at: At) -> Option<Contact> {
    at.object(|o| {
        let email = o.need("email", email);
        let phone = o.need("phone", as_text);
        let post = o.need("post", as_localised);
        let security = o.may("security", link);
        Some(Contact { email: email?, phone: phone?, post: post?, security: security? })
    })
}

/// Where paper goes; nothing in it would be a sentence without an end.
fn paper(at: At) -> Option<Paper> {
    at.object(|o| {
        let send = o.may("send", as_localised);
        let bring = o.or("bring", vec![], |at| at.list(0, 20, as_localised));
        let paper = Paper { send: send?, bring: bring? };
        if paper.send.is_none() && paper.bring.is_empty() { o.wrong("send", Cause::Missing) } else { Some(paper) }
    })
}

/// An e-mail address, as far as a typing error shows.
pub(super) fn email(at: At) -> Option<String> {
    at.formed(Expected::Email, |text| {
        !text.contains(char::is_whitespace)
            && text.split_once('@').is_some_and(|(a, b)| !a.is_empty() && b.contains('.'))
    })
}

fn privacy(at: At) -> Option<Privacy> {
    at.object(|o| {
        let controller = o.need("controller", as_localised);
        let retention = o.need("retention", as_localised);
        let basis = o.need("basis", as_localised);
        Some(Privacy { controller: controller?, retention: retention?, basis: basis? })
    })
}

fn touchstone(at: At) -> Option<Touchstone> {
    at.object(|o| {
        let id = o.need("id", as_id);
        let title = o.need("title", as_localised);
        let items = o.need("items", |at| at.list(1, 30, as_localised));
        let source = o.need("source", reference);
        Some(Touchstone { id: id?, title: title?, items: items?, source: source? })
    })
}
