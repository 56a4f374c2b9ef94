//! What was noted, beside the fields of a point: to make one of it.

use super::{Desk, focus, typing::Fields};
use crate::{
    domain::gathering::{Gathering, Kind, RemarkId, Sort, TypedPoint},
    texts::closing as t,
};
use leptos::{either::Either, prelude::*};
use std::sync::Arc;

/// The remarks, to make a point of them: each comes behind what stands in the field `to`. Of obstacles those that were noted as such.
#[component]
pub fn FromRemarks(
    desk: Desk,
    gathering: Memo<Arc<Gathering>>,
    sort: Sort,
    form: Fields<TypedPoint>,
    to: String,
) -> impl IntoView {
    let language = desk.language;
    let to = StoredValue::new(to);
    let fits = move |kind: Kind| match sort {
        Sort::Obstacle => kind == Kind::Obstacle,
        Sort::Village | Sort::Join => matches!(kind, Kind::OwnAction | Kind::Idea),
        _ => true,
    };
    let list = move || {
        gathering.with(|gathering| {
            let fits = gathering.remarks.iter().filter(|remark| fits(remark.kind));
            let all = fits.filter_map(|remark| Some((remark.id, remark.kind, remark.text.clone()?)));
            let one = |(name, kind, text): (RemarkId, Kind, String)| {
                let (words, short) = (text.clone(), text.chars().take(40).collect::<String>());
                let take = move |_| {
                    form.change(|typed| typed.take(name, &words));
                    // One goes on there, and sees what it became.
                    focus(&to.get_value());
                };
                view! {
                    <li class=format!("desk-remark desk-remark--{}", kind.code())>
                        <p class="desk-remark__text" dir="auto">{text}</p>
                        <p class="desk-remark__acts">
                            <button class="button button--link" type="button" on:click=take>
                                {t::use_remark(language)}<span class="visually-hidden">": "{short}</span>
                            </button>
                        </p>
                    </li>
                }
            };
            let all: Vec<_> = all.map(one).collect();
            match all.is_empty() {
                true => Either::Left(view! { <p class="soft">{t::no_remarks(language)}</p> }),
                false => Either::Right(view! { <ul class="desk-remarks desk-chosen">{all}</ul> }),
            }
        })
    };
    view! {
        <details class="desk-around">
            <summary>{t::choose_remark(language)}</summary>
            {list}
        </details>
    }
}
