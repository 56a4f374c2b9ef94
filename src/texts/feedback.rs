//! What is said around feedback: the signpost, the landings and the balance.

use super::counted;
use crate::domain::{
    day::Day,
    feedback::{
        Counts, DestinationKind, ErasedCount, GatheringCount, LandingStatus, Origin, Redaction, balance::SetAsideReason,
    },
    language::Language::{self, En, Nl},
    log::ErasedWhy,
};

say! {
    /// The heading of the page.
    answer: "Dit doen wij met uw reacties", "What we do with your responses";
    /// In an example, beside the date.
    example_short: "Voorbeeld: bedacht.", "Example: made up.";
    /// Heading over what was said.
    we_heard: "Wat wij hoorden", "What we heard";
    /// Heading over landings.
    we_do: "Wat wij ermee doen", "What we do with it";
    /// Term.
    why: "Waarom", "Why";
    /// Term.
    who_has_it: "Bij wie ligt het", "Who is responsible";
    /// Term.
    passed_on_to: "Doorgegeven aan", "Passed on to";
    /// Term.
    who_decides: "Wie beslist", "Who decides";
    /// Term.
    when: "Wanneer", "When";
    /// Term.
    read_more: "Meer lezen", "Read more";
    /// Heading.
    themes: "Per thema", "Theme by theme";
    /// Heading.
    learned: "Wat wij leerden", "What we learned";
    /// Heading.
    went_wrong: "Wat er misging", "What went wrong";
    /// Heading.
    next_steps: "Hoe het verdergaat", "What happens next";
    /// Heading.
    balance: "Klopt de telling?", "Do the numbers add up?";
    /// Over the whole of it.
    balance_table: "De hele telling", "The whole count";
    /// Row.
    received: "Ontvangen", "Received";
    /// Row.
    together: "Samen", "Together";
    /// Row.
    landed: "Ingedeeld bij een thema", "Placed with a theme";
    /// Heading.
    places: "Waar de reacties vandaan kwamen", "Where the responses came from";
    /// Row.
    other_villages: "Andere dorpen, of geen dorp genoemd", "Other villages, or none named";
    /// Row.
    elsewhere: "Andere plaatsen", "Other places";
    /// Row.
    no_place: "Geen plaats genoemd", "No place named";
    /// Heading.
    versions: "Versies", "Versions";
    /// In the list of versions.
    this_version: "deze versie", "this version";
    /// The example notice.
    example: "Dit is een voorbeeld. De reacties zijn bedacht, en de provincie heeft dit antwoord niet gegeven.", "This is an example. The responses are made up, and the province did not give this answer.";
    /// Over the codes to try, folded away.
    example_codes: "Probeer het met een voorbeeldcode", "Try it with an example code";
    /// Heading over the way to one's own.
    find_yours: "Wat is er met úw reactie gedaan?", "What was done with your response?";
    /// How.
    find_yours_lead: "Met uw volgcode ziet u bij welk thema uw reactie hoort. Niemand ziet dat u kijkt.", "With your receipt code you see which theme your response belongs to. Nobody sees that you are looking.";
    /// Button.
    find_yours_go: "Zoek mijn reactie", "Find my response";
    /// Link.
    from_this_device: "Ik reageerde op dit apparaat", "I responded on this device";
    /// The print sheet.
    sheet: "Poster om op te hangen", "Poster";
    /// Button on the print sheet.
    print: "Druk deze poster af", "Print this poster";
    /// On the print sheet.
    sheet_more: "Lees het hele antwoord, en zoek uw eigen reactie op:", "Read the whole answer, and find your own response:";
    /// What the code on the poster is, for who can't see it.
    sheet_qr: "QR-code met het adres van ons antwoord", "QR code with the address of our answer";
    /// To the feedback page.
    to_feedback: "Lees ons hele antwoord", "Read our whole answer";
    /// Marks the reader's own way.
    yours: "uw reactie", "your response";
    /// Of an older version.
    older_version: "Dit is een oudere versie.", "This is an older version.";
    /// Of an older version.
    to_newest: "Naar de nieuwste versie", "To the newest version";
}

