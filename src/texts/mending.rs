//! What stands in the way of a site, or may be wrong with it, told by the title of the question and its field, for who never saw a
//! file.

use crate::{
    domain::{
        id::Id,
        language::Language::{self, En, Nl},
    },
    files::{
        content::{
            FileFault, Problem,
            doubt::Doubt,
            manuscript::{Manuscript, spots},
        },
        read::Cause,
        release::{Behind, report::Told},
    },
    texts::{doubt, fields, finding, pick, writing},
};
use std::path::Path;

/// What the questions are called, in a work folder with these files.
pub struct Titles<'a>(pub &'a dyn Fn(&str) -> Option<Vec<u8>>);

impl Titles<'_> {
    /// What a question is called; how it is named in its address where it has no title.
    pub fn of(&self, language: Language, slug: &str) -> String {
        let title = self.question(slug).and_then(|one| one.title()).map(|title| title.get(language).to_owned());
        title.filter(|title| !title.is_empty()).unwrap_or_else(|| slug.to_owned())
    }

    /// The site as one writes it, if this is its file.
    fn site(&self, file: &Path) -> Option<Manuscript> {
        let bytes = (self.0)(&name(file)).filter(|_| is_site(file))?;
        Manuscript::read(&bytes).ok().map(Manuscript::of_site)
    }

    fn question(&self, slug: &str) -> Option<Manuscript> {
        Manuscript::read(&(self.0)(&format!("content/consultations/{slug}.json"))?).ok()
    }
}

/// Something that has to be mended first.
pub fn problem(language: Language, titles: &Titles, problem: &Problem) -> Told {
    let Problem { file, spot, fault } = problem;
    let slug = slug(file);
    let written = match &slug {
        Some(slug) => titles.question(slug),
        None => titles.site(file),
    };
    let path = if let FileFault::Content(finding) = fault { finding.path.clone() } else { String::new() };
    let at = (slug.is_some() || is_site(file)).then_some(path);
    let text = match (fault, written) {
        (FileFault::Content(finding), Some(written)) => {
            let root = written.root();
            let spots = spots::spots(root);
            let several = spots::languages(root).len() > 1;
            let way = spots::of_finding(&spots, finding).map(|spot| fields::way(language, spot, several));
            let unknown = || matches!(finding.cause, Cause::Unknown).then(|| format!("‘{}’", last(&finding.path)));
            let way = unknown().or(way).map(|way| format!("{way}: ")).unwrap_or_default();
            format!("{way}{}", found(language, &finding.cause))
        }
        (FileFault::Slip(slip), _) => {
            writing::slip(language, slip.line, slip.column, &super::slip::sentence(language, &slip.what))
        }
        (FileFault::Content(finding), None) => {
            let line = spot.as_ref().map(|spot| spot.line.to_string());
            let line = line.map(|line| format!("{} {line}: ", pick(language, "regel", "line"))).unwrap_or_default();
            format!("{line}{}", finding::sentence(language, &finding.cause))
        }
        (fault, _) => finding::of_file(language, fault),
    };
    Told { about: about(language, titles, file), slug, at, text }
}

/// A field that nobody knows has no name but its own.
fn last(path: &str) -> &str {
    path.rsplit('.').next().unwrap_or_default()
}

/// What is said of a field, without the names that only programs know.
fn found(language: Language, cause: &Cause) -> String {
    match (language, cause) {
        (Nl, Cause::Dangling { .. }) => "Wat hier gekozen was, is er niet meer. Kies opnieuw.".to_owned(),
        (En, Cause::Dangling { .. }) => "What was chosen here is not there any more. Choose again.".to_owned(),
        (_, cause) => writing::found(language, cause),
    }
}

/// Something to look at, that stops nothing.
pub fn doubt(language: Language, titles: &Titles, doubt: &Doubt) -> Told {
    let text = doubt::sentence(language, &doubt.what);
    let at = is_site(&doubt.file).then(String::new);
    Told { about: about(language, titles, &doubt.file), slug: slug(&doubt.file), at, text }
}

/// A question can't get the number that it needs.
pub fn behind(language: Language, titles: &Titles, behind: &Behind) -> Told {
    let slug = behind.slug.to_string();
    let text = pick(
        language,
        "De vragen zijn anders dan online, en er is geen hoger nummer voor. Begin een nieuwe vraag.",
        "The questions are not as they are online, and there is no higher number for them. Begin a new question.",
    );
    Told { about: titles.of(language, &slug), slug: Some(slug), at: None, text }
}

/// A question got the next number.
pub fn raised(language: Language, titles: &Titles, behind: &Behind) -> String {
    let title = titles.of(language, behind.slug.as_str());
    let needs = behind.needs;
    match language {
        Nl => format!(
            "Bij ‘{title}’ zijn de vragen anders dan online. Zij krijgen nummer {needs}, zodat reacties op de oude en de nieuwe vragen uit elkaar blijven."
        ),
        En => format!(
            "With ‘{title}’ the questions are not as they are online. They get number {needs}, so that responses to the old and the new questions stay apart."
        ),
    }
}

/// Whether it is the file of the site.
fn is_site(file: &Path) -> bool {
    ["site.json", "content/site.json"].contains(&name(file).as_str())
}

