//! What gathering and working say of reactions that do not fit, are a test, or claim a source; in Dutch and English.

use super::page::number;
use crate::{
    domain::{
        language::Language::{self, En, Nl},
        problem::Fault,
        reaction::Misfit,
    },
    files::gather::marks::Marks,
};

/// A line for each thing that somebody should know of them.
pub fn lines(language: Language, marks: &Marks) -> Vec<String> {
    let misfits: usize = marks.misfits.iter().map(|(_, count)| count).sum();
    let causes = marks.misfits.iter().map(|(misfit, count)| {
        let count = number(*count as f64, language);
        format!("{count} × {}", cause(language, misfit))
    });
    let causes = causes.collect::<Vec<_>>().join(", ");
    let lines = [
        (misfits, misfit(language, misfits, &causes)),
        (marks.tests, test(language, marks.tests)),
        (marks.unconfirmed, unconfirmed(language, marks.unconfirmed)),
        (marks.refused, refused(language, marks.refused)),
    ];
    lines.into_iter().filter(|(count, _)| *count > 0).map(|(_, line)| line).collect()
}

fn misfit(language: Language, count: usize, causes: &str) -> String {
    let shown = number(count as f64, language);
    match (language, count) {
        (Nl, 1) => format!(
            "1 reactie past niet bij de vragen: {causes}. Die is bewaard, maar heeft geen kolommen in een export en telt niet mee bij de plaatsen."
        ),
        (Nl, _) => format!(
            "{shown} reacties passen niet bij de vragen: {causes}. Die zijn bewaard, maar hebben geen kolommen in een export en tellen niet mee bij de plaatsen."
        ),
        (En, 1) => {
            format!(
                "1 reaction does not fit the questions: {causes}. It is kept, without columns in an export, and is not counted in places."
            )
        }
        (En, _) => format!(
            "{shown} reactions do not fit the questions: {causes}. They are kept, without columns in an export, and are not counted in places."
        ),
    }
}

fn test(language: Language, count: usize) -> String {
    let shown = number(count as f64, language);
    match (language, count) {
        (Nl, 1) => "1 reactie is een proef. Die telt nergens mee. Weghalen: gather --no-tests".into(),
        (Nl, _) => format!("{shown} reacties zijn een proef. Die tellen nergens mee. Weghalen: gather --no-tests"),
        (En, 1) => "1 reaction is a test. It counts nowhere. To take it out: gather --no-tests".into(),
        (En, _) => format!("{shown} reactions are a test. They count nowhere. To take them out: gather --no-tests"),
    }
}

fn unconfirmed(language: Language, count: usize) -> String {
    let shown = number(count as f64, language);
    match (language, count) {
        (Nl, 1) => "1 reactie zegt uit een gesprek of van papier te komen. Dat is niet bevestigd. Is het van een dorpsgesprek? Laat dat meetellen met: beginspraak accept".into(),
        (Nl, _) => format!(
            "{shown} reacties zeggen uit een gesprek of van papier te komen. Dat is niet bevestigd. Zijn ze van een dorpsgesprek? Laat dat meetellen met: beginspraak accept"
        ),
        (En, 1) => "1 reaction says that it comes from a gathering or from paper. That is not confirmed. Is it from a village gathering? Let that count with: beginspraak accept".into(),
        (En, _) => format!(
            "{shown} reactions say that they come from a gathering or from paper. That is not confirmed. Are they from a village gathering? Let that count with: beginspraak accept"
        ),
    }
}

fn refused(language: Language, count: usize) -> String {
    let shown = number(count as f64, language);
    match (language, count) {
        (Nl, 1) => "1 reactie komt uit een dorpsgesprek dat niet meetelt.".into(),
        (Nl, _) => format!("{shown} reacties komen uit een dorpsgesprek dat niet meetelt."),
        (En, 1) => "1 reaction comes from a village gathering that does not count.".into(),
        (En, _) => format!("{shown} reactions come from a village gathering that does not count."),
    }
}

/// Why a reaction does not fit, in a few words.
pub fn cause(language: Language, misfit: &Misfit) -> &'static str {
    let nl = language == Nl;
    match misfit {
        Misfit::UnknownConsultation if nl => "onderwerp bestaat niet",
        Misfit::UnknownConsultation => "no such consultation",
        Misfit::UnknownRevision(_) if nl => "versie van de vragen is niet bekend",
        Misfit::UnknownRevision(_) => "revision of the questions not known",
        Misfit::NoDay if nl => "dag bestaat niet",
        Misfit::NoDay => "no such day",
        Misfit::BeforeOpening(_) if nl => "geschreven voor de eerste dag",
        Misfit::BeforeOpening(_) => "written before the first day",
        Misfit::AfterClosing(_) if nl => "geschreven na de laatste dag",
        Misfit::AfterClosing(_) => "written after the last day",
        Misfit::Answer(problem) => answer(nl, &problem.fault),
    }
}

fn answer(nl: bool, fault: &Fault) -> &'static str {
    match fault {
        Fault::NothingAnswered if nl => "niets ingevuld",
        Fault::NothingAnswered => "nothing answered",
        Fault::Required if nl => "verplichte vraag niet beantwoord",
        Fault::Required => "required question not answered",
        Fault::TooLong { .. } if nl => "tekst te lang",
        Fault::TooLong { .. } => "text too long",
        Fault::OtherEmpty if nl => "“anders” zonder tekst",
        Fault::OtherEmpty => "“something else” without a text",
        Fault::TooMany { .. } if nl => "te veel gekozen",
        Fault::TooMany { .. } => "too many chosen",
        Fault::RankingIncomplete | Fault::RankingDouble if nl => "volgorde niet af",
        Fault::RankingIncomplete | Fault::RankingDouble => "ranking not complete",
        Fault::LeanMissing if nl => "dilemma zonder keuze",
        Fault::LeanMissing => "dilemma without a choice",
        Fault::PlaceMissing if nl => "woonplaats zonder naam",
        Fault::PlaceMissing => "place without a name",
        Fault::OutOfRange { .. } if nl => "getal buiten de schaal",
        Fault::OutOfRange { .. } => "number outside the scale",
        Fault::UnknownOption if nl => "antwoord waaruit men niet kon kiezen",
        Fault::UnknownOption => "answer that was not offered",
        Fault::OptionTwice if nl => "hetzelfde twee keer gekozen",
        Fault::OptionTwice => "the same chosen twice",
        Fault::WrongShape if nl => "antwoord van een andere soort",
        Fault::WrongShape => "answer of another kind",
        Fault::UnknownQuestion if nl => "vraag die niet gesteld is",
        Fault::UnknownQuestion => "question that was not asked",
        Fault::AnsweredTwice if nl => "vraag twee keer beantwoord",
        Fault::AnsweredTwice => "question answered twice",
    }
}
