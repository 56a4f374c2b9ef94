//! What somebody wrote that is no JSON, in sentences for who never heard of JSON: what stands there, and what to type.

use super::pick;
use crate::{
    domain::language::Language::{self, En, Nl},
    files::slip::{Foreign, What},
};

/// What stands there, and what to do.
pub fn sentence(language: Language, what: &What) -> String {
    let text = |nl: &str, en: &str| pick(language, nl, en);
    match what {
        What::Empty => {
            text("Het bestand is leeg. Vul het, of haal het weg.", "The file is empty. Fill it, or take it out.")
        }
        What::Foreign(kind) => foreign(language, *kind),
        What::Utf16 => text(
            "Dit bestand is bewaard als Unicode (UTF-16). Kies bij Opslaan als de codering UTF-8.",
            "This file is saved as Unicode (UTF-16). In Save as, choose the encoding UTF-8.",
        ),
        What::NotUtf8(c) => match language {
            Nl => format!(
                "Hier staat waarschijnlijk “{c}”, maar het bestand is bewaard als ANSI. Kies bij Opslaan als de codering UTF-8."
            ),
            En => {
                format!("This is probably “{c}”, but the file is saved as ANSI. In Save as, choose the encoding UTF-8.")
            }
        },
        What::NoBrackets => text(
            "Het bestand begint niet met {. Zet { helemaal vooraan en } helemaal achteraan.",
            "The file does not begin with {. Put { at the very beginning and } at the very end.",
        ),
        What::Curly(c) => match language {
            Nl => format!("Hier staat een krullend aanhalingsteken: {c}. Typ een recht: \""),
            En => format!("This is a curly quotation mark: {c}. Type a straight one: \""),
        },
        What::Quote(c) => match language {
            Nl => format!("Hier staat {c} om een tekst. Typ een dubbel aanhalingsteken: \""),
            En => format!("There is {c} around a text. Type a double quotation mark: \""),
        },
        What::Unclosed => text(
            "De tekst die hier begint, wordt niet afgesloten. Typ \" aan het eind van de tekst.",
            "The text that begins here is not closed. Type \" at the end of the text.",
        ),
        What::QuoteInside => text(
            "Hier staat een aanhalingsteken midden in een tekst. Typ \\\" of gebruik “ en ”. (Is de tekst hier klaar? Dan mist er een komma.)",
            "This is a quotation mark in the midst of a text. Type \\\" or use “ and ”. (Does the text end here? Then a comma is missing.)",
        ),
        What::Enter => text(
            "Hier staat een Enter midden in een tekst. Zet de tekst op één regel; typ \\n voor een nieuwe regel en \\n\\n voor een nieuwe alinea.",
            "This is an Enter in the midst of a text. Put the text on one line; type \\n for a new line and \\n\\n for a new paragraph.",
        ),
        What::Tab => text(
            "Hier staat een tab midden in een tekst. Typ er een spatie voor in de plaats.",
            "This is a tab in the midst of a text. Type a space instead.",
        ),
        What::Control => text(
            "Hier staat een teken dat u niet ziet, midden in een tekst. Wis het, en typ de tekst eromheen opnieuw.",
            "There is a character here that you can't see, in the midst of a text. Delete it, and type the text around it again.",
        ),
        What::Escape(c) => match language {
            Nl => format!("Achter \\ kan geen “{c}” staan. Typ \\\\ als u een \\ bedoelt, of gebruik /"),
            En => format!("There can't be “{c}” after \\. Type \\\\ if you mean a \\, or use /"),
        },
        What::UnicodeEscape => text(
            "Achter \\u horen vier cijfers van een teken. Typ het teken zelf, of typ \\\\u als u dat bedoelt.",
            "Four digits of a character belong after \\u. Type the character itself, or type \\\\u if you mean that.",
        ),
        What::BareWord(word) => match language {
            Nl => format!("Hier staat een tekst zonder aanhalingstekens: {word}. Zet er \" voor en \" achter."),
            En => format!("This is a text without quotation marks: {word}. Put \" before and \" after it."),
        },
        What::BareKey(key) => match language {
            Nl => format!("De naam van dit veld heeft geen aanhalingstekens. Typ \"{key}\""),
            En => format!("The name of this field has no quotation marks. Type \"{key}\""),
        },
        What::CommaLast(bracket) => match language {
            Nl => format!("Na deze komma komt er niets meer voor de {bracket}. Haal de komma weg."),
            En => format!("Nothing comes after this comma before the {bracket}. Take the comma out."),
        },
        What::CommaMissing => text(
            "Hier mist een komma. Typ , achter wat hier staat.",
            "A comma is missing. Type , after what stands here.",
        ),
        What::CommaTwice => {
            text("Hier staat een komma te veel. Haal hem weg.", "There is one comma too many here. Take it out.")
        }
        What::ColonMissing(key) => match language {
            Nl => format!("Achter de naam \"{key}\" mist een dubbele punt. Typ : en dan wat erin hoort."),
            En => format!("There is no colon after the name \"{key}\". Type : and then what belongs in it."),
        },
        What::InsteadOf { is, should } => match language {
            Nl => format!("Hier staat {is} waar {should} hoort. Typ {should}"),
            En => format!("There is {is} where {should} belongs. Type {should}"),
        },
        What::ValueMissing(key) if key.is_empty() => text(
            "Hier ontbreekt iets. Vul het in, of haal de komma weg.",
            "Something is missing here. Fill it in, or take the comma out.",
        ),
        What::ValueMissing(key) => match language {
            Nl => format!("Het veld \"{key}\" heeft geen inhoud. Vul het in, of haal het hele veld weg."),
            En => format!("The field \"{key}\" has nothing in it. Fill it in, or take the whole field out."),
        },
        What::NeverClosed(open) => match (language, closer(*open)) {
            (Nl, close) => format!("De {open} die hier staat, wordt nergens gesloten. Typ {close} waar hij eindigt."),
            (En, close) => format!("The {open} that stands here is closed nowhere. Type {close} where it ends."),
        },
        What::ClosedBy { open, line, should, is } => match language {
            Nl => format!(
                "De {open} die hier staat, wordt op regel {line} gesloten met {is}. Typ daar {should}, of voeg {should} toe."
            ),
            En => format!(
                "The {open} that stands here is closed on line {line} by {is}. Type {should} there, or add {should}."
            ),
        },
        What::FieldInList => text(
            "Hier staat een veld los in een lijst. Typ { ervoor en } achter het laatste veld ervan. (Stond die { er al? Dan is er eerder een } te veel.)",
            "Here a field stands by itself in a list. Type { before it and } after its last field. (Was that { there already? Then there is one } too many before.)",
        ),
        What::AfterEnd(c @ ('}' | ']')) => match language {
            Nl => format!("Hier staat een {c} te veel. Haal hem weg, of voeg eerder toe wat hij moet sluiten."),
            En => format!("There is one {c} too many here. Take it out, or add before it what it should close."),
        },
        What::AfterEnd(_) => text(
            "Het bestand is hier al klaar. Haal weg wat hierna komt, of haal eerder een } weg.",
            "The file has ended here already. Take out what follows, or take out a } before this.",
        ),
        What::Second => text(
            "Hier begint een tweede document. Zet elk in een eigen bestand.",
            "A second document begins here. Put each in a file of its own.",
        ),
        What::DoubleKey { key, line } => match language {
            Nl => format!(
                "\"{key}\" staat hier voor de tweede keer; de eerste staat op regel {line}. Haal een van de twee weg."
            ),
            En => {
                format!("\"{key}\" is here for the second time; the first is on line {line}. Take one of the two out.")
            }
        },
        What::DecimalComma(is) => match (language, is.replace(',', ".")) {
            (Nl, should) => format!("Dit getal heeft een komma: {is}. Typ een punt: {should}"),
            (En, should) => format!("This number has a comma: {is}. Type a point: {should}"),
        },
        What::Thousands(is) => match (language, is.replace(['.', ' '], "")) {
            (Nl, should) => format!("Dit getal heeft punten of spaties: {is}. Typ het aan elkaar: {should}"),
            (En, should) => format!("This number has points or spaces: {is}. Type it without: {should}"),
        },
        What::LeadingZero(is) => match (language, without_zeros(is)) {
            (Nl, should) => {
                format!("Dit getal begint met een nul: {is}. Typ {should}, of zet er \" omheen als het geen getal is.")
            }
            (En, should) => {
                format!("This number begins with a zero: {is}. Type {should}, or put \" around it if it is no number.")
            }
        },
        What::Plus(is) => match (language, is.trim_start_matches('+')) {
            (Nl, should) => format!("Voor een getal hoort geen +. Typ {should}"),
            (En, should) => format!("No + belongs before a number. Type {should}"),
        },
        What::Point(is) => match (language, whole_point(is)) {
            (Nl, should) => format!("Voor en achter de punt hoort een cijfer: {is}. Typ {should}"),
            (En, should) => format!("A digit belongs before and after the point: {is}. Type {should}"),
        },
        What::Dash(c) => match language {
            Nl => format!("Hier staat een streepje dat geen minteken is: {c}. Typ een gewoon minteken: -"),
            En => format!("This dash is no minus: {c}. Type an ordinary minus: -"),
        },
        What::NoNumber(is) => match language {
            Nl => format!("{is} is geen getal dat hier kan staan. Typ een getal in cijfers, of haal het veld weg."),
            En => format!("{is} is no number that can stand here. Type a number in digits, or take the field out."),
        },
        What::Enormous(is) => match language {
            Nl => format!("Dit getal is te groot: {is}. Kijk of het klopt."),
            En => format!("This number is too large: {is}. Check it."),
        },
        What::Unit(is) => match language {
            Nl => format!(
                "Bij dit getal staat nog iets: {is}. Laat alleen het getal staan, of zet er \" omheen als het een tekst is."
            ),
            En => format!(
                "There is something beside this number: {is}. Leave only the number, or put \" around it if it is a text."
            ),
        },
        What::Word { is, should: Some(should) } => match language {
            Nl => format!("Hier staat {is}. Typ {should}, met kleine letters en zonder aanhalingstekens."),
            En => format!("This says {is}. Type {should}, in small letters and without quotation marks."),
        },
        What::Word { is, should: None } => match language {
            Nl => format!("Hier staat {is}. Een veld zonder inhoud kan niet: haal het hele veld weg."),
            En => format!("This says {is}. A field without content is not possible: take the whole field out."),
        },
        What::Comment("```") => text(
            "Hier staat ``` van een programma dat het bestand als voorbeeld toonde. Haal de regels met ``` weg.",
            "This is ``` of a program that showed the file as an example. Take the lines with ``` out.",
        ),
        What::Comment(mark) => match language {
            Nl => format!("Hier staat een opmerking ({mark}). Opmerkingen kunnen niet in dit bestand: haal haar weg."),
            En => format!("This is a comment ({mark}). There can be no comments in this file: take it out."),
        },
        What::Space(_) => text(
            "Hier staat een harde spatie; die komt mee bij kopiëren uit Word of een webpagina. Wis hem, en typ een gewone spatie.",
            "This is a hard space; it comes with copying from Word or a web page. Delete it, and type an ordinary space.",
        ),
        What::Invisible('\u{feff}') => text(
            "Hier staat een onzichtbaar teken (een BOM): waarschijnlijk zijn twee bestanden aan elkaar geplakt. Wis het, met de tekens ernaast, en typ die opnieuw.",
            "There is an invisible character here (a BOM): two files have probably been joined. Delete it, with the characters beside it, and type those again.",
        ),
        What::Invisible(_) => text(
            "Hier staat een teken dat u niet ziet. Wis het, met de tekens ernaast, en typ die opnieuw.",
            "There is a character here that you can't see. Delete it, with the characters beside it, and type those again.",
        ),
        What::Dots => text(
            "Hier staan nog puntjes. Vul in wat hier hoort.",
            "There are still dots here. Fill in what belongs here.",
        ),
        What::TooDeep => text(
            "Hier staan meer dan 127 haakjes in elkaar. Kijk of het wel het goede bestand is.",
            "More than 127 brackets are inside each other here. Check that it is the right file.",
        ),
        What::Other(c) => match language {
            Nl => format!(
                "Wat hier staat, kan hier niet: “{c}”. Kijk ook vlak ervoor: er kan een komma, aanhalingsteken of haakje missen."
            ),
            En => format!(
                "This can't stand here: “{c}”. Look just before it too: a comma, a quotation mark or a bracket may be missing."
            ),
        },
    }
}

