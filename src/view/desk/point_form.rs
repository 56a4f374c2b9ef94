//! The fields of a point: of one that is there, or of one more, which can be made of a remark.

use super::{
    Desk, Sign, focus, focus_soon,
    from_remarks::FromRemarks,
    points::change_button,
    type_on,
    typing::{Fields, HalfTyped},
};
use crate::{
    domain::gathering::{
        DayDoubt, Draft, Gathering, GatheringId, Point, PointFault, PointId, PointWords, Sort, TypedPoint, Words, step,
    },
    texts::{closing as t, desk, typing},
};
use leptos::prelude::*;
use std::sync::Arc;

fn typed(point: Option<&Point>) -> TypedPoint {
    point.map_or_else(TypedPoint::default, |point| TypedPoint {
        text: point.text.clone().unwrap_or_default(),
        who: point.who.clone().unwrap_or_default(),
        by: point.by.map(|day| day.to_string()).unwrap_or_default(),
        touchstone: point.touchstone.as_ref().map(ToString::to_string).unwrap_or_default(),
        from: Vec::new(),
    })
}

/// The fields of a point: of one that is there, or of one more.
#[component]
pub fn PointFields(
    desk: Desk,
    id: GatheringId,
    sort: Sort,
    point: Option<Point>,
    changing: RwSignal<Option<PointId>>,
    gathering: Memo<Arc<Gathering>>,
) -> impl IntoView {
    let language = desk.language;
    let name = point.as_ref().map(|point| point.id);
    let held_day = point.as_ref().and_then(|point| point.by);
    let draft = name.map_or(Draft::Point(id, sort), |name| Draft::Change(id, name));
    let form = Fields::new(desk, draft, typed(point.as_ref()));
    let fields = form.now;
    let faults = RwSignal::new(Vec::<PointFault>::new());
    let asked = RwSignal::new(None::<DayDoubt>);
    // What was wrong is being mended.
    Effect::new(move |_| {
        fields.track();
        faults.set(vec![]);
        asked.set(None);
    });
    let key = name.map_or_else(|| sort.code().to_owned(), |name| name.to_string());
    let ids = ["text", "who", "by", "touchstone", "faults"].map(|field| format!("point-{field}-{key}"));
    let [text_id, who_id, by_id, touchstone_id, faults_id] = ids;
    let places = StoredValue::new([text_id.clone(), who_id.clone(), by_id.clone(), touchstone_id.clone()]);
    // One comes back to what one opened it with.
    let done = move || {
        if let Some(name) = name {
            changing.set(None);
            focus_soon(change_button(name));
        } else {
            places.with_value(|[text, ..]| type_on(text));
        }
    };
    form.when_safe(done);
    let save = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        match fields.with_untracked(|typed| PointWords::of(sort, typed)) {
            Ok(words) => {
                faults.set(vec![]);
                // A day that was kept before was asked about then.
                let doubt = desk.today.and_then(|today| words.doubt(today)).filter(|_| words.by != held_day);
                if doubt != asked.get_untracked() {
                    asked.set(doubt);
                    places.with_value(|[_, _, day, _]| focus(day));
                    return;
                }
                let from = fields.with_untracked(|typed| typed.from.clone());
                form.save(id, move |notebook, names| match name {
                    Some(name) => step::rephrase(notebook, name, &words, names),
                    None => step::point(&words, from.clone(), names),
                });
            }
            Err(found) => {
                desk.sign.set(Sign::Quiet);
                // One goes on in the first field that is to be mended, from above.
                let first = order(sort).into_iter().find(|at| found.iter().any(|fault| field(*fault) == *at));
                places.with_value(|all| first.map(|at| focus(&all[at])));
                faults.set(found);
            }
        }
    };
    let list = move || {
        faults.with(|faults| faults.iter().map(|fault| view! { <li>{t::mend(language, *fault)}</li> }).collect_view())
    };
    let invalid =
        move |at: usize| move || faults.with(|faults| faults.iter().any(|fault| field(*fault) == at)).then_some("true");
    let who = sort.has_who().then(|| {
        let label = match sort {
            Sort::PassOn => t::to_whom(language),
            Sort::Join => t::join_whom(language),
            _ => t::who_promises(language),
        };
        let optional = (sort == Sort::Join)
            .then(|| view! { " "<span class="question__optional">{desk::optional(language)}</span> });
        let help = (sort == Sort::PassOn).then(|| view! { <p class="soft">{t::to_whom_help(language)}</p> });
        view! {
            <div>
                <label for=who_id.clone()>{label}{optional}</label>
                {help}
                <input
                    id=who_id
                    maxlength=Words::NAME.to_string()
                    autocomplete="off"
                    aria-describedby=faults_id.clone()
                    aria-invalid=invalid(1)
                    prop:value=move || fields.with(|typed| typed.who.clone())
                    on:input=move |event| form.change(|typed| typed.who = event_target_value(&event))
                />
            </div>
        }
    });
    let by = sort.has_day().then(|| {
        view! {
            <div>
                <label for=by_id.clone()>{t::by_when(language)}</label>
                <input
                    id=by_id
                    type="date"
                    aria-describedby=faults_id.clone()
                    aria-invalid=invalid(2)
                    prop:value=move || fields.with(|typed| typed.by.clone())
                    on:input=move |event| form.change(|typed| typed.by = event_target_value(&event))
                />
            </div>
        }
    });
    let touchstone = (sort == Sort::Touchstone).then(|| {
        let options = desk.offer.with_value(|offer| {
            let option = |one: &crate::domain::gathering::OfferedTouchstone| {
                view! { <option value=one.id.to_string()>{one.title.clone()}</option> }
            };
            offer.touchstones.iter().map(option).collect_view()
        });
        // What stands in the one that is chosen, so that nobody has to know it by heart.
        let holds = move || {
            let chosen = fields.with(|typed| typed.touchstone.clone());
            desk.offer.with_value(|offer| {
                let chosen = offer.touchstones.iter().find(|one| one.id.as_str() == chosen);
                let items = chosen.into_iter().flat_map(|one| one.items.clone());
                items.map(|item| view! { <li>{item}</li> }).collect_view()
            })
        };
        view! {
            <div>
                <label for=touchstone_id.clone()>{t::which(language)}</label>
                <select
                    id=touchstone_id
                    aria-describedby=faults_id.clone()
                    aria-invalid=invalid(3)
                    prop:value=move || fields.with(|typed| typed.touchstone.clone())
                    on:change=move |event| form.change(|typed| typed.touchstone = event_target_value(&event))
                >
                    <option value="">{t::choose(language)}</option>
                    {options}
                </select>
                <ul class="desk-list soft">{holds}</ul>
            </div>
        }
    });
    let label = if sort == Sort::Touchstone { t::story(language) } else { t::words(language) };
    let choose = name.is_none().then(|| view! { <FromRemarks desk gathering sort form to=text_id.clone() /> });
    let button = if name.is_some() { desk::keep(language) } else { t::add(language) };
    let hidden = name.is_none().then(|| view! { <span class="visually-hidden">": "{t::sort(language, sort)}</span> });
    let leave = move |_| {
        form.forget();
        done();
    };
    let cancel = name.map(|_| {
        view! { <button class="button" type="button" on:click=leave>{desk::cancel(language)}</button> }
    });
    view! {
        <form class="desk-form" novalidate on:submit=save>
            {touchstone}
            <div>
                <label for=text_id.clone()>{label}</label>
                <textarea
                    id=text_id
                    rows="2"
                    dir="auto"
                    aria-describedby=faults_id.clone()
                    aria-invalid=invalid(0)
                    prop:value=move || fields.with(|typed| typed.text.clone())
                    on:input=move |event| form.change(|typed| typed.text = event_target_value(&event))
                    on:keydown=move |event| {
                        if event.key() == "Enter" && !event.shift_key() && !event.is_composing() {
                            event.prevent_default();
                            submit(&event);
                        }
                    }
                ></textarea>
            </div>
            {who}
            {by}
            <div role="alert" id=faults_id>
                <ul class="question__error">{list}</ul>
                {move || asked.get().map(|doubt| view! { <p class="desk-asked">{typing::doubt(language, doubt)}</p> })}
            </div>
            <p class="row">
                <button class="button" type="submit">{button}{hidden}</button>
                {cancel}
            </p>
            {name.is_none().then(|| view! { <HalfTyped fields=form /> })}
            {choose}
        </form>
    }
}

/// Which field a fault is in: the words, who, the day or the touchstone.
fn field(fault: PointFault) -> usize {
    match fault {
        PointFault::Text(_) => 0,
        PointFault::Who(_) => 1,
        PointFault::By(_) => 2,
        PointFault::Touchstone => 3,
    }
}

/// The fields as they stand below each other.
fn order(sort: Sort) -> [usize; 4] {
    if sort == Sort::Touchstone { [3, 0, 1, 2] } else { [0, 1, 2, 3] }
}

/// Enter in a field of words sends its form, as in a field of one line.
fn submit(event: &leptos::ev::KeyboardEvent) {
    use leptos::wasm_bindgen::JsCast;
    let form = event_target::<leptos::web_sys::Element>(event).closest("form").ok().flatten();
    if let Some(form) = form.and_then(|form| form.dyn_into::<leptos::web_sys::HtmlFormElement>().ok()) {
        // A form without a button of that kind can't be sent; this one has it.
        let _ = form.request_submit();
    }
}
