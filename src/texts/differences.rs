//! What changes with a site that was made, told by question and by field.

use crate::{
    domain::{
        consultation::Amended,
        language::{
            Language::{self, En, Nl},
            Localised,
        },
    },
    files::release::{
        How,
        differences::{Differences, Other, Part},
    },
    texts::{fields, pick},
};

say! {
    /// Only the apps.
    apps: "De apps van een nieuwere versie.", "The apps of a newer version.";
    /// The theme.
    theme: "Kleuren en letters van de site.", "Colours and letters of the site.";
    /// Pictures.
    pictures: "Foto’s of tekeningen.", "Photos or drawings.";
    /// What goes with the day.
    rest: "Alleen wat vanzelf meegaat met de dag, zoals hoelang een vraag nog open is.", "Only what goes with the day by itself, such as how long a question is still open.";
}

/// Fields of the site, and what they are.
const SITE: &[(&str, &str, &str)] = &[
    ("name", "de naam", "the name"),
    ("organisation", "wie het vraagt", "who asks"),
    ("notice", "de melding bovenaan", "the notice at the top"),
    ("intro", "de inleiding", "the introduction"),
    ("contact", "hoe u te bereiken bent", "how to reach you"),
    ("languages", "de talen", "the languages"),
    ("endpoint", "waar reacties heen gaan", "where responses go"),
    ("privacy", "de privacyverklaring", "the privacy statement"),
    ("touchstones", "de toetsstenen", "the touchstones"),
    ("address", "het adres", "the address"),
    ("embed", "waar de site in een andere site mag staan", "where the site may stand in another site"),
    ("offline", "of de site zonder netwerk opent", "whether the site opens without a network"),
    ("desk", "of de werkplek erbij hoort", "whether the desk is part of it"),
    ("theme", "de kleuren en letters", "the colours and letters"),
    ("logo", "het logo", "the logo"),
    ("picture", "de foto voorop", "the photo in front"),
    ("paper", "waar papieren formulieren heen gaan", "where paper forms go"),
];

/// Lists in an item, and what more of these are: Dutch and English.
const SEVERAL: &[(&str, &str, &str)] = &[
    ("options", "antwoorden", "answers"),
    ("values", "waarden", "values"),
    ("sides", "kanten", "sides"),
    ("who", "deelnemers", "participants"),
];

/// Small numbers as words.
const NUMBERS: [(&str, &str); 6] =
    [("een", "one"), ("twee", "two"), ("drie", "three"), ("vier", "four"), ("vijf", "five"), ("zes", "six")];

/// What is new, what is other and what goes, a line each.
#[derive(Debug, Default)]
pub struct Lines {
    /// New.
    pub new: Vec<String>,
    /// Not as it was.
    pub changed: Vec<String>,
    /// Not there any more.
    pub gone: Vec<String>,
}

/// All of it as lines.
pub fn lines(language: Language, all: &Differences) -> Lines {
    let mut lines = Lines::default();
    let mut put = |how, line| match how {
        How::New => lines.new.push(line),
        How::Otherwise => lines.changed.push(line),
        How::Gone => lines.gone.push(line),
    };
    for one in &all.questions {
        put(one.how, question(language, one));
    }
    for one in &all.answers {
        let title = called(language, one);
        put(one.how, format!("{} {title}", pick(language, "Ons antwoord bij", "Our answer on")));
    }
    for one in &all.places {
        let title = called(language, one);
        put(one.how, format!("{} {title}", pick(language, "De plaatsen van", "The places of")));
    }
    if !all.site.is_empty() {
        let of = all.site.iter().map(|name| {
            let found = SITE.iter().find(|one| one.0 == name);
            found.map_or(pick(language, "een instelling", "a setting"), |(_, nl, en)| pick(language, nl, en))
        });
        let of = of.collect::<Vec<_>>().join(", ");
        put(How::Otherwise, format!("{}: {of}.", pick(language, "De site zelf", "The site itself")));
    }
    let plain = [
        (all.theme && !all.site.iter().any(|name| name == "theme"), theme(language)),
        (all.pictures, pictures(language)),
        (all.apps, apps(language)),
        (all.only_the_rest, rest(language)),
    ];
    plain.into_iter().filter(|(is, _)| *is).for_each(|(_, line)| put(How::Otherwise, line.to_owned()));
    lines
}

/// The title of something, in quotation marks.
fn quoted(language: Language, title: Option<&Localised>) -> Option<String> {
    let title = title.map(|title| title.get(language).trim()).filter(|title| !title.is_empty())?;
    Some(format!("‘{title}’"))
}

fn called(language: Language, one: &Other) -> String {
    quoted(language, one.title.as_ref()).unwrap_or_else(|| one.slug.clone())
}

fn question(language: Language, one: &Other) -> String {
    let title = called(language, one);
    let parts: Vec<_> = one.parts.iter().map(|one| part(language, one)).collect();
    match parts.is_empty() {
        // The file says the same in other signs.
        true => title,
        false => format!("{title}: {}.", parts.join(", ")),
    }
}

