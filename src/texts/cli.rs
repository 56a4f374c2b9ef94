//! What the companion command says, in Dutch and English.

use super::{accept, export, finding, gather, intake, lines, picture, publish, system, work};
use crate::{
    domain::language::Language::{self, En, Nl},
    files::{
        content::{Content, Problems},
        error::Error,
        folder::Gap,
        parcel::ParcelFault,
    },
};
use std::path::Path;

say! {
    /// In the log, after staff published again.
    site_renewed: "de site is opnieuw gepubliceerd en overgenomen", "the site was published again and taken over";
    /// In the log, and to whoever watches over the process: the database was moved or removed.
    database_gone: "reactions.sqlite is weg of vervangen. Er wordt niets meer aangenomen. Zet het bestand terug, of start opnieuw.",
        "reactions.sqlite is gone or replaced. Nothing more is taken. Put the file back, or start again.";
    /// In the log, when it is back.
    database_back: "reactions.sqlite is terug; reacties worden weer aangenomen.", "reactions.sqlite is back; reactions are taken again.";
    /// In the log, when the database could not be tidied up at the end.
    wal_left: "niet alles staat in reactions.sqlite zelf. Kopieer de hele map: een deel staat nog in reactions.sqlite-wal.",
        "not everything is in reactions.sqlite itself. Copy the whole folder: a part is still in reactions.sqlite-wal.";
    /// In the log, before what is wrong with the new one.
    old_site_stays: "de nieuwe site heeft fouten; de oude blijft.", "the new site has faults; the old one stays.";
}

/// A number of reactions.
fn kept(language: Language, stored: u64) -> String {
    super::work::reactions(language, stored.try_into().unwrap_or(u32::MAX))
}

/// The collector starts.
pub fn serving(language: Language, stored: u64) -> String {
    match language {
        Nl => format!("gestart, {} bewaard", kept(language, stored)),
        En => format!("started, {} kept", kept(language, stored)),
    }
}

/// The collector has stopped.
pub fn stopped(language: Language, stored: u64) -> String {
    match language {
        Nl => format!("gestopt, {} bewaard", kept(language, stored)),
        En => format!("stopped, {} kept", kept(language, stored)),
    }
}

/// Nothing is wrong with the content.
pub fn all_well(language: Language, content: &Content) -> String {
    let (consultations, places) = (content.consultations.len(), content.places.len());
    let questions: usize = content.consultations.values().map(|c| c.questions.len()).sum();
    match language {
        Nl => format!(
            "Alles in orde: {} met samen {}, en {}.",
            count(consultations, "onderwerp", "onderwerpen"),
            count(questions, "vraag", "vragen"),
            count(places, "lijst met plaatsen", "lijsten met plaatsen"),
        ),
        En => format!(
            "All is well: {} with {} in all, and {}.",
            count(consultations, "consultation", "consultations"),
            count(questions, "question", "questions"),
            count(places, "list of places", "lists of places"),
        ),
    }
}

/// How much is wrong with the content.
pub fn problem_count(language: Language, problems: &Problems) -> String {
    let (found, files) = (problems.list.len(), problems.files);
    match language {
        Nl => {
            format!("{} gevonden in {}.", count(found, "probleem", "problemen"), count(files, "bestand", "bestanden"))
        }
        En => format!("{} found in {}.", count(found, "problem", "problems"), count(files, "file", "files")),
    }
}

/// The first of many names: a stranger can make up as many as they like.
fn few(names: &[String]) -> String {
    const NAMED: usize = 20;
    let more = if names.len() > NAMED { ", …" } else { "" };
    names[..names.len().min(NAMED)].join(", ") + more
}

fn count(number: usize, one: &str, more: &str) -> String {
    format!("{number} {}", if number == 1 { one } else { more })
}

