//! What stands between a question and the site: looking at it, a second person, and what happens to it once people see it.

use super::{Writing, does, keep, kept, shown, with};
use crate::{
    browser::{desk::device, element},
    domain::{
        consultation::{Amended, Consultation},
        day::Day,
    },
    files::content::manuscript::{
        Manuscript,
        amend::{self, Wish},
        edit::Edit,
        gate::{self, Asked, is_reason, question_of},
        matter::Matter,
        path::get,
        spots::languages,
    },
    texts::gate as t,
    view::desk::{
        Desk, Sign,
        write::{
            gate::{ACT, Gated, READY, ROLE, SECOND_SAID, WHO},
            rows::FIELD,
        },
    },
};
use leptos::prelude::Set;
use serde_json::{Value, json};

/// The fields that change when something happens to a question.
const AMENDED_WITH: [&str; 3] = ["closes", "feedback_due", "amended"];

/// How it stands. `whole`: nothing is wrong in the form; `read` is the question, then.
pub fn gated(desk: Desk, writing: &Writing, whole: bool, read: Option<&Consultation>) -> Gated {
    let ready = writing.published() == Some(&writing.manuscript);
    let twice = !writing.both.is_empty();
    if writing.matter == Matter::Site {
        return Gated { whole, twice, ready, ..Gated::default() };
    }
    let root = writing.manuscript.root();
    let site = writing.around.site.as_ref();
    let published = writing.published();
    let before = published.map(Manuscript::root);
    let asked = gate::all(root, read, before, site, desk.today);
    let has_reason = |asked: &Asked| is_reason(writing.gate.reason(&asked.key));
    // Reading what is published costs something at each key: only where something is left to look at.
    let published = published.filter(|_| !asked.iter().all(has_reason));
    let earlier = published.map(|published| {
        let read = published.judged(&shown::surroundings(writing));
        (published.root(), gate::all(published.root(), read.as_ref().ok(), None, site, desk.today))
    });
    let stood = |asked: &Asked| {
        let is_so = |(before, earlier): &(&Value, Vec<Asked>)| gate::stood(asked, root, before, earlier);
        !has_reason(asked) && earlier.as_ref().is_some_and(is_so)
    };
    let (stood, asked): (Vec<_>, Vec<_>) = asked.into_iter().partition(stood);
    let asks = site.is_some_and(|site| site.second_person);
    let seen = || writing.gate.seen(&writing.manuscript).map(|(who, holds)| (who.to_owned(), holds));
    Gated {
        whole,
        twice,
        ready,
        second: asks.then(seen),
        stood,
        asked: asked
            .into_iter()
            .map(|asked| {
                let reason = writing.gate.reason(&asked.key).to_owned();
                (asked, reason)
            })
            .collect(),
    }
}

/// A dilemma gets a question of its own.
pub fn ask(desk: Desk, dilemma: &str) -> Option<()> {
    let new = super::fresh()?;
    let at = with(|writing| get(writing.manuscript.root(), "questions").and_then(Value::as_array).map_or(0, Vec::len))?;
    does(desk, &format!("{FIELD}questions"), |writing| {
        let root = writing.manuscript.root();
        Edit::insert(root, "questions", at, question_of(root, dilemma, new)).into_iter().collect()
    });
    led(desk, &format!("questions[{at}].title"))
}

/// Somebody says how a point of a touchstone is met.
pub fn test(desk: Desk, which: &str) -> Option<()> {
    let (touchstone, point) = which.rsplit_once(' ')?;
    let item = json!({ "touchstone": touchstone, "point": point.parse::<u32>().ok()? });
    let at = with(|writing| get(writing.manuscript.root(), "tested").and_then(Value::as_array).map_or(0, Vec::len))?;
    does(desk, &format!("{FIELD}tested"), |writing| {
        Edit::insert(writing.manuscript.root(), "tested", at, item).into_iter().collect()
    });
    led(desk, &format!("tested[{at}].how"))
}

/// Shows the question anew, and leads to a text that is new in it.
fn led(desk: Desk, path: &str) -> Option<()> {
    let first = with(|writing| languages(writing.manuscript.root()).remove(0))?;
    let field = format!("{FIELD}{path}.{first}");
    shown::render(desk, Some(&field));
    Some(())
}

