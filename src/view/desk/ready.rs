//! Getting a gathering ready.

use super::{Desk, checklist::Checklist, helper::Helper, rooms::Errand, stops::Stops};
use crate::domain::gathering::GatheringId;
use leptos::prelude::*;

/// The room.
#[component]
pub fn ReadyRoom(
    desk: Desk,
    id: GatheringId,
    invitation: RwSignal<Option<(GatheringId, String)>>,
    errand: Callback<Errand>,
) -> impl IntoView {
    let gathering = desk.gathering(id);
    view! {
        <div class="desk-part desk-ready">
            <Checklist desk id gathering />
            <div class="desk-steps">
                <Stops desk id gathering />
                <Helper desk id gathering invitation errand />
            </div>
        </div>
    }
}
