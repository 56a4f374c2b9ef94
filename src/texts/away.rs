//! A gathering that was made by mistake: taken away where nothing was noted in it, and else put away.

use super::{closing, counted, desk};
use crate::domain::language::Language::{self, En, Nl};

say! {
    /// The part of the room about it.
    title: "Per ongeluk gemaakt?", "Made by mistake?";
    /// Nothing was noted.
    empty: "In dit gesprek is niets opgeschreven. U kunt het van dit apparaat weghalen.", "Nothing was noted in this gathering. You can take it away from this device.";
    /// Takes away a gathering in which nothing was noted.
    take_away: "Haal dit gesprek weg", "Take this gathering away";
    /// It is gone.
    taken_away: "Het gesprek is weg van dit apparaat.", "The gathering is gone from this device.";
    /// What was sent or closed can't go.
    stays: "Dit gesprek is afgesloten, of er is iets van verstuurd. Daarom kunt u het niet meer wegzetten. Moeten er woorden weg? Dat kan wel:", "This gathering is closed, or something of it was sent. So you can’t put it away any more. Do words have to go? That you can do:";
    /// The button that puts it away.
    put_away: "Zet dit gesprek weg", "Put this gathering away";
    /// It is put away.
    is_away: "Dit gesprek is weggezet. Het staat in geen lijst, telt nergens mee en er wordt niets van verstuurd.", "This gathering is put away. It is in no list, counts nowhere and nothing of it is sent.";
    /// What that means, over a list of them.
    means: "Dit telt nergens mee, en er wordt niets van verstuurd.", "This counts nowhere, and nothing of it is sent.";
    /// The button that takes it back.
    take_back: "Zet het gesprek terug", "Put the gathering back";
}

/// What it does to put this away, and that nothing goes.
pub fn lead(language: Language, remarks: usize, points: usize) -> String {
    let holds: Vec<_> = [
        (remarks > 0).then(|| desk::remarks(language, remarks)),
        (points > 0).then(|| closing::points(language, points)),
    ]
    .into_iter()
    .flatten()
    .collect();
    let with = match (language, holds.join(if language == Nl { " en " } else { " and " })) {
        (_, holds) if holds.is_empty() => String::new(),
        (Nl, holds) => format!(", met {holds}"),
        (En, holds) => format!(", with {holds}"),
    };
    match language {
        Nl => format!(
            "Zet het weg{with}. Dan staat het in geen lijst, telt het nergens mee en wordt er niets van verstuurd. Er gaat niets verloren: onder aan de lijst met gesprekken zet u het weer terug. In reservekopieën gaat het mee, als weggezet."
        ),
        En => format!(
            "Put it away{with}. Then it is in no list, counts nowhere and nothing of it is sent. Nothing is lost: below the list of gatherings you put it back. Back-ups have it, as put away."
        ),
    }
}

/// How many are put away, over a list of them.
pub fn count(language: Language, count: usize) -> String {
    match language {
        Nl => format!("{} weggezet", counted(count, "gesprek", "gesprekken")),
        En => format!("{} put away", counted(count, "gathering", "gatherings")),
    }
}

/// Asks before taking away a gathering in which nothing was noted.
pub fn take_away_sure(language: Language, name: &str, day: &str) -> String {
    match language {
        Nl => format!(
            "‘{name}’ ({day}) weghalen van dit apparaat? Er is niets in opgeschreven. U kunt dit niet ongedaan maken. Staat het al in een reservekopie? Dan komt het terug als u die terugzet."
        ),
        En => format!(
            "Take ‘{name}’ ({day}) away from this device? Nothing was noted in it. You can’t undo this. Is it in a back-up already? Then it comes back when you put that back."
        ),
    }
}
