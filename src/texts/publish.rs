//! What `beginspraak publish` says before it would do something that nobody may have meant.

use crate::{
    domain::language::Language::{self, En, Nl},
    files::release::{Anyway, Behind, Changed, Done, How, Put, Stop},
    texts::counted,
};
use std::path::Path;

/// Every reason to stop, and that nothing has changed.
pub fn stopped(language: Language, out: &Path, stops: &[Stop]) -> String {
    let mut text: String = stops.iter().map(|one| stop(language, out, one) + "\n").collect();
    text.push_str(match language {
        Nl => "Er is niets gepubliceerd en niets veranderd.",
        En => "Nothing was published, and nothing was changed.",
    });
    text
}

/// What would happen, what it does to people, what to do, and how it can be meant.
fn stop(language: Language, out: &Path, stop: &Stop) -> String {
    let out = out.display();
    let text = match (language, stop) {
        (Nl, Stop::Folder) => format!(
            "In {out} staan andere dingen, en geen site die hiermee is gemaakt. Kies een lege map met --out. Publiceert u toch in deze map, dan blijft staan wat er staat."
        ),
        (En, Stop::Folder) => format!(
            "There are other things in {out}, and no site that was made with this. Choose an empty folder with --out. If you publish in this folder all the same, what is there stays."
        ),
        (Nl, Stop::Files(paths)) => format!(
            "In {out} staat iets dat hier niet mee is gemaakt, en dat overschreven zou worden: {}. Zet het ergens anders.",
            some(language, paths)
        ),
        (En, Stop::Files(paths)) => format!(
            "There is something in {out} that was not made with this, and that would be overwritten: {}. Put it somewhere else.",
            some(language, paths)
        ),
        (Nl, Stop::Edited(paths)) => format!(
            "In {out} heeft iemand iets veranderd in wat hiermee is gemaakt, en dat zou overschreven worden: {}. Bewaar die verandering ergens anders, en maak haar in de inhoud of op uw server.",
            some(language, paths)
        ),
        (En, Stop::Edited(paths)) => format!(
            "In {out}, somebody changed something that was made with this, and that would be overwritten: {}. Keep that change somewhere else, and make it in the content or on your server.",
            some(language, paths)
        ),
        (Nl, Stop::Base { was, is }) => format!(
            "De site staat onder {was} en zou onder {is} komen. Links, QR-codes en wat mensen hebben bewaard, werken dan niet meer. Voeg toe: --base {was}"
        ),
        (En, Stop::Base { was, is }) => format!(
            "The site is under {was} and would move to {is}. Links, QR codes and what people kept would stop working. Add: --base {was}"
        ),
        (Nl, Stop::Bundle) => "De site heeft de apps voor de browser, en zou ze verliezen: dan wordt niets meer bewaard op het apparaat en kan niemand zonder netwerk reageren. Voeg toe: --bundle MAP".to_owned(),
        (En, Stop::Bundle) => "The site has the apps for the browser, and would lose them: nothing is kept on the device any more then, and nobody can react without a network. Add: --bundle DIR".to_owned(),
        (Nl, Stop::Endpoint { was, is, open }) => format!(
            "Reacties gaan nu naar {}, en zouden gaan naar {}{}. Kijk in site.json of \"endpoint\" klopt, en blijf ook ophalen van waar ze tot nu toe heen gingen.",
            was.join(", "),
            is.join(", "),
            if *open { ", terwijl mensen kunnen reageren" } else { "" }
        ),
        (En, Stop::Endpoint { was, is, open }) => format!(
            "Reactions go to {} now, and would go to {}{}. See in site.json whether \"endpoint\" is right, and go on gathering from where they went so far.",
            was.join(", "),
            is.join(", "),
            if *open { ", while people can react" } else { "" }
        ),
        (Nl, Stop::Consultation(slug)) => format!(
            "Het onderwerp {slug} is gepubliceerd, en staat niet meer in de map met inhoud. De pagina verdwijnt, en wie nog een reactie heeft klaarstaan, kan die niet meer versturen. Zet consultations/{slug}.json terug."
        ),
        (En, Stop::Consultation(slug)) => format!(
            "The consultation {slug} is published, and is no longer in the content folder. Its page disappears, and whoever has a reaction waiting can't send it any more. Put consultations/{slug}.json back."
        ),
        (Nl, Stop::FeedbackGone(slug, version)) => format!(
            "Versie {version} van de terugkoppeling op {slug} is gepubliceerd, en staat niet meer in de map met inhoud. Zet feedback/{slug}.json en de map feedback/{slug} terug."
        ),
        (En, Stop::FeedbackGone(slug, version)) => format!(
            "Version {version} of the feedback on {slug} is published, and is no longer in the content folder. Put feedback/{slug}.json and the folder feedback/{slug} back."
        ),
        (Nl, Stop::FeedbackChanged(slug, version)) => format!(
            "Versie {version} van de terugkoppeling op {slug} is al gepubliceerd, en zegt nu iets anders. Mensen moeten kunnen zien wat er veranderde: maak een nieuwe versie met --work."
        ),
        (En, Stop::FeedbackChanged(slug, version)) => format!(
            "Version {version} of the feedback on {slug} is published already, and says something else now. People must be able to see what changed: make a new version with --work."
        ),
        (_, Stop::Revision(behind)) => revision(language, behind),
    };
    let how = stop.anyway();
    format!("{text}\n    {}", meant(language, how))
}

