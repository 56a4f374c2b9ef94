//! Reads with what care a question was prepared, and what happened to it since.

use super::{
    context::reference,
    finding::Cause,
    reader::{At, Object, as_day, as_id, as_localised},
};
use crate::domain::{
    consultation::{Agreed, Amended, Amendment, Law, LawPhase, SeenBy, Tested},
    day::Day,
    id::Id,
    site::Site,
};

pub(super) fn law(at: At) -> Option<Law> {
    at.object(|o| {
        let phase = o.need("phase", |at| at.one_of(LawPhase::CODES, &LawPhase::ALL));
        let ordinance = o.may("ordinance", reference);
        Some(Law { phase: phase?, ordinance: ordinance? })
    })
}

pub(super) fn agreed(at: At) -> Option<Agreed> {
    at.object(|o| {
        let by = o.need("by", as_localised);
        let on = o.need("on", as_day);
        Some(Agreed { by: by?, on: on? })
    })
}

pub(super) fn seen_by(at: At) -> Option<SeenBy> {
    at.object(|o| {
        let role = o.need("role", as_localised);
        let on = o.need("on", as_day);
        Some(SeenBy { role: role?, on: on? })
    })
}

/// How it meets a point of a touchstone that is among its own.
pub(super) fn tested(at: At, own: Option<&[Id]>, site: Option<&Site>) -> Option<Tested> {
    at.object(|o| {
        let touchstone = o.need("touchstone", |at| {
            let id = as_id(at)?;
            let is_own = own.is_none_or(|own| own.contains(&id));
            if is_own { Some(id) } else { at.wrong(Cause::Dangling { id: id.to_string(), among: "touchstones" }) }
        });
        let named = |one: &&crate::domain::site::Touchstone| Some(&one.id) == touchstone.as_ref();
        let there = site.and_then(|site| site.touchstones.iter().find(named));
        let most = there.map_or(30, |touchstone| touchstone.items.len());
        let point = o.need("point", |at| at.integer(1, most as i64));
        let how = o.need("how", as_localised);
        Some(Tested { touchstone: touchstone?, point: point?, how: how? })
    })
}

/// What happened to a question, in order; the last day before each is the one that the act before it left.
pub(super) fn amended(o: &Object, closes: Option<Day>) -> Option<Vec<Amendment>> {
    let all = o.or("amended", vec![], |at| at.list(0, 20, amendment))?;
    let mut fine = Some(());
    let mut wrong = |n: usize, key: &str, cause: Cause| fine = o.wrong(&format!("amended[{n}].{key}"), cause);
    for (n, one) in all.iter().enumerate() {
        let next = all.get(n + 1);
        if let Some(before) = n.checked_sub(1).and_then(|n| all.get(n)).filter(|before| one.on < before.on) {
            wrong(n, "on", Cause::Before { field: "amended.on", day: before.on });
        }
        let Some(then) = next.map_or(closes, |next| Some(next.closes_was)) else { continue };
        let (was, field) = (one.closes_was, "closes");
        match one.what {
            Amended::Extended if was >= then => {
                wrong(n, "closes_was", Cause::After { field, day: then.previous() });
            }
            Amended::ClosedEarly if was <= then => wrong(n, "closes_was", Cause::Before { field, day: then.next() }),
            // It stays the last day that it was.
            Amended::Withdrawn if was < then => wrong(n, "closes_was", Cause::Before { field, day: then }),
            Amended::Withdrawn if was > then => wrong(n, "closes_was", Cause::After { field, day: then }),
            // Nothing happens to what is asked no more.
            Amended::Withdrawn if next.is_some() => {
                wrong(n, "what", Cause::NotOneOf(&["extended", "closed_early"]));
            }
            _ => {}
        }
    }
    fine.map(|()| all)
}

fn amendment(at: At) -> Option<Amendment> {
    at.object(|o| {
        let what = o.need("what", |at| at.one_of(Amended::CODES, &Amended::ALL));
        let on = o.need("on", as_day);
        let closes_was = o.need("closes_was", as_day);
        let feedback_due_was = o.may("feedback_due_was", as_day);
        let reason = o.need("reason", as_localised);
        Some(Amendment {
            what: what?,
            on: on?,
            closes_was: closes_was?,
            feedback_due_was: feedback_due_was?,
            reason: reason?,
        })
    })
}
