//! Everything in one file, offered as a download, and everything back from such a file; the sheet of an evening as one.

use super::{
    acts, device, element, read, send,
    store::{self, Store},
    windows,
};
use crate::{
    browser::storage::StorageError,
    domain::{
        gathering::{GatheringId, Thing},
        id::ReactionId,
        sending,
    },
    files::{
        gatherings::Lines,
        parcel::{self, ParcelFault},
    },
    texts::{
        closing,
        desk::{self as t, PutBack},
        erasing, join, overview,
    },
    view::desk::{Desk, FILE, Sign, evening::SHEET, passing},
};
use js_sys::Uint8Array;
use leptos::{prelude::*, web_sys::HtmlInputElement};
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::JsFuture;

/// Makes the file.
pub async fn back_up(desk: Desk) {
    let language = desk.language;
    let made = async {
        let lines = Store::open().await?.lines().await?;
        let Ok(packed) = parcel::pack(&lines.files(), t::readme(language)) else { return Ok(None) };
        let at = device::milliseconds();
        let name = parcel::name(at as i64);
        let Some(()) = device::download_bytes(&name, &packed) else { return Ok(None) };
        let count = lines.entries();
        let (had, made) = (count.to_string(), (at as u64).to_string());
        acts::keep(&Lines::default(), &[(store::BACKED_UP, &had), (store::BACKED_UP_AT, &made)]).await?;
        Ok::<_, StorageError>(Some((count, at as u64)))
    };
    match made.await {
        Ok(Some((count, at))) => {
            desk.safety.update(|safety| {
                safety.backed_up = Some(count);
                safety.backed_up_at = Some(at);
            });
            windows::tell(None);
            desk.sign.set(Sign::Said(t::backup_made(language)));
        }
        Ok(None) => desk.sign.set(Sign::Wrong(t::backup_not_made(language))),
        Err(error) => desk.sign.set(Sign::Cannot(error.into())),
    }
}

/// The sheet of an evening, as a page that needs nothing else.
pub fn mail(desk: Desk, id: GatheringId) {
    let (language, document) = (desk.language, document());
    let made = || {
        let sheet = element(SHEET)?.outer_html();
        let style = document.query_selector("style").ok()??.text_content()?;
        let (name, day) = desk.held.with_untracked(|held| {
            let now = held.book(id)?.now().clone();
            Some((desk.name(&now), now.day.map(|day| day.to_string()).unwrap_or_default()))
        })?;
        let title = name.replace('&', "&amp;").replace('<', "&lt;");
        let page = format!(
            "<!doctype html><html lang=\"{}\"><head><meta charset=\"utf-8\"><meta name=\"viewport\" \
             content=\"width=device-width, initial-scale=1\"><title>{title}</title><style>{style}</style></head>\
             <body>{sheet}</body></html>\n",
            language.code()
        );
        device::download(&file_name(&name, &day), &page)
    };
    desk.sign.set(match made() {
        Some(()) => Sign::Said(closing::mailed(language)),
        None => Sign::Wrong(closing::not_mailed(language)),
    });
}

/// What the file is called.
fn file_name(place: &str, day: &str) -> String {
    format!("wegwijzer-{}-{day}.html", plain(place))
}

/// A part of the name of a file: no system takes every character.
fn plain(words: &str) -> String {
    let plain: String = words.chars().map(|c| if c.is_alphanumeric() { c } else { '-' }).collect();
    plain.trim_matches('-').to_lowercase()
}

/// Copies what a receiver is to hear of, as it stands on the screen.
pub async fn copy_passed(desk: Desk, number: usize) {
    let text = element(&passing::place(number)).and_then(|place| place.text_content()).unwrap_or_default();
    copy(desk, &text, overview::copied(desk.language), overview::not_copied(desk.language)).await;
}

/// Copies the address with which a helper joins.
pub async fn copy_link(desk: Desk, address: &str) {
    copy(desk, address, join::copied(desk.language), join::not_copied(desk.language)).await;
}

