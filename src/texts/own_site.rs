//! The room of the desk in which the site itself is written.

use crate::{
    domain::{
        delivery::{Delivery, Refusal, Trouble},
        language::Language::{self, En, Nl},
    },
    files::{
        content::villages::{Listed, NotListed},
        theme::choice::Letters,
    },
};

say! {
    /// The room.
    title: "De site zelf", "The site itself";
    /// What one can do in it.
    lead: "Hoe de site heet, van wie zij is, hoe zij eruitziet en waar reacties heen gaan. Niemand ziet iets tot u publiceert.", "What the site is called, whose it is, how it looks and where responses go. Nobody sees anything until you publish.";
    /// In the list of rooms.
    in_list: "Site", "Site";
    /// What leads to it.
    room: "De site zelf", "The site itself";
    /// What leads to it where nothing stands on the site yet.
    empty: "Deze site is nog leeg", "This site is still empty";
    /// What to do then.
    empty_help: "Zeg eerst van wie zij is en waar reacties heen gaan. Schrijf daarna een vraag, en publiceer.", "First say whose it is and where responses go. Then write a question, and publish.";
    /// It is set ready.
    is_ready: "Dit staat klaar. Ga nu naar Publiceren.", "This is ready. Now go to Publish.";
    /// Over the sentences that one does not write.
    fixed: "Dit lezen inwoners daar ook", "Residents read this there too";
    /// Where reactions go, to be tried.
    try_now: "Stuur een proefreactie", "Send a test response";
    /// That is under way.
    trying: "De proefreactie is onderweg …", "The test response is on its way …";
    /// Something is still missing for it.
    not_yet: "Vul eerst in waar reacties heen gaan.", "First fill in where responses go.";
    /// A picture is added.
    add_picture: "Voeg een foto, tekening of logo toe", "Add a photo, drawing or logo";
    /// What becomes of it.
    add_picture_help: "JPEG, PNG, WebP of SVG. Zij wordt hier licht gemaakt, en zonder waar en wanneer zij is gemaakt.", "JPEG, PNG, WebP or SVG. It is made light here, and without where and when it was made.";
    /// It is being made.
    making_picture: "De foto wordt licht gemaakt …", "The photo is being made light …";
    /// This browser can't.
    no_webp: "Deze browser kan dat niet. Neem Chrome, Edge of Firefox.", "This browser can’t do that. Take Chrome, Edge or Firefox.";
    /// Colours and letters.
    theme: "Kleuren en letters", "Colours and letters";
    /// Which.
    theme_main: "Koppen en knoppen", "Headings and buttons";
    /// Which.
    theme_accent: "Wat opvalt", "What stands out";
    /// Which.
    theme_link: "Links", "Links";
    /// Which.
    theme_letters: "Letters van koppen", "Letters of headings";
    /// Tokens of one’s own.
    theme_pasted: "Eigen huisstijl", "A style of your own";
    /// What can be pasted.
    theme_pasted_help: "Heeft uw organisatie een thema van NL Design System? Plak dat hier, als CSS of als JSON. Het gaat voor de kleuren hierboven.", "Does your organisation have a theme of NL Design System? Paste it here, as CSS or as JSON. It goes before the colours above.";
    /// How it looks.
    theme_sample: "Zo ziet het eruit", "This is how it looks";
    /// In light.
    light: "Licht", "Light";
    /// In the dark.
    dark: "Donker", "Dark";
    /// Of the sample.
    sample_heading: "Hoe reist u later?", "How will you travel later?";
    /// Of the sample.
    sample_text: "Dit ligt nog open. Lees eerst ", "This is still open. First read ";
    /// Of the sample.
    sample_link: "wat al vaststaat", "what is settled";
    /// Of the sample.
    sample_button: "Geef uw mening", "Give your opinion";
    /// All can be read.
    theme_fine: "Alles is goed te lezen, ook in het donker.", "All of it can be read well, in the dark too.";
    /// To take the nearest that can be read.
    theme_nearest: "Neem de dichtstbijzijnde kleuren die wel goed te lezen zijn", "Take the nearest colours that can be read well";
    /// They can't be kept.
    theme_unread: "Deze kleuren zijn niet overal te lezen. Bij de kleuren staat wat er mis is.", "These colours can’t be read everywhere. What is wrong stands with the colours.";
    /// To keep them.
    theme_keep: "Bewaar deze kleuren en letters", "Keep these colours and letters";
    /// They are kept.
    theme_kept: "Bewaard. Zet de site nog klaar om te publiceren.", "Kept. Still set the site ready to publish.";
    /// To go back to those of Beginspraak.
    theme_own: "Terug naar de kleuren van Beginspraak", "Back to the colours of Beginspraak";
    /// Places.
    places_none: "Er is nog geen lijst.", "There is no list yet.";
    /// Of which province.
    places_province: "Welke provincie?", "Which province?";
    /// What is pasted.
    places_pasted: "Gemeenten en dorpen", "Municipalities and villages";
    /// How.
    places_pasted_help: "Plak twee kolommen uit een rekenblad: gemeente en dorp. Een lijst van alle woonplaatsen staat bij het CBS (Woonplaatsen in Nederland).", "Paste two columns of a spreadsheet: municipality and village. Statistics Netherlands has a list of all places (Woonplaatsen in Nederland).";
    /// From where.
    places_source: "Waar komt de lijst vandaan?", "Where does the list come from?";
    /// On what terms.
    places_licence: "Onder welke voorwaarden?", "On what terms?";
    /// To make it.
    places_make: "Maak er een lijst van", "Make a list of it";
    /// Nothing was pasted.
    places_nothing: "Plak eerst gemeenten en dorpen.", "First paste municipalities and villages.";
    /// Which columns.
    places_columns: "Er zijn meer dan twee kolommen. Zet er een rij boven met de woorden gemeente en dorp.", "There are more than two columns. Put a row above with the words municipality and village.";
    /// Too many.
    places_many: "Dit is meer dan één provincie: hoogstens 60 gemeenten, elk met hoogstens 300 dorpen.", "This is more than one province: at most 60 municipalities, each with at most 300 villages.";
    /// For whom one is.
    places_licence_help: "Bijvoorbeeld: CC BY 4.0, of: eigen lijst.", "For example: CC BY 4.0, or: our own list.";
    /// What a change does while something is open.
    while_open: "Er staat een vraag open. Wie al schreef en nog niet verstuurde, stuurt straks naar het nieuwe adres. Wat op het oude adres binnenkwam, blijft daar: haal het daar nog op.", "A question is open. Whoever wrote already and has not sent, will send to the new address. What arrived at the old address stays there: still gather it there.";
}

