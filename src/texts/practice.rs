//! A gathering in which one only practises.

use super::{closing, desk};
use crate::domain::{
    gathering::Kind,
    language::Language::{self, En, Nl},
};

say! {
    /// What it is; it stands on the screen in the hall and on every sheet too.
    mark: "Oefening", "Practice";
    /// Over the room in which one practises.
    band: "U oefent. Hiervan wordt niets verstuurd, opgeteld of in een reservekopie gezet. Het gaat weg als u stopt.", "You are practising. Nothing of this is sent, counted or put in a back-up. It goes away when you stop.";
    /// The heading in the list.
    title: "Oefenen", "Practise";
    /// What one can do there.
    lead: "Probeer alles uit in een gesprek dat niet echt is: noteren, afsluiten, papier en het scherm in de zaal. Daarna gooit u het weg.", "Try everything in a gathering that is not real: noting, closing, paper and the screen in the hall. Afterwards you throw it away.";
    /// The button.
    begin: "Begin een oefengesprek", "Begin a practice gathering";
    /// To the one that is there.
    go_on: "Verder oefenen", "Go on practising";
    /// The button that ends it.
    end: "Stop met oefenen", "Stop practising";
    /// It is gone.
    gone: "Het oefengesprek is van dit apparaat gewist.", "The practice gathering was deleted from this device.";
    /// Where it is.
    place: "Oefengesprek", "Practice gathering";
    /// What it asks.
    ask: "Wat maakt het goed wonen in dit dorp, en wat kan beter?", "What makes this village good to live in, and what could be better?";
}

/// What was said there before one begins, so that every room has something to show.
pub fn said(language: Language) -> [(Kind, &'static str); 3] {
    match language {
        Nl => [
            (Kind::Experience, "In de dorpswinkel spreek ik iedereen. Dat wil ik niet missen."),
            (Kind::Bother, "Na zes uur ’s avonds rijdt er geen bus meer."),
            (Kind::Obstacle, "Voor één bankje hadden wij drie vergunningen nodig."),
        ],
        En => [
            (Kind::Experience, "In the village shop I speak to everybody. I would not want to miss that."),
            (Kind::Bother, "After six in the evening there is no bus any more."),
            (Kind::Obstacle, "For one bench we needed three permits."),
        ],
    }
}

/// Asks before it goes, and says what goes.
pub fn end_sure(language: Language, remarks: usize, points: usize) -> String {
    let (remarks, points) = (desk::remarks(language, remarks), closing::points(language, points));
    match language {
        Nl => format!(
            "Alles van dit oefengesprek gaat dan weg: {remarks}, {points} en wat u half typte. Dat kan niet ongedaan. Wilt u stoppen met oefenen?"
        ),
        En => format!(
            "Everything of this practice gathering will go: {remarks}, {points} and what you half typed. That can’t be undone. Do you want to stop practising?"
        ),
    }
}
