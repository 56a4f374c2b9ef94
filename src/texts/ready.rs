//! Getting a gathering ready: what to see to beforehand, the stops of a tour, and a helper who joins.

use super::desk;
use crate::domain::{
    gathering::{StopFault, WordsFault},
    language::Language::{self, En, Nl},
};

say! {
    /// The room.
    title: "Voorbereiding", "Preparation";
    /// What one can do in it.
    lead: "Vink af wat klaar is, zet de haltes van een fietstocht op volgorde, en laat een helper meedoen met een eigen apparaat.", "Tick what is ready, put the stops of a bicycle tour in order, and let a helper join with a device of their own.";
    /// What to see to.
    checklist: "Wat moet klaar zijn?", "What has to be ready?";
    /// How to use it.
    checklist_help: "Vink af wat gedaan is. Uw collega’s zien het ook, en het staat op de kaart voor gespreksleiders.", "Tick what is done. Your colleagues see it too, and it stands on the card for hosts.";
    /// Before the link to practising.
    practise_first: "Werkt u hier voor het eerst mee? Probeer het vooraf uit:", "Do you use this for the first time? Try it beforehand:";
    /// Behind what was ticked, for who can’t see it.
    done: " (gedaan)", " (done)";
    /// Over the rules of thumb.
    agree: "Spreek dit met elkaar af", "Agree on this together";
    /// The stops of a tour.
    stops: "Haltes van een tocht", "Stops of a tour";
    /// What to do with them.
    stops_help: "Gaat u langs meer plekken? Zet ze hier in de volgorde van de tocht. Bij het noteren kiest u met één tik bij welke halte u bent.", "Do you call at more places? Put them here in the order of the tour. When noting, you choose with one tap at which stop you are.";
    /// There are none.
    no_stops: "Nog geen haltes. Blijft u op één plek? Dan hebt u ze niet nodig.", "No stops yet. Do you stay in one place? Then you don’t need them.";
    /// The field.
    stop_name: "Hoe heet de halte?", "What is the stop called?";
    /// An example.
    stop_name_help: "Bijvoorbeeld: Brink van Rolde", "For example: Village green of Rolde";
    /// The other field.
    stop_about: "Waar en hoe laat?", "Where and at what time?";
    /// An example.
    stop_about_help: "Bijvoorbeeld: bij de molen, 10.30 uur", "For example: at the mill, 10.30";
    /// The button.
    add_stop: "Zet de halte erbij", "Add the stop";
    /// Earlier in the order.
    earlier: "Eerder", "Earlier";
    /// Later in the order.
    later: "Later", "Later";
    /// Change it.
    change: "Wijzig", "Change";
    /// Leave it out.
    leave: "Haal weg", "Remove";
    /// Where one is.
    at_which: "Bij welke halte bent u?", "At which stop are you?";
    /// At none.
    under_way: "Onderweg", "Under way";
    /// Over the stops with how much was noted at each.
    by_stop: "Per halte", "By stop";
    /// What is printed of a tour.
    route: "Route langs de haltes", "Route along the stops";
    /// What it is for.
    route_help: "Voor wie meefietst, en om op te hangen.", "For who comes along, and to put up.";
    /// Over the list on it.
    calls_at: "Wij stoppen bij", "We call at";
}

/// How much was ticked.
pub fn ticked(language: Language, count: usize, of: usize) -> String {
    match language {
        Nl => format!("{count} van {of} afgevinkt."),
        En => format!("{count} of {of} ticked."),
    }
}

/// Where a stop stands now, said to who moved it.
pub fn place_of(language: Language, name: &str, at: usize, of: usize) -> String {
    match language {
        Nl => format!("{name} is nu halte {at} van {of}."),
        En => format!("{name} is now stop {at} of {of}."),
    }
}

/// The number of a stop.
pub fn stop_number(language: Language, at: usize) -> String {
    match language {
        Nl => format!("Halte {at}"),
        En => format!("Stop {at}"),
    }
}

/// A tick in the list, as what was undone.
pub fn the_tick(language: Language, task: &str) -> String {
    match language {
        Nl => format!("het vinkje bij ‘{task}’"),
        En => format!("the tick at ‘{task}’"),
    }
}

/// A stop, as what was undone.
pub fn the_stop(language: Language, name: &str) -> String {
    match language {
        Nl => format!("de halte ‘{name}’"),
        En => format!("the stop ‘{name}’"),
    }
}

/// What has to be mended of a stop.
pub fn mend_stop(language: Language, fault: StopFault) -> String {
    let text = match (language, fault) {
        (Nl, StopFault::Name(WordsFault::Empty)) => "Vul in hoe de halte heet.".to_owned(),
        (En, StopFault::Name(WordsFault::Empty)) => "Fill in what the stop is called.".to_owned(),
        (Nl, StopFault::Twice) => "Er is al een halte met deze naam. Geef deze een andere naam.".to_owned(),
        (En, StopFault::Twice) => "There is a stop with this name already. Give this one another name.".to_owned(),
        (_, StopFault::Name(WordsFault::TooLong { max, has }) | StopFault::About(WordsFault::TooLong { max, has })) => {
            let over = super::characters(language, has - max);
            match language {
                Nl => format!("Dit is {over} te lang. Maak het korter."),
                En => format!("This is {over} too long. Make it shorter."),
            }
        }
        // Where and when may stay open.
        (_, StopFault::About(WordsFault::Empty)) => return String::new(),
    };
    desk::wrong(language, &text)
}
