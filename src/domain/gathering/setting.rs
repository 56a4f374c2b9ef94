//! What is to be known before a gathering begins, once it was checked.

use super::{
    days::{self, DayDoubt, DayFault},
    deed::Deed,
    hour::Hour,
    notebook::Notebook,
    place::{About, Key, Value},
    step::{Names, Written, says},
    words::{Words, WordsFault},
};
use crate::domain::{day::Day, id::Id};

/// Where, when, by whom and about what.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Setting {
    place: Words,
    day: Day,
    begins: Option<Hour>,
    hosts: Option<Words>,
    about: About,
    ask: Option<Words>,
}

/// As it was typed.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct TypedSetting {
    /// Where.
    pub place: String,
    /// When, as a field for a day gives it.
    pub day: String,
    /// At what time, as people write that; empty where nobody says.
    pub begins: String,
    /// By whom.
    pub hosts: String,
    /// The slug of a question of the site; empty without an agenda.
    pub about: String,
    /// The opening question, without an agenda.
    pub ask: String,
}

/// What has to be mended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SettingFault {
    /// The place.
    Place(WordsFault),
    /// The day.
    Day(DayFault),
    /// The time.
    Begins,
    /// The hosts.
    Hosts(WordsFault),
    /// The opening question.
    Ask(WordsFault),
}

impl Setting {
    /// Checks what was typed, and names everything that is wrong.
    pub fn of(typed: &TypedSetting) -> Result<Self, Vec<SettingFault>> {
        let place = Words::of(&typed.place, Words::NAME).map_err(SettingFault::Place);
        let day = days::typed(&typed.day).map_err(SettingFault::Day);
        let begins = match typed.begins.trim() {
            "" => Ok(None),
            typed => Hour::typed(typed).map(Some).map_err(|_| SettingFault::Begins),
        };
        let hosts = Words::perhaps(&typed.hosts).map_err(SettingFault::Hosts);
        let about = Id::try_from(typed.about.as_str()).map_or(About::Listening, About::Consultation);
        // About a question of the site, that is what is asked.
        let asked = if about == About::Listening { typed.ask.as_str() } else { "" };
        let ask = Words::perhaps(asked).map_err(SettingFault::Ask);
        match (place, day, begins, hosts, ask) {
            (Ok(place), Ok(day), Ok(begins), Ok(hosts), Ok(ask)) => Ok(Self { place, day, begins, hosts, about, ask }),
            (place, day, begins, hosts, ask) => {
                Err([place.err(), day.err(), begins.err(), hosts.err(), ask.err()].into_iter().flatten().collect())
            }
        }
    }

    /// What somebody is asked about before it is kept.
    pub fn doubt(&self, today: Day) -> Option<DayDoubt> {
        days::of_gathering(self.day, today)
    }

    /// What has to be done so that this holds: what holds already stays as it is.
    pub fn deeds(&self, notebook: &Notebook, names: &mut Names) -> Option<Written> {
        let (log, mut written) = (notebook.log(), Written::default());
        if log.value(&Key::About) != Some(&Value::About(self.about.clone())) {
            written.deeds.push(Deed::About { about: self.about.clone() });
        }
        if log.value(&Key::Day) != Some(&Value::Day(self.day)) {
            written.deeds.push(Deed::Day { day: self.day });
        }
        for (key, words) in
            [(Key::Place, Some(&self.place)), (Key::Hosts, self.hosts.as_ref()), (Key::Ask, self.ask.as_ref())]
        {
            if says(notebook, &key, words) {
                continue;
            }
            let text = written.perhaps(names, words)?;
            written.deeds.extend(Deed::again(&key, &Value::Text(text)));
        }
        Some(written)
    }

    /// The same of the time at which it begins: a step of its own, as releases before it keep an entry that they do not know as
    /// a whole, and would know neither place nor day.
    pub fn beginning(&self, notebook: &Notebook) -> Option<Written> {
        let holds = match notebook.log().value(&Key::Begin) {
            Some(Value::Hour(hour)) => *hour,
            _ => None,
        };
        (holds != self.begins).then(|| Deed::Begin { hour: self.begins }.into())
    }
}
