//! What is said of pictures: those that can't be taken, those that are wrong, and what was made.

use super::pick;
use crate::{
    domain::{
        id::Id,
        language::Language::{self, En, Nl},
    },
    files::pictures::{Drawn, NotTaken, PictureFault, drawing::NoDrawing},
};
use std::path::Path;

/// A weight as people say it.
fn weight(bytes: usize) -> String {
    format!("{} kB", bytes.div_ceil(1000))
}

/// What is wrong with a file of a picture, and what to do.
pub fn fault(language: Language, fault: &PictureFault) -> String {
    let text = |nl: &str, en: &str| pick(language, nl, en);
    match (language, fault) {
        (Nl, PictureFault::Absent(name)) => format!(
            "Er is geen afbeelding “{name}”. Maak die van een foto of tekening: beginspraak picture BESTAND --to content/pictures/{name}"
        ),
        (En, PictureFault::Absent(name)) => format!(
            "There is no picture “{name}”. Make it from a photo or drawing: beginspraak picture FILE --to content/pictures/{name}"
        ),
        (Nl, PictureFault::Half(name)) => format!(
            "Van de afbeelding “{name}” ontbreken bestanden. Maak haar opnieuw: beginspraak picture BESTAND --to content/pictures/{name} --replace"
        ),
        (En, PictureFault::Half(name)) => format!(
            "Files of the picture “{name}” are missing. Make it again: beginspraak picture FILE --to content/pictures/{name} --replace"
        ),
        (_, PictureFault::Unreadable(kind)) => super::system::of_kind(language, *kind),
        (_, PictureFault::NoPicture) => text(
            "Dit is geen afbeelding, of zij is beschadigd. Maak haar opnieuw met `beginspraak picture`.",
            "This is no picture, or it is damaged. Make it again with `beginspraak picture`.",
        ),
        (Nl, PictureFault::TooHeavy { has, most }) => format!(
            "Deze afbeelding weegt {}; hoogstens {} mag, want bezoekers halen haar op met hun eigen data. Maak haar met `beginspraak picture`: dat maakt haar licht genoeg.",
            weight(*has),
            weight(*most)
        ),
        (En, PictureFault::TooHeavy { has, most }) => format!(
            "This picture weighs {}; it may be at most {}, as visitors fetch it with their own data. Make it with `beginspraak picture`, which makes it light enough.",
            weight(*has),
            weight(*most)
        ),
        (_, PictureFault::Tells) => text(
            "In dit bestand staat meer dan de afbeelding, zoals waar of wanneer een foto is gemaakt. Maak het met `beginspraak picture`: dat laat dat weg.",
            "This file holds more than the picture, such as where or when a photo was taken. Make it with `beginspraak picture`, which leaves that out.",
        ),
        (Nl, PictureFault::Unclean(what)) => format!(
            "In deze tekening staat iets dat niet op een site mag: {}. Maak haar met `beginspraak picture`: dat haalt het eruit.",
            what.join(", ")
        ),
        (En, PictureFault::Unclean(what)) => format!(
            "This drawing holds what may not stand on a site: {}. Make it with `beginspraak picture`, which takes that out.",
            what.join(", ")
        ),
    }
}

/// Why no picture was made of a file, and what to do.
pub fn not_taken(language: Language, path: &Path, what: NotTaken) -> String {
    let text = |nl: &str, en: &str| pick(language, nl, en);
    let why = match (language, what) {
        (_, NotTaken::Heic) => text(
            "dit is een HEIC-foto, zoals iPhones maken. Bewaar haar eerst als JPEG: open de foto en kies Exporteren of Opslaan als.",
            "this is a HEIC photo, as iPhones make. Save it as JPEG first: open the photo and choose Export or Save as.",
        ),
        (_, NotTaken::Kind) => text(
            "dit soort bestand kan niet. Geef een foto (.jpg, .png of .webp) of een tekening (.svg).",
            "this kind of file is not possible. Give a photo (.jpg, .png or .webp) or a drawing (.svg).",
        ),
        (_, NotTaken::Damaged) => text(
            "het bestand is beschadigd of niet heel. Haal het opnieuw van de camera of de maker.",
            "the file is damaged or not whole. Get it again from the camera or its maker.",
        ),
        (_, NotTaken::TooLarge) => text(
            "de foto heeft te veel beeldpunten. Maak haar eerst kleiner: 4000 breed is meer dan genoeg.",
            "the photo has too many pixels. Make it smaller first: 4000 wide is more than enough.",
        ),
        (Nl, NotTaken::TooHeavy { has, most }) => format!(
            "ook op zijn lichtst weegt dit {}, en {} mag. Kies een rustiger foto, of een eenvoudiger tekening.",
            weight(has),
            weight(most)
        ),
        (En, NotTaken::TooHeavy { has, most }) => format!(
            "even at its lightest this weighs {}, and {} is allowed. Choose a calmer photo, or a simpler drawing.",
            weight(has),
            weight(most)
        ),
        (_, NotTaken::Drawing(NoDrawing::NoXml | NoDrawing::NoSvg)) => text(
            "dit is geen SVG die te lezen is. Sla de tekening in het tekenprogramma op als “gewone SVG”.",
            "this is no SVG that can be read. Save the drawing as “plain SVG” in the drawing program.",
        ),
        (_, NotTaken::Drawing(NoDrawing::NoSize)) => text(
            "de tekening zegt niet hoe breed en hoog zij is. Sla haar op met een viewBox.",
            "the drawing does not say how wide and high it is. Save it with a viewBox.",
        ),
        (_, NotTaken::Name) => text(
            "geef bij --to een naam van kleine letters, cijfers en streepjes, zoals content/pictures/brink.",
            "give a name of small letters, digits and hyphens at --to, such as content/pictures/brink.",
        ),
    };
    let path = path.display();
    match language {
        Nl => format!("Van {path} is geen afbeelding gemaakt: {why}"),
        En => format!("No picture was made of {path}: {why}"),
    }
}

/// What was made, and how it gets on the site.
pub fn taken(language: Language, dir: &Path, name: &Id, drawn: &Drawn, left_out: &[String]) -> Vec<String> {
    let mut lines: Vec<_> = drawn
        .files()
        .map(|size| {
            format!(
                "{}  {} × {}  {}",
                dir.join(&size.name).display(),
                size.width,
                size.height,
                weight(size.bytes.len())
            )
        })
        .collect();
    if !left_out.is_empty() {
        let what = left_out.join(", ");
        lines.push(match language {
            Nl => format!("Eruit gehaald, want dat mag niet op een site: {what}. Kijk of de tekening nog goed is."),
            En => {
                format!("Taken out, as that may not stand on a site: {what}. See whether the drawing is still right.")
            }
        });
    }
    let field = |alt: &str, maker: &str| {
        format!("\"picture\": {{ \"file\": \"{name}\", \"alt\": {{ \"nl\": \"{alt}\" }}, \"maker\": \"{maker}\" }}")
    };
    lines.push(match language {
        Nl => format!(
            "Zet in het bestand van de vraag, of in site.json: {}. Een logo: \"logo\": \"{name}\" in site.json.",
            field("wat men ziet", "wie haar maakte")
        ),
        En => format!(
            "Put in the file of the consultation, or in site.json: {}. A logo: \"logo\": \"{name}\" in site.json.",
            field("what one sees", "who made it")
        ),
    });
    lines
}
