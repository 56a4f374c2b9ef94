//! The reactions to one consultation as rows: the columns are those of its form, in its order, with its titles and labels.

use super::{
    asked::{Asked, asked},
    cell::typed,
    ids,
    words::Words,
};
use crate::domain::{
    consultation::Consultation,
    id::Id,
    language::Localised,
    question::{Kind, Opt, Question},
    reaction::Header,
    value::{Choice, Place, Value},
};

/// How the reactions to a consultation become rows.
pub struct Sheet<'a> {
    asked: Vec<Asked>,
    words: &'a dyn Words,
    /// Whether the ids stand in columns of their own, behind the words.
    ids: bool,
}

/// The column that says why a reaction does not fit.
const WHY: usize = 5;

/// A column of a question: what its name says behind the title, and its cell.
type Column = (Option<String>, String);

impl<'w> Sheet<'w> {
    /// With titles and labels in a language. `earlier` are other revisions that people answered, the latest first.
    pub fn new(now: &Consultation, earlier: &[&Consultation], words: &'w dyn Words, ids: bool) -> Self {
        Self { asked: asked(now, earlier, words), words, ids }
    }

    /// The names of the columns. Each question's begin with its number, so that no two are the same.
    pub fn heading(&self) -> Vec<String> {
        let mut names: Vec<String> = self.words.columns().map(str::to_owned).into();
        for Asked { title, question } in &self.asked {
            names.extend(self.columns(question, None).into_iter().map(|(part, _)| match part {
                Some(part) => format!("{title} – {part}"),
                None => title.clone(),
            }));
        }
        if self.ids {
            names.extend(ids::FIXED.map(str::to_owned));
            names.extend(self.ids().map(ToString::to_string));
        }
        names.iter().map(|name| typed(name)).collect()
    }

    /// A reaction to what was `then` asked, and from where it came, in words and by its code. One that does not fit has no
    /// answers in these columns, and says why.
    pub fn row(
        &self,
        header: &Header,
        from: (&str, &str),
        then: Option<&Consultation>,
        misfit: Option<&str>,
    ) -> Vec<String> {
        let Ok(facts) = header.facts() else {
            // Somebody edited the gathered file; its other reactions have nothing to do with that.
            let mut cells = vec![String::new(); self.heading().len()];
            (cells[0], cells[WHY]) = (header.id.as_str().to_owned(), misfit.unwrap_or_default().to_owned());
            return cells;
        };
        let mut cells = vec![
            header.id.as_str().to_owned(),
            facts.day.map_or_else(String::new, |day| day.to_string()),
            from.0.to_owned(),
            self.words.language(facts.language).to_owned(),
            self.words.yes_or_no(facts.quote_consent).to_owned(),
            misfit.unwrap_or_default().to_owned(),
        ];
        let then = then.filter(|_| misfit.is_none()).map_or(&[][..], |then| &then.questions);
        let answer = |id: &Id| {
            let mut answers = facts.answers.iter().filter(|_| misfit.is_none());
            answers.find(|answer| answer["question"].as_str() == Some(id.as_str())).map(|answer| &answer["value"])
        };
        for column in &self.asked {
            let question = then.iter().find(|question| column.is(question));
            let value = question.and_then(|question| question.kind.rules().read_json(answer(&question.id)?));
            let value = value.filter(|value| !value.is_blank());
            cells.extend(self.columns(&column.question, value.as_ref()).into_iter().map(|(_, cell)| cell));
        }
        if self.ids {
            cells.extend(ids::fixed(&header.reaction, from.1));
            cells.extend(self.ids().map(|id| answer(id).map_or_else(String::new, ids::plain)));
        }
        cells
    }

    /// Every question, once.
    fn ids(&self) -> impl Iterator<Item = &Id> {
        let before = |at: usize, id: &Id| self.asked[..at].iter().any(|one| one.question.id == *id);
        self.asked
            .iter()
            .enumerate()
            .map(|(at, one)| (at, &one.question.id))
            .filter(move |(at, id)| !before(*at, id))
            .map(|(_, id)| id)
    }

