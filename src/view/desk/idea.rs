//! An idea that somebody heard outside a gathering, in a minute; or the story of a colleague, beside the touchstones.

use super::{Desk, Sign, rooms::Errand, who::WhoForm};
use crate::{
    domain::{
        gathering::{About, Kind, Nature, Noted, Offered, OfferedTouchstone, TypedRemark, Words},
        id::Id,
        ordered::sort_by_key,
        room::Room,
    },
    texts::{desk, idea as t, sending},
};
use leptos::prelude::*;

/// So many of what was heard last show.
const LAST: usize = 5;

/// What was typed, once it was checked.
#[derive(Clone, Debug)]
pub struct Heard {
    /// An idea, or a colleague's story.
    pub nature: Nature,
    /// About what.
    pub about: About,
    /// The words.
    pub noted: Noted,
    /// The touchstones that showed, and how.
    pub showed: Vec<(Id, Words)>,
}

/// What stands in the fields.
#[derive(Clone, Copy)]
pub struct Typed {
    /// An idea, or a colleague's story.
    pub nature: RwSignal<Nature>,
    text: RwSignal<String>,
    kind: RwSignal<Kind>,
    place: RwSignal<String>,
    name: RwSignal<String>,
    agreed: RwSignal<bool>,
    about: RwSignal<String>,
    list: RwSignal<String>,
    showed: RwSignal<Vec<String>>,
    fault: RwSignal<String>,
}

impl Default for Typed {
    fn default() -> Self {
        let text = || RwSignal::new(String::new());
        let (nature, kind) = (RwSignal::new(Nature::Ideas), RwSignal::new(Kind::Idea));
        let (agreed, showed) = (RwSignal::new(false), RwSignal::new(Vec::new()));
        Self {
            nature,
            text: text(),
            kind,
            place: text(),
            name: text(),
            agreed,
            about: text(),
            list: text(),
            showed,
            fault: text(),
        }
    }
}

impl Typed {
    /// After it was kept: what is about one person goes, what it is about stays.
    pub fn clear(self) {
        [self.text, self.name, self.fault].iter().for_each(|field| field.set(String::new()));
        self.agreed.set(false);
        // As many fields stay as the touchstone has.
        self.showed.update(|showed| showed.iter_mut().for_each(String::clear));
    }

    /// Checked; what is wrong shows.
    pub fn heard(self, desk: Desk) -> Option<Heard> {
        match self.checked(desk) {
            Ok(heard) => Some(heard),
            Err(fault) => {
                desk.sign.set(Sign::Quiet);
                self.fault.set(fault);
                None
            }
        }
    }

    fn checked(self, desk: Desk) -> Result<Heard, String> {
        let language = desk.language;
        let nature = self.nature.get_untracked();
        let kind = if nature == Nature::Interview { Kind::Experience } else { self.kind.get_untracked() };
        let typed = TypedRemark {
            text: self.text.get_untracked(),
            kind,
            stop: self.place.get_untracked(),
            speaker: self.name.get_untracked(),
            agreed: self.agreed.get_untracked(),
        };
        let noted = Noted::try_from(typed).map_err(|fault| desk::remark_fault(language, fault))?;
        let slug = (nature == Nature::Ideas).then(|| Id::try_from(self.about.read_untracked().as_str()).ok()).flatten();
        let mut showed = Vec::new();
        if let (Nature::Interview, Ok(list)) = (nature, Id::try_from(self.list.read_untracked().as_str())) {
            let typed = self.showed.get_untracked();
            let filled = typed.iter().map(|typed| typed.trim());
            for (item, typed) in items(desk, &list).iter().zip(filled).filter(|(_, typed)| !typed.is_empty()) {
                let words = Words::of(&format!("{item}: {typed}"), Words::POINT);
                showed.push((list.clone(), words.map_err(|fault| desk::words(language, fault))?));
            }
        }
        let about = slug.map_or(About::Listening, About::Consultation);
        Ok(Heard { nature, about, noted, showed })
    }
}

