//! The room of the desk in which the site is made and published.

use crate::{
    domain::language::Language::{self, En, Nl},
    files::release::Stop,
    texts::{counted, fields, pick},
};
use std::path::Path;

say! {
    /// The room.
    title: "Site publiceren", "Publish the site";
    /// What one can do in it.
    lead: "Maak van uw werkmap de hele site, bekijk wat er verandert, en zet hem daarna online. Zolang u niets online zet, ziet niemand er iets van.", "Make the whole site from your work folder, look at what changes, and then put it online. As long as you put nothing online, nobody sees any of it.";
    /// In the list of rooms.
    room: "Publiceren", "Publish";
    /// No folder is open.
    nothing: "Er is nog geen werkmap open. Begin met de site zoals die nu online staat, of open uw eigen werkmap.", "No work folder is open yet. Begin with the site as it is online now, or open your own work folder.";
    /// Begin with what is online.
    begin: "Begin met deze site", "Begin with this site";
    /// To the room where one opens a folder.
    open: "Open een werkmap", "Open a work folder";
    /// It was begun.
    begun: "De site staat nu als werkmap op dit apparaat.", "The site is now a work folder on this device.";
    /// The folder.
    folder: "Uw werkmap", "Your work folder";
    /// Make it.
    make: "Maak de site", "Make the site";
    /// Once more.
    again: "Maak de site opnieuw", "Make the site again";
    /// Where questions are made ready.
    to_ready: "Ga naar Opstellen om ze klaar te zetten.", "Go to Write to make them ready.";
    /// What making it does.
    make_help: "Dit duurt een paar seconden en verandert nog niets online. U ziet eerst wat er anders wordt.", "This takes a few seconds and changes nothing online yet. You first see what becomes different.";
    /// Looking what is online.
    looking: "Kijken wat er nu online staat …", "Looking at what is online now …";
    /// Making it.
    making: "De site wordt gemaakt …", "Making the site …";
    /// Stop that.
    stop_it: "Stop", "Stop";
    /// It was stopped.
    stopped: "Gestopt. Er is niets veranderd.", "Stopped. Nothing has changed.";
    /// The site could not be reached.
    unreached: "Wat er nu online staat, was niet op te halen. Kijk of u netwerk hebt en probeer het opnieuw. Er is niets veranderd.", "What is online now could not be fetched. See whether you have a network and try again. Nothing has changed.";
    /// It does not say what it is made of.
    no_release: "Deze site zegt niet waarvan hij gemaakt is. Het bestand beginspraak.json ontbreekt of is van een andere versie. Publiceer de site één keer met het programma beginspraak.", "This site does not say what it is made of. The file beginspraak.json is missing or of another version. Publish the site once with the program beginspraak.";
    /// The worker is not there, or fell over.
    no_worker: "Deze browser kon de site niet maken. Werk de browser bij, of gebruik Edge, Chrome of Firefox op een laptop. Er is niets veranderd.", "This browser could not make the site. Update the browser, or use Edge, Chrome or Firefox on a laptop. Nothing has changed.";
    /// No memory for the file.
    not_packed: "Het bestand kon niet gemaakt worden. Sluit andere programma’s en probeer het opnieuw.", "The file could not be made. Close other programs and try again.";
    /// What is wrong.
    wrong: "Dit moet eerst goed", "This must be right first";
    /// And what that means.
    wrong_help: "De site is nog niet gemaakt. Online is niets veranderd.", "The site has not been made yet. Nothing changed online.";
    /// It was made.
    ready: "De site is klaar", "The site is ready";
    /// What changes.
    changes: "Wat er verandert", "What changes";
    /// Nothing does.
    same: "Er verandert niets: online staat al precies dit.", "Nothing changes: exactly this is online already.";
    /// New pages.
    new: "Nieuw", "New";
    /// Changed pages.
    changed: "Veranderd", "Changed";
    /// Pages that go.
    gone: "Weg", "Gone";
    /// The same by page.
    pages: "Per pagina", "By page";
    /// To where one mends it.
    mend: "Ga naar deze vraag", "Go to this question";
    /// The same of the site.
    mend_site: "Ga naar De site zelf", "Go to The site itself";
    /// To look at it.
    look: "Bekijk het eerst", "Look at it first";
    /// What one sees.
    look_help: "Zo komt het eruit te zien. U kunt doorklikken. Versturen kan hier niet, en er wordt niets bewaard.", "This is what it will look like. You can click through. Nothing can be sent here, and nothing is kept.";
    /// Which page.
    page: "Pagina", "Page";
    /// How wide.
    width: "Breedte", "Width";
    /// As on a phone.
    phone: "Telefoon", "Phone";
    /// As on a laptop.
    laptop: "Laptop", "Laptop";
    /// Light or dark.
    light: "Kleuren", "Colours";
    /// Light.
    bright: "Licht", "Light";
    /// Dark.
    dark: "Donker", "Dark";
    /// What may be wrong.
    doubts: "Let op", "Please note";
    /// What may not be meant.
    stops: "Is dit de bedoeling?", "Is this what you mean?";
    /// It is.
    meant: "Ja, dit is de bedoeling", "Yes, this is what I mean";
    /// It was not ticked.
    not_meant: "Kruis eerst aan dat dit de bedoeling is.", "First tick that this is what you mean.";
    /// Keep the site.
    keep: "Bewaar de site (.zip)", "Keep the site (.zip)";
    /// It was kept.
    kept: "De site staat bij uw downloads. Zet hem nu online.", "The site is among your downloads. Now put it online.";
    /// How to put it online.
    online: "Zo zet u de site online", "How to put the site online";
    /// How, whatever the host is.
    online_help: "Pak het bestand uit. Zet alles wat erin staat op de plek van de oude site. Het bestand sw.js gaat als laatste: dan is elke pagina op elk moment heel.", "Unpack the file. Put everything in it in the place of the old site. The file sw.js goes last: then every page is whole at every moment.";
    /// An ordinary web host.
    by_ftp: "Een eigen server of gewone webhost (SFTP)", "A server of your own or an ordinary web host (SFTP)";
    /// Step one.
    ftp_1: "Pak de zip uit op uw laptop. Open een programma om bestanden over te zetten, zoals WinSCP of FileZilla, of het bestandsbeheer van uw webhost.", "Unpack the zip on your laptop. Open a program to transfer files, such as WinSCP or FileZilla, or the file manager of your web host.";
    /// Step two.
    ftp_2: "Log in, en open de map van uw site. Die heet vaak public_html of www.", "Log in, and open the folder of your site. It is often called public_html or www.";
    /// Step three.
    ftp_3: "Sleep alles erin en kies ‘vervangen’. Sleep sw.js als laatste.", "Drag everything into it and choose ‘replace’. Drag sw.js last.";
    /// A host to which one drags a folder.
    by_drop: "Netlify of Cloudflare Pages", "Netlify or Cloudflare Pages";
    /// Step one.
    drop_1: "Log in en open uw site.", "Log in and open your site.";
    /// Step two.
    drop_2: "Kies ‘Deploys’ (Netlify) of ‘Create deployment’ (Cloudflare).", "Choose ‘Deploys’ (Netlify) or ‘Create deployment’ (Cloudflare).";
    /// Step three.
    drop_3: "Sleep de zip, of de map die eruit komt, in het vak.", "Drag the zip, or the folder that comes out of it, into the box.";
    /// GitHub Pages.
    by_github: "GitHub Pages", "GitHub Pages";
    /// Step one.
    github_1: "Haal uw repository op met het programma GitHub Desktop: kies ‘Clone repository’.", "Fetch your repository with the program GitHub Desktop: choose ‘Clone repository’.";
    /// Step two.
    github_2: "Kies hierboven ‘Zet de site in een map’, en wijs die map aan.", "Choose ‘Put the site in a folder’ above, and point at that folder.";
    /// Step three.
    github_3: "Kies in GitHub Desktop ‘Commit to main’ en dan ‘Push origin’. Na een paar minuten staat het online.", "In GitHub Desktop, choose ‘Commit to main’ and then ‘Push origin’. After a few minutes it is online.";
    /// A bucket.
    by_bucket: "Een bucket (S3)", "A bucket (S3)";
    /// Step one.
    bucket_1: "Vraag wie de bucket beheert om het adres, de naam, en een sleutel die mag kijken, schrijven en weghalen.", "Ask whoever manages the bucket for its address, its name, and a key that may list, write and delete.";
    /// Step two.
    bucket_2: "Vul die hierboven in, onder ‘Rechtstreeks in een bucket’.", "Fill these in above, under ‘Straight into a bucket’.";
    /// Step three.
    bucket_3: "Kies ‘Zet de site in de bucket’. Laat de bucket deze site niet toe? Dan staan er regels bij om te plakken.", "Choose ‘Put the site in the bucket’. Does the bucket not allow this site? Then there are rules to paste.";
}

