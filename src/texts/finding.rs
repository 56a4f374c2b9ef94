//! What is wrong in a content file, in sentences that say what to do.

use super::{expected, page, pick, picture, slip, system, theme, word, work};
use crate::{
    domain::language::Language::{self, En, Nl},
    files::{
        content::{FileFault, Problem},
        read::Cause,
    },
};
use std::io::ErrorKind;

/// A problem as a line: where, and a sentence. A second line shows what stands there, where that helps.
pub fn line(language: Language, problem: &Problem) -> String {
    let Problem { file, spot, fault } = problem;
    let mut place = vec![file.display().to_string()];
    let mut shown = None;
    match fault {
        FileFault::Slip(slip) => {
            place.push(match language {
                Nl => format!("regel {}, kolom {}", slip.line, slip.column),
                En => format!("line {}, column {}", slip.line, slip.column),
            });
            shown = Some(&slip.excerpt);
        }
        FileFault::Content(finding) => {
            if let Some(spot) = spot {
                place.push(match language {
                    Nl => format!("regel {}", spot.line),
                    En => format!("line {}", spot.line),
                });
                place.extend(spot.item.as_ref().map(|item| word::item(language, item)));
                shown = spot.excerpt.as_ref().filter(|_| is_about_value(&finding.cause));
            }
            place.push(finding.path.clone());
        }
        _ => {}
    }
    let line = format!("{}: {}", place.join(", "), of_file(language, fault));
    match (language, shown.filter(|shown| !shown.is_empty())) {
        (Nl, Some(shown)) => format!("{line}\n    Er staat: {shown}"),
        (En, Some(shown)) => format!("{line}\n    It says: {shown}"),
        (_, None) => line,
    }
}

/// Whether the cause is clearer with the value beside it.
fn is_about_value(cause: &Cause) -> bool {
    use Cause::{After, Before, Control, Expected, NotOneOf, Range, Unknown};
    matches!(
        cause,
        Cause::Refused(_)
            | Cause::Dubious(_)
            | Expected(_)
            | NotOneOf(_)
            | Range { .. }
            | Before { .. }
            | After { .. }
            | Unknown
            | Control
    )
}

/// What is wrong with a file as a whole.
pub fn of_file(language: Language, fault: &FileFault) -> String {
    let text = |nl: &str, en: &str| pick(language, nl, en);
    match fault {
        FileFault::Absent => text(
            "Dit bestand is er niet. Kijk of de naam en de map kloppen, of maak het.",
            "This file does not exist. See whether its name and folder are right, or make it.",
        ),
        FileFault::Unreadable(ErrorKind::PermissionDenied) => text(
            "Dit bestand mag niet gelezen worden. Geef leesrechten.",
            "There is no permission to read this file. Please allow reading it.",
        ),
        FileFault::NoFolder(gap) => match language {
            Nl => format!("Deze map is er niet: {}", system::gap(language, gap)),
            En => format!("This folder is not there: {}", system::gap(language, gap)),
        },
        FileFault::NotAFolder => text(
            "Dit is een bestand. Noem de map met de inhoud: die waar de map “consultations” in staat.",
            "This is a file. Name the content folder: the one that the folder “consultations” is in.",
        ),
        FileFault::Elsewhere(dir) => match language {
            Nl => format!(
                "Dit is niet de map met de inhoud: die waar “consultations” in staat, is {0}. Noem die: {0}",
                dir.display()
            ),
            En => format!(
                "This is not the content folder: the one that “consultations” is in, is {0}. Name that: {0}",
                dir.display()
            ),
        },
        FileFault::Document => text(
            "Dit bestand wordt niet gelezen: een vraag die in een document staat, komt niet op de site. Zet de tekst in een bestand dat op .json eindigt (kopieer er een dat hier al staat, en open dat met een programma voor gewone tekst). Is dit iets anders? Zet het dan in een andere map.",
            "This file is not read: a consultation in a document does not come on the site. Put the text in a file that ends in .json (copy one that is here already, and open it with a program for plain text). Is it something else? Then put it in another folder.",
        ),
        FileFault::Unreadable(kind) => match language {
            Nl => format!(
                "Dit is niet te lezen: {}. Kijk of het een gewoon bestand is.",
                system::of_kind(language, *kind)
            ),
            En => {
                format!("This can't be read: {}. Check that it is an ordinary file.", system::of_kind(language, *kind))
            }
        },
        FileFault::TooLarge => text(
            "Dit bestand is groter dan 8 MB. Zo groot is geen inhoudsbestand; kijk of het wel het goede is.",
            "This file is larger than 8 MB. No content file is; check that it is the right one.",
        ),
        FileFault::AlmostJson => text(
            "Dit bestand wordt niet gelezen. Geef het een naam die op .json eindigt, met kleine letters. (Ziet u dat niet in de naam? Laat Windows dan bestandsnaamextensies tonen.)",
            "This file is not read. Give it a name that ends in .json, in small letters. (Does its name seem to? Then let Windows show file name extensions.)",
        ),
        FileFault::Picture(fault) => picture::fault(language, fault),
        FileFault::Theme(fault) => theme::fault(language, fault),
        FileFault::Slip(slip) => slip::sentence(language, &slip.what),
        FileFault::Name => text(
            "De bestandsnaam mag alleen kleine letters, cijfers en streepjes hebben (hoogstens 60). Hernoem het.",
            "The file name may only have small letters, digits and hyphens (60 at most). Rename it.",
        ),
        FileFault::SameSlug(other) => match language {
            Nl => format!("De slug staat ook in {other}. Geef een van de twee een andere slug en bestandsnaam."),
            En => format!("The slug is in {other} too. Give one of them another slug and file name."),
        },
        FileFault::NoSuchConsultation(slug) => match language {
            Nl => format!("Er is geen vraag “{slug}”. Zet haar in consultations, of haal dit bestand weg."),
            En => format!("There is no consultation “{slug}”. Put it in consultations, or take this file out."),
        },
        FileFault::Content(finding) => sentence(language, &finding.cause),
    }
}