/// Somebody else read it, and says yes.
pub async fn seen(desk: Desk) {
    let read = |id: &str| element(id).map(|field| shown::value(&field).trim().to_owned()).unwrap_or_default();
    let (who, role) = (read(WHO), read(ROLE));
    let why = match desk.today {
        _ if who.is_empty() || role.is_empty() => Err(t::second_wrong(desk.language)),
        None => Err(t::no_day(desk.language)),
        Some(today) => Ok(today),
    };
    match why {
        Err(why) => {
            say(SECOND_SAID, why);
            // Focusing an element in the page can't fail.
            let _ = element(if who.is_empty() { WHO } else { ROLE }).map(|field| field.focus());
        }
        Ok(today) => {
            let by = json!({ "role": role, "on": today.to_string() });
            does(desk, "", |writing| Edit::set(writing.manuscript.root(), "seen_by", Some(by)).into_iter().collect());
            with(|writing| {
                let Writing { gate, manuscript, .. } = writing;
                gate.see(manuscript, &who, today);
            });
            keep(desk).await;
            shown::tell(desk);
        }
    }
}

fn say(id: &str, text: &str) {
    if let Some(said) = element(id) {
        said.set_text_content(Some(text));
    }
}

/// Asks a question after all that was withdrawn: in the draft, and in what is ready.
pub async fn stays(desk: Desk) {
    let restored = with(|writing| {
        let ready = writing.published().map(|ready| amend::restored(ready).unwrap_or_else(|| ready.clone()));
        Some((amend::restored(&writing.manuscript)?, ready))
    });
    let Some(Some((draft, ready))) = restored else { return };
    if !device::confirm(t::stay_sure(desk.language)) {
        return;
    }
    does(desk, "", |writing| {
        let to = draft.root().get("amended").cloned();
        Edit::set(writing.manuscript.root(), "amended", to).into_iter().collect()
    });
    keep(desk).await;
    let kept = match ready {
        Some(ready) => kept::put_ready(&ready).await,
        None => Ok(()),
    };
    match kept {
        Ok(()) => {
            shown::render(desk, Some(READY));
            desk.sign.set(Sign::Said(t::stayed(desk.language)));
        }
        Err(error) => desk.sign.set(Sign::Cannot(error.into())),
    }
}

/// What happened to the question was undone in the draft, or done again: what is ready says the same, if it said what the draft said
/// before.
pub async fn along(desk: Desk, before: Option<Value>) {
    let ready = with(|writing| {
        let mut ready = writing.published().filter(|ready| ready.root().get("amended") == before.as_ref())?.clone();
        for key in AMENDED_WITH {
            let now = writing.manuscript.root().get(key).cloned();
            if let Some(edit) = Edit::set(ready.root(), key, now) {
                edit.apply(ready.root_mut());
            }
        }
        Some(ready)
    });
    let Some(Some(ready)) = ready else { return };
    keep(desk).await;
    match kept::put_ready(&ready).await {
        Ok(()) => {
            shown::tell(desk);
            desk.sign.set(Sign::Said(t::along(desk.language)));
        }
        Err(error) => desk.sign.set(Sign::Cannot(error.into())),
    }
}

/// Extends, closes or withdraws what is ready, and says the same in the draft.
pub async fn amends(desk: Desk, what: &str) {
    let Some(what) = Amended::ALL.into_iter().find(|one| amend::code(*one) == what) else { return };
    let begin = format!("{ACT}{}", amend::code(what));
    let read = |name: &str| element(&format!("{begin}.{name}")).map(|field| shown::value(&field)).unwrap_or_default();
    let day = |name: &str| Day::try_from(read(name).as_str()).ok();
    let said = format!("{begin}.said");
    let Some(today) = desk.today else { return say(&said, t::no_day(desk.language)) };
    let Some(Some(ready)) = with(|writing| writing.published().cloned()) else { return };
    let of = languages(ready.root());
    let reason = of.into_iter().map(|code| (read(&code), code)).map(|(text, code)| (code, text)).collect();
    let wish = Wish { what, today, closes: day("closes"), feedback_due: day("feedback_due"), reason };
    match amend::amended(&ready, &wish) {
        Err(why) => {
            say(&said, &t::hindered(desk.language, &why));
            let at = match why {
                amend::Hindrance::NoReason(code) => code,
                amend::Hindrance::PromisedBefore(_) => "feedback_due".to_owned(),
                _ => "closes".to_owned(),
            };
            // Focusing an element in the page can't fail.
            let _ = element(&format!("{begin}.{at}")).map(|field| field.focus());
        }
        Ok(_) if what == Amended::Withdrawn && !device::confirm(t::withdraw_sure(desk.language)) => {}
        Ok(now) => {
            does(desk, "", |writing| {
                let to = |key: &str| Edit::set(writing.manuscript.root(), key, now.root().get(key).cloned());
                AMENDED_WITH.into_iter().filter_map(to).collect()
            });
            with(|writing| writing.half.retain(|id, _| !id.starts_with(ACT)));
            keep(desk).await;
            match kept::put_ready(&now).await {
                Ok(()) => {
                    shown::render(desk, Some(&format!("{FIELD}amended")));
                    desk.sign.set(Sign::Said(t::done(desk.language)));
                }
                Err(error) => desk.sign.set(Sign::Cannot(error.into())),
            }
        }
    }
}
