//! What is said around feedback: the signpost, the landings and the balance.

use super::counted;
use crate::domain::{
    day::Day,
    feedback::{Counts, DestinationKind, ErasedCount, LandingStatus, Redaction, balance::SetAsideReason},
    language::Language::{self, En, Nl},
    log::ErasedWhy,
    reaction::Source,
};

say! {
    /// Heading of the picture.
    signpost: "De wegwijzer", "The signpost";
    /// What the picture shows.
    signpost_lead: "Hoe breder de weg, hoe meer reacties. Volg een weg van links naar rechts, of van boven naar beneden.", "The wider the road, the more reactions. Follow a road from left to right, or from top to bottom.";
    /// About reactions with several themes.
    signpost_shares: "Gaat een reactie over twee thema's, dan telt die in de tekening voor elk de helft.", "A reaction on two themes counts for half in each of them in the picture.";
    /// The table that says the same.
    signpost_table: "Hetzelfde als tabel", "The same as a table";
    /// Column.
    col_theme: "Thema", "Theme";
    /// Column.
    col_reactions: "Reacties", "Reactions";
    /// Column.
    col_landing: "Waar het landde", "Where it landed";
    /// Column.
    col_with: "Bij wie", "With whom";
    /// On the signpost.
    set_aside: "Terzijde gelegd", "Set aside";
    /// On the signpost.
    pending: "Nog te lezen", "Still to be read";
    /// Heading over what was said.
    we_heard: "Wat we hoorden", "What we heard";
    /// Heading over landings.
    we_do: "Wat we ermee doen", "What we do with it";
    /// Term.
    why: "Waarom", "Why";
    /// Term.
    who_has_it: "Bij wie ligt het", "Who has it";
    /// Term.
    taken_over: "Overgenomen door", "Taken over by";
    /// Term.
    who_decides: "Wie beslist", "Who decides";
    /// Term.
    when: "Wanneer", "When";
    /// Term.
    read_more: "Meer lezen", "Read more";
    /// Heading.
    themes: "Per thema", "Theme by theme";
    /// Heading.
    learned: "Wat we leerden", "What we learned";
    /// Heading.
    went_wrong: "Wat er misging", "What went wrong";
    /// Heading.
    next_steps: "Hoe het verdergaat", "What happens next";
    /// Heading.
    balance: "De balans", "The balance";
    /// Row.
    received: "Ontvangen", "Received";
    /// Row.
    together: "Samen", "Together";
    /// Row.
    landed: "Geland bij een thema", "Landed at a theme";
    /// Heading.
    places: "Waar de reacties vandaan kwamen", "Where the reactions came from";
    /// Row.
    other_villages: "Andere dorpen, of geen dorp genoemd", "Other villages, or none named";
    /// Row.
    elsewhere: "Andere plaatsen", "Other places";
    /// Heading.
    versions: "Versies", "Versions";
    /// In the list of versions.
    this_version: "deze versie", "this version";
    /// The example notice.
    example: "Dit is een voorbeeld. De reacties zijn bedacht, en de provincie heeft dit antwoord niet gegeven.", "This is an example. The reactions are made up, and the province did not give this answer.";
    /// Before the codes to try.
    example_codes: "Wilt u zien hoe u een reactie terugvindt? Probeer een van deze voorbeeldcodes:", "Want to see how a reaction is found back? Try one of these example codes:";
    /// Heading over the way to one's own.
    find_yours: "Waar landde úw reactie?", "Where did your reaction land?";
    /// How.
    find_yours_lead: "Heeft u gereageerd? Met uw volgcode ziet u uw eigen weg door deze wegwijzer. Niemand ziet dat u kijkt.", "Did you react? With your receipt code you see your own way through this signpost. Nobody sees that you are looking.";
    /// Button.
    find_yours_go: "Zoek mijn reactie", "Find my reaction";
    /// Link.
    from_this_device: "Ik reageerde op dit apparaat", "I reacted on this device";
    /// The print sheet.
    sheet: "Blad om op te hangen", "Sheet to hang up";
    /// Button on the print sheet.
    print: "Druk dit blad af", "Print this sheet";
    /// On the print sheet.
    sheet_more: "Alles lezen? Ga naar", "Read it all? Go to";
    /// On the sheet, above the next steps.
    sheet_next: "Hoe nu verder", "What is next";
    /// To the feedback page.
    to_feedback: "Lees de hele terugkoppeling", "Read all of the feedback";
    /// Marks the reader's own way.
    yours: "uw reactie", "your reaction";
    /// Of an older version.
    older_version: "Dit is een oudere versie.", "This is an older version.";
    /// Of an older version.
    to_newest: "Naar de nieuwste versie", "To the newest version";
}

/// A source of reactions. Until somebody confirms a gathering or a paper form, it is what their senders say.
pub fn source(language: Language, source: Source) -> &'static str {
    match (language, source) {
        (Nl, Source::Resident) => "Op de site",
        (En, Source::Resident) => "On the site",
        (Nl, Source::Gathering) => "Zegt: uit gesprek",
        (En, Source::Gathering) => "Says: from a talk",
        (Nl, Source::Paper) => "Zegt: van papier",
        (En, Source::Paper) => "Says: from paper",
    }
}

