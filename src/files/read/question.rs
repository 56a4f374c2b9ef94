//! Reads the questions and dilemmas of a consultation.

use super::{
    finding::Cause,
    reader::{At, Object, as_flag, as_id, as_localised},
};
use crate::domain::{
    id::Id,
    kind,
    language::Localised,
    places::Places,
    question::{
        Choices, Dilemma, DilemmaQuestion, Kind, Multiple, Opt, PlaceQuestion, Question, Ranking, Scale, Side, Single,
        Story, Text,
        choice::ChoiceLimits,
        dilemma::reason_limits,
        scale::{ScaleLabels, ScaleLimits},
        text::{TextLimits, story_limits, text_limits},
    },
};
use std::collections::BTreeMap;

pub(super) const KINDS: &[&str] = &["story", "text", "single", "multiple", "scale", "ranking", "dilemma", "place"];

/// What questions refer to.
pub(super) struct Around<'a> {
    /// The consultation's dilemmas; `None` when they could not be read, so that references to them are not blamed.
    pub dilemmas: Option<&'a [Dilemma<Localised>]>,
    /// The places of each province.
    pub places: &'a BTreeMap<Id, Places>,
}

pub(super) fn question(at: At, around: &Around) -> Option<Question<Localised>> {
    at.object(|o| {
        let id = o.need("id", as_id);
        let title = o.need("title", as_localised);
        let help = o.may("help", as_localised);
        let required = o.or("required", false, as_flag);
        let kind = match o.need("kind", |at| at.one_of(KINDS, KINDS)) {
            Some("story") => story(o),
            Some("text") => limits(o, text_limits()).map(|limits| Kind::Text(Text { limits })),
            Some("single") => choices(o).map(|choices| Kind::Single(Single(choices))),
            Some("multiple") => multiple(o),
            Some("scale") => scale(o),
            Some("ranking") => options(o, 8).map(|options| Kind::Ranking(Ranking { options })),
            Some("dilemma") => dilemma_question(o, around),
            Some("place") => place(o, around),
            // The kind is unknown: its own fields can't be judged, so none is called unknown.
            _ => {
                for key in ["about", "limits", "options", "other", "labels", "dilemma", "province"] {
                    let _: Option<Option<()>> = o.may(key, |_| None);
                }
                None
            }
        };
        Some(Question { id: id?, title: title?, help: help?, required: required?, kind: kind? })
    })
}

fn limits(o: &Object, default: TextLimits) -> Option<TextLimits> {
    o.or("limits", default, |at| {
        at.object(|o| o.need("max_chars", |at| at.integer(20, 10_000)).map(|max_chars| TextLimits { max_chars }))
    })
}

fn story(o: &Object) -> Option<Kind<Localised>> {
    let about = o.need("about", |at| at.one_of(&kind::Kind::CODES, &kind::Kind::ALL));
    let limits = limits(o, story_limits());
    Some(Kind::Story(Story { about: about?, limits: limits? }))
}

fn options(o: &Object, max: usize) -> Option<Vec<Opt<Localised>>> {
    let options = o.need("options", |at| {
        at.list(2, max, |at| {
            at.object(|o| {
                let id = o.need("id", as_id);
                let label = o.need("label", as_localised);
                Some(Opt { id: id?, label: label? })
            })
        })
    })?;
    o.unique("options", options.iter().map(|option| option.id.as_str()))?;
    Some(options)
}

fn choices(o: &Object) -> Option<Choices<Localised>> {
    let options = options(o, 12);
    let other = o.or("other", false, as_flag);
    Some(Choices { options: options?, other: other? })
}

fn multiple(o: &Object) -> Option<Kind<Localised>> {
    let choices = choices(o);
    let limits = o.or("limits", ChoiceLimits::default(), |at| {
        at.object(|o| Some(ChoiceLimits { max_choices: o.may("max_choices", |at| at.integer(1, 12))? }))
    });
    Some(Kind::Multiple(Multiple { choices: choices?, limits: limits? }))
}

fn scale(o: &Object) -> Option<Kind<Localised>> {
    let limits = o.need("limits", |at| {
        at.object(|o| {
            let min = o.need("min", |at| at.integer(-10, 10))?;
            let max = o.need("max", |at| at.integer(i64::from(min) + 1, i64::from(min) + 10))?;
            Some(ScaleLimits { min, max })
        })
    });
    let labels = o.need("labels", |at| {
        at.object(|o| {
            let low = o.need("low", as_localised);
            let high = o.need("high", as_localised);
            Some(ScaleLabels { low: low?, high: high? })
        })
    });
    Some(Kind::Scale(Scale { limits: limits?, labels: labels? }))
}

fn dilemma_question(o: &Object, around: &Around) -> Option<Kind<Localised>> {
    let limits = limits(o, reason_limits());
    let dilemma = o.need("dilemma", |at| {
        let id = as_id(at)?;
        let found = around.dilemmas?.iter().find(|dilemma| dilemma.id == id).cloned();
        found.or_else(|| at.wrong(Cause::Dangling { id: id.to_string(), among: "dilemmas" }))
    });
    Some(Kind::Dilemma(DilemmaQuestion { dilemma: dilemma?, limits: limits? }))
}

fn place(o: &Object, around: &Around) -> Option<Kind<Localised>> {
    let (province, places) = o.need("province", |at| {
        let id = as_id(at)?;
        match around.places.get(&id) {
            Some(places) => Some((id, places)),
            None => at.wrong(Cause::Dangling { id: id.to_string(), among: "content/places/" }),
        }
    })?;
    Some(Kind::Place(PlaceQuestion { province, municipalities: places.municipalities.clone() }))
}

pub(super) fn dilemma(at: At) -> Option<Dilemma<Localised>> {
    let side = |at: At| {
        at.object(|o| {
            let label = o.need("label", as_localised);
            let gains = o.need("gains", |at| at.list(1, 6, as_localised));
            let costs = o.need("costs", |at| at.list(1, 6, as_localised));
            Some(Side { label: label?, gains: gains?, costs: costs? })
        })
    };
    at.object(|o| {
        let id = o.need("id", as_id);
        let title = o.need("title", as_localised);
        let intro = o.may("intro", as_localised);
        let sides = o.need("sides", |at| at.list(2, 2, side)?.try_into().ok());
        Some(Dilemma { id: id?, title: title?, intro: intro?, sides: sides? })
    })
}
