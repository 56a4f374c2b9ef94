//! On paper: filling in a form by pen, and where it can go.

use crate::domain::{
    day::Day,
    language::Language::{self, En, Nl},
};

say! {
    /// Heading.
    title: "Liever op papier?", "Rather on paper?";
    /// What to do.
    how: "Druk deze pagina af. De vragen staan er dan op als formulier dat u met de pen invult.", "Print this page. The questions then stand on it as a form that you fill in by pen.";
    /// Before an address.
    send: "Stuur het formulier naar:", "Send the form to:";
    /// Before the places.
    bring: "Breng het formulier naar:", "Bring the form to:";
    /// Before the places, after an address.
    or_bring: "Of breng het naar:", "Or bring it to:";
    /// The button.
    print: "Druk de vragen af", "Print the questions";
    /// On the printed form: how to mark.
    pen: "Kruis aan wat bij u past, of schrijf op de lijnen. Past het niet? Schrijf verder op de achterkant, met het nummer van de vraag erbij.", "Tick what fits you, or write on the lines. Not enough room? Go on at the back, with the number of the question.";
}

/// Until when.
pub fn until(closes: Day, language: Language) -> String {
    match language {
        Nl => format!("Zorg dat wij het uiterlijk {} hebben.", closes.written(language)),
        En => format!("Make sure that we have it by {}.", closes.written(language)),
    }
}