/// Why a command could not do its work, and what helps.
pub fn error(language: Language, error: &Error) -> String {
    let nl = language == Nl;
    match error {
        Error::Absent { path, gap: missing } if nl => {
            format!("{} is er niet: {}", path.display(), system::gap(language, missing))
        }
        Error::Absent { path, gap: missing } => {
            format!("{} is not there: {}", path.display(), system::gap(language, missing))
        }
        Error::NoFolder { path, gap: Gap { within, name } } if nl => format!(
            "{} is niet te schrijven: in {} staat geen map “{name}”. Maak die map, of kies een andere plek. Er is niets veranderd.",
            path.display(),
            within.display()
        ),
        Error::NoFolder { path, gap: Gap { within, name } } => format!(
            "{} can't be written: there is no folder “{name}” in {}. Make that folder, or choose another place. Nothing was changed.",
            path.display(),
            within.display()
        ),
        Error::Read { path, cause } if nl => {
            format!("{} is niet te lezen: {}.", path.display(), system::cause(language, cause))
        }
        Error::Read { path, cause } => format!("{} can't be read: {}.", path.display(), system::cause(language, cause)),
        Error::Write { path, cause } if nl => format!(
            "{} is niet te schrijven: {}. Er is niets veranderd.",
            path.display(),
            system::cause(language, cause)
        ),
        Error::Write { path, cause } => {
            format!("{} can't be written: {}. Nothing was changed.", path.display(), system::cause(language, cause))
        }
        Error::NoApp { dir, name } if nl => format!(
            "In {} staat niet precies één bestand {name}. Geef met --bundle de map waarin de apps zijn gebouwd; staan er verschillende versies, bouw ze dan opnieuw in een lege map.",
            dir.display()
        ),
        Error::NoApp { dir, name } => format!(
            "There is not exactly one file {name} in {}. Give the folder in which the apps were built with --bundle; if there are several versions, build them again in an empty folder.",
            dir.display()
        ),
        Error::Content(problems) => {
            let mut text: String =
                problems.list.iter().map(|problem| finding::line(language, problem) + "\n").collect();
            text.push_str(&problem_count(language, problems));
            text
        }
        Error::Stopped { out, stops } => publish::stopped(language, out, stops),
        Error::SiteInContent { out, content } => publish::site_in_content(language, out, content),
        Error::Publishing(dir) if nl => {
            format!(
                "In {} is al iemand aan het publiceren. Wacht tot dat klaar is, en probeer het opnieuw.",
                dir.display()
            )
        }
        Error::Publishing(dir) => {
            format!("Somebody is publishing in {} already. Wait until that is done, and try again.", dir.display())
        }
        Error::InTheWay(path) if nl => format!(
            "{} is een koppeling, of iets anders dan een gewoon bestand of een gewone map, waar de site iets wil schrijven. Haal het daar weg. Er is niets veranderd.",
            path.display()
        ),
        Error::InTheWay(path) => format!(
            "{} is a link, or something else than an ordinary file or folder, where the site has something to write. Take it away. Nothing was changed.",
            path.display()
        ),
        Error::HalfPut { path, cause } if nl => format!(
            "{} is niet op zijn plaats te zetten: {}. De site is nu deels vernieuwd. Los dit op en publiceer opnieuw.",
            path.display(),
            system::cause(language, cause)
        ),
        Error::HalfPut { path, cause } => format!(
            "{} can't be put in its place: {}. The site is partly renewed now. Mend this and publish again.",
            path.display(),
            system::cause(language, cause)
        ),
        Error::Unready { slug, found } => {
            let mut text: String =
                found.iter().map(|one| format!("{slug}: {}\n", work::unready(language, one))).collect();
            text.push_str(if nl { "Er is niets gepubliceerd." } else { "Nothing was published." });
            text
        }
        Error::WhichConsultation(slugs) if nl => {
            format!("Hierin staan reacties op: {}. Kies er een met --consultation.", few(slugs))
        }
        Error::WhichConsultation(slugs) => {
            format!("This holds reactions to: {}. Choose one with --consultation.", few(slugs))
        }
        Error::Picture { path, what } => picture::not_taken(language, path, *what),
        Error::ExportName(to) => export::name(language, to),
        Error::Exists(to) => export::exists(language, to),
        Error::NeverReplaced(to) => export::never_replaced(language, to),
        Error::NoSuchConsultation(slug) if nl => {
            format!("Er is geen onderwerp “{slug}” in de map met vragen. Kijk of u de goede map gaf bij --content.")
        }
        Error::NoSuchConsultation(slug) => {
            format!("There is no consultation “{slug}” in the content folder. Look whether --content is the right one.")
        }
        Error::Interrupted if nl => "Gestopt. Er is niets veranderd.".into(),
        Error::Interrupted => "Stopped. Nothing was changed.".into(),
        Error::Pages(dir) if nl => {
            format!("De pagina's in {} passen niet bij deze versie. Publiceer de site opnieuw.", dir.display())
        }
        Error::Pages(dir) => format!("The pages in {} do not fit this version. Publish the site again.", dir.display()),
        Error::NotASite(dir) if nl => {
            format!("{} is geen gepubliceerde site. Maak er eerst een: beginspraak publish --help", dir.display())
        }
        Error::NotASite(dir) => {
            format!("{} is not a published site. Make one first: beginspraak publish --help", dir.display())
        }
        Error::DataInSite(dir) if nl => format!(
            "{} ligt in de map van de site: bezoekers zouden de reacties kunnen ophalen. Kies een andere map met --data.",
            dir.display()
        ),
        Error::DataInSite(dir) => format!(
            "{} is inside the site's folder: visitors could download the reactions. Choose another folder with --data.",
            dir.display()
        ),
        Error::Listen { address, cause } => {
            let cause = system::cause(language, cause);
            match language {
                Nl => format!("Op {address} luisteren lukt niet: {cause}. Kies een ander adres met --listen."),
                En => format!("Can't listen on {address}: {cause}. Choose another address with --listen."),
            }
        }
        Error::Start(cause) if nl => format!("Starten lukt niet: {}.", system::cause(language, cause)),
        Error::Start(cause) => format!("Can't start: {}.", system::cause(language, cause)),
        Error::Database { path, cause } => {
            let (path, cause) = (path.display(), system::database(language, cause));
            match language {
                Nl => format!("De database {path} is niet te gebruiken: {cause}."),
                En => format!("The database {path} can't be used: {cause}."),
            }
        }
        Error::NotOurDatabase(path) if nl => {
            format!("{} is van een nieuwere versie of van een ander programma. Er is niets veranderd.", path.display())
        }
        Error::NotOurDatabase(path) => {
            format!("{} is of a newer version or of another program. Nothing was changed.", path.display())
        }
        Error::DataInUse(dir) if nl => format!(
            "Een andere collector gebruikt {} al. Stop die eerst, of kies een andere map met --data.",
            dir.display()
        ),
        Error::DataInUse(dir) => format!(
            "Another collector is using {} already. Stop that one first, or choose another folder with --data.",
            dir.display()
        ),
        Error::NoSource(path) if nl => {
            format!("In {} staan geen reacties: geen reactions.sqlite, geen *.json en geen uitvoer.", path.display())
        }
        Error::NoSource(path) => {
            format!("There are no reactions in {}: no reactions.sqlite, no *.json and no export.", path.display())
        }
        Error::Bucket { url, trouble } => gather::bucket(language, url, trouble),
        Error::NotALocation(why) => intake::not_a_location(language, why),
        Error::Credentials(missing) => intake::missing(language, *missing),
        Error::NoWorkFolder(path) if nl => format!(
            "{} is geen werkmap. Een werkmap is een map, met daarin de map “work”. Maak er een met: beginspraak gather --help",
            path.display()
        ),
        Error::NoWorkFolder(path) => format!(
            "{} is not a work folder. That is a folder with a folder “work” in it. Make one with: beginspraak gather --help",
            path.display()
        ),
        Error::NoContent(path) if nl => format!(
            "In {} staat geen map “content” met de vragen. Zet die erin, of noem een andere met --content.",
            path.display()
        ),
        Error::NoContent(path) => format!(
            "There is no folder “content” with the questions in {}. Put it there, or name another with --content.",
            path.display()
        ),
        Error::DecisionsInContent(path) => match language {
            Nl => format!(
                "{} staat in de map met inhoud, en die wordt gepubliceerd. Zet besluiten ergens anders. Er is niets geschreven.",
                path.display()
            ),
            En => format!(
                "{} is in the content folder, which is published. Put decisions somewhere else. Nothing was written.",
                path.display()
            ),
        },
        Error::Refused(problems) => {
            let lines: String = problems.iter().map(|one| finding::line(language, one) + "\n").collect();
            lines + if nl { "Er is niets veranderd." } else { "Nothing was changed." }
        }
        Error::Damaged(damage) => {
            let text: String = damage.iter().map(|one| lines::damage(language, one) + "\n").collect();
            text + if nl {
                "Er is niets gepubliceerd. Is er geen kopie meer? Zeg dan met --anyway lines dat u zonder die regels verder gaat."
            } else {
                "Nothing was published. Is there no copy left? Then say with --anyway lines that you go on without those lines."
            }
        }
        Error::NoSuchGathering(id) => accept::unknown(language, *id),
        Error::GatheringNotHere(id) => accept::not_here(language, *id),
        Error::Parcel { path, fault } => parcel(language, path, *fault),
        Error::NoRandom if nl => "Dit systeem geeft geen toevalsgetallen. Er is niets veranderd.".into(),
        Error::NoRandom => "This system gives no random numbers. Nothing was changed.".into(),
    }
}