/// How many questions are being written that are no part of it.
pub fn unready(language: Language, count: usize) -> String {
    match (language, count) {
        (Nl, 1) => "Let op: 1 vraag waaraan u schrijft, staat nog niet klaar.".to_owned(),
        (Nl, _) => format!("Let op: {count} vragen waaraan u schrijft, staan nog niet klaar."),
        (En, 1) => "Note: 1 question that you write is not ready yet.".to_owned(),
        (En, _) => format!("Note: {count} questions that you write are not ready yet."),
    }
}

/// How many pages and files there are.
pub fn size(language: Language, pages: usize, files: usize) -> String {
    match language {
        Nl => format!("{}, {}.", counted(pages, "pagina", "pagina’s"), counted(files, "bestand", "bestanden")),
        En => format!("{}, {}.", counted(pages, "page", "pages"), counted(files, "file", "files")),
    }
}

/// Files that are no pages.
pub fn others(language: Language, count: usize) -> String {
    match language {
        Nl => format!("En {} op de achtergrond.", counted(count, "bestand", "bestanden")),
        En => format!("And {} in the background.", counted(count, "file", "files")),
    }
}

/// A file can't be read.
pub fn unreadable(language: Language, file: &Path) -> String {
    match language {
        Nl => format!("{}: dit bestand is niet te lezen.", file.display()),
        En => format!("{}: this file can’t be read.", file.display()),
    }
}

