//! One line through time: the steps, with the days that count for the reader on them, and today.

use crate::{
    domain::{
        consultation::{Decision, Phase},
        day::Day,
        language::Language,
        span::{Dated, Span},
    },
    texts::page as say,
};
use leptos::prelude::*;
use std::collections::BTreeSet;

/// What the timeline is made of.
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
    /// The first day on which it was asked no more: then nothing is promised either.
    pub withdrawn: Option<Day>,
    /// What was told back already: the day of the newest.
    pub told: Option<Day>,
    /// Who decides when.
    pub decision: Option<Decision>,
    /// The day the page is made for.
    pub today: Day,
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
    let off = moments.withdrawn;
    // What would have come after it was withdrawn is promised no more.
    let is_before = |day: Option<Day>| off.is_none_or(|off| day.is_some_and(|day| day < off));
    let mut steps: Vec<Step> = moments
        .phases
        .iter()
        .filter(|phase| is_before(phase.from))
        .map(|phase| Step {
            title: Some(phase.title.get(language).to_owned()),
            text: Some(phase.text.get(language).to_owned()),
            from: phase.from,
            until: phase.until.map(|until| off.map_or(until, |off| until.min(off))),
            marks: Vec::new(),
        })
        .collect();
    let decided = |d: &Decision| (d.when, say::decided_by(d.who.get(language), language));
    let awaited = off.is_none();
    let opens = if awaited { say::opens(language) } else { say::opened(language) };
    let days = [
        is_before(Some(moments.opens)).then(|| (moments.opens, opens.to_owned())),
        awaited.then(|| (moments.closes, say::closes(moments.closes, language))),
        awaited.then(|| (moments.feedback_due, say::feedback_due(moments.feedback_due, language))),
        off.map(|day| (day, say::withdrawn(language).to_owned())),
        moments.decision.as_ref().filter(|decision| is_before(Some(decision.when))).map(decided),
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
        between(&mut steps, day, what);
    }
    if let Some(day) = moments.told {
        let what = say::told(day, day <= moments.closes, language);
        // An interim answer comes while one can still react.
        match steps.iter_mut().find(|step| step.holds(day)) {
            Some(step) => step.marks.push((day, what)),
            None => between(&mut steps, day, what),
        }
    }
    steps
}

/// Puts a day that is in no step between those before and after it.
fn between(steps: &mut Vec<Step>, day: Day, what: String) {
    let later = steps.iter().position(|step| step.from.is_some_and(|from| from > day));
    let last_dated = || steps.iter().rposition(|step| step.from.is_some()).map_or(0, |at| at + 1);
    let at = later.unwrap_or_else(last_dated);
    steps.insert(at, Step { title: Some(what), text: None, from: Some(day), until: Some(day), marks: Vec::new() });
}

/// Where the mark for today stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Place {
    /// In this step.
    In(usize),
    /// Before this step, or after all of them: today is in none.
    Before(usize),
}

impl Place {
    fn of(steps: &[Step], today: Day) -> Self {
        let ahead = |step: &Step| step.from.is_none_or(|from| from > today);
        match steps.iter().rposition(|step| step.holds(today)) {
            Some(at) => Place::In(at),
            None => Place::Before(steps.iter().position(ahead).unwrap_or(steps.len())),
        }
    }
}

/// Where the mark stands on which days.
fn marks(steps: &[Step], today: Day) -> Vec<(Place, Span)> {
    let ends = steps.iter().filter_map(|step| step.until).map(Day::next);
    let changes: BTreeSet<Day> = steps.iter().filter_map(|step| step.from).chain(ends).collect();
    let before = changes.first().map_or(today, |first| first.previous());
    let mut marks = vec![(Place::of(steps, before), Span::ALWAYS)];
    for day in changes {
        let place = Place::of(steps, day);
        if let Some((last, span)) = marks.last_mut()
            && *last != place
        {
            span.until = Some(day.previous());
            marks.push((place, Span { from: Some(day), until: None }));
        }
    }
    marks
}

/// What happens when.
#[component]
pub fn TimelineBlock(moments: Moments, language: Language) -> impl IntoView {
    let (steps, today) = (steps(&moments, language), moments.today);
    let marks = Dated::told(today, marks(&steps, today));
    let at = |place: Place| marks.iter().filter(move |mark| mark.what == place);
    // Without a step around today, today has its own place before the first step still to come.
    let alone = |place| {
        at(place).map(|mark| {
            let (from, until, hidden) = (mark.from(), mark.until(), mark.hidden);
            let mark = today_mark(mark, today, language);
            view! { <li class="timeline__step" data-from=from data-until=until hidden=hidden>{mark}</li> }.into_any()
        })
    };
    let last = steps.len();
    let mut items: Vec<AnyView> = Vec::new();
    for (index, step) in steps.into_iter().enumerate() {
        items.extend(alone(Place::Before(index)));
        let marks = at(Place::In(index)).map(|mark| today_mark(mark, today, language)).collect_view();
        items.push(item(step, marks, language).into_any());
    }
    items.extend(alone(Place::Before(last)));
    view! {
        <section class="section" aria-labelledby="stappen">
            <h2 id="stappen">{say::timeline(language)}</h2>
            <ol class="timeline">{items}</ol>
        </section>
    }
}

