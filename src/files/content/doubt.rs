//! What may be wrong: questions to who wrote the content. They stop nothing.

use super::{
    Content,
    alike::{self, Alike},
    days::{self, Odd},
    strays::{self, Stray},
};
use crate::{
    domain::{consultation::Consultation, day::Day, language::Language},
    files::{
        folder::Folder,
        theme::{self, ThemeDoubt},
    },
};
use std::path::PathBuf;

/// Something that a person should look at.
#[derive(Clone, Debug, PartialEq)]
pub struct Doubt {
    /// The file or folder.
    pub file: PathBuf,
    /// What.
    pub what: What,
}

/// What may be wrong.
#[derive(Clone, Debug, PartialEq)]
pub enum What {
    /// A file or folder that is not read.
    Stray(Stray),
    /// There is no consultation, so the site asks nothing yet.
    NothingAsked,
    /// There is another `site.json`, which is not read.
    SecondSite(PathBuf),
    /// A day that makes little sense.
    Day(Odd),
    /// The consultation has no page in this language of the site.
    NotIn(Language),
    /// The site has no pages in this language of the consultation.
    NotShown(Language),
    /// A question that is called like one before it.
    SameTitle(Alike),
    /// The site asks that somebody else reads it, and nobody says so.
    NotSeen,
    /// Something in the theme.
    Theme(ThemeDoubt),
}

/// Everything about the content in a folder that is a question, and no problem.
pub fn all(folder: &dyn Folder, content: &Content, theme: Option<&str>, today: Day) -> Vec<Doubt> {
    strays(folder).into_iter().chain(of(content, theme, folder, today)).collect()
}

/// What lies in a content folder without being read.
pub fn strays(folder: &dyn Folder) -> Vec<Doubt> {
    let stray = |(path, stray): (String, Stray)| Doubt { file: folder.named(&path), what: What::Stray(stray) };
    let strays = strays::in_folder(folder).into_iter().map(stray);
    let (inside, beside) = ("site.json", "../site.json");
    let second = (folder.has_file(inside) && folder.has_file(beside))
        .then(|| Doubt { file: folder.named(beside), what: What::SecondSite(folder.named(inside)) });
    strays.chain(second).collect()
}

/// What may be wrong with content that can be published on this day.
fn of(content: &Content, theme: Option<&str>, folder: &dyn Folder, today: Day) -> Vec<Doubt> {
    let mut doubts = Vec::new();
    if content.consultations.is_empty() {
        doubts.push(Doubt { file: folder.named("consultations"), what: What::NothingAsked });
    }
    for consultation in content.consultations.values() {
        let file = folder.named(&format!("consultations/{}.json", consultation.slug));
        let found = days::odd(consultation, today).into_iter().map(What::Day);
        let found = found.chain(languages(consultation, &content.site.languages));
        let found = found.chain(alike::titles(consultation).into_iter().map(What::SameTitle));
        // What is over needs nobody to read it before it goes out.
        let asks = content.site.second_person && consultation.ends() >= today;
        let found = found.chain((asks && consultation.seen_by.is_none()).then_some(What::NotSeen));
        doubts.extend(found.map(|what| Doubt { file: file.clone(), what }));
    }
    if let (Some(theme), Some(name)) = (theme, &content.site.theme) {
        let found = theme::doubts(theme).into_iter().map(What::Theme);
        doubts.extend(found.map(|what| Doubt { file: name.into(), what }));
    }
    doubts
}

fn languages(consultation: &Consultation, site: &[Language]) -> Vec<What> {
    let own = &consultation.languages;
    let absent = site.iter().filter(|language| !own.contains(language)).copied().map(What::NotIn);
    absent.chain(own.iter().filter(|language| !site.contains(language)).copied().map(What::NotShown)).collect()
}