/// A back-up of a desk that can't be taken over.
fn parcel(language: Language, path: &Path, fault: ParcelFault) -> String {
    let path = path.display();
    let why = match (language, fault) {
        (Nl, ParcelFault::NoZip) => {
            "hierin staat geen dorpsgesprek. Geef een reservekopie van de werkplek (.zip), of de map waarin die is uitgepakt"
        }
        (En, ParcelFault::NoZip) => {
            "there is no village gathering in it. Give a back-up of the desk (.zip), or the folder that it was unpacked in"
        }
        (Nl, ParcelFault::Damaged) => {
            "dit bestand is beschadigd of niet helemaal gekopieerd. Kopieer het opnieuw, of vraag om een nieuwe reservekopie"
        }
        (En, ParcelFault::Damaged) => {
            "this file is damaged or was not copied completely. Copy it again, or ask for a new back-up"
        }
        (Nl, ParcelFault::TooLarge | ParcelFault::NotMade) => "in dit bestand zit meer dan kan worden geopend",
        (En, ParcelFault::TooLarge | ParcelFault::NotMade) => "this file holds more than can be opened",
        (Nl, ParcelFault::Newer) => {
            "dit bestand is gemaakt door een nieuwere werkplek. Neem een nieuwere versie van beginspraak"
        }
        (En, ParcelFault::Newer) => "a newer desk made this file. Take a newer version of beginspraak",
    };
    match language {
        Nl => format!("{path}: {why}. Er is niets veranderd."),
        En => format!("{path}: {why}. Nothing was changed."),
    }
}

/// Others on this computer can read what people wrote.
pub fn open_to_others(language: Language, path: &Path, rights: u32) -> String {
    let (shown, mend) = (path.display(), if path.is_dir() { "700" } else { "600" });
    match language {
        Nl => format!(
            "Ook anderen op deze computer kunnen bij {shown} (rechten {rights:o}). Sluit dat af: chmod {mend} {shown}"
        ),
        En => format!(
            "Others on this computer can get at {shown} too (rights {rights:o}). Close it: chmod {mend} {shown}"
        ),
    }
}