/// From where reactions came. What nobody confirmed is what their senders say.
pub fn source(language: Language, origin: Origin) -> &'static str {
    match (language, origin) {
        (Nl, Origin::Resident) => "Op de site",
        (En, Origin::Resident) => "On the site",
        (Nl, Origin::Gathering) => "Uit een dorpsgesprek",
        (En, Origin::Gathering) => "From a village gathering",
        (Nl, Origin::Paper) => "Van papier",
        (En, Origin::Paper) => "From paper",
        (Nl, Origin::Unconfirmed) => "Zegt: uit gesprek of van papier",
        (En, Origin::Unconfirmed) => "Says: from a talk or from paper",
    }
}

/// Remarks and people are counted apart: one person may say five things.
pub fn gatherings(language: Language, remarks: u32, gatherings: GatheringCount) -> String {
    let GatheringCount { count, people } = gatherings;
    let [said, talks] = [remarks, count].map(|number| grouped(language, number));
    let people = people.map(|people| (people, grouped(language, people)));
    let said = match (language, remarks) {
        (Nl, 1) => format!("{said} opmerking"),
        (Nl, _) => format!("{said} opmerkingen"),
        (En, 1) => format!("{said} remark"),
        (En, _) => format!("{said} remarks"),
    };
    let talks = match (language, count) {
        (Nl, 1) => format!("{talks} gesprek"),
        (Nl, _) => format!("{talks} gesprekken"),
        (En, 1) => format!("{talks} gathering"),
        (En, _) => format!("{talks} gatherings"),
    };
    match (language, people) {
        (Nl, None) => format!("Daarbij zijn {said} uit {talks}."),
        (Nl, Some((1, one))) => format!("Daarbij zijn {said} uit {talks} met {one} mens."),
        (Nl, Some((_, many))) => format!("Daarbij zijn {said} uit {talks} met {many} mensen."),
        (En, None) => format!("Among these are {said} from {talks}."),
        (En, Some((1, one))) => format!("Among these are {said} from {talks} with {one} person."),
        (En, Some((_, many))) => format!("Among these are {said} from {talks} with {many} people."),
    }
}

/// What was done with a theme, in a word or two.
pub fn status(language: Language, status: LandingStatus) -> &'static str {
    match (language, status) {
        (Nl, LandingStatus::Adopted) => "Doen wij",
        (En, LandingStatus::Adopted) => "We do this",
        (Nl, LandingStatus::Partly) => "Doen wij deels",
        (En, LandingStatus::Partly) => "We do part of this",
        (Nl, LandingStatus::ChangedMind) => "Van mening veranderd",
        (En, LandingStatus::ChangedMind) => "We changed our mind",
        (Nl, LandingStatus::Not) => "Doen wij niet",
        (En, LandingStatus::Not) => "We do not do this",
        (Nl, LandingStatus::PassedOn) => "Doorgegeven",
        (En, LandingStatus::PassedOn) => "Passed on",
        (Nl, LandingStatus::Community) => "Pakken inwoners op",
        (En, LandingStatus::Community) => "Residents take it up",
        (Nl, LandingStatus::StillOpen) => "Nog niet beslist",
        (En, LandingStatus::StillOpen) => "Not decided yet",
    }
}

/// Who has it now.
pub fn destination(language: Language, kind: DestinationKind) -> &'static str {
    match (language, kind) {
        (Nl, DestinationKind::Province) => "Provincie",
        (En, DestinationKind::Province) => "Province",
        (Nl, DestinationKind::Municipality) => "Gemeente",
        (En, DestinationKind::Municipality) => "Municipality",
        (Nl, DestinationKind::WaterBoard) => "Waterschap",
        (En, DestinationKind::WaterBoard) => "Water board",
        (Nl, DestinationKind::State) => "Rijk",
        (En, DestinationKind::State) => "National government",
        (Nl, DestinationKind::Community) => "Inwoners",
        (En, DestinationKind::Community) => "Residents",
        (Nl, DestinationKind::Other) => "Een ander",
        (En, DestinationKind::Other) => "Somebody else",
    }
}