/// What is wrong at a place in a file.
pub fn sentence(language: Language, cause: &Cause) -> String {
    match cause {
        Cause::Refused(refused) => work::refused(language, refused),
        Cause::Dubious(dubious) => work::dubious(language, dubious),
        Cause::Landing(fault) => work::landing(language, *fault),
        Cause::Imbalance(imbalance) => match (language, work::imbalance(language, imbalance)) {
            (Nl, why) => format!("{why} Maak dit bestand opnieuw met `beginspraak publish --feedback`."),
            (En, why) => format!("{why} Make this file anew with `beginspraak publish --feedback`."),
        },
        cause => of_question(language, cause),
    }
}

/// The same of a question, which knows nothing of decisions and feedback: who only writes questions need not load the words for
/// those.
pub fn of_question(language: Language, cause: &Cause) -> String {
    let text = |nl: &str, en: &str| pick(language, nl, en);
    let number = |value: f64| page::number(value, language);
    let bytes = |value: usize| number(value as f64);
    match cause {
        Cause::Missing => text("Dit veld ontbreekt. Voeg het toe.", "This field is missing. Add it."),
        Cause::Unknown => text(
            "Dit veld bestaat niet. Kijk of de naam goed geschreven is, of haal het weg.",
            "There is no such field. Check its spelling, or take it out.",
        ),
        Cause::Expected(expected) => match language {
            Nl => format!("Verander dit: hier hoort {}.", expected::kind(language, *expected)),
            En => format!("Change this: it should be {}.", expected::kind(language, *expected)),
        },
        Cause::NoText(of) => match language {
            Nl => format!("Er is geen tekst in het {}. Voeg \"{}\" toe.", word::language(language, *of), of.code()),
            En => format!("There is no text in {}. Add \"{}\".", word::language(language, *of), of.code()),
        },
        Cause::Empty => text(
            "Deze tekst is leeg. Vul hem in, of haal het veld weg.",
            "This text is empty. Fill it in, or take the field out.",
        ),
        Cause::NotOneOf(names) => match language {
            Nl => format!("Dit kan hier niet. Kies uit: {}.", word::codes(language, names)),
            En => format!("This is not possible here. Choose from: {}.", word::codes(language, names)),
        },
        Cause::Count { min, max, has } => match language {
            Nl if min == max => format!("Hier {}. Maak er {min} van.", there_are(*has)),
            Nl => format!("Hier {}. Maak er {min} tot en met {max} van.", there_are(*has)),
            En if min == max => format!("There {} {has} here. Make it {min}.", if *has == 1 { "is" } else { "are" }),
            En => format!("There {} {has} here. Make it {min} to {max}.", if *has == 1 { "is" } else { "are" }),
        },
        Cause::Range { min, max } => match language {
            Nl => format!("Kies een getal van {} tot en met {}.", number(*min as f64), number(*max as f64)),
            En => format!("Choose a number from {} to {}.", number(*min as f64), number(*max as f64)),
        },
        Cause::Double(id) => match language {
            Nl => format!("“{id}” staat er twee keer. Geef een van de twee een andere naam."),
            En => format!("“{id}” is here twice. Give one of them another name."),
        },
        Cause::Dangling { id, among } => match language {
            Nl => format!(
                "“{id}” is er niet bij {}. Voeg het daar toe, of verwijs naar iets dat er wel is.",
                word::field(language, among)
            ),
            En => {
                format!(
                    "“{id}” is not among {}. Add it there, or refer to something that is.",
                    word::field(language, among)
                )
            }
        },
        Cause::Before { field, day } => match language {
            Nl => format!("Dit is eerder dan {}: {day}. Kies die dag of een latere.", word::field(language, field)),
            En => {
                format!("This is before {}: {day}. Choose that day or a later one.", word::field(language, field))
            }
        },
        Cause::After { field, day } => match language {
            Nl => format!("Dit is later dan {}: {day}. Kies die dag of een eerdere.", word::field(language, field)),
            En => format!("This is after {}: {day}. Choose that day or an earlier one.", word::field(language, field)),
        },
        Cause::Control => text(
            "In deze tekst staat een tab of een ander teken dat u niet ziet (ook tekens die de leesrichting omdraaien). Typ \\\\ als u een \\ bedoelt (zoals in een naam van een map), of haal het weg.",
            "In this text is a tab or another character that you can't see (also those that turn the direction of reading). Type \\\\ if you mean a \\ (as in the name of a folder), or take it out.",
        ),
        Cause::NoPage(site) => {
            let codes: Vec<_> = site.iter().map(|language| language.code()).collect();
            match language {
                Nl => format!(
                    "De site heeft hier geen pagina's voor; zij is er in: {}. Voeg een van die talen toe, of voeg deze taal toe in site.json.",
                    word::codes(language, &codes)
                ),
                En => format!(
                    "The site has no pages for this; it is in: {}. Add one of those languages, or add this one in site.json.",
                    word::codes(language, &codes)
                ),
            }
        }
        Cause::NoFrontPage => text(
            "Zonder Nederlands staat er niets op het adres van de site zelf: Engelse pagina's staan onder /en/. Voeg \"nl\" toe.",
            "Without Dutch there is nothing at the address of the site itself: English pages are under /en/. Add \"nl\".",
        ),
        Cause::TooMuchToSend { most, limit } => match language {
            Nl => format!(
                "Wie alles invult, kan {} tekens schrijven, en soms telt een teken voor vier. Dat wordt te groot om te versturen ({} van hoogstens {} bytes). Maak de \"max_chars\" van de vragen kleiner, of stel minder open vragen: samen hoogstens {} tekens.",
                bytes(*most / 4),
                bytes(*most),
                bytes(*limit),
                bytes(*limit / 4)
            ),
            En => format!(
                "Who fills in everything can write {} characters, and one may count for four. That becomes too large to send ({} of {} bytes at most). Make the \"max_chars\" of the questions smaller, or ask fewer open questions: {} characters in all at most.",
                bytes(*most / 4),
                bytes(*most),
                bytes(*limit),
                bytes(*limit / 4)
            ),
        },
        Cause::BaseTwice { base, should } => match language {
            Nl => format!(
                "Dit adres begint al met {base}, waaronder de site komt: dat stuk zou er twee keer in staan. Typ \"{should}\""
            ),
            En => format!(
                "This address begins with {base} already, under which the site will be: that would be in it twice. Type \"{should}\""
            ),
        },
        Cause::NeededToOpen => text(
            "Zonder dit kan een vraag met een agenda niet open. Voeg het toe, of kies \"kind\": \"listening\".",
            "Without this a consultation with an agenda can't open. Add it, or choose \"kind\": \"listening\".",
        ),
        Cause::FileName(slug) => match language {
            Nl => format!(
                "De slug “{slug}” hoort bij een ander bestand. Noem het bestand {slug}.json, of verander de slug."
            ),
            En => format!("The slug “{slug}” belongs to another file. Name the file {slug}.json, or change the slug."),
        },
        Cause::NeverTried => text(
            "Dit wordt nooit geprobeerd. Zet \"file\" als laatste, en noem elke plek één keer.",
            "This is never tried. Put \"file\" last, and name every place once.",
        ),
        Cause::ServiceNeeds(field) => match language {
            Nl => format!("Deze dienst wil een veld “{field}”. Voeg het toe aan “fields”."),
            En => format!("This service wants a field “{field}”. Add it to “fields”."),
        },
        Cause::TooLong { max, has } => match language {
            Nl => format!("Deze tekst heeft {has} tekens en moet op een regel: hoogstens {max}. Maak hem korter."),
            En => format!("This text has {has} characters and must fit on a line: {max} at most. Make it shorter."),
        },
        Cause::OnePlace => text(
            "Kies één plek: \"themes\", \"set_aside\" of \"later\".",
            "Choose one place: \"themes\", \"set_aside\" or \"later\".",
        ),
        Cause::OutsideExample => text(
            "Voorbeeldcodes mogen alleen in een voorbeeld staan. Haal \"example_receipts\" weg.",
            "Codes to try may only be in an example. Take \"example_receipts\" out.",
        ),
        Cause::Refused(_) | Cause::Dubious(_) | Cause::Landing(_) | Cause::Imbalance(_) => String::new(),
        Cause::AnswerUnknown => text(
            "Van deze dienst is niet bekend wat hij antwoordt als een reactie is bewaard. Voeg \"accepted\": {\"status\": 200, \"contains\": \"…\"} toe.",
            "It is not known what this service answers when a reaction is kept. Add \"accepted\": {\"status\": 200, \"contains\": \"…\"}.",
        ),
    }
}

