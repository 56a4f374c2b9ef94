//! A consultation: one early-stage policy question with its context and questions, as staff wrote and published it.

pub mod amendment;
pub mod care;
pub mod context;
pub mod fact;
pub mod scope;
pub mod status;

pub use amendment::{Amended, Amendment};
pub use care::{Agreed, Law, LawPhase, SeenBy, Tested};
pub use context::{Decision, Initiative, Owner, Phase, Reference, Role, Table};
pub use fact::{Chart, Fact, FactValue};
pub use scope::{Scope, ScopeItem};
pub use status::Status;

use super::{
    day::Day,
    endpoint::Endpoints,
    form::Form,
    id::Id,
    language::{Language, Localised},
    picture::Picture,
    question::{Dilemma, Question},
    span::Span,
};

/// With or without an agenda.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema), schemars(rename_all = "snake_case"))]
pub enum ConsultationKind {
    /// About something the province wants to decide.
    Question,
    /// Without agenda: what do you experience, what bothers you, what do you do yourself?
    Listening,
}

/// Revisions are numbered up to this.
pub const HIGHEST_REVISION: u32 = 1_000_000;

/// One consultation. Made only by the reader of its file, which reports everything that is wrong with it.
#[derive(Clone, Debug, PartialEq)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
pub struct Consultation {
    /// Names its address and files.
    pub slug: Id,
    /// Goes up whenever the questions change.
    pub revision: u32,
    /// With or without an agenda.
    pub kind: ConsultationKind,
    /// The languages it is written in.
    pub languages: Vec<Language>,
    /// Made up to show how it works; the page says so.
    #[cfg_attr(not(target_arch = "wasm32"), schemars(default))]
    pub example: bool,
    /// A question that people want to answer.
    pub title: Localised,
    /// One or two sentences.
    pub summary: Localised,
    /// Why this is asked now; paragraphs with an empty line between them.
    pub why_now: Localised,
    /// Which province or place it is about, in a word or two.
    #[cfg_attr(not(target_arch = "wasm32"), schemars(rename = "where"))]
    pub place: Option<Localised>,
    /// What it is about, in a word or two: the overview puts questions of one subject together.
    pub subject: Option<Localised>,
    /// Under its title, and on its card.
    pub picture: Option<Picture>,
    /// How many minutes answering takes.
    pub minutes: Option<u32>,
    /// The first day on which one can react.
    pub opens: Day,
    /// The last day on which one can react.
    pub closes: Day,
    /// When feedback is promised.
    pub feedback_due: Day,
    /// What happened to it while people could see it, the first first.
    #[cfg_attr(not(target_arch = "wasm32"), schemars(default))]
    pub amended: Vec<Amendment>,
    /// The phase of policy that it belongs to, and the rules that hold.
    pub law: Option<Law>,
    /// Who decides, when, about what; absent only when listening.
    pub decision: Option<Decision>,
    /// What input can still change; absent only when listening.
    pub scope: Option<Scope>,
    /// Choices with two sides.
    #[cfg_attr(not(target_arch = "wasm32"), schemars(default))]
    pub dilemmas: Vec<Dilemma<Localised>>,
    /// Figures with their source.
    #[cfg_attr(not(target_arch = "wasm32"), schemars(default))]
    pub facts: Vec<Fact>,
    /// Who is already talking.
    #[cfg_attr(not(target_arch = "wasm32"), schemars(default))]
    pub tables: Vec<Table>,
    /// What happens when.
    #[cfg_attr(not(target_arch = "wasm32"), schemars(default))]
    pub phases: Vec<Phase>,
    /// What people already do, that one can join.
    #[cfg_attr(not(target_arch = "wasm32"), schemars(default))]
    pub initiatives: Vec<Initiative>,
    /// Ids of touchstones in `site.json`.
    #[cfg_attr(not(target_arch = "wasm32"), schemars(default))]
    pub touchstones: Vec<Id>,
    /// How it meets points of those.
    #[cfg_attr(not(target_arch = "wasm32"), schemars(default))]
    pub tested: Vec<Tested>,
    /// The documents it is based on.
    #[cfg_attr(not(target_arch = "wasm32"), schemars(default))]
    pub sources: Vec<Reference>,
    /// At least one.
    pub questions: Vec<Question<Localised>>,
    /// Whom to ask about it.
    pub owner: Owner,
    /// Who read it besides who wrote it; needed where the site asks for a second person.
    pub seen_by: Option<SeenBy>,
}

impl Consultation {
    /// The first day on which it is asked no more.
    pub fn withdrawn(&self) -> Option<Day> {
        self.amended.iter().find(|one| one.what == Amended::Withdrawn).map(|one| one.on)
    }

    /// The last day on which one can react, also where it was withdrawn before that.
    pub fn ends(&self) -> Day {
        self.withdrawn().map_or(self.closes, |day| day.previous().min(self.closes))
    }

    /// How it stands on a day, with the day of the newest feedback.
    pub fn status(&self, today: Day, answered: Option<Day>) -> Status {
        match self.withdrawn() {
            Some(day) if day <= today => Status::Withdrawn,
            _ => Status::on(today, self.opens, self.closes, self.feedback_due, answered),
        }
    }

    /// When each status holds, in order.
    pub fn spans(&self, answered: Option<Day>) -> Vec<(Status, Span)> {
        let mut spans = Status::spans(self.opens, self.closes, self.feedback_due, answered);
        if let Some(day) = self.withdrawn() {
            for (_, span) in &mut spans {
                span.until = Some(span.until.map_or(day.previous(), |until| until.min(day.previous())));
            }
            spans.retain(|(_, span)| !span.is_empty());
            spans.push((Status::Withdrawn, Span { from: Some(day), until: None }));
        }
        spans
    }

    /// The form in one language, for a site under `base`.
    pub fn form(&self, language: Language, base: &str, endpoint: &Endpoints) -> Form {
        let text = &mut |text: Localised| text.get(language).to_owned();
        Form {
            slug: self.slug.clone(),
            revision: self.revision,
            language,
            title: self.title.get(language).to_owned(),
            opens: self.opens,
            closes: self.ends(),
            feedback_due: self.feedback_due,
            base: base.to_owned(),
            endpoint: endpoint.clone(),
            questions: self.questions.iter().cloned().map(|question| question.map(text)).collect(),
        }
    }
}