/// Copies the number by which the province finds a remark.
pub async fn copy_number(desk: Desk, id: GatheringId, thing: Thing) {
    let number = send::with(desk, id, |book| match thing {
        Thing::Remark(remark) => sending::reactions(id, book.notebook()).remove(&remark),
        Thing::Point(_) => None,
    });
    let number = number.as_ref().map(ReactionId::as_str).unwrap_or_default();
    copy(desk, number, erasing::copied(desk.language), erasing::not_copied(desk.language)).await;
}

/// Copies a text, and says whether that went well.
pub async fn copy(desk: Desk, text: &str, copied: &'static str, not: &'static str) {
    let clipboard = window().navigator().clipboard();
    // Without a secure context there is no clipboard.
    let is = !clipboard.is_undefined() && JsFuture::from(clipboard.write_text(text)).await.is_ok();
    desk.sign.set(if is { Sign::Said(copied) } else { Sign::Wrong(not) });
}

/// The same as a file.
pub fn keep_passed(desk: Desk, number: usize) {
    let made = || {
        let place = element(&passing::place(number))?;
        let day = desk.today.map(|day| day.to_string()).unwrap_or_default();
        let name = format!("doorgeven-{}-{day}.txt", plain(&place.get_attribute("data-to")?));
        device::download(&name, &place.text_content()?)
    };
    desk.sign.set(match made() {
        Some(()) => Sign::Said(overview::as_file(desk.language)),
        None => Sign::Wrong(overview::no_file(desk.language)),
    });
}

/// How many gatherings are here, and how many remarks.
fn here(desk: Desk) -> (usize, usize) {
    desk.held.with_untracked(|held| (held.all().count(), held.all().map(|(_, book)| book.now().remarks.len()).sum()))
}

/// Puts back what is in the file that was chosen. What is here already stays as it is.
pub async fn put_back(desk: Desk) {
    let language = desk.language;
    let Some(field) = element(FILE).and_then(|field| field.dyn_into::<HtmlInputElement>().ok()) else { return };
    let Some(file) = field.files().and_then(|files| files.get(0)) else { return };
    desk.sign.set(Sign::Saving);
    let bytes = JsFuture::from(file.array_buffer()).await.map(|buffer| Uint8Array::new(&buffer).to_vec());
    // The same file can be chosen once more.
    field.set_value("");
    let Ok(bytes) = bytes else { return desk.sign.set(Sign::Wrong(t::parcel_damaged(language))) };
    let files = match parcel::unpack(&bytes) {
        Ok(files) => files,
        Err(fault) => {
            return desk.sign.set(Sign::Wrong(match fault {
                ParcelFault::NoZip => t::parcel_no_zip(language),
                ParcelFault::Damaged | ParcelFault::NotMade => t::parcel_damaged(language),
                ParcelFault::TooLarge => t::parcel_too_large(language),
                ParcelFault::Newer => t::parcel_newer(language),
            }));
        }
    };
    let mut brought = Lines::default();
    let ours = files.iter().filter(|(path, bytes)| brought.file(path, bytes)).count();
    if ours == 0 {
        return desk.sign.set(Sign::Wrong(t::parcel_empty(language)));
    }
    let taken_in = async { Store::open().await?.take_in(&brought).await };
    match taken_in.await {
        Ok(new) => {
            windows::tell(None);
            let (gatherings, remarks) = here(desk);
            match read(desk).await {
                Ok(()) => {
                    let (gatherings_now, remarks_now) = here(desk);
                    desk.sign.set(Sign::PutBack(PutBack {
                        new,
                        gatherings: gatherings_now.saturating_sub(gatherings),
                        remarks: remarks_now.saturating_sub(remarks),
                        damaged: brought.damage.len(),
                        newer: brought.newer(),
                    }));
                }
                Err(error) => desk.sign.set(Sign::Cannot(error.into())),
            }
        }
        Err(error) => desk.sign.set(Sign::Cannot(error.into())),
    }
}