fn there_are(has: usize) -> String {
    format!("{} {has}", if has == 1 { "staat er" } else { "staan er" })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::files::read::Finding;

    #[test]
    fn a_line_names_the_file_the_place_and_the_remedy() {
        let finding = Finding { path: "$.title".into(), cause: Cause::NoText(En) };
        let file = "consultations/dorp.json".into();
        let problem = Problem { file, spot: None, fault: FileFault::Content(finding) };
        assert_eq!(
            line(Nl, &problem),
            "consultations/dorp.json, $.title: Er is geen tekst in het Engels. Voeg \"en\" toe."
        );
        assert_eq!(line(En, &problem), "consultations/dorp.json, $.title: There is no text in English. Add \"en\".");
    }

    #[test]
    fn a_question_is_named_by_its_number_and_title_and_what_stands_there_is_shown() {
        let text = "{\"questions\": [\n  {\"id\": \"a\"},\n  {\"title\": {\"nl\": \"Waarom?\", \"en\": \"Why?\"},\n   \"kind\": \"verhaal\"}\n]}";
        let json = serde_json::from_str(text).unwrap();
        let finding = |path: &str, cause: Cause| {
            let spot = crate::files::slip::spot::spots(text, &json, &[path]).pop();
            Problem { file: "dorp.json".into(), spot, fault: FileFault::Content(Finding { path: path.into(), cause }) }
        };
        let kind = finding("$.questions[1].kind", Cause::NotOneOf(&["story", "dilemma"]));
        assert_eq!(
            line(Nl, &kind),
            "dorp.json, regel 4, vraag 2 “Waarom?”, $.questions[1].kind: Dit kan hier niet. Kies uit: \"story\" (verhaal), \"dilemma\".\n    Er staat: \"kind\": \"verhaal\"}"
        );
        let missing = finding("$.questions[0].title", Cause::Missing);
        assert_eq!(
            line(En, &missing),
            "dorp.json, line 2, question 1, $.questions[0].title: This field is missing. Add it."
        );
    }
}
