//! A list of municipalities and villages from what somebody pastes of a spreadsheet: spellings of one place are made one.

use crate::domain::{ordered::sort_by_key, plain_letters::plain};
use serde_json::{Value, json};

/// Words by which a column is known that holds municipalities, and one that holds villages.
const MUNICIPALITIES: [&str; 3] = ["gemeente", "gemeentenaam", "municipality"];
const VILLAGES: [&str; 6] = ["woonplaats", "woonplaatsnaam", "plaats", "plaatsnaam", "dorp", "village"];
/// As many as there may be, and villages in each.
const MOST: (usize, usize) = (60, 300);

/// What was made of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Listed {
    /// Each municipality with its villages, in the order of the alphabet.
    pub municipalities: Vec<(String, Vec<String>)>,
    /// Spellings that were made one: what was left out, and what stands.
    pub merged: Vec<(String, String)>,
}

/// Why no list was made of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NotListed {
    /// Nothing stands in it.
    Nothing,
    /// There are more columns, and no heading that says which is which.
    WhichColumns,
    /// There are more municipalities than a province has, or more villages in one.
    TooMany,
}

/// Reads rows of a sheet: municipality and village; or municipalities alone.
pub fn list(text: &str) -> Result<Listed, NotListed> {
    let split = |line: &str| -> Vec<String> {
        let by = if line.contains('\t') { '\t' } else { ';' };
        line.split(by).map(|cell| cell.trim().trim_matches('"').trim().to_owned()).collect()
    };
    let mut rows: Vec<_> = text.lines().filter(|line| !line.trim().is_empty()).map(split).collect();
    let first = rows.first().ok_or(NotListed::Nothing)?;
    let column = |words: &[&str]| first.iter().position(|cell| words.contains(&cell.to_lowercase().as_str()));
    let (of_town, of_village) = (column(&MUNICIPALITIES), column(&VILLAGES));
    let (town, village) = match (of_town, of_village, first.len()) {
        (Some(town), village, _) => {
            rows.remove(0);
            (town, village)
        }
        (None, _, 1) => (0, None),
        (None, _, 2) => (0, Some(1)),
        _ => return Err(NotListed::WhichColumns),
    };
    let mut listed = Listed { municipalities: Vec::new(), merged: Vec::new() };
    for row in &rows {
        let cell = |at: usize| row.get(at).map_or("", String::as_str);
        // In many sheets the name of a municipality stands in the first of its rows only.
        let at = match (key(cell(town)), listed.municipalities.len()) {
            (None, 0) => continue,
            (None, all) => all - 1,
            (Some(_), _) => {
                let (found, merged) = (find(&listed.municipalities, cell(town), |one| &one.0), &mut listed.merged);
                found.map(|at| (at, listed.municipalities[at].0.clone())).map_or_else(
                    || {
                        listed.municipalities.push((cell(town).to_owned(), Vec::new()));
                        listed.municipalities.len() - 1
                    },
                    |(at, stands)| {
                        note(merged, cell(town), &stands);
                        at
                    },
                )
            }
        };
        let Some(typed) = village.map(cell).filter(|typed| key(typed).is_some()) else { continue };
        let villages = &mut listed.municipalities[at].1;
        match find(villages, typed, |one| one).map(|at| villages[at].clone()) {
            Some(stands) => note(&mut listed.merged, typed, &stands),
            None => villages.push(typed.to_owned()),
        }
    }
    if listed.municipalities.is_empty() {
        return Err(NotListed::Nothing);
    }
    if listed.municipalities.len() > MOST.0 || listed.municipalities.iter().any(|(_, all)| all.len() > MOST.1) {
        return Err(NotListed::TooMany);
    }
    sort_by_key(&mut listed.municipalities, |(name, _)| key(name));
    for (_, villages) in &mut listed.municipalities {
        sort_by_key(villages, |name| key(name));
    }
    Ok(listed)
}

