//! Sending what was noted, one remark after the other. Each is marked as sent once it was acknowledged and the mark is safe;
//! whatever happens before that, it is sent again, which is harmless.

use super::{acts, device};
use crate::{
    browser::network,
    domain::{
        delivery::{Delivery, Parcel, Refusal, Trouble},
        gathering::{Book, GatheringId, Names, Written},
        log::Act,
        sending::{self, BY, Outgoing, State},
    },
    view::desk::{
        Cannot, Desk, Sign,
        sending::{Ended, Round},
    },
};
use leptos::prelude::*;

/// Sends everything that can go, and shows how far it is. One round at a time.
pub async fn all(desk: Desk, round: RwSignal<Round>) {
    if round.with_untracked(|round| round.under_way) {
        return;
    }
    let Some(today) = desk.today else { return };
    network::come_back();
    let gatherings: Vec<GatheringId> = desk.held.with_untracked(|held| held.all().map(|(id, _)| id).collect());
    let ready = |id| {
        with(desk, id, |book| {
            let all = desk
                .offer
                .with_value(|offer| sending::outgoing(id, book.notebook(), book.now(), &offer.questions, today));
            all.into_iter().filter(|one| !matches!(one.state, State::Sent(_))).collect::<Vec<_>>()
        })
    };
    for id in &gatherings {
        let needs = ready(*id).iter().any(|one| one.state == State::Waits(sending::Waits::NoSecret));
        if needs && !make_secret(desk, *id).await {
            return;
        }
    }
    let queue: Vec<(GatheringId, Outgoing)> = gatherings
        .iter()
        .flat_map(|id| ready(*id).into_iter().map(|one| (*id, one)))
        .filter(|(_, one)| matches!(one.state, State::Ready { .. }))
        .collect();
    round.set(Round { under_way: true, of: queue.len(), ..Round::default() });
    let ended = send(desk, round, queue).await;
    round.update(|round| {
        round.under_way = false;
        round.ended = ended;
    });
}

/// Sends these, until something stands in the way.
async fn send(desk: Desk, round: RwSignal<Round>, queue: Vec<(GatheringId, Outgoing)>) -> Option<Ended> {
    if queue.is_empty() {
        return None;
    }
    let Some(present) = network::present().await else { return Some(Ended::Trouble(Trouble::NoAnswer)) };
    for (id, one) in queue {
        if !round.with_untracked(|round| round.under_way) {
            return Some(Ended::Stopped);
        }
        let State::Ready { envelope, sent } = one.state else { continue };
        let slug = with(desk, id, |book| {
            desk.offer
                .with_value(|offer| sending::about(book.now(), &offer.questions).map(|offered| offered.slug.clone()))
        });
        let Some(slug) = slug else { continue };
        let parcel = Parcel { id: &one.reaction, consultation: &slug, envelope: &envelope };
        match network::bring(&parcel, &present.base, &present.endpoint).await {
            // Another device sent it already.
            Delivery::Accepted | Delivery::Refused(Refusal::Conflict) => {
                if !log(desk, id, sent.into()).await {
                    return None;
                }
                round.update(|round| round.sent += 1);
            }
            Delivery::RetryLater(trouble) => return Some(Ended::Trouble(trouble)),
            Delivery::RefreshConfig => return Some(Ended::Refresh),
            Delivery::Refused(why) => {
                let words = with(desk, id, |book| {
                    let remark = book.now().remarks.iter().find(|remark| remark.id == one.remark);
                    remark.and_then(|remark| remark.text.clone()).unwrap_or_default()
                });
                round.update(|round| round.refused.push((words, why)));
            }
        }
    }
    None
}

/// Makes the secret with which remarks of a gathering are proved, if it has none; whether it is safe.
pub async fn make_secret(desk: Desk, id: GatheringId) -> bool {
    let made =
        with(desk, id, |book| sending::secret(book.notebook(), device::random(), &mut Names(&mut device::random)));
    match made {
        Some(written) => log(desk, id, written).await,
        None => {
            desk.sign.set(Sign::Cannot(Cannot::Refused));
            false
        }
    }
}

/// Notes what nobody does or takes back; whether it is safe.
async fn log(desk: Desk, id: GatheringId, Written { deeds, texts }: Written) -> bool {
    acts::write(desk, id, BY, Act::Do(deeds), &texts, &[]).await
}

/// Asks something of a gathering.
pub fn with<T>(desk: Desk, id: GatheringId, ask: impl FnOnce(&Book) -> T) -> T {
    desk.held.with_untracked(|held| ask(held.book(id).unwrap_or(&Book::default())))
}
