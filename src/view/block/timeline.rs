//! One line through time: the steps, with the days that count for the reader on them, and today.

use crate::{
    domain::{
        consultation::{Decision, Phase},
        day::Day,
        language::Language,
    },
    texts::page as say,
};
use leptos::prelude::*;

/// What the timeline is made of. `today` is marked where given.
#[derive(Clone, Debug)]
pub struct Moments {
    /// The steps, in order.
    pub phases: Vec<Phase>,
    /// The first day on which one can react.
    pub opens: Day,
    /// The last day on which one can react.
    pub closes: Day,
    /// The promised feedback.
    pub feedback_due: Day,
    /// Who decides when.
    pub decision: Option<Decision>,
    /// The day the page is made for.
    pub today: Option<Day>,
}

/// A step on the line: a phase, or a day that falls outside every phase.
#[derive(Debug, PartialEq)]
struct Step {
    title: Option<String>,
    text: Option<String>,
    from: Option<Day>,
    until: Option<Day>,
    /// Days that count for the reader, with what they are.
    marks: Vec<(Day, String)>,
}

impl Step {
    /// Whether the day is the first or last one of this step.
    fn begins_or_ends(&self, day: Day) -> bool {
        self.from == Some(day) || self.until == Some(day)
    }

    fn holds(&self, day: Day) -> bool {
        self.from.is_some_and(|from| from <= day) && self.until.is_some_and(|until| day <= until)
    }
}

/// The steps in order, each day on the phase that begins or ends with it, else as a step of its own.
fn steps(moments: &Moments, language: Language) -> Vec<Step> {
    let mut steps: Vec<Step> = moments
        .phases
        .iter()
        .map(|phase| Step {
            title: Some(phase.title.get(language).to_owned()),
            text: Some(phase.text.get(language).to_owned()),
            from: phase.from,
            until: phase.until,
            marks: Vec::new(),
        })
        .collect();
    let decided = |d: &Decision| (d.when, say::decided_by(d.who.get(language), language));
    let days = [
        Some((moments.opens, say::opens(language).to_owned())),
        Some((moments.closes, say::closes(moments.closes, language))),
        Some((moments.feedback_due, say::feedback_due(moments.feedback_due, language))),
        moments.decision.as_ref().map(decided),
    ];
    for (day, what) in days.into_iter().flatten() {
        if let Some(step) = steps.iter_mut().find(|step| step.begins_or_ends(day)) {
            // A step from the first to the last day says the last one already.
            let said = day == moments.closes && step.marks.iter().any(|(day, _)| *day == moments.opens);
            if !said {
                step.marks.push((day, what));
            }
            continue;
        }
        let later = steps.iter().position(|step| step.from.is_some_and(|from| from > day));
        let last_dated = || steps.iter().rposition(|step| step.from.is_some()).map_or(0, |at| at + 1);
        let at = later.unwrap_or_else(last_dated);
        steps.insert(at, Step { title: Some(what), text: None, from: Some(day), until: Some(day), marks: Vec::new() });
    }
    steps
}

/// What happens when.
#[component]
pub fn TimelineBlock(moments: Moments, language: Language) -> impl IntoView {
    let steps = steps(&moments, language);
    let today = moments.today;
    let now = today.and_then(|today| steps.iter().rposition(|step| step.holds(today)));
    // Without a step around today, today gets its own place before the first step still to come.
    let gap = today
        .filter(|_| now.is_none())
        .map(|today| steps.iter().position(|step| step.from.is_none_or(|from| from > today)).unwrap_or(steps.len()));
    let mut items: Vec<AnyView> = Vec::new();
    for (at, step) in steps.into_iter().enumerate() {
        if gap == Some(at) {
            items.push(today_alone(today, language).into_any());
        }
        let ahead = today.is_some_and(|today| step.from.is_none_or(|from| from > today));
        items.push(item(step, ahead, today.filter(|_| now == Some(at)), language).into_any());
    }
    if gap == Some(items.len()) {
        items.push(today_alone(today, language).into_any());
    }
    view! {
        <section class="section" aria-labelledby="stappen">
            <h2 id="stappen">{say::timeline(language)}</h2>
            <ol class="timeline">{items}</ol>
        </section>
    }
}

fn today_mark(today: Day, language: Language) -> impl IntoView {
    view! { <p class="timeline__now"><span>{say::now(today, language)}</span></p> }
}

fn today_alone(today: Option<Day>, language: Language) -> impl IntoView {
    view! { <li class="timeline__step timeline__step--key">{today.map(|today| today_mark(today, language))}</li> }
}

fn item(step: Step, ahead: bool, today: Option<Day>, language: Language) -> impl IntoView {
    let mut class = String::from("timeline__step");
    if ahead {
        class.push_str(" timeline__step--ahead");
    }
    if today.is_some() {
        class.push_str(" timeline__step--key");
    }
    // "From 16 February" would say too much of a step whose one known day is that of the decision.
    let one_day = step.until.is_none() && step.marks.iter().any(|(day, _)| Some(*day) == step.from);
    let period = say::period(step.from, if one_day { step.from } else { step.until }, language);
    let marks = step.marks.into_iter().map(|(_, what)| view! { <p class="timeline__mark">{what}</p> });
    view! {
        <li class=class aria-current=today.map(|_| "step")>
            {today.map(|today| today_mark(today, language))}
            <p class="timeline__day">{period}</p>
            {step.title.map(|title| view! { <h3>{title}</h3> })}
            {step.text.map(|text| view! { <p>{text}</p> })}
            {marks.collect_view()}
        </li>
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::language::Localised;

    fn phase(from: Option<&str>, until: Option<&str>) -> Phase {
        let day = |text: &str| Day::try_from(text).unwrap();
        let text = || Localised::Same("x".into());
        Phase { title: text(), text: text(), from: from.map(day), until: until.map(day) }
    }

    #[test]
    fn days_join_the_step_that_begins_or_ends_with_them() {
        let day = |text: &str| Day::try_from(text).unwrap();
        let moments = Moments {
            phases: vec![
                phase(Some("2026-10-01"), Some("2026-10-31")),
                phase(Some("2027-02-01"), None),
                phase(None, None),
            ],
            opens: day("2026-10-01"),
            closes: day("2026-10-31"),
            feedback_due: day("2026-12-01"),
            decision: None,
            today: None,
        };
        let steps = steps(&moments, Language::Nl);
        assert_eq!(steps.iter().map(|step| step.marks.len()).collect::<Vec<_>>(), [1, 0, 0, 0]);
        assert_eq!(steps[1].from, Some(day("2026-12-01")), "the feedback stands between the phases");
    }
}