/// A part that is not as it was, in the middle of a sentence.
fn part(language: Language, part: &Part) -> String {
    match part {
        Part::Field(name, of) => {
            let of = of.as_deref().map(|code| fields::choice(language, code)).filter(|name| !name.is_empty());
            field(language, name) + &of.map(|name| format!(" ({name})")).unwrap_or_default()
        }
        Part::Some(name, count) => some(language, name, *count),
        Part::Amended { what, last, was } => {
            let [last, was] = [last, was].map(|day| day.written(language));
            match (language, what) {
                (Nl, Amended::Extended) => format!("blijft langer open: tot en met {last} (was {was})"),
                (En, Amended::Extended) => format!("stays open for longer: up to and including {last} (was {was})"),
                (Nl, Amended::ClosedEarly) => format!("sluit eerder: na {last} (was {was})"),
                (En, Amended::ClosedEarly) => format!("closes early: after {last} (was {was})"),
                (Nl, Amended::Withdrawn) => "wordt ingetrokken".to_owned(),
                (En, Amended::Withdrawn) => "is withdrawn".to_owned(),
            }
        }
        Part::Order(name) => {
            let list = lower(fields::label(language, name));
            format!("{} {list}", pick(language, "de volgorde bij", "the order of"))
        }
        Part::Item(list, title, how, inside) => {
            let item = fields::nth(language, list, 0);
            let item = lower(item.trim_end_matches(|c: char| c.is_ascii_digit() || c == ' '));
            let of = quoted(language, title.as_ref());
            let whole = of.as_ref().map_or(item.clone(), |of| format!("{item} {of}"));
            match (language, how) {
                (Nl, How::New) => format!("{whole} is nieuw"),
                (En, How::New) => format!("{whole} is new"),
                (Nl, How::Gone) => format!("{whole} is weg"),
                (En, How::Gone) => format!("{whole} has gone"),
                (_, How::Otherwise) => {
                    let inside: Vec<_> = inside.iter().map(|one| self::part(language, one)).collect();
                    let and = pick(language, " en ", " and ");
                    let of = of.unwrap_or(item);
                    match (language, inside.is_empty()) {
                        (_, true) => whole,
                        (Nl, false) => format!("{} van {of}", inside.join(&and)),
                        (En, false) => format!("{} of {of}", inside.join(&and)),
                    }
                }
            }
        }
    }
}

/// A field: in small letters, or in quotation marks where it is a question of the form.
fn field(language: Language, name: &str) -> String {
    let label = match name.rsplit('.').next() {
        Some("title") => pick(language, "titel", "title"),
        // It is called so by what it is in.
        Some("text" | "label" | "name") if name.contains('.') => pick(language, "tekst", "text"),
        _ => fields::label(language, name).to_owned(),
    };
    lower(&label)
}

fn lower(label: &str) -> String {
    if label.ends_with('?') {
        return format!("‘{label}’");
    }
    let mut letters = label.chars();
    letters.next().map(|first| first.to_lowercase().chain(letters).collect()).unwrap_or_default()
}

fn some(language: Language, name: &str, count: usize) -> String {
    let last = name.rsplit('.').next().unwrap_or_default();
    let number = |count: usize| {
        let known = count.checked_sub(1).and_then(|at| NUMBERS.get(at));
        known.map_or_else(|| count.to_string(), |(nl, en)| pick(language, nl, en))
    };
    let several = SEVERAL.iter().find(|one| one.0 == last);
    match several.filter(|_| count > 1) {
        Some((_, nl, en)) => format!("{} {}", number(count), pick(language, nl, en)),
        None => {
            let item = fields::nth(language, name, 0);
            let item = lower(item.trim_end_matches(|c: char| c.is_ascii_digit() || c == ' '));
            if several.is_some() { format!("{} {item}", number(1)) } else { lower(fields::label(language, name)) }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_question_says_by_its_fields_what_is_not_as_it_was() {
        let title = |nl: &str| Some(Localised::Same(nl.to_owned()));
        let options = Part::Some("questions.options".into(), 2);
        let item = |list: &str, text: &str, how, inside| Part::Item(list.into(), title(text), how, inside);
        let one = |how, parts| Other { slug: "bus".into(), title: title("De bus"), how, parts };
        let parts = vec![
            Part::Field("title".into(), None),
            Part::Field("why_now".into(), Some("en".into())),
            item("questions", "Hoe vaak?", How::Otherwise, vec![options]),
            item("questions", "En waarom?", How::New, vec![]),
            item("facts", "Ritten", How::Gone, vec![]),
            Part::Order("questions".into()),
        ];
        let all = Differences { questions: vec![one(How::Otherwise, parts)], apps: true, ..Differences::default() };
        assert_eq!(
            lines(Nl, &all).changed,
            [
                "‘De bus’: titel, ‘Waarom nu?’ (Engels), twee antwoorden van ‘Hoe vaak?’, vraag ‘En waarom?’ is nieuw, \
                 feit ‘Ritten’ is weg, de volgorde bij de vragen.",
                "De apps van een nieuwere versie."
            ]
        );
        let [last, was] = ["2026-12-31", "2026-11-30"].map(|day| day.try_into().unwrap());
        let amended = |what| Part::Amended { what, last, was };
        let parts = vec![amended(Amended::Extended), amended(Amended::Withdrawn)];
        let all = Differences { questions: vec![one(How::Otherwise, parts)], ..Differences::default() };
        assert_eq!(
            lines(Nl, &all).changed,
            ["‘De bus’: blijft langer open: tot en met 31 december 2026 (was 30 november 2026), wordt ingetrokken."]
        );
        let new = Differences { questions: vec![one(How::New, vec![])], ..Differences::default() };
        assert_eq!(lines(En, &new).new, ["‘De bus’"]);
        let site = Differences { site: vec!["intro".into(), "zomaar".into()], ..Differences::default() };
        assert_eq!(lines(Nl, &site).changed, ["De site zelf: de inleiding, een instelling."]);
    }
}