/// Why something was set aside, after "because".
pub fn reason(language: Language, reason: SetAsideReason) -> &'static str {
    match (language, reason) {
        (Nl, SetAsideReason::Empty) => "er stond niets in waar wij iets mee konden",
        (En, SetAsideReason::Empty) => "there was nothing in it that we could use",
        (Nl, SetAsideReason::Double) => "dezelfde reactie was er al",
        (En, SetAsideReason::Double) => "the same response was there already",
        (Nl, SetAsideReason::OffTopic) => "het ging over een ander onderwerp",
        (En, SetAsideReason::OffTopic) => "it was about something else",
        (Nl, SetAsideReason::PersonalMatter) => "het ging om een persoonlijke kwestie, die een eigen antwoord vraagt",
        (En, SetAsideReason::PersonalMatter) => "it was a personal matter, which needs an answer of its own",
        (Nl, SetAsideReason::Insulting) => "het was beledigend of dreigend",
        (En, SetAsideReason::Insulting) => "it was insulting or threatening",
        (Nl, SetAsideReason::Unreadable) => "het was niet te lezen of te begrijpen",
        (En, SetAsideReason::Unreadable) => "it could not be read or understood",
        (Nl, SetAsideReason::Other) => "om een andere reden",
        (En, SetAsideReason::Other) => "for another reason",
    }
}

/// Over quotes.
pub fn in_their_words(language: Language, count: usize) -> String {
    match (language, count) {
        (Nl, 1) => "In de woorden van inwoners: 1 citaat".into(),
        (Nl, _) => format!("In de woorden van inwoners: {count} citaten"),
        (En, 1) => "In the words of residents: 1 quote".into(),
        (En, _) => format!("In the words of residents: {count} quotes"),
    }
}

/// A number as people write it.
pub fn grouped(language: Language, count: u32) -> String {
    super::page::grouped(&count.to_string(), language)
}

/// How many reactions.
pub fn reactions(language: Language, count: u32) -> String {
    let noun = match (language, count) {
        (Nl, 1) => " reactie",
        (Nl, _) => " reacties",
        (En, 1) => " response",
        (En, _) => " responses",
    };
    grouped(language, count) + noun
}

/// How many themes.
pub fn counted_themes(language: Language, themes: usize) -> String {
    match language {
        Nl => counted(themes, "thema", "thema’s"),
        En => counted(themes, "theme", "themes"),
    }
}

/// In the balance: pending.
pub fn pending_by(language: Language, day: Day) -> String {
    match language {
        Nl => format!("Nog te lezen, uiterlijk {}", day.written(language)),
        En => format!("Still to be read, by {}", day.written(language)),
    }
}

/// In the balance: not used, and why. Another reason is what its note says.
pub fn set_aside_because(language: Language, code: SetAsideReason, note: Option<&str>) -> String {
    let why = match (code, note) {
        (SetAsideReason::Other, Some(note)) => note,
        _ => reason(language, code),
    };
    match language {
        Nl => format!("Niet gebruikt: {why}"),
        En => format!("Not used: {why}"),
    }
}

/// The balance in a line, to check by heart.
pub fn balance_sum(language: Language, [landed, aside, pending]: [u32; 3]) -> String {
    let sum = landed.saturating_add(aside).saturating_add(pending);
    let [landed, aside, pending, sum] = [landed, aside, pending, sum].map(|count| grouped(language, count));
    match language {
        Nl => format!("{landed} ingedeeld bij een thema + {aside} niet gebruikt + {pending} nog te lezen = {sum}."),
        En => format!("{landed} placed with a theme + {aside} not used + {pending} still to be read = {sum}."),
    }
}