/// A style of letters.
pub fn letters(language: Language, which: Letters) -> &'static str {
    match (language, which) {
        (Nl, Letters::Serif) => "Met schreef",
        (En, Letters::Serif) => "With serifs",
        (Nl, Letters::Plain) => "Zoals op het apparaat",
        (En, Letters::Plain) => "As on the device",
        (Nl, Letters::Round) => "Rond",
        (En, Letters::Round) => "Round",
    }
}

/// What was made of a list of places.
pub fn places_made(language: Language, listed: &Listed) -> String {
    let villages: usize = listed.municipalities.iter().map(|(_, all)| all.len()).sum();
    let count = listed.municipalities.len();
    let made = match language {
        Nl => format!("Gemeenten: {count}. Dorpen: {villages}."),
        En => format!("Municipalities: {count}. Villages: {villages}."),
    };
    if listed.merged.is_empty() {
        return made;
    }
    let pairs: Vec<_> = listed.merged.iter().map(|(typed, stands)| format!("{typed} → {stands}")).collect();
    match language {
        Nl => format!("{made} Eén schrijfwijze gemaakt van: {}.", pairs.join("; ")),
        En => format!("{made} Made one spelling of: {}.", pairs.join("; ")),
    }
}

/// Something is not filled in.
pub fn places_fill(language: Language, field: &str) -> String {
    let field = field.trim_end_matches('?');
    match language {
        Nl => format!("Vul nog in: {field}."),
        En => format!("Still fill in: {field}."),
    }
}