fn foreign(language: Language, kind: Foreign) -> String {
    let (nl, en) = match kind {
        Foreign::Zip => (
            "een document van Word, Excel of LibreOffice, of een zip-bestand",
            "a document of Word, Excel or LibreOffice, or a zip file",
        ),
        Foreign::Office => ("een document van een oudere Word of Excel", "a document of an older Word or Excel"),
        Foreign::Rtf => ("een document met opmaak (RTF)", "a document with layout (RTF)"),
        Foreign::Pdf => ("een PDF", "a PDF"),
        Foreign::Picture => ("een foto of plaatje", "a picture"),
        Foreign::Markup => ("een webpagina of XML", "a web page or XML"),
        Foreign::Binary => ("geen tekst", "no text"),
    };
    match language {
        Nl => format!(
            "Dit is {nl}, met een naam die op .json eindigt. Kopieer de tekst naar een editor zoals Kladblok, en bewaar die als UTF-8."
        ),
        En => format!(
            "This is {en}, with a name that ends in .json. Copy the text to an editor such as Notepad, and save it as UTF-8."
        ),
    }
}

fn closer(open: char) -> char {
    if open == '{' { '}' } else { ']' }
}

fn without_zeros(number: &str) -> String {
    let (sign, digits) = number.strip_prefix('-').map_or(("", number), |digits| ("-", digits));
    let rest = digits.trim_start_matches('0');
    let zero = if rest.is_empty() || rest.starts_with('.') { "0" } else { "" };
    format!("{sign}{zero}{rest}")
}

fn whole_point(number: &str) -> String {
    let front = if number.starts_with('.') { "0" } else { "" };
    let behind = if number.ends_with('.') { "0" } else { "" };
    format!("{front}{number}{behind}")
}
