//! What surrounds a question: the decision, tables, phases, initiatives and sources.

use crate::domain::{day::Day, id::Id, language::Localised};

/// Wie beslist wanneer.
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
pub struct Decision {
    /// Who decides.
    pub who: Localised,
    /// On which day.
    pub when: Day,
    /// On what.
    pub about: Localised,
}

/// Gesprekstafel: who is already talking, and the province's role there.
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
pub struct Table {
    /// Unique in the consultation.
    pub id: Id,
    /// Its name.
    pub name: Localised,
    /// What it talks about.
    pub about: Localised,
    /// Who sits there.
    pub who: Vec<Localised>,
    /// What the province does there.
    pub role: Role,
    /// What it means to you.
    pub meaning: Option<Localised>,
}

/// The province's role at a table (Flevoland, participatieroute 2022).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema), schemars(rename_all = "snake_case"))]
pub enum Role {
    /// Co-creatiepartner: makes it together with the others.
    CoCreationPartner,
    /// Zorgdrager: takes care where that is needed.
    Caretaker,
    /// Regisseur: brings the others together and keeps the whole going.
    Director,
}

/// Stap: a part of the process.
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
pub struct Phase {
    /// Its name.
    pub title: Localised,
    /// What happens.
    pub text: Localised,
    /// Its first day.
    pub from: Option<Day>,
    /// Its last day.
    pub until: Option<Day>,
}

/// Initiatief: something people already do, that one can join.
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
pub struct Initiative {
    /// Its name.
    pub name: Localised,
    /// What they do.
    pub text: Localised,
    /// Where.
    #[cfg_attr(not(target_arch = "wasm32"), schemars(rename = "where"))]
    pub place: Option<Localised>,
    /// Its site: http, https, mailto or tel.
    pub url: Option<String>,
}

/// A document or data set.
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
pub struct Reference {
    /// Its title.
    pub title: Localised,
    /// Its address: http or https.
    pub url: Option<String>,
    /// The year it was made.
    pub year: Option<u16>,
}

/// Whom to ask about a consultation.
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
pub struct Owner {
    /// A person or team.
    pub name: Localised,
    /// Their e-mail address.
    pub email: Option<String>,
}
