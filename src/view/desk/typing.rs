//! Fields that keep what somebody typed in them, until it is saved or thrown away.

use super::{Desk, Sign, Step, Wish};
use crate::{
    domain::gathering::{Draft, GatheringId, Kept, Names, Notebook, Written},
    texts::typing as t,
};
use leptos::prelude::*;
use std::sync::Arc;

/// What stands in the fields of a form: what was typed, or what it begins with.
pub struct Fields<T: Send + Sync + 'static> {
    desk: Desk,
    draft: Draft,
    start: Signal<T>,
    /// What stands in them now.
    pub now: Memo<T>,
    /// Whether something was typed that is not saved.
    pub half: Memo<bool>,
    /// Whether it is on its way to be saved.
    under_way: RwSignal<bool>,
}

impl<T: Send + Sync + 'static> Clone for Fields<T> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<T: Send + Sync + 'static> Copy for Fields<T> {}

impl<T: Kept + Clone + PartialEq + Send + Sync + 'static> Fields<T> {
    /// Fields that begin with `start`, or with what was typed there before.
    pub fn new(desk: Desk, draft: Draft, start: impl Into<Signal<T>>) -> Self {
        let start = start.into();
        let kept = move || desk.typed.with(|all| all.get(&draft.key()).cloned());
        let now = Memo::new(move |_| kept().map_or_else(|| start.get(), |kept| T::of_kept(&kept)));
        let half = Memo::new(move |_| kept().is_some());
        Self { desk, draft, start, now, half, under_way: RwSignal::new(false) }
    }

    /// Changes them.
    pub fn change(self, change: impl FnOnce(&mut T)) {
        let mut now = self.now.get_untracked();
        change(&mut now);
        self.desk.hush();
        let text = if self.start.with_untracked(|start| now == *start) { String::new() } else { now.to_kept() };
        self.desk.types(self.draft, text);
    }

    /// Throws away what was typed.
    pub fn forget(self) {
        self.desk.types(self.draft, String::new());
    }

    /// Saves it by this step. It stays in the fields until it is safe; then `done`.
    pub fn save(
        self,
        id: GatheringId,
        step: impl Fn(&Notebook, &mut Names) -> Option<Written> + Send + Sync + 'static,
    ) {
        if self.under_way.get_untracked() {
            return;
        }
        self.under_way.set(true);
        self.desk.sign.set(Sign::Saving);
        let step: Step = Arc::new(step);
        self.desk.act.run(Wish::Finish(id, self.draft, step));
    }

    /// Does this when what was saved is safe.
    pub fn when_safe(self, done: impl Fn() + 'static) {
        let Self { desk, half, under_way, .. } = self;
        Effect::new(move |_| {
            let failed = desk.sign.with(|sign| matches!(sign, Sign::Cannot(_)));
            let safe = !half.get();
            if under_way.get() && (failed || safe) {
                under_way.set(false);
                if safe {
                    done();
                }
            }
        });
    }
}

/// That there is something half typed, where it was there as the form came; and the button that throws it away.
#[component]
pub fn HalfTyped<T: Kept + Clone + PartialEq + Send + Sync + 'static>(fields: Fields<T>) -> impl IntoView {
    let Fields { desk, draft, half, .. } = fields;
    let language = desk.language;
    let before = half
        .get_untracked()
        .then(|| view! { <p class="soft" hidden=move || !half.get()>{t::half_typed(language)}</p> });
    view! {
        {before}
        <p hidden=move || !half.get()>
            <button class="button button--link" type="button" on:click=move |_| desk.act.run(Wish::ThrowAway(draft))>
                {t::throw_away(language)}
            </button>
        </p>
    }
}
