//! Reads what surrounds the questions of a consultation: scope, decision, facts, tables, phases, initiatives.

use super::{
    care::agreed,
    finding::{Cause, Expected},
    reader::{At, as_day, as_flag, as_id, as_localised, as_number, as_web_address, is_web_address},
    site::email,
};
use crate::domain::{
    consultation::{
        Chart, Decision, Fact, FactValue, Initiative, Owner, Phase, Reference, Role, Scope, ScopeItem, Table,
    },
    language::Language,
    picture::Picture,
};

pub(super) fn languages(at: At) -> Option<Vec<Language>> {
    let languages = at.list(1, 2, |at| at.one_of(&["nl", "en"], &Language::ALL))?;
    match languages[..] {
        [first, second] if first == second => at.wrong(Cause::Double(first.code().to_owned())),
        _ => Some(languages),
    }
}

pub(super) fn decision(at: At) -> Option<Decision> {
    at.object(|o| {
        let who = o.need("who", as_localised);
        let when = o.need("when", as_day);
        let about = o.need("about", as_localised);
        Some(Decision { who: who?, when: when?, about: about? })
    })
}

pub(super) fn scope(at: At) -> Option<Scope> {
    let items = |at: At| {
        at.list(0, 12, |at| {
            at.object(|o| {
                let text = o.need("text", as_localised);
                let reason = o.may("reason", as_localised);
                Some(ScopeItem { text: text?, reason: reason? })
            })
        })
    };
    at.object(|o| {
        let fixed = o.need("fixed", items);
        let open = o.need("open", items);
        let undecided = o.need("undecided", items);
        let agreed = o.may("agreed", agreed);
        let scope = Scope { fixed: fixed?, open: open?, undecided: undecided?, agreed: agreed? };
        // With nothing open there is nothing to ask.
        if scope.open.is_empty() { o.wrong("open", Cause::Count { min: 1, max: 12, has: 0 }) } else { Some(scope) }
    })
}

pub(super) fn fact(at: At) -> Option<Fact> {
    const CHARTS: &[&str] = &["figure", "bars", "line"];
    at.object(|o| {
        let id = o.need("id", as_id);
        let title = o.need("title", as_localised);
        let chart = o.need("chart", |at| at.one_of(CHARTS, &[Chart::Figure, Chart::Bars, Chart::Line]));
        let unit = o.may("unit", as_localised);
        let (min, max) = match chart {
            Some(Chart::Figure) => (1, 1),
            Some(Chart::Bars) => (2, 8),
            _ => (2, 12),
        };
        let values = o.need("values", |at| at.list(min, max, fact_value));
        let text = o.may("text", as_localised);
        let source = o.need("source", reference);
        let example = o.or("example", false, as_flag);
        Some(Fact {
            id: id?,
            title: title?,
            chart: chart?,
            unit: unit?,
            values: values?,
            text: text?,
            source: source?,
            example: example?,
        })
    })
}

fn fact_value(at: At) -> Option<FactValue> {
    at.object(|o| {
        let label = o.need("label", as_localised);
        let value = o.need("value", as_number);
        Some(FactValue { label: label?, value: value? })
    })
}

pub(super) fn table(at: At) -> Option<Table> {
    const ROLES: &[&str] = &["co_creation_partner", "caretaker", "director"];
    at.object(|o| {
        let id = o.need("id", as_id);
        let name = o.need("name", as_localised);
        let about = o.need("about", as_localised);
        let who = o.need("who", |at| at.list(1, 20, as_localised));
        let role = o.need("role", |at| at.one_of(ROLES, &[Role::CoCreationPartner, Role::Caretaker, Role::Director]));
        let meaning = o.may("meaning", as_localised);
        Some(Table { id: id?, name: name?, about: about?, who: who?, role: role?, meaning: meaning? })
    })
}

pub(super) fn phase(at: At) -> Option<Phase> {
    at.object(|o| {
        let title = o.need("title", as_localised);
        let text = o.need("text", as_localised);
        let (from, until) = (o.may("from", as_day), o.may("until", as_day));
        if let (Some(Some(from)), Some(Some(until))) = (from, until)
            && until < from
        {
            return o.wrong("until", Cause::Before { field: "from", day: from });
        }
        Some(Phase { title: title?, text: text?, from: from?, until: until? })
    })
}

pub(super) fn initiative(at: At) -> Option<Initiative> {
    at.object(|o| {
        let name = o.need("name", as_localised);
        let text = o.need("text", as_localised);
        let place = o.may("where", as_localised);
        let url = o.may("url", link);
        Some(Initiative { name: name?, text: text?, place: place?, url: url? })
    })
}

/// What a link may open: a page, a mail or a call.
pub(super) fn link(at: At) -> Option<String> {
    let opens_something = |text: &str| {
        let rest = text.strip_prefix("mailto:").or_else(|| text.strip_prefix("tel:"));
        is_web_address(text) || rest.is_some_and(|rest| !rest.is_empty() && !rest.contains(char::is_whitespace))
    };
    at.formed(Expected::Link, opens_something)
}

pub(super) fn reference(at: At) -> Option<Reference> {
    at.object(|o| {
        let title = o.need("title", as_localised);
        let url = o.may("url", as_web_address);
        let year = o.may("year", |at| at.integer(1800, 2200));
        Some(Reference { title: title?, url: url?, year: year? })
    })
}

pub(super) fn picture(at: At) -> Option<Picture> {
    at.object(|o| {
        let file = o.need("file", as_id);
        let alt = o.need("alt", as_localised);
        let maker = o.may("maker", as_localised);
        Some(Picture { file: file?, alt: alt?, maker: maker? })
    })
}

pub(super) fn owner(at: At) -> Option<Owner> {
    at.object(|o| {
        let name = o.need("name", as_localised);
        let email = o.may("email", email);
        Some(Owner { name: name?, email: email? })
    })
}