/// What is wrong with what was pasted.
pub fn not_listed(language: Language, why: NotListed) -> &'static str {
    match why {
        NotListed::Nothing => places_nothing(language),
        NotListed::WhichColumns => places_columns(language),
        NotListed::TooMany => places_many(language),
    }
}

/// A picture was added, and chosen.
pub fn picture_chosen(language: Language, name: &str) -> String {
    match language {
        Nl => format!("De foto heet ‘{name}’, en is gekozen. Schrijf nog op wat erop te zien is."),
        En => format!("The photo is called ‘{name}’, and is chosen. Still write what it shows."),
    }
}

/// A picture was added.
pub fn picture_added(language: Language, name: &str) -> String {
    match language {
        Nl => format!("De foto heet ‘{name}’. Kies haar hierboven."),
        En => format!("The photo is called ‘{name}’. Choose it above."),
    }
}

/// Where reactions go, in full.
pub fn goes_to(language: Language, address: &str) -> String {
    match language {
        Nl => format!("Reacties gaan naar: {address}"),
        En => format!("Responses go to: {address}"),
    }
}

/// Where the test response went.
pub fn tried_at(language: Language, address: &str) -> String {
    match language {
        Nl => format!("Geprobeerd op: {address}."),
        En => format!("Tried at: {address}."),
    }
}

/// What came of a test response, and what to do.
pub fn tried(language: Language, came: &Delivery) -> &'static str {
    let [nl, en] = match came {
        Delivery::Accepted => [
            "De proefreactie is aangekomen. Zij telt nergens mee.",
            "The test response has arrived. It is counted nowhere.",
        ],
        Delivery::Refused(Refusal::Unknown | Refusal::Closed) => [
            "Er is een verzamelaar, en die antwoordt. Hij neemt pas iets aan als er een vraag op de site openstaat.",
            "There is a collector, and it answers. It takes something only once a question is open on the site.",
        ],
        Delivery::Refused(Refusal::Forbidden) => [
            "Er is een verzamelaar, maar die neemt niets aan van deze site. Vraag uw beheerder om het adres van de site toe te laten.",
            "There is a collector, but it takes nothing from this site. Ask whoever runs it to allow the address of the site.",
        ],
        Delivery::Refused(_) => {
            ["De proefreactie is geweigerd. Klopt dit adres?", "The test response was refused. Is this address right?"]
        }
        Delivery::RefreshConfig | Delivery::RetryLater(Trouble::NotSetUp) => [
            "Dit is nog niet ingesteld: het bestand waarmee men mag insturen is er niet, of het is verlopen.",
            "This is not set up yet: the file that allows sending is not there, or has expired.",
        ],
        Delivery::RetryLater(Trouble::ByHand) => [
            "Hier is niets te proberen: mensen bewaren hun reactie en mailen of brengen haar zelf.",
            "There is nothing to try: people keep their response and mail or bring it themselves.",
        ],
        Delivery::RetryLater(Trouble::NoAnswer) => [
            "Er komt geen antwoord. Kijk of het adres klopt, of de server aanstaat, en of deze site er mag komen (CORS).",
            "There is no answer. Check the address, whether the server is on, and whether this site may reach it (CORS).",
        ],
        Delivery::RetryLater(Trouble::Busy) => {
            ["De server kan het nu niet aan. Probeer het later.", "The server can’t manage now. Try later."]
        }
        Delivery::RetryLater(Trouble::NotOurServer) => [
            "Hier antwoordt iets anders dan een plek voor reacties. Klopt het adres, ook het laatste deel?",
            "Something else answers here than a place for responses. Is the address right, its last part too?",
        ],
        Delivery::RetryLater(Trouble::NotOpen) => [
            "Er is een verzamelaar, en die antwoordt. De vraag is nog niet open.",
            "There is a collector, and it answers. The question is not open yet.",
        ],
    };
    if language == Nl { nl } else { en }
}