/// A version and its day.
pub fn version(language: Language, version: u32, day: Day) -> String {
    match language {
        Nl => format!("Versie {version}, {}", day.written(language)),
        En => format!("Version {version}, {}", day.written(language)),
    }
}

/// Over the versions, folded away: which one this is.
pub fn versions_of(language: Language, here: u32, all: usize) -> String {
    match language {
        Nl => format!("Dit is versie {here} van {all}"),
        En => format!("This is version {here} of {all}"),
    }
}

/// Above the feedback: of when it is, and of how much.
pub fn published(language: Language, day: Day, count: u32, themes: usize, interim: bool) -> String {
    let (came, themes, day) = (reactions(language, count), counted_themes(language, themes), day.written(language));
    match (language, interim) {
        (Nl, true) => format!("Tussenstand van {day}: {came}, {themes}."),
        (Nl, false) => format!("Ons antwoord van {day}: {came}, {themes}."),
        (En, true) => format!("Interim answer of {day}: {came}, {themes}."),
        (En, false) => format!("Our answer of {day}: {came}, {themes}."),
    }
}

/// Of an interim account: until when more may come.
pub fn still_open(language: Language, closes: Day) -> String {
    match language {
        Nl => format!("U kunt nog reageren tot en met {}.", closes.written(language)),
        En => format!("You can still respond, up to and including {}.", closes.written(language)),
    }
}

/// Of an interim account: when the rest comes.
pub fn rest_to_come(language: Language, due: Day) -> String {
    match language {
        Nl => format!("De rest leest u uiterlijk {}.", due.written(language)),
        En => format!("You can read the rest by {}.", due.written(language)),
    }
}

/// Behind a change of mind: what was said before.
pub fn said_before(language: Language, before: LandingStatus) -> String {
    match language {
        Nl => format!(" (eerst: ‘{}’)", status(language, before)),
        En => format!(" (first: ‘{}’)", status(language, before)),
    }
}

/// Of an interim account, when the promised day has passed.
pub fn only_interim(language: Language, due: Day) -> String {
    match language {
        Nl => format!(
            "De provincie beloofde het hele antwoord op {}. Er is alleen nog deze tussenstand.",
            due.written(language)
        ),
        En => format!(
            "The province promised the whole answer by {}. So far there is only this interim answer.",
            due.written(language)
        ),
    }
}

/// What it is in a line or two, for who has not opened it.
pub fn lead(language: Language, count: u32, themes: usize) -> String {
    let (came, themes) = (reactions(language, count), counted_themes(language, themes));
    match (language, count) {
        (Nl, 1) => {
            format!("Wij kregen {came}. Die gaat over {themes}. Hier ziet u wat wij daarmee doen, en waarom.")
        }
        (Nl, _) => {
            format!("Wij kregen {came}. Ze gaan over {themes}. Hier ziet u wat wij daarmee doen, en waarom.")
        }
        (En, 1) => {
            format!("We received {came}. It is about {themes}. Here you see what we do with that, and why.")
        }
        (En, _) => {
            format!("We received {came}. They are about {themes}. Here you see what we do with that, and why.")
        }
    }
}

/// Who has it, and when it is done, in a line.
pub fn who_and_when(language: Language, who: &str, when: Option<Day>) -> String {
    match when {
        Some(day) => format!("{who} · {}", day.written(language)),
        None => who.to_owned(),
    }
}

/// How many more there are of something that is folded away.
pub fn more_steps(language: Language, count: usize) -> String {
    match language {
        Nl => format!("Daarna nog {}", counted(count, "stap", "stappen")),
        En => format!("After that, {}", counted(count, "more step", "more steps")),
    }
}

/// Over what was learned, where it is folded away.
pub fn learned_more(language: Language, count: usize) -> String {
    match language {
        Nl => format!("Wat wij leerden: {}", counted(count, "punt", "punten")),
        En => format!("What we learned: {}", counted(count, "point", "points")),
    }
}