/// What was done with a theme, in a word or two.
pub fn status(language: Language, status: LandingStatus) -> &'static str {
    match (language, status) {
        (Nl, LandingStatus::Adopted) => "Overgenomen",
        (En, LandingStatus::Adopted) => "Adopted",
        (Nl, LandingStatus::Partly) => "Deels overgenomen",
        (En, LandingStatus::Partly) => "Partly adopted",
        (Nl, LandingStatus::ChangedMind) => "Van mening veranderd",
        (En, LandingStatus::ChangedMind) => "Changed our mind",
        (Nl, LandingStatus::Not) => "Doen we niet",
        (En, LandingStatus::Not) => "We will not do this",
        (Nl, LandingStatus::PassedOn) => "Doorgegeven",
        (En, LandingStatus::PassedOn) => "Passed on",
        (Nl, LandingStatus::Community) => "Pakken inwoners op",
        (En, LandingStatus::Community) => "Taken up by residents",
        (Nl, LandingStatus::StillOpen) => "Nog open",
        (En, LandingStatus::StillOpen) => "Still open",
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
        (Nl, SetAsideReason::Empty) => "er stond niets in waar we iets mee konden",
        (En, SetAsideReason::Empty) => "there was nothing in it that we could use",
        (Nl, SetAsideReason::Double) => "dezelfde reactie was er al",
        (En, SetAsideReason::Double) => "the same reaction was there already",
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
        (Nl, 1) => "In uw eigen woorden: 1 citaat".into(),
        (Nl, _) => format!("In uw eigen woorden: {count} citaten"),
        (En, 1) => "In your own words: 1 quote".into(),
        (En, _) => format!("In your own words: {count} quotes"),
    }
}

/// How many reactions.
pub fn reactions(language: Language, count: u32) -> String {
    match language {
        Nl => counted(count as usize, "reactie", "reacties"),
        En => counted(count as usize, "reaction", "reactions"),
    }
}

/// In the balance: pending.
pub fn pending_by(language: Language, day: Day) -> String {
    match language {
        Nl => format!("Nog te lezen, uiterlijk {}", day.written(language)),
        En => format!("Still to be read, by {}", day.written(language)),
    }
}

/// In the balance: set aside.
pub fn set_aside_because(language: Language, reason_code: SetAsideReason) -> String {
    match language {
        Nl => format!("Terzijde gelegd: {}", reason(language, reason_code)),
        En => format!("Set aside: {}", reason(language, reason_code)),
    }
}

/// A version and its day.
pub fn version(language: Language, version: u32, day: Day) -> String {
    match language {
        Nl => format!("Versie {version}, {}", day.written(language)),
        En => format!("Version {version}, {}", day.written(language)),
    }
}

/// Above the feedback: what it is of, and whether more may come.
pub fn published(language: Language, day: Day, count: u32, interim: bool) -> String {
    let (reactions, day) = (reactions(language, count), day.written(language));
    match (language, interim) {
        (Nl, true) => format!("Tussenstand van {day}, met {reactions}."),
        (Nl, false) => format!("Van {day}, met {reactions}."),
        (En, true) => format!("Interim account of {day}, with {reactions}."),
        (En, false) => format!("Of {day}, with {reactions}."),
    }
}

/// Of an interim account: until when more may come.
pub fn still_open(language: Language, closes: Day) -> String {
    match language {
        Nl => format!("U kunt nog reageren tot en met {}.", closes.written(language)),
        En => format!("You can still react until {}.", closes.written(language)),
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
            "The province promised the whole answer by {}. So far there is only this interim account.",
            due.written(language)
        ),
    }
}

/// How many themes.
fn themes_heard(language: Language, themes: usize) -> String {
    match language {
        Nl => counted(themes, "thema", "thema's"),
        En => counted(themes, "theme", "themes"),
    }
}

/// The line under the title.
pub fn lead(language: Language, count: u32, themes: usize) -> String {
    let (reactions, themes) = (reactions(language, count), themes_heard(language, themes));
    match language {
        Nl => format!(
            "Wij kregen {reactions}. Daarin hoorden wij {themes}. Hier ziet u wat we met elk thema doen, en waarom."
        ),
        En => {
            format!("We received {reactions}. In them we heard {themes}. Here you see what we do with each, and why.")
        }
    }
}

/// What the whole picture says, for who can't see it.
pub fn picture(language: Language, received: u32, themes: usize, landed: u32) -> String {
    let (received, themes) = (reactions(language, received), themes_heard(language, themes));
    match language {
        Nl => format!(
            "Tekening van wegen voor {received}, waarvan {landed} door {themes} naar waar ze landden. De tabel eronder zegt hetzelfde."
        ),
        En => format!(
            "Drawing of roads for {received}, of which {landed} through {themes} to where they landed. The table below says the same."
        ),
    }
}

/// A theme on the picture, for a tooltip: how many, from where.
pub fn theme_tip(language: Language, title: &str, count: u32, landings: &[String]) -> String {
    format!("{title}: {}. {}", reactions(language, count), landings.join("; "))
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
        Nl => format!("Zo herkent niemand u: minder dan {minimum} uit één plaats tellen we samen."),
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
            format!("Every reaction has a place. Together they are exactly what came in up to {day}.")
        }
        (Nl, None) => "Elke reactie die hier is meegeteld, heeft een plek.".to_owned(),
        (En, None) => "Every reaction that is counted here has a place.".to_owned(),
    }
}

/// What is beside the balance, and in none of its numbers.
pub fn beside(language: Language, counts: &Counts) -> Vec<String> {
    let mut said = Vec::new();
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