/// "Now". The day itself is there as long as it is that of the page: without JavaScript the mark stays where it was.
fn today_mark(mark: &Dated<Place>, today: Day, language: Language) -> impl IntoView + use<> {
    let day = (!mark.hidden).then(|| {
        let only = Dated::on(today, (), Span { from: Some(today), until: Some(today) });
        view! { <span data-from=only.from() data-until=only.until()>{format!(": {}", today.written(language))}</span> }
    });
    view! {
        <p class="timeline__now" aria-current="step" data-from=mark.from() data-until=mark.until() hidden=mark.hidden>
            <span>{say::now(language)}{day}</span>
        </p>
    }
}

fn item(step: Step, now: impl IntoView, language: Language) -> impl IntoView {
    // "From 16 February" would say too much of a step whose one known day is that of the decision.
    let one_day = step.until.is_none() && step.marks.iter().any(|(day, _)| Some(*day) == step.from);
    let period = say::period(step.from, if one_day { step.from } else { step.until }, language);
    let marks = step.marks.into_iter().map(|(_, what)| view! { <p class="timeline__mark">{what}</p> });
    view! {
        <li class="timeline__step">
            {now}
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
            withdrawn: None,
            told: None,
            decision: None,
            today: day("2026-11-24"),
        };
        let steps = steps(&moments, Language::Nl);
        assert_eq!(steps.iter().map(|step| step.marks.len()).collect::<Vec<_>>(), [1, 0, 0, 0]);
        assert_eq!(steps[1].from, Some(day("2026-12-01")), "the feedback stands between the phases");
    }

    #[test]
    fn of_a_withdrawn_question_nothing_is_promised() {
        let day = |text: &str| Day::try_from(text).unwrap();
        let phases =
            vec![phase(Some("2026-10-01"), Some("2026-10-31")), phase(Some("2027-02-01"), None), phase(None, None)];
        let decision = Decision {
            who: Localised::Same("Provinciale Staten".into()),
            when: day("2027-03-01"),
            about: Localised::Same("het plan".into()),
        };
        let moments = |withdrawn: &str| Moments {
            phases: phases.clone(),
            opens: day("2026-10-01"),
            closes: day("2026-10-31"),
            feedback_due: day("2026-12-01"),
            withdrawn: Some(day(withdrawn)),
            told: None,
            decision: Some(decision.clone()),
            today: day(withdrawn),
        };
        let open = steps(&moments("2026-10-20"), Language::Nl);
        assert_eq!((open.len(), open[0].until), (1, Some(day("2026-10-20"))), "{open:?}");
        let said: Vec<_> = open[0].marks.iter().map(|(_, said)| said.as_str()).collect();
        assert_eq!(said, ["U kon reageren", say::withdrawn(Language::Nl)]);
        let never = steps(&moments("2026-09-20"), Language::Nl);
        assert_eq!((never.len(), never[0].from), (1, Some(day("2026-09-20"))), "{never:?}");
    }

    #[test]
    fn an_interim_answer_stands_in_the_time_in_which_one_can_react() {
        let day = |text: &str| Day::try_from(text).unwrap();
        let told = |told: &str| {
            let moments = Moments {
                phases: vec![phase(Some("2026-10-01"), Some("2026-10-31")), phase(Some("2027-02-01"), None)],
                opens: day("2026-10-01"),
                closes: day("2026-10-31"),
                feedback_due: day("2026-12-01"),
                withdrawn: None,
                told: Some(day(told)),
                decision: None,
                today: day("2026-11-24"),
            };
            steps(&moments, Language::Nl)
        };
        let interim = told("2026-10-20");
        assert_eq!((interim.len(), interim[0].marks.len()), (3, 2));
        assert!(interim[0].marks[1].1.contains("tussenstand"), "{interim:?}");
        let last = told("2026-11-20");
        assert_eq!((last.len(), last[1].from), (4, Some(day("2026-11-20"))), "by itself, and no interim answer");
        assert!(!last[1].title.as_ref().unwrap().contains("tussenstand"), "{last:?}");
    }

    #[test]
    fn the_mark_for_today_goes_from_step_to_step_and_stands_between_them() {
        let day = |text: &str| Day::try_from(text).unwrap();
        let moments = Moments {
            phases: vec![phase(Some("2026-10-01"), Some("2026-10-31")), phase(Some("2027-02-01"), None)],
            opens: day("2026-10-01"),
            closes: day("2026-10-31"),
            feedback_due: day("2026-12-01"),
            withdrawn: None,
            told: None,
            decision: None,
            today: day("2026-11-24"),
        };
        let steps = steps(&moments, Language::Nl);
        let span = |from: &str, until: &str| Span { from: day(from).into(), until: day(until).into() };
        let expected = [
            (Place::Before(0), Span { from: None, until: Some(day("2026-09-30")) }),
            (Place::In(0), span("2026-10-01", "2026-10-31")),
            (Place::Before(1), span("2026-11-01", "2026-11-30")),
            (Place::In(1), span("2026-12-01", "2026-12-01")),
            (Place::Before(2), span("2026-12-02", "2027-01-31")),
            (Place::Before(3), Span { from: Some(day("2027-02-01")), until: None }),
        ];
        assert_eq!(marks(&steps, moments.today), expected);
        let html = Owner::new().with(|| view! { <TimelineBlock moments language=Language::Nl /> }.to_html());
        let marks: Vec<_> = html.split("<p aria-current=\"step\"").skip(1).collect();
        let shown: Vec<_> = marks.iter().filter(|mark| !mark.split('>').next().unwrap().contains(" hidden")).collect();
        assert_eq!((marks.len(), shown.len()), (4, 1), "what is over is not told, and one mark shows: {html}");
        assert!(shown[0].contains(": 24 november 2026<"), "{}", shown[0]);
    }
}