/// Of a version that quotes were taken out of.
pub fn redacted(language: Language, redaction: Redaction) -> String {
    let Redaction { quotes, on } = redaction;
    let day = on.written(language);
    match (language, quotes) {
        (Nl, 1) => format!("Op {day} is er één citaat uit gehaald: de schrijver wil niet meer worden aangehaald."),
        (Nl, _) => {
            format!("Op {day} zijn er {quotes} citaten uit gehaald: de schrijvers willen niet meer worden aangehaald.")
        }
        (En, 1) => format!("One quote was taken out on {day}: its writer no longer wants to be quoted."),
        (En, _) => format!("{quotes} quotes were taken out by {day}: their writers no longer want to be quoted."),
    }
}

/// Reactions below the minimum from one place are merged.
pub fn places_note(language: Language, minimum: u32) -> String {
    let minimum = reactions(language, minimum);
    match language {
        Nl => format!("Zo herkent niemand u: minder dan {minimum} uit één plaats tellen wij samen."),
        En => format!("So that nobody recognises you: fewer than {minimum} from one place are counted together."),
    }
}

/// What the balance is. That it is all there was is said only of what was brought together on a day.
pub fn balance_lead(language: Language, gathered: Option<Day>) -> String {
    match (language, gathered) {
        (Nl, Some(day)) => {
            let day = day.written(language);
            format!("Elke reactie heeft een plek. Samen is het precies wat er tot en met {day} binnenkwam.")
        }
        (En, Some(day)) => {
            let day = day.written(language);
            format!("Every response has a place. Together they are exactly what came in up to {day}.")
        }
        (Nl, None) => "Elke reactie die hier is meegeteld, heeft een plek.".to_owned(),
        (En, None) => "Every response that is counted here has a place.".to_owned(),
    }
}

/// What is beside the balance, and in none of its numbers.
pub fn beside(language: Language, counts: &Counts) -> Vec<String> {
    let mut said = Vec::new();
    if counts.refused > 0 {
        let refused = reactions(language, counts.refused);
        said.push(match (language, counts.refused) {
            (Nl, 1) => format!("Daarnaast kwam {refused} binnen uit een gesprek dat wij niet meetellen."),
            (Nl, _) => format!("Daarnaast kwamen {refused} binnen uit gesprekken die wij niet meetellen."),
            (En, 1) => format!("Besides, {refused} came in from a gathering that we do not count."),
            (En, _) => format!("Besides, {refused} came in from gatherings that we do not count."),
        });
    }
    if counts.unfit > 0 {
        let unfit = reactions(language, counts.unfit);
        said.push(match (language, counts.unfit) {
            (Nl, 1) => format!("Daarnaast kwam {unfit} binnen die niet bij de vragen past. Die telt nergens mee."),
            (Nl, _) => {
                format!("Daarnaast kwamen {unfit} binnen die niet bij de vragen passen. Die tellen nergens mee.")
            }
            (En, 1) => {
                format!("Besides, {unfit} came in that does not fit the questions. It is in none of the numbers.")
            }
            (En, _) => {
                format!("Besides, {unfit} came in that do not fit the questions. They are in none of the numbers.")
            }
        });
    }
    for ErasedCount { why, count } in &counts.erased {
        let erased = reactions(language, *count);
        said.push(match (language, why) {
            (Nl, ErasedWhy::OnRequest) => format!("Gewist omdat de schrijver dat vroeg: {erased}."),
            (En, ErasedWhy::OnRequest) => format!("Erased because the writer asked for it: {erased}."),
            (Nl, ErasedWhy::PersonalData) => format!("Gewist omdat er stond wie iemand is: {erased}."),
            (En, ErasedWhy::PersonalData) => format!("Erased because it told who somebody is: {erased}."),
            (Nl, ErasedWhy::Unlawful) => format!("Gewist omdat de wet dat vraagt: {erased}."),
            (En, ErasedWhy::Unlawful) => format!("Erased because the law asks for it: {erased}."),
        });
    }
    said
}