/// How it can be meant.
fn meant(language: Language, how: Anyway) -> String {
    let name = how.name();
    match language {
        Nl => format!("Is het zo bedoeld? Voeg dan toe: --anyway {name}"),
        En => format!("If you mean it, add: --anyway {name}"),
    }
}

/// Questions changed, and their revision did not.
pub fn revision(language: Language, behind: &Behind) -> String {
    let Behind { file, published, has, needs, questions, .. } = behind;
    let file = file.display();
    let which: Vec<_> = questions.iter().map(|question| changed(language, question)).collect();
    let which = which.join("; ");
    match (language, questions.is_empty()) {
        (Nl, true) => format!(
            "{file}: \"revision\" is {has}, en {published} is al gepubliceerd. Een lager nummer kan niet: zet \"revision\" op {needs}."
        ),
        (En, true) => format!(
            "{file}: \"revision\" is {has}, and {published} is published already. It can't go down: make \"revision\" {needs}."
        ),
        (Nl, false) => format!(
            "{file}: de vragen zijn anders dan gepubliceerd ({which}), maar \"revision\" is {has}. Reacties op de oude en de nieuwe vragen zijn dan niet uit elkaar te houden. Zet \"revision\" op {needs}, of laat dat doen met --raise-revisions."
        ),
        (En, false) => format!(
            "{file}: the questions are not as published ({which}), but \"revision\" is {has}. Reactions to the old and the new questions can't be told apart then. Make \"revision\" {needs}, or have that done with --raise-revisions."
        ),
    }
}

fn changed(language: Language, Changed { how, number, title }: &Changed) -> String {
    let title = title.get(language);
    match (language, how) {
        (Nl, How::New) => format!("vraag {number} “{title}” is nieuw"),
        (En, How::New) => format!("question {number} “{title}” is new"),
        (Nl, How::Gone) => format!("vraag {number} “{title}” is weg"),
        (En, How::Gone) => format!("question {number} “{title}” has gone"),
        (Nl, How::Otherwise) => format!("vraag {number} “{title}” is veranderd"),
        (En, How::Otherwise) => format!("question {number} “{title}” has changed"),
    }
}