fn name(file: &Path) -> String {
    file.to_string_lossy().replace('\\', "/")
}

/// The question of a file.
fn slug(file: &Path) -> Option<String> {
    let name = name(file);
    let slug = name.strip_prefix("content/consultations/")?.strip_suffix(".json")?;
    Id::try_from(slug).ok().map(|slug| slug.to_string())
}

/// What a file is about, in words.
fn about(language: Language, titles: &Titles, file: &Path) -> String {
    if let Some(slug) = slug(file) {
        return titles.of(language, &slug);
    }
    let name = name(file);
    let of = |start: &str| name.strip_prefix(start).and_then(|rest| rest.strip_suffix(".json"));
    match (language, name.as_str()) {
        (Nl, "site.json" | "content/site.json") => "De site zelf".to_owned(),
        (En, "site.json" | "content/site.json") => "The site itself".to_owned(),
        (Nl, _) if name.ends_with(".css") => "Kleuren en letters".to_owned(),
        (En, _) if name.ends_with(".css") => "Colours and letters".to_owned(),
        (language, _) => match (of("content/feedback/"), of("content/places/")) {
            (Some(slug), _) => format!(
                "{} ‘{}’",
                pick(language, "Ons antwoord bij", "Our answer on"),
                titles.of(language, slug.split('/').next().unwrap_or_default())
            ),
            (_, Some(place)) => format!("{} ‘{place}’", pick(language, "De lijst met plaatsen", "The list of places")),
            _ => name,
        },
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::files::{content::doubt::What, read::Finding, release::revision::Raised};

    const QUESTION: &str = r#"{"title": {"nl": "De bus", "en": "The bus"}, "languages": ["nl", "en"],
        "questions": [{"id": "a1b2", "kind": "dilemma", "title": "Wat kiest u?", "dilemma": "c3d4"}]}"#;

    fn titles(path: &str) -> Option<Vec<u8>> {
        (path == "content/consultations/bus.json").then(|| QUESTION.into())
    }

    #[test]
    fn a_finding_names_the_question_and_the_field_and_no_file_or_id() {
        let of = |path: &str, cause: Cause| {
            let fault = FileFault::Content(Finding { path: path.into(), cause });
            let file = "content/consultations/bus.json".into();
            problem(Nl, &Titles(&titles), &Problem { file, spot: None, fault })
        };
        let told = of("$.questions[0].dilemma", Cause::Dangling { id: "c3d4".into(), among: "dilemmas" });
        assert_eq!((told.about.as_str(), told.slug.as_deref()), ("De bus", Some("bus")));
        assert_eq!(told.text, "Vraag 1, Welk dilemma?: Wat hier gekozen was, is er niet meer. Kies opnieuw.");
        assert_eq!(of("$.title", Cause::NoText(En)).text, "Titel (Engels): Vertaal dit nog in het Engels.");
        assert!(of("$.titel", Cause::Unknown).text.starts_with("‘titel’: Dit veld bestaat niet."));
    }

    #[test]
    fn a_finding_in_the_site_leads_to_its_field() {
        let titles = |path: &str| (path == "site.json").then(|| br#"{"languages": ["nl"], "contact": {}}"#.to_vec());
        let fault = FileFault::Content(Finding { path: "$.contact.phone".into(), cause: Cause::Missing });
        let told = problem(Nl, &Titles(&titles), &Problem { file: "site.json".into(), spot: None, fault });
        assert_eq!((told.slug, told.at.as_deref()), (None, Some("$.contact.phone")));
        assert_eq!(told.text, "Telefoonnummer: Vul dit nog in.");
        let fault = FileFault::TooLarge;
        let told = problem(Nl, &Titles(&titles), &Problem { file: "theme.css".into(), spot: None, fault });
        assert_eq!((told.slug, told.at), (None, None));
    }

    #[test]
    fn other_files_are_named_by_what_they_are() {
        for (file, is) in [
            ("site.json", "De site zelf"),
            ("theme.css", "Kleuren en letters"),
            ("content/feedback/bus.json", "Ons antwoord bij ‘De bus’"),
            ("content/places/drenthe.json", "De lijst met plaatsen ‘drenthe’"),
        ] {
            assert_eq!(about(Nl, &Titles(&titles), Path::new(file)), is);
        }
        let told = doubt(
            Nl,
            &Titles(&titles),
            &Doubt { file: "content/consultations/bus.json".into(), what: What::NotIn(En) },
        );
        assert_eq!((told.about.as_str(), told.slug.as_deref()), ("De bus", Some("bus")));
    }

    #[test]
    fn a_number_that_was_raised_says_why() {
        let behind = Behind {
            slug: Id::try_from("bus").unwrap(),
            file: "content/consultations/bus.json".into(),
            published: 1,
            has: 1,
            needs: 2,
            questions: vec![],
        };
        assert!(Raised::of(&behind, "{\"revision\": 1}").is_some());
        assert!(
            raised(Nl, &Titles(&titles), &behind)
                .starts_with("Bij ‘De bus’ zijn de vragen anders dan online. Zij krijgen nummer 2,")
        );
    }
}
