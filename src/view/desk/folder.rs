//! Working in a folder that others work in too: which one, how it stands, and what is to be done.

use super::{Desk, focus, rooms::Errand};
use crate::{
    files::lines::Damage,
    texts::{desk, folder as t, lines},
};
use leptos::prelude::*;

/// The heading.
const TITLE: &str = "desk-folder-title";
/// The most damaged lines that are named.
const NAMED: usize = 20;

/// How it stands with the folder.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum FolderStanding {
    /// This browser has no folders.
    Unable,
    /// None was chosen.
    Without,
    /// This one was chosen before, and the browser has to ask again.
    Asks(String),
    /// It is being read and written.
    Busy(String),
    /// It holds what the device holds.
    Even(Even),
    /// That did not come about.
    Wrong(String, Trouble),
}

/// A folder that holds what the device holds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Even {
    /// What it is called.
    pub name: String,
    /// At what time: hours and minutes.
    pub at: (u32, u32),
    /// How many lines of others came from it.
    pub brought: usize,
    /// How many of its lines only a newer release understands.
    pub newer: usize,
    /// Its lines that can't be read.
    pub damage: Vec<Damage>,
}

/// Why a folder can't be read or written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Trouble {
    /// Nobody allowed it.
    Refused,
    /// It is not there any more.
    Gone,
    /// There is no room.
    Full,
    /// Another program writes in it at this moment.
    Changes,
    /// A newer release made it.
    Newer,
    /// The device itself can't keep what is in it.
    Device,
    /// Something else.
    Unreadable,
}

/// What somebody wants with it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FolderErrand {
    /// To choose one.
    Choose,
    /// To go on in the one that was chosen before.
    GoOn,
    /// To read and write it now.
    Update,
    /// Not to work in it any more.
    Leave,
}

/// The part of the room.
#[component]
pub fn FolderPart(desk: Desk, standing: RwSignal<FolderStanding>, errand: Callback<Errand>) -> impl IntoView {
    let language = desk.language;
    let button = move |text: String, what: FolderErrand| {
        let act = move |_| {
            errand.run(Errand::Folder(what));
            // This button stays; the others go, and the focus does not go with them.
            if what != FolderErrand::Update {
                focus(TITLE);
            }
        };
        view! { <button class="button" type="button" on:click=act>{text}</button> }
    };
    let other = move || button(t::choose_other(language).into(), FolderErrand::Choose);
    let leave = move || button(t::leave(language).into(), FolderErrand::Leave);
    let acts = move || {
        standing.with(|standing| match standing {
            FolderStanding::Unable => ().into_any(),
            FolderStanding::Without => button(t::choose(language).into(), FolderErrand::Choose).into_any(),
            FolderStanding::Asks(name) => {
                let go_on = button(t::go_on(language, name), FolderErrand::GoOn);
                view! { {go_on}{other()}{leave()} }.into_any()
            }
            FolderStanding::Even(_) | FolderStanding::Busy(_) => {
                let update = button(t::update(language).into(), FolderErrand::Update);
                view! { {update}{other()}{leave()} }.into_any()
            }
            FolderStanding::Wrong(..) => {
                let again = button(t::again(language).into(), FolderErrand::GoOn);
                view! { {again}{other()}{leave()} }.into_any()
            }
        })
    };
    let damaged = move || {
        standing.with(|standing| {
            let FolderStanding::Even(Even { damage, .. }) = standing else { return None };
            let more = damage.len().saturating_sub(NAMED);
            let named: Vec<_> =
                damage.iter().take(NAMED).map(|one| view! { <li>{lines::damage(language, one)}</li> }).collect();
            (!named.is_empty()).then(|| {
                view! {
                    <p>{t::damaged(language)}</p>
                    <ul class="desk-list">{named}</ul>
                    {(more > 0).then(|| view! { <p>{t::more_damaged(language, more)}</p> })}
                }
            })
        })
    };
    view! {
        <section class="desk-card desk-folder">
            <h2 id=TITLE tabindex="-1">{t::title(language)}</h2>
            <p>{t::lead(language)}</p>
            <p role="status" id="desk-folder">{move || standing.with(|standing| told(desk, standing))}</p>
            {damaged}
            <p class="row">{acts}</p>
        </section>
    }
}

/// How it stands, in words.
fn told(desk: Desk, standing: &FolderStanding) -> String {
    let language = desk.language;
    match standing {
        FolderStanding::Unable => t::unable(language).into(),
        FolderStanding::Without => String::new(),
        FolderStanding::Asks(name) => t::asks(language, name),
        FolderStanding::Busy(name) => t::busy(language, name),
        FolderStanding::Wrong(name, trouble) => {
            desk::wrong(language, &t::wrong(language, name, trouble_text(desk, *trouble)))
        }
        FolderStanding::Even(Even { name, at, brought, newer, .. }) => {
            let mut parts = vec![t::even(language, name, *at)];
            parts.extend((*brought > 0).then(|| t::brought(language, *brought)));
            parts.extend((*newer > 0).then(|| t::newer_lines(language, *newer)));
            parts.join(" ")
        }
    }
}

fn trouble_text(desk: Desk, trouble: Trouble) -> &'static str {
    let language = desk.language;
    match trouble {
        Trouble::Refused => t::refused(language),
        Trouble::Gone => t::gone(language),
        Trouble::Full => t::full(language),
        Trouble::Changes => t::changes(language),
        Trouble::Newer => t::newer(language),
        Trouble::Device => t::device(language),
        Trouble::Unreadable => t::unreadable(language),
    }
}