/// The site can't go there.
pub fn site_in_content(language: Language, out: &Path, content: &Path) -> String {
    let (out, content) = (out.display(), content.display());
    match language {
        Nl => format!(
            "De site kan niet in {out}: daar staat de inhoud ({content}), en die zou door de site heen komen te staan. Kies met --out een map ernaast, bijvoorbeeld dist. Er is niets veranderd."
        ),
        En => format!(
            "The site can't go into {out}: that holds the content ({content}), and the two would get mixed up. Choose a folder beside it with --out, such as dist. Nothing was changed."
        ),
    }
}

say! {
    /// While the site is made, before a number.
    making: "Bestanden klaarmaken:", "Preparing files:";
}

/// A site was published: how large it is, where it is, and what is other than before.
pub fn done(language: Language, out: &Path, done: &Done) -> String {
    let (out, Done { pages, files, first, put: Put { new, changed, gone, .. } }) = (out.display(), done);
    let size = match language {
        Nl => {
            format!("{} ({} in totaal)", counted(*pages, "pagina", "pagina's"), counted(*files, "bestand", "bestanden"))
        }
        En => format!("{} ({} in all)", counted(*pages, "page", "pages"), counted(*files, "file", "files")),
    };
    match (language, *first, new + changed + gone) {
        (Nl, true, _) => format!("Gepubliceerd in {out}, voor het eerst: {size}."),
        (En, true, _) => format!("Published in {out}, for the first time: {size}."),
        (Nl, _, 0) => format!("Gepubliceerd in {out}: {size}. Er is niets anders dan de vorige keer."),
        (En, _, 0) => format!("Published in {out}: {size}. Nothing is other than the last time."),
        (Nl, ..) => format!("Gepubliceerd in {out}: {size}. Bestanden: {new} nieuw, {changed} veranderd, {gone} weg."),
        (En, ..) => format!("Published in {out}: {size}. Files: {new} new, {changed} changed, {gone} gone."),
    }
}

/// The site has no apps. `plain`: whether it has an endpoint that takes a form without them.
pub fn without_apps(language: Language, plain: bool) -> String {
    match (language, plain) {
        (Nl, true) => "De apps voor de browser zijn er niet bij. Mensen kunnen dan alleen reageren met een gewoon formulier: niets wordt bewaard op hun apparaat, en zonder netwerk gaat het niet. Publiceer met --bundle MAP om ze erbij te doen.",
        (En, true) => "The apps for the browser are not in it. People can then react with a plain form only: nothing is kept on their device, and without a network it does not work. Publish with --bundle DIR to put them in.",
        (Nl, false) => "De apps voor de browser zijn er niet bij, en waar reacties heen gaan, kan een gewoon formulier niet terecht. Niemand kan dus reageren. Publiceer met --bundle MAP om ze erbij te doen.",
        (En, false) => "The apps for the browser are not in it, and where reactions go, no plain form is taken. So nobody can react. Publish with --bundle DIR to put them in.",
    }
    .to_owned()
}

/// A revision was raised.
pub fn raised(language: Language, behind: &Behind) -> String {
    let Behind { file, has, needs, .. } = behind;
    match language {
        Nl => format!("{}: \"revision\" is van {has} naar {needs} gezet.", file.display()),
        En => format!("{}: \"revision\" was raised from {has} to {needs}.", file.display()),
    }
}

/// A file that no longer belongs to the site, but that somebody changed, was left.
pub fn left(language: Language, path: &Path) -> String {
    match language {
        Nl => format!(
            "{} hoort niet meer bij de site, maar is door iemand veranderd en daarom blijven staan.",
            path.display()
        ),
        En => {
            format!("{} no longer belongs to the site, but somebody changed it, so it was left there.", path.display())
        }
    }
}

/// The first few names of a list.
fn some(language: Language, names: &[String]) -> String {
    const FEW: usize = 5;
    let first = names.iter().take(FEW).cloned().collect::<Vec<_>>().join(", ");
    match (language, names.len().saturating_sub(FEW)) {
        (_, 0) => first,
        (Nl, more) => format!("{first} en nog {more}"),
        (En, more) => format!("{first} and {more} more"),
    }
}
