//! What on the sheet of an evening looks like personal data, and in which field it stands: everybody can read that sheet.

use super::{id::PointId, kind::Sort, place::About, state::Gathering};
use crate::domain::personal::{self, PersonalKind};

/// A field whose words stand on the sheet.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Field {
    /// Where the gathering is.
    Place,
    /// Who lead it.
    Hosts,
    /// Its opening question.
    Ask,
    /// The words of a point of this sort.
    Point(PointId, Sort),
    /// Whose a point of this sort is.
    Who(PointId, Sort),
}

/// What looks like personal data.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Seen {
    /// Where it stands.
    pub field: Field,
    /// What it looks like.
    pub kind: PersonalKind,
    /// The words that look like it.
    pub words: String,
}

impl Seen {
    /// All of it, in the order of the sheet.
    pub fn all(gathering: &Gathering) -> Vec<Self> {
        let asked = gathering.ask.as_deref().filter(|_| !matches!(gathering.about, Some(About::Consultation(_))));
        let points = gathering.points.iter().filter(|point| point.sort != Sort::Touchstone).flat_map(|point| {
            let who = (Field::Who(point.id, point.sort), point.who.as_deref());
            [(Field::Point(point.id, point.sort), point.text.as_deref()), who]
        });
        let around = [(Field::Place, gathering.place.as_deref()), (Field::Ask, asked)];
        let fields = around.into_iter().chain(points).chain([(Field::Hosts, gathering.hosts.as_deref())]);
        let mut seen = Vec::new();
        for (field, text) in fields {
            let text = text.unwrap_or_default();
            for sign in personal::find(text) {
                if !field.is_for(sign.kind) {
                    seen.push(Self { field, kind: sign.kind, words: text[sign.at].to_owned() });
                }
            }
        }
        seen
    }
}

impl Field {
    /// Whether this is what the field is there for: a hall has an address, and hosts have names.
    fn is_for(self, kind: PersonalKind) -> bool {
        match self {
            Field::Place => matches!(kind, PersonalKind::Address | PersonalKind::Postcode),
            Field::Hosts => kind == PersonalKind::Name,
            Field::Ask | Field::Point(..) | Field::Who(..) => false,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::gathering::{Notebook, Point};

    #[test]
    fn what_looks_personal_is_named_with_its_words_and_the_field_that_holds_them() {
        let point = |n: u8, sort, text: &str, who: Option<&str>| Point {
            id: PointId::from([n; 12]),
            sort,
            text: Some(text.into()),
            who: who.map(str::to_owned),
            by: None,
            touchstone: None,
            from: vec![],
            agreed: false,
            done: false,
        };
        let gathering = Gathering {
            place: Some("Dorpshuis, Brinkstraat 4, 9468 AA Annen".into()),
            hosts: Some("mevrouw De Boer, deboer@example.org".into()),
            ask: Some("Wat kan beter? Bel 0592-123456".into()),
            points: vec![
                point(1, Sort::Main, "De bus komt niet.", None),
                point(2, Sort::Promise, "Wij bellen terug op 06-12345678.", Some("Anna")),
                point(3, Sort::Join, "De kookclub", Some("kok@example.org")),
                point(4, Sort::Touchstone, "Bel 06-12345678", None),
            ],
            ..Gathering::of(&Notebook::default())
        };
        let id = |n: u8| PointId::from([n; 12]);
        let told = |gathering: &Gathering| -> Vec<_> {
            Seen::all(gathering).into_iter().map(|seen| (seen.field, seen.kind, seen.words)).collect()
        };
        assert_eq!(
            told(&gathering),
            [
                (Field::Ask, PersonalKind::Phone, "0592-123456".to_owned()),
                (Field::Point(id(2), Sort::Promise), PersonalKind::Phone, "06-12345678".to_owned()),
                (Field::Who(id(3), Sort::Join), PersonalKind::Email, "kok@example.org".to_owned()),
                (Field::Hosts, PersonalKind::Email, "deboer@example.org".to_owned()),
            ]
        );
        // About a question of the site, that is what stands there.
        let about = crate::domain::id::Id::try_from("dorp").ok().map(About::Consultation);
        assert_eq!(told(&Gathering { about, ..gathering }).len(), 3);
    }
}