/// A name by its letters and digits alone; nothing where there are none. The same as a place name for what stands in lists of
/// Dutch places; the tables of Unicode that know all others would weigh more than all of this room.
fn key(name: &str) -> Option<String> {
    let letters: String = plain(name).chars().filter(|c| c.is_alphanumeric()).collect();
    (!letters.is_empty()).then_some(letters)
}

fn find<T>(all: &[T], typed: &str, name: impl Fn(&T) -> &String) -> Option<usize> {
    let wanted = key(typed);
    all.iter().position(|one| key(name(one)) == wanted)
}

fn note(merged: &mut Vec<(String, String)>, typed: &str, stands: &str) {
    let pair = (typed.to_owned(), stands.to_owned());
    if typed != stands && !merged.contains(&pair) {
        merged.push(pair);
    }
}

impl Listed {
    /// The file of it, for a province and with where it comes from.
    pub fn file(&self, province: &str, source: &str, licence: &str) -> String {
        let all: Vec<Value> =
            self.municipalities.iter().map(|(name, villages)| json!({ "name": name, "villages": villages })).collect();
        let file = json!({
            "format": "beginspraak.places/1", "province": province,
            "source": { "title": source, "licence": licence }, "municipalities": all,
        });
        format!("{file:#}\n")
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{domain::place_name::PlaceName, files::read};

    #[test]
    fn two_columns_are_municipalities_with_their_villages() {
        let text = "Gemeente\tWoonplaats\nAa en Hunze\tRolde\n\tAnnen\nAssen\tLoon\nAa en Hunze\tGieten\n";
        let listed = list(text).unwrap();
        let names: Vec<_> = listed.municipalities.iter().map(|(name, all)| (name.as_str(), all.join(" "))).collect();
        assert_eq!(names, [("Aa en Hunze", "Annen Gieten Rolde".into()), ("Assen", "Loon".into())]);
        let file: Value = serde_json::from_str(&listed.file("Drenthe", "Eigen lijst", "CC0")).unwrap();
        assert_eq!(read::places::read(&file, &[]).unwrap().municipalities.len(), 2);
    }

    #[test]
    fn places_are_one_here_as_they_are_where_reactions_are_counted() {
        let names = [
            "’s-Heerenhoek",
            "S HEERENHOEK",
            "2e Exloërmond",
            "2e exloermond",
            "Súdwest-Fryslân",
            "Sudwest Fryslan",
            "…",
            "Loo",
        ];
        for (one, other) in names.iter().flat_map(|one| names.iter().map(move |other| (one, other))) {
            assert_eq!(key(one) == key(other), PlaceName::of(one) == PlaceName::of(other), "{one} {other}");
        }
    }

    #[test]
    fn spellings_are_made_one_and_told() {
        let listed = list("Borger-Odoorn;2e Exloërmond\nBorger Odoorn;2e Exloermond\nborger-odoorn;Valthe").unwrap();
        assert_eq!(
            listed.municipalities,
            [("Borger-Odoorn".to_owned(), vec!["2e Exloërmond".into(), "Valthe".into()])]
        );
        assert_eq!(listed.merged.len(), 3, "{:?}", listed.merged);
        assert!(listed.merged.contains(&("2e Exloermond".into(), "2e Exloërmond".into())));
    }

    #[test]
    fn one_column_is_municipalities_and_more_need_a_heading() {
        assert_eq!(list("Assen\nEmmen").unwrap().municipalities.len(), 2);
        assert_eq!(list("a;b;c\nd;e;f"), Err(NotListed::WhichColumns));
        let listed = list("code;dorp;gemeente\n1;Loon;Assen").unwrap();
        assert_eq!(listed.municipalities, [("Assen".to_owned(), vec!["Loon".to_owned()])]);
        assert_eq!(list("\n \n"), Err(NotListed::Nothing));
        let many: String = (0..61).map(|n| format!("Gemeente {n}\n")).collect();
        assert_eq!(list(&many), Err(NotListed::TooMany));
    }
}