    fn text<'a>(&self, text: &'a Localised) -> &'a str {
        text.get(self.words.spoken())
    }

    /// The columns of a question, with what somebody answered.
    fn columns<'a>(&self, question: &'a Question<Localised>, value: Option<&Value>) -> Vec<Column> {
        let label = |options: &'a [Opt<Localised>], id: &Id| {
            options
                .iter()
                .find(|option| option.id == *id)
                .map_or(id.as_str().to_owned(), |o| self.text(&o.label).to_owned())
        };
        let of_option = |option: &'a Opt<Localised>| Some(self.text(&option.label).to_owned());
        let part = |name: &str, cell: String| (Some(name.to_owned()), cell);
        match &question.kind {
            Kind::Story(_) | Kind::Text(_) => {
                let text = if let Some(Value::Text(text)) = value { typed(text) } else { String::new() };
                vec![(None, text)]
            }
            Kind::Scale(_) => {
                vec![(None, if let Some(Value::Scale(step)) = value { step.to_string() } else { String::new() })]
            }
            Kind::Single(single) => {
                let (choice, other) = match value {
                    Some(Value::Choice(Choice::Option(id))) => (typed(&label(&single.0.options, id)), String::new()),
                    Some(Value::Choice(Choice::Other(text))) => (self.words.other().to_owned(), typed(text)),
                    _ => Default::default(),
                };
                let other = single.0.other.then(|| part(self.words.namely(), other));
                std::iter::once((None, choice)).chain(other).collect()
            }
            Kind::Multiple(multiple) => {
                let chosen = if let Some(Value::Choices(chosen)) = value { Some(chosen) } else { None };
                let mark = |option: &'a Opt<Localised>| {
                    let is = |choices: &Vec<Choice>| {
                        choices.iter().any(|one| matches!(one, Choice::Option(id) if *id == option.id))
                    };
                    (of_option(option), chosen.map_or("", |choices| if is(choices) { "1" } else { "0" }).to_owned())
                };
                let other = chosen.into_iter().flatten().find_map(|one| match one {
                    Choice::Other(text) => Some(typed(text)),
                    Choice::Option(_) => None,
                });
                let other = multiple.choices.other.then(|| part(self.words.namely(), other.unwrap_or_default()));
                multiple.choices.options.iter().map(mark).chain(other).collect()
            }
            Kind::Ranking(ranking) => {
                let place = |option: &'a Opt<Localised>| match value {
                    Some(Value::Ranking(order)) => {
                        order.iter().position(|id| *id == option.id).map(|at| (at + 1).to_string())
                    }
                    _ => None,
                };
                ranking.options.iter().map(|option| (of_option(option), place(option).unwrap_or_default())).collect()
            }
            Kind::Dilemma(dilemma) => {
                let (lean, reason) = match value {
                    Some(Value::Dilemma { lean, reason }) => (lean.to_string(), typed(reason)),
                    _ => Default::default(),
                };
                let [low, high] = &dilemma.dilemma.sides;
                let sides = self.words.sides(self.text(&low.label), self.text(&high.label));
                vec![part(&sides, lean), part(self.words.why(), reason)]
            }
            Kind::Place(_) => {
                let (municipality, village, elsewhere) = match value {
                    Some(Value::Place(Place::In { municipality, village })) => {
                        (typed(municipality), typed(village.as_deref().unwrap_or_default()), String::new())
                    }
                    Some(Value::Place(Place::Elsewhere { other })) => (String::new(), String::new(), typed(other)),
                    _ => Default::default(),
                };
                let [first, second, third] = self.words.place_columns();
                vec![part(first, municipality), part(second, village), part(third, elsewhere)]
            }
        }
    }
}