/// An app is missing on the site.
pub fn no_app(language: Language, name: &str) -> String {
    match language {
        Nl => format!(
            "Op deze site ontbreekt een onderdeel ({name}). Publiceer hem één keer met het programma beginspraak."
        ),
        En => format!("A part is missing on this site ({name}). Publish it once with the program beginspraak."),
    }
}

/// What would change or vanish, for who has a browser and no command.
pub fn stop(language: Language, stop: &Stop, called: &dyn Fn(&str) -> String) -> String {
    match (language, stop) {
        (Nl, Stop::Consultation(slug)) => format!(
            "De vraag ‘{}’ staat online, en niet meer in uw werkmap. De pagina verdwijnt, en wie nog een reactie heeft klaarstaan, kan die niet meer versturen.",
            called(slug)
        ),
        (En, Stop::Consultation(slug)) => format!(
            "The question ‘{}’ is online, and no longer in your work folder. Its page disappears, and whoever has a response waiting can’t send it any more.",
            called(slug)
        ),
        (Nl, Stop::FeedbackGone(slug, version)) => format!(
            "Versie {version} van uw antwoord bij ‘{}’ staat online, en niet meer in uw werkmap. Mensen kunnen het dan niet meer lezen.",
            called(slug)
        ),
        (En, Stop::FeedbackGone(slug, version)) => format!(
            "Version {version} of your answer on ‘{}’ is online, and no longer in your work folder. People can’t read it any more then.",
            called(slug)
        ),
        (Nl, Stop::FeedbackChanged(slug, version)) => format!(
            "Versie {version} van uw antwoord bij ‘{}’ zegt nu iets anders dan online. Mensen kunnen dan niet zien wat er veranderde: maak liever een nieuwe versie.",
            called(slug)
        ),
        (En, Stop::FeedbackChanged(slug, version)) => format!(
            "Version {version} of your answer on ‘{}’ says something else now than online. People can’t see what changed then: rather make a new version.",
            called(slug)
        ),
        (_, Stop::Endpoint { was, is, open }) => elsewhere(language, was, is, *open),
        (Nl, Stop::Bundle) => "De site verliest dan zijn apps: niemand kan nog zonder netwerk reageren.".to_owned(),
        (En, Stop::Bundle) => "The site loses its apps then: nobody can respond without a network any more.".to_owned(),
        (Nl, Stop::Base { was, is }) => {
            format!("De site staat onder {was} en komt dan onder {is}. Links en QR-codes werken dan niet meer.")
        }
        (En, Stop::Base { was, is }) => {
            format!("The site is under {was} and moves to {is}. Links and QR codes stop working then.")
        }
        // Revisions are raised, and there is no folder of a disk here.
        (_, Stop::Revision(_) | Stop::Folder | Stop::Files(_) | Stop::Edited(_)) => String::new(),
    }
}

/// Reactions go elsewhere.
fn elsewhere(language: Language, was: &[String], is: &[String], open: bool) -> String {
    let all = |all: &[String]| {
        let all = all.iter().map(|one| place(language, one)).collect::<Vec<_>>();
        all.join(&pick(language, ", en als dat niet lukt: ", ", and if that fails: "))
    };
    let (was, is) = (all(was), all(is));
    let now = pick(language, " Mensen kunnen nu reageren.", " People can respond now.");
    let now = if open { now } else { String::new() };
    match language {
        Nl => format!(
            "Reacties gaan nu zo: {was}. Na het publiceren gaan zij zo: {is}.{now} Haal daarna ook nog op wat op de oude manier binnenkwam."
        ),
        En => format!(
            "Responses go like this now: {was}. After publishing they go like this: {is}.{now} After that, also gather what came in the old way."
        ),
    }
}

/// Where reactions go: what that is called in the settings, and the address.
fn place(language: Language, place: &str) -> String {
    let (kind, address) = place.split_once(' ').unwrap_or((place, ""));
    let mut name = fields::choice(language, kind).chars();
    let name: String = name.next().into_iter().flat_map(char::to_lowercase).chain(name).collect();
    if address.is_empty() { name } else { format!("{name} ({address})") }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn where_reactions_go_is_said_in_words() {
        let (was, is) = (vec!["file".to_owned()], vec!["collector /api/reactions".to_owned(), "file".to_owned()]);
        let stop = |open| stop(Nl, &Stop::Endpoint { was: was.clone(), is: is.clone(), open }, &str::to_owned);
        let said = "Reacties gaan nu zo: zelf mailen of brengen. Na het publiceren gaan zij zo: onze eigen verzamelaar \
                    (/api/reactions), en als dat niet lukt: zelf mailen of brengen.";
        assert!(stop(true).starts_with(&format!("{said} Mensen kunnen nu reageren.")), "{}", stop(true));
        assert!(stop(false).starts_with(said) && !stop(false).contains("kunnen nu"), "{}", stop(false));
    }
}