/// What a touchstone asks for.
fn items(desk: Desk, list: &Id) -> Vec<String> {
    let of = |all: &[OfferedTouchstone]| all.iter().find(|one| one.id == *list).map(|one| one.items.clone());
    desk.offer.with_value(|offer| of(&offer.touchstones)).unwrap_or_default()
}

/// The room.
#[component]
pub fn IdeaRoom(desk: Desk, typed: Typed, errand: Callback<Errand>) -> impl IntoView {
    let language = desk.language;
    let known = Memo::new(move |_| desk.who.with(Option::is_some));
    let open = desk.offer.with_value(|offer| {
        let open = |one: &&Offered| desk.today.is_none_or(|today| one.opens <= today && today <= one.closes);
        offer.questions.iter().filter(open).cloned().collect::<Vec<_>>()
    });
    // Without an agenda is where an idea belongs, if somebody does not choose.
    let first = open.iter().find(|one| one.listening).or(open.first()).map(|one| one.slug.to_string());
    if typed.about.with_untracked(String::is_empty) {
        typed.about.set(first.unwrap_or_default());
    }
    let touchstones = desk.offer.with_value(|offer| offer.touchstones.clone());
    // The principles of Flevoland are what stories of colleagues are held against; where a site has none, what it has.
    let flevo = touchstones.iter().find(|one| one.id.as_str().starts_with("flevo")).or(touchstones.first());
    if typed.list.with_untracked(String::is_empty) {
        typed.list.set(flevo.map(|one| one.id.to_string()).unwrap_or_default());
    }
    let is_story = Memo::new(move |_| typed.nature.get() == Nature::Interview);
    let save = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        errand.run(Errand::Hear);
    };
    let nature = move |to: Nature, text: &'static str| {
        view! {
            <label class="choice">
                <input type="radio" name="idea-nature" prop:checked=move || typed.nature.get() == to on:change=move |_| typed.nature.set(to) />
                <span>{text}</span>
            </label>
        }
    };
    let kinds = Kind::ALL.map(|one| {
        view! {
            <label class=format!("desk-kind desk-kind--{}", one.code())>
                <input type="radio" name="idea-kind" value=one.code() prop:checked=move || typed.kind.get() == one on:change=move |_| typed.kind.set(one) />
                <span>{desk::kind_name(language, one)}</span>
            </label>
        }
    });
    let questions: Vec<_> = open
        .iter()
        .map(|one| {
            let (slug, here) = (one.slug.to_string(), one.slug.to_string());
            view! { <option value=slug prop:selected=move || typed.about.get() == here>{one.title.clone()}</option> }
        })
        .collect();
    let lists: Vec<_> = touchstones
        .iter()
        .map(|one| {
            let (id, here) = (one.id.to_string(), one.id.to_string());
            view! { <option value=id prop:selected=move || typed.list.get() == here>{one.title.clone()}</option> }
        })
        .collect();
    let held = move || {
        let list = typed.list.get();
        let items = Id::try_from(list.as_str()).map(|list| items(desk, &list)).unwrap_or_default();
        typed.showed.update_untracked(|showed| showed.resize(items.len(), String::new()));
        let item = |(at, item): (usize, String)| {
            let id = format!("idea-showed-{at}");
            let now = move || typed.showed.with(|showed| showed.get(at).cloned().unwrap_or_default());
            let change = move |event| {
                typed.showed.update(|showed| {
                    if let Some(place) = showed.get_mut(at) {
                        *place = event_target_value(&event);
                    }
                });
            };
            view! {
                <div>
                    <label for=id.clone()>{item}</label>
                    <textarea id=id rows="2" dir="auto" prop:value=now on:input=change></textarea>
                </div>
            }
        };
        items.into_iter().enumerate().map(item).collect_view()
    };
    let asked = move || if is_story.get() { t::story(language) } else { t::words(language) };
    let place = move || if is_story.get() { t::whose(language) } else { t::place(language) };
    view! {
        <div class="desk-part desk-closing">
            <div class="desk-steps">
                {move || (!known.get()).then(|| view! {
                    <section class="desk-card"><h2>{desk::who_title(language)}</h2><p>{desk::who_why(language)}</p><WhoForm desk /></section>
                })}
                <form class="desk-form" on:submit=save hidden=move || !known.get()>
                    <fieldset class="desk-choices">
                        <legend>{t::what(language)}</legend>
                        {nature(Nature::Ideas, t::an_idea(language))}
                        {nature(Nature::Interview, t::a_story(language))}
                    </fieldset>
                    <fieldset class="desk-sorts" hidden=is_story><legend>{t::kind(language)}</legend>{kinds}</fieldset>
                    <div>
                        <label for="idea-words">{asked}</label>
                        <textarea
                            id="idea-words"
                            rows="4"
                            dir="auto"
                            aria-describedby="idea-fault"
                            prop:value=typed.text
                            on:input=move |event| {
                                typed.text.set(event_target_value(&event));
                                typed.fault.set(String::new());
                            }
                        ></textarea>
                    </div>
                    <div>
                        <label for="idea-place">{place}</label>
                        <input id="idea-place" prop:value=typed.place on:input=move |event| typed.place.set(event_target_value(&event)) />
                    </div>
                    <div>
                        <label for="idea-name">{t::name(language)}</label>
                        <input id="idea-name" prop:value=typed.name on:input=move |event| typed.name.set(event_target_value(&event)) />
                    </div>
                    <label class="choice">
                        <input type="checkbox" prop:checked=typed.agreed on:change=move |event| typed.agreed.set(event_target_checked(&event)) />
                        <span>{t::agreed(language)}</span>
                    </label>
                    <div hidden=move || is_story.get() || typed.about.with(String::is_empty)>
                        <label for="idea-about">{t::about(language)}</label>
                        <select id="idea-about" on:change=move |event| typed.about.set(event_target_value(&event))>{questions}</select>
                    </div>
                    <fieldset class="desk-choices" hidden=move || !is_story.get()>
                        <legend>{t::showed(language)}</legend>
                        <div>
                            <label for="idea-list">{t::list(language)}</label>
                            <select id="idea-list" on:change=move |event| typed.list.set(event_target_value(&event))>{lists}</select>
                        </div>
                        <p class="soft">{t::showed_help(language)}</p>
                        {held}
                    </fieldset>
                    <p role="alert" id="idea-fault" class="question__error">{typed.fault}</p>
                    <p class="row"><button class="button button--primary" type="submit">{t::save(language)}</button></p>
                </form>
            </div>
            <div class="desk-steps">
                <section class="desk-points">
                    <h2>{t::last(language)}</h2>
                    {move || last(desk)}
                    <p hidden=is_story><a class="button" href=Room::Send.href()>{sending::title(language)}</a></p>
                    <p class="soft">{move || if is_story.get() { t::stays(language) } else { t::goes(language) }}</p>
                </section>
            </div>
        </div>
    }
}

/// What was heard last.
fn last(desk: Desk) -> impl IntoView {
    let language = desk.language;
    let mut all: Vec<(u64, String, String)> = Vec::new();
    desk.held.with(|held| {
        let standing = held.all().map(|(_, book)| book.now()).filter(|now| now.nature != Nature::Hall);
        for (now, remark) in standing.flat_map(|now| now.remarks.iter().map(move |remark| (now, remark))) {
            let about: Vec<_> = [remark.stop.clone(), remark.speaker.clone()].into_iter().flatten().collect();
            let about = if about.is_empty() { desk.name(now) } else { about.join(" · ") };
            all.push((remark.at, remark.text.clone().unwrap_or_default(), about));
        }
    });
    sort_by_key(&mut all, |(at, ..)| std::cmp::Reverse(*at));
    let none = all.is_empty().then(|| view! { <p class="desk-empty">{t::none(language)}</p> });
    let item = |(_, text, about)| view! { <li><span dir="auto">{text}</span><br/><span class="soft" dir="auto">{about}</span></li> };
    let items: Vec<_> = all.into_iter().take(LAST).map(item).collect();
    view! { {none}<ul class="desk-list">{items}</ul> }
}
